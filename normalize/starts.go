package normalize

import "strings"

// Starts marks pairs of bytes: those of which the first begins something that the second
// may go on with. A step finds the places that it must look at by them. It holds for each
// byte the classes that it is of as the second, and eight bits up as the first.
type starts [256]uint16

// A start is a class of first bytes, and what may follow each of them.
type start struct {
	first  string
	second func(b byte) bool // nil: anything
}

func newStarts(classes ...start) *starts {
	t := new(starts)
	for n, c := range classes {
		for _, a := range []byte(c.first) {
			t[a] |= 1 << (n + 8)
		}
		for b := range t {
			if c.second == nil || c.second(byte(b)) {
				t[b] |= 1 << n
			}
		}
	}
	return t
}

// next returns the offset of the first such pair from i on, or of the last byte if that
// begins something, or the length of the text.
func (t *starts) next(text string, i int) int {
	if i >= len(text) {
		return len(text)
	}
	first := t[text[i]]
	for i++; i+8 <= len(text); i += 8 {
		x := eightBytes(text[i : i+8])
		a, b, c, d := t[uint8(x)], t[uint8(x>>8)], t[uint8(x>>16)], t[uint8(x>>24)]
		e, f, g, h := t[uint8(x>>32)], t[uint8(x>>40)], t[uint8(x>>48)], t[uint8(x>>56)]
		if first>>8&a|a>>8&b|b>>8&c|c>>8&d|d>>8&e|e>>8&f|f>>8&g|g>>8&h != 0 {
			break
		}
		first = h
	}
	for ; i < len(text); i++ {
		second := t[text[i]]
		if first>>8&second != 0 {
			return i - 1
		}
		first = second
	}
	if first>>8 != 0 {
		i--
	}
	return i
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
