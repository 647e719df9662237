package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"

	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/internal/ner"
	"github.com/copydesk-go/copydesk/internal/token"
)

// arrange puts the rows of a model in the order in which the documents of sets use
// them.
func arrange(m *ner.Model, sets [][]document) {
	uses := m.Uses()
	var d ner.Document
	for _, docs := range sets {
		for i := range docs {
			text := docs[i].text
			tokens := token.Append(nil, text)
			d.Read(&m.Lexicon, text, tokens, token.Sentences(nil, text, tokens))
			uses.Add(&d)
		}
	}
	m.Arrange(uses)
}

// repack writes a model anew, whose weights stay, with its rows in order and the pairs
// of words that have capitals together.
func repack(o options) error {
	b, err := os.ReadFile(o.pack)
	if err != nil {
		return err
	}
	m, err := ner.Read(string(b))
	if err != nil {
		return err
	}
	sets, err := readSets(o.corpora, o.data)
	if err != nil {
		return err
	}
	together(&m.Lexicon, sets)
	arrange(m, sets)
	if o.calibrate {
		docs, err := readCorpus(o.data, held[0].name)
		if err != nil {
			return err
		}
		if err := recalibrate(m, &held[0], docs); err != nil {
			return err
		}
	}
	return write(m, o.output)
}

func write(m *ner.Model, file string) error {
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

// recalibrate fits the curve of a model anew, by the names of a set that are found
// with it once lists and rules have had their say. It prints how far confidence is from
// the truth before, and in each tenth of the set by the rest.
func recalibrate(m *ner.Model, c *corpus, docs []document) error {
	model, err := entitiesModel(m)
	if err != nil {
		return err
	}
	var parts [10][]judged
	for i := range docs {
		parts[i%len(parts)] = append(parts[i%len(parts)], judgeNames(model, c, &docs[i])...)
	}
	names := slices.Concat(parts[:]...)
	var byRest []judged
	for k, part := range parts {
		curve := fit(slices.Concat(slices.Concat(parts[:k]...), slices.Concat(parts[k+1:]...)))
		for _, n := range part {
			byRest = append(byRest, judged{curve.At(n.probability), n.right})
		}
	}
	fmt.Printf("off by %.3f before, %.3f by the other nine parts\n", apart(names, ner.Uncalibrated()), apart(byRest, ner.Uncalibrated()))
	fitted, was := fit(names), m.Curve()
	var now ner.Curve
	for k := range now {
		now.Set(k, fitted.At(was.Point(k)))
	}
	m.Calibrate(now)
	return nil
}

// entitiesModel returns a model as package entities has it.
func entitiesModel(m *ner.Model) (*entities.Model, error) {
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return nil, err
	}
	return entities.ReadModel(&b)
}

// judgeNames returns the confidence of the names that package entities finds in a
// document with a model, and whether they are right.
func judgeNames(model *entities.Model, c *corpus, doc *document) (names []judged) {
	gold := make(map[mention]bool)
	for _, n := range doc.names {
		gold[mention{n.start, n.end, views[0].fold[firstOf(c.labels[n.label])]}] = true
	}
	for n := range (entities.Tagger{Model: model}).All(doc.text) {
		class := string(n.Label)
		if n.Label == entities.GPE || n.Label == entities.LOC {
			class = classNames[location]
		}
		names = append(names, judged{n.Confidence, gold[mention{n.Start, n.End, class}]})
	}
	return names
}

// apart returns how far the confidence that a curve gives is from the truth, on average
// over ten levels.
func apart(names []judged, curve ner.Curve) float64 {
	var gap [10]float64
	for _, n := range names {
		p := curve.At(n.probability)
		k := min(int(p*10), 9)
		gap[k] += p
		if n.right {
			gap[k]--
		}
	}
	sum := 0.0
	for _, g := range gap {
		sum += max(g, -g)
	}
	return sum / float64(max(len(names), 1))
}
