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
	capital := text[0]-'A' < 26
	large := a.scale.word && a.scale.exp >= 6 || a.words && integerDigits(a.figure.value) > 6
	switch {
	case capital && !a.scale.there() && strings.ContainsRune(s[a.figure.end:u.start], '\n'):
		return true // it starts the next line
	case u.named:
		return false
	case !a.sign.there() && a.unscaled() && a.figure.groups == 0 && a.figure.places == 0 && yearLike(a.figure.value) && hyphen(s, a.figure.end) == 0 && takesS(text):
		return true // the 1996 peso
	case u.flags&verb != 0:
		if a.sign.there() {
			return false
		}
		if capital || isDeterminer(next) {
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
	case u.flags&weak != 0 && !a.sign.there() && hyphen(s, a.figure.end) == 0 && hyphen(s, a.scale.end) == 0 && countable(text) && !(large && text != "mark"):
		return true // the 4,000 mark
	case u.flags&weight != 0 && !a.sign.there():
		return isWeight(s, a, large, next)
	}
	return false
}

// takesS reports whether a word in the singular has a plural in -s that a number
// asks for.
func takesS(w string) bool {
	switch w {
	case "dollar", "euro", "pound", "peso", "rupee", "franc", "ruble", "rouble", "dinar", "dirham", "riyal", "rial", "shilling", "mark", "crown", "guilder", "lira", "shekel", "cent":
		return true
	}
	return false
}

// countable reports whether a word in the singular means something else behind
// a number.
func countable(w string) bool {
	switch strings.ToLower(w) {
	case "mark", "crown", "real", "sol", "colon", "punt", "florin", "cordoba", "quetzal":
		return true
	}
	return false
}

func allCapitals(w string) bool {
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

func isDeterminer(w string) bool {
	switch w {
	case "the", "a", "an", "his", "her", "their", "its", "our", "my", "best", "over", "back", "out", "gold", "silver", "bronze", "medals", "by", "all", "both", "every", "three", "two", "four", "five":
		return true
	}
	return false
}

// isWeight reports whether pounds are a weight.
func isWeight(s string, a *amount, large bool, next string) bool {
	from := max(0, a.start-60)
	before, behind := s[from:a.start], s[a.unit.end:min(len(s), a.unit.end+40)]
	for _, w := range [...]string{"lost ", "lose ", "losing ", "shed ", "gained ", "gain "} {
		if strings.HasSuffix(before, w) && !large {
			return true
		}
	}
	if perUnit(behind) && !perArea(behind) {
		return false // 5 pounds a pint
	}
	for _, w := range [...]string{"kg", "kilo", "weigh", "gram", "tonne", " lb", "ounce", "heavier", "lighter", "pounds per square", "recoil", " lifted ", "deadlift", "bench-press"} {
		if strings.Contains(before, w) || strings.Contains(behind, w) {
			return true
		}
	}
	if next == "of" && !moneyNoun(wordAt(s, a.unit.end+len(" of"))) {
		return true
	}
	if next == "per" || strings.HasPrefix(behind, " a square") {
		return perArea(behind)
	}
	singular := s[a.unit.end-1] != 's' && s[a.unit.end-1] != 'S'
	if singular && isHeavy(next) {
		return true
	}
	if singular && !large && a.figure.groups == 0 && a.figure.value.Cmp(NewDecimal(1, 0)) != 0 {
		return !moneyNoun(next)
	}
	return false
}

// perArea reports whether what follows pounds measures pressure, yield or diet.
func perArea(behind string) bool {
	for _, w := range [...]string{" per square", " per capita", " per acre", " per hectare", " per cubic", " per inch", " per plant", " per person per", " a square", " per tree"} {
		if strings.HasPrefix(behind, w) {
			return true
		}
	}
	return false
}

// isHeavy reports whether a thing is told by its weight: a 2,000-pound bomb.
func isHeavy(w string) bool {
	switch strings.ToLower(strings.TrimSuffix(w, "s")) {
	case "bomb", "warhead", "missile", "explosive", "device", "payload", "rocket", "satellite", "spacecraft", "capsule", "truck", "lorrie", "lorry", "vehicle", "car", "tractor", "man", "woman", "boy", "girl",
		"baby", "guy", "lineman", "linebacker", "wrestler", "boxer", "fighter", "bear", "shark", "tiger", "lion", "pig", "hog", "bull", "cow", "steer", "gorilla", "alligator", "crocodile", "python", "fish", "tuna",
		"marlin", "catfish", "halibut", "boulder", "rock", "stone", "block", "anchor", "bell", "weight", "dumbbell", "barbell", "bale", "bag", "sack", "load", "animal", "dog", "turtle", "squid", "bird", "turkey", "pumpkin", "thrust", "engine":
		return true
	}
	return false
}

// moneyNoun reports whether what is counted or described is money.
func moneyNoun(w string) bool {
	switch strings.ToLower(w) {
	case "note", "notes", "coin", "coins", "fine", "prize", "prizes", "deal", "ticket", "tickets", "fee", "fees", "bill", "reward", "loan", "grant", "bond",
		"bonus", "price", "salary", "donation", "bet", "cheque", "payment", "tax", "taxpayer", "taxpayers", "public", "government", "debt", "debts", "cash", "money",
		"funding", "aid", "investment", "budget", "penalty", "house", "home", "mansion", "contract", "project", "plan", "package", "fund", "damages", "compensation", "cut", "savings",
		"spending", "profit", "profits", "losses", "revenue", "sales", "our", "their", "your", "scheme", "stake", "takeover", "bid", "move", "transfer", "jackpot", "bailout", "our's", "state", "uk", "eu":
		return true
	}
	return false
}
