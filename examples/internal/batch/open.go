package batch

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// packers unpack what a file name ends in.
var packers = map[string]func(context.Context, io.Reader) (io.ReadCloser, error){
	".gz":  func(_ context.Context, r io.Reader) (io.ReadCloser, error) { return gzip.NewReader(r) },
	".zst": zstd,
}

// Unpacked returns a name without the ending of a packed file.
func Unpacked(name string) string {
	for ending := range packers {
		if base, ok := strings.CutSuffix(name, ending); ok && filepath.Base(name) != ending {
			return base
		}
	}
	return name
}

// Open opens a file and unpacks it if its name ends in .gz or .zst, which may
// give no more than limit bytes. What is read from the disk goes through count.
func Open(ctx context.Context, path string, limit Size, count func(io.Reader) io.Reader) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, reason(err)
	}
	base := Unpacked(path)
	if base == path {
		return reader{count(f), f.Close}, nil
	}
	z, err := packers[path[len(base):]](ctx, count(f))
	if err != nil {
		f.Close()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return nil, told(err)
	}
	bounded := &bounded{z, int64(limit), &TooLargeError{"what it unpacks to", limit}}
	return reader{bounded, func() error { return errors.Join(z.Close(), f.Close()) }}, nil
}

type reader struct {
	io.Reader
	close func() error
}

func (r reader) Close() error { return r.close() }

func (r reader) Read(b []byte) (int, error) {
	n, err := r.Reader.Read(b)
	return n, told(err)
}

// told says in words what is wrong with a file.
func told(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("it breaks off: %w", err)
	}
	return reason(err)
}

// bounded fails when there is more to read than it may give.
type bounded struct {
	r    io.Reader
	left int64
	full error
}

func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.r.Read(p)
	if int64(n) > b.left {
		n, err = int(b.left), b.full
	}
	b.left -= int64(n)
	return n, err
}

// ReadText reads all of a text, which may have no more than limit bytes.
func ReadText(r io.Reader, limit Size) ([]byte, error) {
	return io.ReadAll(&bounded{r, int64(limit), &TooLargeError{"the text", limit}})
}

// A Line is one line of a file.
type Line struct {
	Number int
	Text   []byte
	Err    error // why it cannot be read, or nil
	Last   bool  // nothing behind it can be read either
}

const byteOrderMark = "\uFEFF"

// Lines yields the lines of r that are not blank, without a byte order mark
// before the first. A line may have no more than
// limit bytes; the rest of a larger one is passed over.
func Lines(r *bufio.Reader, limit Size) func(yield func(Line) bool) {
	return func(yield func(Line) bool) {
		for n := 1; ; n++ {
			line, large, err := readLine(r, limit)
			ended := err != nil
			if n == 1 {
				line = bytes.TrimPrefix(line, []byte(byteOrderMark))
			}
			switch {
			case large:
				err = &TooLargeError{"the line", limit}
			case err == io.EOF:
				err = nil
			}
			if len(bytes.TrimSpace(line)) > 0 || err != nil {
				if !yield(Line{n, line, err, ended}) {
					return
				}
			}
			if ended {
				return
			}
		}
	}
}

func readLine(r *bufio.Reader, limit Size) (line []byte, large bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if large = large || Size(len(line)+len(part)) > limit; large {
			line = nil
		} else {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, large, err
		}
	}
}

// zstd unpacks with the program of that name. A library would do too, but would
// stand in the go.mod of all who import copydesk.
func zstd(ctx context.Context, r io.Reader) (io.ReadCloser, error) {
	c := exec.CommandContext(ctx, "zstd", "-dcq")
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
