package normalize

import (
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// A cell is one character of a line under repair and the stretch of the text
// that it came from.
type cell struct {
	char
	row        *charset.Row
	start, end int
	path       int32 // how it was repaired: an index into paths, 0 if it was not
}

// A reading is what UTF-8 was misread as: a [charset.Page] or, from
// charset.Count on, a [charset.Code].
type reading uint8

const readings = charset.Count + charset.CodeCount

func (r reading) String() string {
	if r < charset.Count {
		return charset.Page(r).String()
	}
	return charset.Code(r - charset.Count).String()
}

// A candidate is a run of cells that, as the characters of one reading, are
// the bytes of one character in UTF-8, or of several if the East Asian codes do
// not cut between them.
type candidate struct {
	char
	more  []char // characters after the first
	at    int32  // first cell
	n     int32  // number of cells
	next  int32  // next candidate at the same cell, or -1
	page  reading
	score int32
	alone bool // a letter with no letter of its script beside it
}

// A line is the working space for repairing one line.
type line struct {
	cells, spare []cell
	found        []candidate
	first        []int32 // by cell: the first candidate there, or -1
	beyond       []int32 // the cells outside ASCII
	paths        []string
	stretch      []byte // see parseEast and encode
	chars        []char // see charsOf and decode
	saved        []cell // the line as it was loaded
	scripts      [64]int32
	cased        class  // see caseOf
	used         uint32 // pages that something was decoded with
	beyondLatin1 bool   // something was decoded from characters that latin-1 lacks
}

var lines = sync.Pool{New: func() any { return new(line) }}

// load takes text[start:end] apart.
func (l *line) load(text string, start, end int) {
	l.cells = l.cells[:0]
	l.paths = append(l.paths[:0], "")
	l.used, l.beyondLatin1 = 0, false
	for i := start; i < end; {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:end])
		}
		l.cells = append(l.cells, cell{char: charOf(r), row: charset.Lookup(r), start: i, end: i + n})
		i += n
	}
	l.cased = clsOther
}

// maxLayers bounds how often a line is gone through: each round undoes one
// layer of damage everywhere.
const maxLayers = 16

// repair undoes the damage in the line, layer by layer from the outside in.
func (l *line) repair() (changed bool) {
	l.saved = append(l.saved[:0], l.cells...)
	changed = l.undo()
	if c := caseOf(l.saved); c != clsOther && !l.inCase(c) {
		l.cells = append(l.cells[:0], l.saved...)
		l.cased = c
		changed = l.undo()
		l.cased = clsOther
	}
	if l.structured() {
		return changed
	}
	repaired := l.cells
	l.cells, l.saved = l.saved, l.cells
	if l.legacy(repaired) {
		l.undo()
		return true
	}
	l.cells, l.saved = l.saved, l.cells
	return changed
}

// structured reports whether so many sequences of UTF-8 have been found in the
// line that it can be nothing else.
func (l *line) structured() bool {
	done, rest := 0, 0
	for i := range l.cells {
		switch c := &l.cells[i]; {
		case c.path != 0:
			done++
		case c.r >= utf8.RuneSelf:
			rest++
		}
	}
	return done >= 3 && done >= rest
}

// undo undoes UTF-8 that was misread, layer by layer from the outside in.
func (l *line) undo() (changed bool) {
	for range maxLayers {
		if !l.round() && !l.mend() && !l.restoreMarks() {
			break
		}
		changed = true
	}
	return changed
}

// round undoes one layer.
func (l *line) round() bool {
	pages := l.pages()
	if pages == 0 && !l.wide() {
		return false
	}
	l.found, l.first, l.beyond = l.found[:0], l.first[:0], l.beyond[:0]
	for i := range l.cells {
		l.first = append(l.first, -1)
		if l.cells[i].r >= utf8.RuneSelf {
			l.beyond = append(l.beyond, int32(i))
		}
	}
	var sums [readings]summary
	for p := range charset.Page(charset.Count) {
		if pages>>p&1 == 1 {
			sums[p] = l.parse(p)
		}
	}
	if l.wide() {
		for c := range charset.Code(charset.CodeCount) {
			sums[charset.Count+c] = l.parseEast(c)
		}
	}
	return l.choose(&sums)
}

// pages returns the code pages on which some character of the line could begin
// a sequence that the next one continues.
func (l *line) pages() (set uint32) {
	var lead uint32
	for i := range l.cells {
		row := l.cells[i].row
		next, cont := row.Lead, row.Cont
		if l.cased != clsOther {
			other := l.otherCase(i)
			next, cont = next|other.Lead, cont|other.Cont
		}
		set |= lead & cont
		lead = next
	}
	return set
}

// A summary is what one code page makes of a line.
type summary struct {
	good      int32    // candidates that score well
	total     int32    // sum of their scores
	uncovered int32    // characters outside ASCII that are in no candidate
	script    alphabet // of most letters outside ASCII, decoded or not
	letters   int32    // of that script
}

// parse finds the candidates of one page.
func (l *line) parse(p charset.Page) (sum summary) {
	open := -1 // the candidate whose score waits for what follows it
	end := 0   // of that candidate
	var left, out char
	clear(l.scripts[:])
	inside := outerLayer{}
	settle := func(after char) {
		if open < 0 {
			return
		}
		c := &l.found[open]
		c.score = l.weigh(c, left, after, inside.next(c.char, after))
		l.scripts[c.s]++
		if c.score > 0 {
			sum.good++
			sum.total += min(c.score, 8)
		} else {
			sum.total += max(c.score, -8)
		}
		open = -1
	}
	for _, at := range l.beyond {
		i := int(at)
		if i < end {
			continue
		}
		if i > end {
			settle(l.cell(end))
			inside = outerLayer{}
		}
		r, n := l.sequence(p, i)
		if n == 0 {
			c := l.cells[i].char
			settle(c)
			inside = outerLayer{}
			sum.uncovered++
			l.scripts[c.s]++
			continue
		}
		before := l.cell(i - 1)
		if i == end && i > 0 && open >= 0 {
			before = out
		}
		out = charOf(r)
		settle(out)
		left = before
		open = len(l.found)
		l.found = append(l.found, candidate{char: out, at: int32(i), n: int32(n), next: l.first[i], page: reading(p)})
		l.first[i] = int32(open)
		end = i + n
	}
	settle(l.cell(end))
	l.findScript(&sum)
	return sum
}

// findScript sets the script of most letters counted in l.scripts.
func (l *line) findScript(sum *summary) {
	for s, n := range l.scripts {
		if s != int(noScript) && n > sum.letters {
			sum.script, sum.letters = alphabet(s), n
		}
	}
}

// An outerLayer follows the characters that one layer decodes to and sees
// whether they are themselves a mis-decoded sequence.
type outerLayer struct {
	pages uint32 // pages on which the characters so far begin a sequence
	n     int
}

// next reports whether c, which after follows, is in such a sequence.
func (o *outerLayer) next(c, after char) bool {
	row := charset.Lookup(c.r)
	if p := o.pages & row.Cont; p != 0 && o.n < 4 {
		o.pages = p
		o.n++
		return true
	}
	o.pages, o.n = row.Lead, 1
	return row.Lead&charset.Lookup(after.r).Cont != 0
}

// sequence decodes the UTF-8 sequence that begins at cell i on a page. n is 0
// when there is none.
func (l *line) sequence(p charset.Page, i int) (r rune, n int) {
	if i+1 >= len(l.cells) {
		return 0, 0
	}
	if l.cased != clsOther {
		return l.casedSequence(p, i)
	}
	row := l.cells[i].row
	if row.Lead>>p&1 == 0 || l.cells[i+1].row.Cont>>p&1 == 0 {
		return 0, 0
	}
	var buf [utf8.UTFMax]byte
	buf[0] = row.Bytes[p]
	n = 2
	if buf[0] >= 0xF0 {
		n = 4
	} else if buf[0] >= 0xE0 {
		n = 3
	}
	if i+n > len(l.cells) {
		return 0, 0
	}
	for k := 1; k < n; k++ {
		row := l.cells[i+k].row
		if row.Cont>>p&1 == 0 {
			return 0, 0
		}
		buf[k] = row.Bytes[p]
	}
	r, size := utf8.DecodeRune(buf[:n])
	if size == n {
		return r, n
	}
	if buf[0] == 0xED {
		return l.surrogates(p, i)
	}
	return 0, 0
}

// surrogates decodes the two halves of a character beyond U+FFFF, three bytes
// each, as CESU-8 writes them.
func (l *line) surrogates(p charset.Page, i int) (r rune, n int) {
	if i+6 > len(l.cells) {
		return 0, 0
	}
	var b [6]rune
	for k := range b {
		b[k] = rune(l.cells[i+k].row.Bytes[p])
	}
	high, low := b[1]&0x3F<<6|b[2]&0x3F|0xD000, b[4]&0x3F<<6|b[5]&0x3F|0xD000
	if b[3] != 0xED || l.cells[i+4].row.Cont>>p&1 == 0 || l.cells[i+5].row.Cont>>p&1 == 0 {
		return 0, 0
	}
	if r = utf16.DecodeRune(high, low); r == utf8.RuneError {
		return 0, 0
	}
	return r, len(b)
}

// choose goes through the line and takes at each cell the best candidate that
// is good enough.
func (l *line) choose(sums *[readings]summary) (changed bool) {
	out := l.spare[:0]
	last := reading(readings)
	for i := 0; i < len(l.cells); {
		best := int32(-1)
		var top int32
		for k := l.first[i]; k >= 0; k = l.found[k].next {
			c := &l.found[k]
			s := c.score + l.agreement(c, &sums[c.page])
			if c.page == last {
				s++
			}
			if best < 0 || s > top || s == top && c.page < l.found[best].page {
				best, top = k, s
			}
		}
		if best < 0 || top < accept {
			out = append(out, l.cells[i])
			i++
			continue
		}
		c := &l.found[best]
		last = c.page
		if c.page < charset.Count {
			l.used |= 1 << c.page
			for _, d := range l.cells[i : i+int(c.n)] {
				l.beyondLatin1 = l.beyondLatin1 || d.r > 0xFF
			}
		}
		out = l.merge(out, c)
		i += int(c.n)
		changed = true
	}
	l.cells, l.spare = out, l.cells
	return changed
}

// merge appends what a candidate decodes to. The first character stands for the
// whole of the candidate's cells, further ones for nothing.
func (l *line) merge(out []cell, c *candidate) []cell {
	from := l.cells[c.at : c.at+c.n]
	start, end, path := from[0].start, from[len(from)-1].end, l.path(c.page.String(), from)
	out = append(out, cell{c.char, charset.Lookup(c.r), start, end, path})
	for _, d := range c.more {
		out = append(out, cell{d, charset.Lookup(d.r), end, end, path})
	}
	return out
}

// path returns the number of the path of a character that was made from cells
// by undoing a reading with the named page.
func (l *line) path(name string, from []cell) int32 {
	if !repaired(from) {
		for i, q := range l.paths {
			if len(q) == len("utf8>")+len(name) && q[:len("utf8>")] == "utf8>" && q[len("utf8>"):] == name {
				return int32(i)
			}
		}
	}
	return l.pathNamed("utf8>"+name, from)
}

// repaired reports whether some cell is the work of an earlier round.
func repaired(cells []cell) bool {
	for i := range cells {
		if cells[i].path != 0 {
			return true
		}
	}
	return false
}

// pathNamed is path for any misreading.
func (l *line) pathNamed(p string, from []cell) int32 {
	for _, c := range from {
		if c.path != 0 {
			p += "+" + l.paths[c.path]
			break
		}
	}
	for i, q := range l.paths {
		if p == q {
			return int32(i)
		}
	}
	l.paths = append(l.paths, p)
	return int32(len(l.paths) - 1)
}
