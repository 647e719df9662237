package main

import (
	"math"

	"github.com/copydesk-go/copydesk/internal/ner"
	"github.com/copydesk-go/copydesk/internal/token"
)

// sights are what the net sees of the tokens that it looks at.
type sights struct {
	rows    []int32 // of the slots
	traits  []int32 // hashes until number makes them ids
	ends    []viewEnd
	allowed []uint64 // labels of each token, as bits
}

type viewEnd struct{ rows, traits int }

// add appends the tokens of a document that the net looks at.
func (v *sights) add(x *ner.Lexicon, s source) {
	tokens := token.Append(nil, s.doc.text)
	var d ner.Document
	d.Known = s.known
	d.Read(x, s.doc.text, tokens, token.Sentences(nil, s.doc.text, tokens))
	allowed := allowedLabels(s.corpus, s.doc, tokens)
	var one ner.View
	start := 0
	for s, end := range d.Sentences {
		for i := start; i < end; i++ {
			if !d.Active(i, start, end) || allowed[i] == 1<<labels-1 {
				continue
			}
			d.View(&one, s, i, start, end)
			v.rows = append(v.rows, one.Rows...)
			for _, f := range one.Traits {
				v.traits = append(v.traits, int32(f))
			}
			v.ends = append(v.ends, viewEnd{len(v.rows), len(v.traits)})
			v.allowed = append(v.allowed, allowed[i])
		}
		start = end
	}
}

// number turns the hashes of the traits into ids from 0 in order of first
// appearance, and drops those seen less than so many times. It returns the hash
// of each id.
func (v *sights) number(least int32) []uint32 {
	t := newCounter(1 << 20)
	for _, f := range v.traits {
		t.count(uint32(f))
	}
	ids := make([]int32, len(t.keys))
	var hashes []uint32
	n, from := 0, 0
	for e := range v.ends {
		for _, f := range v.traits[from:v.ends[e].traits] {
			at := t.find(uint32(f))
			if t.counts[at] < least {
				continue
			}
			if ids[at] == 0 {
				hashes = append(hashes, uint32(f))
				ids[at] = int32(len(hashes))
			}
			v.traits[n] = ids[at] - 1
			n++
		}
		from = v.ends[e].traits
		v.ends[e].traits = n
	}
	v.traits = v.traits[:n]
	return hashes
}

// netSettings of a training run.
type netSettings struct {
	epochs  int     // on vectors
	tuning  int     // and then on the rows that they make
	rate    float64 // of Adam, falling to 0
	least   int     // times that a trait must be seen
	slots   float64 // share of slots left out in each pass
	traits  float64 // and of traits
	hidden  float64 // and of hidden units
	seed    uint64
	batch   int
	traitAt float64 // AdaGrad step of the traits
}

var netDefaults = netSettings{
	epochs: 6, tuning: 4, rate: 0.002, least: 20, slots: 0.1, traits: 0.3, hidden: 0.3, seed: 1, batch: 64, traitAt: 0.04,
}

const hidden = ner.Hidden

type units [hidden]float32

// A net is a model in training. The first layer takes vectors; packed makes rows
// of it.
type net struct {
	vectors  param   // weights of slot, unit and dimension, until they become rows
	out      param   // of unit and label
	bias     param   // of the units
	base     param   // of the labels
	traits   []units // and after them the rows of the slots
	squares  []units // sums of squared gradients of the traits
	hashes   []uint32
	books    []vectors
	unfolded bool
	peaks    []int // how often a unit was so large, in tenths
}

// A param is a set of weights under Adam.
type param struct{ weights, gradient, mean, square []float32 }

func newParam(n int, spread float32, r *random) param {
	p := param{make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)}
	for i := range p.weights {
		p.weights[i] = (float32(r.next()>>40)/(1<<24) - 0.5) * spread
	}
	return p
}

// step applies the gradient to one part of the weights.
func (p *param) step(rate float32, part int) {
	for i := part * len(p.weights) / workers; i < (part+1)*len(p.weights)/workers; i++ {
		g := p.gradient[i]
		p.gradient[i] = 0
		p.mean[i] += 0.1 * (g - p.mean[i])
		p.square[i] += 0.001 * (g*g - p.square[i])
		p.weights[i] -= rate * p.mean[i] / (root(p.square[i]) + 1e-6)
	}
}

// isRow reports whether an id is that of a row of a slot, among the traits.
func (n *net) isRow(id int32) bool { return int(id) >= len(n.hashes) }

// lengthen is what the vectors are multiplied by, so that they weigh as much as
// the traits.
const lengthen = 3

func trainNet(v *sights, books []vectors, set netSettings, report func(epoch int, loss float64)) *net {
	r := random(set.seed)
	n := &net{
		vectors: newParam(ner.Slots*dimensions*hidden, 0.3, &r), out: newParam(hidden*labels, 0.3, &r),
		bias: newParam(hidden, 0, &r), base: newParam(labels, 0, &r),
		hashes: v.number(int32(set.least)), books: books,
	}
	n.traits = make([]units, len(n.hashes)+ner.Slots*ner.SlotRows)
	n.squares = make([]units, len(n.traits))
	order := make([]int, len(v.ends))
	for i := range order {
		order[i] = i
	}
	var works [workers]*netWork
	for k := range works {
		works[k] = newNetWork(n)
	}
	batches := (len(order) + set.batch - 1) / set.batch
	for epoch := range set.epochs + set.tuning {
		if epoch == set.epochs {
			n.unfold()
		}
		shuffle(order, set.seed+uint64(epoch)*7919)
		loss := 0.0
		for b := range batches {
			tokens := order[b*set.batch : min((b+1)*set.batch, len(order))]
			rate := float32(1 - float64(epoch*batches+b)/float64((set.epochs+set.tuning)*batches))
			parallel(workers, func(k int) { works[k].run(n, v, tokens, k, set, uint64(epoch)) })
			parallel(workers, func(k int) { n.apply(works[:], set, rate, k) })
			for _, w := range works {
				loss += w.loss
			}
		}
		report(epoch, loss)
	}
	if !n.unfolded {
		n.unfold()
	}
	n.peaks = works[0].peaks[:]
	return n
}

// A netWork holds what one worker found: gradients summed over its tokens of a
// batch, and for the traits those of each token.
type netWork struct {
	vectors, out, bias, base []float32
	kept                     []int32 // traits that dropout left
	ends                     []int   // of each token
	tokens                   []units // gradients of the hidden units before their threshold
	loss                     float64
	vector                   []float32
	seen                     []seen
	h, dh                    units
	peaks                    [1000]int
}

// seen is a vector in a slot.
type seen struct {
	slot int32
	from int // in the space of vectors
}

func newNetWork(n *net) *netWork {
	return &netWork{
		vectors: make([]float32, len(n.vectors.weights)), out: make([]float32, len(n.out.weights)),
		bias: make([]float32, hidden), base: make([]float32, labels),
	}
}

// run finds the gradients of every second token of a batch.
func (w *netWork) run(n *net, v *sights, tokens []int, part int, set netSettings, epoch uint64) {
	w.kept, w.ends, w.tokens, w.loss = w.kept[:0], w.ends[:0], w.tokens[:0], 0
	for i := part; i < len(tokens); i += workers {
		t := tokens[i]
		w.token(n, v, t, set, random(set.seed^epoch<<40^uint64(t)*0x9E3779B97F4A7C15))
	}
}

// apply updates one part of the weights.
func (n *net) apply(works []*netWork, set netSettings, rate float32, part int) {
	scale := 1 / float32(set.batch)
	for _, p := range []struct {
		*param
		of func(w *netWork) []float32
	}{
		{&n.vectors, func(w *netWork) []float32 { return w.vectors[:len(n.vectors.weights)] }}, {&n.out, func(w *netWork) []float32 { return w.out }},
		{&n.bias, func(w *netWork) []float32 { return w.bias }}, {&n.base, func(w *netWork) []float32 { return w.base }},
	} {
		for _, w := range works {
			g := p.of(w)
			for i := part * len(g) / workers; i < (part+1)*len(g)/workers; i++ {
				p.gradient[i] += g[i] * scale
				g[i] = 0
			}
		}
		p.step(rate*float32(set.rate), part)
	}
	for _, w := range works {
		from := 0
		for t, end := range w.ends {
			for _, f := range w.kept[from:end] {
				if int(f)%workers != part {
					continue
				}
				row, squares := &n.traits[f], &n.squares[f]
				share := 1 / float32(1-set.traits)
				if n.isRow(f) {
					share = 1 / float32(1-set.slots)
				}
				for j, g := range w.tokens[t] {
					if g != 0 {
						g *= share
						squares[j] += g * g
						row[j] -= rate * float32(set.traitAt) * g / (root(squares[j]) + 1e-3)
					}
				}
			}
			from = end
		}
	}
}

// look reads the rows of a token: vectors into w.seen, others among the traits.
func (w *netWork) look(n *net, rows []int32, dropped uint32) {
	w.seen, w.vector = w.seen[:0], w.vector[:0]
	for i := 0; i < len(rows); {
		slot, row := rows[i]/ner.SlotRows, rows[i]%ner.SlotRows
		out := dropped>>slot&1 != 0
		if row < ner.RowHeads || n.unfolded {
			if !out {
				w.kept = append(w.kept, int32(len(n.hashes))+rows[i])
			}
			i++
			continue
		}
		if !out {
			w.seen = append(w.seen, seen{slot, len(w.vector)})
			w.vector = append(w.vector, n.books[0].at(int(row-ner.RowHeads))...)
			v := w.vector[len(w.vector)-dimensions:]
			for stage, book := range n.books[1:] {
				c := rows[i+1+stage]%ner.SlotRows - ner.RowHeads - ner.Heads - int32(stage)*ner.Steps
				for d, x := range book.at(int(c)) {
					v[d] += x
				}
			}
			for d := range v {
				v[d] *= lengthen
			}
		}
		i += 1 + ner.Stages
	}
}

// token finds the gradients of token t.
func (w *netWork) token(n *net, v *sights, t int, set netSettings, r random) {
	first := len(w.kept)
	w.choose(n, v, t, set, &r)
	w.ends = append(w.ends, len(w.kept))
	z := w.forward(n, w.kept[first:], set, &r)
	dz, loss := softmax(&z, v.allowed[t])
	w.loss += loss
	w.backward(n, &dz, set)
	w.tokens = append(w.tokens, w.dh)
}

// choose sets what is seen of a token, but for what is left out by chance.
func (w *netWork) choose(n *net, v *sights, t int, set netSettings, r *random) {
	var from viewEnd
	if t > 0 {
		from = v.ends[t-1]
	}
	end := v.ends[t]
	var dropped uint32
	for s := range ner.Slots {
		if r.chance(set.slots) {
			dropped |= 1 << s
		}
	}
	w.look(n, v.rows[from.rows:end.rows], dropped)
	for _, f := range v.traits[from.traits:end.traits] {
		if !r.chance(set.traits) {
			w.kept = append(w.kept, f)
		}
	}
}

// forward sets the hidden units, of which some are left out by chance, and returns the
// scores of the labels.
func (w *netWork) forward(n *net, kept []int32, set netSettings, r *random) (z row) {
	slots, traits, rest := float32(1/(1-set.slots)), float32(1/(1-set.traits)), float32(1/(1-set.hidden))
	h := &w.h
	copy(h[:], n.bias.weights)
	for _, s := range w.seen {
		vector, weights := w.vector[s.from:s.from+dimensions], vectors(n.vectors.weights)
		for j := range h {
			h[j] += slots * dot(vector, weights.at(int(s.slot)*hidden+j))
		}
	}
	for _, f := range kept {
		if n.isRow(f) {
			addScaled(h[:], slots, n.traits[f][:])
		} else {
			addScaled(h[:], traits, n.traits[f][:])
		}
	}
	copy(z[:], n.base.weights)
	for j := range h {
		if h[j] > 0 {
			w.peaks[min(int(h[j]*10), len(w.peaks)-1)]++
		}
		if h[j] <= 0 || r.chance(set.hidden) {
			h[j] = 0
			continue
		}
		h[j] *= rest
		for l, o := range n.out.weights[j*labels : (j+1)*labels] {
			z[l] += h[j] * o
		}
	}
	return z
}

// backward adds to the gradients of all weights but those of traits, for which it sets
// that of the hidden units, given that of the scores.
func (w *netWork) backward(n *net, dz *row, set netSettings) {
	slots, rest := float32(1/(1-set.slots)), float32(1/(1-set.hidden))
	h := &w.h
	for l, d := range dz {
		w.base[l] += d
	}
	for j := range h {
		w.dh[j] = 0
		if h[j] == 0 {
			continue
		}
		o, g := n.out.weights[j*labels:(j+1)*labels], w.out[j*labels:(j+1)*labels]
		sum := float32(0)
		for l, d := range dz {
			sum += d * o[l]
			g[l] += h[j] * d
		}
		w.dh[j] = sum * rest
		w.bias[j] += w.dh[j]
	}
	for _, s := range w.seen {
		vector, gradient := w.vector[s.from:s.from+dimensions], vectors(w.vectors)
		for j, g := range w.dh {
			if g != 0 {
				addScaled(gradient.at(int(s.slot)*hidden+j), slots*g, vector)
			}
		}
	}
}

// addScaled adds a times x to dst. Both are as long, and a multiple of four.
func addScaled(dst []float32, a float32, x []float32) {
	x = x[:len(dst)]
	for i := 3; i < len(dst); i += 4 {
		dst[i-3] += a * x[i-3]
		dst[i-2] += a * x[i-2]
		dst[i-1] += a * x[i-1]
		dst[i] += a * x[i]
	}
}

// softmax returns the gradient of the loss of the scores z, and the loss: of the
// probability of the labels that are allowed.
func softmax(z *row, allowed uint64) (gradient row, loss float64) {
	best := z[0]
	for _, v := range z {
		best = max(best, v)
	}
	var p row
	var all, some float32
	for l, v := range z {
		p[l] = float32(math.Exp(float64(v - best)))
		all += p[l]
		if allowed>>l&1 != 0 {
			some += p[l]
		}
	}
	some = max(some, 1e-20)
	for l := range p {
		gradient[l] = p[l] / all
		if allowed>>l&1 != 0 {
			gradient[l] -= p[l] / some
		}
	}
	return gradient, math.Log(float64(all)) - math.Log(float64(some))
}

// packed returns the weights in the form that the model packs.
func (n *net) packed() *ner.Net {
	w := ner.NetWeights{
		Slots: make([][]float32, ner.Slots*ner.SlotRows), Traits: n.hashes, Rows: make([][]float32, len(n.hashes)),
		Bias: n.bias.weights, Base: n.base.weights, Top: n.top(),
	}
	for f := range w.Rows {
		w.Rows[f] = n.traits[f][:]
	}
	for j := range hidden {
		w.Out = append(w.Out, n.out.weights[j*labels:(j+1)*labels])
	}
	for i := range w.Slots {
		w.Slots[i] = n.traits[len(n.hashes)+i][:]
	}
	return ner.PackNet(w)
}

// unfold makes a row of each centroid in each slot.
func (n *net) unfold() {
	n.unfolded = true
	parallel(ner.Slots*ner.SlotRows, func(i int) {
		slot, row := i/ner.SlotRows, i%ner.SlotRows
		if row < ner.RowHeads {
			return
		}
		for j := range hidden {
			n.traits[len(n.hashes)+i][j] = lengthen * dot(n.centroid(row-ner.RowHeads), vectors(n.vectors.weights).at(slot*hidden+j))
		}
	})
	n.vectors = param{}
}

// centroid returns a centroid by its number over all books.
func (n *net) centroid(i int) []float32 {
	if i < ner.Heads {
		return n.books[0].at(i)
	}
	i -= ner.Heads
	return n.books[1+i/ner.Steps].at(i % ner.Steps)
}

// top returns the value that one hidden unit in a thousand exceeds.
func (n *net) top() float32 {
	all := 0
	for _, c := range n.peaks {
		all += c
	}
	above := 0
	for i := len(n.peaks) - 1; i > 0; i-- {
		if above += n.peaks[i]; above*1000 > all {
			return float32(i+1) / 10
		}
	}
	return 0.1
}
