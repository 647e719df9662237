// Package words holds the commonest words of languages.
package words

// Slots is the size of the table that words are found in.
const Slots = 4096

// Longest is more than the length in bytes of any word.
const Longest = 24

// Hash returns the number of the slot at which to begin looking for a word.
func Hash[T string | []byte](word T) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return (h ^ h>>15) % Slots
}

// Languages returns the languages that have a word, in lower case, among their
// commonest, a bit for each by its place in internal/letters.
func Languages[T string | []byte](word T) uint64 {
	if len(word) >= Longest {
		return 0
	}
	for at := Hash(word); ; at++ {
		n := slots[at%Slots]
		if n == 0 {
			return 0
		}
		start := uint16(0)
		if n > 1 {
			start = ends[n-2]
		}
		if string(word) == packed[start:ends[n-1]] {
			return sets[n-1]
		}
	}
}
