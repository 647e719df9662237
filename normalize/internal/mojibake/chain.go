package mojibake

import (
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// Text in UTF-8 that a spreadsheet read as windows-1252 and wrote in the code of the
// Macintosh, and that was read as windows-1252 or latin-1 again: "’" is "‰Ûª" then. No text is
// in such a code, so only marks are read from it, and signs and letters between characters of
// ASCII that no language has beside each other.

// chainPath is how that came about.
const chainPath = "utf8>cp1252+mac_roman>cp1252"

// chained holds, by the character that a byte of UTF-8 became, the byte. What the code of the
// Macintosh lacks was lost, but for the byte of ” that is none of windows-1252.
var chained = func() (t [0x2123]byte) {
	for b := 0xFF; b >= 0x80; b-- {
		m, ok := charset.MacRoman.Encode(charset.Windows1252.Decode(byte(b)))
		if !ok {
			continue
		}
		for _, r := range [...]rune{rune(m), charset.Windows1252.Decode(m)} {
			if t[r] == 0 {
				t[r] = byte(b)
			}
		}
	}
	t[lastOfClosing] = lastOfClosing
	return t
}()

const lastOfClosing = 0x9D

func chainedByte(c char.Char) byte {
	if c.Rune < utf8.RuneSelf || int(c.Rune) >= len(chained) {
		return 0
	}
	return chained[c.Rune]
}

// chainPair reports whether two characters begin what became of a mark, or are what became of
// a sign or a letter of latin-1.
func chainPair(a, b char.Char) bool {
	switch lead, next := chainedByte(a), chainedByte(b); {
	case next&0xC0 != 0x80:
		return false
	case lead == 0xE2:
		return next == 0x80 || next == 0x82
	case lead == 0xC2, lead == 0xC3:
		return odd(a, b) >= 3 || lead == 0xC3 && b.Class == char.Super
	}
	return false
}

// addChains marks the pairs of chainPair.
func (t *Pairs) addChains() {
	for a := range chained {
		if lead := chained[a]; lead != 0xC2 && lead != 0xC3 && lead != 0xE2 {
			continue
		}
		for b := range chained {
			if chainPair(char.Of(rune(a)), char.Of(rune(b))) {
				t.Set(t.ID(rune(a)), t.ID(rune(b)))
			}
		}
	}
}

// unchain undoes such a chain where it is found: of marks, which look like nothing else, or of
// signs and letters.
func (l *line) unchain(marks bool) (changed bool) {
	out, copied := l.other(), 0
	for _, at := range l.beyond {
		i := int(at)
		if i < copied {
			continue
		}
		if !chainPair(l.cell(i), l.cell(i+1)) || marks != (chainedByte(l.cell(i)) == 0xE2) {
			continue
		}
		c, n := l.chainedLetter(i)
		if marks {
			c, n = l.chainedMark(i)
		}
		if n == 0 {
			continue
		}
		from := l.cells[i : i+n]
		out = append(out, l.cells[copied:i]...)
		out = append(out, cell{c, charset.Lookup(c.Rune), from[0].start, from[n-1].end, l.pathNamed(chainPath, from)})
		copied, changed = i+n, true
	}
	if changed {
		l.replace(append(out, l.cells[copied:]...))
	}
	return changed
}

// chainedMark returns the mark that became what begins at cell i, and of how many cells that
// is, or 0. Of the marks … alone lost its last byte, for which an underscore stands; that of ”
// is one that many programs drop.
func (l *line) chainedMark(i int) (c char.Char, n int) {
	third := l.cell(i + 2)
	bytes := [...]byte{chainedByte(l.cell(i)), chainedByte(l.cell(i + 1)), chainedByte(third)}
	r, size := utf8.DecodeRune(bytes[:])
	switch {
	case size == len(bytes) && (r == '€' || bytes[1] == 0x80):
		return char.Of(r), len(bytes)
	case bytes[1] != 0x80:
	case third.Rune == '_':
		return char.Of('…'), len(bytes)
	case third.Gap() && !l.cell(i-1).Gap():
		return char.Of('”'), 2
	}
	return c, 0
}

// chainedLetter is chainedMark for a sign or letter of latin-1 between characters of ASCII.
func (l *line) chainedLetter(i int) (c char.Char, n int) {
	bytes := [...]byte{chainedByte(l.cell(i)), chainedByte(l.cell(i + 1))}
	r, _ := utf8.DecodeRune(bytes[:])
	before, after := l.cell(i-1), l.cell(i+2)
	if c = char.Of(r); before.Rune >= utf8.RuneSelf || after.Rune >= utf8.RuneSelf || c.Class != char.NBSP && fitness(c, before, after) < 2 {
		return c, 0
	}
	return c, len(bytes)
}
