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

// Tongues are the languages that a word is common in, one bit for each.
type tongues uint8

const (
	german tongues = 1 << iota
	spanish
	french
	otherTongue
	alsoEnglish // it says nothing against English
)

// tonguesOf returns the languages other than English in which a word, as it is
// written, is common and which have it in common with few others: names of
// places begin with a capital ("Los Angeles").
func tonguesOf(word string) tongues {
	switch word {
	case "der", "das", "und", "ist", "nicht", "ein", "eine", "den", "dem", "von", "mit", "auf", "zu",
		"sich", "ich", "wir", "sie", "auch", "sehr", "wird", "einer", "einem", "einen", "eines", "bei", "aus", "nur", "noch", "wenn", "oder", "dass", "hier":
		return german
	case "die", "war", "im", "am":
		return german | alsoEnglish
	case "son", "sin":
		return spanish | alsoEnglish
	case "el", "los", "las", "por", "su", "sus", "y", "pero", "muy", "fue", "cuando", "hasta", "hay", "esta", "este", "fueron", "tiene", "otros", "ellos", "ella":
		return spanish
	case "una", "del", "con", "para", "lo", "al", "como":
		return spanish | otherTongue
	case "le", "les", "des", "du", "est", "une", "et", "dans", "qui", "pour", "sur", "pas", "avec":
		return french
	case "que", "se", "un", "la":
		return french | spanish | otherTongue
	case "il", "di", "che", "della", "per", "os", "uma", "um", "da",
		"het", "een", "van", "niet", "og", "att", "som", "det", "nie", "jest", "na",
		"ja", "ovat", "oli", "ei", "mutta", "kun", "niin", "kuin", "joka", "ole", "ve", "bir", "ile", "olan", "daha", "kadar",
		"hogy", "nem", "egy", "yang", "dan", "dari", "untuk", "dengan", "inte", "ikke":
		return otherTongue
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
