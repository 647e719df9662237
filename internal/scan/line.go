package scan

import "strings"

// A Line is the line of a text that was last asked for.
type Line struct{ Start, End int }

// nearby is how far on, in bytes, a line is looked for from the last one, rather than back from
// the place that is asked about, which is slower.
const nearby = 1 << 10

// Around makes it the line of text[i], which its line end belongs to, and reports whether it
// was another. Of i behind the text it is the last line.
func (l *Line) Around(text string, i int) (moved bool) {
	if l.Start <= i && i < l.End {
		return false
	}
	if i-l.End >= nearby || i < l.End || i == len(text) {
		l.Start = strings.LastIndexByte(text[:i], '\n') + 1
		l.End = lineEnd(text, i)
		return true
	}
	for l.End <= i {
		l.Start, l.End = l.End, lineEnd(text, l.End)
	}
	return true
}

func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}
