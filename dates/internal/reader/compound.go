package reader

import (
	"math/bits"
	"unicode/utf8"
)

// This file reads words that are in no list by what they end in: a form by its ending, and
// a compound by its parts.
//
// In a table, an ending stands behind a star, which no text has: *ten. The table of ends is by
// the hash of a word that is read backwards.

const (
	mostParts = 8 // of a compound
	mostTries = 32
	leastStem = 2 // bytes before an ending
)

// A splitter divides a word.
type splitter struct {
	t     *Table
	word  []byte
	parts [mostParts]part // from the last to the first
	n     int
	tries int
}

// A part of a word starts at a byte of it and is a word of the table.
type part struct {
	at   int
	word uint16
}

// ended yields the words of the table in which word[:end] ends, the longest first, where they start.
func (x *splitter) ended(end int) (found [mostParts]part, n int) {
	sizes := ^uint32(0)
	if end > 1 {
		if sizes = x.t.EndSizes[endRow(x.word[end-2], x.word[end-1])]; sizes == 0 {
			return found, 0
		}
	}
	h := hashStart
	mask := uint32(len(x.t.Ends) - 1)
	for at, least := end-1, end-bits.Len32(sizes); at >= 0 && at > least; at-- {
		h = endHash(h, x.word[at])
		if sizes&(1<<(end-at)) == 0 {
			continue
		}
		for slot := h ^ h>>15; x.t.Ends[slot&mask] != 0; slot++ {
			w := x.t.Ends[slot&mask]
			s := x.t.Words[x.t.WordAt[w-1]:x.t.WordAt[w]]
			if s[0] == '*' {
				s = s[1:]
			}
			if s == string(x.word[at:end]) && n < len(found) {
				found[n] = part{at, w}
				n++
			}
		}
	}
	return found, n
}

// split divides word[:end], which stands before a part of a compound or is all of one.
func (x *splitter) split(end int, class Class) bool {
	found, n := x.ended(end)
	for n--; n >= 0; n-- {
		f := found[n]
		if x.tries++; x.tries > mostTries || x.n == mostParts {
			return false
		}
		if !x.t.in(x.t.Profiles[f.word-1], class) {
			continue
		}
		x.parts[x.n] = f
		x.n++
		if f.at == 0 || x.split(f.at, x.t.Front) {
			return true
		}
		x.n--
	}
	return false
}

// small appends a word in lower case, or nothing if it is longer than any compound.
func small(to []byte, word string) []byte {
	if len(word) > longestCompound {
		return to
	}
	for i := range len(word) {
		b := word[i]
		if b >= utf8.RuneSelf {
			return lower(to[:0], word, longestCompound)
		}
		to = append(to, b|0x20)
	}
	return to
}

// unlisted reads the word at token k, which is in no list, by its end. It may make several
// tokens of it.
func (t *Tokens) unlisted(k *Token) {
	var buf [longestCompound]byte
	s := t.Text[k.Start:k.End]
	x := splitter{t: t.table, word: small(buf[:0], s)}
	if len(x.word) == 0 {
		return
	}
	found, n := x.ended(len(x.word))
	if n == 0 {
		return
	}
	divides := len(x.word) == len(s) // but for letters that change their length in lower case
	if divides && x.split(len(s), t.table.Head) && x.n > 1 {
		t.compound(k, &x)
		return
	}
	for n--; n >= 0; n-- {
		f := found[n]
		if t.table.Words[t.table.WordAt[f.word-1]] == '*' && f.at >= leastStem {
			k.Word, k.Profile = f.word, t.table.Profiles[f.word-1]
			return
		}
	}
}

// compound makes tokens of the parts of a word: the first is k, the others stand behind it.
func (t *Tokens) compound(k *Token, x *splitter) {
	start, end := k.Start, k.End
	for n := x.n - 1; n >= 0; n-- {
		p := x.parts[n]
		if n < x.n-1 {
			k = t.push()
			*k = Token{Kind: Word, Glued: true, Inner: true, Headline: t.cased}
		}
		k.Start, k.End = start+p.at, end
		if n > 0 {
			k.End = start + x.parts[n-1].at
		}
		k.Word, k.Profile = p.word, t.table.Profiles[p.word-1]
	}
}
