package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file has what rules call by name, where it is more than a line.

const leapYear = 4 // has all the days that a month can have

// number_ reads a number into the value of a frame.
func number_(f *frame, i int, read func(i int) (n, next int)) int {
	n, next := read(i)
	f.Set(reader.FieldValue, n)
	return next
}

// meaning_ reads a meaning into a frame.
func meaning_(f *frame, i int, read func(i int) (timex.Meaning, int)) int {
	m, next := read(i)
	if next > i {
		write(&m, f)
	}
	return next
}

func (p *parser) nthFunc(i int, f *frame) int { return number_(f, i, p.ordinal) }

func wholeTenths(n int32) bool { return n > 0 && n%10 == 0 }

// wholeCount reads a count without a fraction.
func (p *parser) wholeCount(i int, f *frame) int {
	q, next := p.Group(grpCount, i)
	if next == i || !wholeTenths(q[reader.FieldValue]) {
		return i
	}
	f[reader.FieldValue] = q[reader.FieldValue]
	return next
}

// quantity_ reads a quantity into the value of a frame.
func quantity_(f *frame, i int, read func(i int) (timex.Quantity, int)) int {
	q, next := read(i)
	if f[reader.FieldValue] = int32(q.Tenths); q.Vague {
		f[reader.FieldValue] = reader.Vague
	}
	return next
}

func (p *parser) wholeFunc(i int, f *frame) int    { return quantity_(f, i, p.whole) }
func (p *parser) figureFunc(i int, f *frame) int   { return quantity_(f, i, p.figure) }
func (p *parser) cardinalFunc(i int, f *frame) int { return quantity_(f, i, p.cardinal) }

// isoClock reads the 10:30:00 of "2021-10-09T10:30:00Z".
func (p *parser) isoClock(i int, f *frame) int {
	h, m := p.At(i), p.At(i+2)
	if h.Kind != reader.Number || !h.Glued || h.Digits() != 2 || !p.Marked(i+1, ':') || m.Kind != reader.Number || m.Digits() != 2 || h.Val > 23 || m.Val > 59 {
		return i
	}
	f.Set(reader.FieldExact, 1)
	f.Set(reader.FieldHour, h.Val)
	f.Set(reader.FieldMinute, m.Val)
	if s := p.At(i + 4); p.Marked(i+3, ':') && s.Kind == reader.Number && s.Digits() == 2 && s.Val < 60 {
		f.Set(reader.FieldSecond, s.Val)
		f.Set(reader.FieldSeconds, 1)
		return i + 5
	}
	return i + 3
}

// isoOffset reads the +05:30 behind it.
func (p *parser) isoOffset(i int, f *frame) int {
	s, h, m := p.At(i), p.At(i+1), p.At(i+3)
	if s.Mark != '+' && s.Mark != '-' || !s.Glued || h.Kind != reader.Number || h.Digits() != 2 || h.Val > 14 || !p.Marked(i+2, ':') || m.Digits() != 2 || m.Val > 59 {
		return i
	}
	zone := 60*h.Val + m.Val
	if s.Mark == '-' {
		zone = -zone
	}
	f.Set(reader.FieldZoned, 1)
	f.Set(reader.FieldZone, zone)
	return i + 4
}

// yearAlone reads figures that are a year or a decade by what stands around them.
func (p *parser) yearAlone(i int, f *frame) int {
	m, next := p.decadeOrYear(i)
	if next == i || !p.loneYear(i, next, m) {
		return i
	}
	write(&m, f)
	return next
}

// approximateFunc reads a bound and what it bounds.
func (p *parser) approximateFunc(i int, f *frame) int {
	m, start, next := p.approximate(i)
	if next > i {
		write(&m, f)
		f.Set(reader.FieldStart, start)
	}
	return next
}

// endedQuarter sets the quarter of the calendar that holds most of one that ended on
// the day named at token i, or 0: the quarter ended July 31.
func (p *parser) endedQuarter(i int, f *frame) int {
	d, next := p.plainDay(i)
	f.Set(reader.FieldNum, 0)
	if next == i || d.Point.Num == 0 || d.Point.Day == 0 {
		return i
	}
	months := 12 + d.Point.Num - 1 // those that are over
	if d.Point.Day > 15 {
		months++
	}
	f.Set(reader.FieldNum, (months-2)%12/3+1)
	return next
}

// signed makes a count that is counted back negative.
func signed(f *frame) {
	if f.Is(reader.FieldBack) {
		f[reader.FieldCount] = -f[reader.FieldCount]
	}
}

// sign makes a count that is negative one that is counted back.
func sign(f *frame) {
	n := f[reader.FieldCount]
	f[reader.FieldBack] = flag(n < 0)
	f[reader.FieldCount] = max(n, -n)
}

// overnightAhead reports whether the night before token i+1 is one to come: rain will
// spread overnight.
func (p *parser) overnightAhead(i int) bool {
	if p.tenseAt(i, i+1) != timex.FutureTense || p.apart < 0 {
		return false
	}
	v := i - 1 - p.apart
	return p.InAny(v, clsWill, clsDue) && p.others(v, i) <= 1
}

// isBehind reports whether what follows token i says what something is: is a museum.
func (p *parser) isBehind(i int) bool {
	for j := i; j <= i-2+clauseReach && !p.stop(j); j++ {
		if p.In(j, clsBe) && p.any(j, "is", "are") {
			return p.In(j+1, clsIsToday)
		}
		if p.verb(j) != timex.NoTense {
			return false
		}
	}
	return false
}

// paperName reports whether the "daily" at token i is followed by the name of a newspaper,
// and that by what a newspaper does: the daily Liberté wrote.
func (p *parser) paperName(i int) bool {
	a := p.At(i + 1)
	if !a.Title || p.Is(a, clsCore) || a.End-a.Start <= 1 || p.Text[a.Start+1] < 'a' || a.Paragraph { // but: the daily White House briefing
		return false
	}
	j := i + 2
	for p.At(j).Title && j < i+5 {
		j++
	}
	b := p.At(j)
	return b.Kind == reader.Mark && b.Mark != '-' || p.IsAny(b, clsSaid, clsWill, clsBe) || b.Kind == reader.Word && p.pastForm(j) || p.Is(b, clsPrep) && p.In(i-1, clsToldBy)
}

// ticketsBefore reports whether so many of something stand before token i: 300 tickets.
func (p *parser) ticketsBefore(i int) bool {
	if !p.plural(i-1) || !p.lower(i-1) {
		return false
	}
	for j := i - 2; j >= i-4; j-- {
		if t := p.At(j); t.Kind == reader.Number || p.IsAny(t, clsCardinal, clsVague) {
			return true
		}
	}
	return false
}

// whole reads a whole number in figures.
func (p *parser) whole(i int) (timex.Quantity, int) {
	n, j := p.At(i).Val, i+1
	if p.At(i).Digits() > 7 {
		return timex.Quantity{}, i
	}
	for p.Marked(j, ',') && p.At(j).Glued && p.At(j+1).Kind == reader.Number && p.At(j+1).Glued && p.At(j+1).Digits() == 3 && n < 1e6 {
		n, j = n*1000+p.At(j+1).Val, j+2
	}
	return timex.Exactly(n), j
}

// figure reads a number in figures, perhaps with a fraction and a scale: 1,500, 2.5, 2 1/2,
// 3-1/2, 2½, 28 million.
func (p *parser) figure(i int) (timex.Quantity, int) {
	q, j := p.whole(i)
	if j == i {
		return q, i
	}
	half := timex.Quantity{Tenths: q.Tenths + 5}
	switch next := p.At(j + 1); {
	case p.Marked(j, '.') && p.At(j).Glued && next.Kind == reader.Number && next.Glued && next.Digits() == 1:
		return p.scaled(timex.Quantity{Tenths: q.Tenths + next.Val}, j+2)
	case p.halfAt(j):
		return half, j + 3
	case p.Marked(j, '-') && p.At(j).Glued && next.Kind == reader.Number && p.At(j+2).Glued && p.halfAt(j+1):
		return half, j + 4
	case p.Marked(j, '/') && q.Tenths == 10 && next.Val == 2:
		return timex.Quantity{Tenths: 5}, j + 2
	case p.Surface(j) == "½" && p.At(j).Glued:
		return half, j + 1
	}
	return p.scaled(q, j)
}

// halfAt reports whether 1/2 stands at token i.
func (p *parser) halfAt(i int) bool {
	return p.At(i).Kind == reader.Number && p.At(i).Val == 1 && p.Marked(i+1, '/') && p.At(i+2).Val == 2
}

func (p *parser) expression(i int) (timex.Meaning, int, int) { return p.rules(grpExpression, i) }
func (p *parser) exact(i int) (timex.Meaning, int, int)      { return p.rules(grpExact, i) }

// plainDay reads a day without a time.
func (p *parser) plainDay(i int) (timex.Meaning, int) { return p.meant(grpPlainDay, i) }

// dayMonth reads "9 October 2021", "9th of October", "9-Oct-21".
func (p *parser) dayMonth(i int) (timex.Meaning, int) { return p.meant(grpDayMonth, i) }

func (p *parser) meant(group, i int) (timex.Meaning, int) {
	m, _, next := p.rules(group, i)
	return m, next
}

// dayFigure reads a day of the month: "9", "21st", "twenty-first".
func (p *parser) dayFigure(i int) (d, next int) {
	f, next := p.Group(grpDayFigure, i)
	if next == i {
		return 0, i
	}
	return f.Int(reader.FieldDay), next
}
