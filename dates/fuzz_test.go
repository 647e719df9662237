package dates

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/lang/langtest"
)

// valueForm is the syntax of the values this package writes.
var valueForm = regexp.MustCompile(`^(` +
	`PAST_REF|PRESENT_REF|FUTURE_REF|` +
	`P(\d+(\.\d)?|X)(Y|Q|M|W|D|WE|DE|CE|C|ML)|P\d+[YMW](\d+[MWD])?\d+[MWD]|P\d+[YMWD](\d+[MWD])?T\d+[HMS](\d+[MS])?|PT\d+[HM](\d+[MS])?\d+[MS]|P6M|PT(\d+(\.\d)?|X)(H|M|S)|PT(\d+H)?30M|PT(\d+M)?30S|` +
	`(BC)?[\dX]{4}|(BC)?[\dX]{2,3}|(BC)?[\dX]{4}-(Q[\dX]|H[\dX]|SP|SU|FA|WI|XX)|` +
	`[\dX]{4}-W[\dX]{2}(-WE|-[1-7])?(T.*)?|(BC)?[\dX]{4}-[\dX]{2}(-[\dX]{2})?` +
	`)(T(MO|MI|AF|EV|NI|DT|24|\d\d:\d\d(:\d\d)?))?$`)

// resolvers cover the options and the ends of the calendar.
func resolvers(year int) []Resolver {
	at := time.Date(year, 12, 31, 23, 30, 0, 0, time.FixedZone("", -9*3600))
	all := []Resolver{{}, {Published: published}, {Published: at, Order: OrderDayFirst, WeekStart: WeekStartSunday, Hemisphere: HemisphereSouth, FiscalStart: FiscalStart{Month: time.July}}}
	for i := range languages {
		all = append(all, Resolver{Published: published, Language: language.Make(languages[i].tag)})
	}
	return all
}

// readings are the sentences that the languages are tested with.
func readings(tb testing.TB) (all []langtest.Case) {
	files, err := filepath.Glob("../internal/lang/*/tests/dates.txt")
	require.NoError(tb, err)
	for _, file := range files {
		all = append(all, langtest.Load(tb, file)...)
	}
	return all
}

func check(t *testing.T, r Resolver, s string) {
	end := 0
	for _, m := range r.FindAll(s) {
		if m.Start < end || m.End <= m.Start || m.End > len(s) {
			t.Fatalf("span %d:%d after %d in %q", m.Start, m.End, end, s)
		}
		end = m.End
		if cut(s, m.Start) || cut(s, m.End) {
			t.Fatalf("span %d:%d cuts a rune of %q", m.Start, m.End, s)
		}
		if !valueForm.MatchString(m.Value) {
			t.Fatalf("value %q of %q in %q", m.Value, s[m.Start:m.End], s)
		}
		if m.To.Before(m.From) || m.To.IsZero() && !m.From.IsZero() {
			t.Fatalf("interval %v to %v of %q", m.From, m.To, s[m.Start:m.End])
		}
		if m.Type < TypeDate || m.Type > TypeSet {
			t.Fatalf("type %d", m.Type)
		}
	}
}

func cut(s string, i int) bool {
	return i < len(s) && !utf8.RuneStart(s[i]) && utf8.ValidString(s)
}

func apply(e Expand, s string) string {
	var b strings.Builder
	at := 0
	e.Edits(s, func(start, end int, note string) {
		b.WriteString(s[at:start] + note)
		at = end
	})
	return b.String() + s[at:]
}

func FuzzFind(f *testing.F) {
	for _, s := range hostile {
		f.Add(strings.Repeat(s, 4), 2021)
	}
	for _, c := range readings(f) {
		f.Add(c.Text, 1)
	}
	f.Add(news, 9999)
	f.Add("May 10 years ago, last year's May, Christmas 20 years ago", 5)
	f.Add("the last 29 February of the 0th century, 9999999 years ago, 12:60 p.m. on 31/02/2020", -5)
	f.Fuzz(func(t *testing.T, s string, year int) {
		for _, r := range resolvers(year % 20000) {
			check(t, r, s)
		}
	})
}

func FuzzExpand(f *testing.F) {
	for _, c := range readings(f) {
		f.Add(c.Text)
	}
	f.Add("Tuesday’s [23 Nov 2021] vote [1998], next week [")
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range resolvers(2020) {
			once := apply(Expand{r}, s)
			if twice := apply(Expand{r}, once); twice != once {
				t.Fatalf("%q expands to\n%q and that to\n%q", s, once, twice)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add("next week")
	f.Add("  9 October 2021 and more")
	f.Fuzz(func(t *testing.T, s string) {
		m, err := Resolver{Published: published}.Parse(s)
		if err == nil {
			if strings.TrimSpace(s[:m.Start]) != "" {
				t.Fatalf("%q parses as %q", s, s[m.Start:m.End])
			}
			return
		}
		e := err.(*ParseError)
		if e.Offset < 0 || e.Offset > len(s) || e.Error() == "" {
			t.Fatalf("%q: offset %d", s, e.Offset)
		}
	})
}
