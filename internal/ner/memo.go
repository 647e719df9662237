package ner

import "math/bits"

// A memo keeps sums by what they are sums of, in sets: of a set, it forgets the one
// that was asked for longest ago. Keys are hashes of all that a sum depends on.
type memo[T any] struct {
	sets [][ways]uint64 // the keys, those asked for last first; the last bits of one are the place of its sum
	sums []T
}

const ways = 4

// newMemo returns a memo of so many sums, a power of two.
func newMemo[T any](size int) memo[T] {
	m := memo[T]{make([][ways]uint64, max(size/ways, 1)), make([]T, max(size, ways))}
	for i := range m.sets {
		m.sets[i] = [ways]uint64{0, 1, 2, 3}
	}
	return m
}

// keyOf makes a hash a key, of which none is that of a free place.
func keyOf(hash uint64) uint64 { return hash&^(ways-1) | 1<<63 }

// set returns where the keys of a set are, and where its sums start.
func (m *memo[T]) set(key uint64) (set *[ways]uint64, sums int) {
	at := int(key / ways & uint64(len(m.sets)-1))
	return &m.sets[at], ways * at
}

// find returns a sum, or nil.
func (m *memo[T]) find(hash uint64) *T {
	key := keyOf(hash)
	s, at := m.set(key)
	for k, v := range s {
		if v&^(ways-1) == key {
			for ; k > 0; k-- {
				s[k] = s[k-1]
			}
			s[0] = v
			return &m.sums[at+int(v%ways)]
		}
	}
	return nil
}

// put returns the place for a sum that was not found, in which is another.
func (m *memo[T]) put(hash uint64) *T {
	key := keyOf(hash)
	s, at := m.set(key)
	v := s[ways-1] % ways
	for k := ways - 1; k > 0; k-- {
		s[k] = s[k-1]
	}
	s[0] = key | v
	return &m.sums[at+int(v)]
}

// How many words and sums a decoder keeps at most: no more than there are of what they
// are made of.
const (
	wordMemo = 1 << 13
	rowMemo  = 1 << 14
	netMemo  = 1 << 13
)

// memoSize returns how many to keep of sums that so many things make: a power of two.
func memoSize(things, most int) int { return min(1<<bits.Len(uint(things)), most) }

// mix64 hashes two numbers.
func mix64(a, b uint64) uint64 {
	h := (a ^ b*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9
	return h ^ h>>29
}
