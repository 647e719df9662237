package ner

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/token"
)

// small is a model of one class that knows one word: Obi is a person.
func small(t *testing.T) *Model {
	t.Helper()
	features := func(i int) []uint32 {
		var d Document
		text := "go Obi go"
		tokens := token.Append(nil, text)
		d.Read(&Lexicon{}, text, tokens, []int{len(tokens)})
		return d.Features(nil, 0, i, 0, len(tokens))
	}
	labels := Labels(1)
	w := Weights{Classes: []string{"PERSON"}}
	for _, f := range features(1) {
		if !slices.Contains(append(features(0), features(2)...), f) && !slices.Contains(w.Features, f) {
			row := make([]float32, labels)
			row[Out], row[LabelOf(0, Single)] = -1, 1
			w.Features, w.Rows = append(w.Features, f), append(w.Rows, row)
		}
	}
	require.NotEmpty(t, w.Features)
	for range labels {
		w.Transitions = append(w.Transitions, make([]float32, labels))
	}
	return Pack(w, Lexicon{}, nil)
}

func names(m *Model, text string) (found []string) {
	var d Decoder
	d.Run(context.Background(), m, text, func(_ int, text string, spans []Span) {
		for _, s := range spans {
			found = append(found, text[d.Tokens[s.Start].Start:d.Tokens[s.End-1].End])
		}
	})
	return found
}

func TestDecode(t *testing.T) {
	m := small(t)
	assert.Equal(t, []string{"Obi"}, names(m, "go Obi go"))
	assert.Empty(t, names(m, ""))
}

// A text longer than a piece is cut, and found in whole.
func TestLongText(t *testing.T) {
	text := strings.Repeat("go Obi go\n\n", piece/4)
	assert.Len(t, names(small(t), text), piece/4)
}

func TestFile(t *testing.T) {
	m := small(t)
	var b bytes.Buffer
	require.NoError(t, m.Write(&b))
	again, err := Read(b.String())
	require.NoError(t, err)
	assert.Equal(t, names(m, "go Obi go"), names(again, "go Obi go"))
	for i := 0; i < b.Len(); i += 1 + b.Len()/100 {
		_, err := Read(b.String()[:i])
		assert.Error(t, err, "cut off after %d bytes", i)
	}
	_, err = Read("CDNE\x00" + b.String()[5:])
	assert.ErrorIs(t, err, ErrVersion)
	_, err = Read(b.String()[:20] + "x" + b.String()[21:])
	assert.ErrorIs(t, err, ErrCorrupt)
}

func TestLabels(t *testing.T) {
	assert.Equal(t, 5, Labels(1), "O and B, I, E, S of one class")
	seen := map[int]bool{Out: true}
	for class := range 3 {
		for _, position := range []int{Begin, Inside, End, Single} {
			l := LabelOf(class, position)
			assert.False(t, seen[l])
			assert.True(t, 0 < l && l < Labels(3))
			seen[l] = true
		}
	}
	assert.True(t, Starts(Out) && Starts(LabelOf(0, Begin)) && Starts(LabelOf(0, Single)))
	assert.False(t, Starts(LabelOf(0, Inside)) || Starts(LabelOf(0, End)))
}

// A model finds the same, and has the same file but for their order, however its rows
// stand.
func TestArrange(t *testing.T) {
	assert.Equal(t, []int32{3, 0, 4, 1, 2}, places([]uint8{1, 15, 0, 7, 7}))
	m := small(t)
	var plain, arranged bytes.Buffer
	require.NoError(t, m.Write(&plain))
	uses := m.Uses()
	var d Document
	text := "go Obi go"
	tokens := token.Append(nil, text)
	d.Read(&m.Lexicon, text, tokens, []int{len(tokens)})
	uses.Add(&d)
	assert.Contains(t, uses.features, 1)
	uses.features[len(uses.features)-1] = 1 << 20
	m.Arrange(uses)
	assert.Equal(t, []string{"Obi"}, names(m, text))
	require.NoError(t, m.Write(&arranged))
	again, err := Read(arranged.String())
	require.NoError(t, err)
	assert.Equal(t, m.use, again.use)
	again.Arrange(&Uses{features: make([]int, len(uses.features))})
	var back bytes.Buffer
	require.NoError(t, again.Write(&back))
	assert.Equal(t, plain.Bytes(), back.Bytes())
}
