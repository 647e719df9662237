package money

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// designation reports whether letters and a number are the name of something: the
// G20, COP27.
func designation(text string) bool {
	if n, found := strings.CutPrefix(text, "COP"); found {
		n = strings.TrimLeft(n, " -")
		return n != "" && len(n) < 3 && (len(n) == 1 || n < "50")
	}
	return is(text, designationWord)
}

// falseFriend reports whether the word behind a number is something else than
// its currency.
func falseFriend(s string, a *amount) bool {
	u := a.unit
	text, next := s[u.start:u.end], wordAt(s, u.end)
	capital := text[0]-'A' < 26 && !headline(s, a)
	switch {
	case u.named:
		return capital && startsLine(s, a)
	case text[0]-'A' < 26 && !a.scale.there() && strings.ContainsRune(s[a.figure.end:u.start], '\n'):
		return true // it starts the next line
	case u.flags&verb != 0:
		return !a.sign.there() && isVerb(s, a, capital, next)
	case capital && isName(s, a, text, next), !a.sign.there() && a.isYear(s) && is(text, singularWord):
		return true // 50 Dollar General stores, the 1996 peso
	case u.flags&weak != 0 && !a.sign.there() && a.apart(s) && is(text, countableWord) && !(a.millions() && text != "mark"):
		return true // the 4,000 mark
	}
	return u.flags&weight != 0 && !a.sign.there() && isWeight(s, a, a.millions(), next)
}

// millions reports whether a number has a scale of a million or more.
func (a *amount) millions() bool {
	return a.scale.word && a.scale.exp >= 6 || a.words && integerDigits(a.figure.value) > 6
}

// isYear reports whether a number may be a year.
func (a *amount) isYear(s string) bool {
	f := &a.figure
	return a.unscaled() && f.groups == 0 && f.places == 0 && yearLike(f.value) && hyphen(s, f.end) == 0
}

// apart reports whether no hyphen joins a number and its unit.
func (a *amount) apart(s string) bool {
	return hyphen(s, a.figure.end) == 0 && hyphen(s, a.scale.end) == 0
}

// isName reports whether a currency word with a capital is part of a name.
func isName(s string, a *amount, text, next string) bool {
	u := a.unit
	switch {
	case text == "Euro":
		return a.words || u.end+1 < len(s) && s[u.end] == ' ' && scan.Digit(s[u.end+1]) // the six Euro ties, Euro 2024
	case is(text, namesakeWord) && !allCapitals(text), strings.EqualFold(next, "dynasty"):
		return true
	}
	return !allCapitals(text) && next != "" && next[0]-'A' < 26 && s[u.end] == ' ' && u.codes != "" && !strings.HasSuffix(text, "s")
}

// isVerb reports whether "won" behind a number is the verb.
func isVerb(s string, a *amount, capital bool, next string) bool {
	f, u := &a.figure, a.unit
	if capital || is(next, determinerWord) {
		return true
	}
	if a.millions() || a.scale.word || f.groups != 0 || f.whole >= 4 && !yearLike(f.value) ||
		strings.HasPrefix(s[u.end:], " (") || u.start > f.end && hyphen(s, f.end) > 0 {
		return false
	}
	round := f.places == 0 && f.value.Shift(-1).IsInteger() && f.whole > 1
	if round && (u.end == len(s) || s[u.end] != ' ' || goesOn(next) || perUnit(s[u.end:])) {
		a.unit.flags |= weak // 500 won, in Korea
		return false
	}
	return true
}

// startsLine reports whether a named currency behind a number starts the next
// line, and is not of the number: a day and "The Indonesian rupiah rose".
func startsLine(s string, a *amount) bool {
	f, u := &a.figure, a.unit
	if !strings.ContainsRune(s[f.end:u.start], '\n') || a.words {
		return false
	}
	return scan.HasPrefixFold(s[u.start:], "the ") || yearLike(f.value) && a.unscaled() || f.start > 0 && (s[f.start-1] == '-' || s[f.start-1] == '/')
}

// headline reports whether the words around a number have capitals as those of a
// headline do, so that one on the word behind it says nothing.
func headline(s string, a *amount) bool {
	if a.scale.word && s[a.scale.start]-'A' < 26 || a.words && s[a.figure.start]-'A' < 26 && hyphen(s, a.figure.end) == 0 && !sentenceStart(s, a.figure.start) {
		return true
	}
	return capitalsBefore(s, a.start)
}

// capitalsBefore reports whether the two words before the number at i have
// capitals, whatever numbers and marks stand between them.
func capitalsBefore(s string, i int) bool {
	least := max(0, i-48)
	for n := 0; n < 2; n++ {
		for i > least && !scan.Letter(s[i-1]) && (s[i-1] != '.' || i-1 == least || !scan.Letter(s[i-2])) {
			i--
		}
		w := wordEndingAt(s, i, least)
		if w == "" || w[0]-'A' >= 26 {
			return false
		}
		i -= len(w)
	}
	return true
}

func allCapitals(w string) bool {
	if w == "" {
		return false
	}
	for i := range len(w) {
		if w[i]-'a' < 26 {
			return false
		}
	}
	return true
}

// wordAt returns the word behind one space at i.
func wordAt(s string, i int) string {
	if i >= len(s) || s[i] != ' ' {
		return ""
	}
	return s[i+1 : wordEnd(s, i+1)]
}

// isWeight reports whether pounds are a weight.
func isWeight(s string, a *amount, large bool, next string) bool {
	from := max(0, a.start-60)
	before, behind := s[from:a.start], s[a.unit.end:min(len(s), a.unit.end+40)]
	if !large && is(wordEndingAt(s, backSpace(s, a.start, from), from), losingWord) {
		return true
	}
	if perUnit(behind) && !perArea(behind) {
		return false // 5 pounds a pint
	}
	if anyWord(before, weightyWord) || anyWord(behind, weightyWord) {
		return true
	}
	if next == "of" && !is(wordAt(s, a.unit.end+len(" of")), moneyWord) {
		return true
	}
	if next == "per" || strings.HasPrefix(behind, " a square") {
		return perArea(behind)
	}
	singular := s[a.unit.end-1] != 's' && s[a.unit.end-1] != 'S'
	if singular && is(next, heavyWord) {
		return true
	}
	if singular && !large && a.figure.groups == 0 && a.figure.value.Cmp(NewDecimal(1, 0)) != 0 {
		return !is(next, moneyWord)
	}
	return false
}

// perArea reports whether what follows pounds measures pressure, yield or diet.
func perArea(behind string) bool {
	for _, w := range [...]string{
		" per square", " per capita", " per acre", " per hectare", " per cubic", " per inch", " per plant", " per person per", " a square", " per tree",
	} {
		if scan.HasPrefixFold(behind, w) {
			return true
		}
	}
	return false
}
