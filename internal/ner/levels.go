package ner

import "math"

// levels is how many values the bytes of a set of rows have. Weights are summed by
// the dozen, so that their errors cancel out: models lose nothing by it.
const levels = 16

// zero is the byte of a weight of zero.
const zero = 128

// fewer replaces the bytes of n words, of which word gives each, by the nearest of
// some values, which it places where the bytes are. Zero stays zero.
func fewer(n int, word func(i int) *uint64) {
	var count [256]float64
	for i := range n {
		w := *word(i)
		for k := range 8 {
			count[byte(w>>(8*k))]++
		}
	}
	to := nearestLevels(&count)
	for i := range n {
		w, out := word(i), uint64(0)
		for k := range 8 {
			out |= uint64(to[byte(*w>>(8*k))]) << (8 * k)
		}
		*w = out
	}
}

// nearestLevels returns the level of each byte, given how often each occurs. The
// levels start close together where bytes are frequent; then each becomes the mean
// of the bytes that are nearest to it, again and again.
func nearestLevels(count *[256]float64) (to [256]byte) {
	var centres [levels]float64
	all := 0.0
	for _, n := range count {
		all += math.Cbrt(n)
	}
	sum, next := 0.0, 0
	for b, n := range count {
		for sum += math.Cbrt(n); next < levels && sum*levels >= (float64(next)+0.5)*all; next++ {
			centres[next] = float64(b)
		}
	}
	for range 50 {
		var total, members [levels]float64
		for b, n := range count {
			c := nearestOf(&centres, float64(b))
			total[c] += n * float64(b)
			members[c] += n
		}
		for c, n := range members {
			if n > 0 {
				centres[c] = total[c] / n
			}
		}
		centres[nearestOf(&centres, zero)] = zero
	}
	for b := range to {
		to[b] = byte(math.Round(centres[nearestOf(&centres, float64(b))]))
	}
	return to
}

func nearestOf(centres *[levels]float64, x float64) int {
	best := 0
	for c := range centres {
		if math.Abs(centres[c]-x) < math.Abs(centres[best]-x) {
			best = c
		}
	}
	return best
}
