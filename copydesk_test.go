package copydesk

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestArticleFields(t *testing.T) {
	var a Article
	require.NoError(t, json.Unmarshal([]byte(`{"id": "7", "text": "One.", "published": "2021-11-24T09:30:00+03:00", "country": "QA", "source": {"n": 1}}`), &a))
	assert.Equal(t, `"7"`, string(a.ID))
	assert.Equal(t, "One.", a.Text)
	assert.Equal(t, "QA", a.Country)
	assert.Equal(t, "2021-11-24T09:30:00+03:00", a.Published.Format(time.RFC3339))
	assert.Equal(t, map[string]json.RawMessage{"source": json.RawMessage(`{"n": 1}`)}, a.Meta)
	for _, bad := range []string{
		`{}`, `{"text": null, "country": 5}`, `{"text": "", "published": "24 Nov"}`, `[1]`, `{"text": {}}`,
	} {
		assert.Error(t, json.Unmarshal([]byte(bad), &a), bad)
	}
}

func TestOptionsOfTheArticleComeFirst(t *testing.T) {
	a := Annotator{Published: time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC), Country: "AU"}
	for name, tt := range map[string]struct{ in, currency, day string }{
		"none": {`{"text": "It cost $5 on Monday."}`, "AUD", "2024-05-13"},
		"all":  {`{"text": "It cost $5 on Monday.", "country": "ca", "published": "2021-11-24"}`, "CAD", "2021-11-22"},
	} {
		t.Run(name, func(t *testing.T) {
			var in Article
			require.NoError(t, json.Unmarshal([]byte(tt.in), &in))
			r, err := a.Annotate(t.Context(), in)
			require.NoError(t, err)
			require.Len(t, r.Money, 1)
			require.Len(t, r.Dates, 1)
			assert.Equal(t, tt.currency, r.Money[0].Currency)
			assert.Equal(t, tt.day, r.Dates[0].Value)
		})
	}
}

func TestParts(t *testing.T) {
	for text, want := range map[string]Parts{
		"": 0, "money, dates": PartDates | PartMoney, "normalize,dates,money,entities": PartsAll,
	} {
		var p Parts
		require.NoError(t, p.UnmarshalText([]byte(text)), text)
		assert.Equal(t, want, p, text)
		written, err := p.MarshalText()
		require.NoError(t, err)
		require.NoError(t, p.UnmarshalText(written))
		assert.Equal(t, want, p, text)
	}
	for _, bad := range []string{",", "money,money", "names"} {
		p := PartDates
		assert.Error(t, p.UnmarshalText([]byte(bad)), bad)
		assert.Equal(t, PartDates, p, "an error leaves it alone")
	}
	_, err := Parts(1 << 7).MarshalText()
	assert.Error(t, err)
}

// texts are inputs of every kind, of n bytes each.
func texts(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, n/len(s)+1)[:n] }
	news := "Ada Obi, the minister of works, told reporters in Abuja on Tuesday that the bridge would cost $4.2 million and open next month.\n" +
		"“We have waited since March 2019,” she said. The African Development Bank lent Nigeria a further 300 million naira last week.\n\n"
	damaged := "Ada Obi , the minister of works , told reporters in Abuja on Tuesday that the bridge â€“ it cost $ 4.2 million. in all â€“ opens next week. ‚ÄúWe waited,‚Äù she said&rsquo; .\n"
	r := rand.New(rand.NewPCG(1, 2))
	random := make([]byte, n)
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	return map[string]string{
		"clean":    fill(news),
		"damaged":  strings.ToValidUTF8(fill(damaged), ""),
		"digits":   fill("1234567890"),
		"quotes":   strings.ToValidUTF8(fill("“”‘’\"'"), ""),
		"one-word": fill("abcdefghijklmnopqrstuvwxyz"),
		"capitals": fill("ABC Def "),
		"random":   string(random),
	}
}

// What a record promises holds for text of any kind.
func TestAnyText(t *testing.T) {
	var a Annotator
	for name, text := range texts(20_000) {
		r, err := a.Annotate(t.Context(), Article{Text: text, Published: time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)})
		require.NoError(t, err, name)
		for _, e := range r.Entities {
			assert.Equal(t, e.Text, r.Text[e.Start:e.End], name)
		}
		for _, c := range r.Changes {
			assert.Equal(t, c.From, text[c.OrigStart:c.OrigEnd], name)
			assert.Equal(t, c.To, r.Text[c.Start:c.End], name)
		}
	}
}

// What bounds a sum is no part of it; a range and a vague sum are not exact.
func TestSumExact(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		exact      bool
	}{
		{"plain", "The bridge cost €5 million.", true},
		{"bounded", "The bridge cost more than €5 million.", true},
		{"range", "The bridge cost €3-5 million.", false},
		{"vague", "The bridge cost millions of euros.", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Annotator{}.Annotate(t.Context(), Article{Text: tt.text})
			require.NoError(t, err)
			require.Len(t, r.Money, 1)
			assert.Equal(t, tt.exact, r.Money[0].Exact())
		})
	}
}

// The whole pipeline, on texts that double in size: the rate should not fall.
func BenchmarkAnnotate(b *testing.B) {
	var a Annotator
	for _, kb := range []int{128, 256, 512, 1024} {
		for name, text := range texts(kb << 10) {
			b.Run(fmt.Sprintf("%s/%dKB", name, kb), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := a.Annotate(context.Background(), Article{Text: text, Published: time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
