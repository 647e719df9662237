package mojibake

// A verdict weighs a line as it stands against the line as it was before some damage. Costs are
// negative logarithms of probabilities in sixteenths of a nat, of the letters in the language that
// explains them best and of all else in its place ([Cost], [standingCost]), so that the difference
// is the logarithm of the odds.
type verdict struct {
	standing int32 // what the line costs as it stands
	before   int32 // what it cost before the damage, or never
}

// damaged is the decision: whether the line gains as much as it must to be taken for damaged.
func (v verdict) damaged(needed int32) bool { return v.before < never && v.standing-v.before >= needed }

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/letters thresholds

// What a misreading of a legacy code must gain besides leastGain, in sixteenths of a nat. See
// [line.needed]. Both are set by hand, as no right text that leastGain is measured on gains so
// much. Without the first, a Russian line of 1.4 million right ones in 400 languages is changed,
// and a damaged one of 16.8 thousand more is restored; without the second, three of 4.4 million
// pieces of right text, and one damaged line.
const (
	letterGain = 24 // for each character that it changes
	latinDoubt = 28 // more for each Latin letter that becomes another: languages have many, and not all are known here
)
