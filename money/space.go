package money

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// wordEndingAt returns the ASCII word, stops inside it included, that ends at s[:end].
func wordEndingAt(s string, end, floor int) string {
	start := end
	for start > floor && end-start < 20 && (scan.Letter(s[start-1]) || s[start-1] == '.' && end-start < 5) {
		start--
	}
	for start < end && s[start] == '.' {
		start++
	}
	if !scan.StartsWord(s, start) {
		return ""
	}
	return s[start:end]
}

// backSpace returns where the white space before i starts; it looks at no more
// than a few bytes.
func backSpace(s string, i, floor int) int {
	for n := 0; n < 3 && i > floor; n++ {
		if b := s[i-1]; b == ' ' || b == '\t' || b == '\n' || b == '\r' {
			i--
			continue
		}
		if size := blank(s, i, floor); size > 0 {
			i -= size
			continue
		}
		break
	}
	return i
}

// blank returns the size of the no-break or thin space before i.
func blank(s string, i, floor int) int {
	if i-floor >= 2 && s[i-2:i] == "\u00a0" {
		return 2
	}
	if i-floor >= 3 {
		switch s[i-3 : i] {
		case "\u202f", "\u2009", "\u2002", "\u2003":
			return 3
		}
	}
	return 0
}

// skipSpace returns the end of the white space at i, looking at no more than a
// few bytes, and whether there is more than one line break in it.
func skipSpace(s string, i int) (end int, paragraph bool) {
	breaks := 0
	for n := 0; n < 6 && i < len(s); n++ {
		switch b := s[i]; {
		case b == '\n':
			breaks++
			i++
		case b == ' ' || b == '\t' || b == '\r':
			i++
		case b >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r != '\u00a0' && r != '\u202f' && r != '\u2009' && r != '\u2002' && r != '\u2003' {
				return i, breaks > 1
			}
			i += size
		default:
			return i, breaks > 1
		}
	}
	return i, breaks > 1
}

// joint returns the end of what may stand between the parts of a sum at i: one
// hyphen, some space, nothing.
func joint(s string, i int) (end int, ok bool) {
	if n := hyphen(s, i); n > 0 {
		return i + n, true
	}
	end, paragraph := skipSpace(s, i)
	if !paragraph && end > i {
		if n := hyphen(s, end); n > 0 && end+n < len(s) && s[end+n] == ' ' {
			return end, true // a dash with spaces joins nothing; the caller finds no word
		}
	}
	return end, !paragraph
}

// hyphen returns the size of the hyphen at i.
func hyphen(s string, i int) int {
	if i < len(s) {
		if s[i] == '-' {
			return 1
		}
		if s[i] == 0xe2 && i+3 <= len(s) && (s[i:i+3] == "‐" || s[i:i+3] == "‑") {
			return 3
		}
	}
	return 0
}

// wordEnd returns the end of the word at i: letters, with stops and apostrophes inside.
func wordEnd(s string, i int) int {
	end := i
	for end < len(s) && end-i < longestName {
		b := s[end]
		switch {
		case scan.Letter(b):
			end++
		case strings.HasPrefix(s[end:], "’") && end > i && end+len("’") < len(s) && scan.Letter(s[end+len("’")]):
			end += len("’")
		case b >= utf8.RuneSelf:
			n := scan.WordEnd(s[:min(len(s), end+utf8.UTFMax)], end)
			if n == end {
				return end
			}
			end = n
		case b == '.' && end+1 < len(s) && scan.Letter(s[end+1]) && end-i < 4:
			end++ // U.S.
		case b == '.' && end-i == 3 && s[i+1] == '.':
			end++
			return end
		case b == '\'' && end > i && end+1 < len(s) && scan.Letter(s[end+1]):
			end++
		default:
			return end
		}
	}
	return end
}
