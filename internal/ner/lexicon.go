package ner

// A Lexicon is what the model knows about words apart from its weights.
type Lexicon struct {
	Clusters Lookup   // word -> 1 + number of its cluster of word vectors
	Middle   []uint16 // cluster -> the same with fewer, larger clusters
	Coarse   []uint16 // cluster -> the same with few
	Places   Lookup   // phrase -> bits of the lists that it stands in
	Names    Lookup   // phrase -> bits of the classes that it had in the training data
}

// MaxPhrase is the most tokens of a phrase in a list.
const MaxPhrase = 6

// lists is the number of bits of a list value that are used.
const lists = 16

func (x *Lexicon) cluster(word uint32) (fine, middle, coarse uint32) {
	c := x.Clusters.Find(word)
	if c == 0 || int(c) > len(x.Middle) || int(c) > len(x.Coarse) {
		return 0, 0, 0
	}
	return uint32(c), 1 + uint32(x.Middle[c-1]), 1 + uint32(x.Coarse[c-1])
}
