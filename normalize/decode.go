package normalize

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/closed"
)

// Decode returns the text of a page or file whose character set is declared,
// wrongly declared or not known. contentType is the value of the Content-Type
// header ("text/html; charset=windows-1251"), or only the name of the character
// set, or empty. Names are those of the WHATWG Encoding Standard and of IANA.
//
// What decides is, in this order:
//
//   - a byte order mark;
//   - contentType, or else an HTML meta element or XML declaration within the
//     first 1024 bytes, unless the bytes speak against it;
//   - the bytes: UTF-16 and ISO-2022-JP by their patterns; UTF-8 where most of
//     what is outside ASCII is valid; else the code in which the letters are
//     likeliest beside each other in some language, out of windows-1250 to 1258
//     and 874, ISO 8859-2, -4 to -8 and -15, KOI8, GBK, Big5, Shift_JIS, EUC-JP,
//     EUC-KR and the older codes of DOS and Macs.
//
// Codes that are hardly ever met are decoded when they are declared, and never
// guessed: VISCII and TCVN 5712 of Vietnamese, ARMSCII-8, GEORGIAN-PS and
// GEORGIAN-ACADEMY, PT154, KZ-1048 (RK1048) and KOI8-T of central Asia, and UTF-7,
// HZ and ISO-2022-KR, which are ASCII to look at.
//
// The bytes speak against a declaration when they are valid UTF-8 with
// characters outside ASCII and something else is declared, as servers do that
// call everything latin-1; when UTF-8 is declared and less than half of what is
// outside ASCII is; when latin-1 or windows-1252 is and another code is a good
// deal likelier; and when the declared decoder fails at every eighth character.
// latin-1 and ASCII mean windows-1252, as they do in browsers.
//
// A word or two may not be enough to tell a code: where all are equally likely,
// windows-1252 is taken. About two kilobytes are looked at.
//
// In a file that is mostly UTF-8, bytes that are not are read as windows-1252,
// and a file of windows-1252 may have UTF-8 in places. What no character set
// accounts for becomes U+FFFD, so that the result is always valid UTF-8. The
// byte order mark is no part of it.
//
// Bytes that are no text and text that is a page of markup are decoded all the
// same: [DecodeReport] says that they are.
//
// The error is not nil only if contentType names a character set that is
// unknown: a [*CharsetError]. The text is then decoded as if nothing had been
// declared. An unknown name in the page itself is passed over.
func Decode(b []byte, contentType string) (string, error) {
	d, err := DecodeReport(b, contentType)
	return d.Text, err
}

// DecodeReport is [Decode] that says what it did.
func DecodeReport(b []byte, contentType string) (Decoding, error) {
	if c, n := byteOrderMark(b); n > 0 {
		d := c.decoding(b, n, BasisMark)
		if c.enc == nil {
			d.Binary = binaryKind(b[n:], sight{})
		} else if !d.sound() {
			d.Binary = binaryData
		}
		return d, nil
	}
	seen := lookAt(b)
	d, err := seen.decoding(b, contentType)
	d.Binary = binaryKind(b, seen)
	return d, err
}

// decoding decodes bytes that have no byte order mark.
func (s sight) decoding(b []byte, contentType string) (Decoding, error) {
	by, label := BasisHeader, charsetParameter(contentType)
	if label == "" {
		by, label = BasisMeta, declaredInside(b[:min(len(b), 1024)])
	}
	c, known := lookupCharset(label)
	if known && c.agrees(b, s) {
		if d := c.decoding(b, 0, by); d.sound() {
			return d, nil
		}
	}
	d := sniff(b, s).decoding(b, 0, BasisContent)
	if by == BasisHeader && !known {
		return d, &CharsetError{Label: label}
	}
	return d, nil
}

// A Decoding is a text, how it was read from bytes, and the way back to them.
type Decoding struct {
	Text    string `json:"text"`            // valid UTF-8
	Charset string `json:"charset"`         // the name in the WHATWG Encoding Standard, or else the usual one
	Basis   Basis  `json:"basis"`           // what decided for Charset
	Mixed   int    `json:"mixed,omitzero"`  // characters read as windows-1252 amid UTF-8, or the other way round
	Lost    int    `json:"lost,omitzero"`   // U+FFFD in Text
	Binary  string `json:"binary,omitzero"` // what the bytes are when they are no text, such as "gzip" or "PNG image"
	Markup  string `json:"markup,omitzero"` // "HTML", "XML" or "RTF" when the text is a whole document of it
	wide    int    // characters of Text outside ASCII
	origin  origin
}

// Source returns the smallest range of the bytes decoded that covers the range
// [start, end) of Text, in bytes on both sides and half-open. A range that cuts
// a character takes all of it. What stands for no text (a byte order mark, an
// escape sequence that changes the character set) is no part of its neighbours;
// an empty range covers what of this is there.
//
// Offsets are clamped to Text. The cost is logarithmic in the length of Text.
// What it needs takes no memory where the bytes are the text, as in UTF-8, and
// about a tenth of Text in other codes.
func (d Decoding) Source(start, end int) (int, int) {
	start, end = clamp(start, end, len(d.Text))
	return d.origin.source(d.Text, start, end)
}

// Basis says what decided for a character set.
type Basis uint8

// What may decide for a character set.
const (
	BasisContent Basis = iota // the bytes
	BasisMark                 // a byte order mark
	BasisHeader               // the contentType argument
	BasisMeta                 // an HTML meta element or an XML declaration
)

var bases = closed.Set{Package: "normalize", Kind: "basis", Names: []string{"content", "mark", "header", "meta"}}

// String returns "content", "mark", "header" or "meta".
func (b Basis) String() string { return bases.String(uint8(b)) }

// MarshalText returns the same text as String, or an error for what is no Basis.
func (b Basis) MarshalText() ([]byte, error) { return bases.MarshalText(uint8(b)) }

// UnmarshalText reads what MarshalText writes.
func (b *Basis) UnmarshalText(text []byte) error { return bases.UnmarshalText((*uint8)(b), text) }

// A CharsetError reports the name of a character set that is unknown or cannot
// be decoded.
type CharsetError struct{ Label string }

// Error says which name it is.
func (e *CharsetError) Error() string {
	return fmt.Sprintf("normalize: unknown charset %q", e.Label)
}

// sound reports whether what was decoded is not full of errors.
func (d *Decoding) sound() bool { return 8*d.Lost <= d.wide }

// A codec is a character set and the way to decode it: a table of this module
// or an encoding of x/text.
type codec struct {
	name string
	page charset.Page // charset.Count: none
	enc  encoding.Encoding
	code *charset.Declared // one that must be declared
}

var utf8Codec = codec{name: "utf-8", page: charset.Count}

func pageCodec(name string, p charset.Page) codec { return codec{name: name, page: p} }

// byteOrderMark returns what the mark at the start of b stands for, and its
// length.
func byteOrderMark(b []byte) (c codec, n int) {
	for _, m := range []struct {
		mark, name string
		enc        encoding.Encoding
	}{
		{"\xEF\xBB\xBF", "utf-8", nil},
		{"\xFF\xFE\x00\x00", "utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"\x00\x00\xFE\xFF", "utf-32be", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"\xFF\xFE", "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"\xFE\xFF", "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		if bytes.HasPrefix(b, []byte(m.mark)) {
			return codec{name: m.name, page: charset.Count, enc: m.enc}, len(m.mark)
		}
	}
	return codec{}, 0
}

// lookupCharset finds a character set by name.
func lookupCharset(label string) (codec, bool) {
	if label == "" {
		return codec{}, false
	}
	enc, err := htmlindex.Get(label)
	name, _ := htmlindex.Name(enc)
	if err != nil || enc == encoding.Replacement {
		if enc, err = ianaindex.IANA.Encoding(label); err != nil || enc == nil {
			return ownPage(label)
		}
		name, _ = ianaindex.MIME.Name(enc)
		name = strings.ToLower(name)
	}
	switch name {
	case "utf-8":
		return utf8Codec, true
	case "us-ascii", "x-user-defined":
		name = "windows-1252"
	case "gbk":
		enc = simplifiedchinese.GB18030 // of which it is a part
	}
	if p, ok := pagesByName[name]; ok {
		return pageCodec(name, p), true
	}
	return codec{name: name, page: charset.Count, enc: enc}, true
}

// ownPage finds one of the tables that neither index has.
func ownPage(label string) (codec, bool) {
	label = strings.ToLower(strings.TrimSpace(label))
	if code := charset.DeclaredNamed(label); code != nil {
		return codec{name: code.Name, page: charset.Count, code: code}, true
	}
	switch label {
	case "utf-7", "unicode-1-1-utf-7", "csutf7":
		return codec{name: "utf-7", page: charset.Count}, true
	case "iso-2022-kr", "csiso2022kr":
		return codec{name: "iso-2022-kr", page: charset.Count}, true
	case "x-mac-ce", "x-mac-centraleurroman", "maccentraleurope":
		label = "mac_latin2"
	case "x-mac-greek":
		label = "mac_greek"
	case "x-mac-turkish":
		label = "mac_turkish"
	}
	for p := range charset.Page(charset.Count) {
		if p.String() == label {
			return pageCodec(label, p), true
		}
	}
	return codec{}, false
}

// pagesByName gives the tables that leave no byte undefined, as those of
// browsers do and those of x/text do not.
var pagesByName = map[string]charset.Page{
	"windows-1250": charset.Windows1250, "windows-1251": charset.Windows1251, "windows-1252": charset.Windows1252,
	"windows-1253": charset.Windows1253, "windows-1254": charset.Windows1254, "windows-1255": charset.Windows1255,
	"windows-1256": charset.Windows1256, "windows-1257": charset.Windows1257, "windows-1258": charset.Windows1258,
	"windows-874": charset.Windows874, "iso-8859-1": charset.Windows1252,
}

// charsetParameter returns the name of the character set in a content type, or
// contentType itself if that is nothing but a name.
func charsetParameter(contentType string) string {
	rest := contentType
	for {
		i := indexFold(rest, "charset")
		if i < 0 {
			break
		}
		rest = rest[i+len("charset"):]
		if value, ok := strings.CutPrefix(strings.TrimLeft(rest, " \t\r\n"), "="); ok {
			return unquote(value)
		}
	}
	if strings.ContainsAny(contentType, "/;= ") {
		return ""
	}
	return contentType
}

// unquote returns the first value of s: what is quoted, or all up to a space,
// semicolon or bracket.
func unquote(s string) string {
	s = strings.TrimLeft(s, " \t\r\n")
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		value, _, _ := strings.Cut(s[1:], s[:1])
		return strings.TrimSpace(value)
	}
	if i := strings.IndexAny(s, " \t\r\n;,>\"'?"); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSuffix(s, "/")
}

// declaredInside returns the character set that an XML declaration or a meta
// element of HTML names. UTF-16 cannot be declared that way, since whoever can
// read the declaration is not reading UTF-16.
func declaredInside(head []byte) string {
	s := string(head)
	label := ""
	if text := strings.TrimLeft(s, " \t\r\n"); strings.HasPrefix(text, "<?xml") {
		declaration, _, _ := strings.Cut(text, "?>")
		if _, value, ok := strings.Cut(declaration, "encoding"); ok {
			label = unquote(strings.TrimLeft(value, " \t\r\n="))
		}
	}
	for label == "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			return ""
		}
		s = s[i:]
		if strings.HasPrefix(s, "<!--") {
			_, s, _ = strings.Cut(s[4:], "-->")
			continue
		}
		if len(s) > 5 && strings.EqualFold(s[:5], "<meta") && !isLetter(rune(s[5])) {
			tag, _, _ := strings.Cut(s, ">")
			label = charsetParameter("/" + tag)
		}
		s = s[1:]
	}
	if len(label) >= 6 && strings.EqualFold(label[:6], "utf-16") {
		return "utf-8"
	}
	if _, ok := lookupCharset(label); !ok {
		return ""
	}
	return label
}

// indexFold is strings.Index for a lower-case ASCII word in any case.
func indexFold(s, word string) int {
	for i := 0; i+len(word) <= len(s); i++ {
		if s[i]|0x20 == word[0] && strings.EqualFold(s[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

// Sight is what counting shows of bytes.
type sight struct {
	wide    int // sequences of UTF-8
	certain int // of these, those that are hardly anything else
	strays  int // bytes outside ASCII that are no part of any
	zeros   int
	escapes int // escape characters
}

func lookAt(b []byte) (s sight) {
	for i := 0; i < len(b); {
		c := b[i]
		if c < utf8.RuneSelf {
			if c == 0 {
				s.zeros++
			} else if c == 0x1B {
				s.escapes++
			}
			i++
			continue
		}
		n := sequenceLength(b[i:])
		switch {
		case n == 0:
			s.strays++
			i++
			continue
		case n > 2 || c <= 0xC3:
			s.certain++
		}
		s.wide++
		i += n
	}
	return s
}

// sequenceLength returns the length of the character of UTF-8 that b begins
// with, or 0. A pair of surrogates, as Java and some databases write them, is
// one, and so is an unfinished character at the end of a text that was cut.
func sequenceLength(b []byte) int {
	if r, n := utf8.DecodeRune(b); r != utf8.RuneError || n > 1 {
		return n
	}
	if _, ok := surrogates(b); ok {
		return 6
	}
	if !utf8.FullRune(b) && len(b) > 1 {
		return len(b)
	}
	return 0
}

// surrogates decodes two surrogates of three bytes each.
func surrogates(b []byte) (rune, bool) {
	if len(b) < 6 || b[0] != 0xED || b[1]&0xF0 != 0xA0 || b[2]&0xC0 != 0x80 || b[3] != 0xED || b[4]&0xF0 != 0xB0 || b[5]&0xC0 != 0x80 {
		return 0, false
	}
	high := rune(b[1]&0x0F)<<6 | rune(b[2]&0x3F)
	low := rune(b[4]&0x0F)<<6 | rune(b[5]&0x3F)
	return 0x10000 + high<<10 + low, true
}

// agrees reports whether what is seen of the bytes leaves room for c.
func (c codec) agrees(b []byte, seen sight) bool {
	if found, ok := seen.byPattern(b); ok {
		return c.name == found.name
	}
	switch {
	case c.name == "utf-8":
		return seen.wide >= seen.strays
	case strings.HasPrefix(c.name, "utf-16"):
		return seen.zeros > 0 || seen.strays > 0
	case strings.HasPrefix(c.name, "iso-2022"), strings.HasPrefix(c.name, "hz-"), c.name == "utf-7":
		return seen.wide+seen.strays == 0
	case c.page < charset.Count:
		return !seen.utf8(1) && (c.page != charset.Windows1252 || !doubtful(b, seen))
	}
	if c.code != nil {
		return !seen.utf8(1)
	}
	return !seen.utf8(4) // four of the two-byte characters that East Asian codes have too
}

// utf8 reports whether the bytes are UTF-8 even if something else has been
// declared. In that code, few characters look like UTF-8 by chance.
func (s sight) utf8(few int) bool {
	return s.wide > 4*s.strays && (s.certain >= few || s.wide >= 3*few)
}
