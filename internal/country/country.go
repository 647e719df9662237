// Package country knows the countries of ISO 3166-1: their codes, and the
// names, abbreviations, demonyms and capitals by which English news writes of them.
//
//	m, ok := country.Lookup("Qatari") // {Code: "QA", Name: "Qatar", Kind: Demonym}, true
//
// The list is the 249 current codes of the standard and XK, the user-assigned
// code of Kosovo. Former names lead to the country of today (Burma to MM,
// Swaziland to SZ), and England, Scotland, Wales and Northern Ireland to GB.
//
// The tables are packed in read-only data (about 60 kB) and used in place:
// nothing is built at start or on first use, lookups do not allocate, and all
// functions are safe for concurrent use.
package country

import (
	"iter"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/opening"
)

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/country

// A Kind says how a phrase names a country.
type Kind uint8

const (
	Name         Kind = iota // Qatar, Republic of Korea, Ivory Coast, England
	Abbreviation             // U.S., UAE, DPRK
	Demonym                  // American, Filipinos, Frenchwoman, Dutch
	Capital                  // Doha; where the government sits, when it is another city
)

func (k Kind) String() string {
	return [...]string{"name", "abbreviation", "demonym", "capital"}[k]
}

// A Match is what a phrase means.
type Match struct {
	Code  string // ISO 3166-1 alpha-2
	Name  string // English short name: "United States", "South Korea"; of a part of a country, the name of the part: "England"
	Kind  Kind   // how the phrase names it
	Part  bool   // the phrase names a part of the country: England, Welsh
	Other string // alpha-2 of a second country that the phrase may mean (Congo, Korean, Dominican), or ""
}

// Lookup returns what the whole of phrase means: a name, abbreviation, demonym
// or capital of a country. A leading "the" does not matter. Case does: "us" and
// "turkey" mean no country, nor does "Us"; but a phrase of four bytes or more in
// capitals throughout, as in headlines, is found when it is not an abbreviation.
//
// It knows phrases, not contexts: "Georgia" is GE and "Washington" the capital
// of US, whatever the sentence is about.
func Lookup(phrase string) (Match, bool) {
	if n := len("the "); len(phrase) > n && phrase[n-1] == ' ' && isThe(phrase) {
		phrase = phrase[n:]
	}
	if len(phrase) < 2 || len(phrase) > longest+8 || !openers.Has(opening.Of(phrase)) {
		return Match{}, false
	}
	i := search(phrase)
	if i == len(phraseEnds) {
		return Match{}, false
	}
	found, meaning := entry(phraseText, phraseEnds[:], i), meanings[3*i:]
	kind := Kind(meaning[2])
	if found != phrase && (kind == Abbreviation || len(phrase) < 4 || !headline(phrase) || compare(found, phrase) != 0) {
		return Match{}, false
	}
	p := int(meaning[0])
	m := Match{Code: code(p), Name: placeName(p), Kind: kind, Part: isPart(p)}
	if other := int(meaning[1]); other < len(nameEnds) {
		m.Other = code(other)
	}
	return m, true
}

// Opens reports whether a phrase that Lookup knows may start at the start of text,
// where a line may break behind the article. It says no to most words, in a few steps.
func Opens(text string) bool {
	if n := len("the "); len(text) > n && (text[n-1] == ' ' || text[n-1] == '\n') && isThe(text) {
		text = text[n:]
	}
	return openers.Has(opening.Of(text))
}

// isThe reports whether s starts with the three letters, in any case.
func isThe(s string) bool { return s[0]|0x20 == 't' && s[1]|0x20 == 'h' && s[2]|0x20 == 'e' }

// search returns the first of the phrases that is not before one.
func search(phrase string) int {
	lo, hi := 0, len(phraseEnds)
	if first := phrase[0] | 0x20 - 'a'; first < 26 {
		lo, hi = int(phraseStarts[first]), int(phraseStarts[first+1])
	}
	for lo < hi {
		if m := int(uint(lo+hi) / 2); compare(entry(phraseText, phraseEnds[:], m), phrase) < 0 {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// compare orders strings by their lower case.
func compare(a, b string) int {
	for i := range min(len(a), len(b)) {
		x, y := a[i], b[i]
		if x == y && x < utf8.RuneSelf {
			continue
		}
		if x >= utf8.RuneSelf || y >= utf8.RuneSelf {
			return compareRunes(a[i:], b[i:])
		}
		if x, y = lowerByte(x), lowerByte(y); x != y {
			return int(x) - int(y)
		}
	}
	return len(a) - len(b)
}

func compareRunes(a, b string) int {
	for a != "" && b != "" {
		r, n := lower(a)
		s, m := lower(b)
		if r != s {
			return int(r) - int(s)
		}
		a, b = a[n:], b[m:]
	}
	return len(a) - len(b)
}

func lower(s string) (r rune, size int) {
	if b := s[0]; b < utf8.RuneSelf {
		return rune(lowerByte(b)), 1
	}
	r, n := utf8.DecodeRuneInString(s)
	return unicode.ToLower(r), n
}

func lowerByte(b byte) byte {
	if b-'A' < 26 {
		b |= 0x20
	}
	return b
}

// headline reports whether s has capitals and no small letters.
func headline(s string) bool {
	return strings.ContainsFunc(s, unicode.IsUpper) && !strings.ContainsFunc(s, unicode.IsLower)
}

// A Country is an entry of ISO 3166-1.
type Country struct {
	Alpha2  string // "US"
	Alpha3  string // "USA"
	Numeric string // "840", with leading zeros
	Name    string // English short name: "United States"
}

// All ranges over the countries in order of their alpha-2 codes.
func All() iter.Seq[Country] {
	return func(yield func(Country) bool) {
		for p := range nameEnds {
			if !isPart(p) && !yield(Country{code(p), places[8*p+2 : 8*p+5], places[8*p+5 : 8*p+8], placeName(p)}) {
				return
			}
		}
	}
}

// Valid reports whether code is an alpha-2 code, in capitals.
func Valid(code string) bool {
	_, ok := find(code)
	return ok
}

// ShortName returns the English short name of the country with the given alpha-2
// code: the name in ISO 3166-1 without its formal part, as in "Iran" for "Iran,
// Islamic Republic of". It is "" when there is no such code.
func ShortName(code string) string {
	p, ok := find(code)
	if !ok {
		return ""
	}
	return placeName(p)
}

// Alpha2 returns the alpha-2 code for any of the three codes of a country, in
// either case: "usa" and "840" give "US".
func Alpha2(code string) (string, bool) {
	for c := range All() {
		if strings.EqualFold(code, c.Alpha2) || strings.EqualFold(code, c.Alpha3) || code == c.Numeric {
			return c.Alpha2, true
		}
	}
	return "", false
}

// find returns the place with the given alpha-2 code.
func find(alpha2 string) (int, bool) {
	n := len(nameEnds)
	p := sort.Search(n, func(i int) bool { return code(i) >= alpha2 })
	return p, p < n && code(p) == alpha2
}

func code(p int) string      { return places[8*p : 8*p+2] }
func isPart(p int) bool      { return places[8*p+2] == ' ' }
func placeName(p int) string { return entry(nameText, nameEnds[:], p) }

// entry returns the i-th string of a packed list.
func entry(text string, ends []uint16, i int) string {
	start := uint16(0)
	if i > 0 {
		start = ends[i-1]
	}
	return text[start:ends[i]]
}
