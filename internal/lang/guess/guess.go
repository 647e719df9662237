// Package guess tells the language of a line, a heading or a short text, from the
// letters of its words and from the commonest words of languages.
//
//	guess.Of("Der Rat kam am Montag zusammen") // de
//
// It knows the languages that internal/letters restores text to, by their BCP 47
// tags. A row in internal/lang/TAG/common.tsv is another common word.
//
// Costs are in sixteenths of a nat, as those of internal/letters.
package guess

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/lang/guess/words"
	"github.com/copydesk-go/copydesk/internal/letters"
)

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/lang/guess

const (
	// commonWord is what a common word costs at most: one in some fifty is such
	// a one.
	commonWord = 64
	// otherWord is what a word costs more in a language that has it not among
	// its common ones, where others have.
	otherWord = 40
	// foreignWord is the price of a word of another language.
	foreignWord = 64
	// most is more than the number of languages.
	most = 64
)

// A Tally adds up what words cost in each language. The zero value is ready.
type Tally struct {
	// Cost holds the costs, by the place of the language in internal/letters.
	// Words in another script than a language's count for nothing there.
	Cost [most]int32
	// Words is the number of words in each language's script.
	Words [most]int32

	word [most]int32
	buf  [words.Longest]byte
}

// Add adds a word, in any case.
func (t *Tally) Add(word []rune) {
	m := letters.Load()
	script := m.ScriptOf(word)
	if script.First == script.End {
		return
	}
	ids := letters.ID(0)
	for k := script.First; k < script.End; k++ {
		t.word[k] = 0
	}
	for _, r := range word {
		id := m.ID(r)
		for k := script.First; k < script.End; k++ {
			if id == 0 {
				t.word[k] += letters.Foreign
			} else {
				t.word[k] += m.Languages[k].Cost(ids, id)
			}
		}
		ids = id
	}
	common := words.Languages(t.lower(word))
	least := int32(1 << 30)
	for k := script.First; k < script.End; k++ {
		t.word[k] += m.Languages[k].Cost(ids, 0)
		switch {
		case common == 0:
		case common>>k&1 == 1:
			t.word[k] = min(t.word[k], commonWord)
		default:
			t.word[k] += otherWord
		}
		least = min(least, t.word[k])
	}
	for k := script.First; k < script.End; k++ {
		t.Cost[k] += min(t.word[k], least+foreignWord)
		t.Words[k]++
	}
}

// lower returns a word in lower case, or nothing if it is longer than any that is
// common.
func (t *Tally) lower(word []rune) []byte {
	b := t.buf[:0]
	for _, r := range word {
		if len(b)+utf8.UTFMax > len(t.buf) {
			return nil
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

// Best returns the language of a script in which the words cost least, by its place
// in internal/letters, and by how much less than in the next one.
func (t *Tally) Best(script letters.Script) (best int, lead int32) {
	best, second := script.First, int32(1<<30)
	for k := script.First + 1; k < script.End; k++ {
		if t.Cost[k] < t.Cost[best] {
			best, second = k, t.Cost[best]
		} else {
			second = min(second, t.Cost[k])
		}
	}
	return best, second - t.Cost[best]
}

// Of returns the tag of the language that a text is in, if it is in one of those
// known and its words leave little doubt, or "".
func Of(text string) string {
	var t Tally
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		t.Add([]rune(word))
	}
	m := letters.Load()
	best, script, lead := -1, int32(0), int32(0)
	for _, s := range m.Scripts() {
		if t.Words[s.First] > script {
			script = t.Words[s.First]
			best, lead = t.Best(s)
		}
	}
	if best < 0 || lead < doubt {
		return ""
	}
	return m.Languages[best].Tag
}

// doubt is by how much less words must cost in one language than in all others for
// the text to be in it.
const doubt = 32
