package entities

import (
	"cmp"
	"slices"
	"strings"
)

// A person is someone whom the text names in full.
type person struct {
	given  []string // what stands before the last word, folded
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
	who     []int                 // the person of each form that is a full name
	whole   map[fullName]int      // all words → person
	part    map[string]int        // runs of two or more words at either end → person, or several
	pair    map[shortName]persons // last word and first name or initial → persons
	surname map[string]persons    // last word, or first where the surname stands there → persons
	other   map[string]persons    // any further word → persons
	acting  map[string]int        // surname → the person who did something last
	bare    map[bareName]namesake
}

// A fullName is all words of a name, and what tells people of that name apart.
type fullName struct{ words, suffix string }

// A shortName is the last word of a name, and the first or its initial.
type shortName struct{ last, first string }

// A bareName is one word, and the gender of the second person that it means, if any.
type bareName struct {
	word  string
	title byte
}

const several = -1

// crowd bounds how many people that share a name are compared.
const crowd = 8

// persons are some that share a name.
type persons struct {
	n   int8
	who [crowd]int32
}

func (p *persons) all() []int32 { return p.who[:p.n] }

func (p *persons) add(q int) {
	if p.n < crowd {
		p.who[p.n] = int32(q)
		p.n++
	}
}

func (r *register) reset(forms int) {
	r.persons, r.who = r.persons[:0], zeroed(r.who, forms)
	r.whole, r.part, r.pair = emptied(r.whole), emptied(r.part), emptied(r.pair)
	r.surname, r.other = emptied(r.surname), emptied(r.other)
	r.acting, r.bare = emptied(r.acting), emptied(r.bare)
}

// linkPeople joins the mentions of each person. Full names are
// settled first, over the whole text, since a headline may have the surname
// alone, and what it says of those who share a surname (link_namesakes.go). Then the
// mentions are gone through in order, to tell whom a surname means there.
func (l *linker) linkPeople() {
	r := &l.people
	r.reset(len(l.forms))
	full := l.byLength((*form).isFullName)
	for _, initials := range [...]bool{false, true} {
		for _, f := range full {
			if p := l.forms[f].person(); (runes(p.words[0]) == 1) == initials {
				r.who[f] = l.fullName(r, &l.forms[f], p)
			}
		}
	}
	if l.crowded = r.crowded(); l.crowded {
		l.numberSentences()
		l.introduce(r)
	}
	for i := range l.ms {
		f := &l.forms[l.formOf[i]]
		if !f.isPerson {
			continue
		}
		title := l.title(i)
		switch w := f.person().words; {
		case len(w) <= 1 && f.own != (own{}):
			l.thingOf[i] = f.thing
		case f.isFullName():
			p := r.who[l.formOf[i]]
			l.mentioned(r, p, i, title)
			l.thingOf[i] = r.persons[p].thing
		case len(w) == 1:
			l.thingOf[i] = l.bareName(r, i, w[0], title)
		default:
			l.thingOf[i] = l.formThing(f)
		}
	}
}

// isFullName reports whether a form is one person's name in full: not that of a
// couple, Ned and Anna Price.
func (f *form) isFullName() bool {
	return f.isPerson && len(f.person().words) > 1 && !slices.Contains(f.words, "and")
}

// person returns a person's name without what does not tell people apart: the suffix,
// and particles before the first word that counts (bin Salman, van der Bellen).
func (f *form) person() phrase {
	from, to := 0, len(f.words)
	for to > 1 && isSuffix(f.words[to-1]) {
		to--
	}
	for to-from > 1 && isParticle(f.words[from]) {
		from++
	}
	return f.part(from, to)
}

func (l *linker) formThing(f *form) int {
	if f.thing == undecided {
		f.thing = l.newThing()
	}
	return f.thing
}

// fullName returns the person that a name of two words or more names, a new one
// if need be.
func (l *linker) fullName(r *register, f *form, name phrase) int {
	w, suffix := name.words, generation(f.words)
	key := fullName{name.joined, suffix}
	if p, ok := r.whole[key]; ok {
		if f.own != (own{}) {
			l.join(r.persons[p].thing, f.thing)
		}
		return p
	}
	given, last := w[:len(w)-1], w[len(w)-1]
	p, ok := r.part[name.joined]
	if !ok || p == several || suffix != "" {
		p = r.sameName(given, last, suffix)
	}
	if p == several {
		p = len(r.persons)
		r.persons = append(r.persons, person{
			given: given, suffix: suffix, guess: genderOf(given[0]), first: f.first, thing: l.sameSurface(f), last: undecided,
		})
		l.enter(r, p, name)
	}
	r.whole[key] = p
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
	namesakes := r.pair[shortName{last, givenFull(given[0])}]
	for _, p := range namesakes.all() {
		q := &r.persons[p]
		if q.suffix != suffix || !middlesAgree(q.given[1:], given[1:]) {
			continue
		}
		if runes(given[0]) > 1 {
			return int(p)
		}
		if found != several {
			return several
		}
		found = int(p)
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
func (l *linker) enter(r *register, p int, name phrase) {
	w := name.words
	first, last := w[0], w[len(w)-1]
	enter(r.pair, shortName{last, givenFull(first)}, p)
	if letter := initial(first); letter != first {
		enter(r.pair, shortName{last, letter}, p)
	}
	r.persons[p].calls = l.surnames(w)
	for _, word := range r.persons[p].calls {
		enter(r.surname, word, p)
	}
	if len(w) > 2 {
		enter(r.other, l.initials(w), p)
	}
	for i, word := range w[:len(w)-1] {
		if !isParticle(word) && runes(word) > 1 {
			enter(r.other, word, p)
		}
		if i > 0 {
			r.claim(name.part(i, len(w)).joined, p)
			r.claim(name.part(0, i+1).joined, p)
		}
	}
}

// enter adds p to those who may be called key.
func enter[K comparable](m map[K]persons, key K, p int) {
	who := m[key]
	who.add(p)
	m[key] = who
}

// surnames returns the words that a person may be called by with a title: the
// last, the first of two or three where the surname stands there, and those
// between, of which the Spanish and Portuguese use one (Gabriel García Márquez).
func (a *arena) surnames(w []string) []string {
	from := len(a.words)
	for i := len(w) - 1; i > 0; i-- {
		if !isParticle(w[i]) && runes(w[i]) > 1 {
			a.words = append(a.words, w[i])
		}
	}
	if len(w) <= 3 && surnameFirst(w[0]) {
		a.words = append(a.words, w[0])
	}
	return a.words[from:len(a.words):len(a.words)]
}

// claim notes that p may be called by a part of a name, or that several may.
func (r *register) claim(part string, p int) {
	if q, ok := r.part[part]; ok && q != p {
		p = several
	}
	r.part[part] = p
}

// initials returns the first letters of words: jfk, mbs.
func (a *arena) initials(w []string) string {
	at := a.kept.Len()
	for _, word := range w {
		a.kept.WriteString(initial(word))
	}
	return a.kept.String()[at:]
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
	} else if others := r.other[w]; others.n > 0 {
		if p = r.latest(others.all(), title); p != several {
			r.persons[p].familiar = true
		}
	}
	if p != several {
		l.mentioned(r, p, i, title)
		return r.persons[p].thing
	}
	name := bareName{word: w}
	n, ok := r.bare[name]
	if ok && !agree(n.gender, title) {
		name.title = title // Mrs. Price after Mr. Price
		n, ok = r.bare[name]
	}
	if !ok {
		n.thing = l.sameSurface(f)
	}
	n.gender = cmp.Or(n.gender, title)
	r.bare[name] = n
	return n.thing
}

// latest returns the one of persons who was mentioned last, or who comes first.
func (r *register) latest(persons []int32, title byte) int {
	best := several
	for _, p := range persons {
		q := &r.persons[p]
		if agree(q.gender, title) && (best == several || q.last > r.persons[best].last) {
			best = int(p)
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
	if g, ok := l.named[f.joined]; ok && l.forms[g].count >= f.count {
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
