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
// Rows hold one byte for each hidden unit, 128 is zero, in units of the same
// size; the outputs have a unit of their own. The bytes of the rows of the slots,
// and of those of the traits, have sixteen values.
type Net struct {
	slots  []uint64 // rows of the centroids, slot by slot
	index  table    // of the traits
	traits []uint64 // rows of the traits
	bias   [Hidden]int32
	out    [Hidden][outWords]uint64 // two weights in a word, for each hidden unit
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
	outWords    = (Limit + 1) / 2
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
	found  []int32  // scratch space: rows of the traits
}

// maxView is the most rows and traits together that a sum in the lanes can hold.
const maxView = 250

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
	w := &d.words[i]
	for k := range 7 {
		d.see(v, k, i+k-slotHere, start, end)
	}
	caps := uint32(w.caps)
	if d.shout[s] {
		caps += 16
	}
	if i == start {
		caps += 32
	}
	p, n := d.at(i-1, start, end), d.at(i+1, start, end)
	pp, nn := d.at(i-2, start, end), d.at(i+2, start, end)
	v.Traits = append(v.Traits,
		key(200, uint32(pp.caps)), key(201, uint32(p.caps)), key(202, uint32(n.caps)), key(203, uint32(nn.caps)),
		key(204, caps|d.spaced<<8),
		key(205, uint32(p.caps)|caps<<8|uint32(n.caps)<<16),
		key(206, pair(uint32(w.glued), caps)),
		key(207, w.shape), key(208, w.prefix[1]), key(209, w.prefix[2]),
		key(210, w.suffix[0]), key(211, w.suffix[1]), key(212, w.suffix[2]), key(213, w.suffix[3]),
		key(214, p.suffix[2]), key(215, n.suffix[2]),
		key(216, w.form), key(217, p.form), key(218, n.form),
	)
	for k, x := range [...]*word{w, p, n} {
		v.list(220+uint32(k), x.places)
		v.list(223+uint32(k), x.names)
	}
	if w.run >= 0 {
		d.see(v, slotLeft, int(w.run)-1, start, end)
		d.see(v, slotRight, int(w.runEnd), start, end)
		d.see(v, slotFirst, int(w.run), start, end)
		d.see(v, slotLast, int(w.runEnd)-1, start, end)
		v.Traits = append(v.Traits, key(230, w.place(i)))
		if d.topic > 0 {
			v.Traits = append(v.Traits,
				key(240, pair(d.topic, caps)), key(241, pair(d.topic, w.place(i))), key(242, d.topic),
				key(243, pair(d.topic, fold(w.places))), key(244, pair(d.topic, fold(w.names))),
			)
		}
	}
	if w.entry >= 0 && w.caps != lower {
		d.viewOthers(v, w, i)
	}
	if extra := len(v.Rows) + len(v.Traits) - maxView; extra > 0 {
		v.Traits = v.Traits[:len(v.Traits)-extra]
	}
}

// place tells where the word at i stands in its run.
func (w *word) place(i int) uint32 {
	return min(uint32(i)-uint32(w.run), 4) | min(uint32(w.runEnd)-uint32(i), 5)<<4
}

// viewOthers adds what the other places of the word show.
func (d *Document) viewOthers(v *View, w *word, i int) {
	e := &d.entries[w.entry]
	v.Traits = append(v.Traits, key(231, pair(min(uint32(e.small), 3)|min(uint32(e.middle), 3)<<4, uint32(w.caps))))
	seen := 0
	for j := e.first; j >= 0 && seen < others; j = d.words[j].next {
		if int(j) == i {
			continue
		}
		seen++
		o := &d.words[j]
		d.see(v, slotOtherLeft, int(o.run)-1, 0, len(d.words))
		d.see(v, slotOtherRight, int(o.runEnd), 0, len(d.words))
		v.Traits = append(v.Traits, key(232, o.place(int(j))))
	}
}

func (v *View) list(template uint32, b uint64) {
	for ; b != 0; b &= b - 1 {
		v.Traits = append(v.Traits, key(template, uint32(bits.TrailingZeros64(b))))
	}
}

// see adds the rows of the word at i in a slot.
func (d *Document) see(v *View, slot, i, start, end int) {
	at := int32(slot * SlotRows)
	switch {
	case i < start || i >= end:
		v.Rows = append(v.Rows, at+rowEdge)
	case d.words[i].fine == 0:
		v.Rows = append(v.Rows, at+rowUnknown)
	default:
		w := &d.words[i]
		at += rowSteps
		v.Rows = append(v.Rows, at-Heads+int32(w.middle)-1,
			at+int32(w.code&0xFF), at+Steps+int32(w.code>>8&0xFF),
			at+2*Steps+int32(w.code>>16&0xFF), at+3*Steps+int32(w.code>>24))
	}
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
	fewer(n.slots)
	order := sortedOrder(w.Traits)
	sorted, rows := make([]uint32, len(order)), make([][]float32, len(order))
	for i, f := range order {
		sorted[i], rows[i] = w.Traits[f], w.Rows[f]
	}
	n.index, _ = newTable(sorted)
	n.traits = packRows(rows, unit)
	fewer(n.traits)
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

func quantum(v, unit float32) uint8 {
	q := math.Round(float64(v / unit))
	return uint8(max(-127, min(127, q)) + 128)
}

func packRows(rows [][]float32, unit float32) []uint64 {
	out := make([]uint64, len(rows)*hiddenWords)
	for i, row := range rows {
		for j, v := range row {
			out[i*hiddenWords+j/8] |= uint64(quantum(v, unit)) << (8 * (j % 8))
		}
	}
	return out
}

// prepare fills in what follows from the rest, for a model with scores in units
// of scale.
func (n *Net) prepare(scale float32) {
	n.factor = n.unit / scale
	labels := len(n.base)
	for j := range Hidden {
		for l := range labels {
			n.out[j][l/2] |= uint64(n.outs[j*labels+l]) << (32 * (l % 2))
		}
	}
}

// The shares of the two scores where the net looks.
const (
	ownShare = 0.8
	netShare = 0.4
)

// limit bounds mixed scores, for the sake of models that no training made.
const limit = 1 << 20

// add mixes the scores of the net into those of a token.
func (n *Net) add(v *View, scores []int32) {
	var sums [Hidden]int32
	n.sum(v, &sums)
	var lanes [outWords]uint64
	words := (len(scores) + 1) / 2
	total := int32(0)
	for j, s := range sums {
		if s <= 0 {
			continue
		}
		h := min(int32(float32(s)*n.shift+0.5), 255)
		total += h
		o := n.out[j][:words]
		for k := range o {
			lanes[k] += o[k] * uint64(h)
		}
	}
	best := int32(math.MinInt32)
	var own [Limit]int32
	for l := range scores {
		own[l] = int32(uint32(lanes[l/2]>>(32*(l%2)))) - 128*total + n.base[l]
		best = max(best, own[l])
	}
	for l := range scores {
		mixed := ownShare*float32(scores[l]) + netShare*n.factor*float32(own[l]-best)
		scores[l] = int32(max(-limit, min(limit, mixed)))
	}
}

// lane is how many hidden units are summed at a time.
const lane = 32

// sum adds up the rows of what the net sees, four units at a time as unsigned
// numbers in the 16-bit lanes of a word.
func (n *Net) sum(v *View, sums *[Hidden]int32) {
	rows := int32(len(v.Rows))
	for _, f := range v.Traits {
		if row := n.index.find(f); row >= 0 {
			v.found = append(v.found, int32(row))
		}
	}
	rows += int32(len(v.found))
	for part := range Hidden / lane {
		var even, odd [4]uint64
		at := lane / 8 * part
		for _, row := range v.Rows {
			r := (*[4]uint64)(n.slots[int(row)*hiddenWords+at:])
			even[0] += r[0] & evenBytes
			odd[0] += r[0] >> 8 & evenBytes
			even[1] += r[1] & evenBytes
			odd[1] += r[1] >> 8 & evenBytes
			even[2] += r[2] & evenBytes
			odd[2] += r[2] >> 8 & evenBytes
			even[3] += r[3] & evenBytes
			odd[3] += r[3] >> 8 & evenBytes
		}
		for _, row := range v.found {
			r := (*[4]uint64)(n.traits[int(row)*hiddenWords+at:])
			even[0] += r[0] & evenBytes
			odd[0] += r[0] >> 8 & evenBytes
			even[1] += r[1] & evenBytes
			odd[1] += r[1] >> 8 & evenBytes
			even[2] += r[2] & evenBytes
			odd[2] += r[2] >> 8 & evenBytes
			even[3] += r[3] & evenBytes
			odd[3] += r[3] >> 8 & evenBytes
		}
		for j := range lane {
			w := even[j/8]
			if j&1 != 0 {
				w = odd[j/8]
			}
			unit := lane*part + j
			sums[unit] = int32(uint16(w>>(8*(j%8&^1)))) - 128*rows + n.bias[unit]
		}
	}
	v.found = v.found[:0]
}
