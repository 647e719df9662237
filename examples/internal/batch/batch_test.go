package batch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSize(t *testing.T) {
	for text, want := range map[string]Size{
		"1": 1, "4096": 4096, "64KB": 64_000, "64 kb": 64_000, "256MB": 256_000_000, "2gb": 2_000_000_000, "7B": 7,
	} {
		var s Size
		require.NoError(t, s.Set(text), text)
		assert.Equal(t, want, s, text)
		var again Size
		require.NoError(t, again.Set(s.String()))
		assert.Equal(t, s, again)
	}
	for _, wrong := range []string{"", "0", "-1", "MB", "1.5GB", "1TB", "9223372036854775807KB"} {
		assert.Error(t, new(Size).Set(wrong), wrong)
	}
}

func TestLines(t *testing.T) {
	long := strings.Repeat("x", 100)
	for name, tt := range map[string]struct {
		in   string
		want string // number and line, or ! for one that is too large
	}{
		"nothing":                 {"", ""},
		"one":                     {"a", "1 a;"},
		"three, one blank":        {"a\n \t\r\nb\n", "1 a;3 b;"},
		"a byte order mark":       {"\uFEFFa\nb", "1 a;2 b;"},
		"a mark alone":            {"\uFEFF\nb", "2 b;"},
		"one too large":           {"a\n" + long + "\nb", "1 a;2 !;3 b;"},
		"the last too large":      {"a\n" + long, "1 a;2 !;"},
		"just so large":           {strings.Repeat("x", 19) + "\n", "1 xxxxxxxxxxxxxxxxxxx;"},
		"many that are too large": {strings.Repeat(long+"\n", 3), "1 !;2 !;3 !;"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, r := range []io.Reader{strings.NewReader(tt.in), iotest.OneByteReader(strings.NewReader(tt.in))} {
				var got strings.Builder
				for line := range Lines(bufio.NewReaderSize(r, 16), 20) {
					text := strings.TrimSpace(string(line.Text))
					if line.Err != nil {
						assert.ErrorContains(t, line.Err, "larger than 20B")
						text = "!"
					}
					fmt.Fprintf(&got, "%d %s;", line.Number, text)
				}
				assert.Equal(t, tt.want, got.String())
			}
		})
	}
	broken := io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(errors.New("torn")))
	var all []Line
	for line := range Lines(bufio.NewReader(broken), 20) {
		all = append(all, line)
	}
	require.Len(t, all, 2)
	assert.EqualError(t, all[1].Err, "torn")
	assert.True(t, all[1].Last)
}

// A text that is being worked on is not done.
func TestProgressCountsWhatIsDone(t *testing.T) {
	var out strings.Builder
	p := &Progress{name: "annotate", w: &out}
	last := func() string {
		out.Reset()
		p.report()
		return out.String()
	}
	p.Restart()
	p.total.Store(10_000_000)
	p.start.Load().time = time.Now().Add(-10 * time.Second)
	first, second := Source{Text: 12_000_000, Disk: 5_000_000}, Source{Text: 1_000_000, Disk: 5_000_000}
	p.Begin(first)
	assert.Equal(t, "annotate: 0 records, 0.0 MB, 0.00 MB/s, 12.0 MB in work\n", last())
	p.Begin(second)
	p.Done(first)
	assert.Equal(t, "annotate: 1 records, 12.0 MB, 1.20 MB/s, 1.0 MB in work, 10s left\n", last())
	p.Done(second)
	assert.Equal(t, "annotate: 2 records, 13.0 MB, 1.30 MB/s\n", last())
}

// The records of another program, or of none, are not taken for output.
func TestRecords(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, `{"id":1,"error":"x"}`: true,
		`{"id":1,"text":"","changes":[],"entities":[],"dates":[],"money":[],"meta":{}}`: true,
		`{"id":1,"text":"It rained."}`: false, "It rained.": false, "[]": false, `{"id":1,"error":"x","more":1}`: false,
	} {
		assert.Equal(t, want, Records(strings.NewReader(text)), text)
	}
}
