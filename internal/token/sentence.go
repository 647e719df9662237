package token

//go:generate go run github.com/copydesk-go/copydesk/internal/cmd/gen/lang/abbreviations ../lang/en sentence token shortened written

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxSentence is the most tokens that Sentences puts into one sentence.
const MaxSentence = 200

// Sentences appends to dst the index past the last token of each sentence of s.
//
// A sentence ends after its stop and the quotation marks and brackets that
// close with it, at an empty line, and at a line end unless the next line goes
// on in lower case or the lines of the paragraph were broken to fit a width.
// Abbreviations and initials do not end one.
func Sentences(dst []int, s string, tokens []Token) []int {
	start := 0
	var p paragraphs
	for i := 1; i < len(tokens); i++ {
		if i-start >= MaxSentence || ends(s, tokens, i, &p) {
			dst = append(dst, i)
			start = i
		}
	}
	if start < len(tokens) {
		dst = append(dst, len(tokens))
	}
	return dst
}

// ends reports whether a sentence ends before token i > 0.
func ends(s string, tokens []Token, i int, p *paragraphs) bool {
	gap := s[tokens[i-1].End:tokens[i].Start]
	next := s[tokens[i].Start:tokens[i].End]
	if next[0]-'a' < 26 && (gap == "" || gap == " ") {
		return false // most words
	}
	if line := strings.IndexByte(gap, '\n'); line >= 0 {
		if strings.IndexByte(gap[line+1:], '\n') >= 0 {
			return true
		}
		if !p.wraps(s, tokens[i-1].End+line) {
			return !lower(next) && !(goesOn(s, tokens, i) && p.mayBreak(s))
		}
	}
	if gap == "" && !quotes(s[tokens[i-1].Start:tokens[i-1].End]) || lower(next) {
		return false
	}
	j := i - 1
	for back := 0; j > 0 && back < 3 && closes(s[tokens[j].Start:tokens[j].End]); back++ {
		j--
	}
	stop := s[tokens[j].Start:tokens[j].End]
	switch stop[0] {
	case '.':
		return len(stop) > 1 || j < i-1 || !abbreviation(s, tokens, j)
	case '!', '?':
		return true
	}
	if strings.HasPrefix(stop, "…") {
		return true
	}
	return len(stop) > 3 && stop[len(stop)-1] == '.' && stop[0] <= 'Z' && opens(next)
}

// goesOn reports whether the line before token i breaks off inside a sentence: it
// ends in a comma or a word that something has to follow, or it goes on with a
// sentence of the line before it, or has begun a second one.
func goesOn(s string, tokens []Token, i int) bool {
	last := s[tokens[i-1].Start:tokens[i-1].End]
	if last == "," || wants(last) {
		return true
	}
	if r, _ := utf8.DecodeLastRuneInString(last); !unicode.IsLetter(r) {
		return false
	}
	line := s[max(0, tokens[i-1].End-wide):tokens[i-1].End]
	start := strings.LastIndexByte(line, '\n')
	if start < 0 {
		return false // not a narrow column
	}
	line = line[start+1:]
	if r, _ := utf8.DecodeRuneInString(line); unicode.IsLower(r) {
		return true
	}
	for k := 3; k+2 < len(line); k++ {
		if line[k] == '.' && line[k+1] == ' ' && line[k-1]-'a' < 26 && line[k-2]-'a' < 26 && line[k-3]-'a' < 26 && line[k+2]-'A' < 26 {
			return true
		}
	}
	return false
}

// wants reports whether something has to follow a word at the end of a line.
func wants(word string) bool {
	switch word {
	case "the", "a", "an", "of", "in", "on", "at", "by", "for", "to", "from", "with", "and", "or", "said", "says", "that", "as", "than", "into",
		"between", "against", "under", "over", "near", "after", "before", "his", "her", "its", "their", "who", "which", "is", "was", "were", "are",
		"has", "had", "have", "will", "would", "told", "but", "when", "while", "where", "if", "because", "since", "including", "called", "named":
		return true
	}
	return false
}

// quotes reports whether a token has a mark that closes what was quoted.
func quotes(token string) bool {
	for i := range len(token) {
		if b := token[i]; b == '"' || b >= utf8.RuneSelf {
			return strings.ContainsAny(token, "\"”’»")
		}
	}
	return false
}

func lower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r) || strings.IndexByte(",;:)]}", word[0]) >= 0 || word[0] == '.'
}

func closes(mark string) bool {
	switch mark {
	case "\"", "'", ")", "]", "”", "’", "»":
		return true
	}
	return false
}

// abbreviation reports whether the full stop at token j belongs to the word
// before it: a title, a shortened word, an initial.
func abbreviation(s string, tokens []Token, j int) bool {
	if j == 0 || tokens[j-1].End != tokens[j].Start {
		return false
	}
	word := s[tokens[j-1].Start:tokens[j-1].End]
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && unicode.IsUpper(r) {
		return true
	}
	return shortened(word)
}

// opens reports whether the word begins a sentence after an acronym with its dot.
func opens(word string) bool {
	switch word {
	case "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "We", "I", "But", "And", "This",
		"That", "These", "Those", "His", "Her", "Their", "Its", "However", "Meanwhile", "According",
		"When", "While", "After", "Before", "As", "If", "For", "With", "There", "What", "Some", "Many",
		"Most":
		return true
	}
	return false
}
