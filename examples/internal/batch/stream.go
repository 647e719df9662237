package batch

import (
	"context"
	"iter"
	"sync"
)

// Received yields what comes from a channel until that is closed or the context
// ends.
func Received[T any](ctx context.Context, from <-chan T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			select {
			case <-ctx.Done():
				return
			case v, open := <-from:
				if !open || !yield(v) {
					return
				}
			}
		}
	}
}

// Send sends to a channel unless the context ends.
func Send[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case <-ctx.Done():
		return false
	case to <- v:
		return true
	}
}

// Feed returns what a reader puts, as it comes. It reads in a goroutine of its
// own, which alone waits when nothing comes.
func Feed[T any](ctx context.Context, read func(put func(T) (more bool))) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		read(func(v T) bool { return Send(ctx, c, v) })
	}()
	return c
}

// Map yields what do makes of each value, in the order of the values, and works
// on several of them at a time. It ends when the context ends.
func Map[In, Out any](ctx context.Context, workers int, values iter.Seq[In], do func(In) Out) iter.Seq[Out] {
	type job struct {
		in  In
		out chan Out
	}
	return func(yield func(Out) bool) {
		ctx, cancel := context.WithCancel(ctx)
		jobs, order := make(chan job), make(chan job, 2*workers)
		var all sync.WaitGroup
		defer all.Wait()
		defer cancel()
		for range workers {
			all.Go(func() {
				for j := range Received(ctx, jobs) {
					j.out <- do(j.in)
				}
			})
		}
		go func() {
			defer close(jobs)
			defer close(order)
			for v := range values {
				j := job{v, make(chan Out, 1)}
				if !Send(ctx, order, j) || !Send(ctx, jobs, j) {
					return
				}
			}
		}()
		for j := range Received(ctx, order) {
			for out := range Received(ctx, j.out) {
				if !yield(out) {
					return
				}
				break
			}
		}
	}
}
