package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
	"github.com/copydesk-go/copydesk/internal/wordlist"
)

// maxBackslashes is how many backslashes may stand before one sign: each
// program that a text goes through doubles them.
const maxBackslashes = 8

// backslash looks at the backslash at i.
func (e *escaper) backslash(i int) (m mend, ok bool) {
	text := e.text
	if i > 0 && text[i-1] == '\\' || e.path.at(text, i) {
		return m, false
	}
	if end, s := e.rtfNumber(i); s != "" {
		return mend{i, end, s, escRTF}, true
	}
	if end, s := unicodeEscape(text, i); s != "" {
		return mend{i, end, s, escUnicode}, true
	}
	if end, s := longEscape(text, i); s != "" {
		return mend{i, end, s, escUnicode}, true
	}
	if end, s := byteEscapes(text, i, hexBackslash); s != "" {
		return mend{i, end, s, escBytes}, true
	}
	next := i
	for next < len(text) && text[next] == '\\' && next-i < maxBackslashes {
		next++
	}
	if next == len(text) || text[next] <= ' ' {
		return e.lineEndsAt(i, next)
	}
	switch text[next] {
	case '\'':
		return e.escapedApostrophe(i, next)
	case '"':
		if inWord(text, i, next+1) {
			return m, false // G\"odel, as TeX has it
		}
		if i > 0 && text[i-1] == '"' && next+1 < len(text) && text[next+1] == '"' {
			return m, false // the sign itself
		}
		return mend{i, next + 1, `"`, escBackslash}, true
	case '$':
		return escapedDollar(text, i, next)
	case '/':
		return escapedSlash(text, i, next)
	}
	if m, ok = literalSpace(text, i, next); ok {
		return m, true
	}
	return e.lineEndsAt(i, next)
}

// inWord reports whether letters stand before start and at end.
func inWord(text string, start, end int) bool {
	return start > 0 && scan.Letter(text[start-1]) && end < len(text) && scan.Letter(text[end])
}

// rtfNumber decodes the character that RTF writes at i in decimal digits, with
// what programs that cannot show it are to put in its place: "\\u8217?".
func (e *escaper) rtfNumber(i int) (end int, s string) {
	text := e.text
	if len(text)-i < len(`\u160?`) || text[i+1] != 'u' || !scan.Digit(text[i+2]) {
		return i, ""
	}
	r := rune(0)
	for end = i + 2; end < len(text) && end-i < len(`\u65535`) && scan.Digit(text[end]); end++ {
		r = 10*r + rune(text[end]-'0')
	}
	marks := 0x2010 <= r && r <= 0x203A || r == '€' || r == '™'
	letters := 0xA0 <= r && r <= 0x17F && end-i == len(`\u160`)
	if !marks && !letters || end < len(text) && isHexDigit(text[end]) {
		return i, ""
	}
	switch {
	case end < len(text) && text[end] == '?', marks && end < len(text) && text[end] == ' ':
		return end + 1, string(r)
	case strings.HasPrefix(text[end:], `\'`) && end+4 <= len(text) && isHexDigit(text[end+2]) && isHexDigit(text[end+3]):
		return end + 4, string(r)
	}
	return i, ""
}

func isHexDigit(b byte) bool {
	_, ok := hexDigit(b)
	return ok
}

// escapedApostrophe looks at backslashes from i on and the apostrophe at next:
// those of a program, or the code of a character in RTF.
func (e *escaper) escapedApostrophe(i, next int) (mend, bool) {
	text := e.text
	rest := text[next+1:]
	if len(rest) >= 2 && next == i+1 && isHexDigit(rest[0]) && isHexDigit(rest[1]) {
		high, _ := hexDigit(rest[0])
		low, _ := hexDigit(rest[1])
		ends := len(rest) == 2 || !scan.Letter(rest[2])
		contraction := endsContraction(rest) || ends && high == 0xE && low == 0xD // cc\'ed
		if s := western(byte(high<<4 | low)); s != "" && !contraction {
			return mend{i, next + 3, s, escRTF}, true
		}
	}
	name := inWord(text, i, next+1) && rest[0]-'A' < 26 && i-asciiWordStart(text, i) == 1 // O\'Neill
	if inWord(text, i, next+1) && !endsContraction(rest) && !name {
		return mend{}, false // Caf\'e, as TeX has it
	}
	return mend{i, next + 1, "'", escBackslash}, true
}

// western returns the character of a byte in windows-1252 if it is outside
// ASCII and can be seen or is a space.
func western(b byte) string {
	switch {
	case b < 0x80:
		return ""
	case b < 0xA0:
		return windows1252[b-0x80]
	}
	return string(rune(b))
}

// escapedDollar looks at backslashes from i on and the dollar sign at next. One
// behind a word in small letters stood between the two at the end of a line.
func escapedDollar(text string, i, next int) (mend, bool) {
	if next+1 == len(text) || !scan.Digit(text[next+1]) {
		return mend{}, false
	}
	from := asciiWordStart(text, i)
	if i-from > 1 && text[from]-'a' < 26 || i > 0 && isMark[text[i-1]] {
		return mend{i, next + 1, " $", escLineEnd}, true
	}
	return mend{i, next + 1, "$", escBackslash}, true
}

// escapedSlash looks at backslashes from i on and the slash at next.
func escapedSlash(text string, i, next int) (mend, bool) {
	if i == 0 || next+1 == len(text) {
		return mend{}, false
	}
	before, after := text[i-1], text[next+1]
	within := (scan.Letter(before) || scan.Digit(before)) && (scan.Letter(after) || scan.Digit(after))
	return mend{i, next + 1, "/", escBackslash}, within || before == ':' && after == '\\' || before == '/' && scan.Letter(after)
}

// literalSpace looks at backslashes from i on before the letter at next, which
// with them stands for white space: "\\n", "\\r\\n", "\\t". The letter may also begin
// a word of the next line.
func literalSpace(text string, i, next int) (mend, bool) {
	end, s := next+1, "\n"
	switch text[next] {
	case 'r':
		if !strings.HasPrefix(text[end:], text[i:next]+"n") {
			return mend{}, false
		}
		end += next - i + 1
	case 't':
		s = " "
	case 'n':
	default:
		return mend{}, false
	}
	if end == len(text) {
		return mend{i, end, s, escLineEnd}, i > 0 && text[next] != 't'
	}
	if s == " " && text[end] <= ' ' && spaceBefore(text, i) {
		return mend{}, false // the sign itself
	}
	switch b := text[end]; {
	case scan.Letter(b):
		word := text[end:asciiWordEnd(text, end)]
		if b-'A' >= 26 && (wordlist.Has(text[end-1:end]+word) || wordlist.Has(text[next:end+len(word)]) || !isWord(word)) {
			return mend{}, false
		}
	case b == '"' || b == '\'' || b == '`':
		if i > 0 && text[i-1] == b {
			return mend{}, false // the sign itself
		}
	case b <= ' ', b == '\\', b >= utf8.RuneSelf:
	case strings.IndexByte("-(*[#", b) < 0 && !scan.Digit(b):
		return mend{}, false
	}
	return mend{i, end, s, escLineEnd}, true
}

// isWord reports whether s is a word of English.
func isWord(s string) bool {
	return s == "a" || s == "A" || s == "I" || wordlist.Has(s)
}

// lineEndsAt looks at text[i:next], all backslashes, which may stand where a line
// ended.
func (e *escaper) lineEndsAt(i, next int) (mend, bool) {
	sure, likely := breaksLine(e.text, i, next)
	if !sure && !(likely && e.breaks.at(e.text, i)) || !e.english.at(e.text, i) {
		return mend{}, false
	}
	s := " "
	if next == len(e.text) || e.text[next] <= ' ' || i > 0 && e.text[i-1] <= ' ' {
		s = ""
	}
	return mend{i, next, s, escLineEnd}, true
}

// breaksLine reports whether the backslashes text[i:next] stand in the place of a
// line end for certain, or in all likelihood if others on the line do: between
// two words, or a mark and a word.
func breaksLine(text string, i, next int) (sure, likely bool) {
	start, end := tokenStart(text, i), tokenEnd(text, next)
	if strings.IndexByte(text[next:end], '\\') >= 0 && strings.IndexByte(text[next:end], '/') >= 0 ||
		strings.ContainsAny(text[start:i], `/@_*[]{}<>=|^~+#`) || strings.ContainsAny(text[next:end], `@_*[]{}<>=|^~+#`) {
		return false, false
	}
	if text[start] == '\\' && start < i || strings.Contains(text[start:next], `:\`) {
		return false, false // a path
	}
	if start == i && (i < 2 || text[i-1] != ' ') { // begins a line
		return false, false
	}
	before, after := lastByte(text[:i]), byte('\n')
	if next < len(text) {
		after = text[next]
	}
	word := text[asciiWordStart(text, i):i]
	if after <= ' ' {
		done := scan.Letter(before) || scan.Digit(before) || isMark[before] && before != ':' || before == '"' || before == ')'
		return done && !strings.ContainsAny(text[start:i], `\:`), done || start == i
	}
	if start == i {
		return false, scan.Letter(after)
	}
	following := text[next:asciiWordEnd(text, next)]
	likely = (scan.Letter(before) || scan.Digit(before) || strings.IndexByte(`,.;:?!)"'-%`, before) >= 0) &&
		(scan.Letter(after) || scan.Digit(after) || strings.IndexByte(`("'$`, after) >= 0)
	switch {
	case !likely || len(word) > 0 && isEither(strings.ToLower(word+"/"+following)):
		return false, false
	case len(word) > 0 && len(following) > 0:
		known, follows := isWord(word), isWord(following)
		return known && follows && !(isCapital(word) && isCapital(following)) || known && hasOneCapital(following) && word[0] >= 'a' || hasOneCapital(word) && follows && following[0] >= 'a', true
	case len(following) > 0:
		return isMark[before] && before != ':' && isWord(following), true
	case len(word) > 0:
		return isWord(word) && word[0] >= 'a' && scan.Digit(after), true
	}
	return false, true
}

func lastByte(s string) byte { return s[len(s)-1] }

func isCapital(word string) bool { return word[0]-'A' < 26 }

// hasOneCapital reports whether a word has one capital, its first letter.
func hasOneCapital(word string) bool {
	if len(word) < 3 || !isCapital(word) {
		return false
	}
	for i := 1; i < len(word); i++ {
		if word[i] < 'a' {
			return false
		}
	}
	return true
}

// hasBreaks reports whether a line has backslashes that for certain stand where
// lines ended.
func hasBreaks(line string) bool {
	for i := nextByte(line, 1, '\\'); i < len(line); {
		next := i
		for next < len(line) && line[next] == '\\' {
			next++
		}
		if sure, _ := breaksLine(line, i, next); sure {
			return true
		}
		i = nextByte(line, next, '\\')
	}
	return false
}
