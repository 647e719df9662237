package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// Encoding is the step that undoes mis-decoding.
type Encoding struct{}

// Name returns "encoding".
func (Encoding) Name() string { return "encoding" }

// Edits proposes the characters that were there before the damage, one edit
// for each.
func (e Encoding) Edits(text string, emit func(start, end int, replacement string)) {
	e.run(text, func(start, end int, replacement, _ string) { emit(start, end, replacement) })
}

// Explain proposes the same edits as Edits. The detail is the way the damage
// came about, such as "utf8>cp1252", joined with "+" where there are several
// layers, the first one first.
func (e Encoding) Explain(text string, emit func(start, end int, replacement, detail string)) {
	e.run(text, emit)
}

// maxLine is how much of a line is looked at as one.
const maxLine = 1 << 16

func (e Encoding) run(text string, emit func(start, end int, replacement, path string)) {
	var l *line
	for at := 0; ; {
		at = suspicious(text, at)
		if at < 0 {
			break
		}
		if l == nil {
			l = lines.Get().(*line)
		}
		start := strings.LastIndexByte(text[:at], '\n') + 1
		end := nextByte(text, at, '\n')
		l.load(text, start, end)
		if l.repair() {
			l.emit(emit)
		}
		at = end
	}
	if l != nil {
		lines.Put(l)
	}
}

// emit proposes an edit for each repaired character, together with those that
// came from the same cells.
func (l *line) emit(emit func(start, end int, replacement, path string)) {
	for i := 0; i < len(l.cells); {
		c := &l.cells[i]
		i++
		if c.path == 0 {
			continue
		}
		s := string(c.r)
		for i < len(l.cells) && l.cells[i].start == l.cells[i].end {
			s += string(l.cells[i].r)
			i++
		}
		emit(c.start, c.end, s, l.paths[c.path])
	}
}

// suspicious returns the offset of the next character that could begin a
// mis-decoded one, or -1.
func suspicious(text string, i int) int {
	var lead uint32
	for i < len(text) {
		if b := text[i]; b < utf8.RuneSelf {
			if lead != 0 && lead&markPages != 0 && b != '.' {
				return i
			}
			lead = 0
			if b == '?' && i > 0 && i+1 < len(text) && (text[i+1]|0x20-'a' < 26 || text[i-1] == ' ' && text[i+1] == ' ' || text[i+1] == '?') {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		row := charset.Lookup(r)
		if lead&row.Cont != 0 || r == utf8.RuneError || scriptOf(r) == eastAsian {
			return i
		}
		lead = row.Lead
		i += n
	}
	return -1
}
