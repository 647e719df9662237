package dates

//go:generate go run github.com/copydesk-go/copydesk/internal/gen/feasts

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
	ramadan                           // the first day of the month of Ramadan
	lunar                             // days from one in a month of the Chinese calendar, by table
	diwali                            // days from Diwali, by table
	holi                              // by table
	dussehra                          // days from Dussehra, by table
	thanksgiving                      // days from Thanksgiving in the United States
	weekAfter                         // first weekday of a month after a Monday: US Election Day
	mondayBy                          // the last Monday up to a day: Victoria Day
	advent                            // from the fourth Sunday before Christmas to Christmas Eve
)

type holiday struct {
	name string // in lower case, marks as words of their own
	rule rule
	days int  // how long it lasts, 0 for a day
	also bool // other countries keep a day of that name at another time
}

// holidays are matched longest first among those with the same first word.
var holidays = [...]holiday{
	{name: "new year ' s day", rule: rule{fixed, 1, 1, 0}},
	{name: "new year ' s eve", rule: rule{fixed, 12, 31, 0}},
	{name: "new year eve", rule: rule{fixed, 12, 31, 0}},
	{name: "new years day", rule: rule{fixed, 1, 1, 0}},
	{name: "new years eve", rule: rule{fixed, 12, 31, 0}},
	{name: "new year ' s", rule: rule{fixed, 1, 1, 0}},
	{name: "new year day", rule: rule{fixed, 1, 1, 0}},
	{name: "epiphany", rule: rule{fixed, 1, 6, 0}},
	{name: "new year", rule: rule{fixed, 1, 1, 0}},
	{name: "three kings day", rule: rule{fixed, 1, 6, 0}},
	{name: "burns night", rule: rule{fixed, 1, 25, 0}},
	{name: "republic day", rule: rule{fixed, 1, 26, 0}, also: true},
	{name: "waitangi day", rule: rule{fixed, 2, 6, 0}},
	{name: "martin luther king jr . day", rule: rule{nth, 1, 3, 1}},
	{name: "martin luther king day", rule: rule{nth, 1, 3, 1}},
	{name: "mlk day", rule: rule{nth, 1, 3, 1}},
	{name: "australia day", rule: rule{fixed, 1, 26, 0}},
	{name: "groundhog day", rule: rule{fixed, 2, 2, 0}},
	{name: "valentine ' s day", rule: rule{fixed, 2, 14, 0}},
	{name: "valentines day", rule: rule{fixed, 2, 14, 0}},
	{name: "presidents ' day", rule: rule{nth, 2, 3, 1}},
	{name: "presidents day", rule: rule{nth, 2, 3, 1}},
	{name: "international women ' s day", rule: rule{fixed, 3, 8, 0}},
	{name: "st . patrick ' s day", rule: rule{fixed, 3, 17, 0}},
	{name: "st patrick ' s day", rule: rule{fixed, 3, 17, 0}},
	{name: "saint patrick ' s day", rule: rule{fixed, 3, 17, 0}},
	{name: "april fools ' day", rule: rule{fixed, 4, 1, 0}},
	{name: "april fool ' s day", rule: rule{fixed, 4, 1, 0}},
	{name: "earth day", rule: rule{fixed, 4, 22, 0}},
	{name: "patriots ' day", rule: rule{nth, 4, 3, 1}},
	{name: "st . david ' s day", rule: rule{fixed, 3, 1, 0}},
	{name: "st david ' s day", rule: rule{fixed, 3, 1, 0}},
	{name: "st . george ' s day", rule: rule{fixed, 4, 23, 0}},
	{name: "st george ' s day", rule: rule{fixed, 4, 23, 0}},
	{name: "freedom day", rule: rule{fixed, 4, 27, 0}, also: true},
	{name: "king ' s day", rule: rule{fixed, 4, 27, 0}},
	{name: "anzac day", rule: rule{fixed, 4, 25, 0}},
	{name: "may day", rule: rule{fixed, 5, 1, 0}},
	{name: "workers ' day", rule: rule{fixed, 5, 1, 0}},
	{name: "star wars day", rule: rule{fixed, 5, 4, 0}},
	{name: "victory day", rule: rule{fixed, 5, 9, 0}, also: true},
	{name: "victoria day", rule: rule{mondayBy, 5, 24, 0}},
	{name: "cinco de mayo", rule: rule{fixed, 5, 5, 0}},
	{name: "ve day", rule: rule{fixed, 5, 8, 0}},
	{name: "v - e day", rule: rule{fixed, 5, 8, 0}},
	{name: "mother ' s day", rule: rule{nth, 5, 2, 7}},
	{name: "mothers day", rule: rule{nth, 5, 2, 7}},
	{name: "memorial day", rule: rule{nth, 5, -1, 1}},
	{name: "father ' s day", rule: rule{nth, 6, 3, 7}},
	{name: "fathers day", rule: rule{nth, 6, 3, 7}},
	{name: "juneteenth", rule: rule{fixed, 6, 19, 0}},
	{name: "madaraka day", rule: rule{fixed, 6, 1, 0}},
	{name: "world environment day", rule: rule{fixed, 6, 5, 0}},
	{name: "democracy day", rule: rule{fixed, 6, 12, 0}, also: true},
	{name: "flag day", rule: rule{fixed, 6, 14, 0}, also: true},
	{name: "youth day", rule: rule{fixed, 6, 16, 0}, also: true},
	{name: "mandela day", rule: rule{fixed, 7, 18, 0}},
	{name: "canada day", rule: rule{fixed, 7, 1, 0}},
	{name: "midsummer ' s eve", rule: rule{fixed, 6, 23, 0}, also: true},
	{name: "midsummer eve", rule: rule{fixed, 6, 23, 0}, also: true},
	{name: "midsummer ' s day", rule: rule{fixed, 6, 24, 0}, also: true},
	{name: "midsummer day", rule: rule{fixed, 6, 24, 0}, also: true},
	{name: "midsummer", rule: rule{fixed, 6, 24, 0}, also: true},
	{name: "independence day", rule: rule{fixed, 7, 4, 0}, also: true},
	{name: "fourth of july", rule: rule{fixed, 7, 4, 0}},
	{name: "bastille day", rule: rule{fixed, 7, 14, 0}},
	{name: "assumption day", rule: rule{fixed, 8, 15, 0}},
	{name: "labor day", rule: rule{nth, 9, 1, 1}},
	{name: "labour day", rule: rule{nth, 9, 1, 1}, also: true},
	{name: "columbus day", rule: rule{nth, 10, 2, 1}},
	{name: "national indigenous peoples day", rule: rule{fixed, 6, 21, 0}},
	{name: "indigenous peoples ' day", rule: rule{nth, 10, 2, 1}},
	{name: "heritage day", rule: rule{fixed, 9, 24, 0}},
	{name: "gandhi jayanti", rule: rule{fixed, 10, 2, 0}},
	{name: "mashujaa day", rule: rule{fixed, 10, 20, 0}},
	{name: "halloween", rule: rule{fixed, 10, 31, 0}},
	{name: "all saints ' day", rule: rule{fixed, 11, 1, 0}},
	{name: "all souls ' day", rule: rule{fixed, 11, 2, 0}},
	{name: "guy fawkes night", rule: rule{fixed, 11, 5, 0}},
	{name: "bonfire night", rule: rule{fixed, 11, 5, 0}},
	{name: "singles ' day", rule: rule{fixed, 11, 11, 0}},
	{name: "melbourne cup day", rule: rule{nth, 11, 1, 2}},
	{name: "st . andrew ' s day", rule: rule{fixed, 11, 30, 0}},
	{name: "st andrew ' s day", rule: rule{fixed, 11, 30, 0}},
	{name: "world aids day", rule: rule{fixed, 12, 1, 0}},
	{name: "human rights day", rule: rule{fixed, 12, 10, 0}, also: true},
	{name: "jamhuri day", rule: rule{fixed, 12, 12, 0}},
	{name: "election day", rule: rule{weekAfter, 11, 2, 2}},
	{name: "veterans day", rule: rule{fixed, 11, 11, 0}},
	{name: "veterans ' day", rule: rule{fixed, 11, 11, 0}},
	{name: "armistice day", rule: rule{fixed, 11, 11, 0}},
	{name: "remembrance day", rule: rule{fixed, 11, 11, 0}},
	{name: "remembrance sunday", rule: rule{nth, 11, 2, 7}},
	{name: "thanksgiving day", rule: rule{nth, 11, 4, 4}},
	{name: "thanksgiving eve", rule: rule{thanksgiving, 0, -1, 0}},
	{name: "thanksgiving", rule: rule{nth, 11, 4, 4}},
	{name: "black friday", rule: rule{thanksgiving, 0, 1, 0}},
	{name: "cyber monday", rule: rule{thanksgiving, 0, 4, 0}},
	{name: "giving tuesday", rule: rule{thanksgiving, 0, 5, 0}},
	{name: "christmas eve", rule: rule{fixed, 12, 24, 0}},
	{name: "christmas day", rule: rule{fixed, 12, 25, 0}},
	{name: "christmas", rule: rule{fixed, 12, 25, 0}},
	{name: "xmas", rule: rule{fixed, 12, 25, 0}},
	{name: "boxing day", rule: rule{fixed, 12, 26, 0}},
	{name: "st . stephen ' s day", rule: rule{fixed, 12, 26, 0}},
	{name: "st stephen ' s day", rule: rule{fixed, 12, 26, 0}},
	{name: "hogmanay", rule: rule{fixed, 12, 31, 0}},
	{name: "kwanzaa", rule: rule{fixed, 12, 26, 0}, days: 7},
	{name: "advent", rule: rule{advent, 0, 0, 0}},
	{name: "inauguration day", rule: rule{fixed, 1, 20, 0}},

	{name: "mardi gras", rule: rule{easter, 0, -47, 0}},
	{name: "shrove tuesday", rule: rule{easter, 0, -47, 0}},
	{name: "pancake day", rule: rule{easter, 0, -47, 0}},
	{name: "lent", rule: rule{easter, 0, -46, 0}, days: 46},
	{name: "mothering sunday", rule: rule{easter, 0, -21, 0}},
	{name: "holy week", rule: rule{easter, 0, -7, 0}, days: 7},
	{name: "ash wednesday", rule: rule{easter, 0, -46, 0}},
	{name: "palm sunday", rule: rule{easter, 0, -7, 0}},
	{name: "maundy thursday", rule: rule{easter, 0, -3, 0}},
	{name: "holy thursday", rule: rule{easter, 0, -3, 0}},
	{name: "good friday", rule: rule{easter, 0, -2, 0}},
	{name: "holy saturday", rule: rule{easter, 0, -1, 0}},
	{name: "orthodox easter", rule: rule{orthodox, 0, 0, 0}},
	{name: "orthodox christmas", rule: rule{fixed, 1, 7, 0}},
	{name: "easter sunday", rule: rule{easter, 0, 0, 0}},
	{name: "easter monday", rule: rule{easter, 0, 1, 0}},
	{name: "easter", rule: rule{easter, 0, 0, 0}},
	{name: "ascension day", rule: rule{easter, 0, 39, 0}},
	{name: "pentecost", rule: rule{easter, 0, 49, 0}},
	{name: "whitsun", rule: rule{easter, 0, 49, 0}},
	{name: "trinity sunday", rule: rule{easter, 0, 56, 0}},
	{name: "orthodox good friday", rule: rule{orthodox, 0, -2, 0}},
	{name: "whit monday", rule: rule{easter, 0, 50, 0}},
	{name: "corpus christi", rule: rule{easter, 0, 60, 0}},

	{name: "ashura", rule: rule{islamic, 1, 10, 0}},
	{name: "islamic new year", rule: rule{islamic, 1, 1, 0}},
	{name: "ramadan", rule: rule{ramadan, 9, 1, 0}, days: 30},
	{name: "ramadhan", rule: rule{ramadan, 9, 1, 0}, days: 30},
	{name: "ramazan", rule: rule{ramadan, 9, 1, 0}, days: 30},
	{name: "ramzan", rule: rule{ramadan, 9, 1, 0}, days: 30},
	{name: "mawlid", rule: rule{islamic, 3, 12, 0}},
	{name: "eid - al - fitr", rule: rule{islamic, 10, 1, 0}},
	{name: "eid - ul - fitr", rule: rule{islamic, 10, 1, 0}},
	{name: "eid - al - adha", rule: rule{islamic, 12, 10, 0}},
	{name: "eid - ul - adha", rule: rule{islamic, 12, 10, 0}},
	{name: "hari raya", rule: rule{islamic, 10, 1, 0}},
	{name: "arafah day", rule: rule{islamic, 12, 9, 0}},
	{name: "bakrid", rule: rule{islamic, 12, 10, 0}},
	{name: "eid al - fitr", rule: rule{islamic, 10, 1, 0}},
	{name: "eid ul - fitr", rule: rule{islamic, 10, 1, 0}},
	{name: "eid al - adha", rule: rule{islamic, 12, 10, 0}},
	{name: "eid ul - adha", rule: rule{islamic, 12, 10, 0}},
	{name: "eid", rule: rule{islamic, 10, 1, 0}},

	{name: "rosh hashanah", rule: rule{hebrew, 1, 1, 0}},
	{name: "rosh hashana", rule: rule{hebrew, 1, 1, 0}},
	{name: "yom kippur", rule: rule{hebrew, 1, 10, 0}},
	{name: "sukkot", rule: rule{hebrew, 1, 15, 0}, days: 7},
	{name: "hanukkah", rule: rule{hebrew, 3, 25, 0}, days: 8},
	{name: "chanukah", rule: rule{hebrew, 3, 25, 0}, days: 8},
	{name: "purim", rule: rule{hebrew, 6, 14, 0}},
	{name: "passover", rule: rule{hebrew, 7, 15, 0}, days: 8},
	{name: "simchat torah", rule: rule{hebrew, 1, 23, 0}},
	{name: "lag baomer", rule: rule{hebrew, 8, 18, 0}},
	{name: "shavuot", rule: rule{hebrew, 9, 6, 0}, days: 2},
	{name: "tisha b ' av", rule: rule{hebrew, 11, 9, 0}},

	{name: "chinese new year", rule: rule{lunar, 1, 0, 0}},
	{name: "chinese new year ' s eve", rule: rule{lunar, 1, -1, 0}},
	{name: "lunar new year", rule: rule{lunar, 1, 0, 0}},
	{name: "lunar new year ' s eve", rule: rule{lunar, 1, -1, 0}},
	{name: "seollal", rule: rule{lunar, 1, 0, 0}},
	{name: "lantern festival", rule: rule{lunar, 1, 14, 0}},
	{name: "dragon boat festival", rule: rule{lunar, 5, 0, 0}},
	{name: "mid - autumn festival", rule: rule{lunar, 8, 0, 0}},
	{name: "moon festival", rule: rule{lunar, 8, 0, 0}},
	{name: "chuseok", rule: rule{lunar, 8, 0, 0}},
	{name: "diwali", rule: rule{diwali, 0, 0, 0}},
	{name: "deepavali", rule: rule{diwali, 0, 0, 0}},
	{name: "dhanteras", rule: rule{diwali, 0, -2, 0}},
	{name: "bhai dooj", rule: rule{diwali, 0, 2, 0}},
	{name: "holi", rule: rule{holi, 0, 0, 0}},
	{name: "dussehra", rule: rule{dussehra, 0, 0, 0}},
	{name: "vijayadashami", rule: rule{dussehra, 0, 0, 0}},
	{name: "navratri", rule: rule{dussehra, 0, -9, 0}, days: 9},
	{name: "durga puja", rule: rule{dussehra, 0, -4, 0}, days: 5},
	{name: "makar sankranti", rule: rule{fixed, 1, 14, 0}},
	{name: "pongal", rule: rule{fixed, 1, 15, 0}},
	{name: "lohri", rule: rule{fixed, 1, 13, 0}},
	{name: "nowruz", rule: rule{fixed, 3, 21, 0}},
	{name: "norouz", rule: rule{fixed, 3, 21, 0}},
}

// holiday reads a named day, with its year if it has one.
func (p *parser) holiday(i int) (meaning, int) {
	if b := p.at(i - 1); !p.at(i).title || p.is(i, "new") && b.title && b.class == 0 && !p.at(i).paragraph { // the Tamil New Year
		return meaning{}, i
	}
	best, longest, initial := -1, i, p.text[p.at(i).start]|0x20
	for n := range holidays {
		if holidays[n].name[0] != initial {
			continue
		}
		if j := p.words(i, holidays[n].name); j > longest {
			best, longest = n, j
		}
	}
	if best < 0 || p.namesake(longest) || p.named(i-1) {
		return meaning{}, i
	}
	m := meaning{sense: calendar, holiday: best + 1, point: point{grain: day}, ambiguous: holidays[best].also}
	if p.is(longest, "week") {
		m.grain = week
		longest++
	} else if p.is(longest, "weekend") {
		m.grain = weekend
		longest++
	}
	next := p.year(longest, &m)
	if a := p.at(next); next == longest && m.point.year == 0 && a.kind == word && a.class == 0 && p.is(next+1, "of") { // the Christmas truce of 1914
		if y, j := p.yearFigure(next + 2); j > next+2 && p.yearFree(next+2, j) && !(p.at(j).kind == word && p.lower(j) && p.plural(j)) {
			m.point.year = y
			return m, next
		}
	}
	if m.grain == noUnit {
		return p.clockAfter(m, next)
	}
	return m, next
}

func (p *parser) holidayAt(i int) bool {
	_, j := p.holiday(i)
	return j > i
}

// namesake reports whether the word at token i makes a feast the name of
// something else: Easter Island, the Good Friday Agreement.
func (p *parser) namesake(i int) bool {
	for _, w := range [...]string{"Agreement", "Accord", "Rising", "Uprising", "War", "Massacre", "Island", "Islands", "Carol"} {
		if p.surface(i) == w {
			return true
		}
	}
	return false
}

// named reports whether the word at token i makes a feast a wish, a song or a battle:
// Merry Christmas, White Christmas, Operation Ramadan.
func (p *parser) named(i int) bool {
	for _, w := range [...]string{"Merry", "Happy", "White", "Father", "Operation"} {
		if p.surface(i) == w {
			return true
		}
	}
	return false
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
	case hebrew:
		return hebrewIn(y, r.month, r.day)
	case lunar:
		table := lunarNewYears[:]
		switch r.month {
		case 5:
			table = dragonBoats[:]
		case 8:
			table = midAutumns[:]
		}
		n, ok := fromTable(table, moonFirst, y)
		return n + r.day, ok
	case islamic, ramadan:
		return r.islamicIn(y, 0)
	case diwali:
		n, ok := fromTable(diwalis[:], moonFirst, y)
		return n + r.day, ok
	case holi:
		return fromTable(holis[:], moonFirst, y)
	case dussehra:
		n, ok := fromTable(dussehras[:], moonFirst, y)
		return n + r.day, ok
	case mondayBy:
		n := dayNumber(y, r.month, r.day)
		return n - weekdayOf(n) + 1, true
	case advent:
		n := dayNumber(y, 12, 24)
		return n - weekdayOf(n)%7 - 21, true
	}
	return 0, false
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
func (h holiday) lasts(n int) int {
	switch h.rule.calendar {
	case ramadan: // to the day before the feast that ends it
		y, _, _ := civil(n + 30)
		for which := range 2 {
			if eid, ok := (rule{islamic, 10, 1, 0}).islamicIn(y, which); ok && eid > n && eid < n+40 {
				return eid - n
			}
		}
	case advent:
		y, _, _ := civil(n)
		return dayNumber(y, 12, 25) - n
	}
	return max(h.days, 1)
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
