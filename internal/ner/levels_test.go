package ner

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Bytes become the nearest of sixteen, in their order, and zero stays zero.
func TestFewer(t *testing.T) {
	var rows []uint64
	for b := range 256 {
		rows = append(rows, uint64(b)*0x0101010101010101)
	}
	fewer(len(rows), func(i int) *uint64 { return &rows[i] })
	var distinct []byte
	for b, w := range rows {
		got := byte(w)
		assert.Equal(t, uint64(got)*0x0101010101010101, w)
		assert.InDelta(t, b, got, 12)
		distinct = append(distinct, got)
	}
	assert.Equal(t, byte(zero), byte(rows[zero]))
	assert.True(t, slices.IsSorted(distinct))
	assert.Len(t, slices.Compact(distinct), levels)
}

// Values come out of their code as they went in, however many distinct ones.
func TestCoded(t *testing.T) {
	for _, distinct := range []int{1, 16, 17, 256, 257, 4096, 5000} {
		var values []uint16
		for i := range 2*distinct + 1 {
			values = append(values, uint16(7*(i%distinct)))
		}
		b := appendCoded(nil, values)
		r := reader{s: string(b)}
		c := coded[uint16](&r, len(values))
		got := make([]uint16, len(values))
		c.next(got)
		assert.Equal(t, values, got, "%d distinct", distinct)
		assert.False(t, r.failed)
		assert.Empty(t, r.s)
		r = reader{s: string(b[:len(b)-1])}
		coded[uint16](&r, len(values))
		assert.True(t, r.failed)
	}
	bytes := []uint8{0, 255, 3, 3}
	r := reader{s: string(appendCoded(nil, bytes))}
	c := coded[uint8](&r, len(bytes))
	got := make([]uint8, len(bytes))
	c.next(got[:2])
	c.next(got[2:])
	assert.Equal(t, bytes, got)
}
