package money

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

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
	lo, hi := 0, len(wordClasses)
	if first := small[0] - 'a'; first < 26 {
		lo, hi = int(wordsOf[first]), int(wordsOf[first+1])
	}
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		switch name := wordText[wordStarts[m]:wordStarts[m+1]]; {
		case name < string(small):
			lo = m + 1
		case name > string(small):
			hi = m
		default:
			return wordClasses[m]
		}
	}
	return 0
}

// is reports whether a word is of one of the classes.
func is(w string, classes wordClass) bool { return classesOf(w)&classes != 0 }

// anyWord reports whether a word of s is of one of the classes.
func anyWord(s string, classes wordClass) bool {
	for i := 0; i < len(s); {
		if !scan.Letter(s[i]) {
			i++
			continue
		}
		from := i
		for i < len(s) && (scan.Letter(s[i]) || s[i] == '-' && i+1 < len(s) && scan.Letter(s[i+1])) {
			i++
		}
		if is(s[from:i], classes) {
			return true
		}
		if head, _, found := strings.Cut(s[from:i], "-"); found && is(head, classes) {
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
