package copydesk

import (
	"bytes"
	"encoding/json"
	"io"
	"sync"
	"unicode/utf8"
)

// Marshal returns a value, such as a [Record] or a [Failure], as one line of JSON
// in which <, > and & stand as they are. The error is that of package json: a
// record has none unless its ID or Meta, given by hand, are no JSON.
func Marshal(v any) ([]byte, error) {
	l := newLine(nil)
	err := l.write(v)
	return l.buf.Bytes(), err
}

// MarshalWrite writes what [Marshal] returns to w. A [Record] is written finding by
// finding, so that the line of a long text is never in memory as a whole. Nothing is
// written of a value that Marshal has an error for; other errors are those of w.
func MarshalWrite(w io.Writer, v any) error {
	l := lines.Get().(*line)
	defer func() {
		l.w = nil
		lines.Put(l)
	}()
	l.w, l.err = w, nil
	l.buf.Reset()
	if err := l.write(v); err != nil {
		return err
	}
	l.flush()
	return l.err
}

// lines are those that were written.
var lines = sync.Pool{New: func() any { return newLine(nil) }}

// A line is one line of JSON on its way to a writer.
type line struct {
	w    io.Writer // nil for a line that is kept
	buf  bytes.Buffer
	json *json.Encoder // into buf
	err  error         // the first of w
}

// enough is how much of a line is kept before it is written, and of a text before it
// is encoded, in bytes.
const enough = 32 << 10

func newLine(w io.Writer) *line {
	l := &line{w: w}
	l.json = json.NewEncoder(&l.buf)
	l.json.SetEscapeHTML(false)
	return l
}

func (l *line) write(v any) error {
	r, ok := v.(Record)
	if !ok {
		return l.json.Encode(v)
	}
	if err := l.record(&r); err != nil {
		return err
	}
	l.buf.WriteByte('\n')
	return nil
}

// record writes what package json would. What may be no JSON comes first.
func (l *line) record(r *Record) error {
	l.buf.WriteString(`{"id":`)
	if err := l.value(r.ID); err != nil {
		return err
	}
	meta, err := metaOf(r)
	if err != nil {
		return err
	}
	l.buf.WriteString(`,"text":`)
	l.text(r.Text)
	each(l, `,"changes":`, r.Changes)
	each(l, `,"entities":`, r.Entities)
	each(l, `,"dates":`, r.Dates)
	each(l, `,"money":`, r.Money)
	l.buf.WriteString(`,"meta":`)
	l.buf.Write(meta)
	l.buf.WriteString(`,"language":`)
	err = l.value(r.Language)
	l.buf.WriteByte('}')
	return err
}

func metaOf(r *Record) ([]byte, error) {
	if len(r.Meta) == 0 && r.Meta != nil {
		return []byte("{}"), nil
	}
	meta := newLine(nil)
	err := meta.value(r.Meta)
	return meta.buf.Bytes(), err
}

// value writes a value without the line end of an Encoder.
func (l *line) value(v any) error {
	if err := l.json.Encode(v); err != nil {
		return err
	}
	l.buf.Truncate(l.buf.Len() - 1)
	return nil
}

// each writes findings, which are JSON whatever they hold.
func each[T any](l *line, name string, all []T) {
	l.buf.WriteString(name)
	if all == nil {
		l.buf.WriteString("null")
		return
	}
	l.buf.WriteByte('[')
	for i := range all {
		if i > 0 {
			l.buf.WriteByte(',')
		}
		l.value(&all[i])
		l.flushIf(enough)
	}
	l.buf.WriteByte(']')
}

// text writes a string a piece at a time.
func (l *line) text(s string) {
	l.buf.WriteByte('"')
	for len(s) > 0 {
		n := pieceOf(s)
		at := l.buf.Len()
		l.value(s[:n])
		// Without its quotation marks.
		written := l.buf.Bytes()[at:]
		copy(written, written[1:len(written)-1])
		l.buf.Truncate(l.buf.Len() - 2)
		l.flushIf(enough)
		s = s[n:]
	}
	l.buf.WriteByte('"')
}

// pieceOf returns how much of a text, enough at most, ends with a character.
func pieceOf(s string) int {
	if len(s) <= enough {
		return len(s)
	}
	for n := enough; n > enough-utf8.UTFMax; n-- {
		if utf8.RuneStart(s[n]) {
			return n
		}
	}
	return enough // no UTF-8
}

func (l *line) flushIf(size int) {
	if l.w != nil && l.buf.Len() >= size {
		l.flush()
	}
}

// flush writes what there is, unless writing has failed.
func (l *line) flush() {
	if l.err == nil {
		_, l.err = l.w.Write(l.buf.Bytes())
	}
	l.buf.Reset()
}
