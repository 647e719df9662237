package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/copydesk-go/copydesk/examples/internal/record"
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
func (s source) article() (a record.Article, err error) {
	if s.plain {
		a.ID, _ = json.Marshal(filepath.Base(s.from))
		a.Text, err = normalize.Decode(s.line, "")
		return a, err
	}
	err = json.Unmarshal(s.line, &a)
	return a, err
}

// read returns a function that yields the sources of all files in order, and
// stops early when yield says so.
func read(o options, stdin io.Reader, watch *progress) func(yield func(source) bool) error {
	return func(yield func(source) bool) error {
		if len(o.files) == 0 {
			if err := lines("standard input", watch.count(stdin), yield); err != fs.SkipAll {
				return err
			}
			return nil
		}
		for _, name := range o.files {
			err := filepath.WalkDir(name, func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				return readFile(name, watch, yield)
			})
			if err != nil {
				return err
			}
		}
		return nil
	}
}

// skip leaves out the first n sources.
func skip(n int, read func(func(source) bool) error) func(func(source) bool) error {
	return func(yield func(source) bool) error {
		return read(func(s source) bool {
			if n > 0 {
				n--
				return true
			}
			return yield(s)
		})
	}
}

func readFile(name string, watch *progress, yield func(source) bool) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r, base := watch.count(f), name
	if strings.HasSuffix(name, ".gz") {
		base = strings.TrimSuffix(name, ".gz")
		if r, err = gzip.NewReader(r); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
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
