// Command crawl makes records of news pages as they were fetched: it finds the
// article in a page, cleans it, and finds the names, dates and sums of money in
// it.
//
//	crawl [flags] [FILE…]
//
// A FILE is a WARC (.warc, .warc.gz), an HTML page or a feed (RSS, Atom); other
// files may be compressed, too, and a folder stands for the files in it. Without
// a FILE, or for one named -, standard input is read.
//
// One JSON object a line comes out, in the order of the input, as from
// examples/annotate; meta holds the URL, site, title, byline and date of the
// article, what says the date, and the country of the site, which a file has where
// the page says its URL. The text that the
// findings have their orig_start and orig_end in is the title, a blank line and
// the body. What gives no record gives {"id", "error"} in its place; a table at the
// end counts them by reason.
//
// Fetching pages is not its job.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/batch"
)

type options struct {
	annotator copydesk.Annotator
	progress  bool
	out       string
	resume    bool
	max       batch.Size
	undated   bool // pages without a date are taken
	files     []string
}

func main() {
	o, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "crawl:", err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends it at once
	failed, err := run(ctx, o, os.Stdin, os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "crawl:", err)
	}
	switch {
	case errors.As(err, new(*batch.RefusedError)):
		os.Exit(2)
	case err != nil || failed > 0:
		os.Exit(1)
	}
}

func parse(args []string) (o options, err error) {
	f := flag.NewFlagSet("crawl", flag.ContinueOnError)
	f.SetOutput(io.Discard) // an error is returned, and reported once
	f.Usage = func() {}
	published := f.String("published", "", "publication `date` of pages that say none: 2021-11-24 or RFC 3339")
	f.BoolVar(&o.undated, "undated", false, "take pages without a date, too")
	only := copydesk.PartsAll
	f.TextVar(&only, "only", only, "do no more than this comma-separated `list`")
	f.IntVar(&o.annotator.Workers, "j", runtime.GOMAXPROCS(0), "pages to work on at a time")
	f.BoolVar(&o.progress, "progress", false, "report records, MB/s and time left on standard error")
	f.StringVar(&o.out, "o", "", "write to `FILE` instead of standard output")
	f.BoolVar(&o.resume, "resume", false, "go on behind the records that the file of -o holds already")
	o.max = 8e6
	f.Var(&o.max, "max", "the most `bytes` of one page, as it came and unpacked: 500KB, 8MB")
	if o.files, err = batch.ParseMixed(f, args); errors.Is(err, flag.ErrHelp) {
		f.SetOutput(os.Stdout)
		fmt.Println("usage: crawl [flags] [FILE…]")
		f.PrintDefaults()
		return o, err
	}
	if err != nil {
		return o, fmt.Errorf("%w (crawl -h lists the flags)", err)
	}
	if len(o.files) == 0 {
		o.files = []string{batch.Stdin}
	}
	if *published != "" {
		if o.annotator.Published, err = copydesk.ParseTime(*published); err != nil {
			return o, fmt.Errorf("-published: %w", err)
		}
	}
	o.annotator.Skip = copydesk.PartsAll &^ only
	switch {
	case only == 0:
		return o, errors.New("-only: nothing to do")
	case o.annotator.Workers < 1:
		return o, errors.New("-j must be at least 1")
	case o.resume && o.out == "":
		return o, errors.New("-resume needs -o")
	}
	return o, nil
}

// state is that of a run that has done nothing. Its flags are those that decide
// what is in the records.
func (o options) state() batch.State {
	flags := fmt.Sprintf("-only %v -max %v", copydesk.PartsAll&^o.annotator.Skip, o.max)
	if !o.annotator.Published.IsZero() {
		flags += fmt.Sprintf(" -published %v", copydesk.Time{Time: o.annotator.Published})
	}
	if o.undated {
		flags += " -undated"
	}
	return batch.State{Journal: "copydesk crawl", Flags: flags}
}

// run makes records of all the pages and returns how many could not be made.
// When the context ends, it ends with a whole record.
func run(ctx context.Context, o options, stdin io.Reader, stdout, stderr io.Writer) (failed int, err error) {
	job := batch.Job{
		Name: "crawl", Args: o.files, Out: o.out, Resume: o.resume, State: o.state(),
		Stdin: stdin, Stdout: stdout, Stderr: stderr,
	}
	out, err := job.Open()
	if err != nil {
		return 0, err
	}
	finished := false
	defer func() {
		if closing := out.Close(finished); err == nil {
			err = closing
		}
	}()
	working, cancel := context.WithCancel(ctx)
	defer cancel()
	files := batch.Walker{Args: o.files, Skip: out.Skip()}
	var watch *batch.Progress
	if o.progress {
		watch = batch.NewProgress("crawl", stderr, files)
		defer watch.Stop()
	}
	files.Note = func(folder string) { fmt.Fprintf(stderr, "crawl: %s: no files in this folder\n", folder) }
	table := newTable()
	pages := batch.Feed(working, func(put func(page) bool) {
		f := feeder{options: o, ctx: working, stdin: stdin, put: put, table: table}
		f.feed(files)
	})
	w := worker{options: o, ctx: working, table: table}
	state, err := w.behind(out, pages, watch)
	if err == nil {
		err = w.work(out, pages, watch)
	}
	table.print(stderr)
	failed = state.Failed + table.failed()
	if ctx.Err() != nil {
		return failed, fmt.Errorf("interrupted after %d records", state.Records+table.pages())
	}
	finished = err == nil
	return failed, err
}
