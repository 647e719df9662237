package mojibake

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// Text in a code other than UTF-8 that was read as another one, such as
// "Ïðèâåò", has no structure to check. Only likelihood decides: what the
// characters cost as letters of some language before and after. A cost is the
// negative logarithm of a probability, in sixteenths of a nat.

// A misreading says in which code the bytes were, and as what they were read.
type misreading struct {
	of Reading // or charset.Count + charset.EUCJP
	as charset.Page
}

func (m misreading) String() string { return m.of.String() + ">" + m.as.String() }

// readPages are what legacy text is misread as.
const readPages = 1<<charset.Windows1252 | 1<<charset.Latin1 | 1<<charset.Windows1251 | 1<<charset.MacRoman | 1<<charset.Windows1250 |
	1<<charset.CodePage437 | 1<<charset.CodePage850 | 1<<charset.KOI8R | 1<<charset.Windows1253

// written lists what legacy text is written in.
var written = [...]Reading{
	Reading(charset.Windows1252), Reading(charset.Windows1251), Reading(charset.Windows1250), Reading(charset.KOI8R),
	Reading(charset.CodePage866), Reading(charset.Windows1253), Reading(charset.Windows1254), Reading(charset.MacRoman),
	Reading(charset.CodePage437), Reading(charset.CodePage850), Reading(charset.ISO8859_2), Reading(charset.ISO8859_7),
	Reading(charset.Windows1257), Reading(charset.Windows1255), Reading(charset.Windows1256), Reading(charset.Windows874),
	Reading(charset.MacCyrillic), Reading(charset.MacCentralEurope), Reading(charset.CodePage852),
	charset.Count + Reading(charset.GBK), charset.Count + Reading(charset.ShiftJIS), charset.Count + Reading(charset.EUCKR),
	charset.Count + Reading(charset.EUCJP), charset.Count + Reading(charset.Big5),
}

// readOn reports whether a page of text is likely ever to be read as another:
// little was sent from a Macintosh to DOS or Unix, or the other way.
func readOn(of Reading, as charset.Page) bool {
	switch charset.Page(of) {
	case charset.MacRoman, charset.MacCyrillic, charset.MacCentralEurope:
		return as != charset.CodePage437 && as != charset.CodePage850 && as != charset.KOI8R
	case charset.CodePage437, charset.CodePage850, charset.CodePage852, charset.CodePage866:
		return as != charset.MacRoman
	}
	return true
}

// sampled is how many characters outside ASCII of a line are looked at.
const sampled = 96

// finalists is how many misreadings are looked at closely.
const finalists = 6

// A contender is a misreading under trial.
type contender struct {
	misreading
	cost int32
}

// legacy undoes the misreading of a legacy code, if one makes the line a good
// deal more likely than it is as it stands and as what repaired, the rest of
// this step, makes of it. Another reading of the line costs rival.
func (l *line) legacy(repaired []cell, rival int32) bool {
	n := l.sampleEnd()
	if l.rightAnyway(n) {
		return false // whatever the likeliest reading were
	}
	best, now := l.legacyReading(n)
	if best.cost == now || best.cost >= rival {
		return false
	}
	needed := l.needed(best.misreading, n)
	if !(verdict{now, best.cost}).damaged(needed) || Cost(l.charsOf(repaired), readings) <= best.cost || l.standsFor(best, n) {
		return false
	}
	return l.spokenAs(best.misreading, n) && l.apply(best.misreading)
}

// spokenAs reports whether the line, if the misreading makes other Latin letters of some, is as
// likely then in one of the languages that text is restored to as their text usually is. Letters
// that are odd in those are the rule in others, of which not all are known here.
func (l *line) spokenAs(m misreading, n int) bool {
	if c := l.changes(m, n); 2*c.latins <= c.letters {
		return true
	}
	l.encode(m.as, n)
	chars := l.decode(m.of)
	model, group := letters.Load(), languageGroups()[char.Latin]
	most := strangerLetter * countLetters(chars)
	for k := group.first; k < group.last; k++ {
		if costs(model, &model.Languages[k], chars) <= most {
			return true
		}
	}
	return false
}

// legacyReading returns the likeliest misreading of a legacy code that the first n cells may be
// the result of, or none, with what they cost then, and what they cost as they stand in the
// languages that text is restored to.
func (l *line) legacyReading(n int) (best contender, now int32) {
	plain := plainWordsOf(l.charsOf(l.cells[:n]))
	now = plain.costOf(l.chars, readings)
	final := l.contenders[:0]
	for pages := l.distinct(l.spelled(readPages)); pages != 0; pages &= pages - 1 {
		as := charset.Page(bits.TrailingZeros32(pages))
		l.encode(as, n)
		for _, of := range written {
			if of == Reading(as) || !readOn(of, as) {
				continue
			}
			if cost, ok := l.quick(of); ok {
				final = append(final, contender{misreading{of, as}, cost})
			}
		}
	}
	l.contenders = final
	slices.SortStableFunc(final, func(a, b contender) int { return cmp.Compare(a.cost, b.cost) })
	best = contender{cost: now}
	for _, c := range final[:min(finalists, len(final))] {
		l.encode(c.as, n)
		chars := l.decode(c.of)
		if slices.ContainsFunc(chars[:len(chars)-1], func(c char.Char) bool { return c.Class == char.Lost }) {
			continue // not of the code; the last one may be cut
		}
		if c.cost = plain.costOf(chars, c.of); c.cost < best.cost {
			best = c
		}
	}
	return best, now
}

// needed is by how much the cost of the sample must fall for the line to be taken for a
// misreading. It grows with the characters that change, since in a wrong one each of them may
// gain a little.
func (l *line) needed(m misreading, n int) int32 {
	c := l.changes(m, n)
	if 2*c.letters <= c.all || c.others > 0 && c.letters < fewestLetters {
		return never
	}
	return max(leastGain, letterGain*c.all) + latinDoubt*c.latins
}

// legacyChanges counts what a misreading changes in a line: characters, those that are letters
// then, those of Latin that were so before, and those of other scripts.
type legacyChanges struct{ all, letters, latins, others int32 }

func (l *line) changes(m misreading, n int) (sum legacyChanges) {
	l.encode(m.as, n)
	for i := 0; i < len(l.stretch); {
		r, size := DecodeLegacy(m.of, l.stretch[i:])
		if c := char.Of(r); r != l.cells[i].Rune {
			sum.all++
			sum.letters += int32(count(c.Letter()))
			sum.others += int32(count(c.Letter() && c.Script != char.Latin))
			sum.latins += int32(count(c.Letter() && c.Script == char.Latin && l.cells[i].Script == char.Latin))
		}
		i += size
	}
	return sum
}

// fewestLetters is the number of letters that text in another script has at
// least. A few signs make fewer by chance.
const fewestLetters = 4

// never is a cost that nothing has.
const never = 1 << 30

// oddPairs counts the odd pairs of the line, as far as they matter.
func (l *line) oddPairs() (n int) {
	for _, at := range l.beyond {
		i := int(at)
		if before := l.cell(i - 1); before.Rune != l.cells[i].Rune || !before.Letter() { // which people repeat
			n += count(oddPair(before, l.cells[i].Char))
		}
		if next := l.cell(i + 1); next.Rune < utf8.RuneSelf {
			n += count(oddPair(l.cells[i].Char, next))
		}
		if n >= tooOdd {
			break
		}
	}
	return n
}

// sampleEnd returns the number of cells that hold the sample.
func (l *line) sampleEnd() int {
	if len(l.beyond) <= sampled {
		return len(l.cells)
	}
	return int(l.beyond[sampled-1]) + 1
}

func (l *line) charsOf(cells []cell) []char.Char {
	l.chars = l.chars[:0]
	for i := range cells {
		l.chars = append(l.chars, cells[i].Char)
	}
	return l.chars
}

// spelled returns those of the pages that have all characters of the line.
func (l *line) spelled(pages uint32) uint32 {
	for _, i := range l.beyond {
		row := l.cells[i].row
		for set := pages; set != 0; set &= set - 1 {
			if p := bits.TrailingZeros32(set); row.Bytes[p] == 0 {
				pages &^= 1 << p
			}
		}
		if pages == 0 {
			break
		}
	}
	return pages
}

// encode sets l.stretch to the bytes of the first n cells on a page and reports
// whether it has them all.
func (l *line) encode(p charset.Page, n int) bool {
	l.stretch = l.stretch[:0]
	for i := range l.cells[:n] {
		c := &l.cells[i]
		if c.Rune < utf8.RuneSelf {
			l.stretch = append(l.stretch, byte(c.Rune))
			continue
		}
		b := c.row.Bytes[p]
		if b == 0 {
			return false
		}
		l.stretch = append(l.stretch, b)
	}
	return true
}

// decode returns l.stretch in another code.
func (l *line) decode(of Reading) []char.Char {
	l.chars = l.chars[:0]
	for i := 0; i < len(l.stretch); {
		r, n := DecodeLegacy(of, l.stretch[i:])
		l.chars = append(l.chars, char.Of(r))
		i += n
	}
	return l.chars
}

// decodeLegacy decodes the first character of b. What is no character is
// U+FFFD.
func DecodeLegacy(of Reading, b []byte) (rune, int) {
	if b[0] < utf8.RuneSelf {
		return rune(b[0]), 1
	}
	if of < charset.Count {
		return charset.Page(of).Decode(b[0]), 1
	}
	code := charset.Code(of - charset.Count)
	if r := code.Decode(0, b[0]); r != 0 {
		return r, 1
	}
	if len(b) > 1 {
		if r := code.Decode(b[0], b[1]); r != 0 {
			return r, 2
		}
	}
	return utf8.RuneError, 1
}

// quick is a cheap likelihood of l.stretch in another code: only of what is
// outside ASCII, each pair of letters in the language that has it most. ok is
// false if the bytes are not of the code.
func (l *line) quick(of Reading) (cost int32, ok bool) {
	m := letters.Load()
	table := legacyChars(of)
	before := &table[' ']
	var double legacyChar
	for i, seen := 0, 0; i < len(l.stretch) && seen < 24; {
		b := l.stretch[i]
		c, n := &table[b], 1
		if b < utf8.RuneSelf && before.Rune < utf8.RuneSelf {
			before = c
			i++
			continue
		}
		if c.Class == char.Lost {
			var r rune
			if r, n = DecodeLegacy(of, l.stretch[i:]); r == utf8.RuneError {
				return 0, false
			}
			double = legacyChar{char.Of(r), m.ID(r)}
			c = &double
		}
		i += n
		switch {
		case c.Class == char.Wide || c.Class == char.WideMark:
			cost += wideCost(of, c.Char)
		case c.Letter() || before.Letter():
			cost += pairCost(before, c, m.Least(before.id, c.id))
		case c.Rune >= utf8.RuneSelf:
			cost += 60
		}
		if c.Rune >= utf8.RuneSelf {
			seen += n
		}
		if before = c; c == &double {
			last := double
			before = &last
		}
	}
	return cost, true
}

// A legacyChar is a character of a legacy code and its number among the
// letters.
type legacyChar struct {
	char.Char
	id letters.ID
}

// legacyChars returns the characters of the single bytes of a code. Those that
// begin longer ones are U+FFFD.
func legacyChars(of Reading) *[256]legacyChar { return &allLegacyChars()[of] }

var allLegacyChars = sync.OnceValue(func() *[readings + 1][256]legacyChar {
	var t [readings + 1][256]legacyChar
	m := letters.Load()
	for _, of := range written {
		for b := range 256 {
			r, _ := DecodeLegacy(of, []byte{byte(b)})
			t[of][b] = legacyChar{char.Of(r), m.ID(r)}
		}
	}
	return &t
})

// pairCost is the cost of b after a, where one of them is a letter and pair the
// cost of the letters as such.
func pairCost(a, b *legacyChar, pair int32) int32 {
	al, bl := a.Letter(), b.Letter()
	if !bl {
		if a.id != 0 && (b.Rune < utf8.RuneSelf || b.Class >= char.Open && b.Class <= char.Dash || b.Class == char.NBSP) {
			return pair
		}
		if b.Rune < utf8.RuneSelf {
			return 0
		}
		return 80
	}
	if b.id == 0 {
		return strangerCost(a.Char, b.Char)
	}
	if al && a.Script != b.Script {
		return 144
	}
	if al && a.Class == char.Lower && b.Class == char.Upper {
		pair += 80
	}
	return pair
}

// strangerCost is the cost of a letter of which no language here knows.
func strangerCost(a, b char.Char) int32 {
	switch {
	case b.Script == char.Latin, b.Script == char.Phonetic, b.Script >= char.Rare:
		return letters.Foreign
	case a.Script == b.Script:
		return 72
	}
	return 144
}

// wideCost is the cost of an East Asian character. The codes hold common
// letters apart from uncommon ones.
func wideCost(of Reading, c char.Char) int32 {
	switch r := c.Rune; {
	case c.Class == char.WideMark:
		return 56
	case 0x3041 <= r && r <= 0x30FF:
		if of == charset.Count+Reading(charset.GBK) || of == charset.Count+Reading(charset.EUCKR) {
			return 128 // these codes have kana for quoting Japanese
		}
		return 64
	case 0xAC00 <= r && r <= 0xD7A3:
		if of == charset.Count+Reading(charset.EUCKR) {
			if high, low := charset.EUCKR.Encode(r); high < 0xB0 || low < 0xA1 {
				return 176
			}
		}
		return 92
	}
	high, low, common := byte(0), byte(0), false
	switch of {
	case charset.Count + Reading(charset.GBK):
		high, low = charset.GBK.Encode(c.Rune)
		common = 0xB0 <= high && high <= 0xD7 && low >= 0xA1
	case charset.Count + Reading(charset.Big5):
		high, _ = charset.Big5.Encode(c.Rune)
		common = 0xA4 <= high && high <= 0xC6
	case charset.Count + Reading(charset.ShiftJIS), charset.Count + Reading(charset.EUCJP):
		high, _ = charset.ShiftJIS.Encode(c.Rune)
		common = 0x88 <= high && high <= 0x98
	case charset.Count + Reading(charset.EUCKR):
		return 150 // hardly written any more
	default:
		return 104
	}
	if common {
		return 104
	}
	return 176
}

// Cost is the cost of a text, of a code that was tried: of its letters in
// the language that fits best, one for each script, and of all other characters
// outside ASCII in their places.
func Cost(chars []char.Char, of Reading) int32 {
	w := wording{model: letters.Load()}
	return w.costOf(chars, of)
}

// standingCost is Cost of the text as it stands, which may be in any language of
// the world.
func standingCost(chars []char.Char) int32 {
	w := wording{model: letters.Load()}
	w.admit(chars)
	return w.costOf(chars, readings)
}

func (w *wording) costOf(chars []char.Char, of Reading) int32 {
	sum := int32(0)
	before := char.ASCII['\n']
	for i := 0; i < len(chars); i++ {
		c, after := chars[i], char.ASCII['\n']
		if w.plain {
			if end := plainWord(before, chars, i); end > i {
				before = chars[end-1]
				i = end - 1
				continue
			}
		}
		if i+1 < len(chars) {
			after = chars[i+1]
		}
		switch {
		case c.Class == char.Wide || c.Class == char.WideMark:
			sum += wideCost(of, c)
			if foreign(before) || foreign(after) || c.Class == char.WideMark && (before.Class == char.Digit || after.Class == char.Digit) {
				sum += 96
			}
		case c.Letter():
			sum += w.add(before, c, after)
		case c.Rune >= utf8.RuneSelf:
			sum += signCost(chars, i, before, after)
		}
		before = c
	}
	return sum + w.cost()
}

// signCost is the cost of a sign or mark between two characters.
func signCost(chars []char.Char, i int, before, after char.Char) int32 {
	c := chars[i]
	fit := fitness(c, before, after)
	if c.Class == char.Box {
		fit = -1 // letters of DOS, more likely than a drawing
	}
	cost := (6 - fit) * point
	if strangeInWord(before, c, after) {
		return max(cost+100, signInWordCost)
	}
	if c.Class == char.Lost || c.Rune != '’' && !isPower(before, c) && before.Letter() && after.Letter() {
		return cost + 100
	}
	if c.Rune == '’' && i > 2 && i+3 < len(chars) && chars[i-3].Letter() && chars[i+3].Letter() {
		return cost + 60
	}
	if c.Class == char.Dash && c.Rune != '…' && before.Letter() != after.Letter() {
		return cost + 60
	}
	return cost
}

// A wording sums up the costs of words in each language. A word may be of
// another language than the text, at a price.
type wording struct {
	model       *letters.Model
	total, word [maxLanguages]int32
	others      []otherLanguage
	plain       bool // the plain words are in total
}

// The plain words of a line are those in ASCII that no reading of it in another code changes, as
// what stands before and behind them is in ASCII, too, and is not the second byte of a character.
// What they cost in each language is added up once for all readings.
type plainWords struct {
	total [maxLanguages]int32
	sum   int32 // what they cost in any language
}

func plainWordsOf(chars []char.Char) (p plainWords) {
	w := wording{model: letters.Load()}
	before := char.ASCII['\n']
	for i := 0; i < len(chars); i++ {
		for end := plainWord(before, chars, i); i < end; i++ {
			after := char.ASCII['\n']
			if i+1 < len(chars) {
				after = chars[i+1]
			}
			p.sum += w.add(before, chars[i], after)
			before = chars[i]
		}
		if i < len(chars) {
			before = chars[i]
		}
	}
	p.total = w.total
	return p
}

// plainWord returns the end of the plain word that begins with a character behind another, or
// that place if none does.
func plainWord(before char.Char, chars []char.Char, i int) (end int) {
	if before.Rune >= leastSecond {
		return i
	}
	for end = i; end < len(chars) && chars[end].Rune < utf8.RuneSelf && chars[end].Letter(); end++ {
	}
	if end < len(chars) && chars[end].Rune >= utf8.RuneSelf {
		return i
	}
	return end
}

// leastSecond is the least that the second byte of an East Asian character may be. No letter is less.
const leastSecond = '@'

// costOf is [Cost] of the line that has the plain words, as it stands or in another reading.
func (p *plainWords) costOf(chars []char.Char, of Reading) int32 {
	w := wording{model: letters.Load(), total: p.total, plain: true}
	return p.sum + w.costOf(chars, of)
}

// An otherLanguage is one of those that text is not restored to.
type otherLanguage struct {
	*letters.Language
	script      char.Script
	total, word int32
}

// foreignWord is the price of a word of another language, foreignScript that of
// having words of a script other than Latin at all.
const (
	foreignWord   = 64
	foreignScript = 96
)

// admit adds the other languages that the letters of a text may be words of: those
// that lack hardly any of them.
func (w *wording) admit(chars []char.Char) {
	for _, l := range w.model.Others(explaining(w.model, chars)) {
		w.others = append(w.others, otherLanguage{Language: l, script: char.ScriptOf(l.Last())})
	}
}

// add adds a letter and returns what it costs in all languages.
func (w *wording) add(before, c, after char.Char) (sum int32) {
	m := w.model
	b := m.ID(c.Rune)
	if b == 0 && len(w.others) == 0 {
		return strangerCost(before, c)
	}
	a := letters.ID(0)
	if before.Letter() {
		if a = m.ID(before.Rune); before.Script != c.Script && before.Class != char.Mark && !isOhm(before, c, after) {
			sum += 128
		}
		if before.Class == char.Lower && c.Class == char.Upper {
			if sum += 80; strangeInWord(before, c, after) {
				sum += capitalInWordCost - 80
			}
		}
	}
	group := languageGroups()[c.Script]
	if b == 0 {
		stranger := strangerCost(before, c)
		for k := group.first; k < group.last; k++ {
			w.word[k] += stranger
		}
	} else {
		for k := group.first; k < group.last; k++ {
			w.word[k] += m.Languages[k].Cost(a, b)
		}
	}
	w.addOthers(before, c)
	if !after.Letter() || after.Script != c.Script {
		w.endWord(c, b)
	}
	return sum
}

// addOthers adds a letter in the other languages.
func (w *wording) addOthers(before, c char.Char) {
	if len(w.others) == 0 {
		return
	}
	a, b := letters.ID(0), w.model.AnyID(c.Rune)
	if before.Letter() {
		a = w.model.AnyID(before.Rune)
	}
	for k := range w.others {
		if o := &w.others[k]; o.script != c.Script && c.Class != char.Mark {
			continue
		} else if b == 0 {
			o.word += letters.Foreign
		} else {
			o.word += o.Cost(a, b)
		}
	}
}

// endWord ends a word with its last letter.
func (w *wording) endWord(last char.Char, id letters.ID) {
	group := languageGroups()[last.Script]
	least := int32(never)
	for k := group.first; k < group.last; k++ {
		w.word[k] += w.model.Languages[k].Cost(id, 0)
		least = min(least, w.word[k])
	}
	anyID := w.model.AnyID(last.Rune)
	for k := range w.others {
		if o := &w.others[k]; o.script == last.Script {
			o.word += o.Cost(anyID, 0)
			least = min(least, o.word)
		}
	}
	for k := group.first; k < group.last; k++ {
		w.total[k] += min(w.word[k], least+foreignWord)
		w.word[k] = 0
	}
	for k := range w.others {
		if o := &w.others[k]; o.script == last.Script {
			o.total += min(o.word, least+foreignWord)
			o.word = 0
		}
	}
}

// cost returns the sum over the scripts, each in its best language.
func (w *wording) cost() (sum int32) {
	for s, group := range languageGroups() {
		if group.last == group.first {
			continue
		}
		cost := slices.Min(w.total[group.first:group.last])
		for k := range w.others {
			if w.others[k].script == char.Script(s) {
				cost = min(cost, w.others[k].total)
			}
		}
		if cost > 0 && char.Script(s) != char.Latin {
			cost += foreignScript
		}
		sum += cost
	}
	return sum
}

const maxLanguages = 64

// A languageGroup is the languages of one script, which follow one another.
type languageGroup struct{ first, last int }

var languageGroups = sync.OnceValue(func() *[64]languageGroup {
	var groups [64]languageGroup
	for k := range letters.Load().Languages {
		g := &groups[char.ScriptOf(letters.Load().Languages[k].Last())]
		if g.last == 0 {
			g.first = k
		}
		g.last = k + 1
	}
	return &groups
})

// apply replaces the line by what it was before the misreading.
func (l *line) apply(m misreading) bool {
	if !l.encode(m.as, len(l.cells)) {
		return false
	}
	out := l.other()
	path := l.pathNamed(m.String(), nil)
	for i := 0; i < len(l.cells); {
		r, n := DecodeLegacy(m.of, l.stretch[i:])
		if n == 1 && r == l.cells[i].Rune {
			out = append(out, l.cells[i])
			i++
			continue
		}
		from := l.cells[i : i+n]
		out = append(out, cell{char.Of(r), charset.Lookup(r), from[0].start, from[n-1].end, path})
		i += n
	}
	l.replace(out)
	return true
}
