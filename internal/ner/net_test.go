package ner

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/token"
)

// blank is a net of one class whose weights are all zero.
func blank() NetWeights {
	w := NetWeights{Bias: make([]float32, Hidden), Base: make([]float32, Labels(1)), Top: 4}
	for range Slots * SlotRows {
		w.Slots = append(w.Slots, make([]float32, Hidden))
	}
	for range Hidden {
		w.Out = append(w.Out, make([]float32, Labels(1)))
	}
	return w
}

func view(text string, i int) *View {
	var d Document
	tokens := token.Append(nil, text)
	d.Read(&Lexicon{}, text, tokens, []int{len(tokens)})
	v := new(View)
	d.View(v, 0, i, 0, len(tokens))
	return v
}

// The sums in the lanes are what the weights give, but for rounding.
func TestNetScores(t *testing.T) {
	v := view("go Obi go", 1)
	w := blank()
	for j := range Hidden {
		w.Bias[j] = -0.5
		w.Slots[v.Rows[0]][j] = 0.99
		w.Slots[v.Rows[1]][j] = 0.99 * (float32(j%3) - 1)
		w.Out[j][Out] = -0.5
		w.Out[j][LabelOf(0, Single)] = float32(j%5) / 10
	}
	w.Traits, w.Rows = []uint32{v.Traits[0], 12345}, [][]float32{make([]float32, Hidden), make([]float32, Hidden)}
	w.Rows[0][7], w.Rows[1][8] = 1, 1
	w.Base[LabelOf(0, Begin)] = 0.75
	w.Slots[len(w.Slots)-1][0], w.Rows[1][9] = 1.27, 1.27 // so that all weights are multiples of a step

	want := append([]float32{}, w.Base...)
	for j := range Hidden {
		h := w.Bias[j] + w.Slots[v.Rows[0]][j] + w.Slots[v.Rows[1]][j]
		if j == 7 {
			h++
		}
		for l, o := range w.Out[j] {
			want[l] += max(h, 0) * o
		}
	}
	best := want[0]
	for _, x := range want {
		best = max(best, x)
	}
	n := PackNet(w)
	const scale = 0.001
	n.prepare(scale)
	scores := make([]int32, Labels(1))
	scores[Out] = 100
	var sum netSum
	var rows []*netRow
	for _, row := range v.Rows {
		rows = append(rows, &n.slots[row])
	}
	sum.setCentroids(rows[:3], n.grid)
	for from := 3; from < len(rows); from += 3 {
		var more netSum
		more.setCentroids(rows[from:min(from+3, len(rows))], n.grid)
		sum.join(&more)
	}
	sum.addRows(n.traitRows(nil, v.Traits), n.fine)
	n.mix(&sum, scores)
	for l, s := range scores {
		expect := netShare * (want[l] - best)
		if l == Out {
			expect += ownShare * 100 * scale
		}
		assert.InDelta(t, expect, float32(s)*scale, 0.3, "label %d", l)
	}
}

// A model with a net comes out of its file as it went in.
func TestNetFile(t *testing.T) {
	w := blank()
	w.Traits, w.Rows = []uint32{9, 3}, [][]float32{make([]float32, Hidden), make([]float32, Hidden)}
	w.Rows[1][0] = 2
	w.Out[5][0], w.Slots[77][63] = 1, -2
	x := Lexicon{
		Clusters: NewWords(map[uint32]uint16{Hash("go"): 1, Hash("obi"): 2, Hash("kofi"): 2}),
		Middle:   []uint16{4, 5}, Coarse: []uint16{0, 1}, ClusterCodes: []uint32{7, 8},
	}
	x.SetCodes(map[uint32]uint32{Hash("kofi"): 99})
	m := Pack(Weights{Classes: []string{"PERSON"}, Transitions: noTransitions()}, x, PackNet(w))
	var b bytes.Buffer
	require.NoError(t, m.Write(&b))
	again, err := Read(b.String())
	require.NoError(t, err)
	var rewritten bytes.Buffer
	require.NoError(t, again.Write(&rewritten))
	assert.True(t, bytes.Equal(b.Bytes(), rewritten.Bytes()))
	assert.NotNil(t, again.net)
	for word, code := range map[string]uint32{"go": 7, "obi": 8, "kofi": 99} {
		assert.Equal(t, code, again.Clusters.find(Hash(word)).code, word)
	}
}

func noTransitions() (rows [][]float32) {
	for range Labels(1) {
		rows = append(rows, make([]float32, Labels(1)))
	}
	return rows
}

// The net looks at words that may be in names, and at those beside them.
func TestActive(t *testing.T) {
	var d Document
	text := "they say that Ada went home"
	tokens := token.Append(nil, text)
	d.Read(&Lexicon{}, text, tokens, []int{len(tokens)})
	var active []bool
	for i := range tokens {
		active = append(active, d.Active(i, 0, len(tokens)))
	}
	assert.Equal(t, []bool{false, false, true, true, true, false}, active)
}

func TestCurve(t *testing.T) {
	c := Uncalibrated()
	for _, p := range []float64{0.06, 0.25, 0.5, 0.81, 0.99} {
		assert.InDelta(t, p, c.At(p), 0.01)
	}
	for k := range c {
		c.Set(k, 0.5)
	}
	assert.InDelta(t, 0.5, c.At(0.99), 1e-4)
	assert.InDelta(t, 0.5, c.At(0), 1e-4)
	assert.InDelta(t, 0.5, c.At(1), 1e-4)
}
