package mojibake

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// What follows repairs characters of which a part is gone, after everything
// that is whole has been decoded. The bytes that remain leave a handful of
// letters possible, and one is restored if the letter pairs of the line's
// language clearly prefer it; a letter of which nothing remains never is.

// A lostByte is what stands where a byte was lost.
type lostByte uint8

const (
	gone       lostByte = iota // nothing: a no-break space, soft hyphen or C1 control was dropped
	space                      // a no-break space became a space
	unknown                    // a question mark or U+FFFD
	straight                   // a straight quotation mark or a comma
	noLostByte                 // a character that cannot stand for a lost byte
)

// lostByteOf says as what kind of lost byte a character may stand.
func lostByteOf(c char.Char) lostByte {
	switch {
	case c.Rune == ' ':
		return space
	case c.Rune == '?' || c.Class == char.Lost:
		return unknown
	case c.Rune == '"' || c.Rune == '\'' || c.Rune == ',':
		return straight
	}
	return gone
}

// mend goes through the line for characters with a byte missing, using the
// pages that the line is known to have been misread with.
func (l *line) mend() (changed bool) {
	pages := l.used&mendPages | markPages
	m := mender{line: l}
	for _, at := range l.beyond {
		i := int(at)
		if c := &l.cells[i]; i < m.copied || c.row.Lead&pages == 0 || c.path != 0 {
			continue
		}
		c, n, page, ok := m.incomplete(i)
		if !ok {
			continue
		}
		if !changed {
			m.out = l.other()
		}
		changed = true
		from := l.cells[i : i+n]
		m.out = append(m.out, l.cells[m.copied:i]...)
		m.out = append(m.out, cell{c, charset.Lookup(c.Rune), from[0].start, from[n-1].end, l.path(page, from)})
		m.copied = i + n
	}
	if changed {
		l.replace(append(m.out, l.cells[m.copied:]...))
	}
	return changed
}

// markPages are the pages on which the images of E2 80 are looked for without
// further evidence.
const markPages = 1<<charset.Windows1252 | 1<<charset.Windows1250 | 1<<charset.Windows1251 | 1<<charset.Windows1254 | 1<<charset.Latin1

// mendPages are the pages on which bytes get lost: those that have C1 controls,
// undefined bytes, or the no-break space at A0.
const mendPages = markPages | 1<<charset.Windows1253 | 1<<charset.Windows1257 | 1<<charset.Windows1258 | 1<<charset.ISO8859_2 | 1<<charset.ISO8859_15 | 1<<charset.ISO8859_9

// A mender goes through a line once. What it has dealt with, up to the cell
// copied, is in out.
type mender struct {
	*line
	out    []cell
	copied int
	known  bool // what follows
	uses   languageSet
	speaks speech
}

// prev is the character before cell i, which is the one in hand.
func (m *mender) prev(i int) char.Char {
	if i == m.copied && len(m.out) > 0 {
		return m.out[len(m.out)-1].Char
	}
	return m.cell(i - 1)
}

// know finds the languages of the line when they are first asked for.
func (m *mender) know() {
	if !m.known {
		m.known, m.uses, m.speaks = true, m.line.languages(), m.line.speech()
	}
}

// A sequenceLeft is a sequence of which a byte is missing.
type sequenceLeft struct {
	page  charset.Page
	at    int               // the cell it begins at
	size  int               // bytes of the whole
	have  int               // bytes before the first missing one
	bytes [utf8.UTFMax]byte // those
	sure  bool              // the line is known to have been misread with the page
}

// incomplete decodes the sequence at cell i that lacks one byte.
func (m *mender) incomplete(i int) (c char.Char, n int, page Reading, ok bool) {
	pages := m.cells[i].row.Lead & (m.used&mendPages | markPages)
	best := int32(0)
	for ; pages != 0; pages &= pages - 1 {
		p := charset.Page(bits.TrailingZeros32(pages))
		d, size, score := m.fill(p, i)
		if size > 0 && score > best {
			c, n, page, best = d, size, Reading(p), score
		}
	}
	return c, n, page, best > 0
}

// fill tries the bytes that may be missing from the sequence at cell i.
func (m *mender) fill(p charset.Page, i int) (c char.Char, n int, score int32) {
	lead := m.cells[i].row.Bytes[p]
	g := sequenceLeft{page: p, at: i, size: sequenceSize(lead), have: 1, sure: m.used>>p&1 == 1}
	g.bytes[0] = lead
	for g.have < g.size && m.continues(i+g.have, p) {
		g.bytes[g.have] = m.cells[i+g.have].row.Bytes[p]
		g.have++
	}
	switch {
	case lead == 0xE2 && g.have == 2 && g.bytes[1] == 0x80 && (g.sure || m.cells[i+1].row.Lead == 0 || m.closesWord(i)),
		lead == 0xE2 && g.have == 1 && g.sure && p == charset.Latin1:
		if c, n, score = m.fillMark(p, i); score > 0 {
			return c, n, score
		}
	}
	if g.have >= g.size || !m.outOfPlace(&g) {
		return c, 0, 0
	}
	if i+g.have == len(m.cells) && g.have == g.size-1 {
		if c, score = m.fillEnd(&g); score > 0 {
			return c, g.have, score
		}
	}
	if g.size == 2 && lostByteOf(m.cell(i+1)) == space {
		if c, n, score = m.fillSpace(&g); score > 0 {
			return c, n, score
		}
	}
	if g.size == 2 && g.have == 1 && !m.prev(i).Letter() {
		if c = m.lostStart(lead, i+1); c.Rune != 0 {
			return c, 1, 3
		}
	}
	if !g.sure {
		return c, 0, 0
	}
	if m.know(); lead == 0xC3 && g.have == 1 && !m.prev(i).Letter() && m.speaks.is("pt") && m.joinsWord(i+1) {
		return char.Of('à'), 1, 3
	}
	return m.likeliest(&g)
}

// lostStarts are names that begin with a letter of which windows-1252 lacks the second byte, or
// latin-1 shows nothing. No word begins with Ã, which is left of it, but letter pairs do not tell
// which of a few it was. The list is of names and words that news in Spanish, Hungarian, Icelandic,
// Portuguese and Serbian has often: one that is not in it stays as it is. No line of the development
// set has one, so that what the list is worth is not measured; none of 1.4 million right lines does.
var lostStarts = func() map[string]char.Char {
	starts := map[string]char.Char{}
	for name := range strings.FieldsSeq(`Ángel Ángela Ángeles Ángelo Ángulo Álvaro Álvarez Álava Álex Álamo Álamos Ávila Ávalos Águila Águilas Ágnes
		Ádám Áron Árpád Ákos Áslaug Ásgeir África Ámsterdam Ámbar Ánimas Árbol Área Áreas Árabes
		Ísland Íslands Íñigo Íñiguez Íris Írán Ítaca Índice Índices Ísak Ítalo Íngrid Ívar Ímaz
		Ýmir Ýrr
		Đuro Đurić Đorđe Đorđević Đoković Đokovic Đinđić Đurđević Đilas Đakovo`) {
		first, n := utf8.DecodeRuneInString(name)
		starts[name[:1]+name[n:]] = char.Of(first)
	}
	return starts
}()

// lostStart returns the letter of which the byte lead is left before the rest of a name at cell
// i, or none.
func (m *mender) lostStart(lead byte, i int) char.Char {
	m.stretch = append(m.stretch[:0], lead)
	for ; m.cell(i).Letter() && len(m.stretch) < longestName; i++ {
		m.stretch = utf8.AppendRune(m.stretch, m.cells[i].Rune)
	}
	return lostStarts[string(m.stretch)]
}

// longestName is the length in bytes up to which the rest of a name is looked up.
const longestName = 16

// continues reports whether cell i continues a sequence on a page.
func (l *line) continues(i int, p charset.Page) bool {
	return i < len(l.cells) && l.cells[i].row.Cont>>p&1 == 1
}

// outOfPlace reports whether the first character of a sequence can hardly be a
// letter of the text as it stands.
func (m *mender) outOfPlace(g *sequenceLeft) bool {
	first, prev, next := m.cells[g.at].Char, m.prev(g.at), m.cell(g.at+1)
	switch {
	case !first.Letter():
		return g.sure
	case prev.Letter() && prev.Script != first.Script || next.Letter() && next.Script != first.Script && next.Class != char.Mark:
		return g.sure
	case first.Script == char.Latin && first.Class == char.Upper:
		return next.Class != char.Upper && (g.have > 1 || prev.Class != char.Upper)
	case first.Script != char.Latin:
		return g.sure && !prev.Joins(first) && !next.Joins(first)
	}
	return g.sure && (g.have > 1 || g.size > 2 && m.lacksOne(g))
}

// likeliest takes the character that fits best of all that a missing byte
// leaves possible, if it does so by a margin. A sequence in which U+FFFD, or a
// question mark inside a word, stands for a byte is U+FFFD as a whole when there
// is no such character.
func (m *mender) likeliest(g *sequenceLeft) (c char.Char, n int, score int32) {
	m.know()
	t := trial{mender: m, at: g.at, best: incredible, second: incredible}
	lost := false
	if stand := m.cell(g.at + g.have); m.lacksOne(g) && !m.grave(g, stand) {
		lost = stand.Class == char.Lost || stand.Rune == '?' && (g.have < g.size-1 || !m.cell(g.at+g.size).Gap())
		for _, b := range []byte(m.candidatesFor(g.page, stand)) {
			g.bytes[g.have] = b
			t.try(g.bytes[:g.size], g.size)
		}
	}
	if stand := lostByteOf(m.cell(g.at + g.have)); g.have == g.size-1 && stand != unknown {
		switch { // it more likely is the lost byte
		case stand == space && g.size == 2:
			t.before = 24
		case stand != gone:
			t.before = 40
		}
		for at := 1; at < g.size; at++ {
			bytes := g.bytes
			copy(bytes[at+1:], g.bytes[at:g.have])
			for _, b := range []byte(m.goneBytes(g.page)) {
				bytes[at] = b
				t.try(bytes[:g.size], g.have)
			}
		}
	}
	switch {
	case t.n > 0 && t.second-t.best >= clearly:
		return t.c, t.n, 3
	case lost:
		return char.Of(utf8.RuneError), g.size, 2
	}
	return c, 0, 0
}

// grave reports whether a space for the missing byte would make à, about which
// fillSpace decides.
func (m *mender) grave(g *sequenceLeft, stand char.Char) bool {
	return lostByteOf(stand) == space && g.size == 2 && g.bytes[0] == 0xC3
}

// lacksOne reports whether the sequence is whole but for one character that
// stands where a byte was lost. It takes the bytes behind that.
func (m *mender) lacksOne(g *sequenceLeft) bool {
	if lostByteOf(m.cell(g.at+g.have)) == gone {
		return false
	}
	for k := g.have + 1; k < g.size; k++ {
		if !m.continues(g.at+k, g.page) {
			return false
		}
		g.bytes[k] = m.cells[g.at+k].row.Bytes[g.page]
	}
	return true
}

// candidatesFor lists the bytes that may have stood where the byte was lost.
func (m *mender) candidatesFor(p charset.Page, stand char.Char) string {
	switch lostByteOf(stand) {
	case space:
		return "\xA0"
	case straight:
		return straightened(p, stand.Rune)
	}
	return m.lostBytes(p)
}

// goneBytes lists the bytes that may be gone without a trace.
func (m *mender) goneBytes(p charset.Page) string {
	if m.lostBytes(p) == c1Controls {
		return c1Controls + "\xA0\xAD"
	}
	return undefinedBytes[p] + "\xA0\xAD"
}

// lostBytes lists the bytes that get lost: those that the page leaves undefined
// and, when it may as well be latin-1, all C1 controls.
func (m *mender) lostBytes(p charset.Page) string {
	if p == charset.Latin1 || p == charset.Windows1252 && !m.beyondLatin1 {
		return c1Controls
	}
	return undefinedBytes[p]
}

const c1Controls = "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F"

// straightened lists the bytes of the quotation marks that were made straight.
func straightened(p charset.Page, r rune) string {
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

// undefinedBytes lists the bytes that pages leave undefined, and that get lost
// on the way because programs refuse or replace them.
var undefinedBytes = [charset.Count]string{
	charset.Windows1252: "\x81\x8D\x8F\x90\x9D",
	charset.Windows1250: "\x81\x83\x88\x90\x98",
	charset.Windows1251: "\x98",
	charset.Windows1254: "\x81\x8D\x8E\x8F\x90\x9D\x9E",
	charset.Windows1257: "\x81\x83\x88\x8A\x8C\x90\x98\x9A\x9C\x9F\xA1\xA5",
}

// A trial finds the likeliest of the characters that are tried at a cell.
type trial struct {
	*mender
	at           int
	before       int32 // what the next character costs before it is weighed
	c            char.Char
	n            int // the number of cells it takes
	best, second int32
}

// A character that costs as much as incredible is not believed, and one must be
// better clearly than the next.
const (
	incredible = 260
	clearly    = 24
)

// try weighs a character that takes n cells.
func (t *trial) try(bytes []byte, n int) {
	r, size := utf8.DecodeRune(bytes)
	if size != len(bytes) {
		return
	}
	c := char.Of(r)
	switch cost := t.before + t.cost(t.prev(t.at), c, t.at+n); {
	case t.n > 0 && r == t.c.Rune:
		t.best = min(t.best, cost)
	case cost < t.best:
		t.c, t.n, t.best, t.second = c, n, cost, t.best
	case cost < t.second:
		t.second = cost
	}
}

// cost is what c costs between prev and the cell at next.
func (m *mender) cost(prev, c char.Char, next int) int32 {
	after := m.cell(next)
	open := next < len(m.cells) && m.cells[next].path == 0 && m.cells[next].row.Lead&m.used != 0 // nor known itself
	if open {
		after = c
	}
	switch {
	case c.Class == char.Wide:
		if foreign(prev) || foreign(after) {
			return incredible
		}
		return m.speaks.wide(c)
	case c.Letter() && c.Class != char.Mark && letters.Load().ID(c.Rune) == 0 && m.speaks.knows(c.Script):
		return incredible
	case c.Letter() && letters.Load().ID(c.Rune) != 0:
		cost := m.speaks.letter(prev, c, after, open)
		if c.Script == char.Latin && m.uses != 0 && languagesOf(c.Rune)&m.uses == 0 {
			cost += 48
		}
		if c.Class == char.Mark {
			cost += 32
		}
		return cost
	case c.Class == char.Hidden && prev.Class != char.Emoji && prev.Class != char.Super:
		return incredible
	}
	cost := 80 + (4-fitness(c, prev, after))*point
	switch {
	case c.Class == char.Mark:
		cost += 60
	case c.Rune == emojiStyle:
		cost -= 40
	case prev.Letter() && (after.Letter() || open || c.Class == char.Math) && c.Rune != '’':
		return incredible
	}
	return cost
}

// emojiStyle is the variation selector that follows many emoji.
const emojiStyle = 0xFE0F

// fillSpace puts a no-break space where there is a space: of à, which is a
// word, the space may have been there besides.
func (m *mender) fillSpace(g *sequenceLeft) (c char.Char, n int, score int32) {
	g.bytes[1] = 0xA0
	r, size := utf8.DecodeRune(g.bytes[:2])
	if size != 2 {
		return c, 0, 0
	}
	c = char.Of(r)
	m.know()
	prev, after := m.prev(g.at), m.cell(g.at+2)
	switch {
	case c.Class == char.NBSP && g.sure && !m.natural(g):
		return c, 2, 4
	case r == 'à' && m.graveBegins(g):
		return char.Of('À'), 1, 3
	case r != 'à' || !g.sure && !m.graveAlone(g), m.uses&withGraveA == 0 && m.uses != 0, m.speaks.is("es"):
		return c, 0, 0
	case after.Gap() || !after.Letter():
		if after.Gap() {
			return c, 2, 4 // the other space is the real one
		}
	case prev.Letter() && m.syllable(g.at+2), !prev.Letter() && m.joinsWord(g.at+2):
		return c, 2, 4
	}
	return c, 1, 3
}

// fillEnd puts back the no-break space that was trimmed from the end of a line.
func (m *mender) fillEnd(g *sequenceLeft) (c char.Char, score int32) {
	g.bytes[g.have] = 0xA0
	r, size := utf8.DecodeRune(g.bytes[:g.size])
	if size != g.size {
		return c, 0
	}
	c = char.Of(r)
	prev := m.prev(g.at)
	if g.sure && usual(c) && fitness(c, prev, char.ASCII['\n']) > 0 || r == 'à' && prev.Class == char.Lower && prev.Script == char.Latin && !m.hasTilde(g.at) {
		return c, 4
	}
	return c, 0
}

// natural reports whether the letter that the sequence begins with is of a
// script that other words of the line are written in.
func (m *mender) natural(g *sequenceLeft) bool {
	s := m.cells[g.at].Script
	for i := range m.cells {
		if c := &m.cells[i]; s != char.Latin && c.Script == s && c.path == 0 && c.row.Lead>>g.page&1 == 0 {
			return true
		}
	}
	return false
}

// graveAlone reports whether Ã before a space is à of which half is gone,
// whatever else is in the line: behind a lower-case letter, or as a word between
// others that are not in capitals.
func (m *mender) graveAlone(g *sequenceLeft) bool {
	prev, next := m.prev(g.at), m.cell(g.at+2)
	if m.cells[g.at].Rune != 'Ã' || m.hasTilde(g.at) || !m.mayEndInGrave(prev) || next.Class == char.Upper && m.cell(g.at+3).Class == char.Upper {
		return false
	}
	if prev.Class == char.Lower {
		return true
	}
	if next.Class == char.Upper && m.capitalBefore(g.at-1) {
		return false // a title
	}
	return prev.Rune == ' ' && m.cell(g.at-2).Class == char.Lower && (next.Class == char.Lower || next.Class == char.Digit || m.cell(g.at+3).Class == char.Lower)
}

// graveBegins reports whether Ã before a space is the À that a line begins with, in a language
// that has it as a word.
func (m *mender) graveBegins(g *sequenceLeft) bool {
	return m.cells[g.at].Rune == 'Ã' && g.at == 0 && m.cell(2).Letter() && !strings.ContainsAny(m.text[len("Ã"):], "ÃãÕõẼẽĨĩŨũ") &&
		(m.speaks.is("fr") || m.speaks.is("pt") || m.speaks.is("ca"))
}

// mayEndInGrave reports whether a word of the language of the line may end in à after
// a letter.
func (m *mender) mayEndInGrave(prev char.Char) bool {
	model := letters.Load()
	k := m.speaks.of[char.Latin]
	if k < 0 || !prev.Letter() {
		return k < 0 || model.Languages[k].Has(model.ID('à'))
	}
	return model.Languages[k].Cost(model.ID(prev.Rune), model.ID('à')) < strangePair
}

// capitalBefore reports whether the word before a cell begins with a capital.
func (m *mender) capitalBefore(i int) bool {
	for i--; m.cell(i).Letter(); i-- {
	}
	return m.cell(i+1).Class == char.Upper
}

// hasTilde reports whether the line has a letter with a tilde besides the one at a
// cell: no language has à and those.
func (m *mender) hasTilde(at int) bool {
	for _, i := range m.beyond {
		switch r := m.cells[i].Rune; r {
		case 'ã', 'õ', 'Ã', 'Õ', 'ĩ', 'ũ', 'ẽ', 'Ĩ', 'Ũ', 'Ẽ':
			if int(i) != at && m.cells[i].path == 0 && !m.continues(int(i)+1, charset.Windows1252) && m.cell(int(i)+1).Rune != ' ' {
				return true
			}
		}
	}
	return false
}

// syllable reports whether the letters from cell i to the end of the word are
// the rest of a syllable that à begins, as Vietnamese has them.
func (m *mender) syllable(i int) bool {
	if m.uses&vietnamese == 0 || !m.speaks.is("vi") {
		return false
	}
	n := 0
	for ; n < 3 && m.cell(i+n).Letter(); n++ {
	}
	switch a, b := m.cell(i).Rune, m.cell(i+1).Rune; n {
	case 1:
		return a == 'o' || a == 'i' || a == 'y' || a == 'u' || a == 'm' || a == 'n' || a == 'c' || a == 't' || a == 'p'
	case 2:
		return a == 'n' && (b == 'g' || b == 'h') || a == 'c' && b == 'h'
	}
	return false
}

// joinsWord reports whether à is the first letter of the word at cell i rather
// than a word before it: Portuguese às, àquele, àquela, àquilo.
func (l *line) joinsWord(i int) bool {
	if l.cell(i).Rune == 's' && l.cell(i+1).Gap() {
		return true
	}
	return l.cell(i).Rune == 'q' && l.cell(i+1).Rune == 'u' && (l.cell(i+2).Rune == 'e' && l.cell(i+3).Rune == 'l' || l.cell(i+2).Rune == 'i' && l.cell(i+3).Rune == 'l')
}

// closesWord reports whether "â€", which no text has, stands at cell i behind a word
// or a mark and before what no word is, or is a dash of which the last byte was made straight.
func (m *mender) closesWord(i int) bool {
	prev, after := m.prev(i), m.cell(i+2)
	if m.cells[i].Rune != 'â' || m.cells[i+1].Rune != '€' {
		return false
	}
	if prev.Gap() {
		return after.Rune == '"' && m.cell(i+3).Rune == ' ' // a dash
	}
	return after.Gap() || after.Class == char.Punct || contraction(after, m.cell(i+3), m.cell(i+4))
}

// fillMark restores a typographic mark of which only E2 80, or of which only E2
// is left, from its place.
func (m *mender) fillMark(p charset.Page, i int) (c char.Char, n int, score int32) {
	n = 1
	for n < 2 && i+n < len(m.cells) && m.cells[i+n].row.Cont>>p&1 == 1 {
		n++
	}
	prev := m.prev(i)
	h := lostByte(gone)
	if i+n < len(m.cells) {
		h = lostByteOf(m.cells[i+n].Char)
	}
	if h == unknown || h == straight && n == 2 && m.cells[i+n].Rune != ',' {
		for lost := 3 - n; lost > 0 && i+n < len(m.cells) && lostByteOf(m.cells[i+n].Char) == h; lost-- {
			n++
		}
	}
	after := m.cell(i + n)
	r := guessMark(prev, after, m.cell(i+n+1), m.cell(i+n+2), opened(m.out, m.cells[m.copied:i]) != 0)
	if p != charset.Latin1 && (h == gone || h == unknown || h == space) {
		// Of the marks only ” has a byte that the windows pages lose.
		switch {
		case prev.Gap() && !after.Gap():
			return c, 0, 0
		case prev.Letter() && contraction(after, m.cell(i+n+1), m.cell(i+n+2)):
			r = '’' // of which another page lost the last byte
		default:
			r = '”'
		}
	}
	switch m.know(); {
	case r == 0:
		return c, 0, 0
	case r == '–' && h == straight && prev.Gap() && m.speaks.english:
		r = '—' // the last byte was “ or ”; news in English has three of these to one of those
	}
	return char.Of(r), n, 4
}

// opened returns the quotation mark that has begun the innermost quotation which
// has not ended in what stands in a and then b: “, ‘ or 0.
func opened(a, b []cell) (mark rune) {
	single := false // a ’ that may have ended a quotation
	after := char.ASCII['\n']
	for k := range min(len(a)+len(b), longestQuotation) {
		c := char.Char{}
		if k < len(b) {
			c = b[len(b)-1-k].Char
		} else {
			c = a[len(a)-1-(k-len(b))].Char
		}
		switch c.Rune {
		case '“', '„':
			return '“'
		case '”':
			return 0
		case '’':
			single = single || !after.Letter()
		case '‘':
			if !single {
				return '‘'
			}
			single = false
		}
		after = c
	}
	return 0
}

// guessMark gives the mark that fits between prev and after, behind which next
// and next2 stand, or 0.
func guessMark(prev, after, next, next2 char.Char, open bool) rune {
	ends := after.Gap() || after.Class == char.Punct || after.Class == char.Dash || after.Class == char.Close
	starts := prev.Gap() || prev.Rune == '(' || prev.Rune == '[' || prev.Class == char.Open || prev.Class == char.Dash
	switch {
	case prev.Letter() && after.Letter():
		if contraction(after, next, next2) && (after.Rune|0x20 != 'm' || prev.Rune|0x20 == 'i') || prev.Class == char.Upper && after.Class == char.Upper {
			return '’'
		}
		return 0
	case prev.Class == char.Digit && after.Class == char.Digit:
		return '–'
	case prev.Gap() && after.Gap():
		if after.Rune == '\n' {
			return 0
		}
		return '–'
	case starts && (after.Letter() || after.Class == char.Digit):
		if after.Class == char.Digit && next.Class == char.Digit && (next2.Gap() || next2.Class == char.Punct || next2.Rune == 's') {
			return '’'
		}
		return '“'
	case !prev.Gap() && ends && open && after.Rune != '@':
		return '”'
	case (prev.Rune == 's' || prev.Rune == 'S') && after.Rune == ' ':
		return '’'
	case prev.Class == char.Digit && after.Rune == 's':
		return '’'
	case ends && (prev.Rune == '.' || prev.Rune == ',' || prev.Rune == '!' || prev.Rune == '?'):
		return '”'
	}
	return 0
}

// contraction reports whether the letters after an apostrophe are one of the
// English endings.
func contraction(a, b, c char.Char) bool {
	one := a.Rune | 0x20
	if !b.Letter() {
		return one == 's' || one == 't' || one == 'd' || one == 'm'
	}
	if c.Letter() {
		return false
	}
	two := b.Rune | 0x20
	return one == 'r' && two == 'e' || one == 'v' && two == 'e' || one == 'l' && two == 'l'
}
