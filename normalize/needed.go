package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// needed reports whether the sentence above or below needs a line that reads
// like furniture: in text with hard line ends, where the line may be any piece
// of one, and on the first line, which may be a title of the story's own.
func (f *furnitureScan) needed(start, end int, line string, kind int) bool {
	above, below := f.above(start), lineBelow(f.text, end)
	if open := above != "" && !endsSentence(above); open {
		capitals := isCapitals(above) && isCapitals(line) && isCapitals(below)
		switch {
		case startsLower(line), endsSentence(line), runsOn(above), capitals:
			return true
		case scan.Digit(line[0]) && f.text[:start-1] != above: // a title is the first line
			return true
		case kind == signOff && scan.Letter(line[0]):
			return true
		}
	}
	last := line[len(line)-1]
	switch {
	case kind == signOff && !scan.Letter(line[0]):
		return false
	case below != "" && (last == ',' || last == ';'):
		return true
	case startsLower(below) && !isButton(below) && !endsSentence(line) && last != ':':
		return true
	case f.any || kind != strong || f.strong+f.weak > 0:
		return false
	}
	opens, ok := openerOf(line)
	return ok && (opens.kind == opensHeading || opens.kind == opensRelated) && endsSentence(nextLine(f.text, end))
}

// above returns the line right above start if it is one that stays.
func (f *furnitureScan) above(start int) string {
	if start == 0 || f.kept != start-1 {
		return ""
	}
	return trimBlank(f.text[strings.LastIndexByte(f.text[:start-1], '\n')+1 : start-1])
}

// lineBelow returns the line right below the one that ends at end.
func lineBelow(text string, end int) string {
	if end >= len(text) {
		return ""
	}
	return trimBlank(text[end+1 : nextByte(text, end+1, '\n')])
}

// nextLine returns the first line below end that is not blank.
func nextLine(text string, end int) string {
	for end < len(text) {
		line := lineBelow(text, end)
		if line != "" {
			return line
		}
		end = nextByte(text, end+1, '\n')
	}
	return ""
}

// endsSentence reports whether a line ends as a sentence does.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, `"'”’)]»`)
	return line != "" && strings.IndexByte(".!?", line[len(line)-1]) >= 0 || strings.HasSuffix(line, "…")
}

// startsLower reports whether a line begins with a small letter.
func startsLower(line string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, `"'“‘([`))
	return unicode.IsLower(r)
}

// runsOn reports whether a line ends in the middle of a phrase: with a comma, a
// hyphen or a word such as "the".
func runsOn(line string) bool {
	if last := line[len(line)-1]; last == ',' || last == ';' || last == '-' && wordEndsAt(line, len(line)-1) {
		return true
	}
	var buf [longestWord]byte
	start := asciiWordStart(line, len(line))
	return start > 0 && line[start-1] == ' ' && leadsOn(string(lower(&buf, line[start:])))
}

// isCapitals reports whether a line has letters and all of them are capitals.
func isCapitals(line string) bool {
	some := false
	for i := range len(line) {
		if line[i] >= 'a' && line[i] <= 'z' {
			return false
		}
		some = some || line[i] >= 'A' && line[i] <= 'Z'
	}
	return some
}
