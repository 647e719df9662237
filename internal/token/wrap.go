package token

import (
	"strings"
	"unicode/utf8"
)

// A paragraphs goes through the paragraphs of a text, which empty lines part.
type paragraphs struct {
	end     int  // of the last one looked at
	wrapped bool // its lines were broken to fit a width

	asked, lines bool // whether the text was looked at for its lines, which may be broken
}

// mayBreak reports whether lines of the text may be broken inside of sentences. Those
// of text that comes tokenised have a sentence each.
func (p *paragraphs) mayBreak(s string) bool {
	if !p.asked {
		p.asked, p.lines = true, !Spaced(s)
	}
	return p.lines
}

// wraps reports whether the paragraph around offset at has broken lines. Offsets
// must not fall.
func (p *paragraphs) wraps(s string, at int) bool {
	for at >= p.end && p.end < len(s) {
		p.next(s)
	}
	return p.wrapped
}

// The widths that lines are broken to. Of a column more lines have to be seen.
const (
	column = 24
	narrow = 40
	wide   = 120
)

// next reads the next paragraph. Its lines were broken to fit a width if there are
// three or more, and none had room for the first word of the one after it.
func (p *paragraphs) next(s string) {
	lines, longest, room, last := 0, 0, wide+1, 0
	for p.end < len(s) {
		line := s[p.end:]
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		p.end += len(line)
		line = strings.TrimSpace(line)
		if line == "" {
			break
		}
		if lines++; lines > 1 {
			word := line
			if i := strings.IndexByte(line, ' '); i >= 0 {
				word = line[:i]
			}
			room = min(room, last+1+utf8.RuneCountInString(word))
		}
		last = utf8.RuneCountInString(line)
		longest = max(longest, last)
	}
	p.wrapped = (lines >= 3 && longest >= narrow || lines >= 4 && longest >= column) && longest < room
}
