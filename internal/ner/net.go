package ner

import (
	"math"
	"math/bits"
)

// A Net scores the labels of a token by the vectors of the words around it. It
// has one hidden layer. The vector of a word is a sum of a few centroids, so that
// what the hidden layer makes of each centroid in each slot is a row of a table,
// and no vector is ever multiplied.
//
// Rows hold a code for each hidden unit, of weights in units of the same size (see
// grid); the outputs have a unit of their own. The weights of the rows of the slots,
// and those of the traits, have sixteen values.
type Net struct {
	grid   grid     // of the rows of the slots
	fine   grid     // of those of the traits
	slots  []netRow // rows of the centroids, slot by slot
	known  table    // the traits
	use    []uint8  // of each trait: the class of how often texts have it, see places
	rowOf  index    // the traits
	traits []netRow // rows of the traits
	bias   [Hidden]int32
	out    [Hidden][outWords]uint64 // three weights in a word, for each hidden unit
	outs   []uint8                  // the same as in the file
	base   []int32                  // of the labels, in units of a hidden unit times an output
	shift  float32                  // from sums of the hidden layer to what the outputs take
	unit   float32                  // of the outputs
	factor float32                  // from outputs to units of the model's scores
}

const (
	// Hidden is the number of hidden units.
	Hidden = 128

	hiddenWords = Hidden / 8
	outWords    = (Limit + 14) / 15 * 5 // of three lanes each, in fives
	outBits     = 21                    // of a lane
	outUnits    = 32                    // that a lane holds the sum of
)

// The centroids of a vector: the first is one of Heads, each of the others one of
// Steps. Two more rows of a slot stand for what has no vector.
const (
	Heads  = 512
	Stages = 4
	Steps  = 256

	rowEdge    = 0 // beyond the sentence
	rowUnknown = 1
	RowHeads   = 2 // and after these come the centroids, stage by stage
	rowSteps   = RowHeads + Heads

	// SlotRows is the number of rows of a slot.
	SlotRows = rowSteps + Stages*Steps
)

// A slot is a place from which the net sees a word.
const (
	slotHere       = 3 // the word itself, between three before it and three after it
	slotLeft       = 7 // the words that frame the run of capitals
	slotRight      = 8
	slotFirst      = 9 // the ends of the run
	slotLast       = 10
	slotOtherLeft  = 11 // the words that frame the run at other places of the word
	slotOtherRight = 12

	// Slots is the number of slots.
	Slots = 13
)

// others is how many other places of a word the net looks at.
const others = 2

// A View is what the net sees of a token.
type View struct {
	Rows   []int32  // of the slots
	Traits []uint32 // hashes
}

// Active reports whether the net looks at token i of the sentence [start, end):
// only where names may be.
func (d *Document) Active(i, start, end int) bool {
	return d.nominal(i, start, end) || d.nominal(i-1, start, end) || d.nominal(i+1, start, end)
}

func (d *Document) nominal(i, start, end int) bool {
	if i < start || i >= end {
		return false
	}
	w := &d.words[i]
	return w.capital() || w.caps == other || w.places|w.names != 0
}

// View sets v to what the net sees at token i of sentence s, [start, end).
func (d *Document) View(v *View, s, i, start, end int) {
	v.Rows, v.Traits = v.Rows[:0], v.Traits[:0]
	c := d.site(s, i, start, end)
	var space [maxSights]sight
	for _, x := range d.sights(space[:0], &c) {
		v.Rows = x.rows(v.Rows)
		v.Traits = x.traits(v.Traits)
	}
	v.Traits = d.traits(v.Traits, &c)
}

// A sight is a word that the net sees in a slot.
type sight struct {
	slot int
	word *word // edge beyond the sentence
}

const maxSights = 11 + 2*others

// sights appends the words that the net sees from a token.
func (d *Document) sights(dst []sight, c *site) []sight {
	for k := range 7 {
		dst = append(dst, sight{k, d.at(c.i+k-slotHere, c.start, c.end)})
	}
	if w := c.w; w.run >= 0 {
		dst = append(dst,
			sight{slotLeft, d.at(int(w.run)-1, c.start, c.end)}, sight{slotRight, d.at(int(w.runEnd), c.start, c.end)},
			sight{slotFirst, &d.words[w.run]}, sight{slotLast, &d.words[w.runEnd-1]},
		)
	}
	var space [others]int32
	for _, j := range d.others(space[:0], c, others) {
		o := &d.words[j]
		dst = append(dst,
			sight{slotOtherLeft, d.at(int(o.run)-1, 0, len(d.words))}, sight{slotOtherRight, d.at(int(o.runEnd), 0, len(d.words))},
		)
	}
	return dst
}

// rows appends the rows of the slot for the vector of the word.
func (x sight) rows(dst []int32) []int32 {
	at, w := int32(x.slot*SlotRows), x.word
	switch {
	case w == &edge:
		return append(dst, at+rowEdge)
	case w.fine == 0:
		return append(dst, at+rowUnknown)
	}
	at += rowSteps
	return append(dst, at-Heads+int32(w.middle)-1,
		at+int32(w.code&0xFF), at+Steps+int32(w.code>>8&0xFF),
		at+2*Steps+int32(w.code>>16&0xFF), at+3*Steps+int32(w.code>>24))
}

// maxView is the most rows that the lanes of a sum hold.
const maxView = 255

// The most traits of a word where it stands, and beside that: with all else that
// the net sees they are few enough for the lanes of a sum.
const (
	maxOwn    = 80
	maxBeside = 40
)

// traits appends the traits of the word itself and of those beside it.
func (x sight) traits(dst []uint32) []uint32 {
	w, from, most := x.word, len(dst), maxBeside
	switch x.slot {
	case slotHere:
		dst = append(dst,
			key(207, w.shape), key(208, w.prefix[1]), key(209, w.prefix[2]),
			key(210, w.suffix[0]), key(211, w.suffix[1]), key(212, w.suffix[2]), key(213, w.suffix[3]),
			key(216, w.form),
		)
		dst = listTraits(listTraits(dst, 220, w.places), 223, w.names)
		most = maxOwn
	case slotHere - 1:
		dst = append(dst, key(214, w.suffix[2]), key(217, w.form))
		dst = listTraits(listTraits(dst, 221, w.places), 224, w.names)
	case slotHere + 1:
		dst = append(dst, key(215, w.suffix[2]), key(218, w.form))
		dst = listTraits(listTraits(dst, 222, w.places), 225, w.names)
	}
	return dst[:min(len(dst), from+most)]
}

func listTraits(dst []uint32, template uint32, b uint64) []uint32 {
	for ; b != 0; b &= b - 1 {
		dst = append(dst, key(template, uint32(bits.TrailingZeros64(b))))
	}
	return dst
}

// traits appends the traits of a token that look at several words, or at the
// document.
func (d *Document) traits(dst []uint32, c *site) []uint32 {
	w, p, n := c.w, c.p, c.n
	dst = append(dst,
		key(200, uint32(c.pp.caps)), key(201, uint32(p.caps)), key(202, uint32(n.caps)), key(203, uint32(c.nn.caps)),
		key(204, c.caps|d.spaced<<8),
		key(205, uint32(p.caps)|c.caps<<8|uint32(n.caps)<<16),
		key(206, pair(uint32(w.glued), c.caps)),
	)
	if w.run >= 0 {
		place := w.place(c.i)
		dst = append(dst, key(230, place))
		if d.topic > 0 {
			dst = append(dst,
				key(240, pair(d.topic, c.caps)), key(241, pair(d.topic, place)), key(242, d.topic),
				key(243, pair(d.topic, fold(w.places))), key(244, pair(d.topic, fold(w.names))),
			)
		}
	}
	if w.entry < 0 || w.caps == lower {
		return dst
	}
	e := &d.entries[w.entry]
	dst = append(dst, key(231, pair(min(uint32(e.small), 3)|min(uint32(e.middle), 3)<<4, uint32(w.caps))))
	var space [others]int32
	for _, j := range d.others(space[:0], c, others) {
		dst = append(dst, key(232, d.words[j].place(int(j))))
	}
	return dst
}

// place tells where the word at i stands in its run.
func (w *word) place(i int) uint32 {
	return min(uint32(i)-uint32(w.run), 4) | min(uint32(w.runEnd)-uint32(i), 5)<<4
}

// NetWeights are the weights of a net as it is trained, before it is packed.
type NetWeights struct {
	Slots  [][]float32 // by slot and row, of each hidden unit
	Traits []uint32    // distinct hashes
	Rows   [][]float32 // of each trait
	Bias   []float32
	Out    [][]float32 // by hidden unit, of each label
	Base   []float32   // of each label
	Top    float32     // about the largest value of a hidden unit
}

// PackNet rounds the weights to bytes and makes a net of them.
func PackNet(w NetWeights) *Net {
	n := new(Net)
	unit := max(step(w.Slots), step(w.Rows))
	n.slots = packRows(w.Slots, unit)
	order := sortedOrder(w.Traits)
	sorted, rows := make([]uint32, len(order)), make([][]float32, len(order))
	for i, f := range order {
		sorted[i], rows[i] = w.Traits[f], w.Rows[f]
	}
	n.known, _ = newTable(sorted)
	n.use = make([]uint8, len(sorted))
	n.traits = packRows(rows, unit)
	n.encode()
	for j, b := range w.Bias {
		n.bias[j] = int32(math.Round(float64(b / unit)))
	}
	n.shift = 255 * unit / w.Top
	n.unit = step(w.Out)
	for _, row := range w.Out {
		for _, v := range row {
			n.outs = append(n.outs, quantum(v, n.unit))
		}
	}
	n.unit *= w.Top / 255
	for _, b := range w.Base {
		n.base = append(n.base, int32(math.Round(float64(b/n.unit))))
	}
	return n
}

// encode replaces the bytes of all rows by codes.
func (n *Net) encode() {
	slots := func(i int) *uint64 { return &n.slots[i/hiddenWords][i%hiddenWords] }
	traits := func(i int) *uint64 { return &n.traits[i/hiddenWords][i%hiddenWords] }
	n.grid = gridOf(bounds(len(n.slots)*hiddenWords, slots))
	n.fine = gridOf(bounds(len(n.traits)*hiddenWords, traits))
	n.grid.encode(len(n.slots)*hiddenWords, slots)
	n.fine.encode(len(n.traits)*hiddenWords, traits)
}

func quantum(v, unit float32) uint8 {
	q := math.Round(float64(v / unit))
	return uint8(max(-127, min(127, q)) + 128)
}

func packRows(rows [][]float32, unit float32) []netRow {
	out := make([]netRow, len(rows))
	for i, row := range rows {
		for j, v := range row {
			out[i][j/8] |= uint64(quantum(v, unit)) << (8 * (j % 8))
		}
	}
	fewer(len(out)*hiddenWords, func(i int) *uint64 { return &out[i/hiddenWords][i%hiddenWords] })
	return out
}

// prepare fills in what follows from the rest, for a model with scores in units
// of scale. It fails if traits are the same.
func (n *Net) prepare(scale float32) bool {
	n.factor = n.unit / scale
	labels := len(n.base)
	for j := range Hidden {
		for l := range labels {
			n.out[j][l/3] |= uint64(n.outs[j*labels+l]) << (outBits * (l % 3))
		}
	}
	var ok bool
	n.rowOf, ok = newIndex(&n.known, n.use)
	return ok
}

// The shares of the two scores where the net looks.
const (
	ownShare = 0.8
	netShare = 0.4
)

// limit bounds mixed scores, for the sake of models that no training made.
const limit = 1 << 20

// traitRows appends the rows of traits.
func (n *Net) traitRows(dst []*netRow, traits []uint32) []*netRow {
	var space [maxView]int32
	for _, row := range n.rowOf.findAll(space[:0], traits) {
		dst = append(dst, &n.traits[row])
	}
	return dst
}

// slotRows appends the rows of the vector of a word in its slot.
func (n *Net) slotRows(dst []*netRow, x sight) []*netRow {
	var rows [1 + Stages]int32
	for _, row := range x.rows(rows[:0]) {
		dst = append(dst, &n.slots[row])
	}
	return dst
}

// near reports whether a word has traits in its slot.
func (x sight) near() bool { return slotHere-1 <= x.slot && x.slot <= slotHere+1 }

// outputs adds what so many hidden units with these values give to each label.
func (n *Net) outputs(own *[3 * outWords]int32, units, values []uint8) {
	for at := 0; at < outWords; at += 5 {
		var l0, l1, l2, l3, l4 uint64
		for i, unit := range units {
			o, h := (*[5]uint64)(n.out[unit%Hidden][at:]), uint64(values[i])
			l0 += o[0] * h
			l1 += o[1] * h
			l2 += o[2] * h
			l3 += o[3] * h
			l4 += o[4] * h
		}
		for k, lanes := range [...]uint64{l0, l1, l2, l3, l4} {
			sums := (*[3]int32)(own[3*(at+k):])
			sums[0] += int32(lanes & (1<<outBits - 1))
			sums[1] += int32(lanes >> outBits & (1<<outBits - 1))
			sums[2] += int32(lanes >> (2 * outBits))
		}
	}
}

// mix mixes the scores of the net into those of a token.
func (n *Net) mix(t *netSum, scores []int32) {
	var sums [Hidden]int32
	t.spread(&sums)
	var units, values [Hidden]uint8 // that are not zero
	count, total := 0, int32(0)
	low, shift := t.low, n.shift
	for unit, s := range sums {
		s += low + n.bias[unit]
		sums[unit] = s
		units[count%Hidden] = uint8(unit)
		count += int(isAbove(s, 0))
	}
	for k, unit := range units[:count] {
		h := min(int32(float32(sums[unit%Hidden])*shift+0.5), 255)
		values[k] = uint8(h)
		total += h
	}
	var own [3 * outWords]int32
	for from := 0; from < count; from += outUnits {
		to := min(from+outUnits, count)
		n.outputs(&own, units[from:to], values[from:to])
	}
	best := int32(math.MinInt32)
	for l, b := range n.base {
		own[l] += b - 128*total
		best = max(best, own[l])
	}
	share := netShare * n.factor
	for l, v := range scores {
		mixed := ownShare*float32(v) + share*float32(own[l]-best)
		if !(mixed > -limit && mixed < limit) {
			mixed = max(-limit, min(limit, mixed))
		}
		scores[l] = int32(mixed)
	}
}
