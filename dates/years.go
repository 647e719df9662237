package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

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

// yearWords reads "nineteen ninety-six", "two thousand and five", "twenty
// twenty-one".
func (p *parser) yearWords(i int) (y, next int) {
	t := p.at(i)
	if t.class&cTens != 0 {
		hundreds, j := p.small(i, false)
		if hundreds < 18 || hundreds > 20 {
			return 0, i
		}
		if p.is(j, "oh") {
			if n, k := p.small(j+1, false); k > j+1 && n < 10 {
				return 100*hundreds + n, k
			}
		}
		if n, k := p.small(j, true); k > j && n >= 10 {
			return 100*hundreds + n, k
		}
		return 0, i
	}
	if p.is(i, "two") && p.is(i+1, "thousand") {
		j := i + 2
		k := j
		if p.is(k, "and") {
			k++
		}
		if n, l := p.small(k, true); l > k && n < 100 {
			return 2000 + n, l
		}
		return 2000, j
	}
	return 0, i
}

// era reads "490 BC", "44 B.C.", "AD" and "CE" behind a year.
func (p *parser) era(i int) (timex.Meaning, int) {
	t := p.at(i)
	if t.kind != number || t.digits() > 4 || t.val == 0 {
		return timex.Meaning{}, i
	}
	if m := p.at(i + 2); t.digits() == 1 && p.mark(i+1, ',') && p.at(i+1).glued && m.kind == number && m.glued && m.digits() == 3 { // 2,500 BC
		if before, j := p.eraName(i + 3); before {
			return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: 1000*t.val + m.val, Before: before}}, j
		}
	}
	before, j := p.eraName(i + 1)
	if j == i+1 {
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: t.val, Before: before}}, j
}

// eraName reads "BC", "B.C.E." and the like.
func (p *parser) eraName(i int) (before bool, next int) {
	if t := p.at(i); t.kind != word || p.text[t.start] > 'C' || t.end-t.start > len("BCE") {
		return false, i
	}
	for _, e := range [...]struct {
		name   string
		before bool
	}{{"BCE", true}, {"BC", true}, {"AD", false}, {"CE", false}} {
		if p.surface(i) == e.name {
			return e.before, i + 1
		}
		if j := p.spelled(i, e.name); j > i {
			return e.before, j
		}
	}
	return false, i
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

// decadeOrYear reads "1980s", "'80s", "1980's", "eighties", "1980".
func (p *parser) decadeOrYear(i int) (timex.Meaning, int) {
	t := p.at(i)
	if t.class&cDecade != 0 {
		if p.aged(i) || t.val <= 40 && p.mark(i-1, '-') && p.at(i-2).class&cEdge != 0 && !p.is(i-3, "the") || p.degrees(i) { // highs in mid-twenties
			return timex.Meaning{}, i
		}
		return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Decade, Year: 1900 + t.val}}, i + 1
	}
	j := i
	if t.mark == '\'' {
		j++
	}
	k := p.at(j)
	if k.kind != number || k.digits() == 2 && j == i && (p.aged(i) || p.degrees(i)) {
		return timex.Meaning{}, i
	}
	s := j + 1
	if p.mark(s, '\'') && p.at(s).glued {
		s++
	}
	plural := p.is(s, "s") && p.at(s).glued && !(p.at(s+1).glued && p.at(s+1).mark == '\'')
	if plural && k.digits() == 4 && k.val%100 == 0 && k.val >= 1000 && k.val < 1900 && s == j+1 {
		return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Century, Year: k.val/100 + 1}}, s + 1
	}
	if plural && k.val%10 == 0 && s == j+1 || plural && k.val%10 == 0 && p.at(i-1).class&(cArticle|cEdge) != 0 || plural && k.val%10 == 0 && p.mark(i-1, '-') {
		switch {
		case k.digits() == 4 && k.val >= 1000 && k.val < maxFigure:
			return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Decade, Year: k.val}}, s + 1
		case k.digits() == 2 && k.val >= 10 && (j > i || k.val >= 20 && p.at(i-1).class&(cArticle|cEdge) != 0 || p.mark(i-1, '-')):
			return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Decade, Year: p.fullYear(k.val)}}, s + 1
		}
	}
	if y, n := p.yearFigure(i); n > i && p.yearFree(i, n) && !(p.is(n, "year") && p.any(n+1, "old", "history", "tradition")) && !(p.is(n, "block") || p.any(i-1, "at", "near", "outside", "opposite") && p.address(n)) {
		next := p.doubleYear(n)
		return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}, Double: next > n}, next
	}
	return timex.Meaning{}, i
}

// degrees reports whether a decade at token i is one of a thermometer: highs in the mid-70s.
func (p *parser) degrees(i int) bool {
	for j := i - 1; j > i-clauseReach && !p.stop(j); j-- {
		if p.any(j, "highs", "lows", "degrees") {
			return true
		}
	}
	return false
}

// aged reports whether the decade at token i is one of somebody's life: in her late
// sixties, in his 30s.
func (p *parser) aged(i int) bool {
	if p.mark(i-1, '-') {
		i--
	}
	if p.at(i-1).class&cEdge != 0 {
		i--
	}
	return p.any(i-1, "his", "her", "their", "my", "our", "your")
}

// measure reports whether token i is a unit of measure.
func (p *parser) measure(i int) bool {
	return p.any(i, "megawatt", "kilowatt", "watt", "mw", "kw", "kilometre", "kilometer", "km", "metre", "meter", "mile", "foot", "acre", "hectare", "square", "tonne", "ton", "litre", "liter", "pound", "seat", "page", "word", "strong")
}

// address reports whether a street follows a number: at 1924 Main Street.
func (p *parser) address(i int) bool {
	if t := p.at(i); t.kind != word || !t.title {
		return false
	}
	for j := i + 1; j <= i+2 && p.at(j).title; j++ {
		if p.any(j, "street", "st", "avenue", "ave", "road", "rd", "drive", "boulevard", "blvd", "lane", "terrace", "parkway", "highway") {
			return true
		}
	}
	return false
}

// reign reports whether the figures at token i are the year that starts a span of years
// between brackets or of a reign: the king (1249-1286), ruled from 1249 to 1286. From 1023
// to 1187 may be counts.
func (p *parser) reign(i, next int) bool {
	to := p.at(next + 1)
	if to.kind != number || to.digits() != 4 || to.val <= p.at(i).val || to.val >= maxFigure || !p.joins(next) || !p.yearFree(next+1, next+2) {
		return false
	}
	if p.mark(i-1, '(') {
		return p.mark(next+2, ')')
	}
	return p.is(i-1, "from") && (p.sentenceStart(i-1) && p.mark(next+2, ',') || p.any(i-2, "ruled", "reigned", "lived", "existed", "lasted", "king", "queen", "emperor", "sultan", "pope", "empire", "dynasty", "kingdom", "sultanate"))
}

// loneYear decides whether four figures are a year.
func (p *parser) loneYear(i, next int, m timex.Meaning) bool {
	if m.Point.Grain != timex.Year {
		return p.bare(i, next) || p.at(i).glued
	}
	b, a := p.at(i-1), p.at(next)
	if !p.bare(i, next) {
		// The second year of 1989-90 and the first.
		return (b.mark == '-' || b.mark == '/') && p.at(i-2).kind == number && p.at(i-2).digits() == 4 && b.glued && p.bare(i-2, i-1) && p.at(i-2).val < m.Point.Year && p.at(i-2).val > 1000
	}
	y := m.Point.Year
	prep := b.class&(cPrep|cConj|cEdge|cFiscal) != 0
	if p.reign(i, next) {
		return true
	}
	if a.kind == word && !a.glued && a.class&(cUnit|cApprox) != 0 && a.class&cPlural != 0 || p.is(next, "percent") || p.is(next, "people") || p.is(next, "million") || p.is(next, "billion") || p.is(next, "hours") {
		return false
	}
	if b.class&cNumbered != 0 || p.is(i-2, "no") && p.mark(i-1, '.') || a.class&cCounted != 0 && !a.glued && (b.class&(cPrep|cArticle|cThat) == 0 || p.is(i-1, "of") || p.is(i-1, "for") || p.is(i-1, "with") || p.is(i-1, "to")) {
		return false
	}
	if m := p.at(next + 1); a.mark == '-' && a.glued && m.kind == number && m.glued && m.digits() != 2 && m.digits() != 4 {
		return false
	}
	if p.zoneName(next) || p.is(next, "local") && p.is(next+1, "time") || p.is(i-1, "to") && p.text[p.at(i-2).start] == '0' && p.at(i-2).digits() == 4 {
		return false
	}
	if y >= 1900 && y < 2100 {
		if p.is(i-1, "about") || p.is(i-1, "over") || p.is(i-1, "than") || p.is(i-1, "nearly") {
			return a.kind != word || a.class != 0
		}
		return true
	}
	if p.is(i-1, "in") || p.is(i-1, "since") || p.is(i-1, "until") || p.is(i-1, "between") {
		return a.kind != word || a.glued || a.class != 0 || a.title || !p.plural(next)
	}
	if c := p.at(i - 2); (p.is(i-1, "to") || p.is(i-1, "and") || p.is(i-1, "or")) && c.kind == number && c.digits() == 4 && c.val < y { // from 1445 to 1870
		return true
	}
	if p.is(i-1, "an") && y/100 == 18 && a.kind == word && a.class == 0 && !a.glued && !p.plural(next) && !p.measure(next) { // an 1864 law
		return true
	}
	if y < 1500 && !p.is(i-1, "of") {
		return false
	}
	return prep && !p.is(i-1, "to") && !p.is(i-1, "about") && !p.is(i-1, "at") && (a.kind != word || a.class&(cPrep|cConj|cBe|cSaid|cArticle|cWill) != 0 || a.title && y > 1500) || b.mark == '(' && (a.mark == ')' || a.mark == '-') || b.mark == '-' && p.at(i-2).kind == number && p.at(i-2).digits() == 4
}
