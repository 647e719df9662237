package langtest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/lang/langtest"
)

func TestParse(t *testing.T) {
	got, err := langtest.Parse(`
# prose
published: 2021-11-24

== weeks
next: Talks resume [next week|DATE 2021-W48].
a rank (published none, country GB): He said: "Second."

== years (country AU)
two: In [1987|DATE 1987]\n\[sic\] and [1988|DATE 1988]
`)
	require.NoError(t, err)
	day := map[string]string{"published": "2021-11-24"}
	assert.Empty(t, cmp.Diff([]langtest.Case{
		{"weeks", "next", 6, day, "Talks resume next week.", []langtest.Mention{{13, 22, "DATE 2021-W48"}}},
		{"weeks", "a rank", 7, map[string]string{"published": "none", "country": "GB"}, `He said: "Second."`, nil},
		{"years", "two", 10, map[string]string{"published": "2021-11-24", "country": "AU"}, "In 1987\n[sic] and 1988",
			[]langtest.Mention{{3, 7, "DATE 1987"}, {18, 22, "DATE 1988"}}},
	}, got))
}

func TestParseErrors(t *testing.T) {
	for name, text := range map[string]string{
		"no section":         "published\n",
		"no name":            "== weeks\nTalks resume.\n",
		"a name twice":       "== weeks\na: b\na: c\n",
		"a section twice":    "== weeks\n== weeks\n",
		"a slash in a name":  "== weeks\na/b: c\n",
		"an open bracket":    "== weeks\na: [b|DATE\n",
		"no meaning":         "== weeks\na: [b] c\n",
		"a bracket too many": "== weeks\na: b]\n",
		"a bracket in one":   "== weeks\na: [b[c|DATE]]\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := langtest.Parse(text)
			assert.Error(t, err)
		})
	}
}

func TestMark(t *testing.T) {
	const marked = `In [1987|DATE 1987]\n\[sic\] and \\ [1988|DATE 1988].`
	cases, err := langtest.Parse("== years\na: " + marked)
	require.NoError(t, err)
	assert.Equal(t, marked, langtest.Mark(cases[0].Text, cases[0].Gold))
}
