// Package wordlist tells whether a word is one of English.
//
// The words are those of SCOWL (Spell Checker Oriented Word Lists, by Kevin
// Atkinson) up to size 50, of American, British, Canadian and Australian
// spelling: 64,000 words and no names. Its notice stands in NOTICE. They are
// kept as the smallest automaton that accepts them, which takes 149 KB, needs
// nothing at start-up and is walked in place.
package wordlist

import (
	_ "embed"
	"unicode/utf8"
)

// The automaton, written by internal/cmd/gen/wordlist: edges of three bytes, those of a state one after the other, of
// which the first are those of the start. The lowest five bits hold the letter;
// then whether a word ends here and whether the edge is the last of its state;
// the others are where the edges of the next state begin, 0 if it has none.
//
//go:embed english.bin
var english string

const (
	edgeSize  = 3
	letterOf  = 1<<5 - 1
	endsWord  = 1 << 5
	lastEdge  = 1 << 6
	nextShift = 7
)

// Has reports whether a word is in the list. Its letters may be of any case, and
// those with accents count as those without, as in "café".
func Has(word string) bool {
	at, ends := 0, false
	for i, r := range word {
		letter := Fold(r)
		if letter == 0 || i > 0 && at == 0 {
			return false
		}
		edge, ok := find(at, uint32(letter-'a'+1))
		if !ok {
			return false
		}
		at, ends = int(edge>>nextShift), edge&endsWord != 0
	}
	return ends
}

// find returns the edge with the letter, of the state whose edges begin at at.
func find(at int, letter uint32) (uint32, bool) {
	for i := at * edgeSize; i+edgeSize <= len(english); i += edgeSize {
		edge := uint32(english[i]) | uint32(english[i+1])<<8 | uint32(english[i+2])<<16
		if edge&letterOf == letter {
			return edge, true
		}
		if edge&lastEdge != 0 {
			break
		}
	}
	return 0, false
}

// plain holds the letters without their accents of U+00C0 to U+00FF, 0 for what
// is no letter of English words.
const plain = "aaaaaa\x00ceeeeiiii\x00nooooo\x00ouuuuy\x00\x00"

// Fold returns the letter of a to z that a letter of English is written with
// when it has neither capitals nor accents, or 0 for any other character.
func Fold(r rune) byte {
	switch {
	case r < utf8.RuneSelf:
		if b := byte(r) | 0x20; b-'a' < 26 && r >= 'A' {
			return b
		}
	case 0xC0 <= r && r <= 0xFF:
		return plain[(r-0xC0)&0x1F]
	}
	return 0
}
