package record

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/money"
	"github.com/copydesk-go/copydesk/normalize"
)

// Parts are the parts of the work, as the flag -only names them.
var Parts = []string{"normalize", "dates", "money", "entities"}

// An Annotator makes records of articles. The zero value does all of the work.
// It is safe for concurrent use.
type Annotator struct {
	Skip      map[string]bool // parts to leave out: normalize, dates, money, entities
	Published time.Time       // of articles that do not say
	Country   string          // of articles that do not say

	tagger entities.Tagger
}

// Only returns an Annotator that does the parts of a comma-separated list.
func Only(list string) (*Annotator, error) {
	a := &Annotator{Skip: map[string]bool{}}
	for _, p := range Parts {
		a.Skip[p] = true
	}
	for p := range strings.SplitSeq(list, ",") {
		p = strings.TrimSpace(p)
		if !a.Skip[p] {
			return nil, fmt.Errorf("%q is not one of %s, or stands there twice", p, strings.Join(Parts, ", "))
		}
		delete(a.Skip, p)
	}
	return a, nil
}

// Line makes a line of output of a line of input. Whatever goes wrong stays with
// the line: it gives a [Failure], and the error that is written there.
func (a *Annotator) Line(line []byte) ([]byte, error) {
	var in Article
	err := json.Unmarshal(line, &in)
	if err == nil {
		var r Record
		if r, err = a.Annotate(in); err == nil {
			return Marshal(r), nil
		}
	}
	return Fail(in.ID, err), err
}

// Annotate cleans the text of an article and finds what is in it. A panic, which
// would be a defect of the library, becomes an error, so that it costs one
// record and not the run.
func (a *Annotator) Annotate(in Article) (out Record, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	if in.Published.IsZero() {
		in.Published = a.Published
	}
	if in.Country == "" {
		in.Country = a.Country
	}
	finder := money.Finder{Country: in.Country}
	if err := finder.Validate(); err != nil {
		return Record{}, err
	}
	return a.annotate(in, finder), nil
}

func (a *Annotator) annotate(in Article, finder money.Finder) Record {
	out := Record{
		ID: idOf(in.ID), Text: in.Text, Meta: in.Meta,
		Changes: []Change{}, Entities: []Entity{}, Dates: []Date{}, Money: []Sum{},
	}
	if out.Meta == nil {
		out.Meta = map[string]json.RawMessage{}
	}
	span := func(start, end int) Span { return Span{start, end, start, end} }
	if !a.Skip["normalize"] {
		text := cleaner.Align(in.Text)
		out.Text = text.String()
		out.Changes = changes(in.Text, text)
		span = func(start, end int) Span {
			from, to := text.Source(start, end)
			return Span{start, end, from, to}
		}
	}
	if !a.Skip["entities"] {
		for m := range a.tagger.All(out.Text) {
			out.Entities = append(out.Entities, Entity{
				span(m.Start, m.End), out.Text[m.Start:m.End],
				string(m.Label), m.Canonical, m.Cluster, m.Country, math.Round(m.Confidence*1e4) / 1e4,
			})
		}
	}
	if !a.Skip["dates"] {
		for m := range (dates.Resolver{Published: in.Published}).All(out.Text) {
			out.Dates = append(out.Dates, Date{
				span(m.Start, m.End), out.Text[m.Start:m.End],
				m.Type.String(), m.Value, m.Mod.String(), stamp(m.From), stamp(m.To),
			})
		}
	}
	if !a.Skip["money"] {
		for m := range finder.All(out.Text) {
			out.Money = append(out.Money, Sum{
				span(m.Start, m.End), out.Text[m.Start:m.End],
				m.Currency, m.Min.String(), m.Max.String(), m.Mod.String(), m.Ambiguous,
			})
		}
	}
	return out
}

// cleaner is the default pipeline with one step of another package added: the
// repair of sums of money.
var cleaner = normalize.New(normalize.Default(), money.Repair{})

// changes lists where the text was mended. Where several steps touched the
// same place they become one change under all their names, so that what it
// changed from and to is what stands in the two texts.
func changes(original string, text normalize.Text) []Change {
	out := []Change{}
	for c := range text.Changes() {
		if n := len(out) - 1; n >= 0 && (c.SourceStart < out[n].OrigEnd || c.Start < out[n].End) {
			last := &out[n]
			last.End, last.OrigEnd = max(last.End, c.End), max(last.OrigEnd, c.SourceEnd)
			last.Start, last.OrigStart = min(last.Start, c.Start), min(last.OrigStart, c.SourceStart)
			if !strings.Contains(last.Step, c.Step) {
				last.Step += "+" + c.Step
			}
			continue
		}
		out = append(out, Change{Span: Span{c.Start, c.End, c.SourceStart, c.SourceEnd}, Step: c.Step})
	}
	for i, c := range out {
		out[i].From, out[i].To = original[c.OrigStart:c.OrigEnd], text.String()[c.Start:c.End]
	}
	return out
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
