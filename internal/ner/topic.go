package ner

import "math"

// Subjects counts the small words of the document by coarse cluster: what it is
// about.
func (d *Document) Subjects(clusters int) []float32 {
	counts := make([]float32, clusters)
	count(counts, d.words)
	return counts
}

func count(clusters []float32, words []word) {
	for i := range words {
		w := &words[i]
		if w.caps == lower && w.End-w.Start > 3 && w.coarse-1 < uint32(len(clusters)) {
			clusters[w.coarse-1]++
		}
	}
}

// topic returns the number of the topic of a document, from 1, or 0 when it has
// none: football clubs and the towns that they play in share their names.
func (x *Lexicon) topic(words []word) uint32 {
	if len(x.Topics) == 0 {
		return 0
	}
	var space [256]float32
	counts := space[:len(x.Topics[0])]
	count(counts, words)
	for i, n := range counts {
		counts[i] = float32(math.Sqrt(float64(n)))
	}
	best, at := float32(0), 0
	for t, weights := range x.Topics {
		sum := float32(0)
		for i, n := range counts {
			sum += n * weights[i]
		}
		if sum > best {
			best, at = sum, t+1
		}
	}
	return uint32(at)
}
