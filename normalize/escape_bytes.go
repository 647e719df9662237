package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// A hexForm is a way to write a byte in two hexadecimal digits.
type hexForm struct{ before, after string }

var (
	hexBackslash = hexForm{`\x`, ""}
	hexBracket   = hexForm{"<", ">"}
	hexEquals    = hexForm{"=", ""}
)

// decode returns the byte written at i and where that ends.
func (f hexForm) decode(text string, i int) (b byte, end int, ok bool) {
	rest, ok := strings.CutPrefix(text[i:], f.before)
	if !ok || len(rest) < 2+len(f.after) || rest[2:2+len(f.after)] != f.after {
		return 0, i, false
	}
	high, ok := hexDigit(rest[0])
	low, ok2 := hexDigit(rest[1])
	return byte(high<<4 | low), i + len(f.before) + 2 + len(f.after), ok && ok2
}

// byteEscapes decodes bytes at i: a character of UTF-8 if they make one, or else
// one of windows-1252 that stands alone beside a word.
func byteEscapes(text string, i int, form hexForm) (end int, s string) {
	if end, s = utf8Escapes(text, i, form); s != "" {
		return end, s
	}
	b, end, ok := form.decode(text, i)
	if s = western(b); !ok || s == "" {
		return i, ""
	}
	if _, _, ok := form.decode(text, end); form == hexBackslash && (ok || followsByte(text, i, form)) {
		return i, "" // a byte of something else
	}
	if !fitsByte(text, i, end, b) {
		return i, ""
	}
	return end, s
}

// utf8Escapes decodes a character of UTF-8 of two to four bytes at i.
func utf8Escapes(text string, i int, form hexForm) (end int, s string) {
	var buf [utf8.UTFMax]byte
	var ends [utf8.UTFMax + 1]int
	n := 0
	for at := i; n < len(buf); n++ {
		b, next, ok := form.decode(text, at)
		if !ok || n == 0 && b < 0xC2 || n > 0 && b&0xC0 != 0x80 {
			break
		}
		buf[n], ends[n+1] = b, next
		at = next
	}
	r, size := utf8.DecodeRune(buf[:n])
	if size < 2 || !visible(r) {
		return i, ""
	}
	return ends[size], string(r)
}

// followsByte reports whether a byte in the form ends at i.
func followsByte(text string, i int, form hexForm) bool {
	from := i - len(form.before) - 2 - len(form.after)
	if from < 0 {
		return false
	}
	_, end, ok := form.decode(text, from)
	return ok && end == i
}

// fitsByte reports whether what stands beside text[start:end] lets it be the
// character b of windows-1252: a letter within a word, a mark beside one, the
// sign of pounds before a number.
func fitsByte(text string, start, end int, b byte) bool {
	letter := func(b byte) bool { return scan.Letter(b) || b >= utf8.RuneSelf }
	before := start > 0 && letter(text[start-1])
	after := end < len(text) && letter(text[end])
	switch {
	case b == 0xA0:
		return true
	case b == 0xA3:
		return end < len(text) && scan.Digit(text[end])
	case b >= 0xC0:
		return before || after
	case b == 0x91, b == 0x93:
		return after
	case b == 0x92, b == 0x94, b == 0x85:
		return before || b != 0x92 && start > 0 && isMark[text[start-1]]
	case b == 0x96, b == 0x97:
		return true
	}
	return false
}

// bracket looks at the bracket at i: "<U+2019>", "<e2><80><99>", "<92>".
func (e *escaper) bracket(i int) (m mend, ok bool) {
	text := e.text
	if rest, found := strings.CutPrefix(text[i:], "<U+"); found {
		r, digits := rune(0), 0
		for digits < len(rest) && digits < 8 {
			d, hex := hexDigit(rest[digits])
			if !hex {
				break
			}
			r = r<<4 | d
			digits++
		}
		if digits < 4 || digits == len(rest) || rest[digits] != '>' || r < 0xA0 || !utf8.ValidRune(r) || !visible(r) {
			return m, false
		}
		return mend{i, i + len("<U+") + digits + 1, string(r), escUnicode}, true
	}
	end, s := byteEscapes(text, i, hexBracket)
	return mend{i, end, s, escBytes}, s != ""
}

// withoutBackslash looks at a "u" at i that may have lost its backslash: "itu2019s".
func (e *escaper) withoutBackslash(i int) (m mend, ok bool) {
	sure, likely, r := lostEscape(e.text, i)
	if !sure && !(likely && e.lost.at(e.text, i)) || e.address.at(e.text, i) {
		return m, false
	}
	return mend{i, i + len("u2019"), string(r), escNoBackslash}, true
}

// lostEscape reports whether text[i:] is the escape of a character but for its
// backslash: for certain, or in all likelihood if others on the line are. Some
// are years as well.
func lostEscape(text string, i int) (sure, likely bool, r rune) {
	const size = len("u2019")
	if len(text)-i < size || text[i+1] != '2' && text[i+1] != '0' {
		return false, false, 0
	}
	for _, b := range []byte(text[i+1 : i+size]) {
		d, ok := hexDigit(b)
		if !ok || b-'A' < 6 {
			return false, false, 0
		}
		r = r<<4 | d
	}
	before := i > 0 && (scan.Letter(text[i-1]) || text[i-1] >= utf8.RuneSelf)
	after := i+size < len(text) && (scan.Letter(text[i+size]) || text[i+size] >= utf8.RuneSelf)
	digit := i+size < len(text) && scan.Digit(text[i+size])
	switch r {
	case '’':
		return before && endsContraction(text[i+size:]), !digit, r
	case '“', '‘':
		return r == '“' && !before && (after || digit), !before && (after || digit), r
	case '”':
		return i > 0 && text[i-1] > ' ' && !after && !digit, !after, r
	case '–', '—':
		return !before && !after && !digit && i > 0 && spaceBefore(text, i) && i+size < len(text) && text[i+size] == ' ', !digit, r
	case '…', '•', '€', '\u00a0':
		return false, !digit || r == '€', r
	case '£':
		return digit, digit, r
	}
	letter := 0xC0 <= r && r <= 0xFF && unicode.IsLetter(r)
	return letter && (before && !digit || after), false, r
}

// hasLostEscapes reports whether a line has an escape that for certain has lost
// its backslash.
func hasLostEscapes(line string) bool {
	for i := nextByte(line, 0, 'u'); i < len(line); i = nextByte(line, i+1, 'u') {
		if sure, _, _ := lostEscape(line, i); sure {
			return true
		}
	}
	return false
}

// xmlEscape decodes what spreadsheets make of characters that XML cannot hold:
// "_x000D_" for a carriage return.
func xmlEscape(text string, i int) (m mend, ok bool) {
	const size = len("_x000D_")
	if len(text)-i < size || text[i+1] != 'x' || text[i+size-1] != '_' {
		return m, false
	}
	r := rune(0)
	for _, b := range []byte(text[i+2 : i+size-1]) {
		d, hex := hexDigit(b)
		if !hex {
			return m, false
		}
		r = r<<4 | d
	}
	end := i + size
	s := string(r)
	switch {
	case r == '\r':
		if s = "\n"; end == len(text) || text[end] <= ' ' || text[end] == '_' {
			s = ""
		}
	case r == '\n':
	case r == '\t':
		s = " "
	case r < ' ', r == 0x7F:
		s = ""
	case r < utf8.RuneSelf && (scan.Letter(byte(r)) || scan.Digit(byte(r))), !utf8.ValidRune(r), r >= utf8.RuneSelf && !visible(r):
		return m, false
	}
	return mend{i, end, s, escXML}, true
}

// literal looks at what begins or ends a line that is the literal of a string of
// bytes: b'…'.
func literal(text string, i int) (m mend, ok bool) {
	if text[i] == 'b' {
		if i > 0 && text[i-1] != '\n' || len(text)-i < len("b''") || text[i+1] != '\'' && text[i+1] != '"' {
			return m, false
		}
		return mend{i, i + 2, "", escLiteral}, isLiteral(text[i:nextByte(text, i, '\n')])
	}
	if i+1 < len(text) && text[i+1] != '\n' {
		return m, false
	}
	start := strings.LastIndexByte(text[:i], '\n') + 1
	return mend{i, i + 1, "", escLiteral}, isLiteral(text[start : i+1])
}

// isLiteral reports whether a line is b'…' or b"…", with words in it.
func isLiteral(line string) bool {
	if len(line) < len("b'a b'") || line[0] != 'b' || line[1] != '\'' && line[1] != '"' || line[len(line)-1] != line[1] {
		return false
	}
	inside := line[2 : len(line)-1]
	for i := range len(inside) {
		if inside[i] == line[1] && (i == 0 || inside[i-1] != '\\') {
			return false
		}
	}
	return strings.IndexByte(inside, ' ') > 0
}
