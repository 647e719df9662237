package reader

// An Eponym is a day that is known by its month and day, or by figures, where one of the
// words stands beside it: the Oct. 7 attack, 9/11.
type Eponym struct {
	Figures          bool     // A and B are figures as they stand, and else month and day
	A, B             uint8    //
	Year, Month, Day uint16   // that is meant
	Country          uint16   // of the texts that know it, the two letters of its code; 0 for any
	Heads            []uint16 // the words, by their numbers; none if it is known without
}

// Eponyms are those of the language.
func (t *Tokens) Eponyms() []Eponym { return t.table.Eponyms }

// Among reports whether token i is one of the words.
func (t *Tokens) Among(i int, words []uint16) bool {
	k := t.At(i)
	for _, w := range words {
		if k.Word == w {
			return true
		}
	}
	return false
}
