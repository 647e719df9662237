package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/copydesk-go/copydesk/examples/internal/batch"
	"github.com/copydesk-go/copydesk/examples/internal/view"
)

// targets are what a run writes to.
type targets struct {
	w         io.Writer // of the records
	out, html *os.File  // nil where not asked for
	page      *view.Page
	journal   *batch.Journal // nil where the output is no file
	done      batch.Done     // what the output held before
}

// open opens the targets and leaves what is in them as it is. All that the
// arguments can have wrong is found here or before.
func open(o options, stdin io.Reader, stdout, stderr io.Writer) (*targets, error) {
	if err := check(o, stdin, stdout); err != nil {
		return nil, err
	}
	t := &targets{w: stdout, done: batch.Done{State: o.state()}}
	kept := o.out != "" && isFile(o.out)
	if kept && o.resume {
		var err error
		if t.done, err = batch.Look(o.out, o.state()); err != nil {
			return nil, fmt.Errorf("-resume: %w", err)
		}
	}
	files, err := batch.Create(o.targets())
	if err != nil {
		return nil, err
	}
	if o.out != "" {
		t.out, files = files[0], files[1:]
		t.w = t.out
	}
	if o.html != "" {
		t.html = files[0]
	}
	if kept {
		if t.journal, err = batch.OpenJournal(o.out); err != nil {
			fmt.Fprintf(stderr, "annotate: %v: this run cannot be resumed\n", err)
		}
	}
	return t, nil
}

// check fails if the run would write over what it reads, or over what it did not
// make.
func check(o options, stdin io.Reader, stdout io.Writer) error {
	in, _ := stdin.(*os.File)
	if !o.stdin {
		in = nil
	}
	out, _ := stdout.(*os.File)
	if o.out != "" {
		out = nil
	}
	targets := o.targets()
	if o.out == "" || !isFile(o.out) {
		return batch.Check(targets, o.files, in, out)
	}
	journal := batch.Target{Flag: "the journal of -o,", Path: batch.JournalOf(o.out), Ours: batch.IsJournal}
	targets = append(targets, journal)
	if err := batch.Check(targets, o.files, in, out); err != nil {
		return err
	}
	return batch.CheckJournal(o.out)
}

// isFile reports whether a path is a file or would become one.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() || errors.Is(err, fs.ErrNotExist)
}

// skip returns the files that are written, which are not to be read.
func (t *targets) skip() (all []os.FileInfo) {
	stdout, _ := t.w.(*os.File)
	for _, f := range []*os.File{stdout, t.html, t.journal.File()} {
		if f == nil {
			continue
		}
		if info, err := f.Stat(); err == nil {
			all = append(all, info)
		}
	}
	return all
}

// begin cuts what is not to be kept, once nothing speaks against the run.
func (t *targets) begin(s batch.State) error {
	if t.out != nil {
		if err := batch.Cut(t.out, s.Bytes); err != nil {
			return err
		}
	}
	if t.html != nil {
		if err := batch.Cut(t.html, 0); err != nil {
			return err
		}
		t.page = view.NewPage(t.html)
	}
	return t.journal.Begin(s)
}

// close ends the targets; the journal stays if the run is not finished. It
// returns the first error that there is.
func (t *targets) close(finished bool) (err error) {
	closing := func(close func() error) {
		if failure := close(); err == nil {
			err = failure
		}
	}
	if t.page != nil {
		closing(t.page.Close)
	}
	for _, f := range []*os.File{t.out, t.html} {
		if f != nil {
			closing(f.Close)
		}
	}
	if finished && err == nil {
		return t.journal.Remove()
	}
	closing(t.journal.Close)
	return err
}
