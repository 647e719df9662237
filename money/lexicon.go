package money

import "github.com/copydesk-go/copydesk/internal/scan"

// A wordClass is a set of classes of English words.
type wordClass uint32

// longestWord bounds the words that have a class.
const longestWord = 24

// classesOf returns the classes of a word, in any case.
func classesOf(w string) wordClass {
	if w == "" || len(w) > longestWord {
		return 0
	}
	var buf [longestWord]byte
	for i := range len(w) {
		b := w[i]
		if b-'A' < 26 {
			b |= 0x20
		}
		buf[i] = b
	}
	small := buf[:len(w)]
	from, to := wordsLike(small)
	for i := from; i < to; i++ {
		if name := wordText[wordStarts[i]:wordStarts[i+1]]; len(name) == len(small) && name == string(small) {
			return wordClasses[i]
		}
	}
	return 0
}

// wordsLike returns where the words start and end that share the first two letters of
// a word in small letters.
func wordsLike(w []byte) (from, to int) {
	first := w[0] - 'a'
	if first >= 26 {
		return 0, len(wordClasses)
	}
	second := byte(0)
	if len(w) > 1 && w[1]-'a' < 26 {
		second = w[1] - 'a' + 1
	}
	at := int(first)*27 + int(second)
	return int(wordsOf[at]), int(wordsOf[at+1])
}

// is reports whether a word is of one of the classes.
func is(w string, classes wordClass) bool { return classesOf(w)&classes != 0 }

// anyWord reports whether a word of s, or the part before its first hyphen, is of one
// of the classes.
func anyWord(s string, classes wordClass) bool {
	for i := 0; i < len(s); {
		if !scan.Letter(s[i]) {
			i++
			continue
		}
		from, part := i, 0
		for i < len(s) && (scan.Letter(s[i]) || s[i] == '-' && i+1 < len(s) && scan.Letter(s[i+1])) {
			if s[i] == '-' && part == 0 {
				part = i
			}
			i++
		}
		if is(s[from:i], classes) || part > 0 && is(s[from:part], classes) {
			return true
		}
	}
	return false
}

// goesOn reports whether a word that follows a number is not what it counts.
func goesOn(w string) bool { return is(w, goesOnWord) }

// perUnit reports whether a sum is for one of something: "a year", "per kilo".
func perUnit(s string) bool {
	if scan.HasPrefixFold(s, " per ") || scan.HasPrefixFold(s, " each") {
		return true
	}
	if !scan.HasPrefixFold(s, " a ") && !scan.HasPrefixFold(s, " an ") && !scan.HasPrefixFold(s, " a\n") && !scan.HasPrefixFold(s, " an\n") {
		return false
	}
	at := 2
	if s[2]|0x20 == 'n' {
		at = 3
	}
	return is(s[at+1:wordEnd(s, at+1)], unitWord)
}

// A bound is a form of words that bounds a sum.
type bound struct {
	text string
	mod  Mod
}

// A scaleName is a scale that counts only beside a currency, or beside some.
type scaleName struct {
	text, codes string
	exp         int8
}

// scaleNamed returns the scale that a word, in any case, names beside a currency.
func scaleNamed(w string) *scaleName {
	lo, hi := 0, len(scales)
	for lo < hi {
		switch m := int(uint(lo+hi) / 2); compareFold(scales[m].text, w) {
		case -1:
			lo = m + 1
		case 1:
			hi = m
		default:
			return &scales[m]
		}
	}
	return nil
}

// compareFold compares a small-letter name with a word in any case of its ASCII letters.
func compareFold(name, w string) int {
	for i := range min(len(name), len(w)) {
		b := w[i]
		if b-'A' < 26 {
			b |= 0x20
		}
		switch {
		case name[i] < b:
			return -1
		case name[i] > b:
			return 1
		}
	}
	switch {
	case len(name) < len(w):
		return -1
	case len(name) > len(w):
		return 1
	}
	return 0
}
