package dates

import (
	"iter"
	"slices"
	"sync"
	"time"

	"golang.org/x/text/language"
)

// A Resolver finds temporal expressions and resolves them. The zero value has
// no publication date: absolute expressions resolve, relative ones keep an
// underspecified value. Wrong options, which Validate reports, count as not set.
// It may be copied, and used from several goroutines.
type Resolver struct {
	// Published is when the text was published. Its location decides what day
	// "today" is, and is that of From and To. Years outside 1 to 9999 count as
	// unknown.
	Published time.Time
	// Language is that of the text. English is read, and the zero tag as English;
	// in texts of other languages nothing is found.
	Language language.Tag
	// Country is where the text was published, by its ISO 3166-1 code of two capitals.
	// It decides the order of figures, the first day of the week, the hemisphere
	// and the fiscal year. "" is unknown: as in the United States, but for weeks
	// from Monday and fiscal years from January.
	Country string

	// What follows overrules, one by one, what Country says.

	// Order is that of day, month and year in figures.
	Order Order
	// WeekStart is the day on which the intervals of weeks start. Values are ISO
	// 8601 weeks, from Monday, whatever it is.
	WeekStart WeekStart
	// Hemisphere decides when the seasons are.
	Hemisphere Hemisphere
	// FiscalStart is when fiscal years start, and FiscalName after which calendar
	// year they are named. Only the intervals of expressions that say "fiscal"
	// depend on them.
	FiscalStart FiscalStart
	FiscalName  FiscalName
}

// A Mention is a temporal expression in a text.
type Mention struct {
	Start int  `json:"start"` // in bytes of the text, on rune boundaries
	End   int  `json:"end"`   // the byte behind it
	Type  Type `json:"type"`
	// Value is the TIMEX3 value: "2021-11-23", "2021-W48", "P3M",
	// "PRESENT_REF"; X stands for what is not known.
	Value string `json:"value"`
	Mod   Mod    `json:"mod,omitzero"`
	// From and To bound the time that a DATE or TIME denotes, half-open. Both
	// are zero when it denotes none or that is not known; To alone tells, since
	// the zero time is the start of the year 1.
	From time.Time `json:"from,omitzero"`
	To   time.Time `json:"to,omitzero"`
	// Zone is the offset from UTC of a time that names its zone: "+05:30", "Z".
	Zone string `json:"zone,omitzero"`
	// Evidence says what decided what the words leave open.
	Evidence Evidence `json:"evidence,omitzero"`
	// Ambiguous is set when another reading fits, and nothing in the text chose:
	// the order of 3/4/2021, the side of a weekday, the day of a feast that waits
	// for the moon to be sighted.
	Ambiguous bool `json:"ambiguous,omitzero"`
	// Through is set on the first of two mentions that bound one period: the
	// "October 9" of "October 9 to 10". The period ends with the next mention.
	Through bool `json:"through,omitzero"`
}

var pool = sync.Pool{New: func() any { return new(finder) }}

// A finder is one pass over a text.
type finder struct {
	parser
	resolver
	loc    *time.Location
	i      int    // the token to look at
	before phrase // the expression before it
	lastAt int    // the token behind the date named last
	ranged bool   // which ends a range
}

func (f *finder) start(o Resolver, text string, notes bool) {
	now, at := point{}, clock{}
	if y := o.Published.Year(); !o.Published.IsZero() && y >= minYear && y <= maxYear {
		now = point{grain: day, year: y, num: int(o.Published.Month()), day: o.Published.Day()}
		if h, m, s := o.Published.Clock(); h+m+s > 0 {
			at = clock{exact: true, hour: int8(h), minute: int8(m)}
		}
	}
	f.loc, f.i, f.before = o.Published.Location(), 0, phrase{}
	f.resolver = resolver{now: now, clockNow: at, customs: o.customs()}
	f.parser.now, f.parser.order, f.parser.alone = now, f.customs.order, false
	f.Host = &f.parser
	var skip func(string, int) int
	if notes {
		skip = noteEnd
	}
	f.Reset(text, &english, skip)
	f.tokens.text, f.tokens.notes, f.tokens.pos, f.tokens.n, f.tokens.ended = text, notes, 0, 0, false
}

// next finds the expression at or after the position of the finder.
func (f *finder) next() (phrase, bool) {
	for {
		t := f.at(f.i)
		if t.kind == end {
			return phrase{}, false
		}
		ph, ok := f.here()
		if !ok {
			f.i++
			continue
		}
		f.before, f.i = ph, ph.next
		return ph, true
	}
}

// here reads the expression at the position of the finder. Few tokens can
// start one.
func (f *finder) here() (phrase, bool) {
	t := f.at(f.i)
	if t.class&starters == 0 && t.kind != number && t.mark != '\'' {
		return phrase{}, false
	}
	if t.kind == number && f.before.next == f.i-1 && f.before.next > 0 {
		if m, next := f.inherited(f.i, f.before.meaning); next > f.i {
			return phrase{meaning: m, first: f.i, next: next, shared: true}, true
		}
	}
	ph, ok := f.phrase(f.i)
	return ph, ok && ph.first >= f.before.next
}

func (f *finder) mention(ph phrase) Mention {
	to, how := f.joined(ph)
	hourAlone := ph.clockAlone()
	whole := f.completed(ph, to, how)
	shared := ph.shared || whole.point != ph.point
	ph.meaning = whole
	f.readClause(&ph, to, how)
	series := f.inSeries(ph, to, how)
	f.other = 0
	if now := f.resolver.now; series && now.known() && (how == throughNext || weekdayOf(now.first()) != ph.weekday) {
		f.other = to.weekday
	}
	v := f.resolve(ph.meaning, f.clause.tense)
	if shared && v.evidence == EvidenceStated {
		v.evidence = EvidenceOrder
	}
	f.keep(ph, v)

	f.resolver.before = neighbour{through: how == throughNext}
	switch p := v.point; {
	case series:
		f.resolver.before.weekday, f.resolver.before.tense = p, f.clause.tense
	case hourAlone && ph.weekday > 0:
		f.resolver.before.hours = p.in(day)
	case how != notJoined && v.typ == TypeDate && (p.grain == day || p.grain == month) && p.num > 0 && ph.sense == calendar && ph.weekday == 0:
		f.resolver.before.date = p
	}

	m := Mention{Start: f.at(ph.first).start, End: f.at(ph.next - 1).end, Type: v.typ, Value: v.text, Mod: v.mod, Evidence: v.evidence, Ambiguous: v.unclear}
	if v.typ == TypeDate || v.typ == TypeTime {
		m.From, m.To = v.point.interval(&f.customs, f.loc, v.mod, v.fiscal, v.double)
		m.Zone = v.point.zone()
	}
	m.Through = how == throughNext
	return m
}

// completed is the meaning of the phrase with what it shares with its neighbours.
func (f *finder) completed(ph, to phrase, how joint) meaning {
	if ph.clockAlone() {
		ph.meaning = f.sharedDay(ph, to)
	}
	if how != notJoined && to.sense == recurring {
		ph.sense, ph.unit, ph.point.clock = recurring, to.unit, to.point.clock
	}
	if how != notJoined && ph.sense == calendar && ph.point.year == 0 && ph.yearRel == noRel && ph.rel == noRel && ph.holiday == 0 {
		ph.point.year = sharedYear(ph.point, to.point)
	}
	if how != notJoined && ph.anyWeekday() && to.weekday > ph.weekday {
		ph.weekRel = to.weekRel // Tuesday and Wednesday of last week
	}
	if ph.anyWeekday() && f.mark(ph.next, '(') {
		if d, j := f.plainDay(ph.next + 1); j > ph.next+1 && f.mark(j, ')') && d.sense == calendar && d.weekday == 0 && d.point.day > 0 { // Thursday (25 November)
			d.weekday, d.point.clock = ph.weekday, ph.point.clock
			ph.meaning = d
		}
	}
	if ph.sense == calendar && ph.weekday > 0 && ph.point == (point{grain: day}) && ph.rel == noRel && f.mark(ph.first-1, '(') && f.mark(ph.next, ')') && f.at(ph.first-1).start > 0 && f.hist.day.known() {
		ph.rel = relThat // 13 September (Thursday)
	}
	if ph.sense == calendar && ph.point.grain == day && ph.mod == ModNone && !ph.point.clock.exact && f.is(ph.first-1, "on") && f.any(ph.first-2, "early", "late") { // late on Friday
		ph.mod = Mod(f.at(ph.first - 2).val)
	}
	return ph.meaning
}

// readClause reads what the words around the phrase say of its side of publication.
func (f *finder) readClause(ph *phrase, to phrase, how joint) {
	f.clause = clause{}
	f.compared = ph.sense == yearBefore && f.comparesMonth(ph.first)
	if !f.wantsTense(ph.meaning) {
		return
	}
	f.clause = f.clauseAround(ph.first, ph.next, f.narrative())
	if ph.holiday > 0 && f.clause.tense == futureTense && (f.is(ph.first-1, "after") || f.is(ph.first-1, "the") && f.is(ph.first-2, "after")) {
		f.clause.tense = presentTense // will reopen after the New Year break
	}
	if how == throughNext {
		f.clause.ahead = false // it may be running
		ph.point.year = f.rangeYear(*ph, to)
	}
}

// inSeries reports whether two days of the week follow one another: Wednesday and
// Thursday, Monday to Friday, but not attacks on Tuesday and Sunday.
func (f *finder) inSeries(ph, to phrase, how joint) bool {
	gap := (to.weekday - ph.weekday + 7) % 7
	return how != notJoined && ph.anyWeekday() && to.anyWeekday() && gap > 0 &&
		(gap <= 3 || how == throughNext || f.mark(ph.next, ',') || f.resolver.before.weekday.known())
}

// keep remembers what later expressions may refer to.
func (f *finder) keep(ph phrase, v value) {
	told := f.hist.told
	f.remember(ph.meaning, v)
	if v.point.known() {
		f.lastAt, f.ranged = ph.next, f.resolver.before.through
	}
	if ph.double && f.hist.last.grain == year {
		f.hist.last.year++
	}
	if f.attributive(ph) {
		f.hist.told = told
	}
	if v.point.grain == year && f.at(ph.first).paragraph && f.at(ph.next).paragraph { // the year heads a part of the story
		f.hist.story = max(f.hist.story, heading)
	}
}

// rangeYear is the year of the day or month that starts a range in the past, by the one
// that ends it: prices rose from November to March.
func (f *finder) rangeYear(ph, to phrase) int {
	if f.clause.tense != pastTense || f.narrative() || !f.resolver.now.known() || !ph.yearless() || !to.yearless() {
		return ph.point.year
	}
	ends := f.resolve(to.meaning, pastTense).point
	return sharedYear(ph.point, ends)
}

// yearless reports whether the phrase is a day or month of the calendar that only its
// year is missing of.
func (ph phrase) yearless() bool {
	p := ph.point
	return ph.sense == calendar && (p.grain == day || p.grain == month) && p.num > 0 && p.day >= 0 && p.year == 0 && ph.weekday == 0 && ph.holiday == 0 && ph.rel == noRel && ph.yearRel == noRel
}

// comparesMonth reports whether what stands before token i compares a month named
// before in the sentence with that of another year: up in June from a year ago.
func (f *finder) comparesMonth(i int) bool {
	last := f.hist.last
	if last.grain != month || !last.known() || !f.resolver.now.known() || f.hist.quarter.known() || f.hist.months || f.ranged {
		return false
	}
	if ago := f.resolver.now.monthIndex() - last.monthIndex(); ago < 0 || ago >= 12 || i-f.lastAt > 2*clauseReach {
		return false
	}
	for j := f.lastAt; j < i; j++ { // in July, up from 47; but: cut prices in May, said sales rose
		if f.stop(j) || f.mark(j, ',') && !f.any(j+1, "up", "down", "compared", "versus", "against") {
			return false
		}
	}
	return f.at(i-1).class&cMonth != 0 || f.any(f.amountBefore(i)-1, "month", "from", "than", "to", "with", "on")
}

// amountBefore returns where the amount starts that ends before token i, or i: the 4.1% of
// "from 4.1% a year earlier".
func (f *finder) amountBefore(i int) int {
	j := i
	for range 8 {
		t := f.at(j - 1)
		if t.kind != number && t.mark != '.' && t.mark != ',' && t.mark != '%' && t.mark != '$' && !f.any(j-1, "percent", "per", "cent", "million", "billion", "trillion", "points") {
			break
		}
		j--
	}
	return j
}

// attributive reports whether the phrase is a year that only says which: the 1911
// edition.
func (f *finder) attributive(ph phrase) bool {
	return ph.sense == calendar && ph.point.grain == year && f.at(ph.first-1).class&cPrep == 0 && !f.sentenceStart(ph.first)
}

// A joint is how an expression is joined to the next.
type joint uint8

const (
	notJoined   joint = iota
	withNext          // October 9 and 10
	throughNext       // October 9 to 10
)

// joined returns the expression that one is joined to: by "to", a dash, "and".
func (f *finder) joined(ph phrase) (to phrase, how joint) {
	j := ph.next
	switch {
	case ph.sense != calendar && ph.sense != deictic:
		return phrase{}, notJoined
	case f.is(j, "to"), f.is(j, "through"), f.is(j, "until"), f.is(j, "till"), f.mark(j, '-'), f.is(j, "and") && f.is(ph.first-1, "between"):
		how = throughNext
	case f.is(j, "and"), f.is(j, "or"), f.mark(j, ',') && f.listed(j), f.mark(j, '/') && ph.point.grain == day:
		how = withNext
	default:
		return phrase{}, notJoined
	}
	if f.at(j+1).kind == number {
		if m, next := f.inherited(j+1, ph.meaning); next > j+1 {
			return phrase{meaning: m, first: j + 1, next: next}, how
		}
	}
	to, ok := f.phrase(j + 1)
	for range longestList {
		if !ok || how != withNext || to.sense != calendar || to.point.year != 0 || !f.mark(to.next, ',') && !f.is(to.next, "and") && !f.is(to.next, "or") {
			break
		}
		next, more := f.phrase(to.next + 1)
		if !more || next.first != to.next+1 || next.point.grain != to.point.grain {
			break
		}
		next.first = to.first // the year may stand behind the last of them
		to = next
	}
	if ok && to.sense == recurring && to.weekday > 0 && ph.weekday > 0 && ph.point == (point{grain: day}) && ph.rel == noRel { // Friday and Saturday nights
		return to, how
	}
	if ok && to.first == j+1 && (to.sense == calendar || to.sense == deictic || to.sense == reference && f.is(j+1, "now")) {
		return to, how
	}
	return phrase{}, notJoined
}

// longestList bounds the look ahead through April, May and June 2020.
const longestList = 4

// listed reports whether a month or a day of the week follows the comma at token i.
func (f *finder) listed(i int) bool { return f.at(i+1).class&(cMonth|cWeekday) != 0 }

// anyWeekday reports whether the phrase is a day of the week without more.
func (ph phrase) anyWeekday() bool {
	return ph.sense == calendar && ph.weekday > 0 && ph.rel == noRel && ph.weekRel == noRel && ph.point == point{grain: day, clock: ph.point.clock}
}

// clockAlone reports whether the phrase is a time of day without its day.
func (ph phrase) clockAlone() bool {
	return ph.sense == calendar && ph.rel == relThat && ph.point == point{grain: day, clock: ph.point.clock} && ph.weekday == 0
}

// sharedDay gives a time of day the day said with the other end of its range or
// with the same time in another zone: between 2 and 4 p.m. on Thursday; 10:35
// a.m. (0735 GMT) Friday.
func (f *finder) sharedDay(ph, to phrase) meaning {
	day := to.meaning
	if to.next == 0 || !to.point.clock.exact || to.clockAlone() {
		j := ph.next
		if f.mark(j, ')') && f.mark(ph.first-1, '(') {
			j++
		} else if _, k := f.clock(j + 1); f.mark(j, '(') && k > j+1 && f.mark(k, ')') {
			j = k + 1
		} else {
			return ph.meaning
		}
		d, k := f.dayAfter(j)
		if k == j {
			return ph.meaning
		}
		day = d
	}
	day.point.clock, day.mod = ph.point.clock, ph.mod
	return day
}

// sharedYear is the year that a day or month takes over from one it is joined
// to, 0 if none: Oct. 30 to Nov. 14, 2020; December to January 2021.
func sharedYear(p, to point) int {
	if p.grain != to.grain || p.grain != day && p.grain != month || p.num == 0 || to.num == 0 || to.year == 0 || to.before {
		return 0
	}
	if p.num > to.num || p.num == to.num && p.day > to.day {
		return to.year - 1
	}
	return to.year
}

func (f *finder) wantsTense(m meaning) bool {
	return m.sense == calendar && m.point.year == 0 || m.sense == samePeriod || m.sense == anaphoric || m.sense == deictic && m.unit == weekend
}

// All returns an iterator over the mentions of text, in order.
func (o Resolver) All(text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		o.each(text, false, func(_ phrase, m Mention) bool { return yield(m) })
	}
}

func (o Resolver) each(text string, notes bool, yield func(phrase, Mention) bool) {
	if !o.readsLanguage() {
		return
	}
	f := pool.Get().(*finder)
	f.start(o, text, notes)
	defer f.release()
	for ph, ok := f.next(); ok; ph, ok = f.next() {
		if !yield(ph, f.mention(ph)) {
			return
		}
	}
}

func (f *finder) release() {
	f.tokens.text, f.Text, f.loc = "", "", nil
	pool.Put(f)
}

// FindAll returns the mentions of text, in order.
func (o Resolver) FindAll(text string) []Mention { return o.Append(nil, text) }

// Append appends the mentions of text to dst.
func (o Resolver) Append(dst []Mention, text string) []Mention {
	return slices.AppendSeq(dst, o.All(text))
}

// All is Resolver{}.All: without a publication date.
func All(text string) iter.Seq[Mention] { return Resolver{}.All(text) }

// FindAll is Resolver{}.FindAll.
func FindAll(text string) []Mention { return Resolver{}.FindAll(text) }

// Append is Resolver{}.Append.
func Append(dst []Mention, text string) []Mention { return Resolver{}.Append(dst, text) }
