package dates

import (
	"strconv"
	"time"
)

// A unit is a length of time that language counts in, and the grain of a point.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	fortnight
	month
	quarter
	season
	half
	year
	decade
	century
	millennium
)

// A point is a place on the calendar at some grain, possibly with parts left
// open: zero is unknown in every field. It is what a DATE or TIME denotes.
type point struct {
	grain  unit
	year   int  // decade: its first year; century: its number
	num    int  // half, quarter, season (spring is 1), month or ISO week
	day    int  // of the month; of the week if num is 0
	lasts  int  // in days, of a feast longer than one
	before bool // Christ
	clock  clock
}

// A clock is a time of day: a part of it, or hour and minute.
type clock struct {
	part    dayPart
	exact   bool
	hour    int8 // 24 is midnight at the end of the day
	minute  int8
	second  int8
	seconds bool
	zoned   bool
	zone    int16 // minutes east of UTC
	usual   bool  // in standard time, but that of the United States keeps its summer time: ET
}

type dayPart uint8

const (
	morning dayPart = iota + 1
	midday
	afternoon
	evening
	night
	daytime
)

var partCodes = [...]string{morning: "MO", midday: "MI", afternoon: "AF", evening: "EV", night: "NI", daytime: "DT"}

// partHours holds the first hour and the last, exclusive, of a part of day. The
// night ends on the next day.
var partHours = [...][2]int{morning: {6, 12}, midday: {11, 13}, afternoon: {12, 18}, evening: {18, 24}, night: {20, 30}, daytime: {6, 20}}

func (c clock) set() bool { return c.exact || c.part != 0 }

var seasonCodes = [...]string{1: "SP", 2: "SU", 3: "FA", 4: "WI"}

func dayPoint(n int) point {
	if n < dayNumber(minYear, 1, 1) || n > dayNumber(maxYear, 12, 31) {
		return point{grain: day}
	}
	y, m, d := civil(n)
	return point{grain: day, year: y, num: m, day: d}
}

func weekPoint(n int, grain unit) point {
	if n < dayNumber(minYear, 1, 1) || n > dayNumber(maxYear, 12, 31) {
		return point{grain: grain}
	}
	y, w := isoWeek(n)
	if y < minYear || y > maxYear {
		return point{grain: grain}
	}
	return point{grain: grain, year: y, num: w}
}

func yearPoint(y int) point {
	if y < minYear || y > maxYear {
		return point{grain: year}
	}
	return point{grain: year, year: y}
}

// known reports whether nothing is left open.
func (p point) known() bool {
	if p.before {
		return false
	}
	switch p.grain {
	case year, decade, century:
		return p.year != 0
	case day:
		return p.year != 0 && p.num != 0 && p.day != 0
	case noUnit:
		return false
	}
	return p.year != 0 && p.num != 0
}

// first returns the day a known point starts on.
func (p point) first() int {
	switch p.grain {
	case day:
		return dayNumber(p.year, p.num, p.day)
	case week:
		return weekStart(p.year, p.num)
	case weekend:
		return weekStart(p.year, p.num) + 5
	case month:
		return dayNumber(p.year, p.num, 1)
	case quarter:
		return dayNumber(p.year, 3*p.num-2, 1)
	case half:
		return dayNumber(p.year, 6*p.num-5, 1)
	case season:
		return dayNumber(p.year, 3*p.num, 1)
	case decade:
		return dayNumber(max(p.year, 1), 1, 1)
	case century:
		return dayNumber(100*(p.year-1)+1, 1, 1)
	}
	return dayNumber(p.year, 1, 1)
}

// monthIndex counts months since year 0.
func (p point) monthIndex() int {
	y, m, _ := civil(p.first())
	return 12*y + m - 1
}

// in returns the point of the given grain that holds the start of p.
func (p point) in(grain unit) point {
	if !p.known() || grain == p.grain {
		if !p.known() && grain == year {
			return yearPoint(p.year)
		}
		p.clock = clock{}
		if grain != p.grain {
			p = point{grain: grain}
		}
		return p
	}
	n := p.first()
	y, m, _ := civil(n)
	switch grain {
	case day, hour, minute, second:
		return dayPoint(n)
	case week, weekend:
		return weekPoint(n, grain)
	case fortnight:
		return weekPoint(n, week)
	case month:
		return point{grain: month, year: y, num: m}
	case quarter:
		return point{grain: quarter, year: y, num: (m + 2) / 3}
	case half:
		return point{grain: half, year: y, num: (m + 5) / 6}
	case season:
		return seasonOf(y, m)
	case decade:
		return point{grain: decade, year: y - y%10}
	case century:
		return point{grain: century, year: (y + 99) / 100}
	}
	return yearPoint(y)
}

// seasonOf names the winter after the year in which it starts.
func seasonOf(y, m int) point {
	if m < 3 {
		y--
	}
	s := m / 3
	if s == 0 {
		s = 4
	}
	if y < minYear {
		return point{grain: season}
	}
	return point{grain: season, year: y, num: s}
}

// farthest is the most units that a date can be from another, and be known.
const farthest = 100000

// shift moves p by n units and keeps its grain, or takes the unit's grain if
// that is finer.
func (p point) shift(n int, u unit) point {
	if !p.known() || n > farthest || n < -farthest {
		return point{grain: p.grain, clock: p.clock}
	}
	switch u {
	case century:
		return p.shiftMonths(1200 * n)
	case decade:
		return p.shiftMonths(120 * n)
	case year:
		return p.shiftMonths(12 * n)
	case half:
		return p.shiftMonths(6 * n)
	case quarter:
		return p.shiftMonths(3 * n)
	case season:
		return p.shiftMonths(3 * n)
	case month:
		return p.shiftMonths(n)
	case fortnight:
		return p.shiftDays(14 * n)
	case week, weekend:
		return p.shiftDays(7 * n)
	case day:
		return p.shiftDays(n)
	}
	return p
}

func (p point) shiftDays(n int) point {
	at := p.first() + n
	q := dayPoint(at)
	if p.grain == week || p.grain == weekend {
		q = weekPoint(at, p.grain)
	}
	q.clock = p.clock
	return q
}

func (p point) shiftMonths(n int) point {
	switch p.grain {
	case century:
		p.year += n / 1200
	case decade, year:
		p.year += floorDiv(n, 12)
	case half, quarter, season:
		size := map12[p.grain]
		at := p.year*(12/size) + p.num - 1 + floorDiv(n, size)
		p.year, p.num = floorDiv(at, 12/size), at%(12/size)+1
	case week, weekend:
		if n%12 == 0 {
			p.year += n / 12
			if p.year >= minYear && p.year <= maxYear {
				p.num = min(p.num, weeksIn(p.year))
			}
		} else {
			return p.shiftDays(n * 30)
		}
	default:
		at := 12*p.year + p.num - 1 + n
		if at < 12 {
			return point{grain: p.grain}
		}
		p.year, p.num = at/12, at%12+1
		if p.grain == day && p.year <= maxYear {
			p.day = min(p.day, daysIn(p.year, p.num))
		}
	}
	if p.year < minYear || p.year > maxYear || p.grain == century && p.year > 99 {
		return point{grain: p.grain, clock: p.clock}
	}
	return p
}

var map12 = [...]int{month: 1, quarter: 3, season: 3, half: 6, year: 12, decade: 120, century: 1200}

// value writes the point as TIMEX3 does, with X for what is open.
func (p point) value() string {
	b := p.append(make([]byte, 0, 24))
	return string(p.clock.append(b))
}

func (p point) append(b []byte) []byte {
	switch p.grain {
	case century:
		if p.before {
			b = append(b, "BC"...)
		}
		return digits(b, p.year-1, 2, p.year != 0)
	case decade:
		return digits(b, p.year/10, 3, p.year != 0)
	}
	if p.before {
		b = append(b, "BC"...)
	}
	b = digits(b, p.year, 4, p.year != 0)
	switch p.grain {
	case half:
		b = coded(b, "-H", p.num)
	case quarter:
		b = coded(b, "-Q", p.num)
	case season:
		b = append(b, '-')
		if p.num == 0 {
			return append(b, "XX"...)
		}
		b = append(b, seasonCodes[p.num]...)
	case month:
		b = digits(append(b, '-'), p.num, 2, p.num != 0)
	case week, weekend:
		b = digits(append(b, "-W"...), p.num, 2, p.num != 0)
		if p.grain == weekend {
			b = append(b, "-WE"...)
		}
	case day:
		if p.num == 0 && p.day != 0 && p.day <= 7 && p.year == 0 {
			return append(append(b, "-WXX-"...), byte('0'+p.day))
		}
		b = digits(append(b, '-'), p.num, 2, p.num != 0)
		b = digits(append(b, '-'), p.day, 2, p.day != 0)
	}
	return b
}

func (c clock) append(b []byte) []byte {
	switch {
	case c.part != 0 && !c.exact:
		return append(append(b, 'T'), partCodes[c.part]...)
	case !c.exact:
		return b
	case c.hour == 24:
		return append(b, "T24"...)
	}
	b = digits(append(b, 'T'), int(c.hour), 2, true)
	b = digits(append(b, ':'), int(c.minute), 2, true)
	if c.seconds {
		b = digits(append(b, ':'), int(c.second), 2, true)
	}
	return b
}

// digits writes n with leading zeros, or as many X.
func digits(b []byte, n, width int, known bool) []byte {
	if !known {
		return append(b, "XXXX"[:width]...)
	}
	for limit := pow10(width - 1); limit > 1 && n < limit; limit /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

func pow10(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}

func coded(b []byte, code string, n int) []byte {
	b = append(b, code...)
	if n == 0 {
		return append(b, 'X')
	}
	return append(b, byte('0'+n))
}

// interval returns the half-open interval that p denotes, at loc.
func (p point) interval(at *customs, loc *time.Location, mod Mod, fiscal, double bool) (from, to time.Time) {
	if !p.known() {
		return from, to
	}
	if p.clock.set() {
		return p.clock.interval(p, loc)
	}
	a, z := p.days(at, fiscal)
	if next := p.shift(1, year); double && next.known() && !(fiscal && at.namedStart) {
		b, y := next.days(at, fiscal)
		if z = y; fiscal && at.fiscalSplit() { // fiscal 2022/23 is the fiscal year that ends in 2023
			a = b
		}
	}
	a, z = within(a, z, mod)
	return midnight(a, loc), midnight(z, loc)
}

// days returns the first day of p and the day after its last.
func (p point) days(c *customs, fiscal bool) (int, int) {
	a := p.first()
	y, m, _ := civil(a)
	months := 0
	switch p.grain {
	case day:
		return a, a + max(p.lasts, 1)
	case week:
		a -= c.beforeWeek
		return a, a + 7
	case weekend:
		return a, a + 2
	case month:
		months = 1
	case quarter:
		months = 3
	case half:
		months = 6
	case season:
		months = 3
		if c.south { // their spring starts in September
			m = (m+5)%12 + 1
		}
	case decade:
		months = 120
		if p.year == 0 {
			months = 108
		}
	case century:
		months = 1200
	default:
		months = 12
	}
	at := 12*y + m - 1
	if fiscal && c.fiscalSplit() && (p.grain == year || p.grain == quarter || p.grain == half) {
		at += c.fiscalMonth - 1
		if !c.namedStart {
			at -= 12
		}
		return monthDay(at) + c.fiscalDay - 1, monthDay(at+months) + c.fiscalDay - 1
	}
	return monthDay(at), monthDay(at + months)
}

// fiscalSplit reports whether fiscal years are not those of the calendar.
func (c *customs) fiscalSplit() bool { return c.fiscalMonth > 1 || c.fiscalDay > 1 }

func monthDay(at int) int { return dayNumber(at/12, at%12+1, 1) }

// within narrows [a, z) to its start, middle or end: thirds, which for a month
// are its days 1–10, 11–20 and 21 to the end.
func within(a, z int, mod Mod) (int, int) {
	third := (z - a) / 3
	if third == 0 {
		return a, z
	}
	switch mod {
	case ModStart:
		return a, a + third
	case ModMid:
		return a + third, a + 2*third
	case ModEnd:
		return a + 2*third, z
	}
	return a, z
}

// midnight is when a day starts, or would have started where clocks were moved
// past it.
func midnight(n int, loc *time.Location) time.Time {
	y, m, d := civil(n)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, loc)
	if t.Day() == d {
		return t
	}
	if _, moved := t.ZoneBounds(); !moved.IsZero() && dayNumber(t.Year(), int(t.Month()), t.Day()) < n {
		return moved
	}
	return t
}

func (c clock) interval(p point, loc *time.Location) (from, to time.Time) {
	at := func(h, m, s int, zone *time.Location) time.Time {
		return time.Date(p.year, time.Month(p.num), p.day, h, m, s, 0, zone)
	}
	if !c.exact {
		hours := partHours[c.part]
		return at(hours[0], 0, 0, loc), at(hours[1], 0, 0, loc)
	}
	zone := loc
	if c.zoned {
		zone = time.FixedZone("", 60*c.east(p))
	}
	from = at(int(c.hour), int(c.minute), int(c.second), zone).In(loc)
	if c.seconds {
		return from, from.Add(time.Second)
	}
	return from, from.Add(time.Minute)
}

// east is the offset of the zone on the day p, in minutes.
func (c clock) east(p point) int {
	if c.usual && p.known() && summerTime(p, c) {
		return int(c.zone) + 60
	}
	return int(c.zone)
}

// zone writes the offset of the zone that the time names, "" for none.
func (p point) zone() string {
	if !p.clock.zoned {
		return ""
	}
	return time.Unix(0, 0).In(time.FixedZone("", 60*p.clock.east(p))).Format("Z07:00")
}

// summerTime reports whether the United States keep summer time: from the second
// Sunday of March to the first of November, since 2007.
func summerTime(p point, c clock) bool {
	n, h := p.first(), int(c.hour)
	start, stop := nthWeekday(p.year, 3, 7, 2), nthWeekday(p.year, 11, 7, 1)
	return (n > start || n == start && h >= 2) && (n < stop || n == stop && h < 2)
}
