package ner

// A Lexicon is what the model knows about words apart from its weights.
type Lexicon struct {
	Clusters     Lookup      // word -> 1 + number of its cluster of word vectors, and smallBit
	Middle       []uint16    // cluster -> the same with fewer, larger clusters
	Coarse       []uint16    // cluster -> the same with few
	ClusterCodes []uint32    // cluster -> centroids of its vector beyond the first, see Net
	Codes        []uint32    // word, or its cluster -> centroids of its vector beyond the first
	Topics       [][]float32 // what a document is about -> weights of the coarse clusters
	Places       Lookup      // phrase -> bits of the lists that it stands in
	Names        Lookup      // phrase -> bits of the classes that it had in the training data
}

// MaxPhrase is the most tokens of a phrase in a list.
const MaxPhrase = 6

// lists is the number of bits of a list value that are used.
const lists = 16

// SetCodes gives the words their centroids; a word that has none has those of its
// cluster.
func (x *Lexicon) SetCodes(byWord map[uint32]uint32) {
	x.Codes = make([]uint32, len(x.Clusters.values))
	for i, c := range x.Clusters.values {
		x.Codes[i] = x.clusterCode(clusterOf(c))
	}
	for h, code := range byWord {
		if at := x.Clusters.find(h); at >= 0 {
			x.Codes[at] = code
		}
	}
}

// cluster sets what the vector of a word tells, or all to zero without one.
func (x *Lexicon) cluster(w *looks, form uint32) {
	w.fine, w.middle, w.coarse, w.code = 0, 0, 0, 0
	at := x.Clusters.find(form)
	if at < 0 {
		return
	}
	c := x.Clusters.values[at]
	w.small = c&smallBit != 0
	c &^= smallBit
	if c == 0 || int(c) > len(x.Middle) || int(c) > len(x.Coarse) {
		return
	}
	w.fine, w.middle, w.coarse = uint32(c), 1+uint32(x.Middle[c-1]), 1+uint32(x.Coarse[c-1])
	if len(x.Codes) > 0 {
		w.code = x.Codes[at]
	}
}
