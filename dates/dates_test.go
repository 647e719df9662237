package dates

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // for machines without time zones

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

func TestOptions(t *testing.T) {
	interval := func(m Mention) string {
		return m.From.Format(time.DateOnly) + " to " + m.To.Format(time.DateOnly)
	}
	for _, tt := range []struct {
		name, text string
		r          Resolver
		value      string
		interval   string
	}{
		{"month first", "3/4/2021", Resolver{}, "2021-03-04", "2021-03-04 to 2021-03-05"},
		{"day first", "3/4/2021", Resolver{Order: OrderDayFirst}, "2021-04-03", "2021-04-03 to 2021-04-04"},
		{"day and month alone", "3/4", Resolver{Published: published}, "2022-03-04", "2022-03-04 to 2022-03-05"},
		{"day and month alone, day first", "3/4", Resolver{Published: published, Order: OrderDayFirst}, "2022-04-03", "2022-04-03 to 2022-04-04"},
		{"a week by number alone", "week 42", Resolver{Published: published}, "2021-W42", "2021-10-18 to 2021-10-25"},
		{"only one order is possible", "3/14/2021", Resolver{Order: OrderDayFirst}, "2021-03-14", "2021-03-14 to 2021-03-15"},
		{"weeks from Monday", "next week", Resolver{Published: published}, "2021-W48", "2021-11-29 to 2021-12-06"},
		{"weeks from Sunday", "next week", Resolver{Published: published, WeekStart: WeekStartSunday}, "2021-W48", "2021-11-28 to 2021-12-05"},
		{"northern summer", "the summer of 2020", Resolver{}, "2020-SU", "2020-06-01 to 2020-09-01"},
		{"southern summer", "the summer of 2020", Resolver{Hemisphere: HemisphereSouth}, "2020-SU", "2020-12-01 to 2021-03-01"},
		{"fiscal years from January", "fiscal 2020", Resolver{}, "2020", "2020-01-01 to 2021-01-01"},
		{"a season", "2019/20", Resolver{}, "2019", "2019-01-01 to 2021-01-01"},
		{"the start of a season", "early 2019/20", Resolver{}, "2019", "2019-01-01 to 2019-09-01"},
		{"fiscal years of two numbers", "the fiscal year 2019/20", Resolver{}, "2019", "2019-01-01 to 2021-01-01"},
		{"fiscal years of two numbers, from April", "fiscal 2019/20", Resolver{FiscalStart: FiscalStart{Month: time.April}}, "2019", "2019-04-01 to 2020-04-01"},
		{"fiscal years from April", "fiscal 2020", Resolver{FiscalStart: FiscalStart{Month: time.April}}, "2020", "2019-04-01 to 2020-04-01"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, err := tt.r.Parse(tt.text)
			require.NoError(t, err)
			assert.Equal(t, tt.value, m.Value)
			assert.Equal(t, tt.interval, interval(m))
		})
	}
}

// The place of publication decides what day today is.
func TestLocation(t *testing.T) {
	tokyo := time.FixedZone("JST", 9*3600)
	at := time.Date(2021, time.November, 23, 20, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		published time.Time
		want      string
	}{{at, "2021-11-23"}, {at.In(tokyo), "2021-11-24"}} {
		m, err := Resolver{Published: tt.published}.Parse("today")
		require.NoError(t, err)
		assert.Equal(t, tt.want, m.Value)
		assert.Equal(t, tt.published.Location(), m.From.Location())
		assert.Equal(t, 24*time.Hour, m.To.Sub(m.From))
	}
}

// A day on which clocks change is shorter or longer than others.
func TestClockChange(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	require.NoError(t, err)
	r := Resolver{Published: time.Date(2021, time.March, 28, 12, 0, 0, 0, london)}
	m, err := r.Parse("today")
	require.NoError(t, err)
	assert.Equal(t, 23*time.Hour, m.To.Sub(m.From))
}

func TestParse(t *testing.T) {
	m, err := Resolver{Published: published}.Parse("  mid-August this year ")
	require.NoError(t, err)
	assert.Equal(t, Mention{
		Start: 2, End: 22, Type: TypeDate, Value: "2021-08", Mod: ModMid, From: m.From, To: m.To, Evidence: EvidencePublished,
	}, m)
	for _, tt := range []struct {
		name, text string
		want       error
		offset     int
	}{
		{"nothing", "", ErrNone, 0},
		{"another word", "  nothing", ErrNone, 2},
		{"a preposition", "on Tuesday", ErrNone, 0},
		{"words behind", "Tuesday or so they say", ErrTrailing, 8},
		{"a list", "Tuesday, Wednesday", ErrTrailing, 7},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.text)
			var p *ParseError
			require.ErrorAs(t, err, &p)
			assert.ErrorIs(t, err, tt.want)
			assert.Equal(t, tt.offset, p.Offset)
			assert.Equal(t, tt.text, p.Input)
		})
	}
	_, err = Parse("Tuesday or so they say")
	assert.EqualError(t, err, `dates: text after the expression: "Tuesday " stops before "or so they say"`)
}

func TestExpand(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a week", "They meet next week.", "They meet next week [29 Nov–5 Dec 2021]."},
		{"a day", "They met on Tuesday.", "They met on Tuesday [23 Nov 2021]."},
		{"a month", "They met in October.", "They met in October [Oct 2021]."},
		{"behind 's", "Tuesday's vote was close.", "Tuesday's [23 Nov 2021] vote was close."},
		{"a day in full", "They met on October 9, 2021.", "They met on October 9, 2021."},
		{"a length", "They met for two weeks.", "They met for two weeks."},
		{"a year in full", "They met in 1987.", "They met in 1987."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := Expand{Resolver{Published: published}}
			assert.Equal(t, tt.want, apply(e, tt.text))
			assert.Equal(t, tt.want, apply(e, tt.want), "it does nothing the second time")
		})
	}
}

// Notes have the months of the language that the text is read in.
func TestExpandSpeaks(t *testing.T) {
	for tag, want := range map[string]string{
		"de": "Der Rat trifft sich nächste Woche [29. Nov–5. Dez 2021], und im März [März 2022] noch einmal.",
		"es": "El consejo se reúne la semana próxima [29 nov–5 dic 2021] en la sala del ayuntamiento.",
		"fr": "Le conseil se réunira la semaine prochaine [29 nov–5 déc 2021], et en août [août 2022] encore une fois.",
		"it": "Il consiglio si riunirà la prossima settimana [29 nov–5 dic 2021] nella sala del comune.",
		"nl": "De raad komt volgende week [29 nov–5 dec 2021] bijeen in de grote zaal van het stadhuis.",
		"tr": "Meclis gelecek hafta [29 Kas–5 Ara 2021] belediye binasında bir kez daha toplanacak.",
		"pt": "O conselho vai reunir na próxima semana [29 nov–5 dez 2021] na sala da câmara.",
	} {
		notes := regexp.MustCompile(` \[[^\]]*\]`)
		for _, r := range []Resolver{{Published: published}, {Published: published, Language: language.Make(tag)}} {
			e := Expand{r}
			assert.Equal(t, want, apply(e, notes.ReplaceAllString(want, "")), "%s: %v", tag, r.Language)
			assert.Equal(t, want, apply(e, want), "it does nothing the second time")
		}
	}
}

// Every day of the years around leap days and centuries is found again by the
// names people give it.
func TestCalendar(t *testing.T) {
	for _, year := range []int{1, 4, 1600, 1900, 2000, 2004, 2020, 2021, 9998} {
		for d := time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC); d.Year() == year; d = d.AddDate(0, 0, 1) {
			r := Resolver{Published: d}
			if d.IsZero() {
				continue // the zero time is no day of publication
			}
			for text, want := range map[string]time.Time{
				"today": d, "yesterday": d.AddDate(0, 0, -1), "tomorrow": d.AddDate(0, 0, 1),
				"last " + d.Weekday().String(): d.AddDate(0, 0, -7), "next " + d.Weekday().String(): d.AddDate(0, 0, 7),
			} {
				if want.Year() < 1 {
					continue
				}
				m, err := r.Parse(text)
				require.NoError(t, err, text)
				require.Equal(t, want, m.From, "%s on %s", text, d)
				require.Equal(t, want.Format("2006-01-02"), m.Value, "%s on %s", text, d)
			}
			m, err := r.Parse("this week")
			require.NoError(t, err)
			y, w := d.ISOWeek()
			if y == 0 {
				continue
			}
			require.Equal(t, fmt.Sprintf("%04d-W%02d", y, w), m.Value, "%s", d)
			require.True(t, !d.Before(m.From) && d.Before(m.To) && m.From.Weekday() == time.Monday, "%s in %s", d, m.Value)
		}
	}
}

func TestText(t *testing.T) {
	for _, x := range []Type{TypeDate, TypeTime, TypeDuration, TypeSet} {
		b, err := x.MarshalText()
		require.NoError(t, err)
		var y Type
		require.NoError(t, y.UnmarshalText(b))
		assert.Equal(t, x, y)
	}
	for x := ModNone; x <= ModOnOrAfter; x++ {
		b, err := x.MarshalText()
		require.NoError(t, err)
		var y Mod
		require.NoError(t, y.UnmarshalText(b))
		assert.Equal(t, x, y)
	}
	for x := EvidenceStated; x <= EvidenceHabit; x++ {
		b, err := x.MarshalText()
		require.NoError(t, err)
		var y Evidence
		require.NoError(t, y.UnmarshalText(b))
		assert.Equal(t, x, y)
	}
	assert.Error(t, new(Type).UnmarshalText([]byte("WHEN")))
	assert.Error(t, new(Evidence).UnmarshalText([]byte("FAITH")))
	assert.Error(t, new(Mod).UnmarshalText([]byte("MAYBE")))
}

// The first date of a range is never after the second, whatever the clause says.
func TestRangesRise(t *testing.T) {
	ends := []string{"January", "April", "July", "November", "December", "January 9", "March 31", "June 1", "October 15", "November 24", "December 31"}
	for _, clause := range []string{"Prices rose from %s to %s.", "The ban runs from %s to %s.", "The ban will run from %s to %s.", "It was to last from %s to %s.", "The ban, %s-%s."} {
		for month := range time.Month(12) {
			r := Resolver{Published: time.Date(2021, month+1, 17, 0, 0, 0, 0, time.UTC)}
			for _, a := range ends {
				for _, b := range ends {
					if a == b || strings.Contains(a, " ") != strings.Contains(b, " ") {
						continue
					}
					text := fmt.Sprintf(clause, a, b)
					m := r.FindAll(text)
					if assert.Len(t, m, 2, text) && m[0].Through {
						assert.False(t, m[1].From.Before(m[0].From), "%s in %v: %s, %s", text, month+1, m[0].Value, m[1].Value)
					}
				}
			}
		}
	}
}
