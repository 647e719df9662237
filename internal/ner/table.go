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
