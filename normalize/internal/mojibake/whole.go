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

// A pageScan is such a line under trial.
type pageScan struct {
	text  string
	pages uint32 // on which all of it so far is the image of UTF-8
	wide  int    // characters outside ASCII
	lower bool   // it has small letters of ASCII
	upper bool   // it has capitals of ASCII
}

// scan finds the pages.
func (w *pageScan) scan() {
	w.pages = 1<<charset.Count - 1
	var one, two, three uint32 // pages on which so many more bytes are to come
	inside := 0                // where a sequence must go on
	for i := 0; i < len(w.text); {
		b := w.text[i]
		if b < utf8.RuneSelf {
			w.lower = w.lower || b-'a' < 26
			w.upper = w.upper || b-'A' < 26
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w.text[i:])
		row := charset.Lookup(r)
		if i != inside {
			w.pages &^= one | two | three
			one, two, three = 0, 0, 0
		}
		open := one | two | three
		w.pages &^= open&^row.Cont | ^open&^row.Lead
		if w.pages == 0 {
			return
		}
		begins := w.pages &^ open
		one, two, three = (two|begins&^(row.Three|row.Four))&w.pages, (three|begins&row.Three)&w.pages, begins&row.Four
		w.wide++
		i += n
		inside = i
	}
	w.pages &^= one | two | three
}

// page returns the page, if there is one or the line is the same bytes on all.
func (w *pageScan) page() (charset.Page, bool) {
	if w.pages == 0 {
		return 0, false
	}
	first := charset.Page(bits.TrailingZeros32(w.pages))
	rest := w.pages & (w.pages - 1)
	for _, r := range w.text {
		if rest == 0 {
			break
		}
		if r < utf8.RuneSelf {
			continue
		}
		row := charset.Lookup(r)
		for set := rest; set != 0; set &= set - 1 {
			if row.Bytes[bits.TrailingZeros32(set)] != row.Bytes[first] {
				return 0, false
			}
		}
	}
	return first, true
}

// A decodedPart is a character of a decoded line and what it was made of.
type decodedPart struct {
	start, end       int32 // of the line
	outStart, outEnd int32 // of what it becomes
}

// decodeWhole decodes a line that is UTF-8 read as one page, and emits an edit for
// each character. ok is false if the line must be looked at more closely.
func (l *line) decodeWhole(text string, base int, emit func(start, end int, replacement, path string)) (ok bool) {
	w := pageScan{text: text}
	if w.scan(); w.pages == 0 || w.wide < 2 || w.lower != w.upper {
		return false // or its case may have been changed
	}
	p, ok := w.page()
	if !ok || !l.decodeParts(text, p) || len(l.parts) < wholesaleFrom && !l.onlyMarks() {
		return false
	}
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

// decodeParts sets l.parts to the characters of a line on a page, and l.stretch to
// the line as it was. It reports whether they are all of use nowadays.
func (l *line) decodeParts(text string, p charset.Page) bool {
	l.parts, l.stretch = l.parts[:0], l.stretch[:0]
	copied := 0
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		l.stretch = append(l.stretch, text[copied:i]...)
		d := decodedPart{start: int32(i), outStart: int32(len(l.stretch))}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		lead := charset.Lookup(r).Bytes[p]
		size := sequenceSize(lead)
		out := rune(lead) & (0x7F >> size)
		for range size - 1 {
			r, n = utf8.DecodeRuneInString(text[i:])
			i += n
			out = out<<6 | rune(charset.Lookup(r).Bytes[p]&0x3F)
		}
		if size != utf8.RuneLen(out) || !usual(char.Of(out)) {
			return false
		}
		l.stretch = utf8.AppendRune(l.stretch, out)
		d.end, d.outEnd = int32(i), int32(len(l.stretch))
		l.parts = append(l.parts, d)
		copied = i
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
