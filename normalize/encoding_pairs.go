package normalize

import (
	"math/bits"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
)

// A Pairs says for each two characters whether a look must stop where the
// second follows the first. Making one takes about three milliseconds and 400 KB.
//
// Characters are numbered. ASCII characters have their own value, and those on
// a code page or of a language that the letter pairs know have a number each.
// The others share one with all that are the same to the repair and to the
// steps that use the table with it.
type pairsOfChars struct {
	ids    [0x10000]uint16
	bits   [pairLimit * pairStride]uint64 // a row for each number
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
	paged             bool   // see onAPage
	begins, continues bool   // see begins and continues
	also              uint32 // what other steps know of it, and the next two
	own               bool   // the number is its own
	unsure            bool   // to be looked at wherever it stands
}

// What a step that shares the table says of a character: that it needs a number
// of its own, and that it is to be looked at wherever it stands. The other bits
// are the step's.
const (
	ownNumber = 1 << iota
	lookAnywhere
	firstFreeBit
)

// newPairs makes the table, for a step that says of each character in the Basic
// Multilingual Plane what it knows of it.
func newPairs(also func(r rune) uint32) *pairsOfChars {
	t := new(pairsOfChars)
	t.number(also)
	t.addKinds()
	t.addLetters()
	t.addSiblings()
	t.addSequences()
	return t
}

// set marks the pair of a and b, which are numbers.
func (t *pairsOfChars) set(a, b uint) { t.bits[a*pairStride+b/64] |= 1 << (b % 64) }

// row returns the marks of the seconds that follow a.
func (t *pairsOfChars) rowOf(a uint) []uint64 { return t.bits[a*pairStride:][:pairStride] }

func (t *pairsOfChars) has(a, b uint) bool { return t.bits[a*pairStride+b/64]>>(b%64)&1 != 0 }

// mark reports whether a look must stop where the second character follows the
// first.
func (t *pairsOfChars) mark(a, b rune) bool { return t.has(t.id(a), t.id(b)) }

// id returns the number of any character.
func (t *pairsOfChars) id(r rune) uint {
	if r < 0x10000 {
		return uint(t.ids[r])
	}
	return t.idBeyond(r)
}

// idBeyond is id for a character beyond the Basic Multilingual Plane.
func (t *pairsOfChars) idBeyond(r rune) uint {
	if 0x1F000 <= r && r <= 0x1FAFF {
		return t.emoji
	}
	return t.beyond
}

// number gives the characters their numbers.
func (t *pairsOfChars) number(also func(r rune) uint32) {
	m := letters.Load()
	none := charset.Lookup(0)
	shared := map[charKindOf]uint16{}
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
			k.char, k.also = char{r, clsWide, eastAsian}, also(r)
		case 0xE000 <= r && r < 0xF8FF && charset.Lookup(r) == none:
			k.char = char{r, clsPrivate, noScript}
		default:
			k.char, k.row, k.also = charOf(r), charset.Lookup(r), also(r)
			k.own = k.row != none || m.ID(r) != 0 || k.s == latin && languagesOf(r) != allLanguages || special(r)
		}
		k.own = k.own || k.also&ownNumber != 0
		k.unsure = k.also&lookAnywhere != 0 || r >= utf8.RuneSelf && unlikelyWide(k.char)
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

func (t *pairsOfChars) add(k charKindOf) uint16 {
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

// A pairMask marks numbers of second characters.
type pairMask [pairStride]uint64

func (m *pairMask) set(b uint) { m[b/64] |= 1 << (b % 64) }

// addKinds marks the pairs that are judged by the kinds of their characters
// alone, and those that are looked at wherever they stand.
func (t *pairsOfChars) addKinds() {
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
	var unsure, leads pairMask
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
		}
	}
}

// begins reports whether a character may be the first of a sequence of UTF-8 on
// some page, in either case.
func begins(c char) bool { return leads(c) != 0 }

// continues reports whether it may be one of the others.
func continues(c char) bool { return continuations(c) != 0 }

// addLetters marks pairs of letters of one script that differ by letter.
func (t *pairsOfChars) addLetters() {
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

// addSiblings marks the pairs of kinPair and sharedPair.
func (t *pairsOfChars) addSiblings() {
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
