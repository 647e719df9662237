package dates

// This file knows the days that have names.

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
	lunar                             // month and day of the Chinese calendar, by table
	diwali                            // days from Diwali, by table
	thanksgiving                      // days from Thanksgiving in the United States
	weekAfter                         // first weekday of a month after a Monday: US Election Day
)

type holiday struct {
	name string // in lower case, an apostrophe as a word of its own
	rule rule
}

// holidays are matched longest first among those with the same first word.
var holidays = [...]holiday{
	{"new year ' s day", rule{fixed, 1, 1, 0}},
	{"new year ' s eve", rule{fixed, 12, 31, 0}},
	{"new years day", rule{fixed, 1, 1, 0}},
	{"new years eve", rule{fixed, 12, 31, 0}},
	{"new year ' s", rule{fixed, 1, 1, 0}},
	{"new year day", rule{fixed, 1, 1, 0}},
	{"epiphany", rule{fixed, 1, 6, 0}},
	{"martin luther king jr . day", rule{nth, 1, 3, 1}},
	{"martin luther king day", rule{nth, 1, 3, 1}},
	{"mlk day", rule{nth, 1, 3, 1}},
	{"australia day", rule{fixed, 1, 26, 0}},
	{"groundhog day", rule{fixed, 2, 2, 0}},
	{"valentine ' s day", rule{fixed, 2, 14, 0}},
	{"valentines day", rule{fixed, 2, 14, 0}},
	{"presidents ' day", rule{nth, 2, 3, 1}},
	{"presidents day", rule{nth, 2, 3, 1}},
	{"international women ' s day", rule{fixed, 3, 8, 0}},
	{"st . patrick ' s day", rule{fixed, 3, 17, 0}},
	{"saint patrick ' s day", rule{fixed, 3, 17, 0}},
	{"april fools ' day", rule{fixed, 4, 1, 0}},
	{"april fool ' s day", rule{fixed, 4, 1, 0}},
	{"earth day", rule{fixed, 4, 22, 0}},
	{"anzac day", rule{fixed, 4, 25, 0}},
	{"may day", rule{fixed, 5, 1, 0}},
	{"cinco de mayo", rule{fixed, 5, 5, 0}},
	{"ve day", rule{fixed, 5, 8, 0}},
	{"v - e day", rule{fixed, 5, 8, 0}},
	{"mother ' s day", rule{nth, 5, 2, 7}},
	{"mothers day", rule{nth, 5, 2, 7}},
	{"memorial day", rule{nth, 5, -1, 1}},
	{"father ' s day", rule{nth, 6, 3, 7}},
	{"fathers day", rule{nth, 6, 3, 7}},
	{"juneteenth", rule{fixed, 6, 19, 0}},
	{"canada day", rule{fixed, 7, 1, 0}},
	{"independence day", rule{fixed, 7, 4, 0}},
	{"fourth of july", rule{fixed, 7, 4, 0}},
	{"bastille day", rule{fixed, 7, 14, 0}},
	{"assumption day", rule{fixed, 8, 15, 0}},
	{"labor day", rule{nth, 9, 1, 1}},
	{"labour day", rule{nth, 9, 1, 1}},
	{"columbus day", rule{nth, 10, 2, 1}},
	{"indigenous peoples ' day", rule{nth, 10, 2, 1}},
	{"halloween", rule{fixed, 10, 31, 0}},
	{"all saints ' day", rule{fixed, 11, 1, 0}},
	{"all souls ' day", rule{fixed, 11, 2, 0}},
	{"guy fawkes night", rule{fixed, 11, 5, 0}},
	{"election day", rule{weekAfter, 11, 2, 2}},
	{"veterans day", rule{fixed, 11, 11, 0}},
	{"veterans ' day", rule{fixed, 11, 11, 0}},
	{"armistice day", rule{fixed, 11, 11, 0}},
	{"remembrance day", rule{fixed, 11, 11, 0}},
	{"remembrance sunday", rule{nth, 11, 2, 7}},
	{"thanksgiving day", rule{nth, 11, 4, 4}},
	{"thanksgiving eve", rule{thanksgiving, 0, -1, 0}},
	{"thanksgiving", rule{nth, 11, 4, 4}},
	{"black friday", rule{thanksgiving, 0, 1, 0}},
	{"cyber monday", rule{thanksgiving, 0, 4, 0}},
	{"giving tuesday", rule{thanksgiving, 0, 5, 0}},
	{"christmas eve", rule{fixed, 12, 24, 0}},
	{"christmas day", rule{fixed, 12, 25, 0}},
	{"christmas", rule{fixed, 12, 25, 0}},
	{"xmas", rule{fixed, 12, 25, 0}},
	{"boxing day", rule{fixed, 12, 26, 0}},
	{"inauguration day", rule{fixed, 1, 20, 0}},

	{"mardi gras", rule{easter, 0, -47, 0}},
	{"shrove tuesday", rule{easter, 0, -47, 0}},
	{"ash wednesday", rule{easter, 0, -46, 0}},
	{"palm sunday", rule{easter, 0, -7, 0}},
	{"maundy thursday", rule{easter, 0, -3, 0}},
	{"holy thursday", rule{easter, 0, -3, 0}},
	{"good friday", rule{easter, 0, -2, 0}},
	{"holy saturday", rule{easter, 0, -1, 0}},
	{"orthodox easter", rule{orthodox, 0, 0, 0}},
	{"orthodox christmas", rule{fixed, 1, 7, 0}},
	{"easter sunday", rule{easter, 0, 0, 0}},
	{"easter monday", rule{easter, 0, 1, 0}},
	{"easter", rule{easter, 0, 0, 0}},
	{"ascension day", rule{easter, 0, 39, 0}},
	{"pentecost", rule{easter, 0, 49, 0}},
	{"whit monday", rule{easter, 0, 50, 0}},
	{"corpus christi", rule{easter, 0, 60, 0}},

	{"ashura", rule{islamic, 1, 10, 0}},
	{"islamic new year", rule{islamic, 1, 1, 0}},
	{"eid al - fitr", rule{islamic, 10, 1, 0}},
	{"eid ul - fitr", rule{islamic, 10, 1, 0}},
	{"eid al - adha", rule{islamic, 12, 10, 0}},
	{"eid ul - adha", rule{islamic, 12, 10, 0}},
	{"eid", rule{islamic, 10, 1, 0}},

	{"rosh hashanah", rule{hebrew, 1, 1, 0}},
	{"rosh hashana", rule{hebrew, 1, 1, 0}},
	{"yom kippur", rule{hebrew, 1, 10, 0}},
	{"sukkot", rule{hebrew, 1, 15, 0}},
	{"hanukkah", rule{hebrew, 3, 25, 0}},
	{"chanukah", rule{hebrew, 3, 25, 0}},
	{"purim", rule{hebrew, 6, 14, 0}},
	{"passover", rule{hebrew, 7, 15, 0}},

	{"chinese new year", rule{lunar, 1, 1, 0}},
	{"lunar new year", rule{lunar, 1, 1, 0}},
	{"diwali", rule{diwali, 0, 0, 0}},
	{"deepavali", rule{diwali, 0, 0, 0}},
	{"nowruz", rule{fixed, 3, 21, 0}},
	{"norouz", rule{fixed, 3, 21, 0}},
}

// holiday reads a named day, with its year if it has one.
func (p *parser) holiday(i int) (meaning, int) {
	if !p.at(i).title {
		return meaning{}, i
	}
	best, longest := -1, i
	for n := range holidays {
		if j := p.words(i, holidays[n].name); j > longest {
			best, longest = n, j
		}
	}
	if best < 0 {
		return meaning{}, i
	}
	m := meaning{sense: calendar, holiday: best + 1, point: point{grain: day}}
	if p.is(longest, "week") {
		m.grain = week
		longest++
	} else if p.is(longest, "weekend") {
		m.grain = weekend
		longest++
	}
	next := p.year(longest, &m)
	if m.grain == noUnit {
		return p.clockAfter(m, next)
	}
	return m, next
}

// words matches tokens with words separated by single spaces.
func (p *parser) words(i int, s string) int {
	j := i
	for start, at := 0, 0; at <= len(s); at++ {
		if at < len(s) && s[at] != ' ' {
			continue
		}
		w := s[start:at]
		switch {
		case w == "'" && p.mark(j, '\''), w == "-" && p.mark(j, '-'):
			j++
		case w == "-" && !p.at(j).glued, w == "." && !p.mark(j, '.'):
		case p.is(j, w):
			j++
		default:
			return i
		}
		start = at + 1
	}
	return j
}

// on returns the day of the feast that falls in the given year, if there is
// one that is known.
func (r rule) on(y int) (n int, ok bool) {
	switch r.calendar {
	case fixed:
		return dayNumber(y, r.month, r.day), true
	case nth:
		return nthWeekday(y, r.month, r.weekday, r.day), true
	case weekAfter:
		return nthWeekday(y, r.month, 1, 1) + 1, true
	case thanksgiving:
		return nthWeekday(y, 11, 4, 4) + r.day, true
	case easter:
		return easterDay(y) + r.day, true
	case orthodox:
		return orthodoxEaster(y) + r.day, true
	case islamic:
		return islamicIn(y, r.month, r.day)
	case hebrew:
		return hebrewIn(y, r.month, r.day)
	case lunar:
		return fromTable(lunarNewYears[:], lunarFirst, y)
	case diwali:
		return fromTable(diwalis[:], diwaliFirst, y)
	}
	return 0, false
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

// islamicIn finds the first such day in a year, for the two Eids as Saudi Arabia
// kept or set them, and otherwise by the tabular calendar, from which sightings
// of the moon may differ by a day.
func islamicIn(y, month, d int) (int, bool) {
	switch {
	case month == 10 && d == 1:
		if n, ok := fromTable(eidsAlFitr[:], eidFirst, y); ok {
			return n, ok
		}
	case month == 12 && d == 10:
		if n, ok := fromTable(eidsAlAdha[:], eidFirst, y); ok {
			return n, ok
		}
	}
	start := dayNumber(y, 1, 1)
	hijri := (start - islamicEpoch) * 30 / 10631
	for h := hijri; h <= hijri+2; h++ {
		if h < 1 {
			continue
		}
		n := islamicEpoch + 354*(h-1) + (3+11*h)/30 + 29*(month-1) + month/2 + d - 1
		if yy, _, _ := civil(n); yy == y {
			return n, true
		}
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
	case 1:
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

const lunarFirst = 1990

// lunarNewYears are the days of the Chinese New Year.
var lunarNewYears = [...]uint16{
	127, 215, 204, 123, 210, 131, 219, 207, 128, 216, // 1990–1999
	205, 124, 212, 201, 122, 209, 129, 218, 207, 126, // 2000–2009
	214, 203, 123, 210, 131, 219, 208, 128, 216, 205, // 2010–2019
	125, 212, 201, 122, 210, 129, 217, 206, 126, 213, // 2020–2029
	203, 123, 211, 131, 219, 208, 128, 215, 204, 124, // 2030–2039
}

const diwaliFirst = 2000

// diwalis are the days of Diwali as kept in India.
var diwalis = [...]uint16{
	1026, 1114, 1104, 1025, 1112, 1101, 1021, 1109, 1028, 1017, // 2000–2009
	1105, 1026, 1113, 1103, 1023, 1111, 1030, 1019, 1107, 1027, // 2010–2019
	1114, 1104, 1024, 1112, 1101, 1020, 1108, 1029, 1017, 1105, // 2020–2029
	1026, 1114, 1102, 1022, 1110, 1030, // 2030–2035
}
