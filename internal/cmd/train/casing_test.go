package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/ner"
	"github.com/copydesk-go/copydesk/internal/token"
)

// Every eighth document of the first corpus is there in capitals too: the same
// bytes long, with its names where they were, and what it knows.
func TestInCapitals(t *testing.T) {
	first, second := &corpus{name: corpora[0].name}, &corpus{name: corpora[1].name}
	var sources []source
	for range loudEvery + 1 {
		sources = append(sources, source{corpus: first, doc: &document{text: "Zoé Obi won", names: []name{{0, 8, "Person"}}}})
	}
	loud := inCapitals(append(sources, source{corpus: second, doc: &document{text: "a"}}))
	assert.Len(t, loud, 2)
	for _, s := range loud {
		assert.Equal(t, "ZOé OBI WON", s.doc.text)
		assert.Equal(t, sources[0].doc.names, s.doc.names)
	}
	assert.Equal(t, "Zoé Obi won", sources[0].doc.text)
}

// A word that the documents do not tell about is written as most of its cluster.
func TestCases(t *testing.T) {
	const things, places = 1, 2 // clusters, from 1
	clusters := map[uint32]uint16{}
	for word, cluster := range map[string]uint16{
		"river": things, "bridge": things, "valley": things, "hill": things,
		"lagos": places, "nairobi": places, "accra": places, "bush": places, "harare": places,
	} {
		clusters[ner.Hash(word)] = cluster
	}
	x := ner.Lexicon{Clusters: ner.NewWords(clusters), Middle: make([]uint16, 2), Coarse: make([]uint16, 2)}
	doc := &document{text: "The river of Lagos and the bridge of Nairobi in the bush of the valley.\n\nTHE RIVER OF LAGOS ROSE."}
	cases(&x, []source{{doc: doc}})

	var got []string
	text := "OVER RIVER AND HILL TO LAGOS ACCRA HARARE BUSH"
	tokens := token.Append(nil, text)
	var d ner.Document
	d.Read(&x, text, tokens, []int{len(tokens)})
	for i, word := range tokens {
		if d.Small(i) {
			got = append(got, text[word.Start:word.End])
		}
	}
	assert.Equal(t, []string{"RIVER", "HILL", "BUSH"}, got)
}
