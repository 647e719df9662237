// Package view shows what was made of an article: the text before and after,
// with every change, name, date and sum marked and explained. The same view
// stands in a file for a colleague ([Page]) and in a page that a server
// gives out ([Fragment], [Style], [Script]).
package view

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"html/template"
	"slices"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/entities"
)

//go:embed view.html
var source string

// Style is the style sheet of the view.
//
//go:embed style.css
var Style string

// Script lights up what belongs together and shows explanations. Without it
// the view can be read all the same.
//
//go:embed view.js
var Script string

var templates = template.Must(template.New("").Parse(source))

// An Article is a record with what it was made from.
type Article struct {
	Original  string
	Published time.Time // zero when not known
	copydesk.Record
}

// view is what the template shows.
type view struct {
	ID, Anchor    string
	Language      string // its name, "" if none was given
	Layers        []layer
	Before, After []piece // Before is empty where nothing was mended
	Changes       []change
	Mended        int // how many changes there are, equal ones too
	Groups        []things
	Dates         []date
	Money         []sum
	Timeline      *timeline
	JSON          string
	TooLong       string   // how long the record is, where it is not shown
	Doubts        []string // the classes of doubt that there are
}

// Nothing reports whether neither a name nor a date nor a sum was found.
func (v view) Nothing() bool { return len(v.Groups)+len(v.Dates)+len(v.Money) == 0 }

// maxJSON is the longest record that is shown as JSON too, in bytes.
const maxJSON = 256 << 10

func newView(a Article) (view, error) {
	record, err := indented(a.Record)
	if err != nil {
		return view{}, err
	}
	k := newKeys(a.Record)
	v := view{
		ID:       idOf(a),
		Language: languageName(a.Language),
		After:    cut(a.Text, k.findings(a.Record), k.after(a.Changes)),
		Changes:  k.changes,
		Mended:   len(a.Changes),
		Layers:   layers(a.Record),
		Groups:   k.groups(),
		Dates:    k.dates,
		Money:    k.sums,
		Timeline: newTimeline(a.Published, k.dates),
		JSON:     record,
	}
	if len(record) > maxJSON {
		v.JSON, v.TooLong = "", size(len(record))
	}
	if a.Original != a.Text {
		v.Before = cut(a.Original, nil, k.before(a.Changes))
	}
	for _, class := range []string{likely, doubt} {
		if slices.ContainsFunc(v.After, func(p piece) bool { return p.Mark != nil && p.Mark.Doubt == class }) {
			v.Doubts = append(v.Doubts, class)
		}
	}
	return v, nil
}

func idOf(a Article) string { return strings.Trim(string(a.ID), `"`) }

func indented(r copydesk.Record) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(r)
	return b.String(), err
}

// A layer is a kind of mark that can be hidden.
type layer struct {
	Class, Name string
	Count       int
}

// classes are the kinds of mark, in the order in which they are shown.
var classes = []layer{
	{"changes", "changes", 0}, {"person", "people", 0}, {"org", "organisations", 0}, {"place", "places", 0},
	{"other", "other names", 0}, {"date", "dates", 0}, {"money", "sums", 0},
}

// layers returns the kinds of mark that a record has.
func layers(r copydesk.Record) []layer {
	count := map[string]int{"changes": len(r.Changes), "date": len(r.Dates), "money": len(r.Money)}
	for _, e := range r.Entities {
		count[classOf(e.Label)]++
	}
	var all []layer
	for _, l := range classes {
		if l.Count = count[l.Class]; l.Count > 0 {
			all = append(all, l)
		}
	}
	return all
}

// classOf returns the class of the marks of a label.
func classOf(label entities.Label) string {
	switch label {
	case entities.PERSON, entities.ORG:
		return strings.ToLower(string(label))
	case entities.GPE, entities.LOC, entities.FAC:
		return "place"
	}
	return "other"
}
