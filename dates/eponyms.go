package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file reads days that are known by their month and day: the Oct. 7 attack, 9/11.

const headReach = 3 // tokens from such a day to the word that tells it: the Oct. 7 Hamas-led attack

// eponymOf is the day that a phrase of month and day is known for, if it is.
func (p *parser) eponymOf(ph phrase) (timex.Point, bool) {
	if ph.Point.Grain != timex.Day || !ph.yearless() || ph.Point.Clock.Set() {
		return timex.Point{}, false
	}
	return p.eponym(false, ph.Point.Num, ph.Point.Day, ph.first, ph.next)
}

// eponymFigures reads two figures that are known as a day: 9/11.
func (p *parser) eponymFigures(i int, f *frame) int {
	a, b, next := p.At(i), p.At(i+2), i+3
	if a.Digits() > 2 || !p.separates(i+1, '/') || b.Digits() > 2 || p.follows(next) || !p.bare(i, next) {
		return i
	}
	day, ok := p.eponym(true, a.Val, b.Val, i, next)
	if !ok {
		return i
	}
	write(&timex.Meaning{Sense: timex.Calendar, Point: day, Known: true}, f)
	return next
}

// eponym finds the day that the tokens [first, next) are known as.
func (p *parser) eponym(figures bool, a, b, first, next int) (timex.Point, bool) {
	for i := range p.Eponyms() {
		e := &p.Eponyms()[i]
		if e.Figures != figures || int(e.A) != a || int(e.B) != b || !p.knows(e) || !p.toldBy(e.Heads, first, next) {
			continue
		}
		day := timex.Point{Grain: timex.Day, Year: int(e.Year), Num: int(e.Month), Day: int(e.Day)}
		if !p.now.Known() || day.First() < p.now.First() {
			return day, true
		}
	}
	return timex.Point{}, false
}

// knows reports whether a text of this country means the day; one of an unknown country is
// read as one of the United States.
func (p *parser) knows(e *reader.Eponym) bool {
	switch {
	case e.Country == 0, timex.Country(e.Country) == p.home:
		return true
	case p.home != timex.NoCountry:
		return false
	}
	return e.Figures || timex.Country(e.Country) == timex.CountryOf("US")
}

// toldBy reports whether one of the words stands behind the tokens [first, next), in a few
// words, or before them, as in the attacks of Sept. 11; true if there are no words.
func (p *parser) toldBy(heads []uint16, first, next int) bool {
	switch {
	case len(heads) == 0, p.is(first-1, "of") && p.Among(first-2, heads):
		return true
	case p.is(first-1, "on"): // what happened then is any event
		return false
	}
	for j := next; j < next+headReach; j++ {
		if p.Among(j, heads) {
			return true
		}
		if k := p.At(j); k.Kind != reader.Word && k.Mark != '-' || p.verb(j) != timex.NoTense {
			return false
		}
	}
	return false
}
