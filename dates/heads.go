package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file reads noun phrases whose head is a quarter, half, season, part of
// day, weekday, month or year.

// quarterHead reads "the third quarter of 1989", "fiscal second-quarter", "the
// year-ago quarter", "the quarter".
func (p *parser) quarterHead(n noun, h int) (m timex.Meaning, start, next int) {
	start, next = n.start, h+1
	m = timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Quarter, Num: n.ordinal, Year: n.year}, YearRel: n.yearRel, Mod: n.edge, Fiscal: n.fiscal}
	if n.ordinal > 4 || n.ordinal > 0 && n.year == 0 && !n.fiscal && p.sporting(h) {
		return m, n.start, n.start
	}
	if n.ordinal > 0 && n.ordAt > start && n.yearRel == timex.NoRel && n.year == 0 && !n.fiscal && !n.yearAgo {
		if n.hyphen && (n.the || n.a || n.rel == timex.RelThat) || n.a {
			start = n.ordAt
		}
	}
	if n.ordinal == 0 {
		m.Unit = timex.Quarter
		switch {
		case n.yearAgo:
			m.Sense = timex.YearBefore
			m.Grain = timex.Quarter
		case n.year > 0 || n.yearRel != timex.NoRel:
			m.Sense = timex.SamePeriod
			m.Point.Year = n.year
		case p.is(h-1, "final"): // one of a match, if it is not one of a year
			m.Point.Num = 4
			if k := p.year(next, &m); k > next {
				return m, start, k
			}
			return m, n.start, n.start
		case (n.rel == timex.RelLast || n.rel == timex.RelPast) && n.the && p.is(next, "of"):
			m.Point.Num = 4
			if k := p.year(next, &m); k > next {
				return m, start, k
			}
			return m, n.start, n.start
		case n.rel == timex.RelLast || n.rel == timex.RelPast:
			m.Sense, m.Count, m.Back = timex.Deictic, timex.Exactly(1), true
		case n.rel == timex.RelPrevious:
			m.Sense, m.Count, m.Back = timex.Anaphoric, timex.Exactly(1), true
		case n.rel == timex.RelThis:
			m.Sense, m.Count = timex.Deictic, timex.Exactly(0)
		case n.rel == timex.RelNext:
			m.Sense, m.Count = timex.Deictic, timex.Exactly(1)
		case n.rel == timex.RelEvery:
			return timex.Meaning{Sense: timex.Recurring, Unit: timex.Quarter, Count: timex.Exactly(1)}, start, next
		case n.rel == timex.RelFollowing:
			m.Sense, m.Count = timex.Anaphoric, timex.Exactly(1)
		case n.the || n.latest || n.rel == timex.RelThat:
			m.Sense = timex.SamePeriod
			if p.is(next, "of") && p.at(next+1).kind != number || p.is(next, "century") || p.mark(next, '-') {
				return m, n.start, n.start
			}
			m.Point.Num = p.endedIn(next)
		default:
			return m, n.start, n.start
		}
		if m.Sense == timex.SamePeriod && m.Point.Year == 0 && m.YearRel == timex.NoRel {
			if k := p.sameYear(next, &m); k > next {
				next = k
			}
		}
		return m, start, next
	}
	if p.mark(next, '-') && p.is(next+1, "final") || n.ordinal > 0 && (p.is(h-1, "consecutive") || p.is(h-1, "straight") || p.is(h-1, "successive") || p.is(next, "in") && p.is(next+1, "a") && p.is(next+2, "row") || p.is(next, "running")) {
		return m, n.start, n.start
	}
	if n.yearAgo {
		m.YearRel = timex.RelPast
		m.Rel = timex.RelPrevious
	}
	if n.rel == timex.RelThis || n.rel == timex.RelLast || n.rel == timex.RelNext || n.rel == timex.RelThat {
		m.Rel = n.rel
	}
	return m, start, p.year(next, &m)
}

// endedIn returns the quarter of the calendar that holds most of one that ended on
// the day named at token i, or 0: the quarter ended July 31.
func (p *parser) endedIn(i int) int {
	if !p.is(i, "ended") && !p.is(i, "ending") {
		return 0
	}
	d, j := p.plainDay(i + 1)
	if j == i+1 || d.Point.Num == 0 || d.Point.Day == 0 {
		return 0
	}
	months := 12 + d.Point.Num - 1 // those that are over
	if d.Point.Day > 15 {
		months++
	}
	return (months-2)%12/3 + 1
}

// sameYear reads what moves a period to another year: "the same period last
// year", "the quarter a year ago".
func (p *parser) sameYear(i int, m *timex.Meaning) int {
	j := i
	if p.is(j, "of") || p.is(j, "in") {
		j++
	}
	if r, k := p.relUnit(j, "year"); k > j {
		m.YearRel = r
		return k
	}
	if y, k := p.yearFigure(j); k > j && j > i {
		m.Point.Year = y
		return k
	}
	if p.is(i, "a") && p.is(i+1, "year") && (p.is(i+2, "ago") || p.is(i+2, "earlier")) {
		m.Sense = timex.YearBefore
		m.Grain = timex.Quarter
		return i + 3
	}
	return i
}

// periodHead reads "the latest period", "the 1988 period", "the same period
// last year".
func (p *parser) periodHead(n noun, h int) (m timex.Meaning, start, next int) {
	m = timex.Meaning{Sense: timex.SamePeriod, Unit: timex.Quarter, Point: timex.Point{Year: n.year}, YearRel: n.yearRel}
	start, next = n.start, h+1
	switch {
	case n.yearAgo:
		m.Sense, m.Grain = timex.YearBefore, timex.Quarter
	case n.year > 0 || n.yearRel != timex.NoRel || n.latest:
	case n.rel == timex.RelThat || p.is(h-1, "comparable") || p.is(h-1, "corresponding"):
		k := p.sameYear(next, &m)
		if k == next {
			return m, n.start, n.start
		}
		next = k
	case n.rel == timex.RelThis || n.rel == timex.RelLast || n.rel == timex.RelPrevious:
		return m, n.start, n.start
	default:
		return m, n.start, n.start
	}
	return m, start, next
}

// sharedHead reads the number of a period that is named behind the next number:
// the "second" of "the second and third quarters".
func (p *parser) sharedHead(i int) (m timex.Meaning, start, next int) {
	start = i
	if p.is(i, "the") {
		start++
	}
	n, j := p.ordinal(start)
	if c := p.at(j); j == start || c.class&cConj == 0 && c.mark != '-' {
		return m, i, i
	}
	if t := p.at(j + 1); t.class&cOrdinal == 0 && t.kind != number && !p.is(j+1, "the") {
		return m, i, i
	}
	m, _, k := p.nounPhrase(j + 1)
	switch {
	case k == j+1 || m.Sense != timex.Calendar:
	case (m.Point.Grain == timex.Quarter || m.Point.Grain == timex.Half) && n < m.Point.Num:
		m.Point.Num = n
		return m, start, j
	case m.Point.Grain == timex.Century && n < m.Point.Year:
		m.Point.Year = n
		return m, start, j
	}
	return m, i, i
}

// monthsQuarter reads a quarter that is named by its months, or the last of them: the
// April-June quarter, the June quarter of 2021. The months end with token i.
func (p *parser) monthsQuarter(i, num int) (timex.Meaning, int) {
	j := i
	if p.any(j, "to", "through") || p.mark(j, '-') && !p.is(j+1, "quarter") {
		n, k := p.monthName(j + 1)
		if k == j+1 || n != num+2 {
			return timex.Meaning{}, i
		}
		j, num = k, n
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Quarter, Num: num / 3}}
	if y, k := p.yearFigure(j); k > j { // the June 2021 quarter
		m.Point.Year, j = y, k
	}
	if p.mark(j, '-') && p.at(j).glued { // June-quarter profit
		j++
	}
	if num%3 != 0 || !p.is(j, "quarter") || p.mark(j+1, '-') { // a quarter-final
		return timex.Meaning{}, i
	}
	if m.Point.Year != 0 {
		return m, j + 1
	}
	return m, p.year(j+1, &m)
}

// halfHead reads "the first half of 1990", "the last half of the '80s".
func (p *parser) halfHead(n noun, h int) (m timex.Meaning, start, next int) {
	m = timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Half, Num: n.ordinal, Year: n.year}, YearRel: n.yearRel, Mod: n.edge, Fiscal: n.fiscal}
	start, next = n.start, h+1
	if n.ordinal == 0 && (n.rel == timex.RelLast || n.rel == timex.RelPast) {
		m.Point.Num = 2
	}
	if m.Point.Num == 0 || m.Point.Num > 2 {
		return m, n.start, n.start
	}
	k := p.year(next, &m)
	if k > next || n.year > 0 || n.yearRel != timex.NoRel || n.fiscal {
		return m, start, k
	}
	if p.is(next, "of") {
		if d, l := p.period(next + 1); l > next+1 && (d.Point.Grain == timex.Decade || d.Point.Grain == timex.Century || d.Point.Grain == timex.Month) {
			d.Mod = [...]timex.Mod{1: timex.ModStart, 2: timex.ModEnd}[m.Point.Num]
			return d, start, l
		}
		if p.is(next+1, "the") && p.is(next+2, "year") {
			return m, start, next + 3
		}
		return m, n.start, n.start
	}
	// Halves of football matches are halves too; those of companies stand in
	// company. A semester is one of a university.
	if p.is(h, "half") && (p.paper(h) || n.hyphen && p.any(next, "figures", "outlook", "forecast", "forecasts", "orders", "deliveries", "output", "margins")) {
		if n.hyphen && n.the {
			start = n.ordAt
		}
		return m, start, next
	}
	return m, n.start, n.start
}

// paper reports whether the words around token i speak of business figures.
func (p *parser) paper(i int) bool {
	for j := max(i-12, 0); j <= i+6; j++ {
		for _, w := range [...]string{"profit", "profits", "sales", "earnings", "revenue", "net", "loss", "losses", "growth", "results", "income", "gdp", "economy", "exports", "dividend", "guidance", "shipments", "ebitda"} {
			if p.is(j, w) {
				return true
			}
		}
	}
	return false
}

// sporting reports whether the words around token i speak of a match.
func (p *parser) sporting(i int) bool {
	from := i - 1
	for from > i-clauseReach && !p.stop(from) {
		from--
	}
	for j := from + 1; j <= i+6; j++ {
		if t := p.at(j); t.kind != word || t.class != 0 {
			continue
		}
		for _, w := range [...]string{"touchdown", "touchdowns", "yards", "quarterback", "outscored", "interception", "halftime", "layup", "dunk", "fumble"} {
			if p.is(j, w) {
				return true
			}
		}
	}
	return false
}

// seasonHead reads "this summer", "the winter of 1994", "last fall".
func (p *parser) seasonHead(n noun, h int) (m timex.Meaning, start, next int) {
	t := p.at(h)
	m = timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Season, Num: t.val, Year: n.year}, Rel: n.rel, YearRel: n.yearRel, Mod: n.edge}
	start, next = n.start, h+1
	fall := p.is(h, "fall") || p.is(h, "spring") || p.is(h, "falls") || p.is(h, "springs")
	if t.class&cPlural != 0 {
		if n.count.Set() && n.rel != timex.NoRel {
			m.Sense, m.Unit = timex.Recurring, timex.Season
			return m, start, next
		}
		return m, n.start, n.start
	}
	if n.rel == timex.RelEvery {
		m.Sense, m.Unit = timex.Recurring, timex.Season
		return m, start, next
	}
	k := p.year(next, &m)
	if k > next {
		return m, start, k
	}
	if p.any(next, "wheat", "barley", "tide", "tides", "onion", "onions", "rolls", "solstice", "palace", "equinox", "olympics", "paralympics", "games") || n.rel == timex.NoRel && p.any(next, "fuel", "camp", "camps", "school", "coat", "coats") {
		return m, n.start, n.start
	}
	prep := p.at(n.start-1).class&cPrep != 0
	switch {
	case n.rel != timex.NoRel && n.rel != timex.RelThat || n.rel == timex.RelThat && !fall, n.year > 0, n.yearRel != timex.NoRel, n.edge != timex.ModNone && (!fall || prep):
	case n.the && (prep || !fall) && !p.at(h).title && !p.is(next, "in") && !p.is(next, "of"):
		if fall && !(p.is(n.start-1, "in") || p.is(n.start-1, "by") || p.is(n.start-1, "until") || p.is(n.start-1, "during")) {
			return m, n.start, n.start
		}
	case h == n.start && prep && !p.is(n.start-1, "to") && !p.is(n.start-1, "from"):
		if p.at(next).kind == word && p.at(next).class == 0 && !p.is(next, "when") && !p.is(next, "as") {
			if t.title {
				return m, n.start, n.start
			}
		}
	default:
		return m, n.start, n.start
	}
	return m, start, next
}

// partHead reads "this morning", "last night", "the next afternoon", "the
// morning of May 5".
func (p *parser) partHead(n noun, h int) (m timex.Meaning, start, next int) {
	t := p.at(h)
	start, next = n.start, h+1
	m = timex.Meaning{Sense: timex.Deictic, Unit: timex.Day, Count: timex.Exactly(0), Point: timex.Point{Grain: timex.Day, Clock: timex.Clock{Part: timex.DayPart(t.val)}}, Mod: n.edge}
	if t.title && h > n.start && !p.at(n.start).title {
		return m, n.start, n.start
	}
	if t.class&cPlural != 0 {
		if n.the && h == n.start+1 && p.is(n.start-1, "in") && !p.is(next, "of") { // in the mornings
			m.Sense = timex.Recurring
			return m, start, next
		}
		return m, n.start, n.start
	}
	of := p.is(next, "of") || p.is(next, "on")
	if d, k := p.plainDay(next + 1); of && k > next+1 && n.rel == timex.NoRel {
		d.Point.Clock = m.Point.Clock
		if n.edge != timex.ModNone {
			d.Mod = n.edge
		}
		return d, start, k
	}
	switch n.rel {
	case timex.RelEvery:
		m.Sense = timex.Recurring
		return m, start, next
	case timex.RelThis:
	case timex.RelLast:
		m.Count, m.Back = timex.Exactly(1), true
	case timex.RelNext:
		m.Count = timex.Exactly(1)
	case timex.RelFollowing:
		m.Sense, m.Count = timex.Anaphoric, timex.Exactly(1)
	case timex.RelPrevious:
		m.Sense, m.Count, m.Back = timex.Anaphoric, timex.Exactly(1), true
	case timex.RelThat:
		m.Sense = timex.Anaphoric
	default:
		if n.the && p.is(next, "before") && p.is(next+1, "last") {
			m.Count, m.Back = timex.Exactly(2), true
			return m, start, next + 2
		}
		if d, k := p.dayAfter(next); k > next && n.edge != timex.ModNone && d.Sense == timex.Deictic { // mid-afternoon yesterday
			d.Point.Clock, d.Mod = m.Point.Clock, n.edge
			return d, start, k
		}
		if n.a || n.count.Set() || n.ordinal > 0 || t.title {
			return m, n.start, n.start
		}
		if n.edge != timex.ModNone || n.the && (p.any(n.start-1, "in", "during", "by") || p.is(h, "evening") && p.any(n.start-1, "of", "for")) {
			m.Sense = timex.Anaphoric
			return m, start, next
		}
		return m, n.start, n.start
	}
	if c, k := p.clockAt(next); k > next {
		c.Pick(m.Point.Clock.Part)
		m.Point.Clock = c
		next = k
	}
	return m, start, next
}

// weekdayHead reads "last Tuesday", "this coming Sunday", "every Thursday".
func (p *parser) weekdayHead(n noun, h int) (m timex.Meaning, start, next int) {
	w, j := p.weekdayName(h)
	if n.count.Whole() && j > h && p.at(h).class&cPlural != 0 && p.is(j, "ago") { // two Fridays ago
		return timex.Meaning{Sense: timex.Calendar, Weekday: w, Rel: timex.RelLast, Count: timex.Exactly(n.count.Tenths/10 - 1), Point: timex.Point{Grain: timex.Day}}, n.start, j + 1
	}
	if j == h || n.count.Set() || n.year > 0 {
		return m, n.start, n.start
	}
	if n.rel == timex.RelEvery || p.at(h).class&cPlural != 0 && n.rel == timex.NoRel {
		m = timex.Meaning{Sense: timex.Recurring, Unit: timex.Day, Weekday: w, Point: timex.Point{Grain: timex.Day}}
		m, j = p.clockAfter(m, j)
		if n.rel == timex.NoRel && n.start < h {
			return m, h, j
		}
		return m, n.start, j
	}
	if n.a && n.rel == timex.NoRel && n.edge == timex.ModNone && p.isolated(h) {
		return m, n.start, n.start
	}
	if n.ordinal > 0 && p.is(j, "of") && p.at(j+1).class&cEvery != 0 && p.is(j+2, "month") {
		return timex.Meaning{Sense: timex.Recurring, Unit: timex.Month, Count: timex.Exactly(1)}, n.start, j + 3
	}
	if n.ordinal > 0 && (p.is(j, "of") || p.is(j, "in")) {
		if d, k := p.monthDay(j + 1); k > j+1 && d.Point.Grain == timex.Month && !d.Point.Before {
			d.Point.Grain, d.Point.Day, d.Weekday = timex.Day, -n.ordinal, w
			return d, n.start, k
		}
	}
	if n.ordinal == 0 && n.rel == timex.RelLast && n.the && (p.is(j, "of") || p.is(j, "in")) {
		if d, k := p.monthDay(j + 1); k > j+1 && d.Point.Grain == timex.Month && !d.Point.Before {
			d.Point.Grain, d.Point.Day, d.Weekday = timex.Day, -9, w
			return d, n.start, k
		}
	}
	if n.ordinal > 0 {
		return m, n.start, n.start
	}
	m, j = p.weekdayDate(h)
	if j == h {
		return m, n.start, n.start
	}
	m.Rel = n.rel
	if n.edge != timex.ModNone {
		m.Mod = n.edge
	}
	start = n.start
	if n.rel == timex.NoRel && n.edge == timex.ModNone {
		start = h
	}
	return m, start, j
}

// monthHead reads "last April", "early November", "each July".
func (p *parser) monthHead(n noun, h int) (m timex.Meaning, start, next int) {
	m, j := p.monthDay(h)
	if j == h || n.count.Set() && n.countAt < h-1 || n.ordinal > 0 && n.year == 0 && !p.is(n.ordAt, "the") && n.ordinal > 31 {
		return m, n.start, n.start
	}
	start = n.start
	if n.rel == timex.RelEvery {
		m.Sense, m.Unit = timex.Recurring, timex.Month
		return m, start, j
	}
	m.Rel = n.rel
	if n.edge != timex.ModNone {
		m.Mod = n.edge
	}
	if m.Point.Grain == timex.Quarter && m.Point.Year == 0 && m.YearRel == timex.NoRel { // last year's June quarter
		m.Point.Year = n.year
	}
	if m.Point.Grain == timex.Quarter && n.yearRel == timex.NoRel {
		return m, start, j
	}
	if n.yearRel != timex.NoRel && m.Point.Year == 0 && m.YearRel == timex.NoRel { // this year's June 18
		m.YearRel = n.yearRel
		return m, start, j
	}
	if n.rel == timex.NoRel && n.edge == timex.ModNone {
		start = h
	}
	if n.the && n.rel != timex.RelFollowing && n.rel != timex.RelPrevious && n.edge == timex.ModNone && n.rel != timex.RelThat {
		start = h
	}
	if n.the && n.edge != timex.ModNone && p.mark(h-1, '-') {
		start = n.start + 1
	}
	return m, start, j
}

// figureHead reads a year or a decade behind "early", "the" and the like.
func (p *parser) figureHead(n noun, h int) (m timex.Meaning, start, next int) {
	m, j := p.decadeOrYear(h)
	if j == h || n.count.Set() || n.ordinal > 0 {
		return m, n.start, n.start
	}
	m.Mod, m.Fiscal = n.edge, n.fiscal
	start = n.start
	if m.Point.Grain == timex.Year {
		if n.rel != timex.NoRel || n.a {
			return m, n.start, n.start
		}
		if n.edge == timex.ModNone && !n.fiscal || n.the && n.edge == timex.ModNone {
			start = h
			if n.fiscal && n.the {
				start = n.start + 1
			}
		}
	} else if n.a {
		return m, n.start, n.start
	}
	return m, start, j
}
