// Package words holds the commonest words of languages.
package words

// Slots is the size of the table that words are found in.
const Slots = 8192

// Longest is more than the length in bytes of any word.
const Longest = 24

// The hash is FNV-1a, folded.
const (
	hashOf  = 2166136261
	hashing = 16777619
)

// Hash returns the number of the slot at which to begin looking for a word.
func Hash[T string | []byte](word T) uint32 {
	h := uint32(hashOf)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * hashing
	}
	return (h ^ h>>15) % Slots
}

// Languages returns the languages that have a word, in lower case, among their
// commonest, a bit for each by its place in internal/letters.
func Languages[T string | []byte](word T) uint64 {
	if n := Number(word); n > 0 {
		return sets[n-1]
	}
	return 0
}

// Number returns the number of a word, in lower case, or 0 if it is not among the
// commonest of any language.
func Number[T string | []byte](word T) int {
	if n := find(word); n <= Count {
		return n
	}
	return 0
}

// find returns the number of a word, of those too that only tell the language of a text.
func find[T string | []byte](word T) int {
	if len(word) >= Longest {
		return 0
	}
	for at := Hash(word); ; at++ {
		n := slots[at%Slots]
		if n == 0 {
			return 0
		}
		if string(word) == Word(int(n)) {
			return int(n)
		}
	}
}

// At returns the number of the word of ASCII letters, in any case, that begins at i, where it
// ends and whether it has a capital.
func At(text string, i int) (n, end int, capital bool) {
	n, end, capital = wordAt(text, i)
	if n > Count {
		n = 0
	}
	return n, end, capital
}

// wordAt is At with the words too that only tell the language of a text.
func wordAt(text string, i int) (n, end int, capital bool) {
	h, upper := uint32(hashOf), byte(0)
	for end = i; end < len(text); end++ {
		b := text[end] | 0x20
		if b-'a' >= 26 {
			break
		}
		upper |= b ^ text[end]
		h = (h ^ uint32(b)) * hashing
	}
	if capital = upper != 0; end-i >= Longest {
		return 0, end, capital
	}
	for at := (h ^ h>>15) % Slots; ; at++ {
		n = int(slots[at%Slots])
		if n == 0 || isLowered(text[i:end], Word(n)) {
			return n, end, capital
		}
	}
}

// isLowered reports whether a word of ASCII letters is the other in lower case.
func isLowered(word, lower string) bool {
	if len(word) != len(lower) {
		return false
	}
	for i := range len(word) {
		if word[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}

// Count is the greatest number of a word.
const Count = common

// Word returns the word of a number.
func Word(n int) string {
	start := uint16(0)
	if n > 1 {
		start = ends[n-2]
	}
	return packed[start:ends[n-1]]
}

// English reports whether a set of languages has English.
func English(languages uint64) bool { return languages>>english&1 != 0 }
