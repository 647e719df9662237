package entities

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/gazetteer"
)

// One name may be that of several things in a text: of a town and its club, of a
// town and the province around it. A sense keeps these apart, where the text shows
// that it has both.
type sense uint8

const (
	plain    sense = iota
	river          // the name is a country's, and means a river
	club           // a club, company or office with the name of its town
	town           // a town, where something else has its name
	division       // a province or the like, where something else has its name
)

// A homonym is what the text shows of a name.
type homonym struct {
	country        bool  // it is a country's, which has no other sense here
	club, place    bool  // it is an organisation's, it is a place's
	town, division bool  // a word beside it says so
	long           bool  // the division is named in full
	settled        sense // of the mentions before without a word beside them
}

// findSenses tells the mentions of one name apart that are of different things.
func (l *linker) findSenses() {
	l.senses = zeroed(l.senses, len(l.ms))
	if !l.findHomonyms() {
		return
	}
	for i, m := range l.ms {
		if labelBit(m.Label)&(orgs|places) == 0 {
			continue
		}
		if h, ok := l.homonymOf[l.names[i]]; ok {
			l.senses[i] = l.sense(i, l.names[i], &l.homonyms[h])
			continue
		}
		if h, ok := l.homonymOf[bareDivision(l.names[i])]; ok && l.homonyms[h].long && l.homonyms[h].settled == plain {
			l.homonyms[h].settled = division
		}
	}
}

// findHomonyms finds what the text shows of each name, and reports whether any is that
// of several things.
func (l *linker) findHomonyms() bool {
	l.homonyms, l.homonymOf = l.homonyms[:0], emptied(l.homonymOf)
	mixed := false
	for i, m := range l.ms {
		name, bit := l.names[i], labelBit(m.Label)
		if bit&(orgs|places) == 0 || len(name) > maxPlaceName {
			continue
		}
		long := bit == places && isDivisionName(name)
		if long {
			name = bareDivision(name)
		}
		h := l.homonym(name)
		switch {
		case h.country:
			continue
		case long:
			h.division, h.long = true, true
		case l.isClub(i, name):
			h.club = true
		case m.Label == GPE || bit == orgs && l.standsIn(i) && isTown(name):
			h.place = true
		}
		switch l.divisionSign(i) {
		case town:
			h.town = true
		case division:
			h.division = true
			l.noteDivided(name)
		}
		mixed = mixed || h.club && h.place || h.division && (h.town || h.long)
	}
	return mixed
}

// homonym returns what the text shows of a name.
func (l *linker) homonym(name string) *homonym {
	at, ok := l.homonymOf[name]
	if !ok {
		at = len(l.homonyms)
		l.homonymOf[name] = at
		l.homonyms = append(l.homonyms, homonym{country: isCountry(name)})
	}
	return &l.homonyms[at]
}

// noteDivided notes that words beside a name say that it is a province's.
func (l *linker) noteDivided(name string) {
	if l.divided == nil {
		l.divided = map[string]bool{}
	}
	l.divided[strings.ToLower(name)] = true
}

// isDivisionName reports whether a name says that it is a province's and the like.
func isDivisionName(name string) bool {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return false
	}
	last := fold(name[i+1:])
	return isDivision(last) && last != "city" && last != "town"
}

// sense returns the sense of mention i of a name.
func (l *linker) sense(i int, name string, h *homonym) sense {
	if h.country {
		return plain
	}
	switch sign := l.divisionSign(i); {
	case h.club && h.place && l.isClub(i, name):
		return club
	case sign != plain && h.division && (h.town || h.long):
		if h.settled == plain {
			h.settled = sign
		}
		return sign
	case h.division && (h.town || h.long):
		if h.settled == plain && isTown(name) {
			h.settled = town
		}
		return h.settled
	case h.club && h.place:
		return town
	}
	return plain
}

// isClub reports whether mention i is that of an organisation which may have the name
// of a town. A capital is its country's government more often than a club.
func (l *linker) isClub(i int, name string) bool {
	if labelBit(l.ms[i].Label) != orgs {
		return false
	}
	_, capital := country.Lookup(name)
	return !capital && !(l.standsIn(i) && isTown(name))
}

// maxCandidates is for how many places of one name there is room; few have more.
const maxCandidates = 16

// isTown reports whether GeoNames has a town of some size by the name.
func isTown(name string) bool {
	var space [maxCandidates]gazetteer.Candidate
	found := gazetteer.Lookup(space[:0], name)
	return len(found) > 0 && found[0].Size >= 5
}

// divisionSign returns what the words beside mention i say of it: the province of
// Kano, Kano state, the city of Kano, Kano city.
func (l *linker) divisionSign(i int) sense {
	next, _, _ := strings.Cut(strings.TrimPrefix(l.after(i), " "), " ")
	next = strings.TrimRight(next, ".,;:")
	if strings.HasPrefix(l.after(i), " ") {
		if s := signOf(next); s != plain {
			return s
		}
	}
	of, rest := lastWord(l.before(i))
	if fold(of) != "of" {
		return plain
	}
	word, _ := lastWord(rest)
	return signOf(fold(word))
}

func signOf(word string) sense {
	switch word {
	case "city", "town":
		return town
	case "province", "state", "county", "region", "governorate", "prefecture", "oblast":
		return division
	}
	return plain
}

// standsIn reports whether the word before mention i says that it is a place, whatever
// its label.
func (l *linker) standsIn(i int) bool {
	word, _ := lastWord(l.before(i))
	switch fold(word) {
	case "in", "near", "outside", "around", "downtown", "central", "throughout":
		return true
	}
	return false
}
