package normalize

import "unicode"

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
