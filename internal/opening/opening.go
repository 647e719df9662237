// Package opening tells from the first letters of a text, at the cost of one look
// into a small table, that no name of a list starts there. Most of a text starts
// none, and is spared the search.
package opening

import "unicode/utf8"

// Letters are the first letters of a text, four at most, in small letters: the same
// for a name and for a text that starts with it in any case.
type Letters uint32

// Foreign stands for letters of which one is not ASCII. Every Set has them.
const Foreign Letters = 1<<32 - 1

// Of returns the first letters of s. What is no letter ends them.
func Of[T ~string | ~[]byte](s T) Letters {
	l := Letters(0)
	for i := range min(len(s), 4) {
		b := s[i] | 0x20
		if b-'a' >= 26 {
			if s[i] >= utf8.RuneSelf {
				return Foreign
			}
			break
		}
		l = l<<8 | Letters(b)
	}
	return l
}

// A Set holds first letters. It may say that it has some which it does not, one in
// fifteen where it was made of 500; those it has, it never denies.
type Set [128]uint64

// Make returns the set of the first letters of names.
func Make(names ...string) (s Set) {
	for _, name := range names {
		if l := Of(name); l != Foreign {
			s[l.word()] |= l.bit()
		}
	}
	return s
}

// Has reports whether a name may start with the letters.
func (s *Set) Has(l Letters) bool { return l == Foreign || s[l.word()]&l.bit() != 0 }

func (l Letters) word() uint32 { return l.hash() >> 25 }
func (l Letters) bit() uint64  { return 1 << (l.hash() >> 19 & 63) }
func (l Letters) hash() uint32 { return uint32(l) * 0x9e3779b1 }
