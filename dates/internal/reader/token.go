package reader

import (
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/octet"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A Kind is what a token is made of.
type Kind uint8

const (
	End    Kind = iota // past either end of the text
	Word               // letters
	Number             // a run of digits
	Mark               // one rune of anything else
)

// A Token is a word, a run of digits or a mark, with what the table knows of it.
type Token struct {
	Start, End int
	Val        int    // of a number
	Word       uint16 // its number in the table, 0 for none
	Profile    uint16 // which tokens it is like: the classes it is in, the rules it may start
	Kind       Kind
	Glued      bool // nothing stands between it and the token before
	Title      bool // starts with a capital, which it would in a sentence too
	Headline   bool // stands in a line where case says nothing
	Paragraph  bool // the first token of a paragraph
	Inner      bool // goes on with the word that the token before starts
	Mark       byte // the mark if it is ASCII; dashes count as '-' and quotes as '\'' or '"'
}

// Digits is the number of digits of a number, or of letters of a word in ASCII.
func (k *Token) Digits() int { return k.End - k.Start }

// Lower reports whether the token is a word that a sentence may have without a capital.
func (k *Token) Lower() bool { return k.Kind == Word && (!k.Title || k.Headline) }

// Tokens reads a text once, from left to right, and holds the last few tokens, so
// that its memory is bounded whatever the text. Positions are token numbers; none
// more than Reach behind the furthest one seen may be asked for.
type Tokens struct {
	Text  string
	table *Table
	skip  func(text string, i int) int // the end of what is not to be read at i, or i
	pos   int
	n     int  // tokens read
	low   int  // the first that is held
	held  uint // and how many are
	ended bool
	cased bool // the line is a headline: in capitals, or each word has one
	ring  [ringSize]Token
}

const (
	ringSize = 256
	batch    = 32  // how many are read at a time
	Reach    = 100 // how far a pattern may look in either direction
)

var nothing Token

// Reset starts on a text. The function skip, if there is one, returns the end of
// what starts at a bracket in the text and is not to be read.
func (t *Tokens) Reset(text string, table *Table, skip func(text string, i int) int) {
	t.Text, t.table, t.skip, t.pos, t.ended = text, table, skip, 0, false
	t.cased = false
	t.n, t.low, t.held = 0, 0, 0
}

// From starts to read at a place in the text.
func (t *Tokens) From(pos int) { t.pos = pos }

// At returns token i, reading on as needed.
func (t *Tokens) At(i int) *Token {
	if uint(i-t.low) < t.held {
		return &t.ring[uint(i)%ringSize]
	}
	return t.ahead(i)
}

// ahead is At for a token that is not held. It reads on some way, since those behind it will be asked for.
func (t *Tokens) ahead(i int) *Token {
	if i >= t.n {
		for to := i + batch; to > t.n && !t.ended; {
			if !t.plain() {
				t.read()
			}
		}
	}
	if i >= t.n || i < t.low {
		return &nothing
	}
	return &t.ring[uint(i)%ringSize]
}

// In reports whether token i is a word of the class.
func (t *Tokens) In(i int, c Class) bool { return t.table.in(t.At(i).Profile, c) }

// Is reports whether the token is a word of the class.
func (t *Tokens) Is(k *Token, c Class) bool { return t.table.in(k.Profile, c) }

// InAny reports whether token i is a word of one of the classes.
func (t *Tokens) InAny(i int, classes ...Class) bool { return t.IsAny(t.At(i), classes...) }

// IsAny reports whether the token is a word of one of the classes.
func (t *Tokens) IsAny(k *Token, classes ...Class) bool {
	for _, c := range classes {
		if t.table.in(k.Profile, c) {
			return true
		}
	}
	return false
}

// Value is the value that the word at token i has in the class.
func (t *Tokens) Value(i int, c Class) int { return t.table.value(t.At(i).Word, c) }

// Marked reports whether token i is the given ASCII mark.
func (t *Tokens) Marked(i int, b byte) bool { return t.At(i).Mark == b }

// Surface is token i as it stands in the text.
func (t *Tokens) Surface(i int) string {
	k := t.At(i)
	return t.Text[k.Start:k.End]
}

// space passes the white space from a place on, and counts the ends of lines in it.
func (t *Tokens) space(i int) (end, lines int) {
	s := t.Text
	for i < len(s) {
		switch b := s[i]; {
		case b == ' ':
			i++
		case b-'\t' < 5: // tabs, and the ends of lines
			if b == '\n' {
				lines++
			}
			i++
		case b == '[' && t.skip != nil && t.skip(s, i) > i:
			i = t.skip(s, i)
			t.pos = i
		case b < utf8.RuneSelf:
			return i, lines
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsSpace(r) {
				return i, lines
			}
			i += n
		}
	}
	return i, lines
}

// plain reads a word of ASCII letters that goes on a line, and is no longer than most: what most tokens are. It
// reads nothing where there is another.
func (t *Tokens) plain() bool {
	s, i := t.Text, t.pos
	if i+2*octet.Size+1 >= len(s) || t.n == 0 {
		return false
	}
	glued := s[i] != ' '
	if !glued {
		i++
	}
	letters := octet.Small(octet.Load(s, i))
	n := octet.First(octet.Others(letters))
	first := letters & octet.Mask(n)
	h := octet.Mix(0, first)
	if n == octet.Size {
		letters = octet.Small(octet.Load(s, i+n))
		more := octet.First(octet.Others(letters))
		if n += more; more > 0 {
			h = octet.Mix(h, letters&octet.Mask(more))
		}
	}
	if n == 0 || n == 2*octet.Size || s[i+n] >= utf8.RuneSelf {
		return false
	}
	k := t.push()
	*k = Token{Start: i, End: i + n, Kind: Word, Profile: profileWord, Glued: glued, Title: s[i] < 'a', Headline: t.cased}
	if number := t.table.lookup(s[i:i+n], h, first); number > 0 {
		t.known(k, number)
	} else if len(t.table.Ends) > 0 {
		t.unlisted(k)
		t.caseless(k)
	}
	t.pos = i + n
	return true
}

// known makes a token the word of a number.
func (t *Tokens) known(k *Token, number uint16) {
	k.Word, k.Profile = number, t.table.Profiles[number-1]
	if !k.Title && t.table.in(k.Profile, t.table.Nameless) {
		k.Profile = profileWord
	}
	t.caseless(k)
}

// caseless takes the capital from a word that has one for its line.
func (t *Tokens) caseless(k *Token) {
	if t.cased && t.table.in(k.Profile, t.table.Core) && !t.table.in(k.Profile, t.table.Proper) {
		k.Title = false
	}
}

func (t *Tokens) read() {
	s, i, lines := t.Text, t.pos, 0
	if i < len(s) && s[i] == ' ' {
		i++
	}
	if i == len(s) || !scan.Letter(s[i]) {
		i, lines = t.space(i)
	}
	if i >= len(s) {
		t.ended, t.pos = true, i
		return
	}
	first := t.n == 0
	if lines > 0 || first {
		t.cased = t.headline(i)
	}
	k := t.push()
	*k = Token{Start: i, Glued: i == t.pos, Headline: t.cased, Paragraph: lines > 1 || first}
	switch b := s[i]; {
	case scan.Digit(b):
		k.number(s)
	case scan.Letter(b):
		t.word(k)
	case b < utf8.RuneSelf:
		k.Kind, k.End, k.Mark, k.Profile = Mark, i+1, b, t.table.markProfile(b)
	default:
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) {
			t.word(k)
			break
		}
		k.Kind, k.End, k.Mark = Mark, i+n, foldMark(r)
		k.Profile = t.table.markProfile(k.Mark)
	}
	t.caseless(k)
	if lines == 1 && k.Title && t.table.in(k.Profile, t.table.Opening) { // a line that starts with The or On goes not on
		k.Paragraph = true
	}
	t.pos = t.ring[uint(t.n-1)%ringSize].End
}

// push makes room for another token.
func (t *Tokens) push() *Token {
	k := &t.ring[uint(t.n)%ringSize]
	t.n++
	if t.held++; t.held > ringSize {
		t.held, t.low = ringSize, t.low+1
	}
	return k
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

func (k *Token) number(s string) {
	const most = 1e8 // figures beyond it are no dates
	k.Kind = Number
	i := k.Start
	for ; i < len(s) && scan.Digit(s[i]); i++ {
		if k.Val < most {
			k.Val = k.Val*10 + int(s[i]-'0')
		}
	}
	k.End = i
	k.Profile = uint16(profileNumber + min(k.Digits(), mostDigits) - 1)
}

// word reads the word at token k, and other tokens if it is a compound.
func (t *Tokens) word(k *Token) {
	k.Kind, k.Profile = Word, profileWord
	if !k.listed(t.Text, t.table) && len(t.table.Ends) > 0 {
		t.unlisted(k)
	}
}

// listed reads a word, and reports whether the table has it as it is.
func (k *Token) listed(s string, table *Table) bool {
	k.Title = s[k.Start] < 'a'
	letters, n := octet.Letters(s, k.Start)
	first, h, end := letters, octet.Mix(0, letters), k.Start+n
	for n == octet.Size {
		if letters, n = octet.Letters(s, end); n > 0 {
			h = octet.Mix(h, letters)
			end += n
		}
	}
	if end < len(s) && s[end] >= utf8.RuneSelf {
		if more := scan.WordEnd(s, end); more > end {
			k.Title = unicode.IsUpper(firstRune(s[k.Start:]))
			k.End = more
			return table.foreign(k, s)
		}
	}
	k.End = end
	if !table.found(k, table.lookup(s[k.Start:end], h, first)) {
		return false
	}
	if !k.Title && table.in(k.Profile, table.Nameless) {
		k.Profile = profileWord
	}
	return true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

const (
	fewWords  = 3 // capitals that make a headline
	shortWord = 2 // letters of a word that a headline may write small, whatever it is
	smallWord = 7 // letters of the longest of the others, which are known: between, through
)

// headline reports whether the case of letters says nothing in the line at i: it is in
// capitals, or in Title Case, in which some write prepositions and the like small. Most lines
// are told from one by their second word. Where nouns have capitals, only lines in which all words do
// are headlines.
func (t *Tokens) headline(i int) bool {
	s := t.Text
	capitals, small := 0, 0
	for end := i; i < len(s) && s[i] != '\n'; i = end {
		b := s[i]
		if end++; b < utf8.RuneSelf && !scan.Letter(b) {
			continue
		}
		if end = scan.WordEnd(s, i); end == i {
			_, n := utf8.DecodeRuneInString(s[i:])
			end += n
			continue
		}
		switch {
		case b < 'a' || b >= utf8.RuneSelf && unicode.IsUpper(firstRune(s[i:])):
			if end-i > 1 {
				capitals++
			}
		case goesOn(s, i):
		case t.table.Nouns || end-i > smallWord || end-i > shortWord && !t.small(i):
			return false
		default:
			small++
		}
	}
	return capitals >= fewWords && capitals >= small && !wrapped(s, i)
}

// wrapped reports whether the line that ends at s[i] goes on in the next.
func wrapped(s string, i int) bool {
	return i+1 < len(s) && s[i+1]-'a' < 26
}

// goesOn reports whether the letters at s[i:] go on a word or figure: o'clock, Mid-june, 10th.
func goesOn(s string, i int) bool {
	if i < 2 {
		return false
	}
	b := s[i-1]
	return scan.Digit(b) || (b == '-' || b == '\'' || b >= utf8.RuneSelf) && (scan.Letter(s[i-2]) || s[i-2] >= utf8.RuneSelf)
}

// small reports whether the word at i is one that headlines write small.
func (t *Tokens) small(i int) bool {
	k := Token{Start: i}
	k.listed(t.Text, t.table)
	return t.table.in(k.Profile, t.table.Opening)
}
