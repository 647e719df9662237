package timex

// A CalendarNumber is the number of a calendar beside ours, 0 for ours.
type CalendarNumber uint8

// An otherCalendar is one of other years than ours.
type otherCalendar struct {
	kind  reckoning
	first int    // the first of its years; of an offset: the year of ours before its first
	known int    // the last year whose months have been announced, 0 for all that it has
	years string // the days on which they start, and the patterns of their months
}

// A reckoning is how a calendar's days are found.
type reckoning uint8

const (
	byMonths  reckoning = iota // by table
	byIslamic                  // by table, beyond it by the tabular Islamic calendar
	byHebrew
	byOffset // our own, but the number of the year
)

const (
	yearWidth   = 4 // of a row of years
	monthsWidth = 13
)

// yearsFirst is the day from which years counts: 1 January 1600.
var yearsFirst = dayNumber(1600, 1, 1)

// row returns the day on which a year starts, and the lengths of its months; ok if the table has it.
func (c *otherCalendar) row(y int) (start int, months string, ok bool) {
	at := (y - c.first) * yearWidth
	if y < c.first || at+yearWidth > len(c.years) {
		return 0, "", false
	}
	row := c.years[at : at+yearWidth]
	start = yearsFirst + int(row[0])<<16 + int(row[1])<<8 + int(row[2])
	return start, patterns[int(row[3])*monthsWidth : (int(row[3])+1)*monthsWidth], at+2*yearWidth <= len(c.years)
}

// foretold reports whether day n is in a year whose months are reckoned, and not on record.
func (c *otherCalendar) foretold(n int) bool {
	switch {
	case c.known != 0:
		next, _ := c.newYear(c.known + 1)
		return n >= next
	case c.kind == byIslamic:
		_, _, ok := c.row(c.yearAt(n))
		return !ok
	}
	return false
}

// newYear is the day on which a year starts.
func (c *otherCalendar) newYear(y int) (n int, ok bool) { return c.day(y, 1, 1) }

// day is a day of a month of a year.
func (c *otherCalendar) day(y, month, day int) (n int, ok bool) {
	if y < 1 || y > MaxYear {
		return 0, false
	}
	switch c.kind {
	case byOffset:
		if month < 1 || month > 12 || y+c.first < MinYear || y+c.first > MaxYear {
			return 0, false
		}
		return dayNumber(y+c.first, month, day), true
	case byHebrew:
		n = hebrewNewYear(y)
		length := hebrewNewYear(y+1) - n
		for m := 1; m < month; m++ {
			n += hebrewMonth(m, length)
		}
		return n + day - 1, true
	}
	n, months, ok := c.row(y)
	if !ok && c.kind == byIslamic {
		return islamicEpoch + 354*(y-1) + (3+11*y)/30 + 29*(month-1) + month/2 + day - 1, true
	}
	for m := 1; ok && m < month; m++ {
		n += int(months[m-1])
	}
	return n + day - 1, ok
}

// lasts is how many days a month of a year has.
func (c *otherCalendar) lasts(y, month int) int {
	if month < 1 || month > monthsWidth {
		return 0
	}
	_, months, ok := c.row(y)
	switch {
	case c.kind == byHebrew:
		return hebrewMonth(month, hebrewNewYear(y+1)-hebrewNewYear(y))
	case ok:
		return int(months[month-1])
	}
	return 29 + month%2 // as reckoned
}

// yearAt is a year of the calendar near day n, if not the year itself.
func (c *otherCalendar) yearAt(n int) int {
	switch c.kind {
	case byIslamic:
		return max((n-islamicEpoch)*30/10631+1, 1)
	case byHebrew:
		y, _, _ := civil(n)
		return y + 3760
	case byOffset:
		y, _, _ := civil(n)
		return y - c.first
	}
	start, _, _ := c.row(c.first)
	return c.first + floorDiv(4*(n-start), 1461)
}

// gregorian is our year in which a year of the calendar starts, 0 if that is not known.
func (c *otherCalendar) gregorian(y int) int {
	n, ok := c.newYear(y)
	if !ok || n < dayNumber(MinYear, 1, 1) || n > dayNumber(MaxYear, 12, 31) {
		return 0
	}
	g, _, _ := civil(n)
	return g
}

// calendar is the calendar by which a rule counts, nil if that is ours.
func (r rule) other() *otherCalendar {
	switch {
	case r.calendar == islamic || r.calendar == ramadan:
		return &calendars[hijri-1]
	case r.calendar == hebrew:
		return &calendars[jewish-1]
	case r.calendar >= tabled:
		return &calendars[r.calendar-tabled]
	}
	return nil
}

// inOther returns the day of a feast of another calendar that falls in a year of ours, or the next.
func (r rule) inOther(y, which int) (int, bool) {
	c := r.other()
	start := dayNumber(y, 1, 1)
	around := c.yearAt(start)
	for h := max(around-1, 1); h <= around+2; h++ {
		n, ok := c.day(h, r.month, max(r.day, 1))
		if !ok {
			continue
		}
		if yy, _, _ := civil(n); yy != y {
			continue
		}
		if which == 0 {
			return n, true
		}
		which--
	}
	return 0, false
}

// inYear returns the day of a feast in a year of the calendar that it goes by.
func (r rule) inYear(y int) (int, bool) {
	return r.other().day(y, r.month, max(r.day, 1))
}

// ownYear reports whether a year beside a feast is one of the calendar that it goes by: Ramadan 1445, but not
// Ramadan 2024. Where the two lie near to each other, a month of the calendar has its own.
func (h Feast) ownYear(y int, now Point) bool {
	c := h.Rule.other()
	if c == nil || y == 0 {
		return false
	}
	own := c.gregorian(y)
	if own == 0 {
		return false
	}
	const epoch, near = 2020, 100
	at := epoch
	if now.Known() {
		at = now.Year
	}
	if abs(own-y) < near {
		return h.Month && abs(y-at) > 1
	}
	return abs(own-at) < abs(y-at)
}

// nightFirst reports whether the days of a calendar start with the evening before.
func (c *otherCalendar) nightFirst() bool { return c.kind == byIslamic || c.kind == byHebrew }
