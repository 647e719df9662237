package entities

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// link says which mentions of a text are the same thing: it fills Canonical,
// Cluster and Country of ms, which are in order of Start. Clusters are numbered
// from 1 in order of first mention. The labels are taken as they are. What a
// mention already says of its thing, by a name of the user's own, holds for all
// mentions of that thing. The text was published in the country home, or "".
//
// It goes by what news writing does: a thing is introduced by its full name and
// then called by a part of it, people by their surname (link_people.go), others by an
// acronym or a head (link_names.go), countries by abbreviations and, for
// their governments, by their capitals (link_countries.go). The same surface is the
// same thing, whatever its labels, but a person is never a place of that name. Other
// places get the country that they are in (link_places.go).
//
// Time is linear in the mentions, but for sorting names by length.
func (l *linker) link(text, home string, ms []Mention) {
	if len(ms) == 0 {
		return
	}
	l.reset(text, home, ms)
	l.collect()
	l.linkOwn()
	l.linkCountries()
	l.linkNames()
	l.linkPeople()
	l.linkPlaces()
	l.number()
}

// A form is one way in which a text writes a name.
type form struct {
	name   string // the surface without article, title, possessive and quotes
	phrase        // the same, folded
	core   phrase // the same, see core
	sense  sense
	own    own
	labels labelSet
	first  int // the first mention of this form
	count  int
	thing  int

	isPerson bool
}

// An own is what the user said of a name.
type own struct{ id, canonical, country string }

// A thing is what mentions are mentions of. Things that turn out to be the same
// are joined: same leads to the thing that stands for all of them.
type thing struct {
	same    int
	name    string // canonical name, when it is not one of the forms
	country string
	nation  bool   // a country or a people, which short forms and acronyms leave alone
	id      string // of a name of the user's own
	cluster int    // its number, once it is mentioned
	fullest int    // the form that makes its name
}

// A linker is scratch space for linking: link again and again.
type linker struct {
	arena
	text    string
	home    string
	ms      []Mention
	forms   []form
	things  []thing
	formOf  []int           // of each mention
	thingOf []int           // of each mention, or undecided
	names   []string        // of each mention, trimmed
	known   map[surface]int // the forms
	named   map[string]int  // those that are not persons, by their words
	order   []int           // of some of them, see byLength

	senses    []sense // of each mention
	homonyms  []homonym
	homonymOf map[string]int  // each name
	divided   map[string]bool // names of provinces and the like, in lower case, as words beside them say

	crowded    bool  // whether people share a surname
	sentences  []int // before each mention, if so
	paragraphs []int

	countries countries
	short     shortNames
	people    register
	places    placer
}

const undecided = -1

// reset makes a linker ready for the mentions of another text.
func (l *linker) reset(text, home string, ms []Mention) {
	l.arena.reset()
	l.text, l.home, l.ms = text, home, ms
	l.forms, l.things, l.divided, l.crowded = l.forms[:0], l.things[:0], nil, false
	l.formOf, l.thingOf = resized(l.formOf, len(ms)), resized(l.thingOf, len(ms))
	l.known, l.named = emptied(l.known), emptied(l.named)
}

// resized returns a slice of n elements, with what is left in it.
func resized[T any](s []T, n int) []T { return slices.Grow(s[:0], n)[:n] }

// zeroed returns a slice of n elements that are zero.
func zeroed[T any](s []T, n int) []T {
	s = resized(s, n)
	clear(s)
	return s
}

// emptied returns a map with nothing in it: the same, unless that has become large, as
// clearing it would take time in all texts to come.
func emptied[K comparable, V any](m map[K]V) map[K]V {
	if m == nil || len(m) > mostKept {
		return make(map[K]V)
	}
	clear(m)
	return m
}

// mostKept is from how many entries on a map is large.
const mostKept = 1 << 10

// A labelSet has a bit for each kind of label that linking tells apart.
type labelSet uint8

const (
	people labelSet = 1 << iota
	orgs
	norps
	places
	others
)

func labelBit(l Label) labelSet {
	switch l {
	case PERSON:
		return people
	case ORG:
		return orgs
	case NORP:
		return norps
	case GPE, LOC, FAC:
		return places
	}
	return others
}

// A surface is what all mentions of a form have in common.
type surface struct {
	name   string
	person bool
	sense  sense
	own
}

// collect sorts the mentions by form.
func (l *linker) collect() {
	l.names = resized(l.names, len(l.ms))
	for i, m := range l.ms {
		l.names[i] = trimName(slice(l.text, m.Start, m.End), m.Label == PERSON)
	}
	l.findSenses()
	for i, m := range l.ms {
		bit := labelBit(m.Label)
		person := bit == people
		name := l.names[i]
		if m.Label == LOC && isCountry(name) {
			l.senses[i] = river
		}
		switch l.senses[i] {
		case club:
			bit = orgs
		case town:
			bit = places
		}
		k := surface{name, person, l.senses[i], own{m.ID, m.Canonical, m.Country}}
		f, ok := l.known[k]
		if !ok {
			f = len(l.forms)
			l.known[k] = f
			l.forms = append(l.forms, form{
				name: name, phrase: l.phrase(name, person), isPerson: person, sense: k.sense, own: k.own, first: i, thing: undecided,
			})
		}
		l.forms[f].labels |= bit
		l.forms[f].count++
		l.formOf[i], l.thingOf[i] = f, undecided
	}
}

// linkOwn gives names of the user's own their things: one for each ID, or else
// for each canonical name.
func (l *linker) linkOwn() {
	known := make(map[own]int)
	for i := range l.forms {
		f := &l.forms[i]
		if f.own == (own{}) {
			continue
		}
		key := f.own
		switch {
		case key.id != "":
			key = own{id: key.id}
		case key.canonical == "":
			key.canonical = f.name
		}
		t, ok := known[key]
		if !ok {
			t = l.newThing()
			known[key] = t
		}
		f.thing = t
		l.things[t].id = f.own.id
		l.things[t].name = cmp.Or(l.things[t].name, f.own.canonical)
		l.things[t].country = cmp.Or(l.things[t].country, f.own.country)
	}
}

func slice(text string, start, end int) string {
	end = min(max(end, 0), len(text))
	return text[min(max(start, 0), end):end]
}

// newThing adds a thing that is the same as nothing yet.
func (l *linker) newThing() int {
	l.things = append(l.things, thing{same: len(l.things)})
	return len(l.things) - 1
}

// find returns the thing that stands for t.
func (l *linker) find(t int) int {
	for l.things[t].same != t {
		l.things[t].same = l.things[l.things[t].same].same
		t = l.things[t].same
	}
	return t
}

// join makes two things one, unless the user knows them by different IDs. What is
// known of a keeps.
func (l *linker) join(a, b int) {
	a, b = l.find(a), l.find(b)
	if a == b || l.things[a].id != "" && l.things[b].id != "" && l.things[a].id != l.things[b].id {
		return
	}
	if l.things[a].id == "" && l.things[b].id != "" {
		a, b = b, a
	}
	l.things[b].same = a
	l.things[a].name = cmp.Or(l.things[a].name, l.things[b].name)
	l.things[a].country = cmp.Or(l.things[a].country, l.things[b].country)
	l.things[a].nation = l.things[a].nation || l.things[b].nation
}

// number turns things into clusters.
func (l *linker) number() {
	n := 0
	for i := range l.ms {
		t := l.thing(i)
		l.thingOf[i] = t
		q, f := &l.things[t], l.formOf[i]
		if q.cluster == 0 {
			n++
			q.cluster, q.fullest = n, f
		}
		if l.fuller(f, q.fullest) {
			q.fullest = f
		}
	}
	for i := range l.ms {
		m, t := &l.ms[i], &l.things[l.thingOf[i]]
		if t.name == "" {
			t.name = oneLine(l.forms[t.fullest].name)
		}
		m.Cluster, m.Canonical = t.cluster, t.name
		m.ID, m.Country = t.id, t.country
	}
}

// fuller reports whether form a makes a better canonical name than form b: the
// longer one, but of peoples the shorter one ("Muslim", not "Muslims"), and a
// headline's capitals only when there is nothing else.
func (l *linker) fuller(a, b int) bool {
	f, g := &l.forms[a], &l.forms[b]
	if f.labels|g.labels == norps {
		return len(f.name) < len(g.name)
	}
	if len(f.words) != len(g.words) && f.isPerson && g.isPerson {
		return len(f.words) > len(g.words)
	}
	if len(f.name) == len(g.name) {
		return isUpper(g.name) && !isUpper(f.name)
	}
	return len(f.name) > len(g.name)
}

// byLength returns the forms that keep says, those of most words first and in
// order of first mention among equals. They are good until it is called again.
func (l *linker) byLength(keep func(*form) bool) []int {
	l.order = l.order[:0]
	for i := range l.forms {
		if keep(&l.forms[i]) {
			l.order = append(l.order, i)
		}
	}
	slices.SortStableFunc(l.order, func(a, b int) int {
		return cmp.Compare(len(l.forms[b].words), len(l.forms[a].words))
	})
	return l.order
}

// before returns the word that ends just before mention i, and after the text
// that follows it. Both look no further than the line and a few words.
func (l *linker) before(i int) string { return window(slice(l.text, 0, l.ms[i].Start), true) }
func (l *linker) after(i int) string {
	return window(slice(l.text, l.ms[i].End, len(l.text)), false)
}

const reach = 64 // bytes of context that before and after look at

func window(s string, last bool) string {
	if last {
		if len(s) > reach {
			s = s[len(s)-reach:]
		}
		return s[strings.LastIndexByte(s, '\n')+1:]
	}
	s, _, _ = strings.Cut(s[:min(len(s), reach)], "\n")
	return s
}

func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isUpper reports whether a word has capitals and no small letters.
func isUpper(s string) bool {
	capitals := false
	for _, r := range s {
		if unicode.ToUpper(r) != r {
			return false
		}
		capitals = capitals || unicode.ToLower(r) != r
	}
	return capitals && utf8.ValidString(s)
}

// isLower reports whether a word has no capitals.
func isLower(s string) bool {
	for _, r := range s {
		if unicode.ToLower(r) != r {
			return false
		}
	}
	return utf8.ValidString(s)
}

func runes(s string) int { return utf8.RuneCountInString(s) }
