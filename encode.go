package copydesk

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/money"
)

// What follows appends to b what package json would write. A finding that was made by hand
// and has what none is found with, such as a confidence of 5, is left to that package.

// A finding appends its JSON to b, unless that is left to package json.
type finding[T any] interface {
	*T
	appendJSON(b []byte) (_ []byte, ok bool)
}

// appendString appends a JSON string, in which <, > and & stand as they are.
func appendString(b []byte, s string) []byte {
	return append(appendQuoted(append(b, '"'), s), '"')
}

// appendQuoted appends what stands between the quotation marks of a JSON string.
func appendQuoted(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' || c == '"' || c == '\\' {
				b = appendEscaped(append(b, s[from:i]...), c)
				from = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b = append(append(b, s[from:i]...), `\ufffd`...)
			from = i + 1
		case r == '\u2028' || r == '\u2029': // which end a line of JavaScript
			b = append(append(b, s[from:i]...), `\u202`...)
			b = append(b, '8'+byte(r-'\u2028'))
			from = i + size
		}
		i += size
	}
	return append(b, s[from:]...)
}

func appendEscaped(b []byte, c byte) []byte {
	const short = "\b\f\n\r\t\"\\"
	if i := strings.IndexByte(short, c); i >= 0 {
		return append(b, '\\', `bfnrt"\`[i])
	}
	const hex = "0123456789abcdef"
	return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}

func appendField(b []byte, name, value string) []byte { return appendString(append(b, name...), value) }

func appendNumber(b []byte, name string, n int) []byte {
	return strconv.AppendInt(append(b, name...), int64(n), 10)
}

func (s *Span) appendJSON(b []byte) []byte {
	b = appendNumber(b, `{"start":`, s.Start)
	b = appendNumber(b, `,"end":`, s.End)
	b = appendNumber(b, `,"orig_start":`, s.OrigStart)
	return appendNumber(b, `,"orig_end":`, s.OrigEnd)
}

func (c *Change) appendJSON(b []byte) (_ []byte, ok bool) {
	b = c.Span.appendJSON(b)
	b = appendField(b, `,"step":`, c.Step)
	b = appendField(b, `,"from":`, c.From)
	b = appendField(b, `,"to":`, c.To)
	return append(b, '}'), true
}

func (e *Entity) appendJSON(b []byte) (_ []byte, ok bool) {
	if e.Confidence != 0 && !(1e-6 <= e.Confidence && e.Confidence <= 1) {
		return b, false
	}
	b = e.Span.appendJSON(b)
	b = appendField(b, `,"text":`, e.Text)
	b = appendField(b, `,"label":`, string(e.Label))
	b = appendField(b, `,"canonical":`, e.Canonical)
	b = appendNumber(b, `,"cluster":`, e.Cluster)
	b = appendField(b, `,"country":`, e.Country)
	b = strconv.AppendFloat(append(b, `,"confidence":`...), e.Confidence, 'f', -1, 64)
	b = appendField(b, `,"id":`, e.ID)
	return append(b, '}'), true
}

func (d *Date) appendJSON(b []byte) (_ []byte, ok bool) {
	if d.Type > dates.TypeSet || d.Mod > dates.ModOnOrAfter || d.Evidence > dates.EvidenceHabit {
		return b, false
	}
	b = d.Span.appendJSON(b)
	b = appendField(b, `,"text":`, d.Text)
	b = appendField(b, `,"type":`, d.Type.String())
	b = appendField(b, `,"value":`, d.Value)
	b = appendField(b, `,"mod":`, d.Mod.String())
	b = d.From.appendJSON(append(b, `,"from":`...))
	b = d.To.appendJSON(append(b, `,"to":`...))
	b = appendField(b, `,"evidence":`, d.Evidence.String())
	b = strconv.AppendBool(append(b, `,"ambiguous":`...), d.Ambiguous)
	b = strconv.AppendBool(append(b, `,"through":`...), d.Through)
	b = appendField(b, `,"zone":`, d.Zone)
	return append(b, '}'), true
}

func (m *Sum) appendJSON(b []byte) (_ []byte, ok bool) {
	if m.Mod > money.ModEqualOrMore || m.Evidence > money.EvidenceHabit {
		return b, false
	}
	b = m.Span.appendJSON(b)
	b = appendField(b, `,"text":`, m.Text)
	b = appendField(b, `,"currency":`, m.Currency)
	b, _ = m.Min.AppendText(append(b, `,"min":"`...))
	b, _ = m.Max.AppendText(append(b, `","max":"`...))
	b = appendField(b, `","mod":`, m.Mod.String())
	b = strconv.AppendBool(append(b, `,"ambiguous":`...), m.Ambiguous)
	b = appendField(b, `,"evidence":`, m.Evidence.String())
	return append(b, '}'), true
}

// appendJSON appends the text of t as a JSON string.
func (t Time) appendJSON(b []byte) []byte {
	b = append(b, '"')
	if !t.IsZero() {
		b = t.AppendFormat(b, time.RFC3339)
	}
	return append(b, '"')
}
