package money

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/opening"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A listener reads the sums of a stretch of text in a language beside English:
// 3,5 millones de dólares canadienses, 2,5 Mrd. Euro, 20 $ CA.
type listener struct {
	*tongue
	numbers *numeral.Language
	s       string // up to the end of the stretch
	point   bool   // decimals stand behind a point
}

// listen returns what reads s, which ends where the language does.
func (t *tongue) listen(s, country string) listener {
	return listener{tongue: t, numbers: numeral.Of(t.tag), s: s, point: pairIn(t.points, country)}
}

// pairIn reports whether pairs of letters, one after the other, hold one.
func pairIn(pairs, pair string) bool {
	for i := 0; i+2 <= len(pairs) && len(pair) == 2; i += 2 {
		if pairs[i:i+2] == pair {
			return true
		}
	}
	return false
}

// next reads the first sum that starts at or after at, and before until, into m,
// as sum.next does.
func (l *listener) next(m *sum, at, floor, until int) (next int, ok bool) {
	s, i := l.s, at
	for i < min(until, len(s)) {
		b := s[i]
		switch {
		case scan.Digit(b):
			end := digitsEnd(s, i)
			if i > floor && !scan.StartsWord(s, i) && !signEnds(s, i, floor) || !l.figures(m, i, floor) {
				i = end
				continue
			}
			return m.end, true
		case scan.Letter(b) || b >= utf8.RuneSelf:
			end := l.wordEnd(i)
			if scan.StartsWord(s, i) && l.words(m, i, floor) {
				return m.end, true
			}
			i = max(end, i+1)
		default:
			i++
		}
	}
	return i, false // a word that begins before until may end far behind it
}

// signEnds reports whether a sign of letters, such as the R$ or Fr. of a number at
// i, touches it.
func signEnds(s string, i, floor int) bool {
	u := unitBefore(s, i, floor)
	return u.there() && !u.word && u.end == i
}

// wordEnd returns the end of the letters at i.
func (l *listener) wordEnd(i int) int {
	for i < len(l.s) {
		if scan.Letter(l.s[i]) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(l.s[i:])
		if !unicode.IsLetter(r) {
			return i
		}
		i += size
	}
	return i
}

// figures reads the sum whose digits start at i.
func (l *listener) figures(m *sum, i, floor int) bool {
	a := amount{figure: l.figure(i)}
	if !a.figure.ok {
		return false
	}
	a.sign = unitBefore(l.s, i, floor)
	if a.sign.word {
		a.sign = unit{}
	}
	if !a.sign.there() {
		a.sign = l.wordBefore(i, floor)
	}
	l.complete(&a)
	return l.sum(m, &a, floor)
}

// wordBefore reads a currency word before a number that has a space between: euros 20.
func (l *listener) wordBefore(i, floor int) unit {
	at := backSpace(l.s, i, floor)
	if at == i {
		return unit{}
	}
	e, start := l.before(l.s, at, floor, termCurrency)
	if e == nil || e.flags != 0 || e.value == 0 && digitsEnd(l.s, i)-i < 3 {
		return unit{}
	}
	return unit{start: start, end: at, codes: e.codes, scale: int(e.value), word: true}
}

// words reads the sum whose number is in words, or not known, and starts at i.
func (l *listener) words(m *sum, i, floor int) bool {
	counts := l.counts.Has(opening.Of(l.s[i:]))
	if counts && l.vague(m, i) {
		return true
	}
	n, size := l.cardinal(i)
	if size == 0 && counts {
		n, size = numeral.Number{Mantissa: 1}, l.one(i)
	}
	if size == 0 {
		return false
	}
	d, ok := makeDecimal(positive, 0, n.Mantissa, n.Exp)
	if !ok {
		return false
	}
	a := amount{words: true, figure: figure{start: i, end: i + size, value: d, whole: integerDigits(d), ok: true}}
	if u := unitBefore(l.s, i, floor); u.symbol {
		a.sign = u
	}
	l.complete(&a)
	if a.figure.whole == 1 && !a.scale.there() && a.unit.flags&(weak|weight) != 0 {
		return false
	}
	return l.sum(m, &a, floor)
}

// cardinal reads a number in words.
func (l *listener) cardinal(i int) (n numeral.Number, size int) {
	if l.numbers == nil || i >= len(l.s) {
		return n, 0
	}
	return l.numbers.Cardinal(l.s[i:])
}

// one reads an article, which is a number only before a scale or a currency: un
// millón, une livre sterling.
func (l *listener) one(i int) int {
	e, end := l.at(l.s, i, termOne)
	if e == nil {
		return 0
	}
	if next, _ := l.at(l.s, l.skip(end), termScale|termCurrency|termCoin); next == nil || next.flags&(weak|verb) != 0 {
		return 0
	}
	return end - i
}

// complete reads what follows the number, and sums up.
func (l *listener) complete(a *amount) {
	f := &a.figure
	a.start, a.end, a.value = f.start, f.end, f.value
	if a.sign.there() {
		a.start = min(a.start, a.sign.start)
		a.codes, a.flags = a.sign.codes, a.sign.flags
		a.scaleBy(a.sign)
	}
	l.scale(a)
	rest := l.chain(a)
	if l.half(a) {
		rest = NewDecimal(5, a.scale.exp-1)
	}
	l.unit(a)
	l.repoint(a)
	rest = rest.Shift(a.unit.scale)
	if a.unit.there() && !a.unit.word && !a.scale.there() {
		l.scale(a) // 125 USD millones
	}
	if a.unit.flags&weight != 0 && l.paid(a) {
		a.unit.flags &^= weight
		a.flags &^= weight
	}
	if a.scale.there() {
		a.value = a.value.Shift(a.scale.exp)
	}
	if sum, err := a.value.Add(rest); err == nil {
		a.value = sum
	}
	if !a.value.IsValid() {
		f.ok = false
	}
}

// repoint reads the number of an amount anew where its currency is written so only where decimals stand behind a
// point: 3,500 mdd.
func (l *listener) repoint(a *amount) {
	if a.unit.flags&point == 0 || l.point || a.words {
		return
	}
	pointed := *l
	pointed.point = true
	if f := pointed.figure(a.figure.start); f.ok && f.end == a.figure.end {
		a.figure, a.value = f, f.value
	}
}

// half reads what adds half of a scale: dos millones y medio.
func (l *listener) half(a *amount) bool {
	if l.numbers == nil || a.scale.exp < 1 {
		return false
	}
	at := l.skip(a.end)
	size := l.numbers.Half(l.s[at:])
	if size > 0 {
		a.end = at + size
	}
	return size > 0
}

// chain reads what is added to a scaled number, by smaller scales: 3 milyon 250 bin 500 lira. Thousands and what
// is added to them may be scaled together: 3 mil 200 millones de pesos.
func (l *listener) chain(a *amount) (rest Decimal) {
	const most, thousands = 3, 3 // figures, and a power of ten
	rest = NewDecimal(0, 0)
	for exp := a.scale.exp; l.chained && a.figure.places == 0 && exp > 0; {
		at := l.skip(a.end)
		end := digitsEnd(l.s, at)
		d, err := ParseDecimal(l.s[at:min(end, at+most)])
		if err != nil || end-at > most {
			break
		}
		e, to := l.at(l.s, l.skip(end), termScale)
		if exp = 0; e != nil {
			exp = int(e.value)
		} else if to = end; !l.currency(l.skip(end), false).there() {
			break
		}
		if a.scale.exp == thousands && exp > thousands {
			a.scale.exp, a.end = a.scale.exp+exp, to
			return d.Shift(exp)
		}
		sum, err := rest.Add(d.Shift(exp))
		if err != nil || exp >= a.scale.exp {
			break
		}
		rest, a.end = sum, to
	}
	return rest
}

// paid reports whether words around an amount say that it is money, and no weight: een boete van
// een ton. What follows is no word, or one of them.
func (l *listener) paid(a *amount) bool {
	if next := l.skip(a.end); next < len(l.s) && scan.Letter(l.s[next]) {
		if e, _ := l.at(l.s, next, termPaying|termAnd|termTo|termBehind|termOf); e == nil {
			return false
		} else if e.kind == termPaying {
			return true
		}
	}
	const reach = 60
	for i := a.start - 1; i >= max(0, a.start-reach) && l.s[i] != '.' && l.s[i] != ';'; i-- {
		if scan.Letter(l.s[i]) && scan.StartsWord(l.s, i) {
			if e, _ := l.at(l.s, i, termPaying); e != nil {
				return true
			}
		}
	}
	return false
}

// scale reads the words that scale the number.
func (l *listener) scale(a *amount) {
	for range 2 {
		at, ok := joint(l.s, a.end)
		if !ok {
			return
		}
		kinds := termScale
		if at == a.end {
			if a.words {
				return
			}
			kinds |= termGlued
		}
		e, end := l.at(l.s, at, kinds)
		if e == nil || at == a.end && e.kind == termScale && scan.Letter(l.s[at]) && l.s[a.end] != ' ' && !a.sign.there() && end-at < 3 {
			return
		}
		a.scale = scaleWord{start: at, end: end, exp: a.scale.exp + int(e.value), word: e.kind == termScale, stray: -1}
		a.end = end
	}
}

// unit reads the currency behind the number.
func (l *listener) unit(a *amount) {
	at, ok := joint(l.s, a.end)
	if !ok {
		return
	}
	if of, end := l.at(l.s, at, termOf); of != nil && at > a.end {
		next, _ := skipSpace(l.s, end)
		if u := l.currency(next, false); u.there() {
			l.take(a, u)
			return
		}
	}
	if rest := l.s[at:]; strings.HasPrefix(rest, ",- ") || strings.HasPrefix(rest, ",– ") {
		at += strings.IndexByte(rest, ' ') + 1
	}
	if u := l.currency(at, at == a.end); u.there() {
		l.take(a, u)
	}
}

// currency reads a currency word or a sign at i.
func (l *listener) currency(i int, glued bool) unit {
	if i >= len(l.s) {
		return unit{}
	}
	if e, end := l.at(l.s, i, termCurrency|termCoin|termNone); e != nil && (!glued || e.value > 0) {
		if e.kind == termNone {
			return unit{}
		}
		u := unit{start: i, end: end, codes: e.codes, flags: e.flags, scale: int(e.value), word: true}
		if e.kind == termCoin {
			u.flags |= hundredth
			if whose, to := l.at(l.s, l.skip(end), termOfCoin); whose != nil {
				u.codes, u.end = whose.codes, to
			}
		}
		return u
	}
	u := signAfter(l.s, i, glued)
	if u.flags&coin != 0 {
		return unit{}
	}
	if u.there() && u.symbol && len(u.codes) > 3 {
		if e, end := l.at(l.s, l.skip(u.end), termRegion); e != nil && has(u.codes, e.codes) {
			u.codes, u.end = e.codes, end
		}
	}
	return u
}

func (l *listener) skip(i int) int {
	next, _ := skipSpace(l.s, i)
	return next
}

// take takes up the unit behind a number, if it goes with the sign before it.
func (l *listener) take(a *amount, u unit) {
	switch {
	case !a.sign.there():
		a.codes, a.flags = u.codes, u.flags
	case u.flags&minor != 0 || !meet(a.sign.codes, u.codes):
		return
	case len(u.codes) < len(a.codes):
		a.codes, a.flags = u.codes, u.flags
	}
	a.scaleBy(u)
	a.unit, a.end = u, u.end
}

// scaleBy takes up the scale that a unit has: TEUR, mdp.
func (a *amount) scaleBy(u unit) {
	if u.scale > 0 {
		a.scale = scaleWord{start: u.start, end: u.end, exp: a.scale.exp + u.scale, stray: -1}
	}
}

// sum makes a sum of an amount, with the end of its range, its coins and what
// bounds it.
func (l *listener) sum(m *sum, a *amount, floor int) bool {
	*m = sum{a: *a, reads: m.reads}
	if !l.ranged(m, floor) {
		if !a.hasUnit() || !a.figure.ok {
			return false
		}
		m.claim = claim{start: a.start, end: a.end, min: a.value, max: a.value}
	}
	m.describe(&m.a)
	m.spoken = true
	if m.a.flags&minor == 0 && m.a.unit.word && m.min == m.max {
		l.coins(m)
	}
	m.mod = l.mod(m, floor)
	return true
}

// ranged reads the other end of a range: de 5 a 10 millones de euros, 5-10 Mio. Euro.
func (l *listener) ranged(m *sum, floor int) bool {
	a := &m.a
	at := l.skip(a.end)
	if at >= len(l.s) {
		return false
	}
	next, dash := at, false
	switch e, end := l.at(l.s, at, termTo|termAnd); {
	case e != nil && at > a.end:
		if e.kind == termAnd && !l.between(a.start, floor) {
			return false
		}
		next = l.skip(end)
	default:
		n := hyphen(l.s, at)
		if n == 0 && strings.HasPrefix(l.s[at:], "–") {
			n = len("–")
		}
		if next, dash = l.skip(at+n), n > 0; n == 0 {
			return false
		}
	}
	b := l.other(next)
	if !b.figure.ok || !b.hasUnit() && !a.hasUnit() || a.hasUnit() && a.unit.there() && !dash && !l.between(a.start, floor) && b.hasUnit() {
		return false
	}
	if a.hasUnit() && b.hasUnit() && !meet(a.codes, b.codes) {
		return false
	}
	if !a.scale.there() && b.scale.there() && a.figure.value.Cmp(b.figure.value) < 0 {
		a.scale, a.value = b.scale, a.value.Shift(b.scale.exp)
	}
	if !a.hasUnit() {
		a.codes, a.flags, a.unit = b.codes, b.flags, b.unit
	}
	if !a.value.IsValid() || a.value.Cmp(b.value) >= 0 || a.figure.groups == 0 && yearLike(a.figure.value) && b.figure.groups != 0 {
		return false
	}
	m.b = b
	m.claim = claim{start: a.start, end: b.end, min: a.value, max: b.value}
	return true
}

// other reads the amount at i, sign first or number first.
func (l *listener) other(i int) amount {
	var a amount
	for at := i; at < len(l.s) && at < i+widest; at++ {
		if scan.Digit(l.s[at]) {
			a.figure = l.figure(at)
			if u := unitBefore(l.s, at, i); u.there() && !u.word {
				a.sign = u
			} else if at > i {
				return amount{}
			}
			l.complete(&a)
			return a
		}
		if !signByte(l.s[at]) && l.s[at] != ' ' {
			break
		}
	}
	if n, size := l.cardinal(i); size > 0 {
		if d, ok := makeDecimal(positive, 0, n.Mantissa, n.Exp); ok {
			a.words, a.figure = true, figure{start: i, end: i + size, value: d, whole: integerDigits(d), ok: true}
			l.complete(&a)
		}
	}
	return a
}

// between reports whether a word that begins a range stands before i.
func (l *listener) between(i, floor int) bool {
	e, _ := l.before(l.s, i, floor, termBetween)
	return e != nil
}

// coins adds the coins behind a sum: 3 euros con 50 céntimos, 5 euros 50.
func (l *listener) coins(m *sum) {
	at := l.skip(m.end)
	if e, end := l.at(l.s, at, termAnd); e != nil {
		at = l.skip(end)
	}
	if at == m.end || at >= len(l.s) {
		return
	}
	c := amount{}
	switch {
	case scan.Digit(l.s[at]):
		c.figure = figure{start: at, end: digitsEnd(l.s, at)}
		d, err := ParseDecimal(l.s[at:min(c.figure.end, at+3)])
		c.figure.value, c.figure.ok = d, err == nil && c.figure.end <= at+2
	default:
		if n, size := l.cardinal(at); size > 0 && n.Exp == 0 && n.Mantissa < 100 {
			c.figure = figure{start: at, end: at + size, value: NewDecimal(int64(n.Mantissa), 0), ok: true}
		}
	}
	if !c.figure.ok {
		return
	}
	end := c.figure.end
	if e, to := l.at(l.s, l.skip(end), termCoin); e != nil {
		end = to
	} else if end < at+2 || end < len(l.s) && !strings.ContainsRune(".,;:!?)", rune(l.s[end])) || end+1 < len(l.s) && scan.Digit(l.s[end+1]) {
		return
	}
	if v, err := m.min.Add(c.figure.value.Shift(-2)); err == nil {
		m.min, m.max, m.end = v, v, end
	}
}

// mod reads what bounds a sum, before it or behind.
func (l *listener) mod(m *sum, floor int) Mod {
	if e, _ := l.before(l.s, m.start, floor, termBound); e != nil {
		return Mod(e.value)
	}
	if e, _ := l.at(l.s, l.skip(l.pastEnding(l.s, m.end)), termBehind); e != nil {
		return Mod(e.value)
	}
	return ModNone
}

// vague reads a sum whose number is not known: millones de euros.
func (l *listener) vague(m *sum, i int) bool {
	e, end := l.at(l.s, i, termVague)
	if e == nil {
		return false
	}
	at := l.skip(end)
	if of, to := l.at(l.s, at, termOf); of != nil {
		at = l.skip(to)
	}
	u := l.currency(at, false)
	if !u.word || u.flags != 0 || at == end {
		return false
	}
	*m = sum{reads: m.reads, claim: claim{
		start: i, end: u.end, min: NewDecimal(1, int(e.value)), codes: u.codes, spoken: true,
		symbol: len(u.codes) > 3, explicit: len(u.codes) == 3, strong: true, worded: true,
	}}
	return true
}

// figure reads the number in digits at i. The mark before one or two digits is
// that of decimals, and so is the last of two; before three it is that of
// thousands, but for the mark that the language has for decimals.
func (l *listener) figure(i int) figure {
	s := l.s
	f := figure{start: i, end: digitsEnd(s, i)}
	var buf [2 * MaxDigits]byte
	digits := append(buf[:0], s[i:min(f.end, i+MaxDigits)]...)
	f.whole = f.end - i
	if f.whole > MaxDigits {
		return f
	}
	decimal := byte(',')
	if l.point {
		decimal = '.'
	}
	for len(digits)+4 < cap(digits) {
		mark, from := mark(s, f.end)
		to := digitsEnd(s, from)
		if mark == 0 || to == from {
			break
		}
		n := to - from
		isMark := mark == '.' || mark == ','
		groups := n == 3 && (f.groups == 0 || f.groups == mark) && (f.whole <= 3 || f.groups != 0) && s[i] != '0'
		if groups && isMark && f.groups == 0 && mark == decimal && (to == len(s) || s[to] != mark) {
			groups = false // the language's own mark: 12,345 francs
		}
		switch {
		case groups:
			f.groups, f.whole = mark, f.whole+3
		case isMark && mark != f.groups && (n <= 3 || mark == decimal):
			f.places = n
			digits = append(digits, '.')
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		digits = append(digits, s[from:to]...)
		f.end = to
		if f.places > 0 {
			break
		}
	}
	if next := f.end; next < len(s) && scan.Letter(s[next]) && !l.glues(next) {
		return f
	}
	v, err := ParseDecimal(string(digits))
	f.value, f.ok = v, err == nil
	return f
}

// glues reports whether a scale or a sign starts at i, which touches a number.
func (l *listener) glues(i int) bool {
	if e, _ := l.at(l.s, i, termGlued|termCurrency); e != nil && (e.kind == termGlued || e.value > 0) {
		return true
	}
	return signAfter(l.s, i, true).there()
}

// mark returns what separates digits at i, and where the next begin.
func mark(s string, i int) (sep byte, next int) {
	if i >= len(s) {
		return 0, i
	}
	switch s[i] {
	case '.', ',', '\'', ' ':
		return s[i], i + 1
	}
	for _, space := range [...]string{"\u00a0", "\u202f", "\u2009"} {
		if strings.HasPrefix(s[i:], space) {
			return ' ', i + len(space)
		}
	}
	if strings.HasPrefix(s[i:], "’") {
		return '\'', i + len("’")
	}
	return 0, i
}
