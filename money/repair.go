package money

// Repair mends damaged sums.
type Repair struct{}

// Edits proposes the repairs of text.
func (Repair) Edits(text string, emit func(start, end int, replacement string)) {}
