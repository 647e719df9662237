package mojibake

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// Western text that was read with another page of the west has signs, capitals and letters of
// other scripts inside its words ("sp„t", "fŸr", "estб"). One such place is enough to look
// for a page with which all of them become letters or marks that Latin text has there, and with
// which the line costs a good deal less than it does as it stands.

// westernMisreadings are of pages whose letters become such.
var westernMisreadings = [...]misreading{
	{Reading(charset.CodePage850), charset.Windows1252}, {Reading(charset.CodePage437), charset.Windows1252},
	{Reading(charset.MacRoman), charset.Windows1252}, {Reading(charset.Windows1252), charset.MacRoman},
	{Reading(charset.Windows1252), charset.CodePage437}, {Reading(charset.Windows1252), charset.CodePage850},
	{Reading(charset.Windows1252), charset.Windows1251}, {Reading(charset.Windows1252), charset.Windows1253},
	{Reading(charset.ISO8859_15), charset.Latin1},
}

// strangeInWord reports whether c can hardly be part of the word that it stands in, between
// before and after: a sign between letters, a capital behind a small one, or a letter of another
// script that does not look like a Latin one.
func strangeInWord(before, c, after char.Char) bool {
	latin := after.Class == char.Lower && after.Script == char.Latin
	switch {
	case !before.Letter() || before.Script != char.Latin:
		return false
	case c.Letter():
		return strangeLetter(before, c, after, latin)
	case c.Class == char.Control && c.Rune >= utf8.RuneSelf:
		return latin || after.Rune >= utf8.RuneSelf
	case !latin:
		return false
	}
	switch c.Class {
	case char.Currency:
		return c.Rune != 'ƒ' // which is a letter where it is typed so
	case char.Invert:
		return c.Rune != '¿' // which stands for many things
	case char.Super:
		return !isPower(before, c)
	case char.Open:
		return c.Rune != '‘' // which is a letter of Uzbek and Hawaiian for want of the right one
	case char.Math:
		return c.Rune != '∙' // which multiplies in formulas
	case char.Fraction, char.Box:
		return true
	case char.Close, char.Accent:
		return !strings.ContainsRune("’´ʻʼʹˈ", c.Rune) // which are letters, or stand for such
	}
	return false
}

// strangeLetter is strangeInWord for a letter. Small letters of Greek are
// symbols.
func strangeLetter(before, c, after char.Char, inside bool) bool {
	switch {
	case c.Script == char.Latin:
		return c.Class == char.Upper && c.Rune >= utf8.RuneSelf && before.Class == char.Lower && after.Class != char.Upper && !isEclipsed(before, c)
	case c.Script != char.Greek && c.Script != char.Cyrillic, latinTwins[c.Rune] != 0:
		return false
	case inside:
		return true
	}
	return !after.Letter() && before.Class == char.Lower && (c.Script == char.Cyrillic || c.Class == char.Upper && !isOhm(before, c, after))
}

// isEclipsed reports whether a capital of Irish stands behind a letter that its word has at the
// start in some cases: nÓg, hÉireann.
func isEclipsed(before, c char.Char) bool {
	return strings.ContainsRune("hntbdgm", before.Rune) && strings.ContainsRune("ÁÉÍÓÚ", c.Rune)
}

// closesInside reports whether a small letter follows a mark that closes a quotation.
func closesInside(a, b char.Char) bool {
	return a.Class == char.Close && a.Rune != '’' && b.Class == char.Lower && b.Script == char.Latin
}

// strangeAt is strangeInWord for either of a and b, of which the second is at i in a text.
func (k *Prefilter) strangeAt(i int, a, b char.Char) bool {
	if mayBeStrange(a) && strangeInWord(k.charBefore(i-utf8.RuneLen(a.Rune)), a, b) {
		return true
	}
	if !mayBeStrange(b) {
		return false
	}
	next := i + utf8.RuneLen(b.Rune)
	r, _ := utf8.DecodeRuneInString(k.text[next:])
	return strangeInWord(a, b, orSpace(r, next == len(k.text)))
}

// mayBeStrange reports whether there are words that a character outside ASCII is strange in.
func mayBeStrange(c char.Char) bool {
	switch {
	case c.Rune < utf8.RuneSelf:
		return false
	case !c.Letter():
		return true
	case c.Script == char.Latin:
		return c.Class == char.Upper
	}
	return c.Script == char.Greek || c.Script == char.Cyrillic
}

// western returns the misreading of a western page as another that the line is the likeliest
// result of, with what it costs then, or never.
func (l *line) western() contender {
	if best, standing := l.westernReading(); (verdict{standing, best.cost}).damaged(westernGain) {
		return best
	}
	return contender{cost: never}
}

// westernReading is western, however little the line gains, with what it costs as it stands.
func (l *line) westernReading() (best contender, standing int32) {
	strange := false
	for _, at := range l.beyond {
		i := int(at)
		strange = strange || strangeInWord(l.cell(i-1), l.cells[i].Char, l.cell(i+1)) && !l.quotes(l.cells[i].Rune)
	}
	best = contender{cost: never}
	if !strange {
		return best, 0
	}
	n := l.sampleEnd()
	now := l.charsOf(l.cells[:n])
	if countWords(now) < siblingWords || symbols(now) {
		return best, 0
	}
	plain := plainWordsOf(now)
	asTyped(now, false)
	standing = standingCost(now)
	pages := l.spelled(readPages)
	for _, m := range westernMisreadings {
		if pages>>m.as&1 == 0 {
			continue
		}
		l.encode(m.as, n)
		chars := l.decode(m.of)
		if !l.westernAs(chars) {
			continue
		}
		if cost := plain.costOf(chars, m.of); cost < best.cost {
			best = contender{m, cost}
		}
	}
	return best, standing
}

// quotes reports whether a character is a quotation mark and the line has the one that goes with
// it, which in Finnish and Swedish is the same one.
func (l *line) quotes(r rune) bool {
	if r == '”' && strings.Count(l.text, "”") > 1 {
		return true
	}
	for _, pair := range quotationMarks {
		if pair[0] == r && strings.ContainsRune(l.text, pair[1]) || pair[1] == r && strings.ContainsRune(l.text, pair[0]) {
			return true
		}
	}
	return false
}

// quotationMarks go together.
var quotationMarks = [...][2]rune{{'“', '”'}, {'„', '“'}, {'„', '”'}, {'‘', '’'}, {'‚', '‘'}, {'«', '»'}, {'‹', '›'}}

// countWords counts the runs of letters.
func countWords(chars []char.Char) (n int) {
	inside := false
	for _, c := range chars {
		if c.Letter() && !inside {
			n++
		}
		inside = c.Letter()
	}
	return n
}

// westernAs reports whether what changes of the line becomes letters and marks that Latin text
// has there.
func (l *line) westernAs(chars []char.Char) bool {
	m := letters.Load()
	at := func(i int) char.Char {
		if i < 0 || i >= len(chars) {
			return char.ASCII['\n']
		}
		return chars[i]
	}
	for i, c := range chars {
		switch {
		case c.Rune >= utf8.RuneSelf && strangeInWord(at(i-1), c, at(i+1)):
			return false
		case c.Rune == l.cells[i].Rune:
		case l.cells[i].Rune == '´' && at(i-1).Letter():
			return false // an apostrophe
		case c.Letter():
			if c.Script != char.Latin || m.ID(c.Rune) == 0 || c.Class == char.Upper && at(i-1).Class == char.Lower {
				return false
			}
		case c.Class == char.Box, fitness(c, at(i-1), at(i+1)) <= 0, strangeInWord(l.cell(i-1), l.cells[i].Char, l.cell(i+1)):
			return false
		}
	}
	return true
}
