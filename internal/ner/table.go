package ner

import "slices"

// A table is a set of 32-bit hashes, numbered in their order: the upper half of
// a hash picks a bucket, the lower half is looked for in it.
type table struct {
	start []uint32 // of each bucket in tags, and the end of the last
	tags  []uint16
}

const buckets = 1 << 16

// newTable makes a table of sorted, distinct hashes. It fails when a bucket
// would hold more than the file format can count.
func newTable(sorted []uint32) (table, bool) {
	t := table{start: make([]uint32, buckets+1), tags: make([]uint16, len(sorted))}
	for i, h := range sorted {
		t.tags[i] = uint16(h)
		t.start[h>>16+1]++
	}
	ok := true
	for b := range buckets {
		ok = ok && t.start[b+1] <= 255
		t.start[b+1] += t.start[b]
	}
	return t, ok
}

// find returns the number of h, or -1.
func (t *table) find(h uint32) int {
	if len(t.tags) == 0 {
		return -1
	}
	b, tag := h>>16, uint16(h)
	for i, end := t.start[b], t.start[b+1]; i < end; i++ {
		if t.tags[i] == tag {
			return int(i)
		}
	}
	return -1
}

// A Lookup is a table with a value for each hash.
type Lookup struct {
	table
	values []uint16
}

// NewLookup packs m.
func NewLookup(m map[uint32]uint16) Lookup {
	keys := make([]uint32, 0, len(m))
	for h := range m {
		keys = append(keys, h)
	}
	slices.Sort(keys)
	var l Lookup
	l.table, _ = newTable(keys)
	for _, h := range keys {
		l.values = append(l.values, m[h])
	}
	return l
}

// Find returns the value of h, or 0.
func (l *Lookup) Find(h uint32) uint16 {
	if i := l.find(h); i >= 0 {
		return l.values[i]
	}
	return 0
}

// An index finds the numbers of hashes with one look each. The upper bits of a hash
// pick a bucket, whose seed multiplies the hash: the upper bits of the product are
// the place of its slot, where no other hash has its place. A slot holds a number
// plus one, zero for none, above the lower bits of the product.
type index struct {
	seeds []uint16 // of the buckets
	slots []uint32
	shift uint // from a hash to its bucket
	down  uint // from a product to its slot
}

// spreader is an odd number, so that no two hashes have the same product.
const spreader = 0x9E3779B1

func product(h uint32, seed uint16) uint32 { return h * spreader * (2*uint32(seed) + 1) }

// newIndex makes an index of the hashes of a table. It fails if some of them are the
// same, or are made to get into each other's way.
func newIndex(t *table) (index, bool) {
	bits := uint(4)
	for 1<<bits < len(t.tags)+len(t.tags)/8+1 {
		bits++
	}
	hashes := t.hashes()
	for end := bits + 2; bits < end; bits++ {
		x := index{shift: 32 - min(bits-2, 16), down: 32 - bits}
		if x.place(hashes) {
			return x, true
		}
	}
	return index{}, false
}

// hashes returns what the table holds.
func (t *table) hashes() []uint32 {
	out := make([]uint32, 0, len(t.tags))
	for b := range max(len(t.start), 1) - 1 {
		for _, tag := range t.tags[t.start[b]:t.start[b+1]] {
			out = append(out, uint32(b)<<16|uint32(tag))
		}
	}
	return out
}

// place gives the hashes, which are in ascending order, their slots: those of the
// fullest buckets first, while most slots are free.
func (x *index) place(hashes []uint32) bool {
	x.seeds, x.slots = make([]uint16, 1<<(32-x.shift)), make([]uint32, 1<<(32-x.down))
	ends := make([]int, len(x.seeds)) // of each bucket in hashes
	for _, h := range hashes {
		ends[h>>x.shift]++
	}
	bySize := make([]int, len(ends))
	for b := range ends {
		bySize[b] = b
	}
	slices.SortStableFunc(bySize, func(a, b int) int { return ends[b] - ends[a] })
	for b := 1; b < len(ends); b++ {
		ends[b] += ends[b-1]
	}
	for _, b := range bySize {
		start := 0
		if b > 0 {
			start = ends[b-1]
		}
		if start < ends[b] && !x.seed(b, hashes[start:ends[b]], start) {
			return false
		}
	}
	return true
}

// seed finds the seed of a bucket that gives its hashes, numbered from first, slots
// that are free.
func (x *index) seed(bucket int, hashes []uint32, first int) bool {
	for seed := range 1 << 16 {
		k := 0
		for ; k < len(hashes); k++ {
			p := product(hashes[k], uint16(seed))
			if x.slots[p>>x.down] != 0 {
				break
			}
			x.slots[p>>x.down] = uint32(first+k+1)<<x.down | p&(1<<x.down-1)
		}
		if k == len(hashes) {
			x.seeds[bucket] = uint16(seed)
			return true
		}
		for _, h := range hashes[:k] {
			x.slots[product(h, uint16(seed))>>x.down] = 0
		}
	}
	return false
}

// findAll appends the numbers of those hashes that have one. There is nothing to
// guess in the loop for the processor, so that it waits for the memory of many
// hashes at once.
func (x *index) findAll(dst []int32, hashes []uint32) []int32 {
	dst = slices.Grow(dst, len(hashes))
	out := dst[len(dst):cap(dst)]
	seeds, slots, low := x.seeds, x.slots, uint32(1)<<x.down-1
	shift, down := x.shift&31, x.down&31
	n := 0
	for _, h := range hashes {
		p := product(h, seeds[h>>shift])
		v := slots[p>>down]
		number := v >> down
		out[n] = int32(number) - 1
		found := 0
		if number != 0 {
			found = 1
		}
		if (v^p)&low != 0 {
			found = 0
		}
		n += found
	}
	return dst[:len(dst)+n]
}
