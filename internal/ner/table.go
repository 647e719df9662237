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

// An index finds the numbers of hashes in one step. A slot holds the number of a
// hash and one in the low bits, zero for none, and above them what of the hash the
// place of the slot does not tell.
type index struct {
	slots []uint32
	bits  uint // of the number of slots
}

// newIndex makes an index of the hashes of a table.
func newIndex(t *table) index {
	x := index{bits: 4}
	for 1<<x.bits < 2*(len(t.tags)+1) {
		x.bits++
	}
	x.slots = make([]uint32, 1<<x.bits)
	mask := uint32(len(x.slots) - 1)
	for b := range buckets {
		for i := t.start[b]; i < t.start[b+1]; i++ {
			h := uint32(b)<<16 | uint32(t.tags[i])
			at := h & mask
			for x.slots[at] != 0 {
				at = (at + 1) & mask
			}
			x.slots[at] = h&^mask | (i + 1)
		}
	}
	return x
}

// findAll appends the numbers of those hashes that have one.
func (x *index) findAll(dst []int32, hashes []uint32) []int32 {
	slots := x.slots
	mask := uint32(len(slots) - 1)
	for _, h := range hashes {
		for at := h; ; at++ {
			v := slots[at&mask]
			if v == 0 {
				break
			}
			if (v^h)&^mask == 0 {
				dst = append(dst, int32(v&mask)-1)
				break
			}
		}
	}
	return dst
}
