package main

import (
	"context"
	"fmt"

	"github.com/copydesk-go/copydesk/internal/ner"
)

// A view folds classes into the ones that a measure counts; "" leaves one out.
type view struct {
	name string
	fold [classes]string
}

var views = []view{
	{"names", [classes]string{"PERSON", "LOCATION", "ORG", "FAC", "NORP", "PRODUCT", "MISC"}},
	{"three", [classes]string{"PERSON", "LOCATION", "ORG"}},
	{"conll", [classes]string{"PER", "LOC", "ORG", "LOC", "MISC", "MISC", "MISC"}},
}

// tally counts names: found and right, in the gold, found.
type tally struct{ right, gold, found int }

func (t tally) f1() float64 {
	if t.gold+t.found == 0 {
		return 0
	}
	return 200 * float64(t.right) / float64(t.gold+t.found)
}

type mention struct {
	start, end int
	class      string
}

// A judged span has the probability that the model gave, and whether it was right.
type judged struct {
	probability float64
	right       bool
}

// A result is what a model got right in a set.
type result struct {
	name   string
	counts []map[string]*tally // of each view, by class
	names  []judged            // under the first view
}

func newResult(name string) *result {
	r := &result{name: name}
	for range views {
		r.counts = append(r.counts, make(map[string]*tally))
	}
	return r
}

// measure tags the documents of a set.
func measure(m *ner.Model, c *corpus, docs []document) *result {
	r := newResult(c.name)
	var d ner.Decoder
	for i := range docs {
		var spans []found
		d.Run(context.Background(), m, docs[i].text, func(at int, _ string, names []ner.Span) {
			for _, n := range names {
				start, end := at+d.Tokens[n.Start].Start, at+d.Tokens[n.End-1].End
				spans = append(spans, found{mention{start, end, ""}, n.Class, n.Probability})
			}
		})
		for v := range views {
			r.judge(v, c, &docs[i], spans)
		}
	}
	return r
}

// found is a name that a model found.
type found struct {
	mention
	class       int
	probability float64
}

func (r *result) judge(v int, c *corpus, doc *document, spans []found) {
	gold := make(map[mention]bool)
	for _, n := range doc.names {
		if l := views[v].fold[firstOf(c.labels[n.label])]; l != "" && c.labels[n.label] != 0 {
			gold[mention{n.start, n.end, l}] = true
			at(r.counts[v], l).gold++
		}
	}
	for _, s := range spans {
		l := views[v].fold[s.class]
		if l == "" {
			continue
		}
		s.mention.class = l
		t := at(r.counts[v], l)
		t.found++
		if gold[s.mention] {
			t.right++
		}
		if v == 0 {
			r.names = append(r.names, judged{s.probability, gold[s.mention]})
		}
	}
}

// add adds what was found in other documents.
func (r *result) add(o *result) {
	for v := range views {
		for l, t := range o.counts[v] {
			sum := at(r.counts[v], l)
			*sum = tally{sum.right + t.right, sum.gold + t.gold, sum.found + t.found}
		}
	}
	r.names = append(r.names, o.names...)
}

// print prints the figures under each view, and those of each class.
func (r *result) print() {
	fmt.Printf("%-16s", r.name)
	for v, view := range views {
		var sum tally
		for _, t := range r.counts[v] {
			sum = tally{sum.right + t.right, sum.gold + t.gold, sum.found + t.found}
		}
		fmt.Printf("  %s %.2f", view.name, sum.f1())
	}
	fmt.Println()
	for _, l := range views[0].fold {
		if t := r.counts[0][l]; t != nil && t.gold > 0 {
			fmt.Printf("    %-9s P %5.1f R %5.1f F %5.1f  (%d)\n", l,
				100*float64(t.right)/float64(max(t.found, 1)), 100*float64(t.right)/float64(t.gold), t.f1(), t.gold)
		}
	}
}

func at(m map[string]*tally, l string) *tally {
	if m[l] == nil {
		m[l] = new(tally)
	}
	return m[l]
}

func firstOf(s classSet) int {
	for class := range classes {
		if s&oneOf(class) != 0 {
			return class
		}
	}
	return date
}
