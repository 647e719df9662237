package entities

import (
	"slices"
	"strings"
	"unicode"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/token"
)

// joinBroken puts the halves of names together that a line end parts in a narrow
// column, among the mentions of dst[from:]: a first name and a surname, and names
// that lists or the rest of the piece have. Text that comes tokenised has a sentence on
// each line, and is left alone.
func joinBroken(dst []Mention, from, at int, piece string) []Mention {
	b := breaks{beside: beside{text: piece, at: at, mentions: dst[from:]}}
	if !slices.ContainsFunc(b.mentions, b.atBreak) || token.Spaced(piece) {
		return dst
	}
	out := b.mentions[:0]
	for _, m := range b.mentions {
		if n := len(out); n > 0 {
			if last := &out[n-1]; b.text[last.End-at:m.Start-at] == "\n" {
				if l := b.joined(last, &m); l != "" {
					last.End, last.Label, last.Confidence = m.End, l, max(last.Confidence, m.Confidence)
					continue
				}
			}
		}
		floor := 0
		if n := len(out); n > 0 {
			floor = out[n-1].End - at
		}
		b.back(&m, floor)
		if n := len(out); n > 0 {
			b.forth(&out[n-1], m.Start-at)
		}
		out = append(out, m)
	}
	if n := len(out); n > 0 {
		b.forth(&out[n-1], len(piece))
	}
	return append(dst[:from], out...)
}

// A breaks looks at line ends inside names.
type breaks struct {
	beside
	whole map[string]Label // the names of the piece that have two words or more
}

// atBreak reports whether a mention begins or ends at the end of a line that is not
// that of a paragraph.
func (b *breaks) atBreak(m Mention) bool {
	start, end := m.Start-b.at, m.End-b.at
	return start > 1 && b.text[start-1] == '\n' && b.text[start-2] != '\n' ||
		end+1 < len(b.text) && b.text[end] == '\n' && b.text[end+1] != '\n'
}

// joined returns the label of two mentions on either side of a line end that are one
// name, or "".
func (b *breaks) joined(last, m *Mention) Label {
	if last.Confidence == 1 || m.Confidence == 1 {
		return ""
	}
	first, second := b.name(last), b.name(m)
	single := !strings.ContainsAny(first, " \n") && !strings.ContainsAny(second, " \n")
	if last.Label == PERSON && m.Label == PERSON && single && b.runs(last.Start-b.at) && b.runsOn(m.End-b.at) {
		return PERSON
	}
	if !b.runs(last.Start - b.at) {
		return ""
	}
	return b.known(first, second)
}

// isGiven reports whether a word is a frequent first name.
func isGiven(word string) bool { return genderOf(fold(word)) != unknown }

// runs reports whether the line before offset i is running text: it has a word in
// small letters.
func (b *breaks) runs(i int) bool {
	line := b.text[max(0, i-2*reach):i]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	for k := 0; k+1 < len(line); k++ {
		if (k == 0 || line[k-1] == ' ') && line[k]-'a' < 26 && line[k+1]-'a' < 26 {
			return true
		}
	}
	return false
}

// runsOn reports whether the text goes on at offset i as a sentence does.
func (b *breaks) runsOn(i int) bool {
	rest := b.text[i:min(len(b.text), i+8)]
	if rest == "" || strings.IndexByte(",.;:'\n", rest[0]) >= 0 || strings.HasPrefix(rest, "’") {
		return true
	}
	return len(rest) > 1 && rest[0] == ' ' && (rest[1]-'a' < 26 || rest[1] == '(')
}

// back takes the last word of the line before into a mention at the start of a line,
// where both make a known name. It must be behind floor.
func (b *breaks) back(m *Mention, floor int) {
	before, ok := strings.CutSuffix(b.text[floor:m.Start-b.at], "\n")
	if !ok || m.Confidence == 1 {
		return
	}
	word := before[strings.LastIndexAny(before, " \n")+1:]
	if !startsUpper(word) || !b.runs(m.Start-b.at-len(word)-1) {
		return
	}
	l := b.known(word, b.name(m))
	if l == "" && m.Label == PERSON && isGiven(word) && !strings.Contains(b.name(m), " ") && b.runsOn(m.End-b.at) {
		l = PERSON
	}
	if l != "" {
		m.Start -= len(word) + 1
		m.Label = l
	}
}

// forth takes the first word of the next line into a mention at the end of a line,
// where both make a known name. It must end before ceiling.
func (b *breaks) forth(m *Mention, ceiling int) {
	after, ok := strings.CutPrefix(b.text[m.End-b.at:ceiling], "\n")
	if !ok || m.Confidence == 1 {
		return
	}
	word := after
	if i := strings.IndexFunc(after, notLetter); i >= 0 {
		word = after[:i]
	}
	if !startsUpper(word) || !b.runs(m.Start-b.at) {
		return
	}
	l := b.known(b.name(m), word)
	if l == "" && m.Label == PERSON && isGiven(b.name(m)) && b.runsOn(m.End-b.at+1+len(word)) {
		l = PERSON
	}
	if l != "" {
		m.End += 1 + len(word)
		m.Label = l
	}
}

// known returns the label of a name by its two halves, where a list has it or the
// piece has it in one line; or "".
func (b *breaks) known(first, second string) Label {
	if len(first)+len(second) > maxPlaceName || strings.ContainsRune(first+second, '\n') {
		return ""
	}
	name := first + " " + second
	if m, ok := country.Lookup(name); ok {
		if m.Kind == country.Demonym {
			return NORP
		}
		return GPE
	}
	if k, ok := knownName(name); ok {
		if l := k.whole(); l != "" {
			return l
		}
		if l, ok := k.settle(GPE); ok {
			return l
		}
	}
	if b.whole == nil {
		b.whole = make(map[string]Label)
		for i := range b.mentions {
			if n := b.name(&b.mentions[i]); strings.IndexByte(n, ' ') > 0 {
				b.whole[n] = b.mentions[i].Label
			}
		}
	}
	if l, ok := b.whole[name]; ok {
		return l
	}
	if isTown(name) {
		return GPE
	}
	return ""
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
