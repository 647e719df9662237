package dates

// This file reads times of day.

// clock reads "10 p.m.", "10:30", "10:30 a.m. EDT", "1500 GMT", "noon", "10
// o'clock".
func (p *parser) clock(i int) (clock, int) {
	t := p.at(i)
	if t.class&cNoon != 0 {
		return clock{exact: true, hour: int8(t.val)}, i + 1
	}
	c, j, sure := p.clockFigures(i)
	if j == i {
		c, j = p.past(i)
		sure = j > i
	}
	if j == i {
		return clock{}, i
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
	if c.hour > 23 && !(c.hour == 24 && c.minute == 0) || c.minute > 59 || c.second > 59 {
		return clock{}, i
	}
	if k := p.inThe(j, &c); k > j {
		j, sure = k, true
	}
	if !sure {
		return clock{}, i
	}
	return c, j
}

// past reads "half past seven" and "quarter past 8".
func (p *parser) past(i int) (c clock, next int) {
	if !p.is(i+1, "past") {
		return c, i
	}
	switch {
	case p.is(i, "half"):
		c.minute = 30
	case p.is(i, "quarter"):
		c.minute = 15
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
	c.exact, c.hour = true, int8(n)
	return c, j
}

// sharedMeridiem reads the first figure of "7-9 p.m." and "7 to 9 p.m.": the
// hour that the second makes it, or the one before noon if it is later.
func (p *parser) sharedMeridiem(i int) (c clock, next int) {
	t := p.at(i)
	if t.kind != number || t.digits() > 2 || t.val < 1 || t.val > 12 || !p.bare(i, i+1) && !p.glueTime(i) {
		return c, i
	}
	c, j, _ := p.clockFigures(i)
	if k := p.at(j); j == i || k.mark != '-' && !p.is(j, "to") && !p.is(j, "until") && !(p.is(j, "and") && p.is(i-1, "between")) {
		return c, i
	}
	end, k, _ := p.clockFigures(j + 1)
	if k == j+1 || end.hour < 1 || end.hour > 12 || p.meridiem(k, &end) == k {
		return c, i
	}
	c.hour %= 12
	if end.hour >= 12 && c.hour+12 <= end.hour {
		c.hour += 12
	}
	return c, j
}

// clockFigures reads the figures of a time. They are sure to be one when they
// have a colon and two figures after it, outside of scores and ratios.
func (p *parser) clockFigures(i int) (c clock, next int, sure bool) {
	t := p.at(i)
	c.exact = true
	if t.kind == word && t.class&cCardinal != 0 {
		n, j := p.small(i, false)
		if j == i || n < 1 || n > 12 {
			return c, i, false
		}
		c.hour = int8(n)
		if m, k := p.small(j, true); k > j && m >= 10 && m < 60 {
			c.minute = int8(m)
			return c, k, false
		}
		return c, j, false
	}
	if t.kind != number || t.digits() > 4 || !p.bare(i, i+1) && !p.glueTime(i) && !p.endsRange(i) {
		return c, i, false
	}
	if t.digits() >= 3 {
		c.hour, c.minute = int8(t.val/100), int8(t.val%100)
		if p.zoneName(i+1) || p.is(i+1, "local") && p.is(i+2, "time") || p.meridiem(i+1, &c) > i+1 || p.hundreds(i) {
			return c, i + 1, false
		}
		return c, i, false
	}
	if t.val > 24 {
		return c, i, false
	}
	c.hour = int8(t.val)
	sep, m := p.at(i+1), p.at(i+2)
	if (sep.mark == ':' || sep.mark == '.') && sep.glued && m.kind == number && m.glued && m.digits() == 2 && m.val < 60 {
		c.minute = int8(m.val)
		next = i + 3
		if s := p.at(i + 4); p.mark(i+3, ':') && p.at(i+3).glued && s.kind == number && s.glued && s.digits() == 2 && s.val < 60 {
			c.second, c.seconds = int8(s.val), true
			next = i + 5
		}
		if p.follows(next) && p.at(next).kind != word && !(p.mark(next, '-') && p.mark(next+2, ':')) {
			return c, i, false
		}
		return c, next, sep.mark == ':' && t.val < 24 && !p.scoreAround(i, next) && (!c.seconds || t.digits() == 2 || p.at(i-1).class&cPrep != 0) // but: ran 2:02:44
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
func (p *parser) meridiem(i int, c *clock) int {
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
	if c.hour > 12 || c.hour == 0 && c.exact && pm {
		if c.hour > 12 && pm {
			return j
		}
		return i
	}
	if pm && c.hour < 12 {
		c.hour += 12
	} else if !pm && c.hour == 12 {
		c.hour = 0
	}
	return j
}

// zone reads a time zone: "EDT", "GMT", "local time", "GMT+3".
func (p *parser) zone(i int, c *clock) int {
	t := p.at(i)
	if p.zoneName(i) {
		c.zoned, c.zone, c.usual = true, int16(t.val-1000), t.end-t.start == 2
		if s := p.at(i + 1); (s.mark == '+' || s.mark == '-') && s.glued && p.at(i+2).kind == number && p.at(i+2).glued && p.at(i+2).val <= 14 {
			off := int16(60 * p.at(i+2).val)
			if s.mark == '-' {
				off = -off
			}
			c.zone += off
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
			c.zoned, c.zone, c.usual = true, z.east, usual
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
func (p *parser) inThe(i int, c *clock) int {
	if p.is(i, "in") && p.is(i+1, "the") && p.at(i+2).class&cPart != 0 {
		c.pick(dayPart(p.at(i + 2).val))
		return i + 3
	}
	if p.is(i, "at") && p.is(i+1, "night") {
		c.pick(night)
		return i + 2
	}
	return i
}

func (c *clock) pick(part dayPart) {
	if (part == afternoon || part == evening || part == night && c.hour > 5) && c.hour < 12 {
		c.hour += 12
	}
}

// clockDate reads an expression that starts with a time of day: "10 p.m.
// Wednesday", "noon on Friday", "3 a.m. tomorrow".
func (p *parser) clockDate(i int) (meaning, int) {
	c, j := p.clock(i)
	if j == i {
		c, j = p.sharedMeridiem(i)
	}
	if j == i {
		return p.bareHour(i)
	}
	m := meaning{sense: calendar, point: point{grain: day}, rel: relThat}
	if w := p.at(j + 1); p.at(j).class&cEvery != 0 && w.class&cWeekday != 0 { // noon every Wednesday
		return meaning{sense: recurring, unit: day, weekday: w.val, point: point{grain: day, clock: c}}, j + 2
	}
	k := j
	if p.is(k, "on") {
		k++
	}
	if w := p.at(k); w.class&(cWeekday|cPlural) == cWeekday|cPlural && w.title { // 9 a.m. on Mondays
		return meaning{sense: recurring, unit: day, weekday: w.val, point: point{grain: day, clock: c}}, k + 1
	}
	if d, k := p.dayAfter(j); k > j {
		m, j = d, k
		if t := p.at(j); t.class&cPart != 0 && t.class&cPlural == 0 && !t.title { // 11 p.m. on Saturday night
			c.pick(dayPart(t.val))
			j++
		}
	} else if d, k := p.partAfter(j); k > j { // 9:30 tonight
		c.pick(d.point.clock.part)
		m, j = d, k
	}
	m.point.clock = c
	return m, j
}

// bareHour reads an hour that only the part of day behind it shows to be one: at 9
// tonight, by six on Friday morning.
func (p *parser) bareHour(i int) (meaning, int) {
	if p.at(i-1).class&cPrep == 0 {
		return meaning{}, i
	}
	c, j, _ := p.clockFigures(i)
	if j != i+1 || c.hour < 1 || c.hour > 12 {
		return meaning{}, i
	}
	m, k := p.partAfter(j)
	if k == j {
		return meaning{}, i
	}
	c.pick(m.point.clock.part)
	m.point.clock = c
	return m, k
}

// partAfter reads the part of a day that follows a time of day: tonight, this
// morning, on Friday night.
func (p *parser) partAfter(i int) (meaning, int) {
	j := i
	if p.is(j, "on") {
		j++
	}
	if p.depth >= deepest || p.at(j).class&(cWeekday|cToday|cThis|cLast) == 0 && !p.is(j, "tonight") {
		return meaning{}, i
	}
	p.depth++
	m, start, next := p.exact(j)
	p.depth--
	if next <= j || start != j || m.sense != calendar && m.sense != deictic || m.point.clock.part == 0 || m.point.clock.exact || m.unit == noUnit && m.weekday == 0 {
		return meaning{}, i
	}
	return m, next
}

// dayAfter reads the day that follows a time of day.
func (p *parser) dayAfter(i int) (meaning, int) {
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
		if k > j && start == j && d.unit == day && d.sense == anaphoric && !d.point.clock.set() {
			return d, k
		}
	}
	if p.openDays(j) {
		return meaning{}, i
	}
	if d, k := p.plainDay(j); k > j && d.point.grain == day && !d.point.clock.set() {
		if p.mark(i, ',') && d.weekday == 0 && d.point.day == 0 && d.sense == calendar {
			return meaning{}, i
		}
		return d, k
	}
	return meaning{}, i
}

// plainDay reads a day without a time.
func (p *parser) plainDay(i int) (meaning, int) {
	t := p.at(i)
	switch {
	case t.class&cToday != 0:
		return meaning{sense: deictic, unit: day, count: exactly(abs(t.val - 10)), back: t.val < 10, point: point{grain: day}}, i + 1
	case t.class&cWeekday != 0 && t.class&cPlural == 0:
		n, j := p.weekdayName(i)
		if j == i {
			return meaning{}, i
		}
		if d, k := p.dateOfWeekday(j, n); k > j {
			return d, k
		}
		return meaning{sense: calendar, weekday: n, point: point{grain: day}}, j
	case t.class&cMonth != 0:
		if d, j := p.monthDay(i); j > i && d.point.day != 0 {
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
				return meaning{sense: calendar, weekday: n, rel: r, point: point{grain: day}}, k
			}
		}
	}
	return meaning{}, i
}

func abs(n int) int { return max(n, -n) }

// clockAfter reads the time of day that follows a day: "Friday night", "Friday
// at 3 p.m.", "tomorrow morning".
func (p *parser) clockAfter(m meaning, i int) (meaning, int) {
	j := i
	if p.mark(j, '-') && p.at(j+1).class&cPart != 0 {
		j++
	}
	edge := ModNone
	if p.at(j).class&cEdge != 0 && p.at(j+1).class&cPart != 0 {
		edge = Mod(p.at(j).val)
		j++
	}
	if t := p.at(j); t.class&cPart != 0 && (!t.title || p.capitalPart(j)) {
		m.point.clock.part = dayPart(t.val)
		if edge != ModNone {
			m.mod = edge
		}
		if t.class&cPlural != 0 {
			m.sense, m.unit = recurring, day
		}
		if c, k := p.clockAt(j + 1); k > j+1 && m.sense != recurring {
			c.pick(m.point.clock.part)
			m.point.clock = c
			return m, k
		}
		return m, j + 1
	}
	if t := p.at(i); t.class&cNoon != 0 {
		m.point.clock = clock{exact: true, hour: int8(t.val)}
		return m, i + 1
	}
	if c, k := p.clockAt(i); k > i {
		m.point.clock = c
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
func (p *parser) clockAt(i int) (clock, int) {
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
	return clock{}, i
}
