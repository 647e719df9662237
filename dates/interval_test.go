package dates

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// someDays are days of publication at the ends of the calendar, around leap days, in
// years of 53 weeks and all over the years 2 to 9998.
func someDays() []time.Time {
	var days []time.Time
	for _, y := range []int{2, 3, 4, 99, 100, 101, 400, 1582, 1600, 1752, 1899, 1900, 1901, 1999, 2000, 2001, 2004, 2009, 2015, 2020, 2021, 2024, 2026, 2100, 9997, 9998} {
		for _, md := range [][2]int{{1, 1}, {1, 2}, {1, 3}, {1, 4}, {2, 28}, {2, 29}, {3, 1}, {3, 31}, {4, 1}, {6, 30}, {7, 1}, {12, 28}, {12, 29}, {12, 30}, {12, 31}} {
			days = append(days, time.Date(y, time.Month(md[0]), md[1], 0, 0, 0, 0, time.UTC))
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		days = append(days, time.Date(2+r.IntN(9996), 1, 1+r.IntN(366), 0, 0, 0, 0, time.UTC))
	}
	return days
}

// Periods of a kind follow one another without a gap, this one holds the day
// of publication, and each is as long as the calendar has it.
func TestPeriods(t *testing.T) {
	for _, tt := range []struct {
		unit    string
		shift   func(d time.Time, n int) time.Time // the start of a period moved by n
		longest int                                // in days
		value   func(from time.Time) string
	}{
		{"day", func(d time.Time, n int) time.Time { return d.AddDate(0, 0, n) }, 1, func(d time.Time) string { return d.Format(time.DateOnly) }},
		{"week", func(d time.Time, n int) time.Time { return d.AddDate(0, 0, 7*n) }, 7, func(d time.Time) string {
			y, w := d.ISOWeek()
			return fmt.Sprintf("%04d-W%02d", y, w)
		}},
		{"month", func(d time.Time, n int) time.Time { return d.AddDate(0, n, 0) }, 31, func(d time.Time) string { return d.Format("2006-01") }},
		{"quarter", func(d time.Time, n int) time.Time { return d.AddDate(0, 3*n, 0) }, 92, func(d time.Time) string {
			return fmt.Sprintf("%04d-Q%d", d.Year(), (d.Month()+2)/3)
		}},
		{"year", func(d time.Time, n int) time.Time { return d.AddDate(n, 0, 0) }, 366, func(d time.Time) string { return d.Format("2006") }},
	} {
		for _, d := range someDays() {
			r := Resolver{Published: d}
			parse := func(text string) Mention {
				m, err := r.Parse(text)
				require.NoError(t, err, text)
				return m
			}
			this, last, next := "this "+tt.unit, "last "+tt.unit, "next "+tt.unit
			if tt.unit == "day" {
				this, last, next = "today", "yesterday", "tomorrow"
			}
			m := parse(this)
			require.Equal(t, tt.value(m.From), m.Value, "%s on %v", this, d)
			require.False(t, d.Before(m.From) || !d.Before(m.To), "%s on %v", this, d)
			require.LessOrEqual(t, m.To.Sub(m.From), time.Duration(tt.longest)*24*time.Hour, "%s on %v", this, d)
			require.Equal(t, tt.shift(m.From, 1), m.To, "%s on %v", this, d)
			require.Equal(t, tt.shift(m.From, -1), parse(last).From, "%s on %v", last, d)
			require.Equal(t, m.From, parse(last).To, "%s on %v", last, d)
			require.Equal(t, m.To, parse(next).From, "%s on %v", next, d)
		}
	}
}

// The parts of a year, named with it, cover it in order.
func TestPartsOfYears(t *testing.T) {
	months := func(y int) (texts []string) {
		for m := time.January; m <= time.December; m++ {
			texts = append(texts, fmt.Sprintf("%s %d", m, y))
		}
		return texts
	}
	quarters := func(y int) (texts []string) {
		for _, n := range []string{"first", "second", "third", "fourth"} {
			texts = append(texts, fmt.Sprintf("the %s quarter of %d", n, y))
		}
		return texts
	}
	halves := func(y int) []string {
		return []string{fmt.Sprintf("the first half of %d", y), fmt.Sprintf("H2 %d", y)}
	}
	for y := 1000; y < 2200; y++ {
		for _, parts := range [][]string{months(y), quarters(y), halves(y), {fmt.Sprint("the year ", y)}} {
			end := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
			for _, text := range parts {
				m, err := Parse(text)
				require.NoError(t, err, text)
				require.Equal(t, end, m.From, text)
				end = m.To
			}
			require.Equal(t, time.Date(y+1, 1, 1, 0, 0, 0, 0, time.UTC), end, "%v", parts)
		}
		var seasons []string
		for _, s := range []string{"spring", "summer", "autumn", "winter"} {
			seasons = append(seasons, fmt.Sprintf("the %s of %d", s, y))
		}
		end := time.Date(y, 3, 1, 0, 0, 0, 0, time.UTC)
		for _, text := range seasons {
			m, err := Parse(text)
			require.NoError(t, err, text)
			require.Equal(t, end, m.From, text)
			end = m.To
		}
		require.Equal(t, time.Date(y+1, 3, 1, 0, 0, 0, 0, time.UTC), end)
	}
}

// A weekend is the Saturday and Sunday of its week, and a week starts on the
// day that the options say.
func TestWeekends(t *testing.T) {
	for _, d := range someDays() {
		weekend, err := Resolver{Published: d}.Parse("this weekend")
		require.NoError(t, err)
		week, err := Resolver{Published: d}.Parse("this week")
		require.NoError(t, err)
		require.Equal(t, week.Value+"-WE", weekend.Value)
		require.Equal(t, time.Saturday, weekend.From.Weekday())
		require.Equal(t, week.To, weekend.To)
		require.Equal(t, weekend.From.AddDate(0, 0, 2), weekend.To)
		sundays, err := Resolver{Published: d, WeekStart: WeekStartSunday}.Parse("this week")
		require.NoError(t, err)
		require.Equal(t, week.Value, sundays.Value)
		require.Equal(t, week.From.AddDate(0, 0, -1), sundays.From)
	}
}

// Days follow one another in places that move their clocks, if by half an hour, at
// midnight or over the date line.
func TestClockChanges(t *testing.T) {
	for _, name := range []string{"America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Tehran", "Pacific/Apia", "Africa/Casablanca"} {
		loc, err := time.LoadLocation(name)
		require.NoError(t, err)
		for d := time.Date(2011, 1, 1, 12, 0, 0, 0, loc); d.Year() < 2013; d = d.AddDate(0, 0, 1) {
			r := Resolver{Published: d}
			today, err := r.Parse("today")
			require.NoError(t, err)
			tomorrow, err := r.Parse("tomorrow")
			require.NoError(t, err)
			require.Equal(t, today.To, tomorrow.From, "%v", d)
			require.Equal(t, d.Format(time.DateOnly), today.Value)
			require.False(t, d.Before(today.From) || !d.Before(today.To), "%v", d)
			week, err := r.Parse("this week")
			require.NoError(t, err)
			require.False(t, today.From.Before(week.From) || today.To.After(week.To), "%v", d)
		}
	}
}
