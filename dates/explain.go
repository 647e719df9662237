package dates

import (
	"context"
	"iter"
)

// Explain returns an iterator over the mentions of text, in order, each with the names of
// the rules that read it, the innermost first: "edge/middle". They are those of
// internal/lang, for who works on them, and no promise is made of them. The slice is good
// until the next mention.
func (o Resolver) Explain(text string) iter.Seq2[Mention, []string] {
	return func(yield func(Mention, []string) bool) {
		if !o.readsLanguage() {
			return
		}
		f := pool.Get().(*finder)
		f.start(o, text, false)
		f.ctx, f.Traces = context.Background(), true
		defer func() {
			f.Traces = false
			f.release()
		}()
		var names []string
		for ph, ok := f.next(); ok; ph, ok = f.next() {
			names = names[:0]
			for _, n := range f.Trail {
				names = append(names, f.Rule(n))
			}
			if !yield(f.mention(ph), names) {
				return
			}
		}
	}
}
