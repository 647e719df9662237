// Package charset holds the code pages that text is mis-decoded with, in a form
// made for undoing it: from a character to the byte it came from, for all
// single-byte code pages at once.
//
// The tables are "sloppy" as browsers are: a byte that a code page leaves
// undefined stands for the code point of the same number, so that every byte
// has a character and the way back always exists.
//
// The tables are constant data of about 40 KB. The tables of the East Asian
// codes are built from golang.org/x/text when they are first asked for, which
// takes a few milliseconds and 256 KB each.
//
// Everything here is safe for concurrent use.
package charset

import "strings"

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/charset

// A Page is a single-byte code page whose lower half is ASCII.
type Page uint8

// String returns the short name of the code page, such as "mac_latin2".
func (p Page) String() string {
	if p < Count {
		return names[p]
	}
	return "unknown"
}

// Decode returns the character of a byte.
func (p Page) Decode(b byte) rune {
	if b < 0x80 {
		return rune(b)
	}
	return rune(upper[p][b-0x80])
}

// Encode returns the byte of a character, if it has one.
func (p Page) Encode(r rune) (byte, bool) {
	if r < 0x80 {
		return byte(r), r >= 0
	}
	b := Lookup(r).Bytes[p]
	return b, b != 0
}

// A Row says which byte a character outside ASCII is on each page.
type Row struct {
	Pages uint32      // bit p: page p has the character
	Lead  uint32      // bit p: on page p the byte can begin a UTF-8 sequence (C2 to F4)
	Three uint32      // bit p: on page p it begins one of three bytes (E0 to EF)
	Four  uint32      // bit p: on page p it begins one of four bytes (F0 to F4)
	Cont  uint32      // bit p: on page p the byte can continue one (80 to BF)
	Bytes [Count]byte // 0: the page does not have the character
}

// Lookup returns the row of a character. It is all zero for ASCII and for a
// character that no page has.
func Lookup(r rune) *Row {
	if uint32(r) >= 0x10000 {
		return &rows[0]
	}
	return &rows[blocks[blockOf[r>>6]][r&63]]
}

// Misread returns the bytes of text read as the page.
func (p Page) Misread(text string) string {
	var b strings.Builder
	for i := range len(text) {
		b.WriteRune(p.Decode(text[i]))
	}
	return b.String()
}

// MisreadAs returns text that was written in the page and read as another. What
// the page lacks is a question mark.
func (p Page) MisreadAs(other Page, text string) string {
	var b strings.Builder
	for _, r := range text {
		c, ok := p.Encode(r)
		if !ok {
			c = '?'
		}
		b.WriteRune(other.Decode(c))
	}
	return b.String()
}
