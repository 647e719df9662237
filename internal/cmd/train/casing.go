package main

import (
	"github.com/copydesk-go/copydesk/internal/ner"
	"github.com/copydesk-go/copydesk/internal/token"
)

// loudEvery is how many documents of the first corpus there are for one that is
// trained on in capitals too.
const loudEvery = 8

// inCapitals returns sources of some documents of the first corpus in capitals.
func inCapitals(sources []source) (loud []source) {
	for i, s := range sources {
		if s.corpus.name == corpora[0].name && i%loudEvery == 0 {
			d := allInCapitals([]document{*s.doc})
			loud = append(loud, source{s.corpus, &d[0], s.known})
		}
	}
	return loud
}

// allInCapitals returns the documents in capitals.
func allInCapitals(docs []document) (loud []document) {
	for _, d := range docs {
		d.text = capitals(d.text)
		loud = append(loud, d)
	}
	return loud
}

// capitals turns the small letters of ASCII into capitals, so that offsets stay.
func capitals(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c &^ 0x20
		}
	}
	return string(b)
}

// casing counts how words are written.
type casing struct{ small, capital int }

func (c *casing) add(capital bool) {
	if capital {
		c.capital++
	} else {
		c.small++
	}
}

// cases marks the words of the lexicon that are usually small: by how the
// documents write them, or where that says nothing, most words of their cluster.
func cases(x *ner.Lexicon, sources []source) {
	words := make(map[uint32]*casing)
	clusters := make([]casing, fine)
	for _, s := range sources {
		tokens := token.Append(nil, s.doc.text)
		var d ner.Document
		d.Read(x, s.doc.text, tokens, token.Sentences(nil, s.doc.text, tokens))
		d.Cases(func(form uint32, cluster int, capital bool) {
			if words[form] == nil {
				words[form] = new(casing)
				if cluster >= 0 {
					clusters[cluster].add(capital)
				}
			}
			words[form].add(capital)
		})
	}
	x.SetSmall(func(form uint32, cluster int) bool {
		n := words[form]
		if n == nil || n.small == n.capital {
			n = &casing{}
			if cluster >= 0 {
				n = &clusters[cluster]
			}
		}
		return n.small > n.capital
	})
}

// seldom is how often a pair of words needs to be seen in capitals.
const seldom = 2

// together notes which pairs of words usually small have capitals together, by how the
// documents write them.
func together(x *ner.Lexicon, sets [][]document) {
	pairs := make(map[uint32]*casing)
	var d ner.Document
	for _, docs := range sets {
		for i := range docs {
			text := docs[i].text
			tokens := token.Append(nil, text)
			d.Read(x, text, tokens, token.Sentences(nil, text, tokens))
			d.Pairs(func(pair uint32, capital bool) {
				if pairs[pair] == nil {
					pairs[pair] = new(casing)
				}
				pairs[pair].add(capital)
			})
		}
	}
	var out []uint32
	for pair, n := range pairs {
		if n.capital >= seldom && n.capital > n.small {
			out = append(out, pair)
		}
	}
	x.SetTogether(out)
}
