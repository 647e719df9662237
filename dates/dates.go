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
	// Language is that of the text: English, Spanish, French, German, Portuguese, Italian, Dutch or
	// Turkish, whose region (de-AT) is the Country where none is given. The zero tag is told by the text, line by line; in lines that
	// are surely in a language that is not read only figures are: 2021-11-24, 24.11.2021.
	Language language.Tag
	// Country is where the text was published, as an ISO 3166-1 alpha-2 code in
	// capitals. It decides the order of figures, the first day of the week and the weekend, the
	// hemisphere, the fiscal year, what abbreviations of zones mean, and when a day falls that
	// countries keep at their own time, such as Independence Day, but where the text names another
	// country beside it. "" is unknown: as in the United States, but for weeks from Monday and
	// fiscal years from January, where nothing in the text says otherwise.
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
	// Zone is the offset from UTC of a time that names its zone, on that day: "+05:30", "Z".
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
	options Resolver
	whole   string // the text, of which the parser reads a stretch in one language
	end     int    // where that ends
	asked   int    // the language that is asked for
	lines   words.Lines
	loc     *time.Location
	skip    func(string, int) int
	i       int           // the token to look at
	before  phrase        // the expression before it
	last    timex.Meaning // of the date named last
	lastAt  int           // the token behind it
	ranged  bool          // which ends a range
	figure  bool          // the text is in a language that is not read: only figures count
	asks    frame         // for a question
	ctx     context.Context
}

func (f *finder) start(o Resolver, text string, notes bool) {
	now, at := timex.Point{}, timex.Clock{}
	if y := o.Published.Year(); !o.Published.IsZero() && y >= timex.MinYear && y <= timex.MaxYear {
		now = timex.Point{Grain: timex.Day, Year: y, Num: int(o.Published.Month()), Day: o.Published.Day()}
		if h, m, s := o.Published.Clock(); h+m+s > 0 {
			at = timex.Clock{Exact: true, Hour: int8(h), Minute: int8(m)}
		}
	}
	f.options, f.whole, f.asked, f.lines = o, text, o.language(), words.Lines{}
	f.loc = o.Published.Location()
	f.Resolver = timex.Resolver{Now: now, ClockNow: at}
	f.now, f.alone, f.dated = now, false, false
	f.Host = &f.parser
	f.skip = nil
	if notes {
		f.skip, f.lines.Without = noteEnd, withoutNotes
	}
	f.turn(0)
}

// mostPassed is how many tokens are passed before the context is asked.
const mostPassed = 1024

// next finds the expression at or after the position of the finder.
func (f *finder) next() (phrase, bool) {
	for {
		f.i = f.passed()
		if f.i%mostPassed == 0 && f.ctx.Err() != nil {
			return phrase{}, false
		}
		if f.At(f.i).Kind == reader.End {
			if f.end >= len(f.whole) {
				return phrase{}, false
			}
			f.turn(f.end)
			continue
		}
		if !f.starts() {
			f.i++
			continue
		}
		f.Forget()
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

// passed is where to look behind tokens with which no expression starts.
func (f *finder) passed() int {
	if f.figure {
		return f.i
	}
	return f.Pass(f.i, (f.i/mostPassed+1)*mostPassed)
}

// starts reports whether an expression can start at the position of the finder. Few tokens can.
func (f *finder) starts() bool {
	if f.figure {
		return f.Starts(grpFiguresAlone, f.i)
	}
	return f.inherits() || f.Begins(f.i)
}

// inherits reports whether a number at the position of the finder may say the rest from the expression before it.
func (f *finder) inherits() bool {
	return f.At(f.i).Kind == reader.Number && f.before.next == f.i-1 && f.before.next > 0
}

// here reads the expression at the position of the finder, where one can start.
func (f *finder) here() (phrase, bool) {
	if f.figure {
		m, first, next := f.rules(grpFiguresAlone, f.i)
		return phrase{Meaning: m, first: first, next: next}, next > f.i && first >= f.before.next
	}
	if f.inherits() {
		if m, next := f.inherited(f.i, f.before.Meaning); next > f.i {
			return phrase{Meaning: m, first: f.i, next: next, shared: true}, true
		}
		if !f.Begins(f.i) {
			return phrase{}, false
		}
	}
	ph, ok := f.begun(f.i)
	return ph, ok && ph.first >= f.before.next
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
		o.each(ctx, text, false, func(_ *finder, _ phrase, m Mention) bool { return yield(m) })
	}
}

func (o Resolver) each(ctx context.Context, text string, notes bool, yield func(*finder, phrase, Mention) bool) {
	if !o.readsLanguage() {
		return
	}
	f := pool.Get().(*finder)
	f.start(o, text, notes)
	f.ctx = ctx
	defer f.release()
	for ph, ok := f.next(); ok && ctx.Err() == nil; ph, ok = f.next() {
		if !yield(f, ph, f.mention(ph)) {
			return
		}
	}
}

func (f *finder) release() {
	f.Text, f.whole, f.loc, f.ctx = "", "", nil, nil
	f.options = Resolver{}
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
