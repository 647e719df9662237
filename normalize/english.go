package normalize

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/lang/abbreviations ../internal/lang/en comma normalize hasFullStop lower

// The English words that the steps know.

// englishWeight says how much a lower-case word speaks for English: 2 for a
// common word that hardly any other language has, 1 for one that some share.
func englishWeight(word string) int {
	switch {
	case isCommonWord(word):
		return 2
	case isSharedWord(word):
		return 1
	}
	return 0
}

// isCalendar reports whether a lower-case word is a day of the week or a month,
// which take a capital without being names.
func isCalendar(word string) bool { return isWeekday(word) || isMonth(word) }

// manyMarks is how many marks right after the word show what the habit of a
// text is, so that one set otherwise is a slip.
const manyMarks = 8

// attachesMark reports whether a text in English that sets the mark b, one of
// ; : ! ?, apart from the word here does not mean to. A semicolon set apart is
// no one's habit; the others must be rare exceptions.
func (s setting) attachesMark(b byte) bool {
	switch {
	case s.tokenized():
		return false
	case b == ';' && s.attached >= 2*s.marksSpaced:
		return true
	}
	return s.marksAttached >= 3 && s.marksAttached >= 4*s.marksSpaced || s.attached >= manyMarks*s.marksSpaced
}

// isAbbreviation reports whether an ASCII word before a full stop and a comma
// is one that is written with a full stop.
func isAbbreviation(word string) bool {
	var buf [longestWord]byte
	return len(word) == 1 || hasFullStop(string(lower(&buf, word)))
}
