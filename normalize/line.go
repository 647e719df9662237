package normalize

import (
	"math/bits"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/lang/guess"
	"github.com/copydesk-go/copydesk/internal/lang/guess/words"
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
	weights := englishWeights()
	for i := 0; ; {
		for i < len(line) && !scan.Letter(line[i]) {
			i++
		}
		if i == len(line) {
			return weight >= 2 && weight > strangeWords(line)
		}
		n, end, capital := words.At(line, i)
		w := int(weights[n])
		switch {
		case w == 0 || !scan.StartsWord(line, i) || !scan.EndsWord(line, end):
		case w == 1:
			bit := uint64(1) << (n % 64)
			if shared&bit == 0 {
				weight++
			}
			shared |= bit
		case w > 0 || !capital: // names of places begin with a capital: "Los Angeles"
			weight += w
		}
		if weight >= plainlyEnglish {
			return true
		}
		i = end
	}
}

// englishWeights says how much each of the commonest words of languages, by its number,
// speaks for English or, below zero, against it.
var englishWeights = sync.OnceValue(func() *[words.Count + 1]int8 {
	var t [words.Count + 1]int8
	for n := 1; n < len(t); n++ {
		word := words.Word(n)
		t[n] = int8(englishWeight(word))
		if t[n] == 0 && !words.English(words.Languages(word)) && !isHomograph(word) {
			t[n] = -2
		}
	}
	return &t
})

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
		case 0x2000 <= r && r < 0x2070, !unicode.IsLetter(r), 0xFB00 <= r && r <= 0xFB06: // a ligature is of English
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

// isFamiliar reports whether a line reads as German, Spanish or French.
func isFamiliar(line string) bool {
	switch guess.Of(line) {
	case "de", "es", "fr":
		return true
	}
	return false
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

// A showing is all that is asked of a setting: two that are the same mean the same for each place.
type showing struct {
	tokenized, many, none bool    // marks right after the word
	noCommas, glued       bool    // commas
	attaches              [2]bool // of semicolons, and the other marks
}

func (s *setting) shows() showing {
	return showing{
		s.tokenized(), s.attached >= manyMarks, s.attached == 0,
		s.commas == 0, s.gluesCommas(),
		[2]bool{s.attachesMark(';'), s.attachesMark(':')},
	}
}

// gluesCommas reports whether most commas between words have no space after them.
func (s *setting) gluesCommas() bool { return s.glued >= 2 && s.glued > s.commas }

// A habit is what steps ask of all of a text, found out when it is first asked for: its setting and
// its words.
type habit struct {
	counted bool
	setting
	words *wordSet
	pairs *wordSet // of words with a hyphen between
}

// countsWords reports whether the words of the text are known.
func (h *habit) countsWords() bool { return h.words != nil || h.pairs != nil }

func (h *habit) of(text string) *setting {
	if !h.counted {
		h.setting, h.counted = settingOf(text), true
	}
	return &h.setting
}

func settingOf(text string) (s setting) {
	i := 1
	for ; i+8 <= len(text); i += 8 {
		for found := signs(eightBytes(text[i : i+8])); found != 0; found &= found - 1 {
			if at := i + bits.TrailingZeros64(found)>>3; isMark[text[at]] {
				s.count(text, at)
			}
		}
	}
	for ; i < len(text); i++ {
		if isMark[text[i]] {
			s.count(text, i)
		}
	}
	return s
}

// count counts the mark at i.
func (s *setting) count(text string, i int) {
	b, before := text[i], text[i-1]
	if i+1 < len(text) && text[i+1] > ' ' {
		if b == ',' && scan.Letter(before) && scan.Letter(text[i+1]) {
			s.glued++
		}
		return
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

// isMark holds the marks that are set after words.
var isMark = [256]bool{',': true, '.': true, ';': true, ':': true, '!': true, '?': true}

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
