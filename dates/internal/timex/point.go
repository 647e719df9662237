package timex

import (
	"strconv"
	"time"
)

// A Unit is a length of time that language counts in, and the grain of a point.
type Unit uint8

const (
	NoUnit Unit = iota
	Second
	Minute
	Hour
	Day
	Weekend
	Week
	Fortnight
	Month
	Quarter
	Season
	Half
	Year
	Decade
	Century
	Millennium
)

// A Point is a place on the calendar at some grain, possibly with parts left
// open: zero is unknown in every field. It is what a DATE or TIME denotes.
type Point struct {
	Grain  Unit
	Year   int  // decade: its first year; century: its number
	Num    int  // half, quarter, season (spring is 1), month or ISO week
	Day    int  // of the month; of the week if num is 0
	Since  int8 // the day of the month on which a week or half of it starts; from its end if negative
	Until  int8 // and the day before which that ends, 0 for the end of the month
	lasts  int  // in days, of a feast longer than one, and of a year of another calendar, which starts on the day
	eve    bool // it starts in the evening before
	Before bool // Christ
	Clock  Clock
}

// A Clock is a time of day: a part of it, or hour and minute.
type Clock struct {
	Part    DayPart
	Exact   bool
	Hour    int8 // 24 is midnight at the end of the day
	Minute  int8
	Second  int8
	Seconds bool
	Zoned   bool
	Zone    int16 // minutes east of UTC
	Either  bool  // the hour is of one half of the day or the other
	Place   int16 // or 1 and the number of the zone whose clocks it is by
}

type DayPart uint8

const (
	Morning DayPart = iota + 1
	Midday
	Afternoon
	Evening
	Night
	Daytime
	SmallHours // before dawn
)

var partCodes = [...]string{Morning: "MO", Midday: "MI", Afternoon: "AF", Evening: "EV", Night: "NI", Daytime: "DT", SmallHours: "MO"}

// partHours holds the first hour and the last, exclusive, of a part of day. The
// night ends on the next day.
var partHours = [...][2]int{
	Morning: {6, 12}, Midday: {11, 13}, Afternoon: {12, 18}, Evening: {18, 24}, Night: {20, 30}, Daytime: {6, 20},
	SmallHours: {0, 6},
}

// Midnight is the hour at the end of a day.
const Midnight = 24

// before reports whether c is earlier in the day.
func (c Clock) before(d Clock) bool {
	return c.Hour < d.Hour || c.Hour == d.Hour && c.Minute < d.Minute
}

// Before reports whether c and d are times of day, and c is the earlier.
func (c Clock) Before(d Clock) bool { return c.Exact && d.Exact && c.before(d) }

func (c Clock) Set() bool { return c.Exact || c.Part != 0 }

var seasonCodes = [...]string{1: "SP", 2: "SU", 3: "FA", 4: "WI"}

func DayPoint(n int) Point {
	if n < dayNumber(MinYear, 1, 1) || n > dayNumber(MaxYear, 12, 31) {
		return Point{Grain: Day}
	}
	y, m, d := civil(n)
	return Point{Grain: Day, Year: y, Num: m, Day: d}
}

func weekPoint(n int, grain Unit) Point {
	if n < dayNumber(MinYear, 1, 1) || n > dayNumber(MaxYear, 12, 31) {
		return Point{Grain: grain}
	}
	y, w := isoWeek(n)
	if y < MinYear || y > MaxYear {
		return Point{Grain: grain}
	}
	return Point{Grain: grain, Year: y, Num: w}
}

func yearPoint(y int) Point {
	if y < MinYear || y > MaxYear {
		return Point{Grain: Year}
	}
	return Point{Grain: Year, Year: y}
}

// known reports whether nothing is left open.
func (p Point) Known() bool {
	if p.Before {
		return false
	}
	switch p.Grain {
	case Year, Decade, Century:
		return p.Year != 0
	case Day:
		return p.Year != 0 && p.Num != 0 && p.Day != 0 && p.Day <= DaysIn(p.Year, p.Num)
	case NoUnit:
		return false
	}
	return p.Year != 0 && p.Num != 0
}

// first returns the day a known point starts on.
func (p Point) First() int {
	switch p.Grain {
	case Day:
		return dayNumber(p.Year, p.Num, p.Day)
	case Week:
		return WeekStart(p.Year, p.Num)
	case Weekend:
		return WeekStart(p.Year, p.Num) + 5
	case Month:
		return dayNumber(p.Year, p.Num, 1)
	case Quarter:
		return dayNumber(p.Year, 3*p.Num-2, 1)
	case Half:
		return dayNumber(p.Year, 6*p.Num-5, 1)
	case Season:
		return dayNumber(p.Year, 3*p.Num, 1)
	case Decade:
		return dayNumber(max(p.Year, 1), 1, 1)
	case Century:
		return dayNumber(100*(p.Year-1)+1, 1, 1)
	case Year:
		if p.lasts > 0 {
			return dayNumber(p.Year, p.Num, p.Day)
		}
	}
	return dayNumber(p.Year, 1, 1)
}

// monthIndex counts months since year 0.
func (p Point) MonthIndex() int {
	y, m, _ := civil(p.First())
	return 12*y + m - 1
}

// in returns the point of the given grain that holds the start of p.
func (p Point) In(grain Unit) Point {
	if !p.Known() || grain == p.Grain {
		if !p.Known() && grain == Year {
			return yearPoint(p.Year)
		}
		p.Clock = Clock{}
		if grain != p.Grain {
			p = Point{Grain: grain}
		}
		return p
	}
	n := p.First()
	y, m, _ := civil(n)
	switch grain {
	case Day, Hour, Minute, Second:
		return DayPoint(n)
	case Week, Weekend:
		return weekPoint(n, grain)
	case Fortnight:
		return weekPoint(n, Week)
	case Month:
		return Point{Grain: Month, Year: y, Num: m}
	case Quarter:
		return Point{Grain: Quarter, Year: y, Num: (m + 2) / 3}
	case Half:
		return Point{Grain: Half, Year: y, Num: (m + 5) / 6}
	case Season:
		return seasonOf(y, m)
	case Decade:
		return Point{Grain: Decade, Year: y - y%10}
	case Century:
		return Point{Grain: Century, Year: (y + 99) / 100}
	}
	return yearPoint(y)
}

// seasonOf names the winter after the year in which it starts.
func seasonOf(y, m int) Point {
	if m < 3 {
		y--
	}
	s := m / 3
	if s == 0 {
		s = 4
	}
	if y < MinYear {
		return Point{Grain: Season}
	}
	return Point{Grain: Season, Year: y, Num: s}
}

// farthest is the most units that a date can be from another, and be known.
const farthest = 100000

// shift moves p by n units and keeps its grain, or takes the unit's grain if
// that is finer.
func (p Point) shift(n int, u Unit) Point {
	if !p.Known() || n > farthest || n < -farthest {
		return Point{Grain: p.Grain, Clock: p.Clock}
	}
	switch u {
	case Century:
		return p.shiftMonths(1200 * n)
	case Decade:
		return p.shiftMonths(120 * n)
	case Year:
		return p.shiftMonths(12 * n)
	case Half:
		return p.shiftMonths(6 * n)
	case Quarter:
		return p.shiftMonths(3 * n)
	case Season:
		return p.shiftMonths(3 * n)
	case Month:
		return p.shiftMonths(n)
	case Fortnight:
		return p.shiftDays(14 * n)
	case Week, Weekend:
		return p.shiftDays(7 * n)
	case Day:
		return p.shiftDays(n)
	}
	return p
}

func (p Point) shiftDays(n int) Point {
	at := p.First() + n
	q := DayPoint(at)
	if p.Grain == Week || p.Grain == Weekend {
		q = weekPoint(at, p.Grain)
	}
	q.Clock = p.Clock
	return q
}

func (p Point) shiftMonths(n int) Point {
	switch p.Grain {
	case Century:
		p.Year += n / 1200
	case Decade, Year:
		p.Year += floorDiv(n, 12)
	case Half, Quarter, Season:
		size := map12[p.Grain]
		at := p.Year*(12/size) + p.Num - 1 + floorDiv(n, size)
		p.Year, p.Num = floorDiv(at, 12/size), at%(12/size)+1
	case Week, Weekend:
		if n%12 != 0 {
			return p.shiftDays(n * 30)
		}
		if p.Year += n / 12; p.inRange() {
			p.Num = min(p.Num, WeeksIn(p.Year))
		}
	default:
		at := 12*p.Year + p.Num - 1 + n
		if at < 12 {
			return Point{Grain: p.Grain}
		}
		p.Year, p.Num = at/12, at%12+1
		if p.Grain == Day && p.Year <= MaxYear {
			p.Day = min(p.Day, DaysIn(p.Year, p.Num))
		}
	}
	if !p.inRange() || p.Grain == Century && p.Year > 99 {
		return Point{Grain: p.Grain, Clock: p.Clock}
	}
	return p
}

// inRange reports whether the year is one of the calendar.
func (p Point) inRange() bool { return p.Year >= MinYear && p.Year <= MaxYear }

var map12 = [...]int{Month: 1, Quarter: 3, Season: 3, Half: 6, Year: 12, Decade: 120, Century: 1200}

// value writes the point as TIMEX3 does, with X for what is open.
func (p Point) value() string {
	b := p.append(make([]byte, 0, 24))
	return string(p.Clock.append(b))
}

func (p Point) append(b []byte) []byte {
	if p.Grain == Decade {
		return digits(b, p.Year/10, 3, p.Year != 0)
	}
	if p.Before {
		b = append(b, "BC"...)
	}
	if p.Grain == Century {
		return digits(b, p.Year-1, 2, p.Year != 0)
	}
	return p.appendPart(digits(b, p.Year, 4, p.Year != 0))
}

// appendPart appends what part of its year the point is.
func (p Point) appendPart(b []byte) []byte {
	switch p.Grain {
	case Half:
		return coded(b, "-H", p.Num)
	case Quarter:
		return coded(b, "-Q", p.Num)
	case Season:
		if p.Num == 0 {
			return append(b, "-XX"...)
		}
		return append(append(b, '-'), seasonCodes[p.Num]...)
	case Month:
		return digits(append(b, '-'), p.Num, 2, p.Num != 0)
	case Week:
		return digits(append(b, "-W"...), p.Num, 2, p.Num != 0)
	case Weekend:
		return append(digits(append(b, "-W"...), p.Num, 2, p.Num != 0), "-WE"...)
	case Day:
		if p.Num == 0 && p.Day != 0 && p.Day <= 7 && p.Year == 0 {
			return append(append(b, "-WXX-"...), byte('0'+p.Day))
		}
		b = digits(append(b, '-'), p.Num, 2, p.Num != 0)
		return digits(append(b, '-'), p.Day, 2, p.Day != 0)
	}
	return b
}

func (c Clock) append(b []byte) []byte {
	switch {
	case c.Part != 0 && !c.Exact:
		return append(append(b, 'T'), partCodes[c.Part]...)
	case !c.Exact:
		return b
	case c.Hour == Midnight:
		return append(b, "T24"...)
	}
	b = digits(append(b, 'T'), int(c.Hour), 2, true)
	b = digits(append(b, ':'), int(c.Minute), 2, true)
	if c.Seconds {
		b = digits(append(b, ':'), int(c.Second), 2, true)
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
func (p Point) Interval(at *Customs, loc *time.Location, mod Mod, fiscal, double bool) (from, to time.Time) {
	if !p.Known() {
		return from, to
	}
	if p.Clock.Set() {
		return p.Clock.interval(p, loc)
	}
	a, z := p.days(at, fiscal)
	if next := p.shift(1, Year); double && p.Grain != Season && next.Known() && !(fiscal && at.NamedStart) {
		b, y := next.days(at, fiscal)
		if z = y; fiscal && at.fiscalSplit() { // fiscal 2022/23 is the fiscal year that ends in 2023
			a = b
		}
	}
	if p.Since == 0 {
		a, z = within(a, z, mod)
	}
	from, to = midnight(a, loc), midnight(z, loc)
	if p.eve {
		from = midnight(a-1, loc).Add(nightfall)
	}
	return from, to
}

// nightfall is when a day starts that starts in the evening before.
const nightfall = 18 * time.Hour

// monthsIn is how many months the points of a grain last.
var monthsIn = [...]int{Month: 1, Quarter: 3, Half: 6, Season: 3, Year: 12, Decade: 120, Century: 1200, Millennium: 12}

// days returns the first day of p and the day after its last.
func (p Point) days(c *Customs, fiscal bool) (int, int) {
	a := p.First()
	switch p.Grain {
	case Day:
		return a, a + max(p.lasts, 1)
	case Year:
		if p.lasts > 0 {
			return a, a + p.lasts
		}
	case Week:
		return a - c.BeforeWeek, a - c.BeforeWeek + 7
	case Weekend:
		return weekendOf(a, c.Country)
	}
	if p.Since != 0 {
		return p.piece()
	}
	months := 12
	if n := int(p.Grain); n < len(monthsIn) && monthsIn[n] > 0 {
		months = monthsIn[n]
	}
	y, m, _ := civil(a)
	switch {
	case p.Grain == Season && c.South: // their spring starts in September
		m = (m+5)%12 + 1
	case p.Grain == Decade && p.Year == 0: // no year 0
		months = 108
	}
	at := 12*y + m - 1
	if split := p.Grain == Year || p.Grain == Quarter || p.Grain == Half; fiscal && split && c.fiscalSplit() {
		at += c.FiscalMonth - 1
		if !c.NamedStart {
			at -= 12
		}
		return monthDay(at) + c.FiscalDay - 1, monthDay(at+months) + c.FiscalDay - 1
	}
	return monthDay(at), monthDay(at + months)
}

// piece returns the days of a week or half of a month.
func (p Point) piece() (int, int) {
	a, z := p.First(), p.First()+DaysIn(p.Year, p.Num)
	from := a + int(p.Since) - 1
	if p.Since < 0 {
		from = z + int(p.Since)
	}
	if p.Until > 0 {
		z = a + int(p.Until) - 1
	}
	return from, z
}

// fiscalSplit reports whether fiscal years are not those of the calendar.
func (c *Customs) fiscalSplit() bool { return c.FiscalMonth > 1 || c.FiscalDay > 1 }

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

func (c Clock) interval(p Point, loc *time.Location) (from, to time.Time) {
	at := func(h, m, s int, zone *time.Location) time.Time {
		return time.Date(p.Year, time.Month(p.Num), p.Day, h, m, s, 0, zone)
	}
	if !c.Exact {
		hours := partHours[c.Part]
		return at(hours[0], 0, 0, loc), at(hours[1], 0, 0, loc)
	}
	zone := loc
	if c.Zoned {
		zone = time.FixedZone("", 60*c.east(p))
	}
	from = at(int(c.Hour), int(c.Minute), int(c.Second), zone).In(loc)
	if c.Seconds {
		return from, from.Add(time.Second)
	}
	return from, from.Add(time.Minute)
}

// east is the offset of the zone on the day p, in minutes.
func (c Clock) east(p Point) int {
	if c.Place > 0 {
		return Zone(c.Place-1).east(p.First(), int(c.Hour), int(c.Minute))
	}
	return int(c.Zone)
}

// Zone writes the offset of the zone that the time names, "" for none.
func (p Point) Zone() string {
	if !p.Clock.Zoned || p.Clock.Place > 0 && !p.Known() {
		return ""
	}
	return time.Unix(0, 0).In(time.FixedZone("", 60*p.Clock.east(p))).Format("Z07:00")
}

// Pick makes the hour that of a part of the day: nine in the evening.
func (c *Clock) Pick(part DayPart) {
	if (part == Afternoon || part == Evening || part == Night && c.Hour > 5) && c.Hour < 12 {
		c.Hour += 12
	}
}
