package normalize

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/closed"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// Space is the step that mends white space: line ends become "\n", spaces at
// line ends go, one blank line is left of several, at most one line end at the
// end of the text and none at its start, and runs of spaces inside a line
// become one space, unless the line is set in columns. Spaces of other widths
// become plain ones. Spaces and tabs at the start of a line stay.
//
// Changes are named "space".
type Space struct {
	// NoBreak says what becomes of no-break spaces.
	NoBreak NoBreak
}

// NoBreak is a way to deal with the no-break spaces U+00A0 and U+202F and the
// thin spaces U+2009 and U+200A.
type NoBreak uint8

const (
	// NoBreakWhereUseful keeps those that hold something together: next to a
	// digit, a sign, a mark of punctuation or a one-letter word, as in "5 €",
	// "« oui »" and "k němu", or beside a word that a language holds so, as in
	// "Mme Lie". Those between two other words are the residue of an
	// editor and become plain, and so do those behind the commas, colons and
	// full stops of English.
	NoBreakWhereUseful NoBreak = iota
	// NoBreakAll leaves no-break spaces alone.
	NoBreakAll
	// NoBreakNone makes all of them plain.
	NoBreakNone
)

var noBreaks = closed.Set{Package: "normalize", Kind: "way with no-break spaces", Names: []string{"where useful", "all", "none"}}

// String returns "where useful", "all" or "none".
func (n NoBreak) String() string { return noBreaks.String(uint8(n)) }

// MarshalText returns the same text as String, or an error for what is no NoBreak.
func (n NoBreak) MarshalText() ([]byte, error) { return noBreaks.MarshalText(uint8(n)) }

// UnmarshalText reads what MarshalText writes.
func (n *NoBreak) UnmarshalText(text []byte) error { return noBreaks.UnmarshalText((*uint8)(n), text) }

// Name returns "space".
func (Space) Name() string { return "space" }

// Edits proposes plain white space for every run that is anything else.
func (s Space) Edits(text string, emit func(start, end int, replacement string)) {
	at := spaceLines{lineCache{of: isTable}, lineCache{of: isEastAsian}, lineCache{of: isEnglish}}
	for i := nextSpaces(text, 0); i < len(text); i = nextSpaces(text, i) {
		run := measureSpace(text, i)
		switch {
		case run.lines > 0 || run.end == len(text):
			s.lineEnd(text, run, emit)
		case i > 0 && text[i-1] != '\n':
			s.gap(text, run, &at, emit)
		}
		i = run.end
	}
}

// nextSpaces returns the offset of the first run of white space from i on, where none is going on,
// but for single spaces and line ends within a text, or the length of the text.
func nextSpaces(text string, i int) int {
	if i == 0 && text != "" && (text[0] <= ' ' && startsSpace[text[0]] || wideSpaceAt(text, 0)) {
		return 0
	}
	for ; i+8 <= len(text); i += 8 {
		for found := maySpaces(eightBytes(text[i : i+8])); found != 0; found &= found - 1 {
			if at := i + bits.TrailingZeros64(found)>>3; spacesAt(text, at) {
				return at
			}
		}
	}
	for i < len(text) && !spacesAt(text, i) {
		i++
	}
	return i
}

// maySpaces sets the highest bit of each of eight bytes that begins a character outside ASCII or is a
// control character, or a space before one like these or at the end of the eight.
func maySpaces(x uint64) uint64 {
	const each, high = 0x0101010101010101, 0x8080808080808080
	low := x&^high + (0x80-'!')*each
	spaces, leads := ^(low|x)&high, leadBytes(x)
	controls := ^(x&^high + (0x80-' ')*each) & spaces
	return leads | controls | spaces&((spaces|leads)>>8|1<<63)
}

// leadBytes sets the highest bit of each of eight bytes of UTF-8 that begins a character outside ASCII.
func leadBytes(x uint64) uint64 { return x & (x << 1) & 0x8080808080808080 }

// spacesAt reports whether a run of white space begins at i that is more than a space or a line end.
func spacesAt(text string, i int) bool {
	switch b := text[i]; {
	case b > ' ':
		return startsSpace[b] && wideSpaceAt(text, i)
	case b == ' ' || b == '\n':
		return i+1 == len(text) || startsSpace[text[i+1]] && startsWithSpace(text[i+1:])
	default:
		return b == '\t' || b == '\r'
	}
}

// wideSpaceAt reports whether white space outside ASCII is at i.
func wideSpaceAt(text string, i int) bool { return wideSpace(text, i) > 0 }

// wideSpace returns the length of the character at i if it is white space outside ASCII, or 0:
// one that isSpace is true of, or a separator of lines or paragraphs.
func wideSpace(text string, i int) int {
	rest := text[i:]
	switch rest[0] {
	case 0xC2:
		if strings.HasPrefix(rest, "\u00a0") {
			return 2
		}
	case 0xE1:
		if strings.HasPrefix(rest, "\u1680") {
			return 3
		}
	case 0xE2:
		if len(rest) >= 3 && (rest[1] == 0x80 && endsWideSpace[rest[2]] || rest[1] == 0x81 && rest[2] == 0x9F) {
			return 3
		}
	case 0xE3:
		if strings.HasPrefix(rest, "\u3000") {
			return 3
		}
	}
	return 0
}

// endsWideSpace marks the last bytes of the white space from U+2000 to U+203F.
var endsWideSpace = func() (t [256]bool) {
	for r := rune(0x2000); r < 0x2040; r++ {
		t[0x80|r&0x3F] = isSpace(r) || r == '\u2028' || r == '\u2029'
	}
	return t
}()

// spaceLines are what must be known of the lines that spaces stand in.
type spaceLines struct{ columns, eastAsian, english lineCache }

// startsSpace marks the first bytes of white space.
var startsSpace = [256]bool{'\t': true, '\n': true, '\r': true, ' ': true, 0xC2: true, 0xE1: true, 0xE2: true, 0xE3: true}

// A spaceRun is a run of white space.
type spaceRun struct {
	start, end int
	lines      int // line ends in it
	last       int // where the space after the last line end begins
	plain      bool
}

func measureSpace(text string, i int) spaceRun {
	end, lines, last, plain := i, 0, i, true
	for end < len(text) {
		switch text[end] {
		case ' ', '\t':
			end++
			continue
		case '\r':
			if end+1 < len(text) && text[end+1] == '\n' {
				end++
			}
			fallthrough
		case '\n':
			end++
			lines++
			last = end
			continue
		}
		n := wideSpace(text, end)
		if n == 0 {
			break
		}
		plain = false
		end += n
		if isLineSeparator(text[end-n : end]) {
			lines++
			last = end
		}
	}
	return spaceRun{i, end, lines, last, plain}
}

// isLineSeparator reports whether a character of white space ends a line.
func isLineSeparator(c string) bool { return c == "\u2028" || c == "\u2029" }

// startsWithSpace reports whether a run of white space would go on with text.
func startsWithSpace(text string) bool {
	switch text[0] {
	case ' ', '\t', '\r', '\n':
		return true
	}
	return wideSpaceAt(text, 0)
}

// isSpace reports whether r is a space other than ASCII's.
func isSpace(r rune) bool {
	switch r {
	case 0xA0, 0x1680, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// lineEnd mends a run with line ends in it, or at the end of the text.
func (s Space) lineEnd(text string, run spaceRun, emit func(int, int, string)) {
	keep := min(run.lines, 2)
	indent := text[run.last:run.end]
	switch {
	case run.end == len(text):
		keep, indent = min(run.lines, 1), ""
		if run.start == 0 {
			keep = 0
		}
	case run.start == 0:
		keep = 0
	}
	if want := "\n\n"[:keep]; text[run.start:run.end-len(indent)] != want {
		emit(run.start, run.end-len(indent), want)
	}
}

// gap mends a run between two words of a line.
func (s Space) gap(text string, run spaceRun, at *spaceLines, emit func(int, int, string)) {
	gap := text[run.start:run.end]
	if gap == " " || gap == "\t" {
		return
	}
	if run.plain {
		if strings.IndexByte(gap, '\t') < 0 && !at.columns.at(text, run.start) {
			emit(run.start, run.end, " ")
		}
		return
	}
	if r, n := utf8.DecodeRuneInString(gap); n == len(gap) {
		if s.keeps(text, run, r, &at.english) || r == '\u3000' && at.eastAsian.at(text, run.start) {
			return
		}
		emit(run.start, run.end, " ")
		return
	}
	if i := strings.IndexAny(gap, "\u00a0\u202f"); i >= 0 {
		r, n := utf8.DecodeRuneInString(gap[i:])
		if s.keeps(text, run, r, &at.english) && besideFrenchMark(text, run) {
			emit(run.start, run.end, gap[i:i+n])
			return
		}
	}
	if strings.Trim(gap, "\u3000") == "" && at.eastAsian.at(text, run.start) {
		return
	}
	emit(run.start, run.end, " ")
}

// keeps reports whether the no-break or thin space r, between the two sides of
// the run, stays.
func (s Space) keeps(text string, run spaceRun, r rune, english *lineCache) bool {
	switch r {
	case 0xA0, 0x202F, 0x2009, 0x200A:
	default:
		return false
	}
	if r == 0x202F && besides(text, run.start, run.end-run.start, mongolian) {
		return true
	}
	switch s.NoBreak {
	case NoBreakAll:
		return true
	case NoBreakNone:
		return false
	}
	if wordBefore(text, run.start) && wordAfter(text, run.end) {
		return heldTogether(text, run) && !english.at(text, run.start)
	}
	return !(betweenClauses(text, run) && english.at(text, run.start))
}

// heldTogether reports whether the words around the run are such as a no-break space belongs
// between: Mme Lie, XXe siècle.
func heldTogether(text string, run spaceRun) bool {
	var buf [longestWord]byte
	if start := asciiWordStart(text, run.start); holdsNext(string(lower(&buf, text[start:run.start]))) && scan.StartsWord(text, start) {
		return true
	}
	end := scan.WordEnd(text, run.end)
	word := text[run.end:end]
	switch {
	case len(word) > longestWord:
		return false
	case asciiWordEnd(word, 0) == len(word):
		return heldBefore(string(lower(&buf, word)))
	}
	return heldBefore(strings.ToLower(word))
}

// betweenClauses reports whether the run stands behind a mark that ends a clause or a
// sentence, where only French and editors set a no-break space.
func betweenClauses(text string, run spaceRun) bool {
	i := run.start - 1
	if i < 2 || run.end == len(text) || strings.IndexByte(",;:.?!", text[i]) < 0 || !scan.Letter(text[i-1]) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[run.end:])
	word := text[asciiWordStart(text, i):i]
	if text[i] == '.' { // but Mr. Lee and J. Lee hold together
		return unicode.IsUpper(r) && len(word) > 1 && !isAbbreviation(word)
	}
	return isLetter(r) || strings.ContainsRune("“‘\"'(", r)
}

// besideFrenchMark reports whether the run stands where French sets a no-break space.
func besideFrenchMark(text string, run spaceRun) bool {
	return strings.IndexByte(":;!?%", text[run.end]) >= 0 || strings.HasPrefix(text[run.end:], "»") || strings.HasSuffix(text[:run.start], "«")
}

// wordBefore reports whether a word of two letters or more ends at i.
func wordBefore(text string, i int) bool {
	r, n := utf8.DecodeLastRuneInString(text[:i])
	r2, _ := utf8.DecodeLastRuneInString(text[:i-n])
	return isLetter(r) && isLetter(r2)
}

// wordAfter reports whether a word of two letters or more starts at i.
func wordAfter(text string, i int) bool {
	r, n := utf8.DecodeRuneInString(text[i:])
	r2, _ := utf8.DecodeRuneInString(text[i+n:])
	return isLetter(r) && isLetter(r2)
}

// isTable reports whether a line is set in columns: it has three gaps or more
// of several spaces that do not merely follow a sentence.
func isTable(line string) bool {
	gaps := 0
	for i := 0; ; {
		at := strings.Index(line[i:], "  ")
		if at < 0 {
			return gaps >= 3
		}
		i += at
		end := scan.Space(line, i)
		if i > 0 && end < len(line) && strings.IndexByte(".!?:;", line[i-1]) < 0 {
			gaps++
		}
		i = end
	}
}
