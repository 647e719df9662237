package copydesk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
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
	for name, r := range map[string]copydesk.Record{
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
