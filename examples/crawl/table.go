package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
	"text/tabwriter"
	"time"
)

// A part is a part of the work.
type part int

const (
	partRead part = iota
	partDecode
	partExtract
	partAnnotate
	partWrite
)

var partNames = [...]string{"reading", "decoding", "extraction", "copydesk", "writing"}

// A table counts pages and the time that they took. It may be used by several
// goroutines at a time.
type table struct {
	mu      sync.Mutex
	began   time.Time
	records int
	bytes   int64
	reasons map[reason]int
	spent   [len(partNames)]time.Duration
}

func newTable() *table { return &table{began: time.Now(), reasons: map[reason]int{}} }

// restart forgets what was spent on records of an earlier run.
func (t *table) restart() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.began, t.spent = time.Now(), [len(partNames)]time.Duration{}
}

func (t *table) add(p part, d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.spent[p] += d
}

func (t *table) count(p page) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.bytes += p.Text
	if p.Err == nil {
		t.records++
		return
	}
	why := refused
	if known := new(problem); errors.As(p.Err, &known) {
		why = known.reason
	}
	t.reasons[why]++
}

func (t *table) failed() (n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, count := range t.reasons {
		n += count
	}
	return n
}

func (t *table) pages() int { return t.records + t.failed() }

// print writes the table.
func (t *table) print(w io.Writer) {
	all, since := t.pages(), time.Since(t.began)
	share := func(n, of float64) float64 { return 100 * n / max(of, 1) }
	fmt.Fprintf(w, "crawl: %d pages in %v: %.1f pages/s, %.2f MB/s\n",
		all, since.Round(time.Millisecond), float64(all)/since.Seconds(), float64(t.bytes)/1e6/since.Seconds())
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(tw, "articles\t%d\t%.1f %%\t\n", t.records, share(float64(t.records), float64(all)))
	reasons := slices.SortedFunc(maps.Keys(t.reasons), func(a, b reason) int {
		return cmp.Or(cmp.Compare(t.reasons[b], t.reasons[a]), cmp.Compare(a, b))
	})
	for _, r := range reasons {
		fmt.Fprintf(tw, "%s\t%d\t%.1f %%\t\n", r, t.reasons[r], share(float64(t.reasons[r]), float64(all)))
	}
	tw.Flush()
	var sum time.Duration
	for _, d := range t.spent {
		sum += d
	}
	fmt.Fprint(w, "time:")
	for p, d := range t.spent {
		fmt.Fprintf(w, " %s %.0f %%", partNames[p], share(float64(d), float64(sum)))
	}
	fmt.Fprintln(w)
}
