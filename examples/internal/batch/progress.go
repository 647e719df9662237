package batch

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// Progress reports how far a run has come, each second. It counts what is done,
// not what has been read. A nil *Progress reports nothing.
type Progress struct {
	name    string // of the program
	w       io.Writer
	total   atomic.Int64 // bytes on the disk, 0 when not known
	begun   atomic.Int64 // records that are being worked on
	size    atomic.Int64 // bytes of their texts
	records atomic.Int64
	text    atomic.Int64
	disk    atomic.Int64
	start   atomic.Pointer[mark]
	quit    chan struct{}
	done    chan struct{}
}

// A mark is what had been done at a time.
type mark struct {
	time          time.Time
	records, text int64
	disk          int64
}

// NewProgress begins to report. Adding up the sizes of the files does not
// hold up the run.
func NewProgress(name string, w io.Writer, files Walker) *Progress {
	p := &Progress{name: name, w: w, quit: make(chan struct{}), done: make(chan struct{})}
	p.Restart()
	go func() {
		var total int64
		for f := range files.Files() {
			total += f.Size
			select {
			case <-p.quit:
				return
			default:
			}
		}
		p.total.Store(total)
	}()
	go p.loop()
	return p
}

// Restart counts the speed from here.
func (p *Progress) Restart() {
	if p != nil {
		p.start.Store(&mark{time.Now(), p.records.Load(), p.text.Load(), p.disk.Load()})
	}
}

// Begin notes that a source is being worked on.
func (p *Progress) Begin(s Source) {
	if p != nil {
		p.begun.Add(1)
		p.size.Add(s.Text)
	}
}

// Done notes that its record is written.
func (p *Progress) Done(s Source) {
	if p == nil {
		return
	}
	p.begun.Add(-1)
	p.size.Add(-s.Text)
	p.records.Add(1)
	p.text.Add(s.Text)
	p.disk.Add(s.Disk)
}

func (p *Progress) loop() {
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

func (p *Progress) report() {
	start := p.start.Load()
	since := time.Since(start.time)
	text, disk, total := p.text.Load()-start.text, p.disk.Load(), p.total.Load()
	records, speed := p.records.Load()-start.records, mb(text)/since.Seconds()
	fmt.Fprintf(p.w, "%s: %d records, %.1f MB, %.2f MB/s", p.name, records, mb(text), speed)
	if n := p.begun.Load(); n > 0 {
		fmt.Fprintf(p.w, ", %.1f MB in work", mb(p.size.Load()))
	}
	if fresh := disk - start.disk; fresh > 0 && disk < total {
		left := time.Duration(float64(since) * float64(total-disk) / float64(fresh))
		fmt.Fprintf(p.w, ", %v left", left.Round(time.Second))
	}
	fmt.Fprintln(p.w)
}

func mb(bytes int64) float64 { return float64(bytes) / 1e6 }

// Stop reports a last time and ends the reports.
func (p *Progress) Stop() {
	if p != nil {
		close(p.quit)
		<-p.done
	}
}
