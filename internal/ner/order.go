package ner

import "math/bits"

// Rows that texts ask for often stand side by side, so that few pages of memory hold
// what most words need. How often a row is asked for is a class of four bits.

const classesOfUse = 16

// places returns where the row of each number stands, given their classes: those of
// the highest class first.
func places(classes []uint8) []int32 {
	var next [classesOfUse + 1]int32
	for _, c := range classes {
		next[classesOfUse-1-c%classesOfUse+1]++
	}
	for c := range classesOfUse {
		next[c+1] += next[c]
	}
	at := make([]int32, len(classes))
	for i, c := range classes {
		k := classesOfUse - 1 - c%classesOfUse
		at[i] = next[k]
		next[k]++
	}
	return at
}

// Uses counts how often documents ask for the rows of a model.
type Uses struct {
	model    *Model
	features []int // by number in the table
	traits   []int
	seen     []uint32
	view     View
}

// Uses returns counts of nothing yet.
func (m *Model) Uses() *Uses {
	u := &Uses{model: m, features: make([]int, len(m.features.tags))}
	if m.net != nil {
		u.traits = make([]int, len(m.net.known.tags))
	}
	return u
}

// Add counts what a document that was read asks for.
func (u *Uses) Add(d *Document) {
	start := 0
	for s, end := range d.Sentences {
		for i := start; i < end; i++ {
			if d.quiet(i, start, end) {
				continue
			}
			u.seen = d.Features(u.seen[:0], s, i, start, end)
			countAll(u.features, &u.model.features, u.seen)
			if u.traits != nil && d.Active(i, start, end) {
				d.View(&u.view, s, i, start, end)
				countAll(u.traits, &u.model.net.known, u.view.Traits)
			}
		}
		start = end
	}
}

func countAll(uses []int, t *table, hashes []uint32) {
	for _, h := range hashes {
		if i := t.find(h); i >= 0 {
			uses[i]++
		}
	}
}

// Arrange puts the rows of a model in the order of their uses.
func (m *Model) Arrange(u *Uses) {
	m.rows, m.use = arranged(m.rows, m.use, u.features)
	if m.net != nil {
		m.net.traits, m.net.use = arranged(m.net.traits, m.net.use, u.traits)
	}
	m.prepare()
}

// arranged returns rows in the order of their uses, and the classes of these.
func arranged[T any](rows []T, was []uint8, uses []int) ([]T, []uint8) {
	classes := make([]uint8, len(uses))
	for i, n := range uses {
		classes[i] = uint8(min(bits.Len(uint(n)), classesOfUse-1))
	}
	out := make([]T, len(rows))
	from, to := places(was), places(classes)
	for i := range rows {
		out[to[i]] = rows[from[i]]
	}
	return out, classes
}
