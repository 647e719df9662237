package ner

import (
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
	tokens    []token.Token
	ends      []int
	features  []uint32
	rows      []int32
	netRows   []*netRow
	rowSums   memo[rowSum] // of groups of features
	netSums   memo[netSum] // of words in slots
	model     *Model       // that these are of
	places    []rowRange   // of the features of each token as another place of its word
	placeRows []int32
	far       [][2]int32 // rows of each token as a word further away, see farRows
	scores    []int32    // of all tokens, by label
	labels    []uint8    // of all tokens
	back      []uint8
	tasks     []task
	todo      []*task    // those of them that are not done
	asked     []*task    // those that the net is asked about
	glances   []glance   // of these
	netTotals []netSum   // the same
	near      []labelSet // of each token: those whose scores are near the best; none for Out alone
	alive     []labelSet // those of them that the search left
	forward   []float32
	backward  []float32
	factors   []float32
	norms     []float32
	spans     []Span

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
	if d.model != m {
		d.model, d.rowSums, d.netSums = m, newMemo[rowSum](m.sums), newMemo[netSum](min(m.sums, netMemo))
	}
	d.scores = grow(d.scores, len(d.Tokens)*labels)
	d.labels = grow(d.labels, len(d.Tokens))
	d.near = grow(d.near, len(d.Tokens))
	d.places, d.placeRows = grow(d.places, len(d.Tokens)), d.placeRows[:0]
	d.far = grow(d.far, len(d.Tokens))
	for i := range d.places {
		d.places[i].n = -1
		d.far[i][0] = unknownRow
	}
	d.tabled = true
	sentence, start := 0, 0
	for _, s := range d.stretches {
		for s.start >= d.Sentences[sentence] {
			start = d.Sentences[sentence]
			sentence++
		}
		end := d.Sentences[sentence]
		for i := s.start; i < s.end; i++ {
			if d.quiet(i, start, end) {
				d.quieten(m, i)
				continue
			}
			d.add(sentence, i, start, end)
			if len(d.tasks) == batch {
				d.score(m)
			}
		}
	}
	d.score(m)
	d.tabled = false
	for _, s := range d.stretches {
		d.best(m, s.start, s.end)
	}
}

// The leads in score, as logarithms, from which the best label of a word by the
// field stands without the net: of a small word, of others, and of those that touch
// a hyphen or the like, where one name may look like two.
const (
	smallLead = 0.4
	lead      = 0.8
	partLead  = 1.8
)

// alone is what the score of the field counts for where the net is not asked, since
// it would say the same.
const alone = ownShare + netShare

// doubt returns the lead up to which the net may change the best label of a word.
func (m *Model) doubt(c *site) int32 {
	w := c.w
	switch {
	case !w.capital() && w.caps != other:
		return int32(smallLead / m.scale)
	case c.p.joint() && w.glued&1 != 0, c.n.joint() && w.glued&2 != 0:
		return int32(partLead / m.scale)
	}
	return int32(lead / m.scale)
}

// joint reports whether the word is a mark with letters on both sides.
func (w *word) joint() bool { return w.caps == symbol && w.glued == 3 }

// A rowRange is where rows stand in a list of such.
type rowRange struct{ at, n int32 }

// part returns the rows of a list that stand in a range.
func part[T any](rows []T, r rowRange) []T { return rows[r.at : r.at+r.n] }

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

// confide sets the probability and the confidence of spans of the stretch that was
// weighed last.
func (d *Decoder) confide(m *Model, spans []Span, start int) {
	labels := Labels(len(m.Classes))
	for k := range spans {
		s := &spans[k]
		s.Probability = d.chance(m, s, start, labels)
		s.Confidence = m.curve.At(s.Probability)
	}
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
	for alive := d.alive[s.End-1]; alive != 0; {
		k := alive.next()
		all += float64(d.forward[last*labels+k]) * float64(d.backward[last*labels+k])
	}
	p *= float64(d.backward[last*labels+l])
	if p /= all; p >= 0 { // not so where a model made by no training overflows
		return min(p, 1)
	}
	return 0
}
