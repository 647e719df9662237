// Package fontcode knows text in the codes of fonts: Latin letters and signs that only
// a font shows as what they stand for. There are no free tables of these, and such text
// is left to those who have the font.
package fontcode

import "strings"

// isCommon reports whether a word is common in the code of a font, of those that are
// words in no language of Latin letters: "of", "and", "was" and the like.
func isCommon(word string) bool {
	switch word {
	// Hindi in Kruti Dev
	case "gS", "gSa", "dks", "vkSj", "Hkh", "Fkk", "Fks", "Fkh", "ugha", "djus", "fd;k", "fd;s", "fy,", "lkFk", "crk;k", "gqbZ", "gqvk", "gq,",
		"ljdkj", "iqfyl", "jgk", "jgh", ";g", ";s", "mUgksaus", "le;", "ckn", "ij":
		return true
	// Bengali in Bijoy
	case "Ges", "Kiv", "K‡i", "n‡q‡Q", "‡_‡K", "†_‡K", "wb‡q", "e‡j", "‡mB", "Ab¨", "n‡e", "Rb¨", "†m", "†h", "†Kv‡bv", "Avwg", "evsjv", "evsjv‡`k":
		return true
	// Nepali in Preeti
	case "g]kfn", "sf]", "nflu", "ug]{", "eg]sf]", "x'g]", "/x]sf]", "ljsf;", ";/sf/":
		return true
	// Tamil in Bamini
	case "jkpo;", "kw;Wk;", ",e;j", "me;j", "vd;W", "mth;fs;", "jkpo;ehL":
		return true
	}
	return false
}

// begins are how words in Kruti Dev begin that end in a letter which the font has
// outside ASCII or in an escaped sign.
var begins = [...]string{"dks", "le;&", "vkS", "gq"}

// Is reports whether a line is in the code of a font: two of its words are common
// there, and one in eight at least, or one in two.
func Is(line string) bool {
	n, found := 0, 0
	for word := range strings.FieldsSeq(line) {
		n++
		if isCommon(word) || beginsSo(word) {
			found++
		}
	}
	return found > 1 && 8*found >= n || found > 0 && 2*found >= n
}

func beginsSo(word string) bool {
	for _, begin := range begins {
		if rest, ok := strings.CutPrefix(word, begin); ok && rest != "" && (rest[0] >= 0x80 || strings.ContainsAny(rest, ";&")) {
			return true
		}
	}
	return false
}
