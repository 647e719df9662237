package ner

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"slices"
)

// A model file is, in little-endian order:
//
//	"CDNE", version (1 byte)
//	classes: count (1), then of each the length (1) and the name
//	scale: float32
//	confidence: uint16 for each point of the curve
//	transitions: int16 for each pair of labels, row by row
//	clusters: a table with values; sizes (2 × uint16) of the next two
//	middle, coarse: uint16 for each cluster
//	centroids: uint32 for each cluster; a bit for each word of the clusters
//	that has its own, in bytes; uint32 for each of those words
//	places, names: tables with values
//	weights: a table; then for each of its hashes one byte a label, 128 is zero
//	net: 1, or 0 when nothing of it follows (1 byte)
//	rows of the slots: one byte a unit
//	traits: a table; then their rows
//	bias: int32 for each unit
//	outputs: one byte a label for each unit
//	base: int32 for each label
//	shift, unit: float32
//	CRC-32 (IEEE) of all before it
//
// A table is the count of its hashes (uint32), the number of hashes in each of
// the 65,536 buckets of their upper halves and the lower halves (uint16) in
// ascending order. The numbers are of 4 or 8 bits, as a byte before them says,
// the low ones of a byte first. The values of a table with values are one uint16 for each hash.
const (
	magic   = "CDNE"
	version = 4
)

// Errors of Read.
var (
	ErrFormat  = errors.New("not a model file")
	ErrVersion = errors.New("model file of another version")
	ErrCorrupt = errors.New("model file is corrupt")
)

// Write writes the model.
func (m *Model) Write(w io.Writer) error {
	b := append([]byte(magic), version, byte(len(m.Classes)))
	for _, c := range m.Classes {
		b = append(append(b, byte(len(c))), c...)
	}
	b = appendFloat(b, m.scale)
	b = appendUint16s(b, m.curve[:])
	for _, t := range m.transitions {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(max(-32767, min(32767, t)))))
	}
	b = appendLookup(b, &m.Clusters)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(m.Middle)))
	b = appendUint16s(b, m.Middle)
	b = appendUint16s(b, m.Coarse)
	b = m.appendCodes(b)
	b = appendLookup(b, &m.Places)
	b = appendLookup(b, &m.Names)
	b = appendTable(b, &m.index)
	labels := Labels(len(m.Classes))
	for row := range m.index.tags {
		for l := range labels {
			b = append(b, m.weight(row, l))
		}
	}
	b = m.net.append(b)
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
	_, err := w.Write(b)
	return err
}

func appendFloat(b []byte, f float32) []byte {
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
}

// appendCodes appends the centroids of the clusters, and those of the words that
// differ from their cluster.
func (x *Lexicon) appendCodes(b []byte) []byte {
	for i := range x.Middle {
		b = binary.LittleEndian.AppendUint32(b, x.clusterCode(i))
	}
	own := make([]byte, (len(x.Codes)+7)/8)
	var codes []byte
	for i, c := range x.Codes {
		if c != x.clusterCode(int(x.Clusters.values[i])-1) {
			own[i/8] |= 1 << (i % 8)
			codes = binary.LittleEndian.AppendUint32(codes, c)
		}
	}
	if len(x.Codes) == 0 {
		own = make([]byte, (len(x.Clusters.values)+7)/8)
	}
	return append(append(b, own...), codes...)
}

func (x *Lexicon) clusterCode(i int) uint32 {
	if i < 0 || i >= len(x.ClusterCodes) {
		return 0
	}
	return x.ClusterCodes[i]
}

func (n *Net) append(b []byte) []byte {
	if n == nil {
		return append(b, 0)
	}
	b = appendWords(append(b, 1), n.slots)
	b = appendWords(appendTable(b, &n.index), n.traits)
	for _, v := range n.bias {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	b = append(b, n.outs...)
	for _, v := range n.base {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	return appendFloat(appendFloat(b, n.shift), n.unit)
}

func appendWords(b []byte, v []uint64) []byte {
	for _, x := range v {
		b = binary.LittleEndian.AppendUint64(b, x)
	}
	return b
}

func appendUint16s(b []byte, v []uint16) []byte {
	for _, x := range v {
		b = binary.LittleEndian.AppendUint16(b, x)
	}
	return b
}

func appendTable(b []byte, t *table) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(t.tags)))
	counts := make([]byte, buckets)
	for i := range counts {
		if len(t.start) > 0 {
			counts[i] = byte(t.start[i+1] - t.start[i])
		}
	}
	if slices.Max(counts) > 15 {
		b = append(append(b, 8), counts...)
		return appendUint16s(b, t.tags)
	}
	b = append(b, 4)
	for i := 0; i < buckets; i += 2 {
		b = append(b, counts[i]|counts[i+1]<<4)
	}
	return appendUint16s(b, t.tags)
}

func appendLookup(b []byte, l *Lookup) []byte {
	return appendUint16s(appendTable(b, &l.table), l.values)
}

// Read reads a model that Write wrote. It never panics, and takes no more memory
// than a few times the size of the input.
func Read(s string) (*Model, error) {
	if len(s) < len(magic)+1+4 || s[:len(magic)] != magic {
		return nil, ErrFormat
	}
	if s[len(magic)] != version {
		return nil, fmt.Errorf("%w: %d, want %d", ErrVersion, s[len(magic)], version)
	}
	body := s[:len(s)-4]
	if checksum(body) != binary.LittleEndian.Uint32([]byte(s[len(s)-4:])) {
		return nil, fmt.Errorf("%w: checksum", ErrCorrupt)
	}
	r := reader{s: body[len(magic)+1:]}
	m := r.model()
	if r.failed || len(r.s) > 0 {
		return nil, fmt.Errorf("%w: lengths", ErrCorrupt)
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	m.prepare()
	return m, nil
}

func checksum(s string) uint32 {
	var sum uint32
	var buf [4096]byte
	for len(s) > 0 {
		n := copy(buf[:], s)
		sum = crc32.Update(sum, crc32.IEEETable, buf[:n])
		s = s[n:]
	}
	return sum
}

// check refuses what no model can be.
func (m *Model) check() error {
	between := func(f, low, high float32) bool { return f >= low && f <= high } // false for NaN
	switch {
	case !between(m.scale, 1e-6, 10):
		return fmt.Errorf("%w: scale", ErrCorrupt)
	case m.net != nil && (!between(m.net.shift, 1e-9, 1e9) || !between(m.net.unit, 1e-9, 10)):
		return fmt.Errorf("%w: units of the net", ErrCorrupt)
	case m.net != nil && slices.ContainsFunc(m.Middle, func(c uint16) bool { return c >= Heads }):
		return fmt.Errorf("%w: centroids", ErrCorrupt)
	}
	return nil
}

// A reader takes values off the front of s until they run out.
type reader struct {
	s      string
	failed bool
}

func (r *reader) model() *Model {
	m := new(Model)
	classes := int(r.byte())
	if classes == 0 || classes > MaxClasses {
		r.failed = true
		return m
	}
	for range classes {
		m.Classes = append(m.Classes, r.take(int(r.byte())))
	}
	m.scale = r.float()
	copy(m.curve[:], r.uint16s(CurvePoints))
	labels := Labels(classes)
	for _, t := range r.uint16s(labels * labels) {
		m.transitions = append(m.transitions, int32(int16(t)))
	}
	m.Clusters = r.lookup()
	n := int(r.uint16())
	m.Middle, m.Coarse = r.uint16s(n), r.uint16s(n)
	r.codes(&m.Lexicon)
	m.Places, m.Names = r.lookup(), r.lookup()
	m.index = r.table()
	m.stride = (labels + 7) / 8
	rows := r.take(len(m.index.tags) * labels)
	if r.failed {
		return m
	}
	m.rows = unpack(rows, len(m.index.tags), labels, m.stride)
	m.net = r.net(labels)
	return m
}

// codes reads the centroids, and gives each word those of its own or of its
// cluster.
func (r *reader) codes(x *Lexicon) {
	x.ClusterCodes = r.uint32s(len(x.Middle))
	words := len(x.Clusters.values)
	own := r.take((words + 7) / 8)
	if r.failed {
		return
	}
	x.Codes = make([]uint32, words)
	for i, c := range x.Clusters.values {
		if own[i/8]>>(i%8)&1 != 0 {
			x.Codes[i] = r.uint32()
		} else {
			x.Codes[i] = x.clusterCode(int(c) - 1)
		}
	}
}

func (r *reader) net(labels int) *Net {
	if r.byte() == 0 {
		return nil
	}
	n := new(Net)
	n.slots = r.words(Slots * SlotRows * hiddenWords)
	n.index = r.table()
	n.traits = r.words(len(n.index.tags) * hiddenWords)
	for j, v := range r.uint32s(Hidden) {
		n.bias[j] = int32(v)
	}
	n.outs = []uint8(r.take(Hidden * labels))
	for _, v := range r.uint32s(labels) {
		n.base = append(n.base, int32(v))
	}
	n.shift, n.unit = r.float(), r.float()
	return n
}

func (r *reader) words(n int) []uint64 {
	s := r.take(8 * n)
	out := make([]uint64, len(s)/8)
	for i := range out {
		w := s[8*i : 8*i+8]
		out[i] = uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
	}
	return out
}

func (r *reader) uint32s(n int) []uint32 {
	s := r.take(4 * n)
	out := make([]uint32, len(s)/4)
	for i := range out {
		out[i] = uint32(s[4*i]) | uint32(s[4*i+1])<<8 | uint32(s[4*i+2])<<16 | uint32(s[4*i+3])<<24
	}
	return out
}

// unpack lays out rows of bytes in words of eight.
func unpack(s string, rows, labels, stride int) []uint64 {
	out := make([]uint64, rows*stride)
	var row [8 * ((Limit + 7) / 8)]byte
	for i := range row {
		row[i] = 128
	}
	for i := range rows {
		copy(row[:labels], s[i*labels:(i+1)*labels])
		for k := range stride {
			out[i*stride+k] = binary.LittleEndian.Uint64(row[8*k:])
		}
	}
	return out
}

func (r *reader) take(n int) string {
	if r.failed || n < 0 || n > len(r.s) {
		r.failed = true
		return ""
	}
	out := r.s[:n]
	r.s = r.s[n:]
	return out
}

func (r *reader) byte() byte {
	if s := r.take(1); len(s) == 1 {
		return s[0]
	}
	return 0
}

func (r *reader) uint16() uint16 {
	if s := r.take(2); len(s) == 2 {
		return uint16(s[0]) | uint16(s[1])<<8
	}
	return 0
}

func (r *reader) uint32() uint32 { return uint32(r.uint16()) | uint32(r.uint16())<<16 }

func (r *reader) float() float32 { return math.Float32frombits(r.uint32()) }

func (r *reader) uint16s(n int) []uint16 {
	if n > len(r.s)/2 {
		r.failed = true
		return nil
	}
	s := r.take(2 * n)
	out := make([]uint16, len(s)/2)
	for i := range out {
		out[i] = uint16(s[2*i]) | uint16(s[2*i+1])<<8
	}
	return out
}

func (r *reader) table() table {
	n := r.uint32()
	bits := int(r.byte())
	r.failed = r.failed || bits != 4 && bits != 8
	counts := r.take(buckets / 8 * bits)
	if r.failed || uint64(n) > uint64(len(r.s)) {
		r.failed = true
		return table{}
	}
	t := table{start: make([]uint32, buckets+1)}
	for b := range buckets {
		n := uint32(counts[b*bits/8])
		if bits == 4 {
			n = n >> (4 * (b % 2)) & 15
		}
		t.start[b+1] = t.start[b] + n
	}
	t.tags = r.uint16s(int(n))
	if t.start[buckets] != n || len(t.tags) != int(n) {
		r.failed = true
		return table{}
	}
	return t
}

func (r *reader) lookup() Lookup {
	t := r.table()
	return Lookup{table: t, values: r.uint16s(len(t.tags))}
}

// sortedOrder returns the indexes of keys in ascending order of key.
func sortedOrder(keys []uint32) []int {
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case keys[a] < keys[b]:
			return -1
		case keys[a] > keys[b]:
			return 1
		}
		return 0
	})
	return order
}

// step returns what one unit of a weight is worth, so that all but one weight in
// ten thousand fit into a byte.
func step(rows [][]float32) float32 {
	var all []float32
	for _, r := range rows {
		for _, v := range r {
			if v != 0 {
				all = append(all, max(v, -v))
			}
		}
	}
	if len(all) == 0 {
		return 1
	}
	slices.Sort(all)
	return max(all[len(all)-1-len(all)/10000]/127, 1e-4)
}
