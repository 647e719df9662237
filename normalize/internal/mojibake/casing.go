package mojibake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// A title that is put in capitals after it was mis-decoded has Â€™ for â€™. In a
// line of which all letters are of one case, letters are read in the other case
// too, and what comes out is put into the case of the line.

// longestTitle is the length in bytes up to which a line may have had its case
// changed after the damage.
const longestTitle = 2048

// caseOf returns the case that all letters of the line had when it was loaded,
// or clsOther. Those that were damaged count as what they look like: they had
// their case changed with the others.
func (l *line) caseOf() char.Class {
	const both = 1<<char.Lower | 1<<char.Upper
	if l.classes&both == both || l.classes&both == 0 || len(l.text) > longestTitle {
		return char.Other
	}
	cased := 0
	for _, r := range l.text {
		switch {
		case r < utf8.RuneSelf:
			cased += count(r|0x20-'a' < 26 && r >= 'A')
		case unicode.ToUpper(r) != r || unicode.ToLower(r) != r:
			cased++
		}
	}
	switch {
	case cased < 4:
		return char.Other
	case l.classes&(1<<char.Lower) != 0:
		return char.Lower
	}
	return char.Upper
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// inCase reports whether everything outside ASCII has been repaired and is of
// the case c, or of none, so that the case was not changed after the damage. If
// there are no other letters, nothing says what the case should be.
func (l *line) inCase(c char.Class) bool {
	others := false
	for i := range l.cells {
		others = others || l.cells[i].path == 0 && l.cells[i].Cased() && l.cells[i].row.Lead&l.used == 0
	}
	if !others {
		return true
	}
	for _, at := range l.beyond {
		i := int(at)
		d := &l.cells[i]
		begins := !l.cell(i-1).Letter() && c == char.Lower // as a sentence does
		if d.path == 0 || d.Class == char.Control || d.Class == char.Private || (d.Class == char.Lower || d.Class == char.Upper) && d.Class != c && !begins {
			return false
		}
	}
	return true
}

// otherCase returns the row of what a character may have been before its case
// was changed to that of the line.
func (l *line) otherCase(i int) *charset.Row {
	r := l.cells[i].Rune
	switch {
	case r < utf8.RuneSelf || !l.cells[i].Letter():
		return charset.Lookup(0)
	case l.cased == char.Lower:
		return charset.Lookup(unicode.ToUpper(r))
	}
	return charset.Lookup(unicode.ToLower(r))
}

// fold puts a letter into the case of the line.
func (l *line) fold(r rune) rune {
	switch l.cased {
	case char.Lower:
		return unicode.ToLower(r)
	case char.Upper:
		return unicode.ToUpper(r)
	}
	return r
}

// casedSequence is sequence where each character may be of the other case: the
// reading that fits best.
func (l *line) casedSequence(p charset.Page, i int) (r rune, n int) {
	best := int32(-1 << 30)
	for _, lead := range [2]byte{l.cells[i].row.Bytes[p], l.otherCase(i).Bytes[p]} {
		size := sequenceSize(lead)
		if size == 0 || i+size > len(l.cells) {
			continue
		}
		for choice := range 1 << (size - 1) {
			var buf [utf8.UTFMax]byte
			buf[0] = lead
			for k := 1; k < size; k++ {
				row := l.cells[i+k].row
				if choice>>(k-1)&1 == 1 {
					row = l.otherCase(i + k)
				}
				buf[k] = row.Bytes[p]
			}
			d, m := utf8.DecodeRune(buf[:size])
			if m != size || m == 1 {
				continue
			}
			d = l.fold(d)
			score := fitness(char.Of(d), l.cell(i-1), l.cell(i+size)) - int32(bitCount(choice))
			if score > best {
				r, n, best = d, size, score
			}
		}
	}
	return r, n
}

// loweredMark returns the mark of which the three characters at cell i were an image
// in letters whose case was changed, one by one, in a text that has capitals
// besides: "‚äôs" was "‚Äôs". What it is as it stands, r, must be no letter: of
// the symbols that the images of marks become, no text has any.
func (l *line) loweredMark(p charset.Page, i int, r rune) rune {
	if char.Of(r).Letter() {
		return r
	}
	upper := func(k int) byte { return charset.Lookup(unicode.ToUpper(l.cells[i+k].Rune)).Bytes[p] }
	best := int32(-2)
	for _, last := range [2]byte{l.cells[i+2].row.Bytes[p], upper(2)} {
		d, n := utf8.DecodeRune([]byte{0xE2, upper(1), last})
		if n != 3 || !strings.ContainsRune("‘’“”„–—…•€", d) {
			continue
		}
		if score := fitness(char.Of(d), l.cell(i-1), l.cell(i+3)); score > best {
			r, best = d, score
		}
	}
	return r
}

func bitCount(n int) (k int) {
	for ; n != 0; n &= n - 1 {
		k++
	}
	return k
}

// sequenceSize returns the length of a sequence of UTF-8 by its first byte.
func sequenceSize(lead byte) int {
	switch {
	case 0xC2 <= lead && lead < 0xE0:
		return 2
	case 0xE0 <= lead && lead < 0xF0:
		return 3
	case 0xF0 <= lead && lead <= 0xF4:
		return 4
	}
	return 0
}
