package dates

// This file reads noun phrases: words that place or count, then a head that
// is a unit, a period, a season, a part of day, or a day or month by name.

// A noun holds what stood before the head.
type noun struct {
	start   int // where the extent starts
	a, the  bool
	rel     rel
	edge    Mod
	count   quantity
	upTo    quantity // the second figure of a range
	countAt int
	ordinal int
	ordAt   int
	fiscal  bool
	yearAgo bool
	year    int
	yearRel rel
	yearAt  int
	recent  bool
	future  bool
	latest  bool
	whole   bool
	another bool
	hyphen  bool
	mod     Mod
}

// nounPhrase reads the phrase at token i, and says where its extent starts.
func (p *parser) nounPhrase(i int) (m meaning, start, next int) {
	n := noun{start: i}
	j := i
	for range 12 {
		hyphen := n.hyphen
		k := p.modifier(j, &n)
		if k == j {
			n.hyphen = hyphen
			break
		}
		j = k
	}
	h := p.at(j)
	switch {
	case h.class&cUnit != 0 || h.class&cPeriod != 0:
		m, start, next = p.unitHead(n, j)
	case h.class&cSeason != 0:
		m, start, next = p.seasonHead(n, j)
	case h.class&cPart != 0:
		m, start, next = p.partHead(n, j)
	case h.class&cNoon != 0 && !n.the:
		m, next = p.clockDate(j)
		start = j
	case h.class&cWeekday != 0:
		m, start, next = p.weekdayHead(n, j)
	case h.class&cMonth != 0:
		m, start, next = p.monthHead(n, j)
	case h.class&cDecade != 0 || (h.kind == number || h.mark == '\'') && j > i:
		m, start, next = p.figureHead(n, j)
	case n.yearAgo:
		k := j
		for !p.is(k, "year") {
			k--
		}
		return meaning{sense: yearBefore}, k, j
	case h.class&cToday != 0 && n.edge != NoMod && p.at(j-1).class&cEdge != 0:
		m, next = p.todayDate(j)
		m.mod, start = n.edge, n.start
	default:
		next = i
	}
	if next > j && h.class&cHoliday == 0 {
		return m, start, next
	}
	if h.class&cHoliday != 0 {
		if hm, k := p.holiday(j); k > j && k >= next {
			hm.rel, hm.yearRel, hm.mod = n.rel, n.yearRel, n.edge
			if hm.point.year == 0 {
				hm.point.year = n.year
			}
			if n.rel == relEvery {
				hm.sense, hm.unit = recurring, year
			}
			start = n.start
			if n.the || n.a {
				start = n.start + 1
				if n.rel != noRel || n.edge != NoMod {
					start = n.start
				}
			}
			return hm, start, k
		}
	}
	if next > j {
		return m, start, next
	}
	return meaning{}, i, i
}

// modifier reads one step of what stands before a head.
func (p *parser) modifier(i int, n *noun) int {
	t := p.at(i)
	if t.mark == '-' && i > n.start && t.glued && p.at(i+1).glued {
		n.hyphen = true
		return i + 1
	}
	hyphen := n.hyphen
	n.hyphen = false
	switch {
	case t.class == 0 && t.kind == word:
		return i
	case t.class&cArticle != 0 && i == n.start:
		if p.is(i, "the") {
			n.the = true
			return i + 1
		}
		if q, j := p.quantity(i); j > i {
			n.count, n.countAt = q, i
			return p.range_(j, n)
		}
		n.a = true
		return i + 1
	case p.is(i, "year") && (p.mark(i+1, '-') || n.the) && (p.is(i+2, "earlier") || p.is(i+2, "ago")) && p.mark(i+1, '-'):
		n.yearAgo = true
		return i + 3
	case p.is(i, "year") && (p.is(i+1, "earlier") || p.is(i+1, "ago")) && n.the && p.at(i+2).class&cPeriod != 0:
		n.yearAgo = true
		return i + 2
	}
	if y, j := p.yearFigure(i); j > i && n.year == 0 && !n.count.set() {
		if p.possessive(j) {
			j += 2
			if p.periodAhead(j) {
				n.year, n.yearAt = y, i
				return j
			}
		} else if p.periodAhead(j) {
			n.year, n.yearAt = y, i
			return j
		}
	}
	if n.yearRel == noRel && n.rel == noRel && t.class&(cLast|cNext|cThis|cThat) != 0 {
		if r, j := p.relUnit(i, "year"); j > i && p.possessive(j) && p.periodAhead(j+2) {
			n.yearRel, n.yearAt = r, i
			return j + 2
		}
	}
	if n.rel == noRel && t.class&(cLast|cNext|cThis|cThat|cEvery) != 0 && !n.count.set() {
		if r, j := p.rel(i); j > i {
			if n.the && r == relNext {
				r = relFollowing
			}
			n.rel = r
			if p.is(i, "coming") || p.is(i, "upcoming") {
				n.future = true
			}
			return j
		}
	}
	switch {
	case p.is(i, "recent"):
		n.recent = true
	case p.is(i, "latest"):
		n.latest = true
	case p.is(i, "future"):
		n.future = true
	case p.is(i, "another") || p.is(i, "additional"):
		n.another = true
	case t.class&cFiscal != 0:
		n.fiscal = true
	case t.class&cEdge != 0 && n.edge == NoMod && !p.is(i, "earlier") && !p.is(i, "later") && !p.is(i, "middle"):
		n.edge = Mod(t.val)
	case p.is(i, "full") || p.is(i, "whole") || p.is(i, "entire"):
		n.whole = true
	default:
		if !n.count.set() && n.ordinal == 0 && (t.class&(cOrdinal|cTens) != 0 || t.kind == number) {
			if o, j := p.ordinal(i); j > i {
				n.ordinal, n.ordAt = o, i
				return j
			}
		}
		if _, j := p.decadeOrYear(i); j > i && p.at(j).class&cUnit == 0 {
			return i
		}
		if !n.count.set() && (t.class&(cCardinal|cVague) != 0 || t.kind == number || p.is(i, "half")) {
			if q, j := p.quantity(i); j > i && (t.kind == word || p.bare(i, j) || p.wordGlued(i)) {
				n.count, n.countAt = q, i
				n.hyphen = hyphen
				return p.range_(j, n)
			}
		}
		if t.class&cAdjective != 0 && i > n.start {
			return i + 1
		}
		if t.class&cAdjective != 0 && (p.is(i, "these") || p.is(i, "those") || p.is(i, "comparable") || p.is(i, "corresponding")) {
			return i + 1
		}
		return i
	}
	return i + 1
}

func (p *parser) wordGlued(i int) bool {
	a := p.at(i + 1)
	return a.glued && (a.kind == word || a.mark == '-') && (!p.at(i).glued || p.mark(i-1, '('))
}

// range_ reads the second figure of "two to three weeks", "12-18 months", "a
// year or two".
func (p *parser) range_(i int, n *noun) int {
	j := i
	switch {
	case p.is(j, "to") || p.is(j, "or"):
		j++
	case p.mark(j, '-') && p.at(j+1).kind == number && p.at(j+1).glued:
		j++
	default:
		return i
	}
	if t := p.at(j); t.kind == number || t.class&cCardinal != 0 {
		if q, k := p.quantity(j); k > j && q.tenths > n.count.tenths {
			n.upTo = q
			return k
		}
	}
	return i
}

func (p *parser) possessive(i int) bool {
	return p.mark(i, '\'') && p.at(i).glued && p.is(i+1, "s") && p.at(i+1).glued
}

// periodAhead reports whether a quarter, half, period or season follows, past
// the words that number it.
func (p *parser) periodAhead(i int) bool {
	for range 4 {
		t := p.at(i)
		switch {
		case t.class&(cPeriod|cSeason) != 0 && !p.is(i, "fall"), p.is(i, "fiscal") && p.is(i+1, "year"):
			return true
		case t.class&(cOrdinal|cFiscal) != 0, p.is(i, "final"), p.is(i, "full"), t.mark == '-', p.is(i, "latest"), p.is(i, "comparable"):
			i++
		case t.kind == number && p.at(i+1).kind == word && p.at(i+1).glued:
			i += 2
		default:
			return false
		}
	}
	return false
}

// unitHead reads a phrase whose head, token h, is a unit or "period".
func (p *parser) unitHead(n noun, h int) (m meaning, start, next int) {
	t := p.at(h)
	u := unit(t.val)
	plural := t.class&cPlural != 0
	none := n.start
	if t.class&cShort != 0 && !n.count.set() {
		return m, none, none
	}
	if p.is(h, "half") {
		return p.halfHead(n, h)
	}
	if p.is(h, "period") {
		return p.periodHead(n, h)
	}
	j := h + 1
	if t.class&cShort != 0 && p.mark(j, '.') && p.at(j).glued {
		j++
	}
	if p.is(j, "old") || p.mark(j, '-') && (p.is(j+1, "old") || p.is(j+1, "olds")) || p.is(j, "of") && p.is(j+1, "age") || p.is(n.start-1, "aged") || p.is(n.start-1, "of") && p.is(n.start-2, "age") {
		return m, none, none
	}
	if u == quarter && (n.a && n.ordinal == 0 || n.count.set()) && !p.is(j, "ago") && !p.is(j, "earlier") && (!plural || n.hyphen) || u == quarter && plural && p.is(j, "of") && (n.hyphen || n.count.tenths == 30) && n.rel == noRel {
		return m, none, none
	}
	if t.title && n.count.set() && h > n.start && p.at(h-1).kind == number || u < day && plural && n.edge != NoMod {
		return m, none, none
	}
	if n.fiscal && n.a || p.is(h-1, "calendar") && n.a || n.a && n.ordinal > 0 && !n.count.set() && u != quarter && u != century { // for a third day
		return m, none, none
	}
	if t.title && h > n.start && p.at(n.start).title && !p.at(n.start).paragraph && n.rel != noRel && !p.sentenceStart(n.start) || (n.hyphen || p.mark(j, '-') && p.at(j).glued) && u < day && n.rel != noRel && !n.count.set() {
		return m, none, none
	}
	if u == quarter && (!plural || n.ordinal > 0 && n.rel == noRel) && !n.count.set() {
		return p.quarterHead(n, h)
	}
	m = meaning{unit: u, count: n.count, mod: n.mod}
	start, next = n.start, j
	if n.edge != NoMod {
		m.mod = n.edge
	}
	if n.upTo.set() {
		m.mod = EqualOrMore
	}

	if u == weekend && plural && !n.count.set() && (n.rel == noRel || n.rel == relEvery) && !n.the {
		m.sense, m.point = recurring, point{grain: weekend}
		return m, h, next
	}
	if n.rel == relEvery {
		m.sense = recurring
		if !m.count.set() {
			m.count = exactly(1)
		}
		if n.ordinal > 1 {
			m.count = exactly(n.ordinal)
		} else if p.is(h-1, "other") {
			m.count = exactly(2)
		}
		return m, start, next
	}
	if n.yearAgo { // the year-earlier nine months
		if n.count.set() {
			m.sense = span
			return m, start, next
		}
		return m, none, none
	}
	if u == century && n.ordinal > 0 {
		m = meaning{sense: calendar, point: point{grain: century, year: n.ordinal}, mod: n.edge}
		m.point.before, next = p.eraName(next)
		if n.a && n.edge == NoMod {
			start = n.ordAt
		}
		return m, start, next
	}

	if plural && n.edge != NoMod && !n.count.set() { // the early years
		return m, none, none
	}

	// Counted, or as good as counted: how far from where?
	if n.count.set() || n.a || n.another || plural && n.rel == noRel && n.ordinal == 0 && !n.recent && !n.future {
		if n.another && !n.count.set() && (u == day || plural) {
			return m, none, none
		}
		if (n.a || n.another) && !n.count.set() {
			m.count = exactly(1)
		}
		if plural && !m.count.set() {
			m.count = quantity{vague: true}
		}
		if n.rel == noRel && n.ordinal == 0 && !n.recent && !n.future {
			return p.countedUnit(m, n, h, j)
		}
		m.sense = span
		if n.rel == relThat {
			start = n.countAt
		}
		return m, start, p.orSo(next, &m)
	}
	if n.ordinal > 0 {
		return p.ordinalUnit(m, n, h)
	}
	if plural {
		switch {
		case n.recent:
			m.sense, m.count = span, quantity{vague: true}
			if n.start > 0 && n.the {
				start++
			}
			if p.is(next, "and") && p.at(next+1).class&cUnit != 0 && p.at(next+1).class&cPlural != 0 {
				next += 2
			}
		case n.future || n.rel == relNext || n.rel == relFollowing && p.is(h-1, "coming"):
			m.sense, m.count.tenths = reference, futureRef
		case n.rel == relPast || n.rel == relPrevious:
			m.sense, m.count.tenths = reference, pastRef
		case n.rel == relLast && !n.the, n.rel == relThat, n.rel == relThis:
			return m, none, none
		default:
			m.sense, m.count = span, quantity{vague: true}
		}
		if p.is(h-1, "these") && u == day {
			m.sense, m.count.tenths = reference, presentRef
		}
		return m, start, next
	}
	switch n.rel {
	case noRel:
		return p.bareUnit(m, n, h)
	case relLast, relPast:
		if (n.the || p.is(n.start-1, "the")) && p.is(next, "of") && u >= day {
			return p.lastOf(m, n, h)
		}
		m.sense, m.count, m.back, m.grain = deictic, exactly(1), true, u
		if n.rel == relPast && u != year && u != week && u != weekend && u != month || u < day || (u == decade || u == century) && n.rel == relPast {
			m.sense = span
		}
		if n.rel == relPast && p.is(n.start, "this") {
			m.sense = deictic
		}
	case relThis:
		m.sense, m.count = deictic, exactly(0)
		if u < day {
			return m, none, none
		}
		if u == day && p.is(h-1, "this") && !p.is(n.start, "this") {
			return m, none, none
		}
	case relNext:
		m.sense, m.count = deictic, exactly(1)
		if u == weekend && !p.is(h-1, "next") { // this coming weekend
			m.count = exactly(0)
		}
		if u < day {
			m.sense = span
		}
	case relThat:
		m.sense, m.count = anaphoric, exactly(0)
		if u < day || u == day && !n.the && p.is(n.start, "same") {
			return m, none, none
		}
	case relPrevious:
		m.sense, m.count, m.back = anaphoric, exactly(1), true
	case relFollowing:
		m.sense, m.count = anaphoric, exactly(1)
		if u < day {
			m.sense = span
		}
	}
	m.fiscal = n.fiscal
	if m.sense == deictic || m.sense == anaphoric {
		if u == day {
			m2, k := p.clockAfter(m, next)
			if k > next && m2.sense == m.sense {
				return m2, start, k
			}
		}
	}
	return m, start, p.orSo(next, &m)
}

// orSo reads "or so", "or more", "or longer" after a length of time.
func (p *parser) orSo(i int, m *meaning) int {
	if !p.is(i, "or") {
		return i
	}
	switch {
	case p.is(i+1, "so"):
		m.mod = Approx
		return i + 2
	case p.is(i+1, "more") || p.is(i+1, "longer"):
		m.mod = EqualOrMore
		return i + 2
	case p.is(i+1, "less"):
		m.mod = EqualOrLess
		return i + 2
	case p.is(i+1, "two") && m.count.tenths == 10:
		m.mod = EqualOrMore
		return i + 2
	}
	return i
}

// countedUnit reads what follows a count and its unit: ago, earlier, from now.
func (p *parser) countedUnit(m meaning, n noun, h, j int) (meaning, int, int) {
	none := n.start
	if n.a && p.mark(n.start-1, '-') && p.at(n.start).glued { // once-a-decade
		return m, none, none
	}
	u, plural := m.unit, p.at(h).class&cPlural != 0
	start := n.start
	k := p.orSo(j, &m)
	andHalf := p.is(k, "and") && p.is(k+1, "a") && p.is(k+2, "half") && m.count.tenths == 10
	if andHalf {
		m.count.tenths, k = 15, k+3
	} else {
		k = p.remainder(k, &m)
	}
	hyphen := p.mark(k, '-') && p.at(k).glued
	post := k
	if hyphen {
		post++
	}
	adjectival := !andHalf && !plural && m.count.set() && m.count.tenths != 10 && !m.count.vague || n.hyphen && !n.a || n.a && n.hyphen
	vague := m.count.vague && !n.count.set()
	switch {
	case p.is(post, "ago"):
		m.sense, m.back = deictic, true
		if p.is(post+1, "today") && u > day && m.count.whole() {
			m.grain = day
			return m, start, post + 2
		}
		if n.a && u == year && !hyphen && m.count.tenths == 10 {
			m.sense = yearBefore
		}
		if vague && u != day {
			m.sense = span
			if u == year || u == decade || u == century {
				m.sense = reference
				m.count.tenths = pastRef
			}
		}
		return m, start, post + 1
	case vague || m.count.vague:
		if p.is(post, "later") || p.is(post, "earlier") { // a few days later
			m.sense = span
			return m, start, post + 1
		}
	case p.is(post, "earlier") || p.is(post, "before") && (p.at(post+1).kind != word && !hyphen) && p.at(post+1).kind != number || p.is(post, "previously"):
		m.sense, m.back = anaphoric, true
		if n.a && u == year {
			m.sense = yearBefore
		}
		return m, start, post + 1
	case p.is(post, "later") || p.is(post, "afterward") || p.is(post, "afterwards"):
		m.sense = anaphoric
		return m, start, post + 1
	case p.is(k, "from") && (p.is(k+1, "now") || p.is(k+1, "today")), p.is(k, "hence"):
		m.sense = deictic
		if p.is(k, "hence") {
			return m, start, k + 1
		}
		return m, start, k + 2
	case p.is(k, "from") && (p.is(k+1, "tomorrow") || p.is(k+1, "yesterday")) && u >= day:
		m.sense = deictic
		return m, start, k + 2
	}
	next := k
	if hyphen && p.is(post, "long") {
		next = post + 1
		if n.a {
			start = h
		}
	}
	m.sense = span
	if vague && !n.the {
		// Years, months: only where they measure.
		b := p.at(n.start - 1)
		if p.is(next, "of") && !p.is(n.start-1, "for") || u < day && !p.is(next-1, "long") {
			return m, none, none
		}
		if !(next > k) && !p.is(n.start-1, "for") && !p.is(n.start-1, "in") && !p.is(n.start-1, "within") && !p.is(n.start-1, "after") && !(p.is(n.start-1, "of") && u != day) && !(b.class&cApprox != 0) {
			return m, none, none
		}
		if p.is(next, "and") || p.is(next, "or") {
			if x := p.at(next + 1); x.class&cUnit != 0 && x.class&cPlural != 0 {
				next += 2
			}
		}
		return m, start, next
	}
	if n.the && vague {
		if p.is(h-1, "the") {
			if p.is(next, "ahead") || p.is(next, "to") && p.is(next+1, "come") {
				if p.is(next, "to") {
					next++
				}
				return m, start, next + 1
			}
			return m, none, none
		}
	}
	if p.rate(n, m, next) {
		m.sense = recurring
		m.count = exactly(1)
		return m, start, next
	}
	if adjectival {
		if n.a || n.the {
			start = n.countAt
			if n.a && !n.count.set() {
				start = h
			}
			if n.count.set() && n.countAt == n.start {
				start = n.start
			}
		}
		if p.is(next, "period") {
			next++
			start = n.start
		}
		return m, start, next
	}
	if n.a && m.count.tenths == 10 && u == day && p.mark(j, '-') {
		return m, none, none
	}
	if p.is(h, "second") || u == weekend && n.a {
		return m, none, none
	}
	return m, start, next
}

// remainder reads the smaller unit of a length of time: the "and four months"
// of "three years and four months", the "20 minutes" of "1 hour 20 minutes".
func (p *parser) remainder(i int, m *meaning) int {
	j := i
	if p.mark(j, ',') {
		j++
	}
	if p.is(j, "and") {
		j++
	} else if j > i {
		return i
	}
	if t := p.at(j); t.kind != number && t.class&cCardinal == 0 || !m.count.whole() {
		return i
	}
	q, k := p.quantity(j)
	t := p.at(k)
	if k == j || !q.whole() || t.class&cUnit == 0 || unit(t.val) >= m.unit || !compounds(m.unit) || !compounds(unit(t.val)) || p.is(k+1, "old") || p.mark(k+1, '-') {
		return i
	}
	m.rest, m.restUnit = q, unit(t.val)
	return k + 1
}

// compounds reports whether lengths of time are put together from the unit.
func compounds(u unit) bool {
	return u == year || u == month || u == week || u == day || u == hour || u == minute || u == second
}

// rate reports whether "a year" is a rate: $3 a year, twice a week.
func (p *parser) rate(n noun, m meaning, next int) bool {
	if !n.a || n.edge != NoMod || n.another || p.at(n.start).title {
		return false
	}
	b := p.at(n.start - 1)
	if b.kind == number {
		return true
	}
	if b.kind != word {
		return b.mark == '%'
	}
	switch {
	case p.is(n.start-1, "once"), p.is(n.start-1, "twice"), p.is(n.start-1, "times"), p.is(n.start-1, "million"), p.is(n.start-1, "billion"),
		p.is(n.start-1, "percent"), p.is(n.start-1, "cents"), p.is(n.start-1, "dollars"), p.is(n.start-1, "hours"), p.is(n.start-1, "days"), p.is(n.start-1, "share"),
		p.is(n.start-1, "thousand"), p.is(n.start-1, "barrels"), p.is(n.start-1, "people"), p.is(n.start-1, "tons"), p.is(n.start-1, "units"):
		return true
	}
	return false
}

// ordinalUnit reads "the first day", "the fourth week": periods of something
// that is named elsewhere.
func (p *parser) ordinalUnit(m meaning, n noun, h int) (meaning, int, int) {
	none := n.start
	u := m.unit
	j := h + 1
	if p.at(h).class&cPlural != 0 {
		return m, none, none
	}
	if (u == week || u == day) && (p.is(j, "of") || p.is(j, "in")) {
		if d, k := p.monthDay(j + 1); k > j+1 && d.point.grain == month {
			if u == day && n.ordinal <= 31 {
				d.point.grain, d.point.day = day, n.ordinal
				return d, n.start, k
			}
			d.mod = [...]Mod{Start, Start, Mid, End, End, End}[min(n.ordinal, 5)]
			return d, n.start, k
		}
	}
	return m, none, none
}

// lastOf reads "the last week of September", "the last day of 2019": what it is
// the last of is a period of the calendar, or nothing that can be dated.
func (p *parser) lastOf(m meaning, n noun, h int) (meaning, int, int) {
	d, k := p.period(h + 2)
	if k == h+2 || d.sense != calendar && d.sense != deictic || d.point.grain == day {
		return m, n.start, n.start
	}
	d.mod = End
	if m.unit == day && d.sense == calendar && d.point.grain == month {
		d.point.grain, d.point.day, d.mod = day, 31, NoMod
	}
	return d, n.start, k
}

// bareUnit reads a unit with at most an article: "the year", "the weekend",
// "fiscal year".
func (p *parser) bareUnit(m meaning, n noun, h int) (meaning, int, int) {
	none := n.start
	u, j := m.unit, h+1
	m.fiscal = n.fiscal
	switch {
	case n.fiscal && u == year:
		m.sense, m.count = deictic, exactly(0)
		if p.is(j, "ended") || p.is(j, "ending") {
			m.sense, m.count = span, exactly(1)
			return m, n.start, j
		}
		if n.year > 0 {
			return meaning{sense: calendar, point: point{grain: year, year: n.year}, fiscal: true}, n.start, j
		}
		if y, k := p.yearFigure(j); k > j {
			return meaning{sense: calendar, point: point{grain: year, year: y}, fiscal: true}, n.start, k
		}
		if n.the {
			return m, n.start, j
		}
		return m, n.start, j
	case u == year && p.mark(j, '-') && p.is(j+1, "end"), u == year && p.is(j, "end") && !n.the:
		m := meaning{sense: calendar, point: point{grain: day, num: 12, day: 31}}
		k := j + 1
		if p.mark(j, '-') {
			k++
		}
		return m, n.start, p.year(k, &m)
	case u == year && p.possessive(j) && p.is(j+2, "end") && !n.the:
		m.sense, m.count, m.mod = deictic, exactly(0), End
		return m, n.start, j + 3
	case u == year && p.mark(j, '-') && (p.is(j+1, "earlier") || p.is(j+1, "ago")):
		m.sense = yearBefore
		return m, h, j + 2
	case p.mark(j, '-') && p.is(j+1, "long") && p.at(j).glued:
		m.sense, m.count = span, exactly(1)
		return m, h, j + 2
	case !n.the && n.whole && u == year:
		m.sense, m.count = deictic, exactly(0)
		return m, n.start, j
	case !n.the && !n.latest:
		return m, none, none
	case n.the && p.is(j, "before") && p.is(j+1, "last") && u >= day && p.at(j+2).class&(cWeekday|cMonth|cUnit|cSeason) == 0:
		m.sense, m.count, m.back = deictic, exactly(2), true
		return m, n.start, j + 2
	case n.the && p.is(j, "after") && p.is(j+1, "next") && u >= day && p.at(j+2).class&(cWeekday|cMonth|cUnit|cSeason) == 0:
		m.sense, m.count = deictic, exactly(2)
		return m, n.start, j + 2
	case u == weekend && n.the:
		m.sense, m.unit = samePeriod, weekend
		return m, n.start, j
	case n.whole && u == year, n.latest:
		m.sense, m.count = deictic, exactly(0)
		if n.latest && u != year && u != week && u != month {
			return m, none, none
		}
		return m, n.start, j
	case u == year:
		if y, k := p.yearWords(j); k > j {
			return meaning{sense: calendar, point: point{grain: year, year: y}}, n.start, k
		}
		if y, k := p.yearFigure(j); k > j {
			return meaning{sense: calendar, point: point{grain: year, year: y}}, n.start, k
		}
		if p.is(h+1, "before") && p.at(h+2).kind != word {
			m.sense, m.count, m.back = anaphoric, exactly(1), true
			return m, n.start, j + 1
		}
		if n.start > 0 && p.is(n.start-1, "for") || p.is(j, "ended") || p.is(j, "ending") {
			m.sense, m.count = span, exactly(1)
			return m, n.start, j
		}
		if p.is(n.start-1, "of") || p.is(n.start-1, "in") || p.is(n.start-1, "during") {
			if p.is(j, "of") {
				return m, none, none
			}
			m.sense, m.count, m.rel = deictic, exactly(0), relThat
			return m, n.start, j
		}
		return m, none, none
	case u == week && (p.is(j, "of") || p.is(j, "ending") || p.is(j, "ended")):
		k := j + 1
		if d, l := p.plainDay(k); l > k && d.point.grain == day {
			if p.is(j, "of") {
				d.grain = week
				return d, n.start, l
			}
		}
		m.sense, m.count = span, exactly(1)
		if p.is(j, "of") {
			return m, none, none
		}
		return m, n.start, j
	case (u == week || u == month || u == day) && (p.is(j, "before") || p.is(j, "after")) && p.at(j+1).kind != word && p.at(j+1).kind != number:
		m.sense, m.count, m.back = anaphoric, exactly(1), p.is(j, "before")
		return m, n.start, j + 1
	case u == day && p.at(h).title && p.at(j).title: // the title of a work
		return m, none, none
	case u == day && (p.is(j, "before") || p.is(j, "after")):
		if d, k := p.plainDay(j + 1); k > j+1 && d.point.grain == day && d.sense == deictic {
			if d.back {
				d.count.tenths = -d.count.tenths
			}
			if p.is(j, "before") {
				d.count.tenths -= 10
			} else {
				d.count.tenths += 10
			}
			d.back = d.count.tenths < 0
			d.count.tenths = abs(d.count.tenths)
			return d, n.start, k
		}
		return m, none, none
	case u == week || u == month:
		if p.is(n.start-1, "of") || p.is(n.start-1, "for") || p.is(n.start-1, "in") || p.is(n.start-1, "during") {
			m.sense, m.count = deictic, exactly(0)
			return m, n.start, j
		}
		return m, none, none
	}
	return m, none, none
}

// quarterHead reads "the third quarter of 1989", "fiscal second-quarter", "the
// year-ago quarter", "the quarter".
func (p *parser) quarterHead(n noun, h int) (m meaning, start, next int) {
	start, next = n.start, h+1
	m = meaning{sense: calendar, point: point{grain: quarter, num: n.ordinal, year: n.year}, yearRel: n.yearRel, mod: n.edge, fiscal: n.fiscal}
	if n.ordinal > 4 {
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
			d.mod = [...]Mod{1: Start, 2: End}[m.point.num]
			return d, start, l
		}
		if p.is(next+1, "the") && p.is(next+2, "year") {
			return m, start, next + 3
		}
		return m, n.start, n.start
	}
	// Halves of football matches are halves too; those of companies stand in
	// company.
	if p.paper(h) {
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
		for _, w := range [...]string{"profit", "profits", "sales", "earnings", "revenue", "net", "loss", "losses", "growth", "results", "income", "gdp", "economy", "exports", "dividend"} {
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
	prep := p.at(n.start-1).class&cPrep != 0
	switch {
	case n.rel != noRel && n.rel != relThat || n.rel == relThat && !fall, n.year > 0, n.yearRel != noRel, n.edge != NoMod && (!fall || prep):
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
		if n.edge != NoMod {
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
		if d, k := p.dayAfter(next); k > next && n.edge != NoMod && d.sense == deictic { // mid-afternoon yesterday
			d.point.clock, d.mod = m.point.clock, n.edge
			return d, start, k
		}
		if n.a || n.count.set() || n.ordinal > 0 || t.title {
			return m, n.start, n.start
		}
		if n.edge != NoMod || n.the && (p.is(n.start-1, "in") || p.is(n.start-1, "during") || p.is(n.start-1, "by")) {
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
	if n.a && n.rel == noRel && n.edge == NoMod && p.isolated(h) {
		return m, n.start, n.start
	}
	if n.ordinal > 0 && p.is(j, "of") && p.at(j+1).class&cEvery != 0 && p.is(j+2, "month") {
		return meaning{sense: recurring, unit: month, count: exactly(1)}, n.start, j + 3
	}
	if n.ordinal > 0 && (p.is(j, "of") || p.is(j, "in")) {
		if d, k := p.monthDay(j + 1); k > j+1 && d.point.grain == month {
			d.point.grain, d.point.day, d.weekday = day, -n.ordinal, w
			return d, n.start, k
		}
	}
	if n.ordinal == 0 && n.rel == relLast && n.the && (p.is(j, "of") || p.is(j, "in")) {
		if d, k := p.monthDay(j + 1); k > j+1 && d.point.grain == month {
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
	if n.edge != NoMod {
		m.mod = n.edge
	}
	start = n.start
	if n.rel == noRel && n.edge == NoMod {
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
	if n.edge != NoMod {
		m.mod = n.edge
	}
	if n.rel == noRel && n.edge == NoMod {
		start = h
	}
	if n.the && n.rel != relFollowing && n.rel != relPrevious && n.edge == NoMod && n.rel != relThat {
		start = h
	}
	if n.the && n.edge != NoMod && p.mark(h-1, '-') {
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
		if n.edge == NoMod && !n.fiscal || n.the && n.edge == NoMod {
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
