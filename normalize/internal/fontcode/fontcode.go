// Package fontcode knows text in the codes of fonts: Latin letters and signs that only
// a font shows as what they stand for. There are no free tables of these, and such text
// is left to those who have the font.
package fontcode

import (
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

// starting holds the words above by their first two bytes, which pairs has the number of.
var starting, pairs = func() (words [][]string, pairs [1 << 16]uint8) {
	words = append(words, nil)
	for _, list := range [...][]string{common[:], begins[:]} {
		for _, word := range list {
			n := &pairs[pairOf(word)]
			if *n == 0 {
				*n = uint8(len(words))
				words = append(words, nil)
			}
			words[*n] = append(words[*n], word)
		}
	}
	return words, pairs
}()

func pairOf(s string) int { return int(s[0])<<8 | int(s[1]) }

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
// than taking the line apart.
func mayBe(line string) bool {
	for i := 0; i+1 < len(line); i++ {
		if n := pairs[pairOf(line[i:])]; n != 0 && startsOne(line[i:], n) {
			return true
		}
		for i < len(line) && ' ' < line[i] && line[i] < utf8.RuneSelf {
			i++
		}
	}
	return false
}

// startsOne reports whether s starts as one of the words with the number of its first two bytes.
func startsOne(s string, n uint8) bool {
	for _, word := range starting[n] {
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
