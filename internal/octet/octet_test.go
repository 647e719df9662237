package octet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Letters of a word are told from all other bytes, wherever they stand among eight.
func TestLetters(t *testing.T) {
	for b := range 256 {
		letter := 'a' <= b|0x20 && b|0x20 <= 'z'
		for at := range Size {
			for _, tail := range []string{"", strings.Repeat(" ", Size)} {
				text := strings.Repeat("m", at) + string([]byte{byte(b)}) + tail
				_, n := Letters(text, 0)
				want := at
				if letter {
					want++
				}
				assert.Equal(t, want, n, "byte %#x at %d", b, at)
			}
		}
	}
}

// A word has the same hash whether it is read from a text or from a table, and whatever stands behind it.
func TestHash(t *testing.T) {
	for _, word := range []string{"a", "may", "thursday", "wednesday", "administration", "commonwealthsday"} {
		want, first := Hash(word)
		for _, text := range []string{word, word + " and more of the text", strings.ToUpper(word) + ", and more"} {
			hash, start := uint64(0), uint64(0)
			for i, n := 0, Size; n == Size; i += n {
				var letters uint64
				if letters, n = Letters(text, i); n > 0 {
					hash = Mix(hash, letters)
				}
				if i == 0 {
					start = letters
				}
			}
			assert.Equal(t, want, hash, text)
			assert.Equal(t, first, start, text)
		}
	}
}
