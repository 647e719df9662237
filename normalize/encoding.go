package normalize

import (
	"strings"
	"unicode/utf8"
)

// Encoding is the step that undoes mis-decoding: text whose bytes were read
// with the wrong character set, once or several times over.
//
//   - UTF-8 read as one of 26 single-byte character sets (windows-874 and 1250 to 1258,
//     latin-1, ISO 8859-2, -7, -9 and -15, those of the Macintosh and of DOS,
//     KOI8-R and -U), or as GBK, Big5, Shift-JIS or EUC-KR: a whole line, a part of
//     it or one character, layer under layer, also where the damage has
//     lost control characters or no-break spaces, or was put in capitals;
//   - bytes of a legacy character set read as another ("Ïðèâåò"), in about fifty
//     languages, where letter pairs speak for it, and of central European, Baltic
//     and Turkish ones read as western ("veæ danas"), where the words between do;
//   - characters of which one byte is gone, where the others and the language of
//     the line leave one;
//   - marks of English lost to U+FFFD or "?", or read as letters of another system
//     ("ItÕs", "Itís"), by their place.
//
// A reading is accepted on the evidence of what it would undo, of what would
// come out between its neighbours, and of the rest of the line; what remains in
// doubt stays as it is, and a letter of which nothing is left is never invented.
// Changes are named "encoding".
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

func (e Encoding) run(text string, emit func(start, end int, replacement, path string)) {
	var l *line
	k := newLook(text)
	for done := 0; ; {
		at := k.suspicious(done)
		if at < 0 {
			break
		}
		if l == nil {
			l = lines.Get().(*line)
		}
		start := max(done, strings.LastIndexByte(text[done:at], '\n')+1+done)
		if at-start > longestPiece/2 {
			start = cutBefore(text, start, at-longestPiece/4)
		}
		end := nextByte(text, at, '\n')
		if end-start > longestPiece {
			end = cutBefore(text, at+1, start+longestPiece)
		}
		l.load(text, start, end)
		if l.repair() {
			l.emit(emit)
		}
		done = end
	}
	if l != nil {
		l.text = ""
		lines.Put(l)
	}
}

// longestPiece is the length in bytes up to which a line is repaired as a whole.
// What is said of lines is true of the pieces of a longer one.
const longestPiece = 1 << 15

// cutBefore returns the offset of a good place to cut text[from:to], near its
// end: at a space or at least between two characters.
func cutBefore(text string, from, to int) int {
	near := max(from, to-longestPiece/8)
	if at := strings.LastIndexByte(text[near:to], ' '); at >= 0 {
		return near + at
	}
	for to > from && !utf8.RuneStart(text[to]) {
		to--
	}
	return to
}

// emit proposes an edit for each repaired character, together with those that
// came from the same cells. Their replacements are parts of one string.
func (l *line) emit(emit func(start, end int, replacement, path string)) {
	l.stretch = l.stretch[:0]
	for i := range l.cells {
		if l.cells[i].path != 0 {
			l.stretch = utf8.AppendRune(l.stretch, l.cells[i].r)
		}
	}
	rest := string(l.stretch)
	for i := 0; i < len(l.cells); {
		c := &l.cells[i]
		i++
		if c.path == 0 {
			continue
		}
		n := utf8.RuneLen(c.r)
		for i < len(l.cells) && l.cells[i].start == l.cells[i].end {
			n += utf8.RuneLen(l.cells[i].r)
			i++
		}
		emit(l.base+int(c.start), l.base+int(c.end), rest[:n], l.paths[c.path])
		rest = rest[n:]
	}
}
