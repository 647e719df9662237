package dates

// A parser finds temporal expressions in a stream of tokens.
type parser struct {
	tokens
	now      point // the publication date, if known
	dayFirst bool
	depth    int
}

// deepest bounds "early in the first half of the end of …".
const deepest = 3

// phrase reads the expression at token i, if one starts there.
func (p *parser) phrase(i int) (phrase, bool) {
	m, start, next := p.expression(i)
	if next <= i || m.sense == nonsense {
		return phrase{}, false
	}
	return phrase{meaning: m, first: start, next: next}, true
}

func (p *parser) expression(i int) (m meaning, start, next int) {
	t := p.at(i)
	if m, next = p.vague(i); next > i {
		return m, i, next
	}
	if (p.is(i, "pre") || p.is(i, "post")) && p.mark(i+1, '-') && p.at(i+1).glued {
		if y, j := p.yearFigure(i + 2); j > i+2 && p.at(i+2).glued { // post-1959 politics
			m = meaning{sense: calendar, point: point{grain: year, year: y}, mod: Before}
			if p.is(i, "post") {
				m.mod = After
			}
			return m, i, j
		}
		return m, i, i
	}
	if p.is(i, "sometime") {
		if m, start, next = p.exact(i + 1); next > i+1 && start == i+1 && (m.sense == deictic || m.sense == calendar) {
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
func (p *parser) exact(i int) (m meaning, start, next int) {
	t := p.at(i)
	if t.class&cHoliday != 0 {
		if m, next = p.holiday(i); next > i {
			return m, i, next
		}
	}
	switch {
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
			if m.point.grain == day {
				m, next = p.clockAfter(m, next)
			}
			return m, i, next
		}
	case t.class&cToday != 0:
		m, next = p.todayDate(i)
		return m, i, next
	case t.class&cTonight != 0:
		if p.is(i, "overnight") && p.at(i+1).kind == word && p.at(i+1).class == 0 && p.at(i-1).class&cArticle != 0 {
			return m, i, i
		}
		m = meaning{sense: deictic, unit: day, count: exactly(abs(t.val - 10)), back: t.val < 10, point: point{grain: day, clock: clock{part: night}}}
		if c, k := p.clockAt(i + 1); k > i+1 {
			c.pick(night)
			m.point.clock, next = c, k
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
			return m, i, next
		}
	}
	if t.class&cEdge != 0 && (p.is(i, "early") || p.is(i, "late") || p.is(i, "midway")) && p.is(i+1, "in") {
		if m, next = p.period(i + 2); next > i+2 && (m.sense == deictic || m.point.grain > day) {
			m.mod = Mod(t.val)
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
				return meaning{sense: calendar, point: point{grain: year, year: y}}, i, j
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
	}
	if t.class&cCode != 0 || p.is(i, "a") && p.mark(i+1, '.') {
		if m, next = p.coded(i); next > i {
			return m, i, next
		}
	}
	return p.nounPhrase(i)
}

// codedFigure reads "3Q 2021", "2H", "4Q21".
func (p *parser) codedFigure(i int) (meaning, int) {
	t, c := p.at(i), p.at(i+1)
	if t.digits() != 1 || t.val < 1 || !c.glued || !c.title || !p.bare(i, i+2) && p.at(i+2).kind != number {
		return meaning{}, i
	}
	m := meaning{sense: calendar}
	switch {
	case p.is(i+1, "q") && t.val <= 4:
		m.point = point{grain: quarter, num: t.val}
	case p.is(i+1, "h") && t.val <= 2:
		m.point = point{grain: half, num: t.val}
	default:
		return meaning{}, i
	}
	if y, j := p.yearOrTwo(i + 2); j > i+2 && p.at(i+2).glued {
		m.point.year = y
		return m, j
	}
	next := p.year(i+2, &m)
	if m.point.grain == half && next == i+2 {
		return meaning{}, i
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
func (p *parser) coded(i int) (meaning, int) {
	t, n := p.at(i), p.at(i+1)
	if j := p.spelled(i, "AD"); j > i && p.at(j).kind == number && p.at(j).digits() <= 4 && p.at(j).val > 0 {
		return meaning{sense: calendar, point: point{grain: year, year: p.at(j).val}}, j + 1
	}
	if !t.title || n.kind != number {
		return meaning{}, i
	}
	m := meaning{sense: calendar}
	switch {
	case p.is(i, "q") && n.glued && n.val >= 1 && n.val <= 4 && n.digits() == 1:
		m.point = point{grain: quarter, num: n.val}
	case p.is(i, "h") && n.glued && (n.val == 1 || n.val == 2) && n.digits() == 1:
		m.point = point{grain: half, num: n.val}
		if y, j := p.yearFigure(i + 2); j > i+2 {
			m.point.year = y
			return m, j
		}
		return meaning{}, i
	case p.is(i, "fy"):
		y, j := p.yearOrTwo(i + 1)
		m.point, m.fiscal = point{grain: year, year: y}, true
		return m, j
	case p.is(i, "ad") && n.digits() <= 4 && n.val > 0 && p.surface(i) == "AD":
		m.point = point{grain: year, year: n.val}
		return m, i + 2
	default:
		return meaning{}, i
	}
	return m, p.year(i+2, &m)
}

// era reads "490 BC", "44 B.C.", "AD" and "CE" behind a year.
func (p *parser) era(i int) (meaning, int) {
	t := p.at(i)
	if t.kind != number || t.digits() > 4 || t.val == 0 {
		return meaning{}, i
	}
	before, j := p.eraName(i + 1)
	if j == i+1 {
		return meaning{}, i
	}
	return meaning{sense: calendar, point: point{grain: year, year: t.val, before: before}}, j
}

// eraName reads "BC", "B.C.E." and the like.
func (p *parser) eraName(i int) (before bool, next int) {
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

// ordinalDate reads "the 15th of May", "the fifth of May 1990", "the 15th".
func (p *parser) ordinalDate(i int) (m meaning, start, next int) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if m, next = p.dayMonth(j); next > j && (j > i || p.at(i).kind == word) {
		m, next = p.clockAfter(m, next)
		return m, i, next
	}
	return m, i, i
}

// todayDate reads "today", "tomorrow morning", "yesterday at 3 p.m.".
func (p *parser) todayDate(i int) (meaning, int) {
	m, j := p.plainDay(i)
	if p.title(i) && p.newspaperShow(j) {
		return m, i
	}
	return p.clockAfter(m, j)
}

func (p *parser) title(i int) bool { return p.at(i).title && !p.at(i).paragraph }

// newspaperShow reports whether the capital Today before token i is part of a
// name.
func (p *parser) newspaperShow(i int) bool {
	return p.is(i, "show") || p.is(i, "programme") || !p.sentenceStart(i-1) && (p.at(i-2).title || p.at(i).title && p.at(i).class == 0)
}

// vague reads references to the past, the present and the future.
func (p *parser) vague(i int) (meaning, int) {
	t := p.at(i)
	ref := func(r, n int) (meaning, int) {
		return meaning{sense: reference, count: quantity{tenths: r}}, i + n
	}
	switch {
	case t.class&cRef != 0 && t.val != 0:
		if t.title && p.title(i) && !p.sentenceStart(i) {
			return meaning{}, i
		}
		if p.is(i, "now") && (p.mark(i+1, '-') && p.at(i+1).glued || t.title && p.mark(i+1, ',')) {
			return meaning{}, i
		}
		if p.is(i, "soon") && (p.is(i+1, "after") || p.is(i-1, "as") && !p.is(i+2, "possible") || p.is(i-1, "too") || p.is(i-1, "how")) {
			return meaning{}, i
		}
		return ref(t.val, 1)
	case p.is(i, "one") && p.is(i+1, "day") && p.someday(i):
		return ref(futureRef, 2)
	case p.is(i, "right") && p.is(i+1, "now"), p.is(i, "these") && p.is(i+1, "days"):
		return ref(presentRef, 2)
	case p.is(i, "more") && p.is(i+1, "recently"):
		return ref(pastRef, 2)
	case p.is(i, "as") && p.is(i+1, "soon") && p.is(i+2, "as") && p.is(i+3, "possible"):
		return ref(futureRef, 4)
	case p.is(i, "current"):
		if a := p.at(i + 1); a.class&(cUnit|cPeriod|cSeason|cMonth) != 0 && a.class&cShort == 0 || a.class&cFiscal != 0 && p.at(i+2).class&(cUnit|cPeriod) != 0 || p.at(i-1).class&cThat != 0 {
			return meaning{}, i
		}
		return ref(presentRef, 1)
	case p.is(i, "recent"):
		if a := p.at(i + 1); a.class&(cUnit|cPeriod|cSeason) != 0 && a.class&cShort == 0 || p.is(i-1, "most") {
			return meaning{}, i
		}
		return ref(pastRef, 1)
	case p.is(i, "the"):
		switch {
		case p.is(i+1, "near") && (p.is(i+2, "future") || p.is(i+2, "term")), p.is(i+1, "short") && p.is(i+2, "term"), p.is(i+1, "foreseeable") && p.is(i+2, "future"), p.is(i+1, "immediate") && p.is(i+2, "future"):
			return ref(futureRef, 3)
		case p.is(i+1, "recent") && p.is(i+2, "past"), p.is(i+1, "distant") && p.is(i+2, "past"):
			return ref(pastRef, 3)
		case p.is(i+1, "future") && !p.at(i+1).title && p.at(i+2).class&cUnit == 0 && !p.is(i+2, "of"):
			return ref(futureRef, 2)
		case p.is(i+1, "past") && (p.is(i-1, "in") || p.is(i-1, "of") || p.at(i+2).kind == mark && !p.mark(i+2, '-')) && p.at(i+2).class&(cUnit|cCardinal|cVague|cOrdinal|cSeason|cWeekday|cMonth|cPart|cFiscal|cDecade|cPeriod) == 0 && p.at(i+2).kind != number:
			return ref(pastRef, 2)
		}
	case p.is(i, "future") && !t.title:
		if a := p.at(i + 1); a.class&cUnit != 0 {
			return meaning{}, i
		}
		if p.is(i-1, "the") || p.is(i+1, "contract") || p.is(i+1, "contracts") || p.at(i-1).class == 0 && p.at(i-1).kind == word {
			return meaning{}, i
		}
		return ref(futureRef, 1)
	}
	return meaning{}, i
}

// someday reports whether the "one day" at token i is any day to come: will one
// day lead, could return one day.
func (p *parser) someday(i int) bool {
	if a := p.at(i + 2); a.class&cPost != 0 || a.mark == '-' || p.is(i+2, "after") || p.is(i+2, "of") {
		return false
	}
	if p.at(i-1).class&(cPrep|cApprox|cMeasured|cTo) != 0 && p.at(i-1).class&cWill == 0 || p.is(i-1, "than") || p.is(i-1, "only") {
		return false
	}
	for j := i - 1; j >= i-4 && !p.stop(j); j-- {
		if p.at(j).class&cWill != 0 || p.is(j, "could") || p.is(j, "may") || p.is(j, "might") {
			return true
		}
	}
	return false
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

// approximate reads "nearly", "more than", "at least", "up to" and the
// expression they belong to.
func (p *parser) approximate(i int) (m meaning, start, next int) {
	mod, j := p.approx(i)
	if j == i {
		return m, i, i
	}
	m, start, next = p.exact(j)
	if next <= j || start > j || m.sense == reference || m.sense == recurring {
		return m, i, i
	}
	if m.sense == calendar && m.point.grain == day && (mod == MoreThan || mod == LessThan || m.weekday > 0 && !m.point.clock.set()) {
		return m, i, i
	}
	if p.is(i, "over") && (m.sense != span || !p.measured(i)) {
		return m, start, next // during
	}
	if m.mod == NoMod || m.mod == EqualOrMore {
		m.mod = mod
		if m.sense != span {
			m.mod = ofPoint(mod, m.sense == deictic && m.back, p.is(i, "nearly") || p.is(i, "almost"))
		}
	}
	if p.is(i, "about") || p.is(i, "over") || p.is(i, "some") {
		return m, start, next
	}
	return m, i, next
}

// ofPoint turns a bound on a length of time into one on a point in time: what
// was more than a year ago was before the year that it names.
func ofPoint(mod Mod, ago, nearly bool) Mod {
	switch {
	case nearly:
		return Approx
	case mod == MoreThan && ago:
		return Before
	case mod == LessThan && ago:
		return After
	case mod == EqualOrLess && ago, mod == EqualOrMore && !ago:
		return OnOrAfter
	case mod == EqualOrLess, mod == EqualOrMore:
		return OnOrBefore
	case mod == MoreThan:
		return After
	case mod == LessThan:
		return Before
	}
	return mod
}

// measured reports whether the "over" at token i means more than, as in "for
// over seven years", and not during, as in "a loan over seven years".
func (p *parser) measured(i int) bool {
	if p.is(i+1, "the") || p.at(i+1).class&(cLast|cNext|cThis|cThat) != 0 {
		return false
	}
	b := p.at(i - 1)
	return b.kind != word || b.class&cMeasured != 0
}

func (p *parser) approx(i int) (Mod, int) {
	t := p.at(i)
	switch {
	case t.class&cApprox != 0 && t.val != 0:
		if p.is(i, "some") && p.at(i+1).kind != number && p.at(i+1).class&cCardinal == 0 {
			return NoMod, i
		}
		return Mod(t.val), i + 1
	case p.is(i, "more") && p.is(i+1, "than"):
		return MoreThan, i + 2
	case (p.is(i, "less") || p.is(i, "fewer")) && p.is(i+1, "than"):
		return LessThan, i + 2
	case p.is(i, "no") && p.is(i+2, "than"):
		if p.is(i+1, "more") || p.is(i+1, "later") {
			return EqualOrLess, i + 3
		}
		if p.is(i+1, "less") || p.is(i+1, "earlier") {
			return EqualOrMore, i + 3
		}
	case p.is(i, "at") && p.is(i+1, "least"):
		return EqualOrMore, i + 2
	case p.is(i, "at") && p.is(i+1, "most"):
		return EqualOrLess, i + 2
	case p.is(i, "up") && p.is(i+1, "to"):
		return EqualOrLess, i + 2
	case p.is(i, "as") && (p.is(i+1, "much") || p.is(i+1, "many") || p.is(i+1, "long")) && p.is(i+2, "as"):
		return EqualOrLess, i + 3
	}
	return NoMod, i
}

// edgeOf reads "the end of 1994", "the middle of next week", "early in the
// year", "late in 1989", "the rest of the year".
func (p *parser) edgeOf(i int) (meaning, int) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if p.is(j, "very") {
		j++
	}
	t := p.at(j)
	mod := Mod(0)
	switch {
	case p.is(j, "middle"):
		mod = Mid
	case t.class&cEdgeOf != 0:
		mod = Mod(t.val)
	default:
		return meaning{}, i
	}
	if !p.is(j+1, "of") {
		return meaning{}, i
	}
	if p.is(j, "close") || p.is(j, "rest") && j == i {
		return meaning{}, i
	}
	m, next := p.period(j + 2)
	if next == j+2 {
		return meaning{}, i
	}
	m.mod = mod
	return m, next
}

// period reads a date after "of": where "the year" can only be this year.
func (p *parser) period(i int) (meaning, int) {
	if p.depth >= deepest {
		return meaning{}, i
	}
	p.depth++
	defer func() { p.depth-- }()
	if t := p.at(i); t.class&cUnit != 0 && t.class&cPlural == 0 && (unit(t.val) == week || unit(t.val) == month || unit(t.val) == year) && p.is(i-2, "end") && !p.mark(i+1, '-') { // by end of year
		return meaning{sense: deictic, unit: unit(t.val), count: exactly(0), rel: relThat}, i + 1
	}
	if p.is(i, "the") && p.at(i+1).class&cUnit != 0 && p.at(i+1).class&cPlural == 0 && p.at(i+1).val >= int(day) {
		u := unit(p.at(i + 1).val)
		switch {
		case u == day && p.is(i-1, "of") && (p.is(i-4, "by") || p.is(i-2, "rest") || p.is(i-2, "remainder")) && !p.is(i+2, "of"):
			return meaning{sense: deictic, unit: day, count: exactly(0), rel: relThat}, i + 2
		case p.is(i+2, "of"), u == quarter:
		case u == decade || u == century, u == day, u == weekend, u == year && p.at(i+2).kind == number:
		default:
			return meaning{sense: deictic, unit: u, count: exactly(0), rel: relThat}, i + 2
		}
	}
	m, start, next := p.exact(i)
	if next <= i || start > i+1 || m.sense != calendar && m.sense != deictic && m.sense != anaphoric && m.sense != samePeriod {
		if u := p.at(i + 1); p.is(i, "the") && (p.is(i+1, "decade") || p.is(i+1, "century")) {
			return meaning{sense: deictic, unit: unit(u.val), count: exactly(0), rel: relThat}, i + 2
		}
		return meaning{}, i
	}
	return m, next
}

// earlier reads "earlier this year", "later that day", "earlier Tuesday",
// "later in the week".
func (p *parser) earlier(i int) (meaning, int) {
	mod := Mod(p.at(i).val)
	j := i + 1
	if p.is(j, "in") || p.is(j, "on") {
		j++
		if p.is(j, "the") && p.at(j+1).class&cUnit != 0 && p.at(j+1).class&cPlural == 0 && p.at(j+1).val >= int(day) && !p.is(j+2, "of") {
			return meaning{sense: deictic, unit: unit(p.at(j + 1).val), count: exactly(0), rel: relThat, mod: mod}, j + 2
		}
		return meaning{}, i
	}
	t := p.at(j)
	if t.class&(cThis|cThat|cLast|cNext|cToday|cWeekday) == 0 {
		return meaning{}, i
	}
	m, start, next := p.exact(j)
	if next <= j || start != j || m.sense == span || m.sense == recurring || m.sense == reference {
		return meaning{}, i
	}
	m.mod = mod
	return m, next
}

// set reads "daily", "weekly", "annually".
func (p *parser) set(i int) (meaning, int) {
	t := p.at(i)
	if p.title(i) && (!p.sentenceStart(i) || p.mark(i-1, ',') || p.at(i+1).title) || p.is(i, "quarterly") || p.paperDaily(i) || p.mark(i-1, '%') || p.is(i-1, "percent") {
		return meaning{}, i
	}
	return meaning{sense: recurring, unit: unit(t.val), count: exactly(1)}, i + 1
}

// paperDaily reports whether the "daily" at token i is a newspaper: told the daily.
func (p *parser) paperDaily(i int) bool {
	a := p.at(i + 1)
	return p.is(i-1, "the") && (a.kind != word || a.class&(cSaid|cWill|cMay|cBe) != 0)
}

// dateFigures reads what starts with figures: dates, times, years, decades.
func (p *parser) dateFigures(i int) (meaning, int) {
	t := p.at(i)
	if t.mark == '\'' {
		if m, j := p.decadeOrYear(i); j > i && p.at(i+1).glued {
			if m.point.grain == year && !p.abbreviatedYear(i) {
				return meaning{}, i
			}
			return m, j
		}
		return meaning{}, i
	}
	if m, j := p.numericDate(i); j > i && (p.bare(i, i+1) || !p.at(i).glued || p.at(i-1).mark == '(') {
		if t := p.at(j); t.kind == word && t.glued && p.is(j, "t") {
			if c, _, ok := p.isoTime(j + 1); ok > j+1 {
				m.point.clock = c
				return m, ok
			}
		}
		if m.point.grain == day {
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
			m.mod = OnOrAfter
			return m, j + 2
		}
		return m, j
	}
	return meaning{}, i
}

// endsRange reports whether token i ends a range of days: the 28 of 23-28.
func (p *parser) endsRange(i int) bool {
	return p.mark(i-1, '-') && p.at(i-2).kind == number && p.at(i-2).digits() <= 2 && p.bare(i-2, i-1)
}

// isoTime reads the time of "2021-10-09T10:30:00Z".
func (p *parser) isoTime(i int) (c clock, _ bool, next int) {
	h, m := p.at(i), p.at(i+2)
	if h.kind != number || !h.glued || h.digits() != 2 || !p.mark(i+1, ':') || m.kind != number || m.digits() != 2 || h.val > 23 || m.val > 59 {
		return c, false, i
	}
	c = clock{exact: true, hour: int8(h.val), minute: int8(m.val)}
	next = i + 3
	if s := p.at(i + 4); p.mark(i+3, ':') && s.kind == number && s.digits() == 2 && s.val < 60 {
		c.second, c.seconds = int8(s.val), true
		next = i + 5
	}
	if p.is(next, "z") && p.at(next).glued {
		c.zoned = true
		return c, true, next + 1
	}
	if s, h, m := p.at(next), p.at(next+1), p.at(next+3); (s.mark == '+' || s.mark == '-') && s.glued && h.kind == number && h.digits() == 2 && h.val <= 14 && p.mark(next+2, ':') && m.digits() == 2 && m.val < 60 {
		c.zoned, c.zone = true, int16(60*h.val+m.val)
		if s.mark == '-' {
			c.zone = -c.zone
		}
		next += 4
	}
	return c, true, next
}

// abbreviatedYear allows '98 where a year is likely.
func (p *parser) abbreviatedYear(i int) bool {
	b := p.at(i - 1)
	return b.class&(cPrep|cSeason|cMonth|cEdge|cConj) != 0 && !p.at(i+2).glued
}

// decadeOrYear reads "1980s", "'80s", "1980's", "eighties", "1980".
func (p *parser) decadeOrYear(i int) (meaning, int) {
	t := p.at(i)
	if t.class&cDecade != 0 {
		return meaning{sense: calendar, point: point{grain: decade, year: 1900 + t.val}}, i + 1
	}
	j := i
	if t.mark == '\'' {
		j++
	}
	k := p.at(j)
	if k.kind != number {
		return meaning{}, i
	}
	s := j + 1
	if p.mark(s, '\'') && p.at(s).glued {
		s++
	}
	plural := p.is(s, "s") && p.at(s).glued && !(p.at(s+1).glued && p.at(s+1).mark == '\'')
	if plural && k.digits() == 4 && k.val%100 == 0 && k.val >= 1000 && k.val < 1900 && s == j+1 {
		return meaning{sense: calendar, point: point{grain: century, year: k.val/100 + 1}}, s + 1
	}
	if plural && k.val%10 == 0 && s == j+1 || plural && k.val%10 == 0 && p.at(i-1).class&(cArticle|cEdge) != 0 || plural && k.val%10 == 0 && p.mark(i-1, '-') {
		switch {
		case k.digits() == 4 && k.val >= 1000 && k.val < 2200:
			return meaning{sense: calendar, point: point{grain: decade, year: k.val}}, s + 1
		case k.digits() == 2 && k.val >= 10 && (j > i || k.val >= 20 && p.at(i-1).class&(cArticle|cEdge) != 0 || p.mark(i-1, '-')):
			return meaning{sense: calendar, point: point{grain: decade, year: p.fullYear(k.val)}}, s + 1
		}
	}
	if y, n := p.yearFigure(i); n > i && p.yearFree(i, n) {
		return meaning{sense: calendar, point: point{grain: year, year: y}}, n
	}
	return meaning{}, i
}

// loneYear decides whether four figures are a year.
func (p *parser) loneYear(i, next int, m meaning) bool {
	if m.point.grain != year {
		return p.bare(i, next) || p.at(i).glued
	}
	b, a := p.at(i-1), p.at(next)
	if !p.bare(i, next) {
		// The second year of 1989-90 and the first.
		return (b.mark == '-' || b.mark == '/') && p.at(i-2).kind == number && p.at(i-2).digits() == 4 && b.glued && p.bare(i-2, i-1) && p.at(i-2).val < m.point.year && p.at(i-2).val > 1000
	}
	y := m.point.year
	prep := b.class&(cPrep|cConj|cEdge|cFiscal) != 0
	if a.kind == word && !a.glued && a.class&(cUnit|cApprox) != 0 && a.class&cPlural != 0 || p.is(next, "percent") || p.is(next, "people") || p.is(next, "million") || p.is(next, "billion") || p.is(next, "hours") {
		return false
	}
	if b.class&cNumbered != 0 || p.is(i-2, "no") && p.mark(i-1, '.') || a.class&cCounted != 0 && !a.glued && (b.class&(cPrep|cArticle|cThat) == 0 || p.is(i-1, "of") || p.is(i-1, "for") || p.is(i-1, "with") || p.is(i-1, "to")) {
		return false
	}
	if m := p.at(next + 1); a.mark == '-' && a.glued && m.kind == number && m.glued && m.digits() != 2 && m.digits() != 4 {
		return false
	}
	if p.zoneName(next) {
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
	if y < 1500 && !p.is(i-1, "of") {
		return false
	}
	return prep && !p.is(i-1, "to") && !p.is(i-1, "about") && !p.is(i-1, "at") && (a.kind != word || a.class&(cPrep|cConj|cBe|cSaid|cArticle|cWill) != 0 || a.title && y > 1500) || b.mark == '(' && (a.mark == ')' || a.mark == '-') || b.mark == '-' && p.at(i-2).kind == number && p.at(i-2).digits() == 4
}

// listedDay reads the bare day of a list or range of days: the "5" of "5, 6 and
// 7 October", which looks ahead for its month. Days rise, so lists are short.
func (p *parser) listedDay(i int) (meaning, int) {
	t := p.at(i)
	if t.kind != number || t.digits() > 2 || t.val < 1 || t.val > 31 {
		return meaning{}, i
	}
	j := i + 1
	if _, k := p.ordinal(i); k > i {
		j = k
	} else if !p.bare(i, i+1) {
		return meaning{}, i
	}
	end := j
	for last := t.val; ; {
		c := p.at(j)
		if c.class&cConj == 0 && c.mark != '-' && c.mark != ',' {
			return meaning{}, i
		}
		if m, k := p.dayMonth(j + 1); k > j+1 && m.point.day > last && p.at(i-1).class&cMonth == 0 {
			m.point.day = t.val
			return m, end
		}
		d, k := p.dayFigure(j + 1)
		if k == j+1 || d <= last {
			return meaning{}, i
		}
		last, j = d, k
	}
}

// inherited reads a day or a year that takes what it leaves out from the
// expression before it: the 10 of "October 9 to 10", the 90 of "1989-90".
func (p *parser) inherited(i int, before meaning) (meaning, int) {
	if before.sense != calendar || before.point.clock.set() && before.point.clock.part == 0 {
		return meaning{}, i
	}
	t := p.at(i)
	if t.kind != number || t.digits() > 2 {
		return meaning{}, i
	}
	b := p.at(i - 1)
	if b.class&cConj == 0 && b.mark != '-' && b.mark != ',' && b.mark != '/' && !p.is(i-1, "until") {
		return meaning{}, i
	}
	switch before.point.grain {
	case day:
		if _, k := p.dayMonth(i); k > i || before.point.num == 0 || before.point.day == 0 || before.weekday != 0 && b.mark == ',' {
			return meaning{}, i
		}
		d, j := p.dayFigure(i)
		a := p.at(j)
		if j == i || d <= before.point.day || d > daysIn(4, before.point.num) || a.class&(cUnit|cMonth) != 0 || a.kind == word && a.class == 0 && !a.title && p.lower(j) && b.mark == ',' {
			return meaning{}, i
		}
		if b.mark == ',' && !(a.mark == ',' || a.class&cConj != 0) || b.class&cConj != 0 && p.is(i-1, "and") && a.kind == word && a.class == 0 && p.lower(j) && !a.glued && p.plural(j) {
			return meaning{}, i
		}
		before.point.day, before.weekday, before.mod = d, 0, NoMod
		return before, p.year(j, &before)
	case decade: // 1960s and 70s
		if before.point.year < 1000 || t.digits() != 2 || t.val%10 != 0 || t.val <= before.point.year%100 || !p.is(i+1, "s") || !p.at(i+1).glued {
			return meaning{}, i
		}
		return meaning{sense: calendar, point: point{grain: decade, year: before.point.year - before.point.year%100 + t.val}}, i + 2
	case year:
		if t.digits() != 2 || b.mark != '-' && b.mark != '/' || !b.glued || !t.glued || t.val != (before.point.year+1)%100 && (t.val <= before.point.year%100 || b.mark == '/') || !p.yearFree(i, i+1) {
			return meaning{}, i
		}
		y := before.point.year - before.point.year%100 + t.val
		if t.val < before.point.year%100 {
			y += 100
		}
		return meaning{sense: calendar, point: point{grain: year, year: y}}, i + 1
	}
	return meaning{}, i
}

func (p *parser) plural(i int) bool {
	s := p.surface(i)
	return len(s) > 3 && s[len(s)-1] == 's'
}
