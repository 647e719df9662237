package ner

import (
	"math"
	"math/bits"
)

// beam is how far below the best a label may be, as a logarithm, by its own score
// and by that of the best way to it: what is left out has less than a thousandth
// of the probability.
const beam = 7

// A labelSet has a bit for each label.
type labelSet uint64

// The labels of all classes by their positions, and those that may start and end a
// sentence.
const (
	begins labelSet = 0x1111111111111111 << (1 + Begin) & (1<<Limit - 1)
	starts          = 1<<Out | begins | begins<<Single
	ends            = 1<<Out | begins<<End | begins<<Single
)

// next takes the first label out of a set.
func (s *labelSet) next() int {
	l := bits.TrailingZeros64(uint64(*s))
	*s &= *s - 1
	return l
}

// lanes is how many labels there is room for, so that no number of one is too large.
const lanes = 1 << 6

const never = math.MinInt32 / 2

// best runs the Viterbi search over the scores of a stretch. It finds the labels
// that are left of each token on the way.
func (d *Decoder) best(m *Model, start, end int) {
	labels := Labels(len(m.Classes))
	d.alive = grow(d.alive, len(d.Tokens))
	d.back = grow(d.back, (end-start)*labels)
	var a, b [lanes]int32
	prev, cur := &a, &b
	for i := start; i < end; i++ {
		scores := d.scores[i*labels : (i+1)*labels]
		wanted := d.near[i]
		if i == end-1 {
			wanted &= ends
		}
		switch {
		case i == start:
			d.alive[i] = wanted&starts | 1<<Out
			copy(cur[:], scores)
		case d.near[i] == 0 || d.alive[i-1]|wanted == 1<<Out: // most small words
			d.alive[i] = 1 << Out
			top, from := m.arrive(prev, d.alive[i-1]&ends, Out)
			cur[Out], d.back[(i-start)*labels+Out] = top+scores[Out], from
		default:
			reached := m.advance(prev, cur, scores, d.back[(i-start)*labels:], d.alive[i-1], wanted, i == end-1)
			top := int32(never)
			for s := reached; s != 0; {
				top = max(top, cur[s.next()%lanes])
			}
			for s := reached; s != 0; {
				if bit := s & -s; cur[s.next()%lanes] < top-m.width {
					reached &^= bit
				}
			}
			d.alive[i] = reached | 1<<Out // so that there always is a way on
		}
		prev, cur = cur, prev
	}
	top, at := int32(math.MinInt32), Out
	for s := d.alive[end-1] & ends; s != 0; {
		if l := s.next() % lanes; prev[l] > top {
			top, at = prev[l], l
		}
	}
	for i := end - 1; i >= start; i-- {
		d.labels[i] = uint8(at)
		at = int(d.back[(i-start)*labels+at])
	}
}

// near returns the labels whose scores are not too far below the best.
func (m *Model) near(scores []int32, best int32) (out labelSet) {
	below := best - m.width - 1
	for l, v := range scores {
		out |= isAbove(v, below) << (l % lanes)
	}
	return out
}

// advance moves the search on by one token, from the labels that are left to the
// wanted ones and those that names must go on with. It returns the labels that it
// reached.
func (m *Model) advance(prev, cur *[lanes]int32, scores []int32, back []uint8, from, wanted labelSet, last bool) (reached labelSet) {
	for open := (from | from>>Inside) & begins; open != 0; {
		b := open.next() % lanes
		goesOn := from>>b&1 != 0
		inside := from>>(b+Inside)&1 != 0
		for to := b + Inside; to <= b+End; to++ {
			if last && to == b+Inside {
				continue
			}
			t, top, at := &m.into[to%lanes], int32(never), b
			if goesOn {
				top = max(top, prev[b]+t[b])
			}
			if k := (b + Inside) % lanes; inside && prev[k]+t[k] > top {
				top, at = prev[k]+t[k], k
			}
			cur[to%lanes], back[to] = top+scores[to], uint8(at)
			reached |= 1 << to
		}
	}
	closed := from & ends
	if closed == 0 {
		return reached
	}
	wanted = wanted&starts | 1<<Out
	reached |= wanted
	for wanted != 0 {
		to := wanted.next()
		top, at := m.arrive(prev, closed, to)
		cur[to%lanes], back[to] = top+scores[to], at
	}
	return reached
}

// arrive returns the best way from some labels to another, and the last of them.
func (m *Model) arrive(prev *[lanes]int32, from labelSet, to int) (top int32, at uint8) {
	t := &m.into[to%lanes]
	top = math.MinInt32
	for s := from; s != 0; {
		k := s.next() % lanes
		if v := prev[k] + t[k]; v > top {
			top, at = v, uint8(k)
		}
	}
	return top, at
}

// weigh runs the forward and backward sums over the tokens of a stretch.
func (d *Decoder) weigh(m *Model, start, end int) {
	labels := Labels(len(m.Classes))
	n := end - start
	d.factors = grow(d.factors, n*labels)
	d.forward = grow(d.forward, n*labels)
	d.backward = grow(d.backward, n*labels)
	clear(d.factors)
	clear(d.forward)
	clear(d.backward)
	d.norms = grow(d.norms, n)
	for i := range n {
		m.factors(d.scores[(start+i)*labels:], d.factors[i*labels:], d.alive[start+i])
	}
	d.sums(m, d.alive[start:end], labels)
}

// factors turns the scores of labels into factors relative to the best.
func (m *Model) factors(scores []int32, out []float32, labels labelSet) {
	if labels == 1<<Out {
		out[Out] = 1
		return
	}
	top := int32(math.MinInt32)
	for s := labels; s != 0; {
		top = max(top, scores[s.next()])
	}
	for s := labels; s != 0; {
		l := s.next()
		out[l] = m.decay[min(int(top-scores[l]), len(m.decay)-1)]
	}
}

// sums runs the forward and backward sums over the tokens, scaled token by token.
func (d *Decoder) sums(m *Model, alive []labelSet, labels int) {
	f, n := d.forward, len(alive)
	for s := alive[0] & starts; s != 0; {
		l := s.next()
		f[l] = d.factors[l]
	}
	d.norms[0] = rescale(f, alive[0])
	for i := 1; i < n; i++ {
		cur := f[i*labels : (i+1)*labels]
		if alive[i] == 1<<Out { // whatever was before
			cur[Out], d.norms[i] = 1, 1
			continue
		}
		m.forward(f[(i-1)*labels:i*labels], cur, d.factors[i*labels:], alive[i-1], alive[i])
		d.norms[i] = rescale(cur, alive[i])
	}
	b := d.backward
	for s := alive[n-1] & ends; s != 0; {
		b[(n-1)*labels+s.next()] = 1
	}
	for i := n - 2; i >= 0; i-- {
		cur := b[i*labels : (i+1)*labels]
		if alive[i] == 1<<Out {
			cur[Out] = 1
			continue
		}
		m.backward(b[(i+1)*labels:(i+2)*labels], cur, d.factors[(i+1)*labels:], alive[i+1], alive[i])
		rescale(cur, alive[i])
	}
}

func (m *Model) forward(prev, cur, factors []float32, from, to labelSet) {
	labels := len(prev)
	for s := to & starts; s != 0; {
		l := s.next()
		arrivals := m.arrivals[l*labels:][:labels]
		sum := float32(0)
		for f := from & ends; f != 0; {
			k := f.next()
			sum += prev[k] * arrivals[k]
		}
		cur[l] = sum * factors[l]
	}
	for s := to &^ starts; s != 0; {
		l := s.next()
		arrivals := m.arrivals[l*labels:][:labels]
		b := l - (l-1)%4
		cur[l] = (prev[b]*arrivals[b] + prev[b+Inside]*arrivals[b+Inside]) * factors[l]
	}
}

func (m *Model) backward(next, cur, factors []float32, from, to labelSet) {
	labels := len(next)
	for s := to & ends; s != 0; {
		k := s.next()
		chances := m.chances[k*labels:][:labels]
		sum := float32(0)
		for f := from & starts; f != 0; {
			l := f.next()
			sum += next[l] * factors[l] * chances[l]
		}
		cur[k] = sum
	}
	for s := to &^ ends; s != 0; {
		k := s.next()
		chances := m.chances[k*labels:][:labels]
		b := k - (k-1)%4
		cur[k] = next[b+Inside]*factors[b+Inside]*chances[b+Inside] + next[b+End]*factors[b+End]*chances[b+End]
	}
}

// rescale makes the values of the labels sum to 1 and returns what they summed to.
func rescale(v []float32, labels labelSet) float32 {
	sum := float32(0)
	for s := labels; s != 0; {
		sum += v[s.next()]
	}
	if sum <= 0 || sum != sum {
		for s := labels; s != 0; {
			v[s.next()] = 0
		}
		v[Out] = 1
		return 1
	}
	part := 1 / sum
	for s := labels; s != 0; {
		v[s.next()] *= part
	}
	return sum
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}
