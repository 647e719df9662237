package normalize

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Step proposes edits to a text.
//
// Edits calls emit for each place that the step would change: text[start:end]
// is to become replacement. Calls come in order of start and do not overlap.
// start == end inserts, an empty replacement deletes. The text is valid UTF-8
// and is the output of the step before.
//
// A step needs no import of this package, so any type with this method is
// one. A [Normalizer] trusts none of them: an edit that is out of range, out of
// order, overlaps the one before it, cuts a rune in two, brings invalid UTF-8
// or changes nothing is ignored, and the rest of the step's edits count.
//
// A step that is used from several goroutines, as any step of a shared
// Normalizer is, must allow it.
type Step interface {
	Edits(text string, emit func(start, end int, replacement string))
}

// Named is implemented by a step that says what its changes are called in
// [Change.Step]. A step without it is called by its Go type in lower case,
// such as "money.repair".
type Named interface {
	Name() string
}

// Explainer is implemented by a step that can say more about an edit than the
// edit itself shows, such as the pair of character sets that explains a
// mis-decoding. Explain proposes the same edits as Edits; the extra string
// becomes [Change.Detail]. Only [Normalizer.Align] asks for it.
type Explainer interface {
	Step
	Explain(text string, emit func(start, end int, replacement, detail string))
}

// ContextStep is implemented by a step that can stop inside a long text.
// EditsContext proposes the same edits as Edits, and returns early when the context
// ends. Only [Normalizer.AlignContext] asks for it.
type ContextStep interface {
	Step
	EditsContext(ctx context.Context, text string, emit func(start, end int, replacement string))
}

func stepName(s Step) string {
	if n, ok := s.(Named); ok {
		return n.Name()
	}
	return strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", s), "*"))
}

// A collector takes the edits of one step, keeps those that are sound and
// writes the step's output. The two functions handed to steps are made once
// and live as long as the collector, so that asking a step costs no allocation.
type collector struct {
	in        string
	keep      bool            // the edits, not only the output
	ctx       context.Context // nil if the work is not to stop
	mayLeave  bool            // a proposal may end the step if the context has
	ours      bool            // the step is one of this package, whose edits are sound
	proposals int
	changed   bool
	edits     editList
	places    []place // where the output differs
	marks     habit   // of the text that is asked about
	out       strings.Builder
	copied    int // in[:copied] is dealt with
	emit      func(start, end int, replacement string)
	explain   func(start, end int, replacement, detail string)
	stretch   func(start, end int, replacement []byte)
}

// A place is a stretch of a step's output with something that the step changed.
type place struct{ start, end int }

// mostPlaces is the number of places beyond which they are not told apart.
const mostPlaces = 16

// touched records that out[start:] is changed.
func (c *collector) touched(start int) {
	const near = 1 << 8
	n := len(c.places)
	if n > 0 && (start-c.places[n-1].end < near || n == mostPlaces) {
		c.places[n-1].end = c.out.Len()
		return
	}
	c.places = append(c.places, place{start, c.out.Len()})
}

var collectors = sync.Pool{New: func() any {
	c := new(collector)
	c.explain, c.stretch = c.add, c.putBytes
	c.emit = func(start, end int, replacement string) { c.add(start, end, replacement, "") }
	return c
}}

// maxKept is the number of bytes of edits above which a collector goes to the garbage
// collector rather than back to the pool.
const maxKept = 1 << 16

func (c *collector) release() {
	c.in, c.keep, c.ctx, c.marks = "", false, nil, habit{}
	c.edits.reset()
	if cap(c.edits.packed) > maxKept {
		return
	}
	collectors.Put(c)
}

// run asks one step for its edits of text and returns its output: text itself
// when there are none. The edits stay in c.edits until the next run, if they
// are kept.
func (c *collector) run(s Step, text string) string {
	c.begin(text)
	c.ours = isOurs(s)
	if c.ctx == nil || !c.runContext(s, text) {
		c.ask(s, text)
	}
	return c.result()
}

// ask asks a step for its edits, with what it says of them if they are kept.
func (c *collector) ask(s Step, text string) {
	if e, explains := s.(Explainer); explains && c.keep {
		e.Explain(text, c.explain)
		return
	}
	switch own := s.(type) {
	case Encoding:
		own.rewrite(text, c)
	case Hyphens:
		own.edits(text, &c.marks, c.emit)
	case Punctuation:
		own.edits(text, &c.marks, c.emit)
	default:
		s.Edits(text, c.emit)
	}
}

// isOurs reports whether a step is one of this package.
func isOurs(s Step) bool {
	switch s.(type) {
	case HTML, Escapes, Encoding, Control, Form, Space, Punctuation, Furniture:
		return true
	}
	return false
}

// runContext is run for a step that can stop, and reports whether s is one.
func (c *collector) runContext(s Step, text string) bool {
	switch own := s.(type) {
	case Encoding:
		own.explainContext(c.ctx, text, c.explain)
	case ContextStep:
		own.EditsContext(c.ctx, text, c.emit)
	case gated:
		c.runOwn(s, text)
	default:
		return false
	}
	return true
}

// leave is what a proposal panics with to end a step of this package, which has
// nothing to tidy up.
type leave struct{}

// runOwn asks a step of this package for its edits until the context ends.
func (c *collector) runOwn(s Step, text string) {
	defer func() {
		c.mayLeave = false
		if p := recover(); p != nil && p != any(leave{}) {
			panic(p)
		}
	}()
	c.mayLeave = true
	c.ask(s, text)
}

// stopped reports whether the work is to stop.
func (c *collector) stopped() bool { return c.ctx != nil && c.ctx.Err() != nil }

// validate is the step that every Normalizer begins with: each byte that is
// not part of valid UTF-8 becomes U+FFFD.
func (c *collector) validate(text string) string {
	const stretch = 1 << 10 // bytes between looks at the context
	if utf8.ValidString(text) {
		return text
	}
	c.begin(text)
	i := nextInvalid(text, 0)
	c.out.Grow(validSize(text, i))
	for ; i < len(text); i = nextInvalid(text, i+1) {
		if c.put(i, i+1, "\uFFFD", ""); i%stretch == 0 && c.stopped() {
			break
		}
	}
	return c.result()
}

// validSize returns the length of a text in which each byte that is not part of valid UTF-8, of which
// the first is at i, has become U+FFFD.
func validSize(text string, i int) int {
	n := len(text)
	for ; i < len(text); i = nextInvalid(text, i+1) {
		n += len("\uFFFD") - 1
	}
	return n
}

// nextInvalid returns the offset of the first byte from i on that is not part of valid UTF-8, or
// the length of the text.
func nextInvalid(text string, i int) int {
	for i < len(text) {
		if text[i] < utf8.RuneSelf {
			i = skipASCII(text, i)
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return i
}

func (c *collector) begin(text string) {
	c.in, c.copied, c.changed, c.places = text, 0, false, c.places[:0]
	c.edits.reset()
}

func (c *collector) result() string {
	if !c.changed {
		return c.in
	}
	c.out.WriteString(c.in[c.copied:])
	text := c.out.String()
	if c.out.Cap() > 2*c.out.Len() {
		text = strings.Clone(text)
	}
	c.out.Reset()
	return text
}

// add takes a proposal if it is sound.
func (c *collector) add(start, end int, replacement, detail string) {
	if c.proposals++; c.mayLeave && c.proposals%1024 == 0 && c.stopped() {
		panic(leave{})
	}
	if start < c.copied || end < start || end > len(c.in) ||
		c.in[start:end] == replacement ||
		!c.ours && !(boundary(c.in, start) && boundary(c.in, end) && utf8.ValidString(replacement)) {
		return
	}
	c.put(start, end, replacement, detail)
}

func (c *collector) put(start, end int, replacement, detail string) {
	if !c.changed {
		c.out.Grow(len(c.in) + len(c.in)/32)
	}
	c.out.WriteString(c.in[c.copied:start])
	outStart := c.out.Len()
	c.out.WriteString(replacement)
	c.copied, c.changed = end, true
	c.touched(outStart)
	if !c.keep {
		return
	}
	c.edits.add(edit{extents{start, end, outStart, c.out.Len()}, detail})
}

// putBytes takes what is known to be sound from a step of this package, where no edits
// are kept.
func (c *collector) putBytes(start, end int, replacement []byte) {
	if !c.changed {
		c.out.Grow(len(c.in) + len(c.in)/32)
	}
	c.out.WriteString(c.in[c.copied:start])
	outStart := c.out.Len()
	c.out.Write(replacement)
	c.copied, c.changed = end, true
	c.touched(outStart)
}

// boundary reports whether valid UTF-8 may be cut at i.
func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
