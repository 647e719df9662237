package copydesk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/internal/notes"
	"github.com/copydesk-go/copydesk/money"
	"github.com/copydesk-go/copydesk/normalize"
)

// An Annotator makes records of articles. The zero value does all of the work.
// An Annotator is data: copy it, change its fields before use. Any number of
// goroutines may use one at the same time.
type Annotator struct {
	// Published is when articles were published that do not say.
	Published time.Time
	// Language is that of articles that do not say; the zero tag is told by the
	// text. Dates and sums are read in English, Spanish, French, German, Portuguese,
	// Italian, Dutch and Turkish, and names are looked for in English; what has no
	// language, such as figures, codes and ISO dates, is found in any.
	Language language.Tag
	// Country is where articles were published that do not say, as an ISO 3166-1
	// alpha-2 code in capitals. It decides what 3/4/2021 and a bare $ mean, on which
	// day weeks start and the like.
	Country string

	// Skip holds the parts of the work to leave out. Without PartNormalize the
	// findings are those of the text as it came, but for bytes that are not UTF-8,
	// which become U+FFFD: JSON has no place for them.
	Skip Parts
	// Names are names of your own, found wherever they stand.
	Names *entities.NameList
	// Normalizer is what cleans the text; nil is
	// normalize.Settle(normalize.Default(), money.Repair{}).
	Normalizer *normalize.Normalizer

	// Force makes AnnotateBytes read what is no text, or a document of markup, all
	// the same.
	Force bool

	// Workers is how many articles All works on at a time; 0 is as many as there
	// are processors to use.
	Workers int
}

// standard cleans the text of articles if the Annotator has nothing else.
var standard = sync.OnceValue(func() *normalize.Normalizer {
	return normalize.Settle(normalize.Default(), money.Repair{})
})

// Validate returns an error for the first option that is wrong: a language that no
// part of the work reads, a Country that is no code, a part that there is not.
//
// Annotate returns it too, whether the option is of the Annotator or of the
// article, but for the language.
func (a Annotator) Validate() error {
	if _, err := a.Skip.MarshalText(); err != nil {
		return err
	}
	if a.Workers < 0 {
		return errors.New("copydesk: less than no workers")
	}
	if !a.read() {
		return fmt.Errorf("copydesk: language %v is not read", a.Language)
	}
	a.Language = language.Tag{}
	if err := a.tagger().Validate(); err != nil {
		return err
	}
	if err := a.resolver().Validate(); err != nil {
		return err
	}
	return a.finder().Validate()
}

// read reports whether a part of the work, if there is one that asks for it, reads the
// language.
func (a Annotator) read() bool {
	asked := false
	for _, reader := range []struct {
		part     Parts
		validate func() error
	}{
		{PartEntities, entities.Tagger{Language: a.Language}.Validate},
		{PartDates, dates.Resolver{Language: a.Language}.Validate},
		{PartMoney, money.Finder{Language: a.Language}.Validate},
	} {
		if a.Skip.Has(reader.part) {
			continue
		}
		if reader.validate() == nil {
			return true
		}
		asked = true
	}
	return !asked
}

func (a Annotator) tagger() entities.Tagger {
	return entities.Tagger{Names: a.Names, Language: a.Language, Country: a.Country}
}

func (a Annotator) resolver() dates.Resolver {
	return dates.Resolver{Published: a.Published, Language: a.Language, Country: a.Country}
}

func (a Annotator) finder() money.Finder {
	return money.Finder{Published: a.Published, Language: a.Language, Country: a.Country}
}

// Annotate cleans the text of an article and finds what is in it. What the
// article says of itself comes before the options of a.
//
// A panic, which would be a defect of the library or of a step of your own,
// becomes an error.
func (a Annotator) Annotate(ctx context.Context, in Article) (Record, error) {
	return a.annotate(ctx, in, nil)
}

func (a Annotator) annotate(ctx context.Context, in Article, from *normalize.Decoding) (out Record, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = Record{}, fmt.Errorf("copydesk: panic: %v", p)
		}
	}()
	a = a.of(in)
	checked := a
	checked.Language = language.Tag{}
	if err := checked.Validate(); err != nil {
		return Record{}, err
	}
	if a.Skip.Has(PartNormalize) && !utf8.ValidString(in.Text) {
		a.Skip, a.Normalizer = a.Skip&^PartNormalize, normalize.New() // which does no more than make it UTF-8
	}
	w := work{Annotator: a, ctx: notes.With(ctx), decoding: from, out: Record{
		ID: idOf(in.ID), Text: in.Text, Meta: in.Meta,
		Changes: []Change{}, Entities: []Entity{}, Dates: []Date{}, Money: []Sum{},
	}}
	w.found = pool.Get().(*found)
	defer w.found.release()
	if w.out.Meta == nil {
		w.out.Meta = map[string]json.RawMessage{}
	}
	if !a.Language.IsRoot() {
		w.out.Language = a.Language.String()
	}
	for _, step := range []struct {
		part Parts
		do   func(*work) error
	}{
		{PartNormalize, (*work).clean}, {PartEntities, (*work).entities}, {PartDates, (*work).dates}, {PartMoney, (*work).money},
	} {
		if a.Skip.Has(step.part) {
			continue
		}
		if err := step.do(&w); err != nil {
			return Record{}, err
		}
	}
	return w.out, nil
}

// of returns the Annotator with what the article says of itself.
func (a Annotator) of(in Article) Annotator {
	if !in.Published.IsZero() {
		a.Published = in.Published
	}
	if in.Country != "" {
		a.Country = in.Country
	}
	if !in.Language.IsRoot() {
		a.Language = in.Language
	}
	return a
}

// work is one article on its way to a record.
type work struct {
	Annotator // with what the article says
	ctx       context.Context
	out       Record
	decoding  *normalize.Decoding // nil if the text did not come as bytes
	cleaned   *normalize.Text     // nil if the text is as it came
	found     *found
}

// found is where findings are gathered before it is known how many they are.
type found struct {
	entities []Entity
	dates    []Date
	money    []Sum
}

var pool = sync.Pool{New: func() any { return new(found) }}

// release gives the memory back, without what the findings hold.
func (f *found) release() {
	clear(f.entities)
	clear(f.dates)
	clear(f.money)
	*f = found{f.entities[:0], f.dates[:0], f.money[:0]}
	pool.Put(f)
}

// span places what stands in the clean text.
func (w *work) span(start, end int) Span {
	s := Span{Start: start, End: end, OrigStart: start, OrigEnd: end}
	if w.cleaned != nil {
		s.OrigStart, s.OrigEnd = w.cleaned.Source(start, end)
	}
	return w.inPage(s)
}

// inPage completes the place of what stands in the article's text.
func (w *work) inPage(s Span) Span {
	if w.decoding != nil {
		s.PageStart, s.PageEnd = w.decoding.Source(s.OrigStart, s.OrigEnd)
	}
	return s
}

func (w *work) clean() error {
	n := w.Normalizer
	if n == nil {
		n = standard()
	}
	text, err := n.AlignContext(w.ctx, w.out.Text)
	if err != nil {
		return err
	}
	w.out.Changes = changes(w.out.Text, text)
	for i := range w.out.Changes {
		w.out.Changes[i].Span = w.inPage(w.out.Changes[i].Span)
	}
	w.out.Text, w.cleaned = text.String(), &text
	return w.ctx.Err()
}

func (w *work) entities() error {
	for m := range w.tagger().AllContext(w.ctx, w.out.Text) {
		w.found.entities = append(w.found.entities, Entity{
			Span: w.span(m.Start, m.End), Text: w.out.Text[m.Start:m.End], Label: m.Label,
			Canonical: m.Canonical, Cluster: m.Cluster, Country: m.Country,
			Confidence: math.Round(m.Confidence*1e4) / 1e4, ID: m.ID,
		})
	}
	w.out.Entities = append(w.out.Entities, w.found.entities...)
	return w.ctx.Err()
}

func (w *work) dates() error {
	for m := range w.resolver().AllContext(w.ctx, w.out.Text) {
		w.found.dates = append(w.found.dates, Date{
			Span: w.span(m.Start, m.End), Text: w.out.Text[m.Start:m.End], Type: m.Type, Value: m.Value, Mod: m.Mod,
			From: Time{m.From}, To: Time{m.To},
			Evidence: m.Evidence, Ambiguous: m.Ambiguous, Through: m.Through, Zone: m.Zone,
		})
	}
	w.out.Dates = append(w.out.Dates, w.found.dates...)
	return w.ctx.Err()
}

func (w *work) money() error {
	for m := range w.finder().AllContext(w.ctx, w.out.Text) {
		w.found.money = append(w.found.money, Sum{
			Span: w.span(m.Start, m.End), Text: w.out.Text[m.Start:m.End], Currency: m.Currency,
			Min: m.Min, Max: m.Max, Mod: m.Mod, Ambiguous: m.Ambiguous, Evidence: m.Evidence,
		})
	}
	w.out.Money = append(w.out.Money, w.found.money...)
	return w.ctx.Err()
}

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
		place := Span{Start: c.Start, End: c.End, OrigStart: c.SourceStart, OrigEnd: c.SourceEnd}
		out = append(out, Change{Span: place, Step: c.Step})
	}
	for i, c := range out {
		out[i].From, out[i].To = original[c.OrigStart:c.OrigEnd], text.String()[c.Start:c.End]
	}
	return out
}
