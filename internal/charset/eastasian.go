package charset

import (
	"iter"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A Code is an East Asian code of one and two bytes to a character.
type Code uint8

// The codes that UTF-8 is misread as.
const (
	GBK Code = iota
	Big5
	ShiftJIS
	EUCKR

	// CodeCount is the number of codes that UTF-8 is misread as.
	CodeCount = iota
)

// EUCJP is a code that others are misread from, not to.
const EUCJP Code = CodeCount

// AllCodes is the number of codes with EUCJP.
const AllCodes = CodeCount + 1

var codeNames = [AllCodes]string{"gbk", "big5", "cp932", "cp949", "euc_jp"}

// String returns the short name of the code, such as "gbk".
func (c Code) String() string {
	if c < AllCodes {
		return codeNames[c]
	}
	return "unknown"
}

// Encoding returns the code as golang.org/x/text has it.
func (c Code) Encoding() encoding.Encoding {
	switch c {
	case GBK:
		return simplifiedchinese.GBK
	case Big5:
		return traditionalchinese.Big5
	case ShiftJIS:
		return japanese.ShiftJIS
	case EUCJP:
		return japanese.EUCJP
	default:
		return korean.EUCKR
	}
}

// Encode returns the bytes of a character: high is 0 when it is a single byte,
// and both are 0 when the code does not have the character.
func (c Code) Encode(r rune) (high, low byte) {
	if r < 0x80 {
		return 0, byte(r)
	}
	if r >= 0x10000 {
		return 0, 0
	}
	v := codes[c]().reverse[r]
	return byte(v >> 8), byte(v)
}

// Decode returns the character of two bytes, or 0 if there is none. A single
// byte follows a zero.
func (c Code) Decode(high, low byte) rune {
	return rune(codes[c]().forward[uint16(high)<<8|uint16(low)])
}

// Single reports whether a byte outside ASCII is a character by itself.
func (c Code) Single(b byte) bool { return c.Decode(0, b) != 0 }

// tables are the two directions of a code.
type tables struct {
	forward, reverse [0x10000]uint16
}

var codes = [AllCodes]func() *tables{
	sync.OnceValue(GBK.tables),
	sync.OnceValue(Big5.tables),
	sync.OnceValue(ShiftJIS.tables),
	sync.OnceValue(EUCKR.tables),
	sync.OnceValue(EUCJP.tables),
}

// tables decodes every one and two bytes there are.
func (c Code) tables() *tables {
	t := new(tables)
	d := c.Encoding().NewDecoder()
	var src [2]byte // these two are one for all: what a Transformer gets is allocated
	var dst [8]byte
	decode := func(bytes ...byte) {
		b := src[:copy(src[:], bytes)]
		d.Reset()
		n, _, err := d.Transform(dst[:], b, true)
		r, size := utf8.DecodeRune(dst[:n])
		if err != nil || size != n || r < 0x80 || r >= 0x10000 || r == utf8.RuneError {
			return
		}
		v := uint16(0)
		for _, b := range b {
			v = v<<8 | uint16(b)
		}
		t.forward[v] = uint16(r)
		if t.reverse[r] == 0 {
			t.reverse[r] = v
		}
	}
	for b := 0x80; b <= 0xFF; b++ {
		decode(byte(b))
	}
	for high := 0x81; high <= 0xFE; high++ {
		for low := 0x30; low <= 0xFE; low++ {
			decode(byte(high), byte(low))
		}
	}
	for r, b := range c.extra() {
		if t.reverse[r] == 0 {
			t.reverse[r] = b
		}
	}
	return t
}

// extra gives the characters of bytes that other decoders map to the private
// use area, or as they are, where x/text finds an error.
func (c Code) extra() iter.Seq2[rune, uint16] {
	return func(yield func(rune, uint16) bool) {
		switch c {
		case ShiftJIS:
			_ = yield(0x80, 0x80) && yield(0xF8F0, 0xA0) && yield(0xF8F1, 0xFD) && yield(0xF8F2, 0xFE) && yield(0xF8F3, 0xFF)
		case GBK:
			userDefined(yield, 0xE000, 0xAA, 0xAF, 0xA1, 0xFE)
			userDefined(yield, 0xE234, 0xF8, 0xFE, 0xA1, 0xFE)
			userDefined(yield, 0xE4C6, 0xA1, 0xA7, 0x40, 0xA0)
		}
	}
}

// userDefined yields a user-defined area of GB 18030, which is mapped row by
// row from r on.
func userDefined(yield func(rune, uint16) bool, r rune, high, lastHigh, low, lastLow uint16) {
	for ; high <= lastHigh; high++ {
		for b := low; b <= lastLow; b++ {
			if b == 0x7F {
				continue
			}
			yield(r, high<<8|b)
			r++
		}
	}
}
