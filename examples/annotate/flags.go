package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/batch"
	"github.com/copydesk-go/copydesk/examples/internal/view"
)

type options struct {
	annotator copydesk.Annotator
	progress  bool
	out, html string
	resume    bool
	lines     bool // standard input is JSON lines
	force     bool // binary files and markup are read all the same
	max       batch.Size
	unit      copydesk.Unit // of the offsets
	files     []string
	warnings  []string // of what is right but does less than one may think
}

// parse reads the arguments, flags before, between and behind the files.
func parse(args []string) (o options, err error) {
	f := flag.NewFlagSet("annotate", flag.ContinueOnError)
	f.SetOutput(io.Discard) // an error is returned, and reported once
	f.Usage = func() {}
	published := f.String("published", "", "publication `date` of articles that have none: 2021-11-24 or RFC 3339")
	country := f.String("country", "", "ISO 3166-1 `code` of the country of articles that have none, for bare $, kr, 3/4/2021 …")
	tag := f.String("language", "", "BCP 47 `tag` of the language of articles that have none")
	raw := f.Bool("raw", false, "no normalisation: findings on the input as it is")
	only := copydesk.PartsAll
	f.TextVar(&only, "only", only, "do no more than this comma-separated `list`")
	f.IntVar(&o.annotator.Workers, "j", runtime.GOMAXPROCS(0), "articles to work on at a time")
	f.BoolVar(&o.progress, "progress", false, "report records, MB/s and time left on standard error")
	f.StringVar(&o.out, "o", "", "write to `FILE` instead of standard output")
	f.BoolVar(&o.resume, "resume", false, "go on behind the records that the file of -o holds already")
	f.StringVar(&o.html, "html", "", "also write the articles to `FILE` as a page to look at")
	f.BoolVar(&o.lines, "lines", false, "standard input is JSON lines, whatever it begins with")
	f.BoolVar(&o.force, "force", false, "read binary files and whole documents of markup as if they were articles")
	o.max = 256e6
	f.Var(&o.max, "max", "the most `bytes` of one text, and of what a .gz or .zst unpacks to: 64KB, 256MB, 2GB")
	f.TextVar(&o.unit, "offsets", o.unit, "what offsets count: bytes, runes (for Python) or utf16 (for JavaScript)")
	if o.files, err = batch.ParseMixed(f, args); errors.Is(err, flag.ErrHelp) {
		f.SetOutput(os.Stdout)
		fmt.Println("usage: annotate [flags] [FILE…]")
		f.PrintDefaults()
		return o, err
	}
	if err != nil {
		return o, fmt.Errorf("%w (annotate -h lists the flags)", err)
	}
	o.annotator.Skip = copydesk.PartsAll &^ only
	if *raw {
		o.annotator.Skip |= copydesk.PartNormalize
	}
	if o.annotator.Skip == copydesk.PartsAll {
		return o, errors.New("-only, -raw: nothing to do")
	}
	if err = o.agree(); err != nil {
		return o, err
	}
	return o, o.about(*published, *country, *tag)
}

// agree completes the options, and fails where they do not go together.
func (o *options) agree() error {
	if len(o.files) == 0 {
		o.files = []string{batch.Stdin}
	}
	isStdin := func(name string) bool { return name == batch.Stdin }
	first := slices.IndexFunc(o.files, isStdin)
	switch {
	case first >= 0 && slices.ContainsFunc(o.files[first+1:], isStdin):
		return errors.New("standard input is named twice")
	case o.annotator.Workers < 1:
		return errors.New("-j must be at least 1")
	case o.resume && o.out == "":
		return errors.New("-resume needs -o")
	case o.resume && o.html != "":
		return errors.New("-resume does not go with -html")
	}
	return nil
}

// about takes what is known of all articles.
func (o *options) about(published, country, tag string) (err error) {
	if published != "" {
		if o.annotator.Published, err = copydesk.ParseTime(published); err != nil {
			return fmt.Errorf("-published: %w", err)
		}
	}
	o.annotator.Country = strings.ToUpper(country)
	if err = o.annotator.Validate(); err != nil {
		return fmt.Errorf("-country: %w", err)
	}
	if tag == "" {
		return nil
	}
	if o.annotator.Language, err = language.Parse(tag); err != nil {
		return fmt.Errorf("-language: %q is no tag such as en or pt-BR: %w", tag, err)
	}
	if err := o.annotator.Validate(); err != nil {
		o.warnings = append(o.warnings, fmt.Sprintf("-language: %v", err))
	}
	return nil
}

// state is that of a run that has done nothing. Its flags are those that decide
// what is in the records.
func (o options) state() batch.State {
	a := o.annotator
	s := fmt.Sprintf("-only %v -max %v -offsets %v", copydesk.PartsAll&^a.Skip, o.max, o.unit)
	if !a.Published.IsZero() {
		s += fmt.Sprintf(" -published %v", copydesk.Time{Time: a.Published})
	}
	if a.Country != "" {
		s += " -country " + a.Country
	}
	if !a.Language.IsRoot() {
		s += " -language " + a.Language.String()
	}
	if o.lines {
		s += " -lines"
	}
	if o.force {
		s += " -force"
	}
	return batch.State{Journal: "copydesk annotate", Flags: s}
}

// job is what the run reads and writes.
func (o options) job(stdin io.Reader, stdout, stderr io.Writer) batch.Job {
	j := batch.Job{
		Name: "annotate", Args: o.files, Out: o.out, Resume: o.resume, State: o.state(),
		Stdin: stdin, Stdout: stdout, Stderr: stderr,
	}
	if o.html != "" {
		j.Others = []batch.Target{{Flag: "-html", Path: o.html, Ours: view.IsPage}}
	}
	return j
}
