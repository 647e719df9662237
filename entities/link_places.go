package entities

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/gazetteer"
)

// linkPlaces finds the countries of towns, regions, buildings and waters. What a
// name may be is told by lists and by GeoNames; which of them it is, by what stands
// beside it (Tripoli, Lebanon; the Kenyan town of Eldoret), by the countries that the
// text is about and where it was published, and else by size. It is no country
// where none of these tells.
func (l *linker) linkPlaces() {
	p := &l.places
	p.reset(l)
	p.weighCountries()
	for i := range l.ms {
		p.see(i)
	}
	for k, round := range [...]func(*place) bool{(*place).plain, (*place).natural, (*place).any} {
		if k == lastRound {
			p.seeBuildings()
		}
		for k := range p.found {
			q := &p.found[k]
			if q.done || !round(q) {
				continue
			}
			if code := p.decide(q); code != "" {
				l.things[q.thing].country, q.done = code, true
				p.count(code, 1+p.datelined(q.thing))
			}
		}
	}
}

// count notes that the text is so much more about a country.
func (p *placer) count(code string, n int) {
	p.about[code] += float64(n)
	p.total += float64(n)
}

// datelined returns 1 for the thing that the dateline of the text names: what has no
// other sign is more often in its country than in others.
func (p *placer) datelined(t int) int {
	after := slice(p.text, p.ms[0].End, p.ms[0].End+1)
	if after == "" || p.thing(0) != t || strings.TrimSpace(slice(p.text, 0, p.ms[0].Start)) != "" {
		return 0
	}
	return one(isDatelineMark(p.after(0)))
}

// isDatelineMark reports whether what follows a name at the start of a text makes a
// dateline of it: "NAIROBI (Reuters) -", "LIMA, Peru —", "Accra:".
func isDatelineMark(after string) bool {
	for i, r := range after {
		switch {
		case r == '(' || r == ':' || r == '—' || r == '–' || r == '-' && i > 0 && after[i-1] == ' ':
			return true
		case unicode.IsLower(r) && !unicode.IsLetter(rune(after[max(0, i-1)])):
			return false
		}
	}
	return false
}

// seeBuildings notes what stands beside buildings, now that the towns have countries.
func (p *placer) seeBuildings() {
	for i := range p.ms {
		if k := p.of[p.thing(i)]; k > 0 && p.found[k-1].building && labelBit(p.ms[i].Label) == places {
			p.beside(i, &p.found[k-1])
		}
	}
}

const lastRound = 2

// The rounds: what stands beside its country or is in one alone, then all but
// buildings, which are where the others are.
func (q *place) plain() bool {
	return !q.building && (len(q.beside) > 0 || len(q.options) == 1 || q.settled)
}
func (q *place) natural() bool { return !q.building }
func (q *place) any() bool     { return true }

// A place is what is known of a thing that may be in a country.
type place struct {
	thing    int
	label    Label
	building bool
	form     int    // that was read last
	done     bool   // its country is found
	settled  bool   // by a list
	country  string // by that
	options  []gazetteer.Candidate
	beside   []string // the countries that stand beside it
}

type placer struct {
	*linker
	about map[string]float64 // how much the text is about each country
	total float64
	found []place
	of    []int // the place of each thing, plus one, or zero
}

func (p *placer) reset(l *linker) {
	p.linker, p.about, p.total = l, emptied(p.about), 0
	p.found, p.of = p.found[:0], zeroed(p.of, len(l.things))
}

// add adds a place that a mention names first. It keeps the memory of the one that was
// there.
func (p *placer) add(thing int, label Label) *place {
	n := len(p.found)
	p.found = slices.Grow(p.found, 1)[:n+1]
	q := &p.found[n]
	*q = place{
		thing: thing, label: label, building: label == FAC, form: undecided, options: q.options[:0], beside: q.beside[:0],
	}
	p.of[thing] = n + 1
	return q
}

// thing returns the thing that mention i is of.
func (l *linker) thing(i int) int {
	if l.thingOf[i] == undecided {
		return l.find(l.forms[l.formOf[i]].thing)
	}
	return l.find(l.thingOf[i])
}

// weighCountries counts the mentions of each country and its people.
func (p *placer) weighCountries() {
	for i := range p.ms {
		if t := &p.things[p.thing(i)]; t.nation && t.country != "" {
			p.about[t.country]++
			p.total++
		}
	}
}

// see notes mention i of a place.
func (p *placer) see(i int) {
	f, t := &p.forms[p.formOf[i]], p.thing(i)
	if labelBit(p.ms[i].Label) != places || p.things[t].nation || p.things[t].country != "" || f.own != (own{}) || f.sense == river {
		return
	}
	var q *place
	if k := p.of[t]; k > 0 {
		q = &p.found[k-1]
	} else {
		q = p.add(t, p.ms[i].Label)
	}
	if q.form != p.formOf[i] {
		q.form = p.formOf[i]
		q.read(f.name)
	}
	p.beside(i, q)
}

// maxPlaceName is the longest name that is looked for, in bytes.
const maxPlaceName = 64

// The sizes of capitals and of what the lists know, as GeoNames' are counted here.
const (
	capitalSize = 13
	knownSize   = 14
)

// read notes what a name may be.
func (q *place) read(name string) {
	if len(name) > maxPlaceName {
		return
	}
	if k, ok := knownPlace(name); ok {
		switch k.kind {
		case knownTown:
			q.options = append(q.options, gazetteer.Candidate{Code: k.country, Size: knownSize})
		case knownState, knownLand, knownBuilding, knownSeat:
			q.settled, q.country = true, k.country
		case knownWhole:
			q.settled = q.label == LOC
		}
		if q.settled {
			return
		}
	}
	if isUpper(name) && len(name) < 4 { // an acronym
		return
	}
	if m, ok := country.Lookup(name); ok && m.Kind == country.Capital {
		q.options = append(q.options, gazetteer.Candidate{Code: m.Code, Size: capitalSize})
	}
	q.options = gazetteer.Lookup(q.options, name)
	if len(q.options) == 0 {
		if bare := bareDivision(name); bare != "" {
			q.options = gazetteer.Lookup(q.options, bare)
		}
	}
	if len(q.options) == 0 || q.building {
		q.readWithin(name)
	}
}

// knownPlace is knownName, of an abbreviation without its full stop too.
func knownPlace(name string) (known, bool) {
	k, ok := knownName(name)
	if !ok && len(name) <= len("Mass") {
		if k, ok = knownName(name + "."); ok && k.kind != knownState {
			return known{}, false
		}
	}
	return k, ok
}

// bareDivision returns a name without the word for what it is, or "".
func bareDivision(name string) string {
	first, last, ok := ends2(name)
	switch {
	case !ok:
	case isDivision(last) || isLandform(last):
		return name[:strings.LastIndexByte(name, ' ')]
	case isDivision(first) || isLandform(first) || first == "port" || first == "greater" || first == "downtown":
		return strings.TrimPrefix(name[strings.IndexByte(name, ' ')+1:], "of ")
	}
	return ""
}

// readWithin notes the countries and towns that the name of something else has in
// it: Nairobi National Park, the Port of Singapore.
func (q *place) readWithin(name string) {
	for n := 3; n > 0; n-- {
		if part := firstWords(name, n); len(part) < len(name) && (n > 1 || !beginsPlaces(part)) && q.readPart(part) {
			return
		}
	}
	for _, of := range [...]string{" of ", " at ", " in ", ", "} {
		if i := strings.LastIndex(name, of); i > 0 && q.readPart(strings.TrimPrefix(name[i+len(of):], "the ")) {
			return
		}
	}
}

// beginsPlaces reports whether a word begins the names of many places, and tells nothing
// of where they are: San, which is a town of Mali.
func beginsPlaces(word string) bool {
	switch word {
	case "San", "Santa", "Santo", "São", "Sao", "Saint", "Sainte", "St", "St.", "El", "La", "Le", "Los", "Las", "Les", "Al", "Ras", "Bab", "Tel",
		"Port", "Puerto", "Porto", "Fort", "Mount", "Mont", "Monte", "Lake", "Lago", "Cape", "Cap", "New", "Nova", "North", "South", "East",
		"West", "Upper", "Lower", "Great", "Grand", "Grande", "Big", "Little", "Old", "Central", "Royal", "King", "Queen", "Victoria",
		"Independence", "Liberty", "National", "Union", "Ban", "Ville", "Villa", "Palm", "Rose", "Green", "Red", "White", "Black":
		return true
	}
	return false
}

func (q *place) readPart(part string) bool {
	if m, ok := country.Lookup(part); ok {
		q.standsBeside(m.Code)
		return true
	}
	var space [maxCandidates]gazetteer.Candidate
	found := gazetteer.Lookup(space[:0], part)
	if len(found) == 0 || found[0].Size < 5 {
		return false
	}
	q.options = append(q.options, found...)
	return true
}

// beside notes the country that stands beside mention i, if one does.
func (p *placer) beside(i int, q *place) {
	after := p.after(i)
	if rest, ok := strings.CutPrefix(after, ", "); ok {
		word, _, _ := strings.Cut(rest, " ")
		word = strings.TrimRight(word, ",;:)")
		if k, ok := knownPlace(word); ok && k.kind == knownState {
			q.standsBeside(k.country)
			return
		}
	}
	if i+1 < len(p.ms) {
		if gap := slice(p.text, p.ms[i].End, p.ms[i+1].Start); isWithin(gap) {
			if code := p.codeOf(i + 1); code != "" && (gap != ", " || q.has(code) || len(q.options) == 0) {
				q.standsBeside(code)
				return
			}
		}
	}
	if i > 0 {
		if gap := slice(p.text, p.ms[i-1].End, p.ms[i].Start); isHolder(gap) && p.things[p.thing(i-1)].nation {
			q.standsBeside(p.codeOf(i - 1))
		}
	}
}

// standsBeside notes a country that does.
func (q *place) standsBeside(code string) {
	if !slices.Contains(q.beside, code) {
		q.beside = append(q.beside, code)
	}
}

func (q *place) has(code string) bool {
	for _, c := range q.options {
		if c.Code == code {
			return true
		}
	}
	return false
}

// codeOf returns the country that mention i tells of what stands beside it.
func (p *placer) codeOf(i int) string {
	t := p.thing(i)
	if c := p.things[t].country; c != "" {
		return c
	}
	name := p.forms[p.formOf[i]].name
	if isState(name) || name == "Georgia" && labelBit(p.ms[i].Label) == places {
		return "US"
	}
	if k, ok := knownPlace(name); ok && (k.kind == knownState || k.kind == knownTown) {
		return k.country
	}
	if len(name) > maxPlaceName {
		return ""
	}
	var space [maxCandidates]gazetteer.Candidate
	for _, c := range gazetteer.Lookup(space[:0], name) {
		if c.Region {
			return c.Code
		}
	}
	return ""
}

// maxGap is the most bytes between a place and what it is in.
const maxGap = 40

// isWithin reports whether what stands between two names says that the first is in
// the second: "Tripoli, Lebanon", "Goma in eastern Congo", "Jinja, a town in Uganda".
func isWithin(gap string) bool {
	if gap == ", " || gap == " (" || gap == " in " || gap == ", in " {
		return true
	}
	if len(gap) > maxGap || strings.ContainsAny(gap, ".;:!?\n") {
		return false
	}
	if i := strings.Index(gap, " in "); i > 0 && isBuildingNoun(gap[:i]) {
		gap = gap[i:]
		if gap == " in " {
			return true
		}
	}
	rest, in := strings.CutPrefix(gap, " in ")
	if in {
		return isDirection(strings.TrimSuffix(strings.TrimSpace(rest), " the"))
	}
	rest, in = strings.CutPrefix(gap, ", ")
	if !in || !(strings.HasPrefix(rest, "a ") || strings.HasPrefix(rest, "the ") || strings.HasPrefix(rest, "in ") || strings.HasPrefix(rest, "capital ")) {
		return false
	}
	return strings.Contains(rest, " in ") || strings.Contains(rest, " of ") || strings.HasPrefix(rest, "in ")
}

// isBuildingNoun reports whether words behind a name, which a space begins, say that it is
// a building: "Belaya air base".
func isBuildingNoun(words string) bool {
	last := words[strings.LastIndexByte(words, ' ')+1:]
	return words[0] == ' ' && strings.Count(words, " ") <= 2 &&
		(kindOf(hardWords[:], last) == FAC || kindOf(headWords[:], last) == FAC || kindOf(nextWords[:], last) == FAC)
}

// isDirection reports whether words between in and a country leave it where it is.
func isDirection(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "the", "eastern", "western", "northern", "southern", "central", "north", "south", "east", "west", "northeastern",
			"northwestern", "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western",
			"far", "rural", "coastal", "upper", "lower", "mainland", "neighbouring", "neighboring":
		default:
			return false
		}
	}
	return true
}

// isHolder reports whether what stands between a country, or its people, and a place
// says that it is there: "Kenya's Mombasa", "the Lebanese port of Tripoli".
func isHolder(gap string) bool {
	if len(gap) > maxGap || strings.ContainsAny(gap, ".,;:!?\n(") {
		return false
	}
	rest, owns := strings.CutPrefix(strings.ReplaceAll(gap, "’", "'"), "'s ")
	if !owns {
		if !strings.HasPrefix(gap, " ") {
			return false
		}
		rest = gap[1:]
	}
	rest = strings.TrimSuffix(rest, " ")
	if rest == "" {
		return owns
	}
	rest, of := strings.CutSuffix(rest, " of")
	last := rest[strings.LastIndexByte(rest, ' ')+1:]
	return (of || owns || isPlaceNoun(last)) && (isPlaceNoun(last) || owns && isDirection(rest))
}

// isPlaceNoun reports whether a word says what kind of place a name is.
func isPlaceNoun(w string) bool {
	switch w {
	case "city", "town", "village", "port", "capital", "province", "state", "region", "district", "county", "island", "islands",
		"suburb", "resort", "territory", "enclave", "stronghold", "hub", "settlement", "hamlet", "municipality", "prefecture",
		"governorate", "peninsula", "valley", "city-state", "community", "commune", "borough", "neighbourhood", "neighborhood":
		return true
	}
	return false
}

// What speaks for a country, as sizes do.
const (
	besideWorth = 12
	homeWorth   = 3
	aboutWorth  = 3 // for each doubling of mentions
	aloneSize   = 4 // from which a place is meant when nothing speaks for it
	aloneLead   = 3 // that it then needs

	elsewhereSize = 6 // from which it is meant in a text that is about another country
)

// decide returns the country that a place is in, or "".
func (p *placer) decide(q *place) string {
	if q.settled {
		return q.country
	}
	for _, code := range q.beside {
		if !q.has(code) {
			q.options = append(q.options, gazetteer.Candidate{Code: code})
		}
	}
	best, second, told := gazetteer.Candidate{}, 0.0, false
	top := math.Inf(-1)
	for _, c := range q.options {
		if c.Code == best.Code {
			continue
		}
		score := float64(c.Size) + aboutWorth*math.Log2(1+p.about[c.Code])
		if c.Region {
			score++
		}
		if c.Code == p.home {
			score += homeWorth
		}
		beside := slices.Contains(q.beside, c.Code)
		if beside {
			score += besideWorth
		}
		if score > top || score == top && c.Code < best.Code {
			second, top, best = top, score, c
			told = beside || p.about[c.Code] > 0 || c.Code == p.home
		} else {
			second = max(second, score)
		}
	}
	switch {
	case best.Code == "":
		return p.mostly(q)
	case told && top > second:
		return best.Code
	case !told && best.Size < aloneSize:
		return p.mostly(q)
	case !told && best.Size < elsewhereSize && p.mostly(q) != "":
		return p.mostly(q)
	case !told && q.label != LOC && top-second >= aloneLead:
		return best.Code
	}
	return ""
}

// The share of what a text is about that a country has to have for places that nothing is
// known of to be there; seas and mountains are in several more often than towns.
const (
	mostlyShare       = 0.6
	mostlyShareOfLand = 0.8
	mostlyLead        = 2.0 // over the next country, where it has no such share
	mostlyTimes       = 4   // and how often it then must be told
)

// mostly returns the country that the text is about, for a place that nothing is
// known of.
func (p *placer) mostly(q *place) string {
	share, lead, least := mostlyShare, mostlyLead, 2.0
	if q.label == LOC {
		share, lead, least = mostlyShareOfLand, 2*mostlyLead, 4
	}
	total, top, second, best := p.total, 0.0, 0.0, ""
	if p.home != "" {
		total++
	}
	for code, n := range p.about {
		if code == p.home {
			n++
		}
		if n > top || n == top && code < best {
			second, top, best = max(second, top), n, code
		} else {
			second = max(second, n)
		}
	}
	if top >= least && top >= share*total || top >= mostlyTimes && top >= lead*second {
		return best
	}
	return ""
}
