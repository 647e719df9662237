package entities

import (
	"cmp"
	"slices"
	"strings"
)

// A person is someone whom the text names in full.
type person struct {
	given  []string // what stands before the last word
	calls  []string // the words that serve as surname
	suffix string   // jr, ii …
	gender byte     // by a title
	guess  byte     // by the first name, the title, or what the text calls them
	first  int      // first mention
	thing  int

	offices  []string // that the text gives them, as officeOf returns them
	age      byte     // elder or younger than another of the name, or unknown
	last     int      // the mention before, or undecided
	bare     int      // mentions so far by the surname alone
	familiar bool     // the text calls them by the first name
	aside    bool     // the mention before named them only as someone's relative
}

// A namesake is someone whom the text calls by one word only.
type namesake struct {
	thing  int
	gender byte
}

// People are kept by the words that a later mention may call them by.
type register struct {
	persons []person
	whole   map[string]int   // all words → person
	part    map[string]int   // runs of two or more words at either end → person, or several
	pair    map[string][]int // last word and first name or initial → persons
	surname map[string][]int // last word, or first where the surname stands there → persons
	other   map[string][]int // any further word → persons
	acting  map[string]int   // surname → the person who did something last
	bare    map[string]namesake
}

const several = -1

// crowd bounds how many people that share a name are compared.
const crowd = 8

// linkPeople joins the mentions of each person. Full names are
// settled first, over the whole text, since a headline may have the surname
// alone, and what it says of those who share a surname (link_namesakes.go). Then the
// mentions are gone through in order, to tell whom a surname means there.
func (l *linker) linkPeople() {
	r := register{
		whole: map[string]int{}, part: map[string]int{}, pair: map[string][]int{},
		surname: map[string][]int{}, other: map[string][]int{}, acting: map[string]int{}, bare: map[string]namesake{},
	}
	who := make([]int, len(l.forms)) // the person of a full name
	full := l.byLength((*form).isFullName)
	for _, initials := range [...]bool{false, true} {
		for _, f := range full {
			if w := personWords(l.forms[f].words); (runes(w[0]) == 1) == initials {
				who[f] = l.fullName(&r, &l.forms[f], w)
			}
		}
	}
	if r.crowded() {
		l.numberSentences()
		l.introduce(&r, who)
	}
	for i := range l.ms {
		f := &l.forms[l.formOf[i]]
		if !f.person {
			continue
		}
		title := l.title(i)
		switch w := personWords(f.words); {
		case len(w) <= 1 && f.own != (own{}):
			l.thingOf[i] = f.thing
		case f.isFullName():
			p := who[l.formOf[i]]
			l.mentioned(&r, p, i, title)
			l.thingOf[i] = r.persons[p].thing
		case len(w) == 1:
			l.thingOf[i] = l.bareName(&r, i, w[0], title)
		default:
			l.thingOf[i] = l.formThing(f)
		}
	}
}

// isFullName reports whether a form is one person's name in full: not that of a
// couple, Ned and Anna Price.
func (f *form) isFullName() bool {
	return f.person && len(personWords(f.words)) > 1 && !slices.Contains(f.words, "and")
}

// personWords drops what does not tell people apart: the suffix, and particles
// before the first word that counts (bin Salman, van der Bellen).
func personWords(w []string) []string {
	for len(w) > 1 && isSuffix(w[len(w)-1]) {
		w = w[:len(w)-1]
	}
	for len(w) > 1 && isParticle(w[0]) {
		w = w[1:]
	}
	return w
}

func (l *linker) formThing(f *form) int {
	if f.thing == undecided {
		f.thing = l.newThing()
	}
	return f.thing
}

// fullName returns the person that a name of two words or more names, a new one
// if need be.
func (l *linker) fullName(r *register, f *form, w []string) int {
	suffix := generation(f.words)
	key := strings.Join(w, " ")
	if p, ok := r.whole[key+"|"+suffix]; ok {
		if f.own != (own{}) {
			l.join(r.persons[p].thing, f.thing)
		}
		return p
	}
	given, last := w[:len(w)-1], w[len(w)-1]
	p, ok := r.part[key]
	if !ok || p == several || suffix != "" {
		p = r.sameName(given, last, suffix)
	}
	if p == several {
		p = len(r.persons)
		r.persons = append(r.persons, person{
			given: given, suffix: suffix, guess: genderOf(given[0]), first: f.first, thing: l.sameSurface(f), last: undecided,
		})
		r.enter(p, w)
	}
	r.whole[key+"|"+suffix] = p
	if f.own != (own{}) {
		l.join(r.persons[p].thing, f.thing)
	}
	return p
}

// sameName returns the person whose name goes with the given one: the same last
// word, the same first name, and no middle names that differ. An initial is
// enough when it fits one person only.
func (r *register) sameName(given []string, last, suffix string) int {
	found := several
	for _, p := range r.pair[last+" "+givenFull(given[0])] {
		q := &r.persons[p]
		if q.suffix != suffix || !middlesAgree(q.given[1:], given[1:]) {
			continue
		}
		if runes(given[0]) > 1 {
			return p
		}
		if found != several {
			return several
		}
		found = p
	}
	return found
}

// middlesAgree reports whether one person can have both lists of middle names:
// one is left out, or each name or initial goes with the one across.
func middlesAgree(a, b []string) bool {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] && !initialOf(a[i], b[i]) && !initialOf(b[i], a[i]) {
			return false
		}
	}
	return true
}

func initialOf(initial, name string) bool {
	return runes(initial) == 1 && strings.HasPrefix(name, initial)
}

// enter puts a person into the register under all that they may be called.
func (r *register) enter(p int, w []string) {
	given, last := w[:len(w)-1], w[len(w)-1]
	add := func(m map[string][]int, key string) {
		if len(m[key]) < crowd {
			m[key] = append(m[key], p)
		}
	}
	add(r.pair, last+" "+givenFull(given[0]))
	if first := initial(given[0]); first != given[0] {
		add(r.pair, last+" "+first)
	}
	r.persons[p].calls = surnames(w)
	for _, word := range r.persons[p].calls {
		add(r.surname, word)
	}
	if len(w) > 2 {
		add(r.other, initials(w))
	}
	for i, word := range w[:len(w)-1] {
		if !isParticle(word) && runes(word) > 1 {
			add(r.other, word)
		}
		if i > 0 {
			r.claim(r.part, strings.Join(w[i:], " "), p)
			r.claim(r.part, strings.Join(w[:i+1], " "), p)
		}
	}
}

// surnames returns the words that a person may be called by with a title: the
// last, the first of two or three where the surname stands there, and those
// between, of which the Spanish and Portuguese use one (Gabriel García Márquez).
func surnames(w []string) []string {
	var out []string
	for i := len(w) - 1; i > 0; i-- {
		if !isParticle(w[i]) && runes(w[i]) > 1 {
			out = append(out, w[i])
		}
	}
	if len(w) <= 3 && surnameFirst(w[0]) {
		out = append(out, w[0])
	}
	return out
}

// claim notes that p may be called key, or that several may.
func (r *register) claim(m map[string]int, key string, p int) {
	if q, ok := m[key]; ok && q != p {
		p = several
	}
	m[key] = p
}

// initials returns the first letters of words: jfk, mbs.
func initials(w []string) string {
	var b strings.Builder
	for _, word := range w {
		b.WriteString(initial(word))
	}
	return b.String()
}

func initial(w string) string {
	for i := range w {
		if i > 0 {
			return w[:i]
		}
	}
	return w
}

// bareName returns the thing that a single word names: a person by their
// surname, or by another part of the name; otherwise someone, or something, that
// the text never names in full.
func (l *linker) bareName(r *register, i int, w string, title byte) int {
	f := &l.forms[l.formOf[i]]
	p := l.bySurname(r, i, w, title, generation(f.words))
	if p != several {
		r.persons[p].bare++
	} else if p = r.latest(r.other[w], title); p != several {
		r.persons[p].familiar = true
	}
	if p != several {
		l.mentioned(r, p, i, title)
		return r.persons[p].thing
	}
	n, ok := r.bare[w]
	if ok && !agree(n.gender, title) {
		w += string(rune(title)) // Mrs. Price after Mr. Price
		n, ok = r.bare[w]
	}
	if !ok {
		n.thing = l.sameSurface(f)
	}
	n.gender = cmp.Or(n.gender, title)
	r.bare[w] = n
	return n.thing
}

// latest returns the one of persons who was mentioned last, or who comes first.
func (r *register) latest(persons []int, title byte) int {
	best := several
	for _, p := range persons {
		q := &r.persons[p]
		if agree(q.gender, title) && (best == several || q.last > r.persons[best].last) {
			best = p
		}
	}
	return best
}

// sameSurface returns a new thing for a person, unless the text has
// the same name as something else at least as often: then one of the labels is wrong.
func (l *linker) sameSurface(f *form) int {
	if f.thing != undecided {
		return f.thing
	}
	if g, ok := l.named[strings.Join(f.words, " ")]; ok && l.forms[g].count >= f.count {
		return l.formThing(&l.forms[g])
	}
	return l.newThing()
}

// generation returns the suffix that tells someone from an ancestor, or "".
func generation(w []string) string {
	if len(w) > 1 && isGeneration(w[len(w)-1]) {
		return w[len(w)-1]
	}
	return ""
}

// agree reports whether two titles can be one person's.
func agree(a, b byte) bool { return a == b || a == unknown || b == unknown }

// title returns the gender that the titles of mention i tell, inside it or before it.
func (l *linker) title(i int) byte {
	m := &l.ms[i]
	first, _, _ := strings.Cut(slice(l.text, m.Start, min(m.End, m.Start+reach)), " ")
	if g := gender(fold(first)); g != unknown {
		return g
	}
	before := strings.TrimRight(l.before(i), " ")
	return gender(fold(before[strings.LastIndexByte(before, ' ')+1:]))
}
