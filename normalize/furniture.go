package normalize

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// Furniture is the step that removes what a news page puts around an article:
//
//   - the name of the site or section after the title ("… | World news",
//     "… - The Daily Example"), in the first line only;
//   - lines that ask to share, comment, subscribe or read on, that announce
//     related stories, advertisements or cookies, or claim copyright;
//   - the agency's sign-off at the end ("— Bernama", "(Reporting by …)");
//   - picture links that come with embedded posts ("pic.twitter.com/…").
//
// A line goes only as a whole and only if all of it is furniture; nothing is
// taken out of the middle of prose but picture links. Datelines stay. A text
// of a single line is left alone, and so is one that would have nothing left.
// The blank lines that stood around a removed line are brought down to one.
//
// Changes are named "furniture". The phrases are English.
type Furniture struct{}

// Name returns "furniture".
func (Furniture) Name() string { return "furniture" }

// Edits proposes the removal of each piece of furniture.
func (Furniture) Edits(text string, emit func(start, end int, replacement string)) {
	f := furnitureScan{text: text, emit: emit}
	f.run()
}

// A furnitureScan goes through the lines of a text. Removals wait until a line
// that stays shows that they are not at the end.
type furnitureScan struct {
	text string
	emit func(start, end int, replacement string)
	kept int  // the end of the last line that stays, 0 before it
	any  bool // a line that stays has been seen
	gone bool // furniture has been seen since
}

// longestFurniture is the length in bytes beyond which a line is prose.
const longestFurniture = 240

func (f *furnitureScan) run() {
	text := f.text
	single := strings.IndexByte(strings.Trim(text, "\r\n\t "), '\n') < 0
	for start := 0; start < len(text); {
		end := nextByte(text, start, '\n')
		line := text[start:end]
		switch {
		case len(line) <= longestFurniture && strings.Trim(line, " \t\r") == "":
		case !single && len(line) <= longestFurniture && f.removes(line, end):
			f.gone = true
		default:
			f.keep(start, end, !single)
		}
		start = end + 1
	}
	if f.gone && f.any {
		f.emit(f.kept, len(text), text[len(strings.TrimRight(text, "\n")):][:min(1, len(text)-len(strings.TrimRight(text, "\n")))])
	}
}

// removes reports whether a line that ends at end is furniture.
func (f *furnitureScan) removes(line string, end int) bool {
	line = strings.Trim(line, " \t\r")
	return isFurniture(line) || f.any && isSignOff(line) && strings.Trim(f.text[end:], "\r\n\t ") == "" ||
		strings.HasPrefix(line, "(Reporting by ") && strings.HasSuffix(line, ")")
}

// keep deals with a line that stays: the furniture before it goes, and so do
// the parts of it that are furniture.
func (f *furnitureScan) keep(start, end int, several bool) {
	text := f.text
	if f.gone {
		f.emit(f.kept, start, separator(text[f.kept:start], f.any))
		f.gone = false
	}
	body := end
	if !f.any && several {
		body = start + titleEnd(text[start:end])
	}
	f.pictures(start, body)
	if body < end {
		f.emit(body, end, "")
	}
	f.kept, f.any = end, true
}

// separator returns what stands between two lines when the furniture between
// them is gone: the larger of the gaps that were there, at most a blank line.
func separator(between string, any bool) string {
	switch {
	case !any:
		return ""
	case strings.Contains(strings.ReplaceAll(between, "\r", ""), "\n\n"):
		return "\n\n"
	}
	return "\n"
}

// pictures removes picture links from a line.
func (f *furnitureScan) pictures(start, end int) {
	const link = "pic.twitter.com/"
	for i := start; ; {
		at := strings.Index(f.text[i:end], link)
		if at < 0 {
			return
		}
		from := i + at
		i = from + len(link)
		for i < end && (scan.Letter(f.text[i]) || scan.Digit(f.text[i])) {
			i++
		}
		if i == from+len(link) || from > start && (scan.Letter(f.text[from-1]) || f.text[from-1] == '/' || f.text[from-1] == '.') {
			continue
		}
		to := i
		if from > start && f.text[from-1] == ' ' {
			from--
		} else if to < end && f.text[to] == ' ' {
			to++
		}
		f.emit(from, to, "")
	}
}

// titleEnd returns the length of the title at the start of a line, without the
// names of site and section that follow it.
func titleEnd(line string) int {
	end := len(line)
	if end > longestFurniture {
		return end
	}
	for {
		cut, suffix, sep := lastSeparator(line[:end])
		if cut < minTitle || len(strings.Fields(line[:cut])) < 3 || !isSiteName(suffix, sep) {
			return end
		}
		end = cut
	}
}

// minTitle is the least that must be left of a title, in bytes.
const minTitle = 15

// lastSeparator finds the last " | ", " - " or the like in a title and returns
// what comes after it.
func lastSeparator(title string) (cut int, suffix, sep string) {
	cut = -1
	for _, s := range []string{" | ", " - ", " – ", " — ", " · ", " :: ", " » "} {
		if i := strings.LastIndex(title, s); i > cut {
			cut, suffix, sep = i, title[i+len(s):], s
		}
	}
	return cut, suffix, sep
}

// isSiteName reports whether what follows a separator at the end of a title
// names the site or a section of it. After a bar or the like any few words do;
// after a dash, which titles have within them too, they must be the name of a
// publication.
func isSiteName(s, sep string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || len(s) > 50 || strings.ContainsAny(s, "?!\"“”;") {
		return false
	}
	switch sep {
	case " | ", " · ", " :: ", " » ":
		return true
	}
	if isAgency(s) {
		return true
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if 'a' <= r && r <= 'z' && w != "of" && w != "the" && w != "and" && !strings.Contains(w, ".") {
			return false
		}
	}
	if len(words) <= 2 && isPublication(strings.ToLower(words[0])) {
		return true
	}
	for i, w := range words {
		if isPublication(strings.ToLower(w)) && (words[0] == "The" || i == len(words)-1) {
			return len(words) <= 5
		}
	}
	return false
}

// isSignOff reports whether a line is what an agency ends its stories with.
func isSignOff(line string) bool {
	for _, dash := range []string{"–", "—", "--", "-", "/", "("} {
		if name, ok := strings.CutPrefix(line, dash); ok {
			return isAgency(strings.Trim(name, " -–—/()."))
		}
	}
	return false
}

// isFurniture reports whether all of a line is furniture.
func isFurniture(line string) bool {
	var buf [longestFurniture]byte
	n := 0
	for i := 0; i < len(line) && n < len(buf); i++ {
		b := line[i]
		if 'A' <= b && b <= 'Z' {
			b |= 0x20
		}
		buf[n] = b
		n++
	}
	s := bytes.Trim(buf[:n], " .:…!*-–—|>»›→[]()")
	if bytes.IndexByte(s, ' ') < 0 && line[0] >= 'a' {
		return false // a word of someone's own
	}
	return furnitureLine(s) || furnitureStart(s) || furnitureCount(s)
}

// furnitureCount reports whether s is a count of comments or the like.
func furnitureCount(s []byte) bool {
	number, what, ok := bytes.Cut(s, []byte(" "))
	if !ok || len(number) == 0 || len(bytes.Trim(number, "0123456789,.k")) > 0 {
		return false
	}
	switch string(what) {
	case "comments", "comment", "shares", "views", "likes", "retweets", "min read", "minute read", "minutes read":
		return true
	}
	return false
}
