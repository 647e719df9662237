package mojibake

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// The code pages of central Europe, the Baltic and Turkey are siblings of that of the
// west: most letters have the same place. Text in one of them that was read as
// western looks like some language or other ("elõtt", "zapoènite", "programø"),
// and too few letters change for [line.legacy] to be sure. But the words between
// them tell the language, and in that language the line must become as likely
// as its text usually is.

// A sibling is a language written in such a page.
type sibling struct {
	of       charset.Page
	name     string
	usual    int32 // cost of ten letters that nineteen of twenty lines do not exceed
	language *letters.Language
	ids      [0x100]letters.ID // letters by byte
}

// siblings lists them.
var siblings = [...]sibling{
	{of: charset.Windows1250, name: "hu", usual: 535},
	{of: charset.Windows1250, name: "hr", usual: 515},
	{of: charset.Windows1250, name: "sl", usual: 508},
	{of: charset.Windows1250, name: "ro", usual: 508},
	{of: charset.Windows1250, name: "pl", usual: 525},
	{of: charset.Windows1250, name: "cs", usual: 555},
	{of: charset.Windows1250, name: "sk", usual: 520},
	{of: charset.ISO8859_2, name: "hr", usual: 515},
	{of: charset.ISO8859_2, name: "sl", usual: 508},
	{of: charset.ISO8859_2, name: "pl", usual: 525},
	{of: charset.ISO8859_2, name: "cs", usual: 555},
	{of: charset.ISO8859_2, name: "sk", usual: 520},
	{of: charset.Windows1257, name: "lt", usual: 545},
	{of: charset.Windows1257, name: "lv", usual: 535},
	{of: charset.Windows1254, name: "tr", usual: 522},
}

// siblingGain is what a line must gain by the reading, both as a whole in one
// language and word by word in the best language of each, and siblingWordGain what
// the words that change must gain together. One alone must gain siblingGain.
const (
	siblingGain     = 60
	siblingWordGain = 40
)

// siblingWords is the number of words from which on a line is judged.
const siblingWords = 3

// A siblingTable holds what is known of the siblings.
type siblingTable struct {
	siblings [len(siblings)]sibling
	allowed  [0x100]uint16          // by byte of the western page: siblings whose text may have it
	pairs    [siblingLetters]uint64 // see siblingPair
	shared   [len(sharedPairs)][siblingLetters]uint64
}

// siblingLetters is how many letters pairs are of: those of ASCII and of the last
// two columns of latin-1, two signs that are letters of Polish, and the border of
// a word. See letterIndex.
const siblingLetters = 1 + 26 + 32 + 2

var allSiblings = sync.OnceValue(func() *siblingTable {
	m := letters.Load()
	t := &siblingTable{siblings: siblings}
	for n := range t.siblings {
		k := &t.siblings[n]
		k.language = m.Language(k.name)
		for b := range 0x100 {
			was, is := k.of.Decode(byte(b)), charset.Windows1252.Decode(byte(b))
			switch id := m.ID(was); {
			case char.Of(was).Letter() && k.language.Has(id):
				k.ids[b] = id
			case b >= utf8.RuneSelf && (was != is || char.Of(is).Letter() || char.Of(is).Class == char.Control):
				continue
			}
			t.allowed[b] |= 1 << n
		}
		t.addPairs(m, k)
	}
	for n, s := range sharedPairs {
		for _, p := range pairsOf(s.pairs) {
			t.shared[n][letterIndex(char.Of(p[0]))] |= 1 << letterIndex(char.Of(p[1]))
		}
	}
	return t
})

// sharedPairs are usual in the misread text of some siblings and in other languages
// as well. A line of the siblings has some letters that most lines of the others
// lack, and none that only the others have.
var sharedPairs = [...]struct {
	pairs    string
	siblings uint16 // bits: Hungarian; Croatian and Slovene; Turkish
	some     string
}{
	{"nõ rõ lõ tõ hõ zû", 0b001, "áéíóú"},
	{"iè uè _è _æ", 0b110, "šž"},
	{"ýn ýl ðý ðl", 1 << (len(siblings) - 1), "ýþ"},
}

// addPairs marks the pairs that are rare as they stand and usual in a sibling.
func (t *siblingTable) addPairs(m *letters.Model, k *sibling) {
	var is [siblingLetters]rune
	for r := rune(0); r < 0x100; r++ {
		if i := letterIndex(char.Of(r)); i > 0 {
			is[i] = r // the last one is the small letter
		}
	}
	var changes [siblingLetters]bool
	for i, r := range is {
		changes[i] = r >= utf8.RuneSelf && k.of.Decode(byte(r)) != r
	}
	for i := range is {
		for j := range is {
			a, b := k.ids[is[i]], k.ids[is[j]]
			if !changes[i] && !changes[j] || i > 0 && a == 0 || j > 0 && b == 0 {
				continue
			}
			now := m.Least(m.ID(is[i]), m.ID(is[j]))
			if j >= siblingSigns && i > 0 && is[i] != 'm' { // m³
				now = letters.Foreign
			}
			if now >= siblingRare && now-k.language.Cost(a, b) >= siblingBetter && !slices.Contains(usualPairs, [2]rune{is[i], is[j]}) {
				t.pairs[i] |= 1 << j
			}
		}
	}
}

// What a pair must cost as it stands, and by how much less in a sibling.
const (
	siblingRare   = 72
	siblingBetter = 16
)

// usualPairs are rare in the tables of letters but not in text of some western
// language. 0 is the border of a word.
var usualPairs = pairsOf("iè hè mê râ lâ dû aï uè _è uò iò sã rã pç vã ãs tõ hõ zã uã dã íe oñ xò eï ïu sò èi pø rý ýz ií mý ýd zý hý zê nâ câ lç gã oã vù hê tì vì hù")

// pairsOf returns the pairs of a list, in which _ stands for 0.
func pairsOf(list string) (pairs [][2]rune) {
	for p := range strings.FieldsSeq(strings.ReplaceAll(list, "_", "\x00")) {
		r := []rune(p)
		pairs = append(pairs, [2]rune{r[0], r[1]})
	}
	return pairs
}

// letterIndex numbers the letters, 0 being all that is not a letter but in ASCII.
// It is -1 for others.
func letterIndex(c char.Char) int {
	switch r := c.Rune; {
	case r < utf8.RuneSelf:
		if c.Letter() {
			return int(r|0x20-'a') + 1
		}
		return 0
	case r == '¹':
		return siblingSigns
	case r == '³':
		return siblingSigns + 1
	case r < 0xC0, r > 0xFE, r == 'ß', !c.Letter():
		return -1
	default:
		return 27 + int(r&0x1F)
	}
}

// siblingSigns is the first of the numbers of the signs.
const siblingSigns = siblingLetters - 2

// siblingPair reports whether two characters are seldom beside each other, but may
// be letters that are often so in a sibling.
func siblingPair(a, b char.Char) bool { return pairIn(&allSiblings().pairs, a, b) }

// sharedPair returns the number of the sharedPairs that two characters are of,
// or -1.
func sharedPair(a, b char.Char) int {
	t := allSiblings()
	for n := range t.shared {
		if pairIn(&t.shared[n], a, b) {
			return n
		}
	}
	return -1
}

func pairIn(pairs *[siblingLetters]uint64, a, b char.Char) bool {
	if a.Rune < utf8.RuneSelf && b.Rune < utf8.RuneSelf {
		return false
	}
	i, j := letterIndex(a), letterIndex(b)
	return i >= 0 && j >= 0 && pairs[i]>>j&1 == 1
}

// siblingAt reports whether a and b at i are a pair for which their line may be that
// of a sibling.
func (k *Prefilter) siblingAt(i int, a, b char.Char) bool {
	if a.Rune >= 0x100 || b.Rune >= 0x100 { // most of what is asked about: quotation marks
		return false
	}
	if siblingPair(a, b) && k.sibling.at(k.text, i) {
		return true
	}
	n := sharedPair(a, b)
	return n >= 0 && k.shared[n].at(k.text, i)
}

// westernByte returns the byte that a character of a western page was read from, or
// 0. A control character was read as latin-1.
func westernByte(r rune, row *charset.Row) byte {
	if b := row.Bytes[charset.Windows1252]; b != 0 || r >= 0x100 {
		return b
	}
	return row.Bytes[charset.Latin1]
}

// mayBeSibling reports whether all characters of a line may be those of one sibling.
func mayBeSibling(line string) bool { return siblingsOf(line, 1<<len(siblings)-1) != 0 }

// maySharePairs reports, for each of the sharedPairs, whether a line that has such
// a pair may be that of a sibling.
var maySharePairs = func() (may [len(sharedPairs)]func(line string) bool) {
	for n, s := range sharedPairs {
		may[n] = func(line string) bool { return siblingsOf(line, s.siblings) != 0 && strings.ContainsAny(line, s.some) }
	}
	return may
}()

// siblingsOf returns those of a set of siblings whose text may have all the characters
// of a line.
func siblingsOf(line string, set uint16) uint16 {
	t := allSiblings()
	for i := 0; i < len(line) && set != 0; {
		if line[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(line[i:])
		set &= t.allowed[westernByte(r, charset.Lookup(r))]
		i += n
	}
	return set
}

// sibling undoes the misreading of a sibling of the western page.
func (l *line) sibling() bool {
	set := siblingsOf(l.text, 1<<len(siblings)-1)
	if set == 0 || !l.hasSiblingPair() {
		return false
	}
	trial := siblingTrial{line: l, table: allSiblings(), set: set, model: letters.Load()}
	k := trial.run()
	if k == nil {
		return false
	}
	as := [2]charset.Page{charset.Windows1252, charset.Latin1}
	if k.of == charset.ISO8859_2 {
		slices.Reverse(as[:])
	}
	return l.apply(misreading{Reading(k.of), as[0]}) || l.apply(misreading{Reading(k.of), as[1]})
}

// hasSiblingPair reports whether the line has a pair that the prefilter stops at.
func (l *line) hasSiblingPair() bool {
	shared := uint(0) // sharedPairs that it has
	for _, at := range l.beyond {
		i := int(at)
		for _, p := range [2][2]char.Char{{l.cell(i - 1), l.cells[i].Char}, {l.cells[i].Char, l.cell(i + 1)}} {
			if siblingPair(p[0], p[1]) {
				return true
			}
			if n := sharedPair(p[0], p[1]); n >= 0 {
				shared |= 1 << n
			}
		}
	}
	for ; shared != 0; shared &= shared - 1 {
		if maySharePairs[bits.TrailingZeros(shared)](l.text) {
			return true
		}
	}
	return false
}

// A siblingTrial weighs what a line costs in each language as it stands and in each
// sibling.
type siblingTrial struct {
	*line
	table          *siblingTable
	model          *letters.Model
	set            uint16 // of the siblings under trial
	words, letters int32
	word           [maxLanguages]int32 // what the word costs as it stands
	whole          [maxLanguages]int32 // the sum of those
	mixed          [maxLanguages]int32 // the sum where words may be of other languages
	in             [len(siblings)]struct {
		word, whole, mixed int32
		gain, changed      int32 // of the words that change and are no names
		changes            bool  // the word does
	}
}

// run returns the sibling that the line is to be read as, or nil.
func (t *siblingTrial) run() *sibling {
	n := t.sampleEnd()
	for i := 0; i < n; {
		if !t.inWord(i) {
			if t.set &^= t.spelling(t.cells[i].Char); t.misplaced(i) {
				return nil
			}
			i++
			continue
		}
		first, before := i, char.Char{}
		for ; i < n && t.inWord(i); i++ {
			t.add(before, t.cells[i].Char)
			before = t.cells[i].Char
		}
		t.endWord(before, t.mayBeName(first))
	}
	if t.words < siblingWords {
		return nil
	}
	group := languageGroups()[char.Latin]
	whole, mixed := slices.Min(t.whole[group.first:group.last]), slices.Min(t.mixed[group.first:group.last])
	var best *sibling
	most := int32(siblingGain - 1)
	for set := t.set; set != 0; set &= set - 1 {
		n := bits.TrailingZeros16(set)
		k, in := &t.table.siblings[n], &t.in[n]
		least := int32(siblingWordGain)
		if in.changed == 1 {
			least = siblingGain
		}
		if mixed-in.mixed > most && whole-in.whole >= siblingGain && in.gain >= least && in.whole*10 <= k.usual*t.letters {
			best, most = k, mixed-in.mixed
		}
	}
	return best
}

// mayBeName reports whether the word at cell i has a capital that no sentence
// begins with.
func (t *siblingTrial) mayBeName(i int) bool {
	if t.cells[i].Class != char.Upper || t.cell(i+1).Class != char.Lower {
		return false
	}
	for i--; i >= 0 && t.cells[i].Gap(); i-- {
	}
	return t.cell(i).Letter() || t.cell(i).Rune == ',' || t.cell(i).Rune == '-'
}

// inWord reports whether the character of cell i may be a letter. A sign may be
// one if it stands before a letter or at the end of a long word.
func (t *siblingTrial) inWord(i int) bool {
	c := t.cell(i)
	return c.Letter() || t.spelling(c) != 0 && (t.cell(i+1).Letter() || t.longWord(i-1, -1))
}

// misplaced reports whether the sign of cell i, which is one in all siblings, is no
// sign where it stands.
func (t *siblingTrial) misplaced(i int) bool {
	before, after := t.cell(i-1), t.cell(i+1)
	switch t.cells[i].Class {
	case char.Math, char.Accent, char.Fraction, char.Box, char.Control:
		return before.Letter() || after.Letter()
	case char.Super, char.Currency, char.Open, char.Invert:
		return before.Letter() && after.Letter() || t.cells[i].Rune == '¶' && (before.Letter() || after.Letter())
	}
	return false
}

// spelling returns the siblings under trial in which a sign is a letter.
func (t *siblingTrial) spelling(c char.Char) (set uint16) {
	if c.Rune < utf8.RuneSelf {
		return 0
	}
	b := byteBefore(c)
	for rest := t.set; rest != 0; rest &= rest - 1 {
		if n := bits.TrailingZeros16(rest); t.table.siblings[n].ids[b] != 0 {
			set |= 1 << n
		}
	}
	return set
}

// add adds a letter of a word. The one before it is zero at the start.
func (t *siblingTrial) add(before, c char.Char) {
	a, b := t.model.ID(before.Rune), t.model.ID(c.Rune)
	group := languageGroups()[char.Latin]
	for k := group.first; k < group.last; k++ {
		if b == 0 {
			t.word[k] += letters.Foreign
		} else {
			t.word[k] += t.model.Languages[k].Cost(a, b)
		}
	}
	t.letters++
	was, is := byteBefore(before), byteBefore(c)
	for set := t.set; set != 0; set &= set - 1 {
		n := bits.TrailingZeros16(set)
		k, in := &t.table.siblings[n], &t.in[n]
		if k.ids[is] == 0 {
			in.word += letters.Foreign // it stays a sign
		} else {
			in.word += k.language.Cost(k.ids[was], k.ids[is])
		}
		in.changes = in.changes || is >= utf8.RuneSelf && k.of.Decode(is) != c.Rune
	}
}

// byteBefore returns the byte that a character was before it was read.
func byteBefore(c char.Char) byte {
	if c.Rune < utf8.RuneSelf {
		return byte(c.Rune)
	}
	return westernByte(c.Rune, charset.Lookup(c.Rune))
}

// endWord ends the word, of which last is the last letter. A word that may be a
// name proves nothing, as names are foreign more often than other words.
func (t *siblingTrial) endWord(last char.Char, name bool) {
	t.words++
	group := languageGroups()[char.Latin]
	id, least := t.model.ID(last.Rune), int32(never)
	for k := group.first; k < group.last; k++ {
		t.word[k] += t.model.Languages[k].Cost(id, 0)
		least = min(least, t.word[k])
	}
	for k := group.first; k < group.last; k++ {
		t.whole[k] += t.word[k]
		t.mixed[k] += min(t.word[k], least+foreignWord)
		t.word[k] = 0
	}
	for set := t.set; set != 0; set &= set - 1 {
		n := bits.TrailingZeros16(set)
		k, in := &t.table.siblings[n], &t.in[n]
		in.word += k.language.Cost(k.ids[byteBefore(last)], 0)
		in.whole += in.word
		if in.changes {
			in.mixed += in.word
			if !name {
				in.gain += least - in.word
				in.changed++
			}
		} else {
			in.mixed += min(in.word, least+foreignWord)
		}
		in.word, in.changes = 0, false
	}
}
