package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nlnwa/gowarc/v3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// goodPage is a page with an article.
func goodPage(t testing.TB, n int) string {
	t.Helper()
	s := stories["en"]
	return fmt.Sprintf("<html lang=en><head><title>%s</title><meta name=date content=2024-05-15></head><body><article><p>Page %d.</p><p>%s</p></article></body></html>",
		s.title, n, strings.Join(s.paragraphs, "</p><p>"))
}

func pageURL(n int) string { return fmt.Sprintf("https://www.coast.example.ke/%d", n) }

// goodWARC is a WARC of n pages, and where each record begins.
func goodWARC(t testing.TB, n int, packed bool) (warc []byte, starts []int) {
	t.Helper()
	var b bytes.Buffer
	recordID = 0
	for i := range n {
		starts = append(starts, b.Len())
		writeRecord(t, &b, gowarc.Response, pageURL(i), answer(200, "text/html; charset=utf-8", goodPage(t, i)), packed)
	}
	return b.Bytes(), append(starts, b.Len())
}

// outline writes IDs as numbers of pages, and reasons of failures.
func outline(t testing.TB, lines []line) string {
	t.Helper()
	var all []string
	for _, l := range lines {
		name := strings.TrimPrefix(l.id(t), "https://www.coast.example.ke/")
		if l.Error != "" {
			parts := strings.SplitN(l.Error, ": ", 4)
			name += "=" + parts[2]
		}
		all = append(all, name)
	}
	return strings.Join(all, " ")
}

// What is broken costs itself alone, and is counted once.
func TestBrokenWARC(t *testing.T) {
	for _, packed := range []bool{false, true} {
		warc, starts := goodWARC(t, 5, packed)
		middle := (starts[2] + starts[3]) / 2
		lost := "0 1 2=broken record in.warc=broken record 3 4"
		if !packed { // its length says that it goes on into the next one
			lost = "0 1 2=broken record in.warc=broken record 4"
		}
		cut := func(b []byte, from, to int) []byte { return append(bytes.Clone(b[:from]), b[to:]...) }
		noise := bytes.Repeat([]byte("\x1f\x8b\x08 noise WARC/ \x00\xff\n"), 1000)
		for name, tt := range map[string]struct {
			warc []byte
			want string
		}{
			"whole":                       {warc, "0 1 2 3 4"},
			"empty":                       {nil, "in.warc=empty"},
			"truncated in a record":       {warc[:middle], "0 1 2=broken record"},
			"truncated between records":   {warc[:starts[3]], "0 1 2"},
			"the middle of a record lost": {cut(warc, middle, starts[3]), lost},
			"noise between records":       {append(append(bytes.Clone(warc[:starts[3]]), noise...), warc[starts[3]:]...), "0 1 2 in.warc=broken record 3 4"},
			"noise at the end":            {append(bytes.Clone(warc), noise...), "0 1 2 3 4 in.warc=broken record"},
			"noise alone":                 {noise, "in.warc=broken record"},
			"begins in a record":          {warc[middle:], "in.warc=broken record 3 4"},
		} {
			t.Run(fmt.Sprintf("%s, packed %v", name, packed), func(t *testing.T) {
				file := filepath.Join(t.TempDir(), "in.warc")
				if packed {
					file += ".gz"
				}
				require.NoError(t, os.WriteFile(file, tt.warc, 0o644))
				lines, table := crawl(t, nil, file)
				got := outline(t, lines)
				assert.Equal(t, tt.want, got)
				assert.Contains(t, table, fmt.Sprintf("%d pages", len(lines)))
			})
		}
	}
}

// Wherever in a packed record bytes are lost or changed, those around it are read.
func TestDamageAnywhere(t *testing.T) {
	warc, starts := goodWARC(t, 5, true)
	for at := starts[2]; at < starts[3]; at += 7 {
		lost := append(bytes.Clone(warc[:at]), warc[min(at+40, starts[3]):]...)
		changed := bytes.Clone(warc)
		changed[at] ^= 0x55
		for how, b := range map[string][]byte{"lost": lost, "changed": changed} {
			lines, _ := crawl(t, bytes.NewReader(b), "-only", "money", "-j", "1")
			got := outline(t, lines)
			assert.True(t, strings.HasPrefix(got, "0 1 ") && strings.HasSuffix(got, " 3 4"), "%s at %d: %s", how, at-starts[2], got)
		}
	}
}

// All records of a file that was packed as a whole are read.
func TestWARCPackedAsAWhole(t *testing.T) {
	warc, _ := goodWARC(t, 3, false)
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(warc)
	require.NoError(t, z.Close())
	lines, _ := crawl(t, &b)
	assert.Equal(t, "0 1 2", outline(t, lines))
}

func zipped(t testing.TB, write func(io.Writer)) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	write(z)
	require.NoError(t, z.Close())
	return b.String()
}

func zeros(n int64) func(io.Writer) {
	return func(w io.Writer) {
		block := make([]byte, 1<<20)
		for ; n > 0; n -= int64(len(block)) {
			w.Write(block)
		}
	}
}

// What gives no record says why, and costs itself alone.
func TestReasons(t *testing.T) {
	html := "text/html; charset=utf-8"
	bomb := zipped(t, zeros(100<<20))
	for name, tt := range map[string]struct {
		block []byte
		want  string
	}{
		"no bytes":              {nil, "empty"},
		"no body":               {answer(200, html, ""), "empty"},
		"only space":            {answer(200, html, " \n\n "), "empty"},
		"a page of 50 MB":       {answer(200, html, "<html><body>"+strings.Repeat("<p>It rained.</p>", 3_000_000)), "too large"},
		"too many elements":     {answer(200, html, "<html><body>"+strings.Repeat("<p>It rained.", 20_001)), "too large"},
		"text too deep":         {answer(200, html, "<html><body>"+strings.Repeat("<div><i>", 150)+strings.Repeat("It rained. ", 20_000)), "too large"},
		"a packed bomb":         {packedAnswer(html, "gzip", bomb), "too large"},
		"packed and cut":        {packedAnswer(html, "gzip", bomb[:len(bomb)/2]), "too large"},
		"packed, broken":        {packedAnswer(html, "gzip", zipped(t, func(w io.Writer) { io.WriteString(w, goodPage(t, 1)) })[:200]), "cannot be unpacked"},
		"an unknown packing":    {packedAnswer(html, "br", "\x8b\x00\x80"), "cannot be unpacked"},
		"said to be packed":     {packedAnswer(html, "gzip", goodPage(t, 7)), ""},
		"not there":             {answer(404, html, goodPage(t, 1)), "not found"},
		"moved":                 {answer(301, html, ""), "not found"},
		"an image":              {answer(200, "image/png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "not HTML"},
		"an image, named HTML":  {answer(200, html, "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "not HTML"},
		"plain text":            {answer(200, "text/plain", "It rained on Tuesday."), "not HTML"},
		"JSON":                  {answer(200, "application/json", `{"text": "It rained."}`), "not HTML"},
		"a front page":          {answer(200, html, "<html><title>News</title><body><ul><li><a href=/1>Rain</a><li><a href=/2>Wind</a></ul>"), "no article found"},
		"no text":               {answer(200, html, "<html><body><script>let x = 1</script>"), "no article found"},
		"no date":               {answer(200, html, strings.Replace(goodPage(t, 1), "<meta name=date content=2024-05-15>", "", 1)), "no date"},
		"nested without end":    {answer(200, html, strings.Repeat("<div>", 100_000)+goodPage(t, 1)), "no article found"},
		"no header of HTTP":     {[]byte("It rained."), ""},
		"a feed that is broken": {answer(200, "application/rss+xml", "<rss><channel><item><title>x"), "not HTML"},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			page := func(n int) []byte { return answer(200, html, goodPage(t, n)) }
			writeRecord(t, &b, gowarc.Response, pageURL(1), page(1), true)
			if tt.block == nil {
				z := gzip.NewWriter(&b)
				fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:e9a0cecc-0221-11e7-adb1-0242ac120008>\r\n"+
					"WARC-Date: 2024-06-01T12:00:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: application/http;msgtype=response\r\n"+
					"Content-Length: 0\r\n\r\n\r\n\r\n", pageURL(2))
				require.NoError(t, z.Close())
			} else {
				writeRecord(t, &b, gowarc.Response, pageURL(2), tt.block, true)
			}
			writeRecord(t, &b, gowarc.Response, pageURL(3), page(3), true)
			lines, table := crawl(t, &b)
			require.Len(t, lines, 3)
			got := outline(t, lines)
			switch {
			case name == "no header of HTTP": // what gowarc makes of it
				assert.Contains(t, got, "1 2=")
			case tt.want == "":
				assert.Equal(t, "1 2 3", got)
			default:
				assert.Equal(t, "1 2="+tt.want+" 3", got, lines[1].Error)
				assert.Regexp(t, tt.want+` +1 `, table)
			}
		})
	}
}

func packedAnswer(contentType, encoding, body string) []byte {
	return fmt.Appendf(nil, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Encoding: %s\r\n\r\n%s", contentType, encoding, body)
}

// A record that unpacks to more than is allowed is passed over, however small it
// is on the disk.
func TestRecordThatIsABomb(t *testing.T) {
	var b bytes.Buffer
	writeRecord(t, &b, gowarc.Response, pageURL(1), answer(200, "text/html", goodPage(t, 1)), true)
	const size = 200 << 20
	b.WriteString(zipped(t, func(w io.Writer) {
		fmt.Fprintf(w, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n", pageURL(2), int64(size))
		zeros(size)(w)
		io.WriteString(w, "\r\n\r\n")
	}))
	writeRecord(t, &b, gowarc.Response, pageURL(3), answer(200, "text/html", goodPage(t, 3)), true)
	require.Less(t, b.Len(), 1<<20)
	lines, _ := crawl(t, &b)
	assert.Equal(t, "1 2=too large 3", outline(t, lines))
}

// A length that is not true does not take memory for what is not there.
func TestLengthThatIsNotTrue(t *testing.T) {
	warc := "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + pageURL(1) + "\r\nContent-Length: %s\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
	for _, length := range []string{"7999999", "99999999999999", "-1", "many", ""} {
		lines, _ := crawl(t, strings.NewReader(fmt.Sprintf(warc, length)), "-j", "1")
		assert.Len(t, lines, 1, length)
		assert.Contains(t, lines[0].Error, "broken record", length)
	}
}
