// Command annotate cleans news articles and finds the names, dates and sums of
// money in them.
//
//	annotate [flags] [FILE…]
//
// A FILE named .jsonl, .ndjson or .json holds one article a line, as {"id",
// "text", "published", "country"}, of which only the text is required; any other
// file is the plain text of one article, and a folder stands for the files in
// it. Files may be compressed: .gz behind the name, or .zst where the program
// zstd is installed. Without a FILE, lines are read from standard input. One
// JSON object a line comes out, in the order of the input: the clean text, what
// was changed in it, and the findings, all with byte offsets into the clean text
// and into the text that came in.
//
// A line that cannot be read gives {"id", "error"} in its place and does not
// stop the run; the exit status is then 1. Wrong use of the command gives 2. A
// run that is interrupted finishes the records it has begun; with -resume the
// same command goes on behind them, once it has seen that the records there are
// those that it would make.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/view"
)

type options struct {
	workers   int
	progress  bool
	out, html string
	resume    bool
	annotator copydesk.Annotator
	files     []string
}

func main() {
	o, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "annotate:", err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends it at once
	failed, err := run(ctx, o, os.Stdin, os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "annotate:", err)
		os.Exit(1)
	}
	if failed > 0 {
		os.Exit(1)
	}
}

func parse(args []string) (o options, err error) {
	f := flag.NewFlagSet("annotate", flag.ContinueOnError)
	published := f.String("published", "", "publication `date` of articles that have none: 2021-11-24 or RFC 3339")
	country := f.String("country", "", "ISO 3166-1 `code` of the country of articles that have none, for bare $, kr, Rs …")
	raw := f.Bool("raw", false, "no normalisation: findings on the input as it is")
	only := copydesk.PartsAll
	f.TextVar(&only, "only", only, "do no more than this comma-separated `list`")
	f.IntVar(&o.workers, "j", runtime.GOMAXPROCS(0), "articles to work on at a time")
	f.BoolVar(&o.progress, "progress", false, "report records, MB/s and time left on standard error")
	f.StringVar(&o.out, "o", "", "write to `FILE` instead of standard output")
	f.BoolVar(&o.resume, "resume", false, "go on behind the records that the file of -o holds already")
	f.StringVar(&o.html, "html", "", "also write the articles to `FILE` as a page to look at")
	if err = f.Parse(args); err != nil {
		return o, err
	}
	o.files = f.Args()
	if o.workers < 1 {
		return o, errors.New("-j must be at least 1")
	}
	if o.resume && o.out == "" {
		return o, errors.New("-resume needs -o")
	}
	if o.resume && o.html != "" {
		return o, errors.New("-resume does not go with -html")
	}
	if only == 0 {
		return o, errors.New("-only: nothing to do")
	}
	o.annotator.Skip = copydesk.PartsAll &^ only
	if *published != "" {
		if o.annotator.Published, err = copydesk.ParseTime(*published); err != nil {
			return o, fmt.Errorf("-published: %w", err)
		}
	}
	o.annotator.Country = strings.ToUpper(*country)
	if err = o.annotator.Validate(); err != nil {
		return o, fmt.Errorf("-country: %w", err)
	}
	if *raw {
		o.annotator.Skip |= copydesk.PartNormalize
	}
	return o, nil
}

// run annotates all the files, or standard input, and returns how many records
// could not be made. When the context ends, it finishes what it has begun.
func run(ctx context.Context, o options, stdin io.Reader, stdout, stderr io.Writer) (failed int, err error) {
	sink := &sink{stderr: stderr}
	var watch *progress
	if o.progress {
		watch = newProgress(stderr, o.files)
		defer watch.stop()
	}
	sources := read(o, stdin, watch)
	done := 0
	if o.out != "" {
		var f *os.File
		if f, done, err = open(o); err != nil {
			return 0, err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		stdout = f
	}
	if done > 0 {
		sources = resume(o, done, sources, watch)
	}
	if o.html != "" {
		var f *os.File
		if f, err = os.Create(o.html); err != nil {
			return 0, err
		}
		sink.page = view.NewPage(f)
		defer func() { err = errors.Join(err, sink.page.Close(), f.Close()) }()
	}
	w := bufio.NewWriterSize(stdout, 1<<16)
	sink.w = w
	err = pipeline(ctx, o, sources, sink, watch)
	err = errors.Join(err, w.Flush())
	if sink.failed > 0 {
		fmt.Fprintf(stderr, "annotate: %d of %d records failed\n", sink.failed, sink.records)
	}
	if err == nil && ctx.Err() != nil {
		err = fmt.Errorf("interrupted after %d records", done+sink.records)
	}
	return sink.failed, err
}
