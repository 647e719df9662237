package copydesk_test

import (
	"encoding/json"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
)

// holds reports in what a record of a text breaks its promises.
func holds(t *testing.T, original string, r copydesk.Record) {
	t.Helper()
	require.True(t, utf8.ValidString(r.Text))
	at := 0
	check := func(s copydesk.Span) string {
		require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(r.Text), "%+v in %d bytes", s, len(r.Text))
		require.True(t, 0 <= s.OrigStart && s.OrigStart <= s.OrigEnd && s.OrigEnd <= len(original), "%+v in %d bytes", s, len(original))
		require.LessOrEqual(t, at, s.Start, "in order and not overlapping")
		at = s.End
		text := r.Text[s.Start:s.End]
		require.True(t, utf8.ValidString(text), "on rune boundaries")
		return text
	}
	for _, c := range r.Changes {
		require.Equal(t, c.To, check(c.Span))
		require.Equal(t, c.From, original[c.OrigStart:c.OrigEnd])
	}
	at = 0
	for _, e := range r.Entities {
		require.Equal(t, e.Text, check(e.Span))
	}
	at = 0
	for _, d := range r.Dates {
		require.Equal(t, d.Text, check(d.Span))
	}
	at = 0
	for _, m := range r.Money {
		require.Equal(t, m.Text, check(m.Span))
	}
}

// What a record promises holds for any bytes, and it survives being written.
func FuzzAnnotateBytes(f *testing.F) {
	for _, text := range mixed {
		f.Add([]byte(text), "", "KE", "en")
	}
	f.Add([]byte("Zo\xeb paid \x805 on 3/4/2021."), "text/html; charset=latin1", "US", "fr")
	f.Add([]byte("\xff\xfeA\x00d\x00a\x00 \x00\x00\xd8"), "utf-16", "", "")
	f.Fuzz(func(t *testing.T, b []byte, contentType, country, language string) {
		head, err := json.Marshal(map[string]string{"text": "", "country": country, "language": language})
		require.NoError(t, err)
		var in copydesk.Article
		require.NoError(t, json.Unmarshal(head, &in))
		annotator := copydesk.Annotator{Force: true, Published: time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)}
		page, err := annotator.AnnotateBytes(t.Context(), b, contentType, in)
		if err != nil {
			assert.NotEmpty(t, in.Country, "nothing else can be wrong")
			in.Country = ""
			page, err = annotator.AnnotateBytes(t.Context(), b, contentType, in)
			require.NoError(t, err)
		}
		holds(t, page.Decoding.Text, page.Record)
		for _, s := range spansOf(page.Record) {
			require.True(t, 0 <= s.PageStart && s.PageStart <= s.PageEnd && s.PageEnd <= len(b), "%+v in %d bytes", s, len(b))
		}
		line, err := copydesk.Marshal(page.Record)
		require.NoError(t, err)
		require.Equal(t, asJSON(t, page.Record), string(line), "as package json would")
		var read, text copydesk.Record
		require.NoError(t, json.Unmarshal(line, &read))
		text, err = annotator.Annotate(t.Context(), copydesk.Article{Text: page.Decoding.Text, Country: in.Country, Language: in.Language, Meta: in.Meta})
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(text, read), "as of the text, and as it was written")
		for _, unit := range []copydesk.Unit{copydesk.UnitRunes, copydesk.UnitUTF16} {
			for i, s := range spansOf(page.Offsets(unit)) {
				require.LessOrEqual(t, s.Start, s.End, "span %d", i)
				require.LessOrEqual(t, s.OrigEnd, unitsIn(page.Decoding.Text, unit), "span %d", i)
			}
		}
	})
}
