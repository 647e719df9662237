package money

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/closed"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A Mod says how the words around a sum bound it. Its text form is the name
// that TIMEX3 uses for the like of dates, "" for none.
type Mod uint8

const (
	ModNone        Mod = iota // no word bounds it
	ModApprox                 // about, some, roughly, estimated
	ModLessThan               // under, nearly, almost
	ModMoreThan               // over, exceeding, $100-plus
	ModEqualOrLess            // up to, as much as, $50 or less
	ModEqualOrMore            // at least, $50 or more
)

var modNames = closed.Set{Package: "money", Kind: "modifier", Names: []string{
	"", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
}}

// String returns the text form of m.
func (m Mod) String() string { return modNames.String(uint8(m)) }

// MarshalText returns the text form of m, and an error where m is none of the constants.
func (m Mod) MarshalText() ([]byte, error) { return modNames.MarshalText(uint8(m)) }

// UnmarshalText reads the text form of a Mod.
func (m *Mod) UnmarshalText(text []byte) error { return modNames.UnmarshalText((*uint8)(m), text) }

type modifier struct {
	text string
	mod  Mod
}

// modifiersBefore stand before a sum; a longer one comes before its ending.
var modifiersBefore = [...]modifier{
	{"not more than", ModEqualOrLess}, {"no more than", ModEqualOrLess}, {"more than", ModMoreThan},
	{"not less than", ModEqualOrMore}, {"no less than", ModEqualOrMore}, {"just less than", ModLessThan}, {"less than", ModLessThan},
	{"no fewer than", ModEqualOrMore}, {"fewer than", ModLessThan}, {"lower than", ModLessThan}, {"greater than", ModMoreThan}, {"higher than", ModMoreThan},
	{"as little as", ModEqualOrMore}, {"as low as", ModEqualOrMore}, {"as few as", ModEqualOrMore}, {"as high as", ModEqualOrLess},
	{"at least", ModEqualOrMore}, {"a minimum of", ModEqualOrMore}, {"minimum of", ModEqualOrMore}, {"starting at", ModEqualOrMore}, {"starting from", ModEqualOrMore},
	{"prices from", ModEqualOrMore}, {"priced from", ModEqualOrMore}, {"fares from", ModEqualOrMore}, {"tickets from", ModEqualOrMore}, {"rooms from", ModEqualOrMore},
	{"at most", ModEqualOrLess}, {"up to", ModEqualOrLess}, {"as much as", ModEqualOrLess}, {"as many as", ModEqualOrLess}, {"a maximum of", ModEqualOrLess}, {"maximum of", ModEqualOrLess},
	{"not exceeding", ModEqualOrLess}, {"capped at", ModEqualOrLess},
	{"in excess of", ModMoreThan}, {"upwards of", ModMoreThan}, {"upward of", ModMoreThan}, {"north of", ModMoreThan},
	{"over", ModMoreThan}, {"above", ModMoreThan}, {"beyond", ModMoreThan}, {"exceeding", ModMoreThan}, {"exceeded", ModMoreThan},
	{"exceeds", ModMoreThan}, {"exceed", ModMoreThan}, {"topping", ModMoreThan}, {"topped", ModMoreThan}, {"surpassing", ModMoreThan}, {"surpassed", ModMoreThan}, {">", ModMoreThan},
	{"under", ModLessThan}, {"below", ModLessThan}, {"<", ModLessThan},
	{"close to", ModLessThan}, {"just shy of", ModLessThan}, {"shy of", ModLessThan}, {"almost", ModLessThan}, {"nearly", ModLessThan}, {"approaching", ModLessThan}, {"not quite", ModLessThan}, {"virtually", ModLessThan},
	{"something like", ModApprox}, {"in the region of", ModApprox}, {"in the neighbourhood of", ModApprox}, {"in the neighborhood of", ModApprox}, {"in the order of", ModApprox}, {"on the order of", ModApprox},
	{"about", ModApprox}, {"around", ModApprox}, {"some", ModApprox}, {"roughly", ModApprox}, {"approximately", ModApprox}, {"approx", ModApprox}, {"approx.", ModApprox}, {"estimated", ModApprox},
	{"estimated at", ModApprox}, {"estimated to be", ModApprox}, {"estimated to cost", ModApprox}, {"circa", ModApprox}, {"ca.", ModApprox}, {"c.", ModApprox}, {"~", ModApprox}, {"≈", ModApprox}, {"±", ModApprox},
}

// modifiersAfter stand behind a sum.
var modifiersAfter = [...]modifier{
	{" or more", ModEqualOrMore}, {" or above", ModEqualOrMore}, {" or over", ModEqualOrMore}, {" or higher", ModEqualOrMore}, {" and above", ModEqualOrMore}, {" and up", ModEqualOrMore}, {" upwards", ModEqualOrMore},
	{" or less", ModEqualOrLess}, {" or under", ModEqualOrLess}, {" or fewer", ModEqualOrLess}, {" or lower", ModEqualOrLess}, {" at most", ModEqualOrLess},
	{" or so", ModApprox}, {" or thereabouts", ModApprox}, {"-odd", ModApprox}, {"-plus", ModMoreThan}, {"-or-more", ModEqualOrMore}, {"+", ModMoreThan},
}

// modOf reads the modifier of the sum s[start:end].
func modOf(s string, start, end, floor int) Mod {
	for _, m := range modifiersAfter {
		if scan.HasPrefixFold(s[end:], m.text) && scan.EndsWord(s, end+len(m.text)) {
			return m.mod
		}
	}
	if text := s[start:end]; strings.Contains(text, "-plus ") || strings.Contains(text, "+ ") {
		return ModMoreThan // 500-plus billion euros
	}
	at := backSpace(s, start, floor)
	if m := modEnding(s[floor:at]); m != ModNone {
		return m
	}
	w := wordEndingAt(s, at, floor)
	if w == "a" || w == "an" || w == "the" || w == "another" {
		return modEnding(s[floor:backSpace(s, at-len(w), floor)])
	}
	return ModNone
}

// modEnding reads the modifier at the end of s.
func modEnding(s string) Mod {
	for i := range modifiersBefore {
		m := &modifiersBefore[i]
		if hasSuffixFold(s, m.text) && (!scan.Letter(m.text[0]) || scan.StartsWord(s, len(s)-len(m.text))) {
			return m.mod
		}
	}
	return ModNone
}

// hasSuffixFold reports whether s ends in suffix, in small letters, in any
// case of its ASCII letters and with any white space for a space.
func hasSuffixFold(s, suffix string) bool {
	if len(s) < len(suffix) {
		return false
	}
	for i, j := len(s)-1, len(suffix)-1; j >= 0; i, j = i-1, j-1 {
		b := s[i]
		if b-'A' < 26 {
			b |= 0x20
		}
		if b != suffix[j] && (suffix[j] != ' ' || b != '\n') {
			return false
		}
	}
	return true
}

// movers are verbs of change: a sum behind one is the change, not the lower
// end of a range.
const movers = " rose rise rises rising risen fell fall falls falling fallen up down by gained gain gains gaining lost lose loses losing climbed climb climbs climbing dropped drop drops dropping increased increase increases increasing decreased decrease declined decline declines declining jumped jump jumps surged surge slipped slid slumped soared advanced added adding shed sank edged grew plunged tumbled "

// isChange reports whether "X to Y", with X at start, says how a sum changed
// and not a range.
func isChange(s string, start, floor int) bool {
	at := backSpace(s, start, floor)
	for n := 0; n < 3; n++ {
		w := wordEndingAt(s, at, floor)
		if w == "" {
			return false
		}
		if strings.EqualFold(w, "from") {
			before := wordEndingAt(s, backSpace(s, at-len(w), floor), floor)
			return !scan.HasPrefixFold(before, "rang") && !scan.HasPrefixFold(before, "anywhere") && !scan.HasPrefixFold(before, "vary") && !scan.HasPrefixFold(before, "varies")
		}
		if isMover(w) {
			return true
		}
		if modEnding(w) == ModNone && !strings.EqualFold(w, "a") && !strings.EqualFold(w, "than") && !strings.EqualFold(w, "more") {
			return false
		}
		at = backSpace(s, at-len(w), floor)
	}
	return false
}

func isMover(w string) bool {
	var buf [22]byte
	if len(w)+2 > len(buf) {
		return false
	}
	buf[0] = ' '
	for i := range len(w) {
		buf[i+1] = w[i] | 0x20
	}
	buf[len(w)+1] = ' '
	return strings.Contains(movers, string(buf[:len(w)+2]))
}

// isBetween reports whether "between" stands before a sum.
func isBetween(s string, start, floor int) bool {
	at := backSpace(s, start, floor)
	for n := 0; n < 2; n++ {
		w := wordEndingAt(s, at, floor)
		if strings.EqualFold(w, "between") {
			return true
		}
		if w == "" || modEnding(w) == ModNone {
			return false
		}
		at = backSpace(s, at-len(w), floor)
	}
	return false
}
