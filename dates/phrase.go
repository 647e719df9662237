package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// A parser finds temporal expressions in a stream of tokens.
type parser struct {
	tokens
	reader.Reader
	now   timex.Point // the publication date, if known
	order Order
	alone bool // the text is one expression, and nothing else
	depth int
	cue   bool // the tense last read is not that of a verb
	apart int  // how many tokens stand between the date looked at and the verb before it
}

// deepest bounds "early in the first half of the end of …".
const deepest = 3

// phrase reads the expression at token i, if one starts there.
func (p *parser) phrase(i int) (phrase, bool) {
	m, start, next := p.expression(i)
	if next <= i || m.Sense == timex.Nonsense {
		return phrase{}, false
	}
	return phrase{Meaning: m, first: start, next: next}, true
}

func (p *parser) expression(i int) (m timex.Meaning, start, next int) {
	t := p.at(i)
	if m, start, next = p.rules(grpReference, i); next > i {
		return m, start, next
	}
	if (p.is(i, "pre") || p.is(i, "post")) && p.mark(i+1, '-') && p.at(i+1).glued {
		if y, j := p.yearFigure(i + 2); j > i+2 && p.at(i+2).glued { // post-1959 politics
			m = timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}, Mod: timex.ModBefore}
			if p.is(i, "post") {
				m.Mod = timex.ModAfter
			}
			return m, i, j
		}
		return m, i, i
	}
	if p.is(i, "sometime") {
		if m, start, next = p.exact(i + 1); next > i+1 && start == i+1 && (m.Sense == timex.Deictic || m.Sense == timex.Calendar) {
			return m, i, next
		}
		return m, i, i
	}
	if t.class&(cApprox|cLast|cNext|cArticle) != 0 || p.is(i, "at") {
		if m, start, next = p.approximate(i); next > i {
			return m, start, next
		}
	}
	if t.class&(cArticle|cEdgeOf|cEdge|cNext|cLast) != 0 {
		if m, next = p.edgeOf(i); next > i {
			return m, i, next
		}
	}
	return p.exact(i)
}

// exact reads an expression without "about" and "the end of".
func (p *parser) exact(i int) (m timex.Meaning, start, next int) {
	t := p.at(i)
	if t.class&cHoliday != 0 {
		if m, next = p.holiday(i); next > i {
			return m, i, next
		}
	}
	switch {
	case p.feastYear(i), t.kind == number && p.at(i+1).class&cSeason != 0 && p.lower(i+1) && !p.at(i+2).title && !p.is(i+2, "games") && !p.any(i+1, "fall", "spring"): // its 2021 Singles' Day, 2022 winter
		if m, start, next = p.nounPhrase(i); next > i {
			return m, start, next
		}
		m, next = p.dateFigures(i)
		return m, i, next
	case t.kind == number || t.mark == '\'':
		if m, next = p.dateFigures(i); next > i {
			return m, i, next
		}
		if t.mark == '\'' {
			return m, i, i
		}
	case t.class&cWeekday != 0:
		if p.is(i-1, "a") && p.isolated(i) {
			return m, i, i
		}
		if m, next = p.weekdayDate(i); next > i {
			return m, i, next
		}
	case t.class&cMonth != 0:
		if m, next = p.monthDay(i); next > i {
			if m.Point.Grain == timex.Day {
				m, next = p.clockAfter(m, next)
			}
			return m, i, next
		}
	case t.class&cToday != 0:
		m, next = p.todayDate(i)
		return m, i, next
	case t.class&cTonight != 0:
		if p.is(i, "overnight") && p.at(i+1).kind == word && p.at(i+1).class == 0 && (p.at(i-1).class&cArticle != 0 || p.is(i-1, "usual")) {
			return m, i, i
		}
		m = timex.Meaning{Sense: timex.Deictic, Unit: timex.Day, Count: timex.Exactly(abs(t.val - 10)), Back: t.val < 10, Point: timex.Point{Grain: timex.Day, Clock: timex.Clock{Part: timex.Night}}}
		if m.Back && p.tenseAt(i, i+1) == timex.FutureTense && p.apart >= 0 && p.at(i-1-p.apart).class&(cWill|cDue) != 0 && p.others(i-1-p.apart, i) <= 1 { // rain will spread overnight
			m.Count, m.Back = timex.Exactly(0), false
		}
		if c, k := p.clockAt(i + 1); k > i+1 {
			c.Pick(timex.Night)
			m.Point.Clock, next = c, k
			return m, i, k
		}
		return m, i, i + 1
	case t.class&cNoon != 0:
		if p.title(i) && (p.at(i-1).title && !p.sentenceStart(i-1) || p.at(i+1).title && p.at(i+1).class == 0) { // High Noon
			return m, i, i
		}
		m, next = p.clockDate(i)
		return m, i, next
	case (t.class&cPeriod != 0) && p.is(i+1, "past"):
		if m, next = p.clockDate(i); next > i {
			return m, i, next
		}
	case t.class&cSet != 0:
		m, next = p.set(i)
		if next > i {
			if p.any(i-1, "once", "twice") {
				i--
			}
			return m, i, next
		}
	}
	if t.class&cEdge != 0 && (p.is(i, "early") || p.is(i, "late") || p.is(i, "midway")) && p.is(i+1, "in") {
		if m, next = p.period(i + 2); next > i+2 && (m.Sense == timex.Deictic || m.Point.Grain > timex.Day || m.Point.Clock.Part != 0) {
			m.Mod = timex.Mod(t.val)
			return m, i, next
		}
	}
	if t.class&cEdge != 0 && (p.is(i, "earlier") || p.is(i, "later")) {
		if m, next = p.earlier(i); next > i {
			return m, i, next
		}
	}
	if t.class&cTens != 0 || p.is(i, "two") {
		if y, j := p.yearWords(i); j > i && p.at(i-1).class&cMonth == 0 {
			if p.is(i, "two") && j == i+2 && !p.is(i-1, "year") && !p.is(i-1, "in") && !p.is(i-1, "since") && !p.is(i-1, "by") {
				j = i
			}
			if j > i {
				return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}}, i, j
			}
		}
	}
	if t.class&(cCardinal) != 0 {
		if m, next = p.clockDate(i); next > i {
			return m, i, next
		}
	}
	if t.class&cOrdinal != 0 || t.class&cArticle != 0 && p.is(i, "the") {
		if m, start, next = p.ordinalDate(i); next > i {
			return m, start, next
		}
		if m, start, next = p.sharedHead(i); next > i {
			return m, start, next
		}
		if p.newYear(i) {
			return timex.Meaning{Sense: timex.Deictic, Unit: timex.Year, Count: timex.Exactly(p.newYears(i))}, i, i + 3
		}
	}
	if t.class&cCode != 0 || p.is(i, "a") && p.mark(i+1, '.') {
		if m, next = p.coded(i); next > i {
			return m, i, next
		}
	}
	return p.nounPhrase(i)
}

// newYear reports whether "the new year" stands at token i: the next, or in January and
// February the one that has just begun.
func (p *parser) newYear(i int) bool {
	return p.is(i+1, "new") && p.is(i+2, "year") && p.lower(i+1) && p.lower(i+2) && !p.possessive(i+3) && !p.at(i+3).title && p.at(i+3).mark != '-'
}

// newYears is how many years ahead the new year at token i is: 0 for the one that has
// just begun, or has been welcomed: since the new year, started the new year.
func (p *parser) newYears(i int) int {
	if p.now.Num < 3 || p.is(i-1, "since") || p.verb(i+3) == timex.PastTense || p.tenseAt(i, i+3) == timex.PastTense && p.apart == 0 {
		return 0
	}
	return 1
}

// codedFigure reads "3Q 2021", "2H", "4Q21".
func (p *parser) codedFigure(i int) (timex.Meaning, int) {
	t, c := p.at(i), p.at(i+1)
	if t.digits() != 1 || t.val < 1 || !c.glued || !c.title || !p.bare(i, i+2) && p.at(i+2).kind != number {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar}
	switch {
	case p.is(i+1, "q") && t.val <= 4:
		m.Point = timex.Point{Grain: timex.Quarter, Num: t.val}
	case p.is(i+1, "h") && t.val <= 2:
		m.Point = timex.Point{Grain: timex.Half, Num: t.val}
	default:
		return timex.Meaning{}, i
	}
	if y, j := p.yearOrTwo(i + 2); j > i+2 && p.at(i+2).glued {
		m.Point.Year = y
		return m, j
	}
	next := p.year(i+2, &m)
	if m.Point.Grain == timex.Half && next == i+2 {
		return timex.Meaning{}, i
	}
	return m, next
}

// isolated reports whether the weekday at token i, with an article before it,
// stands for any such day: it was a Sunday, but a Sunday vote.
func (p *parser) isolated(i int) bool {
	a := p.at(i + 1)
	return a.kind != word || a.class&(cPrep|cConj|cSaid|cBe|cWill|cSubject) != 0
}

// coded reads "Q3 2021", "H1", "FY2021", "AD 79".
func (p *parser) coded(i int) (timex.Meaning, int) {
	t, n := p.at(i), p.at(i+1)
	if j := p.spelled(i, "AD"); j > i && p.at(j).kind == number && p.at(j).digits() <= 4 && p.at(j).val > 0 {
		return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: p.at(j).val}}, j + 1
	}
	if !t.title || n.kind != number {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar}
	switch {
	case p.is(i, "q") && n.glued && n.val >= 1 && n.val <= 4 && n.digits() == 1:
		m.Point = timex.Point{Grain: timex.Quarter, Num: n.val}
	case p.is(i, "h") && n.glued && (n.val == 1 || n.val == 2) && n.digits() == 1:
		m.Point = timex.Point{Grain: timex.Half, Num: n.val}
		if j := p.year(i+2, &m); j > i+2 {
			return m, j
		}
		return timex.Meaning{}, i
	case p.is(i, "fy"):
		y, j := p.yearOrTwo(i + 1)
		m.Point, m.Fiscal = timex.Point{Grain: timex.Year, Year: y}, true
		return m, j
	case p.is(i, "ad") && n.digits() <= 4 && n.val > 0 && p.surface(i) == "AD":
		m.Point = timex.Point{Grain: timex.Year, Year: n.val}
		return m, i + 2
	default:
		return timex.Meaning{}, i
	}
	return m, p.year(i+2, &m)
}

// ordinalDate reads "the 15th of May", "the fifth of May 1990", "the 15th".
func (p *parser) ordinalDate(i int) (m timex.Meaning, start, next int) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if m, next = p.dayMonth(j); next > j && (j > i || p.at(i).kind == word) {
		if p.at(j).kind == word && p.at(j+1).class&cMonth != 0 && p.at(next).class == 0 && p.lower(next) { // the first October cargo
			return m, i, i
		}
		m, next = p.clockAfter(m, next)
		return m, i, next
	}
	return m, i, i
}

// todayDate reads "today", "tomorrow morning", "yesterday at 3 p.m.".
func (p *parser) todayDate(i int) (timex.Meaning, int) {
	m, j := p.plainDay(i)
	if p.title(i) && p.newspaperShow(j) || p.nowadays(j) || p.titlePage(i) {
		return m, i
	}
	if p.is(i, "today") && p.theseDays(i) {
		return timex.Meaning{Sense: timex.Reference, Count: timex.Quantity{Tenths: timex.PresentRef}}, j
	}
	return p.clockAfter(m, j)
}

// titlePage reports whether the TODAY at token i begins the name of a newspaper over its
// story: TODAY NICARAGUA (Managua).
func (p *parser) titlePage(i int) bool {
	a := p.at(i + 1)
	return p.surface(i) == "TODAY" && a.title && a.class == 0 && p.text[a.end-1] < 'a' && (p.mark(i+2, '(') || p.mark(i+2, '-'))
}

// theseDays reports whether the today at token i is no one day: even today it stands, as
// strong today as ever, richer today than they were; Today, the dam is a museum.
func (p *parser) theseDays(i int) bool {
	switch {
	case p.is(i-1, "even"):
		return p.verbAfter(i+1) != timex.PastTense
	case p.any(i+1, "is", "are") && !p.title(i) && p.plainNoun(i-1): // the brand today is a name
		return p.any(i+2, "a", "an", "one", "home", "known", "considered", "among")
	case p.is(i+1, "as"):
		return p.is(i-2, "as") || p.is(i-3, "as")
	case p.is(i+1, "than"):
		return p.is(i+2, "ever") || p.is(i+2, "in") && p.at(i+3).kind == number || p.at(i+2).class&cSubject != 0 && p.any(i+3, "was", "were") && p.at(i+4).class&cToday == 0 && !p.any(i+4, "on", "last", "this")
	case !p.title(i) && !p.at(i).paragraph || !p.sentenceStart(i) || !p.mark(i+1, ',') || p.at(i+2).class&(cSubject|cWeekday|cMonth|cPrep) != 0 || p.is(i+2, "if"):
		return false
	}
	for j := i + 2; j <= i+clauseReach && !p.stop(j); j++ {
		if p.any(j, "is", "are") {
			return p.any(j+1, "a", "an", "one", "home", "known", "considered", "recognized", "recognised", "regarded", "seen")
		}
		if p.verb(j) != timex.NoTense {
			return false
		}
	}
	return false
}

// plainNoun reports whether token i is a word that stands for no time, and no past form.
func (p *parser) plainNoun(i int) bool {
	t := p.at(i)
	return t.kind == word && t.class == 0 && !p.pastForm(i)
}

// nowadays reports whether the possessive at token i makes no day of the "today"
// before it: in today's world.
func (p *parser) nowadays(i int) bool {
	if !p.possessive(i) {
		return false
	}
	for _, w := range [...]string{"world", "youth", "society", "generation", "generations", "standards", "children", "kids", "parents", "consumers", "technology", "computers"} {
		if p.is(i+2, w) || p.at(i+2).class == 0 && p.is(i+3, w) {
			return true
		}
	}
	return false
}

func (p *parser) title(i int) bool { return p.at(i).title && !p.at(i).paragraph }

// newspaperShow reports whether the capital Today before token i is part of a
// name.
func (p *parser) newspaperShow(i int) bool {
	return p.is(i, "show") || p.is(i, "programme") || !p.sentenceStart(i-1) && (p.at(i-2).title || p.at(i).title && p.at(i).class == 0)
}

func (p *parser) sentenceStart(i int) bool {
	b := p.at(i - 1)
	if b.mark == '"' || b.mark == '`' || b.mark == '\'' {
		b = p.at(i - 2)
		if b.mark == '`' || b.mark == '\'' {
			b = p.at(i - 3)
		}
	}
	return p.at(i).paragraph || b.kind == end || b.mark == '.' || b.mark == '!' || b.mark == '?' || b.mark == ',' || b.mark == ':'
}

// edgeOf reads "the end of 1994", "the middle of next week", "early in the
// year", "late in 1989", "the rest of the year".
func (p *parser) edgeOf(i int) (timex.Meaning, int) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if p.is(j, "very") {
		j++
	}
	t := p.at(j)
	mod := timex.Mod(0)
	if j == i && p.is(j, "end") && p.mark(j+1, '-') && p.at(j+1).glued && p.at(j+2).glued {
		return p.endDash(i)
	}
	if j > i && p.is(j, "eve") && p.is(j+1, "of") {
		return p.eveOf(i, j+2)
	}
	if j > i && p.is(j+1, "part") && p.is(j+2, "of") {
		return p.partOf(i, j)
	}
	switch {
	case p.is(j, "middle"):
		mod = timex.ModMid
	case t.class&cEdgeOf != 0:
		mod = timex.Mod(t.val)
	default:
		return timex.Meaning{}, i
	}
	if !p.is(j+1, "of") {
		return timex.Meaning{}, i
	}
	if p.is(j, "close") || p.is(j, "rest") && j == i {
		return timex.Meaning{}, i
	}
	m, next := p.period(j + 2)
	if next == j+2 {
		return timex.Meaning{}, i
	}
	m.Mod = mod
	return m, next
}

// endDash reads "end-May" and "end-2021".
func (p *parser) endDash(i int) (timex.Meaning, int) {
	if t := p.at(i + 2); t.class&cMonth == 0 && t.kind != number {
		return timex.Meaning{}, i
	}
	m, start, next := p.exact(i + 2)
	if next == i+2 || start > i+2 || m.Sense != timex.Calendar || m.Point.Grain != timex.Month && m.Point.Grain != timex.Year {
		return timex.Meaning{}, i
	}
	m.Mod = timex.ModEnd
	return m, next
}

// eveOf reads the day that "the eve of" puts off by one, which is named at token j: the
// eve of the Lunar New Year.
func (p *parser) eveOf(i, j int) (timex.Meaning, int) {
	if p.is(j, "the") {
		j++
	}
	m, next := p.namedDay(j)
	if next == j {
		return timex.Meaning{}, i
	}
	m.Beside = -1
	return m, next
}

// partOf reads "the early part of this year" from token i; the word for which part is at
// token j.
func (p *parser) partOf(i, j int) (timex.Meaning, int) {
	mod := timex.ModEnd
	switch {
	case p.any(j, "early", "earlier", "first"):
		mod = timex.ModStart
	case p.is(j, "middle"):
		mod = timex.ModMid
	case !p.any(j, "late", "later", "latter", "last", "final"):
		return timex.Meaning{}, i
	}
	m, next := p.period(j + 3)
	if next == j+3 {
		return timex.Meaning{}, i
	}
	m.Mod = mod
	return m, next
}

// period reads a date after "of": where "the year" can only be this year.
func (p *parser) period(i int) (timex.Meaning, int) {
	if p.depth >= deepest {
		return timex.Meaning{}, i
	}
	p.depth++
	defer func() { p.depth-- }()
	if t := p.at(i); t.class&cUnit != 0 && t.class&cPlural == 0 && (timex.Unit(t.val) == timex.Week || timex.Unit(t.val) == timex.Month || timex.Unit(t.val) == timex.Year) && p.is(i-2, "end") && !p.mark(i+1, '-') { // by end of year
		return timex.Meaning{Sense: timex.Deictic, Unit: timex.Unit(t.val), Count: timex.Exactly(0), Rel: timex.RelThat}, i + 1
	}
	if p.is(i, "the") && p.at(i+1).class&cUnit != 0 && p.at(i+1).class&cPlural == 0 && p.at(i+1).val >= int(timex.Day) {
		u := timex.Unit(p.at(i + 1).val)
		switch {
		case u == timex.Day && p.is(i-1, "of") && (p.is(i-4, "by") || p.is(i-2, "rest") || p.is(i-2, "remainder")) && !p.is(i+2, "of"):
			return timex.Meaning{Sense: timex.Deictic, Unit: timex.Day, Count: timex.Exactly(0), Rel: timex.RelThat}, i + 2
		case p.is(i+2, "of"), u == timex.Quarter:
		case u == timex.Decade || u == timex.Century, u == timex.Day, u == timex.Weekend, u == timex.Year && p.at(i+2).kind == number:
		default:
			return timex.Meaning{Sense: timex.Deictic, Unit: u, Count: timex.Exactly(0), Rel: timex.RelThat}, i + 2
		}
	}
	m, start, next := p.exact(i)
	if next <= i || start > i+1 || m.Sense != timex.Calendar && m.Sense != timex.Deictic && m.Sense != timex.Anaphoric && m.Sense != timex.SamePeriod {
		if u := p.at(i + 1); p.is(i, "the") && (p.is(i+1, "decade") || p.is(i+1, "century")) {
			return timex.Meaning{Sense: timex.Deictic, Unit: timex.Unit(u.val), Count: timex.Exactly(0), Rel: timex.RelThat}, i + 2
		}
		return timex.Meaning{}, i
	}
	return m, next
}

// earlier reads "earlier this year", "later that day", "earlier Tuesday",
// "later in the week".
func (p *parser) earlier(i int) (timex.Meaning, int) {
	mod := timex.Mod(p.at(i).val)
	j := i + 1
	if p.is(j, "in") || p.is(j, "on") {
		j++
		if p.is(j, "the") && p.at(j+1).class&cUnit != 0 && p.at(j+1).class&cPlural == 0 && p.at(j+1).val >= int(timex.Day) && !p.is(j+2, "of") {
			return timex.Meaning{Sense: timex.Deictic, Unit: timex.Unit(p.at(j + 1).val), Count: timex.Exactly(0), Rel: timex.RelThat, Mod: mod}, j + 2
		}
		if m, next := p.period(j); next > j && m.Point.Clock.Part != 0 && p.is(j-1, "in") { // later in the evening
			m.Mod = mod
			return m, next
		}
		return timex.Meaning{}, i
	}
	t := p.at(j)
	if t.class&(cThis|cThat|cLast|cNext|cToday|cWeekday) == 0 {
		return timex.Meaning{}, i
	}
	m, start, next := p.exact(j)
	if next <= j || start != j || m.Sense == timex.Span || m.Sense == timex.Recurring || m.Sense == timex.Reference {
		return timex.Meaning{}, i
	}
	m.Mod = mod
	return m, next
}

// set reads "daily", "weekly", "annually", "per month".
func (p *parser) set(i int) (timex.Meaning, int) {
	t := p.at(i)
	if p.is(i, "per") {
		return p.perUnit(i)
	}
	if p.title(i) && (!p.sentenceStart(i) || p.mark(i-1, ',') || p.at(i+1).title) || p.is(i, "quarterly") || p.paperDaily(i) || p.mark(i-1, '%') || p.is(i-1, "percent") {
		return timex.Meaning{}, i
	}
	if a := p.at(i + 1); p.is(i, "yearly") && a.kind == word && a.class == 0 && (p.at(i-1).class&cArticle != 0 || p.any(i-1, "s", "its", "their", "average", "with", "-")) { // as annual does, it says which: yearly earnings
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Recurring, Unit: timex.Unit(t.val), Count: timex.Exactly(1)}, i + 1
}

// perUnit reads "per day"; miles per hour are a speed.
func (p *parser) perUnit(i int) (timex.Meaning, int) {
	t := p.at(i + 1)
	u := timex.Unit(t.val)
	switch {
	case p.is(i+1, "annum"):
		u = timex.Year
	case t.class&cUnit == 0 || t.class&cPlural != 0 || t.title || t.glued || u < timex.Day || u == timex.Weekend:
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Recurring, Unit: u, Count: timex.Exactly(1)}, i + 2
}

// paperDaily reports whether the "daily" at token i is a newspaper: told the daily, the
// daily Liberté wrote, a Sarajevo daily newspaper.
func (p *parser) paperDaily(i int) bool {
	a := p.at(i + 1)
	if p.any(i+1, "newspaper", "newspapers", "paper", "papers", "tabloid", "broadsheet") {
		return true
	}
	if a.title && a.class == 0 && a.end-a.start > 1 && p.text[a.start+1] >= 'a' && !p.at(i+1).paragraph { // but: the daily White House briefing
		j := i + 2
		for p.at(j).title && j < i+5 {
			j++
		}
		b := p.at(j)
		return b.kind == mark && b.mark != '-' || b.class&(cSaid|cWill|cBe) != 0 || b.kind == word && p.pastForm(j) || b.class&cPrep != 0 && p.any(i-1, "in", "by", "told")
	}
	return p.is(i-1, "the") && (a.kind != word || a.class&(cSaid|cWill|cMay|cBe) != 0)
}

// dateFigures reads what starts with figures: dates, times, years, decades.
func (p *parser) dateFigures(i int) (timex.Meaning, int) {
	t := p.at(i)
	if t.mark == '\'' {
		if m, j := p.decadeOrYear(i); j > i && p.at(i+1).glued {
			if m.Point.Grain == timex.Year && !p.abbreviatedYear(i) {
				return timex.Meaning{}, i
			}
			return m, j
		}
		return timex.Meaning{}, i
	}
	if m, j := p.numericDate(i); j > i && (p.bare(i, j) || p.is(j, "t") && p.bare(i, i+1)) {
		if t := p.at(j); t.kind == word && t.glued && p.is(j, "t") {
			if c, _, ok := p.isoTime(j + 1); ok > j+1 {
				m.Point.Clock = c
				return m, ok
			}
		}
		if m.Point.Grain == timex.Day {
			return p.clockAfter(m, j)
		}
		return m, j
	}
	if m, j := p.clockDate(i); j > i {
		return m, j
	}
	if m, j := p.codedFigure(i); j > i {
		return m, j
	}
	if m, j := p.isoWeekDate(i); j > i {
		return m, j
	}
	if m, j := p.slashedDate(i); j > i {
		return p.clockAfter(m, j)
	}
	if m, j := p.dayMonth(i); j > i && (p.bare(i, i+1) || p.wordGlued(i) || p.endsRange(i)) && p.at(i-1).class&cMonth == 0 {
		return p.clockAfter(m, j)
	}
	if m, j := p.listedDay(i); j > i {
		return m, j
	}
	if m, j := p.era(i); j > i {
		return m, j
	}
	if m, start, j := p.sharedHead(i); j > i && start == i {
		return m, j
	}
	if m, j := p.decadeOrYear(i); j > i && p.loneYear(i, j, m) {
		if p.is(j, "or") && p.is(j+1, "later") || p.is(j, "and") && (p.is(j+1, "beyond") || p.is(j+1, "later")) {
			m.Mod = timex.ModOnOrAfter
			return m, j + 2
		}
		return m, j
	}
	return timex.Meaning{}, i
}

// endsRange reports whether token i ends a range of days: the 28 of 23-28.
func (p *parser) endsRange(i int) bool {
	return p.mark(i-1, '-') && p.at(i-2).kind == number && p.at(i-2).digits() <= 2 && p.bare(i-2, i-1)
}

// isoTime reads the time of "2021-10-09T10:30:00Z".
func (p *parser) isoTime(i int) (c timex.Clock, _ bool, next int) {
	h, m := p.at(i), p.at(i+2)
	if h.kind != number || !h.glued || h.digits() != 2 || !p.mark(i+1, ':') || m.kind != number || m.digits() != 2 || h.val > 23 || m.val > 59 {
		return c, false, i
	}
	c = timex.Clock{Exact: true, Hour: int8(h.val), Minute: int8(m.val)}
	next = i + 3
	if s := p.at(i + 4); p.mark(i+3, ':') && s.kind == number && s.digits() == 2 && s.val < 60 {
		c.Second, c.Seconds = int8(s.val), true
		next = i + 5
	}
	if p.is(next, "z") && p.at(next).glued {
		c.Zoned = true
		return c, true, next + 1
	}
	if s, h, m := p.at(next), p.at(next+1), p.at(next+3); (s.mark == '+' || s.mark == '-') && s.glued && h.kind == number && h.digits() == 2 && h.val <= 14 && p.mark(next+2, ':') && m.digits() == 2 && m.val < 60 {
		c.Zoned, c.Zone = true, int16(60*h.val+m.val)
		if s.mark == '-' {
			c.Zone = -c.Zone
		}
		next += 4
	}
	return c, true, next
}

// listedDay reads the bare day of a list or range of days: the "5" of "5, 6 and
// 7 October", which looks ahead for its month. Days rise, so lists are short.
func (p *parser) listedDay(i int) (timex.Meaning, int) {
	t := p.at(i)
	if t.kind != number || t.digits() > 2 || t.val < 1 || t.val > 31 {
		return timex.Meaning{}, i
	}
	j := i + 1
	if _, k := p.ordinal(i); k > i {
		j = k
	} else if !p.bare(i, i+1) {
		return timex.Meaning{}, i
	}
	end := j
	for last := t.val; ; {
		c := p.at(j)
		if c.class&cConj == 0 && c.mark != '-' && c.mark != ',' {
			return timex.Meaning{}, i
		}
		if m, k := p.dayMonth(j + 1); k > j+1 && m.Point.Day > last && p.at(i-1).class&cMonth == 0 {
			m.Point.Day = t.val
			return m, end
		}
		d, k := p.dayFigure(j + 1)
		if k == j+1 || d <= last {
			return timex.Meaning{}, i
		}
		last, j = d, k
	}
}

// inherited reads a day or a year that takes what it leaves out from the
// expression before it: the 10 of "October 9 to 10", the 90 of "1989-90".
func (p *parser) inherited(i int, before timex.Meaning) (timex.Meaning, int) {
	if before.Sense != timex.Calendar || before.Point.Clock.Set() && before.Point.Clock.Part == 0 {
		return timex.Meaning{}, i
	}
	t := p.at(i)
	if t.kind != number || t.digits() > 2 {
		return timex.Meaning{}, i
	}
	b := p.at(i - 1)
	if b.class&cConj == 0 && b.mark != '-' && b.mark != ',' && b.mark != '/' && !p.is(i-1, "until") {
		return timex.Meaning{}, i
	}
	switch before.Point.Grain {
	case timex.Day:
		if _, k := p.dayMonth(i); k > i || before.Point.Num == 0 || before.Point.Day == 0 || before.Weekday != 0 && b.mark == ',' {
			return timex.Meaning{}, i
		}
		d, j := p.dayFigure(i)
		a := p.at(j)
		if j == i || d <= before.Point.Day || d > timex.DaysIn(4, before.Point.Num) || a.class&(cUnit|cMonth) != 0 || a.kind == word && a.class == 0 && !a.title && p.lower(j) && b.mark == ',' {
			return timex.Meaning{}, i
		}
		if b.mark == ',' && !(a.mark == ',' || a.class&cConj != 0) || b.class&cConj != 0 && p.is(i-1, "and") && a.kind == word && a.class == 0 && p.lower(j) && !a.glued && p.plural(j) {
			return timex.Meaning{}, i
		}
		before.Point.Day, before.Weekday, before.Mod = d, 0, timex.ModNone
		return before, p.year(j, &before)
	case timex.Decade: // 1960s and 70s
		if before.Point.Year < 1000 || t.digits() != 2 || t.val%10 != 0 || t.val <= before.Point.Year%100 || !p.is(i+1, "s") || !p.at(i+1).glued {
			return timex.Meaning{}, i
		}
		return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Decade, Year: before.Point.Year - before.Point.Year%100 + t.val}}, i + 2
	case timex.Year:
		if t.digits() != 2 || b.mark != '-' || !b.glued || !t.glued || t.val != (before.Point.Year+1)%100 && t.val <= before.Point.Year%100 || !p.yearFree(i, i+1) {
			return timex.Meaning{}, i
		}
		y := before.Point.Year - before.Point.Year%100 + t.val
		if t.val < before.Point.Year%100 {
			y += 100
		}
		return timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Year, Year: y}}, i + 1
	}
	return timex.Meaning{}, i
}

func (p *parser) plural(i int) bool {
	s := p.surface(i)
	return len(s) > 3 && s[len(s)-1] == 's'
}
