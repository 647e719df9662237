package money

import (
	"errors"
	"fmt"
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// Errors of amounts. Those returned wrap them.
var (
	ErrUnknownCurrency  = errors.New("unknown currency")
	ErrNoAmount         = errors.New("no sum of money")
	ErrNotOne           = errors.New("not one exact amount")
	ErrTooLong          = errors.New("input too long")
	ErrCurrencyMismatch = errors.New("different currencies")
	ErrMinorUnits       = errors.New("not a whole number of minor units")
)

// A ParseError says why a text is not one amount.
type ParseError struct {
	Input  string
	Offset int // byte of Input where reading failed
	Err    error
}

// Error says what was read, why not and where.
func (e *ParseError) Error() string {
	return fmt.Sprintf("money: parsing %.60q: %v at byte %d", e.Input, e.Err, e.Offset)
}

// Unwrap returns Err.
func (e *ParseError) Unwrap() error { return e.Err }

// An Amount is an exact sum of one currency. Amounts are values and comparable
// with ==. The zero Amount is no amount at all.
//
// Its text form, in JSON too, is "USD 9500000000".
type Amount struct {
	Value    Decimal // in major units: 0.6 for 60 cents
	Currency string  // ISO 4217 code
}

// NewAmount returns an amount of a currency. The error wraps
// ErrUnknownCurrency, or ErrSyntax when value is no number.
func NewAmount(value Decimal, code string) (Amount, error) {
	if findCurrency(code) == nil {
		return Amount{}, fmt.Errorf("money: currency %.20q: %w", code, ErrUnknownCurrency)
	}
	if !value.IsValid() {
		return Amount{}, fmt.Errorf("money: amount of %s: %w", code, ErrSyntax)
	}
	return Amount{value, code}, nil
}

// FromMinor returns the amount of n minor units of a currency: 950 of USD are
// $9.50, 950 of JPY are ¥950.
func FromMinor(n int64, code string) (Amount, error) {
	c := findCurrency(code)
	if c == nil {
		return Amount{}, fmt.Errorf("money: currency %.20q: %w", code, ErrUnknownCurrency)
	}
	return Amount{NewDecimal(n, -int(c.digits)), code}, nil
}

// Minor returns the amount in minor units of its currency. The error wraps
// ErrMinorUnits when that is no whole number, ErrRange when it does not fit.
func (a Amount) Minor() (int64, error) {
	c := findCurrency(a.Currency)
	if c == nil {
		return 0, fmt.Errorf("money: currency %.20q: %w", a.Currency, ErrUnknownCurrency)
	}
	d := a.Value.Shift(int(c.digits))
	n, ok := d.Int64()
	switch {
	case ok:
		return n, nil
	case !d.IsInteger():
		return 0, fmt.Errorf("money: %s: %w", a, ErrMinorUnits)
	}
	return 0, fmt.Errorf("money: %s in minor units: %w", a, ErrRange)
}

// Add returns a + b. The error wraps ErrCurrencyMismatch when the currencies
// differ, ErrRange when the sum has too many digits.
func (a Amount) Add(b Amount) (Amount, error) {
	if a.Currency != b.Currency {
		return Amount{}, fmt.Errorf("money: sum of %s and %s: %w", a, b, ErrCurrencyMismatch)
	}
	v, err := a.Value.Add(b.Value)
	return Amount{v, a.Currency}, err
}

// Cmp returns -1, 0 or 1 as a is less than, equal to or greater than b. The
// error wraps ErrCurrencyMismatch when the currencies differ.
func (a Amount) Cmp(b Amount) (int, error) {
	if a.Currency != b.Currency {
		return 0, fmt.Errorf("money: comparing %s and %s: %w", a, b, ErrCurrencyMismatch)
	}
	return a.Value.Cmp(b.Value), nil
}

// String returns the text form of a.
func (a Amount) String() string {
	if a == (Amount{}) {
		return ""
	}
	return a.Currency + " " + a.Value.String()
}

// MarshalText returns the same text as String.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what MarshalText writes, "" for no amount.
func (a *Amount) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*a = Amount{}
		return nil
	}
	code, number, _ := strings.Cut(string(text), " ")
	v, err := ParseDecimal(number)
	if err != nil {
		return err
	}
	n, err := NewAmount(v, code)
	if err != nil {
		return err
	}
	*a = n
	return nil
}

// MaxInput is how many bytes, the space around it aside, an amount may have for
// Parse to read it.
const MaxInput = 1000

// Parse is [Finder.Parse] of the zero Finder.
func Parse(text string) (Amount, error) { return Finder{}.Parse(text) }

// Parse reads one amount, all of text but for space around it: "US$1.2bn",
// "EUR 20", "half a million dollars", and "($1,200)" for a negative one. The
// error is a [*ParseError]: it wraps ErrNoAmount when there is none or something
// else beside it, ErrUnknownCurrency when a number has no currency that is
// known, ErrNotOne for a range or a vague sum, ErrRange when the number has more
// than [MaxDigits] digits, ErrTooLong when text has more than [MaxInput] bytes.
func (f Finder) Parse(text string) (Amount, error) {
	input := text
	text = strings.TrimSpace(input)
	offset := strings.Index(input, text)
	fail := func(at int, err error) (Amount, error) {
		return Amount{}, &ParseError{Input: input, Offset: offset + at, Err: err}
	}
	if err := f.Validate(); err != nil {
		return Amount{}, err
	}
	if len(text) > MaxInput {
		if at, err := unread(text[:MaxInput]); err == ErrRange {
			return fail(at, err)
		}
		return fail(MaxInput, ErrTooLong)
	}
	negative := len(text) > 2 && text[0] == '(' && text[len(text)-1] == ')'
	if negative {
		text = text[1 : len(text)-1]
		offset++
	}
	var found Mention
	for m := range f.All(text) {
		found = m
		break
	}
	switch {
	case found.End == 0:
		at, err := unread(text)
		return fail(at, err)
	case found.Start > 0:
		return fail(0, ErrNoAmount)
	case found.End < len(text):
		return fail(found.End, ErrNoAmount)
	case !found.Exact():
		return fail(0, ErrNotOne)
	}
	a := found.Amount()
	if negative {
		a.Value = a.Value.Neg()
	}
	return a, nil
}

// unread says why no sum was found in a text.
func unread(s string) (int, error) {
	at := strings.IndexAny(s, "0123456789")
	if at < 0 {
		return 0, ErrNoAmount
	}
	end := at
	for end < len(s) && strings.IndexByte("0123456789,.", s[end]) >= 0 {
		end++
	}
	if end-at > MaxDigits {
		return at, ErrRange
	}
	if at > 0 && end < len(s) && scan.Letter(s[end]) {
		return end, ErrNoAmount
	}
	if at > 0 {
		return 0, ErrUnknownCurrency
	}
	return end, ErrUnknownCurrency
}
