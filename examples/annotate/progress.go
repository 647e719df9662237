package main

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"sync/atomic"
	"time"
)

// progress reports how far a run has come. A nil *progress reports nothing.
type progress struct {
	w       io.Writer
	total   int64 // bytes in all, 0 when not known
	begin   atomic.Pointer[start]
	bytes   atomic.Int64
	records atomic.Int64
	quit    chan struct{}
	done    chan struct{}
}

// A start is when a run began, and how many bytes had been read then.
type start struct {
	time  time.Time
	bytes int64
}

func newProgress(w io.Writer, files []string) *progress {
	p := &progress{w: w, quit: make(chan struct{}), done: make(chan struct{})}
	for _, name := range files {
		filepath.WalkDir(name, func(_ string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // reading will say so
			}
			if info, err := d.Info(); err == nil && info.Mode().IsRegular() {
				p.total += info.Size()
			}
			return nil
		})
	}
	p.restart()
	go p.loop()
	return p
}

// restart counts from here.
func (p *progress) restart() {
	if p != nil {
		p.begin.Store(&start{time.Now(), p.bytes.Load()})
	}
}

func (p *progress) loop() {
	defer close(p.done)
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			p.report()
		case <-p.quit:
			p.report()
			return
		}
	}
}

func (p *progress) report() {
	begin, n := p.begin.Load(), p.bytes.Load()
	since, fresh := time.Since(begin.time), float64(n-begin.bytes)
	fmt.Fprintf(p.w, "annotate: %d records, %.1f MB, %.2f MB/s", p.records.Load(), fresh/1e6, fresh/1e6/since.Seconds())
	if fresh > 0 && n < p.total {
		left := time.Duration(float64(since) * float64(p.total-n) / fresh)
		fmt.Fprintf(p.w, ", %v left", left.Round(time.Second))
	}
	fmt.Fprintln(p.w)
}

// stop reports a last time and ends the reports.
func (p *progress) stop() {
	close(p.quit)
	<-p.done
}

func (p *progress) record() {
	if p != nil {
		p.records.Add(1)
	}
}

// count returns r such that what is read of it is counted.
func (p *progress) count(r io.Reader) io.Reader {
	if p == nil {
		return r
	}
	return countingReader{r, &p.bytes}
}

type countingReader struct {
	r io.Reader
	n *atomic.Int64
}

func (c countingReader) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n.Add(int64(n))
	return n, err
}
