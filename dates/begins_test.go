package dates

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/dates/internal/reader"
)

// hidden calls f for the tokens of a text at which an expression can be read though the reader says that none begins
// there.
func hidden(o Resolver, text string, report func(surface string)) {
	f := new(finder)
	f.start(o, text, false)
	f.ctx = context.Background()
	for ; f.At(f.i).Kind != reader.End; f.i++ {
		if _, _, next := f.rules(grpExpression, f.i); next > f.i && !f.Begins(f.i) {
			report(f.Surface(f.i))
		}
	}
}

// What begins an expression is told before it is read. Nothing that could be read may be passed
// over so: no example of a rule, and no sentence of the tests.
func TestBegins(t *testing.T) {
	files, err := filepath.Glob("../internal/lang/*/rules*.tsv")
	require.NoError(t, err)
	more, err := filepath.Glob("../internal/lang/*/tests/*.txt")
	require.NoError(t, err)
	marks := regexp.MustCompile(`\[|\|[^]]*\]|\]`)
	for _, file := range append(files, more...) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		folder := filepath.Dir(file)
		if filepath.Base(folder) == "tests" {
			folder = filepath.Dir(folder)
		}
		o := Resolver{Published: published, Language: language.Make(filepath.Base(folder))}
		for _, s := range []string{string(text), marks.ReplaceAllString(string(text), "")} {
			hidden(o, s, func(surface string) { t.Errorf("%s: %q is passed over", file, surface) })
		}
	}
}

func FuzzBegins(f *testing.F) {
	for _, s := range []string{news, "5 p.m. on 9/10/2021, in '98", "12 500 años; 3,5 Jahre; 1er mai", "two to three weeks ago"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i := range languages {
			o := Resolver{Published: published, Language: language.Make(languages[i].tag)}
			hidden(o, s, func(surface string) { t.Errorf("%q is passed over in %s", surface, languages[i].tag) })
		}
	})
}
