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
	lower  Decimal   // what a smaller scale adds
	loose  scaleWord // letters that scale the number if the other end of a range has a currency
	words  bool      // the number is in words

	thousand bool // the scale is "mil" beside a sign

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
	a, b  amount
	reads *reading // the languages of the text, nil where all of it is English
}

// A claim is what becomes a Mention once its currency is known.
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
	scaled      bool // it has a scale
	spaced      bool // ordinary spaces part its thousands
	worded      bool // words of a language say its number or its currency
	spoken      bool // it was read by the words of its language, which is not English
	pointed     bool // a full stop and three digits, which may be thousands: 12.500
	thousand    bool // its scale is "mil", which is thousand in Portuguese and Spanish
	mod         Mod

	flawed        bool // it may be mended, if it is a sum
	settled, kept bool // its currency is decided; it is a sum
	aside         bool // it converts the sum before it in brackets
	pair          bool // it converts the sum before it, or is converted by it
	rivals        bool // its currency is not stated and may be another
	evidence      Evidence

	parts [paragraph + 1]span // those around it, where they were looked for
}

// read reads the amount whose figures start at i into a, which is the zero amount when
// there is none. Nothing before floor is looked at. It returns where to go on.
func (a *amount) read(s string, i, floor int) (next int) {
	*a = amount{}
	if next = a.readFigures(s, i, floor); !a.figure.ok {
		*a = amount{}
	}
	return next
}

func (a *amount) readFigures(s string, i, floor int) (next int) {
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
		return digitsEnd(s, i)
	}
	a.figure = readFigure(s, i, a.sign.there())
	f := &a.figure
	if f.ok = f.ok && !code(s, a.sign, f) && !named(s, a.sign, f, floor) && (start == i || f.shift(start)); !f.ok {
		return f.end
	}
	a.start, a.end, a.value = start, f.end, f.value
	if a.sign.there() {
		a.start = a.sign.start
	}
	a.complete(s)
	if a.sign.flags&coins != 0 && a.flags&minor == 0 {
		if glued {
			f.ok = false
			return f.end
		}
		a.sign, a.start = unit{}, start // US 5 dollars
		a.complete(s)
	}
	if a.end == f.end && !a.loose.there() && !scan.EndsWord(s, a.end) {
		f.ok = false // P2P
		return f.end
	}
	if n := minusBefore(s, a.start, floor); n > 0 && a.hasUnit() {
		a.start -= n
		a.negative = !a.negative
	}
	if a.negative {
		a.value = a.value.Neg()
	}
	return f.end
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

// inWord reports whether the figures at i are the end of a word, COVID-19, or of a
// fraction.
func inWord(s string, i, floor int) bool {
	if i >= floor+2 && s[i-1] == '/' && scan.Digit(s[i-2]) {
		_, size := commonFraction(s[digitsBack(s, i-1):])
		return size > 0
	}
	return i >= floor+2 && s[i-1] == '-' && scan.Letter(s[i-2])
}

// named reports whether letters and a number are a name in the text: the G20, the
// R59, the Q400 aircraft.
func named(s string, sign unit, f *figure, floor int) bool {
	if sign.flags&(local|weak) == 0 || readScale(s, f.end).there() {
		return false
	}
	if f.end-sign.start < len(s) && designation(s[sign.start:f.end]) {
		return true
	}
	if sign.flags&local == 0 || f.places > 0 || f.groups == ',' || f.groups == '.' || hyphen(s, f.end) > 0 || is(wordAt(s, f.end), moneyWord) {
		return false
	}
	return numbered(s, sign.start, f, floor)
}

// numbered reports whether a letter and number that start at i are a name by what
// stands before them: "the", or "or" behind another such name.
func numbered(s string, i int, f *figure, floor int) bool {
	at := backSpace(s, i, floor)
	w := wordEndingAt(s, at, floor)
	switch {
	case strings.EqualFold(w, "the"), is(w, roadwayWord):
		return true
	case strings.EqualFold(w, "an"), strings.EqualFold(w, "a"), strings.EqualFold(w, "old"):
		return f.groups == ' ' || !is(wordAt(s, f.end), moneyWord|priceWord|payingWord) // an R9 290 card, a Q5
	}
	if !strings.EqualFold(w, "or") && !strings.EqualFold(w, "and") || i < 2 {
		return false
	}
	end := backSpace(s, at-len(w), 0)
	start := digitsBack(s, end)
	return start < end && start > 0 && s[start-1] == s[i] && strings.EqualFold(wordEndingAt(s, backSpace(s, start-1, 0), 0), "the")
}

// code reports whether a dollar sign is that of a program or a template: {print $1}.
func code(s string, sign unit, f *figure) bool {
	if s[sign.start:sign.end] != "$" || f.whole > 1 || f.places > 1 {
		return false
	}
	before := sign.start > 0 && (s[sign.start-1] == '\\' || s[sign.start-1] == '{' || s[sign.start-1] == '`')
	behind := f.end < len(s) && (s[f.end] == '}' || s[f.end] == '`')
	return (before || behind) && !readScale(s, f.end).there()
}

// minusBefore returns the size of a minus sign before a sum at i.
func minusBefore(s string, i, floor int) int {
	switch {
	case i-floor >= 3 && s[i-3:i] == "−":
		return 3
	case i-floor > 4 && s[i-3:i] == "–" && s[i-4] == ' ' && is(wordEndingAt(s, i-4, floor), levelWord): // a result of –$5 million
		return 3
	case i-floor >= 1 && s[i-1] == '-' && s[i] != ' ' && (i-1 == 0 || i-1 > floor && (s[i-2] == ' ' || s[i-2] == '(' || s[i-2] == '\n')):
		return 1
	}
	if at := backSpace(s, i, floor); at < i {
		if w := wordEndingAt(s, at, floor); w == "minus" || w == "negative" {
			if before := wordEndingAt(s, backSpace(s, at-len(w), floor), floor); is(before, levelWord) || at == len(w) {
				return i - at + len(w)
			}
		}
	}
	return 0
}

// readWords reads the amount whose number, in words, is at i into a, and returns where
// to go on.
func (a *amount) readWords(s string, i, floor int) (next int) {
	*a = amount{}
	n, size := numeral.Cardinal(s[i:])
	if size == 0 {
		return i
	}
	d, ok := makeDecimal(positive, 0, n.Mantissa, n.Exp)
	if !ok {
		return i + size
	}
	a.words = true
	a.figure = figure{start: i, end: i + size, value: d, whole: integerDigits(d), ok: true}
	a.start, a.end, a.value = i, i+size, d
	a.sign = unitBefore(s, i, floor)
	if a.sign.flags&(weak|local) != 0 && (!a.sign.word || a.figure.whole < 4 && !readScale(s, i+size).word) {
		a.sign = unit{} // "the Fr two"
	}
	if a.sign.flags&coins != 0 {
		a.sign = unit{} // "a US one"
	}
	if a.sign.there() {
		a.start = a.sign.start
	}
	a.complete(s)
	return a.figure.end
}

func integerDigits(d Decimal) int {
	_, n := d.digits()
	return max(0, n+int(d.exp))
}

// complete reads what follows the number.
func (a *amount) complete(s string) {
	a.takeUnit(s, a.readScale(s))
	if a.scale.there() && !a.scale.word && !a.suffixFits(s) {
		if !a.hasUnit() {
			a.loose = a.scale
		}
		a.scale = scaleWord{}
		a.takeUnit(s, a.figure.end)
	}
	if f := &a.figure; a.dotted(s) {
		f.groups, f.whole, f.value, f.places = '.', f.whole+f.places, f.value.Shift(f.places), 0
	}
	a.end, a.value = a.figure.end, a.figure.value
	if a.scale.there() {
		a.end = a.scale.end
		a.value = a.value.Shift(a.scale.exp)
		if a.lower.IsValid() {
			a.value, _ = a.value.Add(a.lower)
		}
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
	if len(a.codes) > 3 {
		a.takeOrigin(s)
	}
	if !a.value.IsValid() {
		a.figure.ok = false
	}
}

// readScale reads the scale and returns where it ends.
func (a *amount) readScale(s string) int {
	at := a.figure.end
	rest := s[at:]
	switch {
	case strings.HasPrefix(rest, "-plus "), strings.HasPrefix(rest, "-odd "):
		behind := at + strings.IndexByte(rest, ' ')
		if w := readScale(s, behind); w.word {
			a.scale = w
			a.scale.plus = true
		} else if unitAfter(s, behind).word {
			at = behind // 100-plus dollars
		}
	case strings.HasPrefix(rest, "+ ") && a.sign.there():
		if w := readScale(s, at+1); w.word {
			a.scale = w
		}
	default:
		a.scale = readScale(s, at)
	}
	if !a.scale.there() {
		return at
	}
	if a.scale.word && !a.words {
		a.addLower(s)
	}
	at = a.scale.end
	if strings.HasPrefix(s[at:], "-plus ") && !a.sign.there() && unitAfter(s, at+len("-plus")).there() {
		at += len("-plus")
	}
	return at
}

// addLower takes up what a smaller scale adds: 1 crore 25 lakh, 1 trillion 200
// billion won.
func (a *amount) addLower(s string) {
	for exp, n := a.scale.exp, 0; n < 2; n++ {
		at, paragraph := skipSpace(s, a.scale.end)
		if paragraph || at == a.scale.end {
			return
		}
		if exp == 7 && scan.HasPrefixFold(s[at:], "and ") {
			at += len("and ")
		}
		if at >= len(s) || !scan.Digit(s[at]) {
			return
		}
		f := readFigure(s, at, false)
		w := readScale(s, f.end)
		if !f.ok || !w.word || w.exp >= exp || w.stray >= 0 || f.value.Shift(w.exp).Cmp(NewDecimal(1, exp)) >= 0 {
			return
		}
		sum, err := f.value.Shift(w.exp), error(nil)
		if a.lower.IsValid() {
			sum, err = sum.Add(a.lower)
		}
		if err != nil {
			return
		}
		a.lower, a.scale.end, exp = sum, w.end, w.exp
	}
}

// takeUnit reads the sign or word that starts at at, and what it says with the
// sign before the number.
func (a *amount) takeUnit(s string, at int) {
	a.unit = unitAfter(s, at)
	rest := s[at:]
	if !a.unit.there() && (strings.HasPrefix(rest, ",- ") || strings.HasPrefix(rest, ".- ")) {
		a.unit = unitAfter(s, at+2) // 50,- Kč
	}
	a.codes, a.flags = a.sign.codes, a.sign.flags
	if a.unit.there() {
		a.addUnit(s)
	}
	if a.unit.there() || !a.ofUnit(s) {
		return
	}
	if of, _ := skipSpace(s, at); of > at && word(s[of:], "of") {
		if u := unitAfter(s, of+len("of")); u.word && u.flags&(weight|verb|weak) == 0 {
			a.unit = u
			a.addUnit(s)
		}
	}
}

// ofUnit reports whether "of" may stand between a number and its currency: half a
// million of dollars, 3 millions of euros.
func (a *amount) ofUnit(s string) bool {
	if a.words {
		return integerDigits(a.figure.value) > 5
	}
	return a.scale.word && s[a.scale.end-1]|0x20 == 's'
}

// takeOrigin reads the country behind a sum that leaves its currency open: $16
// billion US, 74.20 cents U.S., $254-billion Canadian.
func (a *amount) takeOrigin(s string) {
	at, ok := joint(s, a.end)
	if !ok || at == a.end || at >= len(s) || s[at]-'A' >= 26 {
		return
	}
	end := wordEnd(s, at)
	if codes := origin(s[at:end], a.codes); codes != "" && (end == len(s) || s[end] != ' ' && hyphen(s, end) == 0 || goesOn(wordAt(s, end)) || strings.HasPrefix(s[end:], " (") || strings.HasPrefix(s[end:], " and $")) {
		a.end, a.codes = end, codes
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
	switch {
	case a.sign.flags&coins != 0 && a.unit.flags&minor != 0 && has(a.unit.codes, a.sign.codes):
		a.codes, a.flags = a.sign.codes, a.unit.flags&^coin|hundredth
	case a.unit.flags&minor != 0 || !meet(a.sign.codes, a.unit.codes) || a.nounBehind(s):
		a.unit = unit{} // the $100 million mark
	case len(a.unit.codes) < len(a.sign.codes):
		a.codes, a.flags = a.unit.codes, a.unit.flags&former
	}
}

// nounBehind reports whether a word that can be a currency is something else
// behind a sum that has its sign: R$3 million real estate, ₩5 million won by.
func (a *amount) nounBehind(s string) bool {
	next := wordAt(s, a.unit.end)
	if a.unit.flags&verb != 0 {
		return is(next, determinerWord)
	}
	return a.unit.word && next != "" && !goesOn(next) && is(s[a.unit.start:a.unit.end], countableWord)
}

// coins reports whether the letter behind the number can stand for cents or pence.
func (a *amount) coins() bool {
	f := &a.figure
	if a.unit.start != f.end || a.words || a.scale.there() {
		return false
	}
	if s := a.unit.codes; s == "GBP" && (f.groups == 0 || f.groups == ',') {
		n, ok := f.value.Int64()
		return f.whole <= 5 && !(ok && f.groups == 0 && isLines(n))
	}
	n, ok := f.value.Shift(f.places).Int64()
	return ok && f.groups == 0 && f.whole <= 3 && !isLines(n)
}

// isLines reports whether a picture on a screen has so many lines: 720p.
func isLines(n int64) bool {
	switch n {
	case 240, 360, 480, 540, 576, 720, 1080, 1440, 2160, 4320:
		return true
	}
	return false
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
	case a.scale.only != "":
		return common(a.scale.only, a.codes) != ""
	case a.scale.named:
		return a.hasUnit()
	case strings.EqualFold(text, "mil") && apart:
		return a.thousands()
	case text == "L":
		return has(a.codes, "INR") && a.sign.there()
	case !a.hasUnit():
		return false
	case a.sign.there():
		return !(apart && (text == "k" || text == "b")) && !(a.sign.flags&local != 0 && text == s[a.sign.start:a.sign.end]) // B2B
	case text == "t" || text == "T" || text == "b":
		return false
	case a.unit.flags&(verb|weak) != 0 && len(text) == 1:
		return false
	}
	return true
}

// thousands settles what "mil" is, apart from the number: thousand in Portuguese
// and before pesos, million in the sports pages and in Malaysia.
func (a *amount) thousands() bool {
	switch {
	case common("BRLAOAMZNCVESTNPTE", a.codes) != "" || a.unit.word && a.unit.codes[:3] == "MXN":
		a.scale.exp = 3
		return true
	case a.codes == "MYR":
		return true
	}
	a.thousand = a.sign.there() && a.sign.codes != "MYR"
	return a.sign.there()
}

// mayCount reports whether a number can be a sum, or the end of a range or the
// member of a list that is one: most numbers of a text cannot.
func (a *amount) mayCount(s string, floor int) bool {
	if !a.there() {
		return false
	}
	if a.hasUnit() || a.start == floor+len(", ") || a.end < len(s) && s[a.end] == ',' {
		return true
	}
	_, how := connector(s, a.end)
	return how != 0
}

// read makes a sum of the amount that was read into m.a and, in a range, of the one
// that follows.
func (m *sum) read(s string, floor int) bool {
	a := &m.a
	m.b = amount{}
	if !a.there() {
		return false
	}
	if m.readRange(s, floor) {
		return true
	}
	if !a.hasUnit() {
		u := a.listUnit(s, floor)
		if !u.there() {
			return false
		}
		a.codes = u.codes
	}
	a.listScale(s)
	m.claim = claim{start: a.start, end: a.end, min: a.value, max: a.value}
	m.describe(a)
	m.bookkeeping(s, floor)
	if a.flags&minor == 0 && !a.scale.there() && a.figure.places == 0 {
		m.addCents(s)
	}
	return true
}

// bookkeeping makes a sum in brackets negative where the text speaks of losses:
// "a net loss of (€5 million)".
func (m *sum) bookkeeping(s string, floor int) {
	if m.start <= floor || s[m.start-1] != '(' || m.end >= len(s) || s[m.end] != ')' || m.min.Sign() < 0 {
		return
	}
	at := backSpace(s, m.start-1, floor)
	if at == m.start-1 || !is(wordEndingAt(s, at, floor), levelWord) {
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
	if a.flags&rare != 0 {
		m.strong = a.scale.there() || a.words && a.figure.whole > 3 || a.figure.places > 1
	}
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
		c.read(s, at, at)
	case scan.Letter(s[at]):
		c.readWords(s, at, at)
	}
	if !c.there() || c.sign.there() || c.flags&(hundredth|coin) == 0 || !meet(c.codes, m.codes) || c.value.Cmp(NewDecimal(100, 0)) >= 0 || !c.value.IsInteger() {
		return
	}
	if v, err := m.min.Add(c.value.Shift(-2)); err == nil {
		m.min, m.max, m.end = v, v, c.end
	}
}

// readFrom reads the amount that starts at i, sign first or number first, into a.
func (a *amount) readFrom(s string, i int) {
	if scan.Digit(s[i]) {
		a.read(s, i, i)
		return
	}
	for at := i; at < len(s) && at < i+widest; at++ {
		if scan.Digit(s[at]) {
			a.read(s, at, i)
			return
		}
		if !signByte(s[at]) && s[at] != ' ' {
			break
		}
	}
	if scan.Letter(s[i]) {
		a.readWords(s, i, i)
	}
}
