package main

import (
	"math"
	"slices"

	"github.com/copydesk-go/copydesk/internal/ner"
)

const labels = 1 + 4*classes

type row [labels]float32

// instances are sentences with the features of their tokens and the labels that
// each token may have.
type instances struct {
	features  []int32  // of all tokens; hashes until number makes them ids
	tokens    []int    // end of the features of each token
	allowed   []uint64 // labels of each token, as bits
	sentences []int    // end of the tokens of each sentence
}

// settings of a training run.
type settings struct {
	runs    int
	epochs  int
	rate    float64
	dropout float64
	seed    uint64
}

// A crf is a model in training.
type crf struct {
	weights []row // by feature
	squares []row // sums of squared gradients, for AdaGrad
	sum     []row // of the weights at the ends of the later epochs
	trans   [labels]row
	tsquare [labels]row
	tsum    [labels]row
	chances [labels]row // exp of trans where a pair is legal
	sums    int
}

// batch is how many sentences see the same weights. They are worked on in
// parallel, and their gradients applied in their order.
const batch = 8

// trainRuns averages models that differ in their seed: linear models average
// exactly.
func trainRuns(in *instances, n int, set settings, report func(epoch int, loss float64)) *crf {
	m := train(in, n, set, report)
	for k := 1; k < set.runs; k++ {
		set.seed += 1000
		m.add(train(in, n, set, report))
	}
	m.scale(1 / float32(set.runs))
	return m
}

func (m *crf) add(o *crf) {
	for f := range m.weights {
		for l := range labels {
			m.weights[f][l] += o.weights[f][l]
		}
	}
	for a := range labels {
		for b := range labels {
			m.trans[a][b] += o.trans[a][b]
		}
	}
}

func (m *crf) scale(by float32) {
	for f := range m.weights {
		for l := range labels {
			m.weights[f][l] *= by
		}
	}
	for a := range labels {
		for b := range labels {
			m.trans[a][b] *= by
		}
	}
}

// train fits a model to the instances, whose features are ids below n.
func train(in *instances, n int, set settings, report func(epoch int, loss float64)) *crf {
	m := &crf{weights: make([]row, n), squares: make([]row, n), sum: make([]row, n)}
	order := make([]int, len(in.sentences))
	for i := range order {
		order[i] = i
	}
	works := make([]*work, batch)
	for i := range works {
		works[i] = new(work)
	}
	for epoch := range set.epochs {
		shuffle(order, set.seed+uint64(epoch))
		loss := 0.0
		for b := range slices.Chunk(order, batch) {
			m.exponentiate()
			parallel(len(b), func(i int) {
				works[i].run(m, in, b[i], set, random(set.seed^uint64(epoch)<<32^uint64(b[i])))
			})
			parallel(workers, func(part int) {
				for i := range b {
					works[i].apply(m, float32(set.rate), part)
				}
			})
			for i := range b {
				works[i].applyTransitions(m, float32(set.rate))
				loss += works[i].loss
			}
		}
		if 2*epoch >= set.epochs {
			m.accumulate()
		}
		report(epoch, loss)
	}
	m.average()
	return m
}

func (m *crf) exponentiate() {
	for a := range labels {
		for b := range labels {
			if ner.Follows(a, b) {
				m.chances[a][b] = float32(math.Exp(float64(m.trans[a][b])))
			}
		}
	}
}

func (m *crf) accumulate() {
	m.sums++
	parallel(len(m.sum), func(f int) {
		for l := range labels {
			m.sum[f][l] += m.weights[f][l]
		}
	})
	for a := range labels {
		for b := range labels {
			m.tsum[a][b] += m.trans[a][b]
		}
	}
}

func (m *crf) average() {
	scale := 1 / float32(m.sums)
	parallel(len(m.sum), func(f int) {
		for l := range labels {
			m.weights[f][l] = m.sum[f][l] * scale
		}
	})
	for a := range labels {
		for b := range labels {
			m.trans[a][b] = m.tsum[a][b] * scale
		}
	}
	m.sum, m.squares = nil, nil
}

// random is a small generator of its own, so that runs repeat everywhere.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// chance is true with this probability.
func (r *random) chance(p float64) bool { return float64(r.next()>>40)/(1<<24) < p }

func shuffle(order []int, seed uint64) {
	r := random(seed)
	for i := len(order) - 1; i > 0; i-- {
		j := int(r.next() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}

// work is the gradient of one sentence, and the space to find it.
type work struct {
	kept     []int32 // features that dropout left, of all tokens
	ends     []int
	factors  []row // of the emissions
	free     lattice
	bound    lattice
	gradient []row
	trans    [labels]row
	scale    float32
	loss     float64
}

// A lattice holds forward and backward sums, scaled token by token.
type lattice struct {
	forward, backward []row
	norms             []float64
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// run finds the gradient of a sentence: what the labels that are allowed expect
// minus what the model expects on its own.
func (w *work) run(m *crf, in *instances, sentence int, set settings, r random) {
	start := 0
	if sentence > 0 {
		start = in.sentences[sentence-1]
	}
	end := in.sentences[sentence]
	n := end - start
	w.kept, w.ends = w.kept[:0], w.ends[:0]
	w.scale = float32(1 / (1 - set.dropout))
	threshold := uint64(set.dropout * (1 << 32))
	w.factors = grow(w.factors, n)
	for t := start; t < end; t++ {
		from := 0
		if t > 0 {
			from = in.tokens[t-1]
		}
		var sum row
		for _, f := range in.features[from:in.tokens[t]] {
			if f < 0 || r.next()&(1<<32-1) < threshold {
				continue
			}
			w.kept = append(w.kept, f)
			for l, v := range &m.weights[f] {
				sum[l] += v
			}
		}
		w.ends = append(w.ends, len(w.kept))
		for l := range sum {
			sum[l] *= w.scale
		}
		best := sum[0]
		for _, v := range sum {
			best = max(best, v)
		}
		for l, v := range sum {
			w.factors[t-start][l] = float32(math.Exp(float64(v - best)))
		}
	}
	all := w.free.sum(m, w.factors, nil)
	bound := w.bound.sum(m, w.factors, in.allowed[start:end])
	w.loss = all - bound
	w.gradient = grow(w.gradient, n)
	w.trans = [labels]row{}
	for t := range n {
		p, q := w.free.marginals(t), w.bound.marginals(t)
		for l := range labels {
			w.gradient[t][l] = q[l] - p[l]
		}
		if t > 0 {
			w.free.pairs(m, w.factors, nil, t, -1, &w.trans)
			w.bound.pairs(m, w.factors, in.allowed[start:end], t, 1, &w.trans)
		}
	}
}

// sum runs both passes and returns the logarithm of the sum over all paths,
// relative to the best emissions.
func (x *lattice) sum(m *crf, factors []row, allowed []uint64) float64 {
	n := len(factors)
	x.forward, x.backward = grow(x.forward, n), grow(x.backward, n)
	x.norms = grow(x.norms, n)
	logZ := 0.0
	for t := range n {
		f := &x.forward[t]
		if t == 0 {
			for l := range labels {
				f[l] = 0
				if ner.Starts(l) {
					f[l] = factors[0][l]
				}
			}
		} else {
			step(&x.forward[t-1], f, &factors[t], &m.chances)
		}
		if allowed != nil {
			mask(f, allowed[t])
		}
		if t == n-1 {
			for l := range labels {
				if !ner.Ends(l) {
					f[l] = 0
				}
			}
		}
		x.norms[t] = normalize(f)
		logZ += math.Log(x.norms[t])
	}
	b := &x.backward[n-1]
	for l := range labels {
		b[l] = 0
		if ner.Ends(l) {
			b[l] = 1
		}
	}
	for t := n - 2; t >= 0; t-- {
		next := x.backward[t+1]
		for l := range labels {
			next[l] *= factors[t+1][l]
		}
		if allowed != nil {
			mask(&next, allowed[t+1])
		}
		back(&next, &x.backward[t], &m.chances)
		normalize(&x.backward[t])
	}
	return logZ
}

func mask(r *row, allowed uint64) {
	for l := range labels {
		if allowed>>l&1 == 0 {
			r[l] = 0
		}
	}
}

func normalize(r *row) float64 {
	sum := float32(0)
	for _, v := range r {
		sum += v
	}
	if sum < 1e-30 {
		sum = 1e-30
	}
	inverse := 1 / sum
	for l := range r {
		r[l] *= inverse
	}
	return float64(sum)
}

var (
	starting = []int{0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20, 21, 24, 25, 28, 29, 32, 33, 36}
	ending   = []int{0, 3, 4, 7, 8, 11, 12, 15, 16, 19, 20, 23, 24, 27, 28, 31, 32, 35, 36}
)

func step(prev, cur, factors *row, chances *[labels]row) {
	var sum row
	for _, k := range ending {
		p, c := prev[k], &chances[k]
		if p < 1e-9 {
			continue
		}
		for _, l := range starting {
			sum[l] += p * c[l]
		}
	}
	for b := 1; b < labels; b += 4 {
		for to := b + 1; to <= b+2; to++ {
			sum[to] = prev[b]*chances[b][to] + prev[b+1]*chances[b+1][to]
		}
	}
	for l := range labels {
		cur[l] = sum[l] * factors[l]
	}
}

func back(next, cur *row, chances *[labels]row) {
	for _, k := range ending {
		c := &chances[k]
		sum := float32(0)
		for _, l := range starting {
			sum += next[l] * c[l]
		}
		cur[k] = sum
	}
	for b := 1; b < labels; b += 4 {
		for from := b; from <= b+1; from++ {
			cur[from] = chances[from][b+1]*next[b+1] + chances[from][b+2]*next[b+2]
		}
	}
}

func (x *lattice) marginals(t int) (p row) {
	sum := float32(0)
	for l := range labels {
		p[l] = x.forward[t][l] * x.backward[t][l]
		sum += p[l]
	}
	if sum > 0 {
		for l := range p {
			p[l] /= sum
		}
	}
	return p
}

// pairs adds the probabilities of the label pairs at t-1 and t, times sign.
func (x *lattice) pairs(m *crf, factors []row, allowed []uint64, t int, sign float32, into *[labels]row) {
	next := x.backward[t]
	for l := range labels {
		next[l] *= factors[t][l]
	}
	if allowed != nil {
		mask(&next, allowed[t])
	}
	prev := &x.forward[t-1]
	sum := float32(0)
	for a := range labels {
		if prev[a] < 1e-6 {
			continue
		}
		for b := range labels {
			sum += prev[a] * m.chances[a][b] * next[b]
		}
	}
	if sum <= 0 {
		return
	}
	for a := range labels {
		if prev[a] < 1e-6 {
			continue
		}
		f := sign * prev[a] / sum
		for b := range labels {
			into[a][b] += f * m.chances[a][b] * next[b]
		}
	}
}

// negligible gradients are not applied.
const negligible = 0.002

// apply updates the features of one part with AdaGrad.
func (w *work) apply(m *crf, rate float32, part int) {
	from := 0
	for t, end := range w.ends {
		var which [labels]int
		n := 0
		for l, g := range w.gradient[t] {
			if g > negligible || g < -negligible {
				which[n] = l
				n++
			}
		}
		if n > 0 {
			for _, f := range w.kept[from:end] {
				if int(f)%workers != part {
					continue
				}
				weights, squares := &m.weights[f], &m.squares[f]
				for _, l := range which[:n] {
					g := w.gradient[t][l] * w.scale
					squares[l] += g * g
					weights[l] += rate * g / (root(squares[l]) + 1e-4)
				}
			}
		}
		from = end
	}
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func (w *work) applyTransitions(m *crf, rate float32) {
	for a := range labels {
		for b, g := range w.trans[a] {
			if g > negligible || g < -negligible {
				m.tsquare[a][b] += g * g
				m.trans[a][b] += rate * g / (root(m.tsquare[a][b]) + 1e-4)
			}
		}
	}
}
