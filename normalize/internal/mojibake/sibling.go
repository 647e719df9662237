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
// western looks like some language or other ("elõtt", "zapoènite", "programø"), and
// so does western text that was read as central European ("espańol", "trčs"). Too
// few letters change for [line.legacy] to be sure. But the words between them tell
// the language, and in that language the line must become as likely as its text
// usually is.

// A sibling is a language written in such a page.
type sibling struct {
	of       charset.Page
	tag      string
	language *letters.Language
	place    int               // of the language in internal/letters
	ids      [0x100]letters.ID // letters by byte
}

// readAsWestern lists those that are read as western, readAsCentral those that are
// read as central European.
var (
	readAsWestern = []sibling{
		{of: charset.Windows1250, tag: "hu"}, {of: charset.Windows1250, tag: "hr"}, {of: charset.Windows1250, tag: "sl"},
		{of: charset.Windows1250, tag: "ro"}, {of: charset.Windows1250, tag: "pl"}, {of: charset.Windows1250, tag: "cs"},
		{of: charset.Windows1250, tag: "sk"}, {of: charset.ISO8859_2, tag: "hr"}, {of: charset.ISO8859_2, tag: "sl"},
		{of: charset.ISO8859_2, tag: "pl"}, {of: charset.ISO8859_2, tag: "cs"}, {of: charset.ISO8859_2, tag: "sk"},
		{of: charset.Windows1257, tag: "lt"}, {of: charset.Windows1257, tag: "lv"}, {of: charset.Windows1254, tag: "tr"},
		{of: charset.Windows1257, tag: "et"},
	}
	readAsCentral = []sibling{
		{of: charset.Windows1252, tag: "es"}, {of: charset.Windows1252, tag: "pt"}, {of: charset.Windows1252, tag: "fr"},
		{of: charset.Windows1252, tag: "it"}, {of: charset.Windows1252, tag: "ca"}, {of: charset.Windows1252, tag: "gl"},
		{of: charset.Windows1252, tag: "da"}, {of: charset.Windows1252, tag: "nb"}, {of: charset.Windows1252, tag: "sv"},
	}
)

// mostSiblings is the number of siblings there may be of one page.
const mostSiblings = 16

// What a line must gain by the reading: siblingGain both as a whole in one language
// and word by word in the best language of each, and siblingWordGain in the words
// that change together. One alone must gain what its table says. All are in sixteenths of a nat
// and set by hand: no right text of those that thresholds.tsv is measured on comes within 400 of
// siblingGain. With 40 for it two of 1.4 million right lines in 400 languages are changed more, and
// one in two hundred short lines misread as a sibling is restored more; with 0 for siblingWordGain
// three pieces of 4.4 million and six damaged lines of 16.8 thousand; with 40 for a word alone seven
// pieces, 13 damaged lines, and one in 16 of the short ones.
const (
	siblingGain     = 60
	siblingWordGain = 40
)

// balticGain is what a line must gain in Latvian, Lithuanian or Estonian over the languages that text
// is not restored to: their long vowels stand where other languages have a circumflex, and of short
// lines many of those that gain less are of such. A hundred messages in Friulian come through by it
// that did not, and one in forty in Latvian is restored no more.
const balticGain = 130

// overOthers is what a line must gain over the languages that text is not restored to.
func (k *sibling) overOthers() int32 {
	if k.of == charset.Windows1257 {
		return balticGain
	}
	return siblingGain
}

// siblingWords is the number of words from which on a line is judged.
const siblingWords = 3

// A siblingTable holds what is known of the siblings of one page.
type siblingTable struct {
	as, like charset.Page // what they are read as, and the same but for a few bytes
	alone    int32        // what a word that changes alone must gain
	siblings []sibling
	allowed  [0x100]uint16          // by byte: siblings whose text may have it
	pairs    [siblingLetters]uint64 // see has
	shared   [len(sharedPairs)][siblingLetters]uint64
	index    [siblingReach]int8 // see letterIndex
}

// siblingLetters is how many letters pairs are of: those of ASCII and of the last
// two columns of the page, two that are signs or letters, and the border of a word.
// See letterIndex.
const siblingLetters = 1 + 26 + 32 + 2

// siblingTables holds the tables.
var siblingTables = sync.OnceValue(func() *[2]siblingTable {
	t := &[2]siblingTable{
		{as: charset.Windows1252, like: charset.Latin1, alone: 80, siblings: slices.Clone(readAsWestern)},
		{as: charset.Windows1250, like: charset.Windows1250, alone: 104, siblings: slices.Clone(readAsCentral)},
	}
	for n := range t {
		for r := range t[n].index {
			t[n].index[r] = int8(t[n].indexOf(rune(r)))
		}
		t[n].fill()
	}
	for n, s := range sharedPairs {
		for _, p := range pairsOf(s.pairs) {
			t[0].shared[n][t[0].letterIndex(char.Of(p[0]))] |= 1 << t[0].letterIndex(char.Of(p[1]))
		}
	}
	return t
})

func (t *siblingTable) fill() {
	m := letters.Load()
	for n := range t.siblings {
		k := &t.siblings[n]
		k.language = m.Language(k.tag)
		for m.Languages[k.place].Tag != k.tag {
			k.place++
		}
		for b := range 0x100 {
			was, is := k.of.Decode(byte(b)), t.as.Decode(byte(b))
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
}

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
	{"ýn ýl ðý ðl", 1 << 14, "ýþ"},
}

// addPairs marks the pairs that are rare as they stand and usual in a sibling.
func (t *siblingTable) addPairs(m *letters.Model, k *sibling) {
	var is [siblingLetters]byte
	for b := range 0x100 {
		if i := t.byteIndex(byte(b)); i > 0 {
			is[i] = byte(b) // the last one is the small letter
		}
	}
	read := func(i int) rune { return t.as.Decode(is[i]) }
	changes := func(i int) bool { return is[i] >= utf8.RuneSelf && k.of.Decode(is[i]) != read(i) }
	for i := range is {
		for j := range is {
			a, b := k.ids[is[i]], k.ids[is[j]]
			if !changes(i) && !changes(j) || i > 0 && a == 0 || j > 0 && b == 0 {
				continue
			}
			now := m.Least(m.ID(read(i)), m.ID(read(j)))
			if j >= siblingSigns && i > 0 && is[i] != 'm' && !char.Of(read(j)).Letter() { // m³
				now = letters.Foreign
			}
			if now >= siblingRare && now-k.language.Cost(a, b) >= siblingBetter && !slices.Contains(usualPairs, [2]rune{read(i), read(j)}) {
				t.pairs[i] |= 1 << j
			}
		}
	}
}

// What a pair must cost as it stands, and by how much less in a sibling, in sixteenths of a nat. The
// first keeps right lines from the trial: with 60 one in two hundred short misread lines more is
// restored, and no right one changes.
const (
	siblingRare   = 72
	siblingBetter = 16
)

// usualPairs are rare in the tables of letters but not in text of some western
// language. 0 is the border of a word. They are gathered by hand, and keep lines of French,
// Portuguese and Italian from the trial; without them a right line of 1.4 million and three of
// their pieces change, and five damaged lines more are restored.
var usualPairs = pairsOf("jã iè hè mê râ lâ dû aï uè _è uò iò sã rã pç vã ãs tõ hõ zã uã dã íe oñ xò eï ïu sò èi pø rý ýz ií mý ýd zý hý zê nâ câ lç gã oã vù hê tì vì hù")

// pairsOf returns the pairs of a list, in which _ stands for 0.
func pairsOf(list string) (pairs [][2]rune) {
	for p := range strings.FieldsSeq(strings.ReplaceAll(list, "_", "\x00")) {
		r := []rune(p)
		pairs = append(pairs, [2]rune{r[0], r[1]})
	}
	return pairs
}

// letterIndex numbers the letters of the page, 0 being all that is not a letter but
// in ASCII. It is -1 for others.
func (t *siblingTable) letterIndex(c char.Char) int {
	if c.Rune < siblingReach {
		return int(t.index[c.Rune])
	}
	return t.indexOf(c.Rune)
}

// siblingReach is the end of the characters whose numbers are in a table.
const siblingReach = 0x180

// indexOf is letterIndex worked out.
func (t *siblingTable) indexOf(r rune) int {
	if r < utf8.RuneSelf {
		return t.byteIndex(byte(r))
	}
	if b := t.byteOf(r, charset.Lookup(r)); b != 0 {
		return t.byteIndex(b)
	}
	return -1
}

// byteIndex is letterIndex for the byte of a letter.
func (t *siblingTable) byteIndex(b byte) int {
	switch c := char.Of(t.as.Decode(b)); {
	case b < utf8.RuneSelf && c.Letter():
		return int(b|0x20-'a') + 1
	case b < utf8.RuneSelf:
		return 0
	case t.as == charset.Windows1252 && (b == 0xB9 || b == 0xB3): // ą and ł in others
		return siblingSigns + int(b>>1&1)
	case t.as == charset.Windows1250 && (b == 0x9C || b == 0xBA): // œ and º in the west
		return siblingSigns + int(b>>5&1)
	case b >= 0xC0 && b < 0xFF && b != 0xDF && c.Letter():
		return 27 + int(b&0x1F)
	}
	return -1
}

// siblingSigns is the first of the numbers of the signs.
const siblingSigns = siblingLetters - 2

// has reports whether two characters are seldom beside each other, but may
// be letters that are often so in a sibling.
func (t *siblingTable) has(a, b char.Char) bool { return t.pairIn(&t.pairs, a, b) }

// sharedPair returns the number of the sharedPairs that two characters are of,
// or -1.
func (t *siblingTable) sharedPair(a, b char.Char) int {
	for n := range t.shared {
		if t.pairIn(&t.shared[n], a, b) {
			return n
		}
	}
	return -1
}

func (t *siblingTable) pairIn(pairs *[siblingLetters]uint64, a, b char.Char) bool {
	if a.Rune < utf8.RuneSelf && b.Rune < utf8.RuneSelf {
		return false
	}
	i, j := t.letterIndex(a), t.letterIndex(b)
	return i >= 0 && j >= 0 && pairs[i]>>j&1 == 1
}

// siblingPair reports whether a line in which b follows a may be that of a sibling,
// going by these two alone.
func siblingPair(a, b char.Char) bool {
	t := siblingTables()
	return t[0].has(a, b) || t[0].sharedPair(a, b) >= 0 || t[1].has(a, b)
}

// siblingAt reports whether a and b at i are a pair for which their line may be that
// of a sibling.
func (k *Prefilter) siblingAt(i int, a, b char.Char) bool {
	if a.Rune >= siblingReach && a.Rune != '˙' || b.Rune >= siblingReach && b.Rune != '˙' { // most of what is asked about: quotation marks
		return false
	}
	tables := k.pairs.siblings
	for n := range tables {
		t := &tables[n]
		x, y := t.letterIndex(a), t.letterIndex(b)
		if x < 0 || y < 0 {
			continue
		}
		if t.pairs[x]>>y&1 == 1 && k.holds(&k.sibling[n], i) {
			return true
		}
		for s := range t.shared {
			if t.shared[s][x]>>y&1 == 1 && k.holds(&k.shared[s], i) {
				return true
			}
		}
	}
	return false
}

// byteOf returns the byte that a character of the page was read from, or 0. A control
// character was read with the page that is like it.
func (t *siblingTable) byteOf(r rune, row *charset.Row) byte {
	if b := row.Bytes[t.as]; b != 0 || r >= 0x100 {
		return b
	}
	return row.Bytes[t.like]
}

// mayBeSibling reports, for each of the tables, whether all characters of a line may
// be those of one sibling.
var mayBeSibling = [2]func(line string) bool{
	func(line string) bool { return siblingTables()[0].of(line, 1<<mostSiblings-1) != 0 },
	func(line string) bool { return siblingTables()[1].of(line, 1<<mostSiblings-1) != 0 },
}

// maySharePairs reports, for each of the sharedPairs, whether a line that has such
// a pair may be that of a sibling.
var maySharePairs = func() (may [len(sharedPairs)]func(line string) bool) {
	for n, s := range sharedPairs {
		may[n] = func(line string) bool {
			return siblingTables()[0].of(line, s.siblings) != 0 && strings.ContainsAny(line, s.some)
		}
	}
	return may
}()

// of returns those of a set of siblings whose text may have all the characters
// of a line.
func (t *siblingTable) of(line string, set uint16) uint16 {
	for i := 0; i < len(line) && set != 0; {
		if line[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(line[i:])
		set &= t.allowed[t.byteOf(r, charset.Lookup(r))]
		i += n
	}
	return set
}

// sibling undoes the misreading of a page as its sibling.
func (l *line) sibling() bool {
	tables := siblingTables()
	for n := range tables {
		t := &tables[n]
		set := t.of(l.text, 1<<mostSiblings-1)
		if set == 0 || !l.hasSiblingPair(t) {
			continue
		}
		trial := siblingTrial{line: l, table: t, set: set, model: letters.Load()}
		k := trial.run()
		if k == nil {
			continue
		}
		as := [2]charset.Page{t.as, t.like}
		if k.of == charset.ISO8859_2 {
			slices.Reverse(as[:])
		}
		return l.apply(misreading{Reading(k.of), as[0]}) || l.apply(misreading{Reading(k.of), as[1]})
	}
	return false
}

// hasSiblingPair reports whether the line has a pair that the prefilter stops at.
func (l *line) hasSiblingPair(t *siblingTable) bool {
	shared := uint(0) // sharedPairs that it has
	for _, at := range l.beyond {
		i := int(at)
		for _, p := range [2][2]char.Char{{l.cell(i - 1), l.cells[i].Char}, {l.cells[i].Char, l.cell(i + 1)}} {
			if t.has(p[0], p[1]) {
				return true
			}
			if n := t.sharedPair(p[0], p[1]); n >= 0 {
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
	in             [mostSiblings]struct {
		word, whole, mixed int32
		gain, changed      int32 // of the words that change and are no names
		noted              int32 // of those, the ones of other languages that end with what may be the number of a note
		changes, inside    bool  // the word does, and before its last letter
	}
}

// run returns the sibling that the line is to be read as, or nil.
func (t *siblingTrial) run() *sibling {
	n := t.sampleEnd()
	if !t.read(n) {
		return nil
	}
	group := languageGroups()[char.Latin]
	whole, mixed := slices.Min(t.whole[group.first:group.last]), slices.Min(t.mixed[group.first:group.last])
	var best *sibling
	before := mixed - siblingGain + 1
	for set := t.set; set != 0; set &= set - 1 {
		k, in := bits.TrailingZeros16(set), &t.in[bits.TrailingZeros16(set)]
		if in.mixed < before && (verdict{whole, in.whole}).damaged(siblingGain) && in.gain >= t.neededOf(k) && in.whole <= usualLetter*t.letters {
			best, before = &t.table.siblings[k], in.mixed
		}
	}
	if best != nil && !(verdict{t.standing(n), before}).damaged(best.overOthers()) {
		return nil
	}
	return best
}

// neededOf is what the words that change must gain in a sibling. One of another
// language that may be followed by the number of a note (castor¹) proves nothing alone.
func (t *siblingTrial) neededOf(k int) int32 {
	if in := &t.in[k]; in.changed == 1 {
		if in.noted == 1 {
			return never
		}
		return t.table.alone
	}
	return siblingWordGain
}

// foreignNote is by how much more a word that ends with the number of a note costs in the language
// of the sibling than in its own.
const foreignNote = 32

// read reads the first n cells as words, in each language and in each sibling. It reports whether
// there are enough of them, and no sign where no text has one.
func (t *siblingTrial) read(n int) bool {
	for i := 0; i < n; {
		if !t.inWord(i) {
			if t.set &^= t.spelling(t.cells[i].Char); t.misplaced(i) {
				return false
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
	return t.words >= siblingWords
}

// standing is what the words of the first n cells cost in the best of the other
// languages of the world, or more than they do in those of the trial.
func (t *siblingTrial) standing(n int) int32 {
	chars := t.charsOf(t.cells[:n])
	w := wording{model: t.model}
	w.admit(chars)
	if len(w.others) == 0 {
		return never
	}
	if wide, ok := wideWords(slices.Clone(chars)); ok && othersSpellLine(t.model, wide, chars) {
		return 0 // and will not be changed
	}
	signs := w.costOf(chars, readings) - w.cost()
	least := int32(never)
	for k := range w.others {
		if w.others[k].script == char.Latin {
			least = min(least, w.others[k].total+signs)
		}
	}
	return least
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
	b := t.byteBefore(c)
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
	was, is := t.byteBefore(before), t.byteBefore(c)
	for set := t.set; set != 0; set &= set - 1 {
		n := bits.TrailingZeros16(set)
		k, in := &t.table.siblings[n], &t.in[n]
		if k.ids[is] == 0 {
			in.word += letters.Foreign // it stays a sign
		} else {
			in.word += k.language.Cost(k.ids[was], k.ids[is])
		}
		in.inside = in.changes
		in.changes = in.changes || is >= utf8.RuneSelf && k.of.Decode(is) != c.Rune
	}
}

// byteBefore returns the byte that a character was before it was read.
func (t *siblingTrial) byteBefore(c char.Char) byte {
	if c.Rune < utf8.RuneSelf {
		return byte(c.Rune)
	}
	return t.table.byteOf(c.Rune, charset.Lookup(c.Rune))
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
	word := t.word
	for k := group.first; k < group.last; k++ {
		t.whole[k] += t.word[k]
		t.mixed[k] += min(t.word[k], least+foreignWord)
		t.word[k] = 0
	}
	for set := t.set; set != 0; set &= set - 1 {
		n := bits.TrailingZeros16(set)
		k, in := &t.table.siblings[n], &t.in[n]
		in.word += k.language.Cost(k.ids[t.byteBefore(last)], 0)
		in.whole += in.word
		if in.changes {
			in.mixed += in.word
			if !name {
				in.gain += least - in.word
				in.changed++
				in.noted += int32(count(last.Class == char.Super && !in.inside && word[k.place] > least+foreignNote))
			}
		} else {
			in.mixed += min(in.word, least+foreignWord)
		}
		in.word, in.changes, in.inside = 0, false, false
	}
}
