//go:build race

package normalize

// The race detector drops pooled memory at random.
const pooled = false
