package normalize

// Starts marks pairs of bytes: those of which the first begins something that the second
// may go on with. A step finds the places that it must look at by them.
type starts struct{ first, second [256]uint8 }

// A start is a class of first bytes, and what may follow each of them.
type start struct {
	first  string
	second func(b byte) bool // nil: anything
}

func newStarts(classes ...start) *starts {
	t := new(starts)
	for n, c := range classes {
		bit := uint8(1) << n
		for _, a := range []byte(c.first) {
			t.first[a] |= bit
		}
		for b := range t.second {
			if c.second == nil || c.second(byte(b)) {
				t.second[b] |= bit
			}
		}
	}
	return t
}

// next returns the offset of the first such pair from i on, or of the last byte if that
// begins something, or the length of the text.
func (t *starts) next(text string, i int) int {
	for ; i+1 < len(text); i++ {
		if t.first[text[i]]&t.second[text[i+1]] != 0 {
			return i
		}
	}
	if i < len(text) && t.first[text[i]] == 0 {
		i++
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
