package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file reads days and years that take from their neighbours what they leave out.

// listedDay reads the bare day of a list or range of days: the "5" of "5, 6 and
// 7 October", which looks ahead for its month. Days rise, so lists are short.
func (p *parser) listedDay(i int) (timex.Meaning, int) {
	first := p.At(i).Val
	if p.At(i).Digits() > 2 || first < 1 || first > 31 {
		return timex.Meaning{}, i
	}
	end := i + 1
	if _, k := p.ordinal(i); k > i {
		end = k
	} else if _, k := p.dayFigure(i); k > i+1 || p.dotted && k > i { // 1er, 5.
		end = k
	} else if p.dotted || !p.bare(i, i+1) {
		return timex.Meaning{}, i
	}
	for last, j := first, end; p.In(j, clsConj) || p.Marked(j, '-') || p.Marked(j, ',') || p.Marked(j, '/') && (p.dotted || p.nextDay(j)); {
		if p.is(j+1, "the") { // from the 13th to the 19th of October
			j++
		}
		if m, k := p.dayMonth(j + 1); k > j+1 && m.Point.Day > last && !p.In(i-1, clsMonth) {
			m.Point.Day = first
			return m, end
		}
		d, k := p.dayFigure(j + 1)
		if k == j+1 || d <= last {
			break
		}
		last, j = d, k
	}
	return timex.Meaning{}, i
}

// inherited reads a day or a year that takes what it leaves out from the
// expression before it: the 10 of "October 9 to 10", the 90 of "1989-90".
func (p *parser) inherited(i int, before timex.Meaning) (timex.Meaning, int) {
	clock := before.Point.Clock
	if before.Sense != timex.Calendar || clock.Set() && clock.Part == 0 {
		return timex.Meaning{}, i
	}
	if p.At(i).Kind != reader.Number || p.At(i).Digits() > 2 || !p.carriesOn(i-1) {
		return timex.Meaning{}, i
	}
	switch before.Point.Grain {
	case timex.Day:
		return p.inheritedDay(i, before)
	case timex.Decade:
		return p.inheritedDecade(i, before.Point.Year)
	case timex.Year:
		return p.inheritedYear(i, before.Point.Year)
	}
	return timex.Meaning{}, i
}

// carriesOn reports whether token i joins an expression to the next: and, to, a dash.
func (p *parser) carriesOn(i int) bool {
	switch p.At(i).Mark {
	case '-', ',', '/':
		return true
	}
	return p.In(i, clsConj) || p.In(i, clsUntil)
}

func (p *parser) inheritedDay(i int, before timex.Meaning) (timex.Meaning, int) {
	none := timex.Meaning{}
	date := before.Point
	if date.Num == 0 || date.Day == 0 || before.Weekday != 0 && p.Marked(i-1, ',') {
		return none, i
	}
	if _, k := p.dayMonth(i); k > i {
		return none, i
	}
	d, j := p.dayFigure(i)
	rises := d > date.Day && d <= timex.DaysIn(leapYear, date.Num)
	if j == i || !rises || p.InAny(j, clsUnit, clsMonth) || p.countsThings(i, j) {
		return none, i
	}
	before.Point.Day, before.Weekday, before.Mod = d, 0, timex.ModNone
	next := p.amend(grpYear, j, &before)
	return before, next
}

// countsThings reports whether the figure at tokens [i, next), behind a day, is a number of
// things: on May 3, 40 houses; on May 3 and 40 houses.
func (p *parser) countsThings(i, next int) bool {
	things := p.plain(next) && p.lower(next)
	if p.Marked(i-1, ',') {
		return things || !p.Marked(next, ',') && !p.In(next, clsConj)
	}
	return p.In(i-1, clsAnd) && things && !p.At(next).Glued && p.plural(next)
}

// inheritedDecade reads the 70s of "1960s and 70s".
func (p *parser) inheritedDecade(i, before int) (timex.Meaning, int) {
	t, century := p.At(i), before-before%100
	if before < 1000 || t.Digits() != 2 || t.Val%10 != 0 || t.Val <= before%100 || !p.In(i+1, clsPluralS) || !p.At(i+1).Glued {
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Decade, Year: century + t.Val}}, i + 2
}

// inheritedYear reads the 90 of "1989-90".
func (p *parser) inheritedYear(i, before int) (timex.Meaning, int) {
	t, dash := p.At(i), p.At(i-1)
	joined := dash.Mark == '-' && dash.Glued && t.Glued
	rises := t.Val > before%100 || t.Val == (before+1)%100
	if t.Digits() != 2 || !joined || !rises || !p.yearFree(i+1) {
		return timex.Meaning{}, i
	}
	y := before - before%100 + t.Val
	if t.Val < before%100 {
		y += 100
	}
	return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}}, i + 1
}
