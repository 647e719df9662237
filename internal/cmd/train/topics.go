package main

import (
	"math"

	"github.com/copydesk-go/copydesk/internal/ner"
	"github.com/copydesk-go/copydesk/internal/token"
)

// topicCount is how many topics documents are sorted into.
const topicCount = 8

// topics fills in the topics of the lexicon: the centres of a spherical k-means
// over the subjects of the documents, of which those of few documents count for more.
func topics(x *ner.Lexicon, sources []source) {
	x.Topics = nil
	subjects := make([][]float32, len(sources))
	documents := make([]float64, coarse)
	for i, s := range sources {
		tokens := token.Append(nil, s.doc.text)
		var d ner.Document
		d.Read(x, s.doc.text, tokens, token.Sentences(nil, s.doc.text, tokens))
		subjects[i] = d.Subjects(coarse)
		for c, n := range subjects[i] {
			if n > 0 {
				documents[c]++
			}
		}
	}
	rare := make([]float32, coarse)
	for c, n := range documents {
		rare[c] = float32(math.Log(float64(len(sources)+1) / (n + 1)))
	}
	for _, s := range subjects {
		for c, n := range s {
			s[c] = float32(math.Sqrt(float64(n))) * rare[c]
		}
		toUnit(s)
	}
	centres := make([][]float32, topicCount)
	for t := range centres {
		centres[t] = subjects[t*len(subjects)/topicCount]
	}
	for range 20 {
		centres = recentred(centres, subjects)
	}
	for _, t := range centres {
		for c := range t {
			t[c] *= rare[c]
		}
	}
	x.Topics = centres
}

// recentred returns the means of the vectors that are nearest to each centre, as
// unit vectors.
func recentred(centres, vectors [][]float32) [][]float32 {
	out := make([][]float32, len(centres))
	for t := range out {
		out[t] = make([]float32, len(centres[t]))
	}
	for _, v := range vectors {
		best, at := float32(0), -1
		for t, centre := range centres {
			sum := float32(0)
			for i, x := range v {
				sum += x * centre[i]
			}
			if sum > best {
				best, at = sum, t
			}
		}
		if at >= 0 {
			for i, x := range v {
				out[at][i] += x
			}
		}
	}
	for _, t := range out {
		toUnit(t)
	}
	return out
}

// toUnit makes a vector one unit long.
func toUnit(v []float32) {
	squared := 0.0
	for _, x := range v {
		squared += float64(x) * float64(x)
	}
	scale(v, squared)
}
