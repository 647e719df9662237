package dates

import (
	"strconv"
	"strings"
)

// A value is what an expression means: a point, a length or a reference.
type value struct {
	typ      Type
	text     string
	point    point // known for DATE and TIME that denote an interval
	mod      Mod
	fiscal   bool
	double   bool
	evidence Evidence // of what the words leave open
	unclear  bool
}

// A history is what the expressions so far leave for later ones to refer to.
type history struct {
	last     point // the last date named
	told     point // the last that belongs to the story the text tells
	day      point // the last day named
	quarter  point // the last quarter or half named
	numbered bool  // the last date named is a year in figures
	story    int   // rises with days and months that have a year of their own, far from publication, and falls with "today" and the like
	months   bool  // and a number of months since: the first nine months
}

// resolver makes values of meanings.
type resolver struct {
	now      point
	customs  customs
	clockNow clock // the time of publication
	clause   clause
	compared bool // the expression at hand is what the month named before is compared to: from a year ago
	other    int  // the day of the week that ends the range, or is next in the list, of the expression at hand
	before   neighbour
	hist     history
}

// A neighbour is what an expression leaves for the next in its list or range.
type neighbour struct {
	date    point // the day or month that it is
	weekday point // the day of the week that it is, in a clause of the tense
	tense   tense
	hours   point // the day that it took over from the next: 8 a.m. to 1 p.m. Saturday
	through bool  // the two are a range
}

const heading = 3 // what the story rises to by a year that is a heading

// narrative reports whether the text tells a story in dates of its own, so that
// a date without a year belongs with the dates before it and not with the
// publication date.
func (r *resolver) narrative() bool {
	if !r.now.known() {
		return r.hist.told.year != 0
	}
	return r.hist.story >= 2 && r.hist.told.year != 0
}

func (r *resolver) resolve(m meaning, t tense) value {
	switch m.sense {
	case calendar:
		v := r.calendar(m, t)
		if n := int(m.beside); n != 0 {
			if n > 0 { // the day after a feast is that after its last
				n += max(v.point.lasts, 1) - 1
			}
			v.point = v.point.in(day).shift(n, day)
			v.text = v.point.value()
		}
		return v
	case deictic:
		return r.deictic(m, t)
	case anaphoric:
		return r.anaphoric(m, t)
	case yearBefore:
		return r.yearBefore(m)
	case samePeriod:
		return r.samePeriod(m, t)
	case reference:
		return value{typ: TypeDate, text: [...]string{pastRef: "PAST_REF", presentRef: "PRESENT_REF", futureRef: "FUTURE_REF"}[m.count.tenths]}
	case span:
		return m.lasting()
	}
	return r.recurring(m)
}

func (r *resolver) dated(m meaning, p point) value {
	v := value{typ: TypeDate, point: p, mod: m.mod, fiscal: m.fiscal, double: m.double, unclear: m.ambiguous}
	switch {
	case m.ambiguous && m.holiday == 0 && r.customs.orderKnown:
		v.evidence = EvidenceCountry
	case m.ambiguous:
		v.evidence = EvidenceHabit
	case m.yearRel != noRel || m.weekRel != noRel:
		v.evidence = EvidencePublished
	}
	if m.grain != noUnit && p.known() && p.grain == day {
		if m.grain == weekend && weekdayOf(p.first()) <= 2 { // of a Monday: the one before
			p = p.shiftDays(-3)
		}
		p = p.in(m.grain)
		v.point = p
	}
	if p.clock.set() {
		v.typ = TypeTime
	}
	v.text = p.value()
	return v
}

// relYear turns "last year" and the like into a year.
func (r *resolver) relYear(m meaning) int {
	base := r.now.year
	switch m.yearRel {
	case relThat, relFollowing, relPrevious:
		base = r.hist.last.year
		if base == 0 {
			base = r.now.year
		}
	}
	if base == 0 {
		return 0
	}
	switch m.yearRel {
	case relAgo:
		return base - m.count.tenths/10
	case relLast, relPast, relPrevious:
		return base - 1
	case relNext, relFollowing:
		return base + 1
	}
	return base
}

func (r *resolver) calendar(m meaning, t tense) value {
	p := m.point
	if p.year == 0 && m.yearRel != noRel {
		p.year = r.relYear(m)
		if p.year < 0 || p.year > maxYear { // out of the calendar
			p.year = 0
			return r.dated(m, p)
		}
		m.point.year = p.year
		if m.rel == relPrevious && p.grain == quarter { // the year-ago third quarter
			q := r.latest(p.grain, p.num)
			p.year = q.year - 1
			return r.dated(m, p)
		}
	}
	switch {
	case m.holiday > 0:
		return r.holiday(m, t)
	case p.grain == day && p.day < 0:
		return r.nthDay(m, t)
	case p.grain == day && p.num == 0:
		return r.weekday(m, t)
	case p.year != 0:
		if p.grain == day && p.num != 0 && p.day > daysIn(p.year, p.num) {
			p.day = daysIn(p.year, p.num)
		}
		if p.grain == day || p.grain == month || p.grain == year {
			if p.before {
				return r.dated(m, p)
			}
			// Years alone are the background of news, and days and months of another year a story.
			if r.now.known() && abs(p.year-r.now.year) > 1 && m.yearRel == noRel && p.grain != year {
				r.hist.story = min(r.hist.story+1, 2*heading)
			}
		}
		return r.dated(m, p)
	}
	return r.year(m, t)
}

// year completes a month and day, month, quarter, half or season.
func (r *resolver) year(m meaning, t tense) value {
	p := m.point
	if r.narrative() && !r.obituary(p) && (m.rel == noRel || m.rel == relPrevious || m.rel == relFollowing) && t != futureTense || m.rel == relThat && r.hist.last.year != 0 && p.grain != day {
		p.year = r.storyYear(m)
		v := r.dated(m, p.valid())
		v.evidence = EvidenceStory
		if m.rel != noRel {
			v.evidence = EvidenceAnaphor
		}
		return v
	}
	if !r.now.known() {
		return r.dated(m, p)
	}
	if y := r.yearOfList(m, t); y != 0 {
		p.year = y
		v := r.dated(m, p.valid())
		v.evidence = EvidenceOrder
		return v
	}
	switch p.grain {
	case day:
		switch m.rel {
		case relLast, relPast:
			p.year = r.yearBeside(p, func(n int) bool { return n < r.now.first() })
		case relNext:
			p.year = r.yearBeside(p, func(n int) bool { return n > r.now.first() })
		default:
			p.year = r.nearestYear(p, m.weekday, t)
		}
	case month:
		p.year = r.now.year
		past := p.num <= r.now.num
		switch m.rel {
		case relLast, relPast, relPrevious:
			if p.num >= r.now.num {
				p.year--
			}
		case relNext, relFollowing:
			if p.num <= r.now.num {
				p.year++
			}
		case relThis:
			if m.mod == ModNone && t == pastTense && !past && p.num-r.now.num > 6 {
				p.year--
			}
		default:
			p.year += r.monthSide(p.num, t)
		}
	default:
		p = r.latest(p.grain, p.num)
		p.clock = m.point.clock
		cur := r.now.in(p.grain)
		switch m.rel {
		case relLast, relPast, relPrevious:
			if p == cur {
				p.year--
			}
			if p.grain == season && m.rel == relLast && p.year == r.now.year && p.num != 4 {
				p.year--
			}
		case relNext, relFollowing:
			if p.year <= r.now.year && r.index(p) <= r.index(cur) {
				p.year++
			}
		case relThis:
			p.year = r.now.year
			if p.grain == season && p.num == 4 && r.now.num < 6 {
				p.year--
			}
		default:
			if (t == futureTense || t == aheadTense && p.grain == season) && p != cur {
				if p.grain == season || p.monthIndex()+2*map12[p.grain] <= cur.monthIndex() {
					p.year++
				}
			}
		}
	}
	v := r.dated(m, p.valid())
	v.unclear = v.unclear || m.rel == noRel && t == noTense
	switch {
	case m.rel != noRel:
		v.evidence = EvidencePublished
	case p.grain == day && m.weekday != 0 && p.valid().known() && weekdayOf(p.valid().first()) == m.weekday:
		v.evidence = EvidenceCue
	default:
		v.evidence = r.side(t)
	}
	return v
}

// side is the evidence for the side of publication that a tense stands for.
func (r *resolver) side(t tense) Evidence {
	switch {
	case r.clause.cue && t != noTense:
		return EvidenceCue
	case t == noTense || t == presentTense:
		return EvidenceHabit
	}
	return EvidenceTense
}

// obituary reports whether the day is that of a death of the last weeks, which no story of
// other years holds: he died on 11 June.
func (r *resolver) obituary(p point) bool {
	told := r.hist.told
	if !r.clause.died || p.grain != day || !r.now.known() {
		return false
	}
	if p.year = told.year; !r.clause.aged && told.grain <= month && abs(p.valid().first()-told.first()) <= 75 { // fell ill on 2 November 2019, and died on 4 November
		return false
	}
	p.year = r.nearestYear(p, 0, pastTense)
	ago := r.now.first() - p.first()
	return ago >= 0 && ago <= 60
}

// yearOfList is the year that a day or month takes over from the one before it in its
// list or range, 0 if none: late April or early May, from November to March, on December
// 30 and January 2.
func (r *resolver) yearOfList(m meaning, t tense) int {
	p, from := m.point, r.before.date
	if from.year == 0 || p.grain != from.grain || m.rel != noRel || m.weekday != 0 || p.num == from.num && p.day == from.day {
		return 0
	}
	p.year = from.year
	if p.num < from.num || p.num == from.num && p.day < from.day {
		if !r.before.through && p.num+12-from.num > 2 {
			return 0
		}
		p.year++
	}
	if !r.before.through && t == pastTense && p.valid().first() > r.now.first() {
		return 0
	}
	return p.year
}

// monthSide says which year a bare month belongs to, from this one: the last
// such month for the past, the next for the future, else the nearest.
func (r *resolver) monthSide(num int, t tense) int {
	ahead := num - r.now.num // months
	switch {
	case ahead == 0:
		return 0
	case t == pastTense && ahead > 0:
		return -1
	case t == pastTense:
		return 0
	case t == futureTense && ahead < 0 && ahead >= -5 && !r.clause.ahead:
		return 0
	case t == futureTense && ahead < 0:
		return 1
	case t == futureTense:
		return 0
	case ahead > 5, ahead > 4 && t == noTense:
		return -1
	case ahead < -6 && t != noTense:
		return 1
	}
	return 0
}

func (r *resolver) index(p point) int { return 8*p.year + p.num }

// valid closes the calendar's gaps: 29 February in a common year, and years
// out of range.
func (p point) valid() point {
	if p.year < minYear || p.year > maxYear {
		p.year = 0
	}
	if p.grain == day && p.year != 0 && p.num != 0 {
		p.day = min(p.day, daysIn(p.year, p.num))
	}
	return p
}

// latest is the last quarter, half or season of that number that has begun.
func (r *resolver) latest(grain unit, num int) point {
	if !r.now.known() {
		return point{grain: grain, num: num}
	}
	p := point{grain: grain, num: num, year: r.now.year}
	for p.year >= minYear && p.first() > r.now.first() {
		p.year--
	}
	return p
}

// storyYear is the year that a day, month or season has by the dates before it.
func (r *resolver) storyYear(m meaning) int {
	p, told := m.point, r.hist.told
	if m.rel == relThat {
		return r.hist.last.year
	}
	p.year = p.yearAfter(told)
	if told.known() && told.grain <= p.grain && p.valid().known() {
		switch {
		case m.rel == relPrevious && p.first() >= told.first():
			p.year--
		case m.rel == relFollowing && p.first() <= told.first():
			p.year++
		}
	}
	return p.year
}

// yearAfter is the year of the date before, or the next when the story has
// passed into it: January after November.
func (p point) yearAfter(last point) int {
	if p.grain == day && p.num == 2 && p.day == 29 {
		return leapYearBy(last.year)
	}
	if !last.known() || p.grain == month && last.grain > month || last.grain > month {
		return last.year
	}
	p.year = last.year
	if p.valid().known() && last.monthIndex()-p.valid().monthIndex() > 6 {
		return last.year + 1
	}
	return last.year
}

// leapYearBy is the leap year nearest to year y.
func leapYearBy(y int) int {
	for away := range 8 {
		for _, near := range [...]int{y - away, y + away} {
			if near >= minYear && daysIn(near, 2) == 29 {
				return near
			}
		}
	}
	return y
}

func (r *resolver) near() { r.hist.story = max(r.hist.story-2, -2) }

// nearestYear puts a month and day as near to publication as can be, past
// dates counting as a little nearer after a past verb and future ones after a
// future verb; a day of the week that is said decides.
func (r *resolver) nearestYear(p point, weekday int, t tense) int {
	best, least := r.now.year, 1<<30
	reach := 1
	if p.num == 2 && p.day == 29 {
		reach = 8 // from 1896 to 1904
	}
	for y := max(r.now.year-reach, minYear); y <= min(r.now.year+reach, maxYear); y++ {
		if p.day > daysIn(y, p.num) {
			continue
		}
		n := dayNumber(y, p.num, p.day)
		far := abs(n - r.now.first())
		switch {
		case n > r.now.first() && (r.clause.ended || t == pastTense):
			far += 60
			switch {
			case r.clause.ended:
				far += 400
			case r.clause.behind: // struck on October 1: not in five weeks' time
				far += 240
			}
		case n < r.now.first() && (t == futureTense || t == aheadTense):
			far += 150
			if r.clause.ahead {
				far += 150
			}
		}
		if weekday != 0 && weekdayOf(n) != weekday {
			far += 1000
		}
		if far < least {
			best, least = y, far
		}
	}
	return best
}

// yearBeside puts a month and day in the year nearest to publication in which it
// is on the wanted side.
func (r *resolver) yearBeside(p point, wanted func(n int) bool) int {
	for _, y := range [...]int{r.now.year, r.now.year - 1, r.now.year + 1} {
		if y >= minYear && y <= maxYear && wanted(dayNumber(y, p.num, min(p.day, daysIn(y, p.num)))) {
			return y
		}
	}
	return r.now.year
}

// dayAhead reports whether the day named before is one of the coming week.
func (r *resolver) dayAhead() bool {
	d := r.hist.day
	return d.known() && d == r.hist.last && d.first() > r.now.first() && d.first() <= r.now.first()+7
}

func (r *resolver) weekday(m meaning, t tense) value {
	p := m.point
	if p.day > 0 { // Friday the 13th, or a day of the month alone
		if !r.now.known() {
			p.num = 0
			return r.dated(m, point{grain: day, clock: p.clock})
		}
		v := r.dated(m, r.dayOfWeekday(m, t))
		v.evidence = EvidenceCue // the day of the week chooses the month
		return v
	}
	if m.weekday == 0 { // a time of day alone
		return r.timeOfDay(m)
	}
	open := point{grain: day, day: m.weekday, clock: p.clock}
	if m.rel == relFollowing || m.rel == relPrevious || m.rel == relThat {
		base, evidence := r.hist.day, EvidenceAnaphor
		if !base.known() {
			base, evidence = r.now, EvidencePublished
		}
		if !base.known() {
			return r.dated(m, open)
		}
		n := base.first()
		switch m.rel {
		case relPrevious:
			n = before(n, m.weekday)
		case relFollowing:
			n = after(n, m.weekday)
		default:
			n = before(n+1, m.weekday)
		}
		q := dayPoint(n)
		q.clock = p.clock
		v := r.dated(m, q)
		v.evidence = evidence
		return v
	}
	if !r.now.known() {
		return r.dated(m, open)
	}
	r.near()
	evidence := EvidencePublished
	n := r.now.first()
	if m.weekRel != noRel {
		monday := n - weekdayOf(n) + 1
		switch m.weekRel {
		case relLast, relPast, relPrevious:
			monday -= 7
		case relNext, relFollowing:
			monday += 7
		}
		n = monday + m.weekday - 1
	} else {
		switch {
		case m.rel == relLast || m.rel == relPast:
			n = before(n, m.weekday) - 7*m.count.tenths/10
		case m.rel == relNext:
			n = after(n, m.weekday) + 7*m.count.tenths/10
		case r.before.hours.known() && weekdayOf(r.before.hours.first()) == m.weekday:
			n, evidence = r.before.hours.first(), EvidenceOrder
		case r.before.weekday.known() && (r.before.tense != pastTense || after(r.before.weekday.first(), m.weekday) <= n+1 || r.before.weekday.first() > n): // at most today and tomorrow
			n, evidence = after(r.before.weekday.first(), m.weekday), EvidenceOrder
		case r.other > 0 && t == pastTense: // the last such days that are over
			n, evidence = before(before(n+1, r.other), m.weekday), EvidenceOrder
		case m.rel == relThis:
			if t == pastTense {
				n = before(n+1, m.weekday)
			} else {
				n = after(n-1, m.weekday)
			}
		case t == futureTense:
			n, evidence = after(n-1, m.weekday), r.side(t)
		case t == aheadTense:
			n, evidence = after(n, m.weekday), r.side(t)
		default:
			n, evidence = before(n+1, m.weekday), r.side(t)
			ago := r.now.first() - n
			switch {
			case ago >= 5 && t != pastTense, ago == 6 && r.clause.loose && !r.clause.event: // who means six days ago says last Tuesday, and tomorrow is called by its name
				n += 7
			case ago >= 3 && t == noTense && r.dayAhead(): // storms will come on Tuesday; rain on Wednesday, sun on Thursday
				n += 7
			}
		}
	}
	q := dayPoint(n)
	q.clock = p.clock
	v := r.dated(m, q)
	v.evidence = evidence
	v.unclear = m.rel == noRel && m.weekRel == noRel && (t == noTense || t == presentTense || t == pastTense && q.first() > r.now.first())
	return v
}

// dayOfWeekday returns the day of the month, in the month nearest to publication in
// which it falls on the day of the week: Friday the 13th.
func (r *resolver) dayOfWeekday(m meaning, t tense) point {
	best, least := point{grain: day, clock: m.point.clock}, 1<<30
	for away := -14; away <= 14; away++ {
		p := r.now.in(month).shift(away, month)
		if !p.known() || m.point.day > daysIn(p.year, p.num) {
			continue
		}
		n := dayNumber(p.year, p.num, m.point.day)
		far := abs(n - r.now.first())
		if t == pastTense && n > r.now.first() || (t == futureTense || t == aheadTense) && n < r.now.first() {
			far += 400
		}
		if (m.weekday == 0 || weekdayOf(n) == m.weekday) && far < least {
			best, least = point{grain: day, year: p.year, num: p.num, day: m.point.day, clock: m.point.clock}, far
		}
	}
	return best
}

// before returns the last such day of the week before n, after the first after.
func before(n, weekday int) int { return n - 1 - (weekdayOf(n-1)-weekday+7)%7 }
func after(n, weekday int) int  { return n + 1 + (weekday-weekdayOf(n+1)+7)%7 }

// timeOfDay gives a time the day that was named last.
func (r *resolver) timeOfDay(m meaning) value {
	p, evidence := r.hist.day, EvidenceAnaphor
	if !p.known() {
		p, evidence = r.now, EvidencePublished
	}
	p.grain = day
	p.clock = m.point.clock
	v := r.dated(m, p)
	v.evidence = evidence
	return v
}

// nthDay resolves "the last Friday of November".
func (r *resolver) nthDay(m meaning, t tense) value {
	p, evidence := m.point, EvidenceStated
	if p.year == 0 {
		v := r.year(meaning{sense: calendar, point: point{grain: month, num: p.num}, rel: m.rel}, t)
		p.year, evidence = v.point.year, v.evidence
	}
	if p.year == 0 {
		return r.dated(m, point{grain: day, num: p.num, clock: p.clock})
	}
	nth := -p.day
	if nth == 9 {
		nth = -1
	}
	q := dayPoint(nthWeekday(p.year, p.num, m.weekday, nth))
	q.clock = p.clock
	v := r.dated(m, q)
	v.evidence = evidence
	return v
}

func (r *resolver) holiday(m meaning, t tense) value {
	feast := holidays[m.holiday-1]
	rule, p := feast.rule, m.point
	y := p.year
	if y == 0 && !r.now.known() {
		q := point{grain: day, clock: p.clock}
		if rule.calendar == fixed {
			q.num, q.day = rule.month, rule.day
		}
		return r.dated(m, q)
	}
	n, ok, evidence := 0, false, EvidenceStated
	switch {
	case y == 0 && m.rel != noRel:
		n, ok = r.nearestFeast(m, t)
		evidence = EvidencePublished
	case y == 0:
		n, ok = r.nearestFeast(m, t)
		evidence = r.side(t)
	default:
		n, ok = rule.on(y)
		if m.yearRel != noRel {
			evidence = EvidencePublished
		} else if feast.also {
			evidence = EvidenceHabit
		} else if rule.calendar >= islamic {
			evidence = EvidenceTable
		}
	}
	if !ok {
		return r.dated(m, point{grain: day, year: y, clock: p.clock})
	}
	q := dayPoint(n)
	q.clock = p.clock
	if !p.clock.set() {
		q.lasts = feast.lasts(n)
	}
	v := r.dated(m, q)
	v.evidence = evidence
	if rule.reckoned(q.year) {
		v.evidence, v.unclear = EvidenceTable, true
	}
	return v
}

// nearestFeast returns the day of a feast that names no year: the nearest on the side
// that its words or the tense ask for.
func (r *resolver) nearestFeast(m meaning, t tense) (best int, ok bool) {
	feast := holidays[m.holiday-1]
	now, least := r.now.first(), 1<<30
	for y := max(minYear, r.now.year-1); y <= min(maxYear, r.now.year+1); y++ {
		for _, on := range [...]func(int) (int, bool){feast.rule.on, feast.rule.again} {
			n, known := on(y)
			if !known {
				continue
			}
			far := abs(n - now)
			switch {
			case (m.rel == relLast || m.rel == relPast) && n >= now, m.rel == relNext && n <= now, m.rel == relThis && y != r.now.year:
				far += 1000
			case n <= now && now < n+feast.lasts(n):
				far = 0
			case m.rel == noRel && t == pastTense && n > now && far > 7, m.rel == noRel && (t == futureTense || t == aheadTense) && n < now:
				far += 400
			}
			if far < least {
				best, least, ok = n, far, true
			}
		}
	}
	return best, ok
}

// signed is the count as a whole number of units, with its direction.
func (m meaning) signed() int {
	n := m.count.tenths / 10
	if m.back {
		return -n
	}
	return n
}

func (r *resolver) deictic(m meaning, t tense) value {
	if m.count.vague || m.count.tenths > 10*farthest {
		return value{typ: TypeDate, text: m.sideRef(), mod: m.mod, evidence: EvidencePublished}
	}
	if m.rel == relThat && m.count.tenths == 0 && r.narrative() { // the end of the year
		return r.anaphoric(m, noTense)
	}
	r.near()
	if m.unit == weekend && m.count.tenths == 0 && r.clause.event && r.now.grain == day && weekdayOf(r.now.first()) <= 3 { // took place this weekend
		m.count, m.back = exactly(1), true
	}
	if m.unit < day {
		return r.clockShift(m)
	}
	if g := m.grain; g != noUnit && g < m.unit && (g == day || (g == week || g == month) && m.unit >= year) { // ten years ago today, this month
		m.grain = noUnit
		return r.counted(m, r.now.in(day).shift(m.signed(), m.unit).in(g))
	}
	if m.count.tenths%10 != 0 && m.unit == year { // two and a half years ago
		return r.counted(m, r.now.in(month).shift(sign(m.back)*m.count.tenths*map12[year]/10, month))
	}
	var p point
	switch m.unit {
	case decade, century:
		if m.count.tenths == 0 || !m.back && m.count.tenths == 10 || m.grain == m.unit {
			p = r.now.in(m.unit).shift(m.signed(), m.unit)
		} else {
			p = r.now.in(year).shift(sign(m.back)*m.count.tenths*map12[m.unit]/120, year)
		}
	case millennium:
		p = r.now.in(year).shift(10*m.signed(), century)
	case fortnight:
		p = r.now.in(week).shift(2*m.signed(), week)
	default:
		p = m.from(r.now)
	}
	p.clock = m.point.clock
	if r.now.known() && !p.known() { // 74,000 years ago
		return value{typ: TypeDate, text: m.sideRef(), mod: m.mod, evidence: EvidencePublished}
	}
	return r.counted(m, p)
}

// counted is the value of a point that is counted from publication.
func (r *resolver) counted(m meaning, p point) value {
	v := r.dated(m, p)
	v.evidence = EvidencePublished
	return v
}

// sideRef is the reference to the side of now that a shift goes to.
func (m meaning) sideRef() string {
	if m.back {
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
func gridOf(u unit) unit {
	switch u {
	case fortnight:
		return week
	case millennium:
		return year
	}
	return u
}

// clockShift resolves "two hours ago", which needs the time of publication.
func (r *resolver) clockShift(m meaning) value {
	if !r.now.known() || !r.clockNow.exact {
		return m.lasting()
	}
	minutes := m.count.tenths * 6
	if m.unit == minute {
		minutes = m.count.tenths / 10
	} else if m.unit == second {
		minutes = m.count.tenths / 600
	}
	if minutes > 1e7 {
		minutes = 1e7
	}
	at := r.now.first()*1440 + int(r.clockNow.hour)*60 + int(r.clockNow.minute) + sign(m.back)*minutes
	p := dayPoint(floorDiv(at, 1440))
	of := at - floorDiv(at, 1440)*1440
	p.clock = clock{exact: true, hour: int8(of / 60), minute: int8(of % 60)}
	return r.counted(m, p)
}

func (r *resolver) anaphoric(m meaning, t tense) value {
	base, evidence := r.hist.last, EvidenceAnaphor
	if m.rel == relNext && r.now.known() && !r.narrative() { // over the next year
		base, evidence = r.now, EvidencePublished
	}
	if m.unit == day || m.unit < day {
		base = r.hist.day
	}
	if m.count.vague || m.unit < day || m.count.tenths%10 != 0 {
		return m.lasting()
	}
	if !base.known() {
		if m.point.clock.set() || m.count.tenths == 0 || m.count.tenths == 10 && !m.back {
			base, evidence = r.now, EvidencePublished
		} else {
			return m.lasting()
		}
	}
	if base.known() && base.grain > gridOf(m.unit) && m.count.tenths > 0 { // two days after a year: nobody knows
		if !(base.grain <= year && m.unit >= week) {
			return m.lasting()
		}
	}
	p := m.from(base)
	p.clock = m.point.clock
	v := r.dated(m, p)
	v.evidence = evidence
	return v
}

// yearBefore resolves "a year earlier": the same period of the year before.
func (r *resolver) yearBefore(m meaning) value {
	p, evidence := r.hist.quarter, EvidenceAnaphor
	if m.grain != quarter && r.narrative() {
		p = r.hist.last
	}
	if r.hist.months && m.grain != quarter {
		p = r.now.in(year)
	}
	if last := r.hist.last; m.grain != quarter && r.hist.numbered && last.year < r.now.year { // In 2012 …, than a year earlier
		p = last
	}
	switch last := r.hist.last; {
	case r.compared:
		p = last
	case m.grain == month && last.known() && last.grain <= month: // the same month last year
		p = last.in(month)
	}
	if m.grain == quarter && !p.known() {
		p, evidence = r.now.in(quarter).shift(-1, quarter), EvidencePublished
	}
	if !p.known() {
		p, evidence = r.now.in(year), EvidencePublished
	}
	v := r.dated(m, p.shift(-1, year))
	v.evidence = evidence
	return v
}

// samePeriod resolves "the quarter", "the weekend", "the 1988 period".
func (r *resolver) samePeriod(m meaning, t tense) value {
	if m.unit == weekend {
		p := r.now.in(weekend)
		if r.now.known() && weekdayOf(r.now.first()) < 6 && t != futureTense {
			p = p.shift(-1, week)
		}
		v := r.dated(m, p)
		v.unclear, v.evidence = t == noTense, r.side(t)
		return v
	}
	p, evidence := r.hist.quarter, EvidenceAnaphor
	if !p.known() && m.point.num > 0 {
		p, evidence = r.latest(quarter, m.point.num), EvidenceHabit
	} else if !p.known() {
		p, evidence = r.now.in(quarter).shift(-1, quarter), EvidenceHabit
	}
	if m.yearRel != noRel {
		m.point.year = r.relYear(m)
	}
	if m.point.year != 0 && p.known() {
		p.year = m.point.year
	} else if m.point.year != 0 {
		p = yearPoint(m.point.year)
	}
	v := r.dated(m, p)
	v.evidence = evidence
	return v
}

// recurring gives the value of a set.
func (r *resolver) recurring(m meaning) value {
	v := value{typ: TypeSet, mod: m.mod}
	switch {
	case m.weekday > 0:
		v.text = "XXXX-WXX-" + strconv.Itoa(m.weekday)
		if c := m.point.clock; c.set() {
			v.text = string(c.append([]byte(v.text)))
		}
	case m.holiday > 0:
		q := point{grain: day}
		if rule := holidays[m.holiday-1].rule; rule.calendar == fixed {
			q.num, q.day = rule.month, rule.day
		}
		v.text = q.value()
	case m.point.grain != noUnit:
		v.text = point{grain: m.point.grain, num: m.point.num, day: m.point.day, clock: m.point.clock}.value()
		if m.point.grain == day && m.point.num == 0 && !m.point.clock.exact && m.point.clock.part != 0 {
			v.text = "XXXX-XX-XX" + "T" + partCodes[m.point.clock.part]
		}
	default:
		v.text = length(m.count, m.unit)
	}
	return v
}

// remember keeps what later expressions may refer to.
func (r *resolver) remember(m meaning, v value) {
	p := v.point
	if v.typ != TypeDate && v.typ != TypeTime || !p.known() {
		if m.sense == span && m.unit == month && m.count.tenths >= 30 {
			r.hist.months = true
		}
		return
	}
	p.clock = clock{}
	switch p.grain {
	case day:
		r.hist.day = p
	case quarter, half:
		if q := r.hist.quarter; q.known() && m.sense == calendar && !m.fiscal && m.point.year == 0 && m.yearRel == noRel && q.grain == p.grain && q.year == p.year && p.num < q.num {
			break // mentioned in passing: after a weak second quarter
		}
		if m.sense != yearBefore && m.point.year == 0 && m.yearRel == noRel && (r.over(p) || !r.hist.quarter.known()) || m.sense == calendar && r.over(p) {
			r.hist.quarter, r.hist.months = p, false
		}
	}
	r.hist.last = p
	if r.told(m, v) {
		r.hist.told = p
	}
	r.hist.numbered = p.grain == year && m.sense == calendar && m.point.year != 0 && m.yearRel == noRel
}

// told reports whether a date belongs to the story that the text tells, if it tells one:
// it names its year, or has it from the story.
func (r *resolver) told(m meaning, v value) bool {
	switch {
	case m.sense == deictic:
		return m.count.tenths > 0
	case m.sense == calendar && r.narrative():
		return v.evidence == EvidenceAnaphor || v.evidence == EvidenceStory || v.evidence == EvidenceTable || m.point.year != 0 || m.yearRel != noRel
	}
	return true
}

// over reports whether p lies before publication.
func (r *resolver) over(p point) bool {
	return !r.now.known() || p.shift(1, p.grain).known() && p.shift(1, p.grain).first() <= r.now.first()
}

// lasting is the length of time that m counts.
func (m meaning) lasting() value {
	text := length(m.count, m.unit)
	last := m.unit
	for _, r := range m.rest {
		if r.unit == noUnit {
			break
		}
		prefix := "P"
		if last < day {
			prefix = "PT"
		}
		text += strings.TrimPrefix(length(exactly(int(r.n)), r.unit), prefix)
		last = r.unit
	}
	return value{typ: TypeDuration, text: text, mod: m.mod}
}

// from moves a base by what m counts.
func (m meaning) from(base point) point {
	grain := m.unit
	for _, r := range m.rest {
		if r.unit >= day {
			grain = r.unit
		}
	}
	p := base.in(gridOf(grain))
	for _, r := range m.rest {
		if r.unit >= day {
			p = p.shift(sign(m.back)*int(r.n), r.unit)
		}
	}
	return p.shift(m.signed(), m.unit)
}

// length writes a duration.
func length(q quantity, u unit) string {
	n, half := q.tenths/10, q.tenths%10
	if q.vague {
		switch {
		case u < day:
			return "PTX" + unitCodes[u]
		}
		return "PX" + vagueCodes[u]
	}
	switch u {
	case decade, century, millennium:
		scale := [...]int{decade: 10, century: 100, millennium: 1000}[u]
		return "P" + strconv.Itoa(q.tenths*scale/10) + "Y"
	case fortnight:
		return "P" + strconv.Itoa(q.tenths*2/10) + "W"
	case weekend:
		return "P" + strconv.Itoa(n) + "WE"
	}
	b := []byte("P")
	if u < day {
		b = append(b, 'T')
	}
	if half == 5 && (u == year || u == hour || u == minute) {
		if n > 0 {
			b = append(strconv.AppendInt(b, int64(n), 10), unitCodes[u]...)
		}
		return string(b) + [...]string{year: "6M", hour: "30M", minute: "30S"}[u]
	}
	b = strconv.AppendInt(b, int64(n), 10)
	if half > 0 {
		b = strconv.AppendInt(append(b, '.'), int64(half), 10)
	}
	return string(append(b, unitCodes[u]...))
}

var unitCodes = [...]string{second: "S", minute: "M", hour: "H", day: "D", weekend: "WE", week: "W", fortnight: "W", month: "M", quarter: "Q", season: "", half: "H",
	year: "Y", decade: "DE", century: "CE", millennium: "ML"}

var vagueCodes = [...]string{day: "D", weekend: "WE", week: "W", fortnight: "W", month: "M", quarter: "Q", season: "", half: "", year: "Y", decade: "DE", century: "C", millennium: "ML"}
