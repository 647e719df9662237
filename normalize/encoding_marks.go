package normalize

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// English text loses little but quotation marks, dashes and ellipses when its
// encoding is mistaken, and where they stand says which they were. So in a line
// of English, and in no other, a mark is put back where a replacement character
// or question marks have taken its place.

// lossKind says what stands in the place of a mark.
type lossKind uint8

const (
	notLost     lossKind = iota
	lostSign             // U+FFFD, once or for each byte
	lostLead             // â, of which the rest was a control character
	lostPair             // an East Asian letter that is E2 80
	lostQuery            // a question mark
	lostSwallow          // two replacements and an East Asian letter
)

// restoreMarks puts marks back into a line of English.
func (l *line) restoreMarks() (changed bool) {
	if !l.marksLost() {
		return false
	}
	out := l.spare[:0]
	query := false // a quotation has begun at a question mark
	for i := 0; i < len(l.cells); {
		n, kind, known := l.lostMark(i)
		r := known
		if n == 0 && query && l.cells[i].r == '?' && !l.cell(i-1).gap() && !l.cell(i+1).letter() {
			n, kind, r, query = 1, lostQuery, '”', false
		}
		if n > 0 && r == 0 {
			r = l.restoredMark(i, n, kind, out)
		}
		if r == 0 {
			out = append(out, l.cells[i])
			i++
			continue
		}
		query = query || kind == lostQuery && r == '“'
		c := charOf(r)
		from := l.cells[i : i+n]
		path := l.path(l.lossPath(kind, i), from)
		end := from[n-1].end
		out = append(out, cell{c, charset.Lookup(r), from[0].start, end, path})
		if kind == lostSwallow {
			_, low := charset.EUCKR.Encode(from[n-1].r)
			out = append(out, cell{charOf(rune(low)), charset.Lookup(rune(low)), end, end, path})
		}
		i += n
		changed = true
	}
	l.cells, l.spare = out, l.cells
	return changed
}

// marksLost reports whether marks can be restored: the line is English, and no
// letter has been lost besides.
func (l *line) marksLost() bool {
	some, foreign := false, false
	for i := 0; i < len(l.cells); i++ {
		n, kind, _ := l.lostMark(i)
		if n == 0 {
			continue
		}
		some = true
		before, after := l.cell(i-1), l.cell(i+n)
		if before.letter() && after.letter() && kind != lostSwallow && l.guess(i, n, false) == 0 {
			foreign = true
		}
		i += n - 1
	}
	if !some {
		return false
	}
	score := l.english()
	return score >= 2 && !(foreign && score < 6)
}

// lostMark reports the number of cells at i that may stand for one mark, and
// the mark itself if that is known.
func (l *line) lostMark(i int) (n int, kind lossKind, mark rune) {
	c := l.cells[i]
	switch {
	case c.c == clsLost:
		for n = 1; l.cell(i+n).c == clsLost; n++ {
		}
		if n == 2 {
			if mark = swallowed(l.cell(i + n)); mark != 0 {
				return 3, lostSwallow, mark
			}
		}
		return n, lostSign, 0
	case c.r == 'â' && c.path == 0:
		switch l.cell(i + 1).r {
		case '¦':
			return 2, lostLead, '…'
		case '¬':
			return 2, lostLead, '€'
		}
		for n = 1; n < 3 && l.cell(i+n).r == '?'; n++ {
		}
		return n, lostLead, 0
	case c.r == '鈥' || c.r == '窶':
		if next := l.cell(i + 1); next.r == '?' || next.c == clsLost {
			return 2, lostPair, 0
		}
	case c.r == '?':
		if l.cell(i-1).r == '?' {
			return 0, notLost, 0
		}
		for n = 1; n < 4 && l.cell(i+n).r == '?'; n++ {
		}
		if n == 2 {
			if mark = swallowed(l.cell(i + n)); mark != 0 {
				return 3, lostSwallow, mark
			}
		}
		before, after := l.cell(i-1), l.cell(i+n)
		switch {
		case n != 1 && n != 3:
			return 0, notLost, 0
		case before.letter() && after.letter(), before.gap() && after.letter():
			return n, lostQuery, 0
		case (before.letter() || before.r == ',' || before.r == '.') && !after.letter() && n == 3:
			return n, lostQuery, 0
		}
		return 0, notLost, 0
	}
	return 0, notLost, 0
}

// swallowed returns the mark whose last byte, with an ASCII letter, became c in
// EUC-KR.
func swallowed(c char) rune {
	if c.s != eastAsian {
		return 0
	}
	high, low := charset.EUCKR.Encode(c.r)
	if low >= 0x80 || !strings.ContainsRune("\u0098\u0099\u009C\u009D\u0093\u0094\u00A6", rune(high)) {
		return 0
	}
	return 0x2000 + rune(high&0x3F)
}

// restoredMark decides which mark, if any, the lost one at cell i was. before
// is the line up to there as it has been restored.
func (l *line) restoredMark(i, n int, kind lossKind, before []cell) rune {
	r := l.guess(i, n, opened(before))
	switch r {
	case '“':
		if kind != lostPair && !l.closes(i+n) {
			return 0
		}
	case '”':
		if prev, after := l.cell(i-1), l.cell(i+n); kind != lostQuery && prev.r|0x20 == 's' && after.r == ' ' && l.closes(i+n) {
			return '’'
		}
		if kind == lostQuery && !opened(before) {
			return 0
		}
	}
	return r
}

func (l *line) guess(i, n int, open bool) rune {
	return guessMark(l.cell(i-1), l.cell(i+n), l.cell(i+n+1), l.cell(i+n+2), open)
}

// longestQuotation is how far off the other end of a quotation is looked for, in
// characters.
const longestQuotation = 2048

// closes reports whether a lost or remaining closing quotation mark follows.
func (l *line) closes(i int) bool {
	for last := min(len(l.cells), i+longestQuotation); i < last; i++ {
		if l.cells[i].r == '”' {
			return true
		}
		if n, _, _ := l.lostMark(i); n > 0 || l.cells[i].r == '?' {
			if n == 0 {
				n = 1
			}
			if !l.cell(i-1).gap() && !l.cell(i+n).letter() {
				return true
			}
			i += n - 1
		}
	}
	return false
}

// lossPath names what happened.
func (l *line) lossPath(kind lossKind, i int) string {
	switch {
	case kind == lostLead:
		return "latin-1~drop"
	case kind == lostSwallow:
		return "cp949~?"
	case kind == lostPair && l.cells[i].r == '窶':
		return "cp932~?"
	case kind == lostPair:
		return "gbk~?"
	}
	return "?"
}

// english says how surely the line is English, from its short words: at least 2
// when it may be.
func (l *line) english() int {
	words, score := 0, 0
	var buf [8]byte
	n := 0
	for i := 0; i <= len(l.cells); i++ {
		c := l.cell(i)
		if c.r < 0x80 && c.letter() {
			if n < len(buf) {
				buf[n] = byte(c.r) | 0x20
			}
			n++
			continue
		}
		if n > 0 {
			words++
			if n <= len(buf) {
				score += englishWord(string(buf[:n]))
			}
			if n == 1 && l.cell(i-1).r == 'I' {
				score++
			}
		}
		n = 0
	}
	if score < 3 && words > 8 {
		return 0
	}
	return score
}

// englishWord returns 2 for a word that only English has among its most common
// ones, 1 for one that it shares with other languages.
func englishWord(w string) int {
	switch w {
	case "the", "of", "and", "that", "you", "with", "are", "this", "have", "not", "from", "they", "his", "has", "but", "were", "your", "what", "who", "said", "about", "their", "there", "which", "when", "been", "would", "had", "very", "she", "him", "them", "than", "into", "only", "also", "after", "first", "other", "like", "just", "these", "our", "because", "how", "could", "should", "most", "any", "then", "some", "isn", "don", "didn", "won", "doesn", "wasn", "aren", "haven":
		return 2
	case "to", "in", "is", "for", "it", "was", "on", "be", "by", "at", "he", "or", "we", "will", "an", "my", "if", "can", "out", "all", "as", "one", "her", "more", "no", "do", "so", "up", "its", "may", "new", "two", "now", "over", "time":
		return 1
	}
	return 0
}
