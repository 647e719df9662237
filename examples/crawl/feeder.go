package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/examples/internal/batch"
	"github.com/copydesk-go/copydesk/normalize"
)

// A feeder reads the pages of all files.
type feeder struct {
	options
	ctx   context.Context
	stdin io.Reader
	put   func(page) (more bool)
	table *table
	names batch.Names // of what has its name from a WARC or a feed
	sum   batch.Sum   // of all that has been read
	disk  int64       // bytes read on the disk, that no page has told
	began time.Time   // reading the page that comes
}

func (f *feeder) feed(files batch.Walker) {
	f.began = time.Now()
	for file := range files.Files() {
		if !f.read(file) {
			return
		}
	}
}

func (f *feeder) read(file batch.File) (more bool) {
	f.disk = 0
	if file.Path == batch.Stdin {
		return f.readAny(f.count(f.stdin), batch.File{Path: "standard input", ID: "standard input"})
	}
	if file.Err != nil {
		return f.fail(file.Path, copydesk.ID(file.ID), &problem{unreadable, file.Err.Error()})
	}
	if name := strings.TrimSuffix(file.Path, ".gz"); strings.HasSuffix(name, ".warc") {
		r, err := os.Open(file.Path)
		if err != nil {
			return f.fail(file.Path, copydesk.ID(file.ID), &problem{unreadable, err.Error()})
		}
		defer r.Close()
		return f.readWARC(f.count(r), file)
	}
	r, err := batch.Open(f.ctx, file.Path, f.max, f.count)
	if err != nil {
		return f.fail(file.Path, copydesk.ID(file.ID), &problem{unreadable, err.Error()})
	}
	defer r.Close()
	return f.readAny(r, file)
}

// readAny tells by its beginning whether what is read is a WARC or one page.
func (f *feeder) readAny(r io.Reader, file batch.File) (more bool) {
	br := bufio.NewReaderSize(r, reach)
	begin, _ := br.Peek(len(warcMagic))
	isWARC := string(begin) == warcMagic
	if bytes.HasPrefix(begin, []byte(gzipMagic)) {
		begin, _ = br.Peek(reach)
		isWARC = beginsRecord(begin)
	}
	if isWARC {
		return f.readWARC(br, file)
	}
	body, err := batch.ReadText(br, f.max)
	if err != nil {
		return f.fail(file.Path, copydesk.ID(file.ID), reading(err, f.max))
	}
	return f.page(page{Source: batch.Source{From: file.Path, ID: copydesk.ID(file.ID)}, body: body}, file)
}

func (f *feeder) readWARC(r io.Reader, file batch.File) (more bool) {
	w := newWARCReader(r, strings.HasSuffix(file.Path, ".gz"), f.max)
	more = true
	w.pages(func(c capture) bool {
		name := c.url
		if name == "" {
			name = file.ID
		}
		p := page{url: c.url, header: c.header, body: c.body, seen: c.date}
		p.From, p.ID, p.Err = fmt.Sprintf("%s: record %d", file.Path, c.number), copydesk.ID(f.names.Unique(name)), c.err
		if c.err == nil && c.status != 0 && c.status != http.StatusOK {
			p.Err = &problem{status, fmt.Sprintf("HTTP %d", c.status)}
		}
		more = f.page(p, file)
		return more
	})
	return more
}

// page takes a page, or the articles of a feed that it is.
func (f *feeder) page(p page, file batch.File) (more bool) {
	if p.Err != nil || !mayBeFeed(p) {
		return f.give(p)
	}
	if p.Err = p.unpack(f.max); p.Err != nil {
		return f.give(p)
	}
	d, _ := normalize.DecodeReport(p.body, p.header.Get("Content-Type"))
	if !isFeed(d.Text) {
		p.header.Del("Content-Encoding")
		return f.give(p)
	}
	items, err := readFeed(d.Text)
	if err != nil {
		p.Err = err
		return f.give(p)
	}
	for n, i := range items {
		name := i.name()
		if name == "" {
			name = fmt.Sprintf("%s#%d", file.ID, n+1)
		}
		q := page{item: &i, seen: p.seen}
		q.From, q.ID = fmt.Sprintf("%s: item %d", p.From, n+1), copydesk.ID(f.names.Unique(name))
		q.body = []byte(i.Title + "\n" + i.Content + "\n" + i.Description)
		if !f.give(q) {
			return false
		}
	}
	return true
}

// mayBeFeed reports whether it is worth a look.
func mayBeFeed(p page) bool {
	t := p.mediaType()
	begin := bytes.TrimLeft(p.body[:min(len(p.body), 100)], "\uFEFF \t\r\n")
	return strings.Contains(t, "xml") && t != "application/xhtml+xml" || strings.HasSuffix(t, "rss") ||
		bytes.HasPrefix(begin, []byte("<?xml")) || bytes.HasPrefix(begin, []byte("<rss")) || bytes.HasPrefix(begin, []byte("<feed"))
}

// give gives a page to the workers.
func (f *feeder) give(p page) (more bool) {
	f.sum = f.sum.Next(string(p.ID), p.body)
	p.Sum, p.Text, p.Disk = f.sum, int64(len(p.body)), f.disk
	f.disk = 0
	f.table.add(partRead, time.Since(f.began))
	more = f.put(p)
	f.began = time.Now()
	return more
}

// fail puts an error in the place of a page.
func (f *feeder) fail(from string, id json.RawMessage, err error) (more bool) {
	return f.give(page{Source: batch.Source{From: from, ID: id, Err: err}})
}

// count returns r such that what is read of it is counted.
func (f *feeder) count(r io.Reader) io.Reader { return counting{r, &f.disk} }

type counting struct {
	io.Reader
	n *int64
}

func (c counting) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	*c.n += int64(n)
	return n, err
}
