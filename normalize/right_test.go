package normalize

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rightText is the paragraphs of testdata/right.txt, by section.
func rightText(t *testing.T) map[string][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/right.txt")
	require.NoError(t, err)
	sections, section := map[string][]string{}, ""
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		if name, ok := strings.CutPrefix(line, "== "); ok {
			section = name
		} else if line != "" && section != "" {
			sections[section] = append(sections[section], line)
		}
	}
	return sections
}

// eachRight runs a test for each section.
func eachRight(t *testing.T, test func(t *testing.T, paragraphs []string)) {
	for section, paragraphs := range rightText(t) {
		t.Run(section, func(t *testing.T) { test(t, paragraphs) })
	}
}

// unchanged checks that String returns the text as it is.
func unchanged(t *testing.T, text string) {
	t.Helper()
	if got := String(text); got != text {
		assert.Equal(t, text, got)
	}
}

func TestLawRightTextStays(t *testing.T) {
	eachRight(t, func(t *testing.T, paragraphs []string) {
		for _, p := range paragraphs {
			unchanged(t, p)
			unchanged(t, p+"\n\nThe council met again on Tuesday.")
		}
		unchanged(t, strings.Join(paragraphs, "\n\n"))
		unchanged(t, strings.Join(paragraphs, "\n"))
	})
}

// Whatever the width of its lines, every word of right text survives.
func TestLawWrappedTextStays(t *testing.T) {
	eachRight(t, func(t *testing.T, paragraphs []string) {
		for width := 20; width <= 110; width += 3 {
			for _, p := range paragraphs {
				unchanged(t, wrap(p, width))
			}
			unchanged(t, wrap(strings.Join(paragraphs, "\n\n"), width))
		}
	})
}

func TestLawCapitalsStay(t *testing.T) {
	eachRight(t, func(t *testing.T, paragraphs []string) {
		for _, p := range paragraphs {
			unchanged(t, strings.ToUpper(p))
			unchanged(t, titled(p))
			unchanged(t, wrap(strings.ToUpper(p), 40))
			unchanged(t, wrap(titled(p), 40))
		}
	})
}

// A line that is damaged is mended and its neighbours stay.
func TestLawNeighboursStay(t *testing.T) {
	damaged := []struct{ line, want string }{
		{"It was the mayorâ€™s plan, and it wasnâ€™t a good one.", "It was the mayor’s plan, and it wasn’t a good one."},
		{"It was the mayor?s plan, and it wasn?t a good one.", "It was the mayor’s plan, and it wasn’t a good one."},
		{"It was the mayor\ufffds plan, and it wasn\ufffdt a good one.", "It was the mayor’s plan, and it wasn’t a good one."},
		{"It was the mayor‚Äôs plan , and it was oil- based.", "It was the mayor’s plan, and it was oil-based."},
		{"It was&nbsp;the  mayor&rsquo;s plan, so\u00adft and so.", "It was the mayor’s plan, soft and so."},
	}
	eachRight(t, func(t *testing.T, paragraphs []string) {
		for _, p := range paragraphs {
			for _, d := range damaged {
				for _, gap := range []string{"\n", "\n\n"} {
					const title = "The end of it all\n\n"
					assert.Equal(t, title+p+gap+d.want+gap+p, String(title+p+gap+d.line+gap+p))
				}
			}
		}
	})
}
