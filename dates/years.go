package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file reads years, decades and eras.

const maxFigure = 2200 // four figures from here on are seldom a year

// yearFigure reads a year in four figures, or an apostrophe and two.
func (p *parser) yearFigure(i int) (y, next int) {
	t := p.At(i)
	if t.Kind == reader.Number && t.Digits() == 4 && t.Val >= 1000 && t.Val < maxFigure {
		return t.Val, i + 1
	}
	if p.Marked(i, '\'') && !p.At(i).Glued && p.gluedNumber(i+1) && p.At(i+1).Digits() == 2 {
		return p.fullYear(p.At(i + 1).Val), i + 2
	}
	return 0, i
}

// fullYear completes a year of two figures: up to ten years ahead, or past.
func (p *parser) fullYear(two int) int {
	pivot := 2030
	if p.now.Known() {
		pivot = p.now.Year + 10
	}
	y := pivot - pivot%100 + two
	if y > pivot {
		y -= 100
	}
	return max(y, timex.MinYear)
}

// doubleYear reads what makes a season or school year of the year before token i: the /23
// of 2022/23.
func (p *parser) doubleYear(i int) int {
	if !p.Marked(i, '/') || !p.At(i).Glued || !p.gluedNumber(i+1) || !p.nextYear(i) {
		return i
	}
	if !p.yearFree(i+2) || p.Marked(i+2, '/') {
		return i
	}
	return i + 2
}

// hyphenYear reads the -24 of 2023-24 and 23-24.
func (p *parser) hyphenYear(i int) int {
	if !p.Marked(i, '-') || !p.At(i).Glued || !p.gluedNumber(i+1) || !p.nextYear(i) || p.follows(i+2) {
		return i
	}
	return i + 2
}

// degrees reports whether a decade at token i is one of a thermometer: highs in the mid-70s.
func (p *parser) degrees(i int) bool {
	for j := i - 1; j > i-clauseReach && !p.stop(j); j-- {
		if p.In(j, clsTemperature) {
			return true
		}
	}
	return false
}

// roundDecade reads the figures of a decade into a frame: 1980, '80, and 80, which is loose.
func (p *parser) roundDecade(i int, f *frame) int {
	j := i
	if p.Marked(i, '\'') {
		j++
	}
	k := p.At(j)
	if k.Kind != reader.Number || k.Val%10 != 0 {
		return i
	}
	switch {
	case k.Digits() == 4 && k.Val >= 1000 && k.Val < maxFigure:
		f.Set(reader.FieldValue, k.Val)
		return j + 1
	case k.Digits() != 2 || k.Val < 10:
		return i
	case j == i && k.Val >= 20:
		f.Set(reader.FieldLoose, 1)
	case j == i:
		f.Set(reader.FieldLoose, 2)
	}
	f.Set(reader.FieldValue, p.fullYear(k.Val))
	return j + 1
}

// roundCentury reads 1600 as the 17th century.
func (p *parser) roundCentury(i int, f *frame) int {
	n := p.At(i).Val
	if p.At(i).Digits() != 4 || n%100 != 0 || n < 1000 || n >= 1900 {
		return i
	}
	f.Set(reader.FieldValue, n/100+1)
	return i + 1
}

// freeYear reads four figures, or two behind an apostrophe, that may be a year.
func (p *parser) freeYear(i int, f *frame) int {
	y, next := p.yearFigure(i)
	if next == i || !p.yearFree(next) {
		return i
	}
	f.Set(reader.FieldValue, y)
	return next
}

// loneYear decides whether the figures at tokens [i, next) are the year, decade or century
// that they mean.
func (p *parser) loneYear(i, next int, m timex.Meaning) bool {
	if m.Point.Grain != timex.Year {
		return p.bare(i, next) || p.At(i).Glued
	}
	if !p.bare(i, next) {
		// The second year of 1989-90 and the first.
		b, first := p.At(i-1), p.At(i-2)
		joined := (b.Mark == '-' || b.Mark == '/') && b.Glued && first.Kind == reader.Number && first.Digits() == 4
		return joined && p.bare(i-2, i-1) && first.Val < m.Point.Year && first.Val > 1000
	}
	return p.allows(grpLoneYear, next, &m)
}

// decadeOrYear reads "1980s", "'80s", "1980's", "eighties", "1980".
func (p *parser) decadeOrYear(i int) (timex.Meaning, int) {
	m, _, next := p.rules(grpDecadeOrYear, i)
	return m, next
}
