package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file reads lengths of time and periods: phrases whose head is a unit.

// unitHead reads a phrase whose head, token h, is a unit or "period".
func (p *parser) unitHead(n noun, h int) (m timex.Meaning, start, next int) {
	t := p.at(h)
	u := timex.Unit(t.val)
	plural := t.class&cPlural != 0
	none := n.start
	if t.class&cShort != 0 && !n.count.Set() {
		return m, none, none
	}
	if u == timex.Half {
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
	if u == timex.Quarter && (n.a && n.ordinal == 0 || n.count.Set()) && !p.is(j, "ago") && !p.is(j, "earlier") && (!plural || n.hyphen) || u == timex.Quarter && plural && p.is(j, "of") && (n.hyphen || n.count.Tenths == 30) && n.rel == timex.NoRel {
		return m, none, none
	}
	if u == timex.Minute && n.rel == timex.RelLast && !plural || p.is(n.start, "many") && p.is(n.start-1, "as") { // at the last minute; the third in as many years
		return m, none, none
	}
	if y := n.count.Tenths / 10; u == timex.Year && !plural && n.the && !n.hyphen && p.at(h-1).kind == number && p.at(h-1).digits() == 4 && y < maxFigure { // the 1996 year
		return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}}, n.start, j
	}
	if t.title && n.count.Set() && h > n.start && p.at(h-1).kind == number || u < timex.Day && plural && n.edge != timex.ModNone {
		return m, none, none
	}
	if n.fiscal && n.a || p.is(h-1, "calendar") && n.a || n.a && n.ordinal > 0 && !n.count.Set() && u != timex.Quarter && u != timex.Century { // for a third day
		return m, none, none
	}
	if t.title && h > n.start && p.at(n.start).title && !p.at(n.start).paragraph && n.rel != timex.NoRel && !p.sentenceStart(n.start) || (n.hyphen || p.mark(j, '-') && p.at(j).glued) && u < timex.Day && n.rel != timex.NoRel && !n.count.Set() {
		return m, none, none
	}
	if u == timex.Quarter && plural && n.count == timex.Exactly(2) && (n.ordinal == 1 || n.rel == timex.RelLast) {
		m = timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Half, Num: 1}}
		if n.rel == timex.RelLast {
			m.Point.Num = 2
		}
		if k := p.year(j, &m); k > j { // the first two quarters of 2020
			return m, n.start, k
		}
	}
	if u == timex.Quarter && (!plural || n.ordinal > 0 && n.rel == timex.NoRel) && !n.count.Set() {
		return p.quarterHead(n, h)
	}
	m = timex.Meaning{Unit: u, Count: n.count, Mod: n.mod}
	start, next = n.start, j
	if n.edge != timex.ModNone {
		m.Mod = n.edge
	}
	if n.upTo.Set() {
		m.Mod = timex.ModEqualOrMore
	}

	if u == timex.Weekend && plural && !n.count.Set() && (n.rel == timex.NoRel || n.rel == timex.RelEvery) && !n.the {
		m.Sense, m.Point = timex.Recurring, timex.Point{Grain: timex.Weekend}
		return m, h, next
	}
	if n.rel == timex.RelEvery {
		m.Sense = timex.Recurring
		if !m.Count.Set() {
			m.Count = timex.Exactly(1)
		}
		if n.ordinal > 1 {
			m.Count = timex.Exactly(n.ordinal)
		} else if p.is(h-1, "other") {
			m.Count = timex.Exactly(2)
		}
		return m, start, next
	}
	if n.yearAgo { // the year-earlier nine months
		if n.count.Set() {
			m.Sense = timex.Span
			return m, start, next
		}
		return m, none, none
	}
	if u == timex.Century && n.ordinal > 0 {
		if n.ordinal > timex.MaxYear/100 {
			return m, none, none
		}
		m = timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Century, Year: n.ordinal}, Mod: n.edge}
		m.Point.Before, next = p.eraName(next)
		if n.a && n.edge == timex.ModNone {
			start = n.ordAt
		}
		return m, start, next
	}

	if plural && n.edge != timex.ModNone && !n.count.Set() {
		if n.edge != timex.ModStart || u < timex.Week || !n.the && !p.any(n.start-1, "his", "her", "its", "their", "our", "my") { // the late nights
			return m, none, none
		}
		m.Sense, m.Count = timex.Span, timex.Quantity{Vague: true} // the early years
		return m, start, next
	}

	// Counted, or as good as counted: how far from where?
	if n.count.Set() || n.a || n.another || plural && n.rel == timex.NoRel && n.ordinal == 0 && !n.recent && !n.future {
		if n.another && !n.count.Set() && (u == timex.Day || plural) {
			return m, none, none
		}
		if (n.a || n.another) && !n.count.Set() && !plural {
			m.Count = timex.Exactly(1)
		}
		if plural && !m.Count.Set() {
			m.Count = timex.Quantity{Vague: true}
		}
		if n.rel == timex.NoRel && n.ordinal == 0 && !n.recent && !n.future {
			return p.countedUnit(m, n, h, j)
		}
		m.Sense = timex.Span
		if n.rel == timex.RelThat {
			start = n.countAt
		}
		return m, start, p.orSo(next, &m)
	}
	if n.ordinal > 0 {
		if plural && n.ordinal == 1 && u > timex.Second && p.any(next, "of", "after", "in") { // in the first hours of the war
			m.Sense, m.Count = timex.Span, timex.Quantity{Vague: true}
			return m, start, next
		}
		return p.ordinalUnit(m, n, h)
	}
	if plural {
		switch {
		case n.recent:
			m.Sense, m.Count = timex.Span, timex.Quantity{Vague: true}
			if n.start > 0 && n.the {
				start++
			}
		case n.future || n.rel == timex.RelNext || n.rel == timex.RelFollowing && p.is(h-1, "coming"):
			m.Sense, m.Count.Tenths = timex.Reference, timex.FutureRef
		case n.rel == timex.RelPast || n.rel == timex.RelPrevious:
			m.Sense, m.Count.Tenths = timex.Reference, timex.PastRef
		case n.rel == timex.RelLast && !n.the, n.rel == timex.RelThat, n.rel == timex.RelThis:
			return m, none, none
		default:
			m.Sense, m.Count = timex.Span, timex.Quantity{Vague: true}
		}
		if a := p.at(next + 1); p.is(next, "and") && a.class&cUnit != 0 && a.class&cPlural != 0 { // recent weeks and months
			next += 2
		}
		if p.is(h-1, "these") && u == timex.Day {
			m.Sense, m.Count.Tenths = timex.Reference, timex.PresentRef
		}
		return m, start, next
	}
	if n.the && u >= timex.Day && p.is(n.start-1, "for") && (n.rel == timex.RelFollowing && p.is(h-1, "next") || n.rel == timex.RelLast || n.rel == timex.RelPast) && !p.is(next, "of") {
		m.Sense, m.Count = timex.Span, timex.Exactly(1)
		return m, start, p.orSo(next, &m)
	}
	switch n.rel {
	case timex.NoRel:
		return p.bareUnit(m, n, h)
	case timex.RelLast, timex.RelPast:
		if (n.the || p.is(n.start-1, "the")) && p.is(next, "of") && u >= timex.Day {
			return p.lastOf(m, n, h)
		}
		if u == timex.Day && n.rel == timex.RelLast { // the last day
			if p.is(next, "of") || p.is(next, "in") {
				if d, start, k := p.lastOf(m, n, h); k > next {
					return d, start, k
				}
			}
			if !n.the {
				return m, none, none
			}
			m.Sense, m.Count = timex.Span, timex.Exactly(1)
			return m, start, next
		}
		m.Sense, m.Count, m.Back, m.Grain = timex.Deictic, timex.Exactly(1), true, u
		if n.rel == timex.RelPast && u != timex.Year && u != timex.Week && u != timex.Weekend && u != timex.Month || u < timex.Day || (u == timex.Decade || u == timex.Century) && n.rel == timex.RelPast {
			m.Sense = timex.Span
		}
		if n.rel == timex.RelPast && p.is(n.start, "this") {
			m.Sense = timex.Deictic
		}
	case timex.RelThis:
		m.Sense, m.Count = timex.Deictic, timex.Exactly(0)
		if u < timex.Day {
			return m, none, none
		}
		if u == timex.Day {
			m.Rel = timex.RelThat // of a story: this day
		}
		if u == timex.Day && p.is(h-1, "this") && !p.is(n.start, "this") {
			return m, none, none
		}
	case timex.RelNext:
		m.Sense, m.Count = timex.Deictic, timex.Exactly(1)
		if u == timex.Weekend && !p.is(h-1, "next") { // this coming weekend
			m.Count = timex.Exactly(0)
		}
		if u < timex.Day {
			m.Sense = timex.Span
		}
	case timex.RelThat:
		if d, k := p.sameMonth(h, m); k > h {
			return d, start, k
		}
		m.Sense, m.Count = timex.Anaphoric, timex.Exactly(0)
		if u < timex.Day || u == timex.Day && !n.the && p.is(n.start, "same") {
			return m, none, none
		}
	case timex.RelPrevious:
		m.Sense, m.Count, m.Back = timex.Anaphoric, timex.Exactly(1), true
	case timex.RelFollowing:
		m.Sense, m.Count = timex.Anaphoric, timex.Exactly(1)
		if u < timex.Day {
			m.Sense = timex.Span
		}
		if b := n.start - 1; p.is(h-1, "next") && u > timex.Day && (p.is(b, "over") || p.is(b, "in") || p.is(b, "within") || p.is(b, "during")) {
			m.Rel = timex.RelNext // most often from now on
		}
	}
	m.Fiscal = n.fiscal
	if m.Sense == timex.Deictic || m.Sense == timex.Anaphoric {
		if u == timex.Day {
			m2, k := p.clockAfter(m, next)
			if k > next && m2.Sense == m.Sense {
				return m2, start, k
			}
		}
	}
	return m, start, p.orSo(next, &m)
}

// sameMonth reads "the same month last year" and "the same month a year earlier", whose month
// is token h.
func (p *parser) sameMonth(h int, m timex.Meaning) (timex.Meaning, int) {
	if m.Unit != timex.Month || !p.is(h-1, "same") {
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
	m.Sense, m.Grain = timex.YearBefore, timex.Month
	return m, next
}

// orSo reads "or so", "or more", "or longer" after a length of time.
func (p *parser) orSo(i int, m *timex.Meaning) int { return p.amend(grpOrSo, i, m) }

// countedUnit reads what follows a count and its unit: ago, earlier, from now.
func (p *parser) countedUnit(m timex.Meaning, n noun, h, j int) (timex.Meaning, int, int) {
	none := n.start
	if n.a && p.mark(n.start-1, '-') && p.at(n.start).glued { // once-a-decade
		return m, none, none
	}
	u, plural := m.Unit, p.at(h).class&cPlural != 0
	start := n.start
	k := p.orSo(j, &m)
	andHalf := p.is(k, "and") && p.is(k+1, "a") && p.is(k+2, "half") && m.Count.Tenths == 10
	if andHalf {
		m.Count.Tenths, k = 15, k+3
	} else {
		k = p.remainder(k, &m)
	}
	hyphen := p.mark(k, '-') && p.at(k).glued
	post := k
	if hyphen {
		post++
	}
	adjectival := !andHalf && !plural && m.Count.Set() && m.Count.Tenths != 10 && !m.Count.Vague || n.hyphen && !n.a || n.a && n.hyphen
	vague := m.Count.Vague && !n.count.Set()
	if d, l := p.weeksAgo(m, post); l > post {
		return d, start, l
	}
	switch {
	case (p.is(post, "later") || p.is(post, "earlier")) && p.is(post+1, "than"): // a week later than planned
	case p.is(post, "ago"):
		m.Sense, m.Back = timex.Deictic, true
		if n.upTo.Vague { // 28 to 2 million years ago
			m.Count = n.upTo
			vague = true
		}
		if n.upTo.Set() { // three or four years ago
			m.Mod = timex.ModApprox
		}
		if n := m.Count.Tenths / 10; u == timex.Hour && m.Count.Whole() && n%24 == 0 { // 48 hours ago
			m.Unit, m.Count = timex.Day, timex.Exactly(n/24)
		}
		if p.is(post+1, "today") && u > timex.Day && m.Count.Whole() {
			m.Grain = timex.Day
			return m, start, post + 2
		}
		if p.is(post+1, "this") && p.any(post+2, "month", "week") && u >= timex.Year && m.Count.Whole() { // 50 years ago this month
			m.Grain = timex.Unit(p.at(post + 2).val)
			return m, start, post + 3
		}
		if n.a && u == timex.Year && !hyphen && m.Count.Tenths == 10 {
			m.Sense = timex.YearBefore
		}
		if vague && u != timex.Day {
			m.Sense = timex.Span
			if u == timex.Year || u == timex.Decade || u == timex.Century {
				m.Sense = timex.Reference
				m.Count.Tenths = timex.PastRef
			}
		}
		return m, start, post + 1
	case vague || m.Count.Vague:
		if p.is(post, "later") || p.is(post, "earlier") { // a few days later
			m.Sense = timex.Span
			return m, start, post + 1
		}
	case p.is(post, "earlier") || p.is(post, "before") && (p.at(post+1).kind != word && !hyphen) && p.at(post+1).kind != number || p.is(post, "previously"):
		m.Sense, m.Back = timex.Anaphoric, true
		if n.a && u == timex.Year {
			m.Sense = timex.YearBefore
		}
		return m, start, post + 1
	case p.is(post, "later") || p.is(post, "afterward") || p.is(post, "afterwards"):
		m.Sense = timex.Anaphoric
		return m, start, post + 1
	case p.is(k, "from") && (p.is(k+1, "now") || p.is(k+1, "today")), p.is(k, "hence"):
		m.Sense = timex.Deictic
		if p.is(k, "hence") {
			return m, start, k + 1
		}
		return m, start, k + 2
	case p.is(k, "from") && (p.is(k+1, "tomorrow") || p.is(k+1, "yesterday")) && u >= timex.Day:
		m.Sense = timex.Deictic
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
	m.Sense = timex.Span
	if vague && !n.the {
		if next = p.plainPlural(m.Unit, n.start-1, k, next); next == 0 {
			return m, none, none
		}
		return m, start, next
	}
	if vague && p.is(h-1, "the") {
		return p.thePlural(m, n, h, next)
	}
	if n.start < h && p.is(n.start, "one") && u == timex.Day && p.sentenceStart(n.start) && (p.mark(next, ',') || p.at(next).class&cSubject != 0) { // One day, he met a fox
		return m, none, none
	}
	if n.a && u == timex.Day && !n.count.Set() && p.any(next, "trip", "match", "game", "nursery", "job") { // a day trip, a day job
		return m, none, none
	}
	if p.rate(n, m, next) {
		m.Sense = timex.Recurring
		m.Count = timex.Exactly(1)
		return m, p.howOften(start), next
	}
	if adjectival {
		if n.a || n.the {
			start = n.countAt
			if n.a && !n.count.Set() {
				start = h
			}
			if n.count.Set() && n.countAt == n.start {
				start = n.start
			}
		}
		if p.is(next, "period") {
			next++
			start = n.start
		}
		return m, start, next
	}
	if n.a && m.Count.Tenths == 10 && u == timex.Day && p.mark(j, '-') {
		return m, none, none
	}
	if p.is(h, "second") || u == timex.Weekend && n.a {
		return m, none, none
	}
	return m, start, next
}

// plainPlural reads years, months and the like without a number or an article where they
// measure: for years, after months of talks, weeks before the vote. The unit stands between
// tokens i and k, and next is behind what goes with it; 0 is for no length of time.
func (p *parser) plainPlural(u timex.Unit, i, k, next int) int {
	spent, beside := p.spends(i), p.beside(i, next) && u > timex.Second
	switch {
	case p.is(next, "of") && !p.is(i, "for") && !spent && !p.after(i),
		u < timex.Day && !p.is(next-1, "long") && !beside && !p.is(i, "within") && !p.forHours(i, next),
		next == k && !beside && !spent && !p.any(i, "for", "in") && !p.after(i) && !(p.is(i, "of") && u != timex.Day && !p.is(i-1, "matter")) && p.at(i).class&cApprox == 0:
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
func (p *parser) thePlural(m timex.Meaning, n noun, h, next int) (timex.Meaning, int, int) {
	switch {
	case p.is(next, "ahead"):
		return m, n.start, next + 1
	case p.is(next, "to") && p.is(next+1, "come"):
		return m, n.start, next + 2
	case p.is(n.start-1, "over") && !p.is(next, "of") && p.at(next).kind != number: // changed over the years
		return m, n.start, next
	case m.Unit > timex.Hour && p.any(next, "before", "after", "since", "leading", "following", "preceding") && p.at(next+1).kind == word, p.is(next, "that") && p.any(next+1, "follow", "followed"):
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
func (p *parser) weeksFrom(m timex.Meaning, n noun, i int) (timex.Meaning, int) {
	weeks := m.Weeks()
	if weeks == 0 || p.is(n.start-1, "for") || !p.is(i, "from") && !(p.is(i, "on") && n.a) {
		return m, i
	}
	w, j := p.weekdayName(i + 1)
	if j == i+1 || p.at(i+1).class&cPlural != 0 {
		return m, i
	}
	return timex.Meaning{Sense: timex.Calendar, Weekday: w, Rel: timex.RelNext, Count: timex.Exactly(weeks), Point: timex.Point{Grain: timex.Day}}, j
}

// weeksAgo reads the day of the week from which they are counted back: "two weeks ago
// Friday".
func (p *parser) weeksAgo(m timex.Meaning, i int) (timex.Meaning, int) {
	weeks := m.Weeks()
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
	return timex.Meaning{Sense: timex.Calendar, Weekday: w, Rel: timex.RelLast, Count: timex.Exactly(weeks), Point: timex.Point{Grain: timex.Day}}, k
}

// remainder reads the smaller units of a length of time: the "and four months" of
// "three years and four months", the "20 minutes" of "1 hour 20 minutes"; after a comma
// there are two.
func (p *parser) remainder(i int, m *timex.Meaning) int {
	if !m.Count.Whole() {
		return i
	}
	if p.mark(i, ',') {
		first, j := p.smaller(i+1, m.Unit)
		if p.mark(j, ',') && p.is(j+1, "and") {
			j++
		}
		if j == i+1 || !p.is(j, "and") {
			return i
		}
		second, k := p.smaller(j, first.Unit)
		if k == j {
			return i
		}
		m.Rest = [2]timex.Part{first, second}
		return k
	}
	first, j := p.smaller(i, m.Unit)
	if j == i {
		return i
	}
	second, k := p.smaller(j, first.Unit)
	m.Rest = [2]timex.Part{first, second}
	return k
}

// smaller reads a count of a unit smaller than u, perhaps behind "and".
func (p *parser) smaller(i int, u timex.Unit) (timex.Part, int) {
	j := i
	if p.is(j, "and") {
		j++
	}
	if t := p.at(j); t.kind != number && t.class&cCardinal == 0 {
		return timex.Part{}, i
	}
	q, k := p.quantity(j)
	t := p.at(k)
	if k == j || !q.Whole() || t.class&cUnit == 0 || timex.Unit(t.val) >= u || !compounds(u) || !compounds(timex.Unit(t.val)) || p.is(k+1, "old") || p.mark(k+1, '-') {
		return timex.Part{}, i
	}
	return timex.Part{N: int32(q.Tenths / 10), Unit: timex.Unit(t.val)}, k + 1
}

// compounds reports whether lengths of time are put together from the unit.
func compounds(u timex.Unit) bool {
	return u == timex.Year || u == timex.Month || u == timex.Week || u == timex.Day || u == timex.Hour || u == timex.Minute || u == timex.Second
}

// rate reports whether "a year" is a rate: $3 a year, twice a week.
func (p *parser) rate(n noun, m timex.Meaning, next int) bool {
	if !n.a || n.edge != timex.ModNone || n.another || p.at(n.start).title {
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
func (p *parser) ordinalUnit(m timex.Meaning, n noun, h int) (timex.Meaning, int, int) {
	none := n.start
	u := m.Unit
	j := h + 1
	if p.at(h).class&cPlural != 0 {
		return m, none, none
	}
	if u == timex.Week && n.ordinal <= 53 {
		d := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Week, Num: n.ordinal}}
		if k := p.year(j, &d); k > j && !p.is(k, "season") && (n.ordinal <= 52 || d.Point.Year != 0 && n.ordinal <= timex.WeeksIn(d.Point.Year)) { // the first week of 2015
			return d, n.start, k
		}
	}
	if u == timex.Day && n.ordinal == 1 {
		d := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Day, Num: 1, Day: 1}}
		if k := p.year(j, &d); k > j && !p.is(k, "season") {
			return d, n.start, k
		}
	}
	if (u == timex.Week || u == timex.Day) && (p.is(j, "of") || p.is(j, "in")) {
		if d, k := p.monthDay(j + 1); k > j+1 && d.Point.Grain == timex.Month {
			if u == timex.Day && n.ordinal <= 31 {
				d.Point.Grain, d.Point.Day = timex.Day, n.ordinal
				return d, n.start, k
			}
			d.Mod = [...]timex.Mod{timex.ModStart, timex.ModStart, timex.ModMid, timex.ModEnd, timex.ModEnd, timex.ModEnd}[min(n.ordinal, 5)]
			return d, n.start, k
		}
	}
	return m, none, none
}

// lastOf reads "the last week of September", "the last day of 2019": what it is
// the last of is a period of the calendar, or nothing that can be dated.
func (p *parser) lastOf(m timex.Meaning, n noun, h int) (timex.Meaning, int, int) {
	if y := (timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Day, Num: 12, Day: 31}}); m.Unit == timex.Day {
		if k := p.year(h+1, &y); k > h+1 && !p.is(k, "season") { // the last day of 2019
			return y, n.start, k
		}
	}
	d, k := p.period(h + 2)
	if k == h+2 || d.Sense != timex.Calendar && d.Sense != timex.Deictic || d.Point.Grain == timex.Day {
		return m, n.start, n.start
	}
	d.Mod = timex.ModEnd
	if m.Unit == timex.Day && d.Sense == timex.Calendar && d.Point.Grain == timex.Month {
		d.Point.Grain, d.Point.Day, d.Mod = timex.Day, 31, timex.ModNone
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
	return j > i+1 && d.Point.Grain == timex.Day
}

// namedDay reads a day or feast by name, if it is no name of an event: the day after
// Christmas, but not the day after Tuesday's vote.
func (p *parser) namedDay(i int) (m timex.Meaning, next int) {
	if p.at(i).class&cHoliday != 0 {
		m, next = p.holiday(i)
	}
	if next <= i {
		m, next = p.plainDay(i)
	}
	if next <= i || m.Sense != timex.Calendar || m.Point.Grain != timex.Day || m.Point.Clock.Set() || m.Grain != timex.NoUnit || m.Weekday > 0 && m.Point.Num == 0 && m.Rel == timex.NoRel || p.at(next).kind == word && p.at(next).class == 0 && !p.at(next).title {
		return timex.Meaning{}, i
	}
	return m, next
}

// weekNumber reads "week 42 of 2021" and "calendar week 42". Other numbers of weeks
// count those of a season, or of a pregnancy.
func (p *parser) weekNumber(h int) (timex.Meaning, int) {
	t := p.at(h + 1)
	if !p.is(h, "week") || t.kind != number || t.digits() > 2 || t.val < 1 || t.val > 53 || !p.bare(h+1, h+2) {
		return timex.Meaning{}, h
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Week, Num: t.val}}
	next := p.year(h+2, &m)
	switch {
	case m.Point.Year != 0 && (t.val > timex.WeeksIn(m.Point.Year) || p.is(next, "season")):
		return timex.Meaning{}, h
	case next == h+2 && (t.val == 53 || !p.is(h-1, "calendar") && !p.is(h-1, "iso") && !p.alone):
		return timex.Meaning{}, h
	}
	return m, next
}

// bareUnit reads a unit with at most an article: "the year", "the weekend",
// "fiscal year".
func (p *parser) bareUnit(m timex.Meaning, n noun, h int) (timex.Meaning, int, int) {
	none := n.start
	u, j := m.Unit, h+1
	m.Fiscal = n.fiscal
	if !n.fiscal && n.the && p.upTo(j) {
		m.Sense, m.Count = timex.Span, timex.Exactly(1)
		return m, n.start, j
	}
	switch {
	case n.fiscal && u == timex.Year:
		m.Sense, m.Count = timex.Deictic, timex.Exactly(0)
		if p.is(j, "ended") || p.is(j, "ending") {
			m.Sense, m.Count = timex.Span, timex.Exactly(1)
			return m, n.start, j
		}
		if n.year > 0 {
			return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: n.year}, Fiscal: true}, n.start, j
		}
		if y, k := p.yearFigure(j); k > j {
			end := p.doubleYear(k)
			return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}, Fiscal: true, Double: end > k}, n.start, end
		}
		if b := p.at(n.start - 1); b.kind == number && b.glued { // the 2019-20 financial year
			return m, none, none
		}
		return m, n.start, j
	case u == timex.Year && p.mark(j, '-') && p.is(j+1, "end"), u == timex.Year && p.is(j, "end") && !n.the:
		m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Day, Num: 12, Day: 31}}
		k := j + 1
		if p.mark(j, '-') {
			k++
		}
		return m, n.start, p.year(k, &m)
	case u == timex.Year && p.possessive(j) && p.is(j+2, "end") && !n.the:
		m.Sense, m.Count, m.Mod = timex.Deictic, timex.Exactly(0), timex.ModEnd
		return m, n.start, j + 3
	case u == timex.Year && p.mark(j, '-') && (p.is(j+1, "earlier") || p.is(j+1, "ago")):
		m.Sense = timex.YearBefore
		return m, h, j + 2
	case p.mark(j, '-') && p.is(j+1, "long") && p.at(j).glued:
		m.Sense, m.Count = timex.Span, timex.Exactly(1)
		if p.at(h).class&cPlural != 0 { // decades-long
			m.Count = timex.Quantity{Vague: true}
		}
		return m, h, j + 2
	case !n.the && n.whole && u == timex.Year:
		m.Sense, m.Count = timex.Deictic, timex.Exactly(0)
		return m, n.start, j
	case !n.the && !n.latest:
		if d, k := p.weekNumber(h); k > h {
			return d, n.start, k
		}
		return m, none, none
	case n.the && p.is(j, "before") && p.is(j+1, "last") && u >= timex.Day && p.at(j+2).class&(cWeekday|cMonth|cUnit|cSeason) == 0:
		m.Sense, m.Count, m.Back = timex.Deictic, timex.Exactly(2), true
		return m, n.start, j + 2
	case n.the && p.is(j, "after") && p.is(j+1, "next") && u >= timex.Day && p.at(j+2).class&(cWeekday|cMonth|cUnit|cSeason) == 0:
		m.Sense, m.Count = timex.Deictic, timex.Exactly(2)
		return m, n.start, j + 2
	case u == timex.Weekend && n.the:
		m.Sense, m.Unit = timex.SamePeriod, timex.Weekend
		return m, n.start, j
	case n.whole && u == timex.Year, n.latest:
		m.Sense, m.Count = timex.Deictic, timex.Exactly(0)
		if n.latest && u != timex.Year && u != timex.Week && u != timex.Month {
			return m, none, none
		}
		return m, n.start, j
	case u == timex.Year && p.is(n.start-1, "of") && (p.any(n.start-2, "time", "times") || p.is(n.start-2, "days") && p.any(n.start-3, "other", "most", "all")):
		return m, none, none
	case u == timex.Year:
		if y, k := p.yearWords(j); k > j {
			return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}}, n.start, k
		}
		if y, k := p.yearFigure(j); k > j {
			return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}}, n.start, k
		}
		if p.is(h+1, "before") && p.at(h+2).kind != word {
			m.Sense, m.Count, m.Back = timex.Anaphoric, timex.Exactly(1), true
			return m, n.start, j + 1
		}
		if p.is(j, "ended") || p.is(j, "ending") {
			m.Sense, m.Count = timex.Span, timex.Exactly(1)
			return m, n.start, j
		}
		if p.any(n.start-1, "for", "of", "in", "during") && !p.at(h).title { // but: Novel of the Year
			if p.is(j, "of") && p.at(j+1).kind == word {
				return m, none, none
			}
			m.Sense, m.Count, m.Rel = timex.Deictic, timex.Exactly(0), timex.RelThat
			return m, n.start, j
		}
		return m, none, none
	case u == timex.Week && (p.is(j, "of") || p.is(j, "ending") || p.is(j, "ended")):
		k := j + 1
		if d, l := p.plainDay(k); l > k && d.Point.Grain == timex.Day {
			if p.is(j, "of") {
				d.Grain = timex.Week
				return d, n.start, l
			}
		}
		m.Sense, m.Count = timex.Span, timex.Exactly(1)
		if p.is(j, "of") {
			return m, none, none
		}
		return m, n.start, j
	case (u == timex.Week || u == timex.Month || u == timex.Day) && (p.is(j, "before") || p.is(j, "after")) && p.at(j+1).kind != word && p.at(j+1).kind != number:
		m.Sense, m.Count, m.Back = timex.Anaphoric, timex.Exactly(1), p.is(j, "before")
		return m, n.start, j + 1
	case u == timex.Day && p.at(h).title && p.at(j).title: // the title of a work
		return m, none, none
	case u == timex.Day && (p.is(j, "before") || p.is(j, "after")):
		if d, k := p.plainDay(j + 1); k > j+1 && d.Point.Grain == timex.Day && d.Sense == timex.Deictic {
			if d.Back {
				d.Count.Tenths = -d.Count.Tenths
			}
			if p.is(j, "before") {
				d.Count.Tenths -= 10
			} else {
				d.Count.Tenths += 10
			}
			d.Back = d.Count.Tenths < 0
			d.Count.Tenths = abs(d.Count.Tenths)
			return d, n.start, k
		}
		if d, k := p.namedDay(j + 1); k > j+1 {
			d.Beside = 1
			if p.is(j, "before") {
				d.Beside = -1
			}
			return d, n.start, k
		}
		return m, none, none
	case u == timex.Week || u == timex.Month:
		if p.is(n.start-1, "of") || p.is(n.start-1, "for") || p.is(n.start-1, "in") || p.is(n.start-1, "during") {
			m.Sense, m.Count = timex.Deictic, timex.Exactly(0)
			return m, n.start, j
		}
		return m, none, none
	}
	return m, none, none
}
