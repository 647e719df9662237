package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A phrase is the words of a name, folded.
type phrase struct {
	words  []string // nil for what is too long for a name
	joined string   // with a space between each
}

// maxWords is the length from which a name is taken as it is, without a look inside.
const maxWords = 12

// part returns the words from i to before k.
func (p phrase) part(i, k int) phrase {
	if i == k {
		return phrase{words: p.words[i:i]}
	}
	return phrase{p.words[i:k:k], p.joined[p.at(i) : p.at(k)-1]}
}

// at returns where word i starts in the joined words.
func (p phrase) at(i int) int {
	at := i
	for _, w := range p.words[:i] {
		at += len(w)
	}
	return at
}

// fold brings a word into the form in which words are compared: lower case,
// straight apostrophes, no dots, commas and quotes, "and" for "&". It is so small that
// what it returns takes no memory where it is but compared.
func fold(w string) string {
	var space [32]byte
	return string(appendFolded(space[:0], w))
}

func appendFolded(dst []byte, w string) []byte {
	if w == "&" {
		return append(dst, "and"...)
	}
	for i := range len(w) {
		b := w[i]
		if b|0x20-'a' >= 26 {
			return appendFoldedMarks(dst, w[i:])
		}
		dst = append(dst, b|0x20)
	}
	return dst
}

func appendFoldedMarks(dst []byte, w string) []byte {
	for _, r := range w {
		switch r {
		case '.', ',', '"', '“', '”', '‘', '(', ')', utf8.RuneError:
			continue
		case '’':
			r = '\''
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}

// An arena is where the words of a text stand side by side, so that few of them need
// memory of their own.
type arena struct {
	kept  strings.Builder
	words []string
	space []byte
	parts []string
	list  []string
}

// arenaSize is how much an arena makes room for at a time, and arenaSpare what most
// texts need.
const (
	arenaSize  = 1 << 14
	arenaSpare = 1 << 11
)

// reset makes room for the words of another text.
func (a *arena) reset() {
	if a.kept.Cap()-a.kept.Len() < arenaSpare {
		a.kept.Reset()
		a.kept.Grow(arenaSize)
	}
	a.words = a.words[:0]
}

// concat returns parts as one string.
func (a *arena) concat(parts ...string) string {
	at := a.kept.Len()
	for _, s := range parts {
		a.kept.WriteString(s)
	}
	return a.kept.String()[at:]
}

// fold is fold for a word that is kept.
func (a *arena) fold(w string) string {
	a.space = appendFolded(a.space[:0], w)
	if string(a.space) == w {
		return w
	}
	return a.keep(a.space)
}

// keep returns bytes as a string.
func (a *arena) keep(b []byte) string {
	at := a.kept.Len()
	a.kept.Write(b)
	return a.kept.String()[at:]
}

// lower returns a word with its ASCII capitals made small.
func (a *arena) lower(w string) string {
	a.space = appendLower(a.space[:0], w)
	return a.keep(a.space)
}

// phrase cuts a name into words, at spaces, hyphens and dashes, for a person at full
// stops too (J.K. is two initials), for others without them (U.N. is one word).
func (a *arena) phrase(name string, person bool) phrase {
	if len(name) > 32*maxWords {
		return phrase{}
	}
	from, at := len(a.words), a.kept.Len()
	for name != "" {
		var w string
		w, name = cutWord(name, person)
		if a.space = appendFolded(a.space[:0], w); len(a.space) == 0 {
			continue
		}
		if len(a.words) > from {
			a.kept.WriteByte(' ')
		}
		if len(a.words) == from+maxWords {
			a.words = a.words[:from]
			return phrase{}
		}
		a.words = append(a.words, a.keep(a.space))
	}
	if len(a.words) == from {
		return phrase{}
	}
	return phrase{a.words[from:len(a.words):len(a.words)], a.kept.String()[at:]}
}

// cutWord returns the first word of a name and what is behind it.
func cutWord(name string, person bool) (word, rest string) {
	for i, r := range name {
		if isGap(r) || person && r == '.' {
			return name[:i], name[i+utf8.RuneLen(r):]
		}
	}
	return name, ""
}

// isGap reports whether a character stands between words.
func isGap(r rune) bool {
	if r == '-' || r == '/' {
		return true
	}
	return unicode.IsSpace(r) || r >= utf8.RuneSelf && unicode.Is(unicode.Pd, r)
}

// phraseOf returns the phrase of folded words.
func (a *arena) phraseOf(words ...string) phrase {
	from, at := len(a.words), a.kept.Len()
	for i, w := range words {
		if i > 0 {
			a.kept.WriteByte(' ')
		}
		a.kept.WriteString(w)
	}
	a.words = append(a.words, words...)
	return phrase{a.words[from:len(a.words):len(a.words)], a.kept.String()[at:]}
}

// fields returns the words of a text between white space. They are good until others are
// asked for.
func (a *arena) fields(text string) []string {
	a.parts = a.parts[:0]
	for w := range strings.FieldsSeq(text) {
		a.parts = append(a.parts, w)
	}
	return a.parts
}
