package entities

import (
	"iter"
	"slices"
	"sync"

	"github.com/copydesk-go/copydesk/internal/ner"
)

// A Label is the kind of thing that a name names. The set follows OntoNotes; a
// model may use others of its own.
type Label string

// The labels of the embedded model. MISC gathers what OntoNotes spreads over
// EVENT, WORK_OF_ART, LAW and LANGUAGE: the corpora that cover world news do not
// tell these apart, and a guess would be wrong more often than right.
const (
	PERSON  Label = "PERSON"  // people, without their titles; fictional ones too
	ORG     Label = "ORG"     // companies, agencies, parties, armed groups, teams, media
	GPE     Label = "GPE"     // countries, states, cities: places with a government
	LOC     Label = "LOC"     // other places: regions, seas, mountains, continents
	FAC     Label = "FAC"     // buildings, airports, roads, bridges
	NORP    Label = "NORP"    // nationalities, peoples, religions, and adjectives of them
	PRODUCT Label = "PRODUCT" // vehicles, weapons, devices, software
	MISC    Label = "MISC"    // other names: events, works, laws, awards, programmes
)

// A Mention is a name in a text.
type Mention struct {
	Start, End int     // bytes of the text: text[Start:End]
	Label      Label   // what kind of thing it is
	Confidence float64 // in [0, 1]: how often names found like this one are right, in span and label
	Canonical  string  // the fullest name of the same thing in this text, or the ISO name of a country
	Cluster    int     // from 1 in order of first mention; the same number is the same thing in this text
	Country    string  // ISO 3166-1 alpha-2 code of the country it names or belongs to, or ""
}

// A Tagger finds the names of a text. The zero value uses the embedded model and
// reports every name. A Tagger is data: copy it, change its fields before use. Any number of goroutines may use one at the same time.
type Tagger struct {
	// Model is what finds the names; nil is the embedded model.
	Model *Model

	// Names are names of your own. They are found wherever they stand, whatever
	// the model thinks, with Confidence 1.
	Names *NameList

	// Labels are the labels wanted; none means all names. DATE and MONEY, which
	// the embedded model also learned but does not do as well as packages dates
	// and money, are reported only if they are listed here.
	Labels []Label

	// MinConfidence leaves out mentions with less. 0.5 or so trades few names
	// for many errors fewer.
	MinConfidence float64
}

// FindAll returns the names of s in order, not overlapping, or nil.
func (t Tagger) FindAll(s string) []Mention { return t.Append(nil, s) }

// All yields the names of s in order. Which names mean the same thing is known
// only when all of s was read, so the work is done before the first is yielded.
func (t Tagger) All(s string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		for _, m := range t.Append(nil, s) {
			if !yield(m) {
				return
			}
		}
	}
}

// Append appends the names of s to dst. Calls that reuse dst need no other
// memory than the fullest names take.
func (t Tagger) Append(dst []Mention, s string) []Mention {
	m := t.Model
	if m == nil {
		m = embedded()
	}
	d := decoders.Get().(*ner.Decoder)
	defer decoders.Put(d)
	first := len(dst)
	d.Run(m.model, s, func(at int, text string, spans []ner.Span) {
		from := len(dst)
		dst = t.Names.find(dst, d, at, text)
		dst = t.merge(dst, from, m, d, at, s, spans)
		dst = complete(dst, from, at, text, d.Tokens)
	})
	dst = append(dst[:first], slices.DeleteFunc(dst[first:], t.unwanted)...)
	link(s, dst[first:])
	return dst
}

// decoders hold scratch space between calls.
var decoders = sync.Pool{New: func() any { return new(ner.Decoder) }}

// merge adds the spans of the model that no name of dst[from:] overlaps, in order.
func (t Tagger) merge(dst []Mention, from int, m *Model, d *ner.Decoder, at int, s string, spans []ner.Span) []Mention {
	own := len(dst)
	k := from
	for _, span := range spans {
		start, end := at+d.Tokens[span.Start].Start, at+d.Tokens[span.End-1].End
		for k < own && dst[k].End <= start {
			k++
		}
		if k < own && dst[k].Start < end {
			continue
		}
		dst = append(dst, Mention{
			Start: start, End: end,
			Label: m.label(span.Class, s, start, end), Confidence: span.Confidence,
		})
	}
	if own > from {
		slices.SortFunc(dst[from:], func(a, b Mention) int { return a.Start - b.Start })
	}
	return dst
}

// unwanted reports whether the options leave a mention out.
func (t Tagger) unwanted(m Mention) bool {
	if m.Confidence < t.MinConfidence {
		return true
	}
	if len(t.Labels) > 0 {
		return !slices.Contains(t.Labels, m.Label)
	}
	return m.Label == "DATE" || m.Label == "MONEY"
}

// FindAll returns the names of s with the zero Tagger.
func FindAll(s string) []Mention { return Tagger{}.FindAll(s) }

// All yields the names of s with the zero Tagger.
func All(s string) iter.Seq[Mention] { return Tagger{}.All(s) }

// Append appends the names of s to dst with the zero Tagger.
func Append(dst []Mention, s string) []Mention { return Tagger{}.Append(dst, s) }
