package normalize

import "strings"

// Encoding is the step that undoes mis-decoding: text whose bytes were read
// with the wrong character set, once or several times over.
//
//   - UTF-8 read as one of 26 single-byte character sets (windows-874 and 1250 to 1258,
//     latin-1, ISO 8859-2, -7, -9 and -15, those of the Macintosh and of DOS,
//     KOI8-R and -U), or as GBK, Big5, Shift-JIS or EUC-KR: a whole line, a part of
//     it or one character, layer under layer, also where the damage has
//     lost control characters or no-break spaces, or was put in capitals;
//   - bytes of a legacy character set read as another ("Ïðèâåò"), in about fifty
//     languages, where letter pairs speak for it;
//   - marks of English lost to U+FFFD or "?", by their place.
//
// A reading is accepted on the evidence of what it would undo, of what would
// come out between its neighbours, and of the rest of the line; what remains in
// doubt stays as it is, and lost letters are never invented. Changes are named
// "encoding".
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
