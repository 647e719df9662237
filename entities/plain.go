package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A plainText is a text as the model reads it: with straight quotation marks, and
// letters and their accents in one. What is found in it does not depend on how an
// editor sets quotes or a system stores accents.
type plainText struct {
	text  string
	moves []move
}

// A move says that from offset at of the plain text on, offsets of the source are
// so much larger.
type move struct{ at, by int }

// plainOf returns the plain form of a text: the text itself, if it is plain. The moves
// are put in place of others.
func plainOf(text string, moves []move) plainText {
	p := plainText{text: text, moves: moves[:0]}
	at := nextFancy(text, 0)
	if at == len(text) {
		return p
	}
	var b strings.Builder
	b.Grow(len(text))
	done := 0
	for ; at < len(text); at = nextFancy(text, at) {
		start, end, plain := fancy(text, at)
		if plain == "" || start < done {
			at = end
			continue
		}
		b.WriteString(text[done:start])
		b.WriteString(plain)
		done, at = end, end
		if by := end - b.Len(); len(p.moves) == 0 || by != p.moves[len(p.moves)-1].by {
			p.moves = append(p.moves, move{b.Len(), by})
		}
	}
	b.WriteString(text[done:])
	p.text = b.String()
	return p
}

// source returns the offset in the source of one in the plain text. Inside of what was
// replaced there are none.
func (p *plainText) source(at int) int {
	i, found := slices.BinarySearchFunc(p.moves, at, func(m move, at int) int { return m.at - at })
	if found {
		i++
	}
	if i == 0 {
		return at
	}
	return at + p.moves[i-1].by
}

// nextFancy returns the offset from i on of what may be a curly quotation mark or a
// combining accent, or the length of the text.
func nextFancy(text string, i int) int {
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c < 0xCC || c > 0xE2:
		case c == 0xE2:
			if strings.HasPrefix(text[i:], "\xE2\x80") {
				return i
			}
		case c <= 0xCD:
			return i
		}
	}
	return i
}

// fancy returns what stands at i, from where on it is to be replaced, and by what; ""
// for nothing.
func fancy(text string, i int) (start, end int, plain string) {
	r, n := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '‘', '’':
		return i, i + n, "'"
	case '“', '”', '„':
		return i, i + n, "\""
	}
	if r < 0x300 || r > 0x36F || i == 0 {
		return i, i + n, ""
	}
	_, base := utf8.DecodeLastRuneInString(text[:i])
	end = i + n
	for end < min(len(text), i+16) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if r < 0x300 || r > 0x36F {
			break
		}
		end += n
	}
	whole := text[i-base : end]
	if plain = norm.NFC.String(whole); plain == whole || !utf8.ValidString(whole) {
		return i, end, ""
	}
	return i - base, end, plain
}
