package view

import (
	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/money"
)

// Classes of marks and rows that are not to be taken as certain.
const (
	likely = "likely" // right more often than not
	doubt  = "doubt"  // may well be something else
)

// The least confidence of a name that is taken as certain, and as likely.
const (
	certainName = 0.85
	likelyName  = 0.6
)

// nameDoubt returns the class of a name, "" if it is certain.
func nameDoubt(confidence float64) string {
	switch {
	case confidence >= certainName:
		return ""
	case confidence >= likelyName:
		return likely
	}
	return doubt
}

// dateDoubt returns the class of a date.
func dateDoubt(d copydesk.Date) string {
	switch {
	case d.Ambiguous || d.Evidence == dates.EvidenceHabit:
		return doubt
	case d.Evidence >= dates.EvidenceAnaphor:
		return likely
	}
	return ""
}

// sumDoubt returns the class of a sum.
func sumDoubt(m copydesk.Sum) string {
	switch {
	case m.Ambiguous && m.Evidence == money.EvidenceHabit:
		return doubt
	case m.Ambiguous || m.Evidence >= money.EvidenceSentence:
		return likely
	}
	return ""
}

// dateReasons say in words what decided a date that does not say all itself.
var dateReasons = map[dates.Evidence]string{
	dates.EvidencePublished: "counted from the day of publication",
	dates.EvidenceTense:     "before or after publication by the tense of its sentence",
	dates.EvidenceCue:       "by a word beside it",
	dates.EvidenceOrder:     "by its neighbour in a range or list",
	dates.EvidenceAnaphor:   "counted from a date named before",
	dates.EvidenceStory:     "in the year that the text tells of",
	dates.EvidenceTable:     "by a calendar of feasts",
	dates.EvidenceCountry:   "by the custom of the country",
	dates.EvidenceHabit:     "nothing says which: the commonest reading",
}

// dateReason returns what decided a date, "" if it says so itself.
func dateReason(d copydesk.Date) string {
	return reason(dateReasons[d.Evidence], d.Ambiguous && d.Evidence != dates.EvidenceHabit, "another reading fits")
}

// sumReasons say in words what decided the currency of a sum that does not state
// it.
var sumReasons = map[money.Evidence]string{
	money.EvidenceConversion: "currency of what another sum is converted into",
	money.EvidenceNearest:    "currency of a sum or place beside it",
	money.EvidenceSentence:   "currency of a sum or place in its sentence",
	money.EvidenceParagraph:  "currency of a sum or place in its paragraph",
	money.EvidenceDocument:   "currency of other sums in the text",
	money.EvidencePlace:      "currency of the places that the text speaks of",
	money.EvidenceCountry:    "currency of the country of publication",
	money.EvidenceOption:     "currency as asked for",
	money.EvidenceHabit:      "nothing says which: the commonest reading",
}

// sumReason returns what decided the currency of a sum, "" if it is stated.
func sumReason(m copydesk.Sum) string {
	return reason(sumReasons[m.Evidence], m.Ambiguous && m.Evidence != money.EvidenceHabit, "it may be another")
}

// reason adds to why that there is a rival.
func reason(why string, rivals bool, rival string) string {
	switch {
	case !rivals:
		return why
	case why == "":
		return rival
	}
	return why + "; " + rival
}
