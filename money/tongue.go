package money

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	guess "github.com/copydesk-go/copydesk/internal/lang/guess/words"
	"github.com/copydesk-go/copydesk/internal/opening"
	"github.com/copydesk-go/copydesk/internal/scan"
)

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/lang/sums

// A tongue is a language beside English whose words for sums are known. Decimals
// stand behind a comma, but for some regions.
type tongue struct {
	tag     string
	points  string      // the regions with a decimal point, one after the other
	terms   []term      // in order of their text
	endings []string    // that scales and currencies take: liraya, dolarlık
	chained bool        // a smaller scale may follow one: 3 milyon 250 bin lira
	counts  opening.Set // the first letters of words that are a number by themselves: un, millones
}

// A term is a word, or several, that a sum may be written with. Its text is in
// small letters; a space in it is any space or hyphen.
type term struct {
	text  string
	codes string // of a currency, the commonest first
	kind  termKind
	value int8 // the power of ten of a scale, or of a currency that has one in it; the Mod of a bound
	flags flags
}

type termKind uint16

const (
	termScale    termKind = 1 << iota // millones
	termGlued                         // a scale that touches the number: M, Md
	termCurrency                      // dólares canadienses
	termCoin                          // centavos
	termOf                            // stands between number and currency: de
	termOfCoin                        // says whose coins they are: de dólar
	termRegion                        // says whose dollar a sign behind the number is: $ CA
	termTo                            // between the ends of a range: a, bis
	termBetween                       // before a range: entre
	termAnd                           // before coins, and before the other end of "between"
	termBound                         // before a sum: más de
	termBehind                        // behind a sum: o más
	termVague                         // a number that is not known: millones
	termOne                           // an article that stands for one: un
	termNone                          // no currency, though it begins as one
	termPaying                        // speaks of payment, and tells money from weight: kostte
)

// tongueOf returns the language of a tag, nil if there is none.
func tongueOf(tag string) *tongue {
	for _, t := range tongues {
		if t.tag == tag {
			return t
		}
	}
	return nil
}

// longestTerm is the length of the longest first word, with room to spare.
const longestTerm = 40

// at returns the longest term of one of these kinds that starts at i, and where
// it ends; nil if there is none.
func (t *tongue) at(s string, i int, kinds termKind) (found *term, end int) {
	var buf [longestTerm]byte
	key := firstWord(buf[:0], s[i:])
	if len(key) == 0 {
		return nil, i
	}
	found, end = t.among(s, i, string(key), kinds)
	for n := 0; found == nil && n < len(t.endings); n++ {
		if stem, ok := bytes.CutSuffix(key, []byte(t.endings[n])); ok && len(stem) > 0 {
			found, end = t.among(s, i, string(stem), kinds)
		}
	}
	return found, end
}

// among is at, for the terms that start with the key.
func (t *tongue) among(s string, i int, key string, kinds termKind) (found *term, end int) {
	lo, hi := 0, len(t.terms)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		if t.terms[m].text < key {
			lo = m + 1
		} else {
			hi = m
		}
	}
	end = i
	for ; lo < len(t.terms) && strings.HasPrefix(t.terms[lo].text, key); lo++ {
		e := &t.terms[lo]
		if e.kind&kinds == 0 {
			continue
		}
		if to := t.match(s, i, e); to > end {
			found, end = e, to
		}
	}
	return found, end
}

// firstWord appends the letters at the start of s, in small letters, as far as
// there is room.
func firstWord(b []byte, s string) []byte {
	for _, r := range s {
		if !unicode.IsLetter(r) || len(b)+utf8.UTFMax > cap(b) {
			break
		}
		b = utf8.AppendRune(b, scan.Fold(r))
	}
	return b
}

// match returns where the text of a term that starts at i ends, i if it is not
// there. Any space or hyphen is a space, and any apostrophe one.
func (t *tongue) match(s string, i int, e *term) (end int) {
	at := i
	for _, want := range e.text {
		if want == ' ' {
			next, ok := joint(s, at)
			if !ok || next == at {
				return i
			}
			at = next
			continue
		}
		if at >= len(s) {
			return i
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		if r == '’' {
			r = '\''
		}
		if r != want && scan.Fold(r) != want {
			return i
		}
		at += size
	}
	if last := e.text[len(e.text)-1]; last == '\'' || last == '.' || scan.EndsWord(s, at) {
		return at
	}
	if e.kind&(termScale|termCurrency|termCoin) != 0 {
		if end = t.ending(s, at); end > at {
			return end
		}
	}
	return i
}

// ending returns the end of the ending that the word at s[:i] has, or i.
func (t *tongue) ending(s string, i int) int {
	for _, e := range t.endings {
		at := i
		for _, want := range e {
			r, size := utf8.DecodeRuneInString(s[at:])
			if scan.Fold(r) != want {
				break
			}
			at += size
		}
		if at > i && scan.EndsWord(s, at) {
			return at
		}
	}
	return i
}

// pastEnding passes the ending that stands behind an apostrophe at i: TL'den.
func (t *tongue) pastEnding(s string, i int) int {
	for _, mark := range [...]string{"'", "’"} {
		if at := i + len(mark); len(t.endings) > 0 && strings.HasPrefix(s[i:], mark) && t.ending(s, at) > at {
			return t.ending(s, at)
		}
	}
	return i
}

// lookBack is how far before a sum a term is looked for, in bytes.
const lookBack = 60

// before returns the longest term of the kinds that ends at i, and where it
// starts. It looks no farther back than floor.
func (t *tongue) before(s string, i, floor int, kinds termKind) (found *term, start int) {
	at := i
	for range 4 { // words
		at = backSpace(s, at, floor)
		for at > floor && i-at <= lookBack && s[at-1] > ' ' && !strings.ContainsRune("(“\"", rune(s[at-1])) {
			at--
		}
		if e, end := t.at(s, at, kinds); e != nil && backSpace(s, i, at) <= end && end <= i {
			found, start = e, at
		}
		if at <= floor || i-at > lookBack {
			break
		}
	}
	return found, start
}

// A stretch is text up to end that is read as one language, nil for English.
type stretch struct {
	end    int
	tongue *tongue
}

// leastWords is how many words a line has that tells the language of a text: 500-plus euros.
const leastWords = 5

// stretches divides a text by the languages of its lines, and returns nil where
// all of it is read as English.
func (f Finder) stretches(text string) []stretch {
	if f.Language != language.Und {
		base, _, _ := f.Language.Raw()
		if t := tongueOf(base.String()); t != nil {
			return []stretch{{len(text), t}}
		}
		return nil
	}
	var all []stretch
	lines := guess.Lines{Least: leastWords}
	for from := 0; from < len(text); {
		end, tag := lines.Stretch(text, from)
		t := tongueOf(tag)
		if t == nil && from == 0 && end == len(text) {
			return nil
		}
		all = append(all, stretch{end, t})
		from = end
	}
	return all
}

// A reading is the languages of a text, and the country that decides how numbers
// are written.
type reading struct {
	stretches []stretch
	country   string
}

// reading returns the languages of the text, nil where all of it is English.
func (f Finder) reading(text string) *reading {
	stretches := f.stretches(text)
	if stretches == nil {
		return nil
	}
	in := f.Country
	if in == "" {
		in = f.region()
	}
	return &reading{stretches, in}
}

// english reports whether some of the text is read as English.
func (r *reading) english() bool {
	return r == nil || slices.ContainsFunc(r.stretches, func(s stretch) bool { return s.tongue == nil })
}

// at returns the language of the stretch that i is in, and where that ends.
func (r *reading) at(i, size int) (*tongue, int) {
	n := sort.Search(len(r.stretches), func(k int) bool { return i < r.stretches[k].end })
	if n == len(r.stretches) {
		return nil, size
	}
	return r.stretches[n].tongue, r.stretches[n].end
}
