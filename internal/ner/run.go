package ner

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/token"
)

// piece is the most bytes of text that are looked at as one document.
const piece = 1 << 16

// Run finds the names of a text of any size and calls emit for each piece of it,
// in order: where the piece starts, the piece, and its names. A text longer than
// a piece is cut where lines end. Run returns early when the context ends.
func (d *Decoder) Run(ctx context.Context, m *Model, text string, emit func(at int, text string, spans []Span)) {
	for at := 0; at < len(text) && ctx.Err() == nil; {
		part := text[at : at+Cut(text[at:], piece)]
		d.tokens = token.Append(d.tokens[:0], part)
		d.ends = token.Sentences(d.ends[:0], part, d.tokens)
		d.Read(&m.Lexicon, part, d.tokens, d.ends)
		emit(at, part, d.Decode(m))
		at += len(part)
	}
}

// Form returns the hash of token i in lower case, as Hash does.
func (d *Document) Form(i int) uint32 { return d.folded[i] }

// Cut returns the length of the first part of a text, at most size: up to an empty
// line, the end of a line, a space, or at worst the end of a character.
func Cut(text string, size int) int {
	if len(text) <= size {
		return len(text)
	}
	text = text[:size]
	for _, border := range []string{"\n\n", "\n", " "} {
		if i := strings.LastIndex(text, border); i > size/2 {
			return i + len(border)
		}
	}
	for n := size; n > size-utf8.UTFMax; n-- {
		if r, width := utf8.DecodeLastRuneInString(text[:n]); r != utf8.RuneError || width != 1 {
			return n
		}
	}
	return size
}
