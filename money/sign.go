package money

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/opening"
)

// A sign is a symbol, abbreviation, code or word that says the currency, or
// leaves it open among several: codes holds them one after the other,
// commonest first.
type sign struct {
	text, codes string
	flags       flags
}

type flags uint32

const (
	before    flags = 1 << iota // stands before the number
	after                       // stands behind the number
	weak                        // wants a strong number, or its country in the text
	local                       // one letter: wants its country, or a strong number glued to it
	weight                      // may be a weight
	verb                        // may be a verb
	firm                        // means the first code, unless the text is about the country of another
	tenfold                     // counts tens of the currency
	tenth                       // counts tenths of the currency
	hundredth                   // counts hundredths of the currency
	subunit                     // counts what ISO 4217 has as its smallest unit
	coin                        // c and p: hundredths, glued to the number, where the text has sums of the currency
	hash                        // # for £, where the text speaks of pounds
	rare                        // with weak: wants a scale, or its country in the text
	coins                       // stands before coins only: US65c
	shout                       // in a text in capitals only
	scaled                      // wants a scale
	quarter                     // counts quarters of the currency: kwartje
	lakh                        // counts hundred thousands of it: ton
	point                       // stands only behind numbers with a decimal point: mdp
	former                      // the text says that it is the former one of its name: old leones
)

// minor are the flags of signs for coins that are part of a unit.
const minor = tenth | hundredth | subunit | coin

// lookup finds text in a sorted list. Most steps need no more than the first
// byte.
func lookup(list []sign, text string) *sign {
	if text == "" {
		return nil
	}
	lo, hi := 0, len(list)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		order := int(list[m].text[0]) - int(text[0])
		if order == 0 {
			order = strings.Compare(list[m].text, text)
		}
		switch {
		case order == 0:
			return &list[m]
		case order < 0:
			lo = m + 1
		default:
			hi = m
		}
	}
	return nil
}

// signNamed returns the sign that text is.
func signNamed(text string) *sign {
	if !signOpeners.Has(opening.Of(text)) {
		return nil
	}
	return lookup(signs[:], text)
}

// wordNamed returns the word for a currency that text is, in any case.
func wordNamed(text string) *sign {
	if !wordOpeners.Has(opening.Of(text)) {
		return nil
	}
	return lookupFold(words[:], text)
}

// longestName bounds what lookupFold looks up.
const longestName = 32

// lookupFold finds the small-letter form of text in a sorted list.
func lookupFold(list []sign, text string) *sign {
	if text == "" || len(text) > longestName {
		return nil
	}
	var buf [longestName]byte
	for i := range len(text) {
		b := text[i]
		switch {
		case b-'A' < 26:
			b |= 0x20
		case b == '\n' || b == '-':
			b = ' '
		}
		buf[i] = b
	}
	small := buf[:len(text)]
	lo, hi := 0, len(list)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		switch name := list[m].text; {
		case name[0] < small[0] || name[0] == small[0] && name < string(small):
			lo = m + 1
		case name[0] > small[0] || name != string(small):
			hi = m
		default:
			return &list[m]
		}
	}
	return nil
}

// A unit is what a text says of the currency of a sum.
type unit struct {
	start, end int // the text that says it; empty when there is none
	codes      string
	flags      flags
	scale      int  // of "MUSD", millions
	symbol     bool // a symbol, not letters
	word       bool // a currency word, not a sign or a code
	named      bool // a word with its country: Canadian dollars
	parted     bool // a space parts the letters from their full stop: Rs . 5
	split      bool // the letters stand apart from the dollar sign: US $5
}

func (u unit) there() bool { return u.end > u.start }

// has reports whether codes, one after the other, hold code.
func has(codes, code string) bool {
	if len(code) != 3 {
		return false
	}
	for i := 0; i+3 <= len(codes); i += 3 {
		if codes[i] == code[0] && codes[i+1] == code[1] && codes[i+2] == code[2] {
			return true
		}
	}
	return false
}

// common returns the first of the codes that is also among others.
func common(codes, others string) string {
	for i := 0; i+3 <= len(codes); i += 3 {
		if has(others, codes[i:i+3]) {
			return codes[i : i+3]
		}
	}
	return ""
}

// narrow returns what the codes and others have in common: all of codes, the
// first of others among them, or "".
func narrow(codes, others string) string {
	for i := 0; i+3 <= len(codes); i += 3 {
		if !has(others, codes[i:i+3]) {
			return common(codes, others)
		}
	}
	return codes
}

// meet reports whether two lists of codes can mean the same currency.
func meet(a, b string) bool { return a == b || common(a, b) != "" }

// origin returns the one of the codes that the country behind a sum leaves.
func origin(w, codes string) string {
	if p := lookup(prefixes[:], w); p != nil && len(w) > 1 {
		return common(p.codes, codes)
	}
	if w == "CDN" || w == "Cdn" {
		return common("CAD", codes)
	}
	if m, ok := country.Lookup(w); ok && m.Kind == country.Demonym {
		return common(codesOf(m.Code)[:min(3, len(codesOf(m.Code)))], codes)
	}
	return ""
}

// noCurrency is the code of ISO 4217 for no currency: a Haitian dollar is an amount
// of gourdes.
const noCurrency = "XXX"

// qualified returns the codes that a country or adjective leaves: "Hong Kong"
// of the dollars, "Saudi" of the riyals, "CFA" of the francs.
func qualified(text, codes string) string {
	if q := lookupFold(qualifiers[:], text); q != nil {
		if q.codes == noCurrency {
			return noCurrency
		}
		if c := narrow(q.codes, codes); c != "" {
			return c
		}
	}
	if p := lookup(prefixes[:], text); p != nil && len(text) > 1 {
		if c := common(p.codes, codes); c != "" {
			return c
		}
	}
	if m, ok := country.Lookup(text); ok && m.Kind != country.Capital {
		if c := common(codesOf(m.Code), codes); c != "" {
			return c
		}
		if m.Other != "" {
			return common(codesOf(m.Other), codes)
		}
	}
	return ""
}
