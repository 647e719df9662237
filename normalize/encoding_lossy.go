package normalize

import (
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// What follows repairs characters of which a part is gone, after everything
// that is whole has been decoded. It never invents a letter: a letter is
// restored only when a single one is possible.

// A hole is what stands where a byte was lost.
type hole uint8

const (
	gone     hole = iota // nothing: a no-break space, soft hyphen or C1 control was dropped
	space                // a no-break space became a space
	unknown              // a question mark or U+FFFD
	straight             // a straight quotation mark or a comma
	noHole               // a character that cannot stand for a lost byte
)

// holeOf says what kind of hole a character may be.
func holeOf(c char) hole {
	switch {
	case c.r == ' ':
		return space
	case c.r == '?' || c.c == clsLost:
		return unknown
	case c.r == '"' || c.r == '\'' || c.r == ',':
		return straight
	}
	return gone
}

// mend goes through the line for characters with a byte missing, using the
// pages that the line or the document is known to have been misread with.
func (l *line) mend() (changed bool) {
	if !l.mendable() {
		return false
	}
	languages := l.languages()
	out := l.spare[:0]
	for i := 0; i < len(l.cells); {
		if c, n, page, ok := l.incomplete(i, languages, out); ok {
			from := l.cells[i : i+n]
			out = append(out, cell{c, charset.Lookup(c.r), from[0].start, from[n-1].end, l.path(page.String(), from)})
			i += n
			changed = true
			continue
		}
		out = append(out, l.cells[i])
		i++
	}
	l.cells, l.spare = out, l.cells
	return changed
}

// mendable reports whether a character of the line begins a sequence on a page
// in use, or on any page the first two bytes of a typographic mark.
func (l *line) mendable() bool {
	for i := range l.cells {
		if row := l.cells[i].row; row.Lead&(l.used&mendPages|markPages) != 0 {
			return true
		}
	}
	return false
}

// markPages are the pages on which the images of E2 80 are looked for without
// further evidence.
const markPages = 1<<charset.Windows1252 | 1<<charset.Windows1250 | 1<<charset.Windows1251 | 1<<charset.Windows1254 | 1<<charset.Latin1

// mendPages are the pages on which bytes get lost: those that have C1 controls,
// undefined bytes, or the no-break space at A0.
const mendPages = markPages | 1<<charset.Windows1253 | 1<<charset.Windows1257 | 1<<charset.Windows1258 | 1<<charset.ISO8859_2 | 1<<charset.ISO8859_15 | 1<<charset.ISO8859_9

// incomplete decodes the sequence at cell i that lacks one byte.
func (l *line) incomplete(i int, languages uint32, before []cell) (c char, n int, page reading, ok bool) {
	row := l.cells[i].row
	pages := row.Lead & (l.used&mendPages | markPages)
	if pages == 0 || l.cells[i].path != 0 {
		return c, 0, 0, false
	}
	best := int32(0)
	for p := range charset.Page(charset.Count) {
		if pages>>p&1 == 0 {
			continue
		}
		d, m, score := l.fill(p, i, languages, before)
		if m > 0 && score > best {
			c, n, page, best = d, m, reading(p), score
		}
	}
	return c, n, page, best > 0
}

// fill tries the bytes that may be missing from the sequence at cell i.
func (l *line) fill(p charset.Page, i int, languages uint32, before []cell) (c char, n int, score int32) {
	lead := l.cells[i].row.Bytes[p]
	size := 2
	if lead >= 0xF0 {
		size = 4
	} else if lead >= 0xE0 {
		size = 3
	}
	have := 1
	for have < size && i+have < len(l.cells) && l.cells[i+have].row.Cont>>p&1 == 1 {
		have++
	}
	next := l.cell(i + have)
	used := l.used>>p&1 == 1
	if lead == 0xE2 && have == 2 && l.cells[i+1].row.Bytes[p] == 0x80 && (used || l.cells[i+1].row.Lead == 0) {
		return l.fillMark(p, i, before)
	}
	if lead == 0xE2 && have == 1 && used && p == charset.Latin1 {
		return l.fillMark(p, i, before)
	}
	if have != size-1 || !used {
		return c, 0, 0
	}
	var buf [utf8.UTFMax]byte
	for k := range have {
		buf[k] = l.cells[i+k].row.Bytes[p]
	}
	try := func(b byte) (char, bool) {
		buf[have] = b
		r, m := utf8.DecodeRune(buf[:size])
		return charOf(r), m == size
	}
	prev := charOf('\n')
	if len(before) > 0 {
		prev = before[len(before)-1].char
	}
	first := l.cells[i].char
	outOfPlace := first.c == clsUpper && first.s == latin && next.c != clsUpper && (have > 1 || prev.c == clsLower || prev.gap())
	switch holeOf(next) {
	case space:
		if !outOfPlace {
			return c, 0, 0
		}
		if c, n, score := l.fillSpace(i, have, prev, languages, try); score > 0 {
			return c, n, score
		}
	case unknown:
		return l.onlyLetter(have+1, prev, l.cell(i+have+1), languages, try, l.lostBytes(p))
	case straight:
		return l.onlyLetter(have+1, prev, l.cell(i+have+1), languages, try, l.straightened(p, next.r))
	}
	if !outOfPlace {
		return c, 0, 0
	}
	return l.fillGone(p, i, have, prev, languages, try)
}

// fillSpace puts a no-break space where there is a space.
func (l *line) fillSpace(i, have int, prev char, languages uint32, try func(byte) (char, bool)) (c char, n int, score int32) {
	c, ok := try(0xA0)
	if !ok {
		return c, 0, 0
	}
	at := i + have
	after := l.cell(at + 1)
	if c.c == clsNBSP {
		return c, have + 1, 4
	}
	if c.s != latin {
		if s := l.fitness(c, prev, after); s > 0 && (after.joins(c) || prev.joins(c)) {
			return c, have + 1, s
		}
		return c, 0, 0
	}
	if languages&withGraveA == 0 && languages != 0 {
		return c, 0, 0
	}
	switch {
	case after.gap() || !after.letter():
		return c, have + 1, 4 // the other space is the real one
	case prev.letter() && l.syllable(at+1, languages):
		return c, have + 1, 4
	case !prev.letter() && l.joinsWord(at+1, languages):
		return c, have + 1, 4
	}
	return c, have, 3
}

// syllable reports whether the letters from cell i to the end of the word are
// the rest of a syllable that à begins, as Vietnamese has them.
func (l *line) syllable(i int, languages uint32) bool {
	if languages&vietnamese == 0 {
		return false
	}
	n := 0
	for ; n < 3 && l.cell(i+n).letter(); n++ {
	}
	switch a, b := l.cell(i).r, l.cell(i+1).r; n {
	case 1:
		return a == 'o' || a == 'i' || a == 'y' || a == 'u' || a == 'm' || a == 'n' || a == 'c' || a == 't' || a == 'p'
	case 2:
		return a == 'n' && (b == 'g' || b == 'h') || a == 'c' && b == 'h'
	}
	return false
}

// joinsWord reports whether à is the first letter of the word at cell i rather
// than a word before it: Portuguese às, àquele, àquela, àquilo.
func (l *line) joinsWord(i int, languages uint32) bool {
	if l.cell(i).r == 's' && l.cell(i+1).gap() {
		return true
	}
	return l.cell(i).r == 'q' && l.cell(i+1).r == 'u' && (l.cell(i+2).r == 'e' && l.cell(i+3).r == 'l' || l.cell(i+2).r == 'i' && l.cell(i+3).r == 'l')
}

// lostBytes lists the bytes that get lost: those that the page leaves undefined
// and, when it may as well be latin-1, all C1 controls.
func (l *line) lostBytes(p charset.Page) string {
	if p == charset.Latin1 || p == charset.Windows1252 && !l.beyondLatin1 {
		return c1Controls
	}
	return undefinedBytes[p]
}

const c1Controls = "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F"

// straightened lists the bytes of the quotation marks that were made straight.
func (l *line) straightened(p charset.Page, r rune) string {
	var b []byte
	for _, curly := range curlyForms(r) {
		if c, ok := p.Encode(curly); ok {
			b = append(b, c)
		}
	}
	return string(b)
}

func curlyForms(r rune) string {
	switch r {
	case '"':
		return "“”„"
	case '\'':
		return "‘’"
	}
	return "‚"
}

// fillGone tries the bytes that are dropped with control characters.
func (l *line) fillGone(p charset.Page, i, have int, prev char, languages uint32, try func(byte) (char, bool)) (c char, n int, score int32) {
	after := l.cell(i + have)
	soft, ok := try(0xAD)
	if !ok {
		return c, 0, 0
	}
	if soft.r == 'í' {
		grave, acute := languages&withGraveA != 0, languages&withAcuteI != 0
		inside := prev.letter() && after.letter()
		switch {
		case acute && (!grave || inside) && (prev.letter() || after.letter()):
			return soft, have, 4
		case grave && !inside && !after.letter():
			return charOf('à'), have, 3
		}
		return c, 0, 0
	}
	return l.onlyLetter(have, prev, after, languages, try, l.lostBytes(p))
}

// onlyLetter tries the bytes and takes the letter if it is the only one of them
// that the languages of the line have.
func (l *line) onlyLetter(n int, prev, after char, languages uint32, try func(byte) (char, bool), bytes string) (char, int, int32) {
	var found char
	count := 0
	for k := range len(bytes) {
		d, ok := try(bytes[k])
		if !ok || !d.letter() || l.fitness(d, prev, after) < 2 {
			continue
		}
		if set := languagesOf(d.r); d.s == latin && (set&languages == 0 || set == allLanguages) {
			continue
		}
		found = d
		count++
	}
	if count != 1 || found.s == latin && languages == 0 {
		return found, 0, 0
	}
	return found, n, 3
}

// undefinedBytes lists the bytes that pages leave undefined, and that get lost
// on the way because programs refuse or replace them.
var undefinedBytes = [charset.Count]string{
	charset.Windows1252: "\x81\x8D\x8F\x90\x9D",
	charset.Windows1250: "\x81\x83\x88\x90\x98",
	charset.Windows1251: "\x98",
	charset.Windows1254: "\x81\x8D\x8E\x8F\x90\x9D\x9E",
	charset.Windows1257: "\x81\x83\x88\x8A\x8C\x90\x98\x9A\x9C\x9F\xA1\xA5",
}

// fillMark restores a typographic mark of which only E2 80, or of which only E2
// is left, from its place.
func (l *line) fillMark(p charset.Page, i int, before []cell) (c char, n int, score int32) {
	n = 1
	for n < 2 && i+n < len(l.cells) && l.cells[i+n].row.Cont>>p&1 == 1 {
		n++
	}
	prev := charOf('\n')
	if len(before) > 0 {
		prev = before[len(before)-1].char
	}
	h := hole(gone)
	if i+n < len(l.cells) {
		h = holeOf(l.cells[i+n].char)
	}
	if h == unknown || h == straight && n == 2 && l.cells[i+n].r != ',' {
		for lost := 3 - n; lost > 0 && i+n < len(l.cells) && holeOf(l.cells[i+n].char) == h; lost-- {
			n++
		}
	}
	after := l.cell(i + n)
	r := guessMark(prev, after, l.cell(i+n+1), l.cell(i+n+2), opened(before))
	if p != charset.Latin1 && (h == gone || h == unknown || h == space) {
		// Of the marks only ” has a byte that the windows pages lose.
		if prev.gap() && !after.gap() {
			return c, 0, 0
		}
		r = '”'
	}
	if r == 0 {
		return c, 0, 0
	}
	return charOf(r), n, 4
}

// opened reports whether a quotation has begun and not ended.
func opened(before []cell) bool {
	for i := len(before) - 1; i >= max(0, len(before)-longestQuotation); i-- {
		switch before[i].r {
		case '“', '„':
			return true
		case '”':
			return false
		}
	}
	return false
}

// guessMark gives the mark that fits between prev and after, behind which next
// and next2 stand, or 0.
func guessMark(prev, after, next, next2 char, open bool) rune {
	ends := after.gap() || after.c == clsPunct || after.c == clsDash || after.c == clsClose
	switch {
	case prev.letter() && after.letter():
		if contraction(after, next, next2) || prev.c == clsUpper && after.c == clsUpper {
			return '’'
		}
		return 0
	case prev.c == clsDigit && after.c == clsDigit:
		return '–'
	case prev.gap() && after.gap():
		return '–'
	case (prev.gap() || prev.r == '(' || prev.r == '[') && (after.letter() || after.c == clsDigit):
		if after.c == clsDigit && next.c == clsDigit && (next2.gap() || next2.r == 's') {
			return '’'
		}
		return '“'
	case !prev.gap() && ends && open:
		return '”'
	case (prev.r == 's' || prev.r == 'S') && after.r == ' ':
		return '’'
	case prev.c == clsDigit && after.r == 's':
		return '’'
	case !prev.gap() && ends && (prev.r == '.' || prev.r == ',' || prev.r == '!' || prev.r == '?'):
		return '”'
	}
	return 0
}

// contraction reports whether the letters after an apostrophe are one of the
// English endings.
func contraction(a, b, c char) bool {
	one := a.r | 0x20
	if !b.letter() {
		return one == 's' || one == 't' || one == 'd' || one == 'm'
	}
	if c.letter() {
		return false
	}
	two := b.r | 0x20
	return one == 'r' && two == 'e' || one == 'v' && two == 'e' || one == 'l' && two == 'l'
}
