package mojibake

import (
	"math/bits"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// A Pairs says for each two characters whether a look must stop where the
// second follows the first. Making one takes about three milliseconds and 400 KB.
//
// Characters are numbered. ASCII characters have their own value, and those on
// a code page or of a language that the letter pairs know have a number each.
// The others share one with all that are the same to the repair and to the
// steps that use the table with it.
type Pairs struct {
	IDs    [0x10000]uint16
	bits   [pairLimit * pairStride]uint64 // a row for each number
	Kinds  []Kind
	modern [0x10000 / 64]uint64 // see usual
	column []uint16             // by number: the place in columns, plus one, or 0
	own    []pairMask           // see concerns
	emoji  uint
	beyond uint // characters beyond the Basic Multilingual Plane, but for emoji

	siblings *[2]siblingTable
	best     *fits
	loose    uint32 // pages on which a mark, a dash or a no-break space continues sequences
}

// pairStride is the length of a row of the table in words, pairLimit the number
// of rows there is room for.
const (
	pairStride = 21
	pairLimit  = 64 * pairStride
)

// A Kind is what is known of the characters of one number.
type Kind struct {
	char.Char        // of the first of them
	row              *charset.Row
	leads, continues uint32 // see leads and continuations
	paged            bool   // see onAPage
	Also             uint32 // what other steps know of it, and the next two
	own              bool   // the number is its own
	unlikely         bool   // see unlikelyWide
	Unsure           bool   // to be looked at wherever it stands
}

// What a step that shares the table says of a character: that it needs a number
// of its own, and that it is to be looked at wherever it stands. The other bits
// are the step's.
const (
	OwnNumber = 1 << iota
	LookAnywhere
	FirstFreeBit
)

// NewPairs makes the table, for a step that says of each character in the Basic
// Multilingual Plane what it knows of it.
func NewPairs(also func(r rune) uint32) *Pairs {
	t := &Pairs{siblings: siblingTables()}
	t.number(also)
	t.addKinds()
	t.addLetters()
	t.addSiblings()
	t.addSequences()
	t.addChains()
	for id := range t.Kinds {
		t.Set(uint(id), '?') // which may stand for a mark
	}
	t.shareColumns()
	return t
}

// shareColumns keeps for second characters that other steps look at what the repair
// itself says of them, and marks those that others look at wherever they stand.
func (t *Pairs) shareColumns() {
	t.column = make([]uint16, len(t.Kinds))
	for b := range t.Kinds {
		anywhere := t.Kinds[b].Also&LookAnywhere != 0
		if b >= utf8.RuneSelf && !anywhere {
			continue
		}
		var own pairMask
		for a := range t.Kinds {
			if t.Has(uint(a), uint(b)) {
				own.set(uint(a))
			}
			if anywhere {
				t.Set(uint(a), uint(b))
			}
		}
		t.own = append(t.own, own)
		t.column[b] = uint16(len(t.own))
	}
}

// concerns reports whether a marked pair of a and b may be marked for the repair, and not
// only for other steps.
func (t *Pairs) concerns(a, b uint) bool {
	n := t.column[b]
	return n == 0 || t.own[n-1][a/64]>>(a%64)&1 != 0
}

// Set marks the pair of a and b, which are numbers.
func (t *Pairs) Set(a, b uint) { t.bits[a*pairStride+b/64] |= 1 << (b % 64) }

// Has reports whether the pair of a and b is marked.
func (t *Pairs) Has(a, b uint) bool { return t.bits[a*pairStride+b/64]>>(b%64)&1 != 0 }

// mark reports whether a look must stop where the second character follows the
// first.
func (t *Pairs) mark(a, b rune) bool { return t.Has(t.ID(a), t.ID(b)) }

// ID returns the number of any character.
func (t *Pairs) ID(r rune) uint {
	if r < 0x10000 {
		return uint(t.IDs[r])
	}
	return t.IDBeyond(r)
}

// IDBeyond is ID for a character beyond the Basic Multilingual Plane.
func (t *Pairs) IDBeyond(r rune) uint {
	if 0x1F000 <= r && r <= 0x1FAFF {
		return t.emoji
	}
	return t.beyond
}

// usual reports whether a character outside ASCII is one of those that text is written in
// nowadays.
func (t *Pairs) usual(r rune) bool {
	if r < 0x10000 {
		return t.modern[r/64]>>(r%64)&1 != 0
	}
	return usual(char.Of(r))
}

// number gives the characters their numbers.
func (t *Pairs) number(also func(r rune) uint32) {
	m := letters.Load()
	none := charset.Lookup(0)
	shared := map[Kind]uint16{}
	var last Kind
	var id uint16
	for r := rune(0); r < 0x10000; r++ {
		k := Kind{row: none}
		switch {
		case r < utf8.RuneSelf:
			k.Char, k.own = char.Of(r), true
		case 0xD800 <= r && r < 0xE000:
			continue // no characters
		case r >= 0x3400 && (r < 0x4DC0 || 0x4E00 <= r && r < 0xA000 || 0xAC00 <= r && r < 0xD7A4):
			k.Char, k.Also = char.Char{Rune: r, Class: char.Wide, Script: char.EastAsian}, also(r)
		case 0xE000 <= r && r < 0xF8FF && charset.Lookup(r) == none:
			k.Char = char.Char{Rune: r, Class: char.Private}
		default:
			k.Char, k.row, k.Also = char.Of(r), charset.Lookup(r), also(r)
			k.own = k.row != none || m.ID(r) != 0 || k.Script == char.Latin && languagesOf(r) != allLanguages || special(r)
		}
		if k.row != none || k.Cased() || r < utf8.RuneSelf {
			k.paged, k.leads, k.continues = onAPage(k.Char), leads(k.Char), continuations(k.Char)
		}
		k.own = k.own || k.Also&OwnNumber != 0
		k.unlikely = r >= utf8.RuneSelf && unlikelyWide(k.Char)
		k.Unsure = k.unlikely || k.Also&LookAnywhere != 0
		key := k
		if !k.own {
			key.Rune = 0
		}
		if key != last {
			last = key
			var ok bool
			if id, ok = shared[key]; !ok {
				id = t.add(k)
				shared[key] = id
			}
		}
		t.IDs[r] = id
		if c := k.Char; usual(char.Char{Rune: r, Class: c.Class, Script: c.Script}) {
			t.modern[r/64] |= 1 << (r % 64)
		}
	}
	t.emoji = uint(t.add(Kind{Char: char.Of('\U0001F600'), row: none}))
	t.beyond = uint(t.add(Kind{Char: char.Of('\U00010000'), row: none, unlikely: true, Unsure: true}))
}

func (t *Pairs) add(k Kind) uint16 {
	t.Kinds = append(t.Kinds, k)
	return uint16(len(t.Kinds) - 1)
}

// special reports whether the rules of a step name the character.
func special(r rune) bool {
	switch r {
	case 'â', 'Ã', 'Ì', '¿', '¡', '¢', '£', '¤', '¦', '¬', '°', '·', '–', '—', '‐', '‑', '…', '’', '‘', '“', '”':
		return true
	}
	return false
}

// A pairMask marks numbers of second characters.
type pairMask [pairStride]uint64

func (m *pairMask) set(b uint) { m[b/64] |= 1 << (b % 64) }

// Groups are the characters that are judged alike beside any other.
type groups struct {
	of            []int // by number: the group
	sample        []char.Char
	members       []pairMask
	unsure, leads pairMask // numbers that are looked at anywhere, and that begin sequences
}

// grouped puts the numbers into groups.
func (t *Pairs) grouped() groups {
	type kind struct {
		c     char.Class
		s     char.Script
		ascii bool
		paged bool
		wide  bool
		r     rune
	}
	numbers := map[kind]int{}
	g := groups{of: make([]int, len(t.Kinds))}
	for id := range t.Kinds {
		k := &t.Kinds[id]
		key := kind{c: k.Class, s: k.Script, ascii: k.Rune < utf8.RuneSelf, paged: k.paged, wide: wideLetter(k.Char)}
		if special(k.Rune) || k.Rune < 0x100 && marksOfLetter[k.Rune] != 0 || k.Rune == '?' || k.Rune == '.' || k.Rune == ' ' {
			key.r = k.Rune
		}
		n, ok := numbers[key]
		if !ok {
			n = len(g.sample)
			numbers[key] = n
			g.sample = append(g.sample, k.Char)
			g.members = append(g.members, pairMask{})
		}
		g.of[id] = n
		g.members[n].set(uint(id))
		if k.unlikely {
			g.unsure.set(uint(id))
		}
		if k.leads != 0 {
			g.leads.set(uint(id))
		}
	}
	return g
}

// addKinds marks the pairs that are judged by the kinds of their characters
// alone, and those that are looked at wherever they stand.
func (t *Pairs) addKinds() {
	g := t.grouped()
	always, beside := make([]pairMask, len(g.sample)), make([]pairMask, len(g.sample))
	for i, a := range g.sample {
		for j, b := range g.sample {
			if a.Rune < utf8.RuneSelf && b.Rune < utf8.RuneSelf || a.Letter() && a.Script != char.NoScript && a.Script <= char.Arabic && a.Script == b.Script && b.Letter() {
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
				into[w] |= g.members[j][w]
			}
		}
	}
	for id := range t.Kinds {
		k := &t.Kinds[id]
		row := t.bits[id*pairStride:][:pairStride]
		for w := range row {
			row[w] |= always[g.of[id]][w] | g.unsure[w]
			if k.continues != 0 {
				row[w] |= beside[g.of[id]][w]
			} else {
				row[w] |= beside[g.of[id]][w] & g.leads[w]
			}
		}
	}
}

// addLetters marks pairs of letters of one script that differ by letter.
func (t *Pairs) addLetters() {
	var scripts [char.Arabic + 1][]uint
	for id := range t.Kinds {
		if k := &t.Kinds[id]; k.Letter() && k.Script != char.NoScript && k.Script <= char.Arabic {
			scripts[k.Script] = append(scripts[k.Script], uint(id))
		}
	}
	for _, ids := range scripts {
		for _, a := range ids {
			for _, b := range ids {
				x, y := &t.Kinds[a], &t.Kinds[b]
				if x.Rune < utf8.RuneSelf && y.Rune < utf8.RuneSelf {
					continue
				}
				if x.paged && y.paged && oddPair(x.Char, y.Char) || (x.continues|y.leads) != 0 && strange(x.Char, y.Char) || lostLeadPair(x.Char, y.Char) || lostStartPair(x.Char, y.Char) || letterMarkPair(x.Char, y.Char) {
					t.Set(a, b)
				}
			}
		}
	}
}

// addSiblings marks the pairs of siblingPair.
func (t *Pairs) addSiblings() {
	tables := siblingTables()
	for n := range tables {
		s := &tables[n]
		var ids [siblingLetters][]uint
		for b := range 0x100 {
			if i := s.byteIndex(byte(b)); i >= 0 {
				ids[i] = append(ids[i], t.ID(s.as.Decode(byte(b))))
			}
		}
		for i := range ids {
			set := s.pairs[i]
			for n := range s.shared {
				set |= s.shared[n][i]
			}
			for ; set != 0; set &= set - 1 {
				t.addPairs(ids[i], ids[bits.TrailingZeros64(set)])
			}
		}
	}
}

// addPairs marks the pairs of two sets of numbers that are not in ASCII.
func (t *Pairs) addPairs(first, second []uint) {
	for _, a := range first {
		for _, b := range second {
			if a >= utf8.RuneSelf || b >= utf8.RuneSelf {
				t.Set(a, b)
			}
		}
	}
}
