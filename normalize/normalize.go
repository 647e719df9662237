package normalize

import (
	"context"
	"sync"

	"github.com/copydesk-go/copydesk/internal/notes"
)

// A Normalizer runs steps one after the other, each on the output of the one
// before it. The zero value has no steps; its only effect is that invalid
// UTF-8 becomes U+FFFD, as it does with every Normalizer.
//
// A Normalizer is immutable and safe for concurrent use if its steps are. It
// is itself a [Step], so one can be built on another:
//
//	n := normalize.Settle(normalize.Default(), money.Repair{})
type Normalizer struct {
	steps  []stage
	settle bool
}

// A stage is a step and the name of its changes.
type stage struct {
	Step
	name string
}

// maxRounds bounds how often a Normalizer made by Settle runs its steps.
const maxRounds = 8

// New returns a Normalizer that runs the steps once, in order.
func New(steps ...Step) *Normalizer {
	n := &Normalizer{steps: make([]stage, 0, len(steps))}
	for _, s := range steps {
		n.steps = append(n.steps, stage{s, stepName(s)})
	}
	return n
}

// Settle returns a Normalizer that runs the steps in order and then again
// until none of them finds anything to do, at most eight times in all. One
// step may lay bare what an earlier one looks for, as when a soft hyphen is
// removed from the middle of "&am­p;"; with Settle the result does not depend
// on such luck, and normalizing it again changes nothing. Text that takes more
// than eight rounds has been built for it.
//
// The steps must not feed on their own output: [New] is for steps that add to
// the text.
func Settle(steps ...Step) *Normalizer {
	n := New(steps...)
	n.settle = true
	return n
}

var standard = sync.OnceValue(func() *Normalizer { return Settle(defaultSteps()...) })

// Default returns the Normalizer behind [String], [Bytes] and [Align]. It is
// always the same one, and cannot be changed; to leave out a step or to set an
// option, hand the steps wanted to [Settle].
func Default() *Normalizer { return standard() }

// defaultSteps lists the steps of Default in order.
//
// Escapes come first, since what they decode to may be mis-decoded text
// ("&acirc;&euro;&trade;"). Control characters come after the encoding, since
// C1 controls and soft hyphens are half of many a mis-decoded character. The
// steps that look at letters and spaces follow on text that has them, and
// furniture comes last, when its lines read as they are known.
func defaultSteps() []Step {
	return []Step{HTML{}, Escapes{}, Fonts{}, Encoding{}, Hyphens{}, Control{}, Form{}, Residue{}, Tokens{}, Space{}, Punctuation{}, Furniture{}}
}

// String returns text with everything mended that [Default] knows to mend.
func String(text string) string { return standard().String(text) }

// Bytes is [String] for a byte slice. It may return b itself.
func Bytes(b []byte) []byte { return standard().Bytes(b) }

// Align is [String] that remembers where each part of its result came from.
func Align(text string) Text { return standard().Align(text) }

// String returns the normalized text: text itself, without allocation, when
// there is nothing to change. The result is valid UTF-8 whatever text is.
func (n *Normalizer) String(text string) string {
	c := collectors.Get().(*collector)
	defer c.release()
	r := runner{collector: c}
	r.begin(text)
	r.run(n)
	return r.text
}

// Bytes returns the normalized b: b itself when there is nothing to change.
// It does not write to b.
func (n *Normalizer) Bytes(b []byte) []byte {
	s := string(b)
	if out := n.String(s); out != s {
		return []byte(out)
	}
	return b
}

// Align returns the normalized text together with the way back to what it was
// made from.
func (n *Normalizer) Align(text string) Text {
	t, _ := n.AlignContext(context.Background(), text)
	return t
}

// AlignContext is Align that stops inside a long text when the context ends. It
// then returns the error of the context and an empty Text.
//
// The context is looked at between steps and, in those that take longest, between
// lines or sums: in Encoding and in each [ContextStep]. Another step of your own is
// waited for.
func (n *Normalizer) AlignContext(ctx context.Context, text string) (Text, error) {
	c := collectors.Get().(*collector)
	defer c.release()
	c.keep = true
	if ctx.Done() != nil || notes.From(ctx) != nil {
		c.ctx = ctx
	}
	if c.stopped() {
		return Text{}, ctx.Err()
	}
	r := runner{collector: c}
	if r.begin(text); !c.stopped() {
		r.run(n)
	}
	if c.stopped() {
		return Text{}, ctx.Err()
	}
	return Text{source: text, out: r.text, layers: r.layers}, nil
}

// Edits makes a Normalizer a [Step]: it proposes the sum of what its own steps
// do. Inside another Normalizer its steps keep their names.
func (n *Normalizer) Edits(text string, emit func(start, end int, replacement string)) {
	t := n.Align(text)
	for h := range t.hunks() {
		emit(h.start, h.end, t.out[h.outStart:h.outEnd])
	}
}

// A runner takes a text through the steps of a Normalizer.
type runner struct {
	*collector
	text      string
	layers    []layer
	seen      traits // of text
	upTo      extent
	asked     habits // that its traits depend on
	waits     traits // seen before the last changes, of steps that have not been asked since
	rewritten bool   // the last change went over much of the text
}

// An extent says how much of a text its traits have been gathered from.
type extent uint8

const (
	atNothing extent = iota
	atStart          // up to the first place with a trait that mattered
	atAll
)

// begin makes s the text, after making it valid.
func (r *runner) begin(s string) {
	r.text = s
	if r.look(early); r.upTo == atStart || r.seen&mayBeInvalid != 0 {
		r.took("utf8", s, r.validate(s))
	}
}

// look gathers the traits of the text, up to the first place that has one of
// those to stop at.
func (r *runner) look(stop traits) {
	k := newLook(r.text, &r.marks)
	seen := k.all(stop)
	r.seen, r.upTo, r.asked = r.seen|seen, atAll, k.habits()
	if seen&stop != 0 {
		r.upTo = atStart
	}
}

// lookAgain gathers the traits of a text that a step made of one whose traits are known
// by going over the lines that it changed, if that is enough: the step is one that goes by
// lines, and so do the traits.
func (r *runner) lookAgain(s Step) bool {
	if r.upTo != atAll || len(r.places) == mostPlaces {
		return false
	}
	var done traits // what nothing is left of elsewhere
	switch s {
	case Control{}, Form{}, Space{}:
		done = s.(gated).gate()
	default:
		return false
	}
	if r.rewritten || !r.fewLines() || !r.asked.areThoseOf(r.text, &r.marks) {
		return false
	}
	k := newLook(r.text, &r.marks)
	k.tokens.habit, k.limit = r.asked.tokens, 0
	for _, p := range r.places {
		k.lines(p)
	}
	r.seen, r.asked = r.seen&^done|k.ends(0), k.habits()
	return true
}

// fewLines reports whether the lines around the places that the last step changed are few of
// the text. One look at all of it, when the steps have come to an end, is quicker than several at most.
func (r *runner) fewLines() bool {
	size, done := 0, 0
	for _, p := range r.places {
		start, end := linesAround(r.text, p)
		size += end - max(start, done)
		done = end
	}
	return size < len(r.text)/2
}

// step runs one step and reports whether it changed the text.
func (r *runner) step(s stage) bool {
	if n, ok := s.Step.(*Normalizer); ok {
		return r.run(n)
	}
	idle := r.idle(s.Step)
	r.waits &^= gateOf(s.Step)
	if idle {
		return false
	}
	seen, upTo := r.seen, r.upTo
	if !r.took(s.name, r.text, r.collector.run(s.Step, r.text)) {
		return false
	}
	r.waits |= seen &^ gateOf(s.Step)
	r.rewritten = r.wentOver()
	if r.seen, r.upTo = seen, upTo; !r.lookAgain(s.Step) {
		r.seen, r.upTo = 0, atNothing
	}
	return true
}

// wentOver reports whether the places that the last step changed are much of the text.
func (r *runner) wentOver() bool {
	size := 0
	for _, p := range r.places {
		size += p.end - p.start
	}
	return size > len(r.text)/4
}

// early are the traits of the steps up to Encoding. What they change need not be
// looked at to its end first, since these steps are quick where they are idle.
const early = mayRefer | mayEscape | mayTurn | mayMisread

// idle reports whether the step can be seen to have nothing to do.
func (r *runner) idle(s Step) bool {
	g, ok := s.(gated)
	if !ok {
		return false
	}
	gate := g.gate()
	switch {
	case r.upTo == atAll || r.seen&gate != 0:
	case r.upTo == atNothing && r.waits&gate != 0:
		return false // what it was about is hardly gone
	case r.upTo == atNothing && r.rewritten && r.waits != 0:
		// Another look is due when the steps that wait have changed the text, too; until
		// then each of the others by itself is quicker.
		return false
	case gate&early == 0 && r.rewritten && r.soon(gate):
		return false
	case gate&early == 0:
		r.look(gate)
	case r.upTo == atNothing && gate == mayMisread:
		// What stood there was damaged, so that the steps to come will change the
		// text; Encoding by itself is quicker than a look for all of them.
		return false
	case r.upTo == atNothing:
		r.look(gate | mayMisread)
	}
	return r.upTo == atAll && r.seen&gate == 0
}

// soon reports whether a text that much has been changed of has one of the traits near its start.
// Punctuation is then asked without a look, which would have to know the habits of all of the text.
func (r *runner) soon(gate traits) bool {
	const near = 1 << 10
	k := newLook(r.text, &r.marks)
	k.limit = min(near, k.limit)
	k.traits = ^(gate | mayBeInvalid) // the others are not asked for
	if k.run(0, gate|mayBeInvalid); k.traits&gate == 0 {
		return false
	}
	r.waits |= mayPunctuate
	return true
}

// took records that a step made out of in, and reports whether that is a
// change.
func (r *runner) took(step, in, out string) bool {
	if !r.changed {
		r.text = out
		return false
	}
	r.text, r.seen, r.upTo, r.marks = out, 0, atNothing, habit{}
	if r.keep {
		r.layers = append(r.layers, layerOf(step, in, r.text, r.edits.take()))
	}
	return true
}

// run takes the text through n's steps. With settle it goes on until every
// step has seen the text as it now is and left it.
func (r *runner) run(n *Normalizer) (changed bool) {
	limit := len(n.steps)
	if n.settle {
		limit *= maxRounds
	}
	for i, still := 0, 0; i < limit && still < len(n.steps) && !r.stopped(); i++ {
		if i%len(n.steps) == 0 {
			r.waits = 0 // those that are still here have no step in n
		}
		if r.step(n.steps[i%len(n.steps)]) {
			changed, still = true, 0
			continue
		}
		still++
	}
	return changed
}
