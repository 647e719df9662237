package view

import (
	"math"
	"slices"
	"time"
)

// A timeline shows when the dates of an article are, seen from the day it was
// published: the scale is finer the nearer a day is to that day.
type timeline struct {
	Height int
	Axis   int // y of the axis
	Now    int // x of the day of publication
	Ticks  []tick
	Bars   []bar
}

type tick struct {
	X     int
	Label string
	Now   bool
}

type bar struct {
	X, Y, W int
	Key     string
	Label   string
	Anchor  string // of the label
	LabelX  int
	Doubt   string // as of a mark
}

const (
	width  = 1000 // units of the drawing
	margin = 60
	lane   = 20 // the height of a row of bars
	most   = 80 // bars: of more dates those that are named most often
	letter = 7  // a generous guess at the width of a letter
)

// steps are the distances that have a tick, in days.
var steps = []struct {
	days float64
	name string
}{{1, "day"}, {7, "week"}, {30.4, "month"}, {365.25, "year"}, {3652.5, "10 years"}, {36525, "100 years"}, {365250, "1000 years"}}

// newTimeline returns nil when there is nothing to show.
func newTimeline(published time.Time, dates []date) *timeline {
	if published.IsZero() {
		return nil
	}
	type span struct {
		date
		from, to float64
	}
	var spans []span
	low, high := -7.0, 7.0
	for _, d := range mostNamed(dates) {
		s := span{d, days(d.From.Time, published), days(d.To.Time, published)}
		low, high = min(low, s.from), max(high, s.to)
		spans = append(spans, s)
	}
	if len(spans) == 0 {
		return nil
	}
	left, right := bend(low), bend(high)
	x := func(days float64) int {
		return margin + int((bend(days)-left)/(right-left)*(width-2*margin))
	}
	t := &timeline{Now: x(0)}
	slices.SortStableFunc(spans, func(a, b span) int { return int(math.Copysign(1, a.from-b.from)) })
	var ends []int // of the rows
	for _, s := range spans {
		b := bar{X: x(s.from), Key: s.Key, Label: s.Text, Anchor: "start", Doubt: s.row.Doubt}
		b.W = max(x(s.to)-b.X, 4)
		textWidth := letter * len([]rune(s.Text))
		begin, end := b.X, b.X+b.W+6+textWidth
		b.LabelX = b.X + b.W + 6
		if end > width {
			b.Anchor, b.LabelX = "end", b.X-6
			begin, end = b.X-6-textWidth, b.X+b.W
		}
		r := slices.IndexFunc(ends, func(e int) bool { return e+10 < begin })
		if r < 0 {
			r = len(ends)
			ends = append(ends, 0)
		}
		ends[r] = end
		b.Y = 6 + r*lane
		t.Bars = append(t.Bars, b)
	}
	t.Axis = 10 + len(ends)*lane
	t.Height = t.Axis + 24
	t.Ticks = ticks(low, high, x)
	return t
}

// mostNamed returns the dates that have a place in time, at most so many.
func mostNamed(dates []date) []date {
	var all []date
	for _, d := range dates {
		if !d.To.IsZero() {
			all = append(all, d)
		}
	}
	if len(all) > most {
		slices.SortStableFunc(all, func(a, b date) int { return b.Count - a.Count })
		all = all[:most]
	}
	return all
}

// ticks are set as far as there is room for their labels, outwards from the
// day of publication.
func ticks(low, high float64, x func(float64) int) []tick {
	now := x(0)
	out := []tick{{now, "published", true}}
	for _, side := range []float64{-1, 1} {
		last := now
		for _, s := range steps {
			at := side * s.days
			if at < low || at > high || abs(x(at)-last) < 75 {
				continue
			}
			last = x(at)
			label := "−" + s.name
			if side > 0 {
				label = "+" + s.name
			}
			out = append(out, tick{last, label, false})
		}
	}
	return out
}

func abs(n int) int { return max(n, -n) }

func days(t, from time.Time) float64 { return t.Sub(from).Hours() / 24 }

// bend is linear for some days and logarithmic beyond.
func bend(days float64) float64 { return math.Copysign(math.Log1p(math.Abs(days)/2), days) }
