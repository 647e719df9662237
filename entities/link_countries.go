package entities

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/country"
)

// linkCountries finds the countries. A country has one cluster for all its
// names and abbreviations, with the short name of ISO 3166-1 as canonical name.
// A people ("American", "Americans") is a cluster of its own, as adjectives are
// not coreferent with the noun in OntoNotes, but carries the country's code. A
// capital is a city, without a code, except where it stands for the government:
// such a mention is one of the country.
func (l *linker) linkCountries() {
	c := &l.countries
	c.reset(l)
	for i := range l.forms {
		f := &l.forms[i]
		if f.isPerson {
			continue
		}
		switch f.sense {
		case river:
			f.phrase = l.phraseOf(append(f.words, "river")...)
			continue
		case club, division:
			continue
		}
		if f.words != nil {
			l.named[f.joined] = i
		}
		c.state = c.state || f.labels&places != 0 && isState(f.name)
		if f.own != (own{}) {
			continue
		}
		if m, ok := country.Lookup(f.name); ok && f.labels&^others != 0 {
			c.matches[i] = m
			if m.Other == "" && !m.Part && f.name != "Georgia" && f.name != "Washington" {
				c.codes[m.Code] = true
			}
			if m.Kind != country.Capital {
				c.present[m.Code] = true
			}
		}
	}
	c.state = c.state || l.namesState()
	for i := range l.forms {
		m := c.matches[i]
		if m.Code == "" || m.Kind == country.Capital {
			continue
		}
		if m, ok := c.resolve(m); ok {
			l.forms[i].thing = c.thing(m)
		}
	}
	c.linkHalves()
	for i := range l.ms {
		if m := c.matches[l.formOf[i]]; m.Code != "" && m.Kind == country.Capital && c.meansGovernment(i, m) {
			m.Kind = country.Name
			l.thingOf[i] = c.thing(m)
		}
	}
}

// namesState reports whether what stands beside Georgia says that it is the American
// state: its governor, a county, a party.
func (l *linker) namesState() bool {
	for i := range l.ms {
		if f := &l.forms[l.formOf[i]]; f.name != "Georgia" || f.isPerson {
			continue
		}
		word, _, _ := strings.Cut(strings.TrimPrefix(l.after(i), " "), " ")
		switch strings.TrimRight(word, ".,;") {
		case "Gov", "Governor", "Republican", "Republicans", "Democrat", "Democrats", "Sen", "Senator", "Rep", "Legislature", "lawmakers", "voters",
			"legislators", "Tech", "Bulldogs", "Power", "House", "Senate":
			return true
		}
		if strings.HasSuffix(l.before(i), " County, ") {
			return true
		}
	}
	return false
}

// linkHalves makes the North and the South of a country in two the one that the text
// names in full.
func (c *countries) linkHalves() {
	for i := range c.forms {
		f := &c.forms[i]
		if f.name != "North" && f.name != "South" || f.labels&places == 0 || f.thing != undecided {
			continue
		}
		for _, of := range [...]string{" Korea", " Sudan", " Vietnam"} {
			if m, ok := country.Lookup(f.name + of); ok && c.things[nation{name: m.Name}] != 0 && c.present[m.Code] {
				f.thing = c.things[nation{name: m.Name}]
				break
			}
		}
	}
}

func isCountry(name string) bool {
	m, ok := country.Lookup(name)
	return ok && m.Kind == country.Name
}

// countries are those of a text, and what it says about where it plays.
type countries struct {
	*linker
	matches []country.Match // of each form; none without code
	things  map[nation]int
	codes   map[string]bool // countries that a name, people or capital tells without doubt
	present map[string]bool // countries that are named, or their people
	state   bool            // a state of the US
}

// A nation is a country or its people.
type nation struct {
	name   string
	people bool
}

func (c *countries) reset(l *linker) {
	c.linker, c.state = l, false
	c.matches = zeroed(c.matches, len(l.forms))
	c.things, c.codes, c.present = emptied(c.things), emptied(c.codes), emptied(c.present)
}

// thing returns the thing that a country is, or its people.
func (c *countries) thing(m country.Match) int {
	key := nation{m.Name, m.Kind == country.Demonym}
	t, ok := c.things[key]
	if !ok {
		t = c.newThing()
		c.things[key] = t
		c.linker.things[t].country, c.linker.things[t].nation = m.Code, true
		if m.Kind != country.Demonym {
			c.linker.things[t].name = m.Name
		}
	}
	return t
}

// resolve settles what an ambiguous name means in this text: Congo, Korean,
// Dominican mean the second country when the text names that one and not the
// first, and Georgia is the American state when nothing in the text is near the other.
func (c *countries) resolve(m country.Match) (country.Match, bool) {
	if m.Other != "" && !c.codes[m.Code] && (c.codes[m.Other] || c.home == m.Other) {
		m.Code = m.Other
		m.Name = country.ShortName(m.Other)
	}
	if m.Code == "GE" {
		for _, near := range [...]string{"GE", "RU", "AM", "AZ", "UA"} {
			if c.codes[near] || c.home == near {
				return m, true
			}
		}
		return m, !c.state && !c.codes["US"] && c.home != "US"
	}
	return m, true
}

// meansGovernment reports whether mention i of a capital stands for the
// country's government, as in "talks with Washington" and "Tehran denied it".
// It wants a sign in the words beside it; signs that a city may have too count
// only where the text names the country or its people.
func (c *countries) meansGovernment(i int, m country.Match) bool {
	if m.Code == "BE" { // Brussels is the European Union, if it is a government
		return false
	}
	before, after := c.before(i), c.after(i)
	word, rest := lastWord(before)
	last := fold(word)
	if second, _ := lastWord(rest); last == "to" && isGift(fold(second)) {
		return true
	}
	if isPlaceSign(last) || c.follows(i, ", ") || standsBeforeName(after) {
		return false
	}
	act, next := actWords(after)
	first := fold(act)
	if isAct(first) || c.present[m.Code] && isAct(fold(verbBehind(after))) {
		return true
	}
	if isObjectVerb(last) {
		return true
	}
	if (last == "" || subordinates(last) || last == "but" || last == "and") && c.present[m.Code] && wills(after) {
		return true
	}
	second, _ := lastWord(rest)
	if isTie(last) && isRelation(fold(second)) || between(before) {
		return true
	}
	return c.present[m.Code] && (last == "with" || last == "by" || last == "against" || first == "'s" && isOfState(fold(next)))
}

// follows reports whether mention i comes right after another place and sep, as
// in lists of cities and in "Seattle, Washington".
func (l *linker) follows(i int, sep string) bool {
	return i > 0 && labelBit(l.ms[i-1].Label) == places && slice(l.text, l.ms[i-1].End, l.ms[i].Start) == sep
}

// lastWord returns the word at the end of s, and what is before it. It is "" when a
// clause or the line starts there.
func lastWord(s string) (word, rest string) {
	t := strings.TrimRight(s, " ")
	if t == "" || len(t) == len(s) {
		return "", ""
	}
	i := strings.LastIndexByte(t, ' ') + 1
	if strings.IndexByte(",.;:!?)", t[len(t)-1]) >= 0 {
		return "", ""
	}
	return t[i:], t[:i]
}

// between reports whether s ends in a relation between someone and what comes
// next: "ties between Ankara and".
func between(s string) bool {
	and, rest := lastWord(s)
	_, rest = lastWord(rest) // whom with
	switch fold(and) {
	case "between":
		rest = s
	case "and":
	default:
		return false
	}
	word, rest := lastWord(rest)
	noun, _ := lastWord(rest)
	return fold(word) == "between" && (isRelation(fold(noun)) || isMediation(fold(noun)))
}

// verbBehind returns the verb behind what stands in apposition: Moscow, an ally of
// Syria, asked.
func verbBehind(after string) string {
	rest, ok := strings.CutPrefix(after, ", ")
	if !ok || !(strings.HasPrefix(rest, "a ") || strings.HasPrefix(rest, "an ") || strings.HasPrefix(rest, "the ") || strings.HasPrefix(rest, "which ")) {
		return ""
	}
	_, rest, _ = strings.Cut(rest, ", ")
	verb, _ := actWords(" " + rest)
	return verb
}

// wills reports whether what follows the subject of a clause is what governments do or
// are: "has not answered", "was furious", but not "has four courts", "was hit".
func wills(after string) bool {
	helper, past := "", false
	for w := range strings.FieldsSeq(after) {
		w = fold(w)
		switch w {
		case "not", "never", "also", "again", "since", "already", "long", "now", "still", "yet", "so", "far", "itself", "too":
			continue
		case "has", "had", "have", "will", "would", "may", "might", "could", "should", "does", "did", "cannot", "must":
			helper, past = w, past || w == "has" || w == "had" || w == "have"
			continue
		case "is", "was", "been", "be":
			helper = "is"
			continue
		}
		switch {
		case helper == "":
			return false
		case helper == "is":
			return isMood(w) || strings.HasSuffix(w, "ing") && !isStateOfTown(w)
		case past:
			return strings.HasSuffix(w, "ed") && !isStateOfTown(w)
		}
		return !isStateOfTown(w)
	}
	return false
}

// standsBeforeName reports whether what follows makes a place of a capital: a
// hyphen (London-based), a bracket or colon (a dateline), a name (Tokyo Mayor).
func standsBeforeName(after string) bool {
	if after == "" {
		return false
	}
	switch after[0] {
	case '-', '(', ':', '/':
		return true
	}
	t := strings.TrimLeft(after, " ,")
	return len(t) < len(after) && t != "" && (t[0] == '(' || t[0] == '-' || t[0]-'A' < 26) || strings.HasPrefix(t, "–") || strings.HasPrefix(t, "—")
}

// actWords returns the verb that a name is the subject of, past helping verbs
// and adverbs, and the word after it; or "'s" and what the name owns.
func actWords(after string) (verb, next string) {
	if !strings.HasPrefix(after, " ") {
		for _, s := range [...]string{"'s ", "’s "} {
			if rest, ok := strings.CutPrefix(after, s); ok {
				next, _, _ = strings.Cut(rest, " ")
				return "'s", next
			}
		}
		return "", ""
	}
	for w := range strings.FieldsSeq(after) {
		if !isHelper(fold(w)) {
			return w, ""
		}
	}
	return "", ""
}
