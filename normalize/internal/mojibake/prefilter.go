package mojibake

import (
	_ "embed" // a table
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/internal/scan"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// The prefilter of the encoding step finds the lines that are worth taking apart.
// It works on pairs of neighbouring characters, in two steps: a table says
// whether a pair may be part of damage at all (see [Pairs]), and misread
// then looks at the place. In clean text hardly any pair of the table occurs,
// in whatever language.
//
// A trigger is therefore written down twice: as a case of mayMisreadPair, which
// is asked for all pairs when the table is made and may say yes too often, and
// as a case of misread, which decides. The prefilter may let through a line in which
// nothing is damaged, at the price of time; it must not stop one that the step
// would mend.

// A prefilter goes with one text, and remembers what it was asked of its lines.
type Prefilter struct {
	text  string
	pairs *Pairs
	hasty bool // next stops at the first pair of the table

	line          scan.Line // last asked about
	odd, lastOdd  int       // see isOdd, and the next two
	wide, counted int
	wideTo        int // see wideAt, and the next
	wideIs        bool
	calm          [8]calmPair // some that were asked about
	english       lineCache
	onPage        lineCache
	oneCase       lineCache
	sibling       [2]lineCache
	shared        [len(sharedPairs)]lineCache
}

func NewPrefilter(text string, pairs *Pairs) Prefilter {
	k := Prefilter{
		text:    text,
		pairs:   pairs,
		english: lineCache{of: mayBeEnglish},
		onPage:  lineCache{of: isOnPage},
		oneCase: lineCache{of: isOneCase},
	}
	for n := range k.sibling {
		k.sibling[n].of = mayBeSibling[n]
	}
	for n := range k.shared {
		k.shared[n].of = maySharePairs[n]
	}
	return k
}

// next returns the offset of the next place at or after i, where a line or a
// piece of one begins or ends, that makes its line worth a closer look, or -1.
func (k *Prefilter) next(i int) int {
	text := k.text
	if i > 0 && i < len(text) && text[i] == '\n' {
		i++
	}
	before, id := '\n', uint('\n')
	for i < len(text) {
		if text[i] < utf8.RuneSelf && before < utf8.RuneSelf {
			at := skipASCII(text, i)
			if at == len(text) {
				return -1
			}
			if at > i {
				before = rune(text[at-1])
				id = uint(before)
				i = at
			}
		}
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			if r, n = utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError && n == 1 {
				return -1
			}
		}
		now := k.pairs.ID(r)
		if k.pairs.Has(id, now) && (before >= utf8.RuneSelf || r >= utf8.RuneSelf || r == '?') &&
			k.pairs.concerns(id, now) && (k.hasty || k.Misread(i, char.Of(before), char.Of(r))) {
			return i
		}
		before, id = r, now
		i += n
	}
	return -1
}

// skipASCII returns the offset of the first byte from i on that is not ASCII, or
// a question mark.
func skipASCII(text string, i int) int {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	for ; i+8 <= len(text); i += 8 {
		x := eightBytes(text[i : i+8])
		marks := x ^ ones*'?'
		if (x|(marks-ones)&^marks)&high != 0 {
			break
		}
	}
	for i < len(text) && text[i] < utf8.RuneSelf && text[i] != '?' {
		i++
	}
	return i
}

// mayMisreadPair reports whether a line in which b follows a may be damaged,
// going by these two alone. At least one of them is not ASCII. Pairs that are
// part of a sequence of UTF-8 are dealt with by [strange] and
// [Pairs.addSequences], those of [siblingPair] and [sharedPair] by
// [Pairs.addSiblings], and those of [chainPair] by [Pairs.addChains].
func mayMisreadPair(a, b char.Char) bool {
	return placedPair(a, b) || oddPair(a, b) && onAPage(a) && onAPage(b)
}

// placedPair is mayMisreadPair but for odd pairs, which are counted.
func placedPair(a, b char.Char) bool {
	return b.Class == char.Lost || dosPair(a, b) || remainsPair(a, b) || letterMarkPair(a, b) || lostLeadPair(a, b) || lostSpacePair(a, b) || lostStartPair(a, b) || closesInside(a, b) || outOfPlaceWide(a, b)
}

// misread reports whether the pair of a and b, of which the second
// stands at i, makes its line worth a closer look: whether there is
//
//   - a replacement character, or a question mark or what is left of a mark in
//     a place where English may have lost a mark;
//   - an East Asian letter where UTF-8 may have been read as an East Asian code;
//   - what became of a mark or a sign in a chain of two pages;
//   - a letter in a place where English may have a mark that became one;
//   - the second of two pairs of letters that no language has;
//   - a rare pair of letters where those of central Europe may have become others;
//   - a sequence of UTF-8, misread, that would make sense.
func (k *Prefilter) Misread(i int, a, b char.Char) bool {
	calm := &k.calm[uint32(a.Rune*7+b.Rune)%uint32(len(k.calm))]
	if calm.a == a.Rune && calm.b == b.Rune {
		return calm.odd && k.isOdd(i, a, b)
	}
	switch {
	case inPlace(a, b) && alone(k.text, i):
		return false
	case b.Class == char.Lost,
		b.Rune == '?' && (cutAddressAt(k.text, i) || lostQueryAt(k.text, i) && k.holds(&k.english, i)),
		lostLeadPair(a, b) && lostLeadBefore(k.text, i, k.charBefore(i-len("â"))) && k.holds(&k.english, i),
		lostSpacePair(a, b) && k.charBefore(i-len("Ã")).Class != char.Upper,
		lostStartPair(a, b) && !k.charBefore(i-len("Ã")).Letter(),
		(unlikelyWide(b) || outOfPlaceWide(a, b)) && k.wideAt(i):
		return true
	case b.Rune == '?' && (a.Rune == '鈥' || a.Rune == '窶'):
		return true
	case a.Rune < utf8.RuneSelf && b.Rune < utf8.RuneSelf:
		return false
	case letterMarkPair(a, b) && k.letterMarkAt(i, a, b), k.siblingAt(i, a, b), chainPair(a, b),
		remainsPair(a, b) && remainsAt(k.text, i, b), dosPair(a, b) && dosAt(k.text, i, a, b):
		return true
	case closesInside(a, b) && k.strangeAt(i, a, b):
		return true
	case oddPair(a, b) && k.kind(a.Rune).paged && k.kind(b.Rune).paged && (k.strangeAt(i, a, b) || k.isOdd(i, a, b)):
		return true
	case (a.Rune < utf8.RuneSelf || b.Rune < utf8.RuneSelf) && (alone(k.text, i) || !strange(a, b)):
		return false
	}
	if k.pairs.mayBePart(k.kind(a.Rune), k.kind(b.Rune)) {
		return k.sequenceAt(i)
	}
	k.remember(calm, a, b)
	return false
}

// remember makes a pair that nothing was found to be the matter with the calm one at its place, if
// nothing can be wherever it stands.
func (k *Prefilter) remember(calm *calmPair, a, b char.Char) {
	if a.Rune < utf8.RuneSelf || b.Rune < utf8.RuneSelf || placedPair(a, b) || siblingPair(a, b) || k.kind(b.Rune).unlikely {
		return
	}
	odd := oddPair(a, b) && k.kind(a.Rune).paged && k.kind(b.Rune).paged
	if !odd || !mayBeStrange(a) && !mayBeStrange(b) {
		*calm = calmPair{a.Rune, b.Rune, odd}
	}
}

// A calmPair is a pair of which nothing speaks for damage, wherever it stands, but that it is odd.
type calmPair struct {
	a, b rune
	odd  bool
}

// inPlace reports whether one of a pair is a mark of English, which is most of what is
// asked about, and the other is no letter, of which it might be the next.
func inPlace(a, b char.Char) bool {
	mark := func(c char.Char) bool { return 0x2010 <= c.Rune && c.Rune <= 0x2026 }
	other := func(c char.Char) bool { return c.Rune < utf8.RuneSelf && c.Rune != '?' && !c.Letter() }
	return mark(a) && other(b) || other(a) && mark(b)
}

// alone reports whether ASCII stands on both sides of a character outside of it, which is
// at i or ends there.
func alone(text string, i int) bool {
	start, end := i, i
	if text[i] < utf8.RuneSelf {
		for start--; !utf8.RuneStart(text[start]); start-- {
		}
	} else {
		for end++; end < len(text) && !utf8.RuneStart(text[end]); end++ {
		}
	}
	return (start == 0 || text[start-1] < utf8.RuneSelf) && (end == len(text) || text[end] < utf8.RuneSelf)
}

// charBefore returns the character that ends at i, or white space at the start
// of the text.
func (k *Prefilter) charBefore(i int) char.Char {
	if i <= 0 {
		return char.ASCII['\n']
	}
	r, _ := utf8.DecodeLastRuneInString(k.text[:i])
	return char.Of(r)
}

// isOdd counts an odd pair of a and b at i and reports whether there are enough
// of them. The line may be legacy text that was misread, if it is all on one
// page and the pairs are not too far apart, or its case may have been changed
// after damage.
func (k *Prefilter) isOdd(i int, a, b char.Char) bool {
	if k.lastOdd > i || strings.IndexByte(k.text[k.lastOdd:i], '\n') >= 0 {
		k.odd = 0
	}
	k.lastOdd = i
	if k.odd++; k.odd < tooOdd {
		return false
	}
	if k.odd == tooOdd {
		k.line.Around(k.text, i)
		k.wide, k.counted = 0, k.line.Start
	}
	k.wide += countWide(k.text[k.counted:i])
	k.counted = i
	if k.odd*rarelyOdd >= k.wide && k.holds(&k.onPage, i) {
		return true
	}
	return (a.Cased() || b.Cased()) && k.holds(&k.oneCase, i)
}

// holds answers a question about the line of text[i], which its line end belongs to.
func (k *Prefilter) holds(c *lineCache, i int) bool {
	if k.line.Around(k.text, i); !c.known || c.start != k.line.Start {
		c.is, c.known, c.start = c.of(k.text[k.line.Start:k.line.End]), true, k.line.Start
	}
	return c.is
}

// onAPage reports whether a code page has the character or, since its case may
// have been changed, the same letter in the other case. What no page has is no
// part of damage.
func onAPage(c char.Char) bool {
	none := charset.Lookup(0)
	return c.Rune < utf8.RuneSelf || charset.Lookup(c.Rune) != none || otherCase(c) != none
}

// otherCase returns the row of a letter in the other case.
func otherCase(c char.Char) *charset.Row {
	switch {
	case c.Rune < utf8.RuneSelf:
	case c.Class == char.Upper:
		return charset.Lookup(unicode.ToLower(c.Rune))
	case c.Class == char.Lower:
		return charset.Lookup(unicode.ToUpper(c.Rune))
	}
	return charset.Lookup(0)
}

// countWide counts the characters outside ASCII.
func countWide(s string) (n int) {
	for i := range len(s) {
		if s[i] >= 0xC0 {
			n++
		}
	}
	return n
}

// rarelyOdd is how many characters outside ASCII there are to an odd pair in
// clean text, at least. In misread text there are about ten at most.
const rarelyOdd = 24

// isOneCase reports whether all letters of a line are of one case, if it is no
// longer than titles are.
func isOneCase(line string) bool {
	if len(line) > longestTitle {
		return false
	}
	lower, upper := false, false
	for _, r := range line {
		switch char.Of(r).Class {
		case char.Lower:
			lower = lower || r < utf8.RuneSelf || unicode.ToUpper(r) != r
		case char.Upper:
			upper = true
		}
		if lower && upper {
			return false
		}
	}
	return lower || upper
}

// isOnPage reports whether there is a code page that has every character of a
// line.
func isOnPage(line string) bool {
	pages := uint32(1<<charset.Count - 1)
	for i := 0; i < len(line) && pages != 0; {
		if line[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(line[i:])
		pages &= charset.Lookup(r).Pages
		i += n
	}
	return pages != 0
}

// mayBeEnglish reports whether a line may be so English that its marks are
// restored: by its words, if they are not too few to tell, or by a contraction
// without its apostrophe. See [line.marksLost].
func mayBeEnglish(line string) bool {
	words, score := 0, 0
	for i := 0; i < len(line); {
		if !scan.Letter(line[i]) {
			i++
			continue
		}
		end := asciiWordEnd(line, i)
		words++
		score += englishWord(shortWordOf(line[i:end]))
		if line[i:end] == "I" {
			score++
		}
		i = end
	}
	return words <= fewWords || score >= 3 || lacksApostrophe(line)
}

// lacksApostrophe reports whether there is a question mark or â in the place of
// the apostrophe of a contraction.
func lacksApostrophe(line string) bool {
	for i := 1; i+1 < len(line); i++ {
		end := i + 1
		switch {
		case !scan.Letter(line[i-1]):
			continue
		case line[i] == '?':
		case strings.HasPrefix(line[i:], "â"):
			end = i + len("â")
		default:
			continue
		}
		for end < len(line) && line[end] == '?' {
			end++
		}
		if contraction(asciiAt(line, end), asciiAt(line, end+1), asciiAt(line, end+2)) {
			return true
		}
	}
	return false
}

// asciiAt returns the character at i, or white space if there is none in ASCII.
func asciiAt(s string, i int) char.Char {
	if i < len(s) && s[i] < utf8.RuneSelf {
		return char.ASCII[s[i]]
	}
	return char.ASCII['\n']
}

// tooOdd is the number of odd pairs from which on a line is looked at.
const tooOdd = 2

// oddPair reports whether b hardly ever follows a, in any language.
func oddPair(a, b char.Char) bool {
	switch {
	case b.Class == char.Control && b.Rune >= utf8.RuneSelf || b.Class == char.Private:
		return true
	case b.Letter():
		if !a.Letter() {
			return a.Rune >= utf8.RuneSelf && a.Rune != '°' && (a.Class >= char.Currency && a.Class <= char.Accent || a.Class == char.Other) && b.Script <= char.Arabic
		}
		if a.Script != b.Script {
			return a.Class != char.Mark && b.Class != char.Mark
		}
		if b.Script > char.Arabic || b.Class == char.Mark || a.Class == char.Mark {
			return false
		}
		if a.Class == char.Lower && b.Class == char.Upper && (a.Rune >= utf8.RuneSelf || b.Rune >= utf8.RuneSelf) {
			return true
		}
		m := letters.Load()
		return m.Least(m.ID(a.Rune), m.ID(b.Rune)) > oddCost
	case a.Letter() && b.Rune >= utf8.RuneSelf:
		switch b.Class {
		case char.Open, char.Currency, char.Invert, char.Math, char.Box, char.Accent, char.Fraction, char.Dash:
			return b.Rune != '…' && b.Rune != '–' && b.Rune != '—' && b.Rune != '‐' && b.Rune != '‑' && b.Rune != '·'
		}
	}
	return false
}

// strange reports whether the pair may add to the oddness of a sequence that it
// is part of or stands beside. Without such a pair a sequence is an ordinary
// word.
func strange(a, b char.Char) bool {
	if odd(a, b) > 0 || a.Class == char.Upper && b.Class == char.NBSP {
		return true
	}
	return a.Script == char.Latin && b.Script == char.Latin && (oddVowels(a, b) || languagesOf(a.Rune)&languagesOf(b.Rune) == 0)
}

// worthTaking is the weight from which on a sequence may be taken. What weighs
// less is taken only in the company of others that weigh as much.
const worthTaking = 1

// unlikely is the fitness up to which what a sequence decodes to is not
// believed, whatever the sequence looks like.
const unlikely = -2

// The window that sequenceAt looks at reaches back over the longest sequence
// and two characters before it, and on over two sequences and what follows.
const (
	windowBefore = utf8.UTFMax + 2
	windowAfter  = 2*utf8.UTFMax + 2
)

// addSequences marks the pairs that begin a sequence of UTF-8 that was misread
// as a code page.
func (t *Pairs) addSequences() {
	t.best = t.bestFits()
	for p := range charset.Page(charset.Count) {
		var conts [64]uint
		for b := range conts {
			conts[b] = t.ID(p.Decode(byte(0x80 + b)))
			if c := &t.Kinds[conts[b]]; c.Class == char.Close || c.Class == char.Dash || c.Class == char.NBSP {
				t.loose |= 1 << p
			}
		}
		for lead := 0xC2; lead <= 0xF4; lead++ {
			a := t.ID(p.Decode(byte(lead)))
			for _, b := range conts {
				x, y := &t.Kinds[a], &t.Kinds[b]
				if !t.Has(a, b) && x.row.Lead&y.row.Cont>>p&1 == 1 && (strange(x.Char, y.Char) || t.worthBeginning(p, x, y)) {
					t.Set(a, b)
				}
			}
		}
	}
}

// mayBePart reports whether a pair may be part of a sequence that is worth taking, or stand
// beside one, going by these two alone.
func (t *Pairs) mayBePart(a, b *Kind) bool {
	pages := a.row.Lead & b.row.Cont
	if pages == 0 && a.continues|b.leads == 0 {
		return false
	}
	if strange(a.Char, b.Char) {
		return true
	}
	for ; pages != 0; pages &= pages - 1 {
		if t.worthBeginning(charset.Page(bits.TrailingZeros32(pages)), a, b) {
			return true
		}
	}
	return false
}

// worthBeginning reports whether a sequence that begins with two characters on a page, which are
// not strange beside each other, may weigh enough to be taken.
func (t *Pairs) worthBeginning(p charset.Page, a, b *Kind) bool {
	lead, cont := int(a.row.Bytes[p]), int(b.row.Bytes[p]&0x3F)
	fit := t.best.of(lead, cont)
	switch {
	case fit <= unlikely:
		return false
	case a.Rune == '’' && b.Letter():
		// It is common in French, but of Armenian, which it would be a byte of,
		// other pairs are stranger.
		return t.best.ofMarks(lead, cont) >= worthTaking
	case !a.Letter() || !b.Letter():
		return fit >= worthTaking
	case a.Class == char.Upper && b.Class != char.Upper:
		// After another capital it is strange.
		return fit >= worthTaking-2
	case lead >= 0xE0 && t.loose>>p&1 == 1:
		// A character that continues a sequence need not be a letter, and the sequence no word.
		return t.best.ofMarks(lead, cont) >= worthTaking
	}
	// An ordinary word takes the best of marks to be damage.
	return t.best.ofMarks(lead, cont) >= worthTaking+4
}

// fits holds how well characters may fit at best, by their number without the
// lowest six bits: all of them, and those that are no letters or Latin ones,
// which do not need letters of their kind beside them.
type fits struct {
	two         [0x800]int8 // by character
	two1        [0x800]int8
	three, mark [0x400]int8
}

func (f *fits) of(lead, cont int) int32 {
	switch {
	case lead < 0xE0:
		return int32(f.two[lead&0x1F<<6|cont])
	case lead < 0xF0:
		return int32(f.three[lead&0xF<<6|cont])
	}
	return f.four(lead, cont)
}

func (f *fits) ofMarks(lead, cont int) int32 {
	switch {
	case lead < 0xE0:
		return int32(f.two1[lead&0x1F<<6|cont])
	case lead < 0xF0:
		return int32(f.mark[lead&0xF<<6|cont])
	}
	return f.four(lead, cont)
}

// four is for what lies beyond the Basic Multilingual Plane.
func (*fits) four(lead, cont int) int32 {
	if lead == 0xF0 && cont == 0x1F {
		return 3 // emoji
	}
	if lead == 0xF0 && cont >= 0x20 {
		return 4 // rare Chinese characters, beside others
	}
	return unlikely
}

// bestFits rates the characters of the Basic Multilingual Plane.
func (t *Pairs) bestFits() *fits {
	f := new(fits)
	for i := range f.three {
		f.three[i], f.mark[i] = -99, -99
	}
	const unknown = 0
	var seen [char.Emoji + 1][char.Rare + 16]int8
	for r := rune(0x80); r < 0x10000; r++ {
		c := t.Kinds[t.IDs[r]].Char
		c.Rune = r
		fit := seen[c.Class][c.Script]
		if fit == unknown || c.Script == char.Latin || r < 0x800 || char.Open <= c.Class && c.Class <= char.Hidden {
			fit = int8(bestFit(c))
			seen[c.Class][c.Script] = fit
		}
		marks := fit
		if c.Script != char.NoScript && c.Script != char.Latin {
			marks = -99
		}
		if r < 0x800 {
			f.two[r], f.two1[r] = fit, marks
		}
		f.three[r>>6], f.mark[r>>6] = max(f.three[r>>6], fit), max(f.mark[r>>6], marks)
	}
	return f
}

// bestFit returns how well a character fits where it fits best.
func bestFit(c char.Char) int32 {
	letter, gap, digit := char.Char{Rune: 'x', Class: char.Lower, Script: c.Script}, char.ASCII[' '], char.ASCII['1']
	best := int32(-99)
	for _, around := range [...][2]char.Char{
		{letter, letter}, {gap, letter}, {letter, gap}, {gap, gap}, {gap, digit}, {digit, gap}, {digit, digit},
		{char.ASCII['a'], char.ASCII['a']}, {gap, char.ASCII['a']}, {char.ASCII['a'], gap},
	} {
		best = max(best, fitness(c, around[0], around[1]))
	}
	if char.Spelled(c.Rune) {
		best += spelledFit
	}
	return best
}

// sequenceAt reports whether a sequence of UTF-8 that was misread as a code page
// is at the pair of which the second character is at i.
func (k *Prefilter) sequenceAt(i int) bool {
	var near surroundings
	near.load(k, i)
	if !near.begins() {
		return false
	}
	oneCase := func() bool { return k.holds(&k.oneCase, i) }
	if !near.whole() && !(near.cased() && oneCase()) {
		return false
	}
	var cells [windowBefore + windowAfter]cell
	size, before := k.window(&cells, i)
	l := line{cells: cells[:size]}
	for s := max(0, before-utf8.UTFMax); s <= before && s+1 < size; s++ {
		if l.promising(s, oneCase) {
			return true
		}
	}
	return false
}

// window takes apart what stands around i in its line, and returns how many cells there are,
// and how many of them before i.
func (k *Prefilter) window(cells *[windowBefore + windowAfter]cell, i int) (size, before int) {
	text := k.text
	start, before := k.charsBefore(i, windowBefore)
	for at := start; size < before+windowAfter && at < len(text) && text[at] != '\n'; size++ {
		r, n := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[at:])
		}
		kind := k.kind(r)
		c := &cells[size]
		if c.Char, c.row = kind.Char, kind.row; c.Rune != r {
			c.Char = char.Of(r)
		}
		at += n
	}
	return size, before
}

// charsBefore returns the offset of the character that is so many before i in its line, or
// where the line begins, and how many there are.
func (k *Prefilter) charsBefore(i, most int) (start, n int) {
	for start = i; n < most && start > 0 && k.text[start-1] != '\n'; n++ {
		for start--; start > 0 && !utf8.RuneStart(k.text[start]); start-- {
		}
	}
	return start, n
}

// The surroundings of a place in a line are the characters from which the longest sequence
// would reach it, and those that one which begins at it would reach.
type surroundings struct {
	kinds [2 * utf8.UTFMax]*Kind
	n, at int // how many there are, and which is at the place
}

// load takes the surroundings of i.
func (s *surroundings) load(k *Prefilter, i int) {
	text := k.text
	start, before := k.charsBefore(i, utf8.UTFMax)
	s.at = before
	for at := start; s.n < before+utf8.UTFMax && at < len(text) && text[at] != '\n'; s.n++ {
		if text[at] < utf8.RuneSelf {
			s.kinds[s.n] = &k.pairs.Kinds[text[at]]
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		s.kinds[s.n] = k.kind(r)
		at += n
	}
	s.at = min(s.at, s.n-1) // a line end is none of them
}

// begins reports whether a sequence may begin at the place, or before it and reach it.
func (s *surroundings) begins() bool {
	kinds, i := s.kinds[:s.n], s.at
	if i+1 < len(kinds) && kinds[i].leads&kinds[i+1].continues != 0 {
		return true
	}
	for ; i > 0; i-- {
		if kinds[i-1].leads&kinds[i].continues != 0 {
			return true
		}
		if kinds[i-1].continues == 0 {
			break
		}
	}
	return false
}

// whole reports whether a whole sequence on some page, or the first two bytes of a mark, begin
// at the place or before it.
func (s *surroundings) whole() bool {
	for i := range s.at + 1 {
		if s.kinds[i].row.Lead != 0 && isComplete(s.kinds[i:s.n]) {
			return true
		}
	}
	return false
}

// cased reports whether one of the characters has case.
func (s *surroundings) cased() bool {
	return slices.ContainsFunc(s.kinds[:s.n], func(k *Kind) bool { return k.Cased() })
}

// isComplete reports whether characters begin with those of a whole sequence on some page, or of
// the first two bytes of a mark.
func isComplete(kinds []*Kind) bool {
	if len(kinds) < 2 {
		return false
	}
	first, second := kinds[0].row, kinds[1].row
	pages := first.Lead & second.Cont
	long := pages & (first.Three | first.Four)
	if pages != long {
		return true
	}
	for marks := long; marks != 0; marks &= marks - 1 {
		if p := bits.TrailingZeros32(marks); first.Bytes[p] == 0xE2 && second.Bytes[p] == 0x80 {
			return true
		}
	}
	if long == 0 || len(kinds) < 3 {
		return false
	}
	long &= kinds[2].row.Cont
	return long&first.Three != 0 || len(kinds) > 3 && long&kinds[3].row.Cont != 0
}

// kind returns what is known of a character.
func (k *Prefilter) kind(r rune) *Kind { return &k.pairs.Kinds[k.pairs.ID(r)] }

// leads returns the pages on which a character, in either case, begins a
// sequence of UTF-8, and continuations those on which it continues one.
func leads(c char.Char) uint32         { return charset.Lookup(c.Rune).Lead | otherCase(c).Lead }
func continuations(c char.Char) uint32 { return charset.Lookup(c.Rune).Cont | otherCase(c).Cont }

// promising reports whether what begins at cell s may be taken for a misread
// sequence, of which the case may have been changed in a line of one case.
func (l *line) promising(s int, oneCase func() bool) bool {
	a, b := &l.cells[s], &l.cells[s+1]
	asIs := a.row.Lead & b.row.Cont
	for pages := asIs; pages != 0; pages &= pages - 1 {
		p := charset.Page(bits.TrailingZeros32(pages))
		if a.row.Bytes[p] == 0xE2 && b.row.Bytes[p] == 0x80 {
			return true // a mark, which may lack a byte
		}
		if l.weighsEnough(p, s) {
			return true
		}
	}
	changed := (a.row.Lead | otherCase(a.Char).Lead) & (b.row.Cont | otherCase(b.Char).Cont)
	if changed == 0 || !slices.ContainsFunc(l.cells[s:min(s+utf8.UTFMax, len(l.cells))], func(c cell) bool { return c.Cased() }) || !oneCase() {
		return false
	}
	for pages := changed; pages != 0; pages &= pages - 1 {
		p := charset.Page(bits.TrailingZeros32(pages))
		for _, l.cased = range [...]char.Class{char.Lower, char.Upper} {
			if l.weighsEnough(p, s) {
				return true
			}
		}
	}
	l.cased = char.Other
	return false
}

// weighsEnough is promising for one page.
func (l *line) weighsEnough(p charset.Page, s int) bool {
	r, n := l.sequence(p, s)
	if n == 0 {
		return false
	}
	out, fit := char.Of(r), int32(-99)
	afters := [2]char.Char{l.cell(s + n), l.cell(s + n)}
	if next, more := l.sequence(p, s+n); more > 0 {
		afters[1] = char.Of(next)
	}
	row := charset.Lookup(r)
	befores := l.befores(p, s)
	inner := row.Lead&charset.Lookup(afters[1].Rune).Cont != 0 || charset.Lookup(befores[1].Rune).Lead&row.Cont != 0
	for _, before := range befores {
		for _, after := range afters {
			fit = max(fit, fitness(out, before, after))
		}
	}
	if char.Spelled(r) && befores[0].Letter() {
		fit += spelledFit // see spelledGain
	}
	switch {
	case inner:
		fit = max(fit, 2) // part of another sequence need not fit
	case fit <= unlikely:
		// A letter alone may be of the script of the line.
		alone := out.Letter() && out.Script != char.Latin && fit > unlikely-4
		weight := l.oddness(s, n) + fit
		return weight >= accept || alone && weight >= 0
	}
	return l.oddness(s, n)+fit >= worthTaking
}

// befores returns what may stand before the sequence at cell s: what does, and
// what a sequence on the same page that ends there decodes to.
func (l *line) befores(p charset.Page, s int) [2]char.Char {
	both := [2]char.Char{l.cell(s - 1), l.cell(s - 1)}
	for n := 2; n <= min(s, utf8.UTFMax); n++ {
		if r, size := l.sequence(p, s-n); size == n {
			both[1] = char.Of(r)
		}
	}
	return both
}

// lostLeadPair reports whether b follows â, which may be what is left of a
// mark.
func lostLeadPair(a, b char.Char) bool {
	return a.Rune == 'â' && (b.Rune < utf8.RuneSelf && b.Rune != '.' || b.Rune == '¦' || b.Rune == '¬')
}

// lostSpacePair reports whether a space follows Ã, which may be what is left of
// à.
func lostSpacePair(a, b char.Char) bool { return a.Rune == 'Ã' && b.Rune == ' ' }

// lostStartPair reports whether a small letter follows Ã, which may be what is left of the letter
// that a name begins with.
func lostStartPair(a, b char.Char) bool {
	return a.Rune == 'Ã' && b.Class == char.Lower && b.Script == char.Latin
}

// lostLeadBefore reports whether â, which ends at i and comes after before, may
// be what is left of a mark.
func lostLeadBefore(text string, i int, before char.Char) bool {
	if text[i] >= utf8.RuneSelf || !scan.Letter(text[i]) || !before.Letter() && before.Rune != '’' {
		return true
	}
	return contraction(asciiAt(text, i), asciiAt(text, i+1), asciiAt(text, i+2))
}

// lostQueryAt reports whether the question mark at i may stand for another
// mark.
func lostQueryAt(text string, i int) bool {
	if i+1 == len(text) {
		return false
	}
	after := text[i+1]
	return scan.Letter(after) || after == '?' || scan.Digit(after) && i > 0 && text[i-1] == ' '
}

// cutAddressAt is [line.cutAddress] for a question mark.
func cutAddressAt(text string, i int) bool {
	return i > 0 && i+2 < len(text) && text[i+1] == '@' && (scan.Letter(text[i-1]) || scan.Digit(text[i-1]))
}

// outOfPlaceWide reports whether one of the pair is an East Asian letter and the
// other what follows or comes before the image of a mark.
func outOfPlaceWide(a, b char.Char) bool {
	if wideLetter(b) && a.Script == char.Latin {
		return true
	}
	return wideLetter(a) && b.Rune < utf8.RuneSelf && (b.Letter() || b.Rune == '?')
}

func wideLetter(c char.Char) bool {
	return c.Script == char.EastAsian && (c.Class == char.Wide || c.Rune >= 0xFF00)
}

// wideAt reports whether the bytes of an East Asian code are those of UTF-8, in
// a run of characters around the one at i.
func (k *Prefilter) wideAt(i int) bool {
	if i < k.wideTo {
		return k.wideIs // of the run, which may be of several pieces of a line
	}
	text := k.text
	start, end := i, i
	for start > 0 && text[start-1] >= utf8.RuneSelf {
		start--
	}
	for end < len(text) && text[end] >= utf8.RuneSelf {
		end++
	}
	k.wideTo, k.wideIs = end, readsInSomeCode(text[start:end])
	return k.wideIs
}

func readsInSomeCode(run string) bool {
	for code := range charset.Code(charset.CodeCount) {
		if readsAsUTF8(code, run) {
			return true
		}
	}
	return false
}

// readsAsUTF8 reports whether some stretch of a run of characters outside ASCII
// may have been UTF-8: all of it, or three characters at its start.
func readsAsUTF8(code charset.Code, run string) bool {
	for i := 0; i < len(run); {
		r, n := utf8.DecodeRuneInString(run[i:])
		if char.Of(r).Script != char.EastAsian {
			i += n
			continue
		}
		var buf [utf8.UTFMax]byte
		have, chars, done := 0, 0, 0
		ends, whole := i, true
		for whole && i < len(run) {
			r, n = utf8.DecodeRuneInString(run[i:])
			high, low := code.Encode(r)
			if low == 0 {
				break
			}
			i += n
			chars++
			for _, b := range [2]byte{high, low} {
				if b == 0 {
					continue
				}
				if have == len(buf) {
					whole = false
					break
				}
				buf[have] = b
				have++
				if !utf8.FullRune(buf[:have]) {
					continue
				}
				if r, size := utf8.DecodeRune(buf[:have]); r == utf8.RuneError && size < 3 {
					whole = false
					break
				}
				have = 0
			}
			if have == 0 && whole {
				done = chars
			}
		}
		if done > 0 && (whole && done == chars || done >= 3) {
			return true
		}
		for i < len(run) {
			r, n = utf8.DecodeRuneInString(run[i:])
			if _, low := code.Encode(r); low == 0 {
				break
			}
			i += n
		}
		if i == ends {
			i += n
		}
	}
	return false
}

// unlikelyWide reports whether an East Asian letter is more often the image of
// UTF-8 than a letter: no code has it among its common ones, and in one its
// bytes may begin a sequence.
func unlikelyWide(c char.Char) bool {
	r := c.Rune
	switch {
	case !wideLetter(c), 0x3041 <= r && r <= 0x30FF:
		return false
	case 0xFF61 <= r && r <= 0xFF9F:
		return true
	}
	return firstWide <= r && r < 0x10000 && wideImages[(r-firstWide)/8]>>(r%8)&1 == 1
}

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/wide

// wideImages has a bit for each character from firstWide on: see unlikelyWide.
//
//go:embed wide.bin
var wideImages string

const firstWide = 0x3400
