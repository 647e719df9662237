package entities

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/gazetteer"
)

// linkNames joins the names of organisations, places and other things that are
// not people: the same words in the same or another order (legal suffixes,
// Ministry of Defence and Defence Ministry), acronyms with their long forms, and
// short forms with the only long form that they can be short for.
func (l *linker) linkNames() {
	n := &l.short
	n.reset(l)
	fs := l.byLength(func(f *form) bool { return !f.isPerson && f.words != nil })
	for i := range l.forms {
		if f := &l.forms[i]; !f.isPerson {
			l.formThing(f)
			f.core = n.coreOf(f.phrase)
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
	n.joinAcronyms(fs)
	n.takeLatest()
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

// A shortNames finds what names are short for.
type shortNames struct {
	*linker
	same   map[class]int // core words → thing
	claims map[class]claim
	rivals map[class][]int // the forms that claim it, where they are several
	loose  map[int]class   // forms that are short for one of several

	shared  []int                // forms of each thing
	byFirst [utf8.RuneSelf][]int // forms of three words and more, by the first letters of these
}

func (n *shortNames) reset(l *linker) {
	n.linker = l
	n.same, n.claims = emptied(n.same), emptied(n.claims)
	n.rivals, n.loose = emptied(n.rivals), emptied(n.loose)
}

// weak marks, in a class, short forms that only organisations are known to take.
const weak labelSet = 1 << 7

// group returns the labels that can be of one thing with f.
func group(f *form) labelSet {
	if f.labels&places != 0 && f.labels&(orgs|norps) == 0 {
		return places
	}
	return orgs
}

// joinSame joins a form with those of the same core.
func (n *shortNames) joinSame(i int) {
	f := &n.forms[i]
	if f.sense == plain || f.sense == river {
		n.isSame(f, class{f.joined, 0})
	}
	if f.sense != town && f.sense != division {
		n.isSame(f, class{f.core.joined, group(f)})
	}
	if rest, code := n.withoutCountry(f.name, f.core); code != "" && len(rest.words) > 1 {
		n.isSame(f, class{n.concat(rest.joined, " ", code), group(f)})
	}
	if f.labels&norps != 0 && len(f.words) == 1 {
		if t, ok := n.same[class{n.concat(f.joined, "s"), 0}]; ok {
			n.join(t, f.thing)
		}
		if t, ok := n.same[class{strings.TrimSuffix(f.joined, "s"), 0}]; ok {
			n.join(t, f.thing)
		}
	}
}

// isSame joins a form with the one that had a class first.
func (n *shortNames) isSame(f *form, k class) {
	if t, ok := n.same[k]; ok {
		n.join(t, f.thing)
	} else {
		n.same[k] = f.thing
	}
}

// coreOf returns the words that a name keeps in all its forms: without legal
// suffixes and club initials, and with "X Ministry" for "Ministry of X".
func (a *arena) coreOf(p phrase) phrase {
	from, to := 0, len(p.words)
	for to-from > 1 && isLegal(p.words[to-1]) {
		to--
	}
	for to-from > 1 && p.words[to-1] == "and" {
		to-- // Tiffany & Co.
	}
	for to-from > 1 && isClub(p.words[from]) {
		from++
	}
	p = p.part(from, to)
	if w := p.words; len(w) > 2 && w[1] == "of" {
		switch w[0] {
		case "ministry", "department", "university", "embassy", "bureau":
			rest := w[2:]
			if rest[0] == "the" && len(rest) > 1 {
				rest = rest[1:]
			}
			p = a.phraseOf(append(rest, w[0])...)
		}
	}
	if w := p.words; len(w) == 3 && w[0] == "foreign" && w[1] == "affairs" {
		return a.phraseOf(w[0], w[2])
	}
	return p
}

// offer notes the short forms that a name may go by.
func (n *shortNames) offer(i int) {
	f := &n.forms[i]
	if len(f.words) < 2 || n.things[n.find(f.thing)].nation {
		return
	}
	p, g := f.core, group(f)
	for _, a := range n.acronyms(f.words) {
		n.claim(class{a, 0}, i)
		n.claim(class{a, g}, i)
	}
	if g == places {
		if s := n.placeCore(p); s.words != nil {
			n.claim(class{s.joined, g}, i)
			n.claim(class{landform(p.words), g}, i)
		}
		return
	}
	n.offerParts(f, p, g, i)
}

// offerParts notes the parts of an organisation's name that it may go by.
func (n *shortNames) offerParts(f *form, p phrase, g labelSet, i int) {
	rest, code := n.withoutCountry(f.name, p)
	if code != "" {
		n.claim(class{rest.joined, g}, i)
		for _, a := range n.acronyms(rest.words) { // FSA, the Financial Supervisory Authority of Norway
			if len(a) > 2 {
				n.claim(class{a, 0}, i)
			}
		}
	}
	if a := nickname(p.joined); a != "" {
		n.claim(class{a, g}, i)
	}
	w := p.words
	company := len(f.words) > 1 && isLegal(f.words[len(f.words)-1])
	of := slices.Index(w, "of")
	for k := 1; k < len(w); k++ {
		start, end := p.part(0, k).joined, p.part(k, len(w)).joined
		if company || describes(w[k:]) {
			n.claim(class{start, g}, i)
		} else if !isSmall(w[k-1]) {
			n.claim(class{start, weak}, i)
		}
		switch {
		case code == "" && !isSmall(w[k]):
			n.claim(class{end, g}, i)
		case k == len(w)-1:
			n.claim(class{end, weak}, i)
		}
		if k < of {
			n.claim(class{p.part(k, of).joined, weak}, i)
		}
	}
}

func (n *shortNames) claim(k class, i int) {
	c, ok := n.claims[k]
	switch {
	case !ok:
		n.claims[k] = claim{form: i}
	case n.find(n.forms[c.form].thing) != n.find(n.forms[i].thing):
		c.ambiguous = true
		n.claims[k] = c
		if len(n.rivals[k]) == 0 {
			n.rivals[k] = append(n.rivals[k], c.form)
		}
		if len(n.rivals[k]) < crowd {
			n.rivals[k] = append(n.rivals[k], i)
		}
	}
}

// take joins a form with the one name that it is short for. An acronym that
// several names have stays by itself.
func (n *shortNames) take(i int) {
	f := &n.forms[i]
	if n.things[n.find(f.thing)].nation {
		return
	}
	if f.sense == town {
		return
	}
	w := f.core.words
	k := class{f.core.joined, group(f)}
	c, ok := n.claims[k]
	if (!ok || c.ambiguous) && len(w) == 1 && isAcronym(f.name) {
		if d, known := n.claims[class{w[0], 0}]; known {
			k, c, ok = class{w[0], 0}, d, true
		}
	}
	if !ok && f.labels&orgs != 0 && len(w) == len(f.words) && (f.sense == club || !isPlaceName(f.name)) {
		k.labels = weak
		c, ok = n.claims[k]
	}
	switch {
	case !ok || c.form == i:
	case !c.ambiguous:
		n.join(n.forms[c.form].thing, f.thing)
	case !isAcronym(f.name):
		n.loose[i] = k
	}
}

// isPlaceName reports whether a name is that of a country or a capital.
func isPlaceName(name string) bool {
	_, ok := country.Lookup(name)
	return ok
}

// takeLatest joins each mention of a form that is short for several names with the one
// that was mentioned last.
func (n *shortNames) takeLatest() {
	if len(n.loose) == 0 {
		return
	}
	last := map[int]int{} // of things
	for i, f := range n.formOf {
		k, ok := n.loose[f]
		if !ok {
			if t := n.forms[f].thing; t != undecided {
				last[n.find(t)] = i + 1
			}
			continue
		}
		best := undecided
		for _, r := range n.rivals[k] {
			t := n.find(n.forms[r].thing)
			if last[t] > 0 && (best == undecided || last[t] > last[best]) {
				best = t
			}
		}
		if best != undecided && n.thingOf[i] == undecided {
			n.thingOf[i] = best
			last[best] = i + 1
		}
	}
}

// joinBracketed joins an acronym with the name it is put behind in brackets, as
// in "Northern Widget Makers (NORWID)", whatever its letters, or otherwise said to
// be short for.
func (n *shortNames) joinBracketed() {
	for i := 1; i < len(n.ms); i++ {
		f, g := &n.forms[n.formOf[i-1]], &n.forms[n.formOf[i]]
		if !isAcronym(g.name) && isAcronym(f.name) {
			f, g = g, f
		}
		if f.isPerson || g.isPerson || len(f.words) < 2 || !isAcronym(g.name) || n.things[n.find(g.thing)].nation || n.things[n.find(f.thing)].nation {
			continue
		}
		alike := labelBit(n.ms[i-1].Label) == labelBit(n.ms[i].Label) || fitsAcronym(strings.ToLower(g.name), f.words)
		gap, after := slice(n.text, n.ms[i-1].End, n.ms[i].Start), slice(n.text, n.ms[i].End, n.ms[i].End+1)
		if alike && isAlias(gap, after) {
			n.join(f.thing, g.thing)
		}
	}
}

// joinAcronyms joins acronyms that are nobody's so far with the one organisation whose
// initials they are but for one, or in the order of another language.
func (n *shortNames) joinAcronyms(fs []int) {
	n.shared = zeroed(n.shared, len(n.things))
	for i := range n.forms {
		if t := n.forms[i].thing; t != undecided {
			n.shared[n.find(t)]++
		}
	}
	isSingle := func(i int) bool {
		f := &n.forms[i]
		return len(f.words) == 1 && len(f.name) >= 3 && f.labels&orgs != 0 && isAcronym(f.name) && n.shared[n.find(f.thing)] <= 1
	}
	if slices.ContainsFunc(fs, isSingle) {
		n.noteFirsts(fs)
	}
	for _, i := range fs {
		if !isSingle(i) {
			continue
		}
		f := &n.forms[i]
		found, letters := undecided, n.lower(f.name)
		for _, k := range n.byFirst[letters[0]] {
			w := n.forms[k].words
			if !(len(letters) > 3 && fitsAcronym(letters, w) || shuffled(letters, w)) {
				continue
			}
			if found != undecided && n.find(n.forms[found].thing) != n.find(n.forms[k].thing) {
				found = several
				break
			}
			found = k
		}
		if found >= 0 {
			n.join(n.forms[found].thing, f.thing)
		}
	}
}

// noteFirsts notes which names of three words and more have which first letters.
func (n *shortNames) noteFirsts(fs []int) {
	for c := range n.byFirst {
		n.byFirst[c] = n.byFirst[c][:0]
	}
	for _, i := range fs {
		f := &n.forms[i]
		if len(f.words) < 3 || f.labels&orgs == 0 || n.things[n.find(f.thing)].nation {
			continue
		}
		for _, w := range f.words {
			if c := w[0]; c < utf8.RuneSelf && len(n.byFirst[c]) < rivals && !slices.Contains(n.byFirst[c], i) {
				n.byFirst[c] = append(n.byFirst[c], i)
			}
		}
	}
}

// rivals bounds how many names an acronym is compared with.
const rivals = 32

// shuffled reports whether letters are the initials of words in any order.
func shuffled(letters string, w []string) bool {
	var space [maxWords]byte
	all := space[:0]
	for _, word := range w {
		if !isSmall(word) {
			all = append(all, word[0])
		}
	}
	if len(all) != len(letters) {
		return false
	}
	for i := range len(letters) {
		at := bytes.IndexByte(all, letters[i])
		if at < 0 {
			return false
		}
		all = slices.Delete(all, at, at+1)
	}
	return true
}

// isAlias reports whether what stands between two names, and after them, says that
// the one is the other.
func isAlias(gap, after string) bool {
	switch strings.TrimSuffix(strings.TrimSuffix(gap, "the "), "or ") {
	case " (", "(", " (also ", " (known as ", " (formerly ":
		return after == ")" || after == ","
	case ", known as ", ", also known as ", ", better known as ", ", known by its initials ", ", called ", ", abbreviated ", " known as ":
		return true
	case ", ":
		return strings.HasSuffix(gap, "or ") && (after == "," || after == ".")
	}
	return false
}

// fitsAcronym reports whether an acronym's letters are initials of words, in their
// order: all of them but one, and small words as they come.
func fitsAcronym(acronym string, words []string) bool {
	skipped := 0
	for _, w := range words {
		first := initial(w)
		if rest, ok := strings.CutPrefix(acronym, first); ok {
			acronym = rest
		} else if !isSmall(w) && !isLegal(w) {
			skipped++
		}
	}
	return acronym == "" && skipped <= 1
}

// acronyms returns the initials of a name's words, with and without the small ones
// and those of its legal form.
func (a *arena) acronyms(w []string) []string {
	a.list = a.list[:0]
	for _, left := range [...]func(string) bool{nil, isSmall, isSmallOrLegal} {
		at := a.kept.Len()
		for _, word := range w {
			if left == nil || !left(word) {
				a.kept.WriteString(initial(word))
			}
		}
		a.list = append(a.list, a.kept.String()[at:])
	}
	return slices.Compact(a.list)
}

func isSmallOrLegal(w string) bool { return isSmall(w) || isLegal(w) }

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
func (a *arena) withoutCountry(name string, p phrase) (rest phrase, code string) {
	for n := 2; n > 0; n-- {
		m, ok := country.Lookup(firstWords(name, n))
		if ok && m.Kind != country.Capital && (len(p.words) > n+1 || len(p.words) == n+1 && isInstitution(p.words[n])) {
			return a.coreOf(p.part(n, len(p.words))), m.Code
		}
	}
	if i := strings.LastIndex(name, " of "); i > 0 {
		m, ok := country.Lookup(name[i+len(" of "):])
		if !ok || m.Kind == country.Demonym {
			return phrase{}, ""
		}
		if rest = a.phrase(name[:i], false); len(rest.words) > 1 {
			return a.coreOf(rest), m.Code
		}
	}
	return phrase{}, ""
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

// placeCore returns a place's name without the word for what it is, or nil. Quebec
// City is not Quebec.
func (n *shortNames) placeCore(p phrase) phrase {
	if isLandform(p.words[0]) {
		return p.part(1, len(p.words))
	}
	rest := p.part(0, len(p.words)-1)
	switch last := p.words[len(p.words)-1]; {
	case last == "city":
		var space [maxCandidates]gazetteer.Candidate
		for _, c := range gazetteer.Lookup(space[:0], rest.joined) {
			if c.Region && rest.joined != "new york" {
				return phrase{}
			}
		}
		if n.divided[rest.joined] {
			return phrase{}
		}
		return rest
	case isLandform(last) || isDivision(last):
		return rest
	}
	return phrase{}
}

// landform returns the word of a place's name that says what it is.
func landform(w []string) string {
	if isLandform(w[0]) {
		return w[0]
	}
	return w[len(w)-1]
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
	case "islamic revolutionary guard corps", "revolutionary guard corps":
		return "guard"
	case "west indies":
		return "windies"
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
