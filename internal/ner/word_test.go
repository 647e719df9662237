package ner

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Small words are read by a way of their own, to the same end.
func TestReadSmall(t *testing.T) {
	for _, s := range []string{"a", "ab", "abc", "abcd", "rain", "oo", "ooo", "antidisestablishment", strings.Repeat("z", 300)} {
		var fast, slow word
		assert.True(t, fast.readSmall(s), s)
		slow.readAny(s)
		assert.Equal(t, slow, fast, s)
	}
	for _, s := range []string{"", "A", "aB", "né", "a1", "a-b", "\xff"} {
		var w word
		assert.False(t, w.readSmall(s), s)
	}
}

// Sums in lanes are sums of codes, whatever they are and however they are added.
func TestLanes(t *testing.T) {
	weights := make([]weightRow, 3)
	want := [8 * stride]int32{}
	for row := range 3 {
		for k := range 8 * stride {
			code := uint64(codes-1-k%3) / uint64(1+k%4*row)
			weights[row][k/8] |= code << (8 * (k % 8))
			want[k] += int32(code) * int32([3]int{80, 80, 95}[row]) // 255 rows, the most there are
		}
	}
	var t1, t2 rowSum
	for range 80 {
		t1.addRows(weights, []int32{0, 2})
		t2.addRows(weights, []int32{1})
	}
	for range 3 {
		t2.addRows(weights, []int32{2, 2, 2, 2, 2})
	}
	t1.join(&t2)
	var got [8 * stride]int32
	t1.spread(&got)
	assert.Equal(t, want, got)
	assert.EqualValues(t, 255, t1.rows)
}

// Codes stand for the multiples of a step that are nearest to the weights, zero for
// zero, and come out of a file as they went in.
func TestGrid(t *testing.T) {
	for _, test := range []struct {
		name      string
		low, high uint8
		step      int32
	}{
		{"all there are", 0, 255, 3},
		{"few", 120, 140, 1},
		{"as they come", zero - 98, zero + 61, 2},
		{"none below zero", zero, 190, 1},
		{"none above", 40, 100, 2},
		{"none but zero", zero, zero, 1},
	} {
		g := gridOf(test.low, test.high)
		assert.Equal(t, test.step, g.step, test.name)
		for b := int(min(test.low, zero)); b <= int(max(test.high, zero)); b++ {
			c := g.code(uint8(b))
			assert.Less(t, c, uint8(codes), test.name)
			assert.InDelta(t, b-zero, (int32(c)+g.low)*g.step, float64(g.step)/2, test.name)
			if back := (int32(c)+g.low)*g.step + zero; back >= 0 && back <= 255 {
				assert.Equal(t, c, g.code(g.byte(c)), test.name)
			}
		}
		assert.EqualValues(t, zero, g.byte(g.code(zero)), test.name)
	}
}

// A table finds what it is made of, whether that is little or much, and comes out of
// its file as it went in.
func TestTable(t *testing.T) {
	for _, tt := range []struct {
		name string
		n    uint32
	}{{"none", 0}, {"one", 1}, {"few", few - 1}, {"more than a few", few}, {"many", 40000}} {
		t.Run(tt.name, func(t *testing.T) {
			sorted := []uint32{}
			for i := range tt.n {
				sorted = append(sorted, key(1, i))
			}
			slices.Sort(sorted)
			made, ok := newTable(sorted)
			assert.True(t, ok)
			file := appendTable(nil, &made)
			if tt.n < few {
				assert.Len(t, file, 5+4*len(sorted))
			}
			r := reader{s: string(file)}
			read := r.table()
			assert.False(t, r.failed)
			assert.Empty(t, r.s)
			for _, table := range []*table{&made, &read} {
				for i, h := range sorted {
					assert.Equal(t, i, table.find(h))
				}
				assert.Equal(t, -1, table.find(99))
				assert.Equal(t, -1, table.find(math.MaxUint32))
				var all []uint32
				table.all(func(i int, upper uint32) { all = append(all, upper<<16|uint32(table.tags[i])) })
				assert.Equal(t, sorted, append([]uint32{}, all...))
			}
		})
	}
}

// A file may count the buckets of a table that has few hashes, too; upper halves that
// are not in order are an error.
func TestReadTable(t *testing.T) {
	made, _ := newTable([]uint32{3<<16 | 7, 3<<16 | 9, 8 << 16})
	counts := make([]byte, buckets)
	counts[3], counts[8] = 2, 1
	r := reader{s: string(appendUint16s(append([]byte{3, 0, 0, 0, 8}, counts...), made.tags))}
	assert.Equal(t, made, r.table())
	assert.False(t, r.failed)

	r = reader{s: string([]byte{2, 0, 0, 0, 16, 5, 0, 4, 0, 0, 0, 0, 0})}
	assert.Empty(t, r.table().tags)
	assert.True(t, r.failed)
}

// An index finds what the table it is made of has, and nothing else.
func TestIndex(t *testing.T) {
	var sorted []uint32
	for i := range uint32(1000) {
		sorted = append(sorted, key(1, i))
	}
	slices.Sort(sorted)
	table, _ := newTable(sorted)
	x, ok := newIndex(&table, make([]uint8, len(table.tags)))
	assert.True(t, ok)
	for i, h := range sorted {
		assert.Equal(t, []int32{int32(i)}, x.findAll(nil, []uint32{99, h, h ^ 1<<20, h ^ 1<<30}), "%x", h)
	}
	empty, ok := newIndex(&tableOf, nil)
	assert.True(t, ok)
	assert.Empty(t, empty.findAll(nil, []uint32{0, 1}))

	twice, _ := newTable([]uint32{7 << 20, 7 << 20})
	_, ok = newIndex(&twice, make([]uint8, 2))
	assert.False(t, ok, "a hash twice")
}

var tableOf, _ = newTable(nil)

// What is left of the labels of a stretch does not change what the best ones are,
// and there is a way through it, whatever the scores are.
func TestBeam(t *testing.T) {
	w := Weights{Classes: []string{"PERSON", "ORG"}}
	for range Labels(2) {
		w.Transitions = append(w.Transitions, make([]float32, Labels(2)))
	}
	m := Pack(w, Lexicon{}, nil)
	m.width = 3
	d := decoder(&m.Lexicon, "Ada Obi Ben Musa")
	labels := Labels(2)
	seed := uint32(1)
	for range 2000 {
		d.scores = d.scores[:0]
		d.near = grow(d.near, 4)
		d.labels = grow(d.labels, 4)
		for i := range 4 {
			for range labels {
				seed = seed*1664525 + 1013904223
				d.scores = append(d.scores, int32(seed>>24)/16)
			}
			d.near[i] = m.near(d.scores[i*labels:], slices.Max(d.scores[i*labels:]))
		}
		d.best(m, 0, 4)
		assert.NotPanics(t, func() { appendSpans(nil, d.labels, 0, 4) })
		previous := uint8(Out)
		for i := range 4 {
			assert.True(t, Follows(int(previous), int(d.labels[i])))
			previous = d.labels[i]
		}
		assert.True(t, Ends(int(previous)))
		d.weigh(m, 0, 4)
	}
}
