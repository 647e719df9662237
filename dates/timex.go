package dates

import "github.com/copydesk-go/copydesk/internal/closed"

// A Type is one of the four kinds of temporal expression that TIMEX3 knows.
// Its text form is the standard's, and "" for the zero value, which is none.
type Type uint8

const (
	TypeDate     Type = iota + 1 // a date, a period of the calendar or a reference: "Tuesday", "next week", "now"
	TypeTime                     // a time of day: "10 p.m. Wednesday", "last night"
	TypeDuration                 // a length of time: "two weeks", "the past three months"
	TypeSet                      // a recurring time: "every Thursday", "daily"
)

var types = closed.Set{Package: "dates", Kind: "type", Names: []string{"", "DATE", "TIME", "DURATION", "SET"}}

// String returns "DATE", "TIME", "DURATION" or "SET".
func (t Type) String() string { return types.String(uint8(t)) }

// MarshalText returns the same text as String, or an error for what is no Type.
func (t Type) MarshalText() ([]byte, error) { return types.MarshalText(uint8(t)) }

// UnmarshalText reads what MarshalText writes.
func (t *Type) UnmarshalText(text []byte) error { return types.UnmarshalText((*uint8)(t), text) }

// A Mod says how an expression is to be taken beyond its value: "early
// November" has the value of November and the Mod ModStart. Its text form is the
// standard's, and "" for none.
type Mod uint8

const (
	ModNone        Mod = iota
	ModApprox          // about, around, nearly
	ModLessThan        // less than, almost
	ModMoreThan        // more than, over
	ModEqualOrLess     // up to, at most
	ModEqualOrMore     // at least
	ModStart           // early, the beginning of
	ModMid             // mid-, the middle of
	ModEnd             // late, the end of
	ModBefore          // before 1990
	ModAfter           // after 1990
	ModOnOrBefore      // no later than
	ModOnOrAfter       // 1990 and beyond
)

var mods = closed.Set{Package: "dates", Kind: "modifier", Names: []string{
	"", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
	"START", "MID", "END", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
}}

// String returns the standard's name, such as "EQUAL_OR_LESS", or "".
func (m Mod) String() string { return mods.String(uint8(m)) }

// MarshalText returns the same text as String, or an error for what is no Mod.
func (m Mod) MarshalText() ([]byte, error) { return mods.MarshalText(uint8(m)) }

// UnmarshalText reads what MarshalText writes.
func (m *Mod) UnmarshalText(text []byte) error { return mods.UnmarshalText((*uint8)(m), text) }

// Evidence says what decided the value of an expression, as far as the words of
// the expression do not: the surer come first. Its text form is the name in
// lower case, such as "published".
type Evidence uint8

const (
	EvidenceStated    Evidence = iota // the expression says all of it: "9 October 2021", "two weeks", "now"
	EvidencePublished                 // it is counted from the day of publication: "next week", "today"
	EvidenceTense                     // the tense of the clause chose the side of publication: "will rule on Friday"
	EvidenceCue                       // a word beside it did: "until Friday", the day of the week in "Tuesday, March 2"
	EvidenceOrder                     // it follows from its neighbour in a range or list: "Oct. 30 to Nov. 14, 2020"
	EvidenceAnaphor                   // it is counted from a date named before: "two days later", "that week"
	EvidenceStory                     // the text tells of another year: "in March" in a story of 1987
	EvidenceTable                     // the day of a feast is by a table or a reckoning: "Diwali 2019"
	EvidenceCountry                   // Country decided, or an option such as Order: "3/4/2021"
	EvidenceHabit                     // nothing did: it is what such words most often mean
)

var evidences = closed.Set{Package: "dates", Kind: "evidence", Names: []string{
	"stated", "published", "tense", "cue", "order", "anaphor", "story", "table", "country", "habit",
}}

// String returns the name, such as "published".
func (e Evidence) String() string { return evidences.String(uint8(e)) }

// MarshalText returns the same text as String, or an error for what is no Evidence.
func (e Evidence) MarshalText() ([]byte, error) { return evidences.MarshalText(uint8(e)) }

// UnmarshalText reads what MarshalText writes.
func (e *Evidence) UnmarshalText(text []byte) error {
	return evidences.UnmarshalText((*uint8)(e), text)
}
