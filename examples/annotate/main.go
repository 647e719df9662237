// Command annotate cleans news articles and finds the names, dates and sums of
// money in them.
//
//	annotate [flags] [FILE…]
//
// A FILE named .jsonl, .ndjson or .json (or such with .gz behind it) holds one
// article a line, as {"id", "text", "published", "country"}, of which only the
// text is required; any other file is the plain text of one article. Without a
// FILE, lines are read from standard input. One JSON object a line comes out,
// in the order of the input: the clean text, what was changed in it, and the
// findings, all with byte offsets into the clean text and into the text that
// came in.
//
// A line that cannot be read gives {"id", "error"} in its place and does not
// stop the run; the exit status is then 1. Wrong use of the command gives 2.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk/examples/internal/record"
	"github.com/copydesk-go/copydesk/money"
)

type options struct {
	published time.Time
	country   string
	workers   int
	progress  bool
	out, html string
	annotator *record.Annotator
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
	failed, err := run(o, os.Stdin, os.Stdout, os.Stderr)
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
	f.StringVar(&o.country, "country", "", "ISO 3166-1 `code` of the country of articles that have none, for bare $, kr, Rs …")
	raw := f.Bool("raw", false, "no normalisation: findings on the input as it is")
	only := f.String("only", strings.Join(record.Parts, ","), "do no more than this comma-separated `list`")
	f.IntVar(&o.workers, "j", runtime.GOMAXPROCS(0), "articles to work on at a time")
	f.BoolVar(&o.progress, "progress", false, "report records, MB/s and time left on standard error")
	f.StringVar(&o.out, "o", "", "write to `FILE` instead of standard output")
	f.StringVar(&o.html, "html", "", "also write the articles to `FILE` as a page to look at")
	if err = f.Parse(args); err != nil {
		return o, err
	}
	o.files = f.Args()
	if o.workers < 1 {
		return o, errors.New("-j must be at least 1")
	}
	if *published != "" {
		if o.published, err = record.ParseTime(*published); err != nil {
			return o, fmt.Errorf("-published: %w", err)
		}
	}
	if err = (money.Finder{Country: o.country}).Validate(); err != nil {
		return o, fmt.Errorf("-country: %w", err)
	}
	if o.annotator, err = record.Only(*only); err != nil {
		return o, fmt.Errorf("-only: %w", err)
	}
	if *raw {
		o.annotator.Skip["normalize"] = true
	}
	return o, nil
}

// run annotates all the files, or standard input, and returns how many records
// could not be made.
func run(o options, stdin io.Reader, stdout, stderr io.Writer) (failed int, err error) {
	if o.out != "" {
		f, err := os.Create(o.out)
		if err != nil {
			return 0, err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		stdout = f
	}
	w := bufio.NewWriterSize(stdout, 1<<16)
	sink := &sink{w: w, stderr: stderr}
	if o.html != "" {
		sink.page = new(page)
	}
	var watch *progress
	if o.progress {
		watch = newProgress(stderr, o.files)
		defer watch.stop()
	}
	err = pipeline(o, read(o, stdin, watch), sink, watch)
	err = errors.Join(err, w.Flush())
	if err == nil && sink.page != nil {
		err = sink.page.write(o.html)
	}
	if sink.failed > 0 {
		fmt.Fprintf(stderr, "annotate: %d of %d records failed\n", sink.failed, sink.records)
	}
	return sink.failed, err
}
