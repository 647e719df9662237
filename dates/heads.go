package dates

// This file reads noun phrases whose head is a quarter, half, season, part of
// day, weekday, month or year.

// quarterHead reads "the third quarter of 1989", "fiscal second-quarter", "the
// year-ago quarter", "the quarter".
func (p *parser) quarterHead(n noun, h int) (m meaning, start, next int) {
	start, next = n.start, h+1
	m = meaning{sense: calendar, point: point{grain: quarter, num: n.ordinal, year: n.year}, yearRel: n.yearRel, mod: n.edge, fiscal: n.fiscal}
	if n.ordinal > 4 || n.ordinal > 0 && n.year == 0 && !n.fiscal && p.sporting(h) {
		return m, n.start, n.start
	}
	if n.ordinal > 0 && n.ordAt > start && n.yearRel == noRel && n.year == 0 && !n.fiscal && !n.yearAgo {
		if n.hyphen && (n.the || n.a || n.rel == relThat) || n.a {
			start = n.ordAt
		}
	}
	if n.ordinal == 0 {
		m.unit = quarter
		switch {
		case n.yearAgo:
			m.sense = yearBefore
			m.grain = quarter
		case n.year > 0 || n.yearRel != noRel:
			m.sense = samePeriod
			m.point.year = n.year
		case p.is(h-1, "final"): // one of a match, if it is not one of a year
			m.point.num = 4
			if k := p.year(next, &m); k > next {
				return m, start, k
			}
			return m, n.start, n.start
		case (n.rel == relLast || n.rel == relPast) && n.the && p.is(next, "of"):
			m.point.num = 4
			if k := p.year(next, &m); k > next {
				return m, start, k
			}
			return m, n.start, n.start
		case n.rel == relLast || n.rel == relPast:
			m.sense, m.count, m.back = deictic, exactly(1), true
		case n.rel == relPrevious:
			m.sense, m.count, m.back = anaphoric, exactly(1), true
		case n.rel == relThis:
			m.sense, m.count = deictic, exactly(0)
		case n.rel == relNext:
			m.sense, m.count = deictic, exactly(1)
		case n.rel == relEvery:
			return meaning{sense: recurring, unit: quarter, count: exactly(1)}, start, next
		case n.rel == relFollowing:
			m.sense, m.count = anaphoric, exactly(1)
		case n.the || n.latest || n.rel == relThat:
			m.sense = samePeriod
			if p.is(next, "of") && p.at(next+1).kind != number || p.is(next, "century") || p.mark(next, '-') {
				return m, n.start, n.start
			}
			m.point.num = p.endedIn(next)
		default:
			return m, n.start, n.start
		}
		if m.sense == samePeriod && m.point.year == 0 && m.yearRel == noRel {
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
		m.yearRel = relPast
		m.rel = relPrevious
	}
	if n.rel == relThis || n.rel == relLast || n.rel == relNext || n.rel == relThat {
		m.rel = n.rel
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
	if j == i+1 || d.point.num == 0 || d.point.day == 0 {
		return 0
	}
	months := 12 + d.point.num - 1 // those that are over
	if d.point.day > 15 {
		months++
	}
	return (months-2)%12/3 + 1
}

// sameYear reads what moves a period to another year: "the same period last
// year", "the quarter a year ago".
func (p *parser) sameYear(i int, m *meaning) int {
	j := i
	if p.is(j, "of") || p.is(j, "in") {
		j++
	}
	if r, k := p.relUnit(j, "year"); k > j {
		m.yearRel = r
		return k
	}
	if y, k := p.yearFigure(j); k > j && j > i {
		m.point.year = y
		return k
	}
	if p.is(i, "a") && p.is(i+1, "year") && (p.is(i+2, "ago") || p.is(i+2, "earlier")) {
		m.sense = yearBefore
		m.grain = quarter
		return i + 3
	}
	return i
}

// periodHead reads "the latest period", "the 1988 period", "the same period
// last year".
func (p *parser) periodHead(n noun, h int) (m meaning, start, next int) {
	m = meaning{sense: samePeriod, unit: quarter, point: point{year: n.year}, yearRel: n.yearRel}
	start, next = n.start, h+1
	switch {
	case n.yearAgo:
		m.sense, m.grain = yearBefore, quarter
	case n.year > 0 || n.yearRel != noRel || n.latest:
	case n.rel == relThat || p.is(h-1, "comparable") || p.is(h-1, "corresponding"):
		k := p.sameYear(next, &m)
		if k == next {
			return m, n.start, n.start
		}
		next = k
	case n.rel == relThis || n.rel == relLast || n.rel == relPrevious:
		return m, n.start, n.start
	default:
		return m, n.start, n.start
	}
	return m, start, next
}

// sharedHead reads the number of a period that is named behind the next number:
// the "second" of "the second and third quarters".
func (p *parser) sharedHead(i int) (m meaning, start, next int) {
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
	case k == j+1 || m.sense != calendar:
	case (m.point.grain == quarter || m.point.grain == half) && n < m.point.num:
		m.point.num = n
		return m, start, j
	case m.point.grain == century && n < m.point.year:
		m.point.year = n
		return m, start, j
	}
	return m, i, i
}

// monthsQuarter reads a quarter that is named by its months, or the last of them: the
// April-June quarter, the June quarter of 2021. The months end with token i.
func (p *parser) monthsQuarter(i, num int) (meaning, int) {
	j := i
	if p.any(j, "to", "through") || p.mark(j, '-') && !p.is(j+1, "quarter") {
		n, k := p.monthName(j + 1)
		if k == j+1 || n != num+2 {
			return meaning{}, i
		}
		j, num = k, n
	}
	m := meaning{sense: calendar, point: point{grain: quarter, num: num / 3}}
	if y, k := p.yearFigure(j); k > j { // the June 2021 quarter
		m.point.year, j = y, k
	}
	if p.mark(j, '-') && p.at(j).glued { // June-quarter profit
		j++
	}
	if num%3 != 0 || !p.is(j, "quarter") || p.mark(j+1, '-') { // a quarter-final
		return meaning{}, i
	}
	if m.point.year != 0 {
		return m, j + 1
	}
	return m, p.year(j+1, &m)
}

// halfHead reads "the first half of 1990", "the last half of the '80s".
func (p *parser) halfHead(n noun, h int) (m meaning, start, next int) {
	m = meaning{sense: calendar, point: point{grain: half, num: n.ordinal, year: n.year}, yearRel: n.yearRel, mod: n.edge, fiscal: n.fiscal}
	start, next = n.start, h+1
	if n.ordinal == 0 && (n.rel == relLast || n.rel == relPast) {
		m.point.num = 2
	}
	if m.point.num == 0 || m.point.num > 2 {
		return m, n.start, n.start
	}
	k := p.year(next, &m)
	if k > next || n.year > 0 || n.yearRel != noRel || n.fiscal {
		return m, start, k
	}
	if p.is(next, "of") {
		if d, l := p.period(next + 1); l > next+1 && (d.point.grain == decade || d.point.grain == century || d.point.grain == month) {
			d.mod = [...]Mod{1: ModStart, 2: ModEnd}[m.point.num]
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
func (p *parser) seasonHead(n noun, h int) (m meaning, start, next int) {
	t := p.at(h)
	m = meaning{sense: calendar, point: point{grain: season, num: t.val, year: n.year}, rel: n.rel, yearRel: n.yearRel, mod: n.edge}
	start, next = n.start, h+1
	fall := p.is(h, "fall") || p.is(h, "spring") || p.is(h, "falls") || p.is(h, "springs")
	if t.class&cPlural != 0 {
		if n.count.set() && n.rel != noRel {
			m.sense, m.unit = recurring, season
			return m, start, next
		}
		return m, n.start, n.start
	}
	if n.rel == relEvery {
		m.sense, m.unit = recurring, season
		return m, start, next
	}
	k := p.year(next, &m)
	if k > next {
		return m, start, k
	}
	if p.any(next, "wheat", "barley", "tide", "tides", "onion", "onions", "rolls", "solstice", "palace", "equinox", "olympics", "paralympics", "games") || n.rel == noRel && p.any(next, "fuel", "camp", "camps", "school", "coat", "coats") {
		return m, n.start, n.start
	}
	prep := p.at(n.start-1).class&cPrep != 0
	switch {
	case n.rel != noRel && n.rel != relThat || n.rel == relThat && !fall, n.year > 0, n.yearRel != noRel, n.edge != ModNone && (!fall || prep):
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
func (p *parser) partHead(n noun, h int) (m meaning, start, next int) {
	t := p.at(h)
	start, next = n.start, h+1
	m = meaning{sense: deictic, unit: day, count: exactly(0), point: point{grain: day, clock: clock{part: dayPart(t.val)}}, mod: n.edge}
	if t.title && h > n.start && !p.at(n.start).title {
		return m, n.start, n.start
	}
	if t.class&cPlural != 0 {
		if n.the && h == n.start+1 && p.is(n.start-1, "in") && !p.is(next, "of") { // in the mornings
			m.sense = recurring
			return m, start, next
		}
		return m, n.start, n.start
	}
	of := p.is(next, "of") || p.is(next, "on")
	if d, k := p.plainDay(next + 1); of && k > next+1 && n.rel == noRel {
		d.point.clock = m.point.clock
		if n.edge != ModNone {
			d.mod = n.edge
		}
		return d, start, k
	}
	switch n.rel {
	case relEvery:
		m.sense = recurring
		return m, start, next
	case relThis:
	case relLast:
		m.count, m.back = exactly(1), true
	case relNext:
		m.count = exactly(1)
	case relFollowing:
		m.sense, m.count = anaphoric, exactly(1)
	case relPrevious:
		m.sense, m.count, m.back = anaphoric, exactly(1), true
	case relThat:
		m.sense = anaphoric
	default:
		if n.the && p.is(next, "before") && p.is(next+1, "last") {
			m.count, m.back = exactly(2), true
			return m, start, next + 2
		}
		if d, k := p.dayAfter(next); k > next && n.edge != ModNone && d.sense == deictic { // mid-afternoon yesterday
			d.point.clock, d.mod = m.point.clock, n.edge
			return d, start, k
		}
		if n.a || n.count.set() || n.ordinal > 0 || t.title {
			return m, n.start, n.start
		}
		if n.edge != ModNone || n.the && (p.any(n.start-1, "in", "during", "by") || p.is(h, "evening") && p.any(n.start-1, "of", "for")) {
			m.sense = anaphoric
			return m, start, next
		}
		return m, n.start, n.start
	}
	if c, k := p.clockAt(next); k > next {
		c.pick(m.point.clock.part)
		m.point.clock = c
		next = k
	}
	return m, start, next
}

// weekdayHead reads "last Tuesday", "this coming Sunday", "every Thursday".
func (p *parser) weekdayHead(n noun, h int) (m meaning, start, next int) {
	w, j := p.weekdayName(h)
	if n.count.whole() && j > h && p.at(h).class&cPlural != 0 && p.is(j, "ago") { // two Fridays ago
		return meaning{sense: calendar, weekday: w, rel: relLast, count: exactly(n.count.tenths/10 - 1), point: point{grain: day}}, n.start, j + 1
	}
	if j == h || n.count.set() || n.year > 0 {
		return m, n.start, n.start
	}
	if n.rel == relEvery || p.at(h).class&cPlural != 0 && n.rel == noRel {
		m = meaning{sense: recurring, unit: day, weekday: w, point: point{grain: day}}
		m, j = p.clockAfter(m, j)
		if n.rel == noRel && n.start < h {
			return m, h, j
		}
		return m, n.start, j
	}
	if n.a && n.rel == noRel && n.edge == ModNone && p.isolated(h) {
		return m, n.start, n.start
	}
	if n.ordinal > 0 && p.is(j, "of") && p.at(j+1).class&cEvery != 0 && p.is(j+2, "month") {
		return meaning{sense: recurring, unit: month, count: exactly(1)}, n.start, j + 3
	}
	if n.ordinal > 0 && (p.is(j, "of") || p.is(j, "in")) {
		if d, k := p.monthDay(j + 1); k > j+1 && d.point.grain == month && !d.point.before {
			d.point.grain, d.point.day, d.weekday = day, -n.ordinal, w
			return d, n.start, k
		}
	}
	if n.ordinal == 0 && n.rel == relLast && n.the && (p.is(j, "of") || p.is(j, "in")) {
		if d, k := p.monthDay(j + 1); k > j+1 && d.point.grain == month && !d.point.before {
			d.point.grain, d.point.day, d.weekday = day, -9, w
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
	m.rel = n.rel
	if n.edge != ModNone {
		m.mod = n.edge
	}
	start = n.start
	if n.rel == noRel && n.edge == ModNone {
		start = h
	}
	return m, start, j
}

// monthHead reads "last April", "early November", "each July".
func (p *parser) monthHead(n noun, h int) (m meaning, start, next int) {
	m, j := p.monthDay(h)
	if j == h || n.count.set() && n.countAt < h-1 || n.ordinal > 0 && n.year == 0 && !p.is(n.ordAt, "the") && n.ordinal > 31 {
		return m, n.start, n.start
	}
	start = n.start
	if n.rel == relEvery {
		m.sense, m.unit = recurring, month
		return m, start, j
	}
	m.rel = n.rel
	if n.edge != ModNone {
		m.mod = n.edge
	}
	if m.point.grain == quarter && m.point.year == 0 && m.yearRel == noRel { // last year's June quarter
		m.point.year = n.year
	}
	if m.point.grain == quarter && n.yearRel == noRel {
		return m, start, j
	}
	if n.yearRel != noRel && m.point.year == 0 && m.yearRel == noRel { // this year's June 18
		m.yearRel = n.yearRel
		return m, start, j
	}
	if n.rel == noRel && n.edge == ModNone {
		start = h
	}
	if n.the && n.rel != relFollowing && n.rel != relPrevious && n.edge == ModNone && n.rel != relThat {
		start = h
	}
	if n.the && n.edge != ModNone && p.mark(h-1, '-') {
		start = n.start + 1
	}
	return m, start, j
}

// figureHead reads a year or a decade behind "early", "the" and the like.
func (p *parser) figureHead(n noun, h int) (m meaning, start, next int) {
	m, j := p.decadeOrYear(h)
	if j == h || n.count.set() || n.ordinal > 0 {
		return m, n.start, n.start
	}
	m.mod, m.fiscal = n.edge, n.fiscal
	start = n.start
	if m.point.grain == year {
		if n.rel != noRel || n.a {
			return m, n.start, n.start
		}
		if n.edge == ModNone && !n.fiscal || n.the && n.edge == ModNone {
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
