// Package token cuts running text into words and sentences, as byte offsets.
//
// The cut follows what corpora of named entities expect: hyphens, slashes and
// full stops stand alone (aid - dependent), the clitics 's, 'll and n't are
// words of their own with a straight or a curly apostrophe, numbers keep their
// inner marks (1,000.50; 4:30), and an acronym with dots is one word with its
// last dot (U.S.).
//
// Text that comes tokenised already, with white space round its commas and
// stops, keeps the words it has: there only white space divides.
//
// Any bytes are fine. A byte that is no UTF-8 is a token of one byte. All of it
// takes time linear in the text.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Token is the word or mark at text[Start:End].
type Token struct{ Start, End int }

const (
	space = iota
	letter
	digit
	mark // combining or invisible: never starts a word, goes on with one
	punct
)

// ascii returns the class of an ASCII byte.
func ascii(b byte) uint8 {
	switch {
	case (b|0x20)-'a' < 26:
		return letter
	case b-'0' < 10:
		return digit
	case b <= ' ' || b == 0x7f:
		return space
	}
	return punct
}

// class returns the class and the width of the rune at s[i:], i < len(s).
func class(s string, i int) (c uint8, width int) {
	if b := s[i]; b < utf8.RuneSelf {
		return ascii(b), 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == utf8.RuneError && n == 1:
		return punct, 1
	case unicode.IsLetter(r):
		return letter, n
	case unicode.IsDigit(r):
		return digit, n
	case unicode.IsSpace(r), r == '\u200b', r == '\ufeff', r == '\u2028':
		return space, n
	case unicode.IsMark(r), r == '\u00ad', r == '\u200c', r == '\u200d', r == '\u2060':
		return mark, n
	}
	return punct, n
}

// classAt is class where i may be the end of s, which counts as white space.
func classAt(s string, i int) (c uint8, width int) {
	if i >= len(s) {
		return space, 0
	}
	return class(s, i)
}

// Append appends the tokens of s to dst.
func Append(dst []Token, s string) []Token {
	if Spaced(s) {
		return appendSpaced(dst, s)
	}
	for i := 0; i < len(s); {
		if end := letters(s, i); end > i && end < len(s) && s[end] == ' ' { // most words
			dst = append(dst, Token{i, end})
			i = end + 1
			continue
		}
		c, n := class(s, i)
		switch c {
		case space:
			i += n
			continue
		case letter, digit:
			end, clitic := word(s, i)
			dst = append(dst, Token{i, end})
			if clitic > end {
				dst = append(dst, Token{end, clitic})
				end = clitic
			}
			i = end
		default:
			end := symbol(s, i, n)
			dst = append(dst, Token{i, end})
			i = end
		}
	}
	return dst
}

// Spaced reports whether s reads as text that was tokenised before: most of its
// commas and full stops have white space on both sides. Full stops inside a line
// that touch a word say nothing, since abbreviations keep theirs.
func Spaced(s string) bool {
	apart, joined := 0, 0
	for _, mark := range [...]byte{',', '.'} {
		for i := indexFrom(s, 1, mark); i >= 0; i = indexFrom(s, i+1, mark) {
			after, _ := classAt(s, i+1)
			switch {
			case after != space:
			case s[i-1] <= ' ':
				apart++
			case mark == ',' || i+1 == len(s) || s[i+1] == '\n':
				joined++
			}
		}
	}
	return apart > 1 && apart > 4*joined
}

// indexFrom returns where s has a byte from i on, or -1.
func indexFrom(s string, i int, b byte) int {
	if i >= len(s) {
		return -1
	}
	n := strings.IndexByte(s[i:], b)
	if n < 0 {
		return -1
	}
	return i + n
}

func appendSpaced(dst []Token, s string) []Token {
	start := -1
	for i := 0; i < len(s); {
		c, n := class(s, i)
		if c == space && start >= 0 {
			dst = append(dst, Token{start, i})
			start = -1
		} else if c != space && start < 0 {
			start = i
		}
		i += n
	}
	if start >= 0 {
		dst = append(dst, Token{start, len(s)})
	}
	return dst
}

// word returns the end of the word that starts at i, and the end of the clitic
// that follows it, if one does.
func word(s string, i int) (end, clitic int) {
	var (
		part  = i     // where the letters since the last dot start
		dots  = 0     // dots taken in: the word is an acronym
		last  = i     // where the last rune started
		prior uint8   // its class
		start = i     //
		one   = false // the letters since part are one letter
	)
	for i < len(s) {
		if end := letters(s, i); end > i {
			one = end-1 == part
			last, prior, i = end-1, letter, end
			continue
		}
		c, n := class(s, i)
		switch {
		case c == letter || c == digit || c == mark:
			if c != mark {
				one = i == part && c == letter
				last, prior = i, c
			}
			i += n
		case s[i] == '.' && one && singleLetter(s, i+1):
			dots++
			i++
			part = i
		case s[i] == '.' && one && dots > 0:
			return i + 1, 0
		case prior == digit && (s[i] == '.' || s[i] == ',' || s[i] == ':'):
			if next, _ := classAt(s, i+1); next != digit {
				return i, 0
			}
			i++
			part = i
		default:
			n = apostrophe(s, i)
			if n == 0 || prior != letter {
				return i, 0
			}
			if next, _ := classAt(s, i+n); next != letter {
				return i, 0
			}
			if e := cliticEnd(s, i+n); e > 0 {
				if s[i+n]|0x20 == 't' && e == i+n+1 {
					if s[last]|0x20 == 'n' && last > start {
						return last, e
					}
				} else {
					return i, e
				}
			}
			i += n
			part = -1
		}
	}
	return i, 0
}

// letters returns the end of the letters of ASCII at s[i:].
func letters(s string, i int) int {
	for i < len(s) && (s[i]|0x20)-'a' < 26 {
		i++
	}
	return i
}

// singleLetter reports whether one letter alone stands at s[i:].
func singleLetter(s string, i int) bool {
	c, n := classAt(s, i)
	if c != letter {
		return false
	}
	c, _ = classAt(s, i+n)
	return c != letter && c != digit && c != mark
}

// apostrophe returns the width of the apostrophe at s[i:], or 0.
func apostrophe(s string, i int) int {
	switch {
	case s[i] == '\'':
		return 1
	case s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0x99 || s[i+2] == 0x98):
		return 3
	}
	return 0
}

// cliticEnd returns the end of the letters of a clitic at s[i:], or 0.
func cliticEnd(s string, i int) int {
	end := i
	for end < len(s) && end < i+3 && s[end] < utf8.RuneSelf && ascii(s[end]) == letter {
		end++
	}
	if c, _ := classAt(s, end); c == letter || c == digit || c == mark {
		return 0
	}
	switch end - i {
	case 1:
		switch s[i] | 0x20 {
		case 's', 't', 'd', 'm':
			return end
		}
	case 2:
		switch [2]byte{s[i] | 0x20, s[i+1] | 0x20} {
		case [2]byte{'r', 'e'}, [2]byte{'v', 'e'}, [2]byte{'l', 'l'}:
			return end
		}
	}
	return 0
}

// symbol returns the end of the mark at s[i:], n wide: a clitic that stands
// alone, a run of dots or hyphens, or one rune with what combines with it.
func symbol(s string, i, n int) int {
	end := i + n
	if a := apostrophe(s, i); a > 0 && end < len(s) {
		if e := cliticEnd(s, end); e > 0 && s[end]|0x20 != 't' {
			return e
		}
	}
	if s[i] == '.' || s[i] == '-' {
		for end < len(s) && s[end] == s[i] {
			end++
		}
	}
	for end < len(s) && s[end] >= utf8.RuneSelf {
		c, n := class(s, end)
		if c != mark {
			break
		}
		end += n
	}
	return end
}
