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
		assert.Equal(t, text, textOf(v.Before))
		assert.Equal(t, a.Text, textOf(v.After))
		changes := map[string]bool{}
		for _, p := range v.After {
			for _, q := range p.Parts {
				if q.Change != nil {
					changes[q.Change.Key] = true
				}
			}
		}
		assert.Len(t, changes, len(a.Changes), "every change has a place in %q", a.Text)
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
		"10, more than":     {min: "10", max: "10", Sum: copydesk.Sum{Mod: money.ModMoreThan}},
	} {
		m.Min, m.Max = decimal(t, m.min), decimal(t, m.max)
		assert.Equal(t, want, amount(m.Sum))
	}
}

func moment(t *testing.T, s string) copydesk.Time {
	t.Helper()
	var at copydesk.Time
	require.NoError(t, at.UnmarshalText([]byte(s)))
	return at
}

func TestIntervals(t *testing.T) {
	for want, d := range map[string][2]string{
		"Tue 14 May 2024":                         {"2024-05-14T00:00:00Z", "2024-05-15T00:00:00Z"},
		"13 May – 19 May 2024":                    {"2024-05-13T00:00:00Z", "2024-05-20T00:00:00Z"},
		"30 Dec 2024 – 5 Jan 2025":                {"2024-12-30T00:00:00Z", "2025-01-06T00:00:00Z"},
		"Tue 14 May 2024, 12:00 – 18:00":          {"2024-05-14T12:00:00+01:00", "2024-05-14T18:00:00+01:00"},
		"14 May 2024, 18:00 – 15 May 2024, 06:00": {"2024-05-14T18:00:00Z", "2024-05-15T06:00:00Z"},
		"": {},
	} {
		assert.Equal(t, want, interval(copydesk.Date{From: moment(t, d[0]), To: moment(t, d[1])}))
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
	line := newTimeline(a.Published, a.Dates)
	require.NotNil(t, line)
	assert.Len(t, line.Bars, len(a.Dates))
	for i, b := range line.Bars {
		assert.True(t, 0 <= b.X && b.X+b.W <= width, "%+v", b)
		for _, c := range line.Bars[:i] {
			assert.False(t, b.Y == c.Y && b.X < c.X+c.W && c.X < b.X+b.W, "%+v covers %+v", b, c)
			assert.LessOrEqual(t, c.X, b.X, "from left to right")
		}
	}
	assert.Nil(t, newTimeline(time.Time{}, a.Dates), "no day of publication")
	assert.Nil(t, newTimeline(a.Published, nil), "no dates")
}

// What is in doubt looks so, and says why.
func TestDoubt(t *testing.T) {
	for name, tt := range map[string]struct {
		is   mark
		want string
		tip  string
	}{
		"a name that is certain":   {findings(names(0.99))[0], "", "PERSON: Ada Obi, 99 % sure"},
		"a likely name":            {findings(names(0.7))[0], "likely", "PERSON: Ada Obi, 70 % sure"},
		"a doubtful name":          {findings(names(0.4))[0], "doubt", "PERSON: Ada Obi, 40 % sure"},
		"a sum that says it all":   {findings(sums(money.EvidenceStated, false))[0], "", "USD 5"},
		"a sum told by the text":   {findings(sums(money.EvidenceDocument, true))[0], "likely", "USD 5\ncurrency of other sums in the text; it may be another"},
		"a sum that nothing tells": {findings(sums(money.EvidenceHabit, true))[0], "doubt", "USD 5\nnothing says which: the commonest reading"},
		"a date that says it all":  {findings(datesBy(dates.EvidenceStated, false))[0], "", "DATE 2024"},
		"a date by the tense":      {findings(datesBy(dates.EvidenceTense, false))[0], "", "DATE 2024\nbefore or after publication by the tense of its sentence"},
		"a date by another":        {findings(datesBy(dates.EvidenceAnaphor, false))[0], "likely", "DATE 2024\ncounted from a date named before"},
		"a date with a rival":      {findings(datesBy(dates.EvidenceTable, true))[0], "doubt", "DATE 2024\nby a calendar of feasts; another reading fits"},
		"a date that nothing tells": {findings(datesBy(dates.EvidenceHabit, true))[0], "doubt",
			"DATE 2024\nnothing says which: the commonest reading"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, tt.is.Doubt)
			assert.Equal(t, tt.tip, tt.is.Tip)
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
	}}}
}
