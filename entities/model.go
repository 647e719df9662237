package entities

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/ner"
)

// A Model is what a Tagger knows about names. It does not change, and any number
// of goroutines may use it.
type Model struct {
	model    *ner.Model
	labels   []Label
	language language.Base
}

// The embedded model; MODEL.md is its card.
//
//go:embed model.bin
var modelFile string

// embedded decodes the embedded model on its first use.
var embedded = sync.OnceValue(func() *Model {
	m, err := newModel(modelFile)
	if err != nil {
		panic("entities: embedded model: " + err.Error()) // a build without its model
	}
	return m
})

// ReadModel reads a model file, as the training program writes it. A file that is
// damaged, or no model file at all, is an error, never a panic. The first bytes tell
// what it is and how long: of what is no model file no more is read than these, and of
// any other no more than it should have.
func ReadModel(r io.Reader) (*Model, error) {
	var head [ner.HeadSize]byte
	n, err := io.ReadFull(r, head[:])
	rest, wrong := ner.CheckHead(string(head[:n]))
	switch {
	case errors.Is(wrong, ner.ErrCorrupt) && err != io.EOF && err != io.ErrUnexpectedEOF:
		return nil, fmt.Errorf("entities: reading model: %w", err)
	case wrong != nil:
		return nil, fmt.Errorf("entities: %w", wrong)
	}
	var s strings.Builder
	s.Grow(int(min(rest, 1<<20)) + ner.HeadSize)
	s.Write(head[:])
	if _, err := io.Copy(&s, io.LimitReader(r, rest+1)); err != nil {
		return nil, fmt.Errorf("entities: reading model: %w", err)
	}
	m, err := newModel(s.String())
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	return m, nil
}

func newModel(s string) (*Model, error) {
	m, err := ner.Read(s)
	if err != nil {
		return nil, err
	}
	tag, err := language.Parse(m.Language)
	if err != nil {
		return nil, fmt.Errorf("%w: language %q", ner.ErrCorrupt, m.Language)
	}
	out := &Model{model: m}
	out.language, _, _ = tag.Raw()
	for _, c := range m.Classes {
		out.labels = append(out.labels, Label(c))
	}
	return out, nil
}

// location is the class of all places, which the corpora do not tell apart.
const location Label = "LOCATION"

// label returns the label of the name text[start:end] of a class.
func (m *Model) label(class int, text string, start, end int) Label {
	l := m.labels[class]
	if l == location {
		return placeLabel(text, start, end)
	}
	return l
}

// has reports whether the model may give a name the label.
func (m *Model) has(l Label) bool {
	return slices.Contains(m.labels, l) || slices.Contains(m.labels, location) && (l == GPE || l == LOC)
}

// english reports whether the lists and rules of English go with the model.
func (m *Model) english() bool { return m.language.String() == "en" }
