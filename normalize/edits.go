package normalize

import (
	"encoding/binary"
	"iter"
	"slices"
)

// An edit says that in[start:end] of a step's input became out[outStart:outEnd]
// of its output.
type edit struct {
	extents
	detail string
}

// An editList holds edits in their order: of each, how far it is from the one before, how much
// it replaces by how much, and the number of its detail. Most take four bytes. Each block of
// them can be read by itself.
type editList struct {
	packed  []byte
	blocks  []editBlock
	details []string // the first is ""
	last    extents
	n       int
}

// An editBlock says where a block begins: in the list, and with which edit.
type editBlock struct {
	at    int
	first extents
}

// Extents are what an edit replaces and by what.
type extents struct{ start, end, outStart, outEnd int }

// editsPerBlock is the number of edits in a block.
const editsPerBlock = 16

func (l *editList) reset() {
	clear(l.details)
	*l = editList{packed: l.packed[:0], blocks: l.blocks[:0], details: l.details[:0]}
}

// take returns the list, in the memory that it needs, and keeps its room for the next.
func (l *editList) take() editList {
	c := *l
	c.packed, c.blocks, c.details = slices.Clone(l.packed), slices.Clone(l.blocks), slices.Clone(l.details)
	return c
}

// add adds an edit behind those that are there.
func (l *editList) add(e edit) {
	l.packed = doubled(l.packed, 4*binary.MaxVarintLen64)
	if l.n%editsPerBlock == 0 {
		l.blocks = append(doubled(l.blocks, 1), editBlock{len(l.packed), e.extents})
	}
	for _, n := range [...]int{e.start - l.last.end, e.end - e.start, e.outEnd - e.outStart, l.detail(e.detail)} {
		l.packed = binary.AppendUvarint(l.packed, uint64(n))
	}
	l.last = e.extents
	l.n++
}

// doubled returns a slice with room for n more, of twice its size if it must grow. Many edits
// are gathered in less memory so than by append.
func doubled[T any](s []T, n int) []T {
	if cap(s)-len(s) < n {
		return slices.Grow(s, max(len(s), n))
	}
	return s
}

// detail returns the number of a detail. Of many, the last few are looked through.
func (l *editList) detail(s string) int {
	if len(l.details) == 0 {
		l.details = append(l.details, "")
	}
	const few = 16
	for n := len(l.details) - 1; n >= max(0, len(l.details)-few); n-- {
		if l.details[n] == s {
			return n
		}
	}
	l.details = append(l.details, s)
	return len(l.details) - 1
}

// all returns the edits.
func (l *editList) all() iter.Seq[edit] {
	return func(yield func(edit) bool) {
		var e edit
		for packed := l.packed; len(packed) > 0; {
			if packed = l.next(packed, &e); !yield(e) {
				return
			}
		}
	}
}

// next makes e, the edit before it, the one that packed begins with, and returns the rest.
func (l *editList) next(packed []byte, e *edit) (rest []byte) {
	detail, rest := e.extents.next(packed)
	e.detail = l.details[detail]
	return rest
}

// next is next of an editList without the detail, of which it returns the number.
func (e *extents) next(packed []byte) (detail int, rest []byte) {
	if len(packed) >= 5 { // most numbers take one byte, and gaps two
		gap, n := int(packed[0]), 1
		if gap >= 0x80 {
			gap, n = gap&0x7F|int(packed[1])<<7, 2
		}
		if v := packed[n-1 : n+3]; v[0]|v[1]|v[2]|v[3] < 0x80 {
			e.follow(gap, int(v[1]), int(v[2]))
			return int(v[3]), packed[n+3:]
		}
	}
	var v [4]int
	for k := range v {
		n, size := binary.Uvarint(packed)
		v[k], packed = int(n), packed[size:]
	}
	e.follow(v[0], v[1], v[2])
	return v[3], packed
}

// follow makes it the extents that follow behind a gap.
func (e *extents) follow(gap, size, outSize int) {
	e.start, e.outStart = e.end+gap, e.outEnd+gap
	e.end, e.outEnd = e.start+size, e.outStart+outSize
}

// turned returns the extents of the edit that leads back.
func (e extents) turned() extents { return extents{e.outStart, e.outEnd, e.start, e.end} }

// A query asks for the first edit of which something is true that is then true of all that
// follow: that it shares something with a range of the input, or stands behind its start, or
// that it stands behind all of the range.
type query struct {
	span
	turned bool // the range is one of the output, and so are start and end of the answer
	behind bool
}

// holds reports whether that is true of an edit.
func (q *query) holds(e extents) bool {
	empty := q.start == q.end
	if q.behind {
		return e.start >= q.end && (!empty || e.end > q.end)
	}
	return e.end > q.start || empty && e.start >= q.start
}

// find returns the edit that is asked for and the one before it, if there are such.
func (l *editList) find(q query) (before, found extents, any, ok bool) {
	low, high := 0, len(l.blocks) // blocks that begin with an edit of which it is not true, true
	for low < high {
		mid := (low + high) / 2
		if q.holds(l.blocks[mid].first.as(q.turned)) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	if low == 0 {
		if len(l.blocks) > 0 {
			found, ok = l.blocks[0].first.as(q.turned), true
		}
		return before, found, false, ok
	}
	e := l.blocks[low-1].first
	for rest := l.rest(low - 1); ; {
		before = e.as(q.turned)
		if len(rest) == 0 {
			return before, found, true, false
		}
		_, rest = e.next(rest)
		if found = e.as(q.turned); q.holds(found) {
			return before, found, true, true
		}
	}
}

// rest returns what follows the first edit of a block.
func (l *editList) rest(block int) []byte {
	var e extents
	_, rest := e.next(l.packed[l.blocks[block].at:])
	return rest
}

// as returns the extents, turned or as they are.
func (e extents) as(turned bool) extents {
	if turned {
		return e.turned()
	}
	return e
}
