package timex

// The calendar is the Gregorian one, carried back to year 1. A day is counted
// in days since 1 March of the year 0, which puts the leap day last.

const (
	MinYear = 1
	MaxYear = 9999
)

func dayNumber(year, month, day int) int {
	if month < 3 {
		year, month = year-1, month+12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 1
}

func civil(n int) (year, month, day int) {
	const per400, per100, per4 = 146097, 36524, 1461
	era := n / per400
	n -= era * per400
	century := min(n/per100, 3)
	n -= century * per100
	four := n / per4
	n -= four * per4
	one := min(n/365, 3)
	n -= one * 365
	year = 400*era + 100*century + 4*four + one
	month = (5*n + 2) / 153
	day = n - (153*month+2)/5 + 1
	month += 3
	if month > 12 {
		year, month = year+1, month-12
	}
	return year, month, day
}

// weekdayOf returns the ISO number of the day of the week: Monday 1, Sunday 7.
func WeekdayOf(n int) int { return (n+2)%7 + 1 }

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func DaysIn(year, month int) int {
	if month == 2 && !leap(year) {
		return 28
	}
	return [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}

// isoWeek returns the ISO 8601 year and week of a day.
func isoWeek(n int) (year, week int) {
	thursday := n - WeekdayOf(n) + 4
	year, _, _ = civil(thursday)
	return year, (thursday-dayNumber(year, 1, 1))/7 + 1
}

// weekStart returns the Monday of an ISO week.
func WeekStart(year, week int) int {
	fourth := dayNumber(year, 1, 4)
	return fourth - WeekdayOf(fourth) + 1 + 7*(week-1)
}

// weeksIn returns the number of ISO weeks of a year: 52 or 53.
func WeeksIn(year int) int {
	_, w := isoWeek(dayNumber(year, 12, 28))
	return w
}

// nthWeekday returns the n-th such day of the week in a month, or the last for
// n = -1.
func nthWeekday(year, month, weekday, n int) int {
	if n < 0 {
		last := dayNumber(year, month, DaysIn(year, month))
		return last - (WeekdayOf(last)-weekday+7)%7
	}
	first := dayNumber(year, month, 1)
	return first + (weekday-WeekdayOf(first)+7)%7 + 7*(n-1)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func abs(n int) int { return max(n, -n) }
