package mojibake

import (
	"math/bits"
	"unicode"

	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// allLanguages is the set of languages of a letter that tells nothing.
const allLanguages = ^uint32(0)

// vietnamese is the bit of Vietnamese.
const vietnamese = 1 << 20

// alphabets lists the letters beyond ASCII of languages written in Latin
// script, as far as code pages have them: in lower case, with those of common
// loan words. Two letters that no language has together are a sign of damage.
var alphabets = [...]string{
	"áéíóúüñ",
	"áâãàçéêíóôõúüè",
	"àâæçéèêëîïôœùûüÿ",
	"äöüßéà",
	"àèéìíîòóùú",
	"áéëïóöüèêäíúç",
	"àçèéíïòóúü",
	"æøåéóòôêàäöüèá",
	"äöåéàšžüáè",
	"áðéíóúýþæöø",
	"äöõüšž",
	"āčēģīķļņšūžōŗ",
	"ąčęėįšųūž",
	"ąćęłńóśźż",
	"áčďéěíňóřšťúůýž",
	"áäčďéíĺľňóôŕšťúýž",
	"áéíóöőúüű",
	"ăâîșțşţ",
	"çğıİöşüâîû",
	"čćđšž",
	"àáâãèéêìíòóôõùúýăđĩũơư", // vietnamese
	"ċġħżàèìòù",
	"ĉĝĥĵŝŭ",
	"âêîôûŵŷáéíóúàèìòùäëïöü",
	"áéíóúàèìòù",
	"çë",
	"āēīōū",
	"ćčěłńóŕšśžź",
}

// withGraveA is the languages that have à.
var withGraveA = languagesOf('à')

// languages returns the languages that have most of the accented letters of
// the line: all that have none of fewer than the best.
func (l *line) languages() uint32 {
	var count [32]int32
	most := int32(0)
	for _, i := range l.beyond {
		c := l.cells[i].Char
		if c.Script != char.Latin || c.Rune < 0xC0 || c.Class == char.Upper && l.cells[i].path == 0 && l.cells[i].row.Lead&l.used != 0 {
			continue
		}
		for set := languagesOf(c.Rune); set != 0 && set != allLanguages; set &= set - 1 {
			n := bits.TrailingZeros32(set)
			count[n]++
			most = max(most, count[n])
		}
	}
	set := uint32(0)
	for n, k := range count {
		if most > 0 && k == most {
			set |= 1 << n
		}
	}
	return set
}

// languagesOf returns the set of languages that use a Latin letter, as bits of
// alphabets.
func languagesOf(r rune) uint32 {
	if r < 0xC0 || r > 0x021B {
		return allLanguages
	}
	return letterLanguages[r-0xC0]
}

var letterLanguages = func() (t [0x021C - 0xC0]uint32) {
	for i, letters := range alphabets {
		for _, r := range letters {
			t[r-0xC0] |= 1 << i
			if u := unicode.ToUpper(r); u >= 0xC0 {
				t[u-0xC0] |= 1 << i
			}
		}
	}
	for i := range t {
		if t[i] == 0 {
			t[i] = allLanguages
		}
	}
	return t
}()
