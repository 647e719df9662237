package normalize

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// longestWord is more than the length of any word that the lists hold.
const longestWord = 16

// lower returns the ASCII word in lower case, or "" when it is too long to be
// in a list. The buffer keeps it from costing an allocation.
func lower(buf *[longestWord]byte, word string) []byte {
	if len(word) > len(buf) {
		return nil
	}
	for i := range len(word) {
		b := word[i]
		if 'A' <= b && b <= 'Z' {
			b |= 0x20
		}
		buf[i] = b
	}
	return buf[:len(word)]
}

// isEnglish reports whether a line reads as English: it has two words that
// speak for it or one that does so twice, and none, or fewer, that speak
// against it. In a long line the first words decide.
func isEnglish(line string) bool {
	weight := 0
	shared := uint64(0) // words that other languages have too count once
	for i := 0; weight < plainlyEnglish; {
		start, end := nextWord(line, i)
		if start == end {
			return weight >= 2 && weight > strangeWords(line)
		}
		word := line[start:end]
		switch n := englishWeightOf(word); n {
		case 1:
			bit := uint64(1) << ((word[0] + 3*word[len(word)-1] + 5*byte(len(word))) & 63)
			if shared&bit == 0 {
				weight++
			}
			shared |= bit
		default:
			weight += n
		}
		if t := tonguesOf(word); t != 0 && t&alsoEnglish == 0 {
			weight -= 2
		}
		i = end
	}
	return true
}

// englishWeightOf is englishWeight for a word of any case. Most are in small
// letters, and need no copy.
func englishWeightOf(word string) int {
	for i := range len(word) {
		if word[i] < 'a' {
			var buf [longestWord]byte
			return englishWeight(string(lower(&buf, word)))
		}
	}
	return englishWeight(word)
}

// strangeWords counts the words of a line with letters outside ASCII, of which
// English has few.
func strangeWords(line string) (n int) {
	counted := false
	for i := skipASCII(line, 0); i < len(line); {
		if line[i] < utf8.RuneSelf {
			if counted = counted && scan.Letter(line[i]); counted {
				i++
			} else {
				i = skipASCII(line, i)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		i += size
		switch {
		case !unicode.IsLetter(r), 0xFB00 <= r && r <= 0xFB06: // a ligature is of English
			counted = false
		case !counted:
			n++
			counted = true
		}
	}
	return n
}

// plainlyEnglish is the weight at which a line is English whatever follows.
const plainlyEnglish = 16

// isFamiliar reports whether a line reads as German, Spanish or French: of
// their common words it has two or more, and fewer of other languages.
func isFamiliar(line string) bool {
	var votes [8]int
	for i := 0; ; {
		start, end := nextWord(line, i)
		if start == end {
			break
		}
		for set := tonguesOf(line[start:end]); set != 0; set &= set - 1 {
			votes[bits.TrailingZeros8(uint8(set))]++
		}
		i = end
	}
	most := max(votes[0], votes[1], votes[2])
	return most >= 2 && most > votes[3]
}

// nextWord returns where the next word at or after i is that is all ASCII
// letters: an empty range if there is none.
func nextWord(line string, i int) (start, end int) {
	for i < len(line) {
		if !scan.Letter(line[i]) {
			i++
			continue
		}
		end := asciiWordEnd(line, i)
		if scan.StartsWord(line, i) && scan.EndsWord(line, end) {
			return i, end
		}
		i = end
	}
	return i, i
}

func asciiWordEnd(s string, i int) int {
	for i < len(s) && scan.Letter(s[i]) {
		i++
	}
	return i
}

func asciiWordStart(s string, i int) int {
	for i > 0 && scan.Letter(s[i-1]) {
		i--
	}
	return i
}

// attachesMarks reports whether a line is in a script that sets commas and
// full stops right after the word: Latin or Cyrillic. Vietnamese is left out,
// since much of it is passed around in tokenized form, one mark to a line,
// where nothing tells damage from habit.
func attachesMarks(line string) bool {
	for i := skipASCII(line, 0); i < len(line); i = skipASCII(line, i) {
		r, n := utf8.DecodeRuneInString(line[i:])
		i += n
		switch {
		case r < 0x0180:
			if r == 'ă' || r == 'Ă' || r == 'đ' || r == 'Đ' || r == 'ĩ' || r == 'ũ' {
				return false
			}
		case 0x01A0 <= r && r <= 0x01B0, 0x1EA0 <= r && r <= 0x1EF9:
			return false
		case 0x2000 <= r && r <= 0x206F:
		case unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Cyrillic):
			return false
		}
	}
	return true
}

// A setting counts how the marks of a text are set.
type setting struct {
	attached, spaced           int // commas and full stops at the end of a word
	marksAttached, marksSpaced int // ; : ! ?
	commas, glued              int // commas between words with a space after them, without
}

func settingOf(text string) (s setting) {
	for i := nextMark(text, 1); i < len(text); i = nextMark(text, i+1) {
		b, before := text[i], text[i-1]
		if i+1 < len(text) && text[i+1] > ' ' {
			if b == ',' && scan.Letter(before) && scan.Letter(text[i+1]) {
				s.glued++
			}
			continue
		}
		spaced := before == ' ' && (i < 2 || text[i-2] != '.') // ". ," is one slip
		word := before >= utf8.RuneSelf || scan.Letter(before) || scan.Digit(before) || before == ')' || before == '"'
		switch {
		case b == ',' || b == '.':
			if spaced {
				s.spaced++
			} else if word {
				s.attached++
			}
			if b == ',' {
				s.commas++
			}
		case spaced:
			s.marksSpaced++
		case word:
			s.marksAttached++
		}
	}
	return s
}

// isMark holds the marks that are set after words.
var isMark = [256]bool{',': true, '.': true, ';': true, ':': true, '!': true, '?': true}

// nextMark returns the offset of the first of these marks from i on, or the
// length of the text.
func nextMark(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		for found := signs(eightBytes(text[i : i+8])); found != 0; found &= found - 1 {
			if at := i + bits.TrailingZeros64(found)>>3; isMark[text[at]] {
				return at
			}
		}
	}
	for i < len(text) && !isMark[text[i]] {
		i++
	}
	return i
}

// signs sets the highest bit of each of eight bytes that is one of 0x21 to 0x3F:
// the signs and digits of ASCII before its letters, but for the space.
func signs(x uint64) uint64 {
	const each, rest = 0x0101010101010101, 0x1F * 0x0101010101010101
	x ^= ' ' * each
	tooFar := x>>1&(0x70*each) + 0x70*each
	return (x&rest + 0x7F*each) &^ tooFar & (0x80 * each)
}

// tokenized reports whether the text sets its marks apart from the words on
// purpose. In such a text the marks right after a word are those of
// abbreviations.
func (s setting) tokenized() bool {
	if s.attached >= manyMarks {
		return s.spaced > s.attached
	}
	return s.spaced >= 2 && 2*s.spaced > s.attached
}
