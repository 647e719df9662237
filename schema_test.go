package copydesk_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/money"
)

// A schema is what the schema of the record uses of JSON Schema.
type schema struct {
	Schema      string     `json:"$schema"`
	ID          string     `json:"$id"`
	Comment     string     `json:"$comment"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Defs        properties `json:"$defs"`
	Ref         string     `json:"$ref"`
	OneOf       []*schema  `json:"oneOf"`
	Type        string     `json:"type"`
	Required    []string   `json:"required"`
	Properties  properties `json:"properties"`
	Items       *schema    `json:"items"`
	Enum        []string   `json:"enum"`
	Pattern     string     `json:"pattern"`
	Minimum     *float64   `json:"minimum"`
	Maximum     *float64   `json:"maximum"`
}

// properties keep the order in which they are written.
type properties struct {
	names []string
	byKey map[string]*schema
}

func (p *properties) UnmarshalJSON(b []byte) error {
	if err := json.Unmarshal(b, &p.byKey); err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	for depth := 0; d.More() || depth > 0; {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
			continue
		case json.Delim('}'), json.Delim(']'):
			if depth--; depth == 0 {
				return nil
			}
			continue
		}
		if depth == 1 {
			p.names = append(p.names, token.(string))
			var skip json.RawMessage
			if err := d.Decode(&skip); err != nil {
				return err
			}
		}
	}
	return nil
}

func recordSchema(t *testing.T) *schema {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(copydesk.Schema()))
	d.DisallowUnknownFields() // the test would not look at them
	root := new(schema)
	require.NoError(t, d.Decode(root))
	return root
}

func (s *schema) resolve(root *schema) *schema {
	if s.Ref == "" {
		return s
	}
	return root.Defs.byKey[strings.TrimPrefix(s.Ref, "#/$defs/")]
}

// check returns what is wrong with a value.
func (s *schema) check(root *schema, path string, v any) (wrong []string) {
	if s.OneOf != nil {
		fit := 0
		for _, one := range s.OneOf {
			w := one.check(root, path, v)
			if len(w) == 0 {
				fit++
			}
			wrong = append(wrong, w...)
		}
		if fit == 1 {
			return nil
		}
		return append(wrong, fmt.Sprintf("%s: %d of oneOf fit", path, fit))
	}
	s = s.resolve(root)
	complain := func(format string, args ...any) {
		wrong = append(wrong, path+": "+fmt.Sprintf(format, args...))
	}
	if kind := kindOf(v); s.Type != "" && kind != s.Type && !(s.Type == "number" && kind == "integer") {
		complain("%s, not %s", kind, s.Type)
		return wrong
	}
	switch v := v.(type) {
	case string:
		if s.Enum != nil && !slices.Contains(s.Enum, v) {
			complain("%q is none of %q", v, s.Enum)
		}
		if s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(v) {
			complain("%q is not like %s", v, s.Pattern)
		}
	case float64:
		if s.Minimum != nil && v < *s.Minimum || s.Maximum != nil && v > *s.Maximum {
			complain("%v is out of range", v)
		}
	case []any:
		for i, item := range v {
			wrong = append(wrong, s.Items.check(root, fmt.Sprintf("%s[%d]", path, i), item)...)
		}
	case map[string]any:
		for _, name := range s.Required {
			if _, ok := v[name]; !ok {
				complain("no %q", name)
			}
		}
		for name, item := range v {
			if p := s.Properties.byKey[name]; p != nil {
				wrong = append(wrong, p.check(root, path+"."+name, item)...)
			}
		}
	}
	return wrong
}

func kindOf(v any) string {
	switch v := v.(type) {
	case string:
		return "string"
	case bool:
		return "boolean"
	case float64:
		if v == math.Trunc(v) {
			return "integer"
		}
		return "number"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return "null"
}

func TestGoldenRecordsKeepToTheSchema(t *testing.T) {
	root := recordSchema(t)
	names, err := filepath.Glob("examples/annotate/testdata/*.jsonl")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		all, err := os.ReadFile(name)
		require.NoError(t, err)
		for line := range bytes.Lines(all) {
			var v any
			require.NoError(t, json.Unmarshal(line, &v))
			assert.Empty(t, root.check(root, name, v))
		}
	}
}

func TestTheSchemaTellsWrongFromRight(t *testing.T) {
	root := recordSchema(t)
	const rest = `"changes":[],"entities":[],"dates":[],"money":[],"meta":{},"language":""`
	sum := func(s string) string {
		return `{"id":1,"text":"","changes":[],"entities":[],"dates":[],"money":[` + s + `],"meta":{},"language":""}`
	}
	for name, tt := range map[string]struct {
		in    string
		right bool
	}{
		"a record":          {`{"id":1,"text":"",` + rest + `}`, true},
		"a failure":         {`{"id":"a","error":"no"}`, true},
		"neither":           {`{"id":1,"text":""}`, false},
		"text that is none": {`{"id":1,"text":5,` + rest + `}`, false},
		"a sum": {sum(`{"start":0,"end":2,"orig_start":0,"orig_end":2,"text":"$5","currency":"USD","min":"5","max":"",` +
			`"mod":"","ambiguous":true,"evidence":"habit"}`), true},
		"a sum of floats": {sum(`{"start":0,"end":2,"orig_start":0,"orig_end":2,"text":"$5","currency":"USD","min":5,"max":5,` +
			`"mod":"","ambiguous":true,"evidence":"habit"}`), false},
		"evidence of a kind that there is not": {sum(`{"start":0,"end":2,"orig_start":0,"orig_end":2,"text":"$5","currency":"USD","min":"5","max":"5",` +
			`"mod":"","ambiguous":true,"evidence":"hearsay"}`), false},
		"a field too few": {sum(`{"start":0,"end":2,"orig_start":0,"orig_end":2,"text":"$5","currency":"USD","min":"5","max":"5",` +
			`"mod":"","ambiguous":true}`), false},
		"an offset below 0": {sum(`{"start":-1,"end":2,"orig_start":0,"orig_end":2,"text":"$5","currency":"USD","min":"5","max":"5",` +
			`"mod":"","ambiguous":true,"evidence":"habit"}`), false},
	} {
		t.Run(name, func(t *testing.T) {
			var v any
			require.NoError(t, json.Unmarshal([]byte(tt.in), &v))
			assert.Equal(t, tt.right, len(root.check(root, "", v)) == 0)
		})
	}
}

// The schema and the types have the same fields, of the same kind and in the
// same order, and all of them are written.
func TestSchemaAndTypesAgree(t *testing.T) {
	root := recordSchema(t)
	assert.Contains(t, root.Comment, "version "+copydesk.SchemaVersion+":")
	for name, v := range map[string]any{
		"record": copydesk.Record{}, "failure": copydesk.Failure{}, "change": copydesk.Change{},
		"entity": copydesk.Entity{}, "date": copydesk.Date{}, "sum": copydesk.Sum{},
	} {
		t.Run(name, func(t *testing.T) {
			s := root.Defs.byKey[name]
			require.NotNil(t, s)
			var names []string
			for _, f := range jsonFields(reflect.TypeOf(v)) {
				field, option, _ := strings.Cut(f.Tag.Get("json"), ",")
				assert.Empty(t, option, "%s is always written", field)
				names = append(names, field)
				if p := s.Properties.byKey[field]; assert.NotNil(t, p, field) {
					p = p.resolve(root)
					assert.Equal(t, kindOfType(f.Type), p.Type+kindOfEnum(p), field)
				}
			}
			assert.Equal(t, names, s.Properties.names)
			assert.Equal(t, names, s.Required)
		})
	}
	for field, names := range map[[2]string][]string{
		{"date", "type"}: namesOf[dates.Type](t)[1:], {"date", "mod"}: namesOf[dates.Mod](t), {"date", "evidence"}: namesOf[dates.Evidence](t),
		{"sum", "mod"}: namesOf[money.Mod](t), {"sum", "evidence"}: namesOf[money.Evidence](t),
	} {
		assert.Equal(t, names, root.Defs.byKey[field[0]].Properties.byKey[field[1]].Enum, "%s", field)
	}
}

// jsonFields returns the fields that are written, with those of embedded structs.
func jsonFields(t reflect.Type) (all []reflect.StructField) {
	for f := range t.Fields() {
		switch {
		case f.Anonymous:
			all = append(all, jsonFields(f.Type)...)
		case f.Tag.Get("json") != "-":
			all = append(all, f)
		}
	}
	return all
}

func kindOfType(t reflect.Type) string {
	if t == reflect.TypeFor[json.RawMessage]() {
		return "" // any
	}
	if t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		return "string"
	}
	switch t.Kind() {
	case reflect.Slice:
		return "array"
	case reflect.Map:
		return "object"
	case reflect.Bool:
		return "boolean"
	case reflect.Int:
		return "integer"
	case reflect.Float64:
		return "number"
	}
	return t.Kind().String()
}

// kindOfEnum returns "string" for a set of them, which needs no type.
func kindOfEnum(s *schema) string {
	if s.Enum != nil && s.Type == "" {
		return "string"
	}
	return ""
}

// namesOf returns the names of a closed set.
func namesOf[T interface {
	~uint8
	encoding.TextMarshaler
}](t *testing.T) (names []string) {
	t.Helper()
	for v := T(0); v < 100; v++ {
		name, err := v.MarshalText()
		if err != nil {
			return names
		}
		names = append(names, string(name))
	}
	t.Fatal("a set without end")
	return nil
}
