package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file reads references to the past, present and future, and the words that
// make a date or length of time vague.

// soonPast reports whether the "soon" at token i is that of a tale: soon became a habit.
func (p *parser) soonPast(i int) bool {
	return p.told(i+1) || p.tenseAt(i, i+1) == timex.PastTense && (p.stop(i-1) || !p.purpose(i))
}

// told reports whether the verb at token i tells of what is past: became, was released.
func (p *parser) told(i int) bool {
	t := p.At(i)
	if t.Kind != reader.Word || !p.Is(t, clsSaid) && !p.pastForm(i) {
		return false
	}
	b := p.At(i - 2)
	return !p.IsAny(b, clsWill, clsMay, clsTo, clsBe) && !p.In(i-2, clsBeing)
}

// someday reports whether the "one day" at token i is any day to come: will one
// day lead, could return one day.
func (p *parser) someday(i int) bool {
	if p.In(i+2, clsPost) || p.Marked(i+2, '-') || p.In(i+2, clsOf) { // one day later, one day of it
		return false
	}
	counted := p.InAny(i-1, clsPrep, clsApprox, clsMeasured, clsTo) && !p.In(i-1, clsWill)
	if counted || p.InAny(i-1, clsThan, clsOnly) {
		return false
	}
	const near = 3
	for j := i - 1; j >= i-1-near && !p.stop(j); j-- {
		if p.In(j, clsWill) || p.In(j, clsMayOrCan) {
			return true
		}
	}
	for j := i + 2; j < i+2+near && !p.stop(j); j++ { // one day China will pay
		if p.In(j, clsWill) {
			return true
		}
	}
	return false
}

// How the words of a bound hang together with the expression behind them.
const (
	boundOutside  = iota + 1 // about: not in the extent
	boundMeasured            // over: the same, and of lengths alone
	boundDuring              // over, in the sense of during: no bound at all
	boundNearly              // a point that is nearly so long ago is about then
	boundCompares            // more than: it may compare amounts, unless a length follows
)

// approximate reads "nearly", "more than", "at least", "up to" and the
// expression they belong to.
func (p *parser) approximate(i int) (m timex.Meaning, start, next int) {
	f, j := p.Group(grpBound, i)
	if j == i {
		return m, i, i
	}
	mod, hangs := timex.Mod(f.Int(reader.FieldMod)), f.Int(reader.FieldLoose)
	m, start, next = p.exact(j)
	if next <= j || start > j || !p.bounds(mod, hangs, m, next) {
		return m, i, i
	}
	if hangs == boundDuring || hangs == boundMeasured && m.Sense != timex.Span {
		return m, start, next
	}
	if m.Mod == timex.ModNone || m.Mod == timex.ModEqualOrMore {
		m.Mod = mod
		if m.Sense != timex.Span {
			ago := m.Sense == timex.Deictic && m.Back || m.Sense == timex.YearBefore
			m.Mod = ofPoint(mod, ago, hangs == boundNearly)
		}
	}
	if hangs == boundOutside || hangs == boundMeasured {
		return m, start, next
	}
	return m, i, next
}

// bounds reports whether the words of a bound can bound an expression that ends before next.
func (p *parser) bounds(mod timex.Mod, hangs int, m timex.Meaning, next int) bool {
	strict := mod == timex.ModMoreThan || mod == timex.ModLessThan
	switch m.Sense {
	case timex.Span:
		return true
	case timex.Reference, timex.Recurring:
		return false
	case timex.Calendar:
		if m.Point.Grain == timex.Day && (strict || m.Weekday > 0 && !m.Point.Clock.Set()) {
			return false
		}
	}
	today := p.In(next-1, clsToday) && p.Value(next-1, clsToday) == 0
	return hangs != boundCompares || p.In(next-1, clsPost) || today // but: sold more than last year
}

// ofPoint turns a bound on a length of time into one on a point in time: what
// was more than a year ago was before the year that it names.
func ofPoint(mod timex.Mod, ago, nearly bool) timex.Mod {
	switch {
	case nearly:
		return timex.ModApprox
	case mod == timex.ModMoreThan && ago:
		return timex.ModBefore
	case mod == timex.ModLessThan && ago:
		return timex.ModAfter
	case mod == timex.ModEqualOrLess && ago, mod == timex.ModEqualOrMore && !ago:
		return timex.ModOnOrAfter
	case mod == timex.ModEqualOrLess, mod == timex.ModEqualOrMore:
		return timex.ModOnOrBefore
	case mod == timex.ModMoreThan:
		return timex.ModAfter
	case mod == timex.ModLessThan:
		return timex.ModBefore
	}
	return mod
}
