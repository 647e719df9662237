package entities

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/country"
)

// linkNames joins the names of organisations, places and other things that are
// not people: the same words in the same or another order (legal suffixes,
// Ministry of Defence and Defence Ministry), acronyms with their long forms, and
// short forms with the only long form that they can be short for.
func (l *linker) linkNames() {
	n := names{linker: l, same: map[class]int{}, short: map[class]claim{}}
	fs := l.byLength(func(f *form) bool { return !f.person && f.words != nil })
	for i := range l.forms {
		if f := &l.forms[i]; !f.person {
			l.formThing(f)
		}
	}
	for _, f := range fs {
		n.joinSame(f)
	}
	for _, f := range fs {
		n.offer(f)
	}
	for _, f := range fs {
		n.take(f)
	}
	n.joinBracketed()
}

// A class keeps apart what cannot be one thing although the words are alike:
// a city and the club that has its name.
type class struct {
	words  string
	labels labelSet
}

// A claim says which form a short form is short for.
type claim struct {
	form      int
	ambiguous bool
}

type names struct {
	*linker
	same  map[class]int // core words → thing
	short map[class]claim
}

// group returns the labels that can be of one thing with f.
func group(f *form) labelSet {
	if f.labels&places != 0 && f.labels&(orgs|norps) == 0 {
		return places
	}
	return orgs
}

// joinSame joins a form with those of the same core.
func (n *names) joinSame(i int) {
	f := &n.forms[i]
	plain := strings.Join(f.words, " ")
	keys := []class{{plain, 0}, {strings.Join(core(f.words), " "), group(f)}}
	if rest, code := withoutCountry(f.name, core(f.words)); code != "" && len(rest) > 1 {
		keys = append(keys, class{strings.Join(rest, " ") + " " + code, group(f)})
	}
	for _, k := range keys {
		if t, ok := n.same[k]; ok {
			n.join(t, f.thing)
		} else {
			n.same[k] = f.thing
		}
	}
	if f.labels&norps != 0 && len(f.words) == 1 {
		if t, ok := n.same[class{plain + "s", 0}]; ok {
			n.join(t, f.thing)
		}
		if t, ok := n.same[class{strings.TrimSuffix(plain, "s"), 0}]; ok {
			n.join(t, f.thing)
		}
	}
}

// core returns the words that a name keeps in all its forms: without legal
// suffixes and club initials, and with "X Ministry" for "Ministry of X".
func core(w []string) []string {
	for len(w) > 1 && isLegal(w[len(w)-1]) {
		w = w[:len(w)-1]
	}
	for len(w) > 1 && w[len(w)-1] == "and" {
		w = w[:len(w)-1] // Tiffany & Co.
	}
	for len(w) > 1 && isClub(w[0]) {
		w = w[1:]
	}
	if len(w) > 2 && w[1] == "of" {
		switch w[0] {
		case "ministry", "department", "university", "embassy", "bureau":
			rest := w[2:]
			if rest[0] == "the" && len(rest) > 1 {
				rest = rest[1:]
			}
			w = append(rest[:len(rest):len(rest)], w[0])
		}
	}
	if len(w) == 3 && w[0] == "foreign" && w[1] == "affairs" {
		w = []string{w[0], w[2]}
	}
	return w
}

// offer notes the short forms that a name may go by.
func (n *names) offer(i int) {
	f := &n.forms[i]
	if len(f.words) < 2 || n.things[n.find(f.thing)].nation {
		return
	}
	w, g := core(f.words), group(f)
	for _, a := range acronyms(f.words) {
		n.claim(class{a, 0}, i)
		n.claim(class{a, g}, i)
	}
	if g == places {
		if s := placeCore(w); s != nil {
			n.claim(class{strings.Join(s, " "), g}, i)
		}
		return
	}
	rest, code := withoutCountry(f.name, w)
	if code != "" {
		n.claim(class{strings.Join(rest, " "), g}, i)
	}
	if a := nickname(strings.Join(w, " ")); a != "" {
		n.claim(class{a, g}, i)
	}
	company := len(f.words) > 1 && isLegal(f.words[len(f.words)-1])
	for k := 1; k < len(w); k++ {
		if company || describes(w[k:]) {
			n.claim(class{strings.Join(w[:k], " "), g}, i)
		}
		if code == "" && !isSmall(w[k]) {
			n.claim(class{strings.Join(w[k:], " "), g}, i)
		}
	}
}

func (n *names) claim(k class, i int) {
	c, ok := n.short[k]
	switch {
	case !ok:
		n.short[k] = claim{form: i}
	case n.find(n.forms[c.form].thing) != n.find(n.forms[i].thing):
		c.ambiguous = true
		n.short[k] = c
	}
}

// take joins a form with the one name that it is short for. An acronym that
// several names have stays by itself.
func (n *names) take(i int) {
	f := &n.forms[i]
	if n.things[n.find(f.thing)].nation {
		return
	}
	w := core(f.words)
	c, ok := n.short[class{strings.Join(w, " "), group(f)}]
	if (!ok || c.ambiguous) && len(w) == 1 && isAcronym(f.name) {
		c, ok = n.short[class{w[0], 0}]
	}
	if ok && !c.ambiguous && c.form != i {
		n.join(n.forms[c.form].thing, f.thing)
	}
}

// joinBracketed joins an acronym with the name it is put behind in brackets, as
// in "Northern Widget Makers (NORWID)", whatever its letters.
func (n *names) joinBracketed() {
	for i := 1; i < len(n.ms); i++ {
		f, g := &n.forms[n.formOf[i-1]], &n.forms[n.formOf[i]]
		if f.person || g.person || len(f.words) < 2 || !isAcronym(g.name) || labelBit(n.ms[i-1].Label) != labelBit(n.ms[i].Label) {
			continue
		}
		gap := slice(n.text, n.ms[i-1].End, n.ms[i].Start)
		if (gap == " (" || gap == "(") && strings.HasPrefix(slice(n.text, n.ms[i].End, n.ms[i].End+1), ")") &&
			!n.things[n.find(g.thing)].nation && !n.things[n.find(f.thing)].nation {
			n.join(f.thing, g.thing)
		}
	}
}

// acronyms returns the initials of a name's words, with and without the small ones.
func acronyms(w []string) []string {
	var all, main strings.Builder
	for _, word := range w {
		if isLegal(word) {
			continue
		}
		all.WriteString(initial(word))
		if !isSmall(word) {
			main.WriteString(initial(word))
		}
	}
	out := []string{all.String(), main.String()}
	if out[0] == out[1] {
		out = out[:1]
	}
	return out
}

// isAcronym reports whether a name is one word of two to eight letters, most of them capitals.
func isAcronym(name string) bool {
	capitals, letters := 0, 0
	for i := range len(name) {
		switch c := name[i]; {
		case c-'A' < 26:
			capitals++
			letters++
		case c-'a' < 26:
			letters++
		case c != '.' && c != '&':
			return false
		}
	}
	return letters >= 2 && letters <= 8 && 2*capitals > letters
}

// withoutCountry returns a name without the country that it starts or ends
// with, and the code of the country: State Department for U.S. State Department,
// Supreme Court for Supreme Court of India. There is no code when there is no
// country, or when what is left does not say enough: Pakistani Taliban are not
// the Taliban.
func withoutCountry(name string, w []string) (rest []string, code string) {
	for n := 2; n > 0; n-- {
		m, ok := country.Lookup(firstWords(name, n))
		if ok && m.Kind != country.Capital && (len(w) > n+1 || len(w) == n+1 && isInstitution(w[n])) {
			return core(w[n:]), m.Code
		}
	}
	if i := strings.LastIndex(name, " of "); i > 0 {
		m, ok := country.Lookup(name[i+len(" of "):])
		if rest = words(name[:i], false); ok && m.Kind != country.Demonym && len(rest) > 1 {
			return core(rest), m.Code
		}
	}
	return nil, ""
}

// firstWords returns the first n words of a name.
func firstWords(name string, n int) string {
	for i := range len(name) {
		if name[i] == ' ' {
			if n--; n == 0 {
				return name[:i]
			}
		}
	}
	return name
}

// placeCore returns a place's name without the word for what it is, or nil.
func placeCore(w []string) []string {
	if isLandform(w[0]) {
		return w[1:]
	}
	if last := w[len(w)-1]; isLandform(last) || isDivision(last) {
		return w[:len(w)-1]
	}
	return nil
}

// describes reports whether the words after a short form only say what it is.
func describes(tail []string) bool {
	for _, w := range tail {
		if !isDescriptor(w) {
			return false
		}
	}
	return true
}

// nickname returns what news calls an organisation by that is neither its
// initials nor a part of its name, or "".
func nickname(name string) string {
	switch name {
	case "federal reserve", "federal reserve board", "federal reserve bank", "us federal reserve":
		return "fed"
	case "association of southeast asian nations":
		return "asean"
	case "united nations children's fund":
		return "unicef"
	case "international criminal police organization":
		return "interpol"
	case "manchester united":
		return "man united"
	}
	return ""
}

func isSmall(w string) bool {
	switch w {
	case "of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "del", "di", "e", "y", "a", "et", "und", "against":
		return true
	}
	return false
}

func isLegal(w string) bool {
	switch w {
	case "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "plc", "ag", "sa", "nv", "se",
		"gmbh", "spa", "asa", "ab", "oyj", "kk", "bhd", "berhad", "tbk", "pte", "pty", "pjsc", "jsc", "ooo", "saoc", "saog", "qpsc", "pvt",
		"fc", "afc", "cf", "sc", "holdings", "holding":
		return true
	}
	return false
}

// isClub reports whether a word stands before the name of a club or company.
func isClub(w string) bool {
	switch w {
	case "fc", "afc", "cf", "pt", "tsg", "vfl", "vfb", "rb", "ssc", "cd":
		return true
	}
	return false
}

// isInstitution reports whether a word is an organisation of a country, and not a
// name that needs the country to tell which.
func isInstitution(w string) bool {
	switch w {
	case "congress", "senate", "parliament", "treasury", "army", "navy", "cabinet", "government", "embassy", "police", "marines", "capitol":
		return true
	}
	return false
}

func isLandform(w string) bool {
	switch w {
	case "mount", "mt", "lake", "river", "island", "islands", "mountains", "volcano", "desert", "peninsula", "valley":
		return true
	}
	return false
}

func isDivision(w string) bool {
	switch w {
	case "province", "state", "county", "region", "district", "city", "municipality", "prefecture", "governorate", "oblast", "town", "village":
		return true
	}
	return false
}

// isDescriptor reports whether a word says what an organisation is and is left
// out when it is named again.
func isDescriptor(w string) bool {
	switch w {
	case "party", "group", "motors", "motor", "electronics", "airlines", "airways", "airline", "bank", "industries",
		"pharmaceuticals", "pharma", "energy", "technologies", "technology", "university", "club", "movement", "front", "newspaper",
		"insurance", "capital", "partners", "communications", "foods", "stores", "systems", "steel", "petroleum",
		"entertainment", "financial", "international", "worldwide", "news", "agency", "magazine", "coalition", "alliance",
		"hospital", "college", "school", "and", "of", "union", "telecom", "mobile", "resources", "solutions", "laboratories", "labs",
		"platforms", "brothers", "sons", "associates", "network", "militia", "militants", "militant", "fighters", "cartel", "gang":
		return true
	}
	return false
}
