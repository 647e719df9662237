package money

import (
	"context"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/lang/langtest"
)

var seeds = []string{
	"", "$", "$5", "$ 9.5 billion. in aid", "US$1.2bn–$2bn", "Rs 1,00,000 crore", "€ 1.234.567,89", "($1,200)", "£3-4 million", "5c 50p #5 R5 N5",
	"between 5 and 10 million dollars", "two and a half million pesos", "\xff$5\xfe", "$1,1,1,1", "₹15 lakh", "¥¥¥5", "5 US cents", "$5\nmillion", "$3.2 m illion",
	"-€5m", "US $ 3 million", "100 yen ($0.70)", "millions of millions of dollars", "$\u00a05\u202f000", "€5,50–€6,75", "pound 5 pound", "$99999999999999999999999999999999999999999",
	"1 lakh crore rupees", "a $5m-a-year job", "$5 (US)", "kr 20m kr", "S/ 300", "FCFA 20 000", "5 euros and 50 cents", "0.000001 dollars", "$1e9", "٣ دولار",
}

// FuzzFind checks that mentions are in order, in range, on rune boundaries and
// of real currencies.
func FuzzFind(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, "AU", "", 0)
		f.Add(s, "", "", 2004)
	}
	for _, c := range langtest.Load(f, worldFile) {
		f.Add(c.Text, c.Options["country"], "", finderOf(f, c).Published.Year())
	}
	for _, file := range spokenFiles(f) {
		for i, c := range langtest.Load(f, file) {
			f.Add(c.Text, c.Options["country"], "", 2000+i)
		}
	}
	f.Fuzz(func(t *testing.T, s, country, currency string, year int) {
		finder := Finder{Country: country, Currency: currency}
		if k := year % (len(tongues) + 1); k > 0 {
			finder.Language = language.MustParse(tongues[k-1].tag)
		}
		if year > 0 && year < 3000 {
			finder.Published = time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		at := 0
		all := finder.FindAll(s)
		for _, m := range all {
			require.True(t, at <= m.Start && m.Start < m.End && m.End <= len(s), "[%d, %d) after %d of %q", m.Start, m.End, at, s)
			require.True(t, boundary(s, m.Start) && boundary(s, m.End), "[%d, %d) of %q", m.Start, m.End, s)
			require.NotNil(t, findCurrency(m.Currency), "%q in %q", m.Currency, s)
			require.True(t, m.Min.IsValid() || m.Max.IsValid(), "%q has a bound", s[m.Start:m.End])
			if m.Min.IsValid() && m.Max.IsValid() {
				require.LessOrEqual(t, m.Min.Cmp(m.Max), 0, "%q", s[m.Start:m.End])
			}
			at = m.End
		}
		var again []Mention
		for m := range finder.All(s) {
			again = append(again, m)
		}
		require.Equal(t, all, again)
	})
}

// boundary reports whether no rune of s lies across i.
func boundary(s string, i int) bool {
	for at := max(0, i-utf8.UTFMax+1); at < i; at++ {
		if r, n := utf8.DecodeRuneInString(s[at:]); (r != utf8.RuneError || n > 1) && at+n > i && utf8.RuneStart(s[at]) {
			return false
		}
	}
	return true
}

// FuzzRepair checks that repairs are edits in order, on rune boundaries, and all of those that
// there are, that they do nothing the second time, and keep what was found.
func FuzzRepair(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // the pipeline makes text valid first
		}
		at := 0
		var edits []edit
		Repair{}.Edits(s, func(start, end int, replacement string) {
			edits = append(edits, edit{start, end, replacement})
			require.True(t, at <= start && start <= end && end <= len(s) && (start < end || replacement != ""), "[%d, %d) after %d", start, end, at)
			require.True(t, utf8.ValidString(s[at:start]) && utf8.ValidString(replacement), "%q", s)
			at = end
		})
		require.Equal(t, editsOfAll(s), edits, "%q", s)
		once := repair(s)
		require.True(t, utf8.ValidString(once))
		require.Equal(t, once, repair(once), "once: %q, of %q", once, s)
		before, after := FindAll(s), FindAll(once)
		require.Len(t, after, len(before), "%q became %q", s, once)
		for i := range before {
			require.Equal(t, before[i].Min, after[i].Min, "%q became %q", s, once)
			require.Equal(t, before[i].Max, after[i].Max, "%q became %q", s, once)
			require.Equal(t, before[i].Currency, after[i].Currency, "%q became %q", s, once)
		}
	})
}

// editsOfAll are the edits of a text whose sums are all decided and tried, as if each were flawed.
func editsOfAll(s string) (edits []edit) {
	languages := languageTrack{text: s}
	Finder{}.claims(context.Background(), s, false, func(r *resolver, c *claim, _ int) bool {
		if !c.spoken {
			r.mend(c, &languages, func(start, end int, replacement string) { edits = append(edits, edit{start, end, replacement}) })
		}
		return true
	})
	return edits
}

// FuzzParse checks that what Parse reads, Format writes and Parse reads again.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := Parse(s)
		if err != nil {
			require.NotEmpty(t, err.Error())
			require.Equal(t, Amount{}, a)
			return
		}
		for _, style := range []Style{StyleCode, StyleSymbol, StyleShort} {
			text := Format(a, style)
			b, err := Finder{Currency: a.Currency}.Parse(text)
			require.NoError(t, err, "%q of %q", text, s)
			require.Equal(t, a, b, "%q of %q", text, s)
		}
		var b Amount
		require.NoError(t, b.UnmarshalText([]byte(a.String())))
		require.Equal(t, a, b)
	})
}

// FuzzDecimal checks that numbers are read as they are written, and add up as
// they do in other libraries.
func FuzzDecimal(f *testing.F) {
	f.Add("0.1", "-0.2")
	f.Add("99999999999999999999999999999999999999", "1")
	f.Add("1000000000000000000000000000000000000000000", "0.000001")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, err := ParseDecimal(x)
		if err != nil {
			return
		}
		again, err := ParseDecimal(a.String())
		require.NoError(t, err, x)
		require.Equal(t, a, again, x)
		b, err := ParseDecimal(y)
		if err != nil {
			return
		}
		assert.Equal(t, -a.Cmp(b), b.Cmp(a))
		assert.Equal(t, a == b, a.Cmp(b) == 0)
		sum, err := a.Add(b)
		if err != nil {
			require.ErrorIs(t, err, ErrRange)
			return
		}
		require.Equal(t, rat(a).Add(rat(a), rat(b)).String(), rat(sum).String(), "%s + %s", a, b)
	})
}
