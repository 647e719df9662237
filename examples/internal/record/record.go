// Package record is the record that the example programs speak: one article in,
// its clean text and findings out, each as one JSON object.
//
// An [Article] names what is known of an article; [Annotator.Annotate] makes a
// [Record] of it. All offsets are in bytes, half-open: start and end into the
// record's own text, orig_start and orig_end into the text that came in.
package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"
)

// An Article is an input record. Only the text is required.
type Article struct {
	ID        json.RawMessage            // as it came, nil when there was none
	Text      string                     // the article, as found
	Published time.Time                  // zero when not known
	Country   string                     // ISO 3166-1 alpha-2 code of the place of publication, or ""
	Meta      map[string]json.RawMessage // all other fields
}

// UnmarshalJSON reads {"id", "text", "published", "country"} and keeps every
// other field in Meta. It fails when there is no text or a known field is of
// the wrong form; the ID is set whenever it could be read.
func (a *Article) UnmarshalJSON(b []byte) error {
	*a = Article{}
	if !utf8.Valid(b) {
		b = bytes.ToValidUTF8(b, []byte("\uFFFD"))
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return err
	}
	if id, ok := fields["id"]; ok {
		a.ID = id
	}
	text, ok := fields["text"]
	if !ok {
		return errors.New(`no field "text"`)
	}
	if err := json.Unmarshal(text, &a.Text); err != nil {
		return fmt.Errorf("text: %w", err)
	}
	var published string
	if err := optional(fields, "published", &published); err != nil {
		return err
	}
	if err := optional(fields, "country", &a.Country); err != nil {
		return err
	}
	if published != "" {
		var err error
		if a.Published, err = ParseTime(published); err != nil {
			return fmt.Errorf("published: %w", err)
		}
	}
	for _, known := range []string{"id", "text", "published", "country"} {
		delete(fields, known)
	}
	a.Meta = fields
	return nil
}

func optional(fields map[string]json.RawMessage, name string, to *string) error {
	raw, ok := fields[name]
	if !ok {
		return nil
	}
	if err := json.Unmarshal(raw, to); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// ParseTime reads a publication date: "2021-11-24" or RFC 3339.
func ParseTime(s string) (time.Time, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is neither a date such as 2021-11-24 nor a time such as 2021-11-24T15:04:05Z", s)
	}
	return t, nil
}

// A Record is what was made of an article.
type Record struct {
	ID       json.RawMessage            `json:"id"`
	Text     string                     `json:"text"`
	Changes  []Change                   `json:"changes"`
	Entities []Entity                   `json:"entities"`
	Dates    []Date                     `json:"dates"`
	Money    []Sum                      `json:"money"`
	Meta     map[string]json.RawMessage `json:"meta"`
}

// A Span is where something stands in the record's text and in the article's.
type Span struct {
	Start     int `json:"start"`
	End       int `json:"end"`
	OrigStart int `json:"orig_start"`
	OrigEnd   int `json:"orig_end"`
}

// A Change is one place where the text was mended.
type Change struct {
	Span
	Step string `json:"step"`
	From string `json:"from"`
	To   string `json:"to"`
}

// An Entity is one mention of a person, organisation, place or the like.
type Entity struct {
	Span
	Text       string  `json:"text"`
	Label      string  `json:"label"`
	Canonical  string  `json:"canonical"`
	Cluster    int     `json:"cluster"`
	Country    string  `json:"country"`
	Confidence float64 `json:"confidence"`
}

// A Date is a temporal expression with its TIMEX3 attributes; From and To are
// RFC 3339 times, or "" when it denotes no interval.
type Date struct {
	Span
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// A Sum is a sum of money; Min and Max are exact decimals, or "" where open.
type Sum struct {
	Span
	Text      string `json:"text"`
	Currency  string `json:"currency"`
	Min       string `json:"min"`
	Max       string `json:"max"`
	Mod       string `json:"mod"`
	Ambiguous bool   `json:"ambiguous"`
}

// A Failure stands in the place of a record that could not be made.
type Failure struct {
	ID    json.RawMessage `json:"id"`
	Error string          `json:"error"`
}

// Fail writes the [Failure] of a record with that ID, or nil if it has none that
// can be read.
func Fail(id json.RawMessage, err error) []byte {
	return Marshal(Failure{idOf(id), err.Error()})
}

// Prefix returns what the line of a record, or of a failure, with that ID begins
// with.
func Prefix(id json.RawMessage) []byte {
	line := Marshal(Failure{ID: idOf(id)})
	return line[:bytes.LastIndex(line, []byte(`"error":`))]
}

func idOf(id json.RawMessage) json.RawMessage {
	if id == nil {
		return json.RawMessage(`""`)
	}
	return id
}

// Marshal writes a [Record] or [Failure] as one line of JSON, in which <, > and
// & stand as they are.
func Marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // the types of this package have no value that cannot be written
	}
	return b.Bytes()
}
