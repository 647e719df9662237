package normalize

import (
	"encoding/binary"
	"sort"
	"strings"
	"unicode/utf8"
)

// An origin says which bytes the characters of a decoded text come from,
// stretch by stretch. The zero value: the bytes are the text.
type origin struct {
	packed []byte // the stretches
	marks  []mark // where some of them start, about one every stride
}

// A mark is the start of a stretch in the text, in the bytes and in packed.
type mark struct{ text, source, packed int }

// A stretch is text that was read in one way.
type stretch struct {
	text, size int // in the text
	source, n  int // in the bytes
	way
}

// A way is how long the characters of a stretch are in the bytes.
type way uint8

const (
	same   way = iota // as long as in the text
	whole             // the stretch comes from all of its bytes at once; either may be none
	ones              // one byte each
	twos              // two bytes each, but one for ASCII
	fours             // four bytes each
	units2            // one or two units of two bytes each
)

// stride is the length of text after which there is a new stretch and a mark, so
// that no look-up goes a long way.
const stride = 256

// width returns how many bytes r is long.
func (w way) width(r rune) int {
	switch {
	case w == ones, w == twos && r < utf8.RuneSelf:
		return 1
	case w == twos, w == units2 && r < 0x10000:
		return 2
	case w == fours, w == units2:
		return 4
	}
	return utf8.RuneLen(r)
}

// source maps a range of text to its bytes.
func (o *origin) source(text string, start, end int) (int, int) {
	for start > 0 && !boundary(text, start) {
		start--
	}
	for !boundary(text, end) {
		end++
	}
	if len(o.packed) == 0 {
		return start, end
	}
	from, to := o.startOf(text, start), o.endOf(text, end)
	if start == end {
		return min(from, to), max(from, to)
	}
	return from, to
}

// startOf returns where what stands behind an offset of text starts.
func (o *origin) startOf(text string, offset int) int {
	r := o.before(text, offset+1)
	if r.way == whole && offset < r.text+r.size {
		return r.source
	}
	return r.walk(text, offset)
}

// endOf returns where what stands before an offset of text ends.
func (o *origin) endOf(text string, offset int) int {
	r := o.before(text, offset)
	return r.walk(text, offset)
}

// before returns the last stretch that starts before an offset of text.
func (o *origin) before(text string, offset int) (r stretch) {
	i := sort.Search(len(o.marks), func(i int) bool { return o.marks[i].text >= offset })
	if i == 0 {
		return stretch{}
	}
	m := o.marks[i-1]
	next := stretch{text: m.text, source: m.source}
	for at := m.packed; at < len(o.packed) && next.text < offset; {
		r = next
		at += r.unpack(o.packed[at:])
		next.text = r.text + r.size
		next.source = r.walk(text, next.text)
	}
	return r
}

// unpack reads a stretch that stands at the start of b and returns its length there.
func (r *stretch) unpack(b []byte) int {
	v, n := binary.Uvarint(b)
	r.size, r.way = int(v>>3), way(v&7)
	if r.way != whole {
		return n
	}
	v, more := binary.Uvarint(b[n:])
	r.n = int(v)
	return n + more
}

// pack is the inverse of unpack.
func (r *stretch) pack(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(r.size)<<3|uint64(r.way))
	if r.way == whole {
		b = binary.AppendUvarint(b, uint64(r.n))
	}
	return b
}

// walk goes from the start of r to an offset of text within it. A whole one is
// gone through at once.
func (r *stretch) walk(text string, offset int) int {
	switch r.way {
	case whole:
		return r.source + r.n
	case same:
		return r.source + offset - r.text
	}
	n := r.source
	for _, c := range text[r.text:offset] {
		n += r.width(c)
	}
	return n
}

// A decoded is a text in the making and where it comes from.
type decoded struct {
	text   strings.Builder
	rule   way // of the character set
	last   stretch
	origin origin
	mixed  int
}

// add takes n bytes of the source for the text that was added behind from.
func (d *decoded) add(from, n int, w way) {
	size := d.text.Len() - from
	joins := d.last.way == w && (w == same || w != whole && d.last.size < stride || d.last.size+size == 0)
	if !joins {
		d.flush()
		d.last = stretch{text: from, source: d.last.source + d.last.n, way: w}
	}
	d.last.size += size
	d.last.n += n
}

// flush packs the last stretch.
func (d *decoded) flush() {
	o := &d.origin
	if d.last.size+d.last.n == 0 {
		return
	}
	if len(o.marks) == 0 || d.last.text-o.marks[len(o.marks)-1].text >= stride {
		o.marks = append(o.marks, mark{d.last.text, d.last.source, len(o.packed)})
	}
	o.packed = d.last.pack(o.packed)
}

// skip takes bytes that stand for no text.
func (d *decoded) skip(n int) { d.add(d.text.Len(), n, whole) }

// char adds a character and takes its n bytes.
func (d *decoded) char(r rune, n int) {
	from, w := d.text.Len(), d.rule
	size, _ := d.text.WriteRune(r)
	switch {
	case n == w.width(r):
	case n == 1:
		w = ones
	case n == size:
		w = same
	case n == 4:
		w = fours
	default:
		w = whole
	}
	d.add(from, n, w)
}

// ascii adds ASCII, of a character set whose ASCII it is.
func (d *decoded) ascii(b []byte) {
	from, w := d.text.Len(), d.rule
	d.text.Write(b)
	if len(b) >= stride || d.last.way == same {
		w = same
	}
	d.add(from, len(b), w)
}

// end returns the origin of all of the text.
func (d *decoded) end() origin {
	if d.last.text+d.last.source == 0 && d.last.way == same {
		return origin{} // it is the only one
	}
	d.flush()
	return d.origin
}
