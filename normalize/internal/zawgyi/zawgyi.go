// Package zawgyi tells Burmese in the order of the font Zawgyi-One from Burmese in
// Unicode, and writes the one as the other.
//
// The font uses the code points of Unicode for other letters, and in the order in
// which they are seen. The model that tells the two apart is that of Google's
// myanmar-tools (Apache-2.0, 26 KB), the rules are those of CLDR's transform
// my-t-my-s0-zawgyi (Unicode-3.0); internal/cmd/gen/zawgyi writes both files. They
// are taken apart when they are first asked for, which takes a millisecond and
// 210 KB.
//
// Everything here is safe for concurrent use.
package zawgyi

import (
	_ "embed" // the data
	"encoding/binary"
	"math"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed model.bin
var model string

// Blocks are the code points that are states of the model, in its order. State 0
// is everything else.
var blocks = [...]struct{ first, last rune }{
	{0x1000, 0x103F}, {0x104A, 0x109F}, {0xAA60, 0xAA7F}, {0xA9E0, 0xA9FF}, {0x2000, 0x200B},
}

func stateOf(r rune) int {
	at := 1
	for _, b := range blocks {
		if b.first <= r && r <= b.last {
			return at + int(r-b.first)
		}
		at += int(b.last-b.first) + 1
	}
	return 0
}

// A chain holds, for each two states, the logarithm of how much likelier the
// second follows the first in Unicode than in Zawgyi.
type chain struct {
	states int
	delta  []float32
}

var loadChain = sync.OnceValue(func() chain {
	const head = 8 + 4 + 8 + 4 // the marks of the model and the chain, with their versions
	rest := model[head:]
	word := func() uint16 {
		w := binary.BigEndian.Uint16([]byte(rest[:2]))
		rest = rest[2:]
		return w
	}
	float := func() float32 {
		f := math.Float32frombits(binary.BigEndian.Uint32([]byte(rest[:4])))
		rest = rest[4:]
		return f
	}
	c := chain{states: int(word())}
	c.delta = make([]float32, c.states*c.states)
	for from := range c.states {
		row := c.delta[from*c.states : (from+1)*c.states]
		entries := word()
		if entries == 0 {
			continue
		}
		others := float()
		for to := range row {
			row[to] = others
		}
		for range entries {
			to := word()
			row[to] = float()
		}
	}
	return c
})

// Probability returns how likely it is that text is in Zawgyi, if it is Burmese.
func Probability(text string) float64 {
	c := loadChain()
	total, from := 0.0, 0
	for _, r := range text {
		to := stateOf(r)
		if from|to != 0 {
			total += float64(c.delta[from*c.states+to])
		}
		from = to
	}
	if from != 0 {
		total += float64(c.delta[from*c.states])
	}
	return 1 / (1 + math.Exp(total))
}

const (
	vowelE  = 'ေ'
	virama  = '္'
	visarga = 'း'
)

// Letter reports whether a character is a letter or sign of the block of Burmese.
func Letter(r rune) bool { return 0x1000 <= r && r <= 0x109F && !(0x1040 <= r && r <= 0x104F) }

// Base reports whether a character is a letter that signs may be written around,
// in Burmese or another language of the block.
func Base(r rune) bool {
	switch {
	case r <= 0x102A:
		return r >= 0x1000
	case r == 0x103F, 0x1050 <= r && r <= 0x1055, 0x105A <= r && r <= 0x105D, r == 0x1061, r == 0x1065, r == 0x1066,
		0x106E <= r && r <= 0x1070, 0x1075 <= r && r <= 0x1081, r == 0x108E, 0xA9E0 <= r && r <= 0xA9FE, 0xAA60 <= r && r <= 0xAA7F:
		return true
	}
	return false
}

// medial reports whether a character is a consonant written around another.
func medial(r rune) bool {
	return 0x103B <= r && r <= 0x103E || 0x105E <= r && r <= 0x1060 || r == 0x1082
}

// Misplaced reports whether b after a, of which one may be no letter, is an order
// that Unicode cannot have, next being the character after b: a vowel or a medial
// before its letter, or nothing under a sign that stacks.
func Misplaced(a, b, next rune) bool {
	switch {
	case b == vowelE:
		return !Base(a) && !medial(a) && a != virama && a != visarga && (Letter(a) || a <= ' ') && Base(next)
	case medial(b) && b < 0x1040:
		return !Letter(a) && a != utf8.RuneError && a != '◌' && Base(next)
	case a == virama:
		return !Base(b)
	}
	return false
}

// Misplacements counts the places of a text where the order is one that Unicode
// cannot have.
func Misplacements(text string) (n int) {
	a := ' '
	for i, b := range text {
		if b < 0x1000 && a != virama {
			a = b
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(b):])
		if Misplaced(a, b, next) {
			n++
		}
		a = b
	}
	if strings.HasSuffix(text, string(virama)) {
		n++
	}
	return n
}
