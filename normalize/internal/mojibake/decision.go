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

// What lines must gain, in sixteenths of a nat. See [line.needed] for how the first three go
// together.
const (
	leastGain   = 160 // by a misreading of a legacy code
	letterGain  = 24  // by each character that it changes
	latinDoubt  = 28  // more by each Latin letter that becomes another: languages have many, and not all are known here
	westernGain = 120 // by a misreading of a western page as another
)
