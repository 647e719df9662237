package ner

// A Lexicon is what the model knows about words apart from its weights.
type Lexicon struct {
	Clusters     Words
	Middle       []uint16    // cluster -> the same with fewer, larger clusters
	Coarse       []uint16    // cluster -> the same with few
	ClusterCodes []uint32    // cluster -> centroids of its vector beyond the first, see Net
	Topics       [][]float32 // what a document is about -> weights of the coarse clusters
	Places       Lookup      // phrase -> bits of the lists that it stands in
	Names        Lookup      // phrase -> bits of the classes that it had in the training data

	together table  // pairs of words that have capitals together, see SetTogether
	phrases  filter // the phrases of Places and Names; nil lets all through
}

// Words are what the lexicon knows of each word. What is known of one lies side by side
// in memory.
type Words struct {
	uppers  // see table
	entries []wordEntry
}

type wordEntry struct {
	tag     uint16
	cluster uint16 // 1 + number of its cluster of word vectors, and smallBit
	code    uint32 // centroids of its vector, or of its cluster's, beyond the first
}

// NewWords packs the clusters of words, counted from 1.
func NewWords(clusters map[uint32]uint16) Words {
	return newWords(NewLookup(clusters))
}

func newWords(l Lookup) Words {
	w := Words{l.uppers, make([]wordEntry, len(l.values))}
	for i, v := range l.values {
		w.entries[i] = wordEntry{tag: l.tags[i], cluster: v}
	}
	return w
}

// lookup returns the words with their clusters as a file has them.
func (x *Words) lookup() Lookup {
	l := Lookup{table{x.uppers, make([]uint16, len(x.entries))}, make([]uint16, len(x.entries))}
	for i, e := range x.entries {
		l.tags[i], l.values[i] = e.tag, e.cluster
	}
	return l
}

// find returns what is known of a word, or nil.
func (x *Words) find(h uint32) *wordEntry {
	if len(x.entries) == 0 {
		return nil
	}
	tag := uint16(h)
	first, end := x.bucket(h >> 16)
	entries := x.entries[first:end]
	for i := range entries {
		if entries[i].tag == tag {
			return &entries[i]
		}
	}
	return nil
}

// reach looks at what is known of words, in next to no time for each.
func (x *Words) reach(forms []uint32) (seen uint64) {
	if x.start == nil {
		return 0
	}
	for _, h := range forms {
		seen |= uint64(x.start[h>>16])
	}
	for _, h := range forms {
		at := min(int(x.start[h>>16]), len(x.entries)-1)
		seen |= uint64(x.entries[at].code)
	}
	return seen
}

// small reports whether a word is usually written in lower case.
func (x *Words) small(h uint32) bool {
	e := x.find(h)
	return e != nil && e.cluster&smallBit != 0
}

// MaxPhrase is the most tokens of a phrase in a list.
const MaxPhrase = 6

// lists is the number of bits of a list value that are used.
const lists = 16

// SetCodes gives the words their centroids; a word that has none has those of its
// cluster.
func (x *Lexicon) SetCodes(byWord map[uint32]uint32) {
	for i := range x.Clusters.entries {
		e := &x.Clusters.entries[i]
		e.code = x.clusterCode(clusterOf(e.cluster))
	}
	for h, code := range byWord {
		if e := x.Clusters.find(h); e != nil {
			e.code = code
		}
	}
}

// cluster sets what the vector of a word tells, or all to zero without one.
func (x *Lexicon) cluster(w *looks, form uint32) {
	w.fine, w.middle, w.coarse, w.code = 0, 0, 0, 0
	e := x.Clusters.find(form)
	if e == nil {
		return
	}
	w.small = e.cluster&smallBit != 0
	c := e.cluster &^ smallBit
	if c == 0 || int(c) > len(x.Middle) || int(c) > len(x.Coarse) {
		return
	}
	w.fine, w.middle, w.coarse, w.code = uint32(c), 1+uint32(x.Middle[c-1]), 1+uint32(x.Coarse[c-1]), e.code
}

// A filter knows most hashes that are not in a set, by a word of 64 bits for each: the
// lower half of a hash picks it, the upper half two of its bits.
type filter []uint64

// filterWords is the most words of a filter; the fewest are one.
const filterWords = 1 << 15

func newFilter(sets ...*table) filter {
	n := 0
	for _, t := range sets {
		n += len(t.tags)
	}
	f := make(filter, memoSize(n, filterWords))
	for _, t := range sets {
		t.all(func(i int, upper uint32) {
			h := upper<<16 | uint32(t.tags[i])
			f[f.word(h)] |= filterBits(h)
		})
	}
	return f
}

// word returns which word a hash picks.
func (f filter) word(h uint32) int { return int(h) & (len(f) - 1) }

func filterBits(h uint32) uint64 { return 1<<(h>>26) | 1<<(h>>20&63) }

// may reports whether a hash may be in the set.
func (f filter) may(h uint32) bool {
	bits := filterBits(h)
	return f == nil || f[f.word(h)]&bits == bits
}
