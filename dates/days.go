package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file reads the days, months and years of the calendar.

// yearFree reports whether the figures that end before next are a year and not
// the start of something longer.
func (p *parser) yearFree(i, next int) bool {
	a := p.At(next)
	if !a.Glued || a.Kind == reader.End {
		return true
	}
	switch a.Mark {
	case '/': // 2020/21
		n := p.At(next + 1)
		return n.Kind != reader.Number || !n.Glued || n.Digits() == 2 && n.Val == (p.At(next-1).Val+1)%100 || n.Digits() == 4 && n.Val == p.At(next-1).Val+1
	case ',', '.', ':':
		return !(p.At(next+1).Kind == reader.Number && p.At(next+1).Glued)
	case '%':
		return false
	}
	return a.Kind == reader.Mark
}

// openDays reports whether the range of days of the week that starts at token i stands
// beside a range of hours, and is long enough to be that of all weeks: 9 a.m. to 5 p.m. Monday to Friday.
func (p *parser) openDays(i int) bool {
	if !p.weekdayRange(i) || (p.Value(i+2, clsWeekday)-p.Value(i, clsWeekday)+7)%7 < 4 || p.InAny(i+3, clsThis, clsLast, clsNext) {
		return false
	}
	j := i + 3
	if p.Marked(j, ',') || p.is(j, "from") {
		j++
	}
	if _, k := p.clock(j); k > j && p.joins(k) {
		return true
	}
	b := i - 1
	if p.Marked(b, ',') {
		b--
	}
	for range 6 { // to the hour before, in at most six tokens: 5:30 p.m.
		if b--; p.joins(b) {
			return p.Marked(b-1, '.') || p.any(b-1, "m", "am", "pm", "noon", "midnight") || p.At(b-1).Kind == reader.Number && p.At(b+1).Kind == reader.Number
		}
	}
	return false
}

// joins reports whether the word or dash at token i joins the ends of a range.
func (p *parser) joins(i int) bool { return p.Marked(i, '-') || p.any(i, "to", "until") }

// weekdayRange reports whether a range of whole days of the week starts at token i.
func (p *parser) weekdayRange(i int) bool {
	return p.wholeWeekday(i) && (p.Marked(i+1, '-') || p.any(i+1, "to", "through")) && p.wholeWeekday(i+2)
}

// nextDay reports whether a day of the month, then a slash and the day after it end at
// token i+1.
func (p *parser) nextDay(i int) bool {
	d, next := p.At(i-1), p.At(i+1)
	before := i - 2
	if p.Marked(before, '.') { // Nov. 24/25
		before--
	}
	return p.In(before, clsMonth) && !p.is(i+2, "of") && next.Kind == reader.Number && next.Glued && next.Digits() <= 2 && next.Val == d.Val+1 && !p.follows(i+2)
}

// yearOrTwo reads a year in four figures or two.
func (p *parser) yearOrTwo(i int) (y, next int) {
	if y, j := p.yearFigure(i); j > i {
		return y, j
	}
	if t := p.At(i); t.Kind == reader.Number && t.Digits() == 2 {
		return p.fullYear(t.Val), i + 1
	}
	return 0, i
}

// numericDate reads "2021-10-09", "9/10/2021", "10.09.21" and "2021/10/09".
func (p *parser) numericDate(i int) (timex.Meaning, int) {
	a, b, c := p.At(i), p.At(i+2), p.At(i+4)
	sep := p.At(i + 1)
	if a.Kind != reader.Number || b.Kind != reader.Number || !sep.Glued || !b.Glued {
		return timex.Meaning{}, i
	}
	if sep.Mark != '/' && sep.Mark != '-' && sep.Mark != '.' {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Day}}
	if p.Marked(i-1, '/') && a.Glued { // the address of a page
		return timex.Meaning{}, i
	}
	if p.At(i+3).Mark != sep.Mark || !p.At(i+3).Glued || c.Kind != reader.Number || !c.Glued {
		if a.Digits() == 4 && sep.Mark == '-' && b.Digits() == 2 && b.Val >= 1 && b.Val <= 12 && a.Val >= 1000 && a.Val < maxFigure && !p.follows(i+3) && !(b.Val == (a.Val+1)%100) {
			m.Point = timex.Point{Grain: timex.Month, Year: a.Val, Num: b.Val}
			return m, i + 3
		}
		return timex.Meaning{}, i
	}
	if p.follows(i + 5) {
		return timex.Meaning{}, i
	}
	switch {
	case p.order == OrderYearFirst && sep.Mark == '/' && a.Digits() == 2 && b.Digits() == 2 && c.Digits() == 2 && b.Val >= 1 && b.Val <= 12 && c.Val <= 31:
		m.Point.Year, m.Point.Num, m.Point.Day, m.Ambiguous = p.fullYear(a.Val), b.Val, c.Val, true
	case a.Digits() == 4 && b.Digits() <= 2 && c.Digits() <= 2:
		m.Point.Year, m.Point.Num, m.Point.Day = a.Val, b.Val, c.Val
	case a.Digits() <= 2 && b.Digits() <= 2 && (c.Digits() == 4 || c.Digits() == 2 && sep.Mark == '/' || c.Digits() == 2 && sep.Mark == '.' && a.Digits() == 2 && b.Digits() == 2):
		m.Point.Num, m.Point.Day, m.Point.Year = a.Val, b.Val, c.Val
		if c.Digits() == 2 {
			m.Point.Year = p.fullYear(c.Val)
		}
		switch {
		case a.Val > 12 || sep.Mark == '.' && b.Val <= 12:
			m.Point.Num, m.Point.Day = b.Val, a.Val
		case b.Val <= 12 && p.order == OrderDayFirst:
			m.Point.Num, m.Point.Day = b.Val, a.Val
			m.Ambiguous = a.Val != b.Val
		case b.Val <= 12:
			m.Ambiguous = a.Val != b.Val
		}
	default:
		return timex.Meaning{}, i
	}
	if q := m.Point; q.Year < timex.MinYear || q.Num < 1 || q.Num > 12 || q.Day < 1 || q.Day > timex.DaysIn(q.Year, q.Num) {
		return timex.Meaning{}, i
	}
	return m, i + 5
}

// slashed reads month and day in figures without a year: 11/20.
func (p *parser) slashed(i int) (timex.Meaning, int) {
	a, b := p.At(i), p.At(i+2)
	if !p.Marked(i+1, '/') || !p.At(i+1).Glued || !b.Glued || a.Kind != reader.Number || b.Kind != reader.Number || a.Digits() > 2 || b.Digits() > 2 || p.follows(i+3) || !p.bare(i, i+3) {
		return timex.Meaning{}, i
	}
	q := timex.Point{Grain: timex.Day, Num: a.Val, Day: b.Val}
	if a.Val > 12 || b.Val <= 12 && p.order == OrderDayFirst {
		q.Num, q.Day = b.Val, a.Val
	}
	if q.Num < 1 || q.Num > 12 || q.Day < 1 || q.Day > timex.DaysIn(4, q.Num) {
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Calendar, Point: q, Ambiguous: a.Val != b.Val && max(a.Val, b.Val) <= 12}, i + 3
}

// isoWeekDate reads "2021-W42".
func (p *parser) isoWeekDate(i int) (timex.Meaning, int) {
	y, w := p.At(i), p.At(i+3)
	if y.Digits() != 4 || y.Val < timex.MinYear || !p.Marked(i+1, '-') || !p.At(i+1).Glued || p.Surface(i+2) != "W" || !p.At(i+2).Glued || w.Kind != reader.Number || !w.Glued || w.Digits() != 2 || w.Val < 1 || w.Val > timex.WeeksIn(y.Val) || p.At(i+4).Glued && p.At(i+4).Kind == reader.Word {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Week, Year: y.Val, Num: w.Val}}
	if d := p.At(i + 5); p.Marked(i+4, '-') && p.At(i+4).Glued && d.Kind == reader.Number && d.Glued && d.Digits() == 1 && d.Val >= 1 && d.Val <= 7 {
		m.Point = timex.DayPoint(timex.WeekStart(y.Val, w.Val) + d.Val - 1)
		return m, i + 6
	}
	return m, i + 4
}

// follows reports whether token i carries on a number: "10-12-2021-7".
func (p *parser) follows(i int) bool {
	a := p.At(i)
	if !a.Glued || a.Kind == reader.End {
		return false
	}
	if a.Kind != reader.Mark {
		return !(a.Kind == reader.Word && (p.is(i, "t") || p.is(i, "z")))
	}
	return (a.Mark == '-' || a.Mark == '/' || a.Mark == '.' || a.Mark == ',') && p.At(i+1).Kind == reader.Number && p.At(i+1).Glued
}

// wholeWeekday reports whether token i is the name of one day of the week, in full.
func (p *parser) wholeWeekday(i int) bool {
	return p.In(i, clsWeekday) && !p.InAny(i, clsPlural, clsShort)
}
