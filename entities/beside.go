package entities

import (
	"slices"
	"strings"
)

// A beside corrects the labels of names by the words right before and after them,
// which say what a name names: "the rights group Odhikar", "tropical storm Bonnie",
// "in Rae Bareli", "Pandavapura district". What is said of a name once holds for
// it in the rest of the piece.
type beside struct {
	text     string // of the piece
	at       int    // where the piece starts
	mentions []Mention
	told     map[string]Label
	surnames map[string]bool // the last words of people's names of two words or more, once asked for
}

// settleBeside corrects the mentions of dst[from:].
func settleBeside(dst []Mention, from, at int, piece string) []Mention {
	b := beside{text: piece, at: at, mentions: dst[from:]}
	for k := range b.mentions {
		m := &b.mentions[k]
		if m.Confidence == 1 {
			continue
		}
		first, rest, ok := strings.Cut(b.name(m), " ")
		if ok && kindOfFolded(calledWords[:], first) == MISC { // Cyclone Tarsi
			b.tell(rest, MISC)
		}
		if l := b.label(m); l != "" && l != m.Label {
			m.Label = l
			b.tell(b.name(m), l)
		}
	}
	b.vote()
	for k := range b.mentions {
		m := &b.mentions[k]
		if l, ok := b.told[b.name(m)]; ok && m.Confidence < 1 && m.Label != NORP {
			m.Label = l
		}
	}
	return append(dst[:from], b.join()...)
}

// tell notes what a name of the piece is.
func (b *beside) tell(name string, label Label) {
	if b.told == nil {
		b.told = map[string]Label{}
	}
	b.told[name] = label
}

func (b *beside) name(m *Mention) string { return b.text[m.Start-b.at : m.End-b.at] }

// label returns what the words beside a mention say that it is, or "".
func (b *beside) label(m *Mention) Label {
	start, end := m.Start-b.at, m.End-b.at
	before := strings.TrimRight(window(b.text[:start], true), "\"“‘'")
	word, rest := lastWord(before)
	last := fold(word)
	if before = strings.TrimRight(before, " "); before != "" && before[len(before)-1]|0x20-'a' < 26 {
		title := startsUpper(before[len(before)-len(last):])
		if l := kindOf(calledWords[:], last); l != "" && !(title && l == ORG) && b.mayBeCalled(m, l) {
			return l
		}
	}
	owns := strings.HasPrefix(b.text[end:], "'") || strings.HasPrefix(b.text[end:], "’")
	if last == "of" && !owns {
		word, _ := lastWord(rest)
		if l := kindOf(ofWords[:], fold(word)); l != "" && b.mayBeCalled(m, l) {
			return l
		}
	}
	next, _, _ := strings.Cut(strings.TrimPrefix(window(b.text[end:], false), " "), " ")
	next = strings.TrimRight(next, ",.;:")
	if l := kindOf(nextWords[:], next); l != "" && b.mayBeCalled(m, l) && strings.HasPrefix(b.text[end:], " ") {
		return l
	}
	if l := b.apposed(end); l != "" && b.mayBeCalled(m, l) {
		return l
	}
	if last == "in" && m.Label == ORG && !owns && isTownName(b.name(m)) {
		return GPE
	}
	if last == "in" && m.Label == PERSON && !owns && m.Confidence < sureOfPerson && isTown(b.name(m)) && !b.isSurname(b.name(m)) {
		return GPE
	}
	return ""
}

// apposed returns what words in apposition behind a name that ends at end say it is:
// ", an environment group,"; "" for none.
func (b *beside) apposed(end int) Label {
	rest, ok := strings.CutPrefix(b.text[end:min(len(b.text), end+reach)], ", ")
	if !ok {
		return ""
	}
	article, rest, _ := strings.Cut(rest, " ")
	if article != "a" && article != "an" {
		return ""
	}
	noun := ""
	for range mostApposed {
		word, more, ok := strings.Cut(rest, " ")
		bare := strings.TrimRight(word, ",.;:")
		if !ok && bare == word || word == "" || endsNoun(word) {
			break
		}
		noun, rest = bare, more
		if bare != word {
			break
		}
	}
	return kindOf(isWords[:], noun)
}

// mostApposed is how many words may stand between an article and the end of what it
// begins.
const mostApposed = 5

// endsNoun reports whether a word behind a noun begins something else.
func endsNoun(w string) bool {
	switch w {
	case "that", "which", "who", "whose", "based", "behind", "led", "owned", "run", "founded", "backed", "known", "called", "funded", "made",
		"near", "on", "outside", "south", "north", "east", "west", "between", "along", "just", "about", "some", "not", "where", "set":
		return true
	}
	return goesOn(w) || w == "of"
}

// isTownName reports whether a word is the name of a town, and no acronym.
func isTownName(name string) bool {
	return !isUpper(name) && !strings.Contains(name, " ") && isTown(name)
}

// isSurname reports whether a word is the last of a longer name of a person.
func (b *beside) isSurname(word string) bool {
	if b.surnames == nil {
		b.surnames = map[string]bool{}
		for k := range b.mentions {
			m := &b.mentions[k]
			if i := strings.LastIndexByte(b.name(m), ' '); i > 0 && m.Label == PERSON {
				b.surnames[b.name(m)[i+1:]] = true
			}
		}
	}
	return b.surnames[word]
}

// sureOfPerson is the confidence from which a person stays one where a town would
// stand.
const sureOfPerson = 0.95

// sureOfFullName is that from which someone with first and last name does.
const sureOfFullName = 0.8

// mayBeCalled reports whether a name of a label may turn out to be of another by the
// word beside it.
func (b *beside) mayBeCalled(m *Mention, called Label) bool {
	label := m.Label
	if label == PERSON && m.Confidence > sureOfFullName && strings.Contains(b.name(m), " ") {
		return false
	}
	switch called {
	case PERSON:
		return label == ORG && !isUpper(b.name(m)) || label == GPE || label == LOC || label == FAC
	case ORG, MISC, PRODUCT:
		return label == PERSON || label == LOC || label == MISC || label == FAC || called != ORG && label == ORG || called != ORG && label == GPE
	case GPE:
		return label == PERSON || label == ORG || label == MISC
	case FAC:
		name := b.name(m)
		return (label == GPE || label == LOC || label == PERSON || label == MISC) && m.Confidence < sureOfPerson &&
			!isTown(name) && !isCountry(name) && placeLabel(name, 0, len(name)) == GPE
	}
	return label != NORP
}

// vote lets the names of a list – Nahaf, Rayna and Deir Hanna – decide whether one is
// a person's or a place's.
func (b *beside) vote() {
	for k := 0; k < len(b.mentions); {
		end := k + 1
		for end < len(b.mentions) && isListGap(b.text[b.mentions[end-1].End-b.at:b.mentions[end].Start-b.at]) {
			end++
		}
		list := b.mentions[k:end]
		k = end
		persons, towns := 0, 0
		for i := range list {
			persons += one(list[i].Label == PERSON)
			towns += one(list[i].Label == GPE)
		}
		if len(list) < 3 || persons+towns < len(list) || min(persons, towns) == 0 || max(persons, towns) < 3 {
			continue
		}
		label := PERSON
		if towns > persons {
			label = GPE
		}
		for i := range list {
			if m := &list[i]; m.Confidence < sureInList {
				m.Label = label
			}
		}
	}
}

// sureInList is the confidence from which a name stays what it is in a list of others.
const sureInList = 0.85

// isListGap reports whether what stands between two names is that of a list.
func isListGap(gap string) bool { return gap == ", " || gap == " and " || gap == ", and " }

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// join puts an institution and the place that it is of together: the Supreme Court
// of Cuba.
func (b *beside) join() []Mention {
	out := b.mentions[:0]
	for _, m := range b.mentions {
		if n := len(out); n > 0 && out[n-1].Confidence < 1 && m.Confidence < 1 && out[n-1].Label == ORG && labelBit(m.Label)&places != 0 {
			last := &out[n-1]
			gap := b.text[last.End-b.at : m.Start-b.at]
			if (gap == " of " || gap == " of the ") && isOfPlace(b.name(last)) {
				last.End = m.End
				last.Confidence = min(last.Confidence, m.Confidence)
				continue
			}
		}
		b.takeOperation(out, &m)
		if n := len(out); n > 0 && b.isOwnedBy(&out[n-1], &m) {
			m.Start = out[n-1].Start
			out = out[:n-1]
		}
		if m.Label == ORG && m.Confidence < 1 {
			floor := 0
			if n := len(out); n > 0 {
				floor = out[n-1].End - b.at
			}
			m.Start -= b.before(floor, m.Start-b.at, b.name(&m))
		}
		out = append(out, m)
	}
	return out
}

// takeOperation makes the word Operation part of the name that it stands before.
func (b *beside) takeOperation(out []Mention, m *Mention) {
	const word = "Operation "
	start := m.Start - b.at
	if m.Confidence == 1 || !strings.HasSuffix(b.text[:start], word) || m.Label == NORP || labelBit(m.Label) == places {
		return
	}
	if start -= len(word); len(out) == 0 || out[len(out)-1].End-b.at <= start {
		m.Start, m.Label = start+b.at, MISC
	}
}

// isOwnedBy reports whether an institution's name begins with the town before it: Kampala
// Capital City Authority.
func (b *beside) isOwnedBy(town, m *Mention) bool {
	if m.Label != ORG || town.Label != GPE || town.Confidence == 1 || m.Confidence == 1 || b.text[town.End-b.at:m.Start-b.at] != " " {
		return false
	}
	name := b.name(m)
	i := strings.LastIndexByte(name, ' ')
	if i < 0 || kindOfFolded(headWords[:], name[i+1:]) != ORG || strings.Contains(name, " of ") || !isTownName(b.name(town)) {
		return false
	}
	_, listed := knownName(name)
	return !listed && !isCountry(b.name(town))
}

// before returns how many bytes before an organisation's name are part of it: Ethics and
// Anti-Corruption Commission. They must be behind floor.
func (b *beside) before(floor, start int, name string) int {
	rest, ok := strings.CutSuffix(b.text[floor:start], " and ")
	if !ok || kindOf(headWords[:], fold(name[strings.LastIndexByte(name, ' ')+1:])) != ORG || !strings.Contains(name, " ") {
		return 0
	}
	rest = rest[strings.LastIndexByte(rest, '\n')+1:]
	i := strings.LastIndexByte(rest, ' ') + 1
	word, _ := lastWord(rest[:i])
	if word = fold(word); i == 0 || word == "" || startsUpper(rest[i-1-len(word):]) || !capitalised(rest[i:]) || strings.ContainsAny(rest[i:], ".,;:!?\"'’”") {
		return 0
	}
	return len(rest[i:]) + len(" and ")
}

// isOfPlace reports whether a name's last word is that of an institution which has a
// place's name behind it.
func isOfPlace(name string) bool {
	word := fold(name[strings.LastIndexByte(name, ' ')+1:])
	return slices.Contains(ofPlace[:], word)
}

var ofPlace = [...]string{
	"university", "bank", "government", "party", "authority", "council", "society", "federation", "department", "embassy", "conference",
	"center", "centre", "commission", "court", "union", "church", "institute", "academy", "board", "agency", "association", "army",
	"college", "league", "alliance", "assembly", "cross", "committee", "ministry", "parliament", "republic", "crescent", "chamber",
	"confederation", "organization", "organisation", "foundation", "museum", "archives", "grandmothers", "mothers", "bishops", "front",
	"affairs", "commerce", "defence", "defense", "finance", "health", "justice", "interior", "education", "agriculture",
}
