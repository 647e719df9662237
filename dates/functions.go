package dates

import (
	"cmp"

	"strings"

	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
	"github.com/copydesk-go/copydesk/internal/country"
)

// This file has what rules call by name, where it is more than a line.

const leapYear = 4 // has all the days that a month can have

// putNumber puts a number that is read into the value of a frame.
func putNumber(f *frame, i int, read func(i int) (n, next int)) int {
	n, next := read(i)
	f.Set(reader.FieldValue, n)
	return next
}

// putMeaning puts a meaning into a frame, which keeps its day of the week: Saturday 6/4/2024.
func putMeaning(f *frame, i int, read func(i int) (timex.Meaning, int)) int {
	m, next := read(i)
	if next > i {
		m.Weekday = cmp.Or(m.Weekday, f.Int(reader.FieldWeekday))
		write(&m, f)
	}
	return next
}

func (p *parser) nthFunc(i int, f *frame) int { return putNumber(f, i, p.ordinal) }

// putQuantity puts a quantity into the value of a frame.
func putQuantity(f *frame, i int, read func(i int) (timex.Quantity, int)) int {
	q, next := read(i)
	f.Set(reader.FieldValue, countOf(q))
	return next
}

func (p *parser) figureFunc(i int, f *frame) int   { return putQuantity(f, i, p.figure) }
func (p *parser) cardinalFunc(i int, f *frame) int { return putQuantity(f, i, p.cardinal) }

// yearAlone reads figures that are a year or a decade by what stands around them.
func (p *parser) yearAlone(i int, f *frame) int {
	m, next := p.decadeOrYear(i)
	if next == i || !p.loneYear(i, next, m) {
		return i
	}
	write(&m, f)
	return next
}

// approximateFunc reads a bound and what it bounds.
func (p *parser) approximateFunc(i int, f *frame) int {
	m, start, next := p.approximate(i)
	if next > i {
		write(&m, f)
		f.Set(reader.FieldStart, start)
	}
	return next
}

// endedQuarter sets the quarter of the calendar that holds most of one that ended on
// the day named at token i, or 0: the quarter ended July 31.
func (p *parser) endedQuarter(i int, f *frame) int {
	d, next := p.plainDay(i)
	f.Set(reader.FieldNum, 0)
	if next == i || d.Point.Num == 0 || d.Point.Day == 0 {
		return i
	}
	months := 12 + d.Point.Num - 1 // those that are over
	if d.Point.Day > 15 {
		months++
	}
	f.Set(reader.FieldNum, (months-2)%12/3+1)
	return next
}

// signed makes a count that is counted back negative.
func signed(f *frame) {
	if f.Is(reader.FieldBack) {
		f[reader.FieldCount] = -f[reader.FieldCount]
	}
}

// sign makes a count that is negative one that is counted back.
func sign(f *frame) {
	n := f[reader.FieldCount]
	f.Set(reader.FieldBack, flag(n < 0))
	f[reader.FieldCount] = max(n, -n)
}

func (p *parser) exact(i int) (timex.Meaning, int, int) { return p.rules(grpExact, i) }

// plainDay reads a day without a time.
func (p *parser) plainDay(i int) (timex.Meaning, int) { return p.meant(grpPlainDay, i) }

// dayMonth reads "9 October 2021", "9th of October", "9-Oct-21".
func (p *parser) dayMonth(i int) (timex.Meaning, int) { return p.meant(grpDayMonth, i) }

func (p *parser) meant(group, i int) (timex.Meaning, int) {
	m, _, next := p.rules(group, i)
	return m, next
}

// dayFigure reads a day of the month: "9", "21st", "twenty-first".
func (p *parser) dayFigure(i int) (d, next int) {
	f, next := p.Group(grpDayFigure, i)
	if next == i {
		return 0, i
	}
	return f.Int(reader.FieldDay), next
}

// feastName reads the name of a feast, and in a frame without one the country that is named
// before or behind it.
func (p *parser) feastName(i int, f *frame) int {
	feast, next := p.Name(i)
	if next == i || timex.Feasts[feast-1].OnlyMonth() {
		return i
	}
	if !f.Is(reader.FieldLand) {
		f.Set(reader.FieldLand, int(p.keeper(feast, i, next)))
	}
	at := timex.Country(f.Int(reader.FieldLand))
	if at == timex.NoCountry {
		at = p.home
	}
	if !timex.Known(feast, at) {
		return i
	}
	f.Set(reader.FieldFeast, feast)
	f.Set(reader.FieldAmbiguous, flag(timex.Feasts[feast-1].Also))
	return next
}

// monthName reads the name of a month of another calendar.
func (p *parser) monthName(i int, f *frame) int {
	month, next := p.Name(i)
	if next == i || !timex.Feasts[month-1].Month {
		return i
	}
	f.Set(reader.FieldFeast, month)
	return next
}

// ownYear reads a year of the calendar of such a month.
func (p *parser) ownYear(i int, f *frame) int {
	const last = 6000 // of the Hebrew calendar, the farthest ahead
	t := p.At(i)
	if t.Kind != reader.Number || t.Digits() != 4 || t.Val < 1000 || t.Val > last || !p.yearFree(i+1) {
		return i
	}
	f.Set(reader.FieldValue, t.Val)
	return i + 1
}

// keeper is the country whose feast stands at the tokens [i, next), if the words around it say so: Ukraine's
// Independence Day, Independence Day in India, Canada will mark Thanksgiving. Who only stands in the sentence
// counts where the text has no country of its own that keeps it.
func (p *parser) keeper(feast, i, next int) timex.Country {
	if at := p.countryBefore(i); at != timex.NoCountry {
		return at
	}
	if p.is(next, "in") && p.At(next+1).Title {
		if at := p.countryFrom(next + 1); timex.Keeps(feast, at) {
			return at
		}
	}
	if p.home != timex.NoCountry && timex.Known(feast, p.home) {
		return timex.NoCountry
	}
	for j := i - 1; j > i-subjectReach && !p.stop(j); j-- {
		at := timex.NoCountry
		if p.In(j, clsChurch) {
			at = eastern
		} else if p.At(j).Title {
			at = p.countryBefore(j + 1)
		}
		if timex.Keeps(feast, at) {
			return at
		}
		if p.At(j).Paragraph {
			break
		}
	}
	return timex.NoCountry
}

const subjectReach = 12 // tokens between a feast and who keeps it

// eastern stands for the churches of the East: all their days are those of the church of Russia.
var eastern = timex.CountryOf("RU")

// countryFrom returns the country whose name starts at token i.
func (p *parser) countryFrom(i int) timex.Country {
	at := timex.NoCountry
	for last := i; last < i+longestCountry && p.At(last).Kind != reader.End; last++ {
		if last > i && p.At(last).Paragraph {
			break
		}
		if m, ok := country.Lookup(p.Text[p.At(i).Start:p.At(last).End]); ok && m.Kind != country.Capital {
			at = timex.CountryOf(m.Code) // a longer name wins
		}
	}
	return at
}

// countryBefore returns the country whose name, in the genitive too, or people stand right before token i:
// Ukraine's, the Philippines', Canadian.
func (p *parser) countryBefore(i int) timex.Country {
	last := i - 1
	switch {
	case p.In(last, clsGenitiveS) && p.At(last-1).Mark == '\'' && p.At(last-1).Glued:
		last -= 2
	case p.At(last).Mark == '\'' && p.At(last).Glued:
		last--
	}
	at := timex.NoCountry
	for first := last; first > last-longestCountry && !p.At(first+1).Paragraph; first-- {
		if !p.At(first).Title {
			continue
		}
		m, ok := country.Lookup(p.Text[p.At(first).Start:p.At(last).End])
		if ok && m.Kind != country.Capital {
			at = timex.CountryOf(m.Code) // a longer name wins
		}
	}
	return at
}

const longestCountry = 6 // tokens of a name: Bosnia and Herzegovina, U.S.A.

// openMonth gives a day of the month of which only the figure is said, and perhaps the day of the
// week, the month that makes it nearest to publication.
func (p *parser) openMonth(f *frame) {
	day, weekday := f.Int(reader.FieldDay), f.Int(reader.FieldWeekday)
	if f.Is(reader.FieldNum) || day == 0 || !p.now.Known() {
		return
	}
	const reach = 6 // months
	nearest := 0
	for n := -reach; n <= reach; n++ {
		month := p.now.MonthIndex() + n
		q := timex.Point{Grain: timex.Day, Year: month / 12, Num: month%12 + 1, Day: day}
		if day > timex.DaysIn(q.Year, q.Num) || weekday > 0 && timex.WeekdayOf(q.First()) != weekday {
			continue
		}
		far := max(q.First()-p.now.First(), p.now.First()-q.First())
		if nearest == 0 || far < nearest {
			nearest = far
			f.Set(reader.FieldNum, q.Num)
		}
	}
}

// hourBefore makes the hour before that in value, in tenths, the hour of a frame.
func hourBefore(f *frame) {
	hour := f.Int(reader.FieldValue)/tenths - 1
	switch hour {
	case 0:
		hour = 12
	case -1: // half 00
		hour = 23
	}
	f.Set(reader.FieldHour, hour)
}

// thisHour makes value, in tenths, the hour of a frame.
func thisHour(f *frame) { f.Set(reader.FieldHour, f.Int(reader.FieldValue)/tenths) }

// participle reports whether token i looks like a German past participle: ge- and -t or -en,
// perhaps behind a few letters of a prefix.
func (p *parser) participle(i int) bool {
	s := p.Surface(i)
	if p.At(i).Word != 0 || p.At(i).Title {
		return false
	}
	ends := strings.HasSuffix(s, "t") || strings.HasSuffix(s, "en")
	at := strings.Index(s, "ge")
	const prefix, rest = 5, 5
	return ends && at >= 0 && at <= prefix && len(s)-at >= rest
}

// geParticiple reports whether token i looks like a Dutch past participle: ge- and -d, -t or
// -en, perhaps behind a few letters of a prefix.
func (p *parser) geParticiple(i int) bool {
	const prefix, rest = 6, 5
	s := p.Surface(i)
	at := strings.Index(s, "ge")
	if at < 0 || at > prefix || len(s)-at < rest || !p.lower(i) || p.In(i, clsCore) {
		return false
	}
	return strings.HasSuffix(s, "d") || strings.HasSuffix(s, "t") || strings.HasSuffix(s, "en")
}

// nightAhead reports whether the clause around the night at token i-1 tells of what is to come.
func (p *parser) nightAhead(i int) bool {
	return p.clauseOnBothSides(i-1, i).Tense == timex.FutureTense
}

// perfect reports whether the clause that goes on at token i ends in a word that looks like a
// participle, and not like an infinitive behind "to".
func (p *parser) perfect(i int) bool {
	j := i
	for j-i < clauseReach && p.At(j).Kind != reader.End && !p.stop(j) && p.At(j).Mark != ',' && p.At(j).Mark != ')' {
		j++
	}
	s := p.Surface(j - 1)
	ends := strings.HasSuffix(s, "t") || strings.HasSuffix(s, "en")
	return j > i && ends && p.lower(j-1) && !p.In(j-2, clsTo) && len(s) > 4
}
