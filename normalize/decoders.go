package normalize

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// decoding decodes b, of which the first bytes are a byte order mark.
func (c codec) decoding(b []byte, mark int, by Basis) Decoding {
	d := Decoding{Charset: c.name, Basis: by}
	if c.isUTF8() && mark == 0 && utf8.Valid(b) {
		d.Text = string(b)
	} else {
		w := decoded{rule: c.rule()}
		w.text.Grow(len(b) + len(b)/4)
		w.skip(mark)
		w.read(c, b[mark:])
		d.Text, d.Mixed, d.origin = w.text.String(), w.mixed, w.end()
	}
	for _, r := range d.Text {
		if r >= utf8.RuneSelf {
			d.wide++
		}
		if r == utf8.RuneError {
			d.Lost++
		}
	}
	d.Markup = markupKind(d.Text)
	return d
}

func (c codec) isUTF8() bool { return c.name == utf8Codec.name }

// rule returns how long the characters of a character set are.
func (c codec) rule() way {
	_, table := c.enc.(*charmap.Charmap)
	switch {
	case c.page < charset.Count, table, c.code != nil, c.name == "utf-7":
		return ones
	case c.isUTF8():
		return same
	case strings.HasPrefix(c.name, "utf-16"):
		return units2
	case strings.HasPrefix(c.name, "utf-32"):
		return fours
	}
	return twos
}

// shifts reports whether escape sequences say what the bytes of c mean.
func (c codec) shifts() bool {
	return strings.HasPrefix(c.name, "iso-2022") || strings.HasPrefix(c.name, "hz-")
}

func (d *decoded) read(c codec, b []byte) {
	switch table, ok := c.enc.(*charmap.Charmap); {
	case ok:
		for _, b := range b {
			d.char(table.DecodeByte(b), 1)
		}
	case c.page < charset.Count:
		d.readPage(c.page, b)
	case c.code != nil:
		for _, b := range b {
			d.char(c.code.Decode(b), 1)
		}
	case c.name == "utf-7":
		d.readUTF7(b)
	case c.name == "iso-2022-kr":
		d.readShiftedKorean(b)
	case c.enc == nil:
		d.readUTF8(b)
	default:
		d.readCode(c, b)
	}
}

// readASCII adds the ASCII that b begins with and returns its length.
func (d *decoded) readASCII(b []byte) (n int) {
	for n < len(b) && b[n] < utf8.RuneSelf {
		n++
	}
	if n > 0 {
		d.ascii(b[:n])
	}
	return n
}

// readUTF8 reads what is not UTF-8 as windows-1252.
func (d *decoded) readUTF8(b []byte) {
	for i := 0; i < len(b); {
		if n := d.readASCII(b[i:]); n > 0 {
			i += n
			continue
		}
		n := sequenceLength(b[i:])
		switch r, pair := surrogates(b[i:]); {
		case pair:
			d.char(r, n)
		case n == 0 && i+1 < len(b) && b[i] == 0xE2 && b[i+1] == 0x80:
			n = 2
			d.char(utf8.RuneError, n) // the rest of a quotation mark or dash is gone
		case n == 0:
			n = 1
			d.char(charset.Windows1252.Decode(b[i]), n)
			d.mixed++
		default:
			r, _ := utf8.DecodeRune(b[i:])
			d.char(r, n)
		}
		i += n
	}
}

// readPage reads a single-byte code, in which there may be marks, symbols and,
// if it is a Western one, letters in UTF-8.
func (d *decoded) readPage(p charset.Page, b []byte) {
	before := byte(' ')
	for i := 0; i < len(b); {
		if n := d.readASCII(b[i:]); n > 0 {
			i += n
			before = b[i-1]
			continue
		}
		if r, n := utf8.DecodeRune(b[i:]); n > 1 && plainlyUTF8(p, r, char.Of(p.Decode(before))) {
			d.char(r, n)
			d.mixed++
			i += n
			before = 'a'
			continue
		}
		before = b[i]
		d.char(p.Decode(before), 1)
		i++
	}
}

// plainlyUTF8 reports whether a character of UTF-8 in a file of page p is meant.
func plainlyUTF8(p charset.Page, r rune, before char.Char) bool {
	switch {
	case 0x2010 <= r && r <= 0x2122, r == '\uFEFF', r == utf8.RuneError, 0x1F000 <= r && r <= 0x1FAFF:
		return true
	case r >= 0x0100 || p != charset.Windows1252 && p != charset.ISO8859_15:
		return false
	}
	// A capital before Â or Ã begins a word in capitals, which may end in a
	// quotation mark.
	return r >= 0xA0 && before.Class != char.Upper
}

// readCode reads any other code as its decoder in x/text does: a block at once
// where all characters are as long as they should be, else one by one.
func (d *decoded) readCode(c codec, b []byte) {
	s := stepper{decoder: c.enc.NewDecoder(), shifts: c.shifts()}
	for len(b) > 0 {
		n := 0
		if !s.shifts {
			n = d.readBlock(&s, b)
		}
		if n == 0 {
			n = d.readSteps(&s, b[:min(blockSize, len(b))], len(b) <= blockSize)
		}
		b = b[n:]
	}
}

// blockSize is how many bytes are decoded at once.
const blockSize = stride

// readBlock reads some of b if the characters of it are as long as the rule
// says, and returns how many bytes that were. Where their lengths add up, each
// is right, since in no code there are longer and shorter ones than the rule
// says, but for what is no character and the euro sign of GBK.
func (d *decoded) readBlock(s *stepper, b []byte) int {
	given := min(blockSize, len(b))
	size, n, _ := s.decoder.Transform(s.block[:], b[:given], given == len(b))
	long := 0
	for _, r := range string(s.block[:size]) {
		if r == utf8.RuneError || r == '€' {
			return 0
		}
		long += d.rule.width(r)
	}
	if long != n {
		return 0
	}
	from := d.text.Len()
	d.text.Write(s.block[:size])
	d.add(from, n, d.rule)
	return n
}

// readSteps reads b character by character, to its end or, if that is not the
// end of all, to where a character may be cut.
func (d *decoded) readSteps(s *stepper, b []byte, atEnd bool) (i int) {
	const longest = 8
	for i < len(b) && (atEnd || i < max(1, len(b)-longest)) {
		text, n := s.next(b[i:])
		if r, size := utf8.DecodeRune(text); size > 0 && size == len(text) {
			d.char(r, n)
		} else {
			from := d.text.Len()
			d.text.Write(text)
			d.add(from, n, whole)
		}
		i += n
	}
	return i
}

// A stepper has a decoder decode one character after the other.
type stepper struct {
	decoder *encoding.Decoder
	shifts  bool
	dst     [16]byte
	block   [4 * blockSize]byte
}

// next decodes the first character of b and returns its length in b. Where an
// escape sequence stands there is none; two bytes of Big5 may be two.
//
// A decoder takes as much as it is given bytes and room for, so it is given as
// few as it will take: a byte more each time, and then room for one character.
func (s *stepper) next(b []byte) (text []byte, n int) {
	given := 2
	if s.shifts {
		given = 1
	}
	for room := 3; ; {
		given = min(given, len(b))
		size, n, err := s.decoder.Transform(s.dst[:room], b[:given], given == len(b))
		switch {
		case n > 0:
			return s.first(b[:given], size, n)
		case err == transform.ErrShortDst && room < len(s.dst):
			room++
		case given < len(b):
			given++
		default:
			return []byte("\uFFFD"), len(b)
		}
	}
}

// first returns the first character of what was decoded where it can be had
// alone. Codes with shifts are given one byte at a time and need not be asked.
func (s *stepper) first(b []byte, size, n int) ([]byte, int) {
	_, one := utf8.DecodeRune(s.dst[:size])
	if one < size && !s.shifts {
		if alone, took, _ := s.decoder.Transform(s.dst[8:8+one], b, false); alone > 0 {
			return s.dst[8 : 8+alone], took
		}
	}
	return s.dst[:size], n
}
