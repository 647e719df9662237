package mojibake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/wordlist"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// English text loses little but quotation marks, dashes and ellipses when its
// encoding is mistaken, and where they stand says which they were. So in a line
// of English, and in no other, a mark is put back where a replacement character
// or question marks have taken its place.

// lossKind says what stands in the place of a mark.
type lossKind uint8

const (
	notLost     lossKind = iota
	lostSign             // U+FFFD, once or for each byte
	lostLead             // â, of which the rest was a control character
	lostPair             // an East Asian letter that is E2 80
	lostQuery            // a question mark
	lostSwallow          // two replacements and an East Asian letter
)

// restoreMarks puts marks back into a line of English.
func (l *line) restoreMarks() (changed bool) {
	if !l.mayLackMarks() {
		return false
	}
	ok, certain := l.marksLost()
	typeset := l.typeset()
	out := l.other()
	for i := 0; i < len(l.cells); {
		n, kind, r := l.lostMark(i)
		if n == 1 && l.cutAddress(i) && (ok || kind != lostLead) {
			r = '…'
		} else if !ok {
			r = 0
		}
		if n > 0 && r == 0 && ok {
			r = l.restoredMark(i, n, kind, out)
			if kind == lostQuery && !certain && (r == '–' && l.cell(i-1).Gap() || r != '“' && r != '‘' && l.cell(i+n).Gap() && opened(out, nil) == 0) {
				r = 0 // chat sets question marks so
			}
			if kind == lostQuery && (typeset && n == 1 && !(l.cell(i-1).Letter() && l.cell(i+n).Letter()) || r == '”' && l.cell(i+n).Gap() && l.endsLater(i+n)) {
				r = 0
			}
		}
		if r == 0 {
			out = append(out, l.cells[i])
			i++
			continue
		}
		c := char.Of(r)
		from := l.cells[i : i+n]
		path := l.pathNamed(l.lossPath(kind, i), from)
		end := from[n-1].end
		out = append(out, cell{c, charset.Lookup(r), from[0].start, end, path})
		switch {
		case kind == lostSwallow:
			_, low := charset.EUCKR.Encode(from[n-1].Rune)
			out = append(out, cell{char.Of(rune(low)), charset.Lookup(rune(low)), end, end, path})
		case kind == lostPair && l.eats(i+n):
			out = append(out, cell{char.ASCII[' '], charset.Lookup(' '), end, end, path})
		}
		i += n
		changed = true
	}
	l.replace(out)
	return changed
}

// typeset reports whether the line has curly quotation marks, or what else stands in
// the place of marks. There question marks have not taken the place of any.
func (l *line) typeset() bool {
	for _, i := range l.beyond {
		switch l.cells[i].Rune {
		case '“', '”', '„', '‘', utf8.RuneError:
			return true
		}
	}
	return false
}

// endsLater reports whether a quotation that is open at cell i ends at a later mark
// that can be nothing else, so that a question mark before it is one.
func (l *line) endsLater(i int) bool {
	for last := min(len(l.cells), i+longestQuotation); i < last; i++ {
		before, after := l.cell(i-1), l.cell(i+1)
		switch r := l.cells[i].Rune; {
		case r == '“' || r == '”':
			return r == '”'
		case r != '?':
		case (before.Gap() || before.Rune == '(') && after.Letter():
			return false
		case (before.Rune == ',' || before.Rune == '.' || before.Rune == '!' || before.Rune == '?') && !after.Letter():
			return true
		}
	}
	return false
}

// marksLost reports whether marks can be restored: the line is English, and no
// letter has been lost besides. It is certain when there is a contraction
// without its apostrophe.
func (l *line) marksLost() (ok, certain bool) {
	some, foreign, contracted, leads := false, false, 0, false
	for i := 0; i < len(l.cells); i++ {
		n, kind, _ := l.lostMark(i)
		if n == 0 {
			continue
		}
		some, leads = true, leads || kind == lostLead
		if before := l.cell(i - 1); before.Letter() && l.cell(i+n).Letter() && kind != lostSwallow {
			switch {
			case kind == lostLead && !l.surelyContracted(i, n):
			case l.contracted(i, n):
				contracted += 2
			case l.takesApostrophe(i, n):
				contracted++
			case !l.longWord(i-1, -1) || !l.longWord(i+n, 1):
				foreign = true
			}
		}
		i += n - 1
	}
	if !some {
		return false, false
	}
	score := l.english(nil)
	if leads && (foreign || contracted < 2 && !(l.hasEnglishWord() && l.speaksEnglish(l.withoutLeads(), contracted))) {
		return false, false // â is a letter of many languages
	}
	score += min(contracted, 4)
	return score >= 2 && !(foreign && score < 8), contracted > 0
}

// withoutLeads returns the sample of the line with apostrophes for what is left of marks.
func (l *line) withoutLeads() []char.Char {
	chars := slices.Clone(l.charsOf(l.cells[:l.sampleEnd()]))
	for i := range chars {
		if n, kind, _ := l.lostMark(i); n > 0 && kind == lostLead {
			chars[i] = char.Of('’')
		}
	}
	return chars
}

// mayLackMarks reports whether the line has a character that lostMark looks for.
func (l *line) mayLackMarks() bool {
	if l.query {
		return true
	}
	for _, i := range l.beyond {
		switch c := &l.cells[i]; {
		case c.Class == char.Lost, c.Rune == 'â' && c.path == 0, c.Rune == '鈥', c.Rune == '窶':
			return true
		}
	}
	return false
}

// cutAddress reports whether the cell at i stands in a mail address, as … does
// where archives of mail hide the end of a name.
func (l *line) cutAddress(i int) bool {
	before := l.cell(i - 1)
	return l.cell(i+1).Rune == '@' && l.cell(i+2).Letter() && (before.Letter() || before.Class == char.Digit)
}

// contracted reports whether the n cells at i are the apostrophe of a
// contraction that no other language has: n't, 've, 're, 'll, I'm.
func (l *line) contracted(i, n int) bool {
	a, b := l.cell(i+n).Rune|0x20, l.cell(i+n+1)
	switch before := l.cell(i-1).Rune | 0x20; {
	case !b.Letter():
		return a == 't' && before == 'n' || a == 'm' && before == 'i' && !l.cell(i-2).Letter() ||
			a == 's' && takesIs(l.wordBefore(i))
	case l.cell(i + n + 2).Letter():
		return false
	default:
		two := b.Rune | 0x20
		return a == 'v' && two == 'e' || a == 'r' && two == 'e' && before != 't' || a == 'l' && two == 'l'
	}
}

// hasEnglishWord reports whether the line has a common word that English alone has,
// beside another one.
func (l *line) hasEnglishWord() bool {
	sum, sure := 0, false
	for i := range l.cells {
		if l.cells[i].Letter() && !l.cell(i-1).Letter() {
			n := englishWord(l.wordAfter(i))
			sum += n
			sure = sure || n > 1
		}
	}
	return sure && sum > 2
}

// surelyContracted reports whether the n cells at i are the apostrophe of one of the
// contractions that English has most.
func (l *line) surelyContracted(i, n int) bool {
	word, end := l.wordBefore(i), l.cell(i+n)
	if end.Rune|0x20 == 't' && !l.cell(i+n+1).Letter() {
		return takesNot(word)
	}
	return takesVerb(word) && contraction(end, l.cell(i+n+1), l.cell(i+n+2))
}

// longWord reports whether the word at cell i, read in the direction of step,
// has three letters or more.
func (l *line) longWord(i, step int) bool {
	return l.cell(i).Letter() && l.cell(i+step).Letter() && l.cell(i+2*step).Letter()
}

// takesIs reports whether w is often followed by 's for "is".
func takesIs(w shortWord) bool {
	switch string(w.letters()) {
	case "it", "that", "there", "he", "she", "what", "here":
		return true
	}
	return false
}

// A shortWord is an ASCII word in lower case, or empty if it is not short.
type shortWord struct {
	buf [longestShortWord]byte
	n   int
}

func (w *shortWord) letters() []byte { return w.buf[:w.n] }

// shortWordOf returns an ASCII word as one that is compared.
func shortWordOf(word string) (w shortWord) {
	if len(word) <= len(w.buf) {
		for w.n < len(word) {
			w.buf[w.n] = word[w.n] | 0x20
			w.n++
		}
	}
	return w
}

// fewWords is the number of words up to which the letters of a line are asked
// for its language.
const fewWords = 8

// wordBefore returns the word that ends before cell i, wordAfter the one that
// begins there.
func (l *line) wordBefore(i int) (w shortWord) {
	at := i
	for at > 0 && i-at <= longestShortWord && l.cells[at-1].Letter() {
		at--
	}
	for ; at < i; at++ {
		if w.n == len(w.buf) || l.cells[at].Rune >= utf8.RuneSelf {
			return shortWord{}
		}
		w.buf[w.n] = byte(l.cells[at].Rune) | 0x20
		w.n++
	}
	return w
}

func (l *line) wordAfter(i int) (w shortWord) {
	for ; i+w.n < len(l.cells) && l.cells[i+w.n].Letter(); w.n++ {
		if w.n == len(w.buf) || l.cells[i+w.n].Rune >= utf8.RuneSelf {
			return shortWord{}
		}
		w.buf[w.n] = byte(l.cells[i+w.n].Rune) | 0x20
	}
	return w
}

const longestShortWord = 8

// lostMark reports the number of cells at i that may stand for one mark, and
// the mark itself if that is known.
func (l *line) lostMark(i int) (n int, kind lossKind, mark rune) {
	c := l.cells[i]
	switch {
	case c.Class == char.Lost:
		for n = 1; n <= utf8.UTFMax && l.cell(i+n).Class == char.Lost; n++ {
		}
		if n > utf8.UTFMax || l.cell(i-1).Class == char.Lost {
			return 0, notLost, 0 // no mark is that long
		}
		if n == 2 {
			if mark = swallowed(l.cell(i + n)); mark != 0 {
				return 3, lostSwallow, mark
			}
		}
		return n, lostSign, 0
	case c.Rune == 'â' && c.path == 0:
		switch l.cell(i + 1).Rune {
		case '¦':
			return 2, lostLead, '…'
		case '¬':
			return 2, lostLead, '€'
		}
		for n = 1; n < 3 && l.cell(i+n).Rune == '?'; n++ {
		}
		if l.cell(i+1).Rune == '?' && l.cell(i+2).Rune == '¦' {
			return 3, lostLead, '…'
		}
		return n, lostLead, 0
	case l.halfMark(i):
		return 2, lostPair, 0
	case c.Rune == '?':
		return l.lostQueryMark(i)
	}
	return 0, notLost, 0
}

// lostMarkAt is lostMark for a cell that may be none.
func (l *line) lostMarkAt(i int) (n int, kind lossKind, mark rune) {
	if i < 0 || i >= len(l.cells) {
		return 0, notLost, 0
	}
	return l.lostMark(i)
}

// halfMark reports whether the East Asian image of E2 80 is at cell i, and then
// something that stands for a byte.
func (l *line) halfMark(i int) bool {
	c, next := l.cell(i), l.cell(i+1)
	return (c.Rune == '鈥' || c.Rune == '窶') && (next.Rune == '?' || next.Class == char.Lost)
}

// lostQueryMark is lostMark for question marks.
func (l *line) lostQueryMark(i int) (n int, kind lossKind, mark rune) {
	if l.cell(i-1).Rune == '?' {
		if l.cell(i-2).Rune == '?' || !l.cell(i+1).Gap() {
			return 0, notLost, 0
		}
		return 1, lostQuery, 0 // behind a question
	}
	for n = 1; n < 4 && l.cell(i+n).Rune == '?'; n++ {
	}
	if n == 2 {
		if mark = swallowed(l.cell(i + n)); mark != 0 {
			return 3, lostSwallow, mark
		}
	}
	before, after := l.cell(i-1), l.cell(i+n)
	switch {
	case n != 1 && n != 3:
	case n == 1 && l.cutAddress(i):
		return n, lostQuery, 0
	case l.inAddress(i):
	case after.Letter() && before.Letter():
		if l.takesApostrophe(i, n) {
			return n, lostQuery, 0
		}
	case after.Letter() && (before.Gap() || before.Rune == '(' || before.Class == char.Digit),
		after.Class == char.Digit && before.Gap(), before.Rune == ' ' && after.Rune == ' ',
		n == 3 && !after.Letter() && (before.Letter() || before.Rune == ',' || before.Rune == '.'),
		n == 1 && !before.Gap() && (after.Gap() || after.Class == char.Punct):
		return n, lostQuery, 0
	}
	return 0, notLost, 0
}

// takesApostrophe reports whether the letters around the n cells at i are of a word
// that English writes with an apostrophe there. Between two others a question mark is
// one (Q?A, YES?NO), and a letter was lost to U+FFFD (na�ve, TI�O).
func (l *line) takesApostrophe(i, n int) bool {
	before, after, next := l.cell(i-1), l.cell(i+n), l.cell(i+n+1)
	if a, b := after.Rune|0x20, next.Rune|0x20; !next.Letter() {
		switch a {
		case 's':
			return l.cell(i-2).Letter() || before.Class == char.Upper
		case 't':
			return before.Rune|0x20 == 'n' || before.Rune|0x20 == 'v'
		case 'm':
			return before.Rune|0x20 == 'i' && !l.cell(i-2).Letter()
		case 'd':
			return joinsVerb(l.wordBefore(i))
		}
	} else if !l.cell(i + n + 2).Letter() {
		if a == 'r' && b == 'e' || a == 'v' && b == 'e' || a == 'l' && b == 'l' {
			return joinsVerb(l.wordBefore(i)) || a == 'l' && l.capitalBegins(i-1)
		}
	}
	if l.cell(i-2).Letter() || !l.longWord(i+n, 1) {
		return false
	}
	switch before.Rune { // O’Brien, d’Arc, o’clock, c’mon
	case 'O', 'D', 'L':
		return after.Class == char.Upper
	case 'o', 'd', 'c', 'y':
		return true
	}
	return false
}

// joinsVerb reports whether 're, 've, 'll or 'd may follow a word.
func joinsVerb(w shortWord) bool {
	switch string(w.letters()) {
	case "these", "those", "this", "must", "may", "where", "how", "why", "when", "y", "people", "someone", "everyone", "nobody", "somebody", "not":
		return true
	}
	return takesVerb(w)
}

// capitalBegins reports whether the word that ends at cell i begins with a capital.
func (l *line) capitalBegins(i int) bool {
	for l.cell(i - 1).Letter() {
		i--
	}
	return l.cell(i).Class == char.Upper
}

// addressReach is how far an address is looked for around a question mark.
const addressReach = 64

// inAddress reports whether the cell at i stands in a web address, in a query or in
// an encoded word of a mail header: in a run without spaces that has = & or @ in it,
// or a slash and a full stop, or begins with a slash.
func (l *line) inAddress(i int) bool {
	slash, stop := false, false
	first := char.Char{}
	for _, step := range [2]int{-1, 1} {
		for k, n := i+step, 0; n < addressReach; k, n = k+step, n+1 {
			c := l.cell(k)
			if c.Gap() || c.Rune == '<' || c.Rune == '>' {
				break
			}
			switch c.Rune {
			case '=', '&', '@':
				return true
			case '/':
				slash = true
			case '.':
				stop = stop || l.cell(k+1).Letter()
			}
			if step < 0 {
				first = c
			}
		}
	}
	return slash && (stop || first.Rune == '/')
}

// swallowed returns the mark whose last byte, with an ASCII letter, became c in
// EUC-KR.
func swallowed(c char.Char) rune {
	if c.Script != char.EastAsian {
		return 0
	}
	high, low := charset.EUCKR.Encode(c.Rune)
	if low >= 0x80 || !strings.ContainsRune("\u0098\u0099\u009C\u009D\u0093\u0094\u00A6", rune(high)) {
		return 0
	}
	return 0x2000 + rune(high&0x3F)
}

// restoredMark decides which mark, if any, the lost one at cell i was. before
// is the line up to there as it has been restored.
func (l *line) restoredMark(i, n int, kind lossKind, before []cell) rune {
	prev, after := l.cell(i-1), l.cell(i+n)
	if prev.Letter() && after.Letter() && kind != lostPair {
		if l.takesApostrophe(i, n) {
			return '’'
		}
		return l.guessPause(i, n, prev, after)
	}
	open := opened(before, nil)
	if l.shortened(i, n) {
		return '’'
	}
	if kind == lostPair && l.eats(i+n) {
		return l.guessEater(i, n, prev, open)
	}
	r := guessMark(prev, after, l.cell(i+n+1), l.cell(i+n+2), open != 0)
	switch r {
	case '“':
		switch {
		case kind != lostPair && i > 0 && !l.closes(i+n), kind == lostQuery && l.key(i+n):
			return 0
		case open == '“':
			return '‘'
		}
	case '”':
		switch possessive := prev.Rune|0x20 == 's' && after.Rune == ' ' && l.cell(i+n+1).Letter(); {
		case kind == lostQuery && open == 0 && prev.Rune != '.' && prev.Rune != ',':
			return 0
		case open == '‘', possessive && l.closesFirst(i+n) && englishWord(l.wordAfter(i+n+1)) == 0:
			return '’'
		}
	case '’':
		if prev.Rune|0x20 == 's' && after.Gap() {
			switch {
			case kind == lostQuery && l.cell(i+n+1).Class != char.Lower:
				return 0
			case englishWord(l.wordAfter(i+n+1)) > 0:
				r = '…'
			}
		}
	case 0:
		r = l.guessPause(i, n, prev, after)
	}
	if kind == lostQuery && (r == '…' || r == '—') || kind == lostSign && n < markBytes && l.mayBeNoMark(i, n, r) {
		return 0
	}
	return r
}

// markBytes is how many bytes a mark has in UTF-8, each of which may have become a
// replacement character. Letters and signs of money that newspapers use have two.
const markBytes = 3

// mayBeNoMark reports whether the n cells at i may as well have been the last letter of
// a word (caf\ufffd) or the sign of a sum (\ufffd20 million) as the mark r.
func (l *line) mayBeNoMark(i, n int, r rune) bool {
	prev, after := l.cell(i-1), l.cell(i+n)
	switch {
	case prev.Letter() && !after.Letter():
		return r == '…' && !l.isListed(i) || r == '’' && !l.isListed(i) && !l.isName(i)
	case prev.Gap() && after.Class == char.Digit:
		return r == '’' && l.cell(i+n+2).Rune != 's' && !l.isYear(i, i+n) || r == '“' && l.isSum(i+n)
	}
	return false
}

// isYear reports whether the figure at cell at is one of a year, as in the summer of ’76;
// i is what is lost before it.
func (l *line) isYear(i, at int) bool {
	return l.cell(i-2).Letter() && strings.EqualFold(l.lettersBefore(i-1), "of") && !l.isSum(at)
}

// isListed reports whether the word that ends before cell i is one of English, or the
// end of a contraction.
func (l *line) isListed(i int) bool {
	word := l.lettersBefore(i)
	return wordlist.Has(word) || l.cell(i-1-len(word)).Class == char.Close
}

// isName reports whether that word may be a name whose genitive ends with it.
func (l *line) isName(i int) bool {
	const fewest = 5
	return len(l.lettersBefore(i)) >= fewest && l.cells[i-1].Rune|0x20 == 's'
}

func (l *line) lettersBefore(i int) string {
	at := i
	for at > 0 && i-at < longestWord && l.cells[at-1].Letter() {
		at--
	}
	return l.text[l.cells[at].start:l.cells[i-1].end]
}

// isSum reports whether the figure at cell i has decimals or a scale.
func (l *line) isSum(i int) bool {
	at := i
	for at < len(l.cells) && at-i < longestWord && (l.cells[at].Class == char.Digit || l.cells[at].Rune == ',') {
		at++
	}
	rest := l.text[l.cells[at-1].end:]
	if strings.HasPrefix(rest, ".") && l.cell(at+1).Class == char.Digit {
		return true
	}
	if _, size := numeral.ScaleSuffix(rest); size > 0 {
		return true
	}
	_, size := numeral.Scale(strings.TrimPrefix(rest, " "))
	return size > 0
}

// shortened reports whether the n cells at i are an apostrophe that begins a word, or
// one around the n of rock ’n’ roll.
func (l *line) shortened(i, n int) bool {
	before, after := l.cell(i-1), l.cell(i+n)
	if after.Gap() && before.Rune|0x20 == 'n' {
		_, kind, _ := l.lostMarkAt(i - 2)
		return kind != notLost && l.cell(i-3).Gap()
	}
	if !before.Gap() || !after.Letter() {
		return false
	}
	switch w := l.wordAfter(i + n); string(w.letters()) {
	case "n":
		_, kind, _ := l.lostMarkAt(i + n + 1)
		return kind != notLost
	case "tis", "twas", "em", "til", "cause", "bout":
		return !l.closesFirst(i + n)
	}
	return false
}

// eats reports whether what is before cell i has taken a space in: where the
// line was read as an East Asian code, and a letter follows.
func (l *line) eats(i int) bool {
	return l.cell(i).Letter() && (l.usedEast || slices.ContainsFunc(l.beyond, func(k int32) bool {
		return l.cells[k].Script == char.EastAsian && !l.halfMark(int(k))
	}))
}

// guessEater decides which mark the n cells at i were that have taken in the
// space behind it.
func (l *line) guessEater(i, n int, prev char.Char, open rune) rune {
	next := l.wordAfter(i + n)
	switch {
	case prev.Gap():
		return '–'
	case open == '‘', prev.Rune|0x20 == 's' && l.closesFirst(i+n) && englishWord(next) == 0:
		return '’'
	case open == '“', prev.Class == char.Punct:
		return '”'
	case englishWord(next) > 0:
		return '…'
	case prev.Rune|0x20 == 's':
		return '’'
	}
	return 0
}

// guessPause gives … where a thought breaks off and no other mark stands, and
// — where two words meet.
func (l *line) guessPause(i, n int, prev, after char.Char) rune {
	switch {
	case after.Rune == '\n' && (prev.Gap() || prev.Letter() || prev.Rune == '-'), prev.Letter() && prev.Rune|0x20 != 's' && after.Rune == '.':
		return '…'
	case prev.Letter() && after.Rune == ' ' && englishWord(l.wordAfter(i+n+1)) > 0:
		return '…'
	case l.longWord(i-1, -1) && l.longWord(i+n, 1) && englishWord(l.wordBefore(i)) > 0, l.longWord(i-1, -1) && englishWord(l.wordAfter(i+n)) > 0:
		return '—' // between two others it may have been a letter: Gonz�lez
	}
	return 0
}

// longestQuotation is how far off the other end of a quotation is looked for, in
// characters.
const longestQuotation = 2048

// key reports whether the word at cell i is a name in a notation: one with a colon or
// a bracket right after it, and no space after that.
func (l *line) key(i int) bool {
	for ; l.cell(i).Letter() || l.cell(i).Rune == '_' || l.cell(i).Rune == '-'; i++ {
	}
	r := l.cell(i).Rune
	return r == '(' || r == '[' || r == ':' && !l.cell(i+1).Gap()
}

// closes reports whether a lost or remaining closing quotation mark follows.
func (l *line) closes(i int) bool {
	closes, _ := l.nextQuotation(i)
	return closes
}

// closesFirst reports whether one follows before another quotation begins.
func (l *line) closesFirst(i int) bool {
	closes, begins := l.nextQuotation(i)
	return closes && !begins
}

// nextQuotation looks for the next mark that ends a quotation. begins says
// whether one that begins a quotation stands before it.
func (l *line) nextQuotation(i int) (closes, begins bool) {
	for last := min(len(l.cells), i+longestQuotation); i < last; i++ {
		switch l.cells[i].Rune {
		case '”':
			return true, begins
		case '“':
			begins = true
		}
		n, _, _ := l.lostMark(i)
		if n == 0 && l.cells[i].Rune == '?' {
			n = 1
		}
		switch before, after := l.cell(i-1), l.cell(i+n); {
		case n == 0:
			continue
		case !before.Gap() && !after.Letter():
			return true, begins
		case before.Gap() && after.Letter():
			begins = true
		}
		i += n - 1
	}
	return false, begins
}

// lossPath names what happened.
func (l *line) lossPath(kind lossKind, i int) string {
	switch {
	case kind == lostLead:
		return "utf8>latin-1~drop"
	case kind == lostSwallow:
		return "utf8>cp949~?"
	case kind == lostPair && l.cells[i].Rune == '窶':
		return "utf8>cp932~?"
	case kind == lostPair:
		return "utf8>gbk~?"
	case kind == lostSign:
		return "cp1252>utf8~fffd"
	}
	return "any>ascii~?"
}
