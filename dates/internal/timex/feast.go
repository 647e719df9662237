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
)

// A Feast is a day or days that have names.
type Feast struct {
	Rule rule
	Days int  // how long it lasts, 0 for a day
	Also bool // other countries keep a day of that name at another time
}

// on returns the day of the feast that falls in the given year, if there is
// one that is known.
func (r rule) on(y int) (n int, ok bool) {
	switch r.calendar {
	case country:
		return 0, false
	case hebrew:
		return hebrewIn(y, r.month, r.day)
	case islamic, ramadan:
		return r.islamicIn(y, 0)
	case lunar, diwali, holi, dussehra:
		n, ok := fromTable(r.table(), moonFirst, y)
		return n + r.day, ok
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
	if r.calendar != islamic && r.calendar != ramadan {
		return 0, false
	}
	return r.islamicIn(y, 1)
}

// reckoned reports whether the day of the feast in a year is that of the tabular
// Islamic calendar, from which sightings of the moon may differ by a day.
func (r rule) reckoned(y int) bool {
	if r.calendar != islamic && r.calendar != ramadan {
		return false
	}
	_, ok := r.kept(y)
	return !ok
}

// lasts returns how many days the feast that starts on day n goes on.
func (h Feast) lasts(n int, at Country) int {
	switch h.Rule.calendar {
	case ramadan: // to the day before the feast that ends it
		y, _, _ := civil(n + 30)
		eids := daysOf(eidAlFitr, at, y)
		for _, eid := range eids.all() {
			if eid > n && eid < n+40 {
				return eid - n
			}
		}
	case advent:
		y, _, _ := civil(n)
		return dayNumber(y, 12, 25) - n
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

// islamicIn finds the first such day in a year, or the next, for the months of
// the two Eids and of the fast as Saudi Arabia kept or set them, and otherwise by
// the tabular calendar.
func (r rule) islamicIn(y, which int) (int, bool) {
	if n, ok := r.kept(y); ok {
		return n, which == 0
	}
	start := dayNumber(y, 1, 1)
	hijri := (start - islamicEpoch) * 30 / 10631
	for h := max(hijri, 1); h <= hijri+2; h++ {
		n := islamicEpoch + 354*(h-1) + (3+11*h)/30 + 29*(r.month-1) + r.month/2 + r.day - 1
		if yy, _, _ := civil(n); yy == y {
			if which == 0 {
				return n, true
			}
			which--
		}
	}
	return 0, false
}

// kept returns the day of an Islamic feast if it is on record.
func (r rule) kept(y int) (n int, ok bool) {
	switch r.month {
	case 9:
		n, ok = fromTable(ramadans[:], eidFirst, y)
		return n + r.day - 1, ok
	case 10:
		n, ok = fromTable(eidsAlFitr[:], eidFirst, y)
		return n + r.day - 1, ok
	case 12:
		n, ok = fromTable(eidsAlAdha[:], eidFirst, y)
		return n + r.day - 10, ok
	}
	return 0, false
}

// islamicEpoch is 19 July 622 of the Gregorian calendar.
const islamicEpoch = 365*622 + 622/4 - 622/100 + 622/400 + (153*4+2)/5 + 19 - 1

// hebrewIn finds the day of a Hebrew month, Tishri being 1 and Nisan 7, that
// falls in a Gregorian year.
func hebrewIn(y, month, d int) (int, bool) {
	for h := y + 3760; h <= y+3761; h++ {
		newYear := hebrewNewYear(h)
		length := hebrewNewYear(h+1) - newYear
		n := newYear
		for m := 1; m < month; m++ {
			n += hebrewMonth(m, length)
		}
		n += d - 1
		if yy, _, _ := civil(n); yy == y {
			return n, true
		}
	}
	return 0, false
}

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

const eidFirst = 2010

var eidsAlFitr = [...]uint16{
	910, 830, 819, 808, 728, 717, 706, 625, 615, 604, // 2010–2019
	524, 513, 502, 421, 410, 330, 320, // 2020–2026
}

var eidsAlAdha = [...]uint16{
	1116, 1106, 1026, 1015, 1004, 924, 912, 901, 821, 811, // 2010–2019
	731, 720, 709, 628, 616, 606, 527, // 2020–2026
}

// ramadans are the first days of the month of fasting.
var ramadans = [...]uint16{
	811, 801, 720, 710, 628, 618, 606, 527, 517, 506, // 2010–2019
	424, 413, 402, 323, 311, 301, 218, // 2020–2026
}
