package copydesk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
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

// asJSON is what package json makes of a value.
func asJSON(t *testing.T, v any) string {
	t.Helper()
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	require.NoError(t, e.Encode(v))
	return b.String()
}

func TestARecordIsWrittenAsPackageJSONWould(t *testing.T) {
	const story = "Ada Obi paid $ 5 million. <b>to</b> Kenya & co. on Tuesday.\nIt was “late”\u2028.\n"
	record := func(text string) copydesk.Record {
		r, err := copydesk.Annotator{}.Annotate(context.Background(), copydesk.Article{Text: text})
		require.NoError(t, err)
		return r
	}
	long := record(strings.Repeat(story, 2000))
	long.Meta = map[string]json.RawMessage{"b": json.RawMessage("[1, 2]"), "a": json.RawMessage(`"<"`)}
	strange := "\x00\x1f\x7f\b\f\n\r\t\"\\/<>&\u2028\u2029\ufffd\xff\xe2\x82é🙂"
	byHand := copydesk.Record{
		ID: json.RawMessage(`"\u0041"`), Text: strange, Language: strange,
		Changes:  []copydesk.Change{{Span: copydesk.Span{Start: -1, End: 1, OrigStart: 1 << 30, PageEnd: 7}, Step: strange, From: strange, To: strange}},
		Entities: []copydesk.Entity{{Text: strange, Label: entities.Label(strange), Canonical: strange, Cluster: -3, Country: strange, ID: strange}},
		Dates: []copydesk.Date{{
			Text: strange, Type: dates.TypeSet, Value: strange, Mod: dates.ModOnOrAfter, Evidence: dates.EvidenceHabit, Ambiguous: true, Through: true, Zone: strange,
			From: copydesk.Time{Time: time.Date(-5, 1, 2, 3, 4, 5, 6, time.FixedZone("", 3600))}, To: copydesk.Time{Time: time.Date(12021, 1, 2, 3, 4, 5, 6, time.UTC)},
		}},
		Money: []copydesk.Sum{
			{Text: strange, Currency: strange, Min: money.NewDecimal(-5, -9), Max: money.NewDecimal(5, 20), Mod: money.ModEqualOrMore, Evidence: money.EvidenceHabit, Ambiguous: true},
		},
	}
	for _, confidence := range []float64{0, 1, 0.5, 0.9999, 1e-6, 9e-7, 1e21, -3, 12.5} {
		byHand.Entities = append(byHand.Entities, copydesk.Entity{Confidence: confidence})
	}
	for name, r := range map[string]copydesk.Record{
		"all fields, by hand":          byHand,
		"an ID with space":             {ID: json.RawMessage(" [1, 2] ")},
		"an ID that is a number":       {ID: json.RawMessage("-1.50e+3")},
		"an ID of no ASCII":            {ID: json.RawMessage(`"é <"`)},
		"the zero record":              {ID: json.RawMessage("0")},
		"an empty text":                record(""),
		"a short one":                  record(story),
		"one of many pieces":           long,
		"characters of all lengths":    record(strings.Repeat("aé€🙂", 20_000)),
		"a text by hand that is not":   {ID: json.RawMessage(`"x"`), Text: strings.Repeat("\xe2\x82", 40_000)},
		"another, of bytes that go on": {ID: json.RawMessage(`"x"`), Text: strings.Repeat("\x80", 40_000)},
	} {
		t.Run(name, func(t *testing.T) {
			want := asJSON(t, r)
			line, err := copydesk.Marshal(r)
			require.NoError(t, err)
			assert.Equal(t, want, string(line))
			var b bytes.Buffer
			require.NoError(t, copydesk.MarshalWrite(&b, r))
			assert.Equal(t, want, b.String())
		})
	}
}

func TestNothingIsWrittenOfARecordThatIsNoJSON(t *testing.T) {
	good := json.RawMessage(`"1"`)
	for name, r := range map[string]copydesk.Record{
		"a number": {ID: json.RawMessage("01"), Text: "It is late."},
		"no value": {ID: json.RawMessage{}, Text: "It is late."},
		"its ID":   {ID: json.RawMessage("{"), Text: "It is late."},
		"its meta": {ID: good, Text: "It is late.", Meta: map[string]json.RawMessage{"a": json.RawMessage("[")}},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			assert.Error(t, copydesk.MarshalWrite(&b, r))
			assert.Empty(t, b.String())
		})
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWhatTheWriterSaysIsSaid(t *testing.T) {
	assert.ErrorIs(t, copydesk.MarshalWrite(full{}, copydesk.Record{ID: json.RawMessage("1")}), errFull)
	assert.ErrorIs(t, copydesk.MarshalWrite(full{}, copydesk.Fail(nil, errFull)), errFull)
}
