package ner

import (
	"iter"
	"math/bits"

	"github.com/copydesk-go/copydesk/internal/token"
)

// A Document is a text cut into words, with all that the features need to know
// about each. It is scratch space: Read it again and again. It remembers what a
// lexicon says about words, so that a lexicon must not change between.
type Document struct {
	Tokens    []token.Token
	Sentences []int // index past the last token of each

	// Known, when not nil, stands in for the names of the lexicon. The training
	// program hides the names that a document would only know from itself.
	Known func(phrase uint32) uint16

	lexicon *Lexicon
	met     memo[looks] // words that the document met before, by their bytes
	fresh   []int32     // words that it did not
	forms   []uint32    // of these
	words   []word
	folded  []uint32 // the forms of these, side by side
	entries []entry
	slots   []int32 // open-addressed index of entries by form, counted from 1
	shout   []bool  // of each sentence: written in capitals
	manner  []uint8 // of each sentence: whether its capitals say nothing
	reached uint64  // of memory, so that it was looked at
	tabled  bool    // features of the clusters of a word alone are left out, as their rows are known
	spaced  uint32
	topic   uint32 // of the lexicon, from 1; 0 for none
}

// An entry is a word form of the document.
type entry struct {
	form        uint32
	first, last int32 // its capitalised occurrences, a chain; -1 without
	small       int32 // occurrences in lower case
	middle      int32 // capitalised occurrences inside a sentence
}

// MaxTokens is about how many tokens Read looks at together.
const MaxTokens = 1 << 14

// Read analyses the sentences of text that the tokens and ends describe. The
// ends count from the first token given.
func (d *Document) Read(x *Lexicon, text string, tokens []token.Token, ends []int) {
	if d.lexicon != x {
		d.met = newMemo[looks](memoSize(len(x.Clusters.entries), wordMemo))
	}
	d.lexicon, d.Tokens, d.Sentences = x, tokens, ends
	d.words, d.folded = grow(d.words, len(tokens)), grow(d.folded, len(tokens)) // see sets all of each
	d.spaced = 0
	if token.Spaced(text) {
		d.spaced = 1
	}
	for from := 0; from < len(tokens); from += batch {
		d.see(text, from, min(from+batch, len(tokens)))
	}
	d.restoreCase(x)
	d.topic = x.topic(d.words)
	start := 0
	for _, end := range ends {
		d.readSentence(text, start, end)
		start = end
	}
	d.index()
}

// batch is how many tokens take each step together, so that the memory of all that they
// ask for is waited for at once.
const batch = 32

// see reads the words [from, to) and what the lexicon says about each alone.
func (d *Document) see(text string, from, to int) {
	d.fresh, d.forms = d.fresh[:0], d.forms[:0]
	for i := from; i < to; i++ {
		w, t := &d.words[i], d.Tokens[i]
		s := text[t.Start:t.End]
		*w = word{Token: t, next: -1, entry: -1, run: -1}
		if t.Start > 0 && text[t.Start-1] > ' ' {
			w.glued |= 1
		}
		if t.End < len(text) && text[t.End] > ' ' {
			w.glued |= 2
		}
		h := hashBytes(s)
		if known := d.met.find(h); known != nil {
			w.looks = *known
			d.folded[i] = w.form
			continue
		}
		w.read(s)
		w.id, d.folded[i] = h, w.form
		d.fresh, d.forms = append(d.fresh, int32(i)), append(d.forms, w.form)
	}
	d.reached |= d.lexicon.Clusters.reach(d.forms)
	for _, i := range d.fresh {
		w := &d.words[i]
		w.look(d.lexicon, text[w.Start:w.End])
		*d.met.put(w.id) = w.looks
	}
}

// look finds what the lexicon says about a word.
func (w *looks) look(x *Lexicon, s string) {
	if w.caps == upper && len(s) <= 3 {
		x.cluster(w, acronym(s))
		w.acronym = w.fine != 0
		w.small = x.Clusters.small(w.form)
	}
	if w.fine == 0 {
		x.cluster(w, w.form)
	}
	if w.fine == 0 && x.together.find(pairOf(w.form, smallAlone)) >= 0 {
		w.small = true
	}
	w.identify()
}

// hashBytes hashes a word.
func hashBytes(s string) uint64 {
	h := uint64(len(s))
	for ; len(s) >= 8; s = s[8:] {
		h = mix64(h, uint64(s[0])|uint64(s[1])<<8|uint64(s[2])<<16|uint64(s[3])<<24|
			uint64(s[4])<<32|uint64(s[5])<<40|uint64(s[6])<<48|uint64(s[7])<<56)
	}
	rest := uint64(0)
	for i := range len(s) {
		rest = rest<<8 | uint64(s[i])
	}
	return mix64(h, rest)
}

// readSentence finds the runs of capitalised words and the phrases of the lists.
func (d *Document) readSentence(text string, start, end int) {
	words := d.words[start:end]
	for i := 0; i < len(words); i++ {
		if !words[i].capital() {
			continue
		}
		j := i + 1
		for j < len(words) && (words[j].capital() || joins(words, text, j)) {
			j++
		}
		for k := i; k < j; k++ {
			words[k].run, words[k].runEnd = int32(start+i), int32(start+j)
		}
		i = j - 1
	}
	for i := range words {
		if words[i].capital() || words[i].caps == other {
			d.phrases(words, text, i)
		}
	}
	for i := range words {
		w := &words[i]
		w.id = mix64(mix64(w.hash, w.places), w.names) | 1
	}
}

// joins reports whether the mark at i lies inside a run of capitalised words: a
// hyphen without spaces, or the full stop of an initial or a short word.
func joins(words []word, text string, i int) bool {
	if i+1 >= len(words) || words[i].caps != symbol || !words[i+1].capital() {
		return false
	}
	switch text[words[i].Start] {
	case '-':
		return words[i].glued == 3
	case '.', '&':
		return text[words[i].Start] == '&' || words[i-1].caps == single && words[i].glued&1 != 0
	}
	return false
}

// phrases marks the words of the longest phrase of each list that starts at i.
func (d *Document) phrases(words []word, text string, i int) {
	var places, names phraseEnds
	var h uint32
	for n := 1; n <= MaxPhrase && i+n <= len(words); n++ {
		w := &words[i+n-1]
		h = Phrase(h, w.form)
		if w.caps == lower && n > 1 && w.End-w.Start > 4 {
			break
		}
		if d.Known != nil {
			places.note(d.lexicon.Places.Find(h), n)
			names.note(d.Known(h), n)
		} else if d.lexicon.phrases.may(h) {
			places.note(d.lexicon.Places.Find(h), n)
			names.note(d.lexicon.Names.Find(h), n)
		}
	}
	for l, n := range places.all() {
		for k := range n {
			words[i+k].places |= coverBit(l, k, n)
		}
	}
	for l, n := range names.all() {
		for k := range n {
			words[i+k].names |= coverBit(l, k, n)
		}
	}
}

// phraseEnds are the lengths of the longest phrases of the lists that start at a word.
type phraseEnds struct {
	lists  uint16 // that have one
	length [lists]int8
}

// note notes that some lists have a phrase of n words, which is longer than those before.
func (p *phraseEnds) note(found uint16, n int) {
	p.lists |= found
	for ; found != 0; found &= found - 1 {
		p.length[bits.TrailingZeros16(found)%lists] = int8(n)
	}
}

// all ranges over the lists and the lengths of their phrases.
func (p *phraseEnds) all() iter.Seq2[int, int] {
	return func(yield func(list, length int) bool) {
		for left := p.lists; left != 0; left &= left - 1 {
			if l := bits.TrailingZeros16(left) % lists; !yield(l, int(p.length[l])) {
				return
			}
		}
	}
}

// coverBit returns the bit, for word k of n of a phrase of a list, that tells whether it is
// all of it, its first, or a later word.
func coverBit(list, k, n int) uint64 {
	bit := 0
	switch {
	case k > 0:
		bit = 2
	case n > 1:
		bit = 1
	}
	return 1 << (3*list + bit)
}

// index chains the capitalised occurrences of each word and counts the others.
func (d *Document) index() {
	size := 64
	for size < 2*len(d.words) {
		size *= 2
	}
	d.slots = grow(d.slots, size)
	clear(d.slots)
	d.entries = d.entries[:0]
	start := 0
	for s, end := range d.Sentences {
		for i := start; i < end; i++ {
			w := &d.words[i]
			w.next = -1
			if w.caps != lower && !w.capital() {
				continue
			}
			n := d.enter(w.form)
			w.entry = n
			e := &d.entries[n]
			if d.manner[s] != told && w.caps == lower {
				continue
			}
			if w.caps == lower {
				e.small++
				continue
			}
			if i > start && !d.shout[s] && d.manner[s] == told {
				e.middle++
			}
			if e.first < 0 {
				e.first = int32(i)
			} else {
				d.words[e.last].next = int32(i)
			}
			e.last = int32(i)
		}
		start = end
	}
}

// enter returns the number of the entry of a form, which it makes when needed.
func (d *Document) enter(form uint32) int32 {
	mask := uint32(len(d.slots) - 1)
	for at := form & mask; ; at = (at + 1) & mask {
		n := d.slots[at] - 1
		if n < 0 {
			n = int32(len(d.entries))
			d.slots[at] = n + 1
			d.entries = append(d.entries, entry{form: form, first: -1, last: -1})
			return n
		}
		if d.entries[n].form == form {
			return n
		}
	}
}
