package normalize

import (
	"math/bits"
	"sync"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// suspicious returns the offset of the next character that could begin a
// mis-decoded one or makes its line an unlikely one, or -1.
func suspicious(text string, i int) int {
	var lead uint32
	odd := 0
	at := 0 // of before, which comes after behind
	behind, before := asciiChars['\n'], asciiChars['\n']
	for i < len(text) {
		b := text[i]
		if b >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(text[i:])
			row := charset.Lookup(r)
			c := charOf(r)
			if r == utf8.RuneError {
				return i
			}
			if pages := lead & row.Cont; pages != 0 && plausible(text, at, pages, behind) {
				return i
			}
			if c.s == eastAsian && (c.c == clsWide || r >= 0xFF00) {
				if before.s == latin || unlikelyWide(r) || i+n < len(text) && (text[i+n] == '?' || scan.Letter(text[i+n])) {
					return i
				}
			} else if oddPair(before, c) {
				if odd++; odd >= tooOdd {
					return i
				}
			}
			behind, before, lead = before, c, row.Lead
			at = i
			i += n
			continue
		}
		if before.r >= utf8.RuneSelf {
			if before.r == 'â' && b != '.' && lostLeadBefore(text, i, behind) {
				return i
			}
			c := asciiChars[b]
			if oddPair(before, c) {
				if odd++; odd >= tooOdd {
					return i
				}
			}
			lead = 0
		}
		for i+8 <= len(text) && quietWord(text[i:i+8]) {
			i += 8
		}
		if i == len(text) {
			break
		}
		if b = text[i]; b >= utf8.RuneSelf {
			before = asciiChars[text[i-1]&0x7F]
			continue
		}
		switch {
		case b == '\n':
			odd = 0
		case b == '?' && lostQueryAt(text, i):
			return i
		}
		before = asciiChars[b]
		i++
	}
	return -1
}

// plausible reports whether what begins at text[i:] on one of the pages may be
// a character of UTF-8 that was misread: not when it would be an outsider among
// its neighbours and no other follows it. before is what stands before it.
func plausible(text string, i int, pages uint32, before char) bool {
	var cells [9]cell // two sequences and what follows them
	n := 0
	for ; n < len(cells) && i < len(text); n++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		cells[n] = cell{char: charOf(r), row: charset.Lookup(r)}
		i += size
	}
	l := line{cells: cells[:n]}
	for ; pages != 0; pages &= pages - 1 {
		p := charset.Page(bits.TrailingZeros32(pages))
		for _, l.cased = range [...]class{clsOther, clsLower, clsUpper} {
			if l.plausible(p, before) {
				return true
			}
			if cells[0].s != latin {
				break // Cyrillic leads are as good in either case
			}
		}
	}
	return false
}

// plausible is the same for one page and the sequence that the line begins with.
func (l *line) plausible(p charset.Page, before char) bool {
	r, size := l.sequence(p, 0)
	if size == 0 {
		// A mark may lack a byte.
		return len(l.cells) > 1 && l.cells[0].row.Bytes[p] == 0xE2 && l.cells[1].row.Bytes[p] == 0x80
	}
	out, after := charOf(r), l.cell(size)
	if next, more := l.sequence(p, size); more > 0 {
		after = charOf(next)
		if l.fitness(after, out, l.cell(size+more)) <= -4 {
			after = l.cell(size)
		}
	}
	return l.fitness(out, before, after) > -2
}

// lostLeadBefore reports whether â, which ends at i and comes after before, may
// be what is left of a mark.
func lostLeadBefore(text string, i int, before char) bool {
	if !before.letter() || !scan.Letter(text[i]) {
		return true
	}
	var next [3]char
	for k := range next {
		next[k] = asciiChars['\n']
		if i+k < len(text) {
			next[k] = asciiChars[min(text[i+k], utf8.RuneSelf-1)]
		}
	}
	return contraction(next[0], next[1], next[2])
}

// quietWord reports whether the eight bytes of w are ASCII without question
// marks and line ends.
func quietWord(w string) bool {
	const ones = 0x0101010101010101
	const highs = 0x80 * ones
	_ = w[7]
	x := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
		uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
	// A byte that is zero after the exclusive or borrows into its high bit.
	query, end := x^'?'*ones, x^'\n'*ones
	return (x|(query-ones)&^query|(end-ones)&^end)&highs == 0
}

// lostQueryAt reports whether the question mark at i may stand for another
// mark.
func lostQueryAt(text string, i int) bool {
	if i == 0 || i+1 == len(text) {
		return false
	}
	return text[i+1]|0x20-'a' < 26 || text[i-1] == ' ' && text[i+1] == ' ' || text[i+1] == '?'
}

// tooOdd is the number of odd pairs from which on a line is looked at.
const tooOdd = 2

// oddPair reports whether b hardly ever follows a, in any language.
func oddPair(a, b char) bool {
	switch {
	case b.c == clsControl && b.r >= utf8.RuneSelf || b.c == clsPrivate:
		return true
	case b.letter():
		if !a.letter() {
			return a.r >= utf8.RuneSelf && a.r != '°' && (a.c >= clsCurrency && a.c <= clsAccent || a.c == clsOther) && b.s <= arabic
		}
		if a.s != b.s {
			return a.c != clsMark && b.c != clsMark
		}
		if b.s > arabic || b.c == clsMark || a.c == clsMark {
			return false
		}
		if a.c == clsLower && b.c == clsUpper && (a.r >= utf8.RuneSelf || b.r >= utf8.RuneSelf) {
			return true
		}
		m := letters.Load()
		return m.Least(m.ID(a.r), m.ID(b.r)) > 112
	case a.letter() && b.r >= utf8.RuneSelf:
		switch b.c {
		case clsOpen, clsCurrency, clsInvert, clsMath, clsBox, clsAccent, clsFraction, clsDash:
			return b.r != '…' && b.r != '–' && b.r != '—' && b.r != '‐' && b.r != '‑' && b.r != '·'
		}
	}
	return false
}

// unlikelyWide reports whether an East Asian letter is more often the image of
// UTF-8 than a letter: no code has it among its common ones, and in one its
// bytes may begin a sequence.
func unlikelyWide(r rune) bool {
	switch {
	case 0x3041 <= r && r <= 0x30FF:
		return false
	case 0xFF61 <= r && r <= 0xFF9F:
		return true
	}
	return r < 0x10000 && wideImages()[r>>6]>>(r&63)&1 == 1
}

// commonRows gives the first bytes of the common letters of each code; their
// second bytes are at least A1, but for Shift-JIS and Big5.
var commonRows = [charset.CodeCount][2]byte{
	charset.GBK: {0xB0, 0xD7}, charset.Big5: {0xA4, 0xC6}, charset.ShiftJIS: {0x88, 0x98}, charset.EUCKR: {0xB0, 0xC8},
}

var wideImages = sync.OnceValue(func() *[0x10000 / 64]uint64 {
	var set [0x10000 / 64]uint64
	for r := rune(0x3400); r < 0x10000; r++ {
		common, image := false, false
		for code := range charset.Code(charset.CodeCount) {
			high, low := code.Encode(r)
			row := commonRows[code]
			if row[0] <= high && high <= row[1] && (low > 0xA0 || code == charset.Big5 || code == charset.ShiftJIS) {
				common = true
			}
			image = image || high >= 0xC2
		}
		if image && !common {
			set[r>>6] |= 1 << (r & 63)
		}
	}
	return &set
})
