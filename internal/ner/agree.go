package ner

import (
	"math"
	"slices"
)

// How much the other places of a word in the document count for its class there:
// those where it stands alone as it does here, or in a longer run as here, and the
// rest. A class that the others do not know at all loses that many times the
// logarithm of doubt.
const (
	alike  = 0.6
	unlike = 0.4
	doubt  = 0.05
)

// sure is the share of a class from which places that agree are left alone.
const sure = 0.7

// agree lets the places of a word in the document vote for its class, and labels
// the stretches again in which that changes a score. It reports whether any does.
func (d *Decoder) agree(m *Model) bool {
	any := false
	for k := range d.stretches {
		s := &d.stretches[k]
		for i := s.start; i < s.end; i++ {
			if d.repeated(i) {
				s.changed = d.persuade(m, i) || s.changed
			}
		}
		if s.changed {
			d.best(m, s.start, s.end)
			any = true
		}
	}
	return any
}

// repeated reports whether the word at i has other places in the document.
func (d *Decoder) repeated(i int) bool {
	w := &d.words[i]
	return w.run >= 0 && w.entry >= 0 && d.entries[w.entry].first != d.entries[w.entry].last
}

// repeats reports whether a stretch has words with other places in the document.
func (d *Decoder) repeats(s *stretch) bool {
	for i := s.start; i < s.end; i++ {
		if d.repeated(i) {
			return true
		}
	}
	return false
}

// vote sets the votes of the repeated words of a stretch that was weighed: how
// likely each class is there, by the words around alone.
func (d *Decoder) vote(m *Model, s *stretch) {
	labels, classes := Labels(len(m.Classes)), len(m.Classes)+1
	for i := s.start; i < s.end; i++ {
		if d.repeated(i) {
			d.shares(d.votes[i*classes:(i+1)*classes], (i-s.start)*labels, d.alive[i])
		}
	}
}

// shares sets the share of each class in the sums of a token, and of none at the
// end.
func (d *Decoder) shares(out []float32, at int, alive labelSet) {
	clear(out)
	all := float32(0)
	for alive != 0 {
		l := alive.next()
		p := d.forward[at+l] * d.backward[at+l]
		all += p
		if l == Out {
			out[len(out)-1] = p
		} else {
			out[(l-1)/4] += p
		}
	}
	for c := range out {
		out[c] /= all
		if !(out[c] >= 0) { // so in models made by no training, which overflow
			out[c] = 0
		}
	}
}

// persuade adds to the scores of the word at i what its other places say, and
// reports whether they say anything new.
func (d *Decoder) persuade(m *Model, i int) bool {
	classes := len(m.Classes) + 1
	w := &d.words[i]
	var votes [2][MaxClasses + 1]float32 // of places alike and unlike
	var count [2]float32
	seen := 0
	for j := d.entries[w.entry].first; j >= 0 && seen < occurrences; j = d.words[j].next {
		if int(j) == i {
			continue
		}
		seen++
		o := &d.words[j]
		k := 0
		if (o.runEnd-o.run == 1) != (w.runEnd-w.run == 1) {
			k = 1
		}
		count[k]++
		for c, v := range d.votes[int(j)*classes:][:classes] {
			votes[k][c] += v
		}
	}
	own := d.votes[i*classes:][:classes]
	for c, v := range own {
		if v > sure && votes[0][c]+votes[1][c] > sure*(count[0]+count[1]) {
			return false
		}
	}
	labels := Labels(len(m.Classes))
	scores := d.scores[i*labels : (i+1)*labels]
	for c := range classes {
		add := opinion(alike, votes[0][c], count[0]) + opinion(unlike, votes[1][c], count[1])
		units := int32(max(-limit, min(limit, add/float64(m.scale))))
		if c == classes-1 {
			scores[Out] += units
			continue
		}
		for p := range 4 {
			scores[LabelOf(c, p)] += units
		}
	}
	d.near[i] = m.near(scores, slices.Max(scores))
	return true
}

// opinion is what so many places add to the score of a class that has so many of
// their votes.
func opinion(weight float64, votes, count float32) float64 {
	if count == 0 {
		return 0
	}
	return weight * float64(count/(count+1)) * math.Log(float64(votes/count)+doubt)
}
