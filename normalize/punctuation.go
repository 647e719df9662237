package normalize

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// Punctuation is the step that mends what scraping and machine translation do
// to marks and the spaces around them:
//
//	a space before a comma or full stop      However , it       However, it
//	a space on the wrong side of a mark      far ,he        far, he
//	                                         over .She      over. She
//	a comma twice                            wise,, though      wise, though
//	a full stop and comma at a quotation     over. , ”She said  over,” She said
//	a quotation mark on the wrong side       over, ”She said    over,” She said
//	a quotation mark facing the wrong way    “Over,“ she said   “Over,” she said
//	                                         a ”closed“ shop    a “closed” shop
//	spaces inside quotes and brackets        “ over ”           “over”
//	a hyphen with a space                    oil- based         oil-based
//	a hyphen as a dash between spaces        an oil – rich land an oil-rich land
//	sentences and clauses without a space    over.She           over. She
//
// A dash between spaces is a dash, and a hyphen only between two words that make a
// compound of English, as its tables have it, and before a noun.
//
// All but the first two are for lines in English. A space before a comma or
// full stop is damage in a text of Latin or Cyrillic letters, but not
// Vietnamese, that sets eight marks or more right after the word and most of
// its marks so. A shorter text shows no habit; there it is damage in German,
// Spanish and French, and in English before a comma, and before a full stop
// where the line is typeset, but not after a name. Text that sets its marks
// apart throughout, as linguists' corpora do, is left alone, and so are web
// addresses, ellipses, abbreviations ("Pvt.,") and French spacing.
//
// Changes are named "punctuation". The habits of a text are those of all of
// it: a few lines alone may be mended where the whole would not be.
type Punctuation struct{}

// Name returns "punctuation".
func (Punctuation) Name() string { return "punctuation" }

// Edits proposes a mend for each such place.
func (x Punctuation) Edits(text string, emit func(start, end int, replacement string)) {
	x.edits(text, new(habit), emit)
}

// edits is Edits for a text of which the habit may be known.
func (Punctuation) edits(text string, marks *habit, emit func(start, end int, replacement string)) {
	p := newPunctuator(text, marks)
	for i := 0; ; {
		if i = nextPlace(text, i); i == len(text) {
			return
		}
		if end, s := p.mend(i); end > i {
			emit(i, end, s)
			i = end
		} else {
			i++
		}
	}
}

// nextPlace returns the offset of the first place from i on at which a mend may begin, or
// the length of the text. A space is one before a mark.
func nextPlace(text string, from int) int {
	i := from
	for ; i+8 <= len(text); i += 8 {
		x := eightBytes(text[i : i+8])
		for found := signs(x) | leadBytes(x); found != 0; found &= found - 1 {
			at := i + bits.TrailingZeros64(found)>>3
			if at > from && text[at-1] == ' ' && followsSpace[text[at]] {
				return at - 1
			}
			if startsPunctuation[text[at]] {
				return at
			}
		}
	}
	for ; i < len(text); i++ {
		if i > from && text[i-1] == ' ' && followsSpace[text[i]] {
			return i - 1
		}
		if startsPunctuation[text[i]] {
			return i
		}
	}
	return i
}

var (
	// startsPunctuation marks the bytes at which a mend may begin, but for the space.
	startsPunctuation = [256]bool{',': true, '.': true, '-': true, '(': true, 0xE2: true}
	// followsSpace marks the bytes that make a space before them suspect.
	followsSpace = [256]bool{',': true, '.': true, ';': true, ':': true, '!': true, '?': true, ')': true, '-': true, 0xE2: true}
)

// A punctuator looks at single places of a text. Each of its methods returns
// the end of what is to be replaced and the replacement, or an end that is not
// beyond i when the place is right.
type punctuator struct {
	text              string
	english, attach   lineCache
	familiar, typeset lineCache
	address, list     lineCache
	quotes            quoteTrack
	next              nextQuote
	marks             *habit
}

func newPunctuator(text string, marks *habit) punctuator {
	return punctuator{
		text:     text,
		marks:    marks,
		english:  lineCache{of: isEnglish},
		attach:   lineCache{of: attachesMarks},
		familiar: lineCache{of: isFamiliar},
		typeset:  lineCache{of: isTypeset},
		address:  lineCache{of: isAddress, token: true},
		list:     lineCache{of: isList, token: true},
	}
}

// mend looks at what may begin a mend at i.
func (p *punctuator) mend(i int) (end int, s string) {
	switch p.text[i] {
	case ' ':
		if i+1 < len(p.text) && followsSpace[p.text[i+1]] {
			return p.space(i)
		}
	case ',':
		return p.comma(i)
	case '.':
		return p.stop(i)
	case '-':
		return p.dash(i, i)
	case '(':
		return p.bracket(i)
	case 0xE2:
		return p.mark(i)
	}
	return i, ""
}

func (p *punctuator) setting() *setting { return p.marks.of(p.text) }

const (
	opening = "“"
	closing = "”"
)

// space looks at a space before a mark.
func (p *punctuator) space(i int) (int, string) {
	text := p.text
	if i == 0 || text[i-1] <= ' ' {
		return i, ""
	}
	switch text[i+1] {
	case ',', '.':
		if text[i+1] == '.' {
			if end, s := p.stopAndComma(i + 1); end > i+1 {
				return end, s
			}
		}
		switch {
		case p.marks.counted && p.marks.tokenized(): // none of these, and quick to see
		case p.stopOnWrongSide(i):
			return i + 2, ". "
		case p.attaches(i):
			return i + 1, ""
		case p.commaOnWrongSide(i):
			return i + 2, ", "
		}
	case ';', ':', '!', '?':
		if endsClause(text, i+2) && !strings.HasPrefix(text[i+2:], ")") && wordEndsAt(text, i) &&
			p.english.at(text, i) && p.setting().attachesMark(text[i+1]) {
			return i + 1, ""
		}
	case ')':
		return p.spaceBeforeBracket(i)
	case '-':
		return p.dash(i, i+1)
	default:
		rest := text[i+1:]
		if strings.HasPrefix(rest, closing) {
			return p.spaceBeforeClosing(i)
		}
		if strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") {
			return p.dash(i, i+1)
		}
	}
	return i, ""
}

// attaches reports whether the comma or full stop at i+1 belongs to the word
// before the space at i.
func (p *punctuator) attaches(i int) bool {
	text := p.text
	if !endsClause(text, i+2) || !wordEndsAt(text, i) {
		return false
	}
	if s := p.setting(); s.tokenized() || !p.attach.at(text, i) || s.attached < manyMarks && !p.isSlip(i) {
		return false
	}
	next := scan.Space(text, i+2)
	if next == len(text) {
		return true
	}
	if text[i+1] == ',' && scan.Digit(text[i-1]) && len(text) >= next+3 && scan.Digit(text[next]) && scan.Digit(text[next+1]) && scan.Digit(text[next+2]) {
		return false // a number in pieces
	}
	if text[i+1] == '.' {
		// Not one of several full stops, a decimal or the start of a name.
		r, _ := utf8.DecodeRuneInString(text[next:])
		return !unicode.IsLower(r) && r != '.' && !(unicode.IsDigit(r) && scan.Digit(text[i-1]))
	}
	return true
}

// isSlip reports whether the space at i, before a comma or full stop, was not
// meant, in a text with too few marks to show a habit. The languages must be
// such as have none. English is typed in many ways: a full stop of a line that
// is all ASCII may be set apart by one who does so, and so may a mark after a
// name, where links and handles are, and a comma before an insertion that
// another comma ends.
func (p *punctuator) isSlip(i int) bool {
	text := p.text
	short := p.setting().attached == 0 && len(text) < shortText
	switch {
	case short && (text[i+1] != ',' || !p.typeset.at(text, i)):
		return false
	case !p.english.at(text, i):
		return p.familiar.at(text, i)
	case text[i+1] == ',':
		return !insertionFollows(text, i+2) && (p.typeset.at(text, i) || !nameEndsAt(text, i))
	}
	return p.typeset.at(text, i) && !nameEndsAt(text, i)
}

// isTypeset reports whether a line has a character outside ASCII, such as a
// curly quotation mark or a dash.
func isTypeset(line string) bool {
	return skipASCII(line, 0) < len(line)
}

// nameEndsAt reports whether a word with a capital ends at i that does not
// begin a sentence.
func nameEndsAt(text string, i int) bool {
	start := i
	for start > 0 && text[start-1] > ' ' {
		start--
	}
	r, _ := utf8.DecodeRuneInString(text[start:])
	if !unicode.IsUpper(r) || start < 2 || text[start-1] != ' ' || !wordEndsAt(text, start-1) {
		return false
	}
	var buf [longestWord]byte
	return !isCalendar(string(lower(&buf, text[start:i])))
}

// insertionFollows reports whether the first word after i has a comma after it.
func insertionFollows(text string, i int) bool {
	end := tokenEnd(text, skipSpaces(text, i))
	return text[end-1] == ','
}

// commaOnWrongSide reports whether the space at i should follow the comma that
// follows it.
func (p *punctuator) commaOnWrongSide(i int) bool {
	text := p.text
	return text[i+1] == ',' && i+2 < len(text) && scan.Letter(text[i+2]) && wordEndsAt(text, i) &&
		p.english.at(text, i) && !p.address.at(text, i+1) && !p.list.at(text, i+1) && !p.setting().tokenized()
}

// stopOnWrongSide reports whether the space at i should follow the full stop that
// follows it, with which a sentence ends: the tax .They left.
func (p *punctuator) stopOnWrongSide(i int) bool {
	stop := i + 1
	if p.text[stop] != '.' || stop+1 >= len(p.text) || p.text[stop+1] < 'A' || p.text[stop+1] > 'Z' || p.setting().tokenized() {
		return false
	}
	return p.sentenceFollows(stop) && p.sentenceEnds(i, stop)
}

// isList reports whether a run without spaces has several commas or is of a
// program.
func isList(token string) bool {
	return strings.Count(token[:max(len(token)-1, 0)], ",") > 1 || strings.ContainsAny(token, "=_<>{}")
}

// shortText is the length in bytes below which a text must show that it sets
// its marks right after the word. Who writes a line or two of his own may have
// a habit of his own.
const shortText = 72

// wordEndsAt reports whether a word, a number or what encloses one ends at i.
func wordEndsAt(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	switch r {
	case ')', ']', '”', '’', '"', '\'', '»', '%':
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// endsClause reports whether a mark that ends at i stands at the end of
// something: white space or a quotation mark follows.
func endsClause(text string, i int) bool {
	if i >= len(text) || text[i] <= ' ' || text[i] == '"' || text[i] == ')' {
		return true
	}
	return strings.HasPrefix(text[i:], closing) || strings.HasPrefix(text[i:], "’") || strings.HasPrefix(text[i:], "»")
}

// spaceBeforeClosing looks at a space before a closing quotation mark: inside
// the quotation it goes, and before a word the two change places.
func (p *punctuator) spaceBeforeClosing(i int) (int, string) {
	text := p.text
	after := i + 1 + len(closing)
	if p.setting().tokenized() || !p.english.at(text, i) {
		return i, ""
	}
	open := p.open(i)
	switch {
	case after == len(text) || text[after] <= ' ' || strings.IndexByte(",.;:!?)", text[after]) >= 0:
		if open {
			return i + 1, ""
		}
	case scan.Letter(text[after]):
		if open {
			if strings.IndexByte(",.!?", text[i-1]) >= 0 {
				return after, closing + " "
			}
		} else if p.facesBack(i+1, after) {
			return after, " " + opening
		}
	}
	return i, ""
}

// facesBack reports whether the closing mark text[i:end], with no quotation
// open, opens one that ends later in the line.
func (p *punctuator) facesBack(i, end int) bool {
	if !opensWord(p.text, i, end) {
		return false
	}
	mark, at := p.nextQuotation(end)
	return mark == closing || mark == opening && closesWord(p.text, at, at+len(opening))
}

// A quoteTrack knows the quotation marks between the start of a line and an
// offset that only moves on, so that asking at every mark of a long line costs
// one look at the line.
type quoteTrack struct {
	pos      int
	open     bool // the last curly double mark opens
	turned   bool // and faces the wrong way
	low      bool // a low mark, „, has been seen
	straight bool // an odd number of straight double marks
}

// at moves the track to i.
func (q *quoteTrack) at(text string, i int) *quoteTrack {
	if i <= q.pos {
		return q
	}
	if passed := text[q.pos:i]; strings.IndexByte(passed, '\n') >= 0 {
		*q = quoteTrack{pos: q.pos + strings.LastIndexByte(passed, '\n') + 1}
	}
	for q.pos = quoteStarts.next(text[:i], q.pos); q.pos < i; q.pos = quoteStarts.next(text[:i], q.pos+1) {
		switch text[q.pos] {
		case '"':
			q.straight = !q.straight
		case 0xE2:
			switch curly(text, q.pos) {
			case opening:
				q.open, q.turned = !q.turned, false
			case closing:
				q.turned = !q.open && opensWord(text, q.pos, q.pos+len(closing))
				q.open = q.turned
			case "„":
				q.low = true
			}
		}
	}
	return q
}

// quoteStarts marks what double quotation marks begin with.
var quoteStarts = newStarts(start{`"`, nil}, start{"\xE2", oneOf("\x80")})

// opensWord reports whether a mark at text[i:end] stands between a space and a
// word, as an opening one does.
func opensWord(text string, i, end int) bool {
	return end < len(text) && scan.Letter(text[end]) && (i == 0 || text[i-1] == ' ' || text[i-1] == '\n' || text[i-1] == '(')
}

// closesWord reports whether a mark at text[i:end] stands between a word and
// white space or another mark, as a closing one does.
func closesWord(text string, i, end int) bool {
	return i > 0 && (scan.Letter(text[i-1]) || scan.Digit(text[i-1]) || strings.IndexByte(",.!?", text[i-1]) >= 0) &&
		(end == len(text) || text[end] <= ' ' || strings.IndexByte(",.;:!?)", text[end]) >= 0)
}

// curly returns the double quotation mark at i, or "".
func curly(text string, i int) string {
	if len(text)-i >= len(opening) && text[i+1] == 0x80 {
		switch text[i+2] {
		case 0x9C:
			return opening
		case 0x9D:
			return closing
		case 0x9E:
			return "„"
		}
	}
	return ""
}

// open reports whether the last double quotation mark before i, in its line,
// is an opening one of English.
func (p *punctuator) open(i int) bool {
	q := p.quotes.at(p.text, i)
	return q.open && !q.low
}

// A nextQuote is the first double quotation mark of a line after an offset.
type nextQuote struct {
	from, at int
	mark     string
}

// nextQuotation returns the first double quotation mark after i in its line, and
// where it is.
func (p *punctuator) nextQuotation(i int) (mark string, at int) {
	if n := &p.next; i < n.from || i >= n.at {
		*n = nextQuote{from: i, at: i}
		for ; n.at < len(p.text) && p.text[n.at] != '\n'; n.at++ {
			if p.text[n.at] == 0xE2 {
				if n.mark = curly(p.text, n.at); n.mark == opening || n.mark == closing {
					break
				}
			}
		}
		n.at++
	}
	return p.next.mark, p.next.at - 1
}

// mark looks at a curly double quotation mark, and at a dash that no space
// stands before.
func (p *punctuator) mark(i int) (int, string) {
	text := p.text
	after := i + len(opening)
	switch {
	case strings.HasPrefix(text[i:], opening):
		if closesWord(text, i, after) && p.open(i) && p.quotes.turned && p.english.at(text, i) {
			return after, closing
		}
		if after == len(text) || text[after] <= ' ' {
			return p.openingBeforeSpace(i, after)
		}
	case strings.HasPrefix(text[i:], closing):
		if !p.open(i) && p.facesBack(i, after) && p.english.at(text, i) {
			return after, opening
		}
		// The space after a closing mark has gone: ,”she
		if after < len(text) && scan.Letter(text[after]) && i > 0 && strings.IndexByte(",.!?", text[i-1]) >= 0 &&
			p.open(i) && p.english.at(text, i) {
			return after, closing + " "
		}
	}
	return i, ""
}

// openingBeforeSpace looks at an opening quotation mark with white space or
// nothing after it.
func (p *punctuator) openingBeforeSpace(i, after int) (int, string) {
	text := p.text
	if i > 0 && strings.IndexByte(",.!?", text[i-1]) >= 0 {
		if p.open(i) && p.english.at(text, i) {
			return after, closing
		}
		return i, ""
	}
	if after+1 < len(text) && text[after] == ' ' && scan.Letter(text[after+1]) && (i == 0 || text[i-1] <= ' ' || text[i-1] == '(') &&
		p.english.at(text, i) && !p.setting().tokenized() {
		if mark, _ := p.nextQuotation(after); mark == closing {
			return after + 1, opening
		}
	}
	return i, ""
}

// bracketReach bounds how far the other bracket of a pair is looked for.
const bracketReach = 200

// bracket looks at an opening bracket that may have a space inside it. It must
// have a closing one and stand where no smiley does.
func (p *punctuator) bracket(i int) (int, string) {
	text := p.text
	if i+2 >= len(text) || text[i+1] != ' ' || text[i+2] <= ' ' || inSmiley(text[:i]) {
		return i, ""
	}
	inside := text[i+1 : min(len(text), i+bracketReach)]
	inside = inside[:nextByte(inside, 0, '\n')]
	if strings.IndexByte(inside, ')') < 0 || !opensText(inside[1:]) || !p.english.at(text, i) || p.setting().tokenized() {
		return i, ""
	}
	return i + 2, "("
}

// opensText reports whether what s begins with may stand first in brackets: a
// letter, a digit, a currency sign or an opening quotation mark.
func opensText(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Sc, r) || r == '“' || r == '‘' || r == '"'
}

// spaceBeforeBracket looks at a space before a closing bracket. It goes where
// the opening one has a space too, or where the text is long enough to show
// that it has no such habit.
func (p *punctuator) spaceBeforeBracket(i int) (int, string) {
	text := p.text
	before := text[max(0, i-bracketReach):i]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	open := strings.LastIndexByte(before, '(')
	if open < 0 || open+1 == len(before) || inSmiley(before[:open]) || !wordEndsAt(text, i) && !strings.HasSuffix(before, ".") && !endsInCurrency(before) {
		return i, ""
	}
	if s := p.setting(); before[open+1] != ' ' && s.attached < manyMarks || s.tokenized() || !p.english.at(text, i) {
		return i, ""
	}
	return i + 1, ""
}

// inSmiley reports whether a bracket after s belongs to a smiley, as in ":(".
func inSmiley(s string) bool {
	return s != "" && strings.IndexByte(":;=-8^(", s[len(s)-1]) >= 0
}

func endsInCurrency(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.Is(unicode.Sc, r)
}

// comma looks at a comma that is followed by another or by a letter.
func (p *punctuator) comma(i int) (int, string) {
	text := p.text
	if i == 0 || i+1 == len(text) {
		return i, ""
	}
	if text[i+1] == ',' {
		if wordEndsAt(text, i) && (i+2 == len(text) || text[i+2] <= ' ') {
			return i + 2, ","
		}
		return i, ""
	}
	if b := text[i+1]; b < 'a' || b > 'z' || b != 'a' && b != 'i' && asciiWordEnd(text, i+1) == i+2 || !wordBeforeMark(text, i) || !p.english.at(text, i) || p.address.at(text, i) {
		return i, ""
	}
	if s := p.setting(); p.list.at(text, i) || s.gluesCommas() ||
		s.attached < manyMarks && !p.typeset.at(text, i) && (s.commas == 0 && len(text) < shortText || !isCommon(text[i+1:])) {
		return i, ""
	}
	return i + 1, ", "
}

// isCommon reports whether s begins with one of the most common words of
// English.
func isCommon(s string) bool {
	var buf [longestWord]byte
	word := string(lower(&buf, s[:asciiWordEnd(s, 0)]))
	return linksWords(word) || englishWeight(word) > 0
}

// wordBeforeMark reports whether an ASCII letter or a closing mark stands
// before the mark at i.
func wordBeforeMark(text string, i int) bool {
	return i > 0 && (scan.Letter(text[i-1]) || text[i-1] == ')') || strings.HasSuffix(text[:i], "’")
}

// stop looks at a full stop that a comma or a capital follows.
func (p *punctuator) stop(i int) (int, string) {
	if i == 0 || i+1 == len(p.text) {
		return i, ""
	}
	switch b := p.text[i+1]; {
	case b == ' ':
		return p.stopAndComma(i)
	case 'A' <= b && b <= 'Z':
		return p.gluedSentence(i)
	}
	return i, ""
}

// stopAndComma mends a full stop and a comma before a closing quotation mark.
// The comma stays where the speaker is named next, else the full stop.
func (p *punctuator) stopAndComma(i int) (int, string) {
	text := p.text
	comma := skipSpaces(text, i+1)
	word := i
	if text[i-1] == ' ' {
		word--
	}
	if comma == len(text) || text[comma] != ',' || word == 0 || !p.english.at(text, i) {
		return i, ""
	}
	if end, s := p.stopBeforeClause(i, word, comma); end > i || !scan.Letter(text[word-1]) {
		return end, s
	}
	quote := skipSpaces(text, comma+1)
	mark := ""
	for _, m := range []string{opening, closing, `"`} {
		if strings.HasPrefix(text[quote:], m) {
			mark = m
		}
	}
	after := skipSpaces(text, quote+len(mark))
	switch {
	case mark == "":
		return i, ""
	case mark == `"`:
		if !p.quotes.at(text, i).straight {
			return i, ""
		}
	case !p.open(i):
		return i, ""
	default:
		mark = closing
	}
	stop := "."
	if namesSpeaker(text[after:]) {
		stop = ","
	}
	if abbreviated(text, i) && stop == "," {
		stop = ".,"
	}
	if after < len(text) && text[after] != '\n' {
		mark += " "
	}
	return after, stop + mark
}

// stopBeforeClause mends a full stop at i that a comma and the rest of the
// sentence follow: only an abbreviation keeps its full stop there.
func (p *punctuator) stopBeforeClause(i, word, comma int) (int, string) {
	text := p.text
	next := comma + 2
	if next >= len(text) || text[comma+1] != ' ' || text[next]-'a' >= 26 || !wordEndsAt(text, word) || p.setting().tokenized() {
		return i, ""
	}
	if abbreviated(text, i) || word == i && isAbbreviation(text[asciiWordStart(text, i):i]) {
		return comma + 1, ".,"
	}
	return comma + 1, ","
}

func skipSpaces(text string, i int) int {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	return i
}

// abbreviated reports whether the full stop at i ends an abbreviation such as
// "U.S.".
func abbreviated(text string, i int) bool {
	start := asciiWordStart(text, max(i, 0))
	return i < len(text) && i-start == 1 && text[i] == '.' && start > 0 && text[start-1] == '.'
}

// namesSpeaker reports whether s begins as the second half of a sentence that
// quotes: in lower case, or with a word of saying among the first few.
func namesSpeaker(s string) bool {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return true
	}
	var buf [longestWord]byte
	for i, words := 0, 0; i < len(s) && words < 6 && strings.IndexByte("\n.!?", s[i]) < 0; {
		end := asciiWordEnd(s, i)
		if end == i {
			i++
			continue
		}
		if attributes(string(lower(&buf, s[i:end]))) {
			return true
		}
		words++
		i = end
	}
	return false
}

// gluedSentence mends a sentence that begins right after the full stop at i.
func (p *punctuator) gluedSentence(i int) (int, string) {
	text := p.text
	if !p.sentenceFollows(i) {
		return i, ""
	}
	if asciiWordStart(text, i) == i {
		// A number or bracket, which names have before full stops too.
		if p.commonAt(i+1) && strings.IndexByte("0123456789%)", text[i-1]) >= 0 && !stopBefore(text, i) {
			return i + 1, ". "
		}
		return i, ""
	}
	if !p.sentenceEnds(i, i) {
		return i, ""
	}
	return i + 1, ". "
}

// sentenceFollows reports whether what begins right after the full stop at i is the
// first word of a sentence, and no name of a domain or program.
func (p *punctuator) sentenceFollows(i int) bool {
	text := p.text
	right := asciiWordEnd(text, i+1)
	if !isLower(text[i+2:right]) || right < len(text) && text[right] > ' ' && text[right] < utf8.RuneSelf && strings.IndexByte(",;:!?'", text[right]) < 0 {
		return false
	}
	var buf [longestWord]byte
	word := string(lower(&buf, text[i+1:right]))
	return word != "" && (len(word) > 1 || p.commonAt(i+1)) && (!isDomain(word) || goesOn(text, word, right)) && p.english.at(text, i)
}

// sentenceEnds reports whether the word that ends at end is the last of a sentence
// that the full stop ends.
func (p *punctuator) sentenceEnds(end, stop int) bool {
	text := p.text
	left := asciiWordStart(text, end)
	if end-left < 3 || !isLower(text[left+1:end]) || left > 0 && text[left-1] > ' ' && text[left-1] != '(' {
		return false
	}
	return p.commonAt(stop+1) || speakerEnds(text, left) || p.setting().attached >= manyMarks
}

// commonAt reports whether the word at i is one that any text has.
func (p *punctuator) commonAt(i int) bool { return isCommon(p.text[i:]) }

// stopBefore reports whether there is a full stop before i in its word.
func stopBefore(text string, i int) bool {
	for start := max(0, i-longestWord); i > start && text[i-1] > ' '; i-- {
		if text[i-1] == '.' {
			return true
		}
	}
	return false
}

// goesOn reports whether a word that is the end of an internet name too, with
// text[i:] after it, begins a sentence: "It was", "In the".
func goesOn(text, word string, i int) bool {
	if i+1 >= len(text) || text[i] != ' ' {
		return false
	}
	var buf [longestWord]byte
	next := string(lower(&buf, text[i+1:asciiWordEnd(text, i+1)]))
	switch word {
	case "it":
		switch next {
		case "is", "was", "has", "had", "will", "would", "can", "could", "may", "might", "also", "did", "does", "should", "takes", "took", "came", "comes", "seems":
			return true
		}
	case "in":
		switch next {
		case "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "some", "all", "both", "each", "other":
			return text[i+1] >= 'a'
		}
		return scan.Digit(text[i+1])
	}
	return false
}

// speakerEnds reports whether the word at i is the name of someone who speaks,
// after which a sentence may begin with any word. Elsewhere it takes one that
// is common, or a text that is long enough to be prose: "report.Final" and
// "strings.Builder" are names.
func speakerEnds(text string, i int) bool {
	if i < 2 || text[i-1] != ' ' || text[i] > 'Z' {
		return false
	}
	var buf [longestWord]byte
	return attributes(string(lower(&buf, text[asciiWordStart(text, i-1):i-1])))
}

func isLower(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// dash looks at the hyphen or dash at d, which has a space before it when
// d > i, and mends it where it is the hyphen of a compound.
func (p *punctuator) dash(i, d int) (int, string) {
	text := p.text
	_, n := utf8.DecodeRuneInString(text[d:])
	right := d + n
	spaced := right < len(text) && text[right] == ' '
	if spaced {
		right++
	}
	if d == i && (!spaced || text[d] != '-') || right == len(text) || !scan.Letter(text[right]) {
		return i, ""
	}
	var first, second [longestWord]byte
	end := asciiWordEnd(text, right)
	start := asciiWordStart(text, i)
	head, tail := string(lower(&first, text[start:i])), string(lower(&second, text[right:end]))
	dashed := start > 0 && text[start-1] == '-' && (start == 1 || text[start-2] <= ' ')
	if len(tail) == 0 || dashed || len(head) > 0 && behindLetter(text, start) {
		return i, ""
	}
	joins := false
	switch {
	case start > 0 && len(head) == 0 && scan.Digit(text[start-1]):
		joins = unitOfAge(tail) && ageFollows(text, end) ||
			d == i && isMeasure(tail) && nounFollows(text, end, false)
	case unitOfAge(tail):
	case tail == "old":
		joins = unitOfAge(head) && (d == i || numberBefore(text, start))
	case isPair(head, tail):
		joins = text[right] >= 'a' &&
			(d == i || introduced(text, start) && tail != "long" && nounFollows(text, end, false))
	case len(head) < 2 && !abbreviated(text, start-1) || linksWords(head):
	case d == i && beginsCompound(head):
		joins = !linksWords(tail)
	case d == i && text[right] < 'a':
		joins = endsAdjective(tail) || start < i && text[start] < 'a' && relatesNames(nextWordAfter(text, end))
	case d == i:
		joins = endsAdjective(tail)
	case text[right] < 'a' || !nounFollows(text, end, len(head) == 0 || text[start] < 'a'):
	case spaced:
		joins = isCompound(head, tail) || text[start] < 'a' && isCompound("NAME", tail)
	default: // no dash has a space on one side alone
		joins = endsAdjective(tail) && !standsAlone(tail)
	}
	if !joins || !p.english.at(text, i) {
		return i, ""
	}
	return right, "-"
}

// behindLetter reports whether what stands before i is outside ASCII and no
// quotation mark, so that a word that seems to begin there does not.
func behindLetter(text string, i int) bool {
	return i > 0 && text[i-1] >= utf8.RuneSelf && !strings.HasSuffix(text[:i], opening) && !strings.HasSuffix(text[:i], "’")
}

// numberBefore reports whether a number and a hyphen or dash stand before i, as in
// "18 - year - old".
func numberBefore(text string, i int) bool {
	before := strings.TrimRight(text[max(0, i-longestWord):i], " ")
	for _, dash := range []string{"-", "–", "—"} {
		if rest, ok := strings.CutSuffix(before, dash); ok {
			glued := len(rest) > 0 && scan.Letter(rest[len(rest)-1]) // eighteen-year - old
			rest = strings.TrimRight(rest, " ")
			return rest != "" && (glued || scan.Digit(rest[len(rest)-1]))
		}
	}
	return false
}

// introduced reports whether the word before the one at i leads to an adjective and
// a noun.
func introduced(text string, i int) bool {
	if i < 2 || text[i-1] != ' ' {
		return i == 0
	}
	var buf [longestWord]byte
	return introduces(string(lower(&buf, text[asciiWordStart(text, i-1):i-1])))
}

// nounFollows reports whether the word after text[:i] may be the noun to which
// a compound adjective belongs. It may be a name only after another name.
func nounFollows(text string, i int, name bool) bool {
	if i+1 >= len(text) || text[i] != ' ' || !scan.Letter(text[i+1]) || text[i+1] < 'a' && !name {
		return false
	}
	var buf [longestWord]byte
	end := asciiWordEnd(text, i+1)
	next := text[i+1 : end]
	return !strings.HasSuffix(next, "ly") && !linksWords(string(lower(&buf, next))) && !strings.HasPrefix(text[end:], " by ")
}

// nextWordAfter returns the ASCII word after the space at i.
func nextWordAfter(text string, i int) string {
	if i == len(text) || text[i] != ' ' {
		return ""
	}
	return text[i+1 : asciiWordEnd(text, i+1)]
}

// ageFollows reports whether "old" comes next, after a hyphen.
func ageFollows(text string, i int) bool {
	rest := strings.TrimLeft(text[i:min(len(text), i+12)], " ")
	for _, dash := range []string{"-", "–", "—"} {
		if after, ok := strings.CutPrefix(rest, dash); ok {
			return strings.HasPrefix(strings.TrimLeft(after, " "), "old")
		}
	}
	return false
}
