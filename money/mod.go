package money

import (
	"fmt"
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// A Mod says how the words around a sum bound it. Its text form is the name
// that TIMEX3 uses for the like of dates, "" for none.
type Mod uint8

const (
	Exact    Mod = iota // no word bounds it
	Approx              // about, some, roughly, estimated
	Nearly              // almost, close to, approaching
	MoreThan            // over, exceeding, $100-plus
	LessThan            // under, below
	AtLeast             // at least, $50 or more
	UpTo                // up to, as much as, $50 or less
)

var modNames = [...]string{"", "APPROX", "NEARLY", "MORE_THAN", "LESS_THAN", "AT_LEAST", "UP_TO"}

func (m Mod) String() string {
	if int(m) < len(modNames) {
		return modNames[m]
	}
	return fmt.Sprintf("Mod(%d)", m)
}

// MarshalText returns the name of m.
func (m Mod) MarshalText() ([]byte, error) {
	if int(m) >= len(modNames) {
		return nil, fmt.Errorf("money: no modifier %d", m)
	}
	return []byte(modNames[m]), nil
}

// UnmarshalText reads a name of a Mod.
func (m *Mod) UnmarshalText(text []byte) error {
	for i, name := range modNames {
		if name == string(text) {
			*m = Mod(i)
			return nil
		}
	}
	return fmt.Errorf("money: no modifier %.20q", text)
}

type modifier struct {
	text string
	mod  Mod
}

// modifiersBefore stand before a sum; a longer one comes before its ending.
var modifiersBefore = [...]modifier{
	{"not more than", UpTo}, {"no more than", UpTo}, {"more than", MoreThan},
	{"not less than", AtLeast}, {"no less than", AtLeast}, {"just less than", LessThan}, {"less than", LessThan},
	{"no fewer than", AtLeast}, {"fewer than", LessThan}, {"lower than", LessThan}, {"greater than", MoreThan}, {"higher than", MoreThan},
	{"as little as", AtLeast}, {"as low as", AtLeast}, {"as few as", AtLeast}, {"as high as", UpTo},
	{"at least", AtLeast}, {"a minimum of", AtLeast}, {"minimum of", AtLeast}, {"starting at", AtLeast}, {"starting from", AtLeast},
	{"prices from", AtLeast}, {"priced from", AtLeast}, {"fares from", AtLeast}, {"tickets from", AtLeast}, {"rooms from", AtLeast},
	{"at most", UpTo}, {"up to", UpTo}, {"as much as", UpTo}, {"as many as", UpTo}, {"a maximum of", UpTo}, {"maximum of", UpTo},
	{"not exceeding", UpTo}, {"capped at", UpTo},
	{"in excess of", MoreThan}, {"upwards of", MoreThan}, {"upward of", MoreThan}, {"north of", MoreThan},
	{"over", MoreThan}, {"above", MoreThan}, {"beyond", MoreThan}, {"exceeding", MoreThan}, {"exceeded", MoreThan},
	{"exceeds", MoreThan}, {"exceed", MoreThan}, {"topping", MoreThan}, {"topped", MoreThan}, {"surpassing", MoreThan}, {"surpassed", MoreThan}, {">", MoreThan},
	{"under", LessThan}, {"below", LessThan}, {"<", LessThan},
	{"close to", Nearly}, {"just shy of", Nearly}, {"shy of", Nearly}, {"almost", Nearly}, {"nearly", Nearly}, {"approaching", Nearly}, {"not quite", Nearly}, {"virtually", Nearly},
	{"something like", Approx}, {"in the region of", Approx}, {"in the neighbourhood of", Approx}, {"in the neighborhood of", Approx}, {"in the order of", Approx}, {"on the order of", Approx},
	{"about", Approx}, {"around", Approx}, {"some", Approx}, {"roughly", Approx}, {"approximately", Approx}, {"approx", Approx}, {"approx.", Approx}, {"estimated", Approx},
	{"estimated at", Approx}, {"estimated to be", Approx}, {"estimated to cost", Approx}, {"circa", Approx}, {"ca.", Approx}, {"c.", Approx}, {"~", Approx}, {"≈", Approx}, {"±", Approx},
}

// modifiersAfter stand behind a sum.
var modifiersAfter = [...]modifier{
	{" or more", AtLeast}, {" or above", AtLeast}, {" or over", AtLeast}, {" or higher", AtLeast}, {" and above", AtLeast}, {" and up", AtLeast}, {" upwards", AtLeast},
	{" or less", UpTo}, {" or under", UpTo}, {" or fewer", UpTo}, {" or lower", UpTo}, {" at most", UpTo},
	{" or so", Approx}, {" or thereabouts", Approx}, {"-odd", Approx}, {"-plus", MoreThan}, {"-or-more", AtLeast}, {"+", MoreThan},
}

// modOf reads the modifier of the sum s[start:end].
func modOf(s string, start, end, floor int) Mod {
	for _, m := range modifiersAfter {
		if scan.HasPrefixFold(s[end:], m.text) && scan.EndsWord(s, end+len(m.text)) {
			return m.mod
		}
	}
	if text := s[start:end]; strings.Contains(text, "-plus ") || strings.Contains(text, "+ ") {
		return MoreThan // 500-plus billion euros
	}
	at := backSpace(s, start, floor)
	if m := modEnding(s[floor:at]); m != Exact {
		return m
	}
	w := wordEndingAt(s, at, floor)
	if w == "a" || w == "an" || w == "the" || w == "another" {
		return modEnding(s[floor:backSpace(s, at-len(w), floor)])
	}
	return Exact
}

// modEnding reads the modifier at the end of s.
func modEnding(s string) Mod {
	for i := range modifiersBefore {
		m := &modifiersBefore[i]
		if hasSuffixFold(s, m.text) && (!scan.Letter(m.text[0]) || scan.StartsWord(s, len(s)-len(m.text))) {
			return m.mod
		}
	}
	return Exact
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
		if modEnding(w) == Exact && !strings.EqualFold(w, "a") && !strings.EqualFold(w, "than") && !strings.EqualFold(w, "more") {
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
		if w == "" || modEnding(w) == Exact {
			return false
		}
		at = backSpace(s, at-len(w), floor)
	}
	return false
}
