package normalize

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// Escapes is the step that decodes what is left behind when text is taken out
// of a program:
//
//	unicode           it\\u2019s, it\\u{2019}s, it%u2019s, it<U+2019>s
//	no backslash      itu2019s
//	bytes             it\\xe2\\x80\\x99s, it%E2%80%99s, it<92>s
//	rtf               it\\'92s, it\\u8217?s
//	backslash         \\$5, it\\'s, \\"yes\\", 24\\/7
//	line end          the end.\\nThe start, the last\\word of a line
//	quoted-printable  it=E2=80=99s, and lines that end with "="
//	encoded word      =?utf-8?Q?it=E2=80=99s?=
//	literal           b'all of a line'
//	xml               the end_x000D_
//
// Of escapes that could mean any character it decodes those outside ASCII that
// can be seen or are a space, and few signs of ASCII. It leaves web addresses
// and paths alone, and the backslash that a text of programs or formulas has.
// An encoded word is decoded whole or left.
//
// Changes are named "escapes"; their detail is the kind.
type Escapes struct{}

// Name returns "escapes".
func (Escapes) Name() string { return "escapes" }

// Edits proposes a character for each escape.
func (x Escapes) Edits(text string, emit func(start, end int, replacement string)) {
	x.Explain(text, func(start, end int, replacement, _ string) { emit(start, end, replacement) })
}

// Explain proposes the same edits as Edits, and says of which kind each is.
func (Escapes) Explain(text string, emit func(start, end int, replacement, detail string)) {
	e := newEscaper(text)
	for i := escapeStarts.next(text, 0); i < len(text); i = escapeStarts.next(text, i) {
		if m, ok := e.at(i); ok {
			emit(m.start, m.end, m.s, m.detail)
			i = m.end
		} else {
			i++
		}
	}
}

// escapeStarts marks what escapes begin with, and the end of a literal.
var escapeStarts = newStarts(
	start{`\%`, nil}, start{"<", after('<')}, start{"=", after('=')}, start{"u", after('u')}, start{"_", after('_')}, start{"b", after('b')},
	start{`'"`, oneOf("\n")},
)

// after returns beginsEscape of a first byte.
func after(a byte) func(b byte) bool { return func(b byte) bool { return beginsEscape(a, b) } }

// beginsEscape reports whether an escape may begin with the bytes a and b. Those
// with a backslash or a percent sign are told by it alone.
func beginsEscape(a, b byte) bool {
	switch a {
	case '<':
		return b == 'U' || isHexDigit(b)
	case '=':
		return b == '?' || b == '\n' || b == '\r' || isHexDigit(b)
	case 'u':
		return b == '2' || b == '0'
	case '_':
		return b == 'x'
	case 'b':
		return b == '\'' || b == '"'
	}
	return false
}

// The kinds of escapes.
const (
	escUnicode     = "unicode"
	escNoBackslash = "no backslash"
	escBytes       = "bytes"
	escRTF         = "rtf"
	escBackslash   = "backslash"
	escLineEnd     = "line end"
	escPrintable   = "quoted-printable"
	escWord        = "encoded word"
	escLiteral     = "literal"
	escXML         = "xml"
)

// An escaper looks at single places of a text for escapes.
type escaper struct {
	text          string
	address, path lineCache // of a token
	english       lineCache
	words         mend      // the encoded words that were read last
	breaks, lost  lineCache // see hasBreaks, hasLostEscapes
	printable     printableHabit
}

func newEscaper(text string) escaper {
	return escaper{
		text:    text,
		address: lineCache{of: isAddress, token: true},
		path:    lineCache{of: isPath, token: true},
		english: lineCache{of: isEnglish},
		breaks:  lineCache{of: hasBreaks},
		lost:    lineCache{of: hasLostEscapes},
	}
}

// at looks at what may begin an escape at i, or end a literal.
func (e *escaper) at(i int) (m mend, ok bool) {
	text := e.text
	switch text[i] {
	case '\\':
		return e.backslash(i)
	case '%':
		if end, s := unicodeEscape(text, i); s != "" {
			return mend{i, end, s, escUnicode}, !e.address.at(text, i)
		}
		end, s := percentEscape(text, i)
		return mend{i, end, s, escBytes}, s != "" && !e.address.at(text, i)
	case '<':
		return e.bracket(i)
	case '=':
		return e.equals(i)
	case 'u':
		return e.withoutBackslash(i)
	case '_':
		return xmlEscape(text, i)
	case 'b', '\'', '"':
		return literal(text, i)
	}
	return m, false
}

// nextByte returns the offset of the next b in s[i:], or len(s).
func nextByte(s string, i int, b byte) int {
	if at := strings.IndexByte(s[i:], b); at >= 0 {
		return i + at
	}
	return len(s)
}

// eightBytes returns the first eight bytes of s, the first one lowest.
func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// skipASCII returns the offset of the first byte from i on that is not ASCII, or
// the length of s.
func skipASCII(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		if wide := eightBytes(s[i:i+8]) & 0x8080808080808080; wide != 0 {
			return i + bits.TrailingZeros64(wide)>>3
		}
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// isPath reports whether a run without spaces is a path of Windows.
func isPath(token string) bool {
	if strings.HasPrefix(token, `\\`) {
		_, end := escapedUnit(token, 0)
		return end == 0 // the escape itself may be escaped
	}
	return len(token) > 3 && scan.Letter(token[0]) && token[1:3] == `:\`
}

// unicodeEscape decodes "\\uXXXX" or "%uXXXX" at i, with a surrogate pair
// taken as one, and any backslashes that escape the backslash.
func unicodeEscape(text string, i int) (end int, s string) {
	r, end := escapedUnit(text, i)
	if utf16.IsSurrogate(r) {
		low, next := escapedUnit(text, end)
		r, end = utf16.DecodeRune(r, low), next
	}
	switch {
	case r < utf8.RuneSelf:
		if !strings.ContainsRune(escapedSigns, r) || r == 0 || text[i] != '\\' {
			return i, ""
		}
	case r < 0xA0: // a byte of mis-decoded text, beside others
		if next, _ := escapedUnit(text, end); next < utf8.RuneSelf && !afterUnit(text, i) {
			return i, ""
		}
	case r == utf8.RuneError || !visible(r):
		return i, ""
	}
	return end, string(r)
}

// escapedSigns are the characters of ASCII that programs escape so that a text
// may stand in a page.
const escapedSigns = `$&'"<>=/+`

// afterUnit reports whether an escaped character outside ASCII ends at i.
func afterUnit(text string, i int) bool {
	r, end := escapedUnit(text, max(i-len(`\u0000`), 0))
	return r >= utf8.RuneSelf && end == i
}

// longEscape decodes "\\u{2019}", "\\x{2019}" and "\\U00002019" at i.
func longEscape(text string, i int) (end int, s string) {
	if len(text)-i < len(`\u{9}`) {
		return i, ""
	}
	from, most := i+2, 8
	braced := text[from] == '{'
	switch {
	case braced && (text[i+1] == 'u' || text[i+1] == 'x'):
		from++
	case text[i+1] != 'U':
		return i, ""
	}
	r, digits := rune(0), 0
	for end = from; end < len(text) && digits < most; end++ {
		d, ok := hexDigit(text[end])
		if !ok {
			break
		}
		r = r<<4 | d
		digits++
	}
	if braced {
		if digits < 2 || end == len(text) || text[end] != '}' {
			return i, ""
		}
		end++
	} else if digits < most {
		return i, ""
	}
	if r < 0xA0 || !utf8.ValidRune(r) || !visible(r) {
		return i, ""
	}
	return end, string(r)
}

func visible(r rune) bool {
	return 0x2010 <= r && r <= 0x2026 || unicode.IsGraphic(r) || r == '\u00ad' || r == '\u200b'
}

// escapedUnit decodes one UTF-16 unit.
func escapedUnit(text string, i int) (r rune, end int) {
	start := i
	if i >= len(text) || text[i] != '\\' && text[i] != '%' {
		return 0, start
	}
	for i++; i < len(text) && text[i] == '\\' && text[start] == '\\' && i-start < 8; i++ {
	}
	if len(text)-i < 5 || text[i] != 'u' {
		return 0, start
	}
	for _, b := range []byte(text[i+1 : i+5]) {
		d, ok := hexDigit(b)
		if !ok {
			return 0, start
		}
		r = r<<4 | d
	}
	return r, i + 5
}

// percentEscape decodes one UTF-8 character of two to four bytes at i.
func percentEscape(text string, i int) (end int, s string) {
	var buf [utf8.UTFMax]byte
	n := 0
	for end = i; n < len(buf) && len(text)-end >= 3 && text[end] == '%'; end += 3 {
		high, ok := hexDigit(text[end+1])
		low, ok2 := hexDigit(text[end+2])
		if !ok || !ok2 || n == 0 && high < 0xC || n > 0 && high&0xC != 8 {
			break
		}
		buf[n] = byte(high<<4 | low)
		n++
	}
	r, size := utf8.DecodeRune(buf[:n])
	if size < 2 || !visible(r) {
		return i, ""
	}
	return i + 3*size, string(r)
}
