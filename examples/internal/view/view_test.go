package view

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/money"
)

func article(t *testing.T, text string) Article {
	t.Helper()
	published := time.Date(2024, time.May, 15, 0, 0, 0, 0, time.UTC)
	var a copydesk.Annotator
	r, err := a.Annotate(t.Context(), copydesk.Article{ID: json.RawMessage(`"a"`), Text: text, Published: published})
	require.NoError(t, err)
	return Article{text, published, r}
}

// textOf joins what pieces show.
func textOf(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		for _, q := range p.Parts {
			b.WriteString(q.Text)
		}
	}
	return b.String()
}

func TestNothingIsLost(t *testing.T) {
	for _, text := range []string{
		"",
		"Nothing to see.",
		"Ada Obi paid $ 5 million. in May , she said. â€œDone.â€\u009d",
		"\u200bHidden at both ends\u200b",
		strings.Repeat("Ada Obi paid â‚¬ 5 on Friday . ", 50),
	} {
		a := article(t, text)
		v, err := newView(a)
		require.NoError(t, err)
		if text != a.Text {
			assert.Equal(t, text, textOf(v.Before))
		} else {
			assert.Empty(t, v.Before, "one column where nothing was mended")
		}
		assert.Equal(t, a.Text, textOf(v.After))
		places := 0
		for _, p := range v.After {
			for _, q := range p.Parts {
				if q.Change != nil {
					places++
				}
			}
		}
		assert.GreaterOrEqual(t, places, len(a.Changes), "every change has a place in %q", a.Text)
		counted := 0
		for _, c := range v.Changes {
			counted += c.Count
		}
		assert.Equal(t, len(a.Changes), counted)
	}
}

func TestCutDividesMarksAtChanges(t *testing.T) {
	marks := []mark{{start: 2, end: 6, Class: "name"}}
	changes := []mark{{start: 0, end: 3, Key: "c0"}, {start: 6, end: 6, Key: "c1"}, {start: 8, end: 8, Key: "c2"}}
	var got []string
	for _, p := range cut("abcdefgh", marks, changes) {
		s := ""
		for _, q := range p.Parts {
			if q.Change != nil {
				s += "{" + q.Change.Key + " " + q.Text + "}"
			} else {
				s += q.Text
			}
		}
		if p.Mark != nil {
			s = "[" + s + "]"
		}
		got = append(got, s)
	}
	assert.Equal(t, []string{"{c0 ab}", "[{c0 c}def]", "{c1 }gh{c2 }"}, got)
}

func TestArticlesAreEscaped(t *testing.T) {
	a := article(t, `<script>alert("x")</script> Ada <b>Obi</b> & "Mr" Ben's `+"`${1}`")
	a.ID = json.RawMessage(`"<img src=x>"`)
	var b strings.Builder
	page := NewPage(&b)
	require.NoError(t, page.Add(a))
	require.NoError(t, page.Close())
	assert.NotContains(t, b.String(), "<script>alert")
	assert.NotContains(t, b.String(), "<img")
	assert.NotContains(t, b.String(), "<b>")
	assert.Contains(t, b.String(), "&lt;script&gt;alert")
}

func decimal(t *testing.T, s string) money.Decimal {
	t.Helper()
	var d money.Decimal
	require.NoError(t, d.UnmarshalText([]byte(s)))
	return d
}

func TestAmounts(t *testing.T) {
	for want, m := range map[string]struct {
		min, max string
		copydesk.Sum
	}{
		"9,500,000,000":     {min: "9500000000", max: "9500000000"},
		"999.5":             {min: "999.50", max: "999.50"},
		"−1,000":            {min: "-1000", max: "-1000"},
		"5 to 1,000":        {min: "5", max: "1000"},
		"2,000,000 or more": {min: "2000000"},
		"more than 10":      {min: "10", max: "10", Sum: copydesk.Sum{Mod: money.ModMoreThan}},
	} {
		m.Min, m.Max = decimal(t, m.min), decimal(t, m.max)
		assert.Equal(t, want, amount(m.Sum))
	}
}

// A date is said as an editor would say it.
func TestDatesInWords(t *testing.T) {
	published := time.Date(2024, time.May, 15, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"It opened on 14 May 2024.":                     "Tue 14 May 2024",
		"It opened last week.":                          "6 May – 12 May 2024",
		"It will open in the week of 30 December 2024.": "30 Dec 2024 – 5 Jan 2025",
		"It opened in April 2024.":                      "April 2024",
		"It opened in 2019.":                            "2019",
		"It opened around 1990.":                        "about 1990",
		"It opened yesterday at noon.":                  "Tue 14 May 2024, noon local time",
		"It will end at midnight.":                      "Wed 15 May 2024, midnight local time",
		"They met at 15:30 GMT on 14 May 2024.":         "Tue 14 May 2024, 15:30 UTC",
		"They met yesterday evening.":                   "Tue 14 May 2024, 18:00 – 24:00 local time",
		"It took two days.":                             "2 days",
		"It took more than three years.":                "more than 3 years",
		"It took months.":                               "some months",
		"They meet every Monday.":                       "every Monday",
		"They meet every week.":                         "every week",
		"They meet annually.":                           "every year",
		"The bridge is now open.":                       "now",
	} {
		t.Run(text, func(t *testing.T) {
			r, err := copydesk.Annotator{}.Annotate(t.Context(), copydesk.Article{Text: text, Published: published})
			require.NoError(t, err)
			require.Len(t, r.Dates, 1)
			assert.Equal(t, want, when(r.Dates[0]), r.Dates[0].Value)
		})
	}
}

func TestLengths(t *testing.T) {
	for value, want := range map[string]string{
		"P1Y": "1 year", "P1Y6M": "1 year 6 months", "PT90M": "90 minutes", "P1DT12H": "1 day 12 hours", "PXD": "some days",
		"P1.5Y": "1.5 years", "P1WE": "", "P2DE": "", "": "", "P": "", "PT": "", "P1": "", "1Y": "", "PY": "",
	} {
		assert.Equal(t, want, length(value), value)
	}
}

func TestNamesInWords(t *testing.T) {
	for want, e := range map[string]copydesk.Entity{
		"person":              {Label: entities.PERSON, Canonical: "Ada Obi"},
		"place in Kenya":      {Label: entities.GPE, Canonical: "Nakuru", Country: "KE"},
		"country":             {Label: entities.GPE, Canonical: "Kenya", Country: "KE"},
		"building in Nigeria": {Label: entities.FAC, Canonical: "Onitsha Market", Country: "NG"},
		"people of Germany":   {Label: entities.NORP, Canonical: "Germany", Country: "DE"},
		"committee":           {Label: "COMMITTEE", Canonical: "the Nine"},
	} {
		assert.Equal(t, want, kind(e))
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain words": "plain words", " , ": "␣,␣", "  ": "␣␣", "\n\nShare\n": "↵↵Share↵",
		"a\u00a0b": "aU+00A0b", "\u200b": "U+200B", "â€\u009d": "â€U+009D", "a\tb": "aU+0009b", "": "",
	} {
		assert.Equal(t, want, visible(in), "%q", in)
	}
}

func TestTimeline(t *testing.T) {
	a := article(t, "On Friday they met as they had in 1066. Next week they will vote, as in May 2019 and on May 3.")
	v, err := newView(a)
	require.NoError(t, err)
	line := newTimeline(a.Published, v.Dates)
	require.NotNil(t, line)
	assert.Len(t, line.Bars, len(a.Dates))
	assert.True(t, 0 < line.Now && line.Now < width)
	for i, b := range line.Bars {
		assert.True(t, 0 <= b.X && b.X+b.W <= width, "%+v", b)
		for _, c := range line.Bars[:i] {
			assert.False(t, b.Y == c.Y && b.X < c.X+c.W && c.X < b.X+b.W, "%+v covers %+v", b, c)
			assert.LessOrEqual(t, c.X, b.X, "from left to right")
		}
	}
	assert.Nil(t, newTimeline(time.Time{}, v.Dates), "no day of publication")
	assert.Nil(t, newTimeline(a.Published, nil), "no dates")
}

// What is in doubt looks so, and says why.
func TestDoubt(t *testing.T) {
	for name, tt := range map[string]struct {
		of   copydesk.Record
		want string
		tip  string
	}{
		"a name that is certain":    {names(0.99), "", "person: Ada Obi, 99 % sure"},
		"a likely name":             {names(0.7), "likely", "person: Ada Obi, 70 % sure"},
		"a doubtful name":           {names(0.4), "doubt", "person: Ada Obi, 40 % sure"},
		"a sum that says it all":    {sums(money.EvidenceStated, false), "", "5 US dollars"},
		"a sum told by the text":    {sums(money.EvidenceDocument, true), "likely", "5 US dollars\ncurrency of other sums in the text; it may be another"},
		"a sum that nothing tells":  {sums(money.EvidenceHabit, true), "doubt", "5 US dollars\nnothing says which: the commonest reading"},
		"a date that says it all":   {datesBy(dates.EvidenceStated, false), "", "2024"},
		"a date by the tense":       {datesBy(dates.EvidenceTense, false), "", "2024\nbefore or after publication by the tense of its sentence"},
		"a date by another":         {datesBy(dates.EvidenceAnaphor, false), "likely", "2024\ncounted from a date named before"},
		"a date with a rival":       {datesBy(dates.EvidenceTable, true), "doubt", "2024\nby a calendar of feasts; another reading fits"},
		"a date that nothing tells": {datesBy(dates.EvidenceHabit, true), "doubt", "2024\nnothing says which: the commonest reading"},
	} {
		t.Run(name, func(t *testing.T) {
			k := newKeys(tt.of)
			assert.Equal(t, tt.want, k.findings(tt.of)[0].Doubt)
			assert.Equal(t, tt.tip, tips(k)[0])
		})
	}
	html, err := Fragment(Article{Record: names(0.4)})
	require.NoError(t, err)
	assert.Contains(t, string(html), `<mark class="person doubt"`)
	html, err = Fragment(Article{Record: names(0.99)})
	require.NoError(t, err)
	assert.NotContains(t, string(html), "doubt")
}

// Every kind of evidence has its words.
func TestReasons(t *testing.T) {
	for e := dates.EvidencePublished; e <= dates.EvidenceHabit; e++ {
		assert.NotEmpty(t, dateReason(copydesk.Date{Evidence: e}), e)
	}
	for e := money.EvidenceConversion; e <= money.EvidenceHabit; e++ {
		assert.NotEmpty(t, sumReason(copydesk.Sum{Evidence: e}), e)
	}
}

func names(confidence float64) copydesk.Record {
	return copydesk.Record{Text: "Ada Obi", Entities: []copydesk.Entity{{
		Span: copydesk.Span{End: 7}, Text: "Ada Obi", Label: entities.PERSON, Canonical: "Ada Obi", Cluster: 1, Confidence: confidence,
	}}}
}

func sums(e money.Evidence, ambiguous bool) copydesk.Record {
	five := money.NewDecimal(5, 0)
	return copydesk.Record{Text: "$5", Money: []copydesk.Sum{{
		Span: copydesk.Span{End: 2}, Text: "$5", Currency: "USD", Min: five, Max: five, Evidence: e, Ambiguous: ambiguous,
	}}}
}

func datesBy(e dates.Evidence, ambiguous bool) copydesk.Record {
	return copydesk.Record{Text: "2024", Dates: []copydesk.Date{{
		Span: copydesk.Span{End: 4}, Text: "2024", Type: dates.TypeDate, Value: "2024", Evidence: e, Ambiguous: ambiguous,
		From: copydesk.Time{Time: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)}, To: copydesk.Time{Time: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)},
	}}}
}

// tips returns what the rows say.
func tips(k *keys) (all []string) {
	for _, t := range k.things {
		all = append(all, t.Tip)
	}
	for _, d := range k.dates {
		all = append(all, d.Tip)
	}
	for _, m := range k.sums {
		all = append(all, m.Tip)
	}
	return all
}

// What says the same is one row, and the names that are named most come first.
func TestRows(t *testing.T) {
	v, err := newView(article(t, "Ben Musa met Ada Obi on 14 May 2024 , they said. Obi paid $ 5 and $ 5 on Tuesday. Obi left Kenya. Obi said that on 14 May 2024 , too, Obi came."))
	require.NoError(t, err)
	require.NotEmpty(t, v.Groups)
	assert.Equal(t, "people", v.Groups[0].Name)
	assert.Equal(t, "Ada Obi", v.Groups[0].Things[0].Canonical)
	assert.Equal(t, 5, v.Groups[0].Things[0].Count)
	require.Len(t, v.Money, 1)
	assert.Equal(t, 2, v.Money[0].Count)
	require.Len(t, v.Dates, 1, "Tuesday is 14 May")
	assert.Equal(t, 3, v.Dates[0].Count)
	assert.Equal(t, "14 May 2024, Tuesday", v.Dates[0].Texts())
	assert.Less(t, len(v.Changes), v.Mended)
}

func TestPageListsItsArticles(t *testing.T) {
	var b strings.Builder
	page := NewPage(&b)
	first, second := article(t, "Ada Obi left <Kenya> on Friday."), article(t, strings.Repeat("Long words ", 20))
	second.ID = nil
	require.NoError(t, page.Add(first))
	require.NoError(t, page.Add(second))
	require.NoError(t, page.Close())
	assert.Contains(t, b.String(), `<a href="#a1">a</a>`)
	assert.Contains(t, b.String(), `<article class="view" id="a1">`)
	assert.Contains(t, b.String(), `<a href="#a2">Long words Long words`)

	b.Reset()
	page = NewPage(&b)
	require.NoError(t, page.Add(first))
	require.NoError(t, page.Close())
	assert.NotContains(t, b.String(), "<nav", "one article needs no list")
}

func TestOpen(t *testing.T) {
	r, err := copydesk.Annotator{}.Annotate(t.Context(), copydesk.Article{
		Text: "It opened on Tuesday, and will close next week. It took two days, every day of May 2019. Now all wait for Tuesday."})
	require.NoError(t, err)
	n, first := Open(r)
	assert.Equal(t, 3, n)
	assert.Equal(t, []string{"Tuesday", "next week"}, first)
}

// A long article is shown in a page of a few times its size.
func TestLongArticles(t *testing.T) {
	story := "Ada Obi paid $5 million to Ben Musa of the Bank of Kenya in Abuja on Friday , she said, and nobody minded much. "
	a := article(t, strings.Repeat(story, 2000))
	html, err := Fragment(a)
	require.NoError(t, err)
	assert.Less(t, len(html), 6*len(a.Original))
	assert.Contains(t, string(html), "too much to show here")
}
