package normalize

import (
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"
)

// Codes of seven bits that x/text does not have. They are ASCII to look at, and so
// only decoded when they are declared.

// sixBits returns the value of a character of base64.
func sixBits(b byte) (uint32, bool) {
	switch {
	case b-'A' < 26:
		return uint32(b - 'A'), true
	case b-'a' < 26:
		return uint32(b-'a') + 26, true
	case b-'0' < 10:
		return uint32(b-'0') + 52, true
	case b == '+':
		return 62, true
	case b == '/':
		return 63, true
	}
	return 0, false
}

// readUTF7 reads UTF-7, in which "+" begins UTF-16 as base64 and "-", or what is no
// base64, ends it. "+-" stands for the sign.
func (d *decoded) readUTF7(b []byte) {
	for i := 0; i < len(b); {
		switch {
		case b[i] >= utf8.RuneSelf:
			d.char(utf8.RuneError, 1)
			i++
		case b[i] != '+':
			d.char(rune(b[i]), 1)
			i++
		case i+1 < len(b) && b[i+1] == '-':
			d.char('+', 2)
			i += 2
		default:
			i = d.readBase64(b, i)
		}
	}
}

// readBase64 reads the UTF-16 that begins with the sign b[i], and returns where what
// follows it begins.
func (d *decoded) readBase64(b []byte, i int) int {
	taken := i // b[:taken] has become text
	bits, have := uint32(0), 0
	high := rune(0)
	for i++; i < len(b); i++ {
		v, ok := sixBits(b[i])
		if !ok {
			break
		}
		bits, have = bits<<6|v, have+6
		if have < 16 {
			continue
		}
		have -= 16
		unit := rune(bits >> have & 0xFFFF)
		bits &= 1<<have - 1
		switch {
		case high != 0:
			d.char(utf16.DecodeRune(high, unit), i+1-taken)
			taken, high = i+1, 0
		case utf16.IsSurrogate(unit):
			high = unit
		default:
			d.char(unit, i+1-taken)
			taken = i + 1
		}
	}
	if high != 0 {
		d.char(utf8.RuneError, i-taken)
		taken = i
	}
	if i < len(b) && b[i] == '-' {
		i++
	}
	if i > taken {
		d.skip(i - taken)
	}
	return i
}

// readShiftedKorean reads ISO-2022-KR: a header, and between SO and SI two bytes a
// character.
func (d *decoded) readShiftedKorean(b []byte) {
	const header, shiftOut, shiftIn = "\x1B$)C", 0x0E, 0x0F
	decoder := korean.EUCKR.NewDecoder()
	var dst [8]byte
	shifted := false
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c == 0x1B && len(b)-i >= len(header) && string(b[i:i+len(header)]) == header:
			d.skip(len(header))
			i += len(header)
		case c == shiftOut, c == shiftIn:
			shifted = c == shiftOut
			d.skip(1)
			i++
		case shifted && c > ' ' && i+1 < len(b) && b[i+1] > ' ':
			n, _, _ := decoder.Transform(dst[:], []byte{c | 0x80, b[i+1] | 0x80}, true)
			r, _ := utf8.DecodeRune(dst[:n])
			d.char(r, 2)
			i += 2
		case c >= utf8.RuneSelf:
			d.char(utf8.RuneError, 1)
			i++
		default:
			shifted = shifted && c != '\n' // a line ends it
			d.char(rune(c), 1)
			i++
		}
	}
}
