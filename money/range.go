package money

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// readRange reads the second half of a range whose first half is m.a, or tells that
// there is none.
func (m *sum) readRange(s string, floor int) bool {
	a, b := &m.a, &m.b
	end := a.end
	if !a.hasUnit() && a.loose.there() {
		end = a.loose.end
	}
	at, how := connector(s, end)
	if how == 0 || at >= len(s) || a.negative || how == 'a' && !isBetween(s, a.start, floor) || how == 'o' && a.hasUnit() {
		return false
	}
	b.readFrom(s, at)
	first := *a
	if b.there() && b.start == at && m.joinEnds(s, how, floor) {
		return true
	}
	*a, *b = first, amount{}
	return false
}

// joinEnds makes a range of m.a and m.b, or of a change its first end.
func (m *sum) joinEnds(s string, how byte, floor int) bool {
	a, b := &m.a, &m.b
	switch {
	case !a.hasUnit():
		a.tighten()
	case !b.hasUnit():
		b.tighten()
	}
	if !fits(s, a, b, how) {
		return false
	}
	if how == 't' && isChange(s, a.start, floor) {
		return m.readChange(s)
	}
	a.borrow(s, b, false)
	if a.value.Cmp(b.value) >= 0 {
		return false
	}
	m.claim = claim{start: a.start, end: b.end, min: a.value, max: b.value}
	main := a
	if !a.hasUnit() || b.hasUnit() && len(b.codes) < len(a.codes) {
		main = b
	}
	m.describe(main)
	m.strong = a.strong() || b.strong()
	m.glued = m.glued || a.sign.there() && a.sign.end == a.figure.start
	return true
}

// readChange makes a sum of m.a, of which m.b tells the scale or the currency: from
// $1.2 to $1.4 trillion.
func (m *sum) readChange(s string) bool {
	a, b := &m.a, m.b
	m.b = amount{}
	stated, near := a.hasUnit(), similar(a.figure.value, b.figure.value)
	if stated && !(near && a.unscaled() && a.figure.places != 2 && b.scale.word && b.scale.exp >= 6) {
		return false
	}
	a.borrow(s, &b, near)
	m.claim = claim{start: a.start, end: a.end, min: a.value, max: a.value}
	m.describe(a)
	m.strong = true
	if !stated {
		m.codes, m.flags, m.explicit, m.symbol = b.codes, b.flags, len(b.codes) == 3, len(b.codes) > 3
	}
	return true
}

// tighten takes up the letters that scale the number: the currency is at the
// other end of the range.
func (a *amount) tighten() {
	if a.loose.there() {
		a.scale, a.end = a.loose, a.loose.end
		a.value = a.value.Shift(a.scale.exp)
	}
}

// borrow shares the scale of the upper end, "$12-14 billion", or of the end of a
// fall, "from $1.4 to $1.2 trillion", and its thousands: "12-15,000 crore".
func (a *amount) borrow(s string, b *amount, falls bool) {
	if k := b.spokenScale(s, a); k > 0 {
		a.value = a.value.Shift(k)
		return
	}
	if a.unscaled() && a.elided(b) {
		a.value = a.value.Shift(3)
	} else if a.figure.value.Cmp(NewDecimal(1000, 0)) >= 0 && (falls || a.figure.whole < b.figure.whole-1) {
		return
	}
	if !a.unscaled() || b.unscaled() || !falls && a.figure.value.Cmp(b.figure.value) > 0 {
		return
	}
	a.value = a.value.Shift(b.scale.exp + b.sign.scale + b.unit.scale)
	a.scale.exp = b.scale.exp
}

// elided reports whether the thousands of a number stand at the other end of its
// range only: $10-15,000.
func (a *amount) elided(b *amount) bool {
	f, g := &a.figure, &b.figure
	return f.places == 0 && f.groups == 0 && g.groups == ',' && g.start-f.end < 5 && f.value.Shift(3).Cmp(g.value) < 0 &&
		g.value.Shift(-3).IsInteger() && similar(f.value.Shift(3), g.value)
}

// spokenScale is the scale of a number in words that a smaller one before it
// shares: "four to five hundred", "five or six crore", "one or two hundred
// thousand".
func (b *amount) spokenScale(s string, a *amount) int {
	if !a.words || !b.words || a.figure.whole > 3 {
		return 0
	}
	text, k := s[b.figure.start:b.figure.end], 0
	for end := len(text); ; {
		from := strings.LastIndexAny(text[:end], " -\n") + 1
		exp, size := numeral.Scale(text[from:])
		if size == 0 || from == 0 || from+size != end {
			break
		}
		k += exp
		end = from - 1
	}
	if k == 0 || a.figure.value.Shift(k).Cmp(b.figure.value) >= 0 {
		return 0
	}
	return k
}

// fits reports whether a and b can be the ends of one range, or of one change.
func fits(s string, a, b *amount, how byte) bool {
	switch {
	case !a.hasUnit() && !b.hasUnit():
		return false
	case a.hasUnit() && b.hasUnit():
		if !meet(a.codes, b.codes) || a.flags&minor != b.flags&minor {
			return false
		}
		return how != '-' || a.unit.there() == b.unit.there() || b.sign.there() == a.sign.there() || !b.sign.there()
	case b.hasUnit():
		if b.sign.there() || !b.unit.there() {
			return false
		}
		if yearLike(a.figure.value) && a.figure.groups == 0 && a.unscaled() && (b.figure.whole <= 2 || !b.unscaled()) {
			return false
		}
		return a.flags == 0 && !a.words || a.words
	}
	// Only the first has a currency.
	if a.unit.there() || a.figure.value.Cmp(b.figure.value) >= 0 && a.value.Cmp(b.value) >= 0 {
		return false
	}
	switch how {
	case '-':
		next := b.end
		if next < len(s) && (s[next] == '%' || s[next] == '/' || s[next] == ':' || hyphen(s, next) > 0 && next+1 < len(s) && scan.Digit(s[next+1])) {
			return false
		}
		if yearLike(b.figure.value) && b.unscaled() && b.figure.groups == 0 && a.figure.whole < 3 {
			return false
		}
		return b.unscaled() || b.scale.there()
	default:
		if a.words && b.words {
			return b.figure.whole > a.figure.whole+2 && settled(s, b.end) // Rs two to three crore
		}
		if b.scale.there() && !b.scale.word && b.scale.start == b.figure.end && a.sign.there() && (a.unscaled() || !a.scale.word) {
			return settled(s, b.end) // $1.5 to 2bn
		}
		return b.scale.word && (a.unscaled() || a.scale.word && settled(s, b.end)) || how == 'a' && b.scale.there()
	}
}

// settled reports whether no thing counted follows a number that ends at i:
// "€2 million to 3 million a year", not "€2 million to 3 million people".
func settled(s string, i int) bool {
	if i == len(s) || s[i] != ' ' {
		return i == len(s) || !scan.Letter(s[i])
	}
	return goesOn(wordAt(s, i))
}

// connector reads what joins the ends of a range at i: a dash, "to", "or" or "and".
func connector(s string, i int) (next int, how byte) {
	if i >= len(s) {
		return i, 0
	}
	if strings.HasPrefix(s[i:], "-to-") {
		return i + len("-to-"), '-'
	}
	if n := dash(s, i); n > 0 && (i+n >= len(s) || s[i+n] != ' ') {
		return i + n, '-'
	}
	if n := hyphen(s, i); n > 0 && (strings.HasPrefix(s[i+n:], " to ") || strings.HasPrefix(s[i+n:], " or ")) {
		i += n // a 5- or 10-euro fee
	}
	at, paragraph := skipSpace(s, i)
	if at == i || paragraph {
		return i, 0
	}
	if n := dash(s, at); n > 0 {
		if end, _ := skipSpace(s, at+n); end > at+n {
			return end, '-'
		}
		return i, 0
	}
	for _, w := range [...]string{"to", "and", "or"} {
		if scan.HasPrefixFold(s[at:], w) {
			if end, _ := skipSpace(s, at+len(w)); end > at+len(w) {
				return end, w[0]
			}
		}
	}
	return i, 0
}

func dash(s string, i int) int {
	if n := hyphen(s, i); n > 0 {
		return n
	}
	if strings.HasPrefix(s[i:], "–") {
		return len("–")
	}
	return 0
}
