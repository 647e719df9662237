package timex

// A Type is one of the four kinds of temporal expression that TIMEX3 knows.
type Type uint8

const (
	TypeDate Type = iota + 1
	TypeTime
	TypeDuration
	TypeSet
)

// A Mod says how an expression is to be taken beyond its value.
type Mod uint8

const (
	ModNone Mod = iota
	ModApprox
	ModLessThan
	ModMoreThan
	ModEqualOrLess
	ModEqualOrMore
	ModStart
	ModMid
	ModEnd
	ModBefore
	ModAfter
	ModOnOrBefore
	ModOnOrAfter
)

// Evidence says what decided the value of an expression.
type Evidence uint8

const (
	EvidenceStated Evidence = iota
	EvidencePublished
	EvidenceTense
	EvidenceCue
	EvidenceOrder
	EvidenceAnaphor
	EvidenceStory
	EvidenceTable
	EvidenceCountry
	EvidenceHabit
)

// An Order is that of day, month and year in figures.
type Order uint8

const (
	OrderUnset Order = iota
	OrderMonthFirst
	OrderDayFirst
	OrderYearFirst
)
