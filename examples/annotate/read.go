package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync/atomic"
	"unicode"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/batch"
	"github.com/copydesk-go/copydesk/normalize"
)

// A source is an article, or what stands in its place, and what is known of it.
type source struct {
	batch.Source
	article copydesk.Article
}

func about(s source) batch.Source { return s.Source }

// A feeder reads the sources of all files.
type feeder struct {
	options
	ctx  context.Context
	in   io.Reader                // standard input
	put  func(source) (more bool) // takes a source
	sum  batch.Sum                // of all that has been read
	disk atomic.Int64             // bytes read on the disk, that no source has told; a packed file is read beside its unpacking
}

// feed reads the files.
func (f *feeder) feed(files batch.Walker) {
	for file := range files.Files() {
		if !f.read(file) {
			return
		}
	}
}

func (f *feeder) read(file batch.File) (more bool) {
	f.disk.Store(0)
	if file.Path == batch.Stdin {
		return f.readStdin()
	}
	id := copydesk.ID(file.ID)
	if file.Err != nil {
		return f.fail(file.Path, id, file.Err)
	}
	opened, err := batch.Open(f.ctx, file.Path, f.max, f.count)
	if err != nil {
		return f.fail(file.Path, id, err)
	}
	defer opened.Close()
	r := bufio.NewReaderSize(opened, 1<<16)
	switch filepath.Ext(batch.Unpacked(file.Path)) {
	case ".jsonl", ".ndjson", ".json":
		return f.readLines(r, file.Path, id)
	}
	return f.readText(r, file.Path, id)
}

// readStdin tells JSON lines from plain text by how they begin.
func (f *feeder) readStdin() (more bool) {
	const from = "standard input"
	r := bufio.NewReaderSize(f.count(f.in), 1<<16)
	first, err := firstByte(r)
	switch {
	case err == io.EOF:
		return true
	case f.lines || first == '{':
		return f.readLines(r, from, nil)
	case first == '[':
		return f.fail(from, nil, errors.New("one JSON object a line is wanted, and this begins with ["))
	}
	return f.readText(r, from, nil)
}

const byteOrderMark = "\uFEFF"

// firstByte returns the first byte behind a byte order mark and white space, or 0
// if that does not come soon.
func firstByte(r *bufio.Reader) (byte, error) {
	for n := 1; n <= r.Size(); n = r.Buffered() + 1 {
		b, err := r.Peek(n)
		b = bytes.TrimLeftFunc(bytes.TrimPrefix(b, []byte(byteOrderMark)), unicode.IsSpace)
		mark := len(b) < len(byteOrderMark) && bytes.HasPrefix([]byte(byteOrderMark), b)
		if len(b) > 0 && (!mark || err != nil) {
			return b[0], nil
		}
		if err != nil {
			return 0, err
		}
	}
	return 0, nil
}

// readText reads the plain text of one article.
func (f *feeder) readText(r io.Reader, from string, id json.RawMessage) (more bool) {
	b, err := batch.ReadText(r, f.max)
	if err != nil {
		return f.fail(from, id, err)
	}
	s := f.source(from, id, b)
	s.article.ID = id
	var d normalize.Decoding
	if d, s.Err = normalize.DecodeReport(b, ""); s.Err == nil {
		s.article.Text, s.Err = d.Text, f.refusal(d)
	}
	return f.put(s)
}

// readLines reads one article a line.
func (f *feeder) readLines(r *bufio.Reader, from string, id json.RawMessage) (more bool) {
	if err := f.begins(r); err != nil {
		return f.fail(from, id, err)
	}
	for line := range batch.Lines(r, f.max) {
		place := fmt.Sprintf("%s: line %d", from, line.Number)
		switch {
		case line.Err != nil && line.Last:
			more = f.fail(place, id, line.Err)
		case line.Err != nil:
			more = f.fail(place, nil, line.Err)
		default:
			s := f.source(place, nil, line.Text)
			s.Err = s.article.UnmarshalJSON(line.Text)
			s.ID = s.article.ID
			more = f.put(s)
		}
		if !more {
			return false
		}
	}
	return true
}

// begins says what is wrong with a file that is something else than JSON lines.
func (f *feeder) begins(r *bufio.Reader) error {
	r.Peek(1) // fills the buffer
	b, _ := r.Peek(r.Buffered())
	d, err := normalize.DecodeReport(b, "")
	if err != nil {
		return nil // each line will say so
	}
	return f.refusal(d)
}

// refusal says why what was read is no article, or no lines of them.
func (f *feeder) refusal(d normalize.Decoding) error {
	switch {
	case f.force:
	case d.Binary != "":
		return fmt.Errorf("this is no text: %s (-force reads it all the same)", d.Binary)
	case d.Markup != "":
		return fmt.Errorf("this is no plain text, but a whole document of %s (-force reads it all the same)", d.Markup)
	}
	return nil
}

// source returns a source with what has been read.
func (f *feeder) source(from string, id json.RawMessage, b []byte) source {
	f.sum = f.sum.Next(string(id), b)
	s := source{Source: batch.Source{From: from, ID: id, Sum: f.sum, Text: int64(len(b)), Disk: f.disk.Swap(0)}}
	return s
}

// fail puts an error in the place of an article.
func (f *feeder) fail(from string, id json.RawMessage, err error) (more bool) {
	s := f.source(from, id, nil)
	s.Err = err
	return f.put(s)
}

// count returns r such that what is read of it is counted.
func (f *feeder) count(r io.Reader) io.Reader { return counting{r, &f.disk} }

type counting struct {
	io.Reader
	n *atomic.Int64
}

func (c counting) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n.Add(int64(n))
	return n, err
}
