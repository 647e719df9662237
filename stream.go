package copydesk

import (
	"context"
	"iter"
	"runtime"

	"github.com/copydesk-go/copydesk/internal/ordered"
)

// All returns an iterator over the records of articles, in their order, with an
// error where one could not be made; that record has the ID of its article and no
// more. Workers articles are worked on at a time, and at most twice as many
// records wait to be taken.
//
// When the context ends, the last that All yields is its error. When All returns,
// for that or because the consumer breaks, so has all that it started; only a
// call of articles that waits for its next one goes on until that comes.
func (a Annotator) All(ctx context.Context, articles iter.Seq[Article]) iter.Seq2[Record, error] {
	type made struct {
		Record
		err error
	}
	workers := a.Workers
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	annotate := func(ctx context.Context, in Article) made {
		r, err := a.Annotate(ctx, in)
		if err != nil {
			r = Record{ID: idOf(in.ID)}
		}
		return made{r, err}
	}
	return func(yield func(Record, error) bool) {
		for m, err := range ordered.Map(ctx, workers, articles, annotate) {
			if err == nil {
				err = m.err
			}
			if !yield(m.Record, err) {
				return
			}
		}
	}
}
