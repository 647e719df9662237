package fontcode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The rimes of Vietnamese without their tone marks, and what syllables begin and end
// with.
var (
	onsets = fields("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x")
	nuclei = fields(`a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iêu iu oa oai oao oay oă oe oeo oi oo ôi ơi
		ua uâ uây ue uê ui uo uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê yêu`)
	codas = fields("c ch m n ng nh p t")
)

// fields returns the words of s, decomposed.
func fields(s string) map[string]bool {
	set := map[string]bool{}
	for _, f := range strings.Fields(norm.NFD.String(s)) {
		set[f] = true
	}
	return set
}

// toneMarks are the marks of the tones of Vietnamese.
const (
	toneMarks = "\u0300\u0301\u0303\u0309\u0323"
	stopTones = "\u0301\u0323" // the tones that a syllable which ends in a stop has
)

// longestSyllable is the length of a syllable at most, in bytes.
const longestSyllable = 24

// IsSyllable reports whether a word is a syllable of Vietnamese, in any case.
func IsSyllable(word string) bool {
	if len(word) > longestSyllable {
		return false
	}
	var buf [2 * longestSyllable]byte
	bare, tone, ok := withoutTone(buf[:0], word)
	for n := 0; ok && n <= 3 && n <= len(bare); n++ {
		if (n == 0 || onsets[string(bare[:n])]) && isRime(bare[n:], tone) {
			return true
		}
	}
	return false
}

// withoutTone appends a word in small letters, decomposed, without the mark of its tone. It is
// not ok if there are several.
func withoutTone(bare []byte, word string) (_ []byte, tone rune, ok bool) {
	for i, r := range word {
		var one [utf8.UTFMax]byte
		parts := norm.NFD.PropertiesString(word[i:]).Decomposition()
		if parts == nil {
			parts = utf8.AppendRune(one[:0], r)
		}
		for len(parts) > 0 {
			r, n := utf8.DecodeRune(parts)
			parts = parts[n:]
			switch {
			case !strings.ContainsRune(toneMarks, r):
				bare = utf8.AppendRune(bare, unicode.ToLower(r))
			case tone != 0:
				return nil, 0, false
			default:
				tone = r
			}
		}
	}
	return bare, tone, true
}

// isRime reports whether that is what follows the consonants that a syllable begins with.
func isRime(rest []byte, tone rune) bool {
	for n := 0; n <= 2 && n < len(rest); n++ {
		nucleus, coda := rest[:len(rest)-n], rest[len(rest)-n:]
		if n > 0 && !codas[string(coda)] || !nuclei[string(nucleus)] {
			continue
		}
		if !isStop(coda) || strings.ContainsRune(stopTones, tone) {
			return true
		}
	}
	return false
}

func isStop(coda []byte) bool {
	switch string(coda) {
	case "c", "ch", "p", "t":
		return true
	}
	return false
}

// A vniPart is what the second of two characters of VNI adds to the first.
var vniParts = map[rune]string{
	'ù': "\u0301", 'ø': "\u0300", 'û': "\u0309", 'õ': "\u0303", 'ï': "\u0323",
	'â': "\u0302", 'á': "\u0302\u0301", 'à': "\u0302\u0300", 'å': "\u0302\u0309", 'ã': "\u0302\u0303", 'ä': "\u0302\u0323",
	'ê': "\u0306", 'é': "\u0306\u0301", 'è': "\u0306\u0300", 'ú': "\u0306\u0309", 'ü': "\u0306\u0303", 'ë': "\u0306\u0323",
}

// vniLetters are the characters of VNI that are letters of their own.
var vniLetters = map[rune]string{
	'ö': "ư", 'ô': "ơ", 'ñ': "đ", 'í': "í", 'ì': "ì", 'æ': "ỉ", 'ó': "ĩ", 'ò': "ị", 'î': "ỵ",
	'Ö': "Ư", 'Ô': "Ơ", 'Ñ': "Đ", 'Í': "Í", 'Ì': "Ì", 'Æ': "Ỉ", 'Ó': "Ĩ", 'Ò': "Ị", 'Î': "Ỵ",
}

// fromVNI returns text in the code of VNI fonts as Unicode has it, decomposed. A character that
// adds to a letter stands right after it.
func fromVNI(text string) string {
	var b strings.Builder
	before := ' '
	for _, r := range text {
		letter, part := "", ""
		if 0xC0 <= r && r <= 0xFF {
			letter, part = vniLetters[r], vniParts[unicode.ToLower(r)]
		}
		switch {
		case part != "" && strings.ContainsRune("aeiouyAEIOUYöôÖÔ", before):
			b.WriteString(part)
			r = 0
		case letter != "":
			b.WriteString(letter)
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}
