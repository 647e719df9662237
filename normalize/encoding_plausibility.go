package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// accept is the score from which on a candidate is taken.
const accept = 6

// weigh gives the evidence that a candidate is damage: how strange its
// characters are as they stand, and how well what they decode to fits between
// its neighbours. What is itself part of a mis-decoded sequence (inner) need
// not fit.
func (l *line) weigh(c *candidate, before, after char, inner bool) int32 {
	fit := l.fitness(c.char, before, after)
	odd := l.oddness(int(c.at), int(c.n))
	switch first := l.cells[c.at].char; {
	case 0x2010 <= c.r && c.r <= 0x2026 && !l.isWord(int(c.at), int(c.n)):
		odd = max(odd, 8) // nothing else looks like the image of a mark
	case c.c == clsBox && besideBox(before) && !l.isWord(int(c.at), int(c.n)):
		odd = max(odd, 4)
	case c.s == latin && c.n == 2 && first.letter() && first.s > latin && before.gap() && after.gap():
		odd += 3 // a word of another script, two letters long
	}
	c.alone = c.s != latin && c.letter() && !before.joins(c.char) && !after.joins(c.char)
	if inner {
		fit = max(fit, 2)
	}
	c.fits = fit > -4
	return odd + fit
}

// isWord reports whether n cells are letters of one script.
func (l *line) isWord(at, n int) bool {
	for i := at; i < at+n; i++ {
		if !l.cells[i].letter() || l.cells[i].s != l.cells[at].s {
			return false
		}
	}
	return true
}

// weighEast is weigh for a candidate of an East Asian code. It is part of a
// stretch of cells from start to end, of which those up to done are UTF-8.
func (l *line) weighEast(c *candidate, start, done, end int, before, after char) int32 {
	fit := int32(99)
	all := append([]char{c.char}, c.more...)
	for k, d := range all {
		next := after
		if k+1 < len(all) {
			next = all[k+1]
		}
		if d.r >= utf8.RuneSelf {
			fit = min(fit, l.fitness(d, before, next))
		}
		before = d
	}
	if fit == 99 {
		return -8
	}
	left, right := l.cell(start-1), l.cell(end)
	c.alone = c.n == 1 && c.letter() && !left.joins(c.char) && !after.joins(c.char)
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
	}
	return s
}

// foreign reports whether an East Asian letter is out of place beside c.
func foreign(c char) bool { return c.letter() && c.s != eastAsian }

// agreement gives what the rest of the line and of the document say about the
// code page of a candidate.
func (l *line) agreement(c *candidate, sum *summary) int32 {
	rest := sum.total - min(max(c.score, -8), 8)
	if c.page >= charset.Count && sum.good < 3*sum.uncovered {
		return -20 // a line that is East Asian anyway
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
	if c.alone && c.s == sum.script && sum.letters > 3 {
		s += 4
	}
	return s
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
	if prev.s == latin {
		using = languagesOf(prev.r)
	}
	for i := at; i <= at+n; i++ {
		c := l.cell(i)
		o := odd(prev, c)
		if c.r == '“' && !l.cell(i+1).letter() || c.r == '‘' && !l.cell(i+1).letter() {
			o = 0 // closes a quotation in many languages
		}
		if before := l.cell(i - 2); o == 2 && prev.c == clsClose && before.letter() && before.s != c.s {
			o = 4
		}
		if prev.c == clsUpper && c.c == clsNBSP && !isWord(prev.r) && prev.r > 0x80 &&
			(l.cell(i-2).c != clsUpper || l.cell(i-3).c != clsUpper && l.cell(i+1).c == clsLower) {
			o = 2
		}
		if o == 0 && c.letter() && prev.letter() {
			words++
			if prev.c == clsUpper && c.c == clsLower && l.cell(i-2).c == clsUpper || oddVowels(prev, c) {
				o = 2
			}
		}
		if c.letter() && c.s == latin {
			if using &= languagesOf(c.r); using == 0 {
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
	if a, b := l.cell(at-1), l.cell(at); a.letter() && b.c == clsOpen && l.cell(at+1).letter() {
		sum += 2
	}
	return min(sum, 9)
}

// cell returns the character at i; beyond the line there is white space.
func (l *line) cell(i int) char {
	if i < 0 || i >= len(l.cells) {
		return asciiChars['\n']
	}
	return l.cells[i].char
}

// odd says how unusual it is in undamaged text that b follows a.
func odd(a, b char) int32 {
	if a.c == clsControl && a.r >= 0x80 || b.c == clsControl && b.r >= 0x80 {
		return 5
	}
	if a.c == clsPrivate || b.c == clsPrivate {
		return 4
	}
	al, bl := a.letter(), b.letter()
	switch {
	case al && bl:
		return oddLetters(a, b)
	case al:
		switch b.c {
		case clsCurrency, clsMath, clsOpen, clsInvert:
			return 3
		case clsFraction:
			return 2
		case clsBox, clsAccent:
			return 4
		case clsHidden:
			return oddHidden(a)
		case clsSuper:
			return 1
		}
	case bl:
		switch a.c {
		case clsMath, clsCurrency:
			if a.c == clsMath && b.s == greek {
				return 0
			}
			if b.r >= 0xC0 && b.s == latin {
				return 4
			}
			return 2
		case clsSuper, clsFraction:
			return 3
		case clsBox, clsAccent:
			return 4
		case clsClose:
			if a.r != '’' {
				return 2
			}
		case clsHidden:
			return oddHidden(b)
		}
	case a.c == clsNBSP && b.c == clsSpace:
		return 2
	case a.c == clsBox && b.c == clsBox, a.c == clsSpace, b.c == clsSpace, a.c == clsPunct, b.c == clsPunct, a.c == clsDigit, b.c == clsDigit:
		return 0
	case a.c >= clsOpen && a.c <= clsAccent && b.c >= clsOpen && b.c <= clsAccent:
		switch {
		case a.r == '√':
			return 4
		case a.c <= clsDash && b.c <= clsDash && a.r != '·' && b.r != '·':
			return 0
		case a.c == clsSuper && (b.c == clsClose || b.c == clsDash && b.r != '·'):
			return 0
		case b.c == clsClose || b.c == clsDash:
			return 1
		case a.c == clsMath:
			return 4
		}
		return 3
	}
	return 0
}

// oddHidden says how unusual an invisible character is beside a letter. Arabic
// letters and those of India are joined and parted by such.
func oddHidden(letter char) int32 {
	if letter.s == arabic || letter.s >= indic0 && letter.s < rare {
		return 0
	}
	return 1
}

// oddLetters says how unusual two letters are beside each other.
func oddLetters(a, b char) int32 {
	switch {
	case a.c == clsMark || b.c == clsMark:
		return 0
	case a.s != b.s:
		return 4
	case a.c == clsLower && b.c == clsUpper:
		return 3
	}
	return 0
}

// oddVowels reports whether two accented vowels stand side by side as they do
// in no language but Vietnamese.
func oddVowels(a, b char) bool {
	return accentedVowel(a.r) && accentedVowel(b.r) && languagesOf(a.r)&languagesOf(b.r)&vietnamese == 0
}

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

// fitness says how well an output character stands between its neighbours.
func (l *line) fitness(c, before, after char) int32 {
	switch c.c {
	case clsLower, clsUpper, clsLetter, clsWide:
		return fitLetter(c, before, after)
	case clsMark:
		return fitCombining(c, before)
	case clsOpen, clsClose, clsDash:
		return fitMark(c, before, after)
	case clsCurrency:
		if after.c == clsDigit || before.c == clsDigit || before.gap() && after.gap() {
			return 4
		}
		return -1
	case clsSuper:
		return fitSuper(c, before, after)
	case clsFraction:
		if before.c == clsDigit || before.gap() {
			return 3
		}
		return -1
	case clsInvert:
		if after.letter() && (before.gap() || before.c == clsPunct || before.c == clsOpen) {
			return 5
		}
		if after.c == clsInvert || before.c == clsInvert {
			return 2
		}
		return -3
	case clsMath:
		if (before.c == clsDigit || before.gap()) && (after.c == clsDigit || after.gap()) {
			return 3
		}
		return 0
	case clsNBSP:
		if before.gap() && after.gap() {
			return 0
		}
		return 2
	case clsHidden:
		return 1
	case clsWideMark:
		if before.s == eastAsian || after.s == eastAsian || before.c == clsWideMark || after.c == clsWideMark {
			return 4
		}
		if c.r > 0xFF00 && before.letter() {
			return 1
		}
		return -2
	case clsEmoji:
		if before.letter() && after.letter() {
			return -1
		}
		return 3
	case clsLost:
		return 3
	case clsBox:
		return fitBox(before, after)
	case clsDigit, clsOther:
		if c.s != noScript && (before.s == c.s || after.s == c.s) {
			return 3
		}
		return -2
	case clsAccent:
		if isOkina(c.r) && after.s == latin && after.letter() || c.r == '¯' && (before.r == '/' || after.r == '\\') { // as of a shrug
			return 3
		}
		return -4
	case clsControl, clsPrivate:
		return -8
	}
	return -2
}

// isOkina reports whether a character is an apostrophe that counts as a letter,
// as in Hawaiian, Tongan, Uzbek and Guarani.
func isOkina(r rune) bool { return r == 'ʻ' || r == 'ʼ' }

// fitCombining rates a mark that combines with the letter before it.
func fitCombining(c, before char) int32 {
	switch {
	case !before.letter():
		return -6
	case c.s != noScript && c.s == before.s:
		return 4
	case c.s != noScript || before.s > cyrillic:
		return -6
	}
	switch c.r {
	case 0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0306, 0x0307, 0x0308, 0x0309, 0x030A, 0x030B, 0x030C, 0x031B, 0x0323, 0x0327, 0x0328:
		return 0
	}
	return -5
}

func fitLetter(c, before, after char) int32 {
	joined := int32(0)
	if before.joins(c) || before.c == clsMark {
		joined++
	}
	if after.joins(c) || after.c == clsMark {
		joined++
	}
	var s int32
	switch {
	case c.s >= rare, c.s == phonetic:
		return joined - 7
	case c.s == latin:
		s = latinFit(c, joined)
	case joined == 0:
		switch {
		case isUnit(c, before, after):
			return 4
		case c.c == clsWide && before.r == '(' && after.r == ')': // a face
			return 1
		}
		return -5
	default:
		s = 2 + joined
		if uncommon(c.r) {
			s -= 6
		} else if c.s == cyrillic && fewUse(c.r) {
			s -= 2
		}
	}
	if c.c == clsUpper && before.c == clsUpper && after.c == clsLower {
		s -= 2
	}
	if c.s == latin && languagesOf(before.r)&languagesOf(c.r) == 0 || languagesOf(c.r)&languagesOf(after.r) == 0 {
		s -= 2
	}
	if c.c == clsUpper && before.c == clsLower && before.s == c.s || c.c == clsLower && before.c == clsUpper && after.c == clsUpper && before.s == c.s {
		s -= 3
	}
	if before.letter() && before.s != c.s && before.c != clsMark || after.letter() && after.s != c.s && after.c != clsMark {
		s -= 4
	}
	return s
}

// isUnit reports whether a Greek letter is part of a unit after a number: μ and
// Ω.
func isUnit(c, before, after char) bool {
	if before.c != clsDigit && before.c != clsSpace && before.c != clsNBSP {
		return false
	}
	switch c.r {
	case 'μ':
		return strings.ContainsRune("mgslAFHVW", after.r)
	case 'Ω':
		return !after.letter()
	}
	return false
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
func latinFit(c char, joined int32) int32 {
	s := [3]int32{-1, 2, 3}[joined]
	if joined == 0 && isWord(c.r) {
		s = 1
	}
	switch r := c.r; {
	case r == 'ſ':
		s -= 16 // nobody has printed it for a century
	case r < 0x0180:
		s++
	case r != 'ə' && spelled(r), r == 'ƙ', r == 'ƴ', r == 'Ɓ', r == 'Ɗ', r == 'Ɔ', r == 'Ɛ', r == 'Ƙ':
		s -= 3
	case 0x01A0 <= r && r <= 0x01B0, 0x0218 <= r && r <= 0x021B, 0x1EA0 <= r && r <= 0x1EF9, r == 'ə', r == 'Ə':
	default:
		s -= 5
	}
	return s
}

// isWord reports whether a letter outside ASCII is a word by itself in some
// Latin-written language.
func isWord(r rune) bool {
	switch r {
	case 'à', 'À', 'á', 'Á', 'é', 'É', 'è', 'È', 'ê', 'í', 'Í', 'ó', 'Ó', 'ò', 'Ò', 'ô', 'Ô', 'ú', 'Ú', 'å', 'Å', 'ö', 'Ö', 'ø', 'Ø', 'æ', 'Æ', 'ő', 'Ő', 'ý', 'ì', 'ù', 'Ù', 'â', 'î', 'û', 'ā', 'ō', 'ð':
		return true
	}
	return false
}

func fitMark(c, before, after char) int32 {
	word := func(c char) bool { return c.letter() || c.c == clsDigit }
	starts := before.gap() || before.c == clsOpen || before.c == clsDash || before.r == '(' || before.r == '[' || before.r == '"' || before.r == '\'' || before.c == clsWideMark
	ends := after.gap() || after.c == clsClose || after.c == clsDash || after.c == clsPunct || after.c == clsWideMark
	switch c.r {
	case '’', '′':
		switch {
		case word(before) && after.letter():
			return 5
		case !before.gap() && ends:
			return 4
		case before.gap() && after.c == clsDigit:
			return 3
		}
		return -1
	case '‘', '“', '„', '‚', '«', '‹':
		switch {
		case starts && !ends, starts && after.c == clsPunct, c.c == clsOpen && starts && after.gap() && (c.r == '«' || c.r == '‹'):
			return 4
		case c.r == '‘' || c.r == '“':
			if !before.gap() && ends {
				return 2
			}
		}
		return -2
	case '”', '»', '›', '″':
		switch {
		case !before.gap() && ends, before.gap() && ends && c.r != '”':
			return 4
		case starts && word(after):
			return 1
		}
		return -2
	case '–', '—', '―', '‐', '‑', '‒':
		switch {
		case before.gap() && after.gap(), before.c == clsDigit && after.c == clsDigit:
			return 5
		case word(before) && word(after):
			return 3
		}
		return 2
	case '…':
		if before.gap() && word(after) {
			return 2
		}
		return 4
	}
	return 1
}

// fitBox rates a line or corner of a drawing, or a geometric shape.
func fitBox(before, after char) int32 {
	return int32(2*count(besideBox(before))+2*count(besideBox(after))) - 1
}

// besideBox reports whether such a sign stands beside c as often as not.
func besideBox(c char) bool {
	return c.gap() || c.c == clsBox || c.c == clsDigit || c.c == clsPunct || c.c == clsMath
}

func fitSuper(c, before, after char) int32 {
	switch c.r {
	case '°':
		if before.c == clsDigit || before.gap() && after.c == clsUpper {
			return 4
		}
		return 0
	case '™', '®', 'ª', 'º', '²', '³', '¹':
		if (before.letter() || before.c == clsDigit) && !after.letter() {
			return 3
		}
		return 0
	case '©', '§', '№':
		if after.gap() || after.c == clsDigit {
			return 3
		}
		return 0
	case '‰':
		if before.c == clsDigit || before.gap() {
			return 3
		}
	}
	return 0
}
