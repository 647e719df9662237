package dates

import (
	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// This file makes mentions of phrases: with what they share with their neighbours, by the
// clause around them.

// mention is what the phrase means where it stands.
func (f *finder) mention(ph phrase) Mention {
	to, how := f.joined(ph)
	hourAlone := ph.clockAlone()
	whole := f.completed(ph, to, how)
	shared := ph.shared || whole.Point != ph.Point
	ph.Meaning = whole
	f.readClause(&ph, to, how)
	series := f.inSeries(ph, to, how)
	f.Other = 0
	if now := f.Resolver.Now; series && now.Known() && (how == throughNext || timex.WeekdayOf(now.First()) != ph.Weekday) {
		f.Other = to.Weekday
	}
	home := f.Customs
	if ph.Fiscal {
		f.fiscalOf(ph)
	}
	v := f.Resolve(ph.Meaning, f.Clause.Tense)
	if shared && v.Evidence == timex.EvidenceStated {
		v.Evidence = timex.EvidenceOrder
	}
	f.keep(ph, v)
	f.leave(ph, v, how, series, hourAlone)
	m := Mention{
		Start: f.At(ph.first).Start, End: f.At(ph.next - 1).End, Type: Type(v.Typ), Value: v.Text, Mod: Mod(v.Mod),
		Evidence: Evidence(v.Evidence), Ambiguous: v.Unclear, Through: how == throughNext,
	}
	if v.Typ == timex.TypeDate || v.Typ == timex.TypeTime {
		m.From, m.To = v.Point.Interval(&f.Customs, f.loc, v.Mod, v.Fiscal, v.Double)
		m.Zone = v.Point.Zone()
	}
	f.Customs = home
	return m
}

// fiscalOf takes over the fiscal years of a country that is named beside them: Japan's fiscal 2024, and
// where nothing is known of the text, Japan's budget for fiscal 2024.
func (f *finder) fiscalOf(ph phrase) {
	at := f.countryBefore(ph.first)
	far := at == timex.NoCountry && f.home == timex.NoCountry && ph.Point.Year != 0
	for j := ph.first - 1; far && at == timex.NoCountry && j > ph.first-subjectReach && !f.stop(j); j-- {
		if f.At(j).Title && f.possessive(j+1) {
			at = f.countryBefore(j + 1)
		}
	}
	if at != timex.NoCountry {
		c := readCountry(countryRow(at.Code()))
		f.Customs.FiscalMonth, f.Customs.FiscalDay, f.Customs.NamedStart = c.FiscalMonth, c.FiscalDay, c.NamedStart
	}
}

// leave leaves the next expression what it may take over.
func (f *finder) leave(ph phrase, v timex.Value, how joint, series, hourAlone bool) {
	next := timex.Neighbour{Through: how == throughNext}
	p := v.Point
	dated := v.Typ == timex.TypeDate && (p.Grain == timex.Day || p.Grain == timex.Month) && p.Num > 0
	switch {
	case series:
		next.Weekday, next.Tense = p, f.Clause.Tense
	case hourAlone && ph.Weekday > 0:
		next.Hours = p.In(timex.Day)
	case next.Through && v.Typ == timex.TypeTime && p.Clock.Exact && p.Known():
		next.Hour = p
	case ph.Feast:
		next.Date, next.Same = p, true
	case how != notJoined && dated && ph.Sense == timex.Calendar && ph.Weekday == 0:
		next.Date = p
	}
	f.Resolver.Before = next
}

// completed is the meaning of the phrase with what it shares with its neighbours.
func (f *finder) completed(ph, to phrase, how joint) timex.Meaning {
	if how == throughNext {
		ph.Meaning = ph.fromMidnight(to)
	}
	if ph.clockAlone() {
		ph.Meaning = f.sharedDay(ph, to)
	}
	if how != notJoined {
		ph.Meaning = ph.joinedTo(to)
	}
	switch {
	case ph.anyWeekday() && f.Marked(ph.next, '('):
		ph.Meaning = f.dateInBrackets(ph)
	case ph.weekdayAlone() && f.inBrackets(ph) && f.At(ph.first-1).Start > 0 && f.Hist.Day.Known():
		ph.Rel = timex.RelThat // 13 September (Thursday)
	}
	if d, ok := f.dateOfFeast(ph); ok {
		return d
	}
	if d, ok := f.eponymOf(ph); ok {
		ph.Point, ph.Known = d, true
		return ph.Meaning
	}
	day := ph.Sense == timex.Calendar && ph.Point.Grain == timex.Day && !ph.Point.Clock.Exact
	if day && ph.Mod == timex.ModNone && f.Matches(grpEdgeBefore, ph.first, f.scratch(ph.first)) { // late on Friday
		ph.Mod = timex.Mod(f.Value(ph.first-2, clsEdge))
	}
	return ph.Meaning
}

// joinedTo is the meaning of the phrase with what it shares with one that it is joined to.
func (ph phrase) joinedTo(to phrase) timex.Meaning {
	if to.Sense == timex.Recurring {
		ph.Sense, ph.Unit, ph.Point.Clock = timex.Recurring, to.Unit, to.Point.Clock
	}
	open := ph.Point.Year == 0 && ph.YearRel == timex.NoRel && ph.Rel == timex.NoRel && ph.Holiday == 0
	if ph.Sense == timex.Calendar && open {
		ph.Point.Year = sharedYear(ph.Point, to.Point)
	}
	if ph.anyWeekday() && to.Weekday > ph.Weekday {
		ph.WeekRel = to.WeekRel // Tuesday and Wednesday of last week
	}
	return ph.Meaning
}

// dateInBrackets is the meaning of the date that a day of the week has behind it in
// brackets: Thursday (25 November).
func (f *finder) dateInBrackets(ph phrase) timex.Meaning {
	d, j := f.plainDay(ph.next + 1)
	if j == ph.next+1 || !f.Marked(j, ')') || d.Sense != timex.Calendar || d.Weekday != 0 || d.Point.Day <= 0 {
		return ph.Meaning
	}
	d.Weekday, d.Point.Clock = ph.Weekday, ph.Point.Clock
	return d
}

// dateOfFeast is the date that a feast has beside it, behind or before: Independence Day,
// August 15; on March 10, Mother's Day.
func (f *finder) dateOfFeast(ph phrase) (timex.Meaning, bool) {
	if ph.Holiday == 0 || ph.Sense != timex.Calendar || ph.Point.Year != 0 || ph.Rel != timex.NoRel || ph.Beside != 0 {
		return timex.Meaning{}, false
	}
	day := timex.Meaning{}
	switch j := ph.next; {
	case f.Marked(j, ',') || f.Marked(j, '(') || f.is(j, "on"):
		end := 0
		if day, end = f.plainDay(j + 1); f.listGoesOn(end) {
			return timex.Meaning{}, false // on Thanksgiving, Dec. 25 and Jan. 1
		}
	case f.Marked(f.lastAt, ',') && ph.first-f.lastAt <= longestCountry && f.At(ph.next).Kind == reader.Mark:
		day = f.last
	}
	date := day.Point
	if day.Sense != timex.Calendar || date.Grain != timex.Day || date.Num == 0 || date.Day <= 0 || day.Holiday != 0 {
		return timex.Meaning{}, false
	}
	if !timex.MayFall(ph.Holiday, date) {
		return timex.Meaning{}, false
	}
	day.Point.Clock, day.Feast = ph.Point.Clock, true
	return day, true
}

// listGoesOn reports whether token i joins one more day to a list of days.
func (f *finder) listGoesOn(i int) bool {
	if f.Marked(i, ',') && f.In(i+1, clsConj) {
		i++
	}
	joins := f.Marked(i, ',') || f.In(i, clsConj)
	return joins && (f.InAny(i+1, clsMonth, clsFeast) || f.At(i+1).Kind == reader.Number)
}

func (f *finder) inBrackets(ph phrase) bool {
	return f.Marked(ph.first-1, '(') && f.Marked(ph.next, ')')
}

// readClause reads what the words around the phrase say of its side of publication.
func (f *finder) readClause(ph *phrase, to phrase, how joint) {
	f.Clause = timex.Clause{}
	f.Compared = ph.Sense == timex.YearBefore && f.comparesMonth(ph.first)
	if !f.wantsTense(ph.Meaning) {
		return
	}
	f.Clause = f.clauseAround(ph.first, ph.next, f.Narrative())
	if ph.Holiday > 0 && f.Clause.Tense == timex.FutureTense && f.Matches(grpAfterBefore, ph.first, f.scratch(ph.first)) {
		f.Clause.Tense = timex.PresentTense // will reopen after the New Year break
	}
	if how == throughNext {
		f.Clause.Ahead = false // it may be running
		ph.Point.Year = f.rangeYear(*ph, to)
	}
}

// inSeries reports whether two days of the week follow one another: Wednesday and
// Thursday, Monday to Friday, but not attacks on Tuesday and Sunday.
func (f *finder) inSeries(ph, to phrase, how joint) bool {
	gap := (to.Weekday - ph.Weekday + 7) % 7
	return how != notJoined && ph.anyWeekday() && to.anyWeekday() && gap > 0 &&
		(gap <= 3 || how == throughNext || f.Marked(ph.next, ',') || f.Resolver.Before.Weekday.Known())
}

// keep remembers what later expressions may refer to.
func (f *finder) keep(ph phrase, v timex.Value) {
	told := f.Hist.Told
	f.Remember(ph.Meaning, v)
	f.dated = f.Hist.Day.Known()
	if v.Point.Known() {
		f.last, f.lastAt, f.ranged = ph.Meaning, ph.next, f.Resolver.Before.Through
	}
	if ph.Double && f.Hist.Last.Grain == timex.Year {
		f.Hist.Last.Year++
	}
	if f.attributive(ph) {
		f.Hist.Told = told
	}
	heads := f.At(ph.first).Paragraph && f.At(ph.next).Paragraph
	if v.Point.Grain == timex.Year && heads { // a part of the story
		f.Hist.Story = max(f.Hist.Story, timex.Heading)
	}
}

// rangeYear is the year of the day or month that starts a range in the past, by the one
// that ends it: prices rose from November to March.
func (f *finder) rangeYear(ph, to phrase) int {
	if f.Clause.Tense != timex.PastTense || f.Narrative() || !f.Resolver.Now.Known() {
		return ph.Point.Year
	}
	if !ph.yearless() || !to.yearless() {
		return ph.Point.Year
	}
	ends := f.Resolve(to.Meaning, timex.PastTense).Point
	return sharedYear(ph.Point, ends)
}

// yearless reports whether the phrase is a day or month of the calendar that only its
// year is missing of.
func (ph phrase) yearless() bool {
	p := ph.Point
	date := (p.Grain == timex.Day || p.Grain == timex.Month) && p.Num > 0 && p.Day >= 0 && p.Year == 0
	plain := ph.Weekday == 0 && ph.Holiday == 0 && ph.Rel == timex.NoRel && ph.YearRel == timex.NoRel
	return ph.Sense == timex.Calendar && date && plain
}

// comparesMonth reports whether what stands before token i compares a month named
// before in the sentence with that of another year: up in June from a year ago.
func (f *finder) comparesMonth(i int) bool {
	last, now := f.Hist.Last, f.Resolver.Now
	if last.Grain != timex.Month || !last.Known() || !now.Known() || f.Hist.Quarter.Known() || f.Hist.Months || f.ranged {
		return false
	}
	if ago := now.MonthIndex() - last.MonthIndex(); ago < 0 || ago >= 12 || i-f.lastAt > 2*clauseReach {
		return false
	}
	for j := f.lastAt; j < i; j++ { // in July, up from 47; but: cut prices in May, said sales rose
		if f.stop(j) || f.Marked(j, ',') && !f.In(j+1, clsCompares) {
			return false
		}
	}
	return f.In(i-1, clsMonth) || f.In(f.amountBefore(i)-1, clsComparedWith)
}

// amountBefore returns where the amount starts that ends before token i, or i: the 4.1% of
// "from 4.1% a year earlier".
func (f *finder) amountBefore(i int) int {
	const longest = 8 // tokens
	j := i
	for range longest {
		t := f.At(j - 1)
		sign := t.Mark == '.' || t.Mark == ',' || t.Mark == '%' || t.Mark == '$'
		if t.Kind != reader.Number && !sign && !f.In(j-1, clsAmount) {
			break
		}
		j--
	}
	return j
}

// attributive reports whether the phrase is a year that only says which: the 1911
// edition.
func (f *finder) attributive(ph phrase) bool {
	year := ph.Sense == timex.Calendar && ph.Point.Grain == timex.Year
	return year && !f.In(ph.first-1, clsPrep) && !f.sentenceStart(ph.first)
}

// A joint is how an expression is joined to the next.
type joint uint8

const (
	notJoined   joint = iota
	withNext          // October 9 and 10
	throughNext       // October 9 to 10
)

// joint is how the phrase is joined to what follows: by "to", a dash, "and".
func (f *finder) joint(ph phrase) joint {
	j := ph.next
	switch {
	case ph.Sense != timex.Calendar && ph.Sense != timex.Deictic, ph.Holiday > 0 && f.Marked(j, ','):
		return notJoined
	case f.In(j, clsUpTo), f.Marked(j, '-'), f.In(j, clsAnd) && f.In(ph.first-1, clsBetween):
		return throughNext
	case f.In(j, clsListing), f.Marked(j, ',') && f.listed(j), f.Marked(j, '/') && ph.Point.Grain == timex.Day:
		return withNext
	}
	return notJoined
}

// joined returns the expression that one is joined to, and how.
func (f *finder) joined(ph phrase) (phrase, joint) {
	how, j := f.joint(ph), ph.next+1
	if how == notJoined {
		return phrase{}, notJoined
	}
	if f.In(ph.next, clsUpTo) && f.In(ph.next, clsThe) { // al 9 de abril: to and the article in one
		j = ph.next
	}
	for how == throughNext && (f.In(j, clsUpToMore) || f.Marked(j, '/') && f.In(j+1, clsUpToMore)) { // tot en met
		j++
	}
	if f.At(j).Kind == reader.Number {
		if m, next := f.inherited(j, ph.Meaning); next > j {
			return phrase{Meaning: m, first: j, next: next}, how
		}
	}
	to, ok := f.phrase(j)
	if ok && how == withNext {
		to = f.lastListed(to)
	}
	nights := to.Sense == timex.Recurring && to.Weekday > 0 && ph.weekdayAlone() // Friday and Saturday nights
	dated := to.Sense == timex.Calendar || to.Sense == timex.Deictic || to.Sense == timex.Reference && f.In(j, clsNow)
	if !ok || !nights && (to.first != j || !dated) {
		return phrase{}, notJoined
	}
	return to, how
}

// lastListed is the last of a list of which to is the second, at the place of the second:
// the year may stand behind the last.
func (f *finder) lastListed(to phrase) phrase {
	for range longestList {
		goesOn := f.Marked(to.next, ',') || f.In(to.next, clsListing)
		if to.Sense != timex.Calendar || to.Point.Year != 0 || !goesOn {
			break
		}
		next, more := f.phrase(to.next + 1)
		if !more || next.first != to.next+1 || next.Point.Grain != to.Point.Grain {
			break
		}
		next.first = to.first
		to = next
	}
	return to
}

// anyDay is a day of which nothing is said.
var anyDay = timex.Point{Grain: timex.Day}

// weekdayAlone reports whether the phrase is a day of the week without a time of day.
func (ph phrase) weekdayAlone() bool {
	return ph.Sense == timex.Calendar && ph.Weekday > 0 && ph.Rel == timex.NoRel && ph.Point == anyDay
}

// longestList bounds the look ahead through April, May and June 2020.
const longestList = 4

// listed reports whether a month or a day of the week follows the comma at token i.
func (f *finder) listed(i int) bool { return f.InAny(i+1, clsMonth, clsWeekday) }

// anyWeekday reports whether the phrase is a day of the week without more.
func (ph phrase) anyWeekday() bool {
	ph.Point.Clock = timex.Clock{}
	return ph.weekdayAlone() && ph.WeekRel == timex.NoRel
}

// clockAlone reports whether the phrase is a time of day without its day.
func (ph phrase) clockAlone() bool {
	ph.Point.Clock = timex.Clock{}
	return ph.Sense == timex.Calendar && ph.Weekday == 0 && ph.Rel == timex.RelThat && ph.Point == anyDay
}

// sharedDay gives a time of day the day said with the other end of its range or
// with the same time in another zone: between 2 and 4 p.m. on Thursday; 10:35
// a.m. (0735 GMT) Friday.
func (f *finder) sharedDay(ph, to phrase) timex.Meaning {
	day := to.Meaning
	if to.next == 0 || !to.Point.Clock.Exact || to.clockAlone() {
		j := ph.next
		if f.Marked(j, ')') && f.Marked(ph.first-1, '(') {
			j++
		} else if _, k := f.clock(j + 1); f.Marked(j, '(') && k > j+1 && f.Marked(k, ')') {
			j = k + 1
		} else {
			return ph.Meaning
		}
		d, k := f.dayAfter(j)
		if k == j {
			return ph.Meaning
		}
		day = d
	}
	ends := day.Point.Clock
	day.Point.Clock, day.Mod = ph.Point.Clock, ph.Mod
	if ends.Before(ph.Point.Clock) && ph.Point.Clock.Hour < timex.Midnight { // 10 p.m. to 5 a.m. Saturday
		day.Beside = -1
	}
	return day
}

// fromMidnight is the meaning of a midnight from which a range of hours runs, which is the
// start of its day and not the end: from midnight to 5 a.m.
func (ph phrase) fromMidnight(to phrase) timex.Meaning {
	if c := ph.Point.Clock; c.Hour == timex.Midnight && to.Point.Clock.Exact {
		ph.Point.Clock.Hour = 0
	}
	return ph.Meaning
}

// sharedYear is the year that a day or month takes over from one it is joined
// to, 0 if none: Oct. 30 to Nov. 14, 2020; December to January 2021.
func sharedYear(p, to timex.Point) int {
	alike := p.Grain == to.Grain && (p.Grain == timex.Day || p.Grain == timex.Month)
	if !alike || p.Num == 0 || to.Num == 0 || to.Year == 0 || to.Before {
		return 0
	}
	if p.Num > to.Num || p.Num == to.Num && p.Day > to.Day {
		return to.Year - 1
	}
	return to.Year
}

// wantsTense reports whether the clause around it decides what the meaning is.
func (f *finder) wantsTense(m timex.Meaning) bool {
	switch m.Sense {
	case timex.Calendar:
		return m.Point.Year == 0 || m.Ambiguous
	case timex.Deictic:
		return m.Unit == timex.Weekend
	}
	return m.Sense == timex.SamePeriod || m.Sense == timex.Anaphoric
}

// scratch is an empty frame for a question about token i.
func (f *finder) scratch(i int) *frame {
	f.asks = frame{reader.FieldStart: int32(i)}
	return &f.asks
}
