package entities

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/ner"
	"github.com/copydesk-go/copydesk/internal/token"
)

// A Name is a name of your own, and what you know of the thing that it names. Text
// and Label are required; of the rest, what is not set is told by the text.
type Name struct {
	Text      string `json:"text,omitzero"`      // the name in full; its short forms come by its cluster
	Label     Label  `json:"label,omitzero"`     // one of those of the model, or one of your own
	AnyCase   bool   `json:"any_case,omitzero"`  // match it in any mixture of capitals and small letters
	ID        string `json:"id,omitzero"`        // what you know the thing by; names of one ID are the same thing
	Canonical string `json:"canonical,omitzero"` // the thing's name in full
	Country   string `json:"country,omitzero"`   // ISO 3166-1 alpha-2 code of the country it is in or belongs to
}

// A NameList is a set of names, ready to be looked for. It does not change, and
// any number of goroutines may use it. Looking costs the same for ten names and
// for a hundred thousand.
type NameList struct {
	starts [1 << 10]uint64 // a bit for the upper half of each first word
	parts  hashSet         // the first words of all names, from one word to all of them
	names  map[uint32][]listed
	labels map[Label]bool
	loud   bool // names of several words are found in capitals too
}

// A hashSet has one of many bits for each of its hashes: of others it has few. Their
// number is a power of two.
type hashSet []uint64

// newHashSet returns a set for so many hashes.
func newHashSet(hashes int) hashSet { return make(hashSet, 1<<bits.Len(uint(hashes/4))) }

func (s hashSet) add(h uint32)      { s[int(h>>6)&(len(s)-1)] |= 1 << (h & 63) }
func (s hashSet) has(h uint32) bool { return s[int(h>>6)&(len(s)-1)]>>(h&63)&1 != 0 }

type listed struct {
	words []string
	name  *Name
}

// Errors of NewNameList, found with errors.Is.
var (
	ErrNoWords = errors.New("name without words")
	ErrNoLabel = errors.New("name without a label")
	ErrCountry = errors.New("country that is no alpha-2 code")
)

// NewNameList prepares names for Tagger.Names. White space between words counts
// as one space and curly apostrophes as straight ones, here and in the text. Of
// two names that are the same the first counts; where names overlap in a text,
// the leftmost counts, and of those the longest. The error says which name is wrong.
func NewNameList(names ...Name) (*NameList, error) {
	names = slices.Clone(names)
	l := &NameList{names: make(map[uint32][]listed), labels: make(map[Label]bool)}
	var parts []uint32
	var tokens []token.Token
	words := make([]string, 0, 3*len(names)) // of all
	for i, n := range names {
		if n.Label == "" {
			return nil, fmt.Errorf("entities: name %d, %q: %w", i, n.Text, ErrNoLabel)
		}
		if n.Country != "" && !country.Valid(n.Country) {
			return nil, fmt.Errorf("entities: name %d, %q, country %q: %w", i, n.Text, n.Country, ErrCountry)
		}
		tokens = token.Append(tokens[:0], n.Text)
		if len(tokens) == 0 {
			return nil, fmt.Errorf("entities: name %d, %q: %w", i, n.Text, ErrNoWords)
		}
		from, h := len(words), uint32(0)
		for k, t := range tokens {
			word := n.Text[t.Start:t.End]
			form := ner.Hash(word)
			h = ner.Phrase(h, form)
			parts = append(parts, h)
			if k == 0 {
				l.starts[form>>22] |= 1 << (form >> 16 & 63)
			}
			words = append(words, straight(word))
		}
		e := listed{words: words[from:len(words):len(words)], name: &names[i]}
		same := func(x listed) bool { return x.name.AnyCase == e.name.AnyCase && slices.Equal(x.words, e.words) }
		if !slices.ContainsFunc(l.names[h], same) {
			l.names[h] = append(l.names[h], e)
			l.labels[n.Label] = true
		}
	}
	l.parts = newHashSet(len(parts))
	for _, h := range parts {
		l.parts.add(h)
	}
	return l, nil
}

// has reports whether a name of the list has the label.
func (l *NameList) has(label Label) bool { return l != nil && l.labels[label] }

func straight(word string) string { return strings.ReplaceAll(word, "’", "'") }

// find appends the listed names among the words that d has read, which start at
// offset at of the whole text.
func (l *NameList) find(dst []Mention, d *ner.Decoder, at int, text string) []Mention {
	if l == nil || len(l.names) == 0 {
		return dst
	}
	silent := l.loud && strings.IndexFunc(text, unicode.IsUpper) < 0
	for i := 0; i < len(d.Tokens); i++ {
		form := d.Form(i)
		if l.starts[form>>22]>>(form>>16&63)&1 == 0 {
			continue
		}
		words, name := l.longest(d, i, text, silent)
		if words > 0 {
			dst = append(dst, Mention{
				Start: at + d.Tokens[i].Start, End: at + d.Tokens[i+words-1].End,
				Label: name.Label, Confidence: 1,
				ID: name.ID, Canonical: name.Canonical, Country: name.Country,
			})
			i += words - 1
		}
	}
	return dst
}

// longest returns the number of words of the longest name that starts at word i, and
// the name; 0 for none. A text is silent if it has no capitals.
func (l *NameList) longest(d *ner.Decoder, i int, text string, silent bool) (words int, name *Name) {
	h := uint32(0)
	for n := 1; i+n <= len(d.Tokens); n++ {
		if h = ner.Phrase(h, d.Form(i+n-1)); !l.parts.has(h) {
			break
		}
		for _, e := range l.names[h] {
			if e.matches(text, d.Tokens[i:i+n], l.loud && n > 1, silent && n > 1) {
				words, name = n, e.name
				break
			}
		}
	}
	return words, name
}

// matches reports whether tokens are the words of a name; if loud, in capitals too; if
// silent, in small letters.
func (e *listed) matches(text string, tokens []token.Token, loud, silent bool) bool {
	if len(tokens) != len(e.words) {
		return false
	}
	for k, t := range tokens {
		word := straight(text[t.Start:t.End])
		if word != e.words[k] && !((e.name.AnyCase || silent || loud && strings.ToUpper(word) == word) && strings.EqualFold(word, e.words[k])) {
			return false
		}
	}
	return true
}
