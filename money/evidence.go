package money

import "github.com/copydesk-go/copydesk/internal/closed"

// Evidence says what the currency of a sum was read from, the nearest first.
// Its text form is the name of the constant in small letters: "stated".
type Evidence uint8

const (
	EvidenceStated     Evidence = iota // the sum itself: US$, MXN, Colombian pesos, baht
	EvidenceConversion                 // the sum converts another: 100 yen ($0.70)
	EvidenceNearest                    // a sum or a place in the same clause
	EvidenceSentence                   // one in the same sentence
	EvidenceParagraph                  // one in the same paragraph
	EvidenceDocument                   // sums elsewhere in the text
	EvidencePlace                      // the countries that the text is about
	EvidenceCountry                    // Finder.Country
	EvidenceOption                     // Finder.Currency
	EvidenceHabit                      // nothing: the commonest reading
)

var evidenceNames = closed.Set{Package: "money", Kind: "evidence", Names: []string{
	"stated", "conversion", "nearest", "sentence", "paragraph", "document", "place", "country", "option", "habit",
}}

// String returns the text form of e.
func (e Evidence) String() string { return evidenceNames.String(uint8(e)) }

// MarshalText returns the text form of e, and an error where e is none of the constants.
func (e Evidence) MarshalText() ([]byte, error) { return evidenceNames.MarshalText(uint8(e)) }

// UnmarshalText reads the text form of an Evidence.
func (e *Evidence) UnmarshalText(text []byte) error {
	return evidenceNames.UnmarshalText((*uint8)(e), text)
}
