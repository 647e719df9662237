package mojibake

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
	"golang.org/x/text/unicode/norm"
)

// What speaks for a line as it stands. Right text may be in any language of the
// world, damaged text is restored to those that are known well: so whatever the
// repair would make of a line, the line itself is given the benefit of all the
// languages that were counted.

// explaining returns the languages, of those that text is not restored to, that
// lack hardly any of the letters of a text.
func explaining(m *letters.Model, chars []char.Char) *letters.Set {
	var count [64 * len(letters.Set{})]int32
	most := int32(0)
	for _, c := range chars {
		if c.Rune < utf8.RuneSelf {
			continue
		}
		id := m.AnyID(c.Rune)
		if id == 0 {
			continue
		}
		for w, word := range m.Having(id) {
			for ; word != 0; word &= word - 1 {
				k := w*64 + bits.TrailingZeros64(word)
				count[k]++
				most = max(most, count[k])
			}
		}
	}
	set := new(letters.Set)
	for k, n := range count {
		if n > 0 && n >= most-most/strangers {
			set[k/64] |= 1 << (k % 64)
		}
	}
	return set
}

// strangers is the number of letters of a text of which one may be strange to its
// language.
const strangers = 16

// standsFor reports whether the line, which is not right anyway, is likelier as it stands than
// as the misreading of a legacy code that was found best.
func (l *line) standsFor(best contender, n int) bool {
	if l.rightInCase(best, n) {
		return true
	}
	standing, ok := l.standingAs(n)
	return ok && !verdict{standing, best.cost}.damaged(l.needed(best.misreading, n))
}

// rightAnyway reports whether the line is right by what it is made of, whatever it may be the
// misreading of: letters that look like those of the words that they stand in, symbols, lists of
// letters, abbreviations, or words that all are spelled as some language spells them.
func (l *line) rightAnyway(n int) bool {
	chars := l.charsOf(l.cells[:n])
	if lookAlikes(chars) || symbols(chars) || alphabet(chars) || abbreviations(chars) {
		return true
	}
	asTyped(chars, true)
	return allSpelled(chars)
}

// alphabet reports whether most of the letters of a text beyond ASCII stand in the order of an
// alphabet, as lists of letters have them.
func alphabet(chars []char.Char) bool {
	wide, ordered, run := 0, 0, 0
	last := rune(0)
	for _, c := range chars {
		if c.Rune < utf8.RuneSelf || !c.Letter() {
			run, last = 0, 0
			continue
		}
		wide++
		base := baseOf(c.Rune)
		if base < last {
			run = 0
		}
		last = base
		switch run++; {
		case run == fewestOrdered:
			ordered += run
		case run > fewestOrdered:
			ordered++
		}
	}
	return 2*ordered > wide
}

// fewestOrdered is the number of letters from which on their order is no chance.
const fewestOrdered = 6

// baseOf returns a letter without its accents.
func baseOf(r rune) rune {
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
	}
	return unicode.ToUpper(r)
}

// abbreviations reports whether all words of a text with letters beyond ASCII are in capitals of
// Cyrillic and short, as those of authorities and alliances are.
func abbreviations(chars []char.Char) bool {
	some := false
	for i := 0; i < len(chars); {
		end, capitals := i, true
		for ; end < len(chars) && chars[end].Letter(); end++ {
			capitals = capitals && chars[end].Class == char.Upper && chars[end].Script == char.Cyrillic
		}
		switch wide := slices.ContainsFunc(chars[i:end], func(c char.Char) bool { return c.Rune >= utf8.RuneSelf }); {
		case !wide:
		case !capitals || end-i > longestAbbreviation:
			return false
		default:
			some = true
		}
		i = max(end, i+1)
	}
	return some
}

// longestAbbreviation is the number of letters of such a word.
const longestAbbreviation = 5

// rightInCase reports whether the line has words of natural case that no text misread so has.
func (l *line) rightInCase(best contender, n int) bool {
	chars := l.charsOf(l.cells[:n])
	asTyped(chars, true)
	if natural(chars, char.Cyrillic) && (unnaturalTarget(best.of) || writtenLatin(best.of) && !hasLatin(chars)) {
		return true
	}
	return unnaturalTarget(best.of) && natural(chars, char.Greek)
}

// standingAs returns what the first n cells cost as they were typed. ok is false if they are words
// of no language, neither in Latin nor in Cyrillic.
func (l *line) standingAs(n int) (cost int32, ok bool) {
	chars := l.charsOf(l.cells[:n])
	asTyped(chars, true)
	if !natural(chars, char.Latin) && !natural(chars, char.Cyrillic) {
		return 0, false
	}
	return standingCost(chars), true
}

// unnaturalTarget reports whether a code is one that Cyrillic text of natural case
// is never the misreading of. Of lines damaged so, hardly one in five hundred has
// natural case; of right lines that are taken for such, three in four.
func unnaturalTarget(of Reading) bool {
	switch charset.Page(of) {
	case charset.Windows1256, charset.Windows874, charset.Windows1253, charset.ISO8859_7:
		return true
	}
	return of >= charset.Count
}

// writtenLatin reports whether the letters of a code are Latin ones. Latin text of which no
// letter of ASCII is left, so that all that is left looks like words of Cyrillic, is not known.
func writtenLatin(of Reading) bool {
	const latin = 1<<charset.Windows1252 | 1<<charset.Windows1250 | 1<<charset.Windows1254 | 1<<charset.Windows1257 | 1<<charset.MacRoman |
		1<<charset.MacCentralEurope | 1<<charset.CodePage437 | 1<<charset.CodePage850 | 1<<charset.CodePage852 | 1<<charset.ISO8859_2
	return of < charset.Count && latin>>of&1 == 1
}

// hasLatin reports whether a text has Latin letters.
func hasLatin(chars []char.Char) bool {
	return slices.ContainsFunc(chars, func(c char.Char) bool { return c.Letter() && c.Script == char.Latin })
}

// asTyped makes of each character what it was meant for by those who typed it: a
// letter of another script that looks like one of the word is one, and ƒ in a word
// is a letter. A word is taken for one in the script that most of its letters are of, or else, if
// it may be in either, for one in the other.
func asTyped(chars []char.Char, either bool) {
	for i, c := range chars {
		if c.Rune == 'µ' && (i > 0 && chars[i-1].Script == char.Greek || i+1 < len(chars) && chars[i+1].Script == char.Greek) {
			chars[i] = char.Of('μ') // not the sign of micro
		}
	}
	for i := 0; i < len(chars); {
		if !inWord(chars, i) {
			i++
			continue
		}
		end, latins, others := i, 0, 0
		for ; end < len(chars) && inWord(chars, end); end++ {
			if chars[end].Rune == 'ƒ' {
				chars[end].Class, chars[end].Script = char.Lower, char.Latin
			}
			switch chars[end].Script {
			case char.Latin:
				latins++
			case char.Cyrillic, char.Greek:
				others++
			}
		}
		if latins > 0 && others > 0 {
			if !oneScript(chars[i:end], latins > others) && either {
				oneScript(chars[i:end], latins <= others)
			}
		}
		i = end
	}
}

// allSpelled reports whether there is a language that all words with letters outside
// ASCII may be of.
func allSpelled(chars []char.Char) bool {
	wide, ok := wideWords(chars)
	return ok && anySpells(letters.Load(), wide)
}

// wideWords returns the words with letters outside ASCII. ok is false if there are
// none, or some that are no words as they stand.
func wideWords(chars []char.Char) (wide []char.Char, ok bool) {
	for i := 0; i < len(chars); {
		if !chars[i].Letter() {
			if signInWord(chars, i) {
				return nil, false
			}
			i++
			continue
		}
		end, ascii := i, true
		for ; end < len(chars) && chars[end].Letter(); end++ {
			ascii = ascii && chars[end].Rune < utf8.RuneSelf
		}
		if !ascii {
			if !naturalCase(chars[i:end]) {
				return nil, false
			}
			wide = append(append(wide, chars[i:end]...), char.ASCII[' '])
		}
		i = end
	}
	return wide, len(wide) > 0
}

// signInWord reports whether a sign outside ASCII touches letters as signs hardly ever
// do.
func signInWord(chars []char.Char, i int) bool {
	c := chars[i]
	before, after := i > 0 && chars[i-1].Letter(), i+1 < len(chars) && chars[i+1].Letter()
	switch {
	case c.Rune < utf8.RuneSelf:
		return false
	case c.Class == char.Control, c.Class == char.Private, c.Class == char.Lost:
		return true
	case c.Rune == '’' || c.Class == char.Dash || c.Class == char.Hidden:
		return false
	}
	return before && (after || c.Class > char.Dash) || after && c.Class > char.Invert
}

// inWord reports whether a character is a letter where it stands.
func inWord(chars []char.Char, i int) bool {
	c := chars[i]
	if c.Rune != 'ƒ' {
		return c.Letter()
	}
	before, after := char.ASCII[' '], char.ASCII[' ']
	if i > 0 {
		before = chars[i-1]
	}
	if i+1 < len(chars) {
		after = chars[i+1]
	}
	return (before.Class == char.Lower || after.Class == char.Lower) && !(before.Class == char.Upper && before.Rune >= utf8.RuneSelf)
}

// oneScript writes a word of two scripts in Latin, or in the other one. It reports
// whether it could: all the letters that change must have a twin.
func oneScript(word []char.Char, latin bool) bool {
	twins := make([]char.Char, len(word))
	for i, c := range word {
		twins[i] = c
		if c.Class == char.Mark || latin == (c.Script == char.Latin) {
			continue
		}
		twin := cmp.Or(latinTwins[c.Rune], berberTwins[c.Rune])
		if !latin {
			twin = cyrillicTwins[c.Rune]
		}
		if twin == 0 {
			return false
		}
		twins[i] = char.Of(twin)
	}
	copy(word, twins)
	return true
}

// natural reports whether a text has words in a script and all of them are of
// natural case: small letters, perhaps after a capital, or capitals.
func natural(chars []char.Char, s char.Script) bool {
	some := false
	for i := 0; i < len(chars); {
		if chars[i].Script != s || !chars[i].Letter() {
			i++
			continue
		}
		end := i
		for end < len(chars) && (chars[end].Script == s && chars[end].Letter() || chars[end].Class == char.Mark) {
			end++
		}
		if !naturalCase(chars[i:end]) {
			return false
		}
		some = true
		i = end
	}
	return some
}

// naturalCase reports whether the letters of a word are all small, all capitals, or
// small after one capital, or the word is several such that are glued together and
// not short. The palochka of the Caucasus, for which І stands often, has no case.
func naturalCase(word []char.Char) bool {
	lower, upper, glued := 0, 0, false
	for i, c := range word {
		switch {
		case c.Rune == 'І' || c.Rune == 'Ӏ' || c.Rune == 'ӏ' || c.Rune == 'ΐ' || c.Rune == 'ΰ' || !c.Cased():
		case c.Class == char.Upper:
			if lower > 0 {
				if lower+upper < fewestGlued {
					return false
				}
				lower, upper, glued = 0, 0, true
			}
			upper++
		default:
			if upper > 1 && i > 0 {
				return false
			}
			lower++
		}
	}
	return !glued || lower+upper >= fewestGlued
}

// fewestGlued is the number of letters that each of several words has at least that
// are glued together.
const fewestGlued = 4

// lookAlikes reports whether all letters of other scripts that stand in Latin words
// look like Latin ones. They are typed by those who want to be found by no one, or
// who have no other keys, and say nothing of the code.
func lookAlikes(chars []char.Char) bool {
	some := false
	for i, c := range chars {
		if !c.Letter() || c.Script == char.Latin || c.Class == char.Mark {
			continue
		}
		beside := i > 0 && chars[i-1].Script == char.Latin && chars[i-1].Letter() ||
			i+1 < len(chars) && chars[i+1].Script == char.Latin && chars[i+1].Letter()
		if !beside || latinTwins[c.Rune] == 0 {
			return false
		}
		some = true
	}
	return some
}

// symbols reports whether all letters of a text that are not Latin ones are of Greek, without
// accents, and as formulas have them: alone, or before or behind a few Latin letters, as in sinθ.
func symbols(chars []char.Char) bool {
	some := false
	for i, c := range chars {
		if !c.Letter() || c.Script == char.Latin {
			continue
		}
		before, after := i, i+1
		for ; before > 0 && chars[before-1].Letter(); before-- {
		}
		for ; after < len(chars) && chars[after].Letter(); after++ {
		}
		if c.Script != char.Greek || accented(c.Rune) || before < i && i+1 < after || after-before > longestSymbol {
			return false
		}
		some = true
	}
	return some
}

// longestSymbol is the number of letters of such a word.
const longestSymbol = 4

// accented reports whether a letter is one with an accent.
func accented(r rune) bool { return len(norm.NFD.PropertiesString(string(r)).Decomposition()) > 0 }

// berberTwins give for a Greek letter the Latin one that Berber languages are typed with it for,
// which does not look quite like it.
var berberTwins = map[rune]rune{'γ': 'ɣ', 'Γ': 'Ɣ'}

// latinTwins gives for a letter the Latin one that looks like it, cyrillicTwins for a
// Latin one the Cyrillic one.
var latinTwins, cyrillicTwins = twins()

func twins() (latin, cyrillic map[rune]rune) {
	latin, cyrillic = map[rune]rune{}, map[rune]rune{}
	for _, pair := range strings.Fields("аa сc еe оo рp хx уy іi јj ѕs һh ԁd ԛq ԝw АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ӑă ӗĕ ҫç ӳÿ ӐĂ ӖĔ ҪÇ") {
		r := []rune(pair)
		latin[r[0]], cyrillic[r[1]] = r[1], r[0]
	}
	for _, pair := range strings.Fields("οo εɛ ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX") {
		r := []rune(pair)
		latin[r[0]] = r[1]
	}
	cyrillic['I'], cyrillic['l'] = 'Ӏ', 'ӏ' // the palochka of the Caucasus
	return latin, cyrillic
}

// longestWord is how far from a letter its word is looked at, in characters: what
// goes on for longer is no word of any language.
const longestWord = 80

// standsAsWord reports whether the cells of a candidate are letters of a word that
// some language of the world may have: of natural case, in letters of that
// language, none of which is strange beside the next. Where no language is known that
// has it, none must have what would become of it either.
func (l *line) standsAsWord(c *candidate) bool {
	at, n := int(c.at), int(c.n)
	start, end := at, at+n
	for start > 0 && at-start < longestWord && l.cells[start-1].wordly() {
		start--
	}
	for end < len(l.cells) && end-at < longestWord && l.cells[end].wordly() {
		end++
	}
	word := l.charsOf(l.cells[start:end])
	asTyped(word, true)
	at -= start
	first, last := at, at+n
	script := word[at].Script
	for first > 0 && partOf(word[first-1], script) {
		first--
	}
	for last < len(word) && partOf(word[last], script) {
		last++
	}
	for _, c := range word[at : at+n] {
		if !partOf(c, script) {
			return false
		}
	}
	if others := len(word) - (last - first); others > 2 || others > 0 && last-first < fewestLetters {
		return false // scripts meet in it
	}
	word, at = word[first:last], at-first
	if m := letters.Load(); !naturalCase(word) || anySpells(m, word) {
		return naturalCase(word)
	} else if c.Script != char.Latin || script != char.Latin || l.cased != char.Other {
		return false
	} else {
		after := slices.Concat(word[:at], []char.Char{c.Char}, word[at+n:])
		return !anySpells(m, after)
	}
}

// partOf reports whether a character may be part of a word in a script.
func partOf(c char.Char, s char.Script) bool {
	return c.Letter() && c.Script == s || c.Class == char.Mark
}

// wordly reports whether a cell may be part of a word.
func (c *cell) wordly() bool { return c.Letter() || c.Rune == 'ƒ' }

// anySpells reports whether a word may be of any language of the world.
func anySpells(m *letters.Model, word []char.Char) bool {
	for k := range m.Languages {
		if spells(m, &m.Languages[k], word) {
			return true
		}
	}
	return othersSpell(m, word)
}

// othersSpell reports whether a word may be of a language that text is not restored
// to.
func othersSpell(m *letters.Model, word []char.Char) bool {
	for _, o := range m.Others(havingAll(m, word)) {
		if spells(m, o, word) {
			return true
		}
	}
	return false
}

// othersSpellLine reports whether the words of a line with letters outside ASCII, and
// the others too, may be of a language that text is not restored to.
func othersSpellLine(m *letters.Model, wide, line []char.Char) bool {
	for _, o := range m.Others(havingAll(m, wide)) {
		if spells(m, o, wide) && costs(m, o, line) <= strangerLetter*countLetters(line) {
			return true
		}
	}
	return false
}

// costs returns what the words of a line cost in a language.
func costs(m *letters.Model, l *letters.Language, line []char.Char) (sum int32) {
	before := letters.ID(0)
	for i, c := range line {
		id := letters.ID(0)
		switch {
		case c.Letter():
			if id = m.AnyID(c.Rune); id == 0 {
				sum += letters.Foreign
			} else {
				sum += l.Cost(before, id)
			}
		case i > 0 && line[i-1].Letter():
			sum += l.Cost(before, 0)
		}
		before = id
	}
	return sum
}

func countLetters(chars []char.Char) (n int32) {
	for _, c := range chars {
		if c.Letter() {
			n++
		}
	}
	return n
}

// havingAll returns the languages, of those that text is not restored to, that have
// all letters of a word outside ASCII.
func havingAll(m *letters.Model, word []char.Char) *letters.Set {
	set := new(letters.Set)
	for w := range set {
		set[w] = ^uint64(0)
	}
	for _, c := range word {
		if c.Rune < utf8.RuneSelf || !c.Letter() {
			continue
		}
		having := m.Having(m.AnyID(c.Rune))
		for w := range set {
			set[w] &= having[w]
		}
	}
	return set
}

// spells reports whether a word, or several with something between them, may be of a
// language.
func spells(m *letters.Model, l *letters.Language, word []char.Char) bool {
	before, sum := letters.ID(0), int32(0)
	for _, c := range word {
		id := m.AnyID(c.Rune)
		if c.Letter() && (id == 0 || !l.Has(id)) {
			return false
		}
		cost := l.Cost(before, id)
		if cost > strangePair {
			return false
		}
		sum += cost
		before = id
	}
	sum += l.Cost(before, 0)
	return sum <= usualPair*int32(len(word)+1)
}
