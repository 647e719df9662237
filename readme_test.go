package copydesk_test

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
)

// The first picture of the README is what the library does.
func TestFirstPictureIsTrue(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(readme), "\n```\n")
	require.True(t, found)
	picture, _, found := strings.Cut(rest, "```\n")
	require.True(t, found)
	raw, _, found := strings.Cut(strings.TrimPrefix(picture, "as found    "), "\n")
	require.True(t, found)
	annotator := copydesk.Annotator{Published: time.Date(2021, time.November, 24, 0, 0, 0, 0, time.UTC)}
	r, err := annotator.Annotate(t.Context(), copydesk.Article{Text: raw})
	require.NoError(t, err)
	assert.Equal(t, draw(raw, r), picture)
}

// draw shows a text of one line, the clean text and what is in it.
func draw(raw string, r copydesk.Record) string {
	type fact struct {
		copydesk.Span
		label string
	}
	var facts []fact
	for _, e := range r.Entities {
		facts = append(facts, fact{e.Span, string(e.Label)})
	}
	for _, d := range r.Dates {
		facts = append(facts, fact{d.Span, d.Value})
	}
	for _, m := range r.Money {
		facts = append(facts, fact{m.Span, m.Currency + " " + m.Min.String()})
	}
	slices.SortFunc(facts, func(a, b fact) int { return cmp.Compare(a.Start, b.Start) })
	brackets, labels := "", ""
	for _, f := range facts {
		at, width := utf8.RuneCountInString(r.Text[:f.Start]), utf8.RuneCountInString(r.Text[f.Start:f.End])
		middle := (width - 1) / 2
		brackets = pad(brackets, at) + strings.Repeat("─", middle) + "┬" + strings.Repeat("─", width-1-middle)
		labels = pad(labels, at+middle-(len(f.label)-1)/2) + f.label
	}
	return "as found    " + raw + "\n\nclean       " + r.Text + "\n            " + brackets + "\nfacts       " + labels + "\n"
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// The programs of the README are whole, and print what stands below them.
func TestProgramsOfTheReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	programs := regexp.MustCompile("(?s)```go\n(.*?)```\n\n```text\n(.*?)```").FindAllStringSubmatch(string(readme), -1)
	require.NotEmpty(t, programs)
	require.Equal(t, strings.Count(string(readme), "```go\n"), len(programs), "each says what it prints")
	for _, p := range programs {
		file := filepath.Join(t.TempDir(), "main.go")
		require.NoError(t, os.WriteFile(file, []byte(p[1]), 0o600))
		out, err := exec.Command("go", "run", file).CombinedOutput()
		require.NoError(t, err, "%s", out)
		assert.Equal(t, p[2], string(out))
	}
}

// Someone with five minutes reads all of it.
func TestReadmeIsShort(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	assert.Less(t, strings.Count(string(readme), "\n"), 200)
}
