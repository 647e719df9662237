package money

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// designation reports whether letters and a number are the name of something: a
// group of states, a summit, a quarter, a mask, a fuel.
func designation(text string) bool {
	if n, found := strings.CutPrefix(text, "COP"); found {
		n = strings.TrimLeft(n, " -")
		return n != "" && len(n) < 3 && (len(n) == 1 || n < "50")
	}
	switch text {
	case "G4", "G5", "G6", "G7", "G8", "G10", "G20", "G24", "G77", "Q1", "Q2", "Q3", "Q4", "N95", "N99", "K2", "K9", "K12", "B1", "B2", "B12", "B52", "E5", "E10", "E20", "E85", "M1", "M2", "M3", "M23", "L1", "L2":
		return true
	}
	return false
}

// falseFriend reports whether the word behind a number is something else than
// its currency.
func falseFriend(s string, a *amount) bool {
	u := a.unit
	text := s[u.start:u.end]
	next := wordAt(s, u.end)
	capital := text[0]-'A' < 26 && !headline(s, a)
	large := a.scale.word && a.scale.exp >= 6 || a.words && integerDigits(a.figure.value) > 6
	switch {
	case u.named:
		return capital && startsLine(s, a)
	case text[0]-'A' < 26 && !a.scale.there() && strings.ContainsRune(s[a.figure.end:u.start], '\n'):
		return true // it starts the next line
	case !a.sign.there() && a.unscaled() && a.figure.groups == 0 && a.figure.places == 0 && yearLike(a.figure.value) && hyphen(s, a.figure.end) == 0 && is(text, singularWord):
		return true // the 1996 peso
	case u.flags&verb != 0:
		if a.sign.there() {
			return false
		}
		if capital || is(next, determinerWord) {
			return true
		}
		if large || a.figure.groups != 0 || a.figure.whole >= 4 && !yearLike(a.figure.value) || a.scale.word || strings.HasPrefix(s[u.end:], " (") || u.start > a.figure.end && hyphen(s, a.figure.end) > 0 {
			return false
		}
		if a.figure.places == 0 && a.figure.value.Shift(-1).IsInteger() && a.figure.whole > 1 && (u.end == len(s) || s[u.end] != ' ' || goesOn(next) || perUnit(s[u.end:])) {
			a.unit.flags |= weak // 500 won, in Korea
			return false
		}
		return true
	case capital && !allCapitals(text) && next != "" && next[0]-'A' < 26 && s[u.end] == ' ' && len(u.codes) > 0 && !strings.HasSuffix(text, "s"):
		return true // 50 Dollar General stores
	case capital && (strings.EqualFold(next, "dynasty") || text == "Cent"):
		return true
	case text == "Euro" && (a.words || u.end+1 < len(s) && s[u.end] == ' ' && scan.Digit(s[u.end+1])):
		return true // the six Euro ties, Euro 2024
	case capital && (strings.EqualFold(text, "afghanis") || strings.EqualFold(text, "guaranis")):
		return true
	case u.flags&weak != 0 && !a.sign.there() && hyphen(s, a.figure.end) == 0 && hyphen(s, a.scale.end) == 0 && is(text, countableWord) && !(large && text != "mark"):
		return true // the 4,000 mark
	case u.flags&weight != 0 && !a.sign.there():
		return isWeight(s, a, large, next)
	}
	return false
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
	for _, w := range [...]string{" per square", " per capita", " per acre", " per hectare", " per cubic", " per inch", " per plant", " per person per", " a square", " per tree"} {
		if scan.HasPrefixFold(behind, w) {
			return true
		}
	}
	return false
}
