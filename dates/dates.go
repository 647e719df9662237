package dates

import (
	"context"
	"iter"
	"slices"
	"sync"
	"time"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
	"github.com/copydesk-go/copydesk/internal/lang/guess/words"
)

// A Resolver finds temporal expressions and resolves them. The zero value has
// no day of publication: absolute expressions resolve, relative ones keep an
// underspecified value. A Resolver is data: copy it, change its fields before use.
// Any number of goroutines may use one at the same time.
type Resolver struct {
	// Published is when the text was published. Its location decides what day
	// "today" is, and is that of From and To. Years outside 1 to 9999 count as
	// unknown.
	Published time.Time
	// Language is that of the text. English is read; in texts of other languages
	// nothing is found. The zero tag is English, but where a text is surely in
	// another language only figures are read: 2021-11-24, 24.11.2021.
	Language language.Tag
	// Country is where the text was published, as an ISO 3166-1 alpha-2 code in
	// capitals. It decides the order of figures, the first day of the week, the hemisphere
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
	// Start and End are offsets in bytes of the text, half-open, on rune boundaries.
	Start int  `json:"start"`
	End   int  `json:"end"`
	Type  Type `json:"type,omitzero"`
	// Value is the TIMEX3 value: "2021-11-23", "2021-W48", "P3M",
	// "PRESENT_REF"; X stands for what is not known.
	Value string `json:"value,omitzero"`
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
	timex.Resolver
	loc    *time.Location
	i      int    // the token to look at
	before phrase // the expression before it
	lastAt int    // the token behind the date named last
	ranged bool   // which ends a range
	figure bool   // the text is in a language that is not read: only figures count
	ctx    context.Context
}

func (f *finder) start(o Resolver, text string, notes bool) {
	now, at := timex.Point{}, timex.Clock{}
	if y := o.Published.Year(); !o.Published.IsZero() && y >= timex.MinYear && y <= timex.MaxYear {
		now = timex.Point{Grain: timex.Day, Year: y, Num: int(o.Published.Month()), Day: o.Published.Day()}
		if h, m, s := o.Published.Clock(); h+m+s > 0 {
			at = timex.Clock{Exact: true, Hour: int8(h), Minute: int8(m)}
		}
	}
	f.loc, f.i, f.before = o.Published.Location(), 0, phrase{}
	f.figure = o.Language == language.Und && words.Foreign(text)
	f.Resolver = timex.Resolver{Now: now, ClockNow: at, Customs: o.customs()}
	f.parser.now, f.parser.order, f.parser.alone = now, Order(f.Customs.Order), false
	f.Host = &f.parser
	var skip func(string, int) int
	if notes {
		skip = noteEnd
	}
	f.Reset(text, &english, skip)
}

// next finds the expression at or after the position of the finder.
func (f *finder) next() (phrase, bool) {
	for {
		t := f.At(f.i)
		if t.Kind == reader.End || f.i%1024 == 0 && f.ctx.Err() != nil {
			return phrase{}, false
		}
		f.Trail = f.Trail[:0]
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
	if f.figure {
		m, first, next := f.rules(grpFiguresAlone, f.i)
		return phrase{Meaning: m, first: first, next: next}, next > f.i && first >= f.before.next
	}
	t := f.At(f.i)
	if t.Kind != reader.Number && !f.Starts(grpExpression, f.i) {
		return phrase{}, false
	}
	if t.Kind == reader.Number && f.before.next == f.i-1 && f.before.next > 0 {
		if m, next := f.inherited(f.i, f.before.Meaning); next > f.i {
			return phrase{Meaning: m, first: f.i, next: next, shared: true}, true
		}
	}
	ph, ok := f.phrase(f.i)
	return ph, ok && ph.first >= f.before.next
}

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
	v := f.Resolve(ph.Meaning, f.Clause.Tense)
	if shared && v.Evidence == timex.EvidenceStated {
		v.Evidence = timex.EvidenceOrder
	}
	f.keep(ph, v)

	f.Resolver.Before = timex.Neighbour{Through: how == throughNext}
	switch p := v.Point; {
	case series:
		f.Resolver.Before.Weekday, f.Resolver.Before.Tense = p, f.Clause.Tense
	case hourAlone && ph.Weekday > 0:
		f.Resolver.Before.Hours = p.In(timex.Day)
	case how != notJoined && v.Typ == timex.TypeDate && (p.Grain == timex.Day || p.Grain == timex.Month) && p.Num > 0 && ph.Sense == timex.Calendar && ph.Weekday == 0:
		f.Resolver.Before.Date = p
	}

	m := Mention{Start: f.At(ph.first).Start, End: f.At(ph.next - 1).End, Type: Type(v.Typ), Value: v.Text, Mod: Mod(v.Mod), Evidence: Evidence(v.Evidence), Ambiguous: v.Unclear}
	if v.Typ == timex.TypeDate || v.Typ == timex.TypeTime {
		m.From, m.To = v.Point.Interval(&f.Customs, f.loc, v.Mod, v.Fiscal, v.Double)
		m.Zone = v.Point.Zone()
	}
	m.Through = how == throughNext
	return m
}

// completed is the meaning of the phrase with what it shares with its neighbours.
func (f *finder) completed(ph, to phrase, how joint) timex.Meaning {
	if ph.clockAlone() {
		ph.Meaning = f.sharedDay(ph, to)
	}
	if how != notJoined && to.Sense == timex.Recurring {
		ph.Sense, ph.Unit, ph.Point.Clock = timex.Recurring, to.Unit, to.Point.Clock
	}
	if how != notJoined && ph.Sense == timex.Calendar && ph.Point.Year == 0 && ph.YearRel == timex.NoRel && ph.Rel == timex.NoRel && ph.Holiday == 0 {
		ph.Point.Year = sharedYear(ph.Point, to.Point)
	}
	if how != notJoined && ph.anyWeekday() && to.Weekday > ph.Weekday {
		ph.WeekRel = to.WeekRel // Tuesday and Wednesday of last week
	}
	if ph.anyWeekday() && f.Marked(ph.next, '(') {
		if d, j := f.plainDay(ph.next + 1); j > ph.next+1 && f.Marked(j, ')') && d.Sense == timex.Calendar && d.Weekday == 0 && d.Point.Day > 0 { // Thursday (25 November)
			d.Weekday, d.Point.Clock = ph.Weekday, ph.Point.Clock
			ph.Meaning = d
		}
	}
	if ph.Sense == timex.Calendar && ph.Weekday > 0 && ph.Point == (timex.Point{Grain: timex.Day}) && ph.Rel == timex.NoRel && f.Marked(ph.first-1, '(') && f.Marked(ph.next, ')') && f.At(ph.first-1).Start > 0 && f.Hist.Day.Known() {
		ph.Rel = timex.RelThat // 13 September (Thursday)
	}
	if ph.Sense == timex.Calendar && ph.Point.Grain == timex.Day && ph.Mod == timex.ModNone && !ph.Point.Clock.Exact && f.is(ph.first-1, "on") && f.any(ph.first-2, "early", "late") { // late on Friday
		ph.Mod = timex.Mod(f.Value(ph.first-2, clsEdge))
	}
	return ph.Meaning
}

// readClause reads what the words around the phrase say of its side of publication.
func (f *finder) readClause(ph *phrase, to phrase, how joint) {
	f.Clause = timex.Clause{}
	f.Compared = ph.Sense == timex.YearBefore && f.comparesMonth(ph.first)
	if !f.wantsTense(ph.Meaning) {
		return
	}
	f.Clause = f.clauseAround(ph.first, ph.next, f.Narrative())
	if ph.Holiday > 0 && f.Clause.Tense == timex.FutureTense && (f.is(ph.first-1, "after") || f.is(ph.first-1, "the") && f.is(ph.first-2, "after")) {
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
	if v.Point.Known() {
		f.lastAt, f.ranged = ph.next, f.Resolver.Before.Through
	}
	if ph.Double && f.Hist.Last.Grain == timex.Year {
		f.Hist.Last.Year++
	}
	if f.attributive(ph) {
		f.Hist.Told = told
	}
	if v.Point.Grain == timex.Year && f.At(ph.first).Paragraph && f.At(ph.next).Paragraph { // the year heads a part of the story
		f.Hist.Story = max(f.Hist.Story, timex.Heading)
	}
}

// rangeYear is the year of the day or month that starts a range in the past, by the one
// that ends it: prices rose from November to March.
func (f *finder) rangeYear(ph, to phrase) int {
	if f.Clause.Tense != timex.PastTense || f.Narrative() || !f.Resolver.Now.Known() || !ph.yearless() || !to.yearless() {
		return ph.Point.Year
	}
	ends := f.Resolve(to.Meaning, timex.PastTense).Point
	return sharedYear(ph.Point, ends)
}

// yearless reports whether the phrase is a day or month of the calendar that only its
// year is missing of.
func (ph phrase) yearless() bool {
	p := ph.Point
	return ph.Sense == timex.Calendar && (p.Grain == timex.Day || p.Grain == timex.Month) && p.Num > 0 && p.Day >= 0 && p.Year == 0 && ph.Weekday == 0 && ph.Holiday == 0 && ph.Rel == timex.NoRel && ph.YearRel == timex.NoRel
}

// comparesMonth reports whether what stands before token i compares a month named
// before in the sentence with that of another year: up in June from a year ago.
func (f *finder) comparesMonth(i int) bool {
	last := f.Hist.Last
	if last.Grain != timex.Month || !last.Known() || !f.Resolver.Now.Known() || f.Hist.Quarter.Known() || f.Hist.Months || f.ranged {
		return false
	}
	if ago := f.Resolver.Now.MonthIndex() - last.MonthIndex(); ago < 0 || ago >= 12 || i-f.lastAt > 2*clauseReach {
		return false
	}
	for j := f.lastAt; j < i; j++ { // in July, up from 47; but: cut prices in May, said sales rose
		if f.stop(j) || f.Marked(j, ',') && !f.any(j+1, "up", "down", "compared", "versus", "against") {
			return false
		}
	}
	return f.In(i-1, clsMonth) || f.any(f.amountBefore(i)-1, "month", "from", "than", "to", "with", "on")
}

// amountBefore returns where the amount starts that ends before token i, or i: the 4.1% of
// "from 4.1% a year earlier".
func (f *finder) amountBefore(i int) int {
	j := i
	for range 8 {
		t := f.At(j - 1)
		if t.Kind != reader.Number && t.Mark != '.' && t.Mark != ',' && t.Mark != '%' && t.Mark != '$' && !f.any(j-1, "percent", "per", "cent", "million", "billion", "trillion", "points") {
			break
		}
		j--
	}
	return j
}

// attributive reports whether the phrase is a year that only says which: the 1911
// edition.
func (f *finder) attributive(ph phrase) bool {
	return ph.Sense == timex.Calendar && ph.Point.Grain == timex.Year && !f.In(ph.first-1, clsPrep) && !f.sentenceStart(ph.first)
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
	case ph.Sense != timex.Calendar && ph.Sense != timex.Deictic:
		return phrase{}, notJoined
	case f.is(j, "to"), f.is(j, "through"), f.is(j, "until"), f.is(j, "till"), f.Marked(j, '-'), f.is(j, "and") && f.is(ph.first-1, "between"):
		how = throughNext
	case f.is(j, "and"), f.is(j, "or"), f.Marked(j, ',') && f.listed(j), f.Marked(j, '/') && ph.Point.Grain == timex.Day:
		how = withNext
	default:
		return phrase{}, notJoined
	}
	if f.At(j+1).Kind == reader.Number {
		if m, next := f.inherited(j+1, ph.Meaning); next > j+1 {
			return phrase{Meaning: m, first: j + 1, next: next}, how
		}
	}
	to, ok := f.phrase(j + 1)
	for range longestList {
		if !ok || how != withNext || to.Sense != timex.Calendar || to.Point.Year != 0 || !f.Marked(to.next, ',') && !f.is(to.next, "and") && !f.is(to.next, "or") {
			break
		}
		next, more := f.phrase(to.next + 1)
		if !more || next.first != to.next+1 || next.Point.Grain != to.Point.Grain {
			break
		}
		next.first = to.first // the year may stand behind the last of them
		to = next
	}
	if ok && to.Sense == timex.Recurring && to.Weekday > 0 && ph.Weekday > 0 && ph.Point == (timex.Point{Grain: timex.Day}) && ph.Rel == timex.NoRel { // Friday and Saturday nights
		return to, how
	}
	if ok && to.first == j+1 && (to.Sense == timex.Calendar || to.Sense == timex.Deictic || to.Sense == timex.Reference && f.is(j+1, "now")) {
		return to, how
	}
	return phrase{}, notJoined
}

// longestList bounds the look ahead through April, May and June 2020.
const longestList = 4

// listed reports whether a month or a day of the week follows the comma at token i.
func (f *finder) listed(i int) bool { return f.InAny(i+1, clsMonth, clsWeekday) }

// anyWeekday reports whether the phrase is a day of the week without more.
func (ph phrase) anyWeekday() bool {
	return ph.Sense == timex.Calendar && ph.Weekday > 0 && ph.Rel == timex.NoRel && ph.WeekRel == timex.NoRel && ph.Point == timex.Point{Grain: timex.Day, Clock: ph.Point.Clock}
}

// clockAlone reports whether the phrase is a time of day without its day.
func (ph phrase) clockAlone() bool {
	return ph.Sense == timex.Calendar && ph.Rel == timex.RelThat && ph.Point == timex.Point{Grain: timex.Day, Clock: ph.Point.Clock} && ph.Weekday == 0
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
	day.Point.Clock, day.Mod = ph.Point.Clock, ph.Mod
	return day
}

// sharedYear is the year that a day or month takes over from one it is joined
// to, 0 if none: Oct. 30 to Nov. 14, 2020; December to January 2021.
func sharedYear(p, to timex.Point) int {
	if p.Grain != to.Grain || p.Grain != timex.Day && p.Grain != timex.Month || p.Num == 0 || to.Num == 0 || to.Year == 0 || to.Before {
		return 0
	}
	if p.Num > to.Num || p.Num == to.Num && p.Day > to.Day {
		return to.Year - 1
	}
	return to.Year
}

func (f *finder) wantsTense(m timex.Meaning) bool {
	return m.Sense == timex.Calendar && m.Point.Year == 0 || m.Sense == timex.SamePeriod || m.Sense == timex.Anaphoric || m.Sense == timex.Deictic && m.Unit == timex.Weekend
}

// All returns an iterator over the expressions of text, in order and not
// overlapping.
func (o Resolver) All(text string) iter.Seq[Mention] {
	return o.AllContext(context.Background(), text)
}

// AllContext is All that ends early when the context does, inside a long text too;
// the error of the context tells.
func (o Resolver) AllContext(ctx context.Context, text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		o.each(ctx, text, false, func(_ phrase, m Mention) bool { return yield(m) })
	}
}

func (o Resolver) each(ctx context.Context, text string, notes bool, yield func(phrase, Mention) bool) {
	if !o.readsLanguage() {
		return
	}
	f := pool.Get().(*finder)
	f.start(o, text, notes)
	f.ctx = ctx
	defer f.release()
	for ph, ok := f.next(); ok && ctx.Err() == nil; ph, ok = f.next() {
		if !yield(ph, f.mention(ph)) {
			return
		}
	}
}

func (f *finder) release() {
	f.Text, f.loc, f.ctx = "", nil, nil
	pool.Put(f)
}

// FindAll returns the expressions of text, in order; nil when there are none.
func (o Resolver) FindAll(text string) []Mention { return o.Append(nil, text) }

// Append appends the expressions of text to dst, in order.
func (o Resolver) Append(dst []Mention, text string) []Mention {
	return slices.AppendSeq(dst, o.All(text))
}

// All is [Resolver.All] of the zero Resolver: without a day of publication.
func All(text string) iter.Seq[Mention] { return Resolver{}.All(text) }

// FindAll is [Resolver.FindAll] of the zero Resolver.
func FindAll(text string) []Mention { return Resolver{}.FindAll(text) }

// Append is [Resolver.Append] of the zero Resolver.
func Append(dst []Mention, text string) []Mention { return Resolver{}.Append(dst, text) }
