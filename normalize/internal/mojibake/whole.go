package mojibake

import (
	"bytes"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// Most damaged text is UTF-8 that was read as one page, from end to end. A line all
// of which is the image of UTF-8 on one page, and on no other, is decoded at once, in
// one pass and without taking it apart, if nothing else can be the matter with it.

// imagePages returns the pages on which all of a line is the image of UTF-8. It follows
// all pages at once.
func imagePages(text string) (pages uint32) {
	pages = 1<<charset.Count - 1
	var one, two, three uint32 // pages on which so many more bytes are to come
	inside := 0                // where a sequence must go on
	for i := skipToWide(text, 0); i < len(text); i = skipToWide(text, i) {
		r, n := utf8.DecodeRuneInString(text[i:])
		row := charset.Lookup(r)
		if i != inside {
			pages &^= one | two | three
			one, two, three = 0, 0, 0
		}
		open := one | two | three
		if pages &^= open&^row.Cont | ^open&^row.Lead; pages == 0 {
			return 0
		}
		begins := pages &^ open
		one, two, three = (two|begins&^(row.Three|row.Four))&pages, (three|begins&row.Three)&pages, begins&row.Four
		i += n
		inside = i
	}
	return pages &^ (one | two | three)
}

// skipToWide returns the offset of the first byte from i on that is not ASCII.
func skipToWide(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		if eightBytes(text[i:i+8])&0x8080808080808080 != 0 {
			break
		}
	}
	for i < len(text) && text[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// oneCase reports whether the letters of ASCII in a line, of which there are some, are
// all of one case: it may have been changed after the damage.
func oneCase(text string) bool {
	lower, upper := false, false
	i := 0
	for ; i+8 <= len(text) && !(lower && upper); i += 8 {
		x := eightBytes(text[i : i+8])
		lower = lower || lettersFrom('a', x) != 0
		upper = upper || lettersFrom('A', x) != 0
	}
	for ; i < len(text) && !(lower && upper); i++ {
		b := text[i]
		lower = lower || b-'a' < 26
		upper = upper || b-'A' < 26
	}
	return lower != upper
}

// lettersFrom sets the highest bit of each of eight bytes that is one of the 26 from
// first on, which is 'a' or 'A'.
func lettersFrom(first byte, x uint64) uint64 {
	const each = 0x0101010101010101
	low := x & (0x7F * each)
	from, beyond := low+uint64(0x80-first)*each, low+uint64(0x80-first-26)*each
	return from &^ beyond &^ x & (0x80 * each)
}

// A decodedPart is a character of a decoded line and what it was made of.
type decodedPart struct {
	start, end       int32 // of the line
	outStart, outEnd int32 // of what it becomes
}

// decodeWhole decodes a line that is UTF-8 read as one page, and proposes an edit for
// each character, or one for all of it. ok is false if the line must be looked at more
// closely.
func (l *line) decodeWhole(text string, base int, to *Sink) (ok bool) {
	if oneCase(text) || !l.decodeAsBefore(text) || len(l.parts) < wholesaleFrom && !l.onlyMarks() || l.damagedStill() {
		return false
	}
	first, last := l.parts[0], l.parts[len(l.parts)-1]
	if to.Stretch != nil {
		to.Stretch(base+int(first.start), base+int(last.end), l.stretch[first.outStart:last.outEnd])
		return true
	}
	p, out := bits.TrailingZeros32(l.agreeing), string(l.stretch)
	for _, d := range l.parts {
		to.Edit(base+int(d.start), base+int(d.end), out[d.outStart:d.outEnd], utf8As[p])
	}
	return true
}

// decodeAsBefore decodes a line on a page on which all of it is the image of UTF-8: on
// that of the line before it, if it can.
func (l *line) decodeAsBefore(text string) bool {
	image, ok := l.decodeOn(text, l.wholePage)
	if !image {
		pages := imagePages(text)
		if pages == 0 {
			return false
		}
		l.wholePage = charset.Page(bits.TrailingZeros32(pages))
		_, ok = l.decodeOn(text, l.wholePage)
	}
	return ok && len(l.parts) > 0
}

// decodeOn decodes a line into l.stretch as the image of UTF-8 on a page, and gathers
// its characters in l.parts, the pages on which it is the same bytes in l.agreeing, and
// the places that the prefilter would stop at in l.stops. image is false if it is no such
// image, and ok if a character is not of use nowadays, or the line is the image of UTF-8
// on another page too, but of other bytes.
func (l *line) decodeOn(text string, p charset.Page) (image, ok bool) {
	l.parts, l.stops = l.parts[:0], l.stops[:0]
	l.stretch = slices.Grow(l.stretch[:0], len(text))
	l.bytesOf.load(p)
	d := wholeDecoder{page: p, bytes: &l.bytesOf, out: l.stretch, agree: 1<<charset.Count - 1}
	ok = true
	before := uint('\n') // the number of what was decoded last
	for i := 0; i < len(text); {
		at := len(d.out)
		if text[i] < utf8.RuneSelf {
			if b := uint(text[i]); before >= utf8.RuneSelf && l.pairs.Has(before, b) && l.pairs.concerns(before, b) {
				l.stops = append(l.stops, int32(at))
			}
			end := i + 1
			if d.out = append(d.out, text[i]); end < len(text) && text[end] < utf8.RuneSelf {
				end = skipToWide(text, end)
				d.out = append(d.out, text[i+1:end]...)
			}
			d.gap()
			before = uint(text[end-1])
			i = end
			continue
		}
		r, end := d.sequence(text, i)
		if end == i {
			return false, false
		}
		id := l.pairs.ID(r)
		if ok = ok && len(d.out)-at == utf8.RuneLen(r) && l.pairs.usual(r); l.pairs.Has(before, id) && l.pairs.concerns(before, id) {
			l.stops = append(l.stops, int32(at))
		}
		before = id
		l.parts = append(l.parts, decodedPart{int32(i), int32(end), int32(at), int32(len(d.out))})
		i = end
	}
	d.gap()
	l.stretch, l.agreeing = d.out, d.agree
	return true, ok && d.others == 0
}

// PageBytes says which bytes the commonest characters of a page are.
type pageBytes struct {
	page charset.Page
	of   [0x2700]byte // 0: not known here
	same [0x80]uint32 // for the bytes beyond ASCII: the pages on which their characters are these bytes too
}

// load makes it that of a page.
func (t *pageBytes) load(p charset.Page) {
	if t.page == p && t.same[0x43] != 0 {
		return
	}
	for b := 0x80; b <= 0xFF; b++ {
		if r := t.page.Decode(byte(b)); int(r) < len(t.of) {
			t.of[r] = 0
		}
	}
	for b := 0x80; b <= 0xFF; b++ {
		r := p.Decode(byte(b))
		row := charset.Lookup(r)
		if int(r) < len(t.of) && row.Bytes[p] == byte(b) {
			t.of[r] = byte(b)
		}
		t.same[b-0x80] = 0
		for q, other := range row.Bytes {
			if other == byte(b) {
				t.same[b-0x80] |= 1 << q
			}
		}
	}
	t.page = p
}

// at returns the byte of the character outside ASCII at i, or 0, the end of it, and the
// pages that are known to have the character as the same byte.
func (t *pageBytes) at(text string, i int) (b byte, end int, same uint32) {
	c, n := rune(text[i]&0x1F)<<6, 2
	if text[i] < 0xE0 && i+1 < len(text) { // most
		c |= rune(text[i+1] & 0x3F)
	} else {
		c, n = wideRune(text, i)
	}
	if int(c) < len(t.of) && t.of[c] != 0 {
		b = t.of[c]
		return b, i + n, t.same[b&0x7F]
	}
	return charset.Lookup(c).Bytes[t.page], i + n, 0
}

// A wholeDecoder reads the sequences of a line on a page, and follows the other pages.
type wholeDecoder struct {
	page    charset.Page
	bytes   *pageBytes
	out     []byte    // the bytes read, which are the line as it was
	agree   uint32    // pages on which the line so far is the same bytes
	others  uint32    // those on which it is the image of UTF-8, of other bytes
	waiting [3]uint32 // of these, those on which so many more bytes are to come, less one
}

// sequence decodes the sequence that begins at i. end is i if there is none.
func (d *wholeDecoder) sequence(text string, i int) (r rune, end int) {
	lead, end, same := d.bytes.at(text, i)
	size := sequenceSize(lead)
	if size == 0 {
		return 0, i
	}
	if d.others != 0 || d.agree&^same != 0 {
		d.follow(text, i, lead, -1)
	}
	d.out = append(d.out, lead)
	r = rune(lead) & (0x7F >> size)
	for more := size - 2; more >= 0; more-- {
		if end == len(text) || text[end] < utf8.RuneSelf {
			return 0, i
		}
		b, next, same := d.bytes.at(text, end)
		if b&0xC0 != 0x80 {
			return 0, i
		}
		if d.others != 0 || d.agree&^same != 0 {
			d.follow(text, end, b, more)
		}
		d.out = append(d.out, b)
		r = r<<6 | rune(b&0x3F)
		end = next
	}
	return r, end
}

// follow follows the other pages over the character at i, which is the byte b on this one
// and begins a sequence if more is -1; otherwise so many more continue it.
func (d *wholeDecoder) follow(text string, i int, b byte, more int) {
	c, _ := wideRune(text, i)
	row := charset.Lookup(c)
	if d.others != 0 {
		d.followOthers(row)
	}
	for set := d.agree &^ (1 << d.page); set != 0; set &= set - 1 {
		q := bits.TrailingZeros32(set)
		if row.Bytes[q] == b {
			continue
		}
		here := uint32(1) << q
		d.agree &^= here
		switch {
		case more < 0:
			d.begin(here&row.Lead, row)
		case row.Cont&here != 0:
			d.others |= here
			if more > 0 {
				d.waiting[more-1] |= here
			}
		}
	}
}

// followOthers follows the pages that do not agree.
func (d *wholeDecoder) followOthers(row *charset.Row) {
	w := &d.waiting
	inside := w[0] | w[1] | w[2]
	d.others &= inside&row.Cont | row.Lead&^inside
	begins := d.others &^ inside
	w[0], w[1], w[2] = w[1]&d.others, w[2]&d.others, 0
	d.begin(begins, row)
}

// begin lets sequences begin on pages that do not agree.
func (d *wholeDecoder) begin(pages uint32, row *charset.Row) {
	d.others |= pages
	d.waiting[0] |= pages &^ (row.Three | row.Four)
	d.waiting[1] |= pages & row.Three
	d.waiting[2] |= pages & row.Four
}

// gap follows the pages over what is ASCII, or the end of the line.
func (d *wholeDecoder) gap() {
	d.others &^= d.waiting[0] | d.waiting[1] | d.waiting[2]
	d.waiting = [3]uint32{}
}

// wideRune decodes the character outside ASCII that begins at i.
func wideRune(text string, i int) (rune, int) {
	if b := text[i]; b < 0xE0 && i+1 < len(text) {
		return rune(b&0x1F)<<6 | rune(text[i+1]&0x3F), 2
	} else if b < 0xF0 && i+2 < len(text) {
		return rune(b&0xF)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[i:])
}

// damagedStill reports whether the prefilter would stop in the decoded line: there are
// more layers, or bytes are gone.
func (l *line) damagedStill() bool {
	queries := bytes.IndexByte(l.stretch, '?') >= 0
	if len(l.stops) == 0 && !queries {
		return false
	}
	out := string(l.stretch)
	again := NewPrefilter(out, l.pairs)
	if queries {
		return again.next(0) >= 0
	}
	for _, at := range l.stops {
		b, _ := utf8.DecodeRuneInString(out[at:])
		if again.Misread(int(at), again.charBefore(int(at)), char.Of(b)) {
			return true
		}
	}
	return false
}

// onlyMarks reports whether all parts of the decoded line are marks of English that
// are well placed. Nothing else looks like the images of those.
func (l *line) onlyMarks() bool {
	for _, d := range l.parts {
		r, _ := utf8.DecodeRune(l.stretch[d.outStart:])
		if r < 0x2010 || r > 0x2026 {
			return false
		}
		before, _ := utf8.DecodeLastRune(l.stretch[:d.outStart])
		after, _ := utf8.DecodeRune(l.stretch[d.outEnd:])
		if fitness(char.Of(r), orSpace(before, d.outStart == 0), orSpace(after, int(d.outEnd) == len(l.stretch))) < 0 {
			return false
		}
	}
	return true
}

// orSpace returns a character, or white space at the end of a line.
func orSpace(r rune, end bool) char.Char {
	if end {
		return char.ASCII['\n']
	}
	return char.Of(r)
}

// lineAround returns the line of text, from start on, that the place at is in, or a piece of
// it. What is said of lines is true of the pieces of a longer one.
func lineAround(text string, from, at int) (start, end int) {
	start = max(from, strings.LastIndexByte(text[from:at], '\n')+1+from)
	if at-start > LongestPiece/2 {
		start = cutBefore(text, start, at-LongestPiece/4)
	}
	end = nextByte(text, at, '\n')
	if end-start > LongestPiece {
		end = cutBefore(text, at+1, start+LongestPiece)
	}
	return start, end
}
