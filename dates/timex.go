package dates

import "fmt"

// A Type is one of the four kinds of temporal expression that TIMEX3 knows.
// Its text form is the standard's.
type Type uint8

const (
	Date     Type = iota + 1 // a calendar date, a period of the calendar, or a vague reference: "Tuesday", "next week", "now"
	Time                     // a time of day: "10 p.m. Wednesday", "last night"
	Duration                 // a length of time: "two weeks", "the past three months"
	Set                      // a recurring time: "every Thursday", "daily"
)

var typeNames = [...]string{Date: "DATE", Time: "TIME", Duration: "DURATION", Set: "SET"}

// String returns "DATE", "TIME", "DURATION" or "SET".
func (t Type) String() string { return name(typeNames[:], int(t)) }

// MarshalText returns the same text as String.
func (t Type) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (t *Type) UnmarshalText(text []byte) error {
	i, err := index(typeNames[:], string(text), "type")
	*t = Type(i)
	return err
}

// A Mod says how an expression is to be taken beyond its value: "early
// November" has the value of November and the Mod Start. Its text form is the
// standard's, and "" for none.
type Mod uint8

const (
	NoMod       Mod = iota
	Start           // early, the beginning of
	Mid             // mid-, the middle of
	End             // late, the end of
	Approx          // about, around, nearly
	LessThan        // less than, almost
	MoreThan        // more than, over
	EqualOrLess     // up to, at most
	EqualOrMore     // at least
	Before          // before 1990
	After           // after 1990
	OnOrBefore      // no later than
	OnOrAfter       // 1990 and beyond
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
	"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"}

// String returns the standard's name, such as "EQUAL_OR_LESS", or "".
func (m Mod) String() string { return name(modNames[:], int(m)) }

// MarshalText returns the same text as String.
func (m Mod) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (m *Mod) UnmarshalText(text []byte) error {
	i, err := index(modNames[:], string(text), "mod")
	*m = Mod(i)
	return err
}

func name(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("%d", i)
}

func index(names []string, s, what string) (int, error) {
	for i, n := range names {
		if n == s {
			return i, nil
		}
	}
	return 0, fmt.Errorf("dates: unknown %s %q", what, s)
}
