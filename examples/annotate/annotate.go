package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/batch"
	"github.com/copydesk-go/copydesk/examples/internal/view"
)

// A runner is one run of the command.
type runner struct {
	options
	output   *batch.Output
	page     *view.Page // nil where none is asked for
	stderr   io.Writer
	watch    *batch.Progress
	records  int  // that there are, with those of earlier runs
	failed   int  // likewise
	relative int  // records with dates that count from a day that is not known
	untagged bool // a language that is no tag has been met
}

// behind passes over the sources whose records the output holds already, if it is
// sure of them, and cuts off the rest of the output.
func (r *runner) behind(ctx context.Context, sources <-chan source) error {
	next := func() (s source, more bool) {
		for s := range batch.Received(ctx, sources) {
			return s, true
		}
		return s, false
	}
	state, err := batch.Behind(r.output.Done, next, about, func(s source) []byte {
		var record copydesk.Record
		if s.Err == nil {
			record, s.Err = r.annotator.Annotate(ctx, s.article)
		}
		var line bytes.Buffer
		r.write(&line, s, record) // to memory, which does not fail
		return line.Bytes()
	})
	if err != nil {
		return &batch.RefusedError{Err: err}
	}
	r.records, r.failed = state.Records, state.Failed
	r.watch.Restart()
	if err = r.output.Begin(state); err == nil && len(r.output.Others) > 0 {
		r.page = view.NewPage(r.output.Others[0])
	}
	return err
}

// annotate writes the records of the sources, in their order. Those that can be
// annotated go round by way of the annotator, which works on several at a time.
func (r *runner) annotate(ctx context.Context, sources <-chan source) error {
	articles := make(chan copydesk.Article)
	waiting := make(chan source, 4*r.annotator.Workers) // for what the annotator makes of them
	go func() {
		defer close(articles)
		defer close(waiting)
		for s := range batch.Received(ctx, sources) {
			r.watch.Begin(s.Source)
			if !batch.Send(ctx, waiting, s) || s.Err == nil && !batch.Send(ctx, articles, s.article) {
				return
			}
		}
	}()
	next, stop := iter.Pull2(r.annotator.All(ctx, batch.Received(ctx, articles)))
	defer stop()
	for s := range batch.Received(ctx, waiting) {
		var record copydesk.Record
		if s.Err == nil {
			record, s.Err, _ = next()
		}
		if ctx.Err() != nil {
			break
		}
		if err := r.put(s, record); err != nil {
			return err
		}
		r.watch.Done(s.Source)
	}
	return nil
}

// put writes the record of a source, or its failure.
func (r *runner) put(s source, record copydesk.Record) error {
	r.records++
	if s.Err != nil {
		r.failed++
		fmt.Fprintf(r.stderr, "annotate: %s: %v\n", s.From, s.Err)
	}
	write := func(w io.Writer) error { return r.write(w, s, record) }
	if err := r.output.Stream(s.Source, write); err != nil {
		return err
	}
	if s.Err != nil {
		return nil
	}
	r.notice(s.article, record)
	if r.page == nil {
		return nil
	}
	return r.page.Add(view.Article{Original: s.article.Text, Published: r.published(s.article), Record: record})
}

// write writes a record, or what stands in its place. That a record has an ID and
// meta which are JSON was seen when they were read.
func (r *runner) write(w io.Writer, s source, record copydesk.Record) error {
	if s.Err != nil {
		return copydesk.MarshalWrite(w, copydesk.Fail(s.ID, fmt.Errorf("%s: %w", s.From, s.Err)))
	}
	return copydesk.MarshalWrite(w, record.Offsets(r.unit))
}

func (r *runner) published(a copydesk.Article) time.Time {
	if a.Published.IsZero() {
		return r.annotator.Published
	}
	return a.Published
}

// notice sees what is right but may not be what was wanted.
func (r *runner) notice(a copydesk.Article, record copydesk.Record) {
	fromUnknown := func(d copydesk.Date) bool { return strings.HasPrefix(d.Value, "XXXX") }
	if r.published(a).IsZero() && slices.ContainsFunc(record.Dates, fromUnknown) {
		r.relative++
	}
	if tag, ok := a.Meta["language"]; ok && !r.untagged {
		r.untagged = true
		fmt.Fprintf(r.stderr, "annotate: language %s is no tag such as en or pt-BR: "+
			"it is kept under meta, here and in what follows\n", tag)
	}
}

// close ends the page.
func (r *runner) close() error {
	if r.page == nil {
		return nil
	}
	return r.page.Close()
}

// summary says at the end what is known then.
func (r *runner) summary() {
	if r.relative > 0 {
		fmt.Fprintf(r.stderr, "annotate: %d of %d records have dates that count from the day of publication, "+
			"which is not known: -published or a field \"published\" gives it\n", r.relative, r.records)
	}
	if r.failed > 0 {
		fmt.Fprintf(r.stderr, "annotate: %d of %d records failed\n", r.failed, r.records)
	}
}
