package mojibake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// Scores of candidates are in points: evidence for damage above zero, against it below. The points
// of [odd] and [fitness] are set by hand, as the counted texts hold hardly any of the marks and
// signs that they are about, and are held to lines of news with and without damage. What a score
// is worth is measured: in 17.8 million characters of right text (the declarations that
// internal/letters is counted from, in pieces of one word to eight) and 2.5 million of damaged
// text (the same misread as each page in turn), the odds for damage are 1 to 6 for a score of -20,
// 30 to 1 for -10, 260 to 1 for 0 and 850 to 1 for 3, so that a point is worth some six sixteenths
// of a nat. Nothing in right text scores more than 5, see accept.

// point is what a point counts for where it is added to the costs of letters, in sixteenths of a
// nat. Of the damaged lines of the development set, on average over 139 kinds, 90.0 % are restored
// with it, 89.8 with 8 and 90.1 with 16, with which a right name in CLDR is changed, too.
const point = 12

// weigh gives the evidence that a candidate is damage: how strange its
// characters are as they stand, and how well what they decode to fits between
// its neighbours. What is itself part of a mis-decoded sequence (inner) need
// not fit.
func (l *line) weigh(c *candidate, before, after char.Char, inner bool) int32 {
	fit := fitness(c.Char, before, after)
	odd := l.oddness(int(c.at), int(c.n))
	switch first := l.cells[c.at].Char; {
	case 0x2010 <= c.Rune && c.Rune <= 0x2026 && !l.isWord(int(c.at), int(c.n)):
		odd = max(odd, 8) // nothing else looks like the image of a mark
	case c.Class == char.Box && besideBox(before) && !l.isWord(int(c.at), int(c.n)):
		odd = max(odd, 4)
	case c.Script == char.Latin && c.n == 2 && first.Letter() && first.Script > char.Latin && before.Gap() && after.Gap():
		odd += 3 // a word of another script, two letters long
	}
	c.alone = c.Script != char.Latin && c.Letter() && !before.Joins(c.Char) && !after.Joins(c.Char)
	if inner {
		fit = max(fit, 2)
	} else if odd+fit < accept {
		fit += l.spelledGain(c)
	}
	c.fits = fit > -4
	c.word = !inner && (l.standsAsWord(c) || l.wordToSign(c) || l.capitalToSign(c, after))
	return odd + fit
}

// wordToSign reports whether a candidate makes a sign of letters that are of one
// case. Only marks of punctuation look like words as often as not.
func (l *line) wordToSign(c *candidate) bool {
	switch c.Class {
	case char.Super, char.Box, char.Math, char.Emoji, char.Fraction, char.Currency, char.NBSP, char.Hidden, char.Accent:
		return l.isWord(int(c.at), int(c.n)) && naturalCase(l.charsOf(l.cells[c.at:c.at+c.n]))
	}
	return false
}

// capitalToSign reports whether a candidate begins with the last letter of a word in
// capitals and ends with a sign after it: OGSÅ™, IARNĂ and a no-break space. Behind what is
// quoted its ending may follow (”TÄRKEÄ”LLE), and behind a soft hyphen the rest of a word in either
// case. A capital of Greek before a tonos is a number (Γ΄).
func (l *line) capitalToSign(c *candidate, after char.Char) bool {
	if c.n != 2 {
		return false
	}
	before, first, sign := l.cell(int(c.at)-1), l.cells[c.at].Char, l.cells[c.at+1].Char
	if sign.Rune == '΄' && first.Script == char.Greek && !before.Letter() && !after.Letter() {
		return true // a number
	}
	if strings.ContainsRune("ÃÂãâ", first.Rune) {
		return false // nothing is more common in damaged text, and little less in capitals
	}
	if sign.Class == char.Hidden && before.Class == first.Class && first.Class == after.Class && before.Script == first.Script && first.Script == after.Script {
		return first.Cased()
	}
	if after.Letter() && !l.quotes(sign.Rune) {
		return false
	}
	return before.Class == char.Upper && first.Class == char.Upper && before.Script == first.Script && !sign.Letter() && sign.Class != char.Control
}

// rightWord is what speaks against a candidate that is part of a word as it stands,
// unless the line has several others and more of them.
const (
	rightWord  = -16
	fewestGood = 3
)

// isWord reports whether n cells are letters of one script.
func (l *line) isWord(at, n int) bool {
	for i := at; i < at+n; i++ {
		if !l.cells[i].Letter() || l.cells[i].Script != l.cells[at].Script {
			return false
		}
	}
	return true
}

// weighEast is weigh for a candidate of an East Asian code. It is part of a
// stretch of cells from start to end, of which those up to done are UTF-8.
func (l *line) weighEast(c *candidate, start, done, end int, before, after char.Char) int32 {
	fit := int32(99)
	all := append([]char.Char{c.Char}, c.more...)
	for k, d := range all {
		next := after
		if k+1 < len(all) {
			next = all[k+1]
		}
		if d.Rune >= utf8.RuneSelf {
			fit = min(fit, fitness(d, before, next))
		}
		before = d
	}
	if fit == 99 {
		return -8
	}
	left, right := l.cell(start-1), l.cell(end)
	c.named = l.mixedName(start, end, left, right) && !quotes(all[0])
	if strangeAlone(c, left, right) || slices.ContainsFunc(all, unwritten) || mixesScripts(all, left, right) {
		return rightWord
	}
	c.alone = c.n == 1 && c.Letter() && !left.Joins(c.Char) && !after.Joins(c.Char)
	if c.named {
		return rightWord
	}
	s := fit + min(2*int32(done-start-1), 8)
	switch {
	case done < end:
		s -= 8
	case foreign(left) && foreign(right):
		s += 6
	case foreign(left) || foreign(right):
		s += 4
	case done-start == 1:
		s -= 4
	case c.Script == char.Latin && c.Letter() && l.eastAsian():
		return rightWord // no word has two such letters and none of ASCII
	}
	return s
}

// eastAsian reports whether all letters of the line are.
func (l *line) eastAsian() bool {
	return !slices.ContainsFunc(l.cells, func(c cell) bool { return foreign(c.Char) })
}

// quotes reports whether a character is one of the marks that English needs.
func quotes(c char.Char) bool {
	return c.Class == char.Open || c.Class == char.Close || c.Class == char.Dash
}

// mixesScripts reports whether some of the letters that a stretch becomes are of another script
// than those that it touches, as in no word but for units in Greek.
func mixesScripts(all []char.Char, left, right char.Char) bool {
	latin := func(c char.Char) bool { return c.Letter() && c.Script == char.Latin }
	if !latin(left) && !latin(right) {
		return false
	}
	return slices.ContainsFunc(all, func(c char.Char) bool {
		return (c.Letter() || c.Class == char.Digit) && c.Script > char.Greek && c.Script != char.EastAsian && c.Script != char.Phonetic
	})
}

// unwritten reports whether a letter of the scripts of code pages is of no language.
func unwritten(c char.Char) bool {
	return c.Letter() && c.Class != char.Mark && c.Script <= char.Hebrew && c.Rune >= utf8.RuneSelf && letters.Load().AnyID(c.Rune) == 0
}

// mixedName reports whether one or two East Asian letters touch capitals or digits,
// as they do in names of our time (AI学院) and dates.
func (l *line) mixedName(start, end int, left, right char.Char) bool {
	if end-start > 2 {
		return false
	}
	named := func(c char.Char) bool {
		return c.Rune < utf8.RuneSelf && (c.Class == char.Upper || c.Class == char.Digit)
	}
	return named(left) && right.Class != char.Lower || named(right)
}

// strangeAlone reports whether a candidate of one Latin letter stands between two
// characters of ASCII beside letters that it is never beside.
func strangeAlone(c *candidate, left, right char.Char) bool {
	if len(c.more) > 0 || c.Script != char.Latin || !c.Letter() || left.Rune >= utf8.RuneSelf || right.Rune >= utf8.RuneSelf {
		return false
	}
	m := letters.Load()
	id := func(d char.Char) letters.ID {
		if d.Letter() {
			return m.ID(d.Rune)
		}
		return 0
	}
	return m.Least(id(left), id(c.Char))+m.Least(id(c.Char), id(right)) > 2*strangePair
}

// foreign reports whether an East Asian letter is out of place beside c.
func foreign(c char.Char) bool { return c.Letter() && c.Script != char.EastAsian }

// agreement gives what the rest of the line and of the document say about the
// code page of a candidate.
func (l *line) agreement(c *candidate, sum *summary) int32 {
	if c.word && (sum.good < fewestGood || sum.good <= sum.words) {
		return rightWord
	}
	if c.page >= charset.Count && sum.proved > 0 && sum.uncovered == 0 && c.oneLatin() {
		return max(0, accept-c.score) // the line is known to be of the code
	}
	rest := sum.total - min(max(c.score, -8), 8)
	if c.page >= charset.Count && sum.good < 3*sum.uncovered {
		return -20 // a line that is East Asian anyway
	}
	if l.cased != char.Other && sum.uncovered > 0 && l.isWord(int(c.at), int(c.n)) {
		return -20 // a word, in a line that has others
	}
	if c.page >= charset.Count && c.alone && sum.good > 1 {
		rest += 16
	}
	s := max(rest/4, -4)
	switch {
	case sum.drawn:
		return -8 // a drawing
	case rest < 0:
		return s
	case sum.uncovered == 0 && sum.all >= 3 && c.fits:
		s = min(s, 10) + wholeLine // hardly any line is UTF-8 by chance
	case sum.uncovered == 0:
		s = min(s, 10) + 2
	case sum.good > 4*sum.uncovered:
		s = min(s, 8)
	default:
		s = min(s, 5)
	}
	if c.alone && c.Script == sum.script && sum.letters > 3 {
		s += 4
	}
	return s
}

// oneLatin reports whether a candidate is one Latin letter behind a capital or by itself, as right
// text has East Asian letters too.
func (c *candidate) oneLatin() bool {
	return c.n == 1 && len(c.more) == 0 && c.Script == char.Latin && c.Letter() && (c.named || c.alone && isWord(c.Rune))
}

// wholeLine is what a candidate gains when all of a line, in three sequences or
// more, is UTF-8 on its page.
const wholeLine = 5

// oddness sums up how unusual the characters of l.cells[at:at+n] are beside
// each other and beside their neighbours.
func (l *line) oddness(at, n int) int32 {
	prev := l.cell(at - 1)
	sum, words := int32(0), 0
	using := allLanguages
	if prev.Script == char.Latin {
		using = languagesOf(prev.Rune)
	}
	for i := at; i <= at+n; i++ {
		c := l.cell(i)
		o := odd(prev, c)
		if c.Rune == '“' && !l.cell(i+1).Letter() || c.Rune == '‘' && !l.cell(i+1).Letter() {
			o = 0 // closes a quotation in many languages
		}
		if before := l.cell(i - 2); o == 2 && prev.Class == char.Close && before.Letter() && before.Script != c.Script {
			o = 4
		}
		if prev.Class == char.Upper && c.Class == char.NBSP && !isWord(prev.Rune) && prev.Rune > 0x80 &&
			(l.cell(i-2).Class != char.Upper || l.cell(i-3).Class != char.Upper && l.cell(i+1).Class == char.Lower) {
			o = 2
		}
		if o == 0 && c.Letter() && prev.Letter() {
			words++
			if prev.Class == char.Upper && c.Class == char.Lower && l.cell(i-2).Class == char.Upper || oddVowels(prev, c) {
				o = 2
			}
		}
		if c.Letter() && c.Script == char.Latin {
			if using &= languagesOf(c.Rune); using == 0 {
				o += 3
				using = allLanguages
			}
		} else {
			using = allLanguages
		}
		sum += o
		prev = c
	}
	if sum == 0 && words >= n-1 {
		return -4 // an ordinary word
	}
	if a, b := l.cell(at-1), l.cell(at); a.Letter() && b.Class == char.Open && l.cell(at+1).Letter() {
		sum += 2
	}
	return min(sum, 9)
}

// cell returns the character at i; beyond the line there is white space.
func (l *line) cell(i int) char.Char {
	if i < 0 || i >= len(l.cells) {
		return char.ASCII['\n']
	}
	return l.cells[i].Char
}

// odd says how unusual it is in undamaged text that b follows a, in points.
func odd(a, b char.Char) int32 {
	switch al, bl := a.Letter(), b.Letter(); {
	case a.Class == char.Control && a.Rune >= 0x80 || b.Class == char.Control && b.Rune >= 0x80:
		return 5
	case a.Class == char.Private || b.Class == char.Private:
		return 4
	case al && bl:
		return oddLetters(a, b)
	case al:
		return oddBehindLetter(a, b)
	case bl:
		return oddBeforeLetter(a, b)
	case a.Class == char.NBSP && b.Class == char.Space:
		return 2
	}
	return oddSigns(a, b)
}

// oddBehindLetter is odd for a letter and what is none.
func oddBehindLetter(a, b char.Char) int32 {
	switch b.Class {
	case char.Currency, char.Math, char.Open, char.Invert:
		return 3
	case char.Fraction:
		return 2
	case char.Box, char.Accent:
		return 4
	case char.Hidden:
		return oddHidden(a)
	case char.Super:
		return 1
	}
	return 0
}

// oddBeforeLetter is odd for what is no letter and one.
func oddBeforeLetter(a, b char.Char) int32 {
	switch a.Class {
	case char.Math, char.Currency:
		switch {
		case a.Class == char.Math && b.Script == char.Greek:
			return 0
		case b.Rune >= 0xC0 && b.Script == char.Latin:
			return 4
		}
		return 2
	case char.Super, char.Fraction:
		return 3
	case char.Box, char.Accent:
		return 4
	case char.Close:
		if a.Rune != '’' {
			return 2
		}
	case char.Hidden:
		return oddHidden(b)
	}
	return 0
}

// oddSigns is odd for two characters that are no letters.
func oddSigns(a, b char.Char) int32 {
	sign := func(c char.Char) bool { return char.Open <= c.Class && c.Class <= char.Accent }
	dot := a.Rune == '·' || b.Rune == '·'
	switch {
	case !sign(a) || !sign(b), a.Class == char.Box && b.Class == char.Box:
		return 0
	case a.Rune == '√':
		return 4
	case a.Class <= char.Dash && b.Class <= char.Dash && !dot:
		return 0
	case a.Class == char.Super && (b.Class == char.Close || b.Class == char.Dash && b.Rune != '·'):
		return 0
	case b.Class == char.Close || b.Class == char.Dash:
		return 1
	case a.Class == char.Math:
		return 4
	}
	return 3
}

// oddHidden says how unusual an invisible character is beside a letter. Arabic
// letters and those of India are joined and parted by such.
func oddHidden(letter char.Char) int32 {
	if letter.Script == char.Arabic || letter.Script >= char.Indic0 && letter.Script < char.Rare {
		return 0
	}
	return 1
}

// oddLetters says how unusual two letters are beside each other.
func oddLetters(a, b char.Char) int32 {
	switch {
	case a.Class == char.Mark || b.Class == char.Mark:
		return 0
	case a.Script != b.Script:
		return 4
	case a.Class == char.Lower && b.Class == char.Upper:
		return 3
	}
	return 0
}

// oddVowels reports whether two accented vowels stand side by side as they do
// in no language but Vietnamese.
func oddVowels(a, b char.Char) bool {
	return accentedVowel(a.Rune) && accentedVowel(b.Rune) && languagesOf(a.Rune)&languagesOf(b.Rune)&vietnamese == 0
}

// accentedVowel reports whether a letter is a vowel with a mark, or one of its own, whichever
// languages have it.
func accentedVowel(r rune) bool {
	return 0xC0 <= r && r < 0x0180 && accentedVowels[r-0xC0]
}

var accentedVowels = func() (t [0x0180 - 0xC0]bool) {
	for _, r := range "àáâãäåæèéêëìíîïòóôõöøùúûüýÿāăąēĕėęěĩīĭįıōŏőœũūŭůűųŷ" {
		t[r-0xC0] = true
		if upper := unicode.ToUpper(r); upper >= 0xC0 && upper < 0x0180 {
			t[upper-0xC0] = true
		}
	}
	return t
}()

// fitness says how well an output character stands between its neighbours, in points.
func fitness(c, before, after char.Char) int32 {
	switch c.Class {
	case char.Lower, char.Upper, char.Letter, char.Wide:
		return fitLetter(c, before, after)
	case char.Mark:
		return fitCombining(c, before)
	case char.Open, char.Close, char.Dash:
		return fitMark(c, before, after)
	case char.Super:
		return fitSuper(c, before, after)
	case char.Currency, char.Fraction, char.Invert, char.Math:
		return fitSign(c, before, after)
	case char.WideMark:
		return fitWideMark(c, before, after)
	case char.Box:
		return fitBox(before, after)
	case char.NBSP:
		return 2 - 2*int32(count(before.Gap() && after.Gap()))
	case char.Hidden:
		return 1
	case char.Emoji:
		return 3 - 11*int32(count(before.Letter() && after.Letter()))
	case char.Lost:
		return 3
	case char.Digit, char.Other:
		if c.Script != char.NoScript && (before.Script == c.Script || after.Script == c.Script) {
			return 3
		}
	case char.Accent:
		if isOkina(c.Rune) && after.Script == char.Latin && after.Letter() || c.Rune == '¯' && (before.Rune == '/' || after.Rune == '\\') { // as of a shrug
			return 3
		}
		return -4
	case char.Control, char.Private:
		return -8
	}
	return -2
}

// fitSign rates a sign of a currency, a fraction, a mark that opens a question in Spanish or one
// of mathematics.
func fitSign(c, before, after char.Char) int32 {
	switch c.Class {
	case char.Currency:
		if after.Class == char.Digit || before.Class == char.Digit || before.Gap() && after.Gap() {
			return 4
		}
		return -1
	case char.Fraction:
		if before.Class == char.Digit || before.Gap() {
			return 3
		}
		return -1
	case char.Invert:
		switch {
		case after.Letter() && (before.Gap() || before.Class == char.Punct || before.Class == char.Open):
			return 5
		case after.Class == char.Invert || before.Class == char.Invert:
			return 2
		}
		return -3
	}
	if (before.Class == char.Digit || before.Gap()) && (after.Class == char.Digit || after.Gap()) {
		return 3
	}
	return 0
}

// fitWideMark rates a mark of East Asia.
func fitWideMark(c, before, after char.Char) int32 {
	switch {
	case before.Script == char.EastAsian || after.Script == char.EastAsian || before.Class == char.WideMark || after.Class == char.WideMark:
		return 4
	case c.Rune > 0xFF00 && before.Letter():
		return 1
	}
	return -2
}

// isOkina reports whether a character is an apostrophe that counts as a letter,
// as in Hawaiian, Tongan, Uzbek and Guarani.
func isOkina(r rune) bool { return r == 'ʻ' || r == 'ʼ' }

// fitCombining rates a mark that combines with the letter before it.
func fitCombining(c, before char.Char) int32 {
	switch {
	case !before.Letter():
		return -6
	case c.Script != char.NoScript && c.Script == before.Script:
		return 4
	case c.Script != char.NoScript || before.Script > char.Cyrillic:
		return -6
	}
	switch c.Rune {
	case 0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0306, 0x0307, 0x0308, 0x0309, 0x030A, 0x030B, 0x030C, 0x031B, 0x0323, 0x0327, 0x0328:
		return 0
	}
	return -5
}

func fitLetter(c, before, after char.Char) int32 {
	joined := int32(0)
	if before.Joins(c) || before.Class == char.Mark {
		joined++
	}
	if after.Joins(c) || after.Class == char.Mark {
		joined++
	}
	var s int32
	switch {
	case c.Script >= char.Rare, c.Script == char.Phonetic:
		return joined - 7
	case c.Script == char.Latin:
		s = latinFit(c, joined)
	case joined == 0:
		switch {
		case isUnit(c, before, after):
			return 4
		case c.Class == char.Wide && before.Rune == '(' && after.Rune == ')': // a face
			return 1
		}
		return -5
	default:
		s = 2 + joined
		if uncommon(c.Rune) {
			s -= 6
		} else if c.Script == char.Cyrillic && fewUse(c.Rune) {
			s -= 2
		}
	}
	if c.Class == char.Upper && before.Class == char.Upper && after.Class == char.Lower {
		s -= 2
	}
	if c.Script == char.Latin && languagesOf(before.Rune)&languagesOf(c.Rune) == 0 || languagesOf(c.Rune)&languagesOf(after.Rune) == 0 {
		s -= 2
	}
	if c.Class == char.Upper && before.Class == char.Lower && before.Script == c.Script || c.Class == char.Lower && before.Class == char.Upper && after.Class == char.Upper && before.Script == c.Script {
		s -= 3
	}
	if before.Letter() && before.Script != c.Script && before.Class != char.Mark || after.Letter() && after.Script != c.Script && after.Class != char.Mark {
		s -= 4
	}
	return s
}

// isUnit reports whether a Greek letter is part of a unit after a number: μ and
// Ω.
func isUnit(c, before, after char.Char) bool {
	if before.Class != char.Digit && before.Class != char.Space && before.Class != char.NBSP {
		return false
	}
	switch c.Rune {
	case 'μ':
		return strings.ContainsRune("mgslAFHVW", after.Rune)
	case 'Ω':
		return !after.Letter()
	}
	return false
}

// isOhm reports whether Ω stands behind a prefix of its: kΩ, MΩ.
func isOhm(before, c, after char.Char) bool {
	return c.Rune == 'Ω' && !after.Letter() && strings.ContainsRune("mkKMGT", before.Rune)
}

// isPower reports whether a sign is a power of metres, which other units may follow.
func isPower(before, c char.Char) bool {
	return before.Rune|0x20 == 'm' && (c.Rune == '²' || c.Rune == '³')
}

// fewUse reports whether one or two languages alone have a Cyrillic letter.
func fewUse(r rune) bool { return strings.ContainsRune("ЀЂЃЅЌЍѐђѓѕќѝ", r) }

// uncommon reports whether few languages use the letter, of those that share
// its script.
func uncommon(r rune) bool {
	switch {
	case 0x0370 <= r && r < 0x0386, 0x03CF <= r && r < 0x0400, 0x0460 <= r && r < 0x0530 && r != 'ґ' && r != 'Ґ':
		return true
	case 0x066E <= r && r < 0x0700:
		return r != 'پ' && r != 'چ' && r != 'ژ' && r != 'ک' && r != 'گ' && r != 'ی' && r != 'ں' && r != 'ہ' && r != 'ے' && r != 'ٹ' && r != 'ڈ' && r != 'ڑ' && r != 'ھ' && (r < 0x06F0 || r > 0x06F9)
	}
	return r >= 0x0750 && r < 0x0780 || r >= 0x08A0 && r < 0x0900
}

// latinFit rates a Latin letter with joined Latin neighbours.
func latinFit(c char.Char, joined int32) int32 {
	s := [3]int32{-1, 2, 3}[joined]
	if joined == 0 && isWord(c.Rune) {
		s = 1
	}
	switch r := c.Rune; {
	case r == 'ſ':
		s -= 16 // nobody has printed it for a century
	case r < 0x0180:
		s++
	case r != 'ə' && char.Spelled(r), r == 'ƙ', r == 'ƴ', r == 'Ɓ', r == 'Ɗ', r == 'Ɔ', r == 'Ɛ', r == 'Ƙ':
		s -= 3
	case 0x01A0 <= r && r <= 0x01B0, 0x0218 <= r && r <= 0x021B, 0x1EA0 <= r && r <= 0x1EF9, r == 'ə', r == 'Ə':
	default:
		s -= 5
	}
	return s
}

// isWord reports whether a letter outside ASCII is a word by itself in some
// Latin-written language. They are listed by hand, since of such as ő in Hungarian and
// ø in Danish the counted texts have none or two. Â and Ã are not among them: they begin hardly any
// sentence, but most damage.
func isWord(r rune) bool {
	switch r {
	case 'à', 'À', 'á', 'Á', 'é', 'É', 'è', 'È', 'ê', 'í', 'Í', 'ó', 'Ó', 'ò', 'Ò', 'ô', 'Ô', 'ú', 'Ú', 'å', 'Å', 'ö', 'Ö', 'ø', 'Ø', 'æ', 'Æ', 'ő', 'Ő', 'ý', 'ì', 'ù', 'Ù', 'â', 'î', 'û', 'ā', 'ō', 'ð', 'į', 'ở':
		return true
	}
	return false
}

func fitMark(c, before, after char.Char) int32 {
	word := func(c char.Char) bool { return c.Letter() || c.Class == char.Digit }
	starts := before.Gap() || before.Class == char.Open || before.Class == char.Dash || before.Rune == '(' || before.Rune == '[' || before.Rune == '"' || before.Rune == '\'' || before.Class == char.WideMark
	ends := after.Gap() || after.Class == char.Close || after.Class == char.Dash || after.Class == char.Punct || after.Class == char.WideMark
	switch c.Rune {
	case '’', '′':
		switch {
		case word(before) && after.Letter():
			return 5
		case !before.Gap() && ends:
			return 4
		case before.Gap() && after.Class == char.Digit:
			return 3
		}
		return -1
	case '‘', '“', '„', '‚', '«', '‹':
		switch {
		case starts && !ends, starts && after.Class == char.Punct, c.Class == char.Open && starts && after.Gap() && (c.Rune == '«' || c.Rune == '‹'):
			return 4
		case c.Rune == '‘' || c.Rune == '“':
			if !before.Gap() && ends {
				return 2
			}
		}
		return -2
	case '”', '»', '›', '″':
		switch {
		case !before.Gap() && ends, before.Gap() && ends && c.Rune != '”':
			return 4
		case starts && word(after):
			return 1
		}
		return -2
	case '–', '—', '―', '‐', '‑', '‒':
		switch {
		case before.Gap() && after.Gap(), before.Class == char.Digit && after.Class == char.Digit:
			return 5
		case word(before) && word(after):
			return 3
		}
		return 2
	case '…':
		if before.Gap() && word(after) {
			return 2
		}
		return 4
	}
	return 1
}

// fitBox rates a line or corner of a drawing, or a geometric shape.
func fitBox(before, after char.Char) int32 {
	return int32(2*count(besideBox(before))+2*count(besideBox(after))) - 1
}

// besideBox reports whether such a sign stands beside c as often as not.
func besideBox(c char.Char) bool {
	return c.Gap() || c.Class == char.Box || c.Class == char.Digit || c.Class == char.Punct || c.Class == char.Math
}

func fitSuper(c, before, after char.Char) int32 {
	switch c.Rune {
	case '°':
		if before.Class == char.Digit || before.Gap() && after.Class == char.Upper {
			return 4
		}
		return 0
	case '™', '®', 'ª', 'º', '²', '³', '¹':
		if (before.Letter() || before.Class == char.Digit) && !after.Letter() {
			return 3
		}
		return 0
	case '©', '§', '№':
		if after.Gap() || after.Class == char.Digit {
			return 3
		}
		return 0
	case '‰':
		if before.Class == char.Digit || before.Gap() {
			return 3
		}
	}
	return 0
}
