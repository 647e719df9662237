package dates

import (
	"errors"
	"fmt"
	"github.com/copydesk-go/copydesk/dates/internal/reader"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// The reasons a text is not one temporal expression.
var (
	ErrNone     = errors.New("no temporal expression")
	ErrTrailing = errors.New("text after the expression")
)

// A ParseError says where Parse stopped.
type ParseError struct {
	Input  string
	Offset int   // in bytes of Input: where no expression starts, or where it ends too soon
	Err    error // ErrNone or ErrTrailing
}

// Error shows the input on both sides of where Parse stopped.
func (e *ParseError) Error() string {
	before, behind := e.Input[:e.Offset], e.Input[e.Offset:]
	return fmt.Sprintf("dates: %v: %q stops before %q", e.Err, clip(before, true), clip(behind, false))
}

// Unwrap returns Err.
func (e *ParseError) Unwrap() error { return e.Err }

// clip keeps error messages short.
func clip(s string, tail bool) string {
	const most = 40
	r := []rune(s)
	switch {
	case len(r) <= most:
		return s
	case tail:
		return "…" + string(r[len(r)-most:])
	}
	return string(r[:most]) + "…"
}

// Parse reads one temporal expression that is all of text but for white space
// around it. It takes for a date what the methods that search a text would not, as
// it may be a fraction or a number: 11/20, week 42. The error is a [*ParseError].
func (o Resolver) Parse(text string) (Mention, error) {
	if !o.readsLanguage() {
		return Mention{}, &ParseError{Input: text, Offset: scan.Space(text, 0), Err: ErrNone}
	}
	f := pool.Get().(*finder)
	f.start(o, text, false)
	defer f.release()
	f.alone = true
	ph, ok := phrase{}, false
	if f.At(0).Kind != reader.End && f.starts() {
		ph, ok = f.here()
	}
	if !ok || ph.first != 0 {
		return Mention{}, &ParseError{Input: text, Offset: scan.Space(text, 0), Err: ErrNone}
	}
	m := f.mention(ph)
	if rest := f.At(ph.next); rest.Kind != reader.End {
		return Mention{}, &ParseError{Input: text, Offset: rest.Start, Err: ErrTrailing}
	}
	return m, nil
}

// Parse is [Resolver.Parse] of the zero Resolver: without a day of publication.
func Parse(text string) (Mention, error) { return Resolver{}.Parse(text) }
