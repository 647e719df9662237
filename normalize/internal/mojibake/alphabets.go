package mojibake

import (
	"math/bits"
	"slices"

	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// A languageSet is a set of languages in Latin letters: a bit for each of alphabetTags, which are
// those that text is restored to and a few that have letters of their own. Two letters that no language has together are a sign of damage.
type languageSet uint64

// allLanguages is the set of a letter that tells nothing: of ASCII, or of none of the languages.
const allLanguages = ^languageSet(0)

// vietnamese is the set of Vietnamese.
var vietnamese = setOf("vi")

// setOf returns the set of a language.
func setOf(tag string) languageSet { return 1 << slices.Index(alphabetTags[:], tag) }

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/letters alphabets

// withGraveA is the languages that have à.
var withGraveA = languagesOf('à')

// languages returns the languages that have most of the accented letters of
// the line: all that have none of fewer than the best.
func (l *line) languages() languageSet {
	var count [len(alphabetTags)]int32
	most := int32(0)
	for _, i := range l.beyond {
		c := l.cells[i].Char
		if c.Script != char.Latin || c.Rune < 0xC0 || c.Class == char.Upper && l.cells[i].path == 0 && l.cells[i].row.Lead&l.used != 0 {
			continue
		}
		for set := languagesOf(c.Rune); set != 0 && set != allLanguages; set &= set - 1 {
			n := bits.TrailingZeros64(uint64(set))
			count[n]++
			most = max(most, count[n])
		}
	}
	set := languageSet(0)
	for n, k := range count {
		if most > 0 && k == most {
			set |= 1 << n
		}
	}
	return set
}

// languagesOf returns the set of languages that use a Latin letter.
func languagesOf(r rune) languageSet {
	if i := r - firstLetter; 0 <= i && int(i) < len(letterLanguages) && letterLanguages[i] != 0 {
		return letterLanguages[i]
	}
	return allLanguages
}
