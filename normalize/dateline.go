package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestDateline is how far into a line the name of the agency is looked for.
const longestDateline = 64

// dateline sets the story apart from the dateline it is glued to: "(CNN)Ann
// Lee", "LEEDS, June 10 (Reuters) -The council".
func (f *furnitureScan) dateline(start, end int) {
	head := f.text[start:min(end, start+longestDateline)]
	open := strings.IndexByte(head, '(')
	if open < 0 || !opensDateline(head[:open]) {
		return
	}
	close := strings.IndexByte(head, ')')
	if close < open || !isAgency(head[open+1:close]) {
		return
	}
	at := close + 1
	rest := strings.TrimPrefix(head[at:], " ")
	for _, dash := range []string{"--", "-", "–", "—"} {
		if after, ok := strings.CutPrefix(rest, dash); ok {
			at = len(head) - len(after)
			break
		}
	}
	if r, _ := utf8.DecodeRuneInString(head[at:]); unicode.IsUpper(r) || r == '“' || r == '"' {
		f.emit(start+at, start+at, " ")
	}
}

// opensDateline reports whether s, before the name of an agency, is nothing or a
// place, in capitals or of a few words with a capital each, and a date.
func opensDateline(s string) bool {
	place, _, _ := strings.Cut(strings.TrimRight(s, " "), ",")
	if place == "" {
		return true
	}
	capitals := strings.ToUpper(place) == place && isLetter(rune(place[0]))
	return len(place) > 2 && (capitals || countWords(place) <= 3 && onlyNames(place, joinsCredits))
}

// isDateline reports whether s, before a dash, is the place and the date that a
// story is told from, or ends with the name of the agency that tells it.
func isDateline(s string) bool {
	s = strings.TrimRight(s, " ")
	if open := strings.LastIndexByte(s, '('); open >= 0 && strings.HasSuffix(s, ")") && isAgency(s[open+1:len(s)-1]) {
		return true
	}
	place, date, _ := strings.Cut(s, ", ")
	if len(place) > 2 && isCapitals(place) && countWords(place) <= 3 {
		return true
	}
	for word := range strings.FieldsSeq(date) {
		var buf [longestWord]byte
		if w := strings.TrimRight(word, ".,"); w != "" && w[0]-'A' < 26 && isMonth(string(lower(&buf, w))) {
			return true
		}
	}
	return false
}
