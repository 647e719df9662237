package ner

import (
	"math"

	"github.com/copydesk-go/copydesk/internal/token"
)

// A Span is a name found in a document: tokens [Start, End) and a class.
type Span struct {
	Start, End  int
	Class       int
	Probability float64 // that the model gives to exactly this span and class
	Confidence  float64 // how often names of this probability are right
}

// A Decoder finds the names of a document. It is scratch space for one goroutine.
type Decoder struct {
	Document
	tokens   []token.Token
	ends     []int
	features []uint32
	view     View
	scores   []int32 // of all tokens, by label
	labels   []uint8 // of all tokens
	back     []uint8
	forward  []float32
	backward []float32
	factors  []float32
	norms    []float32
	spans    []Span
}

// Decode returns the names of the document that was read, in order. The result
// is good until the next call.
func (d *Decoder) Decode(m *Model) []Span {
	d.label(m)
	d.spans = d.spans[:0]
	start := 0
	for _, end := range d.Sentences {
		from := len(d.spans)
		d.spans = appendSpans(d.spans, d.labels, start, end)
		if len(d.spans) > from {
			d.confide(m, d.spans[from:], start, end)
		}
		start = end
	}
	return d.spans
}

// label gives every token its scores and its label, sentence by sentence.
func (d *Decoder) label(m *Model) {
	labels := Labels(len(m.Classes))
	d.scores = grow(d.scores, len(d.Tokens)*labels)
	d.labels = grow(d.labels, len(d.Tokens))
	start := 0
	for s, end := range d.Sentences {
		for i := start; i < end; i++ {
			d.features = d.Features(d.features[:0], s, i, start, end)
			scores := d.scores[i*labels : (i+1)*labels]
			m.score(d.features, scores)
			if m.net != nil && d.Active(i, start, end) {
				d.View(&d.view, s, i, start, end)
				m.net.add(&d.view, scores)
			}
		}
		d.best(m, start, end)
		start = end
	}
}

// appendSpans appends the names that the labels of a sentence spell.
func appendSpans(dst []Span, labels []uint8, start, end int) []Span {
	for i := start; i < end; i++ {
		l := int(labels[i])
		if l == Out {
			continue
		}
		j := i
		if (l-1)%4 == Begin {
			for j++; (int(labels[j])-1)%4 != End; j++ {
			}
		}
		dst = append(dst, Span{Start: i, End: j + 1, Class: (l - 1) / 4})
		i = j
	}
	return dst
}

const never = math.MinInt32 / 2

// best runs the Viterbi search over the scores of a sentence.
func (d *Decoder) best(m *Model, start, end int) {
	labels := Labels(len(m.Classes))
	d.back = grow(d.back, (end-start)*labels)
	scores := d.scores[start*labels : end*labels]
	var a, b [Limit]int32
	prev, cur := a[:labels], b[:labels]
	for l := range prev {
		prev[l] = never
		if Starts(l) {
			prev[l] = scores[l]
		}
	}
	for i := labels; i < len(scores); i += labels {
		m.advance(prev, cur, scores[i:i+labels], d.back[i:i+labels])
		prev, cur = cur, prev
	}
	top, at := int32(math.MinInt32), Out
	for l, v := range prev {
		if Ends(l) && v > top {
			top, at = v, l
		}
	}
	for i := end - 1; i >= start; i-- {
		d.labels[i] = uint8(at)
		at = int(d.back[(i-start)*labels+at])
	}
}

// Limit is the most labels that a model may have.
const Limit = 1 + 4*MaxClasses

// advance moves the search on by one token.
func (m *Model) advance(prev, cur, scores []int32, back []uint8) {
	labels := len(prev)
	t := m.transitions
	// Most ways to end a name are so far behind that no transition makes up for it.
	sure := int32(math.MinInt32)
	for _, k := range m.ends {
		sure = max(sure, prev[k]+m.worst[k])
	}
	var near [Limit]int
	ends := near[:0]
	for _, k := range m.ends {
		if prev[k]+m.best[k] >= sure {
			ends = append(ends, k)
		}
	}
	for _, l := range m.starts {
		top, at := int32(math.MinInt32), 0
		for _, k := range ends {
			if v := prev[k] + t[k*labels+l]; v > top {
				top, at = v, k
			}
		}
		cur[l] = top + scores[l]
		back[l] = uint8(at)
	}
	for l := 1; l < labels; l += 4 {
		for to := l + Inside; to <= l+End; to++ {
			top, at := prev[l]+t[l*labels+to], l
			if v := prev[l+Inside] + t[(l+Inside)*labels+to]; v > top {
				top, at = v, l+Inside
			}
			cur[to] = top + scores[to]
			back[to] = uint8(at)
		}
	}
}

// confide sets the probability and the confidence of the spans of a sentence.
func (d *Decoder) confide(m *Model, spans []Span, start, end int) {
	labels := Labels(len(m.Classes))
	n := end - start
	d.factors = grow(d.factors, n*labels)
	d.forward = grow(d.forward, n*labels)
	d.backward = grow(d.backward, n*labels)
	d.norms = grow(d.norms, n)
	for i := range n {
		m.factors(d.scores[(start+i)*labels:(start+i+1)*labels], d.factors[i*labels:(i+1)*labels])
	}
	d.sums(m, n, labels)
	for k := range spans {
		s := &spans[k]
		s.Probability = d.chance(m, s, start, labels)
		s.Confidence = m.curve.at(s.Probability)
	}
}

// factors turns scores into factors relative to the best.
func (m *Model) factors(scores []int32, out []float32) {
	top := scores[0]
	for _, v := range scores {
		top = max(top, v)
	}
	for l, v := range scores {
		out[l] = 0
		if below := int(top - v); below < len(m.decay) {
			out[l] = m.decay[below]
		}
	}
}

// sums runs the forward and backward sums over n tokens, scaled token by token.
func (d *Decoder) sums(m *Model, n, labels int) {
	f := d.forward
	for l := range labels {
		f[l] = 0
		if Starts(l) {
			f[l] = d.factors[l]
		}
	}
	d.norms[0] = rescale(f[:labels])
	for i := 1; i < n; i++ {
		m.forward(f[(i-1)*labels:i*labels], f[i*labels:(i+1)*labels], d.factors[i*labels:])
		d.norms[i] = rescale(f[i*labels : (i+1)*labels])
	}
	b := d.backward
	for l := range labels {
		b[(n-1)*labels+l] = 0
		if Ends(l) {
			b[(n-1)*labels+l] = 1
		}
	}
	for i := n - 2; i >= 0; i-- {
		m.backward(b[(i+1)*labels:(i+2)*labels], b[i*labels:(i+1)*labels], d.factors[(i+1)*labels:])
		rescale(b[i*labels : (i+1)*labels])
	}
}

func (m *Model) forward(prev, cur, factors []float32) {
	labels := len(prev)
	var sums [Limit]float32
	for _, k := range m.ends {
		if p := prev[k]; p != 0 {
			chances := m.chances[k*labels:][:labels]
			for _, l := range m.starts {
				sums[l] += p * chances[l]
			}
		}
	}
	for _, l := range m.starts {
		cur[l] = sums[l] * factors[l]
	}
	for l := 1; l < labels; l += 4 {
		for to := l + Inside; to <= l+End; to++ {
			cur[to] = (prev[l]*m.chances[l*labels+to] + prev[l+Inside]*m.chances[(l+Inside)*labels+to]) * factors[to]
		}
	}
}

func (m *Model) backward(next, cur, factors []float32) {
	labels := len(next)
	var weighed [Limit]float32
	for l := range next {
		weighed[l] = next[l] * factors[l]
	}
	for _, k := range m.ends {
		chances := m.chances[k*labels:][:labels]
		sum := float32(0)
		for _, l := range m.starts {
			sum += weighed[l] * chances[l]
		}
		cur[k] = sum
	}
	for l := 1; l < labels; l += 4 {
		for from := l + Begin; from <= l+Inside; from++ {
			cur[from] = m.chances[from*labels+l+Inside]*weighed[l+Inside] + m.chances[from*labels+l+End]*weighed[l+End]
		}
	}
}

// rescale makes the values sum to 1 and returns what they summed to.
func rescale(v []float32) float32 {
	sum := float32(0)
	for _, x := range v {
		sum += x
	}
	if sum <= 0 || sum != sum {
		for i := range v {
			v[i] = 0
		}
		v[Out] = 1
		return 1
	}
	for i := range v {
		v[i] /= sum
	}
	return sum
}

// chance returns the probability of a span under the model: of its labels along
// the span, times the backward sum at its end, over that of all labels there.
func (d *Decoder) chance(m *Model, s *Span, start, labels int) float64 {
	i, last := s.Start-start, s.End-1-start
	l := LabelOf(s.Class, Single)
	if last > i {
		l = LabelOf(s.Class, Begin)
	}
	p := float64(d.forward[i*labels+l])
	for i++; i <= last; i++ {
		to := LabelOf(s.Class, Inside)
		if i == last {
			to = LabelOf(s.Class, End)
		}
		p *= float64(m.chances[l*labels+to]) * float64(d.factors[i*labels+to]) / float64(d.norms[i])
		l = to
	}
	all := float64(0)
	for k := range labels {
		all += float64(d.forward[last*labels+k]) * float64(d.backward[last*labels+k])
	}
	p *= float64(d.backward[last*labels+l])
	if p /= all; p >= 0 { // not so where a model made by no training overflows
		return min(p, 1)
	}
	return 0
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}
