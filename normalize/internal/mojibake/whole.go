package mojibake

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// Most damaged text is UTF-8 that was read as one page, from end to end. A line all
// of which is the image of UTF-8 on one page, and on no other, is decoded at once, in
// one pass and without taking it apart, if nothing else can be the matter with it.

// imagePages returns the pages on which all of a line is the image of UTF-8, and how
// many characters it has outside ASCII, which it gathers in l.rows. It follows all pages
// at once.
func (l *line) imagePages(text string) (pages uint32, wide int) {
	l.rows = l.rows[:0]
	pages = 1<<charset.Count - 1
	var one, two, three uint32 // pages on which so many more bytes are to come
	inside := 0                // where a sequence must go on
	for i := skipToWide(text, 0); i < len(text); i = skipToWide(text, i) {
		r, n := wideRune(text, i)
		row := charset.Lookup(r)
		l.rows = append(l.rows, wholeRow{row, int32(i), int32(i + n)})
		if i != inside {
			pages &^= one | two | three
			one, two, three = 0, 0, 0
		}
		open := one | two | three
		if pages &^= open&^row.Cont | ^open&^row.Lead; pages == 0 {
			return 0, wide
		}
		begins := pages &^ open
		one, two, three = (two|begins&^(row.Three|row.Four))&pages, (three|begins&row.Three)&pages, begins&row.Four
		wide++
		i += n
		inside = i
	}
	return pages &^ (one | two | three), wide
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

// wideRune decodes the character outside ASCII that begins at i in valid UTF-8.
func wideRune(text string, i int) (rune, int) {
	switch b := text[i]; {
	case b < 0xE0:
		return rune(b&0x1F)<<6 | rune(text[i+1]&0x3F), 2
	case b < 0xF0:
		return rune(b&0xF)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[i:])
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

// A wholeRow is a character outside ASCII of a line that may be decoded as a whole.
type wholeRow struct {
	row        *charset.Row
	start, end int32 // of the line
}

// A decodedPart is a character of a decoded line and what it was made of.
type decodedPart struct {
	start, end       int32 // of the line
	outStart, outEnd int32 // of what it becomes
}

// decodeWhole decodes a line that is UTF-8 read as one page, and emits an edit for
// each character. ok is false if the line must be looked at more closely.
func (l *line) decodeWhole(text string, base int, emit func(start, end int, replacement, path string)) (ok bool) {
	pages, wide := l.imagePages(text)
	if pages == 0 || wide < 2 || oneCase(text) || !l.decodeParts(text, pages) || len(l.parts) < wholesaleFrom && !l.onlyMarks() {
		return false
	}
	p := charset.Page(bits.TrailingZeros32(pages))
	out := string(l.stretch)
	again := NewPrefilter(out, l.pairs)
	if again.next(0) >= 0 {
		return false // there are more layers, or bytes are gone
	}
	for _, d := range l.parts {
		emit(base+int(d.start), base+int(d.end), out[d.outStart:d.outEnd], utf8As[p])
	}
	return true
}

// decodeParts sets l.parts to the characters of a line on the first of some pages, and
// l.stretch to the line as it was. It reports whether they are all of use nowadays, and
// the line is the same bytes on all of the pages.
func (l *line) decodeParts(text string, pages uint32) bool {
	p, others := bits.TrailingZeros32(pages), pages&(pages-1)
	l.parts, l.stretch = l.parts[:0], l.stretch[:0]
	copied := int32(0)
	for n := 0; n < len(l.rows); {
		d := decodedPart{start: l.rows[n].start}
		l.stretch = append(l.stretch, text[copied:d.start]...)
		d.outStart = int32(len(l.stretch))
		size, out := 1, rune(0)
		for k := 0; k < size; k++ {
			row := l.rows[n].row
			b := row.Bytes[p]
			for set := others; set != 0; set &= set - 1 {
				if row.Bytes[bits.TrailingZeros32(set)] != b {
					return false
				}
			}
			if k == 0 {
				size = sequenceSize(b)
				out = rune(b) & (0x7F >> size)
			} else {
				out = out<<6 | rune(b&0x3F)
			}
			d.end = l.rows[n].end
			n++
		}
		if size != utf8.RuneLen(out) || !usual(char.Of(out)) {
			return false
		}
		l.stretch = utf8.AppendRune(l.stretch, out)
		d.outEnd = int32(len(l.stretch))
		l.parts = append(l.parts, d)
		copied = d.end
	}
	l.stretch = append(l.stretch, text[copied:]...)
	return true
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
