package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nlnwa/gowarc/v3"

	"github.com/copydesk-go/copydesk/examples/internal/batch"
)

// A capture is a page as a WARC holds it.
type capture struct {
	number int    // of the record in the file, from 1
	url    string // "" where the record does not say
	date   time.Time
	status int // 0 where there is none
	header http.Header
	body   []byte
	err    error // why there is no page, or nil
}

// A warcReader reads the pages of a WARC, gzipped or not. It cuts the records
// apart itself and hands each to gowarc alone, so that one which is too large is
// not unpacked to a disk, and one which is broken does not take the next with it.
type warcReader struct {
	packed *members // nil where it is not gzipped
	r      *bufio.Reader
	line   []byte // the first of a record, where it has been looked for
	max    batch.Size
	parser gowarc.Unmarshaler
	number int
}

// newWARCReader reads a WARC, which is gzipped if it looks so or packed is set.
func newWARCReader(r io.Reader, packed bool, limit batch.Size) *warcReader {
	w := &warcReader{
		r: bufio.NewReaderSize(r, 1<<16), max: limit,
		parser: gowarc.NewUnmarshaler(gowarc.WithBufferMaxMemBytes(int64(limit) + maxHeader)),
	}
	if b, _ := w.r.Peek(len(gzipMagic)); packed && len(b) > 0 || string(b) == gzipMagic {
		w.packed = newMembers(w.r)
		w.r = bufio.NewReaderSize(w.packed, 1<<16)
	}
	return w
}

const (
	gzipMagic = "\x1f\x8b\x08"
	warcMagic = "WARC/"
	maxHeader = 1 << 16
)

// pages yields the pages, and what stands in the place of one. Records that are
// no answer of a server are passed over.
func (w *warcReader) pages(yield func(capture) bool) {
	for {
		c, isPage, err := w.next()
		if err == io.EOF {
			if c.number == 1 {
				c.err = &problem{empty, "no record in it"}
				yield(c)
			}
			return
		}
		more := err == nil
		if err != nil {
			c.err = &problem{broken, err.Error()}
			more = w.recover()
		}
		if (isPage || err != nil) && !yield(c) || !more {
			return
		}
	}
}

// next reads a record. An error means that the next one has to be looked for.
func (w *warcReader) next() (c capture, isPage bool, err error) {
	w.number++
	c.number = w.number
	header, fields, err := w.header()
	if err != nil {
		return c, false, err
	}
	c.url = strings.Trim(fields["warc-target-uri"], "<>")
	length, err := strconv.ParseInt(fields["content-length"], 10, 64)
	if err != nil || length < 0 {
		return c, false, fmt.Errorf("Content-Length %.20q is no length", fields["content-length"])
	}
	kind := strings.ToLower(fields["warc-type"])
	isPage = kind == "response" || kind == "resource"
	if !isPage || length > int64(w.max) {
		if isPage {
			c.err = tooLarge(w.max)
		}
		_, err = io.CopyN(io.Discard, w.r, length)
		return c, isPage, cut(err)
	}
	if length == 0 {
		c.err = &problem{empty, "the record has no bytes"}
		return c, isPage, nil
	}
	block := new(bytes.Buffer)
	if _, err = io.CopyN(block, w.r, length); err != nil {
		return c, isPage, cut(err)
	}
	c.read(w.parser, header, block.Bytes())
	return c, isPage, nil
}

// cut says that a file ends in the middle of a record.
func cut(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("the file breaks off: %w", err)
	}
	return err
}

// header reads the header of a record.
func (w *warcReader) header() (header []byte, fields map[string]string, err error) {
	line := w.line
	for w.line = nil; len(bytes.TrimSpace(line)) == 0; {
		if line, err = w.r.ReadSlice('\n'); err != nil {
			if err == io.EOF && len(bytes.TrimSpace(line)) == 0 {
				return nil, nil, io.EOF
			}
			return nil, nil, cut(err)
		}
	}
	if !bytes.HasPrefix(line, []byte(warcMagic)) {
		return nil, nil, errors.New("no record begins where one should")
	}
	fields = map[string]string{}
	for len(bytes.TrimSpace(line)) > 0 {
		if header = append(header, line...); len(header) > maxHeader {
			return nil, nil, errors.New("the header of the record does not end")
		}
		if name, value, ok := strings.Cut(string(line), ":"); ok {
			fields[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(value)
		}
		if line, err = w.r.ReadSlice('\n'); err != nil {
			return nil, nil, cut(err)
		}
	}
	return append(header, line...), fields, nil
}

// isBlockDigest reports whether a record is not what it was when it was written.
// Digests of payloads are reckoned in different ways, and say nothing.
func isBlockDigest(err error) bool {
	return errors.As(err, new(*gowarc.DigestError)) && strings.HasPrefix(err.Error(), "block")
}

// chunkedField is a field of the header, which is not among those that net/http
// gives.
var chunkedField = regexp.MustCompile(`(?im)^transfer-encoding:\s*chunked\s*$`)

// read takes the page out of a record.
func (c *capture) read(parser gowarc.Unmarshaler, header, block []byte) {
	all := io.MultiReader(bytes.NewReader(header), bytes.NewReader(block), strings.NewReader("\r\n\r\n"))
	record, _, findings, err := parser.Unmarshal(bufio.NewReader(all))
	if i := slices.IndexFunc(findings, isBlockDigest); err == nil && i >= 0 {
		err = findings[i]
	}
	if err != nil {
		c.err = &problem{broken, err.Error()}
		return
	}
	defer record.Close()
	c.date, _ = record.Date()
	chunked := false
	body, err := record.Block().RawBytes()
	switch b := record.Block().(type) {
	case gowarc.HttpResponseBlock:
		c.status = b.HttpStatusCode()
		if h := b.HttpHeader(); h != nil {
			c.header = *h
		}
		chunked = chunkedField.Match(b.ProtocolHeaderBytes())
		body, err = b.PayloadBytes()
	default:
		c.header = http.Header{"Content-Type": {record.WarcHeader().Get(gowarc.ContentType)}}
	}
	if err == nil {
		c.body, err = io.ReadAll(body)
	}
	if err != nil {
		c.err = &problem{broken, err.Error()}
		return
	}
	if chunked {
		// Some keep the field and undo what it says.
		if whole, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(c.body))); err == nil {
			c.body = whole
		}
	}
}

// recover looks for the beginning of a record behind one that is broken: in what
// can be unpacked, or else where unpacking can begin again.
func (w *warcReader) recover() (found bool) {
	if found = w.findLine(); found || w.packed == nil {
		return found
	}
	found = w.packed.next()
	w.r.Reset(w.packed)
	return found
}

// findLine looks for a line that begins a record.
func (w *warcReader) findLine() (found bool) {
	for begins := true; ; {
		line, err := w.r.ReadSlice('\n')
		if begins && err == nil && bytes.HasPrefix(line, []byte(warcMagic)) {
			w.line = bytes.Clone(line)
			return true
		}
		if err != nil && err != bufio.ErrBufferFull {
			return false
		}
		begins = err == nil
	}
}
