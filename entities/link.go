package entities

import (
	"cmp"
	"slices"
	"strings"
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
func link(text, home string, ms []Mention) {
	if len(ms) == 0 {
		return
	}
	l := linker{text: text, home: home, ms: ms, formOf: make([]int, len(ms)), thingOf: make([]int, len(ms))}
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
	name   string   // the surface without article, title, possessive and quotes
	words  []string // in lower case, without dots; nil when it is too long for a name
	person bool
	sense  sense
	own    own
	labels labelSet
	first  int // the first mention of this form
	count  int
	thing  int
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
}

type linker struct {
	text    string
	home    string
	ms      []Mention
	forms   []form
	things  []thing
	formOf  []int          // of each mention
	thingOf []int          // of each mention, or undecided
	named   map[string]int // the forms that are not persons, by their words

	divided map[string]bool // names of provinces and the like, in lower case, as words beside them say

	sentences  []int // before each mention, where people share a surname
	paragraphs []int
}

const undecided = -1

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

// collect sorts the mentions by form.
func (l *linker) collect() {
	type key struct {
		name   string
		person bool
		sense  sense
		own
	}
	known := make(map[key]int, len(l.ms))
	names := make([]string, len(l.ms))
	for i, m := range l.ms {
		names[i] = trimName(slice(l.text, m.Start, m.End), m.Label == PERSON)
	}
	senses := l.senses(names)
	for i, m := range l.ms {
		bit := labelBit(m.Label)
		person := bit == people
		name := names[i]
		if m.Label == LOC && isCountry(name) {
			senses[i] = river
		}
		switch senses[i] {
		case club:
			bit = orgs
		case town:
			bit = places
		}
		k := key{name, person, senses[i], own{m.ID, m.Canonical, m.Country}}
		f, ok := known[k]
		if !ok {
			f = len(l.forms)
			known[k] = f
			l.forms = append(l.forms, form{
				name: name, words: words(name, person), person: person, sense: senses[i], own: k.own, first: i, thing: undecided,
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
	clusters := make([]int, len(l.things))
	best := make([]int, len(l.things)) // form, for things without a name
	for i := range best {
		best[i] = undecided
	}
	n := 0
	for i := range l.ms {
		if l.thingOf[i] == undecided {
			l.thingOf[i] = l.forms[l.formOf[i]].thing
		}
		t := l.find(l.thingOf[i])
		l.thingOf[i] = t
		if clusters[t] == 0 {
			n++
			clusters[t] = n
		}
		if f := l.formOf[i]; best[t] == undecided || l.fuller(f, best[t]) {
			best[t] = f
		}
	}
	canonical := make([]string, len(l.things))
	for i := range l.ms {
		t := l.thingOf[i]
		if canonical[t] == "" {
			canonical[t] = cmp.Or(l.things[t].name, oneLine(l.forms[best[t]].name))
		}
		m := &l.ms[i]
		m.Cluster, m.Canonical = clusters[t], canonical[t]
		m.ID, m.Country = l.things[t].id, l.things[t].country
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
	if len(f.words) != len(g.words) && f.person && g.person {
		return len(f.words) > len(g.words)
	}
	if len(f.name) == len(g.name) {
		return isUpper(g.name) && !isUpper(f.name)
	}
	return len(f.name) > len(g.name)
}

// byLength returns the forms that keep says, those of most words first and in
// order of first mention among equals.
func (l *linker) byLength(keep func(*form) bool) []int {
	var fs []int
	for i := range l.forms {
		if keep(&l.forms[i]) {
			fs = append(fs, i)
		}
	}
	slices.SortStableFunc(fs, func(a, b int) int {
		return cmp.Compare(len(l.forms[b].words), len(l.forms[a].words))
	})
	return fs
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

func isUpper(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

func runes(s string) int { return utf8.RuneCountInString(s) }
