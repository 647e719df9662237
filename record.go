package copydesk

import (
	_ "embed"
	"encoding/json"
	"time"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/money"
)

// SchemaVersion is the version of the schema and so of the record. Its second
// number counts fields that were added, its first whatever else changes.
const SchemaVersion = "1.0"

//go:embed record.schema.json
var schema string

// Schema returns the JSON Schema of a line of output: a [Record] or a [Failure].
func Schema() string { return schema }

// A Record is what was made of an article.
type Record struct {
	ID       json.RawMessage            `json:"id"`       // the article's, or ""
	Text     string                     `json:"text"`     // the clean text
	Changes  []Change                   `json:"changes"`  // what was mended, in order
	Entities []Entity                   `json:"entities"` // in order, not overlapping one another
	Dates    []Date                     `json:"dates"`    // likewise
	Money    []Sum                      `json:"money"`    // likewise
	Meta     map[string]json.RawMessage `json:"meta"`     // the article's
	Language string                     `json:"language"` // the tag given, or ""
}

// A Span is where something stands: in the record's text, in the article's and,
// if the record was made from bytes, in these. All are in bytes and half-open.
type Span struct {
	Start     int `json:"start"`
	End       int `json:"end"`
	OrigStart int `json:"orig_start"`
	OrigEnd   int `json:"orig_end"`
	PageStart int `json:"-"` // in the bytes handed to AnnotateBytes, else 0
	PageEnd   int `json:"-"`
}

// A Change is one place where the text was mended.
type Change struct {
	Span
	Step string `json:"step"` // see normalize.Change; several are joined with "+": to count steps, split there
	From string `json:"from"` // as it stands in the article's text
	To   string `json:"to"`   // as it stands in the record's
}

// An Entity is one mention of a person, organisation, place or the like: an
// [entities.Mention] with its text.
type Entity struct {
	Span
	Text       string         `json:"text"`
	Label      entities.Label `json:"label"`
	Canonical  string         `json:"canonical"`
	Cluster    int            `json:"cluster"`
	Country    string         `json:"country"`
	Confidence float64        `json:"confidence"` // rounded to four places
	ID         string         `json:"id"`         // of a name of one's own, or ""
}

// A Date is a temporal expression: a [dates.Mention] with its text.
type Date struct {
	Span
	Text      string         `json:"text"`
	Type      dates.Type     `json:"type"`
	Value     string         `json:"value"`
	Mod       dates.Mod      `json:"mod"`
	From      Time           `json:"from"` // both are zero when it denotes no interval
	To        Time           `json:"to"`
	Evidence  dates.Evidence `json:"evidence"`
	Ambiguous bool           `json:"ambiguous"`
	Through   bool           `json:"through"`
	Zone      string         `json:"zone"`
}

// A Sum is a sum of money: a [money.Mention] with its text. A bound that is open,
// such as the Max of "millions of dollars", is no number, and "" in JSON.
type Sum struct {
	Span
	Text      string         `json:"text"`
	Currency  string         `json:"currency"`
	Min       money.Decimal  `json:"min"`
	Max       money.Decimal  `json:"max"`
	Mod       money.Mod      `json:"mod"`
	Ambiguous bool           `json:"ambiguous"`
	Evidence  money.Evidence `json:"evidence"`
}

// Exact reports whether s is one amount, not a range and not vague, as
// [money.Mention.Exact] does.
func (s Sum) Exact() bool { return s.Min == s.Max }

// A Time is a time whose text, in JSON too, is that of RFC 3339 in seconds, and
// "" for the zero time.
type Time struct{ time.Time }

// MarshalText returns the text of t: "2021-11-24T00:00:00Z".
func (t Time) MarshalText() ([]byte, error) {
	if t.IsZero() {
		return nil, nil
	}
	return t.AppendFormat(nil, time.RFC3339), nil
}

// UnmarshalText reads what MarshalText writes.
func (t *Time) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*t = Time{}
		return nil
	}
	t.Time, err = time.Parse(time.RFC3339, string(text))
	return err
}

// MarshalJSON returns the text of t as a JSON string.
func (t Time) MarshalJSON() ([]byte, error) {
	b := append(make([]byte, 0, len(`"`+time.RFC3339+`"`)), '"')
	if !t.IsZero() {
		b = t.AppendFormat(b, time.RFC3339)
	}
	return append(b, '"'), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *Time) UnmarshalJSON(b []byte) error {
	var text string
	if err := json.Unmarshal(b, &text); err != nil {
		return err
	}
	return t.UnmarshalText([]byte(text))
}

// A Failure stands in the place of a record that could not be made.
type Failure struct {
	ID    json.RawMessage `json:"id"`
	Error string          `json:"error"`
}

// Fail returns the [Failure] of an article with that ID; nil is no ID.
func Fail(id json.RawMessage, err error) Failure { return Failure{idOf(id), err.Error()} }

// idOf returns id, or "" in JSON if there is none.
func idOf(id json.RawMessage) json.RawMessage {
	if id == nil {
		return json.RawMessage(`""`)
	}
	return id
}
