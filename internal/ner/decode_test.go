package ner

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/token"
)

func decoder(x *Lexicon, text string) *Decoder {
	d := new(Decoder)
	tokens := token.Append(nil, text)
	d.Read(x, text, tokens, token.Sentences(nil, text, tokens))
	return d
}

// Only what stands near a word that is not small is looked at.
func TestStretches(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"all small", "they went home before the rain began.", ""},
		{"one", "they say that on the way home young Ada met a man with a very old dog.", "way home young Ada met a man"},
		{"near the start", "then Ada met a man with a very old dog.", "then Ada met a man"},
		{"two that touch", "here Ada met an old man Obi", "here Ada met an old man Obi"},
		{"two that share a word", "here Ada met an old man called Obi", "here Ada met an old|old man called Obi"},
		{"two apart", "here Ada met an old man who was called Obi", "here Ada met an old|who was called Obi"},
		{"two sentences", "she met Ada. Then Obi left.", "she met Ada .|Then Obi left ."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := decoder(&Lexicon{}, tt.text)
			d.stretch()
			var got []string
			for _, s := range d.stretches {
				var words []string
				for _, w := range d.Tokens[s.start:s.end] {
					words = append(words, tt.text[w.Start:w.End])
				}
				got = append(got, strings.Join(words, " "))
			}
			assert.Equal(t, tt.want, strings.Join(got, "|"))
		})
	}
}

// Other places count for the classes that they vote for, the more the more they
// are, and against the rest.
func TestOpinion(t *testing.T) {
	assert.Zero(t, opinion(1, 0, 0))
	assert.Negative(t, opinion(1, 0, 1))
	assert.Less(t, opinion(1, 0, 3), opinion(1, 0, 1))
	assert.Greater(t, opinion(1, 1, 1), opinion(1, 0.5, 1))
	assert.InDelta(t, 0, opinion(1, 4, 4), 0.05)
}

// A place of a name that tells nothing takes the class that the other places have.
func TestAgree(t *testing.T) {
	m := small(t)
	d := decoder(&m.Lexicon, "go Obi go\n\nbig Obi ran")
	d.stretch()
	d.label(m)
	labels := Labels(1)
	person := LabelOf(0, Single)
	clear(d.scores[4*labels : 5*labels])
	d.votes = make([]float32, 2*len(d.Tokens))
	for k := range d.stretches {
		d.best(m, d.stretches[k].start, d.stretches[k].end)
		d.decide(m, &d.stretches[k])
	}
	assert.True(t, d.agree(m))
	assert.Greater(t, d.scores[4*labels+person], d.scores[4*labels+Out])
	assert.NotEqual(t, uint8(Out), d.labels[4])
}

func TestTopic(t *testing.T) {
	x := Lexicon{
		Clusters: NewWords(map[uint32]uint16{Hash("goal"): 1, Hash("keeper"): 1, Hash("budget"): 2}),
		Middle:   []uint16{0, 1}, Coarse: []uint16{0, 1},
		Topics: [][]float32{{1, 0}, {0, 1}},
	}
	for text, want := range map[string]uint32{
		"the keeper kicked a goal, and then the budget": 1,
		"the budget": 2,
		"the rain":   0,
	} {
		assert.Equal(t, want, decoder(&x, text).topic, text)
	}
	assert.Equal(t, []float32{2, 1}, (&decoder(&x, "keeper goal budget Goal").Document).Subjects(2))
}
