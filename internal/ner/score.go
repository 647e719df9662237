package ner

import "slices"

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
func (d *Decoder) quieten(m *Model, i int) {
	d.scores[i*Labels(len(m.Classes))+Out] = 0
	d.near[i] = 0
}

// A task is a token whose scores are to be found.
type task struct {
	site
	sum  rowSum
	kept [groups]*rowSum  // sums of groups that the memo has
	rows [groups]rowRange // of groups that it does not have, and at last of what is no group's
}

// add adds token i of sentence s, [start, end), to the tasks.
func (d *Decoder) add(s, i, start, end int) {
	n := len(d.tasks)
	d.tasks = slices.Grow(d.tasks, 1)[:n+1]
	t := &d.tasks[n]
	t.sum = rowSum{}
	d.set(&t.site, s, i, start, end)
}

// score sets the scores of the tasks, and finds the labels that are near the best. All
// tasks take each step together, see batch.
func (d *Decoder) score(m *Model) {
	d.todo = d.todo[:0]
	for k := range d.tasks {
		d.todo = append(d.todo, &d.tasks[k])
	}
	d.sumGroups(m, groupOwn, groupOwn)
	d.settle(m, false)
	d.sumGroups(m, groupBefore, groupAfter)
	d.settle(m, true)
	d.rows = d.rows[:0]
	for _, t := range d.todo {
		d.look(m, t)
	}
	d.reached |= reachRows(m.rows, d.rows)
	d.asked = d.asked[:0]
	for _, t := range d.todo {
		t.sum.addRows(m.rows, part(d.rows, t.rows[0]))
		d.second(m, t)
	}
	d.ask(m)
	d.tasks = d.tasks[:0]
}

// settle takes the tasks off the list that are small words which stand for themselves:
// by what they are alone or, then, by the words beside them too.
func (d *Decoder) settle(m *Model, beside bool) {
	left := d.todo[:0]
	for _, t := range d.todo {
		if !t.w.striking() && !t.inside() {
			lead, bar := t.sum.lead, m.lead(plain)
			if beside {
				lead, bar = t.sum.outLead(Labels(len(m.Classes))), m.lead(plainThere)
			}
			if lead > bar {
				d.quieten(m, t.i)
				continue
			}
		}
		left = append(left, t)
	}
	d.todo = left
}

// hash returns the key of the sum of a group of features, which hang on a word and on
// what is around it.
func (t *task) hash(d *Decoder, group int) uint64 {
	switch group {
	case groupOwn:
		return mix64(t.w.id, uint64(t.caps)<<8|uint64(d.spaced)<<4)
	case groupBefore:
		return mix64(t.p.id, uint64(t.caps)<<8|groupBefore)
	}
	return mix64(t.n.id, uint64(t.caps)<<8|groupAfter)
}

// sumGroups adds the sums of the groups from first to last to those of the tasks.
func (d *Decoder) sumGroups(m *Model, first, last int) {
	d.rows = d.rows[:0]
	seen := uint64(0)
	for _, t := range d.todo {
		for g := first; g <= last; g++ {
			t.kept[g] = d.rowSums.find(t.hash(d, g))
			if s := t.kept[g]; s != nil {
				seen |= s.even[0] | s.odd[stride-1]
				continue
			}
			d.features = d.group(d.features[:0], g, &t.site)
			from := len(d.rows)
			d.rows = m.rowOf.findAll(d.rows, d.features)
			d.addClusters(m, g, t.word(g))
			t.rows[g] = rowRange{int32(from), int32(len(d.rows) - from)}
		}
	}
	d.reached |= seen | reachRows(m.rows, d.rows)
	for _, t := range d.todo {
		for g := first; g <= last; g++ {
			if s := t.kept[g]; s != nil {
				t.sum.join(s)
				t.sum.lead += s.lead
			}
		}
	}
	for _, t := range d.todo {
		for g := first; g <= last; g++ {
			if t.kept[g] == nil {
				d.sumGroup(m, t, g)
			}
		}
	}
}

// sumGroup adds the sum of a group that the memo does not have, and keeps it.
func (d *Decoder) sumGroup(m *Model, t *task, group int) {
	sum := d.rowSums.put(t.hash(d, group))
	*sum = rowSum{}
	sum.addRows(m.rows, part(d.rows, t.rows[group]))
	if group == groupOwn {
		sum.lead = sum.outLead(Labels(len(m.Classes)))
	}
	t.sum.join(sum)
	t.sum.lead += sum.lead
}

// lead returns a lead as sums of codes have it.
func (m *Model) lead(logarithm float32) int32 { return int32(logarithm/m.scale) / m.grid.step }

// outLead returns how far the sum of Out is before those of the other labels.
func (t *rowSum) outLead(labels int) int32 {
	var sums [8 * stride]int32
	t.spread(&sums)
	return sums[Out] - slices.Max(sums[1:labels])
}

// look looks for the rows of a task that are of no group.
func (d *Decoder) look(m *Model, t *task) {
	c := &t.site
	d.features = d.counted(d.loose(d.features[:0], c), c.w)
	from := len(d.rows)
	d.rows = m.rowOf.findAll(d.rows, d.features)
	d.addClusters(m, beyondBefore, c.pp)
	d.addClusters(m, beyondAfter, c.nn)
	if c.w.run >= 0 {
		d.addWindow(m, c)
	}
	var space [occurrences]int32
	if places := d.others(space[:0], c, occurrences); len(places) > 0 {
		d.addPlaces(m, places)
	}
	t.rows[0] = rowRange{int32(from), int32(len(d.rows) - from)}
}

// addClusters adds the rows of the clusters of a word alone.
func (d *Decoder) addClusters(m *Model, place int, w *word) {
	for _, row := range m.clustered[w.fine][place] {
		if row >= 0 {
			d.rows = append(d.rows, row)
		}
	}
}

// clusterRows returns the rows of the features of clusters, by the finest, and where there
// are none.
func (m *Model) clusterRows() [][clusterPlaces][3]int32 {
	out := make([][clusterPlaces][3]int32, 1+min(len(m.Middle), len(m.Coarse)))
	for fine := range out {
		var middle, coarse uint32
		if fine > 0 {
			middle, coarse = 1+uint32(m.Middle[fine-1]), 1+uint32(m.Coarse[fine-1])
		}
		for place := range clusterPlaces {
			rows := &out[fine][place]
			*rows = [3]int32{-1, -1, -1}
			var space [3]uint32
			for k, feature := range appendClusters(space[:0], place, uint32(fine), middle, coarse) {
				rows[k] = m.rowOf.find(feature)
			}
		}
	}
	return out
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
	var seen [1 << placeBits]int32 // rows that were added, counted from 1, by their hashes
	for _, j := range places {
		for _, row := range d.occurrenceRows(m, int(j)) {
			at := uint32(row) * spreader >> (32 - placeBits)
			for seen[at%(1<<placeBits)] != 0 && seen[at%(1<<placeBits)] != row+1 {
				at++
			}
			if was := &seen[at%(1<<placeBits)]; *was == 0 {
				*was = row + 1
				d.rows = append(d.rows, row)
			}
		}
	}
}

// placeBits leaves room for more rows than all places of a word have.
const placeBits = 7

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

// second finds the scores of a task and the labels that are near the best, unless the
// field is in doubt and the net is to be asked.
func (d *Decoder) second(m *Model, t *task) {
	var sums [8 * stride]int32
	t.sum.spread(&sums)
	own := sums[:Labels(len(m.Classes))]
	scores := d.scoresOf(m, t.i)[:len(own)]
	best, next := twoBest(own)
	low, step, share := m.grid.low*t.sum.rows, m.grid.step, float32(1)
	switch {
	case m.net == nil:
	case m.unsure(best-next, &t.site) && d.Active(t.i, t.start, t.end):
		d.asked = append(d.asked, t)
		for l, v := range own {
			scores[l] = (v + low) * step
		}
		return
	case t.w.capital():
		share = alone
	}
	below := int32(share*float32((best+low)*step)) - m.width - 1
	var near labelSet
	for l, v := range own {
		v = int32(share * float32((v+low)*step))
		scores[l] = v
		near |= isAbove(v, below) << (l % lanes)
	}
	d.near[t.i] = near
}

// isAbove returns 1 where a score is above another, and else 0, so that there is nothing
// to guess for the processor.
func isAbove(v, below int32) labelSet { return labelSet(uint32(below-v) >> 31) }

// twoBest returns the best two of some sums.
func twoBest(sums []int32) (best, next int32) {
	for _, v := range sums {
		next = max(next, min(best, v))
		best = max(best, v)
	}
	return best, next
}

// scoresOf returns the scores of token i.
func (d *Decoder) scoresOf(m *Model, i int) []int32 {
	labels := Labels(len(m.Classes))
	return d.scores[i*labels : (i+1)*labels]
}

// unsure reports whether the net may change the best label of a word: another is near
// it in the sums of the field.
func (m *Model) unsure(lead int32, c *site) bool { return lead <= m.doubt(c)/m.grid.step }

// A glance is what the net sees of a word from a token.
type glance struct {
	sight
	kept      *netSum // when the memo has it
	centroids rowRange
	traits    rowRange
}

func (x *glance) hash() uint64 { return mix64(x.word.id, uint64(x.slot)) }

// ask mixes the scores of the net into those of the tasks that asked for it.
func (d *Decoder) ask(m *Model) {
	d.glances, d.netRows = d.glances[:0], d.netRows[:0]
	for _, t := range d.asked {
		t.rows[0].at = int32(len(d.glances))
		var space [maxSights]sight
		for _, x := range d.sights(space[:0], &t.site) {
			d.glances = append(d.glances, d.glance(m, x))
		}
		t.rows[0].n = int32(len(d.glances)) - t.rows[0].at
		d.features = d.traits(d.features[:0], &t.site)
		t.rows[1] = d.addTraits(m)
	}
	d.reached |= reachNetRows(d.netRows)
	d.netTotals = grow(d.netTotals, len(d.asked))
	for k, t := range d.asked {
		total := &d.netTotals[k]
		*total = netSum{}
		glances := part(d.glances, t.rows[0])
		for i := range glances {
			if x := &glances[i]; x.kept != nil {
				total.join(x.kept)
			}
		}
	}
	for k, t := range d.asked {
		total := &d.netTotals[k]
		glances := part(d.glances, t.rows[0])
		for i := range glances {
			if x := &glances[i]; x.kept == nil {
				d.keep(m, x, total)
			}
		}
		total.addRows(part(d.netRows, t.rows[1]), m.net.fine)
		scores := d.scoresOf(m, t.i)
		m.net.mix(total, scores)
		d.near[t.i] = m.near(scores, slices.Max(scores))
	}
}

// glance looks for what the net makes of a word that it sees: its sum, or the rows of it.
func (d *Decoder) glance(m *Model, s sight) glance {
	x := glance{sight: s}
	if x.kept = d.netSums.find(x.hash()); x.kept != nil {
		d.reached |= x.kept.even[0] | x.kept.even[hiddenWords/2] | x.kept.odd[0] | x.kept.odd[hiddenWords/2]
		return x
	}
	from := len(d.netRows)
	d.netRows = m.net.slotRows(d.netRows, s)
	x.centroids = rowRange{int32(from), int32(len(d.netRows) - from)}
	if s.near() {
		d.features = s.traits(d.features[:0])
		x.traits = d.addTraits(m)
	}
	return x
}

// addTraits appends the rows of the traits among the features, and returns which they are.
func (d *Decoder) addTraits(m *Model) rowRange {
	from := len(d.netRows)
	d.netRows = m.net.traitRows(d.netRows, d.features)
	return rowRange{int32(from), int32(len(d.netRows) - from)}
}

// keep adds what the rows of a word that the net sees sum to, and keeps it.
func (d *Decoder) keep(m *Model, x *glance, total *netSum) {
	sum := d.netSums.put(x.hash())
	sum.setCentroids(part(d.netRows, x.centroids), m.net.grid)
	sum.addRows(part(d.netRows, x.traits), m.net.fine)
	total.join(sum)
}
