package copydesk_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
)

// Texts with characters of one to four bytes, changes that make the text longer
// and shorter, and bytes that are no characters.
var mixed = map[string]string{
	"ASCII":         "Ada Obi paid $5 million in May.",
	"accents":       "Zoë Gärtner paid €5 million in May , she said. “Fine,” said André.",
	"beyond UTF-16": "😀😀 Ada Obi of Lagos 𝔉 paid $ 5 million. in May. 😀",
	"damage":        "â€œWe paid €5 million,â€\u009d said Zoë Gärtner of Lagos. &eacute;&#128512; In May.",
	"no UTF-8":      "Zo\xeb G\x80\x80rtner of Lagos paid \xf0\x9f $5 million in May. \xe2\x82",
	"long":          strings.Repeat("“Ça va”, 😀 said Ada Obi of Lagos on May 5 , for €5. ", 40),
	"nothing":       "",
}

// unitsIn is the slow way to count.
func unitsIn(text string, unit copydesk.Unit) int {
	switch runes := []rune(text); unit {
	case copydesk.UnitRunes:
		return len(runes)
	case copydesk.UnitUTF16:
		return len(utf16.Encode(runes))
	}
	return len(text)
}

func spansOf(r copydesk.Record) (all []copydesk.Span) {
	for _, c := range r.Changes {
		all = append(all, c.Span)
	}
	for _, e := range r.Entities {
		all = append(all, e.Span)
	}
	for _, d := range r.Dates {
		all = append(all, d.Span)
	}
	for _, m := range r.Money {
		all = append(all, m.Span)
	}
	return all
}

func TestOffsets(t *testing.T) {
	for name, text := range mixed {
		for _, skip := range []copydesk.Parts{0, copydesk.PartNormalize} {
			r, err := copydesk.Annotator{Skip: skip}.Annotate(t.Context(), copydesk.Article{Text: text})
			require.NoError(t, err)
			for _, unit := range []copydesk.Unit{copydesk.UnitBytes, copydesk.UnitRunes, copydesk.UnitUTF16} {
				t.Run(name+" in "+unit.String(), func(t *testing.T) {
					before := slices.Clone(spansOf(r))
					got := spansOf(r.Offsets(unit))
					assert.Equal(t, before, spansOf(r), "the record itself stays")
					for i, s := range before {
						want := s
						want.Start, want.End = unitsIn(r.Text[:s.Start], unit), unitsIn(r.Text[:s.End], unit)
						want.OrigStart, want.OrigEnd = unitsIn(text[:s.OrigStart], unit), unitsIn(text[:s.OrigEnd], unit)
						assert.Equal(t, want, got[i])
					}
				})
			}
		}
	}
}

// A record that was written and read is as good.
func TestOffsetsOfARecordReadFromJSON(t *testing.T) {
	for name, text := range mixed {
		r, err := copydesk.Annotator{}.Annotate(t.Context(), copydesk.Article{Text: text})
		require.NoError(t, err)
		line, err := copydesk.Marshal(r)
		require.NoError(t, err)
		var read copydesk.Record
		require.NoError(t, json.Unmarshal(line, &read))
		assert.Empty(t, cmp.Diff(spansOf(r.Offsets(copydesk.UnitUTF16)), spansOf(read.Offsets(copydesk.UnitUTF16))), name)
		if utf8.ValidString(text) { // JSON has no other
			assert.Empty(t, cmp.Diff(r.Offsets(copydesk.UnitUTF16), read.Offsets(copydesk.UnitUTF16)), name)
		}
	}
}

// The offsets of a record are those of the text that its JSON holds, whatever is
// left out.
func TestOffsetsOfTextThatIsNoUTF8(t *testing.T) {
	skip := copydesk.PartNormalize | copydesk.PartEntities
	r, err := copydesk.Annotator{Skip: skip}.Annotate(t.Context(), copydesk.Article{Text: "\xff\xff It  cost $5."})
	require.NoError(t, err)
	assert.Equal(t, "\uFFFD\uFFFD It  cost $5.", r.Text)
	require.Len(t, r.Money, 1)
	assert.Equal(t, copydesk.Span{Start: 16, End: 18, OrigStart: 12, OrigEnd: 14}, r.Money[0].Span)
	require.NotEmpty(t, r.Changes)
	assert.Equal(t, "utf8", r.Changes[0].Step)
}

// Whatever a record says, Offsets does not panic.
func TestOffsetsOfARecordThatIsWrong(t *testing.T) {
	r := copydesk.Record{Text: "Zoë", Changes: []copydesk.Change{
		{Span: copydesk.Span{Start: 2, End: 50, OrigStart: -4, OrigEnd: 90}},
		{Span: copydesk.Span{Start: 3, End: 1}}, {Span: copydesk.Span{Start: -5, End: -1}, From: "x"},
	}}
	got := r.Offsets(copydesk.UnitRunes)
	assert.Equal(t, copydesk.Span{Start: 2, End: 3, OrigStart: 0, OrigEnd: 3}, got.Changes[0].Span)
}

// Linear in the text and the findings, in whatever order these stand.
func BenchmarkOffsets(b *testing.B) {
	for _, n := range []int{5_000, 10_000, 20_000} {
		text := strings.Repeat("“Ça va”, 😀 said Ada Obi of Lagos on May 5 , for €5. ", n)
		a := copydesk.Annotator{Skip: copydesk.PartEntities | copydesk.PartDates}
		r, err := a.Annotate(b.Context(), copydesk.Article{Text: text})
		require.NoError(b, err)
		slices.Reverse(r.Money)
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				r.Offsets(copydesk.UnitUTF16)
			}
		})
	}
}

func TestUnits(t *testing.T) {
	for text, want := range map[string]copydesk.Unit{"bytes": copydesk.UnitBytes, "runes": copydesk.UnitRunes, "utf16": copydesk.UnitUTF16} {
		var u copydesk.Unit
		require.NoError(t, u.UnmarshalText([]byte(text)))
		assert.Equal(t, want, u)
		assert.Equal(t, text, u.String())
	}
	assert.Error(t, new(copydesk.Unit).UnmarshalText([]byte("words")))
}
