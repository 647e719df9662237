package dates

// A part is a count of a unit.
type part struct {
	n    int32
	unit unit
}

// A meaning is what an expression says, before anything is known of when it
// was said. The resolver makes a value of it.
type meaning struct {
	sense sense
	point point // what it names of the calendar, with zero for what it leaves out
	mod   Mod

	// For calendar pieces that name no year.
	weekday int
	holiday int // 1 + index into holidays
	rel     rel // last April, next Tuesday, this summer
	yearRel rel // April last year
	weekRel rel // Tuesday of last week

	// For shifts, spans and sets.
	unit      unit
	count     quantity
	rest      [2]part // of smaller units: three years, four months and five days
	back      bool
	grain     unit // of the value, if not the unit's
	fiscal    bool
	double    bool // a season or school year that starts in the year of point: 2022/23
	ambiguous bool
	beside    int8 // days from the day that is named: the day after Christmas
}

// A sense is how a meaning becomes a value.
type sense uint8

const (
	nonsense   sense = iota
	calendar         // a piece of the calendar: complete what is left open
	deictic          // count units from the publication date
	anaphoric        // count units from the date named before
	yearBefore       // the same period a year before the one named before
	samePeriod       // the period named before: the quarter
	reference        // past, present or future
	span             // a length of time
	recurring        // a set
)

// A rel places a piece of the calendar relative to the anchor.
type rel uint8

const (
	noRel rel = iota
	relLast
	relPast // this past
	relThis
	relNext
	relThat // of the date named before
	relPrevious
	relFollowing
	relEvery
	relAgo // as many years ago as are counted
)

// A quantity counts units, in tenths.
type quantity struct {
	tenths int
	vague  bool
}

func exactly(n int) quantity { return quantity{tenths: 10 * n} }

func (q quantity) set() bool { return q.tenths > 0 || q.vague }

func (q quantity) whole() bool { return q.tenths > 0 && q.tenths%10 == 0 && !q.vague }

// A phrase is a meaning and the tokens that express it.
type phrase struct {
	meaning
	first, next int
	shared      bool // what it leaves out is the neighbour's
}
