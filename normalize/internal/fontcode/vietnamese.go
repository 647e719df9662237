package fontcode

import (
	"strings"
	"unicode"

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

func fields(s string) map[string]bool {
	set := map[string]bool{}
	for _, f := range strings.Fields(s) {
		set[f] = true
	}
	return set
}

// toneMarks are the marks of the tones of Vietnamese.
const (
	toneMarks = "\u0300\u0301\u0303\u0309\u0323"
	stopTones = "\u0301\u0323" // the tones that a syllable which ends in a stop has
)

// IsSyllable reports whether a word, in NFC, is a syllable of Vietnamese, in any case.
func IsSyllable(word string) bool {
	if len(word) > 24 {
		return false
	}
	tone := rune(0)
	bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune(toneMarks, r) {
			if tone != 0 {
				tone = unicode.MaxRune
			} else {
				tone = r
			}
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(word))
	if tone == unicode.MaxRune {
		return false
	}
	bare = norm.NFC.String(bare)
	for _, rest := range withoutOnset(bare) {
		for n := 0; n <= 2 && n < len(rest); n++ {
			nucleus, coda := rest[:len(rest)-n], rest[len(rest)-n:]
			if n > 0 && !codas[coda] || !nuclei[nucleus] {
				continue
			}
			stops := coda == "c" || coda == "ch" || coda == "p" || coda == "t"
			if !stops || strings.ContainsRune(stopTones, tone) {
				return true
			}
		}
	}
	return false
}

// withoutOnset returns what may follow the consonants that a syllable begins with.
func withoutOnset(syllable string) (rests []string) {
	rests = append(rests, syllable)
	for n := 1; n <= 3 && n <= len(syllable); n++ {
		if onset := syllable[:n]; onsets[onset] {
			rests = append(rests, syllable[n:])
		}
	}
	return rests
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

// fromVNI returns text in the code of VNI fonts as Unicode has it. A character that
// adds to a letter stands right after it.
func fromVNI(text string) string {
	var b strings.Builder
	before := ' '
	for _, r := range text {
		letter, part := vniLetters[r], vniParts[unicode.ToLower(r)]
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
	return norm.NFC.String(b.String())
}
