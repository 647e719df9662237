package dates

import "github.com/copydesk-go/copydesk/dates/internal/timex"

// This file reads times of day.

// clock reads "10 p.m.", "10:30", "10:30 a.m. EDT", "1500 GMT", "noon", "10
// o'clock".
func (p *parser) clock(i int) (timex.Clock, int) {
	t := p.at(i)
	if t.class&cNoon != 0 {
		return timex.Clock{Exact: true, Hour: int8(t.val)}, i + 1
	}
	c, j, sure := p.clockFigures(i)
	if j == i {
		c, j = p.past(i)
		sure = j > i
	}
	if j == i {
		return timex.Clock{}, i
	}
	if p.hundreds(i) {
		return c, j + 1
	}
	if k := p.meridiem(j, &c); k > j {
		j, sure = k, true
	} else if p.is(j, "o") && p.mark(j+1, '\'') && p.is(j+2, "clock") {
		j, sure = j+3, true
		if k := p.meridiem(j, &c); k > j {
			j = k
		}
	}
	zoned := c
	if k := p.zone(j, &zoned); k > j && (sure || p.zoneName(j) && (p.at(i).digits() > 1 || j > i+1) || p.is(k-1, "time")) {
		c, j, sure = zoned, k, true // but: six Central African states
	}
	if c.Hour > 23 && !(c.Hour == 24 && c.Minute == 0) || c.Minute > 59 || c.Second > 59 {
		return timex.Clock{}, i
	}
	if k := p.inThe(j, &c); k > j {
		j, sure = k, true
	}
	if !sure {
		return timex.Clock{}, i
	}
	return c, j
}

// past reads "half past seven" and "quarter past 8".
func (p *parser) past(i int) (c timex.Clock, next int) {
	if !p.is(i+1, "past") {
		return c, i
	}
	switch {
	case p.is(i, "half"):
		c.Minute = 30
	case p.is(i, "quarter"):
		c.Minute = 15
	default:
		return c, i
	}
	n, j := p.small(i+2, false)
	if t := p.at(i + 2); t.kind == number && t.digits() <= 2 {
		n, j = t.val, i+3
	}
	if j == i+2 || n < 1 || n > 12 {
		return c, i
	}
	c.Exact, c.Hour = true, int8(n)
	return c, j
}

// sharedMeridiem reads the first figure of "7-9 p.m." and "7 to 9 p.m.": the
// hour that the second makes it, or the one before noon if it is later.
func (p *parser) sharedMeridiem(i int) (c timex.Clock, next int) {
	t := p.at(i)
	if t.kind != number || t.digits() > 2 || t.val < 1 || t.val > 12 || !p.bare(i, i+1) && !p.glueTime(i) {
		return c, i
	}
	c, j, _ := p.clockFigures(i)
	if k := p.at(j); j == i || k.mark != '-' && !p.is(j, "to") && !p.is(j, "until") && !(p.is(j, "and") && p.is(i-1, "between")) {
		return c, i
	}
	end, k, _ := p.clockFigures(j + 1)
	if k == j+1 || end.Hour < 1 || end.Hour > 12 || p.meridiem(k, &end) == k {
		return c, i
	}
	c.Hour %= 12
	if end.Hour >= 12 && c.Hour+12 <= end.Hour {
		c.Hour += 12
	}
	return c, j
}

// clockFigures reads the figures of a time. They are sure to be one when they
// have a colon and two figures after it, outside of scores and ratios.
func (p *parser) clockFigures(i int) (c timex.Clock, next int, sure bool) {
	t := p.at(i)
	c.Exact = true
	if t.kind == word && t.class&cCardinal != 0 {
		n, j := p.small(i, false)
		if j == i || n < 1 || n > 12 {
			return c, i, false
		}
		c.Hour = int8(n)
		if m, k := p.small(j, true); k > j && m >= 10 && m < 60 {
			c.Minute = int8(m)
			return c, k, false
		}
		return c, j, false
	}
	if t.kind != number || t.digits() > 4 || !p.bare(i, i+1) && !p.glueTime(i) && !p.endsRange(i) {
		return c, i, false
	}
	if t.digits() >= 3 {
		c.Hour, c.Minute = int8(t.val/100), int8(t.val%100)
		if p.zoneName(i+1) || p.is(i+1, "local") && p.is(i+2, "time") || p.meridiem(i+1, &c) > i+1 || p.hundreds(i) {
			return c, i + 1, false
		}
		return c, i, false
	}
	if t.val > 24 {
		return c, i, false
	}
	c.Hour = int8(t.val)
	sep, m := p.at(i+1), p.at(i+2)
	if (sep.mark == ':' || sep.mark == '.') && sep.glued && m.kind == number && m.glued && m.digits() == 2 && m.val < 60 {
		c.Minute = int8(m.val)
		next = i + 3
		if s := p.at(i + 4); p.mark(i+3, ':') && p.at(i+3).glued && s.kind == number && s.glued && s.digits() == 2 && s.val < 60 {
			c.Second, c.Seconds = int8(s.val), true
			next = i + 5
		}
		if p.follows(next) && p.at(next).kind != word && !(p.mark(next, '-') && p.mark(next+2, ':')) {
			return c, i, false
		}
		return c, next, sep.mark == ':' && t.val < 24 && !p.scoreAround(i, next) && (!c.Seconds || t.digits() == 2 || p.at(i-1).class&cPrep != 0) // but: ran 2:02:44
	}
	return c, i + 1, false
}

// hundreds reports whether the four figures at token i are a time in hours: at 1400 hours.
func (p *parser) hundreds(i int) bool {
	t := p.at(i)
	return t.kind == number && t.digits() == 4 && t.val < 2400 && t.val%100 < 60 && p.any(i+1, "hours", "hrs") && p.is(i-1, "at") && !p.is(i+2, "of")
}

// glueTime allows a word glued to the figures, as in 5pm.
func (p *parser) glueTime(i int) bool {
	if b := p.at(i - 1); p.at(i).glued && b.kind == mark && b.mark != '(' && b.mark != '-' && b.mark != '"' && b.mark != '@' {
		return false
	}
	a := p.at(i + 1)
	return a.glued && (a.mark == ':' || a.mark == '.' || a.kind == word)
}

// scoreAround reports whether a time-like pair of figures reads as a race
// time, a ratio or a verse.
func (p *parser) scoreAround(i, next int) bool {
	if b := p.at(i - 1); b.kind == word && (p.is(i-1, "in") || b.title && !p.at(i).paragraph && b.class == 0 || p.is(i-1, "of")) {
		return true
	}
	return p.at(next).mark == '.' && p.at(next).glued && p.at(next+1).kind == number && p.at(next+1).glued
}

// meridiem reads "a.m.", "pm", "P.M." and sets the hour by it.
func (p *parser) meridiem(i int, c *timex.Clock) int {
	j := i
	t := p.at(i)
	pm := false
	switch {
	case p.is(i, "am"), p.is(i, "pm"):
		pm = p.is(i, "pm")
		j = i + 1
	case (p.is(i, "a") || p.is(i, "p")) && p.mark(i+1, '.') && p.is(i+2, "m"):
		pm = p.is(i, "p")
		j = i + 3
		if p.mark(j, '.') && p.at(j).glued {
			j++
		}
	case (p.is(i, "a") || p.is(i, "p")) && p.is(i+1, "m") && (p.mark(i+2, '.') || t.glued):
		pm = p.is(i, "p")
		j = i + 2
		if p.mark(j, '.') && p.at(j).glued {
			j++
		}
	default:
		return i
	}
	if c.Hour > 12 || c.Hour == 0 && c.Exact && pm {
		if c.Hour > 12 && pm {
			return j
		}
		return i
	}
	if pm && c.Hour < 12 {
		c.Hour += 12
	} else if !pm && c.Hour == 12 {
		c.Hour = 0
	}
	return j
}

// zone reads a time zone: "EDT", "GMT", "local time", "GMT+3".
func (p *parser) zone(i int, c *timex.Clock) int {
	t := p.at(i)
	if p.zoneName(i) {
		c.Zoned, c.Zone, c.Usual = true, int16(t.val-1000), t.end-t.start == 2
		if s := p.at(i + 1); (s.mark == '+' || s.mark == '-') && s.glued && p.at(i+2).kind == number && p.at(i+2).glued && p.at(i+2).val <= 14 {
			off := int16(60 * p.at(i+2).val)
			if s.mark == '-' {
				off = -off
			}
			c.Zone += off
			return i + 3
		}
		return i + 1
	}
	if p.is(i, "local") && p.is(i+1, "time") {
		return i + 2
	}
	for _, z := range [...]struct {
		name string
		east int16
	}{{"eastern", -300}, {"central", -360}, {"mountain", -420}, {"pacific", -480}} {
		if p.is(i, z.name) && t.title {
			j := i + 1
			usual := false
			switch {
			case p.is(j, "daylight"):
				z.east += 60
				j++
			case p.is(j, "standard"):
				j++
			default:
				usual = true
			}
			if p.is(j, "time") {
				j++
			}
			c.Zoned, c.Zone, c.Usual = true, z.east, usual
			return j
		}
	}
	return i
}

// zoneName reports whether token i is the abbreviation of a time zone.
func (p *parser) zoneName(i int) bool {
	return p.at(i).class&cZone != 0 && p.at(i).title && p.surface(i)[1] < 'a'
}

// inThe reads "in the morning" after a time.
func (p *parser) inThe(i int, c *timex.Clock) int {
	if p.is(i, "in") && p.is(i+1, "the") && p.at(i+2).class&cPart != 0 {
		c.Pick(timex.DayPart(p.at(i + 2).val))
		return i + 3
	}
	if p.is(i, "at") && p.is(i+1, "night") {
		c.Pick(timex.Night)
		return i + 2
	}
	return i
}

// clockDate reads an expression that starts with a time of day: "10 p.m.
// Wednesday", "noon on Friday", "3 a.m. tomorrow".
func (p *parser) clockDate(i int) (timex.Meaning, int) {
	c, j := p.clock(i)
	if j == i {
		c, j = p.sharedMeridiem(i)
	}
	if j == i {
		return p.bareHour(i)
	}
	m := timex.Meaning{Sense: timex.Calendar, Point: timex.Point{Grain: timex.Day}, Rel: timex.RelThat}
	if w := p.at(j + 1); p.at(j).class&cEvery != 0 && w.class&cWeekday != 0 { // noon every Wednesday
		return timex.Meaning{Sense: timex.Recurring, Unit: timex.Day, Weekday: w.val, Point: timex.Point{Grain: timex.Day, Clock: c}}, j + 2
	}
	k := j
	if p.is(k, "on") {
		k++
	}
	if w := p.at(k); w.class&(cWeekday|cPlural) == cWeekday|cPlural && w.title { // 9 a.m. on Mondays
		return timex.Meaning{Sense: timex.Recurring, Unit: timex.Day, Weekday: w.val, Point: timex.Point{Grain: timex.Day, Clock: c}}, k + 1
	}
	if d, k := p.dayAfter(j); k > j {
		m, j = d, k
		if t := p.at(j); t.class&cPart != 0 && t.class&cPlural == 0 && !t.title { // 11 p.m. on Saturday night
			c.Pick(timex.DayPart(t.val))
			j++
		}
	} else if d, k := p.partAfter(j); k > j { // 9:30 tonight
		c.Pick(d.Point.Clock.Part)
		m, j = d, k
	}
	m.Point.Clock = c
	return m, j
}

// bareHour reads an hour that only the part of day behind it shows to be one: at 9
// tonight, by six on Friday morning.
func (p *parser) bareHour(i int) (timex.Meaning, int) {
	if p.at(i-1).class&cPrep == 0 {
		return timex.Meaning{}, i
	}
	c, j, _ := p.clockFigures(i)
	if j != i+1 || c.Hour < 1 || c.Hour > 12 {
		return timex.Meaning{}, i
	}
	m, k := p.partAfter(j)
	if k == j {
		return timex.Meaning{}, i
	}
	c.Pick(m.Point.Clock.Part)
	m.Point.Clock = c
	return m, k
}

// partAfter reads the part of a day that follows a time of day: tonight, this
// morning, on Friday night.
func (p *parser) partAfter(i int) (timex.Meaning, int) {
	j := i
	if p.is(j, "on") {
		j++
	}
	if p.depth >= deepest || p.at(j).class&(cWeekday|cToday|cThis|cLast) == 0 && !p.is(j, "tonight") {
		return timex.Meaning{}, i
	}
	p.depth++
	m, start, next := p.exact(j)
	p.depth--
	if next <= j || start != j || m.Sense != timex.Calendar && m.Sense != timex.Deictic || m.Point.Clock.Part == 0 || m.Point.Clock.Exact || m.Unit == timex.NoUnit && m.Weekday == 0 {
		return timex.Meaning{}, i
	}
	return m, next
}

// dayAfter reads the day that follows a time of day.
func (p *parser) dayAfter(i int) (timex.Meaning, int) {
	j := i
	if p.mark(j, ',') || p.is(j, "on") {
		j++
	}
	if p.mark(i, ',') && p.is(j, "on") {
		j++
	}
	if (p.is(j, "the") || p.is(j, "that")) && p.depth < deepest { // 5 p.m. the next day
		p.depth++
		d, start, k := p.nounPhrase(j)
		p.depth--
		if k > j && start == j && d.Unit == timex.Day && d.Sense == timex.Anaphoric && !d.Point.Clock.Set() {
			return d, k
		}
	}
	if p.openDays(j) {
		return timex.Meaning{}, i
	}
	if d, k := p.plainDay(j); k > j && d.Point.Grain == timex.Day && !d.Point.Clock.Set() {
		if p.mark(i, ',') && d.Weekday == 0 && d.Point.Day == 0 && d.Sense == timex.Calendar {
			return timex.Meaning{}, i
		}
		return d, k
	}
	return timex.Meaning{}, i
}

// plainDay reads a day without a time.
func (p *parser) plainDay(i int) (timex.Meaning, int) {
	t := p.at(i)
	switch {
	case t.class&cToday != 0:
		return timex.Meaning{Sense: timex.Deictic, Unit: timex.Day, Count: timex.Exactly(abs(t.val - 10)), Back: t.val < 10, Point: timex.Point{Grain: timex.Day}}, i + 1
	case t.class&cWeekday != 0 && t.class&cPlural == 0:
		n, j := p.weekdayName(i)
		if j == i {
			return timex.Meaning{}, i
		}
		if d, k := p.dateOfWeekday(j, n); k > j {
			return d, k
		}
		return timex.Meaning{Sense: timex.Calendar, Weekday: n, Point: timex.Point{Grain: timex.Day}}, j
	case t.class&cMonth != 0:
		if d, j := p.monthDay(i); j > i && d.Point.Day != 0 {
			return d, j
		}
	case t.kind == number:
		if d, j := p.numericDate(i); j > i {
			return d, j
		}
		return p.dayMonth(i)
	case t.class&(cLast|cNext|cThis) != 0:
		if r, j := p.rel(i); j > i {
			if n, k := p.weekdayName(j); k > j && p.at(j).class&cPlural == 0 {
				return timex.Meaning{Sense: timex.Calendar, Weekday: n, Rel: r, Point: timex.Point{Grain: timex.Day}}, k
			}
		}
	}
	return timex.Meaning{}, i
}

func abs(n int) int { return max(n, -n) }

// clockAfter reads the time of day that follows a day: "Friday night", "Friday
// at 3 p.m.", "tomorrow morning".
func (p *parser) clockAfter(m timex.Meaning, i int) (timex.Meaning, int) {
	j := i
	if p.mark(j, '-') && p.at(j+1).class&cPart != 0 {
		j++
	}
	edge := timex.ModNone
	if p.at(j).class&cEdge != 0 && p.at(j+1).class&cPart != 0 {
		edge = timex.Mod(p.at(j).val)
		j++
	}
	if t := p.at(j); t.class&cPart != 0 && (!t.title || p.capitalPart(j)) {
		m.Point.Clock.Part = timex.DayPart(t.val)
		if edge != timex.ModNone {
			m.Mod = edge
		}
		if t.class&cPlural != 0 {
			m.Sense, m.Unit = timex.Recurring, timex.Day
		}
		if c, k := p.clockAt(j + 1); k > j+1 && m.Sense != timex.Recurring {
			c.Pick(m.Point.Clock.Part)
			m.Point.Clock = c
			return m, k
		}
		return m, j + 1
	}
	if t := p.at(i); t.class&cNoon != 0 {
		m.Point.Clock = timex.Clock{Exact: true, Hour: int8(t.val)}
		return m, i + 1
	}
	if c, k := p.clockAt(i); k > i {
		m.Point.Clock = c
		return m, k
	}
	return m, i
}

// capitalPart reports whether the part of day at token i has its capital from the style
// of the text: on Saturday Night, but not Saturday Night Fever.
func (p *parser) capitalPart(i int) bool {
	return p.at(i-1).class&cWeekday != 0 && p.at(i-1).title && !p.at(i+1).title
}

// clockAt reads "at 3 p.m." and ", 3 p.m.".
func (p *parser) clockAt(i int) (timex.Clock, int) {
	j := i
	if p.mark(j, ',') {
		j++
	}
	if p.is(j, "at") {
		j++
		if p.is(j, "about") || p.is(j, "around") {
			j++
		}
	}
	if p.at(j).class&cNoon != 0 && j > i || p.at(j).kind == number || p.at(j).class&cCardinal != 0 && j > i {
		if c, k := p.clock(j); k > j {
			return c, k
		}
	}
	return timex.Clock{}, i
}
