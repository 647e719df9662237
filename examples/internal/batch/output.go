package batch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// A Job is what a run reads and writes, as the arguments say.
type Job struct {
	Name           string // of the program, for messages
	Args           []string
	Out            string   // "" is standard output
	Resume         bool     // go on behind what Out holds
	Others         []Target // to be written beside Out
	State          State    // of a run that has done nothing
	Stdin          io.Reader
	Stdout, Stderr io.Writer
}

// A RefusedError is one for which nothing has been written.
type RefusedError struct{ Err error }

func (e *RefusedError) Error() string { return e.Err.Error() }

// Unwrap returns what the refusal is for.
func (e *RefusedError) Unwrap() error { return e.Err }

// An Output is what a job writes to.
type Output struct {
	Others []*os.File
	Done   Done // what the output held before

	name    string
	w       io.Writer
	stderr  io.Writer
	file    *os.File // nil for standard output
	journal *Journal // nil where the output is no file
}

// Open opens the targets and leaves what is in them as it is. All that the
// arguments can have wrong is found here or before; the error is a
// [*RefusedError].
func (j Job) Open() (*Output, error) {
	o, err := j.open()
	if err != nil {
		return nil, &RefusedError{err}
	}
	return o, nil
}

func (j Job) open() (*Output, error) {
	kept := j.Out != "" && isFile(j.Out)
	if err := j.check(kept); err != nil {
		return nil, err
	}
	o := &Output{name: j.Name, w: j.Stdout, stderr: j.Stderr, Done: Done{State: j.State}}
	if kept && j.Resume {
		var err error
		if o.Done, err = Look(j.Out, j.State); err != nil {
			return nil, fmt.Errorf("-resume: %w", err)
		}
	}
	files, err := Create(j.targets())
	if err != nil {
		return nil, err
	}
	o.Others = files
	if j.Out != "" {
		o.file, o.Others = files[0], files[1:]
		o.w = o.file
	}
	if kept {
		if o.journal, err = OpenJournal(j.Out); err != nil {
			o.noJournal(err)
		}
	}
	return o, nil
}

func (o *Output) noJournal(err error) {
	fmt.Fprintf(o.stderr, "%s: %v: this run cannot be resumed\n", o.name, err)
}

func (j Job) targets() (all []Target) {
	if j.Out != "" {
		all = append(all, Target{Flag: "-o", Path: j.Out, Ours: Records})
	}
	return append(all, j.Others...)
}

// check fails if the run would write over what it reads, or over what it did not
// make.
func (j Job) check(kept bool) error {
	var in, out *os.File
	for _, arg := range j.Args {
		if arg == Stdin {
			in, _ = j.Stdin.(*os.File)
		}
	}
	if j.Out == "" {
		out, _ = j.Stdout.(*os.File)
	}
	targets := j.targets()
	if !kept {
		return Check(targets, j.Args, in, out)
	}
	targets = append(targets, Target{Flag: "the journal of -o,", Path: JournalOf(j.Out), Ours: IsJournal})
	if err := Check(targets, j.Args, in, out); err != nil {
		return err
	}
	return CheckJournal(j.Out)
}

// isFile reports whether a path is a file or would become one.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() || errors.Is(err, fs.ErrNotExist)
}

// Skip returns the files that are written, which are not to be read.
func (o *Output) Skip() (all []os.FileInfo) {
	files := append([]*os.File{o.journal.File()}, o.Others...)
	if f, ok := o.w.(*os.File); ok {
		files = append(files, f)
	}
	for _, f := range files {
		if f == nil {
			continue
		}
		if info, err := f.Stat(); err == nil {
			all = append(all, info)
		}
	}
	return all
}

// Begin cuts what is not to be kept, once nothing speaks against the run.
func (o *Output) Begin(s State) error {
	if o.file != nil {
		if err := Cut(o.file, s.Bytes); err != nil {
			return err
		}
	}
	for _, f := range o.Others {
		if err := Cut(f, 0); err != nil {
			return err
		}
	}
	return o.journal.Begin(s)
}

// Put writes the line of a source.
func (o *Output) Put(line []byte, s Source) error {
	return o.Stream(s, func(w io.Writer) error {
		_, err := w.Write(line)
		return err
	})
}

// Stream has the line of a source written, in as many pieces as it comes. What an
// interruption leaves of one is cut off by the run that goes on.
func (o *Output) Stream(s Source, write func(io.Writer) error) error {
	w := counter{w: o.w}
	if err := write(&w); err != nil {
		return err
	}
	if err := o.journal.Wrote(w.bytes, s); err != nil {
		o.noJournal(err)
	}
	return nil
}

// counter counts what is written through it.
type counter struct {
	w     io.Writer
	bytes int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.bytes += int64(n)
	return n, err
}

// Close ends the output; the journal stays if the run is not finished. It returns
// the first error that there is.
func (o *Output) Close(finished bool) (err error) {
	closing := func(close func() error) {
		if failure := close(); err == nil {
			err = failure
		}
	}
	if o.file != nil {
		closing(o.file.Close)
	}
	for _, f := range o.Others {
		closing(f.Close)
	}
	if finished && err == nil {
		return o.journal.Remove()
	}
	closing(o.journal.Close)
	return err
}
