package money

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func decimal(t *testing.T, s string) Decimal {
	t.Helper()
	d, err := ParseDecimal(s)
	require.NoError(t, err, s)
	return d
}

func TestDecimalText(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "-0": "0", "1.50": "1.5", "-1234.5": "-1234.5", "007": "7", ".5": "0.5", "100": "100",
		strings.Repeat("9", MaxDigits):        strings.Repeat("9", MaxDigits),
		"1" + strings.Repeat("0", 60):         "1" + strings.Repeat("0", 60),
		"0." + strings.Repeat("0", 50) + "12": "0." + strings.Repeat("0", 50) + "12",
	} {
		d, err := ParseDecimal(in)
		if assert.NoError(t, err, in) {
			assert.Equal(t, want, d.String(), in)
		}
	}
	for in, want := range map[string]error{
		"": ErrSyntax, "-": ErrSyntax, ".": ErrSyntax, "1e5": ErrSyntax, "1,000": ErrSyntax, "1.2.3": ErrSyntax, " 1": ErrSyntax, "٣": ErrSyntax, "NaN": ErrSyntax,
		strings.Repeat("9", MaxDigits+1): ErrRange, "1" + strings.Repeat("0", 200): ErrRange,
	} {
		_, err := ParseDecimal(in)
		assert.ErrorIs(t, err, want, in)
	}
}

func TestDecimalArithmetic(t *testing.T) {
	sum, err := decimal(t, "0.1").Add(decimal(t, "0.2"))
	require.NoError(t, err)
	assert.Equal(t, decimal(t, "0.30"), sum, "equal numbers are equal under ==")
	assert.Equal(t, "-5", decimal(t, "5").Neg().String())
	assert.Equal(t, "1250", decimal(t, "1.25").Shift(3).String())
	assert.Equal(t, "0.00125", decimal(t, "1.25").Shift(-3).String())
	assert.Equal(t, Decimal{}, decimal(t, "1").Shift(1000), "out of range")
	assert.Equal(t, []int{-1, 0, 1}, []int{decimal(t, "-2").Sign(), decimal(t, "0").Sign(), decimal(t, "3").Sign()})
	_, err = decimal(t, strings.Repeat("9", MaxDigits)).Add(decimal(t, "1.5"))
	assert.ErrorIs(t, err, ErrRange)
	_, err = Decimal{}.Add(decimal(t, "1"))
	assert.ErrorIs(t, err, ErrSyntax, "nothing plus something")
	n, ok := decimal(t, "-9223372036854775808").Int64()
	assert.True(t, ok && n == math.MinInt64)
	_, ok = decimal(t, "9223372036854775808").Int64()
	assert.False(t, ok)
	_, ok = decimal(t, "1.5").Int64()
	assert.False(t, ok)
}

func TestDecimalOrder(t *testing.T) {
	ordered := []string{"-1000000000000000000000", "-2", "-1.5", "0", "0.0001", "0.5", "1", "1.000000001", "99", "100", "1000000000000000000000"}
	for i, a := range ordered {
		for j, b := range ordered {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			assert.Equal(t, want, decimal(t, a).Cmp(decimal(t, b)), "%s and %s", a, b)
			assert.Equal(t, want == 0, decimal(t, a).Equal(decimal(t, b)), "%s and %s", a, b)
		}
		assert.Equal(t, -1, Decimal{}.Cmp(decimal(t, a)), "no number sorts first")
	}
}

func TestAmounts(t *testing.T) {
	dollars, err := NewAmount(NewDecimal(950, -2), "USD")
	require.NoError(t, err)
	cents, err := dollars.Minor()
	require.NoError(t, err)
	assert.Equal(t, int64(950), cents)
	again, err := FromMinor(950, "USD")
	require.NoError(t, err)
	assert.Equal(t, dollars, again)

	dinars, err := FromMinor(1500, "KWD")
	require.NoError(t, err)
	assert.Equal(t, "KWD 1.5", dinars.String(), "three places")

	_, err = Amount{NewDecimal(1, -3), "USD"}.Minor()
	assert.ErrorIs(t, err, ErrMinorUnits)
	_, err = Amount{NewDecimal(1, 30), "USD"}.Minor()
	assert.ErrorIs(t, err, ErrRange)
	_, err = dollars.Add(dinars)
	assert.ErrorIs(t, err, ErrCurrencyMismatch)
	_, err = dollars.Cmp(dinars)
	assert.ErrorIs(t, err, ErrCurrencyMismatch)
	_, err = NewAmount(NewDecimal(1, 0), "usd")
	assert.ErrorIs(t, err, ErrUnknownCurrency)
	_, err = NewAmount(Decimal{}, "USD")
	assert.ErrorIs(t, err, ErrSyntax)
	_, err = FromMinor(1, "")
	assert.ErrorIs(t, err, ErrUnknownCurrency)
}

func TestJSON(t *testing.T) {
	type receipt struct {
		Paid  Amount
		Rate  Decimal
		Bound Mod
	}
	in := receipt{Amount{NewDecimal(95, 8), "USD"}, NewDecimal(-15, -1), ModEqualOrLess}
	b, err := json.Marshal(in)
	require.NoError(t, err)
	assert.JSONEq(t, `{"Paid": "USD 9500000000", "Rate": "-1.5", "Bound": "EQUAL_OR_LESS"}`, string(b))
	var out receipt
	require.NoError(t, json.Unmarshal(b, &out))
	assert.Equal(t, in, out)
	require.NoError(t, json.Unmarshal([]byte(`{"Paid": "", "Rate": "", "Bound": ""}`), &out))
	assert.Equal(t, receipt{}, out, "the zero values too")
	for _, bad := range []string{`{"Paid": "USD"}`, `{"Paid": "USD five"}`, `{"Paid": "XXY 5"}`, `{"Rate": "1e9"}`, `{"Bound": "MANY"}`} {
		assert.Error(t, json.Unmarshal([]byte(bad), &out), bad)
	}
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"US$1.2bn": "USD 1200000000", " EUR 20 ": "EUR 20", "half a million dollars": "USD 500000", "20 baht": "THB 20",
		"($1,200)": "USD -1200", "-€5": "EUR -5", "Rs 2.5 lakh": "INR 250000", "85 cents": "USD 0.85",
	} {
		a, err := Parse(in)
		if assert.NoError(t, err, in) {
			assert.Equal(t, want, a.String(), in)
		}
	}
	for _, tt := range []struct {
		in     string
		want   error
		offset int
	}{
		{"", ErrNoAmount, 0},
		{"five", ErrNoAmount, 0},
		{"$5 or so", ErrNoAmount, 2},
		{"only $5", ErrNoAmount, 0},
		{"500", ErrUnknownCurrency, 3},
		{"£3 to £4", ErrNotOne, 0},
		{"millions of euros", ErrNotOne, 0},
		{"$" + strings.Repeat("7", MaxDigits+1), ErrRange, 1},
	} {
		_, err := Parse(tt.in)
		var p *ParseError
		if assert.ErrorAs(t, err, &p, tt.in) {
			assert.ErrorIs(t, err, tt.want, tt.in)
			assert.Equal(t, tt.offset, p.Offset, tt.in)
			assert.Equal(t, tt.in, p.Input)
		}
	}
	_, err := Finder{Country: "Mars"}.Parse("$5")
	assert.Error(t, err)
	assert.False(t, errors.Is(err, ErrNoAmount))
	a, err := Finder{Country: "NZ"}.Parse("$5")
	require.NoError(t, err)
	assert.Equal(t, "NZD 5", a.String())
}

func TestFormat(t *testing.T) {
	for _, tt := range []struct{ amount, code, symbol, short string }{
		{"USD 9500000000", "USD 9,500,000,000", "$9,500,000,000", "$9.5 billion"},
		{"EUR 9.5", "EUR 9.50", "€9.50", "€9.50"},
		{"JPY 950", "JPY 950", "¥950", "¥950"},
		{"KWD 1.5", "KWD 1.500", "KWD 1.500", "KWD 1.500"},
		{"GBP -1234567", "GBP -1,234,567", "", ""},
		{"AUD 1250000", "AUD 1,250,000", "A$1,250,000", "A$1.25 million"},
		{"SEK 1234567", "SEK 1,234,567", "SEK 1,234,567", "SEK 1,234,567"},
		{"INR 999999", "INR 999,999", "₹999,999", "₹999,999"},
		{"USD 2000000000000", "USD 2,000,000,000,000", "$2,000,000,000,000", "$2 trillion"},
	} {
		var a Amount
		require.NoError(t, a.UnmarshalText([]byte(tt.amount)))
		if a.Value.Sign() < 0 {
			assert.Equal(t, "-GBP 1,234,567", Format(a, StyleCode))
			assert.Equal(t, "-£1,234,567", Format(a, StyleSymbol))
			continue
		}
		assert.Equal(t, []string{tt.code, tt.symbol, tt.short}, []string{Format(a, StyleCode), Format(a, StyleSymbol), Format(a, StyleShort)})
	}
	assert.Empty(t, Format(Amount{}, StyleShort))
}

// Parse reads what Format writes, in every currency and style.
func TestFormatParse(t *testing.T) {
	for _, c := range currencies {
		if c.code == "GHC" {
			continue // the press writes GHC for the cedi of today
		}
		for _, value := range []Decimal{NewDecimal(1, 0), NewDecimal(1999, -1), NewDecimal(95, 8), NewDecimal(-1234567, 0), NewDecimal(3, 12)} {
			a := Amount{value, c.code}
			for _, style := range []Style{StyleCode, StyleSymbol, StyleShort} {
				text := Format(a, style)
				got, err := Finder{Currency: c.code}.Parse(text)
				if assert.NoError(t, err, text) {
					assert.Equal(t, a, got, text)
				}
			}
		}
	}
}

func TestCurrencyTable(t *testing.T) {
	for _, tt := range []struct {
		code    string
		digits  int
		current bool
	}{
		{"USD", 2, true}, {"JPY", 0, true}, {"KWD", 3, true}, {"CLF", 4, true}, {"VES", 2, true}, {"SLE", 2, true}, {"ZWG", 2, true},
		{"XCG", 2, true}, {"MRU", 2, true}, {"DEM", 2, false}, {"VEF", 2, false}, {"HRK", 2, false},
	} {
		c, ok := LookupCurrency(tt.code)
		if assert.True(t, ok, tt.code) {
			assert.Equal(t, tt.digits, c.Digits, tt.code)
			assert.Equal(t, tt.current, c.Until == 0, tt.code)
		}
	}
	for _, bad := range []string{"", "usd", "ZZZ", "US", "USDX"} {
		_, ok := LookupCurrency(bad)
		assert.False(t, ok, bad)
	}
	for country, want := range map[string]string{"US": "USD", "QA": "QAR", "HR": "EUR", "SV": "USD", "ZZ": "", "us": ""} {
		assert.Equal(t, want, CurrencyOf(country), country)
	}
}

// What Parse does not read, and why.
func TestParseLimits(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     error
	}{
		{"the most digits and one", "$" + strings.Repeat("9", MaxDigits+1), ErrRange},
		{"ten thousand digits", "$" + strings.Repeat("9", 10000), ErrRange},
		{"ten thousand groups", strings.Repeat("1,", 10000) + "1 USD", ErrRange},
		{"an exponent", "$1e9", ErrNoAmount},
		{"a large exponent", "$1e999999999", ErrNoAmount},
		{"signs alone", strings.Repeat("$", 10000), ErrTooLong},
		{"a page of sums", strings.Repeat("$5 ", 1000), ErrTooLong},
		{"a range", "$5m-$6m", ErrNotOne},
		{"something else beside it", "$5 a day", ErrNoAmount},
		{"no currency", "5", ErrUnknownCurrency},
	} {
		_, err := Parse(tt.in)
		assert.ErrorIs(t, err, tt.want, tt.name)
		var p *ParseError
		if assert.ErrorAs(t, err, &p, tt.name) {
			assert.LessOrEqual(t, p.Offset, len(tt.in), tt.name)
			assert.Less(t, len(err.Error()), 200, tt.name)
		}
	}
	a, err := Parse("$" + strings.Repeat("9", MaxDigits))
	assert.NoError(t, err)
	assert.Equal(t, strings.Repeat("9", MaxDigits), a.Value.String())
}
