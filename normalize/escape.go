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
// of a program: "\\u2019" of JSON and JavaScript, "%u2019" of the old JavaScript
// escape function, and "%E2%80%99", the UTF-8 bytes of a character as web
// addresses write them.
//
// It decodes only characters outside ASCII that can be seen or are a space,
// and leaves web addresses and paths alone. Changes are named "escapes".
type Escapes struct{}

// Name returns "escapes".
func (Escapes) Name() string { return "escapes" }

// Edits proposes a character for each escape.
func (Escapes) Edits(text string, emit func(start, end int, replacement string)) {
	address := lineCache{of: isAddress, token: true}
	path := lineCache{of: isPath, token: true}
	back, percent := nextByte(text, 0, '\\'), nextByte(text, 0, '%')
	for back < len(text) || percent < len(text) {
		i := min(back, percent)
		end, s := unicodeEscape(text, i)
		if s == "" && i == percent {
			end, s = percentEscape(text, i)
		}
		if s != "" && !(i == percent && address.at(text, i)) && !(i == back && path.at(text, i)) {
			emit(i, end, s)
		} else {
			end = i + 1
		}
		if back < end {
			back = nextByte(text, end, '\\')
		}
		if percent < end {
			percent = nextByte(text, end, '%')
		}
	}
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
	if r < utf8.RuneSelf || r == utf8.RuneError || !visible(r) {
		return i, ""
	}
	return end, string(r)
}

func visible(r rune) bool { return unicode.IsGraphic(r) || r == '\u00ad' || r == '\u200b' }

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
