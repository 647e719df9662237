package money

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/lang/langtest"
)

// spokenFiles are the texts in languages beside English, which their names name: testdata/pt-it-nl.txt.
func spokenFiles(t testing.TB) (files []string) {
	all, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	named := map[*tongue]bool{}
	for _, file := range all {
		for tag := range strings.SplitSeq(strings.TrimSuffix(filepath.Base(file), ".txt"), "-") {
			if of := tongueOf(tag); of != nil {
				files, named[of] = append(files, file), true
			}
		}
	}
	for _, of := range tongues {
		require.True(t, named[of], "testdata/%s.txt has the sentences of a language with sums.tsv", of.tag)
	}
	return slices.Compact(files)
}

func TestSpoken(t *testing.T) {
	for _, file := range spokenFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			langtest.Run(t, file, func(t *testing.T, c langtest.Case) {
				f := finderOf(t, c)
				f.Language = language.MustParse(c.Options["language"])
				require.NoError(t, f.Validate())
				assert.Equal(t, goldOf(c), showSure(f, c.Text))
			})
		})
	}
}

// The examples and counter-examples of the tables are what they say.
func TestSpokenTables(t *testing.T) {
	for _, tongue := range tongues {
		file, err := os.ReadFile("../internal/lang/" + tongue.tag + "/sums.tsv")
		require.NoError(t, err)
		for line := range strings.Lines(string(file)) {
			f := strings.Split(strings.TrimRight(line, "\n"), "\t")
			if strings.HasPrefix(line, "#") || len(f) < 5 {
				continue
			}
			finder := Finder{Language: language.MustParse(tongue.tag)}
			t.Run(tongue.tag+" "+f[1], func(t *testing.T) {
				cases, err := langtest.Parse("== table\nexample: " + f[4] + "\n")
				require.NoError(t, err)
				assert.Equal(t, goldOf(cases[0]), showSure(finder, cases[0].Text))
				if len(f) > 5 {
					assert.Empty(t, showSure(finder, f[5]))
				}
			})
		}
	}
}

// The terms are in the order in which they are searched, and in small letters.
func TestTonguesAreInOrder(t *testing.T) {
	for _, tongue := range tongues {
		for i, e := range tongue.terms {
			assert.Equal(t, strings.ToLower(e.text), e.text)
			if i > 0 {
				assert.LessOrEqual(t, tongue.terms[i-1].text, e.text)
			}
			for k := 0; k+3 <= len(e.codes); k += 3 {
				assert.True(t, findCurrency(e.codes[k:k+3]) != nil, "%s: %s", e.text, e.codes)
			}
		}
	}
}

// Repair leaves text in other languages alone, which have customs of their own.
func TestRepairLeavesOtherLanguages(t *testing.T) {
	for _, text := range []string{
		"Der Minister sagte, dass die Brücke der Stadt 2,5 Mrd. Euro kosten wird und 1.250,50 Euro im Monat.",
		"Le ministre a dit que le pont de la ville coûtera 2,5 milliards d'euros et 20 $ CA par mois.",
	} {
		Repair{}.Edits(text, func(start, end int, replacement string) {
			t.Errorf("%q became %q", text[start:end], replacement)
		})
	}
}

// A word that is longer than what is searched at a time is read once: the search goes on behind it.
func TestSpokenEndlessWord(t *testing.T) {
	for _, of := range tongues {
		for _, letter := range []string{"a", "ä", "ש", "中"} {
			word := strings.Repeat(letter, 3*glance)
			text := word + " 5 euro"
			m := sum{reads: &reading{stretches: []stretch{{len(text), of}}}}
			next, ok := m.nextIn(text, 0, 0, glance)
			assert.False(t, ok, "%s in %s", letter, of.tag)
			assert.GreaterOrEqual(t, next, len(word), "%s in %s", letter, of.tag)
			assert.Len(t, Finder{Language: language.MustParse(of.tag)}.FindAll(text), 1, "%s in %s", letter, of.tag)
		}
	}
}
