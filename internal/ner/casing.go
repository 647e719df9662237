package ner

// smallBit marks, among the clusters of words, the words that are usually written
// in lower case.
const smallBit = 1 << 15

// clusterOf returns the cluster of a value of Clusters, or -1 for none.
func clusterOf(v uint16) int { return int(v&^smallBit) - 1 }

// SetSmall marks the words of the clusters that are usually written in lower case.
func (x *Lexicon) SetSmall(small func(form uint32, cluster int) bool) {
	x.Clusters.all(func(i int, upper uint32) {
		e := &x.Clusters.entries[i]
		e.cluster &^= smallBit
		if small(upper<<16|uint32(e.tag), clusterOf(e.cluster)) {
			e.cluster |= smallBit
		}
	})
}

// Cases calls see for each word whose case tells something: inside a sentence that
// is not written in capitals. It gives the form of the word, its cluster or -1, and
// whether it starts with a capital.
func (d *Document) Cases(see func(form uint32, cluster int, capital bool)) {
	start := 0
	for s, end := range d.Sentences {
		for i := start + 1; i < end; i++ {
			if w := &d.words[i]; !d.shout[s] && (w.caps == lower || w.capital()) {
				see(w.form, int(w.fine)-1, w.caps != lower)
			}
		}
		start = end
	}
}

// Small reports whether token i is in lower case, or would be if its sentence were
// not in capitals.
func (d *Document) Small(i int) bool { return d.words[i].caps == lower }

// How a sentence is written, when its capitals say nothing.
const (
	told   = iota // they do
	loud          // ALL IN CAPITALS
	titled        // With a Capital in Each Word, Small Ones Too
	silent        // all in small letters
)

// restoreCase finds the sentences whose capitals say nothing. If most are such, it
// gives their words the case that they have in the rest of the document, or
// usually. The weights know a headline above a text as it stands.
func (d *Document) restoreCase(x *Lexicon) {
	d.shout, d.manner = d.shout[:0], d.manner[:0]
	start := 0
	var words [4]int // of each manner
	for _, end := range d.Sentences {
		manner := mannerOf(d.words[start:end])
		d.shout = append(d.shout, manner == loud)
		d.manner = append(d.manner, manner)
		words[manner] += end - start
		start = end
	}
	if words[loud]+words[titled] > 0 { // small letters beside these say something
		words[silent] = 0
		for s, manner := range d.manner {
			if manner == silent {
				d.manner[s] = told
			}
		}
	}
	most := 2*(words[loud]+words[titled]+words[silent]) > len(d.words)
	if !most {
		d.trustHeadlines(&words)
	}
	if most || words[titled]+words[loud] > 0 {
		d.index()
		start = 0
		for s, end := range d.Sentences {
			if d.manner[s] != told {
				d.raise(x, start, end)
			}
			for i := start; i < end && d.manner[s] != told; i++ {
				d.words[i].restoreCase(x, d.entries, d.manner[s], i == start)
			}
			start = end
		}
	}
	clear(d.manner)
}

// headlines is how many sentences at the top of a document may be its headline.
const headlines = 2

// trustHeadlines takes sentences for such whose capitals say nothing only at the top of
// a document that is otherwise written as usual, and for such with a capital in each
// word only if no long word of them is small: names make many capitals, too. The
// weights know the capitals above text that comes tokenised.
func (d *Document) trustHeadlines(words *[4]int) {
	start := 0
	running := d.runs()
	for s, end := range d.Sentences {
		manner := d.manner[s]
		unsure := manner == titled && anyLongSmall(d.words[start:end]) || manner == loud && (d.spaced == 1 || !running)
		if manner != told && (s >= headlines || unsure) {
			d.manner[s] = told
			words[manner] -= end - start
		}
		start = end
	}
}

// runs reports whether a document is running text, and no table: a third of its words
// are small, and some others are not.
func (d *Document) runs() bool {
	small, capital, start := 0, 0, 0
	for s, end := range d.Sentences {
		for i := start; i < end && d.manner[s] == told; i++ {
			switch d.words[i].caps {
			case lower:
				small++
			case initial:
				capital++
			}
		}
		start = end
	}
	return 3*small > len(d.words) && capital > 0
}

// mannerOf tells how the words of a sentence are written.
func mannerOf(words []word) uint8 {
	cased, caps, small, raised, known := 0, 0, 0, 0, 0
	for i := range words {
		w := &words[i]
		switch w.caps {
		case upper:
			caps++
		case initial, lower, mixed:
		default:
			continue
		}
		cased++
		if w.fine != 0 {
			known++
		}
		if w.caps == lower || w.small && i > 0 {
			small++
		}
		if w.caps == initial && w.small && i > 0 {
			raised++
		}
	}
	switch {
	case cased < 3:
		return told
	case caps*10 >= cased*7:
		return loud
	case raised >= 3 && raised*10 >= small*7:
		return titled
	case 2*known >= cased && allLower(words): // English
		return silent
	}
	return told
}

// anyLongSmall reports whether a word of five letters or more is in small letters.
func anyLongSmall(words []word) bool {
	for i := range words {
		if w := &words[i]; w.caps == lower && w.End-w.Start > 4 {
			return true
		}
	}
	return false
}

func allLower(words []word) bool {
	for i := range words {
		if words[i].capital() && words[i].caps != alphanum {
			return false
		}
	}
	return true
}

// restoreCase sets the case of a word in a sentence written in some manner.
func (w *word) restoreCase(x *Lexicon, entries []entry, manner uint8, first bool) {
	wanted := [...]uint8{loud: upper, titled: initial, silent: lower}[manner]
	if w.caps != wanted && !(w.caps == single && (manner == loud || manner == titled && w.small)) {
		return
	}
	small := w.small
	if e := &entries[w.entry]; e.small+e.middle > 0 {
		small = e.small > e.middle
	}
	if manner == loud {
		switch {
		case small && w.acronym:
			x.cluster(&w.looks, w.form)
		case !small && (w.acronym || w.caps == single):
			return // UN, K
		}
	}
	switch {
	case small && !first:
		w.caps = lower
	case w.caps == upper || w.caps == lower:
		w.caps = initial
	}
	w.shape = recased(w.shape, w.caps, w.End-w.Start)
	w.identify()
}

// The shapes of words of letters.
var (
	loudLetter  = shapeOf('X')
	smallLetter = shapeOf('x')
	loudWord    = shapeOf('X', '+')
	smallWord   = shapeOf('x', '+')
	initialTwo  = shapeOf('X', 'x')
	initialWord = shapeOf('X', 'x', '+')
)

func shapeOf(outline ...uint32) uint32 {
	h := uint32(basis)
	for _, kind := range outline {
		h = mix(h, kind)
	}
	return finish(h)
}

// recased returns the shape that a word, so many bytes long, has in another case.
// That of a word with marks in it stays.
func recased(shape uint32, caps uint8, length int) uint32 {
	switch {
	case (shape == loudLetter || shape == smallLetter) && caps == lower:
		return smallLetter
	case shape == smallLetter:
		return loudLetter
	case shape != loudWord && shape != smallWord && shape != initialWord && shape != initialTwo:
		return shape
	case caps == lower:
		return smallWord
	case length == 2:
		return initialTwo
	}
	return initialWord
}
