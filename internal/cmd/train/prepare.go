package main

import (
	"fmt"
	"slices"

	"github.com/copydesk-go/copydesk/internal/ner"
	"github.com/copydesk-go/copydesk/internal/token"
)

// known counts, for each phrase and class, the training documents in which the
// phrase is a name of the class.
type known map[uint32]*[classes]int32

// namesOf returns the phrases that are names in a document, with their classes.
func namesOf(c *corpus, d *document) map[uint32]classSet {
	out := make(map[uint32]classSet)
	for _, n := range d.names {
		set := c.labels[n.label]
		if set == 0 || set&oneOf(date, money) != 0 {
			continue
		}
		for class := range classes {
			if set&oneOf(class) == 0 {
				continue
			}
			if h, ok := phrase(d.text[n.start:n.end]); ok && n.end-n.start > 1 {
				out[h] |= oneOf(class)
			}
			break // the first is the usual one
		}
	}
	return out
}

func (k known) count(names map[uint32]classSet) {
	for h, set := range names {
		n := k[h]
		if n == nil {
			n = new([classes]int32)
			k[h] = n
		}
		for class := range classes {
			if set&oneOf(class) != 0 {
				n[class]++
			}
		}
	}
}

// without returns what the documents other than one with these names know.
func (k known) without(own map[uint32]classSet) func(uint32) uint16 {
	return func(h uint32) uint16 {
		n := k[h]
		if n == nil {
			return 0
		}
		bits := uint16(0)
		for class, count := range n {
			if own[h]&oneOf(class) != 0 {
				count--
			}
			if count > 0 {
				bits |= 1 << class
			}
		}
		return bits
	}
}

// lookup is all that is known, for the model file.
func (k known) lookup() ner.Lookup {
	all := make(map[uint32]uint16, len(k))
	for h := range k {
		all[h] = k.without(nil)(h)
	}
	return ner.NewLookup(all)
}

// A source is a document to train on.
type source struct {
	corpus *corpus
	doc    *document
	known  func(phrase uint32) uint16
}

// add appends the sentences of a document to the instances.
func (in *instances) add(x *ner.Lexicon, s source) {
	c, d := s.corpus, s.doc
	tokens := token.Append(nil, d.text)
	var doc ner.Document
	doc.Known = s.known
	doc.Read(x, d.text, tokens, token.Sentences(nil, d.text, tokens))
	allowed := allowedLabels(c, d, tokens)
	var features []uint32
	start := 0
	for s, end := range doc.Sentences {
		if !possible(allowed[start:end]) {
			start = end
			continue
		}
		for i := start; i < end; i++ {
			features = doc.Features(features[:0], s, i, start, end)
			for _, f := range features {
				in.features = append(in.features, int32(f))
			}
			in.tokens = append(in.tokens, len(in.features))
		}
		in.allowed = append(in.allowed, allowed[start:end]...)
		in.sentences = append(in.sentences, len(in.tokens))
		start = end
	}
}

// possible reports whether some sequence of allowed labels is legal.
func possible(allowed []uint64) bool {
	reach := uint64(1) // as after a token outside of names
	for _, set := range allowed {
		next := uint64(0)
		for a := range labels {
			if reach>>a&1 == 0 {
				continue
			}
			for b := range labels {
				if set>>b&1 != 0 && ner.Follows(a, b) {
					next |= 1 << b
				}
			}
		}
		reach = next
	}
	for a := range labels {
		if reach>>a&1 != 0 && ner.Ends(a) {
			return true
		}
	}
	return false
}

// allowedLabels returns the labels that each token may have by the corpus. A
// name that starts or ends inside a token takes in all of it.
func allowedLabels(c *corpus, d *document, tokens []token.Token) []uint64 {
	outside := uint64(1)
	for class := range classes {
		if c.open&oneOf(class) != 0 {
			outside |= 0xF << ner.LabelOf(class, 0)
		}
	}
	out := make([]uint64, len(tokens))
	for i := range out {
		out[i] = outside
	}
	for _, n := range d.names {
		first, _ := slices.BinarySearchFunc(tokens, n.start, func(t token.Token, at int) int {
			if t.End <= at {
				return -1
			}
			return 1
		})
		last := first
		for last < len(tokens) && tokens[last].Start < n.end {
			last++
		}
		set := c.labels[n.label]
		for i := first; i < last; i++ {
			out[i] = 0
			for class := range classes {
				if set&oneOf(class) != 0 {
					out[i] |= 1 << ner.LabelOf(class, position(i, first, last))
				}
			}
			if set == 0 {
				out[i] = 1<<labels - 1
			}
		}
	}
	return out
}

func position(i, first, end int) int {
	switch {
	case end-first == 1:
		return ner.Single
	case i == first:
		return ner.Begin
	case i == end-1:
		return ner.End
	}
	return ner.Inside
}

// number turns the hashes of the instances into ids from 0 in order of first
// appearance, and drops those seen once. It returns the hash of each id.
func (in *instances) number() []uint32 {
	t := newCounter(1 << 22)
	for _, f := range in.features {
		t.count(uint32(f))
	}
	ids := make([]int32, len(t.keys))
	for i := range ids {
		ids[i] = -1
	}
	var hashes []uint32
	for i, f := range in.features {
		at := t.find(uint32(f))
		if t.counts[at] < 2 {
			in.features[i] = -1
			continue
		}
		if ids[at] < 0 {
			ids[at] = int32(len(hashes))
			hashes = append(hashes, uint32(f))
		}
		in.features[i] = ids[at]
	}
	in.drop()
	return hashes
}

// keep renumbers the features: those that are not in newIDs are dropped.
func (in *instances) keep(newIDs []int32) {
	for i, f := range in.features {
		in.features[i] = newIDs[f]
	}
	in.drop()
}

// drop takes out the features below 0.
func (in *instances) drop() {
	n, from := 0, 0
	for t, end := range in.tokens {
		for _, f := range in.features[from:end] {
			if f >= 0 {
				in.features[n] = f
				n++
			}
		}
		from = end
		in.tokens[t] = n
	}
	in.features = in.features[:n]
}

// A counter counts hashes in an open-addressed table.
type counter struct {
	keys   []uint32
	counts []int32
	used   int
}

func newCounter(size int) *counter {
	return &counter{keys: make([]uint32, size), counts: make([]int32, size)}
}

// find returns the slot of a hash: its own, or the free one where it would go.
func (c *counter) find(h uint32) int {
	mask := len(c.keys) - 1
	at := int(h*0x9E3779B1>>3) & mask
	for c.counts[at] != 0 && c.keys[at] != h {
		at = (at + 1) & mask
	}
	return at
}

func (c *counter) count(h uint32) {
	at := c.find(h)
	if c.counts[at] == 0 {
		c.used++
		c.keys[at] = h
	}
	c.counts[at]++
	if 2*c.used > len(c.keys) {
		c.enlarge()
	}
}

func (c *counter) enlarge() {
	bigger := newCounter(2 * len(c.keys))
	for i, n := range c.counts {
		if n > 0 {
			at := bigger.find(c.keys[i])
			bigger.keys[at], bigger.counts[at] = c.keys[i], n
		}
	}
	bigger.used = c.used
	*c = *bigger
}

// strongest returns the ids of the k features with the largest sums of squared
// weights, in ascending order.
func strongest(weights []row, k int) []int32 {
	if len(weights) <= k {
		fmt.Printf("only %d features\n", len(weights))
	}
	power := make([]float32, len(weights))
	order := make([]int32, len(weights))
	for i := range weights {
		order[i] = int32(i)
		for _, v := range weights[i] {
			power[i] += v * v
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		switch {
		case power[a] > power[b]:
			return -1
		case power[a] < power[b]:
			return 1
		}
		return int(a - b)
	})
	order = order[:min(k, len(order))]
	slices.Sort(order)
	return order
}
