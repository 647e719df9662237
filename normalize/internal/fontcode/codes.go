package fontcode

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
)

// A reading is one that a line in a small code may have had: the code, as what it was
// read, and how to tell that it was.
type reading struct {
	name    string
	read    charset.Page
	decode  func(b byte) rune
	convert func(line string) string // in place of the two
	exact   bool                     // what comes of it is not composed
	right   func(before, after string) bool
	wrong   func(before, after string) bool // of what lines begin with: it can be right of no such line
}

func declared(name string) func(b byte) rune { return charset.DeclaredNamed(name).Decode }

// readings are in order of preference.
var readings = [...]reading{
	{name: "eth", convert: exchange("ÐĐðđ"), right: hasStroke, wrong: neverWrong, exact: true},
	{name: "tcvn", read: charset.Windows1252, decode: declared("tcvn"), right: isVietnamese, wrong: notVietnamese},
	{name: "viscii", read: charset.Windows1252, decode: declared("viscii"), right: isVietnamese, wrong: notVietnamese},
	{name: "cp1258", read: charset.Windows1252, decode: charset.Windows1258.Decode, right: isVietnamese, wrong: notVietnamese},
	{name: "vni", convert: fromVNI, right: isVietnamese, wrong: notVietnamese},
	{name: "armscii-8", read: charset.Windows1252, decode: declared("armscii-8"), right: isArmenian, wrong: hasOther(armenian)},
	{name: "georgian-ps", read: charset.Windows1252, decode: declared("georgian-ps"), right: isGeorgian, wrong: hasOther(georgian)},
	{name: "georgian-academy", read: charset.Windows1252, decode: declared("georgian-academy"), right: isGeorgian, wrong: hasOther(georgian)},
	{name: "koi8-t", read: charset.KOI8R, decode: declared("koi8-t"), right: isTajikInBoxes, wrong: hasOther(isOfCyrillic)},
	{name: "pt154", read: charset.Windows1251, decode: kazakh, right: likelier("kk"), wrong: hasOther(isOf("kk"))},
	{name: "tajik", convert: exchange("љҷЉҶњҳЊҲќқЌҚѓғЃҒ"), right: likelier("tg"), wrong: hasOther(isOf("tg")), exact: true},
	{name: "mongolian", convert: exchange("єөЄӨїүЇҮvүVҮ"), right: likelier("mn"), wrong: hasOther(isOf("mn")), exact: true},
}

// exchange returns what puts the second of two letters in the place of the first.
func exchange(pairs string) func(line string) string {
	of := []rune(pairs)
	other := func(r rune) rune {
		for k := 0; k < len(of); k += 2 {
			if r == of[k] {
				return of[k+1]
			}
		}
		return r
	}
	return func(line string) string { return strings.Map(other, line) }
}

// kazakh decodes the letters of PT154 that Russian has not, and the others as windows-1251.
func kazakh(b byte) rune {
	if r := declaredKazakh(b); unicode.IsLetter(r) {
		return r
	}
	return charset.Windows1251.Decode(b)
}

var declaredKazakh = declared("pt154")

// Convert returns a line in one of the codes as Unicode has it, and the name of the
// code, or "" if it is in none.
func Convert(line string) (s, name string) {
	best, composed := "", ""
	begin := beginOf(line)
	for k := range readings {
		r := &readings[k]
		if r.wrong(begin, r.apart(begin)) {
			continue
		}
		after := r.decoded(line)
		if after == line {
			continue
		}
		if composed == "" {
			composed = norm.NFC.String(line)
		}
		if after == composed || !r.right(line, after) {
			continue
		}
		if name == "" || r.name == "georgian-academy" && georgianCost(after) < georgianCost(best) {
			best, name = after, r.name
		}
	}
	return best, name
}

// beginOf returns what a line begins with, or "" if it is short. That shows most readings to be
// wrong. What follows is a letter of ASCII, and no mark for the last character.
func beginOf(line string) string {
	const least, most = 80, 160
	for n := least; n < min(most, len(line)/2); n++ {
		if line[n] < utf8.RuneSelf {
			return line[:n]
		}
	}
	return ""
}

func neverWrong(before, after string) bool { return false }

// decoded returns the line in the reading.
func (r *reading) decoded(line string) string {
	if r.exact {
		return r.apart(line)
	}
	return norm.NFC.String(r.apart(line))
}

// apart returns the line in the reading, in which accents may not be one with their letters.
func (r *reading) apart(line string) string {
	if r.convert != nil {
		return r.convert(line)
	}
	var b strings.Builder
	b.Grow(len(line) + len(line)/2)
	for _, c := range line {
		if c >= utf8.RuneSelf {
			if v, ok := r.read.Encode(c); ok && !(r.read == charset.Windows1252 && 0x91 <= v && v <= 0x97) {
				c = r.decode(v) // quotation marks and dashes are typed
			}
		}
		b.WriteRune(c)
	}
	return b.String()
}

// pairsOf calls f for each word of a line and that at its place in another until f is false. It
// reports whether f was true of all, and the two have as many.
func pairsOf(before, after string, f func(a, b string) bool) bool {
	for {
		var a, b string
		a, before = nextWord(before)
		b, after = nextWord(after)
		if a == "" || b == "" {
			return a == b
		}
		if !f(trimmed(a), trimmed(b)) {
			return false
		}
	}
}

// nextWord returns the first word of a line, or "", and the rest.
func nextWord(line string) (word, rest string) {
	line = strings.TrimLeftFunc(line, unicode.IsSpace)
	n := strings.IndexFunc(line, unicode.IsSpace)
	if n < 0 {
		n = len(line)
	}
	return line[:n], line[n:]
}

// trimmed returns a word without the marks around it.
func trimmed(word string) string { return strings.Trim(word, `.,;:!?()"'“”‘’…-–`) }

// isVietnamese reports whether a line is Vietnamese after it was decoded, and was not
// before: each word that changed is a syllable, of which two were none, and so are
// most of the others. One that changed must have had signs or two letters beyond ASCII
// side by side.
func isVietnamese(before, after string) bool {
	changed, gained, others, syllables := 0, 0, 0, 0
	strange := false
	ok := pairsOf(before, after, func(a, b string) bool {
		switch {
		case a != b && !IsSyllable(b):
			return false
		case a != b:
			changed++
			strange = strange || isStrange(a)
			if !IsSyllable(norm.NFC.String(a)) {
				gained++
			}
		case b != "":
			others++
			if IsSyllable(b) {
				syllables++
			}
		}
		return true
	})
	return ok && strange && changed > 1 && gained > 1 && 2*syllables >= others
}

// notVietnamese reports whether some word is no syllable after it was changed, composed or not. The
// last one may go on.
func notVietnamese(before, after string) bool {
	for {
		var a, b string
		a, before = nextWord(before)
		b, after = nextWord(after)
		if a == "" || b == "" {
			return false
		}
		a, b = trimmed(a), trimmed(b)
		if cut := before == "" || after == ""; cut && len(b) <= 2*longestSyllable {
			return false
		}
		if a != b && !IsSyllable(b) {
			return true
		}
	}
}

// isStrange reports whether a word has a sign within it or two letters beyond ASCII
// side by side.
func isStrange(word string) bool {
	a := ' '
	for _, b := range word {
		if isSign(b) || a >= 0xC0 && b >= 0xC0 && a != b {
			return true
		}
		a = b
	}
	return false
}

// isSign reports whether a character of latin-1 is no letter, nor a mark that words
// have.
func isSign(r rune) bool {
	return 0xA2 <= r && r < 0xC0 && !strings.ContainsRune("ª«·º»¿\u00ad", r)
}

// Suspect reports whether b after a, with next after it, may be of a line in one of the
// codes.
func Suspect(a, b, next rune) bool {
	switch {
	case b < 0xA2:
		return (b == 'v' || b == 'V') && isCyrillic(a) && isCyrillic(next)
	case b < 0xC0:
		return isSign(b) && unicode.IsLetter(a) && unicode.IsLetter(next)
	case b < 0x0100:
		return suspectLetters(a, b, next)
	case b < 0x0400:
		return false
	case 0x2500 <= b && b <= 0x259F, b == '‡':
		return isCyrillic(a) || isCyrillic(next)
	}
	return hackLetter(b) && (notSerbian(a) || rareInSerbian(a, b)) || hackLetter(a) && (notSerbian(b) || rareInSerbian(a, b))
}

// vniSecond are the letters of VNI that add to those before them.
const vniSecond = "ùøûõïâáàåãäêéèúüë"

// hackLetter reports whether r is a letter of Serbian or Macedonian that fonts of other
// languages have one of theirs in the place of.
func hackLetter(r rune) bool {
	return r == 'ќ' || r == 'Ќ' || r == 'њ' || r == 'Њ' || r == 'љ' || r == 'Љ'
}

// notSerbian reports whether r is a letter of Cyrillic that neither of the two has.
func notSerbian(r rune) bool {
	if r < 0x0400 || r >= 0x0530 {
		return false
	}
	return strings.ContainsRune("ыэіщъяюйёЫЭІЩЪЯЮЙЁ", r)
}

// rareInSerbian reports whether two letters of Cyrillic, of which Serbian and Macedonian have one
// alone or both, are rare beside each other in these. In the Universal Declaration of Human Rights,
// four words of Tajik in a font have such a pair one time in two, of Serbian one in sixty.
func rareInSerbian(a, b rune) bool {
	if !isCyrillic(a) || !isCyrillic(b) {
		return false
	}
	m := letters.Load()
	first, second := m.ID(a), m.ID(b)
	return m.Language("sr-Cyrl").Cost(first, second) > rarePair && m.Language("mk").Cost(first, second) > rarePair
}

// rarePair is the cost above which a pair of letters is rare, as counted above.
const rarePair = 90

func isCyrillic(r rune) bool { return 0x0400 <= r && r < 0x0530 }

// suspectLetters is Suspect of letters of latin-1: those of VNI, of windows-1258 and
// three capitals of Georgian.
func suspectLetters(a, b, next rune) bool {
	if b == 'Ð' && !unicode.IsLetter(a) && (unicode.IsUpper(next) || unicode.IsLower(next) && next != 'µ') {
		return true // ð begins no word in the languages that have it
	}
	if westernCapital(a) {
		if westernCapital(b) && westernCapital(next) {
			return true
		}
		a |= 0x20
	}
	if westernCapital(b) {
		b |= 0x20
	}
	switch {
	case a == 'ö' || a == 'ô':
		return strings.ContainsRune(vniSecond, b) || b == 'ô' || b == 'ì'
	case b == 'ä' || b == 'ø':
		a |= 0x20
		return a == 'a' || a == 'e' || a == 'o' || a == 'u'
	case b == 'ì' || b == 'ò':
		return a == 'â' || a == 'ã' || a == 'ê' || a == 'õ' || a == 'ý' || a == 'ă'
	}
	return false
}

// westernCapital reports whether r is a capital of latin-1 beyond ASCII, as which all
// letters of Georgian are read.
func westernCapital(r rune) bool { return 0xC0 <= r && r <= 0xDF && r != 0xD7 }

// letterCount counts the letters of a line that are and are not of a kind.
func letterCount(line string, of func(r rune) bool) (n, others int) {
	for _, r := range line {
		switch {
		case of(r):
			n++
		case unicode.IsLetter(r) || r == utf8.RuneError || 0xA1 <= r && r < 0xC0 && r != '«' && r != '»':
			others++
		}
	}
	return n, others
}

// hasOther returns what reports whether a line has letters that are not of a kind after it was
// decoded.
func hasOther(of func(r rune) bool) func(before, after string) bool {
	return func(_, after string) bool {
		_, others := letterCount(after, of)
		return others > 0
	}
}

// fewest is the number of letters from which a line is judged that is all in one code.
const fewest = 10

func armenian(r rune) bool { return 0x0531 <= r && r <= 0x0587 && unicode.IsLetter(r) }

// isArmenian reports whether a line is Armenian after it was decoded: all its letters
// are, capitals begin words, the commonest vowel is as common as it should be, and the
// line had signs for letters, as no text of letters beyond ASCII has.
func isArmenian(before, after string) bool {
	n, others := letterCount(after, armenian)
	if n < fewest || others > 0 {
		return false
	}
	signs, vowels := 0, 0
	for _, r := range before {
		switch {
		case 0x80 <= r && r < 0xA0:
			return false // the code has none
		case 0xB2 <= r && r <= 0xBF:
			signs++
		}
	}
	a := ' '
	for _, b := range after {
		if unicode.IsUpper(b) && unicode.IsLower(a) {
			return false
		}
		if b == 'ա' || b == 'Ա' {
			vowels++
		}
		a = b
	}
	return 10*signs >= n && 12*vowels >= n && 3*vowels <= n
}

func georgian(r rune) bool { return 0x10D0 <= r && r <= 0x10F0 }

// georgianShares is how common the letters of Georgian are, in thousandths, counted
// from the Universal Declaration of Human Rights.
var georgianShares = [...]uint8{
	153, 47, 16, 43, 90, 39, 5, 29, 113, 7, 53, 41, 41, 48, 4, 1, 49, 79, 6, 39, 15, 9, 4, 12, 14, 3, 12, 4, 8, 1, 13, 2, 1,
}

// georgianCost returns how far the letters of a line are from those of Georgian: the
// less, the likelier.
func georgianCost(line string) int {
	n, cost := 0, 0
	for _, r := range line {
		if georgian(r) {
			n++
			cost += 1000 / int(georgianShares[r-0x10D0])
		}
	}
	return cost / max(n, 1)
}

// rareGeorgian is the cost above which letters are not those of Georgian.
const rareGeorgian = 60

// isGeorgian reports whether a line is Georgian after it was decoded: all its letters
// are, and they are as common as they should be, vowels above all.
func isGeorgian(before, after string) bool {
	n, others := letterCount(after, georgian)
	if n < 2*fewest || others > 0 || georgianCost(after) > rareGeorgian || likelyCyrillic(before) {
		return false
	}
	vowels, _ := letterCount(after, func(r rune) bool { return strings.ContainsRune("აეიოუ", r) })
	return 3*vowels >= n && 5*vowels <= 3*n
}

// strokes are the letters outside ASCII, in lower case, of languages that have đ and not ð, and
// those of them that no language with ð has.
var strokes = [...]struct{ all, own string }{
	{"čćđšž", "čćđšž"}, // Croatian, Bosnian, Serbian
	{"àáâãèéêìíòóôõùúýăđĩũơư", "àâãèêìòôõùăđĩũơư"}, // Vietnamese, without the marks of tones
}

// hasStroke reports whether a line is in a language that has đ, for which an eth stands: all
// its letters outside ASCII are of that language, and one besides it of no language that has ð.
func hasStroke(before, after string) bool {
	for _, s := range strokes {
		all, own := true, false
		if vietnamese := s.all != s.own; vietnamese && !wideSyllables(after) {
			continue
		}
		for _, r := range before {
			r = unicode.ToLower(r)
			if r < utf8.RuneSelf || r == 'ð' || !unicode.IsLetter(r) {
				continue
			}
			toned := 0x1EA0 <= r && r <= 0x1EF9 && s.all != s.own
			all = all && (toned || strings.ContainsRune(s.all, r))
			own = own || toned || strings.ContainsRune(s.own, r)
		}
		if all && own {
			return true
		}
	}
	return false
}

// wideSyllables reports whether all words of a line that have letters outside ASCII are syllables
// of Vietnamese.
func wideSyllables(line string) bool {
	for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !IsSyllable(norm.NFC.String(word)) && strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) {
			return false
		}
	}
	return true
}

// likelyCost is the cost of a letter, on average, below which text is in a language.
const likelyCost = 46

// likelyCyrillic reports whether a line is Russian, Ukrainian or Bulgarian in a code of
// Cyrillic that was read as windows-1252.
func likelyCyrillic(line string) bool {
	m := letters.Load()
	for _, page := range [...]charset.Page{charset.Windows1251, charset.KOI8R} {
		r := reading{read: charset.Windows1252, decode: page.Decode}
		text := r.decoded(line)
		for _, tag := range [...]string{"ru", "uk", "bg"} {
			if costOf(m.Language(tag), text) < likelyCost {
				return true
			}
		}
	}
	return false
}

// costOf returns the cost of a letter of a text in a language, on average.
func costOf(l *letters.Language, text string) int {
	m := letters.Load()
	n, cost := 0, int32(0)
	a := letters.ID(0)
	for _, r := range text {
		b := m.AnyID(r)
		if !unicode.IsLetter(r) {
			b = 0
		} else if n++; b == 0 {
			cost += letters.Foreign
		}
		if a|b != 0 {
			cost += l.Cost(a, b)
		}
		a = b
	}
	return int(cost) / max(n, 1)
}

// isTajikInBoxes reports whether a line had the signs that draw boxes for letters of
// Tajik, each within a word of Cyrillic.
func isTajikInBoxes(before, after string) bool {
	found := 0
	a := ' '
	for i, r := range before {
		if 0x2500 <= r && r <= 0x259F {
			next, _ := utf8.DecodeRuneInString(before[i+utf8.RuneLen(r):])
			if !unicode.Is(unicode.Cyrillic, a) && !unicode.Is(unicode.Cyrillic, next) {
				return false
			}
			found++
		}
		a = r
	}
	_, others := letterCount(after, isOfCyrillic)
	return found > 1 && others == 0
}

func isOfCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

// sureCost is by how much the cost of a letter must fall, on average.
const sureCost = 12

// likelier returns what reports whether a line is likelier in a language after it was
// decoded than before in the languages whose letters it had.
func likelier(tag string) func(before, after string) bool {
	ours := isOf(tag)
	return func(before, after string) bool {
		m := letters.Load()
		l := lettersOf(tag)
		n, others := letterCount(after, ours)
		if n < 6 || others > 0 {
			return false
		}
		here := costOf(l, after)
		for _, k := range [...]string{"uk", "sr-Cyrl", "mk", "be", "bg", "ru"} {
			if costOf(m.Language(k), before)-here < sureCost {
				return false
			}
		}
		return true
	}
}

// lettersOf returns what is known of the letters of a language.
func lettersOf(tag string) *letters.Language {
	m := letters.Load()
	if l := m.Language(tag); l != nil {
		return l
	}
	return m.Other(tag)
}

// isOf returns what reports whether a letter is one of a language.
func isOf(tag string) func(r rune) bool {
	known := sync.OnceValue(func() *letters.Language { return lettersOf(tag) })
	return func(r rune) bool { return known().Has(letters.Load().AnyID(r)) }
}
