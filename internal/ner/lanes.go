package ner

import "math"

// The scores of a token, and the sums of hidden units, are sums of rows of weights. A
// row holds a small code for each weight in a byte, so that three rows add up in the
// bytes of words, eight weights at a time, before their even and their odd bytes are
// added to sums in lanes of 16 bits.

const (
	evenBytes = 0x00FF00FF00FF00FF
	together  = 3 // rows whose codes add up in a byte
	codes     = 255/together + 1
	maxStep   = 3 // as many as weights of a byte need
)

// A grid tells what the codes of rows stand for: for (code+low)*step.
type grid struct{ step, low int32 }

// gridOf returns the finest grid for weights between two bytes as a file has them.
func gridOf(lowest, highest uint8) grid {
	low, high := min(int32(lowest)-zero, 0), max(int32(highest)-zero, 0)
	g := grid{step: 1}
	for g.nearest(high)-g.nearest(low) >= codes {
		g.step++
	}
	g.low = g.nearest(low)
	return g
}

// nearest returns the nearest multiple of the step, as how many steps that is.
func (g grid) nearest(v int32) int32 { return int32(math.Round(float64(v) / float64(g.step))) }

// code returns the code for a byte of a file, and byte that for a code.
func (g grid) code(b uint8) uint8 { return uint8(g.nearest(int32(b)-zero) - g.low) }
func (g grid) byte(c uint8) uint8 { return uint8((int32(c)+g.low)*g.step + zero) }

// encode replaces the bytes of n words, of which word gives each, by their codes.
func (g grid) encode(n int, word func(i int) *uint64) {
	var to [256]uint64
	for b := range to {
		to[b] = uint64(g.code(uint8(b)))
	}
	for i := range n {
		w, out := word(i), uint64(0)
		for k := range 8 {
			out |= to[byte(*w>>(8*k))] << (8 * k)
		}
		*w = out
	}
}

// bounds returns the least and the largest byte of n words.
func bounds(n int, word func(i int) *uint64) (low, high uint8) {
	low, high = zero, zero
	for i := range n {
		w := *word(i)
		for k := range 8 {
			low, high = min(low, byte(w>>(8*k))), max(high, byte(w>>(8*k)))
		}
	}
	return low, high
}

// spread takes eight sums out of their lanes.
func spread(out *[8]int32, even, odd uint64) {
	out[0], out[1] = int32(uint16(even)), int32(uint16(odd))
	out[2], out[3] = int32(uint16(even>>16)), int32(uint16(odd>>16))
	out[4], out[5] = int32(uint16(even>>32)), int32(uint16(odd>>32))
	out[6], out[7] = int32(even>>48), int32(odd>>48)
}

// A rowSum is the sum of rows of weights.
type rowSum struct {
	even, odd weightRow
	rows      int32
	lead      int32 // of Out before the other labels, in a sum of the group of a word alone
}

// reachRows looks at rows of weights. It takes next to nothing of each, so that the
// memory of many is waited for at once.
func reachRows(weights []weightRow, rows []int32) (seen uint64) {
	for _, row := range rows {
		w := &weights[row]
		seen |= w[0] | w[stride-1]
	}
	return seen
}

// addRows adds rows of weights.
func (t *rowSum) addRows(weights []weightRow, rows []int32) {
	t.rows += int32(len(rows))
	for ; len(rows) >= together; rows = rows[together:] {
		a, b, c := &weights[rows[0]], &weights[rows[1]], &weights[rows[2]]
		t.add(0, a[0]+b[0]+c[0])
		t.add(1, a[1]+b[1]+c[1])
		t.add(2, a[2]+b[2]+c[2])
		t.add(3, a[3]+b[3]+c[3])
		t.add(4, a[4]+b[4]+c[4])
	}
	for _, row := range rows {
		for k, w := range weights[row] {
			t.add(k, w)
		}
	}
}

// add adds the bytes of a word.
func (t *rowSum) add(k int, bytes uint64) {
	t.even[k] += bytes & evenBytes
	t.odd[k] += bytes >> 8 & evenBytes
}

// join adds another sum.
func (t *rowSum) join(o *rowSum) {
	for k := range stride {
		t.even[k] += o.even[k]
		t.odd[k] += o.odd[k]
	}
	t.rows += o.rows
}

// spread returns what the codes of each label add up to.
func (t *rowSum) spread(sums *[8 * stride]int32) {
	for w := range stride {
		spread((*[8]int32)(sums[8*w:]), t.even[w], t.odd[w])
	}
}

// A netSum is the sum of rows of the net, in steps of one.
type netSum struct {
	even, odd netRow
	low       int32 // what the lowest weights of the rows add up to
}

// A netRow is the weights of all hidden units, as codes.
type netRow [hiddenWords]uint64

var noUnits netRow

// setCentroids sets the sum to that of the rows of a vector.
func (t *netSum) setCentroids(rows []*netRow, g grid) {
	*t = netSum{}
	t.addRows(rows, g)
	for k := range t.even {
		t.even[k] *= uint64(g.step) // a few codes in each lane
		t.odd[k] *= uint64(g.step)
	}
}

// reachNetRows is reachRows for rows of the net.
func reachNetRows(rows []*netRow) (seen uint64) {
	for _, row := range rows {
		seen |= row[0] | row[hiddenWords/2]
	}
	return seen
}

// addRows adds rows, a step as one.
func (t *netSum) addRows(rows []*netRow, g grid) {
	t.low += int32(len(rows)) * g.low * g.step
	for ; len(rows) >= together; rows = rows[together:] {
		t.addThree(rows[0], rows[1], rows[2])
	}
	switch len(rows) {
	case 1:
		t.addThree(rows[0], &noUnits, &noUnits)
	case 2:
		t.addThree(rows[0], rows[1], &noUnits)
	}
}

func (t *netSum) addThree(a, b, c *netRow) {
	for k := range t.even {
		s := a[k] + b[k] + c[k]
		t.even[k] += s & evenBytes
		t.odd[k] += s >> 8 & evenBytes
	}
}

// join adds another sum.
func (t *netSum) join(o *netSum) {
	for at := 0; at < hiddenWords; at += 4 {
		even, odd := (*[4]uint64)(t.even[at:]), (*[4]uint64)(t.odd[at:])
		a, b := (*[4]uint64)(o.even[at:]), (*[4]uint64)(o.odd[at:])
		even[0] += a[0]
		odd[0] += b[0]
		even[1] += a[1]
		odd[1] += b[1]
		even[2] += a[2]
		odd[2] += b[2]
		even[3] += a[3]
		odd[3] += b[3]
	}
	t.low += o.low
}

// spread returns what the codes of each hidden unit add up to.
func (t *netSum) spread(sums *[Hidden]int32) {
	for w := range hiddenWords {
		spread((*[8]int32)(sums[8*w:]), t.even[w], t.odd[w])
	}
}
