package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/ner"
	"github.com/copydesk-go/copydesk/internal/token"
)

// Each document is held out in one part, and trained on in all others.
func TestSplit(t *testing.T) {
	docs := []document{{id: "a"}, {id: "b"}, {id: "c"}, {id: "d"}, {id: "e"}}
	seen := map[string]int{}
	for k := range 3 {
		rest, taken := split(docs, 3, k)
		assert.Len(t, rest, len(docs)-len(taken))
		for _, d := range taken {
			seen[d.id]++
			assert.NotContains(t, rest, d)
		}
	}
	assert.Equal(t, map[string]int{"a": 1, "b": 1, "c": 1, "d": 1, "e": 1}, seen)
}

// The curve of names that are right half as often as the model says is below the
// diagonal, and rises.
func TestFit(t *testing.T) {
	var names []judged
	for i := range 2000 {
		names = append(names, judged{probability: 0.9, right: i%20 < 9}, judged{probability: 0.4, right: i%5 == 0})
	}
	curve := fit(names)
	last := uint16(0)
	for _, v := range curve {
		assert.GreaterOrEqual(t, v, last)
		last = v
	}
	k, _ := ner.CurveAt(0.9)
	assert.Less(t, float64(curve[k])/0xFFFF, 0.6)
}

func TestAllowedLabels(t *testing.T) {
	c := &corpus{labels: map[string]classSet{"PER": oneOf(person), "MISC": oneOf(norp, misc)}, open: oneOf(date)}
	d := &document{text: "Ada Obi met Kenyans", names: []name{{0, 7, "PER"}, {12, 19, "MISC"}}}
	got := allowedLabels(c, d, token.Append(nil, d.text))
	outside := uint64(1)
	for p := range 4 {
		outside |= 1 << ner.LabelOf(date, p)
	}
	assert.Equal(t, []uint64{
		1 << ner.LabelOf(person, ner.Begin),
		1 << ner.LabelOf(person, ner.End),
		outside,
		1<<ner.LabelOf(norp, ner.Single) | 1<<ner.LabelOf(misc, ner.Single),
	}, got)
}

// A document does not know the names that only it has.
func TestKnown(t *testing.T) {
	c := &corpus{labels: world}
	a := &document{text: "Ada Obi met Ben Musa", names: []name{{0, 7, "Person"}, {12, 20, "Person"}}}
	b := &document{text: "Ben Musa", names: []name{{0, 8, "Person"}}}
	k := make(known)
	for _, d := range []*document{a, b} {
		k.count(namesOf(c, d))
	}
	ada, _ := phrase("Ada Obi")
	ben, _ := phrase("Ben Musa")
	knows := k.without(namesOf(c, a))
	assert.Zero(t, knows(ada))
	assert.Equal(t, uint16(1<<person), knows(ben))
	all := k.lookup()
	assert.Equal(t, uint16(1<<person), all.Find(ada))
}

// Documents on two subjects fall into two topics.
func TestTopics(t *testing.T) {
	x := ner.Lexicon{
		Clusters: ner.NewWords(map[uint32]uint16{ner.Hash("goal"): 1, ner.Hash("keeper"): 2, ner.Hash("budget"): 3, ner.Hash("minister"): 4}),
		Middle:   []uint16{0, 0, 0, 0}, Coarse: []uint16{0, 1, 2, 3},
	}
	var sources []source
	for i := range 4 * topicCount {
		text := "a keeper and a goal"
		if i%3 == 1 {
			text = "the minister had a budget"
		}
		sources = append(sources, source{doc: &document{text: text}})
	}
	topics(&x, sources)
	assert.Len(t, x.Topics, topicCount)
	score := func(topic []float32, cs ...int) (sum float32) {
		for _, c := range cs {
			sum += topic[c]
		}
		return sum
	}
	sport, money := 0, 0
	for _, topic := range x.Topics {
		if score(topic, 0, 1) > score(topic, 2, 3) {
			sport++
		}
		if score(topic, 0, 1) < score(topic, 2, 3) {
			money++
		}
	}
	assert.Positive(t, sport)
	assert.Positive(t, money)
}
