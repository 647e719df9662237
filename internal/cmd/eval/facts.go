package main

import (
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/copydesk-go/copydesk/money"
)

// A fact set holds much that no news text would. The reasons to leave an input
// out of the count of what one would are told by its form alone, not by what the
// finder makes of it.
const (
	bareNumber   = "a number alone, whose currency stands elsewhere on the page"
	noCode       = "a currency without a code of ISO 4217"
	otherScript  = "written in another script than the Latin"
	spokenCoins  = "coins named as they are spoken (7 euros 40)"
	abbreviation = "an abbreviation behind the number (9 Nu.), with nothing about it to tell the country"
	manyPrices   = "a row of prices of which only the first is asked for"
)

var (
	// 7 dollars and 20; one euro and one and more; $7 20; 7 CAD 9 cents
	spoken = regexp.MustCompile(`(?i)(\d|one|twenty) (dollars?|rupees?|ringgit|[a-z]{3})( and)? (\d{1,2}|one|two)( and .*)?[ .]*$|\$ ?\d+( and)? (\d\d|fourteen|fifty)[ .]*$|\d ([A-Z]{3}|\$) \d+ (cents?|pence)$`)
	// a number and up to four letters
	abbreviated = regexp.MustCompile(`^[^\pL\pSc]*\d[\d.,' \x{a0}-]*\s?\pL[\pL.'’ʻ/]{0,3}\.?\s*$`)
	numbers     = regexp.MustCompile(`\d[\d.,' \x{a0}]*\d|\d`)
)

// leftOut returns why no news text would hold the input, or "".
func leftOut(d moneyDoc) string {
	if len(d.Expected) == 0 {
		return ""
	}
	latin, sign := true, false
	for _, r := range d.Input {
		sign = sign || unicode.IsLetter(r) || unicode.Is(unicode.Sc, r)
		latin = latin && (!unicode.IsLetter(r) || unicode.Is(unicode.Latin, r))
	}
	for _, g := range d.Expected {
		if _, ok := money.LookupCurrency(g.Currency); !ok && g.Currency != "" {
			return noCode
		}
	}
	shop := strings.HasPrefix(d.Source, "price-parser")
	switch {
	case strings.ContainsAny(d.Input, "₿Ƀ"):
		return noCode
	case !latin:
		return otherScript
	case !sign, shop && d.Expected[0].Currency == "" && !strings.ContainsFunc(d.Input, func(r rune) bool { return unicode.Is(unicode.Sc, r) }) && !abbreviated.MatchString(d.Input):
		return bareNumber
	case spoken.MatchString(d.Input):
		return spokenCoins
	case abbreviated.MatchString(d.Input) && !endsInCode(d.Input):
		return abbreviation
	case shop && len(numbers.FindAllString(d.Input, 3)) > 1:
		return manyPrices
	}
	return ""
}

// endsInCode reports whether a code of ISO 4217 is the end of s.
func endsInCode(s string) bool {
	_, ok := money.LookupCurrency(s[max(0, len(s)-3):])
	return ok
}

// printFacts prints the end-to-end measure of what a news text would hold, and
// how much was left out for which reason.
func printFacts(w io.Writer, in moneyCount, out map[string]int) {
	r := ratio(in.e2eOK, in.e2ePred, in.e2eGold)
	fmt.Fprintf(w, "in news     P %.3f  R %.3f  F1 %.3f  (end to end, %d sums)\n", r.p/100, r.r/100, r.f/100, in.e2eGold)
	for _, reason := range slices.SortedFunc(maps.Keys(out), func(a, b string) int { return out[b] - out[a] }) {
		fmt.Fprintf(w, "left out %4d  %s\n", out[reason], reason)
	}
}
