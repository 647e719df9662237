package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file reads years, decades and eras.

const maxFigure = 2200 // four figures from here on are seldom a year

// yearFigure reads a year in four figures, or an apostrophe and two.
func (p *parser) yearFigure(i int) (y, next int) {
	t := p.at(i)
	if t.kind == number && t.digits() == 4 && t.val >= 1000 && t.val < maxFigure {
		return t.val, i + 1
	}
	if p.mark(i, '\'') && p.at(i+1).kind == number && p.at(i+1).glued && p.at(i+1).digits() == 2 && !p.at(i).glued {
		return p.fullYear(p.at(i + 1).val), i + 2
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

// spelled reads an abbreviation with a full stop behind each letter but perhaps
// the last.
func (p *parser) spelled(i int, letters string) int {
	j := i
	for k := range len(letters) {
		if p.surface(j) != letters[k:k+1] || !p.mark(j+1, '.') && k < len(letters)-1 {
			return i
		}
		j++
		if p.mark(j, '.') && p.at(j).glued {
			j++
		}
	}
	return j
}

// doubleYear reads what makes a season or school year of the year before token i: the /23
// of 2022/23.
func (p *parser) doubleYear(i int) int {
	y, n := p.at(i-1).val, p.at(i+1)
	if p.mark(i, '/') && p.at(i).glued && n.kind == number && n.glued && (n.digits() == 2 && n.val == (y+1)%100 || n.digits() == 4 && n.val == y+1) && p.yearFree(i+1, i+2) && !p.mark(i+2, '/') {
		return i + 2
	}
	return i
}

// abbreviatedYear allows '98 where a year is likely.
func (p *parser) abbreviatedYear(i int) bool {
	b := p.at(i - 1)
	return b.class&(cPrep|cSeason|cMonth|cEdge|cConj) != 0 && !p.at(i+2).glued
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
	if p.mark(i, '\'') {
		j++
	}
	k := p.at(j)
	if k.kind != number || k.val%10 != 0 {
		return i
	}
	switch {
	case k.digits() == 4 && k.val >= 1000 && k.val < maxFigure:
		f.Set(reader.FieldValue, k.val)
		return j + 1
	case k.digits() != 2 || k.val < 10:
		return i
	case j == i && k.val >= 20:
		f.Set(reader.FieldLoose, 1)
	case j == i:
		f.Set(reader.FieldLoose, 2)
	}
	f.Set(reader.FieldValue, p.fullYear(k.val))
	return j + 1
}

// roundCentury reads 1600 as the 17th century.
func (p *parser) roundCentury(i int, f *frame) int {
	n := p.at(i).val
	if p.at(i).digits() != 4 || n%100 != 0 || n < 1000 || n >= 1900 {
		return i
	}
	f.Set(reader.FieldValue, n/100+1)
	return i + 1
}

// freeYear reads four figures, or two behind an apostrophe, that may be a year.
func (p *parser) freeYear(i int, f *frame) int {
	y, next := p.yearFigure(i)
	if next == i || !p.yearFree(i, next) {
		return i
	}
	f.Set(reader.FieldValue, y)
	return next
}

// loneYear decides whether the figures at tokens [i, next) are the year, decade or century
// that they mean.
func (p *parser) loneYear(i, next int, m timex.Meaning) bool {
	if m.Point.Grain != timex.Year {
		return p.bare(i, next) || p.at(i).glued
	}
	if !p.bare(i, next) {
		// The second year of 1989-90 and the first.
		b, first := p.at(i-1), p.at(i-2)
		joined := (b.mark == '-' || b.mark == '/') && b.glued && first.kind == number && first.digits() == 4
		return joined && p.bare(i-2, i-1) && first.val < m.Point.Year && first.val > 1000
	}
	return p.allows(grpLoneYear, next, &m)
}

// yearWords reads "nineteen ninety-six", "two thousand and five", "twenty twenty-one".
func (p *parser) yearWords(i int) (y, next int) {
	f, next := p.Group(grpYearWords, i)
	if next == i {
		return 0, i
	}
	return f.Int(reader.FieldValue), next
}

// era reads "490 BC" and "44 B.C.".
func (p *parser) era(i int) (timex.Meaning, int) {
	m, _, next := p.rules(grpEra, i)
	return m, next
}

// eraName reads "BC", "B.C.E." and the like.
func (p *parser) eraName(i int) (before bool, next int) {
	f, next := p.Group(grpEraName, i)
	return next > i && f.Is(reader.FieldBefore), next
}

// decadeOrYear reads "1980s", "'80s", "1980's", "eighties", "1980".
func (p *parser) decadeOrYear(i int) (timex.Meaning, int) {
	m, _, next := p.rules(grpDecadeOrYear, i)
	return m, next
}
