package words

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

const (
	whole       = 60    // what a common word tells, shared among the languages that have it
	mostWords   = 24    // of a text that are looked at
	fewWords    = 12    // after which most texts have told
	enough      = 40    // what is told of the language of a text that is in it
	ahead       = 10    // by how much more than of any other
	least       = 1     // or than of any other that is read, of several common words
	leastPart   = 4     // one word in so many is common in the language of a text
	strangeness = 20    // what a word tells against a language that lacks one of its letters
	script      = "und" // the tag of a text in a script of its own
)

// A tally is what words tell of languages, by place.
type tally struct {
	told, hits [64]int16
	seen       uint64 // languages of which something is told
	words      int
	apart      int // in another script
}

// Tell returns the tag of the language that the first words of a text are surely in, or
// "" if few of them are common in any language, or in several; "und" if most of them are in
// another script than the Latin one; and how many words it looked at. It looks at some two
// dozen words, and allocates nothing.
func Tell(text string) (tag string, looked int) {
	at, looked := tell(text)
	return tagOf(at), looked
}

// What stands for a language that is not told, and for the languages of other scripts.
const (
	untold = -1
	apart  = -2
)

func tagOf(at int) string {
	switch at {
	case untold:
		return ""
	case apart:
		return script
	}
	return tags[at]
}

// tell is Tell with the language by its place.
func tell(text string) (at, looked int) {
	var t tally
	var buf [2 * Longest]byte
	for word := range all(text) {
		if word[0] >= utf8.RuneSelf {
			if r, _ := utf8.DecodeRuneInString(word); !unicode.Is(unicode.Latin, r) {
				t.apart++
			}
		}
		t.add(lower(buf[:0], word))
		if t.words == mostWords || t.words == fewWords && t.tells() {
			break
		}
	}
	return t.best(), t.words
}

// tells reports whether the first words leave no doubt.
func (t *tally) tells() bool {
	at := t.best()
	return at == english || at != untold && t.hits[english] == 0
}

// add adds a word in lower case; nothing stands for one that is too long to be common.
func (t *tally) add(word []byte) {
	t.words++
	if !ascii(word) {
		for l := range read {
			if strange(word, read[l].letters) {
				t.told[read[l].place] -= strangeness
			}
		}
	}
	found := find(word)
	if found == 0 {
		return
	}
	l := more[found-1]
	t.seen |= l
	share := int16(whole / bits.OnesCount64(l))
	for ; l != 0; l &= l - 1 {
		n := bits.TrailingZeros64(l)
		t.told[n] += share
		t.hits[n]++
	}
}

// best is the language of which enough is told, or untold. Where it surely is not
// English, those that are read come before those that are not.
func (t *tally) best() int {
	if 2*t.apart > t.words {
		return apart
	}
	first, second, rival := t.first()
	hits, home := t.hits[first], t.hits[english]
	if leastPart*int(hits) < t.words || first != english && hits <= 2*home {
		return untold
	}
	told := t.told[first]
	if told >= enough && told-second >= ahead || told-rival >= least && hits >= 2 && hits-home >= 2 {
		return first
	}
	return untold
}

// first is the language of which most is told, and how much is told of the next, and of the next
// of those that are read.
func (t *tally) first() (first int, second, rival int16) {
	told := func(l int) int16 {
		if t.told[l] > 0 && allRead>>l&1 == 1 {
			return t.told[l] + ahead/2
		}
		return t.told[l]
	}
	for seen := t.seen; seen != 0; seen &= seen - 1 {
		if l := bits.TrailingZeros64(seen); told(l) > told(first) {
			first = l
		}
	}
	for seen := t.seen &^ (1 << first); seen != 0; seen &= seen - 1 {
		l := bits.TrailingZeros64(seen)
		second = max(second, t.told[l])
		if allRead>>l&1 == 1 {
			rival = max(rival, t.told[l])
		}
	}
	return first, second, rival
}

func ascii(word []byte) bool {
	for _, b := range word {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// strange reports whether a word has a letter that is neither of ASCII nor one of those.
func strange(word []byte, letters string) bool {
	for _, r := range string(word) {
		if r >= utf8.RuneSelf && !strings.ContainsRune(letters, r) {
			return true
		}
	}
	return false
}

// all yields the words of a text.
func all(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range text {
			switch in := inWord(r); {
			case in && start < 0:
				start = i
			case !in && start >= 0:
				if !yield(text[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(text[start:])
		}
	}
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return scan.Letter(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// lower appends a word in lower case, or nothing if it is too long to be common.
func lower(b []byte, word string) []byte {
	if len(word) >= Longest {
		return b
	}
	for _, r := range word {
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r |= 0x20
			}
			b = append(b, byte(r))
			continue
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}
