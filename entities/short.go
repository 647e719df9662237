package entities

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/country"
)

// A shorts looks at acronyms of countries that mean other things too, among the names
// that hold together in a piece of text: CAR, which most often is what one drives, KSA,
// ROK.
type shorts struct {
	text  string // of the piece
	at    int    // where the piece starts
	named map[string]bool
}

// doubtful reports whether a mention is such an acronym and nothing says that the country
// is meant: neither the word behind it nor the name of the country in full.
func (s *shorts) doubtful(m Mention) bool {
	name := s.text[m.Start-s.at : m.End-s.at]
	k, ok := knownName(name)
	if !ok || k.kind != knownShort {
		return false
	}
	before, after := window(s.text[:m.Start-s.at], true), window(s.text[m.End-s.at:], false)
	next, _, _ := strings.Cut(strings.TrimPrefix(possessiveCut(after), " "), " ")
	if next = strings.TrimRight(next, ",.;:!?"); kindOf(realmWords[:], next) != "" {
		return false
	}
	last := before[strings.LastIndexByte(strings.TrimRight(before, " "), ' ')+1:]
	return isLoud(next) || isLoud(last) || !s.inFull(k)
}

// isLoud reports whether a word is in capitals, as all of a headline may be.
func isLoud(word string) bool {
	word = strings.Trim(word, " ")
	return len(word) > 1 && isUpper(word)
}

// possessiveCut returns a text without the apostrophe and s that it may begin with.
func possessiveCut(text string) string { return text[len(possessive(text)):] }

// inFull reports whether the piece has the name of a country in full.
func (s *shorts) inFull(k known) bool {
	has, ok := s.named[k.name]
	if !ok {
		if s.named == nil {
			s.named = map[string]bool{}
		}
		has = strings.Contains(s.text, country.ShortName(k.country))
		s.named[k.name] = has
	}
	return has
}
