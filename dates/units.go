package dates

// This file reads lengths of time and periods: phrases whose head is a unit.

// unitHead reads a phrase whose head, token h, is a unit or "period".
func (p *parser) unitHead(n noun, h int) (m meaning, start, next int) {
	t := p.at(h)
	u := unit(t.val)
	plural := t.class&cPlural != 0
	none := n.start
	if t.class&cShort != 0 && !n.count.set() {
		return m, none, none
	}
	if u == half {
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
	if u == minute && n.rel == relLast && !plural || p.is(n.start, "many") && p.is(n.start-1, "as") { // at the last minute; the third in as many years
		return m, none, none
	}
	if y := n.count.tenths / 10; u == year && !plural && n.the && !n.hyphen && p.at(h-1).kind == number && p.at(h-1).digits() == 4 && y < maxFigure { // the 1996 year
		return meaning{sense: calendar, point: point{grain: year, year: y}}, n.start, j
	}
	if t.title && n.count.set() && h > n.start && p.at(h-1).kind == number || u < day && plural && n.edge != ModNone {
		return m, none, none
	}
	if n.fiscal && n.a || p.is(h-1, "calendar") && n.a || n.a && n.ordinal > 0 && !n.count.set() && u != quarter && u != century { // for a third day
		return m, none, none
	}
	if t.title && h > n.start && p.at(n.start).title && !p.at(n.start).paragraph && n.rel != noRel && !p.sentenceStart(n.start) || (n.hyphen || p.mark(j, '-') && p.at(j).glued) && u < day && n.rel != noRel && !n.count.set() {
		return m, none, none
	}
	if u == quarter && plural && n.count == exactly(2) && (n.ordinal == 1 || n.rel == relLast) {
		m = meaning{sense: calendar, point: point{grain: half, num: 1}}
		if n.rel == relLast {
			m.point.num = 2
		}
		if k := p.year(j, &m); k > j { // the first two quarters of 2020
			return m, n.start, k
		}
	}
	if u == quarter && (!plural || n.ordinal > 0 && n.rel == noRel) && !n.count.set() {
		return p.quarterHead(n, h)
	}
	m = meaning{unit: u, count: n.count, mod: n.mod}
	start, next = n.start, j
	if n.edge != ModNone {
		m.mod = n.edge
	}
	if n.upTo.set() {
		m.mod = ModEqualOrMore
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
		if n.ordinal > maxYear/100 {
			return m, none, none
		}
		m = meaning{sense: calendar, point: point{grain: century, year: n.ordinal}, mod: n.edge}
		m.point.before, next = p.eraName(next)
		if n.a && n.edge == ModNone {
			start = n.ordAt
		}
		return m, start, next
	}

	if plural && n.edge != ModNone && !n.count.set() {
		if n.edge != ModStart || u < week || !n.the && !p.any(n.start-1, "his", "her", "its", "their", "our", "my") { // the late nights
			return m, none, none
		}
		m.sense, m.count = span, quantity{vague: true} // the early years
		return m, start, next
	}

	// Counted, or as good as counted: how far from where?
	if n.count.set() || n.a || n.another || plural && n.rel == noRel && n.ordinal == 0 && !n.recent && !n.future {
		if n.another && !n.count.set() && (u == day || plural) {
			return m, none, none
		}
		if (n.a || n.another) && !n.count.set() && !plural {
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
		if plural && n.ordinal == 1 && u > second && p.any(next, "of", "after", "in") { // in the first hours of the war
			m.sense, m.count = span, quantity{vague: true}
			return m, start, next
		}
		return p.ordinalUnit(m, n, h)
	}
	if plural {
		switch {
		case n.recent:
			m.sense, m.count = span, quantity{vague: true}
			if n.start > 0 && n.the {
				start++
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
		if a := p.at(next + 1); p.is(next, "and") && a.class&cUnit != 0 && a.class&cPlural != 0 { // recent weeks and months
			next += 2
		}
		if p.is(h-1, "these") && u == day {
			m.sense, m.count.tenths = reference, presentRef
		}
		return m, start, next
	}
	if n.the && u >= day && p.is(n.start-1, "for") && (n.rel == relFollowing && p.is(h-1, "next") || n.rel == relLast || n.rel == relPast) && !p.is(next, "of") {
		m.sense, m.count = span, exactly(1)
		return m, start, p.orSo(next, &m)
	}
	switch n.rel {
	case noRel:
		return p.bareUnit(m, n, h)
	case relLast, relPast:
		if (n.the || p.is(n.start-1, "the")) && p.is(next, "of") && u >= day {
			return p.lastOf(m, n, h)
		}
		if u == day && n.rel == relLast { // the last day
			if p.is(next, "of") || p.is(next, "in") {
				if d, start, k := p.lastOf(m, n, h); k > next {
					return d, start, k
				}
			}
			if !n.the {
				return m, none, none
			}
			m.sense, m.count = span, exactly(1)
			return m, start, next
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
		if u == day {
			m.rel = relThat // of a story: this day
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
		if d, k := p.sameMonth(h, m); k > h {
			return d, start, k
		}
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
		if b := n.start - 1; p.is(h-1, "next") && u > day && (p.is(b, "over") || p.is(b, "in") || p.is(b, "within") || p.is(b, "during")) {
			m.rel = relNext // most often from now on
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

// sameMonth reads "the same month last year" and "the same month a year earlier", whose month
// is token h.
func (p *parser) sameMonth(h int, m meaning) (meaning, int) {
	if m.unit != month || !p.is(h-1, "same") {
		return m, h
	}
	next := h + 3
	switch {
	case p.is(h+1, "last") && p.is(h+2, "year"):
	case p.is(h+1, "of") && p.is(h+2, "last") && p.is(h+3, "year"):
		next++
	case p.is(h+1, "a") && p.is(h+2, "year") && p.any(h+3, "ago", "earlier", "before"):
		next++
	default:
		return m, h
	}
	m.sense, m.grain = yearBefore, month
	return m, next
}

// orSo reads "or so", "or more", "or longer" after a length of time.
func (p *parser) orSo(i int, m *meaning) int { return p.amend(grpOrSo, i, m) }

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
	if d, l := p.weeksAgo(m, post); l > post {
		return d, start, l
	}
	switch {
	case (p.is(post, "later") || p.is(post, "earlier")) && p.is(post+1, "than"): // a week later than planned
	case p.is(post, "ago"):
		m.sense, m.back = deictic, true
		if n.upTo.vague { // 28 to 2 million years ago
			m.count = n.upTo
			vague = true
		}
		if n.upTo.set() { // three or four years ago
			m.mod = ModApprox
		}
		if n := m.count.tenths / 10; u == hour && m.count.whole() && n%24 == 0 { // 48 hours ago
			m.unit, m.count = day, exactly(n/24)
		}
		if p.is(post+1, "today") && u > day && m.count.whole() {
			m.grain = day
			return m, start, post + 2
		}
		if p.is(post+1, "this") && p.any(post+2, "month", "week") && u >= year && m.count.whole() { // 50 years ago this month
			m.grain = unit(p.at(post + 2).val)
			return m, start, post + 3
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
	if d, l := p.weeksFrom(m, n, k); l > k {
		return d, start, l
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
		if next = p.plainPlural(m.unit, n.start-1, k, next); next == 0 {
			return m, none, none
		}
		return m, start, next
	}
	if vague && p.is(h-1, "the") {
		return p.thePlural(m, n, h, next)
	}
	if n.start < h && p.is(n.start, "one") && u == day && p.sentenceStart(n.start) && (p.mark(next, ',') || p.at(next).class&cSubject != 0) { // One day, he met a fox
		return m, none, none
	}
	if n.a && u == day && !n.count.set() && p.any(next, "trip", "match", "game", "nursery", "job") { // a day trip, a day job
		return m, none, none
	}
	if p.rate(n, m, next) {
		m.sense = recurring
		m.count = exactly(1)
		return m, p.howOften(start), next
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

// plainPlural reads years, months and the like without a number or an article where they
// measure: for years, after months of talks, weeks before the vote. The unit stands between
// tokens i and k, and next is behind what goes with it; 0 is for no length of time.
func (p *parser) plainPlural(u unit, i, k, next int) int {
	spent, beside := p.spends(i), p.beside(i, next) && u > second
	switch {
	case p.is(next, "of") && !p.is(i, "for") && !spent && !p.after(i),
		u < day && !p.is(next-1, "long") && !beside && !p.is(i, "within") && !p.forHours(i, next),
		next == k && !beside && !spent && !p.any(i, "for", "in") && !p.after(i) && !(p.is(i, "of") && u != day && !p.is(i-1, "matter")) && p.at(i).class&cApprox == 0:
		return 0
	}
	if x := p.at(next + 1); p.any(next, "and", "or") && x.class&cUnit != 0 && x.class&cPlural != 0 {
		next += 2
	}
	return next
}

// forHours reports whether the hours or minutes up to token next are how long something
// took, by the "for" at token i, and not what was paid for.
func (p *parser) forHours(i, next int) bool {
	return p.is(i, "for") && !p.is(next, "of") && p.at(next).class&cSubject == 0 && !p.any(i-1, "website", "demand", "paid", "pay", "charged")
}

// thePlural reads "the years ahead", "over the years" and, without the article, "in the
// weeks before the vote"; token h is the unit.
func (p *parser) thePlural(m meaning, n noun, h, next int) (meaning, int, int) {
	switch {
	case p.is(next, "ahead"):
		return m, n.start, next + 1
	case p.is(next, "to") && p.is(next+1, "come"):
		return m, n.start, next + 2
	case p.is(n.start-1, "over") && !p.is(next, "of") && p.at(next).kind != number: // changed over the years
		return m, n.start, next
	case m.unit > hour && p.any(next, "before", "after", "since", "leading", "following", "preceding") && p.at(next+1).kind == word, p.is(next, "that") && p.any(next+1, "follow", "followed"):
		return m, h, next
	}
	return m, n.start, n.start
}

// beside reports whether a bare plural, with token i before and token next behind it, is
// the time between two events: died weeks before the vote. With an article it is a time
// that only the event dates.
func (p *parser) beside(i, next int) bool {
	return p.any(next, "before", "after", "into") && p.at(next+1).kind == word &&
		p.at(i).class&(cArticle|cAdjective|cOrdinal|cEdge|cLast|cNext|cThis|cThat|cConj) == 0 && !p.any(i, "of", "final")
}

// after reports whether the preposition at token i makes a length of time of the plural
// behind it: after months of talks.
func (p *parser) after(i int) bool {
	return p.any(i, "after", "within", "despite", "amid", "following", "through") || p.any(i, "by", "with") && p.is(i+2, "of") || p.is(i, "to") && p.any(i-1, "due", "owing", "thanks")
}

// spends reports whether the word at token i is a verb of what takes time.
func (p *parser) spends(i int) bool {
	return p.any(i, "take", "takes", "took", "taken", "lasts", "lasted", "spent", "follows", "followed", "end", "ends", "ended", "ending")
}

// weeksFrom reads the day from which weeks are counted: "a week from Tuesday",
// "a week on Saturday".
func (p *parser) weeksFrom(m meaning, n noun, i int) (meaning, int) {
	weeks := m.weeks()
	if weeks == 0 || p.is(n.start-1, "for") || !p.is(i, "from") && !(p.is(i, "on") && n.a) {
		return m, i
	}
	w, j := p.weekdayName(i + 1)
	if j == i+1 || p.at(i+1).class&cPlural != 0 {
		return m, i
	}
	return meaning{sense: calendar, weekday: w, rel: relNext, count: exactly(weeks), point: point{grain: day}}, j
}

// weeksAgo reads the day of the week from which they are counted back: "two weeks ago
// Friday".
func (p *parser) weeksAgo(m meaning, i int) (meaning, int) {
	weeks := m.weeks()
	if weeks == 0 || !p.is(i, "ago") {
		return m, i
	}
	j := i + 1
	if p.is(j, "last") {
		j++
	}
	w, k := p.weekdayName(j)
	if k == j || p.at(j).class&cPlural != 0 || p.possessive(k) {
		return m, i
	}
	return meaning{sense: calendar, weekday: w, rel: relLast, count: exactly(weeks), point: point{grain: day}}, k
}

// weeks is how many whole weeks m counts, or 0.
func (m meaning) weeks() int {
	switch {
	case !m.count.whole():
	case m.unit == week:
		return m.count.tenths / 10
	case m.unit == fortnight:
		return m.count.tenths / 5
	}
	return 0
}

// remainder reads the smaller units of a length of time: the "and four months" of
// "three years and four months", the "20 minutes" of "1 hour 20 minutes"; after a comma
// there are two.
func (p *parser) remainder(i int, m *meaning) int {
	if !m.count.whole() {
		return i
	}
	if p.mark(i, ',') {
		first, j := p.smaller(i+1, m.unit)
		if p.mark(j, ',') && p.is(j+1, "and") {
			j++
		}
		if j == i+1 || !p.is(j, "and") {
			return i
		}
		second, k := p.smaller(j, first.unit)
		if k == j {
			return i
		}
		m.rest = [2]part{first, second}
		return k
	}
	first, j := p.smaller(i, m.unit)
	if j == i {
		return i
	}
	second, k := p.smaller(j, first.unit)
	m.rest = [2]part{first, second}
	return k
}

// smaller reads a count of a unit smaller than u, perhaps behind "and".
func (p *parser) smaller(i int, u unit) (part, int) {
	j := i
	if p.is(j, "and") {
		j++
	}
	if t := p.at(j); t.kind != number && t.class&cCardinal == 0 {
		return part{}, i
	}
	q, k := p.quantity(j)
	t := p.at(k)
	if k == j || !q.whole() || t.class&cUnit == 0 || unit(t.val) >= u || !compounds(u) || !compounds(unit(t.val)) || p.is(k+1, "old") || p.mark(k+1, '-') {
		return part{}, i
	}
	return part{int32(q.tenths / 10), unit(t.val)}, k + 1
}

// compounds reports whether lengths of time are put together from the unit.
func compounds(u unit) bool {
	return u == year || u == month || u == week || u == day || u == hour || u == minute || u == second
}

// rate reports whether "a year" is a rate: $3 a year, twice a week.
func (p *parser) rate(n noun, m meaning, next int) bool {
	if !n.a || n.edge != ModNone || n.another || p.at(n.start).title {
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
	case p.is(n.start-1, "once") && !p.lower(n.start-1) && !p.mark(next, ','): // Once a week passes
		return false
	case p.is(n.start-1, "once"), p.is(n.start-1, "twice"), p.is(n.start-1, "times"), p.is(n.start-1, "million"), p.is(n.start-1, "billion"),
		p.is(n.start-1, "percent"), p.is(n.start-1, "cents"), p.is(n.start-1, "dollars"), p.is(n.start-1, "hours"), p.is(n.start-1, "days"), p.is(n.start-1, "share"),
		p.is(n.start-1, "thousand"), p.is(n.start-1, "barrels"), p.is(n.start-1, "people"), p.is(n.start-1, "tons"), p.is(n.start-1, "units"):
		return true
	}
	if p.plural(n.start-1) && p.lower(n.start-1) { // 300 tickets a week
		for j := n.start - 2; j >= n.start-4; j-- {
			if t := p.at(j); t.kind == number || t.class&(cCardinal|cVague) != 0 {
				return true
			}
		}
	}
	return false
}

// howOften returns where the rate at token i starts: the "twice" of "twice a week", the
// "three times" of "three times a day".
func (p *parser) howOften(i int) int {
	switch {
	case p.any(i-1, "once", "twice"):
		return i - 1
	case p.is(i-1, "times") && p.any(i-3, "a") && p.any(i-2, "few", "dozen"):
		return i - 3
	case p.is(i-1, "times") && (p.at(i-2).kind == number || p.at(i-2).class&(cCardinal|cVague) != 0) && !p.at(i-2).glued && !p.is(i-2, "couple"):
		return i - 2
	}
	return i
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
	if u == week && n.ordinal <= 53 {
		d := meaning{sense: calendar, point: point{grain: week, num: n.ordinal}}
		if k := p.year(j, &d); k > j && !p.is(k, "season") && (n.ordinal <= 52 || d.point.year != 0 && n.ordinal <= weeksIn(d.point.year)) { // the first week of 2015
			return d, n.start, k
		}
	}
	if u == day && n.ordinal == 1 {
		d := meaning{sense: calendar, point: point{grain: day, num: 1, day: 1}}
		if k := p.year(j, &d); k > j && !p.is(k, "season") {
			return d, n.start, k
		}
	}
	if (u == week || u == day) && (p.is(j, "of") || p.is(j, "in")) {
		if d, k := p.monthDay(j + 1); k > j+1 && d.point.grain == month {
			if u == day && n.ordinal <= 31 {
				d.point.grain, d.point.day = day, n.ordinal
				return d, n.start, k
			}
			d.mod = [...]Mod{ModStart, ModStart, ModMid, ModEnd, ModEnd, ModEnd}[min(n.ordinal, 5)]
			return d, n.start, k
		}
	}
	return m, none, none
}

// lastOf reads "the last week of September", "the last day of 2019": what it is
// the last of is a period of the calendar, or nothing that can be dated.
func (p *parser) lastOf(m meaning, n noun, h int) (meaning, int, int) {
	if y := (meaning{sense: calendar, point: point{grain: day, num: 12, day: 31}}); m.unit == day {
		if k := p.year(h+1, &y); k > h+1 && !p.is(k, "season") { // the last day of 2019
			return y, n.start, k
		}
	}
	d, k := p.period(h + 2)
	if k == h+2 || d.sense != calendar && d.sense != deictic || d.point.grain == day {
		return m, n.start, n.start
	}
	d.mod = ModEnd
	if m.unit == day && d.sense == calendar && d.point.grain == month {
		d.point.grain, d.point.day, d.mod = day, 31, ModNone
	}
	return d, n.start, k
}

// upTo reports whether a day or month follows up to which a period is counted: the year
// to September, the week through Nov. 21.
func (p *parser) upTo(i int) bool {
	if !p.is(i, "to") && !p.is(i, "through") {
		return false
	}
	if _, j := p.monthName(i + 1); j > i+1 {
		return true
	}
	d, j := p.plainDay(i + 1)
	return j > i+1 && d.point.grain == day
}

// namedDay reads a day or feast by name, if it is no name of an event: the day after
// Christmas, but not the day after Tuesday's vote.
func (p *parser) namedDay(i int) (m meaning, next int) {
	if p.at(i).class&cHoliday != 0 {
		m, next = p.holiday(i)
	}
	if next <= i {
		m, next = p.plainDay(i)
	}
	if next <= i || m.sense != calendar || m.point.grain != day || m.point.clock.set() || m.grain != noUnit || m.weekday > 0 && m.point.num == 0 && m.rel == noRel || p.at(next).kind == word && p.at(next).class == 0 && !p.at(next).title {
		return meaning{}, i
	}
	return m, next
}

// weekNumber reads "week 42 of 2021" and "calendar week 42". Other numbers of weeks
// count those of a season, or of a pregnancy.
func (p *parser) weekNumber(h int) (meaning, int) {
	t := p.at(h + 1)
	if !p.is(h, "week") || t.kind != number || t.digits() > 2 || t.val < 1 || t.val > 53 || !p.bare(h+1, h+2) {
		return meaning{}, h
	}
	m := meaning{sense: calendar, point: point{grain: week, num: t.val}}
	next := p.year(h+2, &m)
	switch {
	case m.point.year != 0 && (t.val > weeksIn(m.point.year) || p.is(next, "season")):
		return meaning{}, h
	case next == h+2 && (t.val == 53 || !p.is(h-1, "calendar") && !p.is(h-1, "iso") && !p.alone):
		return meaning{}, h
	}
	return m, next
}

// bareUnit reads a unit with at most an article: "the year", "the weekend",
// "fiscal year".
func (p *parser) bareUnit(m meaning, n noun, h int) (meaning, int, int) {
	none := n.start
	u, j := m.unit, h+1
	m.fiscal = n.fiscal
	if !n.fiscal && n.the && p.upTo(j) {
		m.sense, m.count = span, exactly(1)
		return m, n.start, j
	}
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
			end := p.doubleYear(k)
			return meaning{sense: calendar, point: point{grain: year, year: y}, fiscal: true, double: end > k}, n.start, end
		}
		if b := p.at(n.start - 1); b.kind == number && b.glued { // the 2019-20 financial year
			return m, none, none
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
		m.sense, m.count, m.mod = deictic, exactly(0), ModEnd
		return m, n.start, j + 3
	case u == year && p.mark(j, '-') && (p.is(j+1, "earlier") || p.is(j+1, "ago")):
		m.sense = yearBefore
		return m, h, j + 2
	case p.mark(j, '-') && p.is(j+1, "long") && p.at(j).glued:
		m.sense, m.count = span, exactly(1)
		if p.at(h).class&cPlural != 0 { // decades-long
			m.count = quantity{vague: true}
		}
		return m, h, j + 2
	case !n.the && n.whole && u == year:
		m.sense, m.count = deictic, exactly(0)
		return m, n.start, j
	case !n.the && !n.latest:
		if d, k := p.weekNumber(h); k > h {
			return d, n.start, k
		}
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
	case u == year && p.is(n.start-1, "of") && (p.any(n.start-2, "time", "times") || p.is(n.start-2, "days") && p.any(n.start-3, "other", "most", "all")):
		return m, none, none
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
		if p.is(j, "ended") || p.is(j, "ending") {
			m.sense, m.count = span, exactly(1)
			return m, n.start, j
		}
		if p.any(n.start-1, "for", "of", "in", "during") && !p.at(h).title { // but: Novel of the Year
			if p.is(j, "of") && p.at(j+1).kind == word {
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
		if d, k := p.namedDay(j + 1); k > j+1 {
			d.beside = 1
			if p.is(j, "before") {
				d.beside = -1
			}
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
