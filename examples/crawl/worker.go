package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/batch"
)

// A worker makes records of pages.
type worker struct {
	options
	ctx   context.Context
	table *table
}

// A result is the line of a page.
type result struct {
	page
	line []byte
}

// behind passes over the pages whose records the output holds already, if it is
// sure of them, and cuts off the rest of the output.
func (w *worker) behind(out *batch.Output, pages <-chan page, watch *batch.Progress) (batch.State, error) {
	next := func() (p page, more bool) {
		for p := range batch.Received(w.ctx, pages) {
			return p, true
		}
		return p, false
	}
	state, err := batch.Behind(out.Done, next, about, func(p page) []byte { return w.do(p).line })
	if err != nil {
		return state, &batch.RefusedError{Err: err}
	}
	w.table.restart()
	watch.Restart()
	return state, out.Begin(state)
}

// work writes the records of the pages.
func (w *worker) work(out *batch.Output, pages <-chan page, watch *batch.Progress) error {
	begun := func(yield func(page) bool) {
		for p := range batch.Received(w.ctx, pages) {
			watch.Begin(p.Source)
			if !yield(p) {
				return
			}
		}
	}
	for r := range batch.Map(w.ctx, w.annotator.Workers, begun, w.do) {
		if w.ctx.Err() != nil {
			break
		}
		began := time.Now()
		if err := out.Put(r.line, r.Source); err != nil {
			return err
		}
		w.table.add(partWrite, time.Since(began))
		w.table.count(r.page)
		watch.Done(r.Source)
	}
	return nil
}

// do makes the record of a page. Whatever goes wrong stays with the page.
func (w *worker) do(p page) (r result) {
	defer func() {
		if v := recover(); v != nil {
			p.Err = &problem{defect, fmt.Sprint(v)}
			r = failure(p)
		}
	}()
	var record copydesk.Record
	if p.Err == nil {
		record, p.Err = w.record(&p)
	}
	if p.Err == nil {
		if r.line, p.Err = copydesk.Marshal(record); p.Err == nil {
			r.page = p
			return r
		}
	}
	return failure(p)
}

func failure(p page) result {
	line, _ := copydesk.Marshal(copydesk.Fail(p.ID, fmt.Errorf("%s: %w", p.From, p.Err))) // the ID is JSON
	return result{p, line}
}

func (w *worker) record(p *page) (r copydesk.Record, err error) {
	found, err := w.article(p)
	if err != nil {
		return r, err
	}
	if found.when.IsZero() && !w.annotator.Published.IsZero() {
		found.setDate(w.annotator.Published, false)
		found.DateSource = "flag"
	}
	if found.when.IsZero() && !w.undated {
		return r, &problem{noDate, "-undated takes it all the same"}
	}
	in, err := found.complete(p.ID)
	if err != nil {
		return r, err
	}
	began := time.Now()
	r, err = w.annotator.Annotate(w.ctx, in)
	w.table.add(partAnnotate, time.Since(began))
	if err != nil {
		return r, &problem{refused, err.Error()}
	}
	return r, nil
}

func (w *worker) article(p *page) (a article, err error) {
	began := time.Now()
	if p.item != nil {
		a, err = p.item.article()
		w.table.add(partExtract, time.Since(began))
		return a, err
	}
	if err = p.unpack(w.max); err != nil {
		return a, err
	}
	text, err := p.decode()
	w.table.add(partDecode, time.Since(began))
	if err != nil {
		return a, err
	}
	began = time.Now()
	a, err = extract(p, text)
	w.table.add(partExtract, time.Since(began))
	return a, err
}

// reading says why a page could not be read.
func reading(err error, limit batch.Size) error {
	if errors.As(err, new(*batch.TooLargeError)) {
		return tooLarge(limit)
	}
	return &problem{unreadable, err.Error()}
}
