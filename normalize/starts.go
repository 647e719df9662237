package normalize

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// Starts marks pairs of bytes: those of which the first begins something that the second
// may go on with. A step finds the places that it must look at by them.
type starts struct {
	keys    [256]uint8  // not 0 of the rarer byte of each pair
	classes [256]uint16 // that a byte is of as the second, and eight bits up as the first
}

// A start is a class of first bytes, and what may follow each of them.
type start struct {
	first  string
	second func(b byte) bool // nil: anything
}

func newStarts(classes ...start) *starts {
	t := new(starts)
	for n, c := range classes {
		rare := c.second == nil
		for _, a := range []byte(c.first) {
			t.classes[a] |= 1 << (n + 8)
			rare = rare || !inMostText(a)
		}
		for b := range 0x100 {
			if c.second == nil || c.second(byte(b)) {
				t.classes[b] |= 1 << n
			}
			if rare && strings.IndexByte(c.first, byte(b)) >= 0 || !rare && c.second(byte(b)) {
				t.keys[b] = 1
			}
		}
	}
	return t
}

// inMostText reports whether a byte is one of those that most text is made of: letters, spaces and
// what the marks of typeset text begin with.
func inMostText(b byte) bool {
	return scan.Letter(b) || b == ' ' || b == 0xE2 || b == 0x80
}

// next returns the offset of the first such pair from i on, or of the last byte if that
// begins something and is not in most text, or the length of the text.
func (t *starts) next(text string, i int) int {
	from := i
	for {
		for i+8 <= len(text) && !t.hasKey(text[i:i+8]) {
			i += 8
		}
		for i < len(text) && t.keys[text[i]] == 0 {
			i++
		}
		if i == len(text) {
			return i
		}
		class := t.classes[text[i]]
		if i > from && t.classes[text[i-1]]>>8&class != 0 {
			return i - 1
		}
		if first := class >> 8; first != 0 && (i+1 == len(text) || first&t.classes[text[i+1]] != 0) {
			return i
		}
		i++
	}
}

// hasKey reports whether one of the first eight bytes of s is a key.
func (t *starts) hasKey(s string) bool {
	_ = s[7]
	return t.keys[s[0]]|t.keys[s[1]]|t.keys[s[2]]|t.keys[s[3]]|t.keys[s[4]]|t.keys[s[5]]|t.keys[s[6]]|t.keys[s[7]] != 0
}

// oneOf returns what reports whether a byte is one of those of a set.
func oneOf(set string) func(b byte) bool {
	var is [256]bool
	for _, b := range []byte(set) {
		is[b] = true
	}
	return func(b byte) bool { return is[b] }
}

// A runeSet holds a few runes, and the lowest six bits of each, by which most others are
// told from them.
type runeSet struct {
	runes string
	tails uint64
}

func newRuneSet(runes string) *runeSet {
	s := &runeSet{runes: runes}
	for _, r := range runes {
		s.tails |= 1 << (r & 63)
	}
	return s
}

func (s *runeSet) has(r rune) bool {
	return s.tails>>(r&63)&1 != 0 && strings.ContainsRune(s.runes, r)
}
