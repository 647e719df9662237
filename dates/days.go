package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file reads the days, months and years of the calendar.

// year reads a year that follows a month or a day: "1989", ", 1989", "of
// 1989", "nineteen ninety-six", "last year", "of this year".
func (p *parser) year(i int, m *timex.Meaning) (next int) {
	j := i
	if p.mark(j, ',') || p.is(j, "of") {
		j++
	}
	if e, k := p.era(j); k > j && m.Holiday == 0 && m.Point.Grain != timex.Week { // August 480 BC
		m.Point.Year, m.Point.Before = e.Point.Year, e.Point.Before
		return k
	}
	j = i
	if p.mark(j, ',') {
		j++
	}
	if y, k := p.yearFigure(j); k > j && p.yearFree(j, k) {
		m.Point.Year = y
		return p.doubleYear(k)
	}
	if p.mark(i, ',') {
		return i
	}
	if y, k := p.yearWords(j); k > j {
		m.Point.Year = y
		return k
	}
	if p.is(j, "fy") && p.title(j) {
		if y, k := p.yearOrTwo(j + 1); k > j+1 {
			m.Point.Year, m.Fiscal = y, true
			return k
		}
	}
	if p.is(j, "of") || p.is(j, "in") && p.at(j+1).kind == number {
		j++
		if p.at(j).class&cFiscal != 0 {
			m.Fiscal = true
			j++
		}
		if p.is(j, "the") && p.is(j+1, "year") {
			j += 2
		}
		if y, k := p.yearFigure(j); k > j {
			m.Point.Year = y
			return p.doubleYear(k)
		}
		if y, k := p.yearWords(j); k > j {
			m.Point.Year = y
			return k
		}
	}
	if r, k := p.relUnit(j, "year"); k > j {
		m.YearRel = r
		return k
	}
	if g := m.Point.Grain; g == timex.Day || g == timex.Month || g == timex.Season {
		if n, k := p.yearsAgo(j); k > j {
			m.YearRel, m.Count = timex.RelAgo, n
			return k
		}
	}
	return i
}

// yearsAgo reads the year that is counted back from now: May two years ago.
func (p *parser) yearsAgo(i int) (n timex.Quantity, next int) {
	n, next = timex.Exactly(1), i+1
	if !p.is(i, "a") {
		if t := p.at(i); t.kind != number && t.class&cCardinal == 0 {
			return n, i
		}
		if n, next = p.quantity(i); next == i || !n.Whole() || n.Tenths > 10*500 {
			return n, i
		}
	}
	if !p.any(next, "year", "years") || !p.is(next+1, "ago") {
		return n, i
	}
	return n, next + 2
}

// yearFree reports whether the figures that end before next are a year and not
// the start of something longer.
func (p *parser) yearFree(i, next int) bool {
	a := p.at(next)
	if !a.glued || a.kind == end {
		return true
	}
	switch a.mark {
	case '/': // 2020/21
		n := p.at(next + 1)
		return n.kind != number || !n.glued || n.digits() == 2 && n.val == (p.at(next-1).val+1)%100 || n.digits() == 4 && n.val == p.at(next-1).val+1
	case ',', '.', ':':
		return !(p.at(next+1).kind == number && p.at(next+1).glued)
	case '%':
		return false
	}
	return a.kind == mark
}

// relUnit reads "last year", "this past year", "the following year", "that
// same week".
func (p *parser) relUnit(i int, unit string) (timex.Rel, int) {
	r, j := p.rel(i)
	if j > i && p.is(j, unit) {
		return r, j + 1
	}
	return timex.NoRel, i
}

// rel reads the words that point from an anchor: "last", "this coming", "the
// same", "the previous".
func (p *parser) rel(i int) (timex.Rel, int) {
	j := i
	the := p.is(j, "the")
	if the {
		j++
	}
	switch {
	case p.is(j, "this"):
		switch {
		case p.is(j+1, "past") || p.is(j+1, "last"):
			return timex.RelPast, j + 2
		case p.is(j+1, "coming") || p.is(j+1, "upcoming") || p.is(j+1, "next"):
			return timex.RelNext, j + 2
		case p.is(j+1, "current") || p.is(j+1, "same"):
			return timex.RelThis, j + 2
		}
		return timex.RelThis, j + 1
	case p.is(j, "current"):
		return timex.RelThis, j + 1
	case p.is(j, "that"):
		if a := p.at(j + 1); a.class&(cMonth|cWeekday) != 0 && p.at(j-1).class&cPrep == 0 && p.verb(j+2) != timex.NoTense { // figures show that July was dry
			return timex.NoRel, i
		}
		if p.is(j+1, "year") && p.is(j+2, "after") { // that year after year falls
			return timex.NoRel, i
		}
		if p.is(j+1, "same") {
			j++
		}
		return timex.RelThat, j + 1
	case p.is(j, "same"):
		return timex.RelThat, j + 1
	case p.is(j, "last"):
		if !the && p.infinitive(j) {
			return timex.NoRel, i
		}
		return timex.RelLast, j + 1
	case p.is(j, "past"):
		return timex.RelPast, j + 1
	case p.at(j).class&cLast != 0:
		return timex.RelPrevious, j + 1
	case p.is(j, "next"):
		if the {
			return timex.RelFollowing, j + 1
		}
		return timex.RelNext, j + 1
	case p.is(j, "following") && p.at(j+1).class&(cWeekday|cMonth) != 0 && !the && !p.is(j-1, "the"): // following Monday's vote
		return timex.NoRel, i
	case p.is(j, "following") || p.is(j, "subsequent") || p.is(j, "ensuing"):
		return timex.RelFollowing, j + 1
	case p.at(j).class&cNext != 0:
		return timex.RelNext, j + 1
	case p.at(j).class&cEvery != 0 && !(p.is(j, "each") && p.is(j+1, "other")):
		return timex.RelEvery, j + 1
	}
	return timex.NoRel, i
}

// infinitive reports whether the "last" at token i is the verb: will last two
// hours, may last until Friday.
func (p *parser) infinitive(i int) bool {
	if p.at(i-1).class&(cTo|cWill|cMay) == 0 && !p.is(i-1, "not") {
		return false
	}
	a := p.at(i + 1)
	return a.kind == number || a.class&(cCardinal|cVague|cArticle|cApprox|cPrep) != 0
}

// weekdayName reads the name of a day of the week.
func (p *parser) weekdayName(i int) (n, next int) {
	t := p.at(i)
	if t.class&cWeekday == 0 {
		return 0, i
	}
	next = i + 1
	if t.class&cShort == 0 {
		if t.title && !p.newspaper(next) && !p.nickname(i) {
			return t.val, next
		}
		if !t.title {
			return t.val, next
		}
		return 0, i
	}
	if p.mark(next, '.') && p.at(next).glued {
		next++
	}
	j := next
	if p.mark(j, ',') {
		j++
	}
	if t.val == 7 && p.any(i-1, "toronto", "edmonton", "calgary", "ottawa", "winnipeg", "vancouver", "baltimore") { // newspapers
		return 0, i
	}
	if t.glued && p.mark(i-1, '-') || !t.title || !(p.at(j).class&cMonth != 0 || p.at(j).kind == number && (p.at(j).digits() <= 2 || p.mark(j+1, '-')) || next == i+2 && t.val != 7 && t.val != 6) {
		return 0, i
	}
	return t.val, next
}

// newspaper reports whether a name goes on after a weekday: the Sunday Times.
func (p *parser) newspaper(i int) bool {
	for _, w := range [...]string{"Times", "Mirror", "Telegraph", "Post", "Express", "Mail", "Herald", "Star", "Tribune", "World", "Business", "Independent", "School"} {
		if p.surface(i) == w {
			return true
		}
	}
	return p.surface(i) == "Night" && p.at(i+1).title && p.at(i+1).class == 0 // Saturday Night Fever
}

// nickname reports whether the weekday at token i is the name of one day of
// history or of an occasion: Bloody Sunday, Super Tuesday.
func (p *parser) nickname(i int) bool {
	b := i - 1
	return p.at(b).title && (p.is(b, "sheffield") || p.is(b, "black") || p.is(b, "bloody") || p.is(b, "super") || p.is(b, "good"))
}

// weekdayDate reads an expression that starts with a day of the week.
func (p *parser) weekdayDate(i int) (timex.Meaning, int) {
	if m, j := p.scheduled(i); j > i {
		return m, j
	}
	n, j := p.weekdayName(i)
	if j == i {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Weekday: n, Point: timex.Point{Grain: timex.Day}}
	if p.at(i).class&cPlural != 0 { // Saturdays at 5:30 p.m.
		m, j = p.clockAfter(m, j)
		m.Sense, m.Unit = timex.Recurring, timex.Day
		return m, j
	}
	if d, k := p.dateOfWeekday(j, n); k > j {
		return p.clockAfter(d, k)
	}
	if p.is(j, "the") {
		k := j + 1
		if d, l := p.ordinal(k); l > k && d <= 31 && !(p.at(l).kind == word && p.at(l).class == 0 && p.lower(l)) {
			m.Point.Day = d
			return m, l
		}
	}
	if p.britishWeek(j) {
		m.Rel, m.Count = timex.RelNext, timex.Exactly(1)
		return p.clockAfter(m, j+1)
	}
	m, j = p.clockAfter(m, j)
	if m.Sense == timex.Recurring {
		return m, j
	}
	k := j
	if p.is(k, "of") {
		k++
	}
	if r, l := p.relUnit(k, "week"); l > k {
		m.WeekRel = r
		return m, l
	}
	return m, j
}

// britishWeek reports whether the word at token i puts the day of the week before
// it off by a week: Saturday week.
func (p *parser) britishWeek(i int) bool {
	a := p.at(i + 1)
	return p.is(i, "week") && p.lower(i) && !p.mark(i+1, '-') && (a.kind != word || a.class&(cPrep|cConj|cArticle|cBe|cWill|cSubject) != 0)
}

// openDays reports whether the range of days of the week that starts at token i stands
// beside a range of hours, and is long enough to be that of all weeks: 9 a.m. to 5 p.m. Monday to Friday.
func (p *parser) openDays(i int) bool {
	if !p.weekdayRange(i) || (p.at(i+2).val-p.at(i).val+7)%7 < 4 || p.at(i+3).class&(cThis|cLast|cNext) != 0 {
		return false
	}
	j := i + 3
	if p.mark(j, ',') || p.is(j, "from") {
		j++
	}
	if _, k := p.clock(j); k > j && p.joins(k) {
		return true
	}
	b := i - 1
	if p.mark(b, ',') {
		b--
	}
	for range 6 { // to the hour before, in at most six tokens: 5:30 p.m.
		if b--; p.joins(b) {
			return p.mark(b-1, '.') || p.any(b-1, "m", "am", "pm", "noon", "midnight") || p.at(b-1).kind == number && p.at(b+1).kind == number
		}
	}
	return false
}

// joins reports whether the word or dash at token i joins the ends of a range.
func (p *parser) joins(i int) bool { return p.mark(i, '-') || p.any(i, "to", "until") }

// weekdayRange reports whether a range of whole days of the week starts at token i.
func (p *parser) weekdayRange(i int) bool {
	return p.at(i).class&(cWeekday|cPlural|cShort) == cWeekday && (p.mark(i+1, '-') || p.any(i+1, "to", "through")) && p.at(i+2).class&(cWeekday|cPlural|cShort) == cWeekday
}

// scheduled reads a day of a timetable: "Mon-Fri", "9 a.m. to 5 p.m. Monday to Friday".
func (p *parser) scheduled(i int) (timex.Meaning, int) {
	if p.openDays(i) || p.openDays(i-2) {
		return timex.Meaning{Sense: timex.Recurring, Unit: timex.Day, Weekday: p.at(i).val, Point: timex.Point{Grain: timex.Day}}, i + 1
	}
	if !p.shortWeekday(i) || !(p.mark(i+1, '-') && p.shortWeekday(i+2)) && !(p.mark(i-1, '-') && p.shortWeekday(i-2)) {
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Recurring, Unit: timex.Day, Weekday: p.at(i).val, Point: timex.Point{Grain: timex.Day}}, i + 1
}

func (p *parser) shortWeekday(i int) bool {
	t := p.at(i)
	return t.class&(cWeekday|cShort) == cWeekday|cShort && t.title
}

// dateOfWeekday reads the date behind a day of the week: "Friday, Oct. 6",
// "Tuesday 14 March", "Sunday, the 3rd of May", "Monday 03/04/2019".
func (p *parser) dateOfWeekday(i, weekday int) (m timex.Meaning, next int) {
	j := i
	if p.mark(j, ',') {
		j++
	}
	if p.is(j, "the") {
		j++
	}
	m, next = p.monthDay(j)
	if next == j || m.Point.Day == 0 {
		m, next = p.dayMonth(j)
	}
	if next == j || m.Point.Day == 0 {
		m, next = p.numericDate(j)
	}
	if next == j {
		m, next = p.slashed(j)
	}
	if next == j || m.Point.Day == 0 {
		return timex.Meaning{}, i
	}
	m.Weekday = weekday
	return m, next
}

// monthName reads the name of a month, if it is one here: "may" and "march"
// are words before they are months.
func (p *parser) monthName(i int) (n, next int) {
	t := p.at(i)
	if t.class&cMonth == 0 || t.glued && p.mark(i-1, '/') && p.at(i-1).glued && p.at(i-2).kind == word && p.at(i-2).class&cMonth == 0 { // events/september-11
		return 0, i
	}
	next = i + 1
	if t.class&cShort != 0 {
		dot := p.mark(next, '.') && p.at(next).glued
		if dot {
			next++
		}
		j := next
		if p.mark(j, '-') || p.mark(j, ',') {
			j++
		}
		if t.title && j > next && p.mark(next, '-') && p.at(j).class&cMonth != 0 && p.at(j).glued { // Sept-Oct
			return t.val, next
		}
		if p.at(j).kind == number && (p.at(j).digits() <= 2 || p.at(j).digits() == 4) && (t.title || p.at(i-1).kind == number) || dot && t.title && len("sept") >= t.end-t.start && t.val != 3 && t.val != 12 && t.val != 1 {
			return t.val, next
		}
		if before := p.at(i - 1); before.kind == number && before.digits() <= 2 && t.title || p.at(i-1).mark == '-' && p.at(i-2).kind == number && t.title || dot && t.title && p.at(i-1).class&(cPrep|cLast|cNext|cThis|cEdge) != 0 || t.title && p.at(i-1).class&cOrdinal == 0 && p.ordinalBefore(i) || !dot && p.undotted(i) {
			return t.val, next
		}
		return 0, i
	}
	if !t.title && !p.plainMonth(i) || p.forename(i) {
		return 0, i
	}
	if t.val == 5 || t.val == 3 {
		return p.wordMonth(i)
	}
	return t.val, next
}

// undotted reports whether the Aug or Nov at token i is a month, though no full stop and
// no figure says so: in Aug, last Nov. Jan, Jun and Mar are names as well.
func (p *parser) undotted(i int) bool {
	t, a, b := p.at(i), p.at(i+1), p.at(i-1)
	if !t.title || t.val == 1 || t.val == 3 || t.val == 6 || a.glued && a.kind != mark || a.title || p.possessive(i+1) || p.text[t.end-1] < 'a' {
		return false
	}
	return b.class&(cLast|cNext|cThis|cEdge) != 0 || p.is(i-1, "in") || p.is(i-1, "since") || p.is(i-1, "until") || p.is(i-1, "of") && p.at(i-2).class&(cUnit|cEdgeOf) != 0
}

// forename reports whether the April, June or August at token i is a person's
// name: a surname follows, or what the person says, and nothing before it makes a
// date of it.
func (p *parser) forename(i int) bool {
	t, a, b := p.at(i), p.at(i+1), p.at(i-1)
	surname := a.class == 0 && a.title && a.end-a.start >= 2 && p.text[a.start+1] >= 'a'
	speaks := t.val != 5 && (p.is(i+1, "says") || p.is(i+1, "said") || p.is(i+1, "told"))
	if t.val < 4 || t.val > 8 || t.val == 7 || !t.title || a.kind != word || a.glued || !surname && !speaks {
		return false
	}
	if p.ordinalBefore(i) {
		return false
	}
	dated := b.class&(cPrep|cLast|cNext|cThis|cThat|cEvery|cEdge|cEdgeOf|cArticle|cOrdinal|cAdjective) != 0 || b.kind == number || b.mark == '-' || b.mark == '\'' || p.is(i-1, "s") || p.is(i-1, "its") || p.is(i-1, "their")
	if p.is(i-1, "of") || p.is(i-1, "for") || p.is(i-1, "by") || p.is(i-1, "to") {
		return p.at(i-2).class&(cEdgeOf|cUnit|cMonth|cEvery|cEdge|cDue) == 0
	}
	return !dated || p.is(i-1, "with")
}

// plainMonth allows a month in lower case where nothing else fits.
func (p *parser) plainMonth(i int) bool {
	t := p.at(i)
	return t.val != 5 && t.val != 3 && t.val != 8 || p.at(i+1).kind == number && p.at(i+1).val <= 31 || p.at(i-1).kind == number
}

// wordMonth decides whether May or March is the month.
func (p *parser) wordMonth(i int) (n, next int) {
	t := p.at(i)
	a, b := p.at(i+1), p.at(i-1)
	c := p.at(i + 2)
	switch {
	case b.title && p.is(i-1, "long"): // a march and a rocket
		return 0, i
	case (t.val == 5 || t.val == 3 && a.class == 0) && a.kind == word && !a.title && a.class&(cSaid|cWill|cMay|cBe) == 0 && a.class&cCabinet == 0 && (p.is(i-1, "the") && (!b.title || p.sentenceStart(i-1)) || p.is(i-1, "its") || p.is(i-1, "their")), b.mark == '/' && p.at(i-2).class&cMonth != 0:
		return t.val, i + 1
	case a.kind == number && (a.digits() <= 2 && a.val >= 1 && a.val <= 31 || a.digits() == 4),
		a.class&cOrdinal != 0 && !p.is(i+1, "first"),
		a.mark == ',' && c.kind == number && c.digits() == 4,
		b.kind == number && b.val >= 1 && b.val <= 31, p.ordinalBefore(i),
		p.is(i-1, "that") && a.class&(cSaid|cWill|cMay|cBe) == 0 && !p.pastForm(i+1),
		b.class&(cLast|cNext|cThis|cEdge|cEvery) != 0 && !p.is(i-1, "this") || p.is(i-1, "this") && a.kind != word,
		b.mark == '-' && p.at(i-2).class&(cEdge|cEdgeOf|cMonth) != 0,
		p.is(i-1, "s") && p.is(i-3, "year") && !p.any(i+1, "on", "for"),
		(p.is(i-1, "the") || b.class&cPrep != 0) && p.is(i+1, "quarter"),
		b.class&cConj != 0 && p.at(i-2).class&cMonth != 0,
		a.class&cConj != 0 && c.class&cMonth != 0 && !p.is(i+2, "may"):
		return t.val, i + 1
	case p.is(i-1, "of") && (p.at(i-2).class&(cEdgeOf|cOrdinal|cEvery) != 0 || p.is(i-2, "month")):
		return t.val, i + 1
	case p.is(i-1, "than") && p.any(i-2, "earlier", "later"), // no earlier than March
		p.any(i-1, "to", "through") && p.at(i-2).class&cUnit != 0 && !p.possessive(i+1): // three months to May
		return t.val, i + 1
	case t.val == 3 && t.title && p.sentenceStart(i) && p.any(i+1, "was", "saw"):
		return t.val, i + 1
	case b.class&cPrep != 0 && !p.is(i-1, "before") && (!p.is(i-1, "to") || p.at(i-2).class&cMonth != 0):
		// "in May", but "for May said" of a person is beyond us: only a name's
		// verb tells.
		if a.kind == word && a.class&cSaid != 0 && !p.is(i-1, "in") && !p.is(i-1, "since") && !p.is(i-1, "until") {
			return 0, i
		}
		return t.val, i + 1
	case p.is(i+1, "last") && p.is(i+2, "year"), p.is(i+1, "this") && p.is(i+2, "year"), p.is(i+1, "of") && c.kind == number:
		return t.val, i + 1
	case p.at(i).paragraph || !b.title && b.kind == word && t.val == 3 && !p.is(i-1, "the") && !p.is(i-1, "a"):
		return 0, i
	}
	return 0, i
}

func (p *parser) ordinalBefore(i int) bool {
	if p.is(i-1, "of") {
		i--
	}
	t := p.at(i - 1)
	return t.kind == word && p.at(i-2).kind == number && t.glued && t.end-t.start == 2 || t.class&cOrdinal != 0 || t.kind == number && p.is(i, "of")
}

// dayFigure reads a day of the month: "9", "21st", "twenty-first".
func (p *parser) dayFigure(i int) (d, next int) {
	t := p.at(i)
	if t.kind == number {
		if n, j := p.ordinal(i); j > i && n >= 1 && n <= 31 {
			return n, j
		}
		if t.digits() <= 2 && t.val >= 1 && t.val <= 31 && p.dayFree(i+1) {
			return t.val, i + 1
		}
		return 0, i
	}
	if t.class&(cOrdinal|cCardinal) != 0 {
		if n, j := p.ordinal(i); j > i && n >= 1 && n <= 31 {
			return n, j
		}
	}
	return 0, i
}

// dayFree reports whether the figures before token i can be a day: no time,
// score, share or amount.
func (p *parser) dayFree(i int) bool {
	a := p.at(i)
	switch {
	case a.mark == '%':
		return false
	case a.glued && a.mark == '/' && p.nextDay(i): // July 24/25
		return true
	case a.glued && (a.mark == ':' || a.mark == '.' || a.mark == '/') && p.at(i+1).kind == number && p.at(i+1).glued:
		return false
	case a.glued && a.mark == ',' && p.at(i+1).kind == number && p.at(i+1).glued && p.at(i+1).digits() == 3:
		return false
	case a.glued && a.kind == word && a.class&cMonth == 0:
		return false
	case p.is(i, "percent") || p.is(i, "per") && p.is(i+1, "cent") || p.is(i, "million") || p.is(i, "billion"):
		return false
	}
	return true
}

// nextDay reports whether a day of the month, then a slash and the day after it end at
// token i+1.
func (p *parser) nextDay(i int) bool {
	d, next := p.at(i-1), p.at(i+1)
	before := i - 2
	if p.mark(before, '.') { // Nov. 24/25
		before--
	}
	return p.at(before).class&cMonth != 0 && !p.is(i+2, "of") && next.kind == number && next.glued && next.digits() <= 2 && next.val == d.val+1 && !p.follows(i+2)
}

// monthDay reads an expression that starts with a month: "October 9, 2021",
// "Oct. 9", "October 2021", "October last year", "October".
func (p *parser) monthDay(i int) (timex.Meaning, int) {
	n, j := p.monthName(i)
	if j == i {
		return timex.Meaning{}, i
	}
	if q, k := p.monthsQuarter(j, n); k > j {
		return q, k
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Month, Num: n}}
	k := j
	if p.is(k, "the") {
		k++
	}
	if p.mark(k, '-') && p.at(k).glued && p.at(k+1).glued && p.at(k+1).kind == number {
		k++
	}
	if d, l := p.dayFigure(k); l > k && d <= timex.DaysIn(4, n) && !(p.at(l).class&(cUnit|cPeriod) != 0 && (k > j || p.is(l+1, "ago"))) {
		m.Point.Grain, m.Point.Day = timex.Day, d
		if p.mark(l, '-') && p.at(l).glued && p.at(k-1).mark == '-' {
			if y, o := p.yearOrTwo(l + 1); o > l+1 {
				m.Point.Year = y
				return m, o
			}
		}
		return m, p.year(l, &m)
	}
	if p.mark(j, '-') && p.at(j).glued && p.at(j+1).glued {
		if y, l := p.yearFigure(j + 1); l > j+1 {
			m.Point.Year = y
			return m, l
		}
	}
	return m, p.year(j, &m)
}

// yearOrTwo reads a year in four figures or two.
func (p *parser) yearOrTwo(i int) (y, next int) {
	if y, j := p.yearFigure(i); j > i {
		return y, j
	}
	if t := p.at(i); t.kind == number && t.digits() == 2 {
		return p.fullYear(t.val), i + 1
	}
	return 0, i
}

// dayMonth reads "9 October 2021", "9th of October", "9-Oct-21".
func (p *parser) dayMonth(i int) (timex.Meaning, int) {
	d, j := p.dayFigure(i)
	if j == i {
		return timex.Meaning{}, i
	}
	dash := p.mark(j, '-') && p.at(j).glued && p.at(j+1).glued
	if dash || p.is(j, "of") {
		j++
	}
	n, k := p.monthName(j)
	if k == j || d > timex.DaysIn(4, n) {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Day, Num: n, Day: d}}
	if dash && p.mark(k, '-') {
		if y, l := p.yearOrTwo(k + 1); l > k+1 {
			m.Point.Year = y
			return m, l
		}
	}
	return m, p.year(k, &m)
}

// numericDate reads "2021-10-09", "9/10/2021", "10.09.21" and "2021/10/09".
func (p *parser) numericDate(i int) (timex.Meaning, int) {
	a, b, c := p.at(i), p.at(i+2), p.at(i+4)
	sep := p.at(i + 1)
	if a.kind != number || b.kind != number || !sep.glued || !b.glued {
		return timex.Meaning{}, i
	}
	if sep.mark != '/' && sep.mark != '-' && sep.mark != '.' {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Day}}
	if p.mark(i-1, '/') && a.glued { // the address of a page
		return timex.Meaning{}, i
	}
	if p.at(i+3).mark != sep.mark || !p.at(i+3).glued || c.kind != number || !c.glued {
		if a.digits() == 4 && sep.mark == '-' && b.digits() == 2 && b.val >= 1 && b.val <= 12 && a.val >= 1000 && a.val < maxFigure && !p.follows(i+3) && !(b.val == (a.val+1)%100) {
			m.Point = timex.Point{Grain: timex.Month, Year: a.val, Num: b.val}
			return m, i + 3
		}
		return timex.Meaning{}, i
	}
	if p.follows(i + 5) {
		return timex.Meaning{}, i
	}
	switch {
	case p.order == OrderYearFirst && sep.mark == '/' && a.digits() == 2 && b.digits() == 2 && c.digits() == 2 && b.val >= 1 && b.val <= 12 && c.val <= 31:
		m.Point.Year, m.Point.Num, m.Point.Day, m.Ambiguous = p.fullYear(a.val), b.val, c.val, true
	case a.digits() == 4 && b.digits() <= 2 && c.digits() <= 2:
		m.Point.Year, m.Point.Num, m.Point.Day = a.val, b.val, c.val
	case a.digits() <= 2 && b.digits() <= 2 && (c.digits() == 4 || c.digits() == 2 && sep.mark == '/' || c.digits() == 2 && sep.mark == '.' && a.digits() == 2 && b.digits() == 2):
		m.Point.Num, m.Point.Day, m.Point.Year = a.val, b.val, c.val
		if c.digits() == 2 {
			m.Point.Year = p.fullYear(c.val)
		}
		switch {
		case a.val > 12 || sep.mark == '.' && b.val <= 12:
			m.Point.Num, m.Point.Day = b.val, a.val
		case b.val <= 12 && p.order == OrderDayFirst:
			m.Point.Num, m.Point.Day = b.val, a.val
			m.Ambiguous = a.val != b.val
		case b.val <= 12:
			m.Ambiguous = a.val != b.val
		}
	default:
		return timex.Meaning{}, i
	}
	if q := m.Point; q.Year < timex.MinYear || q.Num < 1 || q.Num > 12 || q.Day < 1 || q.Day > timex.DaysIn(q.Year, q.Num) {
		return timex.Meaning{}, i
	}
	return m, i + 5
}

// slashed reads month and day in figures without a year: 11/20.
func (p *parser) slashed(i int) (timex.Meaning, int) {
	a, b := p.at(i), p.at(i+2)
	if !p.mark(i+1, '/') || !p.at(i+1).glued || !b.glued || a.kind != number || b.kind != number || a.digits() > 2 || b.digits() > 2 || p.follows(i+3) || !p.bare(i, i+3) {
		return timex.Meaning{}, i
	}
	q := timex.Point{Grain: timex.Day, Num: a.val, Day: b.val}
	if a.val > 12 || b.val <= 12 && p.order == OrderDayFirst {
		q.Num, q.Day = b.val, a.val
	}
	if q.Num < 1 || q.Num > 12 || q.Day < 1 || q.Day > timex.DaysIn(4, q.Num) {
		return timex.Meaning{}, i
	}
	return timex.Meaning{Sense: timex.Calendar, Point: q, Ambiguous: a.val != b.val && max(a.val, b.val) <= 12}, i + 3
}

// slashedDate reads 11/20 where a date is due and no fraction: on 11/20. The
// attacks called 9/11 are not read.
func (p *parser) slashedDate(i int) (timex.Meaning, int) {
	if !p.is(i-1, "on") && !p.is(i-1, "dated") && !p.is(i-1, "until") && !p.alone {
		return timex.Meaning{}, i
	}
	a, b := p.at(i), p.at(i+2)
	if a.val == 9 && b.val == 11 || a.val == 24 && b.val == 7 || p.is(i+3, "of") {
		return timex.Meaning{}, i
	}
	if n := p.at(i + 3); a.val < b.val && b.val <= 16 && (n.kind == word || n.glued && n.kind == number) && p.lower(i+3) && n.class == 0 { // 3/4 acre
		return timex.Meaning{}, i
	}
	return p.slashed(i)
}

// isoWeekDate reads "2021-W42".
func (p *parser) isoWeekDate(i int) (timex.Meaning, int) {
	y, w := p.at(i), p.at(i+3)
	if y.digits() != 4 || y.val < timex.MinYear || !p.mark(i+1, '-') || !p.at(i+1).glued || p.surface(i+2) != "W" || !p.at(i+2).glued || w.kind != number || !w.glued || w.digits() != 2 || w.val < 1 || w.val > timex.WeeksIn(y.val) || p.at(i+4).glued && p.at(i+4).kind == word {
		return timex.Meaning{}, i
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Week, Year: y.val, Num: w.val}}
	if d := p.at(i + 5); p.mark(i+4, '-') && p.at(i+4).glued && d.kind == number && d.glued && d.digits() == 1 && d.val >= 1 && d.val <= 7 {
		m.Point = timex.DayPoint(timex.WeekStart(y.val, w.val) + d.val - 1)
		return m, i + 6
	}
	return m, i + 4
}

// follows reports whether token i carries on a number: "10-12-2021-7".
func (p *parser) follows(i int) bool {
	a := p.at(i)
	if !a.glued || a.kind == end {
		return false
	}
	if a.kind != mark {
		return !(a.kind == word && (p.is(i, "t") || p.is(i, "z")))
	}
	return (a.mark == '-' || a.mark == '/' || a.mark == '.' || a.mark == ',') && p.at(i+1).kind == number && p.at(i+1).glued
}
