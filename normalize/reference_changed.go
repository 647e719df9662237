package normalize

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// References that other programs have changed: without their ampersand, in
// capitals, in pieces, and those of wires.

// The details of their changes.
const (
	detailNoAmpersand = "no ampersand"
	detailCapitals    = "capitals"
	detailPieces      = "pieces"
	detailWire        = "wire"
)

// A namedMark is a character that references name.
type namedMark struct {
	name, mark string
	side       side
	alone      bool // the name is no word, and means the character wherever a semicolon follows it
}

// A side says what a character belongs to, and so which space beside it was not
// written.
type side uint8

const (
	sideNone  side = iota
	sideLeft       // what stands before it
	sideRight      // what stands after it
	sideQuote      // that of a quotation mark that faces both ways
	sideTail       // what stands before it, if the end of a contraction or nothing follows
	sideDash       // what follows it, or neither
)

// namedMarks are the references that are mended without their ampersand or in
// capitals, but for letters. Those that are words as well want their neighbours
// to speak for them.
var namedMarks = [...]namedMark{
	{"quot", `"`, sideQuote, true},
	{"apos", "'", sideTail, true},
	{"rsquo", "’", sideLeft, true},
	{"lsquo", "‘", sideRight, true},
	{"rdquo", "”", sideLeft, true},
	{"ldquo", "“", sideRight, true},
	{"sbquo", "‚", sideRight, true},
	{"bdquo", "„", sideRight, true},
	{"laquo", "«", sideNone, true},
	{"raquo", "»", sideNone, true},
	{"lsaquo", "‹", sideNone, true},
	{"rsaquo", "›", sideNone, true},
	{"ndash", "–", sideDash, true},
	{"mdash", "—", sideDash, true},
	{"hellip", "…", sideNone, true},
	{"nbsp", "\u00a0", sideNone, true},
	{"lt", "<", sideNone, true},
	{"gt", ">", sideNone, true},
	{"amp", "&", sideNone, false},
	{"pound", "£", sideNone, false},
	{"euro", "€", sideNone, false},
	{"copy", "©", sideNone, false},
	{"reg", "®", sideLeft, false},
	{"trade", "™", sideLeft, false},
	{"deg", "°", sideLeft, false},
	{"middot", "·", sideNone, true},
	{"bull", "•", sideNone, false},
	{"iquest", "¿", sideRight, true},
	{"iexcl", "¡", sideRight, true},
}

// numberedMarks are the characters besides letters and those of namedMarks that
// a number without its ampersand may stand for.
const numberedMarks = "$%@£¥§½¼¾×²³ºª"

// wireMarks are the marks of typesetting in the files of wires.
var wireMarks = [...]struct{ name, s string }{
	{"MD", "—"}, {"UR", ""}, {"LR", ""}, {"QL", ""}, {"QC", ""}, {"QR", ""}, {"TR", ""}, {"TL", ""}, {"UL", ""}, {"LL", ""},
}

// accents are how the names of letters end.
var accents = [...]string{"acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "slash", "caron", "lig", "horn"}

// marksByName holds namedMarks by their names, with those of letters.
var marksByName = func() map[string]namedMark {
	all := map[string]namedMark{}
	for _, m := range namedMarks {
		all[m.name] = m
	}
	bases := []string{"ae", "oe", "sz", "AE", "OE"}
	for b := 'a'; b <= 'z'; b++ {
		bases = append(bases, string(b), string(unicode.ToUpper(b)))
	}
	for _, accent := range accents {
		for _, base := range bases {
			name := base + accent
			if letter := html.UnescapeString("&" + name + ";"); utf8.RuneCountInString(letter) == 1 {
				all[name] = namedMark{name, letter, sideLeft, true}
			}
		}
	}
	return all
}()

// longestMark and shortestMark bound the lengths of their names.
const (
	shortestMark = len("lt")
	longestMark  = len("ccedil") + 1
)

// endsMark marks the two last letters of their names, as the number of the first
// times 32 and that of the second.
var endsMark = func() (t [32 * 32]bool) {
	for name := range marksByName {
		t[endOf(name[len(name)-2], name[len(name)-1])] = true
	}
	return t
}()

func endOf(a, b byte) int { return int(a&0x1F)<<5 | int(b&0x1F) }

// markNamed finds a character by the name of its reference.
func markNamed(name string) (namedMark, bool) {
	m, ok := marksByName[name]
	return m, ok
}

// markNumbered finds a character by the digits of its reference.
func markNumbered(digits string) (namedMark, bool) {
	end, s, ok := numericReference(digits+";", 0)
	if !ok || end != len(digits)+1 {
		return namedMark{}, false
	}
	for _, m := range namedMarks {
		if m.mark == s {
			m.alone = false
			return m, true
		}
	}
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case strings.Contains(numberedMarks, s):
		return namedMark{digits, s, sideNone, false}, true
	case 0xC0 <= r && r < 0x0180 && unicode.IsLetter(r):
		return namedMark{digits, s, sideLeft, false}, true
	}
	return namedMark{}, false
}

// casedReference decodes a reference whose name has been put in capitals or
// given one, at text[i] == '&', and those of wires.
func casedReference(text string, i int) (m mend, ok bool) {
	end := i + 1
	for end < len(text) && end-i <= maxName && scan.Letter(text[end]) {
		end++
	}
	name := text[i+1 : end]
	if len(name) < 2 || name[0]-'A' >= 26 || end == len(text) || text[end] != ';' {
		return m, false
	}
	for _, mark := range wireMarks {
		if mark.name == name {
			return wireMark(text, i, end+1, mark.s)
		}
	}
	mark, found := markNamed(strings.ToLower(name))
	if !found {
		return m, false
	}
	s := mark.mark
	if name[1]-'A' < 26 { // not only the first
		s = strings.ToUpper(s)
	}
	return mend{i, end + 1, s, detailCapitals}, true
}

// wireMark takes a mark of typesetting, text[start:end], out of the text with a
// space beside it, or puts in what it stands for.
func wireMark(text string, start, end int, s string) (mend, bool) {
	if start > 0 && text[start-1] > ' ' {
		return mend{}, false // R&QC
	}
	switch {
	case s != "":
	case end < len(text) && text[end] == ' ':
		end++
	case start > 0 && text[start-1] == ' ':
		start--
	}
	return mend{start, end, s, detailWire}, true
}

// piecedReference decodes a reference that spaces have been put into, as
// programs do that set words and marks apart.
func piecedReference(text string, i int) (mend, bool) {
	at := i + 1
	spaces := 0
	space := func() {
		if at < len(text) && text[at] == ' ' {
			at++
			spaces++
		}
	}
	space()
	numeric := at < len(text) && text[at] == '#'
	if numeric {
		at++
		space()
	}
	from := at
	for at < len(text) && at-from < maxName && (scan.Letter(text[at]) || scan.Digit(text[at])) {
		at++
	}
	body := text[from:at]
	space()
	if body == "" || spaces == 0 || at == len(text) || text[at] != ';' {
		return mend{}, false
	}
	mark, ok := markNamed(body)
	if numeric {
		mark, ok = markNumbered(body)
	}
	if !ok {
		return mend{}, false
	}
	start, end := i, at+1
	attached := func(next int) bool { return next == len(text) || endsContraction(text[next:]) }
	switch next := skipSpaces(text, end); mark.side {
	case sideLeft, sideTail:
		elided := start > 1 && text[start-1] == ' ' && scan.Letter(text[start-2]) && (start == 2 || text[start-3] == ' ')
		if unicode.IsLetter(firstRune(mark.mark)) || attached(next) || elided {
			end = next
		}
		start = spacesBefore(text, start)
	case sideRight:
		end = next
	}
	return mend{start, end, mark.mark, detailPieces}, true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// spacesBefore returns the start of the spaces before i that something stands
// before on its line, or i.
func spacesBefore(text string, i int) int {
	start := i
	for start > 0 && text[start-1] == ' ' {
		start--
	}
	if start == 0 || text[start-1] == '\n' {
		return i
	}
	return start
}

// endsContraction reports whether s begins with what follows the apostrophe of
// an English word: "s", "t", "re" …
func endsContraction(s string) bool {
	end := asciiWordEnd(s, 0)
	if end == 0 || end > 2 || end < len(s) && !scan.EndsWord(s, end) {
		return false
	}
	var buf [longestWord]byte
	return isContractionEnd(string(lower(&buf, s[:end])))
}

// withoutAmpersand decodes a reference that lost its ampersand, and ends with
// the semicolon at i.
func (r *referencer) withoutAmpersand(i int) (mend, bool) {
	start, mark, ok := lostReference(r.text, i)
	if !ok {
		return mend{}, false
	}
	sure := mark.alone || speaksForItself(r.text, start, i+1, mark) || !needsDigit(mark.mark) && r.certain.at(r.text, i)
	if !sure || r.address.at(r.text, i) && !spaceBefore(r.text, start) {
		return mend{}, false
	}
	return mend{dropSpace(r.text, start, i+1, mark), i + 1, mark.mark, detailNoAmpersand}, true
}

// needsDigit reports whether a mark is only told from the word that names it by
// the number that follows.
func needsDigit(mark string) bool { return mark == "£" || mark == "€" || mark == "©" }

func spaceBefore(text string, i int) bool { return i == 0 || text[i-1] <= ' ' }

// lostReference finds the name or number that ends before the semicolon at i and
// has no ampersand before it.
func lostReference(text string, i int) (start int, mark namedMark, ok bool) {
	if i == 0 || !scan.Digit(text[i-1]) && (i == 1 || !endsMark[endOf(text[i-2], text[i-1])] && !isHexDigit(text[i-1])) {
		return i, mark, false
	}
	from := i
	for from > 0 && i-from < maxLost && (scan.Letter(text[from-1]) || scan.Digit(text[from-1])) {
		from--
	}
	if from == i {
		return i, mark, false
	}
	if from > 0 && text[from-1] == '#' {
		if from > 1 && (text[from-2] == '&' || text[from-2] == '#') {
			return i, mark, false
		}
		mark, ok = markNumbered(text[from:i])
		return from - 1, mark, ok
	}
	if i-from < shortestMark || from > 0 && text[from-1] == '&' || !endsMark[endOf(text[i-2], text[i-1])] {
		return i, mark, false
	}
	whole := scan.StartsWord(text, from)
	for start = max(from, i-longestMark); i-start >= shortestMark; start++ {
		if mark, ok = markNamed(text[start:i]); ok {
			return start, mark, start == from && whole || gluesTo(text, start, i, mark)
		}
	}
	return i, mark, false
}

// maxLost is longer than the longest of the names that are looked for, so that
// a word before one can be told.
const maxLost = 24

// gluesTo reports whether the name text[start:end] may have letters before it
// that are not part of it: "firmrsquo;s", "Samp;P".
func gluesTo(text string, start, end int, mark namedMark) bool {
	switch mark.name {
	case "lt", "gt", "middot":
		return false
	case "amp":
		return text[start-1]-'A' < 26 && (start < 2 || !scan.Letter(text[start-2]) || text[start-2]-'A' < 26) &&
			end+1 < len(text) && text[end+1]-'A' < 26
	}
	return mark.alone
}

// speaksForItself reports whether what stands beside text[start:end], a number
// or a name that is also a word, shows that it was a reference.
func speaksForItself(text string, start, end int, mark namedMark) bool {
	next, before := byte(' '), byte(' ')
	if end < len(text) {
		next = text[end]
	}
	if start > 0 {
		before = text[start-1]
	}
	glued := scan.Letter(next) || scan.Digit(next)
	switch mark.mark {
	case "&":
		return glued || startsCapital(text, end) && endsCapitalized(text, start)
	case "£", "€", "¥", "$":
		return scan.Digit(next)
	case "©":
		return startsWithYear(text[end:])
	case "'", "’":
		return glued || scan.Letter(before) || before == ' ' && start > 1 && text[start-2] == 's' && next == ' ' && startsSmall(text, end)
	case "•":
		return false
	}
	if text[start] != '#' {
		return scan.Digit(next)
	}
	return glued || scan.Letter(before) || strings.IndexByte(",.!?", next) >= 0 && next != 0 || isNumbered(text[start+1:end-1])
}

// isNumbered reports whether the digits of a reference are too many for the
// number of anything else: "8217", "x2019".
func isNumbered(digits string) bool { return len(digits) > 3 }

// startsCapital reports whether a word with a capital follows the space at i.
func startsCapital(text string, i int) bool {
	return i+1 < len(text) && text[i] == ' ' && text[i+1]-'A' < 26
}

// startsSmall reports whether a word in small letters that is none of those
// that join clauses follows the space at i.
func startsSmall(text string, i int) bool {
	return i+1 < len(text) && text[i] == ' ' && text[i+1]-'a' < 26 && !linksWords(text[i+1:asciiWordEnd(text, i+1)])
}

// endsCapitalized reports whether the word before the space before i has a capital.
func endsCapitalized(text string, i int) bool {
	return i > 1 && text[i-1] == ' ' && text[tokenStart(text, i-1)]-'A' < 26
}

// dropSpace returns where the edit begins that puts the mark in the place of
// text[start:end]: at the space before it if that is what became of the
// ampersand, or of none.
func dropSpace(text string, start, end int, mark namedMark) int {
	before := spacesBefore(text, start)
	if start > 0 && before == start && text[start-1] == ' ' && (start == 1 || text[start-2] == '\n') {
		return start - 1 // of a line
	}
	if start-before != 1 {
		if start-before == 2 {
			return start - 1 // one was written
		}
		return start
	}
	open := end < len(text) && (scan.Letter(text[end]) || scan.Digit(text[end]) || text[end] >= utf8.RuneSelf || strings.IndexByte("$'([", text[end]) >= 0)
	switch mark.side {
	case sideLeft:
		letter := unicode.IsLetter(firstRune(mark.mark))
		if !letter || !open || !isWord(text[asciiWordStart(text, before):before]) {
			return before
		}
	case sideQuote:
		if !open {
			return before
		}
	case sideTail:
		elided := before > 0 && scan.Letter(text[before-1]) && (before == 1 || text[before-2] == ' ')
		if !open || elided || endsContraction(text[end:]) {
			return before
		}
	case sideDash:
		if open {
			return before
		}
	}
	if mark.mark == "&" && open && text[before-1]-'A' < 26 {
		return before // AT amp;T
	}
	return start
}

// hasCertainReference reports whether a line has a reference without its
// ampersand that can be nothing else.
func hasCertainReference(line string) bool {
	for i := nextByte(line, 0, ';'); i < len(line); i = nextByte(line, i+1, ';') {
		start, mark, ok := lostReference(line, i)
		if ok && (mark.alone || speaksForItself(line, start, i+1, mark)) {
			return true
		}
	}
	return false
}
