package words

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

const (
	looksAt    = 300 // bytes of a line that a glance looks at
	firstWords = 3   // of English alone that tell the language of a text at a glance
	lineWords  = 8   // that a line has which says that the language changes
)

// Other is the tag of all languages that are not read.
const Other = script

// Lines tells the languages of a text line by line. The zero value is ready: until something
// else is told, a text is in English.
type Lines struct {
	// Least is how many words a line must have to tell the language of a text.
	Least int
	// Without, if there is one, takes from a line what says nothing of its language.
	Without func(line string) string

	told string
}

// Stretch returns the end of the lines from a place on that are in one language, and its
// tag: that of one of those whose texts are read, or Other. A line that does not tell is in the
// language of those around it.
func (l *Lines) Stretch(text string, from int) (end int, tag string) {
	at := untold
	for i := from; i < len(text); {
		next := len(text)
		if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
			next = i + n + 1
		}
		line := text[i:next]
		if l.Without != nil {
			line = l.Without(line)
		}
		told := l.line(line, at)
		if at == untold {
			at = told
		} else if told != untold && told != at {
			end = i
			break
		}
		i, end = next, next
	}
	if at != untold {
		l.told = tagOf(at)
	} else if l.told == "" {
		l.told = tags[english]
	}
	return max(end, from), l.told
}

// line is the language of a line behind others in the language at. A glance shows that most are in
// the same, and a line of too few letters for so many words is not asked.
func (l *Lines) line(line string, at int) int {
	if at == untold && glance(line, english, firstWords) {
		return english
	}
	if at >= 0 && glance(line, at, 1) {
		return at
	}
	least := l.Least
	if at != untold {
		least = lineWords
	}
	if len(line) < 2*least-1 {
		return untold
	}
	told, looked := tell(line)
	switch {
	case told == untold || looked < least:
		return untold
	case told == apart || allRead>>told&1 == 0:
		return apart
	}
	return told
}

// glance reports whether a line has so many words near its start that are common in one language alone, and
// before them none of another that is read. Words with a capital may be those of a title: of a film, a song.
func glance(line string, at, want int) bool {
	line = line[:min(len(line), looksAt)]
	for i := 0; i < len(line); {
		if !scan.Letter(line[i]) {
			i++
			continue
		}
		n, end, capital := wordAt(line, i)
		if n > 0 && !capital && scan.StartsWord(line, i) && scan.EndsWord(line, end) {
			switch of := more[n-1]; {
			case of == 1<<at:
				if want--; want == 0 {
					return true
				}
			case of&(of-1) == 0 && of&allRead != 0:
				return false
			}
		}
		i = end
	}
	return false
}
