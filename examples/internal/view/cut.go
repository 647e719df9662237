package view

// A mark is a stretch of a text and what is to be said of it.
type mark struct {
	start, end int
	Class      string // what kind it is
	Key        string // of the row that explains it; marks with the same key light up together
	Doubt      string // how certain it is: likely, doubt or ""
}

// A piece is a mark with its text, which changes may divide; or text alone.
type piece struct {
	Mark  *mark
	Parts []part
}

type part struct {
	Text   string
	Change *mark
}

// cut divides a text at its marks, and what it divides at its changes. A change
// that deletes is a part without text.
func cut(text string, marks, changes []mark) []piece {
	var out []piece
	at := 0
	add := func(m *mark, end int) {
		p := piece{Mark: m}
		p.Parts, changes = divide(text, at, end, changes, m == nil || end == len(text))
		at = end
		if len(p.Parts) > 0 {
			out = append(out, p)
		}
	}
	for i := range marks {
		add(nil, marks[i].start)
		add(&marks[i], marks[i].end)
	}
	add(nil, len(text))
	return out
}

// divide cuts text[at:end] at the changes and returns those that reach beyond.
// With last, an empty change at end belongs to the text before it.
func divide(text string, at, end int, changes []mark, last bool) ([]part, []mark) {
	var parts []part
	plain := func(to int) {
		if to > at {
			parts = append(parts, part{Text: text[at:to]})
			at = to
		}
	}
	for len(changes) > 0 {
		c := &changes[0]
		if c.start > end || c.start == end && (c.end > end || !last) {
			break
		}
		plain(c.start)
		to := min(c.end, end)
		parts = append(parts, part{text[max(at, c.start):max(to, at)], c})
		at = max(at, to)
		if c.end > end {
			break
		}
		changes = changes[1:]
	}
	plain(end)
	return parts, changes
}
