package copydesk

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// All returns an iterator over the records of articles, in their order, with an
// error where one could not be made; the record then has the ID of its article
// and no more. Some of the articles, Workers of them and twice as many that wait,
// are in memory at a time.
//
// When the context ends, the last that All yields is its error. When All returns,
// for that or because the consumer breaks, so has all that it started, but for a
// call of articles that waits for its next one: that ends when it comes.
func (a Annotator) All(ctx context.Context, articles iter.Seq[Article]) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		work, cancel := context.WithCancel(ctx)
		s := &stream{a: a, ctx: work, jobs: make(chan job), order: make(chan job, 2*a.workers())}
		defer s.workers.Wait()
		defer cancel()
		for range a.workers() {
			s.workers.Go(s.annotate)
		}
		go s.read(articles)
		for {
			select {
			case <-ctx.Done():
				yield(Record{}, ctx.Err())
				return
			case next, more := <-s.order:
				if !more {
					if s.panicked != nil {
						panic(s.panicked)
					}
					return
				}
				select {
				case <-ctx.Done():
					yield(Record{}, ctx.Err())
					return
				case made := <-next.made:
					if !yield(made.Record, made.err) {
						return
					}
				}
			}
		}
	}
}

func (a Annotator) workers() int {
	if a.Workers > 0 {
		return a.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// A job is an article and where its record will be.
type job struct {
	in   Article
	made chan made
}

type made struct {
	Record
	err error
}

// A stream is what the goroutines of one call of All share.
type stream struct {
	a        Annotator
	ctx      context.Context // ends when the work is to end
	jobs     chan job        // to the workers
	order    chan job        // to the consumer
	workers  sync.WaitGroup
	panicked any // out of the articles, once order is closed
}

// read sends each article to the consumer, as one to wait for, and to a worker.
func (s *stream) read(articles iter.Seq[Article]) {
	defer func() {
		s.panicked = recover()
		close(s.order)
		close(s.jobs)
	}()
	for in := range articles {
		j := job{in, make(chan made, 1)}
		select {
		case <-s.ctx.Done():
			return
		case s.order <- j:
		}
		select {
		case <-s.ctx.Done():
			return
		case s.jobs <- j:
		}
	}
}

// annotate is what a worker does.
func (s *stream) annotate() {
	for {
		select {
		case <-s.ctx.Done():
			return
		case j, more := <-s.jobs:
			if !more {
				return
			}
			r, err := s.a.Annotate(s.ctx, j.in)
			if err != nil {
				r = Record{ID: idOf(j.in.ID)}
			}
			j.made <- made{r, err}
		}
	}
}
