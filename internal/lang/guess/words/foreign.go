package words

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Foreign looks at some 64 words of a text.
const (
	looksAt = 64
	glance  = 8 // words after which English text mostly shows
)

// Foreign reports whether a text is surely in another language than English: at least a
// quarter of its first words are common in one that has far more of them than English has, or
// most of them are in another script. It is false of text in which few words are common,
// such as tables and names.
func Foreign(text string) bool {
	var hits [64]int
	var buf [2 * Longest]byte
	most, words, apart := 0, 0, 0 // apart: in another script
	for word := range all(text) {
		if r, _ := utf8.DecodeRuneInString(word); !unicode.Is(unicode.Latin, r) {
			apart++
		}
		for l := Languages(lower(buf[:0], word)); l != 0; l &= l - 1 {
			n := bits.TrailingZeros64(l)
			hits[n]++
			most = max(most, hits[n])
		}
		words++
		if words == looksAt || words%glance == 0 && hits[english] > 1 && hits[english] >= most {
			break
		}
	}
	if 2*apart > words {
		return true
	}
	home := hits[english]
	return most >= 2 && most-home >= 2 && 4*most >= words && most > 2*home
}

// all yields the words of a text.
func all(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range text {
			switch in := unicode.IsLetter(r) || unicode.IsMark(r); {
			case in && start < 0:
				start = i
			case !in && start >= 0:
				if !yield(text[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(text[start:])
		}
	}
}

// lower appends a word in lower case, or nothing if it is too long to be common.
func lower(b []byte, word string) []byte {
	if len(word) >= Longest {
		return b
	}
	for _, r := range word {
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}
