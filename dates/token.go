package dates

import (
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

type kind uint8

const (
	end kind = iota // past either end of the text
	word
	number // a run of digits
	mark   // one rune of anything else
)

// A token is a word, a run of digits or a mark, with what the lexicon knows.
type token struct {
	start, end int
	class      class
	val        int // of the lexicon entry, or of the number
	kind       kind
	glued      bool // nothing stands between it and the token before
	title      bool // starts with a capital
	paragraph  bool // the first token of a paragraph
	mark       byte // the mark if it is ASCII; dashes count as '-' and quotes as '\'' or '"'
}

// tokens reads the text once, from left to right, and holds the last few
// tokens, so that its memory is bounded whatever the text. Positions are token
// numbers; none more than reach behind the furthest one seen may be asked for.
type tokens struct {
	text  string
	notes bool // skip what [Expand] wrote
	pos   int
	n     int // tokens read
	ended bool
	ring  [ringSize]token
}

const (
	ringSize = 256
	reach    = 100 // how far a pattern may look in either direction
)

var nothing token

// at returns token i, reading on as needed.
func (t *tokens) at(i int) *token {
	if i >= 0 && uint(t.n-1-i) < ringSize {
		return &t.ring[uint(i)%ringSize]
	}
	return t.ahead(i)
}

func (t *tokens) ahead(i int) *token {
	for i >= t.n && !t.ended {
		t.read()
	}
	if i < 0 || i >= t.n || i < t.n-ringSize {
		return &nothing
	}
	return &t.ring[uint(i)%ringSize]
}

// is reports whether token i is the given lower-case word or mark.
func (t *tokens) is(i int, w string) bool {
	k := t.at(i)
	return k.end-k.start == len(w) && k.kind != end && scan.HasPrefixFold(t.text[k.start:k.end], w)
}

// any reports whether token i is one of the given lower-case words.
func (t *tokens) any(i int, words ...string) bool {
	for _, w := range words {
		if t.is(i, w) {
			return true
		}
	}
	return false
}

// mark reports whether token i is the given ASCII mark.
func (t *tokens) mark(i int, b byte) bool { return t.at(i).mark == b }

func (t *tokens) surface(i int) string {
	k := t.at(i)
	return t.text[k.start:k.end]
}

func (t *tokens) read() {
	s, i := t.text, t.pos
	lines := 0
	for i < len(s) {
		if b := s[i]; b == ' ' {
			i++
		} else if b == '\n' {
			lines++
			i++
		} else if b-'\t' < 5 { // a tab, or another end of line
			i++
		} else if n := wideSpace(s[i:]); n > 0 {
			i += n
		} else if b == '[' && t.notes {
			next := noteEnd(s, i)
			if next == i {
				break
			}
			i = next
			t.pos = i
		} else {
			break
		}
	}
	if i >= len(s) {
		t.ended, t.pos = true, i
		return
	}
	k := &t.ring[t.n%ringSize]
	*k = token{start: i, glued: i == t.pos, paragraph: lines > 1 || t.n == 0}
	switch b := s[i]; {
	case scan.Digit(b):
		k.number(s)
	case scan.Letter(b):
		k.word(s)
	case b < utf8.RuneSelf:
		k.kind, k.end, k.mark = mark, i+1, b
	default:
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) {
			k.word(s)
			break
		}
		k.kind, k.end, k.mark = mark, i+n, foldMark(r)
	}
	if lines == 1 && k.title && k.class&(cPrep|cArticle|cSubject|cConj) != 0 { // a line that starts with The or On goes not on
		k.paragraph = true
	}
	t.pos = k.end
	t.n++
}

// wideSpace is the length of the white space, outside of ASCII, that s starts with.
func wideSpace(s string) int {
	if s[0] < utf8.RuneSelf {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); unicode.IsSpace(r) {
		return n
	}
	return 0
}

func foldMark(r rune) byte {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case '‘', '’', 'ʼ', '′':
		return '\''
	case '“', '”', '«', '»':
		return '"'
	}
	return 0
}

func (k *token) number(s string) {
	k.kind = number
	i := k.start
	for ; i < len(s) && scan.Digit(s[i]); i++ {
		if k.val < 1e8 {
			k.val = k.val*10 + int(s[i]-'0')
		}
	}
	k.end = i
}

func (k *token) digits() int { return k.end - k.start }

func (k *token) word(s string) {
	k.kind = word
	k.title = unicode.IsUpper(firstRune(s[k.start:]))
	var low [longestWord]byte
	i, n, ascii := k.start, 0, true
	for ; i < len(s) && scan.Letter(s[i]); i++ {
		if n < len(low) {
			low[n] = s[i] | 0x20
		}
		n++
	}
	if i < len(s) && s[i] >= utf8.RuneSelf {
		if more := scan.WordEnd(s, i); more > i {
			i, ascii = more, false
		}
	}
	k.end = i
	if ascii && n <= len(low) {
		k.class, k.val = lookup(low[:n])
	}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
