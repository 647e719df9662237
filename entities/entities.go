package entities

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/ner"
)

// A Label is the kind of thing that a name names. The set follows OntoNotes; a
// model and names of your own may use others.
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
	// Start and End are offsets in bytes of the text, half-open, on rune boundaries.
	Start int `json:"start"`
	End   int `json:"end"`

	// Label is the kind of thing that it is.
	Label Label `json:"label,omitzero"`

	// Confidence, in [0, 1], is how often names found like this one are right, in span
	// and label; 1 for names of your own.
	Confidence float64 `json:"confidence,omitzero"`

	// Canonical is the fullest name of the same thing in this text, the ISO name of a
	// country, or Name.Canonical.
	Canonical string `json:"canonical,omitzero"`

	// Cluster counts from 1 in order of first mention; the same number is the same
	// thing in this text.
	Cluster int `json:"cluster,omitzero"`

	// ID is Name.ID, where a name of your own names the same thing, or "".
	ID string `json:"id,omitzero"`

	// Country is the ISO 3166-1 alpha-2 code of the country that it names or belongs
	// to, or "".
	Country string `json:"country,omitzero"`
}

// A Tagger finds the names of a text. The zero value uses the embedded model and
// reports every name. A Tagger is data: copy it, change its fields before use.
// Any number of goroutines may use one at the same time.
type Tagger struct {
	// Model is what finds the names; nil is the embedded model.
	Model *Model

	// Names are names of your own. They are found wherever they stand, whatever
	// the model thinks, with Confidence 1, but for one inside a longer name that the
	// model is surer of than not: with Lee and Ann Lee listed, Spike Lee and Lee Ann
	// Lee are still whole. Give them in full: a surname alone is found where it means
	// others, and the short forms of a full name come by its cluster, with its ID.
	Names *NameList

	// Labels are the labels wanted; none means all names. DATE and MONEY, which
	// the embedded model also learned but does not do as well as packages dates
	// and money, are reported only if they are listed here.
	Labels []Label

	// MinConfidence, in [0, 1], leaves out mentions with less. 0.5 or so trades few
	// names for many errors fewer.
	MinConfidence float64

	// Language is that of the text. The language of the model is read; in texts of
	// other languages nothing is found. The zero tag is that of the model, unless all
	// lines of the text that tell their language are in another.
	Language language.Tag

	// Country is where the text was published, as an ISO 3166-1 alpha-2 code in
	// capitals. It decides names that several countries share when the text itself
	// says nothing: Georgia, Congo, Korean.
	Country string
}

// Validate returns an error for the first option that is wrong: a label that
// neither the model nor a name of your own has, a MinConfidence outside [0, 1], a
// language that the model does not read, a Country that is no code. The methods
// that find take such an option as not set, but a language as said there.
func (t Tagger) Validate() error {
	for _, l := range t.Labels {
		if !t.knows(l) {
			return fmt.Errorf("entities: unknown label %q", l)
		}
	}
	switch {
	case !(t.MinConfidence >= 0 && t.MinConfidence <= 1): // NaN too
		return fmt.Errorf("entities: MinConfidence %v is not in [0, 1]", t.MinConfidence)
	case !t.reads():
		return fmt.Errorf("entities: language %v is not read", t.Language)
	case t.Country != "" && !country.Valid(t.Country):
		return fmt.Errorf("entities: country %.20q is no ISO 3166-1 alpha-2 code in capitals", t.Country)
	}
	return nil
}

// knows reports whether a mention may have the label.
func (t Tagger) knows(l Label) bool { return t.model().has(l) || t.Names.has(l) }

// reads reports whether texts in the Tagger's language are read.
func (t Tagger) reads() bool {
	base, _, _ := t.Language.Raw()
	return t.Language == language.Und || base == t.model().language
}

func (t Tagger) model() *Model {
	if t.Model == nil {
		return embedded()
	}
	return t.Model
}

// valid returns the Tagger without the options that are wrong.
func (t Tagger) valid() Tagger {
	unknown := func(l Label) bool { return !t.knows(l) }
	if slices.ContainsFunc(t.Labels, unknown) {
		t.Labels = slices.DeleteFunc(slices.Clone(t.Labels), unknown)
	}
	if !(t.MinConfidence >= 0 && t.MinConfidence <= 1) {
		t.MinConfidence = 0
	}
	if !country.Valid(t.Country) {
		t.Country = ""
	}
	return t
}

// section is the most bytes of text whose names are linked with each other.
const section = 1 << 20

// All returns an iterator over the names of text, in order and not overlapping.
// Which names mean the
// same thing is known only when all of text was read, so the work is done before
// the first is yielded; of a text longer than 1 MiB, megabyte by megabyte, each
// with clusters of its own, and no further than the caller goes.
func (t Tagger) All(text string) iter.Seq[Mention] {
	return t.AllContext(context.Background(), text)
}

// AllContext is All that ends early when the context does, inside a long text too;
// the error of the context tells.
func (t Tagger) AllContext(ctx context.Context, text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		ms := lists.Get().(*[]Mention)
		defer lists.Put(ms)
		clusters := 0
		for at := 0; at < len(text); {
			n := ner.Cut(text[at:], section)
			*ms = t.append(ctx, (*ms)[:0], text[at:at+n], at, &clusters)
			if ctx.Err() != nil {
				return
			}
			for _, m := range *ms {
				if !yield(m) {
					return
				}
			}
			at += n
		}
	}
}

// FindAll returns the names of text, in order; nil when there are none.
func (t Tagger) FindAll(text string) []Mention {
	ms := lists.Get().(*[]Mention)
	defer lists.Put(ms)
	*ms = t.Append((*ms)[:0], text)
	return append([]Mention(nil), *ms...)
}

// lists hold mentions between calls.
var lists = sync.Pool{New: func() any { return new([]Mention) }}

// Append appends the names of text to dst, in order. Calls that reuse dst need little
// other memory.
func (t Tagger) Append(dst []Mention, text string) []Mention {
	clusters := 0
	for at := 0; at < len(text); {
		n := ner.Cut(text[at:], section)
		dst = t.append(context.Background(), dst, text[at:at+n], at, &clusters)
		at += n
	}
	return dst
}

// append appends the names of a section, which starts at offset at of the text,
// and numbers their clusters from the one after the last.
func (t Tagger) append(ctx context.Context, dst []Mention, text string, at int, clusters *int) []Mention {
	if !t.reads() {
		return dst
	}
	t = t.valid()
	m := t.model()
	first := len(dst)
	if t.isForeign(text) {
		return dst
	}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	source, plain := text, plainOf(text, s.moves)
	text, s.moves = plain.text, plain.moves
	s.Run(ctx, m.model, text, func(at int, piece string, spans []ner.Span) {
		from := len(dst)
		dst = t.Names.find(dst, &s.Decoder, at, piece)
		dst = t.merge(dst, from, m, &s.Decoder, at, text[:at+len(piece)], spans)
		if m.english() {
			dst = s.joinWholes(dst, from, at, piece)
			dst = joinBroken(dst, from, at, piece)
			dst = settleBeside(dst, from, at, piece)
			dst = s.complete(dst, from, at, piece, s.Tokens)
		}
	})
	dst = append(dst[:first], slices.DeleteFunc(dst[first:], t.unwanted)...)
	for i := first; i < len(dst) && len(plain.moves) > 0; i++ {
		dst[i].Start, dst[i].End = plain.source(dst[i].Start), plain.source(dst[i].End)
	}
	s.link(source, t.Country, dst[first:])
	last := *clusters
	for i := first; i < len(dst); i++ {
		m := &dst[i]
		m.Start, m.End, m.Cluster = m.Start+at, m.End+at, m.Cluster+last
		*clusters = max(*clusters, m.Cluster)
	}
	return dst
}

// A scratch is the space that the work on one text takes.
type scratch struct {
	ner.Decoder
	linker
	completer
	merged []Mention
	moves  []move
}

// scratches hold scratch space between calls.
var scratches = sync.Pool{New: func() any {
	s := new(scratch)
	s.completer.arena = &s.linker.arena
	return s
}}

// merge adds the spans of the model to the user's names, which are dst[from:], in order.
// A name of the user's that a span overlaps counts, unless it is but a part of the name
// there.
func (t Tagger) merge(dst []Mention, from int, m *Model, d *ner.Decoder, at int, text string, spans []ner.Span) []Mention {
	own := len(dst)
	k := from
	within := false // whether a name of the user's is part of a longer one
	for i, span := range spans {
		start, end := at+d.Tokens[span.Start].Start, at+d.Tokens[span.End-1].End
		if m.english() {
			end -= owning(text[start:end], end-at-d.Tokens[span.End-1].Start)
		}
		for k < own && dst[k].End <= start {
			k++
		}
		n := len(dst)
		mention := Mention{
			Start: start, End: end,
			Label: m.label(span.Class, text, start, end), Confidence: span.Confidence,
		}
		if !m.english() {
			dst = append(dst, mention)
		} else {
			dst = appendSettled(dst, text, mention)
		}
		if k < own && dst[k].Start < end {
			if !t.isPart(dst[k:own], dst[n:]) {
				dst = dst[:n]
				continue
			}
			dst[k].Label, within = "", true
		}
		if !m.english() {
			continue
		}
		state := stateAfter(text, end)
		free := i+1 == len(spans) || at+d.Tokens[spans[i+1].Start].Start >= state
		if state > 0 && free && (k == own || dst[k].Start >= state) {
			dst = append(dst, Mention{Start: end + len(", "), End: state, Label: GPE, Confidence: span.Confidence})
		}
	}
	if own > from {
		slices.SortFunc(dst[from:], func(a, b Mention) int { return a.Start - b.Start })
	}
	if within {
		dst = append(dst[:from], slices.DeleteFunc(dst[from:], func(m Mention) bool { return m.Label == "" })...)
	}
	return dst
}

// sureOfLonger is the confidence from which a name has one of the user's as its part.
const sureOfLonger = 0.5

// isPart reports whether the first of the user's names, and no other, is part of the one
// name that was found around it.
func (t Tagger) isPart(own, found []Mention) bool {
	if len(found) != 1 || found[0].Confidence < sureOfLonger || t.unwanted(found[0]) {
		return false
	}
	f := found[0]
	return f.Start <= own[0].Start && own[0].End <= f.End && f.End-f.Start > own[0].End-own[0].Start &&
		(len(own) == 1 || own[1].Start >= f.End)
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

// All is [Tagger.All] of the zero Tagger.
func All(text string) iter.Seq[Mention] { return Tagger{}.All(text) }

// FindAll is [Tagger.FindAll] of the zero Tagger.
func FindAll(text string) []Mention { return Tagger{}.FindAll(text) }

// Append is [Tagger.Append] of the zero Tagger.
func Append(dst []Mention, text string) []Mention { return Tagger{}.Append(dst, text) }
