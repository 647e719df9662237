package money

import (
	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// readVague reads a sum that names no number: "millions of dollars", "a few
// hundred yuan", "multimillion-dollar". Its floor becomes Min.
func (m *sum) readVague(s string, i int) bool {
	at, value := quantity(s, i)
	if at == 0 {
		return false
	}
	next := at
	if of, _ := skipSpace(s, at); of > at && word(s[of:], "of") {
		next = of + len("of")
	}
	u := unitAfter(s, next)
	if !u.there() || !u.word || u.flags&verb != 0 && !scan.HasPrefixFold(s[next:], " won") {
		return false
	}
	a := amount{start: i, figure: figure{start: i, end: at, whole: integerDigits(value), value: value}, unit: u, words: true, scale: scaleWord{start: at, end: at, exp: 6, word: true, stray: -1}}
	if falseFriend(s, &a) || u.flags&weight != 0 && !moneyScale(value) {
		return false
	}
	*m = sum{reads: m.reads, claim: claim{
		start: i, end: u.end, min: value, codes: u.codes, flags: u.flags,
		symbol: len(u.codes) > 3, explicit: len(u.codes) == 3, strong: true, worded: true,
	}}
	return true
}

// moneyScale reports whether pounds this many are hardly a weight.
func moneyScale(d Decimal) bool { return d.Cmp(NewDecimal(1, 3)) >= 0 }

// quantity reads the vague number at i and returns its end and its floor.
func quantity(s string, i int) (end int, least Decimal) {
	if end, exp := multi(s, i); end > 0 {
		return end, NewDecimal(1, exp)
	}
	if exp, size := plural(s[i:]); size > 0 {
		end = i + size
		for n := 0; n < 3; n++ { // tens of thousands of millions
			of, _ := skipSpace(s, end)
			if of == end || !word(s[of:], "of") {
				break
			}
			next, _ := skipSpace(s, of+len("of"))
			more, size := numeral.Scale(s[next:])
			if size == 0 {
				break
			}
			exp, end = exp+more, next+size
		}
		return end, NewDecimal(1, exp)
	}
	size, least := few(s[i:])
	if size == 0 {
		// The scale alone, as in "billion-dollar": an adjective with no number.
		exp, size := numeral.Scale(s[i:])
		if size > 0 && exp >= 6 && hyphen(s, i+size) > 0 && alone(s, i) {
			return i + size, NewDecimal(1, exp)
		}
		return 0, Decimal{}
	}
	end = i + size
	found := false
	for n := 0; n < 3; n++ {
		next, ok := joint(s, end)
		if !ok || next == end {
			break
		}
		exp, size := numeral.Scale(s[next:])
		if size == 0 {
			break
		}
		least, end, found = least.Shift(exp), next+size, true
	}
	if !found {
		return 0, Decimal{}
	}
	return end, least
}

// alone reports whether no number stands before the scale word at i.
func alone(s string, i int) bool {
	at := backSpace(s, i, 0)
	if at == 0 {
		return true
	}
	if at == i && !scan.StartsWord(s, i) || s[at-1] == '-' || scan.Digit(s[at-1]) {
		return false
	}
	return true
}

// A vagueWord is a form of words for an uncertain number.
type vagueWord struct {
	text  string
	value int8 // the least that it is, or a power of ten
}

// plural reads a number of unstated size.
func plural(s string) (exp, size int) {
	for i := range tensWords {
		if w := &tensWords[i]; word(s, w.text) {
			return int(w.value), len(w.text)
		}
	}
	exp, size = numeral.Scale(s)
	if size == 0 || s[size-1]|0x20 != 's' {
		return 0, 0
	}
	return exp, size
}

// few reads a word for a small number.
func few(s string) (size int, least Decimal) {
	for i := range fewWords {
		if w := &fewWords[i]; word(s, w.text) {
			return len(w.text), NewDecimal(int64(w.value), 0)
		}
	}
	return 0, Decimal{}
}

// multi reads "multimillion", "multi-billion", and "mutli" for multi.
func multi(s string, i int) (end, exp int) {
	if !scan.HasPrefixFold(s[i:], "multi") && !scan.HasPrefixFold(s[i:], "mutli") {
		return 0, 0
	}
	at, ok := joint(s, i+len("multi"))
	if !ok {
		return 0, 0
	}
	exp, size := numeral.Scale(s[at:])
	if size == 0 {
		return 0, 0
	}
	end = at + size
	for n := 0; n < 2; n++ { // multi-hundred-million
		next, ok := joint(s, end)
		if !ok || next == end {
			break
		}
		more, size := numeral.Scale(s[next:])
		if size == 0 {
			break
		}
		exp, end = exp+more, next+size
	}
	return end, exp
}

func word(s, w string) bool {
	return scan.HasPrefixFold(s, w) && scan.EndsWord(s, len(w))
}
