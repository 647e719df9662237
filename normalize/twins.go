package normalize

import (
	"unicode"
	"unicode/utf8"
)

// latinTwins are the Latin letters that look like one of Cyrillic, which those who
// type Cyrillic on another keyboard, or read it from print, have written for it,
// and cyrillicTwins the first of these letters.
const (
	latinTwins    = "aceijopxyhABCEHIJKMOPTXYəɵƏƟ"
	cyrillicTwins = "асеіјорхуһАВСЕНІЈКМОРТХУ"
)

// twins holds the Cyrillic letters by the Latin ones of ASCII.
var twins = func() (t [utf8.RuneSelf]rune) {
	for k, r := range []rune(cyrillicTwins) {
		t[latinTwins[k]] = r
	}
	return t
}()

// twinOf returns the Cyrillic letter that a Latin one looks like, or 0.
func twinOf(r rune) rune {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return twins[r]
	case r == 'ə':
		return 'ә'
	case r == 'ɵ':
		return 'ө'
	case r == 'Ə':
		return 'Ә'
	case r == 'Ɵ':
		return 'Ө'
	}
	return 0
}

func isCyrillic(r rune) bool { return 0x0400 <= r && r <= 0x052F && unicode.IsLetter(r) }

// mixesTwins reports whether of two neighbours one is Cyrillic and the other a
// Latin letter that looks like one.
func mixesTwins(a, b rune) bool {
	return isCyrillic(a) && twinOf(b) != 0 || isCyrillic(b) && twinOf(a) != 0
}

// longestMixed is the length in bytes beyond which a word is none.
const longestMixed = 128

// mixedWord returns the word around text[i], if it is Cyrillic but for some
// letters that only look so: more than half of them are Cyrillic, and two at least.
func mixedWord(text string, i int) (start, end int, ok bool) {
	start, end = i, i
	cyrillic, latin := 0, 0
	count := func(r rune) bool {
		switch {
		case isCyrillic(r):
			cyrillic++
		case twinOf(r) != 0:
			latin++
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			latin = longestMixed // another letter of Latin: a word of both
		default:
			return false
		}
		return true
	}
	for start > 0 && i-start < longestMixed {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !count(r) {
			break
		}
		start -= n
	}
	for end < len(text) && end-i < longestMixed {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !count(r) {
			break
		}
		end += n
	}
	return start, end, latin > 0 && cyrillic > latin && cyrillic > 1 && end-start < longestMixed
}
