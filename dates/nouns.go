package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file reads noun phrases: words that place or count, then a head that
// is a unit, a period, a season, a part of day, or a day or month by name.

// A noun holds what stood before the head.
type noun struct {
	start   int // where the extent starts
	a, the  bool
	rel     timex.Rel
	edge    timex.Mod
	count   timex.Quantity
	upTo    timex.Quantity // the second figure of a range
	countAt int
	ordinal int
	ordAt   int
	fiscal  bool
	yearAgo bool
	year    int
	yearRel timex.Rel
	yearAt  int
	recent  bool
	future  bool
	latest  bool
	whole   bool
	another bool
	hyphen  bool
	mod     timex.Mod
}

func (p *parser) wordGlued(i int) bool {
	a := p.At(i + 1)
	return a.Glued && (a.Kind == reader.Word || a.Mark == '-') && (!p.At(i).Glued || p.Marked(i-1, '('))
}

func (p *parser) possessive(i int) bool {
	return p.Marked(i, '\'') && p.At(i).Glued && p.is(i+1, "s") && p.At(i+1).Glued
}
