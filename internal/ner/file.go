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
//	"CDNE", version (1 byte), the length and the CRC-32 (IEEE) of the rest (2 × uint32)
//	language: the length (1) and the BCP 47 tag
//	classes: count (1), then of each the length (1) and the name
//	scale: float32
//	confidence: uint16 for each point of the curve
//	transitions: int16 for each pair of labels, row by row
//	clusters: a table with values, of which the highest bit marks words that are
//	usually small; sizes (2 × uint16) of the next two
//	middle, coarse: uint16 for each cluster
//	centroids: uint32 for each cluster; a bit for each word of the clusters
//	that has its own, in bytes; uint32 for each of those words
//	topics: count (1), size (1); of each topic so many float32
//	places, names: tables with values
//	pairs of words that have capitals together: a table
//	weights: a grid; a table and the uses of its hashes; for each of these a code a label
//	net: 1, or 0 when nothing of it follows (1 byte)
//	a grid; rows of the slots: a code a unit
//	traits: a grid; a table and the uses of its hashes; then their rows
//	bias: int32 for each unit
//	outputs: one byte a label for each unit
//	base: int32 for each label
//	shift, unit: float32
//
// A grid is the step (1 byte) and the lowest weight in steps (int8), see grid. Uses are
// four bits a hash, the low ones of a byte first, see places.
//
// A table is the count of its hashes (uint32), the number of hashes in each of
// the 65,536 buckets of their upper halves and the lower halves (uint16) in
// ascending order. The numbers are of 4 or 8 bits, as a byte before them says,
// the low ones of a byte first. Of a table of fewer than 1,024 hashes, this byte
// is 16, and the upper half of each follows instead (uint16).
//
// The values of a table, the weights and the rows of the net are coded: the count
// of the distinct values (uint32), these in ascending order (uint16 or bytes), and
// for each value the place of it among them, in 4, 8, 12 or 16 bits, as a byte
// before the places says; of two places, the low bits of the first come first.
const (
	magic   = "CDNE"
	version = 9
)

// Errors of Read.
var (
	ErrFormat  = errors.New("not a model file")
	ErrVersion = errors.New("model file of another version")
	ErrCorrupt = errors.New("model file is corrupt")
)

// Write writes the model.
func (m *Model) Write(w io.Writer) error {
	b := append(append([]byte(magic), version), make([]byte, HeadSize-len(magic)-1)...)
	b = append(append(b, byte(len(m.Language))), m.Language...)
	b = append(b, byte(len(m.Classes)))
	for _, c := range m.Classes {
		b = append(append(b, byte(len(c))), c...)
	}
	b = appendFloat(b, m.scale)
	b = appendUint16s(b, m.curve[:])
	for _, t := range m.transitions {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(max(-32767, min(32767, t)))))
	}
	clusters := m.Clusters.lookup()
	b = appendLookup(b, &clusters)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(m.Middle)))
	b = appendUint16s(b, m.Middle)
	b = appendUint16s(b, m.Coarse)
	b = m.appendCodes(b)
	b = m.appendTopics(b)
	b = appendLookup(b, &m.Places)
	b = appendLookup(b, &m.Names)
	b = appendTable(b, &m.together)
	b = appendUses(appendTable(appendGrid(b, m.grid), &m.features), m.use)
	labels := Labels(len(m.Classes))
	weights := make([]byte, 0, len(m.features.tags)*labels)
	for _, row := range places(m.use) {
		for l := range labels {
			weights = append(weights, m.code(row, l))
		}
	}
	b = appendCoded(b, weights)
	b = m.net.append(b)
	Seal(b)
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
	own := make([]byte, (len(x.Clusters.entries)+7)/8)
	var codes []byte
	for i, e := range x.Clusters.entries {
		if e.code != x.clusterCode(clusterOf(e.cluster)) {
			own[i/8] |= 1 << (i % 8)
			codes = binary.LittleEndian.AppendUint32(codes, e.code)
		}
	}
	return append(append(b, own...), codes...)
}

func (x *Lexicon) clusterCode(i int) uint32 {
	if i < 0 || i >= len(x.ClusterCodes) {
		return 0
	}
	return x.ClusterCodes[i]
}

// appendTopics appends the topics, which are all of one size.
func (x *Lexicon) appendTopics(b []byte) []byte {
	size := 0
	if len(x.Topics) > 0 {
		size = len(x.Topics[0])
	}
	b = append(b, byte(len(x.Topics)), byte(size))
	for _, t := range x.Topics {
		for _, v := range t {
			b = appendFloat(b, v)
		}
	}
	return b
}

func (n *Net) append(b []byte) []byte {
	if n == nil {
		return append(b, 0)
	}
	b = appendCoded(appendGrid(append(b, 1), n.grid), bytesOf(n.slots, nil))
	b = appendUses(appendTable(appendGrid(b, n.fine), &n.known), n.use)
	b = appendCoded(b, bytesOf(n.traits, places(n.use)))
	for _, v := range n.bias {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	b = append(b, n.outs...)
	for _, v := range n.base {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	return appendFloat(appendFloat(b, n.shift), n.unit)
}

func appendGrid(b []byte, g grid) []byte { return append(b, byte(g.step), byte(int8(g.low))) }

func appendUses(b []byte, use []uint8) []byte {
	for i := 0; i < len(use); i += 2 {
		two := use[i]
		if i+1 < len(use) {
			two |= use[i+1] << 4
		}
		b = append(b, two)
	}
	return b
}

// bytesOf returns the bytes of rows, those at such places or all as they stand.
func bytesOf(rows []netRow, places []int32) []byte {
	b := make([]byte, 0, Hidden*len(rows))
	for i := range rows {
		if places != nil {
			i = int(places[i])
		}
		for _, w := range rows[i] {
			b = binary.LittleEndian.AppendUint64(b, w)
		}
	}
	return b
}

// appendCoded appends values by their places among the distinct ones.
func appendCoded[T uint8 | uint16](b []byte, values []T) []byte {
	distinct := slices.Clone(values)
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(distinct)))
	for _, v := range distinct {
		b = append(b, byte(v))
		if v := uint16(v); T(0)-1 > 0xFF {
			b = append(b, byte(v>>8))
		}
	}
	places := make([]uint16, len(values), len(values)+1)
	for i, v := range values {
		at, _ := slices.BinarySearch(distinct, v)
		places[i] = uint16(at)
	}
	if len(places)%2 != 0 {
		places = append(places, 0)
	}
	width := codeWidth(len(distinct))
	b = append(b, byte(width))
	for i := 0; i < len(places); i += 2 {
		first, second := places[i], places[i+1]
		switch width {
		case 4:
			b = append(b, byte(first|second<<4))
		case 8:
			b = append(b, byte(first), byte(second))
		case 12:
			b = append(b, byte(first), byte(first>>8|second<<4), byte(second>>4))
		case 16:
			b = append(b, byte(first), byte(first>>8), byte(second), byte(second>>8))
		}
	}
	return b
}

// codeWidth returns the number of bits of places among so many values.
func codeWidth(n int) int {
	switch {
	case n <= 1<<4:
		return 4
	case n <= 1<<8:
		return 8
	case n <= 1<<12:
		return 12
	}
	return 16
}

func appendUint16s(b []byte, v []uint16) []byte {
	for _, x := range v {
		b = binary.LittleEndian.AppendUint16(b, x)
	}
	return b
}

func appendTable(b []byte, t *table) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(t.tags)))
	if len(t.tags) < few {
		return appendUint16s(appendUint16s(append(b, 16), t.few), t.tags)
	}
	counts := make([]byte, buckets)
	for i := range counts {
		counts[i] = byte(t.start[i+1] - t.start[i])
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
	return appendCoded(appendTable(b, &l.table), l.values)
}

// HeadSize is the number of bytes that CheckHead looks at.
const HeadSize = len(magic) + 1 + 2*4

// Seal makes the head of a model file fit the rest.
func Seal(file []byte) {
	rest := file[HeadSize:]
	binary.LittleEndian.PutUint32(file[HeadSize-8:], uint32(len(rest)))
	binary.LittleEndian.PutUint32(file[HeadSize-4:], crc32.ChecksumIEEE(rest))
}

// CheckHead returns the length of what follows the head of a model file, or an error
// if no model file of this version starts with head.
func CheckHead(head string) (rest int64, err error) {
	if len(head) < len(magic)+1 || head[:len(magic)] != magic {
		return 0, ErrFormat
	}
	if head[len(magic)] != version {
		return 0, fmt.Errorf("%w: %d, want %d", ErrVersion, head[len(magic)], version)
	}
	if len(head) < HeadSize {
		return 0, fmt.Errorf("%w: lengths", ErrCorrupt)
	}
	return int64(binary.LittleEndian.Uint32([]byte(head[HeadSize-8 : HeadSize]))), nil
}

// Read reads a model that Write wrote. It never panics, and takes no more memory
// than a few times the size of the input.
func Read(s string) (*Model, error) {
	rest, err := CheckHead(s)
	if err != nil {
		return nil, err
	}
	body := s[HeadSize:]
	if rest != int64(len(body)) {
		return nil, fmt.Errorf("%w: lengths", ErrCorrupt)
	}
	if checksum(body) != binary.LittleEndian.Uint32([]byte(s[HeadSize-4:HeadSize])) {
		return nil, fmt.Errorf("%w: checksum", ErrCorrupt)
	}
	r := reader{s: body}
	m := r.model()
	if r.failed || len(r.s) > 0 {
		return nil, fmt.Errorf("%w: lengths", ErrCorrupt)
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	if !m.prepare() {
		return nil, fmt.Errorf("%w: features", ErrCorrupt)
	}
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
	m.Language = r.take(int(r.byte()))
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
	m.Clusters = newWords(r.lookup())
	n := int(r.uint16())
	m.Middle, m.Coarse = r.uint16s(n), r.uint16s(n)
	r.codes(&m.Lexicon)
	r.topics(&m.Lexicon)
	m.Places, m.Names = r.lookup(), r.lookup()
	m.together = r.table()
	m.grid = r.grid()
	m.features = r.table()
	m.use = r.uses(len(m.features.tags))
	rows := r.weights(len(m.features.tags) * labels)
	if r.failed {
		return m
	}
	m.rows = unpack(rows, places(m.use), labels)
	m.net = r.net(labels)
	return m
}

// codes reads the centroids, and gives each word those of its own or of its
// cluster.
func (r *reader) codes(x *Lexicon) {
	x.ClusterCodes = r.uint32s(len(x.Middle))
	words := x.Clusters.entries
	own := r.take((len(words) + 7) / 8)
	if r.failed {
		return
	}
	codes := r.s
	for i := range words {
		switch {
		case own[i/8]>>(i%8)&1 == 0:
			words[i].code = x.clusterCode(clusterOf(words[i].cluster))
		case len(codes) < 4:
			r.failed = true
			return
		default:
			words[i].code = uint32(codes[0]) | uint32(codes[1])<<8 | uint32(codes[2])<<16 | uint32(codes[3])<<24
			codes = codes[4:]
		}
	}
	r.s = codes
}

func (r *reader) topics(x *Lexicon) {
	count, size := int(r.byte()), int(r.byte())
	for range count {
		topic := make([]float32, 0, size)
		for _, v := range r.uint32s(size) {
			topic = append(topic, math.Float32frombits(v))
		}
		x.Topics = append(x.Topics, topic)
	}
}

func (r *reader) net(labels int) *Net {
	if r.byte() == 0 {
		return nil
	}
	n := new(Net)
	n.grid = r.grid()
	n.slots = r.netRows(make([]uint8, Slots*SlotRows))
	n.fine = r.grid()
	n.known = r.table()
	n.use = r.uses(len(n.known.tags))
	n.traits = r.netRows(n.use)
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

func (r *reader) grid() grid {
	g := grid{step: int32(r.byte()), low: int32(int8(r.byte()))}
	r.failed = r.failed || g.step < 1 || g.step > maxStep || g.low > 0
	return g
}

// uses reads the classes of n hashes.
func (r *reader) uses(n int) []uint8 {
	s := r.take((n + 1) / 2)
	if r.failed {
		return nil
	}
	use := make([]uint8, n)
	for i := range use {
		use[i] = s[i/2] >> (i % 2 * 4) & 15
	}
	return use
}

// weights starts to read n codes of weights.
func (r *reader) weights(n int) code[uint8] {
	c := coded[uint8](r, n)
	r.failed = r.failed || slices.ContainsFunc(c.values, func(v uint8) bool { return v >= codes })
	return c
}

// netRows reads rows of the net, which are used so often.
func (r *reader) netRows(use []uint8) []netRow {
	c := r.weights(Hidden * len(use))
	if r.failed {
		return nil
	}
	out := make([]netRow, len(use))
	if c.width == 4 { // as packed ones are
		unpackNet(out, places(use), &c)
		return out
	}
	var space [Hidden]byte
	for _, i := range places(use) {
		c.next(space[:])
		for k := range out[i] {
			out[i][k] = binary.LittleEndian.Uint64(space[8*k:])
		}
	}
	return out
}

// unpackNet reads rows of values in four bits, two values at a time, to their places.
func unpackNet(rows []netRow, places []int32, c *code[uint8]) {
	var pairs [256]uint64
	for b := range pairs {
		pairs[b] = uint64(c.values[b&15]) | uint64(c.values[b>>4])<<8
	}
	for _, i := range places {
		for k := range rows[i] {
			s := c.s[4*k : 4*k+4]
			rows[i][k] = pairs[s[0]] | pairs[s[1]]<<16 | pairs[s[2]]<<32 | pairs[s[3]]<<48
		}
		c.s = c.s[Hidden/2:]
	}
}

// A code is coded values that are not read yet.
type code[T uint8 | uint16] struct {
	values []T // one for each place that can be written
	width  int
	s      string
}

// coded starts to read n values.
func coded[T uint8 | uint16](r *reader, n int) (c code[T]) {
	distinct := r.uint32()
	if distinct > 1<<16 || int(distinct) > len(r.s) {
		r.failed = true
		return c
	}
	c.width = codeWidth(int(distinct))
	c.values = make([]T, 1<<c.width)
	for i := range c.values[:distinct] {
		c.values[i] = T(r.byte())
		if T(0)-1 > 0xFF {
			c.values[i] |= T(uint16(r.byte()) << 8)
		}
	}
	if int(r.byte()) != c.width || n > 2*len(r.s) {
		r.failed = true
		return c
	}
	c.s = r.take((n + n%2) / 2 * c.width / 4)
	return c
}

// next reads the next values. Their number is even, but for the last ones.
func (c *code[T]) next(out []T) {
	if c.width == 4 { // most
		values, n := (*[16]T)(c.values), len(out)/2
		for s := c.s[:n]; len(s) > 0 && len(out) > 1; s, out = s[1:], out[2:] {
			out[0], out[1] = values[s[0]&15], values[s[0]>>4]
		}
		c.s = c.s[n:]
	}
	for len(out) > 0 {
		s := c.s
		var first, second uint16
		switch c.width {
		case 4:
			first, second = uint16(s[0]&15), uint16(s[0]>>4)
		case 8:
			first, second = uint16(s[0]), uint16(s[1])
		case 12:
			first, second = uint16(s[0])|uint16(s[1]&15)<<8, uint16(s[1]>>4)|uint16(s[2])<<4
		case 16:
			first, second = uint16(s[0])|uint16(s[1])<<8, uint16(s[2])|uint16(s[3])<<8
		}
		c.s = s[c.width/4:]
		out[0] = c.values[first]
		if len(out) == 1 {
			return
		}
		out[1] = c.values[second]
		out = out[2:]
	}
}

func (r *reader) uint32s(n int) []uint32 {
	s := r.take(4 * n)
	out := make([]uint32, len(s)/4)
	for i := range out {
		out[i] = uint32(s[4*i]) | uint32(s[4*i+1])<<8 | uint32(s[4*i+2])<<16 | uint32(s[4*i+3])<<24
	}
	return out
}

// unpack lays out rows of bytes in words of eight, at their places.
func unpack(c code[uint8], places []int32, labels int) []weightRow {
	rows := len(places)
	out := make([]weightRow, rows)
	var two [2 * Limit]byte
	var row [8 * stride]byte
	for i := range rows {
		from := i % 2 * labels
		if from == 0 {
			c.next(two[:min(2, rows-i)*labels])
		}
		copy(row[:labels], two[from:])
		for k := range stride {
			out[places[i]][k] = binary.LittleEndian.Uint64(row[8*k:])
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
	if bits == 16 {
		return r.few(int(n))
	}
	r.failed = r.failed || bits != 4 && bits != 8
	counts := r.take(buckets / 8 * bits)
	if r.failed || uint64(n) > uint64(len(r.s)) {
		r.failed = true
		return table{}
	}
	t := table{uppers: uppers{start: make([]uint32, buckets+1)}}
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
	if n < few {
		t.all(func(_ int, upper uint32) { t.few = append(t.few, uint16(upper)) })
		t.start = nil
	}
	return t
}

// few reads a table of n hashes, which are few.
func (r *reader) few(n int) table {
	t := table{uppers: uppers{few: r.uint16s(n)}, tags: r.uint16s(n)}
	if n >= few || r.failed || len(t.tags) != n || !slices.IsSorted(t.few) {
		r.failed = true
		return table{}
	}
	return t
}

func (r *reader) lookup() Lookup {
	t := r.table()
	c := coded[uint16](r, len(t.tags))
	if r.failed {
		return Lookup{}
	}
	l := Lookup{table: t, values: make([]uint16, len(t.tags))}
	c.next(l.values)
	return l
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
