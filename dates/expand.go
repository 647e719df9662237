package dates

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"

	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// Expand is a step of normalisation that writes the date an expression denotes
// into the text, in brackets behind it: "next week [29 Nov–5 Dec 2021]". It
// writes where the reader could not know: behind expressions that leave out
// the year or more, if their interval is known. It is idempotent: what it wrote
// it neither expands nor reads.
//
// Expand implements the Step of package normalize. It is safe for concurrent
// use, and allocates for the notes it writes.
type Expand struct {
	Resolver
}

// Name returns "dates".
func (e Expand) Name() string { return "dates" }

// Edits proposes each note, which is an insertion: start equals end.
func (e Expand) Edits(text string, emit func(start, end int, replacement string)) {
	e.each(context.Background(), text, true, func(ph phrase, m Mention) bool {
		at := noteAt(text, m.End)
		if m.To.IsZero() || ph.explicit() || hasNote(text, at) {
			return true
		}
		emit(at, at, " ["+e.note(m)+"]")
		return true
	})
}

// explicit reports whether the words themselves give the whole date.
func (ph phrase) explicit() bool {
	named := ph.Holiday != 0 || ph.Beside != 0 || ph.Grain != timex.NoUnit || ph.Point.Day < 0
	return ph.Sense == timex.Calendar && ph.Point.Year != 0 && !named
}

// noteAt is where the note goes: past a possessive.
func noteAt(text string, end int) int {
	for _, s := range [...]string{"'s", "’s"} {
		if strings.HasPrefix(text[end:], s) && scan.EndsWord(text, end+len(s)) {
			return end + len(s)
		}
	}
	return end
}

func hasNote(text string, at int) bool {
	return strings.HasPrefix(text[at:], " [") && noteEnd(text, at+1) > at+1
}

// note writes an interval as people do: "23 Nov 2021", "29 Nov–5 Dec 2021",
// "Oct 2021", "Jul–Sep 2021", "2021", "23 Nov 2021 22:00".
func (e Expand) note(m Mention) string {
	from, last := m.From, m.To.Add(-time.Nanosecond)
	if m.Type == TypeTime {
		if m.To.Sub(m.From) <= time.Minute {
			return from.Format("2 Jan 2006 15:04")
		}
		return from.Format("2 Jan 2006")
	}
	whole := from.Day() == 1 && m.To.Day() == 1
	switch {
	case whole && from.Month() == time.January && m.To.Month() == time.January:
		return joined(from, last, "2006", "2006", from.Year() == last.Year())
	case whole && from.Year() == last.Year():
		return joined(from, last, "Jan", "Jan 2006", from.Month() == last.Month())
	case whole:
		return joined(from, last, "Jan 2006", "Jan 2006", false)
	case from.Year() != last.Year():
		return joined(from, last, "2 Jan 2006", "2 Jan 2006", false)
	case from.Month() != last.Month():
		return joined(from, last, "2 Jan", "2 Jan 2006", false)
	}
	return joined(from, last, "2", "2 Jan 2006", from.Day() == last.Day())
}

func joined(from, last time.Time, first, second string, one bool) string {
	if one {
		return last.Format(second)
	}
	return from.Format(first) + "–" + last.Format(second)
}

const longestNote = 48

// noteEnd returns the end of a note of Expand's that starts with the bracket at
// s[i], or i: figures, names of months and dashes, with a year among them.
func noteEnd(s string, i int) int {
	year := false
	for j := i + 1; j < len(s) && j < i+longestNote; {
		switch b := s[j]; {
		case b == ']' && year:
			return j + 1
		case scan.Digit(b):
			n := j
			for j < len(s) && scan.Digit(s[j]) && j-n < 5 {
				j++
			}
			year = year || j-n == 4
		case b == ' ' || b == ':':
			j++
		case strings.HasPrefix(s[j:], "–"):
			j += len("–")
		case j+3 <= len(s) && monthAbbreviation(s[j:j+3]):
			j += 3
		default:
			return i
		}
	}
	return i
}

// withoutNotes is a line without the notes of Expand's, whose words say nothing of its language.
func withoutNotes(line string) string {
	rest, whole := line, strings.Builder{}
	for {
		i := strings.IndexByte(rest, '[')
		if i < 0 {
			break
		}
		end := noteEnd(rest, i)
		whole.WriteString(rest[:i])
		if end == i {
			whole.WriteByte('[')
			end++
		}
		rest = rest[end:]
	}
	if whole.Len() == 0 {
		return line
	}
	whole.WriteString(rest)
	return whole.String()
}

func monthAbbreviation(s string) bool {
	const names = "JanFebMarAprMayJunJulAugSepOctNovDec"
	at := strings.Index(names, s)
	return at >= 0 && at%3 == 0 && utf8.ValidString(s)
}
