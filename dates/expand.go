package dates

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk/internal/scan"

	"github.com/copydesk-go/copydesk/dates/internal/timex"
)

// Expand is a step of normalisation that writes the date an expression denotes
// into the text, in brackets behind it: "next week [29 Nov–5 Dec 2021]". It
// writes where the reader could not know: behind expressions that leave out
// the year or more, if their interval is known, with the months of the language that the
// text is read in. It is idempotent: what it wrote it neither expands nor reads.
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
	e.each(context.Background(), text, true, func(f *finder, ph phrase, m Mention) bool {
		at := noteAt(text, m.End)
		if m.To.IsZero() || ph.explicit() || hasNote(text, at) || f.months[0] == "" {
			return true
		}
		emit(at, at, " ["+f.note(m)+"]")
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

// What a note writes of a day.
const (
	theDay = 1 << iota
	theMonth
	theYear
	wholeDate = theDay | theMonth | theYear
)

// note writes an interval as people do: "23 Nov 2021", "29 Nov–5 Dec 2021",
// "Oct 2021", "Jul–Sep 2021", "2021", "23 Nov 2021 22:00".
func (l *spoken) note(m Mention) string {
	from, last := m.From, m.To.Add(-time.Nanosecond)
	if m.Type == TypeTime {
		if m.To.Sub(m.From) <= time.Minute {
			return l.date(from, wholeDate) + from.Format(" 15:04")
		}
		return l.date(from, wholeDate)
	}
	whole := from.Day() == 1 && m.To.Day() == 1
	switch {
	case whole && from.Month() == time.January && m.To.Month() == time.January:
		return l.joined(from, last, theYear, theYear, from.Year() == last.Year())
	case whole && from.Year() == last.Year():
		return l.joined(from, last, theMonth, theMonth|theYear, from.Month() == last.Month())
	case whole:
		return l.joined(from, last, theMonth|theYear, theMonth|theYear, false)
	case from.Year() != last.Year():
		return l.joined(from, last, wholeDate, wholeDate, false)
	case from.Month() != last.Month():
		return l.joined(from, last, theDay|theMonth, wholeDate, false)
	}
	return l.joined(from, last, theDay, wholeDate, from.Day() == last.Day())
}

func (l *spoken) joined(from, last time.Time, first, second int, one bool) string {
	if one {
		return l.date(last, second)
	}
	return l.date(from, first) + "–" + l.date(last, second)
}

// date writes parts of a day.
func (l *spoken) date(t time.Time, parts int) string {
	var b []byte
	if parts&theDay != 0 {
		b = append(strconv.AppendInt(b, int64(t.Day()), 10), l.dayMark...)
	}
	if parts&theMonth != 0 {
		b = append(blank(b), l.months[t.Month()-1]...)
	}
	if parts&theYear != 0 {
		b = t.AppendFormat(blank(b), "2006")
	}
	return string(b)
}

// blank appends a space to what is not empty.
func blank(b []byte) []byte {
	if len(b) > 0 {
		b = append(b, ' ')
	}
	return b
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
		case b == ' ' || b == ':' || b == '.' && scan.Digit(s[j-1]):
			j++
		case strings.HasPrefix(s[j:], "–"):
			j += len("–")
		default:
			n := monthIn(s[j:])
			if n == 0 {
				return i
			}
			j += n
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

// monthIn is the length of the longest name of a month in a note that s starts with, or 0.
func monthIn(s string) (size int) {
	for i := range languages {
		for _, m := range &languages[i].months {
			if len(m) > size && strings.HasPrefix(s, m) {
				size = len(m)
			}
		}
	}
	return size
}
