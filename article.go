package copydesk

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// An Article is what there is to annotate. Only the text is required.
//
// Its JSON is an object with the fields id, text, published ("2021-11-24" or
// RFC 3339), country and language; all others are kept in Meta.
type Article struct {
	ID        json.RawMessage            // any JSON value, nil for none; see [ID]
	Text      string                     // the article, as found
	Published time.Time                  // zero when not known
	Country   string                     // ISO 3166-1 alpha-2 code of the place of publication in capitals, or ""
	Language  language.Tag               // of the text; zero when not known
	Meta      map[string]json.RawMessage // all other fields; the record has it, and not those above but ID
}

// ID returns the ID of an article that is called name.
func ID(name string) json.RawMessage {
	line, err := Marshal(name)
	if err != nil {
		return nil // not for a string
	}
	return bytes.TrimSpace(line)
}

// UnmarshalJSON reads an object. It fails when there is no text or a known
// field is of the wrong form; the ID is set whenever it could be read. A field that
// is null or "" is not known. A country in small letters is taken, and a language that
// is no tag of BCP 47 is left in Meta, which is not nil.
func (a *Article) UnmarshalJSON(b []byte) error {
	*a = Article{}
	if !utf8.Valid(b) {
		b = bytes.ToValidUTF8(b, []byte("\uFFFD"))
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return err
	}
	a.ID, a.Meta = fields["id"], fields
	text, ok := fields["text"]
	if !ok || string(text) == "null" {
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
	a.Country = strings.ToUpper(a.Country)
	if published != "" {
		var err error
		if a.Published, err = ParseTime(published); err != nil {
			return fmt.Errorf("published: %w", err)
		}
	}
	for _, known := range []string{"id", "text", "published", "country"} {
		delete(fields, known)
	}
	var tag string
	if optional(fields, "language", &tag) == nil {
		if parsed, err := language.Raw.Parse(tag); tag == "" || err == nil {
			a.Language = parsed
			delete(fields, "language")
		}
	}
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
func ParseTime(text string) (time.Time, error) {
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is neither a date such as 2021-11-24 nor a time such as 2021-11-24T15:04:05Z", text)
	}
	return t, nil
}
