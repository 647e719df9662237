package money

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// An amount is a number with what stands around it.
type amount struct {
	sign   unit // before the number
	figure figure
	scale  scaleWord
	unit   unit      // behind the number
	loose  scaleWord // letters that scale the number if the other end of a range has a currency
	words  bool      // the number is in words

	start, end int
	value      Decimal // with the scale
	codes      string
	flags      flags
	negative   bool
}

func (a *amount) there() bool   { return a.figure.ok }
func (a *amount) hasUnit() bool { return a.codes != "" }
func (a *amount) unscaled() bool {
	return !a.scale.there() && !a.words && a.sign.scale == 0 && a.unit.scale == 0
}

// strong reports whether the number itself looks like a sum.
func (a *amount) strong() bool {
	switch f := a.figure; {
	case a.scale.there() || a.sign.scale+a.unit.scale > 0:
		return true
	case a.words:
		return f.whole > 3
	case f.groups != 0 || f.places >= 2:
		return true
	case f.whole >= 4:
		return !yearLike(f.value) || f.whole > 4
	}
	return false
}

func yearLike(d Decimal) bool {
	n, ok := d.Int64()
	return ok && n >= 1900 && n < 2100
}

// A sum is a claim and how it is written; b is the upper end of a range.
type sum struct {
	claim
	a, b amount
}

// A claim is what becomes a Mention once its currency is known. A text may make
// many, so it holds no more than that takes.
type claim struct {
	start, end  int
	from, floor int // where it was read from, to read it again
	prev        int // start of the sum before it, or of the text
	min, max    Decimal
	codes       string
	flags       flags // of the sign or word
	symbol      bool  // only a symbol or a bare word says the currency
	strong      bool
	glued       bool // the sign touches the number
	explicit    bool // the text names the currency here
	large       bool // the number has a scale, groups or two decimals
	spaced      bool // ordinary spaces part its thousands
	worded      bool // words of a language say its number or its currency
	rivals      bool // its currency is not stated and may be another
	mod         Mod
	evidence    Evidence
}

// amountAt reads the amount whose figures start at i. Nothing before floor is
// looked at. The zero amount comes back when there is none; next is where to go on.
func amountAt(s string, i, floor int) (a amount, next int) {
	start := i
	if fractionAlone(s, i, floor) {
		start--
	}
	a.sign = unitBefore(s, start, floor)
	if i > floor+1 && s[i-1] == '-' { // $-5
		if u := unitBefore(s, i-1, floor); u.symbol && u.end == i-1 {
			a.sign, a.negative = u, true
		}
	}
	glued := a.sign.there() && a.sign.end == start || a.negative
	if !glued && i > floor && !scan.StartsWord(s, i) || inWord(s, i, floor) {
		return amount{}, digitsEnd(s, i)
	}
	a.figure = readFigure(s, i, a.sign.there())
	if !a.figure.ok || code(s, a.sign, a.figure) || named(s, a.sign, a.figure) {
		return amount{}, a.figure.end
	}
	if start < i && !a.figure.shift(start) {
		return amount{}, a.figure.end
	}
	a.start, a.end, a.value = start, a.figure.end, a.figure.value
	if a.sign.there() {
		a.start = a.sign.start
	}
	a.complete(s)
	if n := minusBefore(s, a.start, floor); n > 0 && a.hasUnit() {
		a.start -= n
		a.negative = !a.negative
	}
	if a.negative {
		a.value = a.value.Neg()
	}
	return a, a.figure.end
}

// fractionAlone reports whether the figures at i are decimals with no number
// before their point: $.75.
func fractionAlone(s string, i, floor int) bool {
	if i-1 < floor || i == 0 || s[i-1] != '.' {
		return false
	}
	if i-2 < floor {
		return i == 1
	}
	switch b := s[i-2]; b {
	case ' ', '(', '$', '\n':
		return true
	default:
		return b >= utf8.RuneSelf && scan.EndsWord(s, i-1) && scan.StartsWord(s, i-1)
	}
}

// inWord reports whether the figures at i are the end of a word: COVID-19.
func inWord(s string, i, floor int) bool {
	return i >= floor+2 && s[i-1] == '-' && scan.Letter(s[i-2])
}

// named reports whether letters and a number are a name in the text: the G20.
func named(s string, sign unit, f figure) bool {
	return sign.flags&(local|weak) != 0 && f.end-sign.start < len(s) && designation(s[sign.start:f.end]) && !readScale(s, f.end).there()
}

// code reports whether a dollar sign is that of a program or a template: {print $1}.
func code(s string, sign unit, f figure) bool {
	if s[sign.start:sign.end] != "$" || f.whole > 1 {
		return false
	}
	if sign.start > 0 && (s[sign.start-1] == '\\' || s[sign.start-1] == '{' || s[sign.start-1] == '`') {
		return true
	}
	return f.end < len(s) && (s[f.end] == '}' || s[f.end] == '`')
}

// minusBefore returns the size of a minus sign before a sum at i.
func minusBefore(s string, i, floor int) int {
	switch {
	case i-floor >= 3 && s[i-3:i] == "−":
		return 3
	case i-floor >= 1 && s[i-1] == '-' && s[i] != ' ' && (i-1 == 0 || i-1 > floor && (s[i-2] == ' ' || s[i-2] == '(' || s[i-2] == '\n')):
		return 1
	}
	if at := backSpace(s, i, floor); at < i {
		if w := wordEndingAt(s, at, floor); w == "minus" || w == "negative" {
			if before := wordEndingAt(s, backSpace(s, at-len(w), floor), floor); stands(before) || at == len(w) {
				return i - at + len(w)
			}
		}
	}
	return 0
}

// stands reports whether a sum after a word is a level, as in "a result of minus €5".
func stands(w string) bool {
	switch strings.ToLower(w) {
	case "of", "to", "from", "at", "was", "is", "were", "with", "reported", "posted", "by":
		return true
	}
	return false
}

// wordsAt reads the amount whose number, in words, is at i.
func wordsAt(s string, i, floor int) (a amount, next int) {
	n, size := numeral.Cardinal(s[i:])
	if size == 0 {
		return amount{}, i
	}
	d, ok := makeDecimal(positive, 0, n.Mantissa, n.Exp)
	if !ok {
		return amount{}, i + size
	}
	a.words = true
	a.figure = figure{start: i, end: i + size, value: d, whole: integerDigits(d), ok: true}
	a.start, a.end, a.value = i, i+size, d
	a.sign = unitBefore(s, i, floor)
	if a.sign.there() && !a.sign.symbol && (a.sign.flags&(weak|local) != 0 || a.figure.whole < 4) {
		a.sign = unit{} // "the Fr two"
	}
	if a.sign.there() {
		a.start = a.sign.start
	}
	a.complete(s)
	return a, a.figure.end
}

func integerDigits(d Decimal) int {
	_, n := d.digits()
	return max(0, n+int(d.exp))
}

// complete reads what follows the number.
func (a *amount) complete(s string) {
	f := a.figure
	at := f.end
	if rest := s[at:]; strings.HasPrefix(rest, "-plus ") || strings.HasPrefix(rest, "-odd ") {
		behind := at + strings.IndexByte(rest, ' ')
		if w := readScale(s, behind); w.word {
			a.scale = w
			a.scale.plus = true
		} else if unitAfter(s, behind).word {
			at = behind // 100-plus dollars
		}
	} else if strings.HasPrefix(rest, "+ ") && a.sign.there() {
		if w := readScale(s, at+1); w.word {
			a.scale = w
		}
	} else {
		a.scale = readScale(s, at)
	}
	if a.scale.there() {
		at = a.scale.end
		if strings.HasPrefix(s[at:], "-plus ") && !a.sign.there() {
			if u := unitAfter(s, at+len("-plus")); u.there() {
				at += len("-plus")
			}
		}
	}
	a.unit = unitAfter(s, at)
	if rest := s[at:]; !a.unit.there() && (strings.HasPrefix(rest, ",- ") || strings.HasPrefix(rest, ".- ")) {
		a.unit = unitAfter(s, at+2) // 50,- Kč
	}
	a.codes, a.flags = a.sign.codes, a.sign.flags
	if a.unit.there() {
		a.addUnit(s)
	}
	if a.words && !a.unit.there() && integerDigits(a.figure.value) > 6 {
		if of, _ := skipSpace(s, at); of > at && word(s[of:], "of") { // half a million of dollars
			if u := unitAfter(s, of+len("of")); u.word && u.flags&(weight|verb|weak) == 0 {
				a.unit = u
				a.addUnit(s)
			}
		}
	}
	if a.scale.there() && !a.scale.word && !a.suffixFits(s) {
		if !a.hasUnit() {
			a.loose = a.scale
		}
		a.scale = scaleWord{}
		a.unit = unitAfter(s, f.end)
		a.codes, a.flags = a.sign.codes, a.sign.flags
		if a.unit.there() {
			a.addUnit(s)
		}
	}
	if a.dotted(s) {
		a.figure.groups, a.figure.whole, a.figure.places = '.', f.whole+f.places, 0
		a.figure.value = f.value.Shift(f.places)
		f = a.figure
		a.value = f.value
	}
	a.end = f.end
	if a.scale.there() {
		a.end = a.scale.end
		a.value = f.value.Shift(a.scale.exp)
	}
	if a.unit.there() {
		a.end = a.unit.end
		if !a.scale.there() && a.unit.flags&minor == 0 {
			a.scaleAfterUnit(s)
		}
	}
	if n := a.sign.scale + a.unit.scale; n > 0 {
		a.value = a.value.Shift(n)
	}
	if !a.value.IsValid() {
		a.figure.ok = false
	}
}

// dotted reports whether a full stop before three digits groups thousands: where
// nobody counts in coins (Rp 5.000), or when the digits are zeros (€15.000).
func (a *amount) dotted(s string) bool {
	f := a.figure
	if f.places != 3 || f.groups != 0 || f.flaws != 0 || f.whole == 0 || f.whole > 3 || s[f.start] == '0' || a.words || !a.unscaled() || a.loose.there() || a.codes == "" {
		return false
	}
	if coinless(a.codes[:3]) {
		return true
	}
	c := findCurrency(a.codes[:3])
	return s[f.end-3:f.end] == "000" && c.digits != 3 && (f.whole > 1 || s[f.start] != '1' || a.unit.word)
}

// coinless reports whether a currency is worth so little that its coins are out
// of use.
func coinless(code string) bool {
	return has("IDRVNDCLPPYGCOPCRCARSXOFXAFKMFGNFUGXRWFBIFIRRLAKMMKLBP", code)
}

// addUnit decides whether the unit behind the number is that of the sum.
func (a *amount) addUnit(s string) {
	if a.unit.word && falseFriend(s, a) || a.unit.flags&coin != 0 && !a.coins() {
		a.unit = unit{}
		return
	}
	if !a.sign.there() {
		a.codes, a.flags = a.unit.codes, a.unit.flags
		return
	}
	both := meet(a.sign.codes, a.unit.codes)
	switch {
	case a.unit.flags&minor != 0, !both && (len(a.sign.codes) == 3 || !a.unit.word):
		a.unit = unit{}
	case !both || len(a.unit.codes) < len(a.sign.codes):
		a.codes, a.flags = a.unit.codes, 0
	}
}

// coins reports whether the letter behind the number can stand for cents or pence.
func (a *amount) coins() bool {
	n, ok := a.figure.value.Shift(a.figure.places).Int64()
	return ok && a.unit.start == a.figure.end && !a.words && !a.scale.there() && a.figure.groups == 0 && a.figure.whole <= 3 &&
		n != 240 && n != 360 && n != 480 && n != 720
}

// scaleAfterUnit reads the scale of "75 USD million".
func (a *amount) scaleAfterUnit(s string) {
	if a.unit.word || a.unit.end >= len(s) || s[a.unit.end] != ' ' {
		return
	}
	w := readScale(s, a.unit.end)
	if w.word && !w.broken && w.stray < 0 && w.exp > 2 {
		a.scale, a.end = w, w.end
		a.value = a.figure.value.Shift(w.exp)
	}
}

// suffixFits decides whether letters behind a number scale it.
func (a *amount) suffixFits(s string) bool {
	text := s[a.scale.start:a.scale.end]
	apart := a.scale.start > a.figure.end
	switch {
	case text == "mil" && apart: // thousands, in Spanish and Portuguese
		return a.codes == "MYR"
	case text == "L":
		return has(a.codes, "INR") && a.sign.there()
	case !a.hasUnit():
		return false
	case a.sign.there():
		return !(apart && (text == "k" || text == "b"))
	case text == "t" || text == "T" || text == "b":
		return false
	case a.unit.flags&(verb|weak) != 0 && len(text) == 1:
		return false
	}
	return true
}

// sumAt makes a sum of the amount and, in a range, of the one that follows.
func sumAt(s string, a amount, floor int) (m sum, ok bool) {
	if !a.there() {
		return sum{}, false
	}
	if r, ok := rangeFrom(s, a, floor); ok {
		return r, true
	}
	if !a.hasUnit() {
		u := a.listUnit(s, floor)
		if !u.there() {
			return sum{}, false
		}
		a.codes = u.codes
	}
	a.listScale(s)
	m = sum{claim{start: a.start, end: a.end, min: a.value, max: a.value}, a, amount{}}
	m.describe(&a)
	m.bookkeeping(s, floor)
	if a.flags&minor == 0 && !a.scale.there() && a.figure.places == 0 {
		m.addCents(s)
	}
	return m, true
}

// bookkeeping makes a sum in brackets negative where the text speaks of losses:
// "a net loss of (€5 million)".
func (m *sum) bookkeeping(s string, floor int) {
	if m.start <= floor || s[m.start-1] != '(' || m.end >= len(s) || s[m.end] != ')' || m.min.Sign() < 0 {
		return
	}
	at := backSpace(s, m.start-1, floor)
	if at == m.start-1 || !stands(wordEndingAt(s, at, floor)) {
		return
	}
	before := s[max(floor, at-60):at]
	for _, w := range [...]string{"loss", "deficit", "shortfall", "EBIT", "cash flow"} {
		if strings.Contains(before, w) {
			m.start, m.end = m.start-1, m.end+1
			m.min = m.min.Neg()
			m.max = m.min
			return
		}
	}
}

// describe takes over what an amount says of the currency.
func (m *sum) describe(a *amount) {
	m.codes, m.flags, m.strong = a.codes, a.flags, a.strong()
	m.glued = a.sign.there() && a.sign.end == a.figure.start
	m.symbol = len(a.codes) > 3
	m.explicit = len(a.codes) == 3
	m.worded = a.words || a.sign.word || a.unit.word && !a.sign.there()
}

// addCents reads "and 43 cents" behind a sum of whole units.
func (m *sum) addCents(s string) {
	at, ok := skipSpace(s, m.end)
	if ok || at == m.end && at < len(s) {
		return
	}
	if scan.HasPrefixFold(s[at:], "and ") {
		at += len("and ")
	}
	var c amount
	switch {
	case at >= len(s):
		return
	case scan.Digit(s[at]):
		if digitsEnd(s, at) > at+2 {
			return
		}
		c, _ = amountAt(s, at, at)
	case scan.Letter(s[at]):
		c, _ = wordsAt(s, at, at)
	}
	if !c.there() || c.sign.there() || c.flags&(hundredth|coin) == 0 || !meet(c.codes, m.codes) || c.value.Cmp(NewDecimal(100, 0)) >= 0 || !c.value.IsInteger() {
		return
	}
	if v, err := m.min.Add(c.value.Shift(-2)); err == nil {
		m.min, m.max, m.end = v, v, c.end
	}
}

// amountFrom reads the amount that starts at i, sign first or number first.
func amountFrom(s string, i int) amount {
	if scan.Digit(s[i]) {
		a, _ := amountAt(s, i, i)
		return a
	}
	for at := i; at < len(s) && at < i+widest; at++ {
		if scan.Digit(s[at]) {
			a, _ := amountAt(s, at, i)
			return a
		}
		if !signByte(s[at]) && s[at] != ' ' {
			break
		}
	}
	if scan.Letter(s[i]) {
		a, _ := wordsAt(s, i, i)
		return a
	}
	return amount{}
}
