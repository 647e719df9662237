package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file reads the days, months and years of the calendar.

// yearFree reports whether the figures that end before next are a year and not
// the start of something longer.
func (p *parser) yearFree(i, next int) bool {
	a := p.at(next)
	if !a.glued || a.kind == end {
		return true
	}
	switch a.mark {
	case '/': // 2020/21
		n := p.at(next + 1)
		return n.kind != number || !n.glued || n.digits() == 2 && n.val == (p.at(next-1).val+1)%100 || n.digits() == 4 && n.val == p.at(next-1).val+1
	case ',', '.', ':':
		return !(p.at(next+1).kind == number && p.at(next+1).glued)
	case '%':
		return false
	}
	return a.kind == mark
}

// openDays reports whether the range of days of the week that starts at token i stands
// beside a range of hours, and is long enough to be that of all weeks: 9 a.m. to 5 p.m. Monday to Friday.
func (p *parser) openDays(i int) bool {
	if !p.weekdayRange(i) || (p.at(i+2).val-p.at(i).val+7)%7 < 4 || p.at(i+3).class&(cThis|cLast|cNext) != 0 {
		return false
	}
	j := i + 3
	if p.mark(j, ',') || p.is(j, "from") {
		j++
	}
	if _, k := p.clock(j); k > j && p.joins(k) {
		return true
	}
	b := i - 1
	if p.mark(b, ',') {
		b--
	}
	for range 6 { // to the hour before, in at most six tokens: 5:30 p.m.
		if b--; p.joins(b) {
			return p.mark(b-1, '.') || p.any(b-1, "m", "am", "pm", "noon", "midnight") || p.at(b-1).kind == number && p.at(b+1).kind == number
		}
	}
	return false
}

// joins reports whether the word or dash at token i joins the ends of a range.
func (p *parser) joins(i int) bool { return p.mark(i, '-') || p.any(i, "to", "until") }

// weekdayRange reports whether a range of whole days of the week starts at token i.
func (p *parser) weekdayRange(i int) bool {
	return p.at(i).class&(cWeekday|cPlural|cShort) == cWeekday && (p.mark(i+1, '-') || p.any(i+1, "to", "through")) && p.at(i+2).class&(cWeekday|cPlural|cShort) == cWeekday
}

// nextDay reports whether a day of the month, then a slash and the day after it end at
// token i+1.
func (p *parser) nextDay(i int) bool {
	d, next := p.at(i-1), p.at(i+1)
	before := i - 2
	if p.mark(before, '.') { // Nov. 24/25
		before--
	}
	return p.at(before).class&cMonth != 0 && !p.is(i+2, "of") && next.kind == number && next.glued && next.digits() <= 2 && next.val == d.val+1 && !p.follows(i+2)
}

// yearOrTwo reads a year in four figures or two.
func (p *parser) yearOrTwo(i int) (y, next int) {
	if y, j := p.yearFigure(i); j > i {
		return y, j
	}
	if t := p.at(i); t.kind == number && t.digits() == 2 {
		return p.fullYear(t.val), i + 1
	}
	return 0, i
}

// numericDate reads "2021-10-09", "9/10/2021", "10.09.21" and "2021/10/09".
func (p *parser) numericDate(i int) (timex.Meaning, int) {
	a, b, c := p.at(i), p.at(i+2), p.at(i+4)
	sep := p.at(i + 1)
	if a.kind != number || b.kind != number || !sep.glued || !b.glued {
		return timex.Meaning{}, i
	}
	if sep.mark != '/' && sep.mark != '-' && sep.mark != '.' {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Day}}
	if p.mark(i-1, '/') && a.glued { // the address of a page
		return timex.Meaning{}, i
	}
	if p.at(i+3).mark != sep.mark || !p.at(i+3).glued || c.kind != number || !c.glued {
		if a.digits() == 4 && sep.mark == '-' && b.digits() == 2 && b.val >= 1 && b.val <= 12 && a.val >= 1000 && a.val < maxFigure && !p.follows(i+3) && !(b.val == (a.val+1)%100) {
			m.Point = timex.Point{Grain: timex.Month, Year: a.val, Num: b.val}
			return m, i + 3
		}
		return timex.Meaning{}, i
	}
	if p.follows(i + 5) {
		return timex.Meaning{}, i
	}
	switch {
	case p.order == OrderYearFirst && sep.mark == '/' && a.digits() == 2 && b.digits() == 2 && c.digits() == 2 && b.val >= 1 && b.val <= 12 && c.val <= 31:
		m.Point.Year, m.Point.Num, m.Point.Day, m.Ambiguous = p.fullYear(a.val), b.val, c.val, true
	case a.digits() == 4 && b.digits() <= 2 && c.digits() <= 2:
		m.Point.Year, m.Point.Num, m.Point.Day = a.val, b.val, c.val
	case a.digits() <= 2 && b.digits() <= 2 && (c.digits() == 4 || c.digits() == 2 && sep.mark == '/' || c.digits() == 2 && sep.mark == '.' && a.digits() == 2 && b.digits() == 2):
		m.Point.Num, m.Point.Day, m.Point.Year = a.val, b.val, c.val
		if c.digits() == 2 {
			m.Point.Year = p.fullYear(c.val)
		}
		switch {
		case a.val > 12 || sep.mark == '.' && b.val <= 12:
			m.Point.Num, m.Point.Day = b.val, a.val
		case b.val <= 12 && p.order == OrderDayFirst:
			m.Point.Num, m.Point.Day = b.val, a.val
			m.Ambiguous = a.val != b.val
		case b.val <= 12:
			m.Ambiguous = a.val != b.val
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
	a, b := p.at(i), p.at(i+2)
	if !p.mark(i+1, '/') || !p.at(i+1).glued || !b.glued || a.kind != number || b.kind != number || a.digits() > 2 || b.digits() > 2 || p.follows(i+3) || !p.bare(i, i+3) {
		return timex.Meaning{}, i
	}
	q := timex.Point{Grain: timex.Day, Num: a.val, Day: b.val}
	if a.val > 12 || b.val <= 12 && p.order == OrderDayFirst {
		q.Num, q.Day = b.val, a.val
	}
	if q.Num < 1 || q.Num > 12 || q.Day < 1 || q.Day > timex.DaysIn(4, q.Num) {
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Calendar, Point: q, Ambiguous: a.val != b.val && max(a.val, b.val) <= 12}, i + 3
}

// isoWeekDate reads "2021-W42".
func (p *parser) isoWeekDate(i int) (timex.Meaning, int) {
	y, w := p.at(i), p.at(i+3)
	if y.digits() != 4 || y.val < timex.MinYear || !p.mark(i+1, '-') || !p.at(i+1).glued || p.surface(i+2) != "W" || !p.at(i+2).glued || w.kind != number || !w.glued || w.digits() != 2 || w.val < 1 || w.val > timex.WeeksIn(y.val) || p.at(i+4).glued && p.at(i+4).kind == word {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Week, Year: y.val, Num: w.val}}
	if d := p.at(i + 5); p.mark(i+4, '-') && p.at(i+4).glued && d.kind == number && d.glued && d.digits() == 1 && d.val >= 1 && d.val <= 7 {
		m.Point = timex.DayPoint(timex.WeekStart(y.val, w.val) + d.val - 1)
		return m, i + 6
	}
	return m, i + 4
}

// follows reports whether token i carries on a number: "10-12-2021-7".
func (p *parser) follows(i int) bool {
	a := p.at(i)
	if !a.glued || a.kind == end {
		return false
	}
	if a.kind != mark {
		return !(a.kind == word && (p.is(i, "t") || p.is(i, "z")))
	}
	return (a.mark == '-' || a.mark == '/' || a.mark == '.' || a.mark == ',') && p.at(i+1).kind == number && p.at(i+1).glued
}
