package ner

import (
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/token"
)

// How a word is written.
const (
	lower    = iota // rain
	initial         // Rain
	upper           // NATO
	mixed           // iPhone, McNeil
	single          // K
	dotted          // U.S.
	number          // 1,250
	alphanum        // G20
	symbol          // -
	other           // letters without case
)

// looks are what a word tells wherever it stands.
type looks struct {
	hash   uint64    // of what follows
	form   uint32    // hash of the word in lower case
	shape  uint32    // hash of its outline: Xx, X, d
	prefix [3]uint32 // hashes of its first 2, 3, 4 letters
	suffix [4]uint32 // and of its last 1 to 4
	fine   uint32    // its clusters, 0 when it has none
	middle uint32
	coarse uint32
	code   uint32 // centroids of its vector beyond the first, a byte each
	caps   uint8
	small  bool // usually written in lower case
	// acronym tells that the clusters are those of the word with dots.
	acronym bool
}

// A word is a token as the features see it.
type word struct {
	token.Token
	looks
	id     uint64 // hash of all that is seen of the word alone
	places uint64 // where it stands in phrases of the lists: 3 bits a list
	names  uint64
	run    int32 // first token of the run of capitalised words it is in
	runEnd int32 // and the end of it
	next   int32 // the next capitalised occurrence of the word, or -1
	entry  int32 // its entry in the document's index, or -1
	glued  uint8 // 1: no space before it; 2: none after
}

// capital reports whether the word may belong to a name by its looks.
func (w *word) capital() bool {
	return w.caps >= initial && w.caps <= dotted || w.caps == alphanum
}

const basis = 2166136261

func mix(h, c uint32) uint32 { return (h ^ c) * 16777619 }

// finish spreads a running hash over all bits.
func finish(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// Hash returns the hash of a word as the clusters and lists are keyed by it.
func Hash(s string) uint32 {
	var w looks
	w.read(s)
	return w.form
}

// Phrase adds a word to the hash of a phrase, which starts as 0.
func Phrase(h, word uint32) uint32 {
	return finish(h*0x9e3779b1 + word + 1)
}

// readSmall is read for a word of small letters of ASCII alone. It reports whether
// the word is one.
func (w *looks) readSmall(s string) bool {
	form := uint32(basis)
	for i := range len(s) {
		b := s[i]
		if b-'a' >= 26 {
			return false
		}
		form = mix(form, uint32(b))
		if k := uint(i - 1); k < 3 {
			w.prefix[k] = form + uint32(i) + 1
		}
	}
	if s == "" {
		return false
	}
	w.form = finish(form)
	w.shape, w.caps = smallWord, lower
	if len(s) == 1 {
		w.shape = smallLetter
	}
	h := uint32(basis)
	for k := range min(len(s), 4) {
		h = mix(h, uint32(s[len(s)-1-k]))
		w.suffix[k] = h + uint32(k)
	}
	return true
}

// read fills in all that the letters of the word tell.
func (w *looks) read(s string) {
	if w.readSmall(s) {
		return
	}
	w.readAny(s)
}

// readAny is read for words of any letters.
func (w *looks) readAny(s string) {
	var p spelling
	form, outline := uint32(basis), uint32(basis)
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		kind, r := kindOfRune(r)
		if kind == kindUnseen {
			continue
		}
		outline = p.outline(outline, kind)
		p.add(kind, r)
		form = mix(form, uint32(r))
		if p.runes >= 2 && p.runes <= 4 {
			w.prefix[p.runes-2] = form + uint32(p.runes)
		}
	}
	w.form, w.shape, w.caps = finish(form), finish(outline), p.caps()
	h := uint32(basis)
	for k := range min(p.runes, 4) {
		h = mix(h, uint32(p.ends[k]))
		w.suffix[k] = h + uint32(k)
	}
}

// What an outline shows of a rune, beside marks of ASCII, which stand for themselves.
const (
	kindUnseen  = 1 << 30
	kindSmall   = 'x'
	kindCapital = 'X'
	kindFigure  = 'd'
	kindMark    = '#'
	kindUncased = 'x' | 1<<31 // a letter without case, which the outline shows as a small one
)

// kindOfRune returns what an outline shows of a rune, and the rune in lower case.
func kindOfRune(r rune) (kind uint32, lower rune) {
	switch {
	case r >= 'a' && r <= 'z':
		return kindSmall, r
	case r >= 'A' && r <= 'Z':
		return kindCapital, r | 0x20
	case r >= '0' && r <= '9':
		return kindFigure, r
	case r < utf8.RuneSelf:
		return uint32(r), r
	case r == '’' || r == '‘':
		return '\'', '\''
	case unicode.IsUpper(r):
		return kindCapital, unicode.ToLower(r)
	case unicode.IsLower(r):
		return kindSmall, r
	case unicode.IsLetter(r):
		return kindUncased, r
	case r == '\u00ad' || r == '\u200d' || r == '\u200c' || r == '\u2060':
		return kindUnseen, r
	}
	return kindMark, r
}

// A spelling counts the runes of a word by their kinds.
type spelling struct {
	runes, letters, capitals, figures, dots int

	firstCapital bool
	uncased      bool
	last         uint32  // kind
	repeated     bool    // so were those before it
	ends         [4]rune // the last ones first
}

// add counts a rune.
func (p *spelling) add(kind uint32, r rune) {
	switch kind {
	case kindCapital:
		p.capitals++
		p.letters++
		p.firstCapital = p.firstCapital || p.runes == 0
	case kindSmall:
		p.letters++
	case kindUncased:
		p.letters++
		p.uncased = true
	case kindFigure:
		p.figures++
	case '.':
		p.dots++
	}
	p.runes++
	p.ends[3], p.ends[2], p.ends[1], p.ends[0] = p.ends[2], p.ends[1], p.ends[0], r
}

// outline adds a rune to the hash of an outline, and several of a kind as a plus.
func (p *spelling) outline(h, kind uint32) uint32 {
	if kind == kindUncased {
		kind = kindSmall
	}
	switch {
	case kind != p.last:
		h = mix(h, kind)
		p.last, p.repeated = kind, false
	case !p.repeated:
		h = mix(h, '+')
		p.repeated = true
	}
	return h
}

// caps returns how the word is written.
func (p *spelling) caps() uint8 {
	switch {
	case p.letters > 0 && p.figures > 0:
		return alphanum
	case p.figures > 0:
		return number
	case p.letters == 0:
		return symbol
	case p.dots > 0 && p.capitals > 0:
		return dotted
	case p.uncased:
		return other
	case p.capitals == 0:
		return lower
	case p.capitals == 1 && p.letters == 1:
		return single
	case p.capitals == p.letters:
		return upper
	case p.firstCapital && p.capitals == 1:
		return initial
	}
	return mixed
}

// acronym returns the hash of a short word of capitals written with dots, under
// which word vectors know many (us and u.s. are not the same word).
func acronym(s string) uint32 {
	h := uint32(basis)
	for i := range len(s) {
		h = mix(mix(h, uint32(s[i]|0x20)), '.')
	}
	return finish(h)
}
