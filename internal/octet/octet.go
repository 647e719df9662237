// Package octet looks at the letters of words eight bytes at a time.
package octet

import "math/bits"

// Size is how many bytes are looked at a time.
const Size = 8

const (
	each   = 0x0101010101010101 // a bit of each byte
	mixing = 0x9e3779b97f4a7c15
)

// Load returns the eight bytes of a text from a place on, the first in the lowest bits.
func Load(s string, i int) uint64 {
	s = s[i : i+Size]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Small makes capitals of ASCII small. Marks become others, but none a letter, and none that is a letter another.
func Small(bytes uint64) uint64 { return bytes | 0x20*each }

// Others has the top bit of each byte that is no small letter of ASCII.
func Others(bytes uint64) uint64 {
	low := bytes &^ (0x80 * each)
	from := low + (0x80-'a')*each   // the top bit of each from a on
	beyond := low + (0x7f-'z')*each // and of each behind z
	return (^from | beyond | bytes) & (0x80 * each)
}

// First is the place of the first byte with its top bit, or Size.
func First(bytes uint64) int { return bits.TrailingZeros64(bytes) / Size }

// Mask has the bits of the first n bytes.
func Mask(n int) uint64 {
	if n >= Size {
		return ^uint64(0)
	}
	return 1<<(Size*n) - 1
}

// Letters returns the letters of ASCII at a place in a text, in lower case and up to eight, and how many they are.
func Letters(s string, i int) (small uint64, n int) {
	if i+Size > len(s) {
		for ; i+n < len(s) && s[i+n]|0x20-'a' < 26; n++ {
			small |= uint64(s[i+n]|0x20) << (Size * n)
		}
		return small, n
	}
	small = Small(Load(s, i))
	n = First(Others(small))
	return small & Mask(n), n
}

// Threes is how many numbers Three gives to the first three letters of words.
const Threes = 2048

// Three is the number of the first three of some bytes.
func Three(bytes uint64) int { return int((bytes & 0xffffff) * mixing >> 53) }

// Mix adds the next bytes of a word to its hash, which starts as 0.
func Mix(hash, bytes uint64) uint64 { return (hash ^ hash>>29 ^ bytes) * mixing }

// Hash returns the hash of a word, and its first eight bytes.
func Hash(word string) (hash, first uint64) {
	for i := 0; i < len(word); i += Size {
		bytes := uint64(0)
		for j := i; j < min(len(word), i+Size); j++ {
			bytes |= uint64(word[j]) << (Size * (j - i))
		}
		if i == 0 {
			first = bytes
		}
		hash = Mix(hash, bytes)
	}
	return hash, first
}
