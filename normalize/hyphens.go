package normalize

import (
	"hash/maphash"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
	"github.com/copydesk-go/copydesk/internal/wordlist"
)

// Hyphens is the step that joins words which were parted at the ends of lines,
// as in the text of printed pages: "the govern-⏎ment", and with other signs for
// the hyphen, "the govern¬⏎ment".
//
// A word is joined if English has it (see package wordlist, whose list it is) or
// if the text has it elsewhere, and if English has neither of its parts. What a
// hyphen belongs to stays: "well-⏎known", "two-⏎or three-year". The line end goes
// with the hyphen.
//
// Changes are named "hyphens".
type Hyphens struct{}

// Name returns "hyphens".
func (Hyphens) Name() string { return "hyphens" }

// Edits proposes to take out each hyphen with its line end.
func (x Hyphens) Edits(text string, emit func(start, end int, replacement string)) {
	x.edits(text, new(habit), emit)
}

// edits is Edits for a text of which the words may be known.
func (Hyphens) edits(text string, known *habit, emit func(start, end int, replacement string)) {
	h := newHyphenScan(text, known)
	for i := hyphenStarts.next(text, 0); i < len(text); i = hyphenStarts.next(text, i) {
		start := startOfMark(text, i)
		if end := h.at(start); end > start {
			emit(start, end, "")
			i = end
		} else {
			i++
		}
	}
}

// hyphenStarts marks the signs that may part a word, and hyphens before white space. Of U+2010 it
// is the last two bytes, since most marks begin with the same two.
var hyphenStarts = newStarts(start{"-", oneOf(" \r\n")}, start{"\xC2", oneOf("\xAC\xAD")}, start{"\x80", oneOf("\x90")})

// A hyphenScan looks at single hyphens of a text.
type hyphenScan struct {
	text    string
	english lineCache
	known   *habit
}

func newHyphenScan(text string, known *habit) hyphenScan {
	return hyphenScan{text: text, english: lineCache{of: isEnglish}, known: known}
}

// at returns the end of what is to be taken out at i, or i.
func (h *hyphenScan) at(i int) int {
	text := h.text
	next, sign := hyphenSign(text, i)
	if next == i {
		return i
	}
	end := lineStart(text, next)
	if end == next && (sign == '-' || sign == '‐') {
		if end = spaceAfter(text, next); end == next {
			return i // within a word or between two
		}
	}
	head, tail := letterStart(text, i), letterEnd(text, end)
	switch {
	case head == i, tail == end, sign == '\u00ad' && end == next:
	case sign != '-' && sign != '‐':
		// At the end of a line it stands only where a word was parted.
		if i-head > 1 && tail-end > 1 && unicode.IsLower(firstRune(text[end:])) && (end > next || h.knows(text[head:i], text[end:tail])) {
			return end
		}
	case h.parted(text[head:i], text[end:tail], end == next+1 && text[next] == ' ', i):
		return end
	}
	return i
}

// hyphenSign returns the sign at i that may part a word, and where it ends.
func hyphenSign(text string, i int) (end int, sign rune) {
	switch rest := text[i:]; {
	case rest[0] == '-':
		end, sign = i+1, '-'
	case rest[0] == 0xE2 && (len(rest) < 3 || rest[2] != 0x90): // most marks
	case strings.HasPrefix(rest, "‐"):
		end, sign = i+len("‐"), '‐'
	case strings.HasPrefix(rest, "¬"):
		end, sign = i+len("¬"), '¬'
	case strings.HasPrefix(rest, "\u00ad"):
		end, sign = i+len("\u00ad"), '\u00ad'
	}
	if sign == 0 || end == len(text) {
		return i, 0
	}
	return end, sign
}

// lineStart returns the start of the next line if i is the end of one, or i.
func lineStart(text string, i int) int {
	at := i
	for at < len(text) && (text[at] == ' ' || text[at] == '\r') {
		at++
	}
	if at == len(text) || text[at] != '\n' {
		return i
	}
	for at++; at < len(text) && (text[at] == ' ' || text[at] == '\t'); at++ {
	}
	return at
}

// spaceAfter returns the end of the single space at i, or i.
func spaceAfter(text string, i int) int {
	if i+1 < len(text) && text[i] == ' ' && text[i+1] > ' ' {
		return i + 1
	}
	return i
}

func letterStart(text string, i int) int {
	for i > 0 {
		if scan.Letter(text[i-1]) {
			i--
			continue
		}
		r, n := utf8.DecodeLastRuneInString(text[:i])
		if !isLetter(r) {
			break
		}
		i -= n
	}
	return i
}

func letterEnd(text string, i int) int {
	for i < len(text) {
		if scan.Letter(text[i]) {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			break
		}
		i += n
	}
	return i
}

// longestPart bounds the parts of words, in bytes.
const longestPart = 48

// parted reports whether a hyphen at i parts a word into head and tail. Without
// a line end between them, one of the two must be no word.
func (h *hyphenScan) parted(head, tail string, sameLine bool, i int) bool {
	if len(head) > longestPart || len(tail) > longestPart || !sameCase(head, tail) {
		return false
	}
	var buf [2 * longestPart]byte
	joined := string(append(append(buf[:0], head...), tail...))
	if sameLine {
		return len(head) > 1 && len(tail) > 1 && isDictionaryWord(joined) && !(isWord(head) && isWord(tail)) && h.english.at(h.text, i)
	}
	known := isDictionaryWord(joined)
	headKnown, tailKnown := isWord(head), isWord(tail)
	switch {
	case linksWords(tail) && headKnown:
		return false // two- or three-year
	case h.hasPair(head + "-" + tail):
		return false
	case known:
		return !isPair(strings.ToLower(head), tail)
	case h.has(joined):
		return true
	}
	return !headKnown && !tailKnown && len(head) > 1 && len(tail) > 2 && h.english.at(h.text, i)
}

// knows reports whether English or the text has the word of these two parts.
func (h *hyphenScan) knows(head, tail string) bool {
	if len(head) > longestPart || len(tail) > longestPart {
		return false
	}
	joined := head + tail
	return isDictionaryWord(joined) || h.has(joined)
}

// sameCase reports whether the second part of a word goes on in the letters of
// the first: small, or capitals after capitals.
func sameCase(head, tail string) bool {
	if unicode.IsLower(firstRune(tail)) {
		return true
	}
	return len(head) > 1 && len(tail) > 1 && strings.ToUpper(head) == head && strings.ToUpper(tail) == tail
}

// isDictionaryWord reports whether English has a word, or a month or day is
// called so.
func isDictionaryWord(word string) bool {
	if wordlist.Has(word) {
		return true
	}
	var buf [longestWord]byte
	small := lower(&buf, word)
	return isWeekday(string(small)) || isMonth(string(small)) && len(small) > 3
}

// has reports whether the text has a word elsewhere.
func (h *hyphenScan) has(word string) bool {
	k := h.known
	if k.words == nil {
		k.words = newWordSet(h.text)
		k.words.addWords()
	}
	return k.words.has(word)
}

// hasPair reports whether the text has two words with a hyphen between them.
func (h *hyphenScan) hasPair(pair string) bool {
	k := h.known
	if k.pairs == nil {
		k.pairs = newWordSet(h.text)
		k.pairs.addPairs()
	}
	return k.pairs.has(pair)
}

// A wordSet knows words of a text, in any case.
type wordSet struct {
	text  string
	seed  maphash.Seed
	slots []wordSlot // by hash, the length is a power of two
	n     int
}

// A wordSlot says where a word stands, or holds none if that has no size.
type wordSlot struct{ start, size uint32 }

func newWordSet(text string) *wordSet {
	const fewest = 64
	return &wordSet{text: text, seed: maphash.MakeSeed(), slots: make([]wordSlot, fewest)}
}

// addWords adds all words that no hyphen follows.
func (s *wordSet) addWords() {
	for i := 0; i < len(s.text); {
		end := letterEnd(s.text, i)
		if end == i {
			_, n := utf8.DecodeRuneInString(s.text[i:])
			i += n
			continue
		}
		if end == len(s.text) || s.text[end] != '-' {
			s.add(i, end)
		}
		i = end
	}
}

// addPairs adds each two words with a hyphen between them.
func (s *wordSet) addPairs() {
	text := s.text
	for i := nextByte(text, 0, '-'); i < len(text); i = nextByte(text, i+1, '-') {
		if start, end := letterStart(text, i), letterEnd(text, i+1); start < i && end > i+1 {
			s.add(start, end)
		}
	}
}

// add adds a word of a usual length, unless it stands further on than any article is long.
func (s *wordSet) add(start, end int) {
	if end-start > 2*longestPart || uint64(start) > math.MaxUint32 {
		return
	}
	slot := s.find(s.text[start:end])
	if slot.size > 0 {
		return
	}
	*slot = wordSlot{uint32(start), uint32(end - start)}
	if s.n++; 4*s.n > 3*len(s.slots) {
		s.grow()
	}
}

func (s *wordSet) has(word string) bool { return s.find(word).size > 0 }

// find returns the slot of a word, or the empty one where it would be.
func (s *wordSet) find(word string) *wordSlot {
	var buf [2 * longestPart]byte
	for i := maphash.Bytes(s.seed, appendSmall(buf[:0], word)); ; i++ {
		slot := &s.slots[i&uint64(len(s.slots)-1)]
		if slot.size == 0 || sameWord(s.at(*slot), word) {
			return slot
		}
	}
}

// appendSmall appends a word in small letters.
func appendSmall(dst []byte, word string) []byte {
	if skipASCII(word, 0) == len(word) {
		return appendLower(dst, word)
	}
	for _, r := range word {
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}

// at returns the word of a slot.
func (s *wordSet) at(slot wordSlot) string { return s.text[slot.start:][:slot.size] }

// grow doubles the room.
func (s *wordSet) grow() {
	old := s.slots
	s.slots = make([]wordSlot, 2*len(old))
	for _, slot := range old {
		if slot.size > 0 {
			*s.find(s.at(slot)) = slot
		}
	}
}

// sameWord reports whether two words are the same in small letters.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	for a != "" && b != "" {
		r, n := utf8.DecodeRuneInString(a)
		q, m := utf8.DecodeRuneInString(b)
		if r != q && unicode.ToLower(r) != unicode.ToLower(q) {
			return false
		}
		a, b = a[n:], b[m:]
	}
	return a == b
}
