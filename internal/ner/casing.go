package ner

// smallBit marks, among the clusters of words, the words that are usually written
// in lower case.
const smallBit = 1 << 15

// clusterOf returns the cluster of a value of Clusters, or -1 for none.
func clusterOf(v uint16) int { return int(v&^smallBit) - 1 }

// SetSmall marks the words of the clusters that are usually written in lower case.
func (x *Lexicon) SetSmall(small func(form uint32, cluster int) bool) {
	t := &x.Clusters
	for b := range buckets {
		for i := t.start[b]; i < t.start[b+1]; i++ {
			t.values[i] &^= smallBit
			if small(uint32(b)<<16|uint32(t.tags[i]), clusterOf(t.values[i])) {
				t.values[i] |= smallBit
			}
		}
	}
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

// restoreCase finds the sentences that are written in capitals. If most are, it
// gives their words the case that they have in the rest of the document, or
// usually. The weights know a headline above a text as it stands.
func (d *Document) restoreCase(x *Lexicon) {
	d.shout = d.shout[:0]
	start, words := 0, 0
	for _, end := range d.Sentences {
		loud := loud(d.words[start:end])
		d.shout = append(d.shout, loud)
		if loud {
			words += end - start
		}
		start = end
	}
	if 2*words <= len(d.words) {
		return
	}
	d.index()
	start = 0
	for s, end := range d.Sentences {
		if d.shout[s] {
			for i := start; i < end; i++ {
				d.words[i].restoreCase(x, d.entries, i == start)
			}
		}
		start = end
	}
}

// loud reports whether the words of a sentence are written in capitals.
func loud(words []word) bool {
	cased, caps := 0, 0
	for i := range words {
		switch words[i].caps {
		case upper:
			caps++
			cased++
		case initial, lower, mixed:
			cased++
		}
	}
	return cased >= 3 && caps*10 >= cased*7
}

// restoreCase sets the case of a word of capitals.
func (w *word) restoreCase(x *Lexicon, entries []entry, first bool) {
	if w.caps != upper && w.caps != single {
		return
	}
	small := w.small
	if e := &entries[w.entry]; e.small+e.middle > 0 {
		small = e.small > e.middle
	}
	switch {
	case small && w.acronym:
		x.cluster(w, w.form)
	case !small && (w.acronym || w.caps == single):
		return // UN, K
	}
	switch {
	case small && !first:
		w.caps = lower
	case w.caps == upper:
		w.caps = initial
	}
	w.shape = recased(w.shape, w.caps, w.End-w.Start)
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

// recased returns the shape that a word of capitals, so many bytes long, has in
// another case. That of a word with marks in it stays.
func recased(shape uint32, caps uint8, length int) uint32 {
	switch {
	case shape == loudLetter && caps == lower:
		return smallLetter
	case shape != loudWord:
		return shape
	case caps == lower:
		return smallWord
	case length == 2:
		return initialTwo
	}
	return initialWord
}
