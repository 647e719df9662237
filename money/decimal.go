package money

import (
	"errors"
	"fmt"
	"math/bits"
	"strings"
)

// MaxDigits is the number of significant digits that a [Decimal] holds.
const MaxDigits = 38

// maxExponent bounds the power of ten of a Decimal, on both sides.
const maxExponent = 99

// A Decimal is an exact decimal number of up to [MaxDigits] significant digits:
// a whole coefficient times a power of ten from -99 to 99.
//
// Decimals are values: equal numbers are equal under ==, whatever zeros they
// were written with, and can be keys of maps. The zero Decimal is no number at
// all: it stands for a bound that is absent, IsValid reports false and its text
// is "". It sorts before all numbers.
//
// Its text form, in JSON too, is plain digits without exponent: "-1234.5".
type Decimal struct {
	hi, lo uint64 // coefficient, not a multiple of ten unless the number is zero
	exp    int8
	kind   kind
}

type kind uint8

const (
	absent kind = iota
	negative
	positive // and zero
)

// Errors of decimal numbers.
var (
	ErrSyntax = errors.New("not a number")
	ErrRange  = errors.New("too many digits")
)

// NewDecimal returns coefficient × 10^exponent. The zero Decimal is returned
// when the exponent is out of range.
func NewDecimal(coefficient int64, exponent int) Decimal {
	k, c := positive, uint64(coefficient)
	if coefficient < 0 {
		k, c = negative, -c
	}
	d, _ := makeDecimal(k, 0, c, exponent)
	return d
}

// ParseDecimal reads a number as Decimal.String writes it: digits with an
// optional sign and decimal point, no exponent, no thousands separators. The
// error wraps ErrSyntax or, with more than MaxDigits significant digits, ErrRange.
func ParseDecimal(text string) (Decimal, error) {
	digits, k := text, positive
	if text != "" && (text[0] == '-' || text[0] == '+') {
		digits = text[1:]
		if text[0] == '-' {
			k = negative
		}
	}
	var c coefficient
	point, seen := -1, false
	for i := range len(digits) {
		switch b := digits[i]; {
		case b-'0' < 10:
			seen = true
			c.add(b - '0')
		case b == '.' && point < 0:
			point = i
		default:
			return Decimal{}, fmt.Errorf("money: %.40q: %w", text, ErrSyntax)
		}
	}
	if !seen {
		return Decimal{}, fmt.Errorf("money: %.40q: %w", text, ErrSyntax)
	}
	exp := 0
	if point >= 0 {
		exp = point + 1 - len(digits)
	}
	d, ok := c.decimal(k, exp)
	if !ok {
		return Decimal{}, fmt.Errorf("money: %.40q: %w", text, ErrRange)
	}
	return d, nil
}

// coefficient takes up digits. Zeros at the end of many digits cost nothing.
type coefficient struct {
	hi, lo uint64
	zeros  int // zeros that are not in hi, lo yet
	over   bool
}

func (c *coefficient) add(digit byte) {
	if digit == 0 {
		if c.hi|c.lo != 0 {
			c.zeros++
		}
		return
	}
	if c.zeros > MaxDigits {
		c.over = true
	}
	for ; c.zeros >= 0 && !c.over; c.zeros-- {
		c.times10()
	}
	c.zeros = 0
	var carry uint64
	c.lo, carry = bits.Add64(c.lo, uint64(digit), 0)
	c.hi, carry = bits.Add64(c.hi, 0, carry)
	c.over = c.over || carry != 0 || tooBig(c.hi, c.lo)
}

func (c *coefficient) times10() {
	hi, lo, ok := mul10(c.hi, c.lo)
	if !ok {
		c.over = true
		return
	}
	c.hi, c.lo = hi, lo
}

func (c *coefficient) decimal(k kind, exp int) (Decimal, bool) {
	if c.over {
		return Decimal{}, false
	}
	return makeDecimal(k, c.hi, c.lo, exp+c.zeros)
}

// limit is 10^MaxDigits.
const limitHi, limitLo = 0x4b3b4ca85a86c47a, 0x098a224000000000

func tooBig(hi, lo uint64) bool { return hi > limitHi || hi == limitHi && lo >= limitLo }

// makeDecimal brings a number to its one form.
func makeDecimal(k kind, hi, lo uint64, exp int) (Decimal, bool) {
	if hi|lo == 0 {
		return Decimal{kind: positive}, true
	}
	for {
		qhi, qlo, rem := div10(hi, lo)
		if rem != 0 {
			break
		}
		hi, lo = qhi, qlo
		exp++
	}
	if tooBig(hi, lo) || exp < -maxExponent || exp > maxExponent {
		return Decimal{}, false
	}
	return Decimal{hi, lo, int8(exp), k}, true
}

func div10(hi, lo uint64) (qhi, qlo, rem uint64) {
	qhi, rem = hi/10, hi%10
	qlo, rem = bits.Div64(rem, lo, 10)
	return qhi, qlo, rem
}

// mul10 multiplies by ten, unless more than MaxDigits digits come of it.
func mul10(hi, lo uint64) (uint64, uint64, bool) {
	carry, l := bits.Mul64(lo, 10)
	over, h := bits.Mul64(hi, 10)
	h, c := bits.Add64(h, carry, 0)
	if over != 0 || c != 0 || tooBig(h, l) {
		return 0, 0, false
	}
	return h, l, true
}

// IsValid reports whether d is a number, not the absence of one.
func (d Decimal) IsValid() bool { return d.kind != absent }

// Sign returns -1, 0 or 1; 0 for no number.
func (d Decimal) Sign() int {
	switch {
	case d.hi|d.lo == 0:
		return 0
	case d.kind == negative:
		return -1
	}
	return 1
}

// Neg returns -d.
func (d Decimal) Neg() Decimal {
	if d.Sign() != 0 {
		d.kind = negative + positive - d.kind
	}
	return d
}

// Shift returns d × 10^n, and the zero Decimal when that is out of range.
func (d Decimal) Shift(n int) Decimal {
	if d.Sign() == 0 {
		return d
	}
	exp := int(d.exp) + n
	if n < -2*maxExponent || n > 2*maxExponent || exp < -maxExponent || exp > maxExponent {
		return Decimal{}
	}
	d.exp = int8(exp)
	return d
}

// aligned returns the coefficients of a and b with a common exponent.
func aligned(a, b Decimal) (ahi, alo, bhi, blo uint64, exp int, ok bool) {
	if a.Sign() == 0 {
		return 0, 0, b.hi, b.lo, int(b.exp), true
	}
	if b.Sign() == 0 {
		return a.hi, a.lo, 0, 0, int(a.exp), true
	}
	if a.exp < b.exp {
		bhi, blo, ahi, alo, exp, ok = aligned(b, a)
		return ahi, alo, bhi, blo, exp, ok
	}
	ahi, alo = a.hi, a.lo
	for e := a.exp; e > b.exp; e-- {
		if ahi, alo, ok = mul10(ahi, alo); !ok {
			return 0, 0, 0, 0, 0, false
		}
	}
	return ahi, alo, b.hi, b.lo, int(b.exp), true
}

// Equal reports whether d and e are the same number, or no number both.
func (d Decimal) Equal(e Decimal) bool { return d == e }

// Cmp returns -1, 0 or 1 as d is less than, equal to or greater than e. No
// number is less than any number.
func (d Decimal) Cmp(e Decimal) int {
	switch {
	case d == e:
		return 0
	case !d.IsValid():
		return -1
	case !e.IsValid():
		return 1
	case d.Sign() != e.Sign():
		if d.Sign() < e.Sign() {
			return -1
		}
		return 1
	}
	less := -1
	if d.Sign() < 0 {
		less = 1
	}
	dhi, dlo, ehi, elo, _, ok := aligned(d, e)
	if !ok { // the one with the larger exponent has more digits before the point
		if d.exp < e.exp {
			return less
		}
		return -less
	}
	if dhi < ehi || dhi == ehi && dlo < elo {
		return less
	}
	return -less
}

// Add returns d + e. The error wraps ErrRange when the sum has more than
// MaxDigits digits, and ErrSyntax when d or e is no number. A total starts with
// NewDecimal(0, 0), not with the zero Decimal, which is no number.
func (d Decimal) Add(e Decimal) (Decimal, error) {
	if !d.IsValid() || !e.IsValid() {
		return Decimal{}, fmt.Errorf("money: sum of no number: %w", ErrSyntax)
	}
	dhi, dlo, ehi, elo, exp, ok := aligned(d, e)
	k := d.kind
	var hi, lo, c uint64
	switch {
	case !ok:
	case d.kind == e.kind || d.Sign() == 0 || e.Sign() == 0:
		if d.Sign() == 0 {
			k = e.kind
		}
		lo, c = bits.Add64(dlo, elo, 0)
		hi, c = bits.Add64(dhi, ehi, c)
		ok = c == 0
	default:
		if dhi < ehi || dhi == ehi && dlo < elo {
			dhi, dlo, ehi, elo, k = ehi, elo, dhi, dlo, e.kind
		}
		lo, c = bits.Sub64(dlo, elo, 0)
		hi, _ = bits.Sub64(dhi, ehi, c)
	}
	var sum Decimal
	if ok {
		sum, ok = makeDecimal(k, hi, lo, exp)
	}
	if !ok {
		return Decimal{}, fmt.Errorf("money: sum of %s and %s: %w", d, e, ErrRange)
	}
	return sum, nil
}

// IsInteger reports whether d is a whole number.
func (d Decimal) IsInteger() bool { return d.IsValid() && (d.Sign() == 0 || d.exp >= 0) }

// Int64 returns d as an integer, if it is one that fits.
func (d Decimal) Int64() (int64, bool) {
	if !d.IsInteger() {
		return 0, false
	}
	hi, lo := d.hi, d.lo
	for range d.exp {
		var ok bool
		if hi, lo, ok = mul10(hi, lo); !ok || hi != 0 {
			return 0, false
		}
	}
	switch {
	case hi != 0 || lo > 1<<63 || lo == 1<<63 && d.kind != negative:
		return 0, false
	case d.kind == negative:
		return -int64(lo), true
	}
	return int64(lo), true
}

// String returns the number in plain digits, "" for no number.
func (d Decimal) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// AppendText appends the text of d to b. The error is always nil.
func (d Decimal) AppendText(b []byte) ([]byte, error) {
	if !d.IsValid() {
		return b, nil
	}
	if d.kind == negative {
		b = append(b, '-')
	}
	digits, n := d.digits()
	point := n + int(d.exp) // digits before the decimal point
	if point <= 0 {
		b = append(b, "0."...)
		for ; point < 0; point++ {
			b = append(b, '0')
		}
		return append(b, digits[len(digits)-n:]...), nil
	}
	all := digits[len(digits)-n:]
	if point < n {
		b = append(b, all[:point]...)
		b = append(b, '.')
		return append(b, all[point:]...), nil
	}
	b = append(b, all...)
	for ; point > n; point-- {
		b = append(b, '0')
	}
	return b, nil
}

// digits returns the digits of the coefficient in the last n bytes of an array.
func (d Decimal) digits() (text [MaxDigits + 1]byte, n int) {
	hi, lo := d.hi, d.lo
	for {
		var rem uint64
		hi, lo, rem = div10(hi, lo)
		n++
		text[len(text)-n] = '0' + byte(rem)
		if hi|lo == 0 {
			return text, n
		}
	}
}

// MarshalText returns the same text as String.
func (d Decimal) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText reads what MarshalText writes, "" for no number.
func (d *Decimal) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Decimal{}
		return nil
	}
	v, err := ParseDecimal(string(text))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// grouped returns the number with a comma before every three digits and at
// least the given number of decimal places.
func (d Decimal) grouped(places int) string {
	sign, whole := "", d.String()
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	whole, fraction, _ := strings.Cut(whole, ".")
	for len(fraction) < places {
		fraction += "0"
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, r := range []byte(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(r)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}
