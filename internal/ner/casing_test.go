package ner

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/token"
)

// cased returns a text with its words in the case that the document gives them.
func cased(x *Lexicon, text string) string {
	var d Document
	tokens := token.Append(nil, text)
	d.Read(x, text, tokens, token.Sentences(nil, text, tokens))
	b := []byte(text)
	for i, w := range d.words {
		for k := w.Start; k < w.End; k++ {
			if d.Small(i) || w.caps == initial && k > w.Start {
				b[k] |= 0x20
			} else if w.caps == initial && b[k] >= 'a' {
				b[k] &^= 0x20
			}
		}
	}
	return string(b)
}

// Words that are small alone, and are not beside others.
func TestTogether(t *testing.T) {
	known := make(map[uint32]uint16)
	for _, w := range []string{"the", "of", "and", "minister", "ministry", "health", "police", "field", "went", "to", "is"} {
		known[Hash(w)] = smallBit | 1
	}
	x := &Lexicon{Clusters: NewWords(known), Middle: []uint16{0}, Coarse: []uint16{0}}
	pairs := make(map[uint32]int)
	text := "It is the Ministry of Health. It is the Lagos Police. They went to the field of health. The police went to a zorb."
	var d Document
	tokens := token.Append(nil, text)
	d.Read(x, text, tokens, token.Sentences(nil, text, tokens))
	d.Pairs(func(pair uint32, yes bool) {
		if yes {
			pairs[pair]++
		} else {
			pairs[pair]--
		}
	})
	var together []uint32
	for pair, n := range pairs {
		if n > 0 {
			together = append(together, pair)
		}
	}
	x.SetTogether(together)
	for _, test := range []struct{ say, in, want string }{
		{"a pair with a short word between", "THE FIELD OF THE MINISTRY OF HEALTH IS GREEN", "The field of the Ministry of Health is Green"},
		{"a word behind any name", "THE MINISTER AND THE OBI POLICE", "The minister and the Obi Police"},
		{"but not alone", "THE MINISTER AND THE POLICE", "The minister and the police"},
		{"nor the others of a pair", "THE HEALTH OF THE MINISTER", "The health of the minister"},
		{"a word without a vector that is small", "THE ZORB WENT TO THE OBI", "The zorb went to the Obi"},
		{"in small letters", "the minister went to the ministry of health", "The minister went to the Ministry of Health"},
	} {
		assert.Equal(t, test.want, cased(x, test.in), test.say)
	}
}

func TestRestoreCase(t *testing.T) {
	known := make(map[uint32]uint16)
	for _, w := range []string{"the", "minister", "of", "defence", "visits", "a", "brown", "field", "with", "us"} {
		known[Hash(w)] = smallBit | 1
	}
	known[Hash("lagos")] = 1
	known[Hash("u.n.")] = 1
	x := &Lexicon{Clusters: NewWords(known), Middle: []uint16{0}, Coarse: []uint16{0}}
	for _, test := range []struct{ say, in, want string }{
		{"usually small words are small, but for the first", "THE MINISTER VISITS LAGOS", "The minister visits Lagos"},
		{"words without a vector have a capital", "OBI VISITS A BROWN FIELD", "Obi visits a brown field"},
		{"a letter that is no word, and an acronym, stay", "K OBI VISITS THE UN", "K Obi visits the UN"},
		{"the document knows better", "MINISTER OBI VISITS A BROWN FIELD\n\nObi met Brown",
			"Minister Obi visits a Brown field\n\nObi met Brown"},
		{"also what is small", "OBI VISITS LAGOS WITH ZORBING\n\nno zorbing there", "Obi visits Lagos with zorbing\n\nno zorbing there"},
		{"a headline is read by the text below", "MINISTER VISITS BROWN\n\nThe minister of defence met Brown there", "Minister visits Brown\n\nThe minister of defence met Brown there"},
		{"with a capital in each word too", "Minister Of Defence Visits Brown\n\nThe minister of defence met Brown there, and said that they were friends",
			"Minister of defence visits Brown\n\nThe minister of defence met Brown there, and said that they were friends"},
		{"but one with small letters stays", "Minister Obi Of Defence With Brown visits\n\nThe minister of defence met Brown there, and said that they were friends",
			"Minister Obi Of Defence With Brown visits\n\nThe minister of defence met Brown there, and said that they were friends"},
		{"a line over a table stays", "MINISTER VISITS LAGOS\n\nObi 4\nMusa 3\nLagos 2\nBrown 1", "MINISTER VISITS LAGOS\n\nObi 4\nMusa 3\nLagos 2\nBrown 1"},
		{"too few words", "THE MINISTER", "THE MINISTER"},
		{"in small letters, words that are usually not small get a capital", "the minister of lagos visits a field", "The minister of Lagos visits a field"},
		{"but not where no word is known", "obi musa wanjiku", "obi musa wanjiku"},
		{"a capital in each word says as little", "The Minister Of Defence Visits Lagos With A Brown Field", "The minister of defence visits Lagos with a brown field"},
		{"small letters beside capitals say something", "OBI VISITS LAGOS\n\nthe minister of lagos visits", "OBI VISITS LAGOS\n\nthe minister of lagos visits"},
		{"so does one with some capitals", "The OBI and UN visit", "The OBI and UN visit"},
	} {
		assert.Equal(t, test.want, cased(x, test.in), test.say)
	}
}

// A word that got another case looks like one that was written so.
func TestRecased(t *testing.T) {
	for _, test := range []struct {
		loud, as string
		caps     uint8
	}{{"rain", "Rain", initial}, {"on", "On", initial}, {"a", "A", initial}, {"Rain", "rain", lower}, {"On", "on", lower}, {"RAIN", "rain", lower}, {"RAIN", "Rain", initial}, {"A", "a", lower}, {"ON", "on", lower}, {"ON", "On", initial}} {
		var loud, quiet word
		loud.read(test.loud)
		quiet.read(test.as)
		assert.Equal(t, quiet.shape, recased(loud.shape, test.caps, len(test.loud)), test.as)
		assert.Equal(t, quiet.form, loud.form)
	}
}
