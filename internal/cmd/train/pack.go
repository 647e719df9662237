package main

import (
	"bytes"
	"os"

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

// repack writes a model anew, whose weights stay, with its rows in order.
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
	arrange(m, sets)
	return write(m, o.output)
}

func write(m *ner.Model, file string) error {
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
