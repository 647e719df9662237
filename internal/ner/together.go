package ner

// Words that are usually small have capitals together: Foreign Ministry, Ministry of
// Health. Where capitals say nothing, such pairs of words, with up to two short ones
// between them, tell more than each word.

// shortWord is the length of words that may stand between two that have capitals
// together, and maxBetween how many there may be.
const (
	shortWord  = 3
	maxBetween = 2
)

// SetTogether notes the pairs, as Pairs has them, whose words have capitals together.
func (x *Lexicon) SetTogether(pairs []uint32) {
	ordered := make([]uint32, len(pairs))
	for i, at := range sortedOrder(pairs) {
		ordered[i] = pairs[at]
	}
	x.together, _ = newTable(ordered)
}

// Pairs calls see for the pairs of words, of which one at least is usually small, in
// sentences whose capitals say something: with the hash of the pair, and whether both
// have capitals.
func (d *Document) Pairs(see func(pair uint32, capital bool)) {
	start := 0
	for s, end := range d.Sentences {
		for i := start; i < end && d.manner[s] == told && !d.shout[s]; i++ {
			if w := &d.words[i]; i > start && w.fine == 0 && (w.caps == lower || w.capital()) {
				see(pairOf(w.form, smallAlone), w.caps == lower)
			}
			if k := d.partner(i, end); k > i {
				a, b := &d.words[i], &d.words[k]
				first := i == start && b.caps == lower // its capital says nothing
				if !first && (a.small || b.small) {
					see(pairOf(a.form, b.form), a.caps != lower && b.caps != lower)
				}
				if b.small && a.caps != lower && i > start {
					see(pairOf(anyName, b.form), b.caps != lower)
				}
				if a.small && b.caps != lower && i > start {
					see(pairOf(a.form, anyName), a.caps != lower)
				}
			}
		}
		start = end
	}
}

func pairOf(a, b uint32) uint32 { return Phrase(Phrase(0, a), b) }

// anyName stands in a pair for any word that has a capital: Lagos Police.
const anyName = 1

// smallAlone makes a pair of a word that has no vector and is usually small.
const smallAlone = 2

// partner returns the word that makes a pair with the one at i, or -1.
func (d *Document) partner(i, end int) int {
	if !d.words[i].lettered() || d.words[i].short() {
		return -1
	}
	for k := i + 1; k < min(end, i+maxBetween+2); k++ {
		switch w := &d.words[k]; {
		case !w.lettered():
			return -1
		case !w.short():
			return k
		}
	}
	return -1
}

// lettered reports whether a word is of letters that may be in either case.
func (w *word) lettered() bool { return w.caps == lower || w.caps == initial || w.caps == upper }

// short reports whether a word is a short one that is usually small.
func (w *word) short() bool { return w.small && w.End-w.Start <= shortWord }

// raise marks the words of a sentence that have capitals together.
func (d *Document) raise(x *Lexicon, start, end int) {
	has := func(a, b uint32) bool { return x.together.find(pairOf(a, b)) >= 0 }
	for i := start; i < end; i++ {
		if k := d.partner(i, end); k > i && has(d.words[i].form, d.words[k].form) {
			d.words[i].small, d.words[k].small = false, false
		}
	}
	for i := start; i < end; i++ {
		if k := d.partner(i, end); k > i && !d.words[i].small && d.words[k].small && has(anyName, d.words[k].form) {
			d.words[k].small = false
		}
	}
	for i := end - 1; i >= start; i-- {
		if k := d.partner(i, end); k > i && d.words[i].small && !d.words[k].small && has(d.words[i].form, anyName) {
			d.words[i].small = false
		}
	}
}
