// Package fontcode knows text in the codes of fonts: Latin letters and signs that only
// a font shows as what they stand for. There are no free tables of these, and such text
// is left to those who have the font.
package fontcode

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// common are words that are common in the code of a font, of those that are words in no
// language of Latin letters: "of", "and", "was" and the like.
var common = [...]string{
	// Hindi in Kruti Dev
	"gS", "gSa", "dks", "vkSj", "Hkh", "Fkk", "Fks", "Fkh", "ugha", "djus", "fd;k", "fd;s", "fy,", "lkFk", "crk;k", "gqbZ", "gqvk", "gq,",
	"ljdkj", "iqfyl", "jgk", "jgh", ";g", ";s", "mUgksaus", "le;", "ckn", "ij",
	// Bengali in Bijoy
	"Ges", "Kiv", "K‡i", "n‡q‡Q", "‡_‡K", "†_‡K", "wb‡q", "e‡j", "‡mB", "Ab¨", "n‡e", "Rb¨", "†m", "†h", "†Kv‡bv", "Avwg", "evsjv", "evsjv‡`k",
	// Nepali in Preeti
	"g]kfn", "sf]", "nflu", "ug]{", "eg]sf]", "x'g]", "/x]sf]", "ljsf;", ";/sf/",
	// Tamil in Bamini
	"jkpo;", "kw;Wk;", ",e;j", "me;j", "vd;W", "mth;fs;", "jkpo;ehL",
}

// begins are how words in Kruti Dev begin that end in a letter which the font has
// outside ASCII or in an escaped sign.
var begins = [...]string{"dks", "le;&", "vkS", "gq"}

// A wordStart holds the words above that begin with the same two bytes, and the lowest six bits of
// what may follow these.
type wordStart struct {
	words  []string
	thirds uint64
}

// known marks a number of two bytes that is not 0.
const known = 0x80

// starting holds the words by their first two bytes, which pairs has the number of.
var starting, pairs = func() (starts [known]wordStart, pairs [1 << 16]uint8) {
	last := uint8(0)
	for _, list := range [...][]string{common[:], begins[:]} {
		for _, word := range list {
			n := &pairs[pairOf(word)]
			if *n == 0 {
				last++
				*n = known | last
			}
			start := &starts[*n&^known]
			start.words = append(start.words, word)
			if len(word) == 2 {
				start.thirds = ^uint64(0)
			} else {
				start.thirds |= 1 << (word[2] & 63)
			}
		}
	}
	return starts, pairs
}()

func pairOf(s string) uint16 { return uint16(s[0]) | uint16(s[1])<<8 }

// Is reports whether a line is in the code of a font: two of its words are common
// there, and one in eight at least, or one in two.
func Is(line string) bool {
	if !mayBe(line) {
		return false
	}
	n, found := 0, 0
	for word := range strings.FieldsSeq(line) {
		n++
		if isOne(word) {
			found++
		}
	}
	return found > 1 && 8*found >= n || found > 0 && 2*found >= n
}

// mayBe reports whether some word of a line may be one of those above. It is quicker
// than taking the line apart: it looks at eight places at a time, of which words start
// behind white space and what is not ASCII.
func mayBe(line string) bool {
	const each, high = 0x0101010101010101, 0x8080808080808080
	if len(line) > 1 && startsOne(line) {
		return true
	}
	i := 1
	for ; i+9 <= len(line); i += 8 {
		before := eightBytes(line[i-1 : i+7])
		starts := (before | ^(before&^high + (0x80-'!')*each)) & high
		for starts &= knownPairs(eightBytes(line[i:i+8]), eightBytes(line[i+1:i+9])); starts != 0; starts &= starts - 1 {
			if startsOne(line[i+bits.TrailingZeros64(starts)>>3:]) {
				return true
			}
		}
	}
	for ; i+1 < len(line); i++ {
		if b := line[i-1]; (b <= ' ' || b >= utf8.RuneSelf) && startsOne(line[i:]) {
			return true
		}
	}
	return false
}

// knownPairs sets the highest bit of each of eight bytes that begins, with the one behind it, one
// of the words. Odd holds the bytes behind those of even.
func knownPairs(even, odd uint64) uint64 {
	return uint64(pairs[uint16(even)]) | uint64(pairs[uint16(odd)])<<8 |
		uint64(pairs[uint16(even>>16)])<<16 | uint64(pairs[uint16(odd>>16)])<<24 |
		uint64(pairs[uint16(even>>32)])<<32 | uint64(pairs[uint16(odd>>32)])<<40 |
		uint64(pairs[uint16(even>>48)])<<48 | uint64(pairs[uint16(odd>>48)])<<56
}

// eightBytes returns the first eight bytes of s, the first one lowest.
func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// startsOne reports whether s, of two bytes or more, starts as one of the words.
func startsOne(s string) bool {
	start := &starting[pairs[pairOf(s)]&^known]
	if len(s) > 2 && start.thirds>>(s[2]&63)&1 == 0 {
		return false
	}
	for _, word := range start.words {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return false
}

// isOne reports whether a word is common in the code of a font, or begins so.
func isOne(word string) bool {
	for _, c := range common {
		if c == word {
			return true
		}
	}
	for _, begin := range begins {
		if rest, ok := strings.CutPrefix(word, begin); ok && rest != "" && (rest[0] >= utf8.RuneSelf || strings.ContainsAny(rest, ";&")) {
			return true
		}
	}
	return false
}
