package dates

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

func TestCountry(t *testing.T) {
	at := time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name, country, text, value, from, to string
	}{
		{"month first in the United States", "US", "03/04/2024", "2024-03-04", "2024-03-04", "2024-03-05"},
		{"day first in Britain", "GB", "03/04/2024", "2024-04-03", "2024-04-03", "2024-04-04"},
		{"only one order is possible", "GB", "03/14/2024", "2024-03-14", "2024-03-14", "2024-03-15"},
		{"month first in the English press of Japan", "JP", "03/04/2024", "2024-03-04", "2024-03-04", "2024-03-05"},
		{"weeks from Sunday", "US", "this week", "2024-W20", "2024-05-12", "2024-05-19"},
		{"weeks from Monday", "FR", "this week", "2024-W20", "2024-05-13", "2024-05-20"},
		{"weeks from Saturday", "EG", "this week", "2024-W20", "2024-05-11", "2024-05-18"},
		{"seasons of the south", "AU", "the summer of 2020", "2020-SU", "2020-12-01", "2021-03-01"},
		{"fiscal years named by their end", "IN", "fiscal 2024", "2024", "2023-04-01", "2024-04-01"},
		{"fiscal years named by their start", "JP", "fiscal 2024", "2024", "2024-04-01", "2025-04-01"},
		{"fiscal years of the calendar", "FR", "fiscal 2024", "2024", "2024-01-01", "2025-01-01"},
		{"fiscal years from a day within a month", "ET", "fiscal 2024", "2024", "2023-07-08", "2024-07-08"},
		{"of two numbers", "JP", "fiscal 2023/24", "2023", "2023-04-01", "2024-04-01"},
		{"of two numbers, named by their end", "IN", "fiscal 2023/24", "2023", "2023-04-01", "2024-04-01"},
		{"fiscal quarters", "US", "the first fiscal quarter of 2024", "2024-Q1", "2023-10-01", "2024-01-01"},
		{"an unknown country", "ZZ", "03/04/2024", "2024-03-04", "2024-03-04", "2024-03-05"},
		{"a country in lower case is none", "gb", "03/04/2024", "2024-03-04", "2024-03-04", "2024-03-05"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m, err := Resolver{Published: at, Country: tt.country}.Parse(tt.text)
			require.NoError(t, err)
			assert.Equal(t, tt.value, m.Value)
			assert.Equal(t, tt.from+" "+tt.to, m.From.Format(time.DateOnly)+" "+m.To.Format(time.DateOnly))
		})
	}
}

// A single option overrules what the country has.
func TestOptionsOverCountry(t *testing.T) {
	r := Resolver{Published: published, Country: "US", Order: OrderDayFirst, WeekStart: WeekStartMonday, Hemisphere: HemisphereSouth,
		FiscalStart: FiscalStart{time.July, 15}, FiscalName: FiscalNameStart}
	for text, want := range map[string]string{
		"3/4/2021":           "2021-04-03 2021-04-04",
		"this week":          "2021-11-22 2021-11-29",
		"the summer of 2020": "2020-12-01 2021-03-01",
		"fiscal 2020":        "2020-07-15 2021-07-15",
	} {
		m, err := r.Parse(text)
		require.NoError(t, err)
		assert.Equal(t, want, m.From.Format(time.DateOnly)+" "+m.To.Format(time.DateOnly), text)
	}
	m, err := Resolver{Order: OrderYearFirst}.Parse("10/11/12")
	require.NoError(t, err)
	assert.Equal(t, "2010-11-12", m.Value)
}

func TestValidate(t *testing.T) {
	for _, tt := range []struct {
		name string
		r    Resolver
		want string
	}{
		{"the zero value", Resolver{}, ""},
		{"all set", Resolver{Published: published, Language: language.BritishEnglish, Country: "QA", Order: OrderDayFirst, WeekStart: WeekStartSaturday,
			Hemisphere: HemisphereNorth, FiscalStart: FiscalStart{Month: time.April}, FiscalName: FiscalNameStart}, ""},
		{"another language", Resolver{Language: language.Polish}, "dates: language pl is not read"},
		{"a country in lower case", Resolver{Country: "gb"}, `dates: country "gb" is no ISO 3166-1 alpha-2 code in capitals`},
		{"no country", Resolver{Country: "ZZ"}, `dates: country "ZZ" is no ISO 3166-1 alpha-2 code in capitals`},
		{"a year out of the calendar", Resolver{Published: time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC)}, "dates: published in the year 12000, not one from 1 to 9999"},
		{"no order", Resolver{Order: 9}, "dates: no order 9"},
		{"no start of the week", Resolver{WeekStart: 9}, "dates: no start of the week 9"},
		{"no hemisphere", Resolver{Hemisphere: 9}, "dates: no hemisphere 9"},
		{"month 13", Resolver{FiscalStart: FiscalStart{Month: 13}}, "dates: fiscal years start on no day 0 of month 13"},
		{"a leap day", Resolver{FiscalStart: FiscalStart{time.February, 29}}, "dates: fiscal years start on no day 29 of month 2"},
		{"a day without a month", Resolver{FiscalStart: FiscalStart{Day: 3}}, "dates: fiscal years start on no day 3 of month 0"},
		{"no name of a fiscal year", Resolver{FiscalName: 9}, "dates: no name of a fiscal year 9"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.r.Validate()
			if tt.want == "" {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, tt.want)
			tt.r.FindAll("fiscal 2020, 3/4/2021, last week, this summer") // takes it as not set
		})
	}
}

func TestLanguage(t *testing.T) {
	const text = "It opened on 3 March 2020."
	assert.Len(t, Resolver{Language: language.MustParse("en-IN")}.FindAll(text), 1)
	assert.Empty(t, Resolver{Language: language.Swahili}.FindAll(text))
	_, err := Resolver{Language: language.Swahili}.Parse("3 March 2020")
	assert.ErrorIs(t, err, ErrNone)
}

func TestEvidence(t *testing.T) {
	for _, tt := range []struct {
		text string
		at   int // of the mentions
		want Evidence
	}{
		{"It opened on 3 March 2020.", 0, EvidenceStated},
		{"It lasted two weeks.", 0, EvidenceStated},
		{"It opens every Thursday.", 0, EvidenceStated},
		{"It opened at Christmas 2019.", 0, EvidenceStated},
		{"It opened last week.", 0, EvidencePublished},
		{"It opened today.", 0, EvidencePublished},
		{"It opened two years ago.", 0, EvidencePublished},
		{"It opened last Friday.", 0, EvidencePublished},
		{"It opened on Friday.", 0, EvidenceTense},
		{"It will open on Friday.", 0, EvidenceTense},
		{"It will open in May.", 0, EvidenceTense},
		{"It stays shut until Friday.", 0, EvidenceCue},
		{"It opened on Tuesday, March 2.", 0, EvidenceCue},
		{"It was shut from Oct. 30 to Nov. 14, 2020.", 0, EvidenceOrder},
		{"It opened on October 9 and 10, 2020.", 1, EvidenceOrder},
		{"It opened on 5 May 2020, and closed two days later.", 1, EvidenceAnaphor},
		{"It began in June 1987. On 3 July 1987 the dam was full. In September it broke.", 2, EvidenceStory},
		{"It opened at Diwali 2019.", 0, EvidenceTable},
		{"It opened on 3/4/2019.", 0, EvidenceHabit},
		{"The mayor, on Friday.", 0, EvidenceHabit},
	} {
		t.Run(tt.text, func(t *testing.T) {
			all := Resolver{Published: published}.FindAll(tt.text)
			require.Greater(t, len(all), tt.at)
			assert.Equal(t, tt.want, all[tt.at].Evidence)
		})
	}
}

func TestZone(t *testing.T) {
	for text, want := range map[string]string{
		"10 p.m. GMT on 3 March 2020":          "Z",
		"10 p.m. EDT on 3 July 2020":           "-04:00",
		"10 p.m. Eastern time on 3 July 2020":  "-04:00",
		"10 p.m. Eastern time on 3 March 2020": "-05:00",
		"10 p.m. on 3 March 2020":              "",
		"2020-03-03T10:00:00+05:30":            "+05:30",
	} {
		m, err := Parse(text)
		require.NoError(t, err)
		assert.Equal(t, want, m.Zone, text)
	}
}

func TestMentionJSON(t *testing.T) {
	m, err := Parse("mid-May 2020")
	require.NoError(t, err)
	b, err := json.Marshal(m)
	require.NoError(t, err)
	assert.JSONEq(t, `{"start":0,"end":12,"type":"DATE","value":"2020-05","mod":"MID","from":"2020-05-11T00:00:00Z","to":"2020-05-21T00:00:00Z"}`, string(b))
	var back Mention
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, m, back)
}
