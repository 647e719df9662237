package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file reads noun phrases: words that place or count, then a head that
// is a unit, a period, a season, a part of day, or a day or month by name.

// A noun holds what stood before the head.
type noun struct {
	start   int // where the extent starts
	a, the  bool
	rel     timex.Rel
	edge    timex.Mod
	count   timex.Quantity
	upTo    timex.Quantity // the second figure of a range
	countAt int
	ordinal int
	ordAt   int
	fiscal  bool
	yearAgo bool
	year    int
	yearRel timex.Rel
	yearAt  int
	recent  bool
	future  bool
	latest  bool
	whole   bool
	another bool
	hyphen  bool
	mod     timex.Mod
}

// nounPhrase reads the phrase at token i, and says where its extent starts.
func (p *parser) nounPhrase(i int) (m timex.Meaning, start, next int) {
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
		next = k + 2 // year ago
		if p.mark(k+1, '-') {
			next++
		}
		return timex.Meaning{Sense: timex.YearBefore}, k, next
	case h.class&cToday != 0 && n.edge != timex.ModNone && p.at(j-1).class&cEdge != 0:
		m, next = p.todayDate(j)
		m.Mod, start = n.edge, n.start
	default:
		next = i
	}
	if next > j && h.class&cHoliday == 0 {
		return m, start, next
	}
	if h.class&cHoliday != 0 {
		if hm, k := p.holiday(j); k > j && k >= next {
			hm.Rel, hm.Mod = n.rel, n.edge
			if n.yearRel != timex.NoRel {
				hm.YearRel = n.yearRel
			}
			if hm.Point.Year == 0 {
				hm.Point.Year = n.year
			}
			if n.rel == timex.RelEvery {
				hm.Sense, hm.Unit = timex.Recurring, timex.Year
			}
			start = n.start
			if n.the || n.a {
				start = n.start + 1
				if n.rel != timex.NoRel || n.edge != timex.ModNone {
					start = n.start
				}
			}
			return hm, start, k
		}
	}
	if next > j {
		return m, start, next
	}
	return timex.Meaning{}, i, i
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
	case t.class == 0 && t.kind == word, t.class&(cHoliday|cEdge) == cHoliday|cEdge && p.holidayAt(i): // the Mid-Autumn Festival
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
	if y, j := p.yearFigure(i); j > i && n.year == 0 && !n.count.Set() {
		if p.possessive(j) {
			j += 2
			if p.periodAhead(j) {
				n.year, n.yearAt = y, i
				return j
			}
		} else if p.periodAhead(j) || p.feastYear(i) {
			n.year, n.yearAt = y, i
			return j
		}
	}
	if n.yearRel == timex.NoRel && n.rel == timex.NoRel && t.class&(cLast|cNext|cThis|cThat) != 0 {
		if r, j := p.relUnit(i, "year"); j > i && p.possessive(j) && (p.periodAhead(j+2) || p.dateAhead(j+2)) {
			n.yearRel, n.yearAt = r, i
			return j + 2
		}
	}
	if n.rel == timex.NoRel && t.class&(cLast|cNext|cThis|cThat|cEvery) != 0 && !n.count.Set() {
		if r, j := p.rel(i); j > i {
			if n.the && r == timex.RelNext {
				r = timex.RelFollowing
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
	case t.class&cEdge != 0 && n.edge == timex.ModNone && !p.is(i, "earlier") && !p.is(i, "later") && !p.is(i, "middle"):
		n.edge = timex.Mod(t.val)
	case p.is(i, "full") || p.is(i, "whole") || p.is(i, "entire"):
		n.whole = true
	default:
		if !n.count.Set() && n.ordinal == 0 && (t.class&(cOrdinal|cTens) != 0 || t.kind == number) {
			if o, j := p.ordinal(i); j > i {
				n.ordinal, n.ordAt = o, i
				return j
			}
		}
		if _, j := p.decadeOrYear(i); j > i && p.at(j).class&cUnit == 0 {
			return i
		}
		if !n.count.Set() && (t.class&(cCardinal|cVague) != 0 || t.kind == number || p.is(i, "half")) {
			if q, j := p.quantity(i); j > i && (t.kind == word || p.bare(i, j) || p.wordGlued(i)) {
				n.count, n.countAt = q, i
				n.hyphen = hyphen
				return p.range_(j, n)
			}
		}
		if t.class&cAdjective != 0 && i > n.start && !(p.is(i, "final") && !p.finalPeriod(i+1)) {
			return i + 1
		}
		if t.class&cAdjective != 0 && (p.is(i, "these") || p.is(i, "those") || p.is(i, "comparable") || p.is(i, "corresponding")) {
			return i + 1
		}
		return i
	}
	return i + 1
}

// finalPeriod reports whether what is final is a length of time, at token i: the final
// weeks, the final 10 minutes; but: lost the final two years ago.
func (p *parser) finalPeriod(i int) bool {
	j := i
	if t := p.at(i); t.kind == number || t.class&(cCardinal|cVague) != 0 {
		_, j = p.quantity(i)
	}
	return p.at(j).class&cUnit != 0 && (p.at(j).class&cPlural != 0 || p.is(j, "quarter")) && !p.any(j+1, "ago", "earlier", "later")
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
		if q, k := p.quantity(j); k > j && (q.Tenths > n.count.Tenths || q.Vague) {
			if p.is(k-1, "million") { // 28 to 2 million years ago
				n.count, _ = p.scaled(n.count, k-1)
			}
			n.upTo = q
			return k
		}
	}
	return i
}

func (p *parser) possessive(i int) bool {
	return p.mark(i, '\'') && p.at(i).glued && p.is(i+1, "s") && p.at(i+1).glued
}

// feastYear reports whether a year and the name of a feast stand at token i, the 2021
// Singles' Day, and not so many: 1500 Christmas trees.
func (p *parser) feastYear(i int) bool {
	t := p.at(i)
	return t.kind == number && p.at(i+1).class&cHoliday != 0 && t.val >= 1800 && t.val < maxFigure && (p.any(i-1, "the", "s", "its", "their", "his", "her") || p.at(i-1).class&(cThis|cLast) != 0) && p.holidayAt(i+1)
}

// dateAhead reports whether a month, a day of one or a feast follows.
func (p *parser) dateAhead(i int) bool {
	_, j := p.monthName(i)
	return j > i || p.at(i).class&cHoliday != 0 && p.holidayAt(i)
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
