// Package numeral reads English number words: "twenty-one", "two and a half
// million", "half a trillion", "a dozen", "twenty-first", and the scale words
// and abbreviations that stand behind figures: "crore", "bn".
//
// Every function reads at the start of its argument, in any case, and returns
// the number of bytes it read: 0 when no such number starts there. A number
// ends where a word ends, so "one" is not read in "ones" or "oneself". Time and
// memory are bounded: no number has more than a few dozen words.
package numeral

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/lang/numeral

import (
	"math/bits"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// A Number is the exact value Mantissa × 10^Exp.
type Number struct {
	Mantissa uint64
	Exp      int
}

// Int returns the value as an integer, if it is one that fits an int.
func (n Number) Int() (int, bool) {
	m := n.Mantissa
	for e := n.Exp; e < 0; e++ {
		if m%10 != 0 {
			return 0, false
		}
		m /= 10
	}
	for e := n.Exp; e > 0; e-- {
		hi, lo := bits.Mul64(m, 10)
		if hi != 0 {
			return 0, false
		}
		m = lo
	}
	if m > uint64(^uint(0)>>1) {
		return 0, false
	}
	return int(m), true
}

// Cardinal reads the longest cardinal number in words at the start of s:
// "seven", "two hundred and six", "one hundred and twenty thousand", "fifteen
// hundred", "a dozen", "a couple of", "half a million", "a quarter of a
// million", "a million and a half", "one and a half", "two point five million". The article alone is
// not a number, and plurals such as "millions" are vague, so neither is read.
func Cardinal(s string) (n Number, size int) {
	if n, size = fraction(s); size > 0 {
		return n, size
	}
	total, size := uint64(0), 0
	ceiling := uint64(1) << 62 // each group must be smaller than the scale before it
	for at := 0; ; {
		group, end := below1000(s[at:])
		if end == 0 {
			break
		}
		if size == 0 {
			if n, more := decimals(s[end:], group); more > 0 {
				end += more
				if exp, more := scaled(s[end:]); more > 0 {
					n.Exp += exp
					end += more
				}
				return n, end
			}
		}
		end += at
		value, scale := group, uint64(1)
		for exp, more := scaled(s[end:]); more > 0; exp, more = scaled(s[end:]) {
			hi, v := bits.Mul64(value, pow10(exp))
			if hi != 0 || v > 1<<60 {
				break
			}
			value, scale = v, scale*pow10(exp)
			end += more
		}
		if value >= ceiling || size > 0 && (scale >= ceiling || article(s[at:]) == end-at) {
			break
		}
		total += value
		size = end
		if scale == 1 {
			break
		}
		if more := andHalf(s[end:]); more > 0 && total == value {
			return Number{Mantissa: total + scale/2}, end + more
		}
		ceiling = scale
		at = joiner(s, end)
		if at == 0 {
			break
		}
	}
	if size == 0 || article(s) == size {
		return Number{}, 0
	}
	return Number{Mantissa: total}, size
}

// Ordinal reads an ordinal below one hundred in words, or any in figures:
// "first", "twenty-first", "21st", "2nd".
func Ordinal(s string) (n, size int) {
	if len(s) > 0 && scan.Digit(s[0]) {
		return ordinalFigures(s)
	}
	if v, n, ok := lookup(s, ordinals); ok {
		return v, n
	}
	tens, size, ok := lookup(s, cardinals)
	if !ok || tens < 20 || tens > 90 {
		return 0, 0
	}
	at := gap(s, size)
	if at == size {
		return 0, 0
	}
	unit, more, ok := lookup(s[at:], ordinals)
	if !ok || unit > 9 {
		return 0, 0
	}
	return tens + unit, at + more
}

func ordinalFigures(s string) (n, size int) {
	for size < len(s) && scan.Digit(s[size]) {
		if size == 9 {
			return 0, 0
		}
		n = n*10 + int(s[size]-'0')
		size++
	}
	want := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			want = "st"
		case 2:
			want = "nd"
		case 3:
			want = "rd"
		}
	}
	if !word(s[size:], want) {
		return 0, 0
	}
	return n, size + len(want)
}

// Scale reads a scale word, singular or plural: "hundred", "thousand",
// "million", "billion", "trillion", "quadrillion", "lakh", "crore". It stands
// for 10^exp.
func Scale(s string) (exp, size int) {
	exp, size, _ = lookup(s, scales)
	return exp, size
}

// ScaleSuffix reads an abbreviated scale as it is glued to figures or follows
// them: "k", "m", "mn", "bn", "tn", "cr" and the like, in any case. Whether a
// lone "m" is millions, metres or minutes is for the caller to say.
func ScaleSuffix(s string) (exp, size int) {
	exp, size, _ = lookup(s, suffixes)
	return exp, size
}

// fraction reads "half a million", "half-million", "a half", "a quarter of a
// million", "three quarters of a billion", "half a dozen".
func fraction(s string) (Number, int) {
	at := article(s)
	if at > 0 {
		at = gap(s, at)
	}
	part, parts, counted := uint64(50), 0, at > 0
	switch {
	case word(s[at:], "half"):
		at += len("half")
	case word(s[at:], "quarter"):
		part, at = 25, at+len("quarter")
		parts = at
	case at == 0 && word(s, "three"):
		counted, at = true, gap(s, len("three"))
		if !word(s[at:], "quarters") {
			return Number{}, 0
		}
		part, at = 75, at+len("quarters")
		parts = at
	default:
		return Number{}, 0
	}
	next := gap(s, at)
	if next == at {
		return Number{}, 0
	}
	if parts > 0 { // a quarter is one of something: "a quarter of a million", "a quarter million"
		switch _, size := single(s[next:]); {
		case word(s[next:], "of"):
			next = gap(s, next+len("of"))
		case size == 0 || !counted && s[at] != '-':
			return Number{}, 0
		}
	}
	if a := article(s[next:]); a > 0 {
		next = gap(s, next+a)
	}
	if word(s[next:], "dozen") {
		return Number{Mantissa: part * 12, Exp: -2}.trim(), next + len("dozen")
	}
	if exp, size := single(s[next:]); size > 0 && exp > 1 {
		return Number{Mantissa: part, Exp: exp - 2}.trim(), next + size
	}
	return Number{}, 0
}

// decimals reads what makes n a broken number: "and a half", "and three
// quarters", "point two five".
func decimals(s string, n uint64) (Number, int) {
	at := gap(s, 0)
	if at == 0 {
		return Number{}, 0
	}
	if word(s[at:], "and") {
		at = gap(s, at+len("and"))
		if a := article(s[at:]); a > 0 {
			at = gap(s, at+a)
			if word(s[at:], "half") {
				return Number{Mantissa: n*10 + 5, Exp: -1}, at + len("half")
			}
			if word(s[at:], "quarter") {
				return Number{Mantissa: n*100 + 25, Exp: -2}, at + len("quarter")
			}
		}
		if word(s[at:], "three") {
			if q := gap(s, at+len("three")); word(s[q:], "quarters") {
				return Number{Mantissa: n*100 + 75, Exp: -2}, q + len("quarters")
			}
		}
		return Number{}, 0
	}
	if !word(s[at:], "point") {
		return Number{}, 0
	}
	r, size := Number{Mantissa: n}, 0
	for at += len("point"); r.Exp > -9; {
		next := gap(s, at)
		v, more, ok := lookup(s[next:], cardinals)
		if next == at || !ok || v > 9 {
			break
		}
		r.Mantissa, r.Exp = r.Mantissa*10+uint64(v), r.Exp-1
		at = next + more
		size = at
	}
	return r, size
}

// andHalf reads the rest of "a million and a half".
func andHalf(s string) int {
	at := gap(s, 0)
	if !word(s[at:], "and") {
		return 0
	}
	at = gap(s, at+len("and"))
	if !word(s[at:], "a") {
		return 0
	}
	if at = gap(s, at+1); word(s[at:], "half") {
		return at + len("half")
	}
	return 0
}

func (n Number) trim() Number {
	for n.Mantissa%10 == 0 && n.Mantissa > 0 {
		n.Mantissa, n.Exp = n.Mantissa/10, n.Exp+1
	}
	return n
}

// below1000 reads a number below a thousand, or "fifteen hundred"; the article
// counts as one, for "a hundred" and "a million".
func below1000(s string) (n uint64, size int) {
	if size = article(s); size > 0 {
		next := gap(s, size)
		if word(s[next:], "dozen") {
			return 12, next + len("dozen")
		}
		if word(s[next:], "couple") {
			return couple(s, next+len("couple"))
		}
		n = 1
	} else {
		n, size = below100(s)
	}
	if size == 0 {
		return 0, 0
	}
	if next := gap(s, size); next > size {
		switch {
		case word(s[next:], "dozen"):
			return n * 12, next + len("dozen")
		case word(s[next:], "hundred"):
			n, size = n*100, next+len("hundred")
			if at := joiner(s, size); at > 0 {
				if rest, more := below100(s[at:]); more > 0 {
					// "two hundred and six thousand" is one number, "a hundred and six" too.
					return n + rest, at + more
				}
			}
		}
	}
	return n, size
}

// couple reads what follows "a couple": "of" is part of the number.
func couple(s string, at int) (uint64, int) {
	if of := gap(s, at); of > at && word(s[of:], "of") {
		return 2, of + len("of")
	}
	return 2, at
}

func below100(s string) (n uint64, size int) {
	v, size, ok := lookup(s, cardinals)
	if !ok {
		return 0, 0
	}
	n = uint64(v)
	if v < 20 {
		return n, size
	}
	if at := gap(s, size); at > size {
		if unit, more, ok := lookup(s[at:], cardinals); ok && unit > 0 && unit < 10 {
			return n + uint64(unit), at + more
		}
	}
	return n, size
}

// scaled reads the gap and the scale word behind a number.
func scaled(s string) (exp, size int) {
	at := gap(s, 0)
	if at == 0 {
		return 0, 0
	}
	exp, size = single(s[at:])
	if size == 0 || exp < 3 {
		return 0, 0
	}
	return exp, at + size
}

// single reads a scale word in the singular: "two millions" is not good
// English, and "millions" is vague.
func single(s string) (exp, size int) {
	exp, size = Scale(s)
	if size > 0 && s[size-1]|0x20 == 's' {
		return 0, 0
	}
	return exp, size
}

func article(s string) int {
	if word(s, "a") {
		return 1
	}
	return 0
}

// joiner returns the start of the number that goes on after at, past "and".
func joiner(s string, at int) int {
	next := gap(s, at)
	if next == at {
		return 0
	}
	if word(s[next:], "and") {
		return gap(s, next+len("and"))
	}
	return next
}

// gap returns the end of what may stand between two words of a number: one
// hyphen or a little white space.
func gap(s string, at int) int {
	if at < len(s) && s[at] == '-' {
		return at + 1
	}
	const widest = 8
	return at + scan.Space(s[at:min(len(s), at+widest)], 0)
}

func word(s, w string) bool {
	return scan.HasPrefixFold(s, w) && scan.EndsWord(s, len(w))
}

func lookup(s string, table []entry) (value, size int, ok bool) {
	if s == "" || !scan.Letter(s[0]) {
		return 0, 0, false
	}
	first := s[0] | 0x20
	for _, e := range table {
		if e.word[0] == first && word(s, e.word) {
			return e.value, len(e.word), true
		}
	}
	return 0, 0, false
}

func pow10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}
