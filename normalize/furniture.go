package normalize

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// Furniture is the step that removes what a news page puts around an article:
//
//   - the name of the site or section after the title ("… | World news",
//     "… - The Daily Example"), in the first line only, if it is known for one;
//   - lines that ask to share, comment, subscribe or read on, that announce
//     related stories, advertisements or cookies, or claim copyright;
//   - the agency's sign-off at the end ("— Bernama", "(Reporting by …)",
//     "With inputs from agencies", "-30-");
//   - picture links that come with embedded posts ("pic.twitter.com/…").
//
// A line goes only as a whole and only if all of it is furniture; nothing is
// taken out of the middle of prose but picture links. A line that might also
// be a heading, such as "Comments" or "Facebook", goes only next to another
// line of furniture or, set apart by a blank line, at the end. A text of a
// single line is left alone, and so is one that would have nothing left.
// Datelines and bylines stay; a story that is glued to its dateline, as in
// "(CNN)Ann Lee", gets a space. The blank lines that stood around a removed line
// are brought down to one.
//
// Changes are named "furniture". The phrases are those of English, Spanish, French, German,
// Portuguese, Italian and Dutch; titles and sign-offs are looked at in English alone.
type Furniture struct{}

// Name returns "furniture".
func (Furniture) Name() string { return "furniture" }

// Edits proposes the removal of each piece of furniture.
func (Furniture) Edits(text string, emit func(start, end int, replacement string)) {
	f := furnitureScan{text: text, emit: emit}
	f.run()
}

// A furnitureScan goes through the lines of a text. Removals wait until a line
// that stays shows whether they are at the end.
type furnitureScan struct {
	text string
	emit func(start, end int, replacement string)
	pics bool // there are picture links
	kept int  // the end of the last line that stays, 0 before it
	any  bool // a line that stays has been seen
	pending
}

// Pending is what has been seen since the last line that stays, but for blank
// lines: sign-offs, then furniture.
type pending struct {
	signed int // the end of the last sign-off, 0 without one
	strong int // lines that are furniture anywhere
	weak   int // lines that may be headings
	start  int // of the first weak line
}

// The kinds of lines.
const (
	prose = iota
	weak
	strong
	signOff
)

// longestFurniture is the length in bytes beyond which a line is prose.
const longestFurniture = 240

func (f *furnitureScan) run() {
	text := f.text
	f.pics = hasPictures(text)
	if strings.IndexByte(strings.Trim(text, "\r\n\t "), '\n') < 0 {
		f.dateline(0, len(text))
		f.pictures(0, len(text))
		return
	}
	for start := 0; start < len(text); {
		end := nextByte(text, start, '\n')
		f.line(start, end)
		start = end + 1
	}
	f.finish()
}

func (f *furnitureScan) line(start, end int) {
	line := f.text[start:end]
	kind := prose
	if len(line) <= longestFurniture {
		if line = trimBlank(line); line == "" {
			return
		}
		if kind = kindOfLine(line); kind != prose && f.needed(start, end, line, kind) {
			kind = prose
		}
	}
	if kind == signOff && f.weak+f.strong > 0 {
		f.flush(start)
	}
	switch {
	case kind == strong:
		f.strong++
	case kind == weak:
		if f.weak++; f.weak == 1 {
			f.start = start
		}
	case kind == signOff && f.any:
		f.signed = end
	default:
		f.flush(start)
		f.keep(start, end)
	}
}

// trimBlank is strings.Trim for spaces, tabs and carriage returns, which most
// lines have none of.
func trimBlank(s string) string {
	blank := func(b byte) bool { return b == ' ' || b == '\t' || b == '\r' }
	for s != "" && blank(s[0]) {
		s = s[1:]
	}
	for s != "" && blank(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// flush deals with what was pending when a line that stays begins at start.
func (f *furnitureScan) flush(start int) {
	if f.signed > 0 {
		f.kept = f.signed
	}
	if f.strong > 0 || f.weak > 1 && !f.introduced() {
		f.emit(f.kept, start, gapBetween(f.text[f.kept:start], f.any))
		f.kept = start
	} else if f.weak == 1 {
		f.any = true
	}
	f.pending = pending{}
}

// introduced reports whether the last line that stays announces a list.
func (f *furnitureScan) introduced() bool { return f.kept > 0 && f.text[f.kept-1] == ':' }

// keep takes from a line that stays the parts of it that are furniture.
func (f *furnitureScan) keep(start, end int) {
	body := end
	if !f.any {
		body = start + titleEnd(f.text, start, end)
	}
	f.dateline(start, body)
	f.pictures(start, body)
	if body < end {
		f.emit(body, end, "")
	}
	f.kept, f.any = end, true
}

// finish removes what is pending at the end of the text.
func (f *furnitureScan) finish() {
	text := f.text
	if !f.any || f.signed+f.strong+f.weak == 0 {
		return
	}
	if f.signed+f.strong == 0 && (f.introduced() || f.weak == 1 && !strings.Contains(text[f.kept:f.start], "\n\n")) {
		return
	}
	last := ""
	if text[len(text)-1] == '\n' {
		last = "\n"
	}
	f.emit(f.kept, len(text), last)
}

// gapBetween returns what stands between two lines when the furniture between
// them is gone: the larger of the gaps that were there, at most a blank line.
func gapBetween(between string, any bool) string {
	switch {
	case !any:
		return ""
	case strings.Contains(strings.ReplaceAll(between, "\r", ""), "\n\n"):
		return "\n\n"
	}
	return "\n"
}

const pictureLink = "pic.twitter.com/"

// hasPictures reports whether there is a picture link in text. Slashes are
// rarer than any other byte of it.
func hasPictures(text string) bool {
	for i := nextByte(text, 0, '/'); i < len(text); i = nextByte(text, i+1, '/') {
		if strings.HasSuffix(text[:i+1], pictureLink) {
			return true
		}
	}
	return false
}

// pictures removes picture links from a line.
func (f *furnitureScan) pictures(start, end int) {
	if !f.pics {
		return
	}
	done := start
	for i := start; ; {
		at := strings.Index(f.text[i:end], pictureLink)
		if at < 0 {
			return
		}
		from := i + at
		i = from + len(pictureLink)
		for i < end && (scan.Letter(f.text[i]) || scan.Digit(f.text[i])) {
			i++
		}
		if i == from+len(pictureLink) || from > start && (scan.Letter(f.text[from-1]) || f.text[from-1] == '/' || f.text[from-1] == '.') {
			continue
		}
		to := i
		if from > done && f.text[from-1] == ' ' {
			from--
		} else if to < end && f.text[to] == ' ' {
			to++
		}
		f.emit(from, to, "")
		done = to
	}
}

// longestPhrase is more than the length of any line in the lists.
const longestPhrase = 96

// kindOfLine says what a line is.
func kindOfLine(line string) int {
	if isSignOff(line) {
		return signOff
	}
	bare := line
	if !scan.Letter(line[0]) {
		bare = trimMarksLeft(line)
	}
	opener, opens := openerOf(bare)
	text := trimMarksRight(bare)
	if !opens && (len(line) > longestPhrase || !mayBePage(text)) && !reservesRights(line) {
		return prose
	}
	var buf [longestFurniture]byte
	s := foldPhrase(appendLower(buf[:0], text))
	switch {
	case len(s) == 0 || line[0] >= 'a' && line[0] <= 'z' && bytes.IndexByte(s, ' ') < 0:
		return prose // a word of someone's own
	case opens && opener.holds(bare, s, strings.HasSuffix(line, ".")), isPageLine(s), furnitureCount(s) && !endsSentence(line),
		reservesRights(line), isRow(s), followsName(bare):
		return strong
	case isPageWord(s):
		if pointsOn(line) {
			return strong
		}
		return weak
	}
	return prose
}

// mayBePage reports whether a line may be one of those that are known as a whole, a count, a
// row of buttons, or ask to follow someone: quickly, as most are not.
func mayBePage(line string) bool {
	if line == "" {
		return false
	}
	if !scan.Letter(line[0]) {
		r, _ := utf8.DecodeRuneInString(line)
		return mayBeginPage.has(foldRune(r))
	}
	if len(line) < len(pageLengths) && pageLengths[len(line)]>>(line[0]&31)&1 != 0 && startsPage(line) {
		return true
	}
	var buf [longestWord]byte
	end := asciiWordEnd(line, 0)
	if end < len(line) && line[end] == '-' {
		return true
	}
	first := string(lower(&buf, line[:end]))
	return first == "follow" || isButton(first) || isCounted(first)
}

// mayBeginPage holds what these lines may begin with, in small letters, but for the letters of English.
var mayBeginPage = newRuneSet(pageFirsts + rowMarks + "0123456789")

// rowMarks may stand between buttons.
const rowMarks = " |/:·•"

// isRow reports whether s is a row of buttons: three of them or more, or two
// with a bar between.
func isRow(s []byte) bool {
	n, bar := 0, false
	for len(s) > 0 {
		end := 0
		for end < len(s) && (s[end]-'a' < 26 || s[end] == '-') {
			end++
		}
		if end > 0 && !isButton(string(s[:end])) {
			return false
		}
		if end > 0 {
			n++
		}
		s = s[end:]
		if len(s) == 0 {
			break
		}
		r, size := utf8.DecodeRune(s)
		if !strings.ContainsRune(rowMarks, r) {
			return false
		}
		bar = bar || r != ' '
		s = s[size:]
	}
	return n > 2 || n == 2 && bar
}

// followsName reports whether a line asks to follow someone, by name and
// nothing else, on a network.
func followsName(line string) bool {
	rest, ok := strings.CutPrefix(line, "Follow ")
	if !ok {
		return false
	}
	name, network, ok := cutLast(rest, " on ")
	if !ok || !isButton(strings.ToLower(network)) {
		return false
	}
	for word := range strings.FieldsSeq(name) {
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) && r != '@' {
			return false
		}
	}
	return true
}

// cutLast is [strings.Cut] around the last sep.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// reservesRights reports whether a line ends by saying that someone has the rights.
func reservesRights(line string) bool {
	for line != "" && (line[len(line)-1] == '.' || line[len(line)-1] == ' ') {
		line = line[:len(line)-1]
	}
	if line == "" || !endsRights[line[len(line)-1]] {
		return false
	}
	for _, end := range rightsEnds {
		if from := len(line) - len(end); from >= 0 && scan.HasPrefixFold(line[from:], end) {
			return true
		}
	}
	return false
}

// endsRights marks the last bytes of rightsEnds.
var endsRights = func() (t [256]bool) {
	for _, end := range rightsEnds {
		b := end[len(end)-1]
		t[b], t[b&^0x20] = true, true
	}
	return t
}()

// lineMarks may stand around a line of furniture.
const lineMarks = " .:…!*-–—|>»›→<«‹←[]()•+"

// lineMark holds all of them.
var lineMark = newRuneSet(lineMarks)

// isLineMark holds the marks of ASCII that may stand around a line of furniture.
var isLineMark = func() (t [utf8.RuneSelf]bool) {
	for _, r := range lineMarks {
		if r < utf8.RuneSelf {
			t[r] = true
		}
	}
	return t
}()

// trimMarksLeft and trimMarksRight take the marks from an end of a line.
func trimMarksLeft(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			if r, _ := utf8.DecodeRuneInString(s[i:]); !lineMark.has(r) {
				return s[i:]
			}
			return strings.TrimLeft(s[i:], lineMarks)
		}
		if !isLineMark[s[i]] {
			return s[i:]
		}
	}
	return ""
}

func trimMarksRight(s string) string {
	for n := len(s); n > 0; n-- {
		if s[n-1] >= utf8.RuneSelf {
			return strings.TrimRight(s[:n], lineMarks)
		}
		if !isLineMark[s[n-1]] {
			return s[:n]
		}
	}
	return ""
}

// appendLower appends s to dst with its ASCII letters in lower case.
func appendLower(dst []byte, s string) []byte {
	dst = append(dst, s...)
	for i, b := range dst[len(dst)-len(s):] {
		if b-'A' < 26 {
			dst[len(dst)-len(s)+i] = b | 0x20
		}
	}
	return dst
}

// foldPhrase brings what is in lower case to the form in which the lists of phrases have it: with the
// letters of Latin-1 in lower case too, plain spaces and straight apostrophes.
func foldPhrase(s []byte) []byte {
	from := 0
	for from < len(s) && s[from] < utf8.RuneSelf {
		from++
	}
	dst := s[:from]
	for i := from; i < len(s); {
		if s[i] < utf8.RuneSelf {
			dst = append(dst, s[i])
			i++
			continue
		}
		r, n := utf8.DecodeRune(s[i:])
		if fold := foldRune(r); fold != r {
			dst = utf8.AppendRune(dst, fold)
		} else {
			dst = append(dst, s[i:i+n]...)
		}
		i += n
	}
	return dst // no longer than s, whose bytes it takes
}

// foldRune brings one rune that is not of ASCII to that form.
func foldRune(r rune) rune {
	switch {
	case r == '’':
		return '\''
	case r == '\u00a0' || r == '\u202f':
		return ' '
	case 'À' <= r && r <= 'Þ' && r != '×':
		return r | 0x20
	}
	return r
}

// pointsOn reports whether a line begins or ends with an arrow.
func pointsOn(line string) bool {
	for _, arrow := range []string{">", "»", "›", "→"} {
		if strings.HasSuffix(line, arrow) {
			return true
		}
	}
	for _, arrow := range []string{"<", "«", "‹", "←"} {
		if strings.HasPrefix(line, arrow) {
			return true
		}
	}
	return false
}

// furnitureCount reports whether s is a count of comments or the like.
func furnitureCount(s []byte) bool {
	number, what, ok := bytes.Cut(s, []byte(" "))
	if ok && len(number) > 0 && number[0]-'0' >= 10 {
		number, what = what, bytes.TrimRight(number, ":")
		if !isCounted(string(what)) {
			return false
		}
		number = bytes.Trim(number, "(): ")
	}
	return ok && isCounted(string(what)) && len(number) > 0 && len(bytes.Trim(number, "0123456789,.k")) == 0
}
