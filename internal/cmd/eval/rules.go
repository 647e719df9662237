package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/internal/cmd/gen/tsv"
)

// rulesBy counts for each rule of dates what it had a part in.
type rulesBy map[string]*ruleCount

type ruleCount struct{ hits, gold, strict, right int }

// add counts the mentions of a document, which were found by r.
func (by rulesBy) add(d dateDoc, sys []timex, r dates.Resolver) {
	partner := make([]*timex, len(sys))
	for i, j := range alignTimexes(d.Timexes, sys) {
		if j >= 0 {
			partner[j] = &d.Timexes[i]
		}
	}
	i := 0
	for _, names := range r.Explain(d.Text) {
		for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
			if by[name] == nil {
				by[name] = &ruleCount{}
			}
			by[name].add(sys[i], partner[i])
		}
		i++
	}
}

func (c *ruleCount) add(s timex, gold *timex) {
	c.hits++
	if gold == nil {
		return
	}
	c.gold++
	c.strict += count(s.Start == gold.Start && s.End == gold.End)
	c.right += count(s.Value == gold.Value && s.Type == gold.Type)
}

// print writes a row for each rule, those that are right least often first, and then the
// names of those that read nothing, if it runs where the rules are.
func (by rulesBy) print(w io.Writer) error {
	names := slices.SortedFunc(maps.Keys(by), func(a, b string) int {
		x, y := by[a], by[b]
		return cmp.Or(cmp.Compare(percent(x.right, x.hits), percent(y.right, y.hits)), y.hits-x.hits, strings.Compare(a, b))
	})
	fmt.Fprintf(w, "%-28s %6s %6s %7s %7s\n", "rule", "hits", "gold", "extent", "value")
	for _, name := range names {
		c := by[name]
		fmt.Fprintf(w, "%-28s %6d %5.1f%% %6.1f%% %6.1f%%\n", name, c.hits, percent(c.gold, c.hits), percent(c.strict, c.hits), percent(c.right, c.hits))
	}
	idle, err := by.idle()
	if len(idle) > 0 {
		fmt.Fprintf(w, "%d rules read nothing: %s\n", len(idle), strings.Join(idle, " "))
	}
	return err
}

// idle returns the names of rules that no mention was read by. A rule that keeps its group
// from reading has none to be read by.
func (by rulesBy) idle() ([]string, error) {
	var idle []string
	files, _ := filepath.Glob("internal/lang/*/rules*.tsv") // the pattern is right
	for _, file := range files {
		table, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		rows, err := tsv.Read(file, string(table), 6)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if name, meaning := r.Fields[0], r.Fields[2]; by[name] == nil && meaning != "none" {
				idle = append(idle, name)
			}
		}
	}
	return idle, nil
}
