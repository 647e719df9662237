package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// Residue is the step that takes out what the programs and wires that a text
// went through wrote into it, where it is not the code of a character:
//
//	doubled    ""so"" and it''s, as tables and databases quote
//	wire       ``so'' of news wires, " _ " for a dash
//	cut        [+4047 chars], where an archive cut the text
//	shortcode  [caption id="1"]…[/caption] of WordPress
//
// The marks of wires are mended where they come in pairs, and the dashes in
// English after the dateline of an agency or between two that belong together.
// Changes are named "residue"; their detail is the kind.
type Residue struct{}

// Name returns "residue".
func (Residue) Name() string { return "residue" }

// Edits proposes what was meant for each piece of residue.
func (x Residue) Edits(text string, emit func(start, end int, replacement string)) {
	x.Explain(text, func(start, end int, replacement, _ string) { emit(start, end, replacement) })
}

// Explain proposes the same edits as Edits, and says of which kind each is.
func (Residue) Explain(text string, emit func(start, end int, replacement, detail string)) {
	r := newResidueScan(text)
	for i := residueStarts.next(text, 0); i < len(text); i = residueStarts.next(text, i) {
		if m, ok := r.at(i); ok {
			emit(m.start, m.end, m.s, m.detail)
			i = max(m.end, i+1)
		} else {
			i++
		}
	}
}

// residueStarts marks what residue begins with. A single quotation mark may enclose a field.
var residueStarts = newStarts(
	start{`"`, nil}, start{"[", func(b byte) bool { return beginsResidue('[', b) }}, start{"`", oneOf("`")}, start{"'", oneOf("'")}, start{"_", oneOf(" ")},
)

// beginsResidue reports whether residue may begin at the second of two bytes.
func beginsResidue(a, b byte) bool {
	switch a {
	case '[':
		return b == '+' || b == '/' || scan.Letter(b)
	case '"', '`', '\'':
		return b == a
	case '_':
		return b == ' '
	}
	return false
}

const (
	residueDoubled   = "doubled"
	residueWire      = "wire"
	residueCut       = "cut"
	residueShortcode = "shortcode"
)

// A residueScan looks at single places of a text.
type residueScan struct {
	text                     string
	doubled, field, english  lineCache
	wire, apostrophes        lineCache
	dashes                   lineCache
	datelineKnown, datelined bool
}

func newResidueScan(text string) residueScan {
	return residueScan{
		text:        text,
		doubled:     lineCache{of: hasDoubledQuotes},
		field:       lineCache{of: isField},
		english:     lineCache{of: isEnglish},
		wire:        lineCache{of: hasWireQuotes},
		apostrophes: lineCache{of: hasDoubledApostrophes},
		dashes:      lineCache{of: hasWireDashes},
	}
}

// at looks at what may begin a piece of residue at i.
func (r *residueScan) at(i int) (m mend, ok bool) {
	switch text := r.text; text[i] {
	case '[':
		if end := cutMark(text, i); end > i {
			return mend{spacesBefore(text, i), end, "", residueCut}, true
		}
		return shortcode(text, i)
	case '"':
		return r.quotes(i)
	case '`', '\'':
		return r.marks(i)
	case '_':
		return r.dash(i)
	}
	return m, false
}

// runEnd returns the end of the run of the byte that stands at i.
func runEnd(text string, i int) int {
	end := i + 1
	for end < len(text) && text[end] == text[i] {
		end++
	}
	return end
}

// quotes looks at straight double quotation marks at i: in a field of a table,
// which they enclose, each one inside is written twice.
func (r *residueScan) quotes(i int) (m mend, ok bool) {
	text := r.text
	if i > 0 && text[i-1] == '"' {
		return m, false
	}
	end := runEnd(text, i)
	first := i == 0 || text[i-1] == '\n'
	last := end == len(text) || text[end] == '\n'
	switch n := end - i; {
	case (first || last) && n%2 == 1 && r.field.at(text, i):
		return mend{i, end, text[i : i+n/2], residueDoubled}, true
	case n == 2 && (r.doubled.at(text, i) || r.field.at(text, i)):
		return mend{i, end, `"`, residueDoubled}, true
	}
	return m, false
}

// isField reports whether a line is a field of a table in quotation marks, with
// marks inside.
func isField(line string) bool {
	line = strings.TrimSuffix(line, "\n")
	if len(line) < len(`"""a"" b"`) || line[0] != '"' || line[len(line)-1] != '"' {
		return false
	}
	inside := 0
	for i := strings.IndexByte(line, '"'); i < len(line); {
		end := runEnd(line, i)
		switch edge := i == 0 || end == len(line); {
		case edge && (end-i)%2 == 0, !edge && end-i != 2:
			return false
		case edge:
			inside += (end - i) / 2
		default:
			inside++
		}
		i = nextByte(line, end, '"')
	}
	return inside > 1 && inside%2 == 0 && strings.IndexByte(line, ' ') > 0
}

// hasDoubledQuotes reports whether all the straight double quotation marks of a
// line stand in twos, and these open and close in turn.
func hasDoubledQuotes(line string) bool {
	open := false
	n := 0
	for i := nextByte(line, 0, '"'); i < len(line); n++ {
		end := runEnd(line, i)
		starts := end < len(line) && opensQuoted(line[end]) && (i == 0 || line[i-1] <= ' ' || line[i-1] == '(')
		ends := i > 0 && line[i-1] > ' ' && (end == len(line) || !scan.Letter(line[end]) && !scan.Digit(line[end]))
		if end-i != 2 || !open && !starts || open && !ends {
			return false
		}
		open = !open
		i = nextByte(line, end, '"')
	}
	return n > 1 && !open
}

func opensQuoted(b byte) bool {
	return scan.Letter(b) || scan.Digit(b) || b == '$' || b == '\'' || b >= utf8.RuneSelf
}

// marks looks at two backquotes or apostrophes at i.
func (r *residueScan) marks(i int) (m mend, ok bool) {
	text := r.text
	if i > 0 && text[i-1] == text[i] || runEnd(text, i) != i+2 {
		return m, false
	}
	if text[i] == '\'' && !r.wire.at(text, i) && doublesApostrophe(text, i) && r.apostrophes.at(text, i) {
		return mend{i, i + 2, "'", residueDoubled}, true
	}
	if !r.wire.at(text, i) {
		return m, false
	}
	if text[i] == '`' {
		return mend{i, i + 2, opening, residueWire}, true
	}
	return mend{i, i + 2, closing, residueWire}, true
}

// doublesApostrophe reports whether the two apostrophes at i stand for one
// within an English word.
func doublesApostrophe(text string, i int) bool {
	if i == 0 || !scan.Letter(text[i-1]) && text[i-1] < utf8.RuneSelf {
		return false
	}
	rest := text[i+2:]
	return rest != "" && (scan.Letter(rest[0]) || rest[0] >= utf8.RuneSelf) || text[i-1] == 's' && strings.HasPrefix(rest, " ")
}

// hasDoubledApostrophes reports whether all pairs of apostrophes of a line are
// within words or end a plural, and none are quotation marks.
func hasDoubledApostrophes(line string) bool {
	if strings.Contains(line, "``") {
		return false
	}
	for i := strings.Index(line, "''"); i >= 0; {
		if runEnd(line, i)-i != 2 || !doublesApostrophe(line, i) {
			return false
		}
		next := strings.Index(line[i+2:], "''")
		if next < 0 {
			return true
		}
		i += 2 + next
	}
	return true
}

// hasWireQuotes reports whether the quotation marks of a line of English are
// those of wires, two backquotes and two apostrophes, and open and close in turn. The last may
// stay open, since a quotation goes on in the next paragraph.
func hasWireQuotes(line string) bool {
	open := false
	n := 0
	for i := 0; i+1 < len(line); i++ {
		if line[i] != '`' && line[i] != '\'' || line[i+1] != line[i] {
			continue
		}
		end := runEnd(line, i)
		opens := line[i] == '`'
		switch {
		case end-i != 2 || opens == open:
			return false
		case opens && (end == len(line) || line[end] <= ' ' || i > 0 && scan.Letter(line[i-1])):
			return false
		case !opens && line[i-1] <= ' ':
			return false
		}
		open = opens
		i = end - 1
		n++
	}
	return n > 1 && isEnglish(line)
}

// dash looks at the low line at i, which wires write for a dash.
func (r *residueScan) dash(i int) (m mend, ok bool) {
	text := r.text
	if !isWireDash(text, i) || !(r.dashes.at(text, i) || r.hasDateline() && r.english.at(text, i)) {
		return m, false
	}
	return mend{i, i + 1, "—", residueWire}, true
}

// isWireDash reports whether the low line at i stands between two words and
// their spaces.
func isWireDash(text string, i int) bool {
	return i > 1 && text[i-1] == ' ' && text[i-2] > ' ' && text[i-2] != '_' && text[i-2] != ':' &&
		i+2 < len(text) && text[i+1] == ' ' && text[i+2] > ' ' && text[i+2] != '_'
}

// hasWireDashes reports whether a line of English begins with a dateline and a
// low line, or has two that enclose a clause.
func hasWireDashes(line string) bool {
	const mark = " _ "
	at := strings.Index(line, mark)
	if at < 0 || !isEnglish(line) {
		return false
	}
	if isWireDateline(line, at) {
		return true
	}
	rest := line[at+len(mark):]
	return strings.Contains(rest, mark) && opensClause(rest[:asciiWordEnd(rest, 0)])
}

// isWireDateline reports whether line[:at] is a dateline, of a line that is not all in
// capitals.
func isWireDateline(line string, at int) bool {
	return isDateline(line[:at]) && strings.ToUpper(line) != line
}

// hasDateline reports whether some line of the text begins with a dateline and a
// low line.
func (r *residueScan) hasDateline() bool {
	if r.datelineKnown {
		return r.datelined
	}
	r.datelineKnown = true
	for line := range strings.SplitSeq(r.text, "\n") {
		if at := strings.Index(line[:min(len(line), longestDateline)], " _ "); at > 0 && isWireDateline(line, at) {
			r.datelined = true
			break
		}
	}
	return r.datelined
}

// cutMark returns the end of "[+4047 chars]" at i, or i.
func cutMark(text string, i int) int {
	rest, ok := strings.CutPrefix(text[i:], "[+")
	digits := 0
	for digits < len(rest) && scan.Digit(rest[digits]) {
		digits++
	}
	if !ok || digits == 0 || !strings.HasPrefix(rest[digits:], " chars]") {
		return i
	}
	return i + len("[+") + digits + len(" chars]")
}

// shortcodes are the codes in square brackets that WordPress puts pictures and
// the like into a text with. What some enclose is a paragraph of its own.
var shortcodes = [...]struct {
	name     string
	encloses bool
}{
	{"caption", true}, {"wp_caption", true}, {"gallery", false}, {"audio", false}, {"video", false}, {"playlist", false},
	{"embed", false}, {"youtube", false}, {"vimeo", false}, {"soundcloud", false}, {"tweet", false}, {"instagram", false},
}

// longestShortcode is the length in bytes beyond which what is in brackets is no code.
const longestShortcode = 1000

// shortcode looks at the bracket at i. A word in brackets is no code unless it
// has attributes or its end is marked.
func shortcode(text string, i int) (m mend, ok bool) {
	rest := text[i+1 : min(len(text), i+longestShortcode)]
	rest, closes := strings.CutPrefix(rest, "/")
	for _, code := range shortcodes {
		inside, found := strings.CutPrefix(rest, code.name)
		closing := strings.IndexByte(inside, ']')
		if !found || closing < 0 || strings.IndexByte(inside[:closing], '\n') >= 0 {
			continue
		}
		end := i + 1 + len(code.name) + closing + 1
		if closes {
			end++
		}
		attributes := closing > 1 && inside[0] == ' ' && (strings.IndexByte(inside[:closing], '=') > 0 || strings.Contains(inside[:closing], "://"))
		if closes && closing > 0 || !closes && !attributes && !(closing == 0 && strings.HasPrefix(text[end:], "http")) {
			continue
		}
		s := ""
		switch {
		case !code.encloses:
		case closes && end < len(text) && text[end] != '\n', !closes && i > 0 && text[i-1] != '\n':
			s = "\n"
		}
		return mend{i, end, s, residueShortcode}, true
	}
	return m, false
}
