package timex

import (
	"strconv"
	"strings"
)

// A Value is what an expression means: a point, a length or a reference.
type Value struct {
	Typ      Type
	Text     string
	Point    Point // known for DATE and TIME that denote an interval
	Mod      Mod
	Fiscal   bool
	Double   bool
	Evidence Evidence // of what the words leave open
	Unclear  bool
}

// A History is what the expressions so far leave for later ones to refer to.
type history struct {
	Last     Point // the last date named
	Told     Point // the last that belongs to the story the text tells
	Day      Point // the last day named
	Quarter  Point // the last quarter or half named
	numbered bool  // the last date named is a year in figures
	dated    bool  // the last date named is a month or day with its year
	Story    int   // rises with days and months of another year, and falls with "today" and the like
	Months   bool  // and a number of months since: the first nine months
}

// resolver makes values of meanings.
type Resolver struct {
	Now      Point
	Customs  Customs
	ClockNow Clock // the time of publication
	Clause   Clause
	Compared bool // the expression at hand is what the month named before is compared to: from a year ago
	Other    int  // the day of the week that ends the range, or is next in the list, of the expression at hand
	Before   Neighbour
	Hist     history
}

// A Neighbour is what an expression leaves for the next in its list or range.
type Neighbour struct {
	Date    Point // the day or month that it is
	Same    bool  // and that the next is: Independence Day, August 15
	Weekday Point // the day of the week that it is, in a clause of the tense
	Tense   Tense
	Hours   Point // the day that it took over from the next: 8 a.m. to 1 p.m. Saturday
	Through bool  // the two are a range
	Hour    Point // the time of day that it is, which starts a range
}

const Heading = 3 // what the story rises to by a year that is a heading

// narrative reports whether the text tells a story in dates of its own, so that
// a date without a year belongs with the dates before it and not with the
// publication date.
func (r *Resolver) Narrative() bool {
	if !r.Now.Known() {
		return r.Hist.Told.Year != 0
	}
	return r.Hist.Story >= 2 && r.Hist.Told.Year != 0
}

func (r *Resolver) Resolve(m Meaning, t Tense) Value {
	switch m.Sense {
	case Calendar:
		v := r.calendar(m, t)
		if m.Feast {
			v.Evidence, v.Unclear = EvidenceCue, false
		}
		if m.Beside != 0 {
			v.Point = m.beside(v.Point)
			v.Text = v.Point.value()
		}
		return v
	case Deictic:
		return r.deictic(m)
	case Anaphoric:
		return r.anaphoric(m)
	case YearBefore:
		return r.yearBefore(m)
	case SamePeriod:
		return r.samePeriod(m, t)
	case Reference:
		return Value{Typ: TypeDate, Text: references[m.Count.Tenths]}
	case Span:
		return m.lasting()
	}
	return r.recurring(m)
}

// beside is the day beside one that is named.
func (m Meaning) beside(p Point) Point {
	q := p.In(Day)
	if !q.Known() {
		return Point{Grain: Day, Clock: p.Clock}
	}
	n := q.First()
	last := n + max(p.lasts, 1) - 1 // the day after a feast is that after its last
	switch {
	case m.BesideDay > 0 && m.Beside > 0:
		n = after(last, int(m.BesideDay))
	case m.BesideDay > 0:
		n = before(n, int(m.BesideDay))
	case m.Beside > 0:
		n = last + int(m.Beside)
	default:
		n += int(m.Beside)
	}
	q = DayPoint(n)
	q.Clock = p.Clock
	return q
}

var references = [...]string{PastRef: "PAST_REF", PresentRef: "PRESENT_REF", FutureRef: "FUTURE_REF"}

func (r *Resolver) dated(m Meaning, p Point) Value {
	v := Value{Typ: TypeDate, Point: p, Mod: m.Mod, Fiscal: m.Fiscal, Double: m.Double, Unclear: m.Ambiguous}
	switch {
	case m.Ambiguous && m.Holiday == 0 && r.Customs.OrderKnown:
		v.Evidence = EvidenceCountry
	case m.Ambiguous:
		v.Evidence = EvidenceHabit
	case m.YearRel != NoRel || m.WeekRel != NoRel:
		v.Evidence = EvidencePublished
	}
	if m.Grain != NoUnit && p.Known() && p.Grain == Day {
		if m.Grain == Weekend && WeekdayOf(p.First()) <= 2 { // of a Monday: the one before
			p = p.shiftDays(-3)
		}
		p = p.In(m.Grain)
		v.Point = p
	}
	if p.Clock.Set() {
		v.Typ = TypeTime
	}
	v.Unclear = v.Unclear || p.impossible() || p.Clock.Either
	v.Text = p.value()
	return v
}

// relYear turns "last year" and the like into a year.
func (r *Resolver) relYear(m Meaning) int {
	base := r.Now.Year
	if m.Fiscal && r.Now.Known() {
		base = r.fiscalYear()
	}
	switch m.YearRel {
	case RelThat, RelFollowing, RelPrevious:
		base = r.Hist.Last.Year
		if base == 0 {
			base = r.Now.Year
		}
	}
	if base == 0 {
		return 0
	}
	switch m.YearRel {
	case RelAgo:
		return base - m.Count.Tenths/10
	case RelLast, RelPast, RelPrevious:
		return base - 1
	case RelNext, RelFollowing:
		return base + 1
	}
	return base
}

// calendar resolves a piece of the calendar.
func (r *Resolver) calendar(m Meaning, t Tense) Value {
	if m.Point.Year == 0 && m.YearRel != NoRel {
		y := r.relYear(m)
		if y < 0 || y > MaxYear { // out of the calendar
			return r.dated(m, m.Point)
		}
		m.Point.Year = y
		if m.Rel == RelPrevious && m.Point.Grain == Quarter { // the year-ago third quarter
			m.Point.Year = r.latest(m.Point.Grain, m.Point.Num).Year - 1
			return r.dated(m, m.Point)
		}
	}
	if m.Fiscal && m.Double && r.Now.Known() && m.Point.Year > r.Now.Year+farFiscal { // 2080/81 of Nepal
		m.Point.Year -= bikramAhead
	}
	if m.Era != 0 && m.Holiday == 0 {
		if m = m.converted(); m.Point.lasts > 0 {
			return r.yearOfCalendar(m)
		}
	}
	switch p := m.Point; {
	case m.Holiday > 0:
		return r.holiday(m, t)
	case p.Grain == Day && p.Day < 0:
		return r.nthDay(m, t)
	case p.Grain == Day && p.Num == 0:
		return r.weekday(m, t)
	case m.Known:
		v := r.dated(m, p)
		v.Evidence = EvidenceTable
		return v
	case p.Year != 0:
		r.background(m)
		if m.Ambiguous && p.Grain == Day {
			return r.ordered(m, t)
		}
		return r.dated(m, p)
	}
	return r.year(m, t)
}

const (
	farFiscal   = 30 // years ahead that no budget is for
	bikramAhead = 57 // years by which those of Nepal are ahead of ours
)

// converted is the meaning with its year in our calendar, where another only counts years otherwise, or that year
// from its first day to its last.
func (m Meaning) converted() Meaning {
	c := &calendars[m.Era-1]
	if c.kind == byOffset {
		m.Era = 0
		switch m.Point.Year += c.first; {
		case m.Point.Year > MaxYear:
			m.Point.Year = 0
		case m.Point.Year < MinYear:
			m.Point.Year, m.Point.Before = 1-m.Point.Year, true
		}
		return m
	}
	n, ok := c.newYear(m.Point.Year)
	next, too := c.newYear(m.Point.Year + 1)
	q := DayPoint(n)
	if !ok || !too || q.Year == 0 {
		m.Point.Year = 0
		return m
	}
	m.Point.Year, m.Point.Num, m.Point.Day, m.Point.lasts = q.Year, q.Num, q.Day, next-n
	return m
}

// yearOfCalendar is the value of a year of another calendar.
func (r *Resolver) yearOfCalendar(m Meaning) Value {
	v := r.dated(m, m.Point)
	v.Evidence = EvidenceTable
	c := &calendars[m.Era-1]
	v.Unclear = c.foretold(m.Point.First())
	return v
}

// lifetime is the years from which on a day belongs to history.
const lifetime = 40

// ordered resolves a day in figures that two orders fit: by the day of the week beside it, else by a country or option,
// else by the order that others in the text have, else by the side of publication.
func (r *Resolver) ordered(m Meaning, t Tense) Value {
	p, q := m.Point, m.Point
	q.Num, q.Day = p.Day, p.Num
	if m.Weekday != 0 && q.Known() && p.Known() {
		if fits := WeekdayOf(q.First()) == m.Weekday; fits != (WeekdayOf(p.First()) == m.Weekday) {
			return r.chosen(m, fits, EvidenceCue)
		}
	}
	if r.Customs.OrderKnown || !r.Now.Known() || !p.Known() || !q.Known() {
		return r.dated(m, p)
	}
	now := r.Now.First()
	ahead, other := p.First() > now+1, q.First() > now+1
	if ahead != other {
		if future := t.looksAhead(); future && abs(p.Year-r.Now.Year) <= 1 || t == PastTense || t == NoTense {
			return r.chosen(m, ahead != future, r.side(t))
		}
	}
	return r.dated(m, p)
}

// chosen is the value of a day in figures of which the order is chosen, swapped if the other is.
func (r *Resolver) chosen(m Meaning, swap bool, by Evidence) Value {
	if swap {
		m.Point.Num, m.Point.Day = m.Point.Day, m.Point.Num
	}
	m.Ambiguous = by == EvidenceHabit
	v := r.dated(m, m.Point)
	v.Evidence = by
	return v
}

// background judges by a date with its year whether the text tells a story: years alone are
// the background of news, and days and months of another year a story.
func (r *Resolver) background(m Meaning) {
	p := m.Point
	if p.Before || p.Grain != Day && p.Grain != Month || m.YearRel != NoRel {
		return
	}
	if !r.Now.Known() || abs(p.Year-r.Now.Year) <= 1 {
		return
	}
	r.Hist.Story = min(r.Hist.Story+1, 2*Heading)
	if history := r.Now.Year-p.Year > lifetime; history && p.Grain == Day && r.Hist.Story > 0 {
		r.Hist.Story = min(r.Hist.Story+1, 2*Heading) // no news goes so far back to the day
	}
}

// year completes a month and day, month, quarter, half or season.
func (r *Resolver) year(m Meaning, t Tense) Value {
	p := m.Point
	if r.inStory(m, t) {
		p.Year = r.storyYear(m)
		v := r.dated(m, p.valid())
		v.Evidence = EvidenceStory
		if m.Rel != NoRel {
			v.Evidence = EvidenceAnaphor
		}
		return v
	}
	if !r.Now.Known() {
		return r.dated(m, p)
	}
	if y := r.yearOfList(m, t); y != 0 {
		p.Year = y
		v := r.dated(m, p.valid())
		v.Evidence = EvidenceOrder
		return v
	}
	switch p.Grain {
	case Day:
		p.Year = r.yearOfDay(m, t)
	case Month:
		p.Year = r.yearOfMonth(m, t)
	default:
		p.Year = r.yearOfPeriod(m, t)
	}
	v := r.dated(m, p.valid())
	v.Unclear = v.Unclear || m.Rel == NoRel && (t == NoTense || t == PastTense && r.mayGoOn(m.Point))
	switch {
	case m.Rel != NoRel:
		v.Evidence = EvidencePublished
	case p.Grain == Day && m.Weekday != 0 && p.valid().Known() && WeekdayOf(p.valid().First()) == m.Weekday:
		v.Evidence = EvidenceCue
	default:
		v.Evidence = r.side(t)
	}
	return v
}

// inStory reports whether a date without its year has that of the story that the text tells.
func (r *Resolver) inStory(m Meaning, t Tense) bool {
	if m.Rel == RelThat {
		return r.Hist.Last.Year != 0 && m.Point.Grain != Day
	}
	goesOn := m.Rel == NoRel || m.Rel == RelPrevious || m.Rel == RelFollowing
	return goesOn && t != FutureTense && r.Narrative() && !r.obituary(m.Point)
}

// mayGoOn reports whether a month or day may go on from the last date named, a month or day of
// an earlier year: founded in March 2019, moved in April. In news it mostly does not.
func (r *Resolver) mayGoOn(p Point) bool {
	last := r.Hist.Last
	if !r.Hist.dated || last != r.Hist.Told || last.Year >= r.Now.Year || p.Grain != Month && p.Grain != Day {
		return false
	}
	p.Year = last.Year
	return p.valid().Known() && p.First() > last.First()
}

func (r *Resolver) yearOfDay(m Meaning, t Tense) int {
	switch m.Rel {
	case RelLast, RelPast:
		return r.yearBeside(m.Point, func(n int) bool { return n < r.Now.First() })
	case RelNext:
		return r.yearBeside(m.Point, func(n int) bool { return n > r.Now.First() })
	}
	return r.nearestYear(m.Point, m.Weekday, t)
}

func (r *Resolver) yearOfMonth(m Meaning, t Tense) int {
	y, ahead := r.Now.Year, m.Point.Num-r.Now.Num
	const halfYear = 6
	switch m.Rel {
	case RelLast, RelPast, RelPrevious:
		if ahead >= 0 {
			y--
		}
	case RelNext, RelFollowing:
		if ahead <= 0 {
			y++
		}
	case RelThis:
		if m.Mod == ModNone && t == PastTense && ahead > halfYear {
			y--
		}
	default:
		y += r.monthSide(m.Point.Num, t)
	}
	return y
}

const (
	summerSeason = 2
	winter       = 4
	summer       = 6 // the month in which nobody calls the last winter this winter any more
)

// yearOfPeriod is the year of a quarter, half or season.
func (r *Resolver) yearOfPeriod(m Meaning, t Tense) int {
	p := r.latestBegun(m.Point.Grain, m.Point.Num, m.Fiscal)
	now := r.Now.In(p.Grain)
	y, isSeason := p.Year, p.Grain == Season
	if isSeason && r.Customs.South {
		return r.southern(m, t)
	}
	switch m.Rel {
	case RelLast, RelPast, RelPrevious:
		if p == now {
			y--
		}
		lately := p.Num == winter || p.Num == summerSeason && r.Now.Num == 12 // in December last summer is this year's
		if isSeason && m.Rel == RelLast && y == r.Now.Year && !lately {
			y--
		}
	case RelNext, RelFollowing:
		if y <= r.Now.Year && r.index(p) <= r.index(now) {
			y++
		}
	case RelThis:
		if y = r.Now.Year; isSeason && p.Num == winter && r.Now.Num < summer {
			y--
		}
	default:
		ahead := t == FutureTense || t == AheadTense && isSeason
		far := isSeason || p.MonthIndex()+2*map12[p.Grain] <= now.MonthIndex()
		if ahead && far && p != now {
			y++
		}
	}
	return y
}

// side is the evidence for the side of publication that a tense stands for.
func (r *Resolver) side(t Tense) Evidence {
	switch {
	case r.Clause.Cue && t != NoTense:
		return EvidenceCue
	case t == NoTense || t == PresentTense:
		return EvidenceHabit
	}
	return EvidenceTense
}

const (
	illness = 75 // days that the death in a story may be from what was told before
	lately  = 60 // days within which a death is news
)

// obituary reports whether the day is that of a death of the last weeks, which no story of
// other years holds: he died on 11 June.
func (r *Resolver) obituary(p Point) bool {
	told := r.Hist.Told
	if !r.Clause.Died || p.Grain != Day || !r.Now.Known() {
		return false
	}
	p.Year = told.Year
	soon := told.Grain <= Month && abs(p.valid().First()-told.First()) <= illness
	if !r.Clause.Aged && soon { // fell ill on 2 November 2019, and died on 4 November
		return false
	}
	p.Year = r.nearestYear(p, 0, PastTense)
	ago := r.Now.First() - p.First()
	return ago >= 0 && ago <= lately
}

// yearOfList is the year that a day or month takes over from the one before it in its
// list or range, 0 if none: late April or early May, from November to March, on December
// 30 and January 2.
func (r *Resolver) yearOfList(m Meaning, t Tense) int {
	p, from := m.Point, r.Before.Date
	if from.Year == 0 || p.Grain != from.Grain || m.Rel != NoRel || m.Weekday != 0 {
		return 0
	}
	p.Year = from.Year
	const turn = 2 // months of a list that goes over the turn of the year
	switch later := 31*(p.Num-from.Num) + p.Day - from.Day; {
	case later == 0 && r.Before.Same:
		return p.Year
	case later == 0, later < 0 && !r.Before.Through && p.Num+12-from.Num > turn:
		return 0
	case later < 0:
		p.Year++
	}
	if !r.Before.Through && t == PastTense && p.valid().First() > r.Now.First() {
		return 0
	}
	return p.Year
}

// monthSide says which year a bare month belongs to, from this one: the last
// such month for the past, the next for the future, else the nearest.
func (r *Resolver) monthSide(num int, t Tense) int {
	ahead := num - r.Now.Num // months
	switch {
	case ahead == 0:
		return 0
	case t == PastTense && ahead > 0:
		return -1
	case t == PastTense:
		return 0
	case t == FutureTense && ahead < 0 && ahead >= -5 && !r.Clause.Ahead:
		return 0
	case t == FutureTense && ahead < 0:
		return 1
	case t == FutureTense:
		return 0
	case ahead > 5, ahead > 4 && t == NoTense:
		return -1
	case ahead < -6 && t != NoTense:
		return 1
	}
	return 0
}

func (r *Resolver) index(p Point) int { return 8*p.Year + p.Num }

// valid leaves a year open that is out of range.
func (p Point) valid() Point {
	if !p.inRange() {
		p.Year = 0
	}
	return p
}

// impossible reports whether p is a day that its month does not have.
func (p Point) impossible() bool {
	return p.Grain == Day && p.Year != 0 && p.Num != 0 && p.Day > DaysIn(p.Year, p.Num)
}

// latest is the last quarter, half or season of that number that has begun.
func (r *Resolver) latest(grain Unit, num int) Point { return r.latestBegun(grain, num, false) }

// latestBegun is latest, of the fiscal year if that is said.
func (r *Resolver) latestBegun(grain Unit, num int, fiscal bool) Point {
	if !r.Now.Known() {
		return Point{Grain: grain, Num: num}
	}
	p := Point{Grain: grain, Num: num, Year: min(r.Now.Year+1, MaxYear)}
	for p.Year >= MinYear && r.begins(p, fiscal) > r.Now.First() {
		p.Year--
	}
	return p
}

// begins is the day on which a period begins where the text was written.
func (r *Resolver) begins(p Point, fiscal bool) int {
	first, _ := p.days(&r.Customs, fiscal)
	return first
}

const seasonDays = 90

// southern is the year of a season of the south that is pointed at, or of which nothing is said.
func (r *Resolver) southern(m Meaning, t Tense) int {
	p, now := r.latest(Season, m.Point.Num), r.Now.First()
	_, end := p.days(&r.Customs, false)
	running := now < end
	switch m.Rel {
	case RelLast, RelPast, RelPrevious:
		if running {
			return p.Year - 1
		}
	case RelNext, RelFollowing:
		return p.Year + 1
	case RelThis:
		if !running && t != PastTense && now-end > seasonDays {
			return p.Year + 1
		}
	default:
		if !running && t.looksAhead() {
			return p.Year + 1
		}
	}
	return p.Year
}

// storyYear is the year that a day, month or season has by the dates before it.
func (r *Resolver) storyYear(m Meaning) int {
	p, told := m.Point, r.Hist.Told
	if m.Rel == RelThat {
		return r.Hist.Last.Year
	}
	p.Year = p.yearAfter(told)
	if told.Known() && told.Grain <= p.Grain && p.valid().Known() {
		switch {
		case m.Rel == RelPrevious && p.First() >= told.First():
			p.Year--
		case m.Rel == RelFollowing && p.First() <= told.First():
			p.Year++
		}
	}
	return p.Year
}

// yearAfter is the year of the date before, or the next when the story has
// passed into it: January after November.
func (p Point) yearAfter(last Point) int {
	if p.Grain == Day && p.Num == 2 && p.Day == 29 {
		return leapYearBy(last.Year)
	}
	if !last.Known() || p.Grain == Month && last.Grain > Month || last.Grain > Month {
		return last.Year
	}
	p.Year = last.Year
	if p.valid().Known() && last.MonthIndex()-p.valid().MonthIndex() > 6 {
		return last.Year + 1
	}
	return last.Year
}

// leapYearBy is the leap year nearest to year y.
func leapYearBy(y int) int {
	for away := range 8 {
		for _, near := range [...]int{y - away, y + away} {
			if near >= MinYear && DaysIn(near, 2) == 29 {
				return near
			}
		}
	}
	return y
}

func (r *Resolver) near() { r.Hist.Story = max(r.Hist.Story-2, -2) }

// nearestYear puts a month and day as near to publication as can be, past
// dates counting as a little nearer after a past verb and future ones after a
// future verb; a day of the week that is said decides.
func (r *Resolver) nearestYear(p Point, weekday int, t Tense) int {
	best, least := r.Now.Year, farAway
	reach := 1
	if p.Num == 2 && p.Day == 29 {
		reach = 8 // from 1896 to 1904
	}
	for y := max(r.Now.Year-reach, MinYear); y <= min(r.Now.Year+reach, MaxYear); y++ {
		if p.Day > DaysIn(y, p.Num) {
			continue
		}
		n := dayNumber(y, p.Num, p.Day)
		far := abs(n-r.Now.First()) + r.wrongSide(n, t)
		if weekday != 0 && WeekdayOf(n) != weekday {
			far += wrongWeekday
		}
		if far < least {
			best, least = y, far
		}
	}
	return best
}

// What speaks against a day, in the days by which another one may be farther off.
const (
	farAway      = 1 << 30
	wrongWeekday = 1000 // it is not the day of the week that is said
	wrongRel     = 1000 // it is not on the side that "last" or "next" says
	wrongTense   = 400  // it is not on the side of the verb, of which there can be no doubt
	notEnded     = 460  // it is ahead, and what is said has ended
	notBehind    = 300  // it is ahead, and a past verb is surely its own: struck on October 1
	notPast      = 60   // it is ahead, and the verb is past
	notAhead     = 150  // it is over, and the verb looks ahead
	surelyAhead  = 300  // the same, and the verb is surely its own: is planned for May
)

// wrongSide is what the clause has against day n.
func (r *Resolver) wrongSide(n int, t Tense) int {
	switch ahead, over := n > r.Now.First(), n < r.Now.First(); {
	case ahead && r.Clause.Ended:
		return notEnded
	case ahead && t == PastTense && r.Clause.Behind:
		return notBehind
	case ahead && t == PastTense:
		return notPast
	case over && t.looksAhead() && r.Clause.Ahead:
		return surelyAhead
	case over && t.looksAhead():
		return notAhead
	}
	return 0
}

func (t Tense) looksAhead() bool { return t == FutureTense || t == AheadTense }

// yearBeside puts a month and day in the year nearest to publication in which it
// is on the wanted side.
func (r *Resolver) yearBeside(p Point, wanted func(n int) bool) int {
	for _, y := range [...]int{r.Now.Year, r.Now.Year - 1, r.Now.Year + 1} {
		if y >= MinYear && y <= MaxYear && wanted(dayNumber(y, p.Num, min(p.Day, DaysIn(y, p.Num)))) {
			return y
		}
	}
	return r.Now.Year
}

// dayAhead reports whether the day named before is one of the coming week.
func (r *Resolver) dayAhead() bool {
	d := r.Hist.Day
	return d.Known() && d == r.Hist.Last && d.First() > r.Now.First() && d.First() <= r.Now.First()+7
}

// weekday resolves a day of the week, and what has its grain.
func (r *Resolver) weekday(m Meaning, t Tense) Value {
	p := m.Point
	switch {
	case p.Day > 0 && !r.Now.Known():
		return r.dated(m, Point{Grain: Day, Clock: p.Clock})
	case p.Day > 0: // Friday the 13th, or a day of the month alone
		v := r.dated(m, r.dayOfWeekday(m, t))
		v.Evidence = EvidenceCue // the day of the week chooses the month
		return v
	case m.Weekday == 0: // a time of day alone
		return r.timeOfDay(m)
	}
	n, evidence := 0, EvidenceStated
	fromNamed := m.Rel == RelFollowing || m.Rel == RelPrevious || m.Rel == RelThat
	switch {
	case fromNamed && (r.Hist.Day.Known() || r.Now.Known()):
		n, evidence = r.weekdayFromNamed(m)
	case fromNamed || !r.Now.Known():
		return r.dated(m, Point{Grain: Day, Day: m.Weekday, Clock: p.Clock})
	default:
		r.near()
		n, evidence = r.weekdayFromNow(m, t)
	}
	q := DayPoint(n)
	q.Clock = p.Clock
	v := r.dated(m, q)
	v.Evidence = evidence
	open := t == NoTense || t == PresentTense || t == PastTense && q.First() > r.Now.First()
	v.Unclear = v.Unclear || !fromNamed && m.Rel == NoRel && m.WeekRel == NoRel && open
	return v
}

// weekdayFromNamed is the day of the week beside the day that was named last.
func (r *Resolver) weekdayFromNamed(m Meaning) (int, Evidence) {
	base, evidence := r.Hist.Day, EvidenceAnaphor
	if !base.Known() {
		base, evidence = r.Now, EvidencePublished
	}
	switch m.Rel {
	case RelPrevious:
		return before(base.First(), m.Weekday), evidence
	case RelFollowing:
		return after(base.First(), m.Weekday), evidence
	}
	return before(base.First()+1, m.Weekday), evidence
}

// weekdayFromNow is the day of the week that is meant on the day of publication.
func (r *Resolver) weekdayFromNow(m Meaning, t Tense) (int, Evidence) {
	n := r.Now.First()
	last := before(n+1, m.Weekday) // or today
	weeks := 7 * m.Count.Tenths / 10
	switch {
	case m.WeekRel != NoRel:
		return n - WeekdayOf(n) + m.Weekday + 7*m.WeekRel.step(), EvidencePublished
	case m.Rel == RelLast || m.Rel == RelPast:
		return before(n, m.Weekday) - weeks, EvidencePublished
	case m.Rel == RelNext:
		return after(n, m.Weekday) + weeks, EvidencePublished
	case r.Before.Hours.Known() && WeekdayOf(r.Before.Hours.First()) == m.Weekday:
		return r.Before.Hours.First(), EvidenceOrder
	case r.goesOn(m.Weekday):
		return after(r.Before.Weekday.First(), m.Weekday), EvidenceOrder
	case r.Other > 0 && t == PastTense: // the last such days that are over
		return before(before(n+1, r.Other), m.Weekday), EvidenceOrder
	case m.Rel == RelThis && t == PastTense:
		return last, EvidencePublished
	case m.Rel == RelThis:
		return after(n-1, m.Weekday), EvidencePublished
	case t == FutureTense:
		return after(n-1, m.Weekday), r.side(t)
	case t == AheadTense:
		return after(n, m.Weekday), r.side(t)
	case r.aheadByHabit(n-last, t):
		return last + 7, r.side(t)
	}
	return last, r.side(t)
}

// step is how many units a rel goes on.
func (l Rel) step() int {
	switch l {
	case RelLast, RelPast, RelPrevious:
		return -1
	case RelNext, RelFollowing:
		return 1
	}
	return 0
}

// goesOn reports whether a day of the week follows the one before it in its list.
func (r *Resolver) goesOn(weekday int) bool {
	from := r.Before.Weekday
	if !from.Known() {
		return false
	}
	n := r.Now.First()
	next := after(from.First(), weekday)
	return r.Before.Tense != PastTense || next <= n+1 || from.First() > n // at most today and tomorrow
}

// aheadByHabit reports whether a day of the week so many days ago is the coming one, though
// no verb looks ahead. Who means six days ago says last Tuesday, and tomorrow is called by
// its name; storms will come on Tuesday; rain on Wednesday, sun on Thursday.
func (r *Resolver) aheadByHabit(ago int, t Tense) bool {
	switch {
	case ago >= 5 && t != PastTense, ago == 6 && r.Clause.Loose && !r.Clause.Event:
		return true
	}
	return ago >= 3 && t == NoTense && r.dayAhead()
}

// dayOfWeekday returns the day of the month, in the month nearest to publication in
// which it falls on the day of the week: Friday the 13th.
func (r *Resolver) dayOfWeekday(m Meaning, t Tense) Point {
	const reach = 14 // months, in which each day of the month falls on each of the week
	best, least := Point{Grain: Day, Clock: m.Point.Clock}, farAway
	for away := -reach; away <= reach; away++ {
		p := r.Now.In(Month).shift(away, Month)
		if !p.Known() || m.Point.Day > DaysIn(p.Year, p.Num) {
			continue
		}
		n := dayNumber(p.Year, p.Num, m.Point.Day)
		far := abs(n - r.Now.First())
		if t == PastTense && n > r.Now.First() || t.looksAhead() && n < r.Now.First() {
			far += wrongTense
		}
		if (m.Weekday == 0 || WeekdayOf(n) == m.Weekday) && far < least {
			best.Year, best.Num, best.Day, least = p.Year, p.Num, m.Point.Day, far
		}
	}
	return best
}

// before returns the last such day of the week before n, after the first after.
func before(n, weekday int) int { return n - 1 - (WeekdayOf(n-1)-weekday+7)%7 }
func after(n, weekday int) int  { return n + 1 + (weekday-WeekdayOf(n+1)+7)%7 }

// timeOfDay gives a time the day that was named last.
func (r *Resolver) timeOfDay(m Meaning) Value {
	p, evidence := r.Hist.Day, EvidenceAnaphor
	if !p.Known() {
		p, evidence = r.Now, EvidencePublished
	}
	p.Grain = Day
	if since := r.Before.Hour; since.Known() && m.Point.Clock.Exact { // from 10 p.m. to 5 a.m.
		p, evidence = since, EvidenceOrder
		if m.Point.Clock.before(since.Clock) {
			p = p.shiftDays(1)
		}
	}
	p.Clock = m.Point.Clock
	v := r.dated(m, p)
	v.Evidence = evidence
	return v
}

// LastOfMonth is the day of a point for the last such day of the week of its month; the
// first is -1.
const LastOfMonth = -9

// nthDay resolves "the last Friday of November", "the last day of November".
func (r *Resolver) nthDay(m Meaning, t Tense) Value {
	p, evidence := m.Point, EvidenceStated
	if p.Year == 0 {
		v := r.year(Meaning{Sense: Calendar, Point: Point{Grain: Month, Num: p.Num}, Rel: m.Rel}, t)
		p.Year, evidence = v.Point.Year, v.Evidence
	}
	if p.Year == 0 {
		return r.dated(m, Point{Grain: Day, Num: p.Num, Clock: p.Clock})
	}
	v := r.dated(m, p.nthIn(m.Weekday))
	v.Evidence = evidence
	return v
}

// nthIn is the day of the week of its month that p counts, or the day.
func (p Point) nthIn(weekday int) Point {
	q := Point{Grain: Day, Year: p.Year, Num: p.Num, Day: DaysIn(p.Year, p.Num)}
	switch {
	case weekday > 0 && p.Day == LastOfMonth:
		q = DayPoint(nthWeekday(p.Year, p.Num, weekday, -1))
	case weekday > 0:
		q = DayPoint(nthWeekday(p.Year, p.Num, weekday, -p.Day))
	}
	q.Clock = p.Clock
	return q
}

// inMonth is what m names of a month that is counted: the 20th of last month, the first week
// of the next.
func (m Meaning) inMonth(p Point) Point {
	named := m.Point
	switch {
	case !p.Known():
		return p
	case named.Day == LastOfMonth && m.Weekday == 0: // month-end
		return DayPoint(p.shift(1, p.Grain).First() - 1)
	case p.Grain != Month:
		return p
	}
	named.Grain, named.Year, named.Num = Day, p.Year, p.Num
	switch {
	case named.Day < 0:
		return named.nthIn(m.Weekday)
	case named.Day > 0:
		return named
	}
	p.Since, p.Until = named.Since, named.Until
	return p
}

// holiday resolves a feast, or a day of it.
func (r *Resolver) holiday(m Meaning, t Tense) Value {
	if m.Holiday == eid {
		m = r.whichEid(m, t)
	}
	p, at := m.Point, r.keeper(m)
	m.Holiday = monthIn(m.Holiday, p.Year, at)
	y, feast := p.Year, Feasts[m.Holiday-1]
	if y == 0 && !r.Now.Known() {
		m.Ambiguous = m.Ambiguous && !Keeps(m.Holiday, at)
		q := Point{Grain: Day, Clock: p.Clock}
		if rule := ruleIn(m.Holiday, at); rule.calendar == fixed {
			q.Num, q.Day = rule.month, rule.day
		}
		return r.dated(m, q)
	}
	var days feastDays
	n := 0
	switch own := m.Era != 0 || feast.ownYear(y, r.Now); {
	case y == 0:
		n, days = r.nearestFeast(m, t)
	case own:
		n, days = r.feastOf(m, at)
	default:
		days = daysOf(m.Holiday, at, y)
		n = days.days[0]
	}
	m.Ambiguous = m.Ambiguous && days.by == byFeast || days.rivals() && p.Year > 0
	if days.n == 0 {
		if feast.Rule.other() != nil && feast.ownYear(y, r.Now) {
			y = 0
		}
		return r.dated(m, Point{Grain: Day, Year: y, Clock: p.Clock})
	}
	v := r.dated(m, m.dayOf(feast, n, feast.lasts(n, at)))
	v.Evidence = r.feastEvidence(m, t, days.by)
	if days.by == byFeast && feast.Rule.reckoned(n) || days.by == byEstimate {
		v.Evidence, v.Unclear = EvidenceTable, true
	}
	return v
}

// bangladesh names most of its months as Nepal does.
var bangladesh = CountryOf("BD")

// monthIn is the month of Bangladesh of that name for one of Nepal, where the country or a year that Nepal's
// calendar does not have speaks for it, and else the feast itself.
func monthIn(holiday, year int, at Country) int {
	if holiday < nepaliBaisakh || holiday >= nepaliBaisakh+12 {
		return holiday
	}
	bangla := holiday - nepaliBaisakh + banglaBoishakh
	has := func(holiday int) bool { return year != 0 && Feasts[holiday-1].Rule.other().gregorian(year) != 0 }
	if at == bangladesh || has(bangla) && !has(holiday) {
		return bangla
	}
	return holiday
}

// whichEid is the meaning of an Eid that does not say which: the nearer of the two, in a year the one that ends the
// fast.
func (r *Resolver) whichEid(m Meaning, t Tense) Meaning {
	fitr, adha := m, m
	fitr.Holiday, adha.Holiday = eidAlFitr, eidAlAdha
	if m.Point.Year != 0 || !r.Now.Known() {
		return fitr
	}
	now := r.Now.First()
	a, _ := r.nearestFeast(fitr, t)
	b, _ := r.nearestFeast(adha, t)
	if abs(b-now)+r.wrongSide(b, t)/2 < abs(a-now)+r.wrongSide(a, t)/2 {
		m = adha
	} else {
		m = fitr
	}
	m.Ambiguous = false
	return m
}

// LastDay is the day of a point for the last of a feast.
const LastDay = -1

// dayOf is the point of what a meaning says of a feast that starts on day n: all of it, or a day.
func (m Meaning) dayOf(feast Feast, n, lasts int) Point {
	p := m.Point
	evening := feast.Eve || feast.Month && feast.Rule.other().nightFirst()
	switch {
	case p.Day == LastDay:
		n += lasts - 1
	case p.Day > 0:
		n += p.Day - 1
	}
	if p.Day != 0 && evening && p.Clock.Part >= Evening && !p.Clock.Exact { // the first night of Passover
		n--
	}
	q := DayPoint(n)
	q.Clock = p.Clock
	if !p.Clock.Set() {
		q.eve = feast.Eve
		if p.Day == 0 {
			q.lasts = lasts
		}
	}
	return q
}

// feastOf is the day of a feast in a year of its own calendar.
func (r *Resolver) feastOf(m Meaning, at Country) (n int, of feastDays) {
	n, ok := Feasts[m.Holiday-1].Rule.inYear(m.Point.Year)
	if !ok || n < dayNumber(MinYear, 1, 1) || n > dayNumber(MaxYear, 12, 31) {
		return 0, feastDays{}
	}
	y, _, _ := civil(n)
	for _, near := range [...]int{y, y - 1, y + 1} { // as the country kept it
		days := daysOf(m.Holiday, at, near)
		for _, day := range days.all() {
			if abs(day-n) < moonDoubt {
				return day, days
			}
		}
	}
	of.add(n)
	return n, of
}

// moonDoubt is more days than sightings of the moon may be apart.
const moonDoubt = 5

// keeper is the country whose feast is meant: the one that is named, or else that of the text.
func (r *Resolver) keeper(m Meaning) Country {
	if m.Land != NoCountry {
		return m.Land
	}
	return r.Customs.Country
}

// feastEvidence is what decided the day of a feast.
func (r *Resolver) feastEvidence(m Meaning, t Tense, by source) Evidence {
	feast := Feasts[m.Holiday-1]
	switch {
	case by == byRecords || by == byEstimate:
		return EvidenceTable
	case by == byCustom && m.Land == NoCountry:
		return EvidenceCountry
	case m.Point.Year == 0 && m.Rel == NoRel:
		return r.side(t)
	case m.Point.Year == 0, m.YearRel != NoRel:
		return EvidencePublished
	case by == byFeast && feast.Also:
		return EvidenceHabit
	case by == byFeast && feast.Rule.calendar >= islamic:
		return EvidenceTable
	}
	return EvidenceStated
}

// nearestFeast returns the day of a feast that names no year, and those of its year: the nearest on the side
// that its words or the tense ask for.
func (r *Resolver) nearestFeast(m Meaning, t Tense) (best int, of feastDays) {
	feast, at := Feasts[m.Holiday-1], r.keeper(m)
	now, least := r.Now.First(), farAway
	later := max(m.Point.Day-1, 0) // of the day of the feast that is meant
	for y := max(MinYear, r.Now.Year-1); y <= min(MaxYear, r.Now.Year+1); y++ {
		days := daysOf(m.Holiday, at, y)
		for _, first := range days.all() {
			n, lasts := first+later, 1
			if m.Point.Day == 0 {
				lasts = feast.lasts(n, at)
			}
			far := abs(n - now)
			switch {
			case m.Rel.excludes(n-now, y-r.Now.Year):
				far += wrongRel
			case n <= now && now < n+lasts:
				far = 0
			case m.Rel == NoRel && (t == PastTense && n > now+7 || t.looksAhead() && n < now):
				far += wrongTense
			}
			if far < least {
				best, least, of = first, far, days
			}
		}
	}
	return best, of
}

// excludes reports whether a day so many days and calendar years ahead cannot be the last,
// the next, or this year's.
func (l Rel) excludes(days, years int) bool {
	switch l {
	case RelLast, RelPast:
		return days >= 0
	case RelNext:
		return days <= 0
	case RelThis:
		return years != 0
	}
	return false
}

// signed is the count as a whole number of units, with its direction.
func (m Meaning) signed() int {
	n := m.Count.Tenths / 10
	if m.Back {
		return -n
	}
	return n
}

// deictic resolves what is counted from publication.
func (r *Resolver) deictic(m Meaning) Value {
	if m.Count.Vague || m.Count.Tenths > 10*farthest {
		return m.aside()
	}
	if m.Rel == RelThat && m.Count.Tenths == 0 && r.Narrative() { // the end of the year
		return r.anaphoric(m)
	}
	r.near()
	if m.Unit == Weekend && m.Count.Tenths == 0 && r.Clause.Event && r.Now.Grain == Day && WeekdayOf(r.Now.First()) <= 3 {
		m.Count, m.Back = Exactly(1), true // on a Monday: took place this weekend
	}
	if m.Unit < Day {
		return r.clockShift(m)
	}
	g := m.Grain
	if g == Day && m.Unit > Day || (g == Week || g == Month) && m.Unit >= Year { // ten years ago today, this month
		m.Grain = NoUnit
		return r.counted(m, r.Now.In(Day).shift(m.signed(), m.Unit).In(g))
	}
	p := r.shifted(m)
	p.Clock = m.Point.Clock
	if r.Now.Known() && !p.Known() { // 74,000 years ago
		return m.aside()
	}
	return r.counted(m, m.inMonth(p))
}

// fiscalYear is the fiscal year of the day of publication, by the number that it is named after.
func (r *Resolver) fiscalYear() int {
	c, now := &r.Customs, r.Now
	y := now.Year
	if !c.fiscalSplit() || now.Grain != Day {
		return y
	}
	if now.Num < c.FiscalMonth || now.Num == c.FiscalMonth && now.Day < c.FiscalDay {
		y--
	}
	if !c.NamedStart {
		y++
	}
	return y
}

// shifted is the day of publication moved by what m counts, at the grain of its unit.
func (r *Resolver) shifted(m Meaning) Point {
	switch m.Unit {
	case Year:
		if m.Fiscal && r.Now.Known() {
			return yearPoint(r.fiscalYear()).shift(m.signed(), Year)
		}
		if m.Count.Tenths%10 != 0 { // two and a half years ago
			return r.Now.In(Month).shift(sign(m.Back)*m.Count.Tenths*map12[Year]/10, Month)
		}
	case Decade, Century:
		if m.Count.Tenths == 0 || !m.Back && m.Count.Tenths == 10 || m.Grain == m.Unit {
			return r.Now.In(m.Unit).shift(m.signed(), m.Unit)
		}
		return r.Now.In(Year).shift(sign(m.Back)*m.Count.Tenths*map12[m.Unit]/120, Year)
	case Millennium:
		return r.Now.In(Year).shift(10*m.signed(), Century)
	case Fortnight:
		return r.Now.In(Week).shift(2*m.signed(), Week)
	}
	return m.from(r.Now)
}

// aside is the reference to the side of now that a count goes to which reaches no date.
func (m Meaning) aside() Value {
	return Value{Typ: TypeDate, Text: m.sideRef(), Mod: m.Mod, Evidence: EvidencePublished}
}

// counted is the value of a point that is counted from publication.
func (r *Resolver) counted(m Meaning, p Point) Value {
	v := r.dated(m, p)
	v.Evidence = EvidencePublished
	return v
}

// sideRef is the reference to the side of now that a shift goes to.
func (m Meaning) sideRef() string {
	if m.Back {
		return "PAST_REF"
	}
	return "FUTURE_REF"
}

func sign(back bool) int {
	if back {
		return -1
	}
	return 1
}

// gridOf is the grain of a value that counts in a unit.
func gridOf(u Unit) Unit {
	switch u {
	case Fortnight:
		return Week
	case Millennium:
		return Year
	}
	return u
}

// clockShift resolves "two hours ago", which needs the time of publication.
func (r *Resolver) clockShift(m Meaning) Value {
	if !r.Now.Known() || !r.ClockNow.Exact {
		return m.lasting()
	}
	minutes := m.Count.Tenths * 6
	if m.Unit == Minute {
		minutes = m.Count.Tenths / 10
	} else if m.Unit == Second {
		minutes = m.Count.Tenths / 600
	}
	if minutes > 1e7 {
		minutes = 1e7
	}
	at := r.Now.First()*1440 + int(r.ClockNow.Hour)*60 + int(r.ClockNow.Minute) + sign(m.Back)*minutes
	p := DayPoint(floorDiv(at, 1440))
	of := at - floorDiv(at, 1440)*1440
	p.Clock = Clock{Exact: true, Hour: int8(of / 60), Minute: int8(of % 60)}
	return r.counted(m, p)
}

// anaphoric resolves what is counted from a date named before.
func (r *Resolver) anaphoric(m Meaning) Value {
	base, evidence := r.Hist.Last, EvidenceAnaphor
	if m.Rel == RelNext && r.Now.Known() && !r.Narrative() { // over the next year
		base, evidence = r.Now, EvidencePublished
	}
	if m.Unit <= Day {
		base = r.Hist.Day
	}
	if m.Count.Vague || m.Unit < Day || m.Count.Tenths%10 != 0 {
		return m.lasting()
	}
	if !base.Known() {
		if !m.Point.Clock.Set() && m.Count.Tenths != 0 && (m.Count.Tenths != 10 || m.Back) {
			return m.lasting()
		}
		base, evidence = r.Now, EvidencePublished
	}
	finer := base.Known() && base.Grain > gridOf(m.Unit) && m.Count.Tenths > 0
	if finer && (base.Grain > Year || m.Unit < Week) { // two days after a year: nobody knows
		return m.lasting()
	}
	p := m.from(base)
	p.Clock = m.Point.Clock
	v := r.dated(m, m.inMonth(p))
	v.Evidence = evidence
	return v
}

// yearBefore resolves "a year earlier": the same period of the year before.
func (r *Resolver) yearBefore(m Meaning) Value {
	p, evidence := r.Hist.Quarter, EvidenceAnaphor
	if m.Grain != Quarter && r.Narrative() {
		p = r.Hist.Last
	}
	if r.Hist.Months && m.Grain != Quarter {
		p = r.Now.In(Year)
	}
	switch last := r.Hist.Last; {
	case r.Compared:
		p = last
	case m.Grain == Month && last.Known() && last.Grain <= Month: // the same month last year
		p = last.In(Month)
	case m.Grain != Quarter && r.Hist.numbered && last.Year < r.Now.Year: // In 2012 …, than a year earlier
		p = last
	}
	if m.Grain == Quarter && !p.Known() {
		p, evidence = r.Now.In(Quarter).shift(-1, Quarter), EvidencePublished
	}
	if !p.Known() {
		p, evidence = r.Now.In(Year), EvidencePublished
	}
	v := r.dated(m, p.shift(-1, Year))
	v.Evidence = evidence
	return v
}

// samePeriod resolves "the quarter", "the weekend", "the 1988 period".
func (r *Resolver) samePeriod(m Meaning, t Tense) Value {
	if m.Unit == Weekend {
		p := r.Now.In(Weekend)
		if r.Now.Known() && WeekdayOf(r.Now.First()) < 6 && t != FutureTense {
			p = p.shift(-1, Week)
		}
		v := r.dated(m, p)
		v.Unclear, v.Evidence = t == NoTense, r.side(t)
		return v
	}
	p, evidence := r.Hist.Quarter, EvidenceAnaphor
	if !p.Known() && m.Point.Num > 0 {
		p, evidence = r.latest(Quarter, m.Point.Num), EvidenceHabit
	} else if !p.Known() {
		p, evidence = r.Now.In(Quarter).shift(-1, Quarter), EvidenceHabit
	}
	if m.YearRel != NoRel {
		m.Point.Year = r.relYear(m)
	}
	if m.Point.Year != 0 && p.Known() {
		p.Year = m.Point.Year
	} else if m.Point.Year != 0 {
		p = yearPoint(m.Point.Year)
	}
	v := r.dated(m, p)
	v.Evidence = evidence
	return v
}

// recurring gives the value of a set.
func (r *Resolver) recurring(m Meaning) Value {
	v := Value{Typ: TypeSet, Mod: m.Mod}
	switch {
	case m.Weekday > 0:
		v.Text = "XXXX-WXX-" + strconv.Itoa(m.Weekday)
		if c := m.Point.Clock; c.Set() {
			v.Text = string(c.append([]byte(v.Text)))
		}
	case m.Holiday > 0:
		q := Point{Grain: Day}
		if rule := ruleIn(m.Holiday, r.keeper(m)); rule.calendar == fixed {
			q.Num, q.Day = rule.month, rule.day
		}
		v.Text = q.value()
	case m.Point.Grain != NoUnit:
		v.Text = Point{Grain: m.Point.Grain, Num: m.Point.Num, Day: m.Point.Day, Clock: m.Point.Clock}.value()
		if m.Point.Grain == Day && m.Point.Num == 0 && !m.Point.Clock.Exact && m.Point.Clock.Part != 0 {
			v.Text = "XXXX-XX-XX" + "T" + partCodes[m.Point.Clock.Part]
		}
	default:
		v.Text = length(m.Count, m.Unit)
	}
	return v
}

// Remember keeps what later expressions may refer to.
func (r *Resolver) Remember(m Meaning, v Value) {
	p := v.Point
	if m.Known {
		return // it is not what the text tells of
	}
	if v.Typ != TypeDate && v.Typ != TypeTime || !p.Known() {
		const some = 30 // tenths of a month: the first nine months, but not a month
		if m.Sense == Span && m.Unit == Month && m.Count.Tenths >= some {
			r.Hist.Months = true
		}
		return
	}
	p.Clock, p.Since, p.Until = Clock{}, 0, 0
	switch {
	case p.Grain == Day:
		r.Hist.Day = p
	case (p.Grain == Quarter || p.Grain == Half) && r.reported(m, p):
		r.Hist.Quarter, r.Hist.Months = p, false
	}
	r.Hist.Last = p
	if r.told(m, v) {
		r.Hist.Told = p
	}
	r.Hist.dated = (p.Grain == Month || p.Grain == Day) && m.Point.Year != 0 && m.YearRel == NoRel
	r.Hist.numbered = p.Grain == Year && m.Sense == Calendar && m.Point.Year != 0 && m.YearRel == NoRel
}

// reported reports whether a quarter or half is that of which the text reports, and not
// mentioned in passing: after a weak second quarter.
func (r *Resolver) reported(m Meaning, p Point) bool {
	q, yearless := r.Hist.Quarter, m.Point.Year == 0 && m.YearRel == NoRel
	earlier := q.Known() && q.Grain == p.Grain && q.Year == p.Year && p.Num < q.Num
	if earlier && m.Sense == Calendar && !m.Fiscal && yearless {
		return false
	}
	if m.Sense == Calendar && r.over(p) {
		return true
	}
	return m.Sense != YearBefore && yearless && (r.over(p) || !q.Known())
}

// told reports whether a date belongs to the story that the text tells, if it tells one:
// it names its year, or has it from the story.
func (r *Resolver) told(m Meaning, v Value) bool {
	switch {
	case m.Sense == Deictic:
		return m.Count.Tenths > 0
	case m.Sense == Calendar && r.Narrative():
		named := m.Point.Year != 0 || m.YearRel != NoRel
		return named || v.Evidence == EvidenceAnaphor || v.Evidence == EvidenceStory || v.Evidence == EvidenceTable
	}
	return true
}

// over reports whether p lies before publication.
func (r *Resolver) over(p Point) bool {
	return !r.Now.Known() || p.shift(1, p.Grain).Known() && p.shift(1, p.Grain).First() <= r.Now.First()
}

// lasting is the length of time that m counts.
func (m Meaning) lasting() Value {
	text := length(m.Count, m.Unit)
	last := m.Unit
	for _, r := range m.Rest {
		if r.Unit == NoUnit {
			break
		}
		prefix := "P"
		if last < Day {
			prefix = "PT"
		}
		text += strings.TrimPrefix(length(Exactly(int(r.N)), r.Unit), prefix)
		last = r.Unit
	}
	return Value{Typ: TypeDuration, Text: text, Mod: m.Mod}
}

// from moves a base by what m counts.
func (m Meaning) from(base Point) Point {
	grain := m.Unit
	for _, r := range m.Rest {
		if r.Unit >= Day {
			grain = r.Unit
		}
	}
	p := base.In(gridOf(grain))
	for _, r := range m.Rest {
		if r.Unit >= Day {
			p = p.shift(sign(m.Back)*int(r.N), r.Unit)
		}
	}
	return p.shift(m.signed(), m.Unit)
}

// length writes a duration.
func length(q Quantity, u Unit) string {
	n, half := q.Tenths/10, q.Tenths%10
	if q.Vague {
		switch {
		case u < Day:
			return "PTX" + unitCodes[u]
		}
		return "PX" + vagueCodes[u]
	}
	switch u {
	case Decade, Century, Millennium:
		scale := [...]int{Decade: 10, Century: 100, Millennium: 1000}[u]
		return "P" + strconv.Itoa(q.Tenths*scale/10) + "Y"
	case Fortnight:
		return "P" + strconv.Itoa(q.Tenths*2/10) + "W"
	case Weekend:
		return "P" + strconv.Itoa(n) + "WE"
	}
	b := []byte("P")
	if u < Day {
		b = append(b, 'T')
	}
	if half == 5 && (u == Year || u == Hour || u == Minute) {
		if n > 0 {
			b = append(strconv.AppendInt(b, int64(n), 10), unitCodes[u]...)
		}
		return string(b) + [...]string{Year: "6M", Hour: "30M", Minute: "30S"}[u]
	}
	b = strconv.AppendInt(b, int64(n), 10)
	if half > 0 {
		b = strconv.AppendInt(append(b, '.'), int64(half), 10)
	}
	return string(append(b, unitCodes[u]...))
}

var unitCodes = [...]string{
	Second: "S", Minute: "M", Hour: "H", Day: "D", Weekend: "WE", Week: "W", Fortnight: "W", Month: "M",
	Quarter: "Q", Season: "", Half: "H", Year: "Y", Decade: "DE", Century: "CE", Millennium: "ML",
}

var vagueCodes = [...]string{
	Day: "D", Weekend: "WE", Week: "W", Fortnight: "W", Month: "M",
	Quarter: "Q", Season: "", Half: "", Year: "Y", Decade: "DE", Century: "C", Millennium: "ML",
}
