package reader

import (
	"iter"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/octet"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A Class is a set of words: months, units, verbs of what is to come.
type Class uint16

// A Table holds the words and rules of a language. Everything in it is constant:
// it is safe for concurrent use, and nothing is unpacked before it is used.
type Table struct {
	Words    string       // one after another
	WordAt   []uint16     // where each starts, from word 1 on, and where the last ends
	Slots    []uint32     // an open hash table of them: half of a hash, and the number; its size is a power of two
	Profiles []uint16     // of each word, from word 1 on
	Marks    string       // the profile of each mark of ASCII
	ValueAt  []uint16     // the values of each word are Values[ValueAt[w-1]:ValueAt[w]]
	Values   []ClassValue // in the order of the words
	Names    []int16      // of more than a word: see Name
	Named    Class        // the words with which they start; its values are where theirs are
	Opening  Class        // words with which a line starts a sentence, and does not go on
	Core     Class        // words that have to do with time or tense
	Proper   Class        // and those of them that always have a capital
	Nouns    bool         // have a capital
	Head     Class        // words that can end a compound
	Front    Class        // words that can stand in one before its end
	Ends     []uint16     // a hash table like Slots of the words that others can end in, read backwards
	EndSizes []uint32     // a bit for each number of bytes that they have, by the endRow of a word
	Only     Class        // words that start a name or are like any other
	Second   Class        // words that a name may have behind its first
	Nameless Class        // words that are like any other where they have no capital: they only start names

	Eponyms []Eponym

	Traits []Traits // of each profile
	Starts string   // rows of which of the masks of each group is that of a token
	First  string   // rows of the states behind the first token of an expression, by what the token before it is
	Likes  int      // columns of Begins
	Begins []string // the states behind the tokens that follow: rows of those before
	Groups []Group
	Rules  []Rule
	Code   []int16
}

// A Set is the classes of a profile, a bit each.
type Set [setWords]uint64

const setWords = 4

// Traits are what is common to tokens that no rule tells apart.
type Traits struct {
	Classes Set
	Starts  [Places]uint32 // where the row of its masks starts in Starts, by the place of a token in what a rule takes
	Begins  bool           // an expression may start with such a token, behind some other
	Before  uint8          // what it is to the rules that ask for a token before an expression
	Like    uint8          // which column it has there
}

// Places is how many tokens are looked at before a rule is tried.
const Places = 2

// A ClassValue is a class, and the value that a word has in it.
type ClassValue [2]int16

// mostDigits is the number of digits from which on numbers are alike.
const mostDigits = 5

// The first profiles are the same in all tables.
const (
	profileEnd    = iota
	profileWord                                // in no class
	profileNumber                              // of one digit; then of two, three, four and more
	profileMark   = profileNumber + mostDigits // one that no rule names
)

// A Group is rules of which the first that matches is taken.
type Group struct {
	Rule  int      // the number of its first
	Masks []uint64 // of the rules that may have some token in some place, a bit each
}

// A Rule is a pattern and what it assigns.
type Rule struct {
	Name     string
	Pattern  int32 // in Code
	Assign   int32 // in Code; negative for what only looks as if its group should match, which then does not
	Lead     int16 // the group that it starts with, or -1
	Slots    int8  // how many things it captures
	Restores bool  // changes the frame before it is sure to match
}

// Of yields the words of a class.
func (t *Table) Of(c Class) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, p := range t.Profiles {
			if t.in(p, c) && !yield(t.Words[t.WordAt[i]:t.WordAt[i+1]]) {
				return
			}
		}
	}
}

func (t *Table) in(profile uint16, c Class) bool {
	return t.Traits[profile].Classes[c>>6]&(1<<(c&63)) != 0
}

func (t *Table) value(word uint16, c Class) int {
	if word == 0 {
		return 0
	}
	for _, v := range t.Values[t.ValueAt[word-1]:t.ValueAt[word]] {
		if Class(v[0]) == c {
			return int(v[1])
		}
	}
	return 0
}

func (t *Table) markProfile(b byte) uint16 {
	if int(b) < len(t.Marks) {
		return uint16(t.Marks[b])
	}
	return profileMark
}

const (
	longestWord     = 24
	longestCompound = 64
	hashStart       = uint32(2166136261)
	hashPrime       = 16777619
)

// endHash is the place of an ending, whose bytes are added from its last to its first, in a table of ends.
func endHash(h uint32, b byte) uint32 { return (h ^ uint32(b)) * hashPrime }

// endRow is the row of EndSizes for words with these two bytes at their end.
func endRow(a, b byte) int { return (int(a) ^ 5*int(b)) % 64 }

// lookup finds a word by its hash, and by its first letters in lower case, as many as are hashed
// at a time. The other letters of ASCII may be capitals.
func (t *Table) lookup(word string, h, first uint64) (number uint16) {
	mask := uint32(len(t.Slots) - 1)
	for at := uint32(h >> 32); ; at++ {
		slot := t.Slots[at&mask]
		if slot == 0 || uint64(slot>>16) == h>>48 && t.is(uint16(slot), word, first) {
			return uint16(slot)
		}
	}
}

// is reports whether a word, of which the first letters are known in lower case, is the one of a number.
func (t *Table) is(number uint16, word string, first uint64) bool {
	start, end := int(t.WordAt[number-1]), int(t.WordAt[number])
	switch {
	case end-start != len(word):
		return false
	case start+octet.Size > len(t.Words):
		return lowered(word, t.Words[start:end])
	}
	same := (octet.Load(t.Words, start)^first)&octet.Mask(len(word)) == 0
	return same && (len(word) <= octet.Size || lowered(word[octet.Size:], t.Words[start+octet.Size:end]))
}

// lowered reports whether a word of as many bytes is the other but for capitals of ASCII.
func lowered(word, low string) bool {
	for i := range len(word) {
		if b := word[i]; b != low[i] && (b|0x20 != low[i] || b >= utf8.RuneSelf) {
			return false
		}
	}
	return true
}

// foreign looks up a word with letters outside of ASCII.
func (t *Table) foreign(k *Token, s string) bool {
	var buf [longestWord]byte
	low := lower(buf[:0], s[k.Start:k.End], longestWord)
	if low == nil {
		return false
	}
	h, first := octet.Hash(string(low))
	return t.found(k, t.lookup(string(low), h, first))
}

// found makes a token the word of a number, if that is one.
func (t *Table) found(k *Token, number uint16) bool {
	if number > 0 {
		k.Word, k.Profile = number, t.Profiles[number-1]
	}
	return number > 0
}

// lower appends a word in lower case, with i for ı, or returns nil if it could be longer than most.
func lower(to []byte, word string, most int) []byte {
	for _, r := range word {
		if len(to)+utf8.UTFMax > most {
			return nil
		}
		to = utf8.AppendRune(to, scan.Fold(r))
	}
	return to
}
