package entities

import (
	"slices"
	"strings"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/gazetteer"
)

// linkNames joins the names of organisations, places and other things that are
// not people: the same words in the same or another order (legal suffixes,
// Ministry of Defence and Defence Ministry), acronyms with their long forms, and
// short forms with the only long form that they can be short for.
func (l *linker) linkNames() {
	n := names{linker: l, same: make(map[class]int, len(l.forms)), short: make(map[class]claim, 4*len(l.forms)), rivals: map[class][]int{}, loose: map[int]class{}}
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

type names struct {
	*linker
	same   map[class]int // core words → thing
	short  map[class]claim
	rivals map[class][]int // the forms that claim it, where they are several
	loose  map[int]class   // forms that are short for one of several
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
func (n *names) joinSame(i int) {
	f := &n.forms[i]
	plain := strings.Join(f.words, " ")
	keys := []class{{plain, 0}, {strings.Join(core(f.words), " "), group(f)}}
	switch f.sense {
	case club:
		keys = keys[1:]
	case town, division:
		keys = nil
	}
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
		if s := n.placeCore(w); s != nil {
			n.claim(class{strings.Join(s, " "), g}, i)
			n.claim(class{landform(w), g}, i)
		}
		return
	}
	n.offerParts(f, w, g, i)
}

// offerParts notes the parts of an organisation's name that it may go by.
func (n *names) offerParts(f *form, w []string, g labelSet, i int) {
	rest, code := withoutCountry(f.name, w)
	if code != "" {
		n.claim(class{strings.Join(rest, " "), g}, i)
		for _, a := range acronyms(rest) { // FSA, the Financial Supervisory Authority of Norway
			if len(a) > 2 {
				n.claim(class{a, 0}, i)
			}
		}
	}
	if a := nickname(strings.Join(w, " ")); a != "" {
		n.claim(class{a, g}, i)
	}
	company := len(f.words) > 1 && isLegal(f.words[len(f.words)-1])
	of := slices.Index(w, "of")
	for k := 1; k < len(w); k++ {
		start, end := strings.Join(w[:k], " "), strings.Join(w[k:], " ")
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
			n.claim(class{strings.Join(w[k:of], " "), weak}, i)
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
func (n *names) take(i int) {
	f := &n.forms[i]
	if n.things[n.find(f.thing)].nation {
		return
	}
	if f.sense == town {
		return
	}
	w := core(f.words)
	k := class{strings.Join(w, " "), group(f)}
	c, ok := n.short[k]
	if (!ok || c.ambiguous) && len(w) == 1 && isAcronym(f.name) {
		if d, known := n.short[class{w[0], 0}]; known {
			k, c, ok = class{w[0], 0}, d, true
		}
	}
	if !ok && f.labels&orgs != 0 && len(w) == len(f.words) && (f.sense == club || !isPlaceName(f.name)) {
		k.labels = weak
		c, ok = n.short[k]
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
func (n *names) takeLatest() {
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
func (n *names) joinBracketed() {
	for i := 1; i < len(n.ms); i++ {
		f, g := &n.forms[n.formOf[i-1]], &n.forms[n.formOf[i]]
		if !isAcronym(g.name) && isAcronym(f.name) {
			f, g = g, f
		}
		if f.person || g.person || len(f.words) < 2 || !isAcronym(g.name) || n.things[n.find(g.thing)].nation || n.things[n.find(f.thing)].nation {
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
func (n *names) joinAcronyms(fs []int) {
	long := map[string][]int{} // by first letter
	for _, i := range fs {
		if f := &n.forms[i]; len(f.words) > 2 && f.labels&orgs != 0 && !n.things[n.find(f.thing)].nation {
			for c := range strings.SplitSeq(initials(f.words), "") {
				if len(long[c]) < rivals && !slices.Contains(long[c], i) {
					long[c] = append(long[c], i)
				}
			}
		}
	}
	shared := map[int]int{} // things → their forms
	for i := range n.forms {
		if t := n.forms[i].thing; t != undecided {
			shared[n.find(t)]++
		}
	}
	for _, i := range fs {
		f := &n.forms[i]
		if len(f.words) != 1 || !isAcronym(f.name) || len(f.name) < 3 || f.labels&orgs == 0 || shared[n.find(f.thing)] > 1 {
			continue
		}
		found, letters := undecided, strings.ToLower(f.name)
		for _, k := range long[initial(letters)] {
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

// rivals bounds how many names an acronym is compared with.
const rivals = 32

// shuffled reports whether letters are the initials of words in any order.
func shuffled(letters string, w []string) bool {
	own := strings.Split(letters, "")
	var all []string
	for _, word := range w {
		if !isSmall(word) {
			all = append(all, initial(word))
		}
	}
	slices.Sort(own)
	slices.Sort(all)
	return slices.Equal(own, all)
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
func acronyms(w []string) []string {
	var all, main, bare strings.Builder
	for _, word := range w {
		c := initial(word)
		all.WriteString(c)
		if isSmall(word) {
			continue
		}
		main.WriteString(c)
		if !isLegal(word) {
			bare.WriteString(c)
		}
	}
	return slices.Compact([]string{all.String(), main.String(), bare.String()})
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

// placeCore returns a place's name without the word for what it is, or nil. Quebec
// City is not Quebec.
func (n *names) placeCore(w []string) []string {
	if isLandform(w[0]) {
		return w[1:]
	}
	last, rest := w[len(w)-1], w[:len(w)-1]
	switch {
	case last == "city":
		name := strings.Join(rest, " ")
		for _, c := range gazetteer.Lookup(nil, name) {
			if c.Region && name != "new york" {
				return nil
			}
		}
		if n.divided[name] {
			return nil
		}
		return rest
	case isLandform(last) || isDivision(last):
		return rest
	}
	return nil
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
