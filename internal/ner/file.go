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
//	scale, sharpness, offset: float32
//	transitions: int16 for each pair of labels, row by row
//	clusters: a table with values; sizes (2 × uint16) of the next two
//	middle, coarse: uint16 for each cluster
//	places, names: tables with values
//	weights: a table; then for each of its hashes one byte a label, 128 is zero
//	CRC-32 (IEEE) of all before it
//
// A table is the count of its hashes (uint32), the number of hashes in each of
// the 65,536 buckets of their upper halves (1 byte each) and the lower halves
// (uint16) in ascending order. Its values are one uint16 for each hash.
const (
	magic   = "CDNE"
	version = 2
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
	for _, f := range []float32{m.scale, m.sharpness, m.offset} {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
	}
	for _, t := range m.transitions {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(max(-32767, min(32767, t)))))
	}
	b = appendLookup(b, &m.Clusters)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(m.Middle)))
	b = appendUint16s(b, m.Middle)
	b = appendUint16s(b, m.Coarse)
	b = appendLookup(b, &m.Places)
	b = appendLookup(b, &m.Names)
	b = appendTable(b, &m.index)
	labels := Labels(len(m.Classes))
	for row := range m.index.tags {
		for l := range labels {
			b = append(b, m.weight(row, l))
		}
	}
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
	_, err := w.Write(b)
	return err
}

func appendUint16s(b []byte, v []uint16) []byte {
	for _, x := range v {
		b = binary.LittleEndian.AppendUint16(b, x)
	}
	return b
}

func appendTable(b []byte, t *table) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(t.tags)))
	for i := range buckets {
		n := uint32(0)
		if len(t.start) > 0 {
			n = t.start[i+1] - t.start[i]
		}
		b = append(b, byte(n))
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
	finite := func(f float32) bool { return !math.IsNaN(float64(f)) && !math.IsInf(float64(f), 0) }
	switch {
	case !finite(m.scale) || m.scale < 1e-6 || m.scale > 10:
		return fmt.Errorf("%w: scale", ErrCorrupt)
	case !finite(m.sharpness) || !finite(m.offset) || m.sharpness < 0:
		return fmt.Errorf("%w: calibration", ErrCorrupt)
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
	m.scale, m.sharpness, m.offset = r.float(), r.float(), r.float()
	labels := Labels(classes)
	for _, t := range r.uint16s(labels * labels) {
		m.transitions = append(m.transitions, int32(int16(t)))
	}
	m.Clusters = r.lookup()
	n := int(r.uint16())
	m.Middle, m.Coarse = r.uint16s(n), r.uint16s(n)
	m.Places, m.Names = r.lookup(), r.lookup()
	m.index = r.table()
	m.stride = (labels + 7) / 8
	rows := r.take(len(m.index.tags) * labels)
	if r.failed {
		return m
	}
	m.rows = unpack(rows, len(m.index.tags), labels, m.stride)
	return m
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
	counts := r.take(buckets)
	if r.failed || uint64(n) > uint64(len(r.s)) {
		r.failed = true
		return table{}
	}
	t := table{start: make([]uint32, buckets+1)}
	for b := range counts {
		t.start[b+1] = t.start[b] + uint32(counts[b])
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
