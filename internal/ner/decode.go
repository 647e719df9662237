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

	stretches []stretch
	votes     []float32 // of all tokens, by class and for none
	before    []Span    // as they were before words agreed
}

// Decode returns the names of the document that was read, in order. The result
// is good until the next call.
func (d *Decoder) Decode(m *Model) []Span {
	d.stretch()
	d.label(m)
	d.spans = d.spans[:0]
	d.votes = grow(d.votes, len(d.Tokens)*(1+len(m.Classes)))
	for k := range d.stretches {
		d.decide(m, &d.stretches[k])
	}
	if d.agree(m) {
		d.revise(m)
	}
	return d.spans
}

// decide appends the spans of a stretch, and takes the votes of its words.
func (d *Decoder) decide(m *Model, s *stretch) {
	s.spans = len(d.spans)
	d.spans = appendSpans(d.spans, d.labels, s.start, s.end)
	if len(d.spans) == s.spans && !d.repeats(s) {
		return
	}
	d.weigh(m, s.start, s.end)
	d.confide(m, d.spans[s.spans:], s.start)
	d.vote(m, s)
}

// revise finds the spans of the stretches again that changed.
func (d *Decoder) revise(m *Model) {
	d.before = append(d.before[:0], d.spans...)
	d.spans = d.spans[:0]
	for k := range d.stretches {
		s := &d.stretches[k]
		if s.changed {
			from := len(d.spans)
			if d.spans = appendSpans(d.spans, d.labels, s.start, s.end); len(d.spans) > from {
				d.weigh(m, s.start, s.end)
				d.confide(m, d.spans[from:], s.start)
			}
			continue
		}
		end := len(d.before)
		if k+1 < len(d.stretches) {
			end = d.stretches[k+1].spans
		}
		d.spans = append(d.spans, d.before[s.spans:end]...)
	}
}

// A stretch is a part of a sentence in which names may be: words that are not
// small, and those around. It has a word more at either end, unless the sentence
// ends there, which is in no name.
type stretch struct {
	start, end int
	spans      int  // the first of its spans
	changed    bool // its labels changed since
}

// around is how many small words before and after others may be in a name.
const around = 2

// stretch finds the stretches of all sentences.
func (d *Decoder) stretch() {
	d.stretches = d.stretches[:0]
	start := 0
	for _, end := range d.Sentences {
		last := -1 // word that is not small
		for i := start; i < end; i++ {
			if !d.words[i].striking() {
				continue
			}
			if last < 0 || i > last+2*around+1 {
				d.stretches = append(d.stretches, stretch{start: max(start, i-around-1)})
			}
			last = i
			d.stretches[len(d.stretches)-1].end = min(end, i+around+2)
		}
		start = end
	}
}

// striking reports whether a name may be made of the word, or of small words
// beside it.
func (w *word) striking() bool { return w.caps != lower && w.caps != symbol }

// label gives every token of the stretches its scores and its label.
func (d *Decoder) label(m *Model) {
	labels := Labels(len(m.Classes))
	d.scores = grow(d.scores, len(d.Tokens)*labels)
	d.labels = grow(d.labels, len(d.Tokens))
	sentence, start := 0, 0
	for _, s := range d.stretches {
		for s.start >= d.Sentences[sentence] {
			start = d.Sentences[sentence]
			sentence++
		}
		end := d.Sentences[sentence]
		for i := s.start; i < s.end; i++ {
			scores := d.scores[i*labels : (i+1)*labels]
			if d.quiet(i, start, end) {
				for l := range scores {
					scores[l] = -limit
				}
				scores[Out] = 0
				continue
			}
			d.features = d.Features(d.features[:0], sentence, i, start, end)
			m.score(d.features, scores)
			if m.net != nil && d.Active(i, start, end) {
				d.View(&d.view, sentence, i, start, end)
				m.net.add(&d.view, scores)
			}
		}
		d.best(m, s.start, s.end)
	}
}

// quiet reports whether all words around i are small.
func (d *Document) quiet(i, start, end int) bool {
	for k := max(start, i-around); k < min(end, i+around+1); k++ {
		if d.words[k].striking() {
			return false
		}
	}
	return true
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
	var space [Limit]int
	from := m.within(space[:0], prev)
	for _, l := range m.starts {
		top, at := int32(math.MinInt32), 0
		for _, k := range from {
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

// within appends the labels that end a name or none and from which the best way
// to another may come: transitions make up for no larger difference.
func (m *Model) within(dst []int, prev []int32) []int {
	top := int32(math.MinInt32)
	for _, k := range m.ends {
		top = max(top, prev[k])
	}
	for _, k := range m.ends {
		if prev[k] >= top-m.reach {
			dst = append(dst, k)
		}
	}
	return dst
}

// confide sets the probability and the confidence of spans of the stretch that was
// weighed last.
func (d *Decoder) confide(m *Model, spans []Span, start int) {
	labels := Labels(len(m.Classes))
	for k := range spans {
		s := &spans[k]
		s.Probability = d.chance(m, s, start, labels)
		s.Confidence = m.curve.at(s.Probability)
	}
}

// weigh runs the forward and backward sums over the tokens of a stretch.
func (d *Decoder) weigh(m *Model, start, end int) {
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

// unlikely are labels that the sums leave out, in parts of all.
const unlikely = 1e-7

func (m *Model) forward(prev, cur, factors []float32) {
	labels := len(prev)
	var sums [Limit]float32
	for _, k := range m.ends {
		if p := prev[k]; p > unlikely {
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
	all := float32(0)
	for l := range next {
		weighed[l] = next[l] * factors[l]
		all += weighed[l]
	}
	for _, k := range m.ends {
		cur[k] = 0
	}
	for _, l := range m.starts {
		if w := weighed[l]; w > unlikely*all {
			arrivals := m.arrivals[l*labels:][:labels]
			for _, k := range m.ends {
				cur[k] += w * arrivals[k]
			}
		}
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
