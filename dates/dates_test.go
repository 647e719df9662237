package dates

import (
	"fmt"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // for machines without time zones

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// show writes the mentions of a text as [text] TYPE value, with the modifier
// behind.
func show(r Resolver, text string) string {
	var all []string
	for m := range r.All(text) {
		s := fmt.Sprintf("[%s] %v %s", text[m.Start:m.End], m.Type, m.Value)
		if m.Mod != NoMod {
			s += " " + m.Mod.String()
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// readings are read on Wednesday 24 November 2021.
var readings = []struct{ text, want string }{
	// Days
	{"The court ruled Tuesday.", "[Tuesday] DATE 2021-11-23"},
	{"The court ruled on Wednesday.", "[Wednesday] DATE 2021-11-24"},
	{"The court will rule on Friday.", "[Friday] DATE 2021-11-26"},
	{"The court will rule on Wednesday.", "[Wednesday] DATE 2021-11-24"},
	{"The court ruled last Friday.", "[last Friday] DATE 2021-11-19"},
	{"The court will sit next Monday.", "[next Monday] DATE 2021-11-29"},
	{"The court sits this Thursday.", "[this Thursday] DATE 2021-11-25"},
	{"The ferry sank yesterday.", "[yesterday] DATE 2021-11-23"},
	{"The ferry sails tomorrow.", "[tomorrow] DATE 2021-11-25"},
	{"The ferry sank the day before yesterday.", "[the day before yesterday] DATE 2021-11-22"},
	{"The ferry sank on the night of 12 May.", "[the night of 12 May] TIME 2021-05-12TNI"},
	{"The ferry sank on October 9.", "[October 9] DATE 2021-10-09"},
	{"The ferry will sail on January 5.", "[January 5] DATE 2022-01-05"},
	{"The ferry sank on the 3rd of March, 2019.", "[the 3rd of March, 2019] DATE 2019-03-03"},
	{"The ferry sank on 2019-03-03.", "[2019-03-03] DATE 2019-03-03"},
	{"The ferry sank on 3/4/2019.", "[3/4/2019] DATE 2019-03-04"},
	{"The ferry sank on Sunday, November 14.", "[Sunday, November 14] DATE 2021-11-14"},
	{"The ferry sank on Nov. 14, 2020.", "[Nov. 14, 2020] DATE 2020-11-14"},
	{"The ferry sank two days ago.", "[two days ago] DATE 2021-11-22"},
	{"The ferry sank three weeks ago.", "[three weeks ago] DATE 2021-W44"},
	{"The ferry will sail in ten days.", "[ten days] DURATION P10D"},

	// Weeks, weekends, months
	{"The talks resume next week.", "[next week] DATE 2021-W48"},
	{"The talks stalled last week.", "[last week] DATE 2021-W46"},
	{"The talks stalled over the weekend.", "[the weekend] DATE 2021-W46-WE"},
	{"The talks resume next weekend.", "[next weekend] DATE 2021-W48-WE"},
	{"The talks stalled earlier this month.", "[earlier this month] DATE 2021-11 START"},
	{"The talks stalled late last month.", "[late last month] DATE 2021-10 END"},
	{"The talks stalled in October.", "[October] DATE 2021-10"},
	{"The talks will resume in February.", "[February] DATE 2022-02"},
	{"The talks stalled in mid-August this year.", "[mid-August this year] DATE 2021-08 MID"},
	{"The talks stalled in early November.", "[early November] DATE 2021-11 START"},
	{"The talks stalled at the end of September.", "[the end of September] DATE 2021-09 END"},
	{"The talks stalled in February 2020.", "[February 2020] DATE 2020-02"},
	{"The talks stalled last March.", "[last March] DATE 2021-03"},
	{"The talks will resume next April.", "[next April] DATE 2022-04"},

	// Years and more
	{"The mill closed in 1987.", "[1987] DATE 1987"},
	{"The mill closed last year.", "[last year] DATE 2020"},
	{"The mill will close next year.", "[next year] DATE 2022"},
	{"The mill closed in the 1980s.", "[the 1980s] DATE 198"},
	{"The mill closed in the mid-1980s.", "[the mid-1980s] DATE 198 MID"},
	{"The mill closed in the nineties.", "[the nineties] DATE 199"},
	{"The mill closed in the 19th century.", "[the 19th century] DATE 18"},
	{"The mill closed two years ago.", "[two years ago] DATE 2019"},
	{"The mill closed in the summer of 1987.", "[the summer of 1987] DATE 1987-SU"},
	{"The mill closed last summer.", "[last summer] DATE 2020-SU"},
	{"The mill closed in 44 BC.", "[44 BC] DATE BC0044"},
	{"The mill will close by the end of 2030.", "[the end of 2030] DATE 2030 END"},
	{"The mill lost money in fiscal 2020.", "[fiscal 2020] DATE 2020"},

	// Quarters and halves
	{"Profit fell in the third quarter.", "[the third quarter] DATE 2021-Q3"},
	{"Profit fell in the fourth quarter of 2019.", "[the fourth quarter of 2019] DATE 2019-Q4"},
	{"Profit fell in Q3 2020.", "[Q3 2020] DATE 2020-Q3"},
	{"Profit fell in the first half of this year.", "[the first half of this year] DATE 2021-H1"},
	{"Profit will rise in the second half.", "[the second half] DATE 2021-H2"},

	// Times
	{"He spoke at 7 p.m. on Tuesday.", "[7 p.m. on Tuesday] TIME 2021-11-23T19:00"},
	{"He spoke at 10:30 a.m. EDT on November 3.", "[10:30 a.m. EDT on November 3] TIME 2021-11-03T10:30"},
	{"He spoke on Tuesday night.", "[Tuesday night] TIME 2021-11-23TNI"},
	{"He spoke last night.", "[last night] TIME 2021-11-23TNI"},
	{"He spoke this morning.", "[this morning] TIME 2021-11-24TMO"},
	{"He will speak tomorrow afternoon.", "[tomorrow afternoon] TIME 2021-11-25TAF"},
	{"He spoke at noon on Friday.", "[noon on Friday] TIME 2021-11-19T12:00"},
	{"He spoke shortly before midnight on Monday.", "[midnight on Monday] TIME 2021-11-22T24"},
	{"He spoke at 0700 GMT on Tuesday.", "[0700 GMT on Tuesday] TIME 2021-11-23T07:00"},
	{"He will speak tonight.", "[tonight] TIME 2021-11-24TNI"},

	// Durations
	{"He was held for two weeks.", "[two weeks] DURATION P2W"},
	{"He was held for more than nine days.", "[more than nine days] DURATION P9D MORE_THAN"},
	{"He was held for at least six months.", "[at least six months] DURATION P6M EQUAL_OR_MORE"},
	{"He was held for a year and a half.", "[a year and a half] DURATION P1Y6M"},
	{"He was held for several hours.", "[several hours] DURATION PTXH"},
	{"He was held for nearly three decades.", "[nearly three decades] DURATION P30Y LESS_THAN"},
	{"He was held for the past five years.", "[the past five years] DURATION P5Y"},
	{"He was held for 90 minutes.", "[90 minutes] DURATION PT90M"},
	{"It was a two-day meeting.", "[two-day] DURATION P2D"},

	// Sets
	{"The bus runs every Thursday.", "[every Thursday] SET XXXX-WXX-4"},
	{"The bus runs daily.", "[daily] SET P1D"},
	{"The bus runs every two hours.", "[every two hours] SET PT2H"},
	{"The bus runs each winter.", "[each winter] SET XXXX-WI"},
	{"The bus runs on Mondays.", "[Mondays] SET XXXX-WXX-1"},

	// Vague
	{"The road was closed recently.", "[recently] DATE PAST_REF"},
	{"The road is now closed.", "[now] DATE PRESENT_REF"},
	{"The road will open soon.", "[soon] DATE FUTURE_REF"},
	{"The road will open in the coming weeks.", "[the coming weeks] DATE FUTURE_REF"},
	{"The road was closed a few days ago.", "[a few days ago] DATE PAST_REF"},
	{"The road was closed in recent years.", "[recent years] DURATION PXY"},

	// Ranges and lists
	{"It rained from October 9 to 10.", "[October 9] DATE 2021-10-09; [10] DATE 2021-10-10"},
	{"It rained on Monday, Wednesday and Friday.", "[Monday] DATE 2021-11-22; [Wednesday] DATE 2021-11-24; [Friday] DATE 2021-11-19"},
	{"It rained between 2009 and 2011.", "[2009] DATE 2009; [2011] DATE 2011"},
	{"It rained from Oct. 30 to Nov. 14, 2020.", "[Oct. 30] DATE 2020-10-30; [Nov. 14, 2020] DATE 2020-11-14"},
	{"It rained on 12-14 May 2019.", "[12] DATE 2019-05-12; [14 May 2019] DATE 2019-05-14"},
	{"It rained between May 20 and 22.", "[May 20] DATE 2021-05-20; [22] DATE 2021-05-22"},

	// Named days
	{"It snowed on Christmas Day.", "[Christmas Day] DATE 2020-12-25"},
	{"It snowed on Christmas Eve last year.", "[Christmas Eve last year] DATE 2020-12-24"},
	{"It will snow at Easter.", "[Easter] DATE 2022-04-17"},
	{"It snowed on Thanksgiving.", "[Thanksgiving] DATE 2021-11-25"},
	{"It snowed on New Year's Eve.", "[New Year's Eve] DATE 2020-12-31"},
	{"It rained on Diwali.", "[Diwali] DATE 2021-11-04"},

	// Anchored on another
	{"He came in May 2015. A year later he left.", "[May 2015] DATE 2015-05; [A year later] DATE 2016"},
	{"He came on May 3, 2015. He left the following day.", "[May 3, 2015] DATE 2015-05-03; [the following day] DATE 2015-05-04"},
	{"He came on May 3, 2015. He left two days later.", "[May 3, 2015] DATE 2015-05-03; [two days later] DATE 2015-05-05"},
	{"He came in 1995. The next year he left.", "[1995] DATE 1995; [The next year] DATE 1996"},
	{"He came on Monday. He left the same day.", "[Monday] DATE 2021-11-22; [the same day] DATE 2021-11-22"},

	// Mod
	{"It cost nothing before 1990.", "[1990] DATE 1990"},
	{"It began around 1990.", "[around 1990] DATE 1990 APPROX"},
	{"It began in early 1990.", "[early 1990] DATE 1990 START"},
	{"It lasted about two hours.", "[two hours] DURATION PT2H APPROX"},
	{"It lasted less than a week.", "[less than a week] DURATION P1W LESS_THAN"},
	{"It took up to three years.", "[up to three years] DURATION P3Y EQUAL_OR_LESS"},

	// News of today
	{"The ceasefire has held since Friday.", "[Friday] DATE 2021-11-19"},
	{"The plant will open by March.", "[March] DATE 2022-03"},
	{"The vote is due on December 5.", "[December 5] DATE 2021-12-05"},
	{"The vote, planned for 5 December, was put off until January.", "[5 December] DATE 2021-12-05; [January] DATE 2022-01"},
	{"The law takes effect on Jan. 1.", "[Jan. 1] DATE 2022-01-01"},
	{"The company, founded in 1921, has 300 staff.", "[1921] DATE 1921"},
	{"The season ends on Saturday.", "[Saturday] DATE 2021-11-27"},
	{"He has led the party since early 2019.", "[early 2019] DATE 2019 START"},
	{"It was the hottest July since 1936.", "[July] DATE 2021-07; [1936] DATE 1936"},
	{"The 2020 season was cut short.", "[2020] DATE 2020"},
	{"The three months to June were dry.", "[The three months] DURATION P3M; [June] DATE 2021-06"},
	{"The match on Saturday night ended at 9:45 p.m.", "[Saturday night] TIME 2021-11-20TNI; [9:45 p.m.] TIME 2021-11-20T21:45"},

	// Places and sides that are easy to miss
	{"It rained in May and June 2019.", "[May] DATE 2019-05; [June 2019] DATE 2019-06"},
	{"It rained from December to January 2021.", "[December] DATE 2020-12; [January 2021] DATE 2021-01"},
	{"It rained from October 9 to 10, 2019.", "[October 9] DATE 2019-10-09; [10, 2019] DATE 2019-10-10"},
	{"It lived 66 million years ago.", "[66 million years ago] DATE PAST_REF"},
	{"The loan ran over seven years.", "[seven years] DURATION P7Y"},
	{"The loan ran for over seven years.", "[seven years] DURATION P7Y MORE_THAN"},
	{"We opened it the way we planned in October.", "[October] DATE 2021-10"},
	{"The forecast for the year ending in March was cut.", "[the year] DURATION P1Y; [March] DATE 2022-03"},
	{"The mill closed in 2019, and opened in 2014. A vote is set for July 4.", "[2019] DATE 2019; [2014] DATE 2014; [July 4] DATE 2021-07-04"},
}

func TestReadings(t *testing.T) {
	r := Resolver{Published: published}
	for _, tt := range readings {
		assert.Equal(t, tt.want, show(r, tt.text), tt.text)
	}
}

func TestNoDates(t *testing.T) {
	for _, text := range []string{
		"You may go.",
		"They march on.",
		"He finished second.",
		"The second goal came late.",
		"The sun rose.",
		"Prices fall.",
		"It cost $2000.",
		"It cost 2,000 dollars.",
		"A Boeing 747 landed.",
		"The 49ers won 21-14.",
		"She is 42.",
		"He is a 30-year-old baker.",
		"It rose 1.5 percent.",
		"He sat in seat 12.",
		"The score was 3-2.",
		"They used an AK-47.",
		"Section 12 of the act applies.",
		"Shares fell for a third day.",
		"Paragraph 3/4 is void.",
		"A march through town.",
	} {
		assert.Empty(t, show(Resolver{Published: published}, text), text)
	}
}

// Without a day of publication nothing is taken for today.
func TestUnpublished(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The court ruled on Tuesday.", "[Tuesday] DATE XXXX-WXX-2"},
		{"The court ruled last week.", "[last week] DATE XXXX-WXX"},
		{"The court ruled in October.", "[October] DATE XXXX-10"},
		{"The court ruled on October 9.", "[October 9] DATE XXXX-10-09"},
		{"The court ruled last year.", "[last year] DATE XXXX"},
		{"The court ruled on October 9, 2021.", "[October 9, 2021] DATE 2021-10-09"},
		{"The court sat for two weeks.", "[two weeks] DURATION P2W"},
	} {
		assert.Equal(t, tt.want, show(Resolver{}, tt.text), tt.text)
		for m := range All(tt.text) {
			assert.Equal(t, strings.Contains(m.Value, "X") || m.Type == Duration, m.To.IsZero(), "an interval only if the value is known: %q", tt.text)
		}
	}
}

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
		{"day first", "3/4/2021", Resolver{DayFirst: true}, "2021-04-03", "2021-04-03 to 2021-04-04"},
		{"only one order is possible", "3/14/2021", Resolver{DayFirst: true}, "2021-03-14", "2021-03-14 to 2021-03-15"},
		{"weeks from Monday", "next week", Resolver{Published: published}, "2021-W48", "2021-11-29 to 2021-12-06"},
		{"weeks from Sunday", "next week", Resolver{Published: published, SundayWeeks: true}, "2021-W48", "2021-11-28 to 2021-12-05"},
		{"northern summer", "the summer of 2020", Resolver{}, "2020-SU", "2020-06-01 to 2020-09-01"},
		{"southern summer", "the summer of 2020", Resolver{Southern: true}, "2020-SU", "2020-12-01 to 2021-03-01"},
		{"fiscal years from January", "fiscal 2020", Resolver{}, "2020", "2020-01-01 to 2021-01-01"},
		{"fiscal years from April", "fiscal 2020", Resolver{FiscalStart: time.April}, "2020", "2019-04-01 to 2020-04-01"},
	} {
		m, err := tt.r.Parse(tt.text)
		if assert.NoError(t, err, tt.name) {
			assert.Equal(t, tt.value, m.Value, tt.name)
			assert.Equal(t, tt.interval, interval(m), tt.name)
		}
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

func TestThrough(t *testing.T) {
	for text, want := range map[string]bool{
		"It rained from October 9 to 10.":            true,
		"It rained between May and July.":            true,
		"It rained from Monday until Friday.":        true,
		"It rained on October 9 and 10.":             false,
		"It rained on Monday.":                       false,
		"It rained on Monday to the delight of all.": false,
	} {
		all := Resolver{Published: published}.FindAll(text)
		require.NotEmpty(t, all, text)
		assert.Equal(t, want, all[0].Through, text)
		assert.False(t, all[len(all)-1].Through, text)
	}
}

func TestParse(t *testing.T) {
	m, err := Resolver{Published: published}.Parse("  mid-August this year ")
	require.NoError(t, err)
	assert.Equal(t, Mention{
		Start: 2, End: 22, Type: Date, Value: "2021-08", Mod: Mid, From: m.From, To: m.To,
	}, m)
	for _, tt := range []struct {
		text   string
		want   error
		offset int
	}{
		{"", ErrNone, 0},
		{"  nothing", ErrNone, 2},
		{"on Tuesday", ErrNone, 0},
		{"Tuesday or so they say", ErrTrailing, 8},
		{"Tuesday, Wednesday", ErrTrailing, 7},
	} {
		_, err := Parse(tt.text)
		var p *ParseError
		if assert.ErrorAs(t, err, &p, tt.text) {
			assert.ErrorIs(t, err, tt.want, tt.text)
			assert.Equal(t, tt.offset, p.Offset, tt.text)
			assert.Equal(t, tt.text, p.Input)
		}
	}
	_, err = Parse("Tuesday or so they say")
	assert.EqualError(t, err, `dates: text after the expression: "Tuesday " stops before "or so they say"`)
}

func TestExpand(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"They meet next week.", "They meet next week [29 Nov–5 Dec 2021]."},
		{"They met on Tuesday.", "They met on Tuesday [23 Nov 2021]."},
		{"They met in October.", "They met in October [Oct 2021]."},
		{"Tuesday's vote was close.", "Tuesday's [23 Nov 2021] vote was close."},
		{"They met on October 9, 2021.", "They met on October 9, 2021."},
		{"They met for two weeks.", "They met for two weeks."},
		{"They met in 1987.", "They met in 1987."},
	} {
		e := Expand{Resolver{Published: published}}
		assert.Equal(t, tt.want, apply(e, tt.text))
		assert.Equal(t, tt.want, apply(e, tt.want), "it does nothing the second time")
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
	for _, x := range []Type{Date, Time, Duration, Set} {
		b, err := x.MarshalText()
		require.NoError(t, err)
		var y Type
		require.NoError(t, y.UnmarshalText(b))
		assert.Equal(t, x, y)
	}
	for x := NoMod; x <= OnOrAfter; x++ {
		b, err := x.MarshalText()
		require.NoError(t, err)
		var y Mod
		require.NoError(t, y.UnmarshalText(b))
		assert.Equal(t, x, y)
	}
	assert.Error(t, new(Type).UnmarshalText([]byte("WHEN")))
	assert.Error(t, new(Mod).UnmarshalText([]byte("MAYBE")))
}
