package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/normalize"
)

// entityDoc is a document with its names.
type entityDoc struct {
	ID, Text string
	Spans    []goldSpan
}

// goldSpan is written [start, end, label, surface].
type goldSpan struct {
	start, end int
	label      string
}

func (g *goldSpan) UnmarshalJSON(b []byte) error {
	var surface string
	return json.Unmarshal(b, &[]any{&g.start, &g.end, &g.label, &surface})
}

// foldLabel maps the label names of the corpora to one scheme; "" is unknown.
func foldLabel(label string) string {
	label = strings.ToLower(label)
	for canon, names := range labelNames {
		if slices.Contains(strings.Fields(names), label) {
			return canon
		}
	}
	return ""
}

var labelNames = map[string]string{
	"Person":       "person per people persname i-per human name",
	"Location":     "location loc gpe place geo country city region geoloc",
	"Facility":     "facility fac",
	"Organization": "organization organisation org group corporation company",
	"NORP":         "norp nationality nat demonym",
	"Product":      "product prod weapon militaryplatform vehicle art",
	"Misc":         "misc miscellaneous event eve work_of_art law creative-work creativework other oth documentreference",
	"Date":         "date temporal tim",
	"Money":        "money",
}

var (
	names7 = []string{"Person", "Location", "Facility", "Organization", "NORP", "Product", "Misc"}
	all9   = append(slices.Clone(names7), "Date", "Money")
	three  = []string{"Person", "Location", "Organization"}
	conll  = map[string]string{
		"Person": "PER", "Location": "LOC", "Facility": "LOC", "Organization": "ORG",
		"NORP": "MISC", "Product": "MISC", "Misc": "MISC",
	}
)

type span struct {
	start, end int
	label      string
}

type spanSet map[span]bool

// scheme says which classes count and under which names.
type scheme struct {
	title   string
	order   []string
	label   func(string) string // "" leaves the class out
	untyped bool
	skip    bool // a prediction over a left-out gold name does not count
	overlap bool // any overlap with the same class is a match
}

func only(classes []string) func(string) string {
	return func(l string) string {
		if slices.Contains(classes, l) {
			return l
		}
		return ""
	}
}

func schemes(have []string) []scheme {
	a7 := slices.DeleteFunc(slices.Clone(have), func(l string) bool { return l == "Date" || l == "Money" })
	return []scheme{
		{title: fmt.Sprintf("A  %d classes", len(have)), order: have, label: only(have)},
		{title: "A7 names only", order: a7, label: only(a7)},
		{title: "B  3 classes", order: three, label: only(three)},
		{title: "B2 3 classes, predictions over taken-out gold not counted", order: three, label: only(three), skip: true},
		{title: "C  untyped, 9 classes", order: []string{"span"}, label: only(all9), untyped: true},
		{title: "C7 untyped, names only", order: []string{"span"}, label: only(names7), untyped: true},
		{title: "D  CoNLL 4 classes", order: []string{"PER", "LOC", "ORG", "MISC"}, label: func(l string) string { return conll[l] }},
		{title: "E  3 classes, any overlap", order: three, label: only(three), overlap: true},
	}
}

func evalEntities(w io.Writer, file string, o options) error {
	docs, err := readLines[entityDoc](file)
	if err != nil {
		return err
	}
	gold, sys := make([]spanSet, len(docs)), make([]spanSet, len(docs))
	var tagger entities.Tagger
	var sure reliability
	if o.damage != "" && damages[o.damage] == nil {
		return fmt.Errorf("no such damage: %s", o.damage)
	}
	for i := range docs {
		d := &docs[i]
		d.damage(o.damage)
		gold[i], sys[i] = spanSet{}, spanSet{}
		for _, g := range d.Spans {
			if l := foldLabel(g.label); l != "" {
				gold[i][span{g.start, g.end, l}] = true
			}
		}
		var clean normalize.Text
		text := d.Text
		if o.repair {
			clean = normalize.Align(text)
			text = clean.String()
		}
		for m := range tagger.All(text) {
			if l := foldLabel(string(m.Label)); l != "" {
				start, end := m.Start, m.End
				if o.repair {
					start, end = clean.Source(start, end)
				}
				sys[i][span{start, end, l}] = true
				sure.add(m.Confidence, gold[i][span{start, end, l}])
			}
		}
	}
	fmt.Fprintf(w, "documents %d\n", len(docs))
	if o.sure {
		sure.print(w)
		return nil
	}
	for _, s := range schemes(classesIn(gold)) {
		s.print(w, gold, sys)
	}
	printSpanErrors(w, docs, gold, sys, o.errors)
	return nil
}

// levels are where the rows of a reliability table start.
var levels = []float64{0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1}

// reliability counts mentions by their confidence.
type reliability [10]struct {
	n, right int
	sum      float64
}

func (r *reliability) add(confidence float64, right bool) {
	k := 0
	for k+2 < len(levels) && confidence >= levels[k+1] {
		k++
	}
	r[k].n++
	r[k].right += count(right)
	r[k].sum += confidence
}

// print prints a row for each level, and how far confidence is from the truth on
// average (the expected calibration error).
func (r *reliability) print(w io.Writer) {
	fmt.Fprintf(w, "%-14s %8s %6s %6s\n", "confidence", "mentions", "mean", "right")
	var gap float64
	var all int
	for k, row := range r[:len(levels)-1] {
		if row.n == 0 {
			continue
		}
		right := float64(row.right) / float64(row.n)
		fmt.Fprintf(w, "%.2f to %.2f   %8d %6.3f %6.3f\n", levels[k], levels[k+1], row.n, row.sum/float64(row.n), right)
		gap += math.Abs(row.sum - float64(row.right))
		all += row.n
	}
	fmt.Fprintf(w, "expected calibration error %.3f\n", gap/float64(max(all, 1)))
}

// damage spoils the text, and moves its names.
func (d *entityDoc) damage(kind string) {
	if kind == "" {
		return
	}
	damaged := spoil(kind, d.Text)
	d.Text = damaged.String()
	for k := range d.Spans {
		s := &d.Spans[k]
		s.start, s.end = damaged.at[s.start], damaged.at[s.end]
	}
}

func classesIn(gold []spanSet) []string {
	return slices.DeleteFunc(slices.Clone(all9), func(class string) bool {
		for _, set := range gold {
			for s := range set {
				if s.label == class {
					return false
				}
			}
		}
		return true
	})
}

type tally struct{ hits, gold, sys int }

func (s scheme) print(w io.Writer, gold, sys []spanSet) {
	rows := map[string]*tally{}
	for _, k := range s.order {
		rows[k] = &tally{}
	}
	for i := range gold {
		s.count(rows, gold[i], sys[i])
	}
	fmt.Fprintf(w, "\n%s\n  %-14s %7s %7s %7s   %6s %6s %6s\n", s.title, "class", "P", "R", "F1", "tp", "gold", "pred")
	var sum tally
	line := func(name string, t tally) {
		r := ratio(t.hits, t.sys, t.gold)
		fmt.Fprintf(w, "  %-14s %7.2f %7.2f %7.2f   %6d %6d %6d\n", name, r.p, r.r, r.f, t.hits, t.gold, t.sys)
	}
	for _, k := range s.order {
		if t := *rows[k]; t.gold+t.sys > 0 {
			line(k, t)
			sum = tally{sum.hits + t.hits, sum.gold + t.gold, sum.sys + t.sys}
		}
	}
	line("micro", sum)
}

func (s scheme) count(rows map[string]*tally, gold, sys spanSet) {
	g, p := s.fold(gold), s.fold(sys)
	if s.skip {
		for x := range p {
			if !g[x] && s.overLeftOut(x, gold) {
				delete(p, x)
			}
		}
	}
	for x := range g {
		rows[x.label].gold++
	}
	left := sorted(g)
	for _, x := range sorted(p) {
		rows[x.label].sys++
		if !s.overlap {
			rows[x.label].hits += count(g[x])
			continue
		}
		if i := slices.IndexFunc(left, func(y span) bool {
			return x.label == y.label && x.start < y.end && y.start < x.end
		}); i >= 0 {
			rows[x.label].hits++
			left = slices.Delete(left, i, i+1)
		}
	}
}

func (s scheme) fold(set spanSet) spanSet {
	out := spanSet{}
	for x := range set {
		if l := s.label(x.label); l != "" {
			if s.untyped {
				l = "span"
			}
			out[span{x.start, x.end, l}] = true
		}
	}
	return out
}

func (s scheme) overLeftOut(x span, gold spanSet) bool {
	for g := range gold {
		if s.label(g.label) == "" && x.start < g.end && g.start < x.end {
			return true
		}
	}
	return false
}

func sorted(set spanSet) []span {
	out := make([]span, 0, len(set))
	for x := range set {
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b span) int {
		if a.start != b.start {
			return a.start - b.start
		}
		if a.end != b.end {
			return a.end - b.end
		}
		return strings.Compare(a.label, b.label)
	})
	return out
}

func printSpanErrors(w io.Writer, docs []entityDoc, gold, sys []spanSet, n int) {
	var errs errorList
	for i, d := range docs {
		for _, x := range sorted(gold[i]) {
			if !sys[i][x] {
				errs.add("MISS", "%s %s | %s", d.ID, x.label, around(d.Text, x.start, x.end))
			}
		}
		for _, x := range sorted(sys[i]) {
			if !gold[i][x] {
				errs.add("FALSE", "%s %s | %s", d.ID, x.label, around(d.Text, x.start, x.end))
			}
		}
	}
	errs.print(w, n)
}
