package ner

import (
	"math/bits"
	"slices"
)

// A memo keeps sums by what they are sums of. It forgets what another takes the
// place of. Keys are hashes of all that a sum depends on.
type memo[T any] struct{ kept []kept[T] }

type kept[T any] struct {
	key uint64
	sum T
}

// get returns the place of a key, and whether its sum is there.
func (m *memo[T]) get(key uint64, size int) (sum *T, ok bool) {
	if m.kept == nil {
		m.kept = make([]kept[T], size)
	}
	key |= 1 << 63 // none is zero
	k := m.place(key)
	if k.key == key {
		return &k.sum, true
	}
	k.key = key
	return &k.sum, false
}

// place returns where a key and its sum are kept.
func (m *memo[T]) place(key uint64) *kept[T] { return &m.kept[key&uint64(len(m.kept)-1)] }

// How many words and sums a decoder keeps at most: no more than there are of what they
// are made of.
const (
	wordMemo = 1 << 12
	rowMemo  = 1 << 14
	netMemo  = 1 << 13
)

// memoSize returns how many to keep of sums that so many things make: a power of two.
func memoSize(things, most int) int { return min(1<<bits.Len(uint(things)), most) }

// mix64 hashes two numbers.
func mix64(a, b uint64) uint64 {
	h := (a ^ b*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9
	return h ^ h>>29
}

// identify sets what stands for all that features see of the word but for lists.
func (w *looks) identify() {
	h := mix64(uint64(w.form)<<32|uint64(w.suffix[3]), uint64(w.shape)<<32|uint64(w.prefix[2]))
	h = mix64(h, uint64(w.fine)<<32|uint64(w.code))
	w.hash = mix64(h, uint64(w.suffix[1])<<32|uint64(w.coarse)<<8|uint64(w.caps))
}

// plain is how far Out is before the other labels, as a logarithm, by a small word
// or a mark alone, when the words around need not be looked at.
const plain = 0.8

// plainThere is the same by the words beside it too.
const plainThere = 0.8

// inside reports whether a small word may well stand inside a name: between words
// that are not small, or behind a hyphen.
func (c *site) inside() bool {
	return c.p.striking() && c.n.striking() || c.w.caps == lower && c.w.glued&1 != 0
}

// quieten leaves Out alone among the labels of token i.
func (d *Decoder) quieten(i int, scores []int32) {
	scores[Out] = 0
	d.near[i] = 0
}

// score sets the scores of a token, and finds the labels that are near the best.
func (d *Decoder) score(m *Model, c *site, scores []int32) {
	var t rowSum
	d.join(m, &t, groupOwn, c.w.id, uint64(c.caps)<<8|uint64(d.spaced)<<4, c)
	small := !c.w.striking()
	if small && !c.inside() && t.lead > m.lead(plain) {
		d.quieten(c.i, scores)
		return
	}
	d.join(m, &t, groupBefore, c.p.id, uint64(c.caps)<<8, c)
	d.join(m, &t, groupAfter, c.n.id, uint64(c.caps)<<8, c)
	if small && !c.inside() && t.outLead(len(scores)) > m.lead(plainThere) {
		d.quieten(c.i, scores)
		return
	}
	d.features = d.counted(d.loose(d.features[:0], c), c.w)
	d.rows = m.rowOf.findAll(d.rows[:0], d.features)
	if c.w.run >= 0 {
		d.addWindow(m, c)
	}
	var space [occurrences]int32
	if places := d.others(space[:0], c, occurrences); len(places) > 0 {
		d.addPlaces(m, places)
	}
	t.addRows(m.rows, d.rows)
	d.second(m, c, &t, scores)
}

// join adds the sum of a group of features, which hang on a word and on bits 4 and
// up of what is around it.
func (d *Decoder) join(m *Model, t *rowSum, group int, word, around uint64, c *site) {
	sum, ok := d.rowSums.get(mix64(word, around|uint64(group)), m.sums)
	if !ok {
		*sum = rowSum{}
		d.features = d.group(d.features[:0], group, c)
		d.rows = m.rowOf.findAll(d.rows[:0], d.features)
		sum.addRows(m.rows, d.rows)
		if group == groupOwn {
			sum.lead = sum.outLead(Labels(len(m.Classes)))
		}
	}
	t.join(sum)
	if group == groupOwn {
		t.lead = sum.lead
	}
}

// lead returns a lead as sums of codes have it.
func (m *Model) lead(logarithm float32) int32 { return int32(logarithm/m.scale) / m.grid.step }

// outLead returns how far the sum of Out is before those of the other labels.
func (t *rowSum) outLead(labels int) int32 {
	var sums [8 * stride]int32
	t.spread(&sums)
	return sums[Out] - slices.Max(sums[1:labels])
}

// addWindow adds the rows of the words around a run.
func (d *Decoder) addWindow(m *Model, c *site) {
	for k := 2; k <= window; k++ {
		if row := d.farRows(m, c.i-k, c)[0]; row >= 0 {
			d.rows = append(d.rows, row)
		}
		if row := d.farRows(m, c.i+k, c)[1]; row >= 0 {
			d.rows = append(d.rows, row)
		}
	}
}

// farRows returns the rows of token i, of the sentence of a site or beyond it, as a word
// before and after others, or -1. They are looked up once.
func (d *Decoder) farRows(m *Model, i int, c *site) [2]int32 {
	if i < c.start || i >= c.end {
		return m.beyond
	}
	rows := &d.far[i]
	if rows[0] == unknownRow {
		*rows = m.farRows(&d.words[i])
	}
	return *rows
}

// unknownRow stands for a row that was not looked up.
const unknownRow = -2

func (m *Model) farRows(w *word) [2]int32 {
	return [2]int32{m.rowOf.find(farBefore(w)), m.rowOf.find(farAfter(w))}
}

// addPlaces adds the rows of the features of other places of a word, each once.
func (d *Decoder) addPlaces(m *Model, places []int32) {
	from := len(d.rows)
	var seen [32]uint64 // rows, by their last bits
	for _, j := range places {
		for _, row := range d.occurrenceRows(m, int(j)) {
			word, bit := &seen[row>>6&31], uint64(1)<<(row&63)
			if *word&bit == 0 || !contains(d.rows[from:], row) {
				*word |= bit
				d.rows = append(d.rows, row)
			}
		}
	}
}

// occurrenceRows returns the rows of the features of token i as another place of a
// word. They are looked up once.
func (d *Decoder) occurrenceRows(m *Model, i int) []int32 {
	o := &d.places[i]
	if o.n < 0 {
		features := d.occurrence(i)
		o.at = int32(len(d.placeRows))
		d.placeRows = m.rowOf.findAll(d.placeRows, features[:])
		o.n = int32(len(d.placeRows)) - o.at
	}
	return d.placeRows[o.at : o.at+o.n]
}

// second gives the net its say in the scores of a token where the field is in doubt,
// and finds the labels that are near the best then.
func (d *Decoder) second(m *Model, c *site, t *rowSum, scores []int32) {
	var sums [8 * stride]int32
	t.spread(&sums)
	own := sums[:len(scores)]
	best := slices.Max(own)
	top := (best + m.grid.low*t.rows) * m.grid.step
	asked := m.net != nil && m.unsure(own, best, c) && d.Active(c.i, c.start, c.end)
	var near labelSet
	bar := top - m.width
	low := m.grid.low * t.rows
	if !asked && m.net != nil && c.w.capital() {
		bar = int32(alone*float32(top)) - m.width
		for l, v := range own {
			v = int32(alone * float32((v+low)*m.grid.step))
			scores[l] = v
			if v >= bar {
				near |= 1 << (l % lanes)
			}
		}
		d.near[c.i] = near
		return
	}
	for l, v := range own {
		v = (v + low) * m.grid.step
		scores[l] = v
		if v >= bar {
			near |= 1 << (l % lanes)
		}
	}
	d.near[c.i] = near
	if asked {
		d.ask(m, c, scores)
		d.near[c.i] = m.near(scores, slices.Max(scores))
	}
}

// reach looks at what is kept of sights, so that the memory of all of them is waited
// for at once.
func (d *Decoder) reach(sights []sight) {
	if d.netSums.kept == nil {
		return
	}
	seen := uint64(0)
	for _, x := range sights {
		s := d.netSums.place(mix64(x.word.id, uint64(x.slot)))
		seen |= s.key | s.sum.even[hiddenWords/2] | s.sum.odd[0] | s.sum.odd[hiddenWords/2]
	}
	d.reached = seen
}

// unsure reports whether the net may change the best label of a word: another is near
// it in the sums of the field.
func (m *Model) unsure(sums []int32, best int32, c *site) bool {
	bar := best - m.doubt(c)/m.grid.step
	n := 0
	for _, v := range sums {
		if v >= bar {
			n++
		}
	}
	return n > 1
}

// ask mixes the scores of the net into those of a token.
func (d *Decoder) ask(m *Model, c *site, scores []int32) {
	var t netSum
	var space [maxSights]sight
	sights := d.sights(space[:0], c)
	d.reach(sights)
	for _, x := range sights {
		sum, ok := d.netSums.get(mix64(x.word.id, uint64(x.slot)), min(m.sums, netMemo))
		if !ok {
			d.netRows = m.net.slotRows(d.netRows[:0], x)
			sum.setCentroids(d.netRows, m.net.grid)
			if x.near() {
				d.features = x.traits(d.features[:0])
				d.netRows = m.net.traitRows(d.netRows[:0], d.features)
				sum.addRows(d.netRows, m.net.fine)
			}
		}
		t.join(sum)
	}
	d.features = d.traits(d.features[:0], c)
	d.netRows = m.net.traitRows(d.netRows[:0], d.features)
	t.addRows(d.netRows, m.net.fine)
	m.net.mix(&t, scores)
}
