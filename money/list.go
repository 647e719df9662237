package money

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// maxListed bounds the members of a list that are looked at for their scale or
// their currency.
const maxListed = 12

// listJoint reads what joins the members of a list at i: a comma, "and", "or".
func listJoint(s string, i int) (next int, last bool) {
	comma := strings.HasPrefix(s[i:], ", ")
	if comma {
		i++
	}
	switch {
	case i+1 >= len(s) || s[i] != ' ':
		if comma { // the text ends behind it
			return i + 1, false
		}
		return 0, false
	case s[i+1] == 'a' && strings.HasPrefix(s[i:], " and "):
		return i + len(" and "), true
	case s[i+1] == 'o' && strings.HasPrefix(s[i:], " or "):
		return i + len(" or "), true
	case comma || i > 0 && s[i-1] == ',':
		return i + 1, false
	}
	return 0, false
}

// lastListed returns the start of the last member of a list that goes on at i,
// behind "and" or "or", and how many stand before it. The members are whole
// numbers, each behind the same sign.
func lastListed(s string, i int, sign string) (at, between int) {
	for between < maxListed {
		next, last := listJoint(s, i)
		switch {
		case next == 0 || !strings.HasPrefix(s[next:], sign):
			return 0, 0
		case last:
			return next, between
		}
		between++
		from := next + len(sign)
		if i = digitsEnd(s, from); i == from || i > from+4 {
			return 0, 0
		}
	}
	return 0, 0
}

// listScale takes over the scale that stands at the end of a list: $5, $6 and
// $7 million.
func (a *amount) listScale(s string) {
	if !a.sign.there() || a.unit.there() || !a.unscaled() || a.figure.places == 2 || a.figure.whole > 3 || a.sign.end != a.figure.start {
		return
	}
	sign := s[a.sign.start:a.sign.end]
	at, _ := lastListed(s, a.end, sign)
	if at == 0 || at+len(sign) >= len(s) || !scan.Digit(s[at+len(sign)]) {
		return
	}
	var b amount
	b.read(s, at+len(sign), at)
	if b.there() && b.start == at && !b.unit.there() && b.scale.word && b.scale.exp >= 6 && !b.scale.broken && similar(a.figure.value, b.figure.value) {
		a.value = a.value.Shift(b.scale.exp)
	}
}

// similar reports whether two numbers are within a factor of ten.
func similar(a, b Decimal) bool { return a.Shift(1).Cmp(b) >= 0 && b.Shift(1).Cmp(a) >= 0 }

// listUnit returns the word at the end of a list of three and more whole numbers
// that begins with a, or goes on with it: 5, 10 and 20 euros.
func (a *amount) listUnit(s string, floor int) unit {
	if !a.lists() || a.end >= len(s) {
		return unit{}
	}
	second := a.start == floor+len(", ") && strings.HasPrefix(s[floor:], ", ")
	if !second && s[a.end] != ',' {
		return unit{}
	}
	at, between := lastListed(s, a.end, "")
	if at == 0 || at >= len(s) || !scan.Digit(s[at]) || !second && (between == 0 || afterCapital(s, a.start)) {
		return unit{}
	}
	var b amount
	b.read(s, at, at)
	if !b.there() || !b.unit.word || b.flags&(weak|weight|verb|minor) != 0 || !b.unscaled() {
		return unit{}
	}
	return b.unit
}

// lists reports whether a is a bare number that a list of sums may hold.
func (a *amount) lists() bool {
	return !a.hasUnit() && !a.words && a.unscaled() && a.figure.places == 0 && a.figure.groups == 0 && a.figure.whole < 5 && !yearLike(a.figure.value)
}
