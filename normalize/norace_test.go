//go:build !race

package normalize

const pooled = true
