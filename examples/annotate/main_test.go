package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// annotate runs the command and returns what it wrote.
func annotate(t *testing.T, stdin string, args ...string) (stdout, stderr string, failed int) {
	t.Helper()
	o, err := parse(args)
	require.NoError(t, err)
	var out, errs bytes.Buffer
	failed, err = run(t.Context(), o, strings.NewReader(stdin), &out, &errs)
	require.NoError(t, err)
	return out.String(), errs.String(), failed
}

func records(t *testing.T, out string) []copydesk.Record {
	t.Helper()
	var all []copydesk.Record
	for line := range strings.Lines(out) {
		var r copydesk.Record
		require.NoError(t, json.Unmarshal([]byte(line), &r), line)
		all = append(all, r)
	}
	return all
}

// The stories are of different kinds and damaged in different ways.
func TestStories(t *testing.T) {
	for name, published := range map[string]string{
		"markets": "2023-02-03", "sport": "2022-09-25", "disaster": "2023-05-17",
	} {
		t.Run(name, func(t *testing.T) {
			story := filepath.Join("testdata", name+".txt")
			golden := filepath.Join("testdata", name+".jsonl")
			out, _, failed := annotate(t, "", "-published", published, story)
			assert.Zero(t, failed)
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(out), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Empty(t, cmp.Diff(records(t, string(want)), records(t, out)))
			raw, err := os.ReadFile(story)
			require.NoError(t, err)
			checkOffsets(t, string(raw), records(t, out)[0])
		})
	}
}

// checkOffsets holds a record to its format: what a finding says it is stands
// where it says it stands, in the clean text and in the original.
func checkOffsets(t *testing.T, original string, r copydesk.Record) {
	t.Helper()
	at := 0
	check := func(s copydesk.Span) (from, to string) {
		require.True(t, at <= s.Start && s.Start <= s.End && s.End <= len(r.Text), "%+v after %d in %d bytes", s, at, len(r.Text))
		require.True(t, 0 <= s.OrigStart && s.OrigStart <= s.OrigEnd && s.OrigEnd <= len(original), "%+v", s)
		at = s.End
		return original[s.OrigStart:s.OrigEnd], r.Text[s.Start:s.End]
	}
	for _, c := range r.Changes {
		from, to := check(c.Span)
		assert.Equal(t, c.From, from, "%+v", c)
		assert.Equal(t, c.To, to, "%+v", c)
	}
	at = 0
	for _, e := range r.Entities {
		_, text := check(e.Span)
		assert.Equal(t, e.Text, text)
	}
	at = 0
	for _, d := range r.Dates {
		_, text := check(d.Span)
		assert.Equal(t, d.Text, text)
	}
	at = 0
	for _, m := range r.Money {
		_, text := check(m.Span)
		assert.Equal(t, m.Text, text)
	}
}

func TestOrderIsKept(t *testing.T) {
	var in strings.Builder
	for i := range 200 {
		fmt.Fprintf(&in, `{"id": "r%d", "text": "%s"}`+"\n", i, strings.Repeat("Kofi paid $5 on Monday. ", 1+(i*37)%50))
	}
	out, _, failed := annotate(t, in.String(), "-j", "8", "-only", "dates,money")
	assert.Zero(t, failed)
	rs := records(t, out)
	require.Len(t, rs, 200)
	for i, r := range rs {
		assert.JSONEq(t, fmt.Sprintf(`"r%d"`, i), string(r.ID))
	}
	one, _, _ := annotate(t, in.String(), "-j", "1", "-only", "dates,money")
	assert.Equal(t, one, out, "the number of workers does not show")
}

func TestBadLinesAreReportedAndCounted(t *testing.T) {
	out, errs, failed := annotate(t, `{"id": "a", "text": "It is well."}
not JSON

{"id": 7}
{"id": "c", "text": "It is well.", "published": "yesterday"}
{"id": "d", "text": "It is well.", "country": "ZZZ"}
["id", "text"]
{"id": "e", "text": 5}
{"id": "f", "text": "It is well."}`)
	assert.Equal(t, 6, failed)
	assert.Contains(t, errs, "standard input: line 2")
	assert.Contains(t, errs, "6 of 8 records failed")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 8)
	for i, id := range []string{`"a"`, `""`, `7`, `"c"`, `"d"`, `""`, `"e"`, `"f"`} {
		var r struct {
			ID    json.RawMessage
			Error string
		}
		require.NoError(t, json.Unmarshal([]byte(lines[i]), &r))
		assert.Equal(t, id, string(r.ID))
		assert.Equal(t, i > 0 && i < 7, r.Error != "", "line %d: %s", i, lines[i])
	}
}

func TestEveryFieldIsThere(t *testing.T) {
	out, _, _ := annotate(t, `{"text": "plain <b> & words"}`)
	assert.Equal(t, `{"id":"","text":"plain <b> & words","changes":[],"entities":[],"dates":[],"money":[],"meta":{},"language":""}`+"\n", out)
}

func TestUnknownFieldsPassThrough(t *testing.T) {
	out, _, _ := annotate(t, `{"id": 12, "text": "x", "url": "a?b=1&c", "tags": ["u", {"v": 1.50}]}`)
	r := records(t, out)[0]
	assert.Equal(t, `12`, string(r.ID))
	assert.Equal(t, `"a?b=1&c"`, string(r.Meta["url"]))
	assert.Equal(t, `["u",{"v":1.50}]`, string(r.Meta["tags"]))
}

func TestFlags(t *testing.T) {
	in := `{"id": "a", "text": "She paid $5 on Friday , he said.", "published": "2024-05-15"}`
	t.Run("raw", func(t *testing.T) {
		out, _, _ := annotate(t, in, "-raw")
		r := records(t, out)[0]
		assert.Equal(t, "She paid $5 on Friday , he said.", r.Text)
		assert.Empty(t, r.Changes)
		assert.NotEmpty(t, r.Money)
		assert.NotEmpty(t, r.Dates)
	})
	t.Run("only", func(t *testing.T) {
		out, _, _ := annotate(t, in, "-only", "normalize, dates")
		r := records(t, out)[0]
		assert.Equal(t, "She paid $5 on Friday, he said.", r.Text)
		assert.Empty(t, r.Money)
		assert.NotEmpty(t, r.Dates)
	})
	t.Run("the record's own date is stronger than the flag's", func(t *testing.T) {
		out, _, _ := annotate(t, in, "-published", "2001-01-01")
		assert.Equal(t, "2024-05-10", records(t, out)[0].Dates[0].Value)
	})
	t.Run("the flags fill in what the record leaves out", func(t *testing.T) {
		out, _, _ := annotate(t, `{"text": "A bus pass costs $5 from Friday."}`, "-published", "2024-05-15", "-country", "AU")
		r := records(t, out)[0]
		assert.Equal(t, "AUD", r.Money[0].Currency)
		assert.NotEmpty(t, r.Dates[0].From)
	})
	t.Run("output to a file", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "out.jsonl")
		out, _, _ := annotate(t, in, "-o", file)
		assert.Empty(t, out)
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Len(t, records(t, string(b)), 1)
	})
	t.Run("progress", func(t *testing.T) {
		_, errs, _ := annotate(t, in, "-progress")
		assert.Contains(t, errs, "1 records")
	})
	for _, wrong := range [][]string{
		{"-only", "dates,weather"}, {"-only", "dates,dates"}, {"-only", ""}, {"-only", "normalize", "-raw"}, {"-j", "0"},
		{"-published", "24/11/2021"}, {"-country", "Atlantis"}, {"-nonsense"},
	} {
		_, err := parse(wrong)
		assert.Error(t, err, "%q", wrong)
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	lines := filepath.Join(dir, "a.jsonl.gz")
	f, err := os.Create(lines)
	require.NoError(t, err)
	z := gzip.NewWriter(f)
	fmt.Fprintln(z, `{"id": "z", "text": "Zipped."}`)
	require.NoError(t, z.Close())
	require.NoError(t, f.Close())
	plain := filepath.Join(dir, "b.txt")
	require.NoError(t, os.WriteFile(plain, []byte("It cost \x803 \x96 no more."), 0o644)) // windows-1252
	out, _, failed := annotate(t, "", lines, plain)
	assert.Zero(t, failed)
	rs := records(t, out)
	require.Len(t, rs, 2)
	assert.Equal(t, "Zipped.", rs[0].Text)
	assert.Equal(t, `"b.txt"`, string(rs[1].ID))
	assert.Equal(t, "It cost €3 – no more.", rs[1].Text)
}

func TestPage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	annotate(t, `{"id": "<i>", "text": "<script>alert(1)</script> Ada Obi paid $5 , on Monday.", "published": "2024-05-15"}`, "-html", file)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	html := string(b)
	assert.NotContains(t, html, "<script>alert")
	assert.NotContains(t, html, "<i>")
	assert.Contains(t, html, "&lt;script&gt;")
}

func TestFolders(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "b"), 0o755))
	for _, name := range []string{"c.txt", "a.txt", "b/z.txt"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("It rained."), 0o644))
	}
	out, _, _ := annotate(t, "", "-only", "dates", dir)
	var ids []string
	for _, r := range records(t, out) {
		ids = append(ids, string(r.ID))
	}
	assert.Equal(t, []string{`"a.txt"`, `"b/z.txt"`, `"c.txt"`}, ids)
}

// However a run was interrupted, resuming it gives what one run gives.
func TestResume(t *testing.T) {
	var in strings.Builder
	for i := range 50 {
		fmt.Fprintf(&in, `{"id": %d, "text": "Kofi paid $%d on Monday."}`+"\n", i, i)
	}
	file := filepath.Join(t.TempDir(), "out.jsonl")
	annotate(t, in.String(), "-only", "money", "-o", file)
	whole, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, n := range []int{0, 1, len(whole) / 2, len(whole) - 1, len(whole)} {
		require.NoError(t, os.WriteFile(file, whole[:n], 0o644))
		annotate(t, in.String(), "-only", "money", "-o", file, "-resume")
		got, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(whole), string(got), "after %d bytes", n)
	}
	_, err = parse([]string{"-resume"})
	assert.Error(t, err, "standard output cannot be resumed")
}

// A program that is interrupted from outside stops with a whole line, and
// resuming gives what one run gives.
func TestSignal(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no interrupts there")
	}
	dir := t.TempDir()
	in, done, once := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl"), filepath.Join(dir, "once.jsonl")
	var b strings.Builder
	text := strings.Repeat("Ada Obi paid $5 to the Bank of Kenya on Monday , she said. ", 50)
	for i := range 100 {
		fmt.Fprintf(&b, `{"id": %d, "text": "%s"}`+"\n", i, text)
	}
	require.NoError(t, os.WriteFile(in, []byte(b.String()), 0o644))
	interrupted := exec.Command(program, "-o", done, in)
	var errs bytes.Buffer
	interrupted.Stderr = &errs
	require.NoError(t, interrupted.Start())
	require.Eventually(t, func() bool {
		info, err := os.Stat(done)
		return err == nil && info.Size() > 0
	}, time.Minute, time.Millisecond)
	require.NoError(t, interrupted.Process.Signal(os.Interrupt))
	if err := interrupted.Wait(); err != nil { // a fast machine may be done before
		assert.Contains(t, errs.String(), "interrupted after")
	}
	part, err := os.ReadFile(done)
	require.NoError(t, err)
	assert.True(t, bytes.HasSuffix(part, []byte("}\n")))
	annotate(t, "", "-o", done, "-resume", in)
	annotate(t, "", "-o", once, in)
	got, err := os.ReadFile(done)
	require.NoError(t, err)
	want, err := os.ReadFile(once)
	require.NoError(t, err)
	assert.True(t, bytes.HasPrefix(want, part))
	assert.True(t, bytes.Equal(want, got), "%d bytes of %d were there", len(part), len(want))
}

func TestZstandard(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.jsonl.zst")
	compressed := func(text string) []byte {
		c := exec.Command("zstd", "-q")
		c.Stdin = strings.NewReader(text)
		out, err := c.Output()
		require.NoError(t, err)
		return out
	}
	fails := func(want string) {
		t.Helper()
		out, errs, failed := annotate(t, "", file)
		assert.Equal(t, 1, failed)
		assert.Equal(t, []string{"a.jsonl!"}, ids(t, out))
		assert.Contains(t, errs, file)
		assert.Contains(t, errs, want)
	}
	if _, err := exec.LookPath("zstd"); err != nil {
		require.NoError(t, os.WriteFile(file, nil, 0o644))
		fails("zstd")
		return
	}
	b := compressed(`{"id": "z", "text": "Zipped."}`)
	require.NoError(t, os.WriteFile(file, b, 0o644))
	out, _, _ := annotate(t, "", file)
	assert.Equal(t, "Zipped.", records(t, out)[0].Text)
	require.NoError(t, os.WriteFile(file, b[:len(b)-4], 0o644))
	fails("exit status 1: ")
	require.NoError(t, os.WriteFile(file, compressed(strings.Repeat("a", 10_000_000)), 0o644))
	out, errs, _ := annotate(t, "", "-max", "1MB", file)
	assert.Equal(t, []string{"a.jsonl!"}, ids(t, out))
	assert.Contains(t, errs, "what it unpacks to is larger than 1MB")

	// An interrupted run does not wait for the rest of the file.
	require.NoError(t, os.WriteFile(file, compressed(strings.Repeat(`{"text": "It rained."}`+"\n", 100_000)), 0o644))
	o, err := parse([]string{"-only", "money", file})
	require.NoError(t, err)
	_, err = run(t.Context(), o, nil, failing{}, io.Discard)
	assert.ErrorIs(t, err, os.ErrClosed)
}

// An interrupted run ends with a whole record.
func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	go func() {
		for i := 0; ; i++ {
			if i == 20 {
				cancel()
			}
			if _, err := fmt.Fprintln(w, `{"text": "Kofi paid $5 on Monday."}`); err != nil {
				return
			}
		}
	}()
	o, err := parse([]string{"-only", "money", "-j", "3"})
	require.NoError(t, err)
	var out bytes.Buffer
	_, err = run(ctx, o, r, &out, io.Discard)
	r.Close()
	assert.ErrorContains(t, err, "interrupted after")
	assert.True(t, out.Len() == 0 || strings.HasSuffix(out.String(), "}\n"))
	records(t, out.String())
}

// A writer that fails ends the run with its error and leaves nobody waiting.
func TestWriteError(t *testing.T) {
	o, err := parse([]string{"-j", "2", "-only", "money"})
	require.NoError(t, err)
	in := strings.Repeat(`{"text": "`+strings.Repeat("word ", 2000)+`"}`+"\n", 100)
	_, err = run(t.Context(), o, strings.NewReader(in), failing{}, &bytes.Buffer{})
	assert.ErrorIs(t, err, os.ErrClosed)
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }
