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

func (w *looks) readAny(s string) {
	var (
		form           = uint32(basis)
		outline        = uint32(basis)
		last           uint32
		letters, runes int
		uppers, digits int
		dots           int
		firstUpper     bool
		uncased        bool
		repeated       bool
		ends           [4]rune
	)
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		var kind uint32
		switch {
		case r >= 'a' && r <= 'z':
			kind = 'x'
		case r >= 'A' && r <= 'Z':
			kind = 'X'
			r |= 0x20
		case r >= '0' && r <= '9':
			kind = 'd'
		case r == '.':
			kind = '.'
			dots++
		case r < utf8.RuneSelf:
			kind = uint32(r)
		case r == '’' || r == '‘':
			r = '\''
			kind = '\''
		case unicode.IsUpper(r):
			kind = 'X'
			r = unicode.ToLower(r)
		case unicode.IsLower(r):
			kind = 'x'
		case unicode.IsLetter(r):
			kind = 'x'
			uncased = true
		case r == '\u00ad' || r == '\u200d' || r == '\u200c' || r == '\u2060':
			continue
		default:
			kind = '#'
		}
		switch kind {
		case 'X':
			uppers++
			letters++
			firstUpper = firstUpper || runes == 0
		case 'x':
			letters++
		case 'd':
			digits++
		}
		runes++
		form = mix(form, uint32(r))
		if runes >= 2 && runes <= 4 {
			w.prefix[runes-2] = form + uint32(runes)
		}
		ends[3], ends[2], ends[1], ends[0] = ends[2], ends[1], ends[0], r
		switch {
		case kind != last:
			outline = mix(outline, kind)
			repeated = false
		case !repeated:
			outline = mix(outline, '+')
			repeated = true
		}
		last = kind
	}
	w.form = finish(form)
	w.shape = finish(outline)
	h := uint32(basis)
	for k := range min(runes, 4) {
		h = mix(h, uint32(ends[k]))
		w.suffix[k] = h + uint32(k)
	}
	w.caps = symbol
	switch {
	case letters > 0 && digits > 0:
		w.caps = alphanum
	case digits > 0:
		w.caps = number
	case letters == 0:
	case dots > 0 && uppers > 0:
		w.caps = dotted
	case uncased:
		w.caps = other
	case uppers == 0:
		w.caps = lower
	case uppers == 1 && letters == 1:
		w.caps = single
	case uppers == letters:
		w.caps = upper
	case firstUpper && uppers == 1:
		w.caps = initial
	default:
		w.caps = mixed
	}
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
