package wordlist

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHas(t *testing.T) {
	for _, word := range []string{"government", "Government", "colour", "color", "café", "cafe", "million", "committee", "privately", "of", "AFTERNOON"} {
		assert.True(t, Has(word), word)
	}
	for _, word := range []string{"", "q", "govern-ment", "Tues", "lion4", "gover", "committe", "Leeds", "zzz", "привет", "naïveté!"} {
		assert.False(t, Has(word), word)
	}
}

func TestHasAllocatesNothing(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(100, func() { Has("Straightforwardly") }))
}
