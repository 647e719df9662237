package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/normalize"
)

// A source is one input record before it is read: a line of JSON or the bytes
// of a plain text file.
type source struct {
	from  string // file and line, for messages
	line  []byte
	plain bool
}

// article reads the source. On an error the article's ID is as good as it could
// be read.
func (s source) article() (a copydesk.Article, err error) {
	if s.plain {
		a.ID = copydesk.ID(filepath.Base(s.from))
		a.Text, err = normalize.Decode(s.line, "")
		return a, err
	}
	err = json.Unmarshal(s.line, &a)
	return a, err
}

// sources yields sources in order, and stops early when yield says so.
type sources func(yield func(source) bool) error

// read returns the sources of all files, or of standard input.
func read(o options, stdin io.Reader, watch *progress) sources {
	return func(yield func(source) bool) error {
		if len(o.files) == 0 {
			if err := lines("standard input", watch.count(stdin), yield); err != fs.SkipAll {
				return err
			}
			return nil
		}
		enough := false
		for _, name := range o.files {
			err := filepath.WalkDir(name, func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				err = readFile(name, watch, yield)
				enough = enough || err == fs.SkipAll
				return err
			})
			if err != nil || enough {
				return err
			}
		}
		return nil
	}
}

func readFile(name string, watch *progress, yield func(source) bool) (err error) {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	base, r, err := plain(name, watch.count(f))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer func() {
		if closing := r.Close(); err == nil && closing != nil {
			err = fmt.Errorf("%s: %w", name, closing)
		}
	}()
	switch filepath.Ext(base) {
	case ".jsonl", ".ndjson", ".json":
		return lines(name, r, yield)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if !yield(source{from: name, line: b, plain: true}) {
		return fs.SkipAll
	}
	return nil
}

// plain uncompresses what is compressed, by its name, and returns the name
// without the ending.
func plain(name string, r io.Reader) (base string, _ io.ReadCloser, err error) {
	if base, ok := strings.CutSuffix(name, ".gz"); ok {
		z, err := gzip.NewReader(r)
		return base, z, err
	}
	if base, ok := strings.CutSuffix(name, ".zst"); ok {
		z, err := zstd(r)
		return base, z, err
	}
	return name, io.NopCloser(r), nil
}

// zstd uncompresses with the program of that name. A library would do too, but
// would stand in the go.mod of all who import copydesk.
func zstd(r io.Reader) (io.ReadCloser, error) {
	c := exec.Command("zstd", "-dcq")
	c.Stdin = r
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p := &process{c: c, out: out}
	c.Stderr = &p.complaint
	return p, c.Start()
}

// A process is the output of a program that has been started.
type process struct {
	c         *exec.Cmd
	out       io.Reader
	complaint bytes.Buffer
	ended     bool
}

// Read fails at the end of the output if the program failed.
func (p *process) Read(b []byte) (int, error) {
	n, err := p.out.Read(b)
	if err == io.EOF && !p.ended {
		p.ended = true
		if failure := p.c.Wait(); failure != nil {
			err = fmt.Errorf("%w: %s", failure, bytes.TrimSpace(p.complaint.Bytes()))
		}
	}
	return n, err
}

// Close ends a program that has not come to its end.
func (p *process) Close() error {
	if !p.ended {
		p.ended = true
		p.c.Process.Kill()
		p.c.Wait() // it was killed, and says so
	}
	return nil
}

// lines yields the lines of r but for blank ones. It returns [fs.SkipAll] when
// yield wants no more.
func lines(name string, r io.Reader, yield func(source) bool) error {
	br := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := br.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("%s: %w", name, err)
		}
		if len(strings.TrimSpace(string(line))) > 0 {
			if !yield(source{from: fmt.Sprintf("%s: line %d", name, n), line: line}) {
				return fs.SkipAll
			}
		}
		if err != nil {
			return nil
		}
	}
}
