package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nlnwa/gowarc/v3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
)

// A line is one of output: a record or a failure.
type line struct {
	copydesk.Record
	Error string `json:"error"`
}

func (l line) id(t testing.TB) (id string) {
	require.NoError(t, json.Unmarshal(l.ID, &id))
	return id
}

func (l line) meta(name string) (value string) {
	json.Unmarshal(l.Meta[name], &value)
	return value
}

// crawl runs the command and returns its output and the table.
func crawl(t testing.TB, stdin io.Reader, args ...string) (lines []line, table string) {
	t.Helper()
	o, err := parse(args)
	require.NoError(t, err)
	var out, errs bytes.Buffer
	_, err = run(t.Context(), o, stdin, &out, &errs)
	require.NoError(t, err)
	return read(t, out.String()), errs.String()
}

func read(t testing.TB, out string) (lines []line) {
	t.Helper()
	for text := range strings.Lines(out) {
		var l line
		require.NoError(t, json.Unmarshal([]byte(text), &l), text)
		lines = append(lines, l)
	}
	return lines
}

// From a server by way of a WARC, and from files, come the same records, and each
// finding is what and where it should be.
func TestEndToEnd(t *testing.T) {
	pages := sitePages()
	require.Len(t, pages, 40)
	server := serve(t, pages)
	dir := t.TempDir()
	for _, packed := range []bool{false, true} {
		t.Run(fmt.Sprintf("packed %v", packed), func(t *testing.T) {
			var warc bytes.Buffer
			writeRecord(t, &warc, gowarc.Warcinfo, "", []byte("software: a test\r\n"), packed)
			for _, p := range pages {
				request := "GET " + p.path + " HTTP/1.1\r\nHost: coast.example\r\n\r\n"
				writeRecord(t, &warc, gowarc.Request, server.URL+p.path, []byte(request), packed)
				writeRecord(t, &warc, gowarc.Response, server.URL+p.path, fetch(t, server.URL+p.path), packed)
			}
			name := filepath.Join(dir, "site.warc")
			if packed {
				name += ".gz"
			}
			require.NoError(t, os.WriteFile(name, warc.Bytes(), 0o644))
			lines, table := crawl(t, nil, "-j", "3", name)
			require.Len(t, lines, len(pages))
			for i, p := range pages {
				assert.Equal(t, server.URL+p.path, lines[i].id(t))
				checkPage(t, p, lines[i])
			}
			assert.Contains(t, table, "crawl: 40 pages")
			assert.Regexp(t, `articles +39 `, table)
			assert.Regexp(t, `no date +1 `, table)
			fromStdin, _ := crawl(t, &warc, "-undated")
			assert.Len(t, fromStdin, 40)
			assert.Empty(t, lineOf(t, fromStdin, "no date"))
		})
	}
	t.Run("the same pages as files", func(t *testing.T) {
		folder := t.TempDir()
		for i, p := range pages {
			require.NoError(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%02d.html", i)), p.html(t), 0o644))
		}
		lines, _ := crawl(t, nil, folder)
		fromWARC, _ := crawl(t, nil, filepath.Join(dir, "site.warc"))
		require.Len(t, lines, len(pages))
		for i, p := range pages {
			assert.Equal(t, fmt.Sprintf("%02d.html", i), lines[i].id(t))
			checkPage(t, p, lines[i])
			if p.undated {
				continue
			}
			want := fromWARC[i]
			want.ID, want.Meta["url"] = lines[i].ID, lines[i].Meta["url"]
			assert.Equal(t, want, lines[i], p.path)
		}
	})
}

// lineOf returns the first failure for a reason.
func lineOf(t testing.TB, lines []line, reason string) string {
	t.Helper()
	for _, l := range lines {
		if strings.Contains(l.Error, ": "+reason) {
			return l.Error
		}
	}
	return ""
}

// checkPage holds a record to what its page says.
func checkPage(t *testing.T, p sitePage, l line) {
	t.Helper()
	if p.undated {
		assert.Contains(t, l.Error, "no date", p.path)
		return
	}
	if !assert.Empty(t, l.Error, p.path) {
		return
	}
	assert.Equal(t, p.story.text(), l.Text, "%+v", p)
	assert.Equal(t, p.story.language, l.Language, p.path)
	assert.Equal(t, p.story.title, l.meta("title"))
	assert.Equal(t, "The Coast Daily", l.meta("site"))
	assert.Equal(t, "Kofi Mensah", l.meta("byline"), p.path)
	assert.Equal(t, "2024-05-15T08:30:00+01:00", l.meta("date"))
	assert.Equal(t, "meta", l.meta("date_source"))
	place := func(s copydesk.Span, text string) {
		assert.Equal(t, text, l.Text[s.Start:s.End], p.path)
		assert.Equal(t, text, p.story.text()[s.OrigStart:s.OrigEnd], p.path)
	}
	var sums, dates, names []string
	for _, m := range l.Money {
		place(m.Span, m.Text)
		sums = append(sums, fmt.Sprintf("%s %s %v", m.Text, m.Currency, m.Min))
	}
	for _, d := range l.Dates {
		place(d.Span, d.Text)
		dates = append(dates, d.Text+" "+d.Value)
	}
	for _, e := range l.Entities {
		place(e.Span, e.Text)
		names = append(names, fmt.Sprintf("%s %v", e.Text, e.Label))
	}
	assert.Equal(t, p.story.sums, sums, p.path)
	assert.Equal(t, p.story.dates, dates, p.path)
	for _, want := range p.story.names {
		assert.Contains(t, names, want, p.path)
	}
	if p.story.language != "en" {
		assert.Empty(t, names, p.path)
	}
}
