// Package ordered works on the values of a sequence several at a time and keeps
// their order.
package ordered

import (
	"context"
	"iter"
	"sync"
)

// Map returns an iterator over do(v) of each value v of in, in the order of in.
// As many as workers are worked on at a time, twice as many wait to be taken, and
// in is asked for no more.
//
// When the context ends, what is not yet taken is dropped, and the last that
// Map yields is the error of the context. When Map returns, for that or because
// the consumer breaks, do has returned everywhere: its context has ended. Only a
// call of in that waits for its next value goes on until that comes. A panic of in
// becomes one of the consumer.
func Map[In, Out any](ctx context.Context, workers int, in iter.Seq[In], do func(context.Context, In) Out) iter.Seq2[Out, error] {
	return func(yield func(Out, error) bool) {
		inner, cancel := context.WithCancel(ctx)
		r := &run[In, Out]{ctx: inner, do: do, jobs: make(chan job[In, Out]), order: make(chan chan Out, 2*workers)}
		defer r.workers.Wait()
		defer cancel()
		for range workers {
			r.workers.Go(r.work)
		}
		go r.read(in)
		for {
			out, more := r.next()
			switch {
			case ctx.Err() != nil:
				var none Out
				yield(none, ctx.Err())
				return
			case !more && r.panicked != nil:
				panic(r.panicked)
			case !more || !yield(out, nil):
				return
			}
		}
	}
}

// A job is a value and where what is made of it goes.
type job[In, Out any] struct {
	in   In
	made chan Out
}

// A run is what the goroutines of one Map share.
type run[In, Out any] struct {
	ctx      context.Context // ends when the work is to end
	do       func(context.Context, In) Out
	jobs     chan job[In, Out] // to the workers
	order    chan chan Out     // to the consumer
	workers  sync.WaitGroup
	panicked any // out of the sequence, once order is closed
}

// read sends each value to the consumer, as one to wait for, and to a worker.
func (r *run[In, Out]) read(in iter.Seq[In]) {
	defer func() {
		r.panicked = recover()
		close(r.order)
		close(r.jobs)
	}()
	for v := range in {
		j := job[In, Out]{v, make(chan Out, 1)}
		if !send(r.ctx, r.order, j.made) || !send(r.ctx, r.jobs, j) {
			return
		}
	}
}

func send[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case <-ctx.Done():
		return false
	case to <- v:
		return true
	}
}

func receive[T any](ctx context.Context, from <-chan T) (v T, ok bool) {
	select {
	case <-ctx.Done():
		return v, false
	case v, ok = <-from:
		return v, ok
	}
}

// work is what a worker does.
func (r *run[In, Out]) work() {
	for {
		j, ok := receive(r.ctx, r.jobs)
		if !ok {
			return
		}
		j.made <- r.do(r.ctx, j.in)
	}
}

// next waits for what is next in order.
func (r *run[In, Out]) next() (out Out, ok bool) {
	made, ok := receive(r.ctx, r.order)
	if !ok {
		return out, false
	}
	return receive(r.ctx, made)
}
