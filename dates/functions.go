package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
	"github.com/copydesk-go/copydesk/internal/country"
)

// This file has what rules call by name, where it is more than a line.

const leapYear = 4 // has all the days that a month can have

// putNumber puts a number that is read into the value of a frame.
func putNumber(f *frame, i int, read func(i int) (n, next int)) int {
	n, next := read(i)
	f.Set(reader.FieldValue, n)
	return next
}

// putMeaning puts a meaning into a frame.
func putMeaning(f *frame, i int, read func(i int) (timex.Meaning, int)) int {
	m, next := read(i)
	if next > i {
		write(&m, f)
	}
	return next
}

func (p *parser) nthFunc(i int, f *frame) int { return putNumber(f, i, p.ordinal) }

// putQuantity puts a quantity into the value of a frame.
func putQuantity(f *frame, i int, read func(i int) (timex.Quantity, int)) int {
	q, next := read(i)
	f.Set(reader.FieldValue, countOf(q))
	return next
}

func (p *parser) figureFunc(i int, f *frame) int   { return putQuantity(f, i, p.figure) }
func (p *parser) cardinalFunc(i int, f *frame) int { return putQuantity(f, i, p.cardinal) }

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
	f.Set(reader.FieldBack, flag(n < 0))
	f[reader.FieldCount] = max(n, -n)
}

func (p *parser) exact(i int) (timex.Meaning, int, int) { return p.rules(grpExact, i) }

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

// feastName reads the name of a feast, and in a frame without one the country that is named
// before it.
func (p *parser) feastName(i int, f *frame) int {
	feast, next := p.Name(i)
	if next == i {
		return i
	}
	if !f.Is(reader.FieldLand) {
		f.Set(reader.FieldLand, int(p.countryBefore(i)))
	}
	at := timex.Country(f.Int(reader.FieldLand))
	if at == timex.NoCountry {
		at = p.home
	}
	if !timex.Known(feast, at) {
		return i
	}
	f.Set(reader.FieldFeast, feast)
	f.Set(reader.FieldAmbiguous, flag(timex.Feasts[feast-1].Also))
	return next
}

// countryBefore returns the country whose name, in the genitive too, or people stand right before token i:
// Ukraine's, the Philippines', Canadian.
func (p *parser) countryBefore(i int) timex.Country {
	last := i - 1
	switch {
	case p.In(last, clsGenitiveS) && p.At(last-1).Mark == '\'' && p.At(last-1).Glued:
		last -= 2
	case p.At(last).Mark == '\'' && p.At(last).Glued:
		last--
	}
	at := timex.NoCountry
	for first := last; first > last-longestCountry && !p.At(first+1).Paragraph; first-- {
		if !p.At(first).Title {
			continue
		}
		m, ok := country.Lookup(p.Text[p.At(first).Start:p.At(last).End])
		if ok && m.Kind != country.Capital {
			at = timex.CountryOf(m.Code) // a longer name wins
		}
	}
	return at
}

const longestCountry = 6 // tokens of a name: Bosnia and Herzegovina, U.S.A.
