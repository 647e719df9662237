package timex

// A Part is a count of a unit.
type Part struct {
	N    int32
	Unit Unit
}

// A Meaning is what an expression says, before anything is known of when it
// was said. The resolver makes a value of it.
type Meaning struct {
	Sense Sense
	Point Point // what it names of the calendar, with zero for what it leaves out
	Mod   Mod

	// For calendar pieces that name no year.
	Weekday int
	Holiday int            // its number: 1 + index into Feasts
	Land    Country        // whose feast it is, if the text says so
	Era     CalendarNumber // of the year, if that is not ours
	Rel     Rel            // last April, next Tuesday, this summer
	YearRel Rel            // April last year
	WeekRel Rel            // Tuesday of last week

	// For shifts, spans and sets.
	Unit      Unit
	Count     Quantity
	Rest      [2]Part // of smaller units: three years, four months and five days
	Back      bool
	Grain     Unit // of the value, if not the unit's
	Fiscal    bool
	Double    bool // a season or school year that starts in the year of point: 2022/23
	Ambiguous bool
	Feast     bool // it is the date that stands beside a feast
	Known     bool // the day is known by its month and day: the Oct. 7 attack
	Beside    int8 // days from the day that is named: the day after Christmas
	BesideDay int8 // or the first such day of the week on that side: the Friday after Thanksgiving
}

// A Sense is how a meaning becomes a value.
type Sense uint8

const (
	Nonsense   Sense = iota
	Calendar         // a piece of the calendar: complete what is left open
	Deictic          // count units from the publication date
	Anaphoric        // count units from the date named before
	YearBefore       // the same period a year before the one named before
	SamePeriod       // the period named before: the quarter
	Reference        // past, present or future
	Span             // a length of time
	Recurring        // a set
)

// A Rel places a piece of the calendar relative to the anchor.
type Rel uint8

const (
	NoRel Rel = iota
	RelLast
	RelPast // this past
	RelThis
	RelNext
	RelThat // of the date named before
	RelPrevious
	RelFollowing
	RelEvery
	RelAgo // as many years ago as are counted
)

// A quantity counts units, in tenths.
type Quantity struct {
	Tenths int
	Vague  bool
}

func Exactly(n int) Quantity { return Quantity{Tenths: 10 * n} }

func (q Quantity) Set() bool { return q.Tenths > 0 || q.Vague }

func (q Quantity) Whole() bool { return q.Tenths > 0 && q.Tenths%10 == 0 && !q.Vague }

// What a reference is to.
const (
	PastRef = iota + 1
	PresentRef
	FutureRef
)

// Weeks is how many whole weeks m counts, or 0.
func (m Meaning) Weeks() int {
	switch {
	case !m.Count.Whole():
	case m.Unit == Week:
		return m.Count.Tenths / 10
	case m.Unit == Fortnight:
		return m.Count.Tenths / 5
	}
	return 0
}
