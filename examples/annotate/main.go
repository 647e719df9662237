// Command annotate cleans news articles and finds the names, dates and sums of
// money in them.
//
//	annotate [flags] [FILE…]
//
// A FILE named .jsonl, .ndjson or .json holds one article a line, as {"id",
// "text", "published", "country", "language"}, of which only the text is
// required; any other file is the plain text of one article, and a folder stands
// for the files in it. Files may be compressed: .gz behind the name, or .zst where
// the program zstd is installed. Without a FILE, or for one named -, standard
// input is read: JSON lines if it begins with {, or else the plain text of one
// article.
//
// One JSON object a line comes out, in the order of the input: the clean text,
// what was changed in it, and the findings, all with offsets into the clean text
// and into the text that came in: in bytes, or as -offsets says. The ID of an article that has none of its own
// is the path of its file, below the deepest folder that all files share.
//
// What cannot be read, a line or a file, gives {"id", "error"} in its place and
// does not stop the run; the exit status is then 1. Wrong use of the command
// gives 2, and nothing has then been written: so does a target that is one of the
// files to read. A target in a folder that is read is passed over.
//
// A run that is interrupted ends with a whole record; with -resume the same
// command goes on behind it, once it has seen that the records there are those
// that it would make. To know that, a run with -o FILE keeps FILE.resume while it
// goes on.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/copydesk-go/copydesk/examples/internal/batch"
)

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
	}
	switch {
	case errors.As(err, new(*batch.RefusedError)):
		os.Exit(2)
	case err != nil || failed > 0:
		os.Exit(1)
	}
}

// run annotates all the files and returns how many records could not be made.
// When the context ends, it ends with a whole record.
func run(ctx context.Context, o options, stdin io.Reader, stdout, stderr io.Writer) (failed int, err error) {
	for _, warning := range o.warnings {
		fmt.Fprintln(stderr, "annotate:", warning)
	}
	out, err := o.job(stdin, stdout, stderr).Open()
	if err != nil {
		return 0, err
	}
	r := &runner{options: o, output: out, stderr: stderr}
	finished := false
	defer func() {
		closing := r.close()
		if err == nil {
			err = closing
		}
		if closing = out.Close(finished && err == nil); err == nil {
			err = closing
		}
	}()
	reading, cancel := context.WithCancel(ctx)
	defer cancel()
	files := batch.Walker{Args: o.files, Skip: out.Skip()}
	if o.progress {
		r.watch = batch.NewProgress("annotate", stderr, files)
		defer r.watch.Stop()
	}
	files.Note = func(folder string) { fmt.Fprintf(stderr, "annotate: %s: no files in this folder\n", folder) }
	sources := batch.Feed(reading, func(put func(source) bool) {
		f := feeder{options: o, ctx: reading, in: stdin, put: put}
		f.feed(files)
	})
	if err = r.behind(reading, sources); err == nil {
		err = r.annotate(reading, sources)
	}
	r.summary()
	if ctx.Err() != nil {
		return r.failed, fmt.Errorf("interrupted after %d records", r.records)
	}
	finished = err == nil
	return r.failed, err
}
