package ner

import (
	"math"
)

// A Model gives every label of every token a score. It does not change once it
// is made, and any number of goroutines may use it.
type Model struct {
	Lexicon
	Language string   // BCP 47 tag of the language that it reads
	Classes  []string // names of the classes; labels are numbered by LabelOf

	scale       float32        // what one unit of a weight is worth
	curve       Curve          // from probability to confidence
	transitions []int32        // of label pairs, in units
	into        [][lanes]int32 // the same, by the second label
	chances     []float32      // the same as factors
	arrivals    []float32      // the same, by the second label
	width       int32          // the beam in units
	decay       []float32      // factor of a score so many units below the best
	features    table          // that have a row
	rowOf       index          // the same
	rows        []weightRow
	grid        grid                      // of the rows
	use         []uint8                   // of each feature: the class of how often texts have it, see places
	sums        int                       // that a decoder keeps
	beyond      [2]int32                  // rows of what is beyond a sentence, see farRows
	clustered   [][clusterPlaces][3]int32 // rows of clusters, see clusterRows
	net         *Net                      // nil for none
}

// Positions of a token in a name, in the order of labels.
const (
	Begin = iota
	Inside
	End
	Single
)

// Out is the label of a token outside of names.
const Out = 0

// MaxClasses is the most classes of a model.
const MaxClasses = 9

// Limit is the most labels that a model may have.
const Limit = 1 + 4*MaxClasses

// stride is the number of words of eight weights in a row.
const stride = (Limit + 7) / 8

// A weightRow is the weights of a feature for all labels, as codes.
type weightRow [stride]uint64

// LabelOf returns the label of a position in a name of a class.
func LabelOf(class, position int) int { return 1 + 4*class + position }

// Labels returns the number of labels for so many classes.
func Labels(classes int) int { return 1 + 4*classes }

// Follows reports whether label b may come after label a.
func Follows(a, b int) bool {
	open := a != Out && (a-1)%4 < End
	goesOn := b != Out && ((b-1)%4 == Inside || (b-1)%4 == End)
	if open != goesOn {
		return false
	}
	return !open || (a-1)/4 == (b-1)/4
}

// Starts reports whether a sentence may start with the label.
func Starts(b int) bool { return Follows(Out, b) }

// Ends reports whether a sentence may end with the label.
func Ends(a int) bool { return Follows(a, Out) }

// Weights is a model as it is trained, before it is packed.
type Weights struct {
	Language    string // BCP 47 tag
	Classes     []string
	Features    []uint32    // distinct hashes
	Rows        [][]float32 // weights of each by label
	Transitions [][]float32 // weights of label pairs
}

// Pack rounds the weights to bytes of sixteen values and makes a model of them.
// Weights in the far tail are clipped.
func Pack(w Weights, x Lexicon, net *Net) *Model {
	m := &Model{
		Lexicon: x, Language: w.Language, Classes: w.Classes, scale: step(w.Rows),
		curve: Uncalibrated(), net: net,
	}
	order := sortedOrder(w.Features)
	sorted := make([]uint32, len(order))
	labels := Labels(len(w.Classes))
	m.rows = make([]weightRow, len(order))
	for i, f := range order {
		sorted[i] = w.Features[f]
		for l, v := range w.Rows[f] {
			q := math.Round(float64(v / m.scale))
			m.setWeight(i, l, uint8(max(-127, min(127, q))+128))
		}
		for l := labels; l < 8*stride; l++ {
			m.setWeight(i, l, 128)
		}
	}
	word := func(i int) *uint64 { return &m.rows[i/stride][i%stride] }
	fewer(len(m.rows)*stride, word)
	m.grid = gridOf(bounds(len(m.rows)*stride, word))
	m.grid.encode(len(m.rows)*stride, word)
	m.features, _ = newTable(sorted)
	m.use = make([]uint8, len(sorted))
	m.transitions = make([]int32, labels*labels)
	for a := range labels {
		for b := range labels {
			m.transitions[a*labels+b] = int32(math.Round(float64(w.Transitions[a][b] / m.scale)))
		}
	}
	m.prepare()
	return m
}

func (m *Model) setWeight(row, label int, b uint8) {
	m.rows[row][label/8] |= uint64(b) << (8 * (label % 8))
}

// code returns the code of a weight.
func (m *Model) code(row int32, label int) uint8 {
	return uint8(m.rows[row][label/8] >> (8 * (label % 8)))
}

// Curve returns the curve from probability to confidence.
func (m *Model) Curve() Curve { return m.curve }

// Calibrate sets the curve from probability to confidence.
func (m *Model) Calibrate(c Curve) { m.curve = c }

// prepare fills in what follows from the rest. It fails if features are the same.
func (m *Model) prepare() bool {
	m.chances = make([]float32, len(m.transitions))
	labels := Labels(len(m.Classes))
	m.width = int32(beam / m.scale)
	m.arrivals = make([]float32, len(m.transitions))
	m.into = make([][lanes]int32, lanes)
	for a := range labels {
		for b := range labels {
			m.into[b][a] = m.transitions[a*labels+b]
			if Follows(a, b) {
				m.chances[a*labels+b] = float32(math.Exp(float64(m.transitions[a*labels+b]) * float64(m.scale)))
				m.arrivals[b*labels+a] = m.chances[a*labels+b]
			}
		}
	}
	var ok bool
	if m.rowOf, ok = newIndex(&m.features, m.use); !ok || m.net != nil && !m.net.prepare(m.scale) {
		return false
	}
	m.phrases = newFilter(&m.Places.table, &m.Names.table)
	m.beyond, m.clustered = m.farRows(&edge), m.clusterRows()
	m.sums = memoSize(len(m.rows), rowMemo)
	m.decay = make([]float32, min(1<<14, 1+int(30/m.scale)))
	for i := range m.decay {
		m.decay[i] = float32(math.Exp(-float64(i) * float64(m.scale)))
	}
	return true
}
