package normalize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleEnd returns the length of the title in text[start:end], the first line
// of it, without the names of site and section that follow it. A line that goes
// on below is no title, a dateline has no names behind it, and where the parts
// of a headline are its own, all of them stay.
func titleEnd(text string, start, end int) int {
	line := text[start:end]
	whole := len(line)
	if whole > longestFurniture || startsLower(lineBelow(text, end)) {
		return whole
	}
	n, named := whole, false
	for {
		cut, suffix, sep := lastSeparator(line[:n])
		if cut < minTitle || countWords(line[:cut]) < 3 || isDateline(line[:cut]) || inTable(text[end:], sep) ||
			sep == " » " && strings.Contains(line[:cut], "«") { // the end of a quotation
			break
		}
		kind := kindOfPart(suffix, sep, line[:cut], n < whole)
		if kind == ownPart {
			break
		}
		named = named || kind == sitePart
		n = cut
	}
	if n < whole && (!named && hasBar(line[:n]) || isPublisher(line[:n])) {
		return whole
	}
	return n
}

// What a part of a title is.
const (
	ownPart = iota // of the title itself
	sectionPart
	sitePart
)

// kindOfPart says what the part of a title is that stands between what was
// before it and, if there is more, the name of a site. A bar sets names apart;
// a dash is a mark of titles too, so that what follows must be the name of a
// publication.
func kindOfPart(part, sep, before string, more bool) int {
	bar := isBar(sep)
	prose := strings.ContainsAny(part, "?!\"“”«»;@") || strings.Contains(part, "://") || strings.HasSuffix(part, ".")
	switch {
	case prose, len(part) > 50:
	case isPublisher(part) && (bar || more || isAgency(part) || strings.ContainsAny(part, " .")):
		return sitePart
	case (bar || more) && isSection(strings.ToLower(part)):
		return sectionPart
	case isName(part) && endsInSection(before):
		return sitePart
	}
	return ownPart
}

// endsInSection reports whether a title ends with the name of a section, behind
// which only the name of the site comes.
func endsInSection(title string) bool {
	cut, section, _ := lastSeparator(title)
	return cut >= minTitle && isSection(strings.ToLower(section))
}

// isName reports whether s is a few words with capitals and nothing else.
func isName(s string) bool {
	for word := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
			return false
		}
	}
	return countWords(s) <= 3 && !strings.ContainsAny(s, "0123456789:,")
}

// inTable reports whether the line that follows has the same separator in it.
func inTable(rest, sep string) bool {
	rest = strings.TrimLeft(rest[:min(len(rest), longestFurniture)], "\r\n\t ")
	return strings.Contains(rest[:nextByte(rest, 0, '\n')], sep)
}

func countWords(s string) (n int) {
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// minTitle is the least that must be left of a title, in bytes.
const minTitle = 15

// lastSeparator finds the last " | ", " - " or the like in a title and returns
// what comes after it.
func lastSeparator(title string) (cut int, suffix, sep string) {
	cut = -1
	for _, s := range separators {
		if i := strings.LastIndex(title, s); i > cut {
			cut, suffix, sep = i, title[i+len(s):], s
		}
	}
	return cut, suffix, sep
}

// separators stand between a title and the names of site and section.
var separators = [...]string{" | ", " · ", " :: ", " » ", " - ", " – ", " — "}

// isBar reports whether a separator is one that prose has not.
func isBar(sep string) bool { return slices.Contains(separators[:4], sep) }

// hasBar reports whether there is one in a title.
func hasBar(title string) bool {
	return slices.ContainsFunc(separators[:4], func(sep string) bool { return strings.Contains(title, sep) })
}

// isPublisher reports whether s is the name of a newspaper, a station or an
// agency: its words have capitals, and the last is such as these are called by,
// or the first is the name of a house.
func isPublisher(s string) bool {
	if isAgency(s) {
		return true
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for i, w := range words {
		joins := w == "of" || w == "the" || w == "and" || w == "news" && i > 0
		if w[0] >= 'a' && w[0] <= 'z' && !joins && !strings.Contains(w, ".") {
			return false
		}
	}
	first, last := strings.ToLower(words[0]), strings.ToLower(words[len(words)-1])
	return isPublication(last) || len(words) == 2 && isHouse(first) ||
		first == "the" && slices.ContainsFunc(words, func(w string) bool { return isPublication(strings.ToLower(w)) })
}
