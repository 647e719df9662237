package reader

// A Field is a part of what an expression says. Rules assign fields and ask for
// them by their names in lower case, with hyphens: year-rel.
type Field = int

// The fields of a [Frame]. Those of a calendar piece are of the calendar, zero for
// what it leaves out; those from The on are what stood before the head of a noun
// phrase, which its rules make a meaning of.
const (
	FieldStart     = iota // the token where the extent starts
	FieldValue            // of what is a number
	FieldSense            // how it becomes a value
	FieldGrain            // of the point
	FieldYear             //
	FieldNum              // half, quarter, season, month or week
	FieldDay              // of the month; of the week if num is 0
	FieldBefore           // Christ
	FieldWeekday          //
	FieldFeast            // by its number
	FieldRel              // last April, next Tuesday
	FieldYearRel          // April last year
	FieldWeekRel          // Tuesday of last week
	FieldMod              //
	FieldUnit             // that is counted
	FieldCount            // in tenths, Vague if it is not known
	FieldBack             // counted back
	FieldAs               // the grain of the value, if not the unit's
	FieldFiscal           //
	FieldDouble           // 2022/23
	FieldAmbiguous        //
	FieldBeside           // days from the day that is named
	FieldRest             // a smaller unit behind the first: three years and four months
	FieldRestUnit         //
	FieldLeast            // and another
	FieldLeastUnit        //
	FieldPart             // of the day
	FieldExact            // the hour and minute are known
	FieldHour             //
	FieldMinute           //
	FieldSecond           //
	FieldSeconds          // are known
	FieldZoned            //
	FieldZone             // minutes east
	FieldPlace            // or 1 and the number of the zone whose clocks it is by
	FieldThe              //
	FieldA                //
	FieldWhich            // the rel of a noun phrase
	FieldEdge             // its mod
	FieldMany             // its count
	FieldManyAt           // and the token where that starts
	FieldUpTo             // the second figure of a range
	FieldNth              // its ordinal
	FieldNthAt            //
	FieldOfYear           // its year: the 1988 quarter
	FieldOfYearRel        // last year's quarter
	FieldInFiscal         //
	FieldYearAgo          //
	FieldRecent           //
	FieldFuture           //
	FieldLatest           //
	FieldWhole            //
	FieldAnother          //
	FieldHyphen           //
	FieldHead             // the token of its head
	FieldPlural           // its head is
	FieldLoose            // for rules that share a group: set for one, asked by another
	FieldTense            // of a verb, or of a word that decides without one
	FieldLand             // whose feast it is, as a number
	FieldSince            // the day of the month on which a week or half of it starts
	FieldUntil            // and the day before which it ends
	FieldEither           // the half of the day is not said
	FieldEra              // the calendar of the year, as a number
	FieldKnown            // the day is known by its month and day
	FieldBesideDay        // the day of the week beside the day that is named
	numFields
)

// Vague is the count of several, some, many.
const Vague = -1

// A Frame is what has been read.
type Frame [numFields]int32

// Is reports whether the field is set.
func (f *Frame) Is(field Field) bool { return f[field] != 0 }

// Set sets a field to a number.
func (f *Frame) Set(field Field, n int) { f[field] = int32(n) }

// Int is the number of a field.
func (f *Frame) Int(field Field) int { return int(f[field]) }
