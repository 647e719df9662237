package entities

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/token"
)

// A completer corrects the mentions of a piece of text by what the rest of the
// piece makes plain: the first word of a name that stands behind a title, a place
// before a full stop that is none of the name, and surnames of people who are
// named in full elsewhere.
type completer struct {
	*arena
	text     string
	tokens   []token.Token
	at       int       // where the piece starts in the whole text
	mentions []Mention // in order

	surnames map[string]float64 // of people with full names, with how sure they are
	short    map[string]float64 // names of organisations, the same
}

// complete returns dst with the mentions of dst[from:] completed, which are those
// of the piece.
func (c *completer) complete(dst []Mention, from, at int, text string, tokens []token.Token) []Mention {
	c.text, c.tokens, c.at, c.mentions = text, tokens, at, dst[from:]
	dst = c.appendEchoes(c.inOrder(c.bracketed(dst), from))
	dst = c.inOrder(dst, from)
	n := len(dst)
	c.people()
	c.relabelFirms()
	if len(c.surnames) > 0 {
		c.relabel()
		dst = c.appendSurnames(dst)
	}
	if len(dst) > n {
		slices.SortFunc(dst[from:], func(a, b Mention) int { return a.Start - b.Start })
	}
	return dst
}

// people completes the names of people behind titles, and finds the surnames of those
// with full names.
func (c *completer) people() {
	c.surnames = emptied(c.surnames)
	i := 0
	for k := range c.mentions {
		m := &c.mentions[k]
		for c.at+c.tokens[i].Start < m.Start {
			i++
		}
		first := i
		for i+1 < len(c.tokens) && c.at+c.tokens[i+1].End <= m.End {
			i++
		}
		if m.Label != PERSON {
			continue
		}
		if i > first && (c.split(first) || c.stops(first)) {
			first++
			m.Start = c.at + c.tokens[first].Start
		}
		if c.titled(first-1) && (k == 0 || c.mentions[k-1].End <= c.at+c.tokens[first-2].Start) {
			first--
			m.Start = c.at + c.tokens[first].Start
		}
		if name := c.word(i); i > first && utf8.RuneCountInString(name) > 2 && capitalised(name) {
			c.surnames[name] = max(c.surnames[name], m.Confidence)
		}
	}
}

// inOrder sorts dst[from:] when something was appended to the mentions.
func (c *completer) inOrder(dst []Mention, from int) []Mention {
	grown := len(dst)-from > len(c.mentions)
	c.mentions = dst[from:]
	if grown {
		slices.SortFunc(c.mentions, func(a, b Mention) int { return a.Start - b.Start })
	}
	return dst
}

// bracketed gives an acronym in brackets the label of the name before it, whose
// initials it has, and adds those that the model missed.
func (c *completer) bracketed(dst []Mention) []Mention {
	ms := c.mentions
	for k := range ms {
		m := &ms[k]
		if m.Label != ORG && m.Label != MISC {
			continue
		}
		rest, ok := strings.CutPrefix(c.text[m.End-c.at:], " (")
		if now, renamed := cutRename(rest); ok && renamed && (k+1 == len(ms) || ms[k+1].Start > m.End+len(" (formerly ")+len(now)) {
			start := m.End + len(" (") + strings.Index(rest, " ") + 1
			dst = append(dst, Mention{Start: start, End: start + len(now), Label: m.Label, Confidence: echo * m.Confidence})
			continue
		}
		end := strings.IndexByte(rest[:min(len(rest), maxAcronym+1)], ')')
		if !ok || end < 2 || !isAcronym(rest[:end]) || strings.ToUpper(rest[:end]) != rest[:end] {
			continue
		}
		w := c.phrase(c.text[m.Start-c.at:m.End-c.at], false).words
		start := m.End + len(" (")
		switch {
		case len(w) < 2:
		case k+1 == len(ms) || ms[k+1].Start >= start+end:
			if initial(w[0]) == strings.ToLower(rest[:1]) || fitsAcronym(strings.ToLower(rest[:end]), w) {
				dst = append(dst, Mention{Start: start, End: start + end, Label: m.Label, Confidence: echo * m.Confidence})
			}
		case ms[k+1].Start == start && ms[k+1].End == start+end && ms[k+1].Label != m.Label:
			c.relabelAll(rest[:end], m.Label)
		}
	}
	return dst
}

// cutRename returns the one word of a name that something has or had: Twitter (now X).
func cutRename(rest string) (name string, ok bool) {
	for _, w := range [...]string{"now ", "formerly ", "then "} {
		if after, found := strings.CutPrefix(rest, w); found {
			name, _, ok = strings.Cut(after[:min(len(after), 24)], ")")
			return name, ok && startsUpper(name) && !strings.ContainsAny(name, " ,.;\n")
		}
	}
	return "", false
}

// relabelAll gives all mentions of an acronym a label.
func (c *completer) relabelAll(name string, label Label) {
	for k := range c.mentions {
		m := &c.mentions[k]
		if m.End-m.Start == len(name) && c.text[m.Start-c.at:m.End-c.at] == name && m.Confidence < 1 {
			m.Label = label
		}
	}
}

// maxAcronym is the length of the longest acronym.
const maxAcronym = 8

// appendEchoes appends acronyms and short names of clubs that the model missed, of
// organisations that the piece has elsewhere.
func (c *completer) appendEchoes(dst []Mention) []Mention {
	c.short = emptied(c.short)
	for k := range c.mentions {
		m := &c.mentions[k]
		if m.Label != ORG {
			continue
		}
		name := c.text[m.Start-c.at : m.End-c.at]
		short := name[strings.LastIndexByte(name, ' ')+1:]
		for _, small := range [...]bool{true, false} {
			if a := c.writtenInitials(name, small); len(a) > 2 {
				c.short[a] = m.Confidence
			}
		}
		if short == name && (len(name) < 3 || !isAcronym(name) || !isUpper(name)) || short != name && !isClubName(name, short) {
			continue
		}
		c.short[short] = max(c.short[short], m.Confidence)
	}
	if len(c.short) == 0 {
		return dst
	}
	k := 0
	for i, t := range c.tokens {
		name := c.word(i)
		if !startsUpper(name) {
			continue
		}
		start, end := c.at+t.Start, c.at+t.End
		for k < len(c.mentions) && c.mentions[k].End <= start {
			k++
		}
		if k < len(c.mentions) && c.mentions[k].Start < end {
			continue
		}
		if sure, ok := c.short[name]; ok && c.echoes(i) {
			dst = append(dst, Mention{Start: start, End: end, Label: ORG, Confidence: echo * sure})
		}
	}
	return dst
}

// writtenInitials returns the first letters of a name's words as they are written, with
// or without those of small words: DfT, ICJ; "" for a name of fewer than three.
func (a *arena) writtenInitials(name string, small bool) string {
	if strings.Count(name, " ") < 2 {
		return ""
	}
	var b [maxAcronym]byte
	out := b[:0]
	for w := range strings.FieldsSeq(name) {
		if !small && isSmall(w) {
			continue
		}
		if len(out) == maxAcronym || w[0]|0x20-'a' >= 26 {
			return ""
		}
		out = append(out, w[0])
	}
	return a.keep(out)
}

// echoes reports whether a word that may be the short name of an organisation stands as
// one does.
func (c *completer) echoes(i int) bool {
	before, after := c.word(i-1), c.word(i+1)
	if c.glued(i) && !opening(before) || c.glued(i+1) && (after == "-" || after == "/" || after == "$") || startsUpper(after) && !isUpper(after) {
		return false
	}
	return !startsUpper(before) || before == "The"
}

// relabel makes people of surnames that the model took for a place or organisation,
// where what stands beside them is said of people alone.
func (c *completer) relabel() {
	for k := range c.mentions {
		m := &c.mentions[k]
		if m.Label != GPE && m.Label != ORG && m.Label != LOC || m.Confidence == 1 {
			continue
		}
		sure, ok := c.surnames[c.text[m.Start-c.at:m.End-c.at]]
		if ok && (c.speaks(m.Start-c.at, m.End-c.at) || aged(c.text[m.End-c.at:])) {
			m.Label, m.Confidence = PERSON, echo*sure
		}
	}
}

// relabelFirms makes organisations of what the model took for people and places, where
// a firm of the name was mentioned before and nobody is called so: Navalis, of Navalis
// SA; and of towns where a club is meant: "Leeds lost", of Leeds United.
func (c *completer) relabelFirms() {
	var firms, clubs map[string]bool
	for k := range c.mentions {
		m := &c.mentions[k]
		name := c.text[m.Start-c.at : m.End-c.at]
		first, rest, more := strings.Cut(name, " ")
		switch {
		case m.Label == ORG && more:
			last := rest[strings.LastIndexByte(rest, ' ')+1:]
			if kindOfFolded(legalWords[:], last) != "" {
				firms = noted(firms, first)
			} else if isClubName(name, last) {
				clubs = noted(clubs, strings.TrimSuffix(name, " "+last))
			}
		case m.Confidence == 1:
		case m.Label == PERSON && firms[name]:
			if _, called := c.surnames[name]; !called {
				m.Label = ORG
			}
		case m.Label == GPE && clubs[name] && playing(c.text[m.End-c.at:]):
			m.Label = ORG
		}
	}
}

func noted(set map[string]bool, name string) map[string]bool {
	if set == nil {
		set = map[string]bool{}
	}
	set[name] = true
	return set
}

// playing reports whether what follows a name is what a club does.
func playing(after string) bool {
	word, _, _ := strings.Cut(strings.TrimPrefix(after[:min(len(after), 16)], " "), " ")
	switch strings.TrimRight(word, ".,;") {
	case "lost", "won", "beat", "drew", "have", "are", "were", "play", "played", "scored", "lead", "led", "host", "win", "lose", "sit", "need", "equalised", "conceded":
		return strings.HasPrefix(after, " ")
	}
	return false
}

// speaks reports whether a name is that of whose words end right before it.
func (c *completer) speaks(start, end int) bool {
	before := strings.TrimSuffix(c.text[:start], " ")
	quoted := strings.HasSuffix(before, ",\"") || strings.HasSuffix(before, ",”")
	word, _, _ := strings.Cut(strings.TrimPrefix(c.text[end:min(len(c.text), end+16)], " "), " ")
	said := isSpeech(strings.TrimRight(word, ".,:;"))
	last, _ := lastWord(window(c.text[:start], true))
	return quoted && said || gender(fold(last)) != unknown
}

// aged reports whether what follows a name is someone's age: ", 24, ".
func aged(after string) bool {
	return len(after) > 5 && after[:2] == ", " && after[2]-'1' < 9 && after[3]-'0' < 10 && (after[4] == ',' || after[4] == '.')
}

// split reports whether token i, the first of a name, is the end of a title that
// began before: Chief Executive.
func (c *completer) split(i int) bool {
	if !c.spaced(i) || !compound(c.word(i-1)) {
		return false
	}
	switch c.word(i) {
	case "Executive", "Officer", "Minister", "President", "Premier", "Secretary", "Chancellor", "Justice", "Chairman", "Inspector", "Prince", "Princess":
		return true
	}
	return false
}

// stops reports whether token i, the first of a name, is a place whose full stop
// ends a sentence: "in the U.S. Ada Obi said".
func (c *completer) stops(i int) bool {
	w := c.word(i)
	if w == "D.C." || w == "U.N." {
		return true
	}
	if !strings.Contains(w, ".") || !strings.HasSuffix(w, ".") {
		return false
	}
	_, ok := country.Lookup(w)
	return ok
}

// compound reports whether a word begins a title of two words.
func compound(w string) bool {
	switch w {
	case "Chief", "Former", "Vice", "Deputy", "Crown", "Prime":
		return true
	}
	return false
}

// titled reports whether token i may be a first name that stands between a title
// and the rest of the name.
func (c *completer) titled(i int) bool {
	if i < 1 || !capitalised(c.word(i)) || !capitalised(c.word(i-1)) {
		return false
	}
	var before, word [32]byte
	return isTitle(string(appendLower(before[:0], c.word(i-1)))) && !compound(c.word(i-1)) &&
		!isTitle(string(appendLower(word[:0], c.word(i)))) && c.spaced(i) && c.spaced(i+1)
}

// echo is how much less sure a surname is than the full name.
const echo = 0.9

func (c *completer) appendSurnames(dst []Mention) []Mention {
	k := 0
	for i, t := range c.tokens {
		name := c.word(i)
		if !capitalised(name) {
			continue
		}
		start, end := c.at+t.Start, c.at+t.End
		for k < len(c.mentions) && c.mentions[k].End <= start {
			k++
		}
		if k < len(c.mentions) && c.mentions[k].Start < end {
			continue
		}
		if sure, ok := c.surnames[name]; ok && c.alone(i) {
			dst = append(dst, Mention{Start: start, End: end, Label: PERSON, Confidence: echo * sure})
		}
	}
	return dst
}

// alone reports whether a word that can be a surname stands as one does: not
// beside another capital, not behind "the"; at the start of a sentence, where
// every word has a capital, only before what people do.
func (c *completer) alone(i int) bool {
	before, after := c.word(i-1), c.word(i+1)
	if capitalised(after) || c.glued(i) && !opening(before) || c.glued(i+1) && after == "-" {
		return false
	}
	if b, _ := utf8.DecodeLastRuneInString(before); before == "" || !unicode.IsLetter(b) && before != "," {
		return after == "," && c.word(i+2) == "who" || personal(after)
	}
	return !capitalised(before) && before != "the"
}

func opening(s string) bool { return strings.Contains("“‘\"'([—–", s) }

// personal reports whether a word behind a name says that it is a person's.
func personal(w string) bool {
	switch w {
	case "said", "says", "told", "added", "asked", "who", "also", "wrote", "declined", "insisted", "argued", "replied":
		return true
	}
	return false
}

func (c *completer) word(i int) string {
	if i < 0 || i >= len(c.tokens) {
		return ""
	}
	return c.text[c.tokens[i].Start:c.tokens[i].End]
}

// spaced reports whether one space stands before token i.
func (c *completer) spaced(i int) bool {
	return i > 0 && i < len(c.tokens) && c.text[c.tokens[i-1].End:c.tokens[i].Start] == " "
}

// glued reports whether nothing stands between token i and the one before.
func (c *completer) glued(i int) bool {
	return i > 0 && i < len(c.tokens) && c.tokens[i-1].End == c.tokens[i].Start
}

// capitalised reports whether a word starts with a capital and goes on in small
// letters.
func capitalised(w string) bool {
	if w == "" || w[0]-'a' < 26 {
		return false // most words
	}
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(w[n:])
	return unicode.IsLower(r) || r == '\'' || r == '’'
}
