package money

import "github.com/copydesk-go/copydesk/internal/closed"

// Evidence says what the currency of a sum was read from, the nearest first.
// Its text form is the name in lower case, such as "document".
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

// String returns the name, such as "document".
func (e Evidence) String() string { return evidenceNames.String(uint8(e)) }

// MarshalText returns the same text as String, or an error for what is no Evidence.
func (e Evidence) MarshalText() ([]byte, error) { return evidenceNames.MarshalText(uint8(e)) }

// UnmarshalText reads what MarshalText writes.
func (e *Evidence) UnmarshalText(text []byte) error {
	return evidenceNames.UnmarshalText((*uint8)(e), text)
}
