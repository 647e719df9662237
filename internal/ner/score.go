package ner

import "slices"

// The scores of a token are sums of rows, of bytes that mean how much they are
// above 128. Rows are added up in the 16-bit lanes of words: the words as they are,
// and apart from that their odd bytes, from which it follows what the even ones
// add up to. So a row costs five instructions for eight bytes, and the sum of the
// rows of a word that was met before, one for four.

const evenBytes = 0x00FF00FF00FF00FF

// spread takes eight sums out of their lanes: the odd ones as they are, the even
// ones less what the odd ones below carried into them.
func spread(out *[8]int32, all, odd uint64) {
	even := all - odd<<8
	out[0], out[1] = int32(uint16(even)), int32(uint16(odd))
	out[2], out[3] = int32(uint16(even>>16)), int32(uint16(odd>>16))
	out[4], out[5] = int32(uint16(even>>32)), int32(uint16(odd>>32))
	out[6], out[7] = int32(even>>48), int32(odd>>48)
}

// A rowSum is the sum of rows of weights.
type rowSum struct {
	all, odd weightRow
	rows     int32
	lead     int32 // of Out before the other labels, in a sum of the group of a word alone
}

// addRows adds rows of weights. The first look at all rows takes little of each, so
// that the memory of many is waited for at once; the sums of the rest stay in memory,
// since registers are too few.
func (t *rowSum) addRows(weights []weightRow, rows []int32) {
	all, odd := &t.all, &t.odd
	a, o := all[0], odd[0]
	for _, row := range rows {
		w := weights[row][0]
		a += w
		o += w >> 8 & evenBytes
	}
	all[0], odd[0] = a, o
	for _, row := range rows {
		r := &weights[row]
		all[1] += r[1]
		odd[1] += r[1] >> 8 & evenBytes
		all[2] += r[2]
		odd[2] += r[2] >> 8 & evenBytes
		all[3] += r[3]
		odd[3] += r[3] >> 8 & evenBytes
		all[4] += r[4]
		odd[4] += r[4] >> 8 & evenBytes
	}
	t.rows += int32(len(rows))
}

func (t *rowSum) join(o *rowSum) {
	for k := range stride {
		t.all[k] += o.all[k]
		t.odd[k] += o.odd[k]
	}
	t.rows += o.rows
}

// A memo keeps sums by what they are sums of. It forgets what another takes the
// place of. Keys are hashes of all that a sum depends on.
type memo[T any] struct {
	keys []uint64
	sums []T
}

// get returns the place of a key, and whether its sum is there.
func (m *memo[T]) get(key uint64, size int) (sum *T, ok bool) {
	if m.keys == nil {
		m.keys, m.sums = make([]uint64, size), make([]T, size)
	}
	key |= 1 << 63 // none is zero
	at := key & uint64(size-1)
	if m.keys[at] == key {
		return &m.sums[at], true
	}
	m.keys[at] = key
	return &m.sums[at], false
}

// How many words and sums a decoder keeps.
const (
	wordMemo = 1 << 12
	rowMemo  = 1 << 14
	netMemo  = 1 << 13
)

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
	for l := range scores {
		scores[l] = -limit
	}
	scores[Out] = 0
	d.near[i] = 1 << Out
}

// score sets the scores of a token by the weights of the field. It reports whether
// there is more to ask about it.
func (d *Decoder) score(m *Model, c *site, scores []int32) bool {
	var t rowSum
	d.join(m, &t, groupOwn, c.w.id, uint64(c.caps)<<8|uint64(d.spaced)<<4, c)
	small := !c.w.striking()
	if small && !c.inside() && t.lead > int32(plain/m.scale) {
		d.quieten(c.i, scores)
		return false
	}
	d.join(m, &t, groupBefore, c.p.id, uint64(c.caps)<<8, c)
	d.join(m, &t, groupAfter, c.n.id, uint64(c.caps)<<8, c)
	if small && !c.inside() && t.outLead(len(scores)) > int32(plainThere/m.scale) {
		d.quieten(c.i, scores)
		return false
	}
	d.features = d.counted(d.loose(d.features[:0], c), c.w)
	d.rows = m.rowOf.findAll(d.rows[:0], d.features)
	var space [occurrences]int32
	if places := d.others(space[:0], c, occurrences); len(places) > 0 {
		d.addPlaces(m, places)
	}
	t.addRows(m.rows, d.rows)
	var sums [8 * stride]int32
	for w := range stride {
		spread((*[8]int32)(sums[8*w:]), t.all[w], t.odd[w])
	}
	zero := 128 * t.rows
	for l := range scores {
		scores[l] = sums[l] - zero
	}
	return true
}

// join adds the sum of a group of features, which hang on a word and on bits 4 and
// up of what is around it.
func (d *Decoder) join(m *Model, t *rowSum, group int, word, around uint64, c *site) {
	sum, ok := d.rowSums.get(mix64(word, around|uint64(group)), rowMemo)
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

// outLead returns how far the sum of Out is before those of the other labels.
func (t *rowSum) outLead(labels int) int32 {
	var sums [8 * stride]int32
	for w := range stride {
		spread((*[8]int32)(sums[8*w:]), t.all[w], t.odd[w])
	}
	return sums[Out] - slices.Max(sums[1:labels])
}

// addPlaces adds the rows of the features of other places of a word, each once.
func (d *Decoder) addPlaces(m *Model, places []int32) {
	from := len(d.rows)
	var seen [4]uint64 // rows, by their last bits
	for _, j := range places {
		for _, row := range d.occurrenceRows(m, int(j)) {
			word, bit := &seen[row>>6&3], uint64(1)<<(row&63)
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

// ask mixes the scores of the net into those of a token.
func (d *Decoder) ask(m *Model, c *site, scores []int32) {
	var t netSum
	var space [maxSights]sight
	for _, x := range d.sights(space[:0], c) {
		sum, ok := d.netSums.get(mix64(x.word.id, uint64(x.slot)), netMemo)
		if !ok {
			*sum = netSum{}
			d.netRows = m.net.sightRows(d.netRows[:0], x)
			sum.addRows(d.netRows)
		}
		t.join(sum)
	}
	d.features = d.traits(d.features[:0], c)
	d.netRows = m.net.traitRows(d.netRows[:0], d.features)
	t.addRows(d.netRows)
	m.net.mix(&t, scores)
}
