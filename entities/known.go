package entities

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/country"
)

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/lang/entities

// A knownKind is a class of names in internal/lang/en/entities.tsv.
type knownKind uint8

const (
	knownTown     knownKind = iota + 1 // a town or region
	knownState                         // an abbreviation of a state, behind a comma
	knownLand                          // water, land and sky
	knownBuilding                      // what people built
	knownSeat                          // where a government sits
	knownGroup                         // an armed group
	knownCompany                       // one whose name ends as a possessive does
	knownWork                          // a treaty, prize, feast, index
	knownCraft                         // a spacecraft, a weapon
	knownNation                        // a country that reads as a person
	knownNone                          // no name
	knownWhole                         // one that holds together
	knownNamed                         // one that is of one label, where it is a name
	knownShort                         // the acronym of a country that means other things too
)

// A known is a name that the tables know.
type known struct {
	name    string
	kind    knownKind
	country string // "" for several, and where it does not matter; the label of what is whole or named
}

// knownName returns what the tables know of a name.
func knownName(name string) (known, bool) {
	k, ok := knownAsWritten(name)
	if !ok && len(name) > longestAcronym && (name[0]-'a' < 26 || name[1]-'a' >= 26) && (isUpper(name) || isLower(name)) {
		var space [maxPlaceName]byte
		k, ok = knownAsWritten(string(appendQuiet(space[:0], name)))
	}
	return k, ok
}

func knownAsWritten(name string) (known, bool) {
	if name == "" || !knownShapes().has(name) {
		return known{}, false
	}
	k, ok := knownByName()[name]
	return k, ok
}

// longestAcronym is the length from which on a name in capitals may be one in a headline.
const longestAcronym = 5

// appendQuiet appends a name in capitals, or small letters, as it is written in a sentence.
func appendQuiet(dst []byte, name string) []byte {
	small := false
	for {
		word, rest, more := strings.Cut(name, " ")
		for i, r := range word {
			if r = unicode.ToLower(r); i == 0 && !small {
				r = unicode.ToUpper(r)
			}
			dst = utf8.AppendRune(dst, r)
		}
		if !more {
			return dst
		}
		dst, name = append(dst, ' '), rest
		next, _, _ := strings.Cut(rest, " ")
		var space [32]byte
		small = isSmall(string(appendLower(space[:0], next)))
	}
}

// A knownRow holds the names of a kind, and of a country or label, between commas.
type knownRow struct {
	kind           knownKind
	country, names string
}

var knownByName = sync.OnceValue(func() map[string]known {
	all := make(map[string]known, knownCount)
	for _, row := range knownNames {
		for name := range strings.SplitSeq(row.names, ",") {
			all[name] = known{name, row.kind, row.country}
		}
	}
	return all
})

// A shapeSet has a bit for the ends and length of each name of a set: most other names
// have another.
type shapeSet [1 << 10]uint64

func shapeAt(name string) (word, bit uint32) {
	h := uint32(name[0]) | uint32(name[len(name)/2])<<8 | uint32(name[len(name)-1])<<16 | uint32(len(name))<<24
	h *= 0x9E3779B1
	return h >> 22, h >> 16 & 63
}

func (s *shapeSet) has(name string) bool {
	word, bit := shapeAt(name)
	return s[word]>>bit&1 != 0
}

var knownShapes = sync.OnceValue(func() *shapeSet {
	var s shapeSet
	for name := range knownByName() {
		word, bit := shapeAt(name)
		s[word] |= 1 << bit
	}
	return &s
})

// A kindWord is a word of names that tells what they name.
type kindWord struct {
	word  string
	label Label
}

// kindOf returns the label that a word in lower case tells, or "".
func kindOf(words []kindWord, word string) Label {
	low, high := 0, len(words)
	for low < high {
		if at := (low + high) / 2; words[at].word < word {
			low = at + 1
		} else {
			high = at
		}
	}
	if low == len(words) || words[low].word != word {
		return ""
	}
	return words[low].label
}

// kindOfFolded is kindOf for a folded word, of which no copy is kept.
func kindOfFolded(words []kindWord, word string) Label {
	var small [32]byte
	if len(word) > len(small) || word == "&" {
		return kindOf(words, fold(word))
	}
	for i := range len(word) {
		if (word[i]|0x20)-'a' >= 26 {
			return kindOf(words, fold(word))
		}
	}
	return kindOf(words, string(appendLower(small[:0], word)))
}

// whole returns the label of a name that holds together, or "".
func (k known) whole() Label {
	switch k.kind {
	case knownWhole:
		return Label(k.country)
	case knownGroup, knownCompany:
		return ORG
	case knownNation, knownShort:
		return GPE
	}
	return ""
}

// wholes finds the names that hold together.
var wholes = sync.OnceValue(func() *NameList {
	var names []Name
	for name, k := range knownByName() {
		if l := k.whole(); l != "" {
			names = append(names, Name{Text: name, Label: l})
		}
	}
	l, err := NewNameList(names...)
	if err != nil {
		panic("entities: " + err.Error()) // a build with a table that no test has seen
	}
	l.loud = true
	return l
})

// wholeConfidence is that of a name of the table which the model did not find.
const wholeConfidence = 0.9

// joinWholes puts the names that hold together in place of the parts that the model
// found of them, among the mentions of dst[from:], in order. A longer name that has
// one in it stays, and so does a name of the user's own.
func (s *scratch) joinWholes(dst []Mention, from, at int, piece string) []Mention {
	n := len(dst)
	dst = wholes().find(dst, &s.Decoder, at, piece)
	found := dst[n:]
	if len(found) == 0 {
		return dst
	}
	parts := dst[from:n]
	found = slices.DeleteFunc(found, (&shorts{text: piece, at: at}).doubtful)
	merged := s.merged[:0]
	k := 0
	for _, w := range found {
		for k < len(parts) && parts[k].End <= w.Start {
			merged = append(merged, parts[k])
			k++
		}
		sure, stays := wholeConfidence, false
		i := k
		for ; i < len(parts) && parts[i].Start < w.End; i++ {
			p := parts[i]
			stays = stays || p.Start < w.Start || p.End > w.End || p.Confidence == 1
			sure = max(sure, p.Confidence)
		}
		if !stays {
			w.Confidence = sure
			merged, k = append(merged, w), i
		}
	}
	s.merged = append(merged, parts[k:]...)
	return append(dst[:from], s.merged...)
}

// appendSettled appends a mention that the model found, with the label that lists and
// the words of its name tell, unless they tell that it is no name. A place and what
// it is in are two.
func appendSettled(dst []Mention, text string, m Mention) []Mention {
	name := oneLine(text[m.Start:m.End])
	if labelBit(m.Label) == places && len(name) == m.End-m.Start {
		if at := strings.Index(name, ", "); at > 0 && at+2 < len(name) {
			first, rest := m, m
			first.End, rest.Start = m.Start+len(strings.TrimRight(name[:at], " ")), m.Start+at+2
			return appendSettled(appendSettled(dst, text, first), text, rest)
		}
	}
	if i := ofOrg(name); i > 0 && labelBit(m.Label)&(orgs|places) != 0 && len(name) == m.End-m.Start {
		first, rest := m, m
		first.End, rest.Start = m.Start+i, m.Start+i+len(" of ")
		first.Label, rest.Label = PERSON, ORG
		return appendSettled(appendSettled(dst, text, first), text, rest)
	}
	if k, ok := knownPlace(name); ok && k.kind == knownState && len(k.name) > len(name) && strings.HasPrefix(text[m.End:], ".") {
		m.End++ // Ill.
	}
	if ownsNothing(text, m) {
		m.End += len(possessive(text[m.End:]))
		name = text[m.Start:m.End]
		if m.Label == PERSON {
			m.Label = ORG
		}
	}
	if labelBit(m.Label)&(places|orgs|people) != 0 && isVariant(text[m.End:]) {
		m.Label = MISC
	}
	if m.Label == PERSON && len(name) == m.End-m.Start {
		name = trimTitles(name)
		m.Start = m.End - len(name)
		name = trimHonours(name)
		m.End = m.Start + len(name)
		if isJunior(name) && strings.HasPrefix(text[m.End:], ".") {
			m.End++
			name = text[m.Start:m.End]
		}
	}
	var ok bool
	if m.Label, ok = settle(name, m.Label); ok {
		dst = append(dst, m)
	}
	return dst
}

// trimHonours cuts the letters off that stand behind someone's name: Ada Obi SC.
func trimHonours(name string) string {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 || strings.IndexByte(name, ' ') == i && len(name)-i > 3 {
		return name
	}
	switch name[i+1:] {
	case "SC", "KC", "QC", "SAN", "MP", "MLA", "MPP", "MEP", "TD", "MD", "PhD", "OBE", "MBE", "CBE", "AO", "AM", "JP", "RN", "CPA":
		return strings.TrimRight(name[:i], " ,")
	}
	return name
}

// isJunior reports whether a name ends in what a full stop belongs to.
func isJunior(name string) bool {
	return strings.HasSuffix(name, " Jr") || strings.HasSuffix(name, " Sr")
}

// ofOrg returns where "of" stands between someone and what they are of in one name: Roshy
// Augustine of Kerala Congress; 0 for none.
func ofOrg(name string) int {
	i := strings.Index(name, " of ")
	if i < 0 || strings.Count(name[:i], " ") != 1 {
		return 0
	}
	first, last, _ := strings.Cut(name[:i], " ")
	rest := name[i+len(" of "):]
	if !isGiven(first) || !capitalised(last) || kindOfFolded(headWords[:], last) != "" || kindOfFolded(hardWords[:], last) != "" ||
		slices.Contains(ofPlace[:], fold(last)) || kindOfFolded(headWords[:], rest[strings.LastIndexByte(rest, ' ')+1:]) != ORG {
		return 0
	}
	return i
}

// ownsNothing reports whether an apostrophe and s behind a name are part of it, as
// nothing follows that it could own: "at St Paul's, and".
func ownsNothing(text string, m Mention) bool {
	s := possessive(text[m.End:])
	saint := strings.HasPrefix(text[m.Start:], "St ") || strings.HasPrefix(text[m.Start:], "St. ")
	if s == "" || !saint || labelBit(m.Label)&(places|orgs|people) == 0 {
		return false
	}
	rest := text[m.End+len(s):]
	if rest == "" || strings.IndexByte(".,;:)\n", rest[0]) >= 0 {
		return true
	}
	next, _, _ := strings.Cut(strings.TrimPrefix(window(rest, false), " "), " ")
	return goesOn(next)
}

// possessive returns the apostrophe and s that a text begins with, or "".
func possessive(text string) string {
	for _, s := range [...]string{"'s", "’s"} {
		if strings.HasPrefix(text, s) {
			return s
		}
	}
	return ""
}

// owning returns how many bytes at the end of a name are an apostrophe and s of its last
// token, so many bytes long, which are no part of it: in text that comes tokenised, words
// may keep theirs.
func owning(name string, last int) int {
	s := name[max(0, len(name)-len("'s")):]
	if last <= len(s) || possessive(s) == "" {
		return 0
	}
	if _, ok := knownName(name); ok {
		return 0
	}
	return len(s)
}

// isVariant reports whether what follows a name makes it one of a disease: the Delta
// variant.
func isVariant(after string) bool {
	return strings.HasPrefix(after, " variant") || strings.HasPrefix(after, " strain") || strings.HasPrefix(after, " sub-variant") ||
		strings.HasPrefix(after, " subvariant")
}

// stateAfter returns the end of the abbreviation of a state that follows a town which
// ends at end: "Springfield, Ill."; 0 for none.
func stateAfter(text string, end int) int {
	rest, ok := strings.CutPrefix(text[end:min(len(text), end+len(", Calif. "))], ", ")
	if !ok {
		return 0
	}
	word, _, _ := strings.Cut(rest, " ")
	word = strings.TrimRight(word, ",;:)\n\"")
	if k, ok := knownName(word); ok && k.kind == knownState {
		return end + len(", ") + len(word)
	}
	return 0
}

// settle returns the label of a name that the model gave another, where a list or a
// word of the name knows better, and whether it is a name at all.
func settle(name string, label Label) (Label, bool) {
	if k, ok := knownName(name); ok {
		return k.settle(label)
	}
	if len(name) > 2 && name[1] == '-' && strings.IndexByte("DRI", name[0]) >= 0 && (label == PERSON || label == GPE || label == ORG) {
		return label, false // D-Calif., as a politician's party and state
	}
	i, j := strings.IndexByte(name, ' '), strings.LastIndexByte(name, ' ')
	if i < 0 || label == NORP {
		return label, true
	}
	first, last := name[:i], name[j+1:]
	if label == PERSON && strings.Contains(name, " & ") && !isGiven(first) {
		return ORG, true // partners, and no couple
	}
	if kindOfFolded(legalWords[:], last) != "" {
		return ORG, true
	}
	if (label == GPE || label == LOC) && (isOrgInside(name) || isBranch(name)) {
		return ORG, true
	}
	if l := kindOfFolded(sureWords[:], last); l != "" {
		return l, true
	}
	if l := kindOfFolded(hardWords[:], last); l != "" && label != PERSON {
		return l, true
	}
	if l := kindOfFolded(headWords[:], last); l != "" && mayBe(label, l) && !isCountry(name) {
		return l, true
	}
	if l := kindOfFolded(frontWords[:], first); l != "" && label != ORG && (l == MISC || l == FAC || mayBe(label, l)) {
		return l, true
	}
	return label, true
}

// settle returns the label of a known name that the model gave another.
func (k known) settle(label Label) (Label, bool) {
	switch k.kind {
	case knownNone:
		return label, false
	case knownNation:
		return GPE, true
	case knownTown:
		if label == MISC || label == FAC || label == PRODUCT {
			return GPE, true
		}
	case knownLand:
		if label == GPE || label == FAC || label == MISC || label == ORG && strings.Contains(k.name, " ") {
			return LOC, true
		}
	case knownBuilding:
		if label != PERSON && label != NORP {
			return FAC, true
		}
	case knownGroup:
		if label != NORP {
			return ORG, true
		}
	case knownCompany:
		return ORG, true
	case knownWork:
		if label != PERSON {
			return MISC, true
		}
	case knownCraft:
		if label != PERSON && label != NORP {
			return PRODUCT, true
		}
	case knownNamed:
		return Label(k.country), true
	}
	return label, true
}

// mayBe reports whether a name of the one label may turn out to be of the other by
// its head.
func mayBe(label, head Label) bool {
	if head == FAC || head == LOC || head == GPE {
		return label != PERSON && label != ORG
	}
	return label != PERSON
}

// isOrgInside reports whether a word inside a name says that it is an organisation's:
// King's College London.
func isOrgInside(name string) bool {
	_, rest, _ := strings.Cut(name, " ")
	for {
		word, more, ok := strings.Cut(rest, " ")
		if !ok {
			return false
		}
		switch word {
		case "College", "University", "School", "Institute", "Academy", "Association", "Foundation", "Federation", "Committee", "Council":
			return true
		}
		rest = more
	}
}

// isBranch reports whether a name ends in that of a country and is not one of a part of
// it: Gallup Korea, but not Northern Ireland.
func isBranch(name string) bool {
	i := strings.LastIndexByte(name, ' ')
	m, ok := country.Lookup(name[i+1:])
	if !ok || m.Kind != country.Name || isUpper(name[i+1:]) || strings.ContainsAny(name, ",–—()") || name[i+1:] == "America" {
		return false
	}
	if _, whole := country.Lookup(name); whole || isTown(strings.TrimSuffix(name[:i], " city")) {
		return false
	}
	first := fold(name[:strings.IndexByte(name, ' ')])
	return !isPlaceAdjective(first) && !isSmall(fold(name[strings.LastIndexByte(name[:i], ' ')+1:i]))
}

// isPlaceAdjective reports whether a word before a country's name leaves it a place.
func isPlaceAdjective(w string) bool {
	switch w {
	case "new", "great", "greater", "inner", "outer", "upper", "lower", "central", "mainland", "north", "south", "east", "west", "northern",
		"southern", "eastern", "western", "northeast", "northwest", "southeast", "southwest", "north-eastern", "north-western", "north-east",
		"north-west", "south-east", "south-west", "northeastern", "northwestern", "southeastern", "southwestern", "imperial", "tsarist",
		"british", "french", "portuguese", "spanish", "dutch", "german", "italian", "soviet", "nazi", "modern", "ancient", "colonial",
		"rural", "coastal", "metropolitan", "free", "occupied", "independent", "united", "little", "mother", "lake", "mount", "gulf", "port", "isle",
		"middle", "mt", "royal", "republic", "federal", "islamic", "people's", "prime", "vichy", "mid", "post", "former", "peninsular", "han", "dear":
		return true
	}
	return false
}

// ends2 returns the first and the last word of a name of several in lower case.
func ends2(name string) (first, last string, ok bool) {
	i, j := strings.IndexByte(name, ' '), strings.LastIndexByte(name, ' ')
	if i < 0 {
		return "", "", false
	}
	return fold(name[:i]), fold(name[j+1:]), true
}
