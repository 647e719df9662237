package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/closed"
)

// Quotes is the step that brings quotation marks and dashes to one style. The
// zero value keeps them as they are. [Default] does not hold it, since both
// styles are right: it is for texts that are to look alike.
//
//	normalize.New(normalize.Default(), normalize.Quotes{Marks: normalize.MarkStyleStraight})
//
// Curly marks are the English ones; quotation marks of other kinds, such as
// „…“ and «…», stay. Changes are named "quotes".
type Quotes struct {
	Marks  MarkStyle // quotation marks and apostrophes
	Dashes MarkStyle // dashes and ellipses
}

// MarkStyle is a style of punctuation marks.
type MarkStyle uint8

const (
	// MarkStyleKeep leaves the marks as they are.
	MarkStyleKeep MarkStyle = iota
	// MarkStyleCurly writes “ ” ‘ ’, and – — … for -- --- and three full stops.
	MarkStyleCurly
	// MarkStyleStraight writes " and ', - for short dashes, -- for long ones, and
	// three full stops for an ellipsis: plain ASCII.
	MarkStyleStraight
)

var markStyles = closed.Set{Package: "normalize", Kind: "style of marks", Names: []string{"keep", "curly", "straight"}}

// String returns "keep", "curly" or "straight".
func (s MarkStyle) String() string { return markStyles.String(uint8(s)) }

// MarshalText returns the same text as String, or an error for what is no MarkStyle.
func (s MarkStyle) MarshalText() ([]byte, error) { return markStyles.MarshalText(uint8(s)) }

// UnmarshalText reads what MarshalText writes.
func (s *MarkStyle) UnmarshalText(text []byte) error {
	return markStyles.UnmarshalText((*uint8)(s), text)
}

// Name returns "quotes".
func (Quotes) Name() string { return "quotes" }

// Edits proposes the style wanted for each mark in another one.
func (q Quotes) Edits(text string, emit func(start, end int, replacement string)) {
	if q == (Quotes{}) {
		return
	}
	var quotes quoteTrack
	for i := 0; i < len(text); {
		n, s := 0, ""
		switch text[i] {
		case 0xE2:
			n, s = q.straighten(text, i)
		case '"', '\'', '`':
			if q.Marks == MarkStyleCurly {
				n, s = curl(text, i, &quotes)
			}
		case '-':
			if q.Dashes == MarkStyleCurly {
				n, s = lengthen(text, i)
			}
		case '.':
			if q.Dashes == MarkStyleCurly && run(text, i) == 3 {
				n, s = 3, "…"
			}
		}
		if s != "" {
			emit(i, i+n, s)
		}
		i += max(n, 1)
	}
}

// straighten returns the ASCII form of the mark at i.
func (q Quotes) straighten(text string, i int) (int, string) {
	r, n := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '‘', '’', '‛':
		if q.Marks == MarkStyleStraight {
			return n, "'"
		}
	case '“', '”', '‟':
		if q.Marks == MarkStyleStraight {
			return n, `"`
		}
	case '‐', '‑', '‒', '–', '−':
		if q.Dashes == MarkStyleStraight {
			return n, "-"
		}
	case '—', '―':
		if q.Dashes == MarkStyleStraight {
			return n, "--"
		}
	case '…':
		if q.Dashes == MarkStyleStraight {
			return n, "..."
		}
	}
	return n, ""
}

// curl returns the curly form of the mark at i, going by what stands on its
// left: a mark opens at a start, after a space and after what opens itself.
func curl(text string, i int, quotes *quoteTrack) (int, string) {
	n := run(text, i)
	double := text[i] == '"'
	switch {
	case text[i] == '`' && n != 2, n > 2, double && n > 1:
		return n, ""
	case n == 2:
		double = true
	}
	// A mark next to another faces the same way.
	start, end := i, i+n
	for start > 0 && (text[start-1] == '"' || text[start-1] == '\'') && i-start < 8 {
		start--
	}
	for end < len(text) && (text[end] == '"' || text[end] == '\'') && end-i < 8 {
		end++
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	opens := start == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/“‘", before)
	if end == len(text) || unicode.IsSpace(after) {
		opens = false
	}
	switch {
	case double && (opens || text[i] == '`'):
		return n, opening
	case double:
		if unicode.IsDigit(before) && !quotes.at(text, i).open {
			return n, "" // inches
		}
		return n, closing
	case opens && !unicode.IsDigit(after):
		return n, "‘"
	}
	return n, "’"
}

// lengthen returns the dash for which the hyphens at i stand.
func lengthen(text string, i int) (int, string) {
	n := run(text, i)
	switch n {
	case 2:
		return n, "–"
	case 3:
		return n, "—"
	}
	return n, ""
}

// run returns how often the byte at i is repeated.
func run(text string, i int) int {
	end := i
	for end < len(text) && text[end] == text[i] {
		end++
	}
	return end - i
}
