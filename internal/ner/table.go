package ner

import "slices"

// A table is a set of 32-bit hashes, numbered in their order: the upper half of
// a hash picks a bucket, the lower half is looked for in it.
type table struct {
	uppers
	tags []uint16
}

// uppers tell which entries of a table have the same upper half.
type uppers struct {
	start []uint32 // of the entries of each upper half, and the end of the last
	few   []uint16 // where there are few entries, the upper halves of these instead
}

const (
	buckets = 1 << 16
	few     = 1 << 10
)

// newTable makes a table of sorted, distinct hashes. It fails when a bucket
// would hold more than the file format can count.
func newTable(sorted []uint32) (table, bool) {
	t := table{tags: make([]uint16, len(sorted))}
	for i, h := range sorted {
		t.tags[i] = uint16(h)
	}
	if len(sorted) < few {
		t.few = make([]uint16, len(sorted))
		for i, h := range sorted {
			t.few[i] = uint16(h >> 16)
		}
		return t, true
	}
	t.start = make([]uint32, buckets+1)
	for _, h := range sorted {
		t.start[h>>16+1]++
	}
	ok := true
	for b := range buckets {
		ok = ok && t.start[b+1] <= 255
		t.start[b+1] += t.start[b]
	}
	return t, ok
}

// bucket returns the first of the entries of an upper half, and the end of these.
func (u *uppers) bucket(upper uint32) (first, end uint32) {
	if u.start == nil {
		return u.search(upper)
	}
	return u.start[upper], u.start[upper+1]
}

func (u *uppers) search(upper uint32) (first, end uint32) {
	i, _ := slices.BinarySearch(u.few, uint16(upper))
	n := i
	for n < len(u.few) && u.few[n] == uint16(upper) {
		n++
	}
	return uint32(i), uint32(n)
}

// all calls see for each entry, with its upper half.
func (u *uppers) all(see func(i int, upper uint32)) {
	for i, upper := range u.few {
		see(i, uint32(upper))
	}
	for b := range max(len(u.start), 1) - 1 {
		for i := u.start[b]; i < u.start[b+1]; i++ {
			see(int(i), uint32(b))
		}
	}
}

// find returns the number of h, or -1.
func (t *table) find(h uint32) int {
	if len(t.tags) == 0 {
		return -1
	}
	tag := uint16(h)
	for i, end := t.bucket(h >> 16); i < end; i++ {
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
// pick a bucket, whose seed multiplies the hash. Some bits of the product are the
// place of its slot, where no other hash has its place: a slot holds the product
// with its number plus one in the place of these bits, or zero.
type index struct {
	seeds *[seeds]uint16 // of the buckets, odd
	slots []uint32
}

const (
	seedBits = 14
	seeds    = 1 << seedBits
	below    = 12 // bits of a product below those of the place
	spreader = 0x9E3779B1
)

// product multiplies a hash by odd numbers, so that no two give the same.
func product(h uint32, seed uint16) uint32 { return h * spreader * uint32(seed) }

// newIndex makes an index of the hashes of a table. It fails if some of them are the
// same, or are made to get into each other's way.
// The number that it gives is the place of a row, by the classes of use.
func newIndex(t *table, use []uint8) (index, bool) {
	buckets := t.bySeed(places(use))
	size := 1 << 7 // so that no bit in which hashes of a bucket differ is above those of the place
	for size < len(t.tags)+len(t.tags)/8+1 {
		size *= 2
	}
	for range 2 {
		x := index{new([seeds]uint16), make([]uint32, size)}
		for b := range x.seeds {
			x.seeds[b] = 1
		}
		if size <= 1<<(31-below) && x.place(buckets) {
			return x, true
		}
		size *= 2
	}
	return index{}, false
}

// A numbered hash is one of a table.
type numbered struct{ hash, number uint32 }

// bySeed returns what the table holds, with the numbers it is to have, by buckets of an
// index, those of most first.
func (t *table) bySeed(numbers []int32) (buckets [][]numbered) {
	all := make([]numbered, 0, len(t.tags))
	t.all(func(i int, upper uint32) {
		all = append(all, numbered{upper<<16 | uint32(t.tags[i]), uint32(numbers[i])})
	})
	for start, i := 0, 1; i <= len(all); i++ {
		if i == len(all) || all[i].hash>>(32-seedBits) != all[start].hash>>(32-seedBits) {
			buckets = append(buckets, all[start:i])
			start = i
		}
	}
	return byLength(buckets)
}

// byLength returns lists in the order of their lengths, the longest first, and those of
// one length as they were.
func byLength[T any](lists [][]T) [][]T {
	longest := 0
	for _, l := range lists {
		longest = max(longest, len(l))
	}
	next := make([]int, longest+2) // place of the next list that is so much shorter, plus one
	for _, l := range lists {
		next[longest-len(l)+1]++
	}
	for i := range longest {
		next[i+1] += next[i]
	}
	out := make([][]T, len(lists))
	for _, l := range lists {
		at := &next[longest-len(l)]
		out[*at] = l
		*at++
	}
	return out
}

// place gives the hashes their slots: those of the fullest buckets first, while most
// slots are free.
func (x *index) place(buckets [][]numbered) bool {
	for _, b := range buckets {
		if !x.seed(b) {
			return false
		}
	}
	return true
}

// seed finds the seed of a bucket that gives its hashes slots that are free.
func (x *index) seed(bucket []numbered) bool {
	mask := uint32(len(x.slots) - 1)
	for seed := 1; seed < 1<<16; seed += 2 {
		k := 0
		for ; k < len(bucket); k++ {
			p := product(bucket[k].hash, uint16(seed))
			at := p >> below & mask
			if x.slots[at] != 0 {
				break
			}
			x.slots[at] = p&^(mask<<below) | (bucket[k].number+1)<<below
		}
		if k == len(bucket) {
			x.seeds[bucket[0].hash>>(32-seedBits)] = uint16(seed)
			return true
		}
		for _, b := range bucket[:k] {
			x.slots[product(b.hash, uint16(seed))>>below&mask] = 0
		}
	}
	return false
}

// findAll appends the numbers of those hashes that have one. There is nothing to
// guess in the loop for the processor, so that it waits for the memory of many
// hashes at once.
func (x *index) findAll(dst []int32, hashes []uint32) []int32 {
	dst = slices.Grow(dst, len(hashes))
	n := x.look(dst[len(dst):cap(dst)], hashes)
	return dst[:len(dst)+n]
}

// find returns the number of a hash, or -1.
func (x *index) find(h uint32) int32 {
	var one [1]int32
	if x.look(one[:], []uint32{h}) == 0 {
		return -1
	}
	return one[0]
}

// look sets the first of out, which has room for all, to the numbers, and returns how
// many there are.
func (x *index) look(out []int32, hashes []uint32) (n int) {
	seeds, slots := x.seeds[:], x.slots
	place := uint32(len(slots)-1) << below
	rest := ^place
	for _, h := range hashes {
		p := product(h, seeds[h>>(32-seedBits)])
		v := slots[p&place>>below]
		other := (v ^ p) & rest
		v &= place
		out[n] = int32(v>>below) - 1
		n += int(1 - (uint64(v)-1|-uint64(other))>>63) // neither is v zero nor other not
	}
	return n
}
