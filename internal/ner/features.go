package ner

import "math/bits"

// MaxFeatures is the most features that a token has.
const MaxFeatures = 250

// occurrences is how many other places of a word tell about it.
const occurrences = 5

// key hashes what was seen under the template that looked.
func key(template, seen uint32) uint32 {
	h := (uint64(template)<<32 | uint64(seen)) * 0x9E3779B97F4A7C15
	return uint32((h ^ h>>29) * 0xBF58476D1CE4E5B9 >> 32)
}

func pair(a, b uint32) uint32 { return a*0x85EBCA6B ^ bits.RotateLeft32(b, 15)*0xC2B2AE35 }

var edge = word{looks: looks{form: 1, shape: 1, caps: symbol}, id: 1, run: -1, next: -1, entry: -1}

// at returns the word at i of the sentence [start, end), or a stand-in outside.
func (d *Document) at(i, start, end int) *word {
	if i < start || i >= end {
		return &edge
	}
	return &d.words[i]
}

// A site is a token and the words around it in its sentence, [start, end).
type site struct {
	i, start, end   int
	w, p, n, pp, nn *word  // the word, those beside it, those beyond these
	caps            uint32 // how the word is written, and its sentence, and whether it is the first of it
}

// site returns token i of sentence s with what is around it.
func (d *Document) site(s, i, start, end int) (c site) {
	d.set(&c, s, i, start, end)
	return c
}

// set makes a site that of token i of sentence s.
func (d *Document) set(c *site, s, i, start, end int) {
	c.i, c.start, c.end = i, start, end
	c.w, c.p, c.n = &d.words[i], d.at(i-1, start, end), d.at(i+1, start, end)
	c.pp, c.nn = d.at(i-2, start, end), d.at(i+2, start, end)
	c.caps = uint32(c.w.caps)
	if d.shout[s] {
		c.caps += 16
	}
	if i == start {
		c.caps += 32
	}
}

// Features appends the features of token i of sentence s, [start, end).
func (d *Document) Features(dst []uint32, s, i, start, end int) []uint32 {
	c := d.site(s, i, start, end)
	for g := range groups {
		dst = d.group(dst, g, &c)
	}
	dst = d.loose(dst, &c)
	if c.w.run >= 0 {
		for k := 2; k <= window; k++ {
			dst = append(dst, farBefore(d.at(i-k, start, end)), farAfter(d.at(i+k, start, end)))
		}
	}
	return d.elsewhere(dst, &c)
}

// window is how far words are looked at before and after those in runs of capitals.
const window = 6

// farBefore and farAfter are the features of such a word.
func farBefore(w *word) uint32 { return key(120, w.form) }
func farAfter(w *word) uint32  { return key(121, w.form) }

// The groups of features each look at one word, and at the case of the token.
const (
	groupOwn = iota
	groupBefore
	groupAfter
	groups
)

// group appends the features of a group.
func (d *Document) group(dst []uint32, g int, c *site) []uint32 {
	switch g {
	case groupOwn:
		return d.own(dst, c.w, c.caps)
	case groupBefore:
		return d.beside(dst, g, c.p, c.caps, &[...]uint32{4, 11, 28, 48, 53, 63})
	}
	return d.beside(dst, g, c.n, c.caps, &[...]uint32{5, 12, 29, 49, 54, 64})
}

// word returns the word that a group looks at.
func (c *site) word(g int) *word {
	switch g {
	case groupOwn:
		return c.w
	case groupBefore:
		return c.p
	}
	return c.n
}

// clusterTemplates are those that look at the clusters of a word alone, by the groups and,
// behind these, for the words beyond those beside a token.
var clusterTemplates = [...]struct{ fine, middle, coarse uint32 }{
	groupOwn:     {30, 35, 38},
	groupBefore:  {31, 36, 39},
	groupAfter:   {32, 37, 40},
	beyondBefore: {fine: 33, coarse: 41},
	beyondAfter:  {fine: 34, coarse: 42},
}

const (
	beyondBefore = groups + iota
	beyondAfter
	clusterPlaces
)

// clusters appends the features of the clusters of a word alone.
func (d *Document) clusters(dst []uint32, place int, w *word) []uint32 {
	if d.tabled {
		return dst
	}
	return appendClusters(dst, place, w.fine, w.middle, w.coarse)
}

func appendClusters(dst []uint32, place int, fine, middle, coarse uint32) []uint32 {
	t := &clusterTemplates[place]
	dst = append(dst, key(t.fine, fine))
	if t.middle > 0 {
		dst = append(dst, key(t.middle, middle))
	}
	return append(dst, key(t.coarse, coarse))
}

// own appends the features of a word alone.
func (d *Document) own(dst []uint32, w *word, caps uint32) []uint32 {
	dst = append(dst,
		key(1, caps|d.spaced<<8),
		key(2, w.form), key(3, pair(w.form, caps)),
		key(13, w.shape),
		key(20, w.prefix[1]), key(21, w.prefix[2]), key(22, w.prefix[0]),
		key(23, w.suffix[0]), key(24, w.suffix[1]), key(25, w.suffix[2]), key(26, w.suffix[3]),
		key(27, pair(w.suffix[2], caps)),
	)
	dst = append(d.clusters(dst, groupOwn, w), key(43, pair(w.fine, caps)), key(44, pair(w.coarse, caps)))
	return listed(listed(dst, 50, w.places, caps), 60, w.names, caps)
}

// beside appends the features of a word beside one of that case.
func (d *Document) beside(dst []uint32, g int, w *word, caps uint32, t *[6]uint32) []uint32 {
	dst = append(dst, key(t[0], w.form), key(t[1], pair(w.form, caps)), key(t[2], pair(w.suffix[2], caps)))
	dst = append(d.clusters(dst, g, w), key(t[3], pair(w.fine, caps)))
	if w.places != 0 {
		dst = append(dst, key(t[4], pair(fold(w.places), caps)))
	}
	if w.names != 0 {
		dst = append(dst, key(t[5], pair(fold(w.names), caps)))
	}
	return dst
}

// loose appends the features that look further, or at several words of the sentence.
func (d *Document) loose(dst []uint32, c *site) []uint32 {
	w, p, n := c.w, c.p, c.n
	dst = d.clusters(append(dst, key(6, c.pp.form)), beyondBefore, c.pp)
	dst = d.clusters(append(dst, key(7, c.nn.form)), beyondAfter, c.nn)
	dst = append(dst,
		key(8, pair(p.form, w.form)), key(9, pair(w.form, n.form)),
		key(10, pair(p.form, n.form)),
		key(14, pair(p.shape, w.shape)), key(15, pair(w.shape, n.shape)),
		key(16, uint32(c.pp.caps)|uint32(p.caps)<<4|c.caps<<8|uint32(n.caps)<<16|uint32(c.nn.caps)<<20),
		key(17, pair(uint32(w.glued), c.caps)),
		key(18, pair(uint32(w.glued), pair(p.form, n.form))),
		key(45, pair(p.middle, w.middle)), key(46, pair(w.middle, n.middle)),
		key(47, pair(p.coarse, pair(w.coarse, n.coarse))),
	)
	if w.run >= 0 {
		dst = d.inRun(dst, w, c.i, c.start, c.end)
	}
	return dst
}

// fold makes 32 bits of 64.
func fold(b uint64) uint32 { return pair(uint32(b), uint32(b>>32)) }

// listed appends the features of phrases of lists at a word.
func listed(dst []uint32, t uint32, here uint64, caps uint32) []uint32 {
	for b := here; b != 0; b &= b - 1 {
		dst = append(dst, key(t, uint32(bits.TrailingZeros64(b))))
	}
	if here != 0 {
		h := fold(here)
		dst = append(dst, key(t+1, h), key(t+2, pair(h, caps)))
	}
	return dst
}

// inRun appends the features of the run of capitalised words that token i is in:
// its words and the words that frame it.
func (d *Document) inRun(dst []uint32, w *word, i, start, end int) []uint32 {
	left, right := d.at(int(w.run)-1, start, end), d.at(int(w.runEnd), start, end)
	first, last := &d.words[w.run], &d.words[w.runEnd-1]
	from, to := min(uint32(i)-uint32(w.run), 4), min(uint32(w.runEnd)-uint32(i), 5)
	place := from | to<<4
	dst = append(dst,
		key(70, place),
		key(71, pair(left.form, from)), key(72, pair(right.form, to)),
		key(73, pair(left.form, right.form)),
		key(74, pair(left.fine, from)), key(75, pair(right.fine, to)),
		key(76, pair(left.coarse, right.coarse)),
	)
	if w.runEnd-w.run > 1 {
		dst = append(dst,
			key(77, pair(first.form, from)), key(78, pair(last.form, to)),
			key(79, pair(first.fine, from)), key(80, pair(last.fine, to)),
			key(81, pair(first.coarse, last.coarse)),
			key(82, pair(last.form, left.coarse)),
			key(83, pair(last.coarse, place)),
		)
	}
	if d.topic > 0 {
		dst = d.topical(dst, w, left, place)
	}
	l2, r2 := d.at(int(w.run)-2, start, end), d.at(int(w.runEnd)+1, start, end)
	return append(dst,
		key(84, pair(pair(l2.form, left.form), from)),
		key(85, pair(pair(right.form, r2.form), to)),
		key(86, pair(l2.fine, from)), key(87, pair(r2.fine, to)),
	)
}

// topical appends what a word is in a document on this topic.
func (d *Document) topical(dst []uint32, w, left *word, place uint32) []uint32 {
	dst = append(dst,
		key(130, pair(d.topic, uint32(w.caps))), key(131, pair(d.topic, place)),
		key(132, pair(d.topic, w.coarse)), key(133, pair(d.topic, left.coarse)),
	)
	if w.places != 0 {
		dst = append(dst, key(134, pair(d.topic, fold(w.places))))
	}
	if w.names != 0 {
		dst = append(dst, key(135, pair(d.topic, fold(w.names))))
	}
	return dst
}

// elsewhere appends what the other occurrences of the word in the document tell.
func (d *Document) elsewhere(dst []uint32, c *site) []uint32 {
	dst = d.counted(dst, c.w)
	from := len(dst)
	var space [occurrences]int32
	for _, j := range d.others(space[:0], c, occurrences) {
		for _, k := range d.occurrence(int(j)) {
			if !contains(dst[from:], k) {
				dst = append(dst, k)
			}
		}
	}
	return dst
}

// counted appends how often the document has the word in capitals and without.
func (d *Document) counted(dst []uint32, w *word) []uint32 {
	if w.entry < 0 {
		return dst
	}
	e := &d.entries[w.entry]
	switch {
	case w.caps != lower:
		return append(dst, key(91, pair(min(uint32(e.small), 3)|min(uint32(e.middle), 3)<<4, uint32(w.caps))))
	case e.first >= 0:
		return append(dst, key(90, min(uint32(e.middle), 3)))
	}
	return dst
}

// others appends the first other places of a word, at most limit, where it has a
// capital there and here.
func (d *Document) others(dst []int32, c *site, limit int) []int32 {
	if c.w.entry < 0 || c.w.caps == lower {
		return dst
	}
	for j := d.entries[c.w.entry].first; j >= 0 && len(dst) < limit; j = d.words[j].next {
		if int(j) != c.i {
			dst = append(dst, j)
		}
	}
	return dst
}

// occurrence returns the features of token i as an occurrence of a word looked at
// elsewhere.
func (d *Document) occurrence(i int) [15]uint32 {
	w := &d.words[i]
	p, n := d.at(i-1, 0, len(d.words)), d.at(i+1, 0, len(d.words))
	left, right := d.at(int(w.run)-1, 0, len(d.words)), d.at(int(w.runEnd), 0, len(d.words))
	first, last := &d.words[w.run], &d.words[w.runEnd-1]
	place := w.place(i)
	return [...]uint32{
		key(100, p.form), key(101, n.form),
		key(102, p.fine), key(103, n.fine),
		key(104, pair(left.form, place)), key(105, pair(right.form, place)),
		key(106, pair(left.fine, place&7)), key(107, pair(right.fine, place>>4)),
		key(108, place),
		key(109, pair(first.fine, place)), key(110, pair(last.fine, place)),
		key(111, pair(first.form, place&7)), key(112, pair(last.form, place>>4)),
		key(113, pair(fold(w.names), place)), key(114, pair(fold(w.places), place)),
	}
}

func contains[T comparable](keys []T, k T) bool {
	for _, x := range keys {
		if x == k {
			return true
		}
	}
	return false
}
