// Package scan holds the small questions that every scanner over running text
// asks: where a word starts and ends, what comes after the space, and whether
// the text at hand reads like a given ASCII word in any case.
//
// All functions take any bytes; offsets are in bytes. Each looks at one place
// only, but for [Space] and [WordEnd], which walk over the run they measure.
package scan

import (
	"unicode"
	"unicode/utf8"
)

// Letter reports whether b is an ASCII letter.
func Letter(b byte) bool { return b|0x20-'a' < 26 }

// Digit reports whether b is an ASCII digit.
func Digit(b byte) bool { return b-'0' < 10 }

// StartsWord reports whether a word may start at s[i:], that is, whether no
// letter, digit or combining mark ends there.
func StartsWord(s string, i int) bool {
	if i <= 0 || i > len(s) {
		return true
	}
	if b := s[i-1]; b < utf8.RuneSelf {
		return !Letter(b) && !Digit(b)
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return !wordRune(r)
}

// EndsWord reports whether a word may end at s[:i], that is, whether no
// letter, digit or combining mark follows.
func EndsWord(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return true
	}
	if b := s[i]; b < utf8.RuneSelf {
		return !Letter(b) && !Digit(b)
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return !wordRune(r)
}

func wordRune(r rune) bool {
	if 0x2010 <= r && r <= 0x2027 {
		return false // dashes, quotation marks and the like, the most common of all
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// WordEnd returns the end of the run of letters and combining marks that
// starts at i, or i when there is none.
func WordEnd(s string, i int) int {
	for i < len(s) {
		if b := s[i]; b < utf8.RuneSelf {
			if !Letter(b) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
		i += n
	}
	return i
}

// Space returns the end of the white space at i: ASCII space, tab and line
// ends, and Unicode's space separators such as U+00A0 and U+202F.
func Space(s string, i int) int {
	for i < len(s) {
		switch b := s[i]; {
		case b == ' ' || b-'\t' < 5:
			i++
		case b < utf8.RuneSelf:
			return i
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsSpace(r) {
				return i
			}
			i += n
		}
	}
	return i
}

// HasPrefixFold reports whether s starts with prefix, which is in lower-case
// ASCII, in any case of its ASCII letters.
func HasPrefixFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if b := s[i]; b != prefix[i] && (!Letter(b) || b|0x20 != prefix[i]) {
			return false
		}
	}
	return true
}

// Fold returns the small letter of r. The dotless ı of Turkish counts as i, which capitals
// do not tell from it: SALI is salı. Tables of words that are compared by it have i for ı.
func Fold(r rune) rune {
	if r = unicode.ToLower(r); r == 'ı' {
		return 'i'
	}
	return r
}
