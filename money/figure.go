package money

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// A figure is a number in digits.
type figure struct {
	start, end int
	value      Decimal
	whole      int  // digits before the decimal mark
	places     int  // digits behind it
	groups     byte // what separates the thousands: ',', '.', '\'', ' ' or 0
	indian     bool // the groups are those of lakhs: 12,34,567
	flaws      flaws
	ok         bool // there is a value
}

// flaws are what Repair mends in a figure.
type flaws uint8

const (
	decimalComma flaws = 1 << iota // 2,25 for 2.25
	mixed                          // 12,500,00
	spread                         // spaces beside a separator: 9. 5; 3, 904
	doubled                        // 1,,000
	spaced                         // an ordinary space between thousands: 50 000
)

// maxRuns bounds the runs of digits of a figure.
const maxRuns = 14

// digitRun is a run of digits and the separator before it.
type digitRun struct {
	start, end int
	sep        byte
}

// A reader of figures gathers runs of digits.
type runs struct {
	n     int
	run   [maxRuns]digitRun
	flaws flaws
	over  bool
}

func (r *runs) add(start, end int, sep byte) {
	if r.n == maxRuns {
		r.over = true
		return
	}
	r.run[r.n] = digitRun{start: start, end: end, sep: sep}
	r.n++
}

func (r *runs) length(i int) int { return r.run[i].end - r.run[i].start }

// last is the separator of the last run, 0 for a single run.
func (r *runs) last() byte { return r.run[r.n-1].sep }

// only reports whether every separator is sep.
func (r *runs) only(sep byte) bool {
	for i := 1; i < r.n; i++ {
		if r.run[i].sep != sep {
			return false
		}
	}
	return true
}

func digitsEnd(s string, i int) int {
	for i < len(s) && s[i]-'0' < 10 {
		i++
	}
	return i
}

// readFigure reads the number in digits at i. With signed, a currency stands
// before it, which allows more.
func readFigure(s string, i int, signed bool) figure {
	at := digitsEnd(s, i)
	if at < len(s) && s[at] == '/' && !signed {
		if v, size := commonFraction(s[i:]); size > 0 {
			return figure{start: i, end: i + size, value: v, places: 1, ok: true} // 3/4 cent
		}
	}
	if endsFigure(s, at) {
		f := figure{start: i, end: at, whole: at - i}
		var c coefficient
		for k := i; k < at; k++ {
			c.add(s[k] - '0')
		}
		if f.value, f.ok = c.decimal(positive, 0); f.ok {
			f.addFraction(s)
		}
		return f
	}
	return readRuns(s, i, at, signed)
}

// endsFigure reports whether no separator follows the digits that end at i.
func endsFigure(s string, i int) bool {
	if i == len(s) {
		return true
	}
	if sep, next := separator(s, i); sep != 0 && next < len(s) && scan.Digit(s[next]) {
		return false
	}
	sep, _ := brokenSeparator(s, i)
	return sep == 0
}

// readRuns reads a number of several runs of digits, of which the first ends at at.
func readRuns(s string, i, at int, signed bool) figure {
	var r runs
	r.add(i, at, 0)
	for at < len(s) {
		sep, next := separator(s, at)
		if sep == 0 || next >= len(s) || !scan.Digit(s[next]) {
			break
		}
		if next > at+1 && (sep == ',' || sep == '.') {
			r.flaws |= doubled
		}
		end := digitsEnd(s, next)
		if sep == ' ' {
			if end-next != 3 || r.length(0) > 3 || !r.only(' ') || end < len(s) && hyphen(s, end) > 0 {
				break
			}
			if s[at] == ' ' {
				if !signed && !lonely(s, end) {
					break
				}
				r.flaws |= spaced
			}
		}
		r.add(next, end, sep)
		at = end
	}
	f := r.figure(s)
	if r.over {
		f.end = at // no part of it is a number
	}
	if f.ok {
		f = joinBroken(s, f, &r, signed)
		f.addFraction(s)
	}
	return f
}

// shift makes decimals of whole figures whose point is at start.
func (f *figure) shift(start int) bool {
	n := f.end - f.start
	if f.groups != 0 || f.places > 0 || f.flaws != 0 || f.whole != n {
		return false
	}
	f.start, f.value, f.whole, f.places = start, f.value.Shift(-n), 0, n
	return f.value.IsValid()
}

// addFraction takes up the fraction behind a figure: 2½, 5-3/4, and of a cent in
// $5.12½.
func (f *figure) addFraction(s string) {
	if f.places != 0 && f.places != 2 || f.flaws != 0 {
		return
	}
	hundredths, size := fractionAt(s[f.end:])
	if size == 0 {
		return
	}
	if v, err := f.value.Add(hundredths.Shift(-f.places)); err == nil {
		f.value, f.end = v, f.end+size
		f.places = max(f.places, 1)
	}
}

// fractionAt reads a fraction sign, or a hyphen and a fraction of halves, quarters,
// eighths or so on, as the grain exchanges write them.
func fractionAt(s string) (value Decimal, size int) {
	if len(s) > 3 && s[0] == ' ' && scan.Digit(s[1]) && strings.IndexByte(s[:4], '/') > 0 {
		value, size = commonFraction(s[1:])
		return value, min(size, 1) + size
	}
	switch {
	case strings.HasPrefix(s, "¼"):
		return NewDecimal(25, -2), len("¼")
	case strings.HasPrefix(s, "½"):
		return NewDecimal(5, -1), len("½")
	case strings.HasPrefix(s, "¾"):
		return NewDecimal(75, -2), len("¾")
	case s != "" && s[0] == '-':
		value, size = commonFraction(s[1:])
		return value, min(size, 1) + size
	}
	return Decimal{}, 0
}

// commonFraction reads halves, quarters, eighths and so on: 3/4.
func commonFraction(s string) (value Decimal, size int) {
	slash := digitsEnd(s, 0)
	if slash == 0 || slash > 2 || slash >= len(s) || s[slash] != '/' {
		return Decimal{}, 0
	}
	end := digitsEnd(s, slash+1)
	if end < len(s) && (s[end] == '/' || s[end] == '-' && end+1 < len(s) && scan.Digit(s[end+1])) {
		return Decimal{}, 0
	}
	of := int64(0)
	switch s[slash+1 : end] {
	case "2", "4", "8":
		of = 100000 / int64(s[slash+1]-'0')
	case "16", "32":
		of = 100000 / (int64(s[slash+1]-'0')*10 + int64(s[slash+2]-'0'))
	}
	n, _ := strconv.Atoi(s[:slash])
	if of == 0 || int64(n)*of >= 100000 || n == 0 {
		return Decimal{}, 0
	}
	return NewDecimal(int64(n)*of, -5), end
}

// lonely reports whether no scale follows at end: "15 100 million" is not one number.
func lonely(s string, end int) bool { return !readScale(s, end).word }

// separator reads a mark between digits at i.
func separator(s string, i int) (sep byte, next int) {
	switch b := s[i]; b {
	case ',', '.':
		if i+1 < len(s) && s[i+1] == b && i+2 < len(s) && scan.Digit(s[i+2]) {
			return b, i + 2
		}
		return b, i + 1
	case '\'', ' ':
		return b, i + 1
	case 0xc2, 0xe2:
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '’':
			return '\'', i + n
		case '\u00a0', '\u202f', '\u2009':
			return ' ', i + n
		}
	}
	return 0, i
}

// figure makes a number of the runs.
func (r *runs) figure(s string) figure {
	f := figure{start: r.run[0].start, end: r.run[r.n-1].end, flaws: r.flaws}
	if r.over {
		return f
	}
	point := r.n // the run where the decimals start
	switch sep := r.last(); {
	case r.n == 1:
	case r.only(sep):
		switch {
		case r.n == 2 && sep == '.':
			point = 1
		case r.thousands(r.n, sep):
			f.groups = sep
		case sep == ',' && r.n == 2 && r.length(1) <= 2 && r.length(0) <= 3:
			point = 1
			f.flaws |= decimalComma
		case sep == ',' && r.length(r.n-1) == 2 && r.thousands(r.n-1, sep):
			point, f.groups = r.n-1, ','
			f.flaws |= mixed
		default:
			return r.firstOnly(s, f)
		}
	case (sep == '.' || sep == ',') && r.n > 2 && r.thousands(r.n-1, r.run[1].sep) && r.run[1].sep != sep:
		point, f.groups = r.n-1, r.run[1].sep
		if sep == ',' {
			f.flaws |= decimalComma
		}
	default:
		return r.firstOnly(s, f)
	}
	f.value, f.ok = r.value(s, point)
	for i := range point {
		f.whole += r.length(i)
	}
	if point < r.n {
		f.places = r.length(point)
	}
	f.indian = f.groups == ',' && point > 2 && r.length(1) == 2
	return f
}

// firstOnly gives up on runs that are no number: two of them may be a year and
// a number, or a list, and then the first is one.
func (r *runs) firstOnly(s string, f figure) figure {
	if r.n > 3 {
		return f
	}
	f.end, f.whole, f.flaws = r.run[0].end, r.length(0), 0
	r.n = 1
	f.value, f.ok = r.value(s, 1)
	return f
}

// thousands reports whether the first n runs are groups with the separator
// sep: of three digits, or of two with three at the end, as in India.
func (r *runs) thousands(n int, sep byte) bool {
	if n < 2 || r.length(0) > 3 || r.length(n-1) != 3 || r.length(0) == 0 {
		return false
	}
	western, indian := true, sep == ','
	for i := 1; i < n; i++ {
		if r.run[i].sep != sep {
			return false
		}
		if i < n-1 {
			western = western && r.length(i) == 3
			indian = indian && r.length(i) == 2
		}
	}
	return western || indian && r.length(0) <= 2
}

// value is the number of the runs, with the decimals from run point on.
func (r *runs) value(s string, point int) (Decimal, bool) {
	var c coefficient
	exp := 0
	for i := range r.n {
		for k := r.run[i].start; k < r.run[i].end; k++ {
			c.add(s[k] - '0')
		}
		if i >= point {
			exp -= r.length(i)
		}
	}
	return c.decimal(positive, exp)
}

// joinBroken takes up what broke off a number: "3, 904", "9. 5 billion".
func joinBroken(s string, f figure, r *runs, signed bool) figure {
	sep, next := brokenSeparator(s, f.end)
	if sep == 0 || f.places > 0 || f.end < len(s) && s[f.end] == ' ' && sep == ',' && !signed {
		return f
	}
	end := digitsEnd(s, next)
	size := end - next
	if end < len(s) && (s[end] == '%' || s[end] == '/' || s[end] == ':' || s[end] == '-' && end+1 < len(s) && scan.Digit(s[end+1])) {
		return f
	}
	if end+1 < len(s) && (s[end] == ',' || s[end] == '.') && scan.Digit(s[end+1]) && sep == '.' {
		return f
	}
	switch {
	case sep == ',' && signed && f.groups == 0 && r.n == 1 && f.whole <= 3 && r.addBroken(s, f.end):
		end = r.run[r.n-1].end
	case sep == ',' && size == 3 && r.length(0) <= 3 && (f.groups == 0 || f.groups == ',') && thousandsBroke(s, f, next, end, signed):
		r.add(next, end, ',')
		if end+1 < len(s) && s[end] == '.' && scan.Digit(s[end+1]) {
			more := digitsEnd(s, end+1)
			r.add(end+1, more, '.')
			end = more
		} else if end+4 < len(s) && s[end] == ',' && digitsEnd(s, end+1) == end+4 {
			r.add(end+1, end+4, ',')
			end += 4
		}
	case sep == '.' && size <= 4 && (f.whole <= 3 || f.groups != 0 && signed) && (signed && next == f.end+2 && s[f.end] == ' ' || decimalsBroke(s, f, end, signed)):
		r.add(next, end, '.')
	default:
		return f
	}
	joined := r.figure(s)
	if !joined.ok || joined.end != end {
		return f
	}
	joined.flaws |= spread
	return joined
}

// addBroken adds groups of digits with a space beside each comma: "1 , 200 , 500".
// It takes two of them to be no list.
func (r *runs) addBroken(s string, i int) bool {
	n := r.n
	for r.n < maxRuns {
		sep, next := brokenSeparator(s, i)
		if sep != ',' {
			break
		}
		end := digitsEnd(s, next)
		if end-next != 3 && end-next != 2 {
			break
		}
		r.add(next, end, ',')
		i = end
	}
	if r.n > n+1 && r.thousands(r.n, ',') {
		return true
	}
	r.n = n
	return false
}

// brokenSeparator reads a comma or full stop with a space on one or both sides
// and a digit behind it.
func brokenSeparator(s string, i int) (sep byte, next int) {
	j := i
	if j < len(s) && s[j] == ' ' {
		j++
	}
	if j >= len(s) || s[j] != ',' && s[j] != '.' {
		return 0, i
	}
	sep = s[j]
	k := j + 1
	if k < len(s) && s[k] == ' ' {
		k++
	}
	if k >= len(s) || !scan.Digit(s[k]) || k == i+1 {
		return 0, i
	}
	return sep, k
}

// thousandsBroke decides whether the three digits at next belong to the number
// before the comma. "$5, 600 people" is two numbers; a zero in front, a unit or
// scale, the end of a bracket or sentence, or a word that no thing counted
// starts with, make it one.
func thousandsBroke(s string, f figure, next, end int, signed bool) bool {
	if s[next] == '0' && signed {
		return true
	}
	u := unitAfter(s, end)
	if !signed {
		return u.there() && u.flags&(weight|verb|weak) == 0 && !afterCapital(s, f.start)
	}
	if u.there() {
		return s[f.end] == ' ' || u.symbol // "Sh 500, 600 shillings" are two sums
	}
	if s[end:] == "" {
		return true
	}
	if end+1 < len(s) && (s[end] == ',' || s[end] == '.') && scan.Digit(s[end+1]) {
		return true
	}
	if readScale(s, end).word {
		return true
	}
	switch s[end] {
	case ')', ']', ';', '\n':
		return true
	case '.':
		return end+1 == len(s) || s[end+1] == ' ' || s[end+1] == '\n' || s[end+1] == '"'
	case ' ':
		return goesOn(wordAt(s, end))
	}
	return false
}

// decimalsBroke decides whether the digits behind a full stop and a space, which
// end at end, are decimals of the number before it.
func decimalsBroke(s string, f figure, end int, signed bool) bool {
	if signed {
		if end < len(s) && (s[end] == ')' || s[end] == ']') || unitAfter(s, end).there() {
			return true
		}
		w := readScale(s, end)
		return w.there() && w.exp > 2 && !(w.word && is(wordAt(s, w.end), crowdWord)) || end == len(s) && end-digitsBack(s, end) == 2
	}
	if f.whole > 3 || lineStart(s, f.start) {
		return false
	}
	if s[f.end] == ' ' { // "2 . 75 euros"
		if u := unitAfter(s, end); u.there() {
			return u.flags&(verb|weight|coin|local) == 0
		}
	}
	w := readScale(s, end)
	if w.there() && w.exp > 2 {
		u := unitAfter(s, w.end)
		return u.there() && u.flags&verb == 0 || u.there() && w.word
	}
	return false
}

// digitsBack returns the start of the digits that end at i.
func digitsBack(s string, i int) int {
	for i > 0 && scan.Digit(s[i-1]) {
		i--
	}
	return i
}

// afterCapital reports whether the word before i starts with a capital, as in
// "On June 5, 300 dollars".
func afterCapital(s string, i int) bool {
	w := wordEndingAt(s, backSpace(s, i, 0), 0)
	return w != "" && w[0]-'A' < 26
}

func lineStart(s string, i int) bool {
	at := backSpace(s, i, 0)
	return at == 0 || at < i && s[at] == '\n'
}
