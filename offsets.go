package copydesk

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/closed"
)

// A Unit is what offsets count. Its text form is "bytes", "runes" or "utf16".
type Unit uint8

// The units.
const (
	UnitBytes Unit = iota // of UTF-8, as in Go and Rust
	UnitRunes             // code points, as in Python
	UnitUTF16             // code units of UTF-16, as in JavaScript, Java and C#
)

var unitNames = closed.Set{Package: "copydesk", Kind: "unit", Names: []string{"bytes", "runes", "utf16"}}

// String returns "bytes", "runes" or "utf16".
func (u Unit) String() string { return unitNames.String(uint8(u)) }

// MarshalText returns the same text as String, or an error for what is no Unit.
func (u Unit) MarshalText() ([]byte, error) { return unitNames.MarshalText(uint8(u)) }

// UnmarshalText reads what MarshalText writes.
func (u *Unit) UnmarshalText(text []byte) error { return unitNames.UnmarshalText((*uint8)(u), text) }

// Offsets returns a copy of the record whose Start and End, and OrigStart and
// OrigEnd, count units of the record's text and of the article's. PageStart and
// PageEnd stay what they are.
//
// The record is one whose offsets are in bytes, as Annotate makes them, and the
// article's text is what its changes were made in, so the record itself is
// enough, wherever it was read from. Time is linear in the length of the text.
func (r Record) Offsets(unit Unit) Record {
	if unit == UnitBytes || !unitNames.Has(uint8(unit)) {
		return r
	}
	original := r.original()
	text, orig := newRuler(r.Text, unit), newRuler(original, unit)
	move := func(s Span) Span {
		s.Start, s.End = text.at(s.Start), text.at(s.End)
		s.OrigStart, s.OrigEnd = orig.at(s.OrigStart), orig.at(s.OrigEnd)
		return s
	}
	r.Changes, r.Entities = slices.Clone(r.Changes), slices.Clone(r.Entities)
	r.Dates, r.Money = slices.Clone(r.Dates), slices.Clone(r.Money)
	for i := range r.Changes {
		r.Changes[i].Span = move(r.Changes[i].Span)
	}
	for i := range r.Entities {
		r.Entities[i].Span = move(r.Entities[i].Span)
	}
	for i := range r.Dates {
		r.Dates[i].Span = move(r.Dates[i].Span)
	}
	for i := range r.Money {
		r.Money[i].Span = move(r.Money[i].Span)
	}
	return r
}

// original is the text of the article: that of the record with its changes
// undone.
func (r Record) original() string {
	var b strings.Builder
	at := 0
	for _, c := range r.Changes {
		if c.Start < at || c.End < c.Start || c.End > len(r.Text) {
			continue // not of this record
		}
		b.WriteString(r.Text[at:c.Start])
		b.WriteString(c.asCame())
		at = c.End
	}
	b.WriteString(r.Text[at:])
	return b.String()
}

// asCame is what the change was made from. In a record that was JSON, U+FFFD stands
// for each byte of it that is not UTF-8; it is a byte again, whichever.
func (c Change) asCame() string {
	const more = len("\uFFFD") - 1
	if n := len(c.From) - (c.OrigEnd - c.OrigStart); n > 0 {
		return strings.Replace(c.From, "\uFFFD", "\xFF", n/more)
	}
	return c.From
}

// A ruler tells how many units of a text stand before a byte of it.
type ruler struct {
	text  string
	unit  Unit
	marks []int // units before each stretch of so many bytes; nil when all bytes are units
}

const stretch = 256

func newRuler(text string, unit Unit) ruler {
	r := ruler{text: text, unit: unit}
	if !wide(text) {
		return r
	}
	if !utf8.ValidString(text) {
		r.text = valid(text)
	}
	r.marks = make([]int, 0, len(text)/stretch+1)
	units := 0
	for at := 0; ; at += stretch {
		r.marks = append(r.marks, units)
		if at+stretch > len(text) {
			return r
		}
		units += r.units(at, at+stretch)
	}
}

// valid returns a text with a letter for each byte that is not UTF-8.
func valid(text string) string {
	b := []byte(text)
	for i, c := range text {
		if c == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			b[i] = 'x'
		}
	}
	return string(b)
}

// wide reports whether a text has anything outside ASCII.
func wide(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// units counts the units whose character begins in text[from:to].
func (r *ruler) units(from, to int) (n int) {
	for ; from < to; from++ {
		switch c := r.text[from]; {
		case c >= 0xF0 && r.unit == UnitUTF16:
			n += 2
		case utf8.RuneStart(c):
			n++
		}
	}
	return n
}

// at returns the offset of byte i, which is clamped to the text.
func (r *ruler) at(i int) int {
	i = min(max(i, 0), len(r.text))
	if r.marks == nil {
		return i
	}
	k := i / stretch
	return r.marks[k] + r.units(k*stretch, i)
}
