package view

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
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
		"100, most likely":  {min: "100", max: "100", Sum: copydesk.Sum{Ambiguous: true}},
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
