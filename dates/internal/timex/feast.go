package timex

// A rule gives the day of a feast in a year.
type rule struct {
	calendar feastCalendar
	month    int // or days from Easter
	day      int
	weekday  int // for the n-th weekday of a month: day is n
}

type feastCalendar uint8

const (
	fixed        feastCalendar = iota // month and day
	nth                               // n-th weekday of a month
	easter                            // days from Western Easter
	orthodox                          // days from Orthodox Easter
	islamic                           // month and day of the tabular Islamic calendar
	hebrew                            // month (Tishri is 1) and day of the Hebrew calendar
	ramadan                           // the first day of the month of Ramadan
	lunar                             // days from one in a month of the Chinese calendar, by table
	diwali                            // days from Diwali, by table
	holi                              // by table
	dussehra                          // days from Dussehra, by table
	thanksgiving                      // days from Thanksgiving in the United States
	weekAfter                         // first weekday of a month after a Monday: US Election Day
	mondayBy                          // the last Monday up to a day: Victoria Day
	advent                            // from the fourth Sunday before Christmas to Christmas Eve
	weekdayFrom                       // such a day of the week on or after a day
	country                           // by country alone
	kept                              // on the days on record
	tabled                            // and what follows: month and day of one of calendars
)

// A Feast is a day or days that have names.
type Feast struct {
	Rule  rule
	Days  int  // how long it lasts, 0 for a day
	Also  bool // other countries keep a day of that name at another time
	Eve   bool // it starts in the evening of the day before
	Month bool // of another calendar
}

// OnlyMonth reports whether it is a month and no feast.
func (h Feast) OnlyMonth() bool { return h.Month && h.Rule.calendar != ramadan }

// MayFall reports whether a date that stands beside a feast can be its day: countries keep
// it at different times, or it is near that of the feast.
func MayFall(holiday int, date Point) bool {
	const near = 75 // days, as between the mother's days of two countries
	feast := Feasts[holiday-1]
	y := date.Year
	if y == 0 {
		y = leapYear
	}
	n, ok := feast.Rule.on(y)
	if feast.Also || !ok || feast.Rule.calendar >= islamic {
		return true
	}
	away := abs(dayNumber(y, date.Num, date.Day) - n)
	return away <= near || away >= daysInYear-near
}

const (
	leapYear   = 2000
	daysInYear = 365
)

// on returns the day of the feast that falls in the given year, if there is
// one that is known.
func (r rule) on(y int) (n int, ok bool) {
	switch r.calendar {
	case country, kept:
		return 0, false
	case lunar, diwali, holi, dussehra:
		n, ok := fromTable(r.table(), moonFirst, y)
		return n + r.day, ok
	}
	if r.other() != nil {
		return r.inOther(y, 0)
	}
	return r.bySun(y), true
}

// table holds the days that a feast which goes by the moon is counted from.
func (r rule) table() []uint16 {
	switch {
	case r.calendar == diwali:
		return diwalis[:]
	case r.calendar == holi:
		return holis[:]
	case r.calendar == dussehra:
		return dussehras[:]
	case r.month == 5:
		return dragonBoats[:]
	case r.month == 8:
		return midAutumns[:]
	}
	return lunarNewYears[:]
}

// bySun is the day of a feast that goes by the solar year, or by Easter.
func (r rule) bySun(y int) int {
	switch r.calendar {
	case nth:
		return nthWeekday(y, r.month, r.weekday, r.day)
	case weekAfter:
		return nthWeekday(y, r.month, 1, 1) + 1
	case thanksgiving:
		return nthWeekday(y, 11, 4, 4) + r.day
	case easter:
		return easterDay(y) + r.day
	case orthodox:
		return orthodoxEaster(y) + r.day
	case mondayBy:
		n := dayNumber(y, r.month, r.day)
		return n - WeekdayOf(n) + 1
	case advent:
		n := dayNumber(y, 12, 24)
		return n - WeekdayOf(n)%7 - 21
	case weekdayFrom:
		n := dayNumber(y, r.month, r.day)
		return n + (r.weekday-WeekdayOf(n)+7)%7
	}
	return dayNumber(y, r.month, r.day)
}

// again returns the second day of the feast in a year that has two: the Islamic
// year is eleven days shorter.
func (r rule) again(y int) (n int, ok bool) {
	if r.calendar != islamic && r.calendar != ramadan && r.calendar < tabled {
		return 0, false
	}
	return r.inOther(y, 1)
}

// reckoned reports whether the feast on day n is reckoned: of the tabular Islamic calendar,
// from which sightings of the moon may differ by a day, or of a year not yet announced.
func (r rule) reckoned(n int) bool {
	c := r.other()
	return c != nil && (c.foretold(n) || c.kind == byIslamic && n >= unseen)
}

// unseen is the first day for which no crescent has been sighted, as far as is known here.
var unseen = dayNumber(2026, 7, 1)

// lasts returns how many days the feast that starts on day n goes on.
func (h Feast) lasts(n int, at Country) int {
	switch {
	case h.Rule.calendar == ramadan: // to the day before the feast that ends it
		y, _, _ := civil(n + 30)
		eids := daysOf(eidAlFitr, at, y)
		for _, eid := range eids.all() {
			if eid > n && eid < n+40 {
				return eid - n
			}
		}
	case h.Rule.calendar == advent:
		y, _, _ := civil(n)
		return dayNumber(y, 12, 25) - n
	case h.Month:
		c := h.Rule.other()
		for y := c.yearAt(n) - 1; y <= c.yearAt(n)+1; y++ {
			if first, ok := c.day(y, h.Rule.month, 1); ok && first == n {
				return c.lasts(y, h.Rule.month)
			}
		}
	}
	return max(h.Days, 1)
}

// easterDay is the Gregorian computus.
func easterDay(y int) int {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	at := h + l - 7*m + 114
	return dayNumber(y, at/31, at%31+1)
}

// orthodoxEaster is the Julian computus, carried to the Gregorian calendar.
func orthodoxEaster(y int) int {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	at := d + e + 114
	return dayNumber(y, at/31, at%31+1) + y/100 - y/400 - 2
}

// islamicEpoch is 19 July 622 of the Gregorian calendar.
const islamicEpoch = 365*622 + 622/4 - 622/100 + 622/400 + (153*4+2)/5 + 19 - 1

// hebrewMonth is the length of a month in a year of that many days. The sixth
// stands for both Adars of a leap year, and a feast of it falls in the second.
func hebrewMonth(m, length int) int {
	switch m {
	case 2:
		if length%10 == 5 {
			return 30
		}
		return 29
	case 3:
		if length%10 == 3 {
			return 29
		}
		return 30
	case 5:
		if length > 380 { // Shevat and the first Adar
			return 60
		}
		return 30
	case 1, 7, 9:
		return 30
	}
	return 29
}

func hebrewNewYear(h int) int { return hebrewEpoch + hebrewElapsed(h) + hebrewDelay(h) }

func hebrewElapsed(h int) int {
	months := (235*h - 234) / 19
	parts := 12084 + 13753*months
	n := months*29 + parts/25920
	if 3*(n+1)%7 < 3 {
		n++
	}
	return n
}

// hebrewDelay keeps years from having impossible lengths.
func hebrewDelay(h int) int {
	before, at, after := hebrewElapsed(h-1), hebrewElapsed(h), hebrewElapsed(h+1)
	switch {
	case after-at == 356:
		return 2
	case at-before == 382:
		return 1
	}
	return 0
}

// hebrewEpoch is the day number of the molad of creation, less the days that
// hebrewElapsed counts from.
const hebrewEpoch = -1373122

// A table packs month and day as 100×month + day from its first year on.
func fromTable(table []uint16, first, y int) (int, bool) {
	if y < first || y >= first+len(table) {
		return 0, false
	}
	at := int(table[y-first])
	return dayNumber(y, at/100, at%100), true
}
