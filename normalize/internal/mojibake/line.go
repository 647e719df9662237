package mojibake

import (
	"math/bits"
	"slices"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/lang/guess"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// A cell is one character of a line under repair and the stretch of the line
// that it came from.
type cell struct {
	char.Char
	row        *charset.Row
	start, end int32
	path       int32 // how it was repaired: an index into paths, 0 if it was not
}

// A reading is what UTF-8 was misread as: a [charset.Page] or, from
// charset.Count on, a [charset.Code].
type Reading uint8

const readings = charset.Count + charset.CodeCount

func (r Reading) String() string {
	if r < charset.Count {
		return charset.Page(r).String()
	}
	return charset.Code(r - charset.Count).String()
}

// A candidate is a run of cells that, as the characters of one reading, are
// the bytes of one character in UTF-8, or of several if the East Asian codes do
// not cut between them.
type candidate struct {
	char.Char
	more  []char.Char // characters after the first
	at    int32       // first cell
	n     int32       // number of cells
	next  int32       // next candidate at the same cell, or -1
	page  Reading
	score int32
	word  bool // part of a word as it stands
	fits  bool // between its neighbours, not too badly
	alone bool // a letter with no letter of its script beside it
	named bool // see mixedName
}

// A line is the working space for repairing one line, or a piece of a long one.
type line struct {
	*room
	pairs         *Pairs
	text          string
	base          int // where the line is in the text that it is from
	cells, spare  []cell
	beyond, index []int32     // the cells outside ASCII; room for the next
	found         []candidate // by one round
	first         []int32     // by place in beyond: the first candidate there, or -1
	paths         []string
	pathOf        [readings]int32 // numbers of the paths of one layer
	stretch       []byte          // see parseEast, encode and emit
	chars         []char.Char     // see charsOf and decode
	saved         []cell          // see repair
	contenders    []contender     // see legacy
	parts         []decodedPart   // see decodeOn, and the next three
	stops         []int32
	agreeing      uint32
	wholePage     charset.Page
	scripts       [64]int32
	word          []rune     // see speech
	classes       uint32     // that the line has, as it was loaded
	query         bool       // it has a question mark
	cased         char.Class // see caseOf
	used          uint32     // pages that something was decoded with
	usedEast      bool       // something was decoded with an East Asian code
	beyondLatin1  bool       // something was decoded from characters that latin-1 lacks
}

var lines = sync.Pool{New: func() any { return newLine() }}

// newLine returns a line with all its working space. Without the room it can still be asked
// for sequences.
func newLine() *line { return &line{room: new(room)} }

// A room is working space that is too large to be had for a few characters.
type room struct {
	bytesOf pageBytes   // see decodeOn
	tally   guess.Tally // see speech
}

// load makes text[start:end] the line.
func (l *line) load(text string, start, end int) {
	l.text, l.base = text[start:end], start
	l.paths = append(l.paths[:0], "")
	clear(l.pathOf[:])
	l.cased = char.Other
	l.reload()
}

// reload takes the line apart again. The numbers of paths stay.
func (l *line) reload() {
	text := l.text
	l.used, l.usedEast, l.beyondLatin1, l.query, l.classes = 0, false, false, false, 0
	l.beyond = l.beyond[:0]
	if l.cells = l.cells[:0]; cap(l.cells) < len(text) {
		l.cells = slices.Grow(l.cells, utf8.RuneCountInString(text))
	}
	none := charset.Lookup(0)
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			c := char.ASCII[b]
			if i > 0 && text[i-1] == '\\' && (b == 'n' || b == 'r' || b == 't') {
				c.Class, c.Script = char.Space, char.NoScript // an escape
			}
			l.cells = append(l.cells, cell{Char: c, row: none, start: int32(i), end: int32(i + 1)})
			l.classes |= 1 << c.Class
			l.query = l.query || b == '?'
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		c := char.Of(r)
		l.classes |= 1 << c.Class
		l.beyond = append(l.beyond, int32(len(l.cells)))
		l.cells = append(l.cells, cell{Char: c, row: charset.Lookup(r), start: int32(i), end: int32(i + n)})
		i += n
	}
}

// other returns the room for cells that are to be in the place of those that there are. Most
// often they are as many.
func (l *line) other() []cell {
	l.spare = slices.Grow(l.spare[:0], len(l.cells))
	return l.spare
}

// replace makes out the cells and keeps the room of the old ones.
func (l *line) replace(out []cell) {
	l.cells, l.spare = out, l.cells
	l.beyond = l.beyond[:0]
	for i := range l.cells {
		if l.cells[i].Rune >= utf8.RuneSelf {
			l.beyond = append(l.beyond, int32(i))
		}
	}
}

// maxLayers bounds how often a line is gone through: each round undoes one
// layer of damage everywhere.
const maxLayers = 16

// repair undoes the damage in the line, layer by layer from the outside in.
func (l *line) repair() (changed bool) {
	changed = l.undo()
	if c := l.caseOf(); c != char.Other && !l.inCase(c) {
		l.reload()
		l.cased = c
		changed = l.undo()
		l.cased = char.Other
	}
	if !changed && (l.dosLetters() || l.sibling()) {
		return true
	}
	if l.structured() || l.drawn() {
		return changed
	}
	western := contender{cost: never}
	if !changed {
		western = l.western()
	}
	return l.legacyLine(western.cost) || western.cost < never && l.apply(western.misreading) || changed
}

// legacyLine reads the line as text of a legacy code, if it has enough odd pairs and becomes
// likelier than in another reading, which costs rival.
func (l *line) legacyLine(rival int32) bool {
	if l.oddPairs() < tooOdd {
		return false
	}
	l.saved = append(l.saved[:0], l.cells...)
	l.reload()
	if l.legacy(l.saved, rival) {
		l.undo()
		return true
	}
	l.replace(append(l.other(), l.saved...))
	return false
}

// structured reports whether so many sequences of UTF-8 have been found in the
// line that it can be nothing else. Letters of many scripts are those of none.
func (l *line) structured() bool {
	done, rest := 0, 0
	scripts := uint64(0)
	for _, i := range l.beyond {
		if c := &l.cells[i]; c.path == 0 {
			rest++
		} else if done++; c.Letter() {
			scripts |= 1 << c.Script
		}
	}
	return done >= 3 && done >= rest && bits.OnesCount64(scripts) <= mostScripts
}

// drawn reports whether a line or border is drawn in the line, as letters misread never look.
func (l *line) drawn() bool {
	n := 0
	for k, i := range l.beyond {
		switch c := l.cells[i].Char; {
		case c.Class != char.Box || k == 0 || l.cell(int(i)-1).Rune != c.Rune:
			n = 1
		default:
			n++
		}
		if n == fewestDrawn {
			return true
		}
	}
	return false
}

// fewestDrawn is the number of equal signs side by side that are a drawing.
const fewestDrawn = 4

// mostScripts is the number of scripts that a line has letters of at most.
const mostScripts = 3

// undo undoes UTF-8 that was misread, layer by layer from the outside in.
func (l *line) undo() (changed bool) {
	for layer := range maxLayers {
		if !l.unchain(true) && !l.round(layer) && !l.unchain(false) && !l.mend() && !l.mendRemains() && !l.restoreMarks() && !l.readLetterMarks() {
			break
		}
		changed = true
	}
	return changed
}

// round undoes one layer. A page on which the whole line is UTF-8 goes before
// those on which parts of it are.
func (l *line) round(layer int) bool {
	if l.cased != char.Other {
		return l.try(l.pages(), worst)
	}
	if whole := l.distinct(l.wholePages()); whole != 0 {
		if whole&(whole-1) == 0 && l.wholesale(charset.Page(bits.TrailingZeros32(whole))) || l.try(whole, sound) {
			return true
		}
	}
	return l.try(l.somePages(layer > 0), worst)
}

// What the least candidate of a page must score: sound, for there to be no need
// to look at other pages, and worst, which all do.
const (
	sound = 5
	worst = -1 << 10
)

// try undoes one layer with the pages and, if there are East Asian letters, the
// East Asian codes. The candidates of some page must all score least or more.
func (l *line) try(pages uint32, least int32) bool {
	var sums [readings]summary
	return l.gather(pages, least, &sums) && l.choose(&sums)
}

// gather finds the candidates of the pages and codes, and sums them up. It reports whether those
// of some page all score least or more.
func (l *line) gather(pages uint32, least int32, sums *[readings]summary) bool {
	wide := l.wide()
	if pages == 0 && !wide {
		return false
	}
	l.found, l.first = l.found[:0], l.first[:0]
	for range l.beyond {
		l.first = append(l.first, -1)
	}
	good := least == worst
	for ; pages != 0; pages &= pages - 1 {
		p := charset.Page(bits.TrailingZeros32(pages))
		sums[p] = l.parse(p)
		good = good || sums[p].least >= least && sums[p].good > 0
	}
	if !good {
		return false
	}
	if wide {
		for c := range charset.Code(charset.CodeCount) {
			sums[charset.Count+c] = l.parseEast(c)
		}
	}
	return true
}

// wholePages returns the pages on which all that is outside ASCII is the image
// of UTF-8. It follows all pages at once.
func (l *line) wholePages() uint32 {
	if len(l.beyond) == 0 {
		return 0
	}
	whole := uint32(1<<charset.Count - 1)
	var one, two, three uint32 // pages on which so many more bytes are to come
	end := int32(0)
	for _, i := range l.beyond {
		row := l.cells[i].row
		if i != end {
			whole &^= one | two | three
			one, two, three = 0, 0, 0
		}
		end = i + 1
		inside := one | two | three
		whole &^= inside&^row.Cont | ^inside&^row.Lead
		if whole == 0 {
			return 0
		}
		begins := whole &^ inside
		one, two, three = (two|begins&^(row.Three|row.Four))&whole, (three|begins&row.Three)&whole, begins&row.Four
	}
	return whole &^ (one | two | three)
}

// somePages returns the pages on which some of the line is the image of UTF-8.
// What has been repaired before counts only where the prefilter would stop.
func (l *line) somePages(repaired bool) (some uint32) {
	pairs, never := l.pairs, func() bool { return false }
	for _, at := range l.beyond {
		i := int(at)
		pages := l.complete(i)
		if pages&^some != 0 && (!repaired || pairs.mark(l.cells[i].Rune, l.cells[i+1].Rune) && l.promising(i, never)) {
			some |= pages
		}
	}
	return some
}

// wholesaleFrom is the number of sequences from which on a line that is UTF-8 as
// a whole on one page alone is taken without weighing each of them.
const wholesaleFrom = 5

// wholesale takes the whole line, which has the structure of UTF-8 read as the
// page, for that, if it comes out as characters that are written somewhere.
func (l *line) wholesale(p charset.Page) bool {
	if len(l.beyond) < 2*wholesaleFrom {
		return false
	}
	out, index := l.other(), l.index[:0]
	fresh := !repaired(l.cells)
	beyondLatin1 := false
	copied := 0
	for k := 0; k < len(l.beyond); {
		i := int(l.beyond[k])
		lead := l.cells[i].row.Bytes[p]
		n := sequenceSize(lead)
		from := l.cells[i : i+n]
		r := rune(lead) & (0x7F >> n)
		for j := range from {
			beyondLatin1 = beyondLatin1 || from[j].Rune > 0xFF
			if j > 0 {
				r = r<<6 | rune(from[j].row.Bytes[p]&0x3F)
			}
		}
		c := char.Of(r)
		if n != utf8.RuneLen(r) || !usual(c) {
			return false
		}
		if copied < i {
			out = append(out, l.cells[copied:i]...)
		}
		path := l.pathOf[p]
		if path == 0 || !fresh {
			path = l.path(Reading(p), from)
		}
		index = append(index, int32(len(out)))
		out = append(out, cell{c, charset.Lookup(r), from[0].start, from[n-1].end, path})
		copied = i + n
		k += n
	}
	if len(index) < wholesaleFrom {
		return false
	}
	l.used |= 1 << p
	l.beyondLatin1 = l.beyondLatin1 || beyondLatin1
	out = append(out, l.cells[copied:]...)
	l.cells, l.spare = out, l.cells
	l.beyond, l.index = index, l.beyond
	return true
}

// usual reports whether a character is one of those that text is written in
// nowadays.
func usual(c char.Char) bool {
	switch c.Class {
	case char.Lower, char.Upper, char.Letter, char.Wide, char.Mark, char.Digit:
		return c.Script != char.NoScript && c.Script != char.Phonetic && c.Script < char.Rare && c.Rune != 'ſ' && (c.Script != char.Latin || latinFit(c, 2) > 0) && !uncommon(c.Rune)
	case char.Other:
		return c.Script != char.NoScript && c.Script < char.Rare // a mark of a script
	case char.Open, char.Close, char.Dash, char.NBSP, char.Currency, char.Super, char.Invert, char.Fraction, char.WideMark, char.Emoji, char.Hidden:
		return true
	}
	return false
}

// complete returns the pages on which a whole sequence begins at cell i.
func (l *line) complete(i int) (pages uint32) {
	row := l.cells[i].row
	if row.Lead == 0 || i+1 >= len(l.cells) {
		return 0
	}
	all := row.Lead & l.cells[i+1].row.Cont
	pages = all &^ (row.Three | row.Four)
	if all &= row.Three | row.Four; all == 0 || i+2 >= len(l.cells) {
		return pages
	}
	all &= l.cells[i+2].row.Cont
	pages |= all & row.Three
	if all &= row.Four; all != 0 && i+3 < len(l.cells) {
		pages |= all & l.cells[i+3].row.Cont
	}
	return pages
}

// distinct leaves out the pages on which the line is the same bytes as on one
// before it.
func (l *line) distinct(pages uint32) (kept uint32) {
	if pages&(pages-1) == 0 {
		return pages
	}
	var sums [charset.Count]uint64
	for _, i := range l.beyond {
		row := l.cells[i].row
		for set := pages; set != 0; set &= set - 1 {
			p := bits.TrailingZeros32(set)
			sums[p] = sums[p]*0x9E3779B97F4A7C15 + uint64(row.Bytes[p])
		}
	}
next:
	for set := pages; set != 0; set &= set - 1 {
		p := bits.TrailingZeros32(set)
		for other := kept; other != 0; other &= other - 1 {
			if sums[bits.TrailingZeros32(other)] == sums[p] {
				continue next
			}
		}
		kept |= 1 << p
	}
	return kept
}

// pages returns the code pages on which some character of the line could begin
// a sequence that the next one continues, in either case.
func (l *line) pages() (set uint32) {
	var lead uint32
	for i := range l.cells {
		row := l.cells[i].row
		other := l.otherCase(i)
		set |= lead & (row.Cont | other.Cont)
		lead = row.Lead | other.Lead
	}
	return set
}

// A summary is what one code page makes of a line.
type summary struct {
	all, good int32       // candidates, and those that score well
	words     int32       // candidates that are part of right words
	total     int32       // sum of their scores
	least     int32       // the lowest of their scores
	uncovered int32       // characters outside ASCII that are in no candidate
	proved    int32       // candidates of an East Asian code that need no others
	drawn     bool        // lines and corners are among them
	script    char.Script // of most letters outside ASCII, decoded or not
	letters   int32       // of that script
}

// counts adds a letter to the summary.
func (l *line) counts(sum *summary, s char.Script) {
	if l.scripts[s]++; s != char.NoScript && l.scripts[s] > sum.letters {
		sum.script, sum.letters = s, l.scripts[s]
	}
}

// parse finds the candidates of one page.
func (l *line) parse(p charset.Page) summary {
	s := parsing{line: l, sum: summary{least: 99}, open: -1}
	end := 0 // of the candidate that is open
	var out char.Char
	clear(l.scripts[:])
	for k, at := range l.beyond {
		i := int(at)
		if i < end {
			continue
		}
		if i > end {
			s.settle(l.cell(end))
			s.inside = outerLayer{}
		}
		r, n := l.sequence(p, i)
		if n == 0 {
			s.uncovered(i)
			continue
		}
		before := l.cell(i - 1)
		if i == end && i > 0 && s.open >= 0 {
			before = out
		}
		out = char.Of(r)
		s.settle(out)
		s.left, s.open = before, len(l.found)
		l.found = append(l.found, candidate{Char: out, at: int32(i), n: int32(n), next: l.first[k], page: Reading(p)})
		l.first[k] = int32(s.open)
		end = i + n
	}
	s.settle(l.cell(end))
	return s.sum
}

// A parsing sums up the candidates of a page as they are found.
type parsing struct {
	*line
	sum    summary
	open   int       // the candidate whose score waits for what follows it, or -1
	left   char.Char // what stands before that
	inside outerLayer
}

// settle gives the open candidate its score, after which comes.
func (s *parsing) settle(after char.Char) {
	if s.open < 0 {
		return
	}
	c, sum := &s.found[s.open], &s.sum
	c.score = s.weigh(c, s.left, after, s.inside.next(c.Char, after))
	s.counts(sum, c.Script)
	sum.least = min(sum.least, c.score)
	sum.all++
	switch {
	case c.word:
		sum.words++
		sum.total += max(min(c.score, 0), -8)
	case c.score > 0:
		sum.good++
		sum.total += min(c.score, 8)
	default:
		sum.total += max(c.score, -8)
	}
	s.open = -1
}

// uncovered counts the character of cell i, which no candidate begins with.
func (s *parsing) uncovered(i int) {
	c := s.cells[i].Char
	s.settle(c)
	s.inside = outerLayer{}
	s.sum.uncovered++
	s.sum.drawn = s.sum.drawn || c.Class == char.Box && s.cells[i].path == 0
	s.counts(&s.sum, c.Script)
}

// An outerLayer follows the characters that one layer decodes to and sees
// whether they are themselves a mis-decoded sequence.
type outerLayer struct {
	pages uint32 // pages on which the characters so far begin a sequence
	n     int
}

// next reports whether c, which after follows, is in such a sequence.
func (o *outerLayer) next(c, after char.Char) bool {
	row := charset.Lookup(c.Rune)
	if p := o.pages & row.Cont; p != 0 && o.n < 4 {
		o.pages = p
		o.n++
		return true
	}
	o.pages, o.n = row.Lead, 1
	return row.Lead&charset.Lookup(after.Rune).Cont != 0
}

// sequence decodes the UTF-8 sequence that begins at cell i on a page. n is 0
// when there is none.
func (l *line) sequence(p charset.Page, i int) (r rune, n int) {
	if i+1 >= len(l.cells) {
		return 0, 0
	}
	if l.cased != char.Other {
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
		if buf[0] == 0xE2 && l.cells[i+1].Class == char.Lower {
			r = l.loweredMark(p, i, r)
		}
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
	out, index := l.other(), l.index[:0]
	copied := 0 // the cells before are in out
	last := Reading(readings)
	var words *speech // of the line, when they are asked for
	for k := 0; k < len(l.beyond); {
		i := int(l.beyond[k])
		best, rival := l.best(k, last, sums)
		if rival >= 0 {
			before := l.cell(i - 1)
			if i == copied && len(out) > 0 {
				before = out[len(out)-1].Char
			}
			best = l.between(best, rival, before, &words)
		}
		if best < 0 {
			index = append(index, int32(len(out)+i-copied))
			k++
			continue
		}
		c := &l.found[best]
		last = c.page
		if c.page >= charset.Count {
			l.usedEast = true
		} else {
			l.used |= 1 << c.page
			for _, d := range l.cells[i : i+int(c.n)] {
				l.beyondLatin1 = l.beyondLatin1 || d.Rune > 0xFF
			}
		}
		out = append(out, l.cells[copied:i]...)
		at := len(out)
		out = l.merge(out, c)
		for ; at < len(out); at++ {
			if out[at].Rune >= utf8.RuneSelf {
				index = append(index, int32(at))
			}
		}
		copied = i + int(c.n)
		k += int(c.n)
		changed = true
	}
	if !changed {
		l.index = index
		return false
	}
	out = append(out, l.cells[copied:]...)
	l.cells, l.spare = out, l.cells
	l.beyond, l.index = index, l.beyond
	return true
}

// best returns the best candidate at the cell with number k in beyond, or -1
// when none is good enough, and another letter that is about as good, or -1.
// last is what was taken before it.
func (l *line) best(k int, last Reading, sums *[readings]summary) (best, rival int32) {
	best, rival = -1, -1
	top, second := int32(accept)-1, int32(accept)-1
	for i := l.first[k]; i >= 0; i = l.found[i].next {
		c := &l.found[i]
		s := c.score + l.agreement(c, &sums[c.page])
		if c.page == last {
			s++
		}
		switch {
		case best >= 0 && c.Rune == l.found[best].Rune && (s < top || s == top && c.page > l.found[best].page):
		case s > top || best >= 0 && s == top && c.page < l.found[best].page:
			if best >= 0 && c.Rune != l.found[best].Rune {
				rival, second = best, top
			}
			best, top = i, s
		case best >= 0 && (s > second || rival >= 0 && s == second && c.page < l.found[rival].page):
			rival, second = i, s
		}
	}
	if rival >= 0 && (top-second > closeCall || !l.found[best].Letter() || !l.found[rival].Letter() || l.found[best].n != l.found[rival].n) {
		rival = -1
	}
	return best, rival
}

// rarePage has the characters of windows-1252 but for eight and some signs, and was used far
// less: of two letters that are as good, its own is taken only in a line that needs it
// elsewhere.
const rarePage = Reading(charset.ISO8859_15)

// eitherOf reports whether one of two candidates is of the page.
func (l *line) eitherOf(a, b int32, page Reading) bool {
	return l.found[a].page == page || l.found[b].page == page
}

// needs reports whether a candidate of the page may be taken where there is none of
// another page.
func (l *line) needs(page Reading) bool {
	for _, first := range l.first {
		own, others := false, false
		for i := first; i >= 0; i = l.found[i].next {
			if c := &l.found[i]; c.score >= accept {
				own, others = own || c.page == page, others || c.page != page
			}
		}
		if own && !others {
			return true
		}
	}
	return false
}

// closeCall is the difference of scores up to which the language of the line
// decides between two letters.
const closeCall = 2

// preferred is by how much less a letter must cost there.
const preferred = 8

// between returns the better of two letters that are as good by themselves, the first a
// little better: that of the page that is not rare, unless it is a capital within a word and the
// other is not, or the one that the language of the line would rather have after before. The words of the line are
// gathered once.
func (l *line) between(best, rival int32, before char.Char, words **speech) int32 {
	if l.eitherOf(best, rival, rarePage) && !l.needs(rarePage) {
		if l.found[best].page == rarePage {
			best, rival = rival, best
		}
		if l.capitalWithin(best, before) && l.found[rival].Class == char.Lower {
			return rival
		}
		return best
	}
	if *words == nil {
		s := l.speech()
		*words = &s
	}
	if l.spelling(*words, rival, before)+preferred <= l.spelling(*words, best, before) {
		return rival
	}
	return best
}

// capitalWithin reports whether a candidate is a capital between letters, the second of them small.
func (l *line) capitalWithin(number int32, before char.Char) bool {
	c := &l.found[number]
	return c.Class == char.Upper && before.Letter() && l.cell(int(c.at+c.n)).Class == char.Lower
}

// spelling is what the letter of a candidate costs after before.
func (l *line) spelling(s *speech, number int32, before char.Char) int32 {
	c := &l.found[number]
	if letters.Load().ID(c.Rune) == 0 {
		return 2 * letters.Foreign
	}
	after := l.cell(int(c.at + c.n))
	return s.letter(before, c.Char, after, after.Rune >= utf8.RuneSelf)
}

// merge appends what a candidate decodes to. The first character stands for the
// whole of the candidate's cells, further ones for nothing.
func (l *line) merge(out []cell, c *candidate) []cell {
	from := l.cells[c.at : c.at+c.n]
	start, end, path := from[0].start, from[len(from)-1].end, l.path(c.page, from)
	out = append(out, cell{c.Char, charset.Lookup(c.Rune), start, end, path})
	for _, d := range c.more {
		out = append(out, cell{d, charset.Lookup(d.Rune), end, end, path})
	}
	return out
}

// path returns the number of the path of a character that was made from cells
// by undoing a reading.
func (l *line) path(page Reading, from []cell) int32 {
	if repaired(from) {
		return l.pathNamed("utf8>"+page.String(), from)
	}
	if l.pathOf[page] == 0 {
		l.pathOf[page] = l.pathNamed(utf8As[page], from)
	}
	return l.pathOf[page]
}

// utf8As names the misreadings of UTF-8.
var utf8As = func() (names [readings]string) {
	for r := range names {
		names[r] = "utf8>" + Reading(r).String()
	}
	return names
}()

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
