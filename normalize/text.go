package normalize

import (
	"iter"
	"slices"
	"strings"
)

// A Text is a normalized text and the way back to its source. The zero value
// is the identity over the empty string. A Text is immutable and safe for
// concurrent use.
//
// It holds the places that changed, with what stood there before each step and behind it.
type Text struct {
	source, out string
	layers      []layer
}

// A layer is what one step did: its name and its edits, in order and not overlapping, what
// they replace and by what.
type layer struct {
	step     string
	from, to pieces
	edits    editList
}

// Pieces are what edits replace in a text, or what by: these parts of it one after another, or
// the one that all of them are, or the whole of it where that takes hardly more memory, since
// other layers have it too.
type pieces struct {
	text string
	form piecesForm
}

type piecesForm uint8

const (
	piecesApart piecesForm = iota
	pieceForAll
	piecesOfWhole
)

// piecesOf returns the pieces of a text that have so many bytes.
func piecesOf(text string, size int, edits *editList, turned bool) pieces {
	if one, ok := onePiece(text, edits, turned); ok {
		return pieces{one, pieceForAll}
	}
	if size > len(text)/4*3 {
		return pieces{text, piecesOfWhole}
	}
	var b strings.Builder
	b.Grow(size)
	for e := range edits.all() {
		x := e.extents.as(turned)
		b.WriteString(text[x.start:x.end])
	}
	return pieces{text: b.String()}
}

// onePiece returns the piece that all edits have, if they do.
func onePiece(text string, edits *editList, turned bool) (piece string, ok bool) {
	first := true
	for e := range edits.all() {
		x := e.extents.as(turned)
		if s := text[x.start:x.end]; first {
			piece, first = s, false
		} else if s != piece {
			return "", false
		}
	}
	return strings.Clone(piece), true
}

// at returns text[start:end], before which the edits have n bytes.
func (p pieces) at(start, end, n int) string {
	switch p.form {
	case pieceForAll:
		return p.text
	case piecesOfWhole:
		return p.text[start:end]
	}
	return p.text[n : n+end-start]
}

// layerOf returns the layer of a step that made out of in.
func layerOf(step, in, out string, edits editList) layer {
	from, to := 0, 0
	for e := range edits.all() {
		from, to = from+e.end-e.start, to+e.outEnd-e.outStart
	}
	return layer{step, piecesOf(in, from, &edits, false), piecesOf(out, to, &edits, true), edits}
}

// A Change is one edit of one step.
//
// Start and End are bytes of the normalized text, SourceStart and SourceEnd
// bytes of the source: in both, the smallest range that covers what the step
// touched. From and To are what the step saw and what it made of that. Where
// another step has been at the same place before or after, From is not the
// source range word for word, nor To the output range: an escaped mis-decoded
// quotation mark is one change by "html" and one by "encoding", over the same
// ranges.
//
// Step is "html", "escapes", "fonts", "encoding", "hyphens", "control", "form",
// "residue", "tokens", "space", "punctuation", "furniture" or "quotes", after the steps
// of this package; "utf8" for bytes that were none; or the name of another step, such
// as "money" of money.Repair and "dates" of dates.Expand (see [Named]).
type Change struct {
	Start       int    `json:"start"`
	End         int    `json:"end"`
	SourceStart int    `json:"orig_start"`
	SourceEnd   int    `json:"orig_end"`
	Step        string `json:"step"`
	From        string `json:"from"`
	To          string `json:"to"`
	Detail      string `json:"detail,omitzero"` // what an Explainer said
}

// String returns the normalized text.
func (t Text) String() string { return t.out }

// Source returns the smallest range of the source that covers the range
// [start, end) of the normalized text. Text that a step made comes from all
// that the step replaced; text next to a deletion does not include what was
// deleted. An empty range covers what was deleted there, if anything was, and
// the whole replacement when it lies inside one.
//
// Offsets are clamped to the text. The cost is logarithmic in the number of
// changes.
func (t Text) Source(start, end int) (int, int) {
	start, end = clamp(start, end, len(t.out))
	return down(t.layers, start, end)
}

// down maps a range of the output of layers to the input of the first.
func down(layers []layer, start, end int) (int, int) {
	first, last := ends(start, end)
	for _, l := range slices.Backward(layers) {
		first, _ = ends(l.down(first))
		_, last = ends(l.down(last))
	}
	return first.start, last.end
}

// Target returns the smallest range of the normalized text that covers the
// range [start, end) of the source: the inverse of [Text.Source], with the
// same rules. A range of which nothing is left becomes an empty one.
func (t Text) Target(start, end int) (int, int) {
	start, end = clamp(start, end, len(t.source))
	return up(t.layers, start, end)
}

// up maps a range of the input of layers to the output of the last.
func up(layers []layer, start, end int) (int, int) {
	first, last := ends(start, end)
	for _, l := range layers {
		first, _ = ends(l.up(first))
		_, last = ends(l.up(last))
	}
	return first.start, last.end
}

type span struct{ start, end int }

// ends returns the first and the last byte of a range. A range is mapped by
// its ends, each through every layer, since an end that one step inserted may
// stand where an earlier one deleted, and then covers that too.
func ends(start, end int) (first, last span) {
	return span{start, min(start+1, end)}, span{max(end-1, start), end}
}

func clamp(start, end, n int) (int, int) {
	start = min(max(start, 0), n)
	return start, min(max(end, start), n)
}

// Changes returns what was changed, in order of place and, at one place, in
// the order of the steps. Changes of different steps may overlap.
func (t Text) Changes() iter.Seq[Change] {
	return func(yield func(Change) bool) {
		ahead := make([]aheadOf, len(t.layers))
		for k := range ahead {
			ahead[k].packed = t.layers[k].edits.packed
			t.step(k, &ahead[k])
		}
		for {
			// Layers keep their order of place, so the next of all is one of these.
			first := -1
			for k := range ahead {
				if ahead[k].more && (first < 0 || before(&ahead[k].change, &ahead[first].change)) {
					first = k
				}
			}
			if first < 0 || !yield(ahead[first].change) {
				return
			}
			t.step(first, &ahead[first])
		}
	}
}

// An aheadOf is the next change of a layer, if there are more, and the edits after it.
type aheadOf struct {
	change   Change
	more     bool
	edit     edit
	packed   []byte
	from, to int // bytes of the edits so far
}

// step goes on to the next change of layer k.
func (t Text) step(k int, a *aheadOf) {
	if a.more = len(a.packed) > 0; a.more {
		a.packed = t.layers[k].edits.next(a.packed, &a.edit)
		a.change = t.change(k, a)
		a.from, a.to = a.from+len(a.change.From), a.to+len(a.change.To)
	}
}

// before reports whether a stands before b.
func before(a, b *Change) bool {
	return a.Start < b.Start || a.Start == b.Start && a.SourceStart < b.SourceStart
}

// change is the next edit of layer k, placed in the text and its source.
func (t Text) change(k int, a *aheadOf) Change {
	l, e := &t.layers[k], &a.edit
	c := Change{Step: l.step, From: l.from.at(e.start, e.end, a.from), To: l.to.at(e.outStart, e.outEnd, a.to), Detail: e.detail}
	c.SourceStart, c.SourceEnd = down(t.layers[:k], e.start, e.end)
	c.Start, c.End = up(t.layers[k+1:], e.outStart, e.outEnd)
	return c
}

// hunks returns the edits that lead from the source to the output at once:
// the union of the changes wherever they touch.
func (t Text) hunks() iter.Seq[extents] {
	return func(yield func(extents) bool) {
		var h extents
		begun := false
		for c := range t.Changes() {
			if begun && c.Start > h.outEnd && c.SourceStart > h.end {
				if !yield(h) {
					return
				}
				begun = false
			}
			if !begun {
				h, begun = extents{c.SourceStart, c.SourceEnd, c.Start, c.End}, true
				continue
			}
			h.start, h.end = min(h.start, c.SourceStart), max(h.end, c.SourceEnd)
			h.outStart, h.outEnd = min(h.outStart, c.Start), max(h.outEnd, c.End)
		}
		if h != (extents{}) {
			yield(h)
		}
	}
}

// down maps a range of the layer's output to its input.
func (l *layer) down(s span) (int, int) { return l.edits.widen(s, true) }

// up maps a range of the layer's input to its output.
func (l *layer) up(s span) (int, int) { return l.edits.widen(s, false) }

// widen maps a range from the input to the output, or if it is turned from the output to the
// input.
//
// A range with something in it takes in the edits that share something with
// it. An empty range takes in the edit it lies inside, and those that are empty
// on its side of the text and stand at the same place.
func (l *editList) widen(s span, turned bool) (from, to int) {
	from, to = s.start, s.end
	q := query{span: s, turned: turned}
	last, next, some, ok := l.find(q)
	if ok {
		from = next.outStart - max(next.start-s.start, 0)
	} else if some {
		from = last.outEnd + s.start - last.end
	}
	if q.behind = true; ok && !q.holds(next) { // most often there is none in the range
		last, next, some, ok = l.find(q)
	}
	if some {
		to = last.outEnd + max(s.end-last.end, 0)
	} else if ok {
		to = next.outStart - (next.start - s.end)
	}
	return from, to
}
