package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk/dates"
)

// dateDoc is a document with its timexes, or one expression with what it means.
type dateDoc struct {
	ID, DCT, Text string
	Full          string `json:"dct_full"`
	Corpus        string // that has the text, if it stands apart
	Timexes       []timex
	Spans         [][]any // of a corpus of names: start, end, label

	Input    string
	Ref      string
	Section  string
	Expected []meaning
}

type timex struct {
	Start, End        int
	Type, Value, Text string
}

// meaning is what a list of single expressions expects of one.
type meaning struct {
	Start, End any // offsets in one set, times in the other
	Grain      string
	Value      string
}

func evalDates(w io.Writer, file string, o options) error {
	docs, err := readLines[dateDoc](file)
	if err != nil {
		return err
	}
	if len(docs) > 0 && docs[0].Corpus != "" {
		if err := addTexts(docs, o.texts); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	if len(docs) > 0 && docs[0].Text == "" {
		return evalExpressions(w, docs, o)
	}
	if len(docs) > 0 && docs[0].Spans != nil {
		evalDateNames(w, docs, o)
		return nil
	}
	if o.recased {
		return evalRecased(w, docs, o)
	}
	var c dateCount
	byType, byClass, byRule := countsBy{}, countsBy{}, rulesBy{}
	var errs errorList
	for _, d := range docs {
		published, err := publishedOn(d.DCT)
		if err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		var sys []timex
		r := dates.Resolver{Published: published, Language: o.language}
		for m := range r.All(d.Text) {
			sys = append(sys, timex{Start: m.Start, End: m.End, Type: m.Type.String(), Value: m.Value})
		}
		scoreTimexes(&c, byType, byClass, &errs, d, sys)
		if o.rules {
			byRule.add(d, sys, r)
		}
	}
	if o.rules {
		return byRule.print(w)
	}
	c.print(w)
	fmt.Fprintln(w, "by type")
	byType.print(w)
	fmt.Fprintln(w, "by class")
	byClass.print(w)
	errs.print(w, o.errors)
	return nil
}

// publishedOn is the day of publication, zero if it is not known.
func publishedOn(day string) (time.Time, error) {
	if day == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.DateOnly, day)
}

// addTexts gives documents that are annotated apart their texts, from the corpora in
// folder dir.
func addTexts(docs []dateDoc, dir string) error {
	texts := map[string]map[string]string{}
	for i, d := range docs {
		if texts[d.Corpus] == nil {
			corpus, err := readLines[dateDoc](filepath.Join(dir, d.Corpus+".jsonl.gz"))
			if err != nil {
				return err
			}
			texts[d.Corpus] = map[string]string{}
			for _, c := range corpus {
				texts[d.Corpus][c.ID] = c.Text
			}
		}
		text, ok := texts[d.Corpus][d.ID]
		if !ok {
			return fmt.Errorf("no document %s in %s", d.ID, d.Corpus)
		}
		docs[i].Text = text
		for _, t := range d.Timexes {
			if t.Start < 0 || t.End > len(text) || t.Start >= t.End {
				return fmt.Errorf("%s: no text at %d to %d", d.ID, t.Start, t.End)
			}
		}
	}
	return nil
}

// countsBy holds a count for each kind of timex.
type countsBy map[string]*dateCount

func (by countsBy) of(kind string) *dateCount {
	if by[kind] == nil {
		by[kind] = &dateCount{}
	}
	return by[kind]
}

// print writes a row for each kind, the most frequent first.
func (by countsBy) print(w io.Writer) {
	kinds := slices.SortedFunc(maps.Keys(by), func(a, b string) int {
		return cmp.Or(by[b].gold-by[a].gold, strings.Compare(a, b))
	})
	for _, k := range kinds {
		b := by[k]
		fmt.Fprintf(w, "  %-22s gold %4d  found %4d  strict %4d  type ok %4d  value ok %4d\n", k, b.gold, b.relaxed, b.strict, b.typ, b.value)
	}
}

// classes are kinds of timex by surface or value: the first that matches.
var classes = []struct {
	name           string
	surface, value *regexp.Regexp
}{
	{"time of day", nil, regexp.MustCompile(`\dT`)},
	{"day of the week", regexp.MustCompile(`(?i)^\D*(mon|tues|wednes|thurs|fri|satur|sun)day\D*$`), regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)},
	{"today, yesterday", regexp.MustCompile(`(?i)today|yesterday|tomorrow|tonight`), regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)},
	{"day without year", regexp.MustCompile(`^\D*\d{1,2}\D*$`), regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)},
	{"other day", nil, regexp.MustCompile(`^\d{4}-\d\d-[\dX]{2}$`)},
	{"week, weekend", nil, regexp.MustCompile(`^[\dX]{4}-W[\dX]+(-WE)?$`)},
	{"month", nil, regexp.MustCompile(`^\d{4}-\d\d$`)},
	{"quarter, half", nil, regexp.MustCompile(`^[\dX]{4}-[QH]`)},
	{"season", nil, regexp.MustCompile(`^[\dX]{4}-(SP|SU|FA|WI)`)},
	{"year", nil, regexp.MustCompile(`^\d{4}$`)},
	{"decade, century", nil, regexp.MustCompile(`^\d{2,3}X{0,2}$`)},
	{"past, present, future", nil, regexp.MustCompile(`_REF$`)},
	{"length, counted", nil, regexp.MustCompile(`^PT?[\d.]`)},
	{"length, vague", nil, regexp.MustCompile(`^PT?X`)},
}

// class is the kind of a timex by what it says.
func (t timex) class(text string) string {
	surface := text[t.Start:t.End]
	if t.Type == "SET" {
		return "set"
	}
	for _, c := range classes {
		if (c.surface == nil || c.surface.MatchString(surface)) && c.value.MatchString(t.Value) {
			return c.name
		}
	}
	return "other"
}

// dateCount counts timexes as the TempEval-3 toolkit does.
type dateCount struct{ gold, sys, relaxed, strict, typ, value, strictValue int }

func (c *dateCount) add(strict, typ, value bool) {
	c.relaxed++
	c.strict += count(strict)
	c.typ += count(typ)
	c.value += count(value)
	c.strictValue += count(strict && value)
}

func (c dateCount) print(w io.Writer) {
	strict, relaxed := ratio(c.strict, c.sys, c.gold), ratio(c.relaxed, c.sys, c.gold)
	typ, value := percent(c.typ, c.relaxed), percent(c.value, c.relaxed)
	fmt.Fprintf(w, "gold %d  system %d\n", c.gold, c.sys)
	fmt.Fprintf(w, "            P      R      F1\n")
	fmt.Fprintf(w, "strict   %6.2f %6.2f %6.2f\n", strict.p, strict.r, strict.f)
	fmt.Fprintf(w, "relaxed  %6.2f %6.2f %6.2f\n", relaxed.p, relaxed.r, relaxed.f)
	fmt.Fprintf(w, "type F1  %6.2f   (accuracy on matches %.2f)\n", relaxed.f*typ/100, typ)
	fmt.Fprintf(w, "value F1 %6.2f   (accuracy on matches %.2f; TempEval-3 ranking measure)\n", relaxed.f*value/100, value)
	fmt.Fprintf(w, "strict+value F1 %.2f\n", ratio(c.strictValue, c.sys, c.gold).f)
}

// scoreTimexes aligns one to one: equal extents first, then the remaining
// overlaps in the order of the text.
func scoreTimexes(c *dateCount, byType, byClass countsBy, errs *errorList, d dateDoc, sys []timex) {
	c.gold += len(d.Timexes)
	c.sys += len(sys)
	pair := alignTimexes(d.Timexes, sys)
	used := make([]bool, len(sys))
	for i, g := range d.Timexes {
		kind, class := byType.of(cmp.Or(g.Type, "-")), byClass.of(g.class(d.Text))
		kind.gold++
		class.gold++
		if pair[i] < 0 {
			errs.add("MISS", "%s | %s %s | %s", d.ID, g.Type, g.Value, around(d.Text, g.Start, g.End))
			continue
		}
		used[pair[i]] = true
		s := sys[pair[i]]
		strict, typ, value := g.Start == s.Start && g.End == s.End, g.Type == s.Type, g.Value == s.Value
		for _, count := range [...]*dateCount{c, kind, class} {
			count.add(strict, typ, value)
		}
		if !strict {
			errs.add("EXTENT", "%s | gold %q, found %q | %s", d.ID, d.Text[g.Start:g.End], d.Text[s.Start:s.End], around(d.Text, g.Start, g.End))
		}
		if !value || !typ {
			errs.add("VALUE", "%s (%s) | gold %s %s, found %s %s | %s", d.ID, d.DCT, g.Type, g.Value, s.Type, s.Value, around(d.Text, g.Start, g.End))
		}
	}
	for j, s := range sys {
		if !used[j] {
			errs.add("SPURIOUS", "%s | %s %s | %s", d.ID, s.Type, s.Value, around(d.Text, s.Start, s.End))
		}
	}
}

// alignTimexes returns for each of gold the index of its partner, or -1.
func alignTimexes(gold, sys []timex) []int {
	pair, used := make([]int, len(gold)), make([]bool, len(sys))
	match := func(fits func(g, s timex) bool) {
		order := make([]int, len(gold))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return spanOrder(gold[a], gold[b]) })
		for _, i := range order {
			best := -1
			for j, s := range sys {
				if pair[i] < 0 && !used[j] && fits(gold[i], s) && (best < 0 || spanOrder(s, sys[best]) < 0) {
					best = j
				}
			}
			if best >= 0 {
				pair[i], used[best] = best, true
			}
		}
	}
	for i := range pair {
		pair[i] = -1
	}
	match(func(g, s timex) bool { return g.Start == s.Start && g.End == s.End })
	match(func(g, s timex) bool { return s.Start < g.End && g.Start < s.End })
	return pair
}

func spanOrder(a, b timex) int { return cmp.Or(a.Start-b.Start, a.End-b.End) }

// evalDateNames measures how many of the names labelled as dates are found. Such
// corpora label calendar dates alone, and no relative or vague expressions.
func evalDateNames(w io.Writer, docs []dateDoc, o options) {
	var names, found, exact int
	var errs errorList
	for _, d := range docs {
		got := (dates.Resolver{Language: o.language}).FindAll(d.Text)
		for _, span := range d.Spans {
			if span[2] != "Date" {
				continue
			}
			start, end := int(span[0].(float64)), int(span[1].(float64))
			names++
			i := slices.IndexFunc(got, func(m dates.Mention) bool { return m.Start < end && start < m.End })
			switch {
			case i < 0:
				errs.add("MISS", "%s", around(d.Text, start, end))
			case got[i].Start == start && got[i].End == end:
				exact++
				found++
			default:
				errs.add("EXTENT", "found %q | %s", d.Text[got[i].Start:got[i].End], around(d.Text, start, end))
				found++
			}
		}
	}
	fmt.Fprintf(w, "names labelled as dates %d  found %.1f%%  same extent %.1f%%\n", names, percent(found, names), percent(exact, names))
	errs.print(w, o.errors)
}

// evalExpressions measures coverage: whether anything is found where an
// expression stands, whether it is the whole of it, and, in the set that gives
// them, whether the time it denotes is the expected one. These sets follow the
// conventions of chat assistants, which look ahead, and not those of news.
func evalExpressions(w io.Writer, docs []dateDoc, o options) error {
	var cases, found, exact, times, sameTime, negatives, quiet int
	var errs errorList
	for _, d := range docs {
		ref, err := referenceTime(d.Ref)
		if err != nil {
			return fmt.Errorf("%q: %w", d.Input, err)
		}
		got := (dates.Resolver{Published: ref, Language: o.language}).FindAll(d.Input)
		if len(d.Expected) == 0 {
			negatives++
			quiet += count(len(got) == 0)
			if len(got) > 0 {
				errs.add("SPURIOUS", "%s", around(d.Input, got[0].Start, got[0].End))
			}
		}
		for _, e := range d.Expected {
			cases++
			start, end := extent(e, d.Input)
			i := slices.IndexFunc(got, func(m dates.Mention) bool { return m.Start < end && start < m.End })
			if i < 0 {
				errs.add("MISS", "%s", around(d.Input, start, end))
				continue
			}
			m := got[i]
			found++
			if m.Start == start && m.End == end {
				exact++
			} else {
				errs.add("EXTENT", "found %q | %s", d.Input[m.Start:m.End], around(d.Input, start, end))
			}
			if e.Grain == "" || e.Value == "" {
				continue
			}
			times++
			if m.From.Format("2006-01-02T15:04:05") == e.Value {
				sameTime++
			} else {
				errs.add("VALUE", "%s (%s) | expected %s %s, found %s", d.Input, d.Ref, e.Grain, e.Value, m.From.Format("2006-01-02T15:04:05"))
			}
		}
	}
	fmt.Fprintf(w, "expressions %d  found %.1f%%  whole extent %.1f%%\n", cases, percent(found, cases), percent(exact, cases))
	if times > 0 {
		fmt.Fprintf(w, "start of the interval as expected %.1f%% of %d (this set resolves to the future)\n", percent(sameTime, times), times)
	}
	if negatives > 0 {
		fmt.Fprintf(w, "texts without an expression %d  left alone %.1f%%\n", negatives, percent(quiet, negatives))
	}
	errs.print(w, o.errors)
	return nil
}

func referenceTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	t, err := time.Parse("2006-01-02T15:04:05", s)
	return t, err
}

// extent is where the expression stands: in the set without offsets it is all
// of the input.
func extent(e meaning, input string) (start, end int) {
	s, ok := e.Start.(float64)
	t, ok2 := e.End.(float64)
	if ok && ok2 {
		return int(s), int(t)
	}
	return 0, len(input)
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// errorList keeps errors by kind, in order.
type errorList struct {
	kinds []string
	lines map[string][]string
}

func (l *errorList) add(kind, format string, args ...any) {
	if l.lines == nil {
		l.lines = map[string][]string{}
	}
	if l.lines[kind] == nil {
		l.kinds = append(l.kinds, kind)
	}
	l.lines[kind] = append(l.lines[kind], fmt.Sprintf(format, args...))
}

// print lists up to n of each kind.
func (l *errorList) print(w io.Writer, n int) {
	if n == 0 {
		return
	}
	for _, k := range l.kinds {
		fmt.Fprintf(w, "-- %s: %d\n", k, len(l.lines[k]))
		for _, line := range l.lines[k][:min(n, len(l.lines[k]))] {
			fmt.Fprintln(w, line)
		}
	}
}
