package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/view"
)

// A result is the finished line of one record, and the article for the page if
// there is one.
type result struct {
	line    []byte
	article *view.Article
	failure error
}

// pipeline annotates what read yields with o.workers at a time and hands the
// results to the sink in the order of the input. At most a few records for
// each worker are in memory. When the context ends nothing more is read.
func pipeline(ctx context.Context, o options, read sources, s *sink, watch *progress) error {
	type job struct {
		in   source
		done chan result
	}
	jobs := make(chan job)
	order := make(chan chan result, 2*o.workers)
	stop := make(chan struct{})
	var workers sync.WaitGroup
	for range o.workers {
		workers.Go(func() {
			for j := range jobs {
				j.done <- work(o, j.in, s.page != nil)
			}
		})
	}
	readErr := make(chan error, 1)
	go func() {
		err := read(func(in source) bool {
			j := job{in, make(chan result, 1)}
			if ctx.Err() != nil {
				return false
			}
			select {
			case <-ctx.Done():
				return false
			case order <- j.done:
			case <-stop:
				return false
			}
			jobs <- j
			return true
		})
		close(jobs)
		close(order)
		readErr <- err
	}()
	var err error
	for done := range order {
		r := <-done
		if err != nil {
			continue
		}
		if err = s.put(r); err != nil {
			close(stop)
		}
		watch.record()
	}
	workers.Wait()
	return errors.Join(err, <-readErr)
}

// work makes one record; whatever goes wrong stays with that record.
func work(o options, in source, page bool) result {
	a, err := in.article()
	var out copydesk.Record
	if err == nil {
		// What has been begun is finished, whatever ends the run.
		out, err = o.annotator.Annotate(context.Background(), a)
	}
	var line []byte
	if err == nil {
		line, err = copydesk.Marshal(out)
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", in.from, err)
		line, _ = copydesk.Marshal(copydesk.Fail(a.ID, err)) // the ID was read from JSON
		return result{line: line, failure: err}
	}
	r := result{line: line}
	if page {
		if a.Published.IsZero() {
			a.Published = o.annotator.Published
		}
		r.article = &view.Article{Original: a.Text, Published: a.Published, Record: out}
	}
	return r
}

// A sink writes the results and counts them.
type sink struct {
	w       io.Writer
	stderr  io.Writer
	page    *view.Page
	records int
	failed  int
}

func (s *sink) put(r result) error {
	s.records++
	if r.failure != nil {
		s.failed++
		fmt.Fprintln(s.stderr, "annotate:", r.failure)
	} else if s.page != nil {
		if err := s.page.Add(*r.article); err != nil {
			return err
		}
	}
	_, err := s.w.Write(r.line)
	return err
}
