package normalize

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/normalize/internal/char"
	"github.com/copydesk-go/copydesk/normalize/internal/fontcode"
	"github.com/copydesk-go/copydesk/normalize/internal/mojibake"
	"github.com/copydesk-go/copydesk/normalize/internal/zawgyi"
	"golang.org/x/text/unicode/norm"
)

// A pairTable says for each two characters whether a look must stop where the
// second follows the first: for the repair of encodings, which the table is of,
// and for the other steps. It is made when it is first asked for.
type pairTable struct {
	*mojibake.Pairs
	bytes [0x10000]uint8 // see skip
	forms []formKind     // by number
}

// A formKind is what the form NFC depends on.
type formKind struct {
	ccc   uint8
	maybe bool // it combines with some character before it
}

// What the steps know of a character, in the bits of a [pairsOfChars] that are
// free. The canonical combining class begins at bit cccShift.
const (
	kindMaybe = mojibake.FirstFreeBit << iota
	kindFull  // full width
	kindEast  // see isEastAsian
	kindBase  // a letter of Burmese that signs stand around
	cccShift  = 8
)

var allPairs = sync.OnceValue(func() *pairTable {
	combining := combiningPairs()
	t := &pairTable{Pairs: mojibake.NewPairs(func(r rune) uint32 { return kindOfForm(r, combining) })}
	t.forms = make([]formKind, len(t.Kinds))
	for id := range t.Kinds {
		also := t.Kinds[id].Also
		t.forms[id] = formKind{uint8(also >> cccShift), also&kindMaybe != 0}
	}
	t.addForms(combining)
	t.addFullWidth()
	t.addASCII()
	t.addBytes()
	return t
})

// kindOfForm gathers what the steps know of a character.
func kindOfForm(r rune, combining map[rune][]rune) (kind uint32) {
	if r >= 0x3400 && (r < 0x4DC0 || 0x4E00 <= r && r < 0xA000 || 0xAC00 <= r && r < 0xD7A4) {
		return kindEast
	}
	c := char.Of(r)
	if (c.Class == char.Wide || c.Class == char.WideMark) && isEastAsian(string(r)) {
		kind |= kindEast
	}
	if 0xFF01 <= r && r <= 0xFF5E {
		kind |= kindFull
	}
	form, unsure := formOf(r)
	kind |= uint32(form.ccc) << cccShift
	if form.maybe {
		kind |= kindMaybe
	}
	_, combines := combining[r]
	if zawgyi.Base(r) {
		kind |= kindBase
	}
	if combines || strings.ContainsRune(turnedEnds+burmeseSigns, r) || r == 'เ' || r == 'ເ' || r == 'ə' || r == 'ɵ' {
		kind |= mojibake.OwnNumber
	}
	if unsure || form.maybe && !combines || unsureAnywhere(r) {
		kind |= mojibake.LookAnywhere
	}
	return kind
}

// addBytes says of each two bytes what the table says if they are ASCII, and
// marks those that are not.
func (t *pairTable) addBytes() {
	for pair := range t.bytes {
		a, b := uint(pair&0xFF), uint(pair>>8)
		if a >= utf8.RuneSelf || b >= utf8.RuneSelf || t.Has(a, b) {
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

// skipWide returns the offset of the first character from i on that is neither of three bytes nor a space
// between two of them, that a look must stop at or that is the last, and the number of the one before it,
// which of i is given.
func (t *pairTable) skipWide(text string, before uint, i int) (at int, last uint) {
	pairs := t.Pairs
	for i+3 < len(text) {
		a, b, c := text[i], text[i+1], text[i+2]
		id, n := uint(' '), 1
		if a != ' ' || b < 0xE0 {
			if a-0xE0 >= 0x10 || b&0xC0 != 0x80 || c&0xC0 != 0x80 || a == 0xE0 && b < 0xA0 || a == 0xED && b >= 0xA0 {
				break
			}
			id, n = uint(pairs.IDs[uint16(a&0xF)<<12|uint16(b&0x3F)<<6|uint16(c&0x3F)]), 3
		}
		if pairs.Has(before, id) {
			break
		}
		before = id
		i += n
	}
	return i, before
}

// shows reports whether a character may show that text is not in its usual
// form, or holds what cannot be seen.
func (t *pairTable) shows(r rune) bool {
	k := &t.Kinds[t.ID(r)]
	return k.Unsure || k.Also&(kindMaybe|kindFull) != 0 || k.Also>>cccShift != 0
}

// addFullWidth marks the pairs of a full-width character after one that is not
// East Asian.
func (t *pairTable) addFullWidth() {
	for b := range t.Kinds {
		if t.Kinds[b].Also&kindFull == 0 {
			continue
		}
		for a := range t.Kinds {
			if t.Kinds[a].Also&kindEast == 0 {
				t.Set(uint(a), uint(b))
			}
		}
	}
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
	return gone || isSpace(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError || r == '¬' || r == '‐' || 0xFB00 <= r && r <= 0xFB06 || isArabicForm(r)
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
func (t *pairTable) addForms(combining map[rune][]rune) {
	for first, seconds := range combining {
		for _, second := range seconds {
			if second != 0 {
				t.Set(t.ID(first), t.ID(second))
			}
		}
	}
	var marks []uint
	for id := range t.Kinds {
		if k := &t.forms[id]; k.ccc != 0 || k.maybe {
			marks = append(marks, uint(id))
		}
	}
	for _, a := range marks {
		for _, b := range marks {
			if !inOrder(&t.forms[a], &t.forms[b], t.Kinds[a].Script == t.Kinds[b].Script) {
				t.Set(a, b)
			}
		}
	}
}

// inOrder reports whether two marks, of the same script or not, are in the order
// of NFC. So many marks of several scripts that NFC would part them are not.
func inOrder(a, b *formKind, same bool) bool {
	return a.ccc == 0 || !b.maybe && (b.ccc == 0 || a.ccc < b.ccc && same)
}

// addASCII marks the pairs of which the second is ASCII, and those that
// Punctuation looks at.
func (t *pairTable) addASCII() {
	for b := range byte(utf8.RuneSelf) {
		always := b == '&' || b == '%' || b == '\\'
		wide := pairTraits[kindWide*kinds+kindOf[b]] != 0
		for id := range uint(len(t.Kinds)) {
			if always || wide && id >= utf8.RuneSelf || id < utf8.RuneSelf && pairTraits[kindOf[id]*kinds+kindOf[b]] != 0 {
				t.Set(id, uint(b))
			}
		}
		for _, a := range " ”“" {
			if mayPunctuatePair(a, rune(b)) {
				t.Set(t.ID(a), uint(b))
			}
		}
	}
	for _, b := range "”–—" {
		t.Set(' ', t.ID(b))
	}
	t.addTwins()
	t.addFonts()
	for pair := range 1 << 14 {
		if a, b := byte(pair>>7), byte(pair&0x7F); beginsEscape(a, b) || beginsResidue(a, b) || beginsToken(a, b) || a == '-' && (b == '\n' || b == '\r') {
			t.Set(uint(a), uint(b))
		}
	}
	for _, m := range namedMarks {
		t.Set(uint(m.name[len(m.name)-1]), ';')
	}
	for _, a := range accents {
		t.Set(uint(a[len(a)-1]), ';')
	}
	for _, b := range "0123456789abcdefABCDEF" {
		t.Set(uint(b), ';')
	}
	t.Set('\n', '\n')
}

// addTwins marks the pairs of a Latin letter and a Cyrillic one that it may stand
// for, and those of one vowel typed twice.
func (t *pairTable) addTwins() {
	for id := range t.Kinds {
		if t.Kinds[id].Script != char.Cyrillic {
			continue
		}
		for _, latin := range latinTwins {
			t.Set(uint(id), t.ID(latin))
			t.Set(t.ID(latin), uint(id))
		}
	}
	for _, r := range "เເ" {
		t.Set(t.ID(r), t.ID(r))
	}
}

// The letters of Hebrew and Arabic that end words, and the signs of Burmese that
// stand in other places in Zawgyi.
const (
	turnedEnds   = "ךםןףץةى"
	burmeseSigns = "\u1031\u1039\u103B\u103C\u103D\u103E"
)

// addFonts marks the pairs whose order fonts have and Unicode has not, and those that
// small codes have letters in the places of.
func (t *pairTable) addFonts() {
	set := func(a, b rune) {
		if fontcode.Suspect(a, b, 'a') || fontcode.Suspect(a, b, 'Ö') || fontcode.Suspect(a, b, 'а') {
			t.Set(t.ID(a), t.ID(b))
		}
	}
	for a := '\n'; a < 0x0530; a++ {
		for b := rune(0xA2); b < 0x0100; b++ {
			set(a, b)
		}
		for _, b := range "vV‡ќЌњЊљЉ" {
			set(a, b)
			set(b, a)
		}
		for b := rune(0x2500); b < 0x25A0; b++ {
			t.Set(t.ID(a), t.ID(b))
		}
	}
	for id := range t.Kinds {
		if t.Kinds[id].Also&kindBase == 0 {
			for _, b := range burmeseSigns {
				t.Set(uint(id), t.ID(b))
			}
			t.Set(t.ID('\u1039'), uint(id))
		}
		for _, b := range turnedEnds {
			if t.Kinds[id].Script == 0 || beginsWithEnd(t.Kinds[id].Rune, b) {
				t.Set(uint(id), t.ID(b))
			}
		}
	}
}
