package mojibake

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/normalize/internal/fontcode"
)

// A Sink takes what is to become of stretches of a text, in order.
type Sink struct {
	// Edit takes a repaired character, and how it was damaged.
	Edit func(start, end int, replacement, path string)
	// Stretch takes all that was repaired in a line at once, if it is not nil and the
	// line was decoded as a whole. The replacement is not to be kept.
	Stretch func(start, end int, replacement []byte)
}

// Repair undoes the damage in a text, of which no line has to do with another.
func Repair(ctx context.Context, text string, pairs *Pairs, to Sink) {
	var l *line
	k := NewPrefilter(text, pairs)
	for done := 0; ctx.Err() == nil; {
		at := k.next(done)
		if at < 0 {
			break
		}
		if l == nil {
			l = lines.Get().(*line)
			l.pairs = pairs
		}
		start, end := lineAround(text, done, at)
		whole := l.decodeWhole(text[start:end], start, &to)
		if !whole && k.hasty {
			k.hasty = false
			continue // and look at the line as it should be done
		}
		if k.hasty = whole; !whole {
			if l.load(text, start, end); l.repair() && !l.inFont() && !fontcode.Is(text[start:end]) {
				l.emit(to.Edit)
			}
		}
		done = end
	}
	if l != nil {
		l.text = ""
		lines.Put(l)
	}
}

// fontSigns is the number of signs within words from which on a line is in the code
// of a font. The UDHR in nine codes of Tamil has a dozen in any line.
const fontSigns = 6

// inFont reports whether a line is in the code of a font, as Tamil was written with
// before Unicode: signs of latin-1 are parts of most of its words. Some of them look
// like sequences of UTF-8, but most do not, and nobody can read a mixture. The line is
// left for those who know the font.
func (l *line) inFont() bool {
	left, done := 0, 0
	for i := range l.cells {
		switch c := &l.cells[i]; {
		case c.path != 0:
			done++
		case 0xA1 <= c.Rune && c.Rune < 0xC0 && (l.beyondASCII(i-1) || l.beyondASCII(i+1)):
			left++
		}
	}
	return left >= fontSigns && left > done
}

// beyondASCII reports whether the cell is of a word or a sign outside ASCII.
func (l *line) beyondASCII(i int) bool {
	return 0 <= i && i < len(l.cells) && l.cells[i].Rune > 0xA0 && l.cells[i].Rune < 0x2000
}

// LongestPiece is the length in bytes up to which a line is repaired as a whole.
// What is said of lines is true of the pieces of a longer one.
const LongestPiece = 1 << 15

// cutBefore returns the offset of a good place to cut text[from:to], near its
// end: at a space or at least between two characters.
func cutBefore(text string, from, to int) int {
	near := max(from, to-LongestPiece/8)
	if at := strings.LastIndexByte(text[near:to], ' '); at >= 0 {
		return near + at
	}
	for to > from && !utf8.RuneStart(text[to]) {
		to--
	}
	return to
}

// emit proposes an edit for each repaired character, together with those that
// came from the same cells. Their replacements are parts of one string.
func (l *line) emit(emit func(start, end int, replacement, path string)) {
	l.stretch = l.stretch[:0]
	for i := range l.cells {
		if l.cells[i].path != 0 {
			l.stretch = utf8.AppendRune(l.stretch, l.cells[i].Rune)
		}
	}
	rest := string(l.stretch)
	for i := 0; i < len(l.cells); {
		c := &l.cells[i]
		i++
		if c.path == 0 {
			continue
		}
		n := utf8.RuneLen(c.Rune)
		for i < len(l.cells) && l.cells[i].start == l.cells[i].end {
			n += utf8.RuneLen(l.cells[i].Rune)
			i++
		}
		emit(l.base+int(c.start), l.base+int(c.end), rest[:n], l.paths[c.path])
		rest = rest[n:]
	}
}
