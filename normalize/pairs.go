package normalize

import (
	"math/bits"
	"sync"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"golang.org/x/text/unicode/norm"
)

// A pairTable says for each two characters whether a look must stop where the
// second follows the first. It is made when it is first asked for, which takes
// about three milliseconds and 400 KB.
//
// Characters are numbered. ASCII characters have their own value, and those on
// a code page or of a language that the letter pairs know have a number each.
// The others share one with all that are the same to every step.
type pairTable struct {
	ids    [0x10000]uint16
	bits   [pairLimit * pairStride]uint64 // a row for each number
	bytes  [0x10000]uint8                 // see skip
	kinds  []charKindOf
	emoji  uint
	beyond uint // characters beyond the Basic Multilingual Plane, but for emoji
}

// pairStride is the length of a row of the table in words, pairLimit the number
// of rows there is room for.
const (
	pairStride = 21
	pairLimit  = 64 * pairStride
)

// A charKindOf is what is known of the characters of one number.
type charKindOf struct {
	char              // of the first of them
	row               *charset.Row
	pages             uint32 // that have it
	paged             bool   // see onAPage
	begins, continues bool   // see begins and continues
	formKind
	own    bool // the number is its own
	unsure bool // to be looked at wherever it stands
	east   bool // see isEastAsian
	full   bool // full width
}

// A formKind is what the form NFC depends on.
type formKind struct {
	ccc   uint8
	maybe bool // it combines with some character before it
}

var allPairs = sync.OnceValue(func() *pairTable {
	t := new(pairTable)
	t.number()
	t.addKinds()
	t.addLetters()
	t.addKin()
	t.addSequences()
	t.addForms()
	t.addASCII()
	t.addBytes()
	return t
})

// addBytes says of each two bytes what the table says if they are ASCII, and
// marks those that are not.
func (t *pairTable) addBytes() {
	for pair := range t.bytes {
		a, b := uint(pair&0xFF), uint(pair>>8)
		if a >= utf8.RuneSelf || b >= utf8.RuneSelf || t.has(a, b) {
			t.bytes[pair] = 1
		}
	}
}

// skip returns the offset of the first byte from i on, where ASCII comes before
// it, that is not ASCII or that a look must stop at.
func (t *pairTable) skip(text string, i int) int {
	marked := &t.bytes
	for ; i+8 <= len(text); i += 8 {
		odd, even := eightBytes(text[i-1:i+7]), eightBytes(text[i:i+8])
		if marked[uint16(odd)]|marked[uint16(odd>>16)]|marked[uint16(odd>>32)]|marked[uint16(odd>>48)]|
			marked[uint16(even)]|marked[uint16(even>>16)]|marked[uint16(even>>32)]|marked[uint16(even>>48)] != 0 {
			break
		}
	}
	for i < len(text) && marked[uint16(text[i-1])|uint16(text[i])<<8] == 0 {
		i++
	}
	return i
}

// set marks the pair of a and b, which are numbers.
func (t *pairTable) set(a, b uint) { t.bits[a*pairStride+b/64] |= 1 << (b % 64) }

func (t *pairTable) has(a, b uint) bool { return t.bits[a*pairStride+b/64]>>(b%64)&1 != 0 }

// mark reports whether a look must stop where the second character follows the
// first.
func (t *pairTable) mark(a, b rune) bool { return t.has(t.id(a), t.id(b)) }

// id returns the number of any character.
func (t *pairTable) id(r rune) uint {
	if r < 0x10000 {
		return uint(t.ids[r])
	}
	return t.idBeyond(r)
}

// kind returns what is known of a character.
func (t *pairTable) kind(r rune) *charKindOf { return &t.kinds[t.id(r)] }

// shows reports whether a character of this kind may show that text is not
// in its usual form, or holds what cannot be seen.
func (k *charKindOf) shows() bool { return k.unsure || k.maybe || k.ccc != 0 || k.full }

// idBeyond is id for a character beyond the Basic Multilingual Plane.
func (t *pairTable) idBeyond(r rune) uint {
	if 0x1F000 <= r && r <= 0x1FAFF {
		return t.emoji
	}
	return t.beyond
}

// number gives the characters their numbers.
func (t *pairTable) number() {
	m := letters.Load()
	none := charset.Lookup(0)
	shared := map[charKindOf]uint16{}
	combining := combiningPairs()
	var last charKindOf
	var id uint16
	for r := rune(0); r < 0x10000; r++ {
		k := charKindOf{row: none}
		switch {
		case r < utf8.RuneSelf:
			k.char, k.own = charOf(r), true
		case 0xD800 <= r && r < 0xE000:
			continue // no characters
		case r >= 0x3400 && (r < 0x4DC0 || 0x4E00 <= r && r < 0xA000 || 0xAC00 <= r && r < 0xD7A4):
			k.char = char{r, clsWide, eastAsian}
			k.unsure, k.east = unlikelyWide(k.char), true
		case 0xE000 <= r && r < 0xF8FF && charset.Lookup(r) == none:
			k.char = char{r, clsPrivate, noScript}
		default:
			k.char, k.row = charOf(r), charset.Lookup(r)
			k.east = (k.c == clsWide || k.c == clsWideMark) && isEastAsian(string(r))
			k.formKind, k.unsure = formOf(r)
			k.full = 0xFF01 <= r && r <= 0xFF5E
			_, combines := combining[r]
			k.unsure = k.unsure || k.maybe && !combines || unsureAnywhere(r) || unlikelyWide(k.char)
			k.own = combines || k.row != none || m.ID(r) != 0 || k.s == latin && languagesOf(r) != allLanguages || special(r)
		}
		key := k
		if !k.own {
			key.r = 0
		}
		if key != last {
			last = key
			var ok bool
			if id, ok = shared[key]; !ok {
				id = t.add(k)
				shared[key] = id
			}
		}
		t.ids[r] = id
	}
	t.emoji = uint(t.add(charKindOf{char: charOf('\U0001F600'), row: none}))
	t.beyond = uint(t.add(charKindOf{char: charOf('\U00010000'), row: none, unsure: true}))
}

func (t *pairTable) add(k charKindOf) uint16 {
	k.pages = pagesOf(k.row)
	k.paged, k.begins, k.continues = onAPage(k.char), begins(k.char), continues(k.char)
	t.kinds = append(t.kinds, k)
	return uint16(len(t.kinds) - 1)
}

// special reports whether the rules of a step name the character.
func special(r rune) bool {
	switch r {
	case 'â', 'Ã', '¦', '¬', '°', '·', '–', '—', '‐', '‑', '…', '’', '‘', '“', '”':
		return true
	}
	return false
}

// unsureAnywhere reports whether some step has to look at the character
// wherever it stands.
func unsureAnywhere(r rune) bool {
	if r >= 0x3100 && r < 0xE000 {
		return false
	}
	var rtl lineCache
	rtl.of = hasRightToLeft
	s := string(r)
	_, gone := invisible(s, 0, r, len(s), &rtl)
	return gone || isSpace(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError || 0xFB00 <= r && r <= 0xFB06
}

// formOf returns the form of a character, and whether it is not in NFC.
func formOf(r rune) (f formKind, unsure bool) {
	if r < 0x0300 {
		return f, false
	}
	var buf [utf8.UTFMax]byte
	c := utf8.AppendRune(buf[:0], r)
	p := norm.NFC.Properties(c)
	f.ccc = p.CCC()
	if !p.BoundaryBefore() {
		f.maybe = norm.NFC.QuickSpan(c) < len(c)
		return f, false
	}
	return f, p.Decomposition() != nil && norm.NFC.QuickSpan(c) < len(c)
}

// combiningPairs returns the characters of Indic scripts that combine with one
// after them, and those. Their second parts stand after many other letters,
// with which they do not combine; of others it is enough to know that they may.
func combiningPairs() map[rune][]rune {
	pairs := map[rune][]rune{}
	for _, block := range [...][2]rune{{0x0900, 0x0DFF}, {0x1000, 0x109F}, {0x1B00, 0x1B7F}} {
		for r := block[0]; r <= block[1]; r++ {
			s := string(r)
			d := norm.NFC.PropertiesString(s).Decomposition()
			if d == nil || norm.NFC.QuickSpanString(s) < len(s) {
				continue
			}
			second, n := utf8.DecodeLastRune(d)
			first, _ := utf8.DecodeRune(norm.NFC.Bytes(d[:len(d)-n]))
			pairs[first] = append(pairs[first], second)
			pairs[second] = append(pairs[second], 0)
		}
	}
	return pairs
}

// addForms marks the pairs that are not in NFC.
func (t *pairTable) addForms() {
	for first, seconds := range combiningPairs() {
		for _, second := range seconds {
			if second != 0 {
				t.set(t.id(first), t.id(second))
			}
		}
	}
	var marks []uint
	for id := range t.kinds {
		if k := &t.kinds[id]; k.ccc != 0 || k.maybe {
			marks = append(marks, uint(id))
		}
	}
	for _, a := range marks {
		for _, b := range marks {
			if !inOrder(&t.kinds[a].formKind, &t.kinds[b].formKind, t.kinds[a].s == t.kinds[b].s) {
				t.set(a, b)
			}
		}
	}
}

// inOrder reports whether two marks, of the same script or not, are in the order
// of NFC. So many marks of several scripts that NFC would part them are not.
func inOrder(a, b *formKind, same bool) bool {
	return a.ccc == 0 || !b.maybe && (b.ccc == 0 || a.ccc < b.ccc && same)
}

// A pairMask marks numbers of second characters.
type pairMask [pairStride]uint64

func (m *pairMask) set(b uint) { m[b/64] |= 1 << (b % 64) }

// addKinds marks the pairs that are judged by the kinds of their characters
// alone, and those that are looked at wherever they stand.
func (t *pairTable) addKinds() {
	type kind struct {
		c     class
		s     alphabet
		ascii bool
		paged bool
		wide  bool
		r     rune
	}
	numbers := map[kind]int{}
	var sample []char
	var members []pairMask
	of := make([]int, len(t.kinds))
	var unsure, leads, fullWidth pairMask
	for id := range t.kinds {
		k := &t.kinds[id]
		key := kind{c: k.c, s: k.s, ascii: k.r < utf8.RuneSelf, paged: k.paged, wide: wideLetter(k.char)}
		if special(k.r) || k.r < 0x100 && disguisedAs[k.r] != 0 || k.r == '?' || k.r == '.' || k.r == ' ' {
			key.r = k.r
		}
		n, ok := numbers[key]
		if !ok {
			n = len(sample)
			numbers[key] = n
			sample = append(sample, k.char)
			members = append(members, pairMask{})
		}
		of[id] = n
		members[n].set(uint(id))
		if k.unsure {
			unsure.set(uint(id))
		}
		if k.begins {
			leads.set(uint(id))
		}
		if k.full {
			fullWidth.set(uint(id))
		}
	}
	always, beside := make([]pairMask, len(sample)), make([]pairMask, len(sample))
	for i, a := range sample {
		for j, b := range sample {
			if a.r < utf8.RuneSelf && b.r < utf8.RuneSelf || a.letter() && a.s != noScript && a.s <= arabic && a.s == b.s && b.letter() {
				continue
			}
			into := &always[i]
			if !mayMisreadPair(a, b) {
				if !strange(a, b) {
					continue
				}
				into = &beside[i]
			}
			for w := range into {
				into[w] |= members[j][w]
			}
		}
	}
	for id := range t.kinds {
		k := &t.kinds[id]
		row := t.bits[id*pairStride:][:pairStride]
		for w := range row {
			row[w] |= always[of[id]][w] | unsure[w]
			if k.continues {
				row[w] |= beside[of[id]][w]
			} else {
				row[w] |= beside[of[id]][w] & leads[w]
			}
			if !k.east {
				row[w] |= fullWidth[w]
			}
		}
	}
}

// begins reports whether a character may be the first of a sequence of UTF-8 on
// some page, in either case.
func begins(c char) bool { return leads(c) != 0 }

// continues reports whether it may be one of the others.
func continues(c char) bool { return continuations(c) != 0 }

// addLetters marks pairs of letters of one script that differ by letter.
func (t *pairTable) addLetters() {
	var scripts [arabic + 1][]uint
	for id := range t.kinds {
		if k := &t.kinds[id]; k.letter() && k.s != noScript && k.s <= arabic {
			scripts[k.s] = append(scripts[k.s], uint(id))
		}
	}
	for _, ids := range scripts {
		for _, a := range ids {
			for _, b := range ids {
				x, y := &t.kinds[a], &t.kinds[b]
				if x.r < utf8.RuneSelf && y.r < utf8.RuneSelf {
					continue
				}
				if x.paged && y.paged && oddPair(x.char, y.char) || (x.continues || y.begins) && strange(x.char, y.char) || lostLeadPair(x.char, y.char) || disguisedPair(x.char, y.char) {
					t.set(a, b)
				}
			}
		}
	}
}

// addKin marks the pairs of kinPair and sharedPair.
func (t *pairTable) addKin() {
	kins := allKins()
	var ids [kinLetters][]uint
	for r := range rune(0x100) {
		if i := kinIndex(charOf(r)); i >= 0 {
			ids[i] = append(ids[i], t.id(r))
		}
	}
	for i := range ids {
		set := kins.pairs[i]
		for n := range kins.shared {
			set |= kins.shared[n][i]
		}
		for ; set != 0; set &= set - 1 {
			for _, a := range ids[i] {
				for _, b := range ids[bits.TrailingZeros64(set)] {
					if a >= utf8.RuneSelf || b >= utf8.RuneSelf {
						t.set(a, b)
					}
				}
			}
		}
	}
}

// addASCII marks the pairs of which the second is ASCII, and those that
// Punctuation looks at.
func (t *pairTable) addASCII() {
	for b := range byte(utf8.RuneSelf) {
		always := b == '&' || b == '%' || b == '\\' || b == '?'
		wide := pairTraits[kindWide*kinds+kindOf[b]] != 0
		for id := range uint(len(t.kinds)) {
			if always || wide && id >= utf8.RuneSelf || id < utf8.RuneSelf && pairTraits[kindOf[id]*kinds+kindOf[b]] != 0 {
				t.set(id, uint(b))
			}
		}
		for _, a := range " ”“" {
			if mayPunctuatePair(a, rune(b)) {
				t.set(t.id(a), uint(b))
			}
		}
	}
	for _, b := range "”–—" {
		t.set(' ', t.id(b))
	}
	t.set('\n', '\n')
}
