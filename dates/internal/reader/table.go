package reader

import (
	"iter"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// A Class is a set of words: months, units, verbs of what is to come.
type Class uint16

// A Table holds the words and rules of a language. Everything in it is constant:
// it is safe for concurrent use, and nothing is unpacked before it is used.
type Table struct {
	Words    string       // one after another
	WordAt   []uint16     // where each starts, from word 1 on, and where the last ends
	Slots    []uint16     // an open hash table of their numbers; its size is a power of two
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
	Nameless Class        // words that are like any other where they have no capital: they only start names

	Eponyms []Eponym

	Traits []Traits // of each profile
	Starts string   // rows of which of the masks of each group is that of a token
	Likes  int      // columns of Begins
	Begins []string // the states behind the tokens that expressions start with: of each but the first, rows of those before it
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
	Begins  uint8          // the state of Begins behind such a token
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

// Hash is the place of a word, in lower case, in a table of slots.
func Hash(word string) uint32 {
	h := hashStart
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * hashPrime
	}
	return h ^ h>>15
}

// endRow is the row of EndSizes for words with these two bytes at their end.
func endRow(a, b byte) int { return (int(a) ^ 5*int(b)) % 64 }

// lookup finds a word by its hash, which is that of lower case. Letters of ASCII may be capitals.
func (t *Table) lookup(k *Token, word string, h uint32) bool {
	mask := uint32(len(t.Slots) - 1)
	for h ^= h >> 15; ; h++ {
		w := t.Slots[h&mask]
		if w == 0 {
			return false
		}
		if low := t.Words[t.WordAt[w-1]:t.WordAt[w]]; low == word || len(low) == len(word) && lowered(word, low) {
			k.Word, k.Profile = w, t.Profiles[w-1]
			return true
		}
	}
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
	h := hashStart
	for _, b := range low {
		h = (h ^ uint32(b)) * hashPrime
	}
	return low != nil && t.lookup(k, string(low), h)
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
