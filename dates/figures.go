package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// This file reads dates in figures, and tells figures of dates from others.

// gluedNumber reports whether token i is a number that is glued to what stands before it.
func (p *parser) gluedNumber(i int) bool { return p.At(i).Kind == reader.Number && p.At(i).Glued }

// bare reports whether the numbers at tokens [i, next) stand free of what would make them
// something else than a date: a currency sign, decimals, a percent sign.
func (p *parser) bare(i, next int) bool { return p.bareBefore(i) && p.bareBehind(next) }

func (p *parser) bareBefore(i int) bool {
	b := p.At(i - 1)
	if b.Kind == reader.End || !p.At(i).Glued {
		return !currency(p.Surface(i-1)) || p.signsBefore(i-1)
	}
	switch b.Mark {
	case '-':
		abbreviation := p.plain(i-2) && p.At(i-2).Title // G-20
		return !b.Glued || p.At(i-2).Kind != reader.Number && !abbreviation
	case ',', ':', '/':
		return !b.Glued || p.At(i-2).Kind != reader.Number
	case '(', '\'', '"', '[', '`', '*', '_':
		return true
	}
	return b.Kind == reader.Mark && b.Mark == 0 && !currency(p.Surface(i-1))
}

// signsBefore reports whether the sign of a currency at token i is that of the number before it: 5 Mio. € ein Jahr zuvor.
func (p *parser) signsBefore(i int) bool {
	if p.Marked(i-1, '.') {
		i--
	}
	return p.At(i-1).Kind == reader.Number || p.In(i-1, clsScale)
}

func (p *parser) bareBehind(i int) bool {
	a := p.At(i)
	switch {
	case a.Mark == '%':
		return false
	case !a.Glued || a.Kind == reader.End:
		return true
	case a.Mark == '$':
		return false
	case a.Mark == ',' || a.Mark == '.' || a.Mark == ':':
		return !p.gluedNumber(i + 1)
	}
	return a.Kind == reader.Mark
}

func currency(s string) bool {
	switch s {
	case "$", "£", "€", "¥", "₹", "#", "₽", "₩", "₺", "№":
		return true
	}
	return false
}

// endsRange reports whether token i ends a range of days: the 28 of 23-28.
func (p *parser) endsRange(i int) bool {
	first := p.At(i - 2)
	joined := p.Marked(i-1, '-') || p.Marked(i-1, '/') && p.nextDay(i-1)
	return joined && first.Kind == reader.Number && first.Digits() <= 2 && p.bare(i-2, i-1)
}

// yearFree reports whether the figures that end before next are a year and not
// the start of something longer.
func (p *parser) yearFree(next int) bool {
	a := p.At(next)
	if !a.Glued || a.Kind == reader.End {
		return true
	}
	switch a.Mark {
	case '/': // 2020/21
		return !p.gluedNumber(next+1) || p.nextYear(next)
	case ',', '.', ':':
		return !p.gluedNumber(next + 1)
	case '%':
		return false
	}
	return a.Kind == reader.Mark
}

// nextYear reports whether the slash at token i stands between a year and the next.
func (p *parser) nextYear(i int) bool {
	y, n := p.At(i-1).Val, p.At(i+1)
	return n.Digits() == 2 && n.Val == (y+1)%100 || n.Digits() == 4 && n.Val == y+1
}

// follows reports whether token i carries on a number: "10-12-2021-7".
func (p *parser) follows(i int) bool {
	a := p.At(i)
	switch {
	case !a.Glued || a.Kind == reader.End:
		return false
	case a.Kind != reader.Mark:
		return !p.is(i, "t") && !p.is(i, "z") // of a time behind a date
	}
	return (a.Mark == '-' || a.Mark == '/' || a.Mark == '.' || a.Mark == ',') && p.gluedNumber(i+1)
}

// nextDay reports whether the slash at token i stands between a day and the next.
func (p *parser) nextDay(i int) bool {
	next := p.At(i + 1)
	return p.gluedNumber(i+1) && next.Digits() <= 2 && next.Val == p.At(i-1).Val+1 && !p.follows(i+2)
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
	sep := p.At(i + 1)
	page := p.Marked(i-1, '/') && p.At(i).Glued // the address of one
	if page || p.At(i).Kind != reader.Number || !p.separates(i+1, sep.Mark) {
		return timex.Meaning{}, i
	}
	if !p.separates(i+3, sep.Mark) {
		return p.numericMonth(i)
	}
	if p.follows(i + 5) {
		return timex.Meaning{}, i
	}
	q, ambiguous := p.ordered(i, sep.Mark)
	if q.Year < timex.MinYear || q.Num < 1 || q.Num > 12 || q.Day < 1 || q.Day > timex.DaysIn(q.Year, q.Num) {
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Calendar, Point: q, Ambiguous: ambiguous}, i + 5
}

// separates reports whether token i is a mark of dates in figures that is glued to a number
// on both sides.
func (p *parser) separates(i int, mark byte) bool {
	known := mark == '/' || mark == '-' || mark == '.'
	return known && p.Marked(i, mark) && p.At(i).Glued && p.gluedNumber(i+1)
}

// numericMonth reads "2021-10".
func (p *parser) numericMonth(i int) (timex.Meaning, int) {
	a, b := p.At(i), p.At(i+2)
	year := a.Digits() == 4 && a.Val >= 1000 && a.Val < maxFigure && b.Val != (a.Val+1)%100 // but: 2010-11
	if !year || !p.Marked(i+1, '-') || b.Digits() != 2 || b.Val < 1 || b.Val > 12 || p.follows(i+3) {
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Month, Year: a.Val, Num: b.Val}}, i + 3
}

// ordered reads three figures in the order that they allow, and if that is more than one,
// in the customary one.
func (p *parser) ordered(i int, sep byte) (q timex.Point, ambiguous bool) {
	a, b, c := p.At(i), p.At(i+2), p.At(i+4)
	q.Grain = timex.Day
	two := a.Digits() == 2 && b.Digits() == 2 && c.Digits() == 2
	switch {
	case p.order == OrderYearFirst && sep == '/' && two && b.Val <= 12 && c.Val <= 31:
		q.Year, q.Num, q.Day = p.fullYear(a.Val), b.Val, c.Val
		return q, true
	case a.Digits() == 4 && b.Digits() <= 2 && c.Digits() <= 2:
		q.Year, q.Num, q.Day = a.Val, b.Val, c.Val
		return q, false
	case a.Digits() > 2 || b.Digits() > 2:
		return q, false
	case c.Digits() == 4:
		q.Year = c.Val
	case c.Digits() == 2 && (sep == '/' || sep == '.' && two):
		q.Year = p.fullYear(c.Val)
	}
	var either bool
	q.Num, q.Day, either = p.monthAndDay(a.Val, b.Val, sep)
	return q, either
}

// monthAndDay tells two figures apart, and whether they may be the other way round.
func (p *parser) monthAndDay(a, b int, sep byte) (month, day int, either bool) {
	either = a <= 12 && b <= 12 && sep != '.' && a != b
	if either {
		p.orderByText()
		either = !p.settled
	}
	dayFirst := sep == '.' || p.order == OrderDayFirst
	if a > 12 || b <= 12 && dayFirst {
		return b, a, either
	}
	return a, b, either
}

// orderByText takes over the order of the dates in figures of the text that only one order fits, unless a country or
// an option has said what it is.
func (p *parser) orderByText() {
	if p.looked || p.home != timex.NoCountry || p.stated {
		return
	}
	p.looked = true
	days, months := figureOrders(p.Text)
	switch {
	case days > 0 && months == 0:
		p.order, p.settled = OrderDayFirst, true
	case months > 0 && days == 0:
		p.order, p.settled = OrderMonthFirst, true
	}
}

// figureOrders counts the dates in figures of a text that have a day over 12 first, and those that have it second.
func figureOrders(s string) (days, months int) {
	for i := 0; i < len(s); i++ {
		if s[i] != '/' || i == 0 || !scan.Digit(s[i-1]) {
			continue
		}
		a, start := figuresBefore(s, i)
		b, end := figuresAfter(s, i+1)
		if start > 0 && s[start-1] == '/' || end >= len(s) || s[end] != '/' || a < 1 || b < 1 {
			continue
		}
		if y, _ := figuresAfter(s, end+1); y < 0 {
			continue
		}
		switch {
		case a > 12 && a <= 31 && b <= 12:
			days++
		case b > 12 && b <= 31 && a <= 12:
			months++
		}
	}
	return days, months
}

const fewFigures = 4 // of a year

// figuresBefore reads the figures that end before i, -1 if they are too many.
func figuresBefore(s string, i int) (n, start int) {
	for start = i; start > 0 && i-start <= fewFigures && scan.Digit(s[start-1]); start-- {
	}
	return figuresAt(s[start:i]), start
}

// figuresAfter reads the figures that start at i.
func figuresAfter(s string, i int) (n, end int) {
	for end = i; end < len(s) && end-i <= fewFigures && scan.Digit(s[end]); end++ {
	}
	return figuresAt(s[i:end]), end
}

func figuresAt(s string) int {
	if s == "" || len(s) > fewFigures {
		return -1
	}
	n := 0
	for i := range len(s) {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// slashed reads month and day in figures without a year: 11/20.
func (p *parser) slashed(i int) (timex.Meaning, int) {
	a, b := p.At(i), p.At(i+2)
	figures := a.Kind == reader.Number && a.Digits() <= 2 && p.separates(i+1, '/') && b.Digits() <= 2
	if !figures || p.follows(i+3) || !p.bare(i, i+3) {
		return timex.Meaning{}, i
	}
	month, day, either := p.monthAndDay(a.Val, b.Val, '/')
	if month < 1 || month > 12 || day < 1 || day > timex.DaysIn(leapYear, month) {
		return timex.Meaning{}, i
	}
	q := timex.Point{Grain: timex.Day, Num: month, Day: day}
	return timex.Meaning{Sense: timex.Calendar, Point: q, Ambiguous: either}, i + 3
}

// isoWeekDate reads "2021-W42" and "2021-W42-3".
func (p *parser) isoWeekDate(i int) (timex.Meaning, int) {
	y, w := p.At(i), p.At(i+3)
	joined := p.Marked(i+1, '-') && p.At(i+1).Glued && p.At(i+2).Glued && p.Surface(i+2) == "W"
	goesOn := p.At(i+4).Glued && p.At(i+4).Kind == reader.Word
	if !joined || goesOn || y.Digits() != 4 || y.Val < timex.MinYear || !p.gluedNumber(i+3) || w.Digits() != 2 {
		return timex.Meaning{}, i
	}
	if w.Val < 1 || w.Val > timex.WeeksIn(y.Val) {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Week, Year: y.Val, Num: w.Val}}
	if d := p.At(i + 5); p.separates(i+4, '-') && d.Digits() == 1 && d.Val >= 1 && d.Val <= 7 {
		m.Point = timex.DayPoint(timex.WeekStart(y.Val, w.Val) + d.Val - 1)
		return m, i + 6
	}
	return m, i + 4
}

// isoClock reads the 10:30:00 of "2021-10-09T10:30:00Z".
func (p *parser) isoClock(i int, f *frame) int {
	h, m := p.At(i), p.sexagesimal(i+2, ':')
	if !p.gluedNumber(i) || h.Digits() != 2 || h.Val > 23 || m < 0 {
		return i
	}
	f.Set(reader.FieldExact, 1)
	f.Set(reader.FieldHour, h.Val)
	f.Set(reader.FieldMinute, m)
	if s := p.sexagesimal(i+4, ':'); s >= 0 {
		f.Set(reader.FieldSecond, s)
		f.Set(reader.FieldSeconds, 1)
		return i + 5
	}
	return i + 3
}

// isoOffset reads the +05:30 behind it.
func (p *parser) isoOffset(i int, f *frame) int {
	const most = 14 // hours
	sign, h, m := p.At(i), p.At(i+1), p.sexagesimal(i+3, ':')
	if sign.Mark != '+' && sign.Mark != '-' || !sign.Glued || h.Kind != reader.Number || h.Digits() != 2 {
		return i
	}
	if h.Val > most || m < 0 {
		return i
	}
	zone := 60*h.Val + m
	if sign.Mark == '-' {
		zone = -zone
	}
	f.Set(reader.FieldZoned, 1)
	f.Set(reader.FieldZone, zone)
	return i + 4
}
