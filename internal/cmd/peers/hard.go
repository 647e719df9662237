package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/cmd/peers/peer"
	"github.com/copydesk-go/copydesk/internal/lang/langtest"
)

// A hardSet is text that is less even than news is, for the programs of a task.
type hardSet struct {
	task, name string
	read       func(o options) ([]text, error)
}

var hardSets = []hardSet{
	{"names", "Title Case", recased("names", title)},
	{"dates", "Title Case", recased("dates", title)},
	{"dates", "capitals", recased("dates", unicode.ToUpper)},
	{"money", "the world's press", worldSums},
	{archive, "lines of news archives", archives},
}

// recased returns the annotated texts of a task in other letters; sums and dates
// stay what they are.
func recased(task string, letter func(rune) rune) func(options) ([]text, error) {
	return func(o options) ([]text, error) {
		texts, err := readGold(o.gold, task)
		for i := range texts {
			texts[i].Text = recase(texts[i].Text, letter)
		}
		return texts, err
	}
}

// title stands for capitals at the start of each word.
func title(r rune) rune { return unicode.ToTitle(r) }

// recase changes letters, but for those whose other form has another length, so
// that annotations stay where they are. In titles it changes the first of a word.
func recase(s string, letter func(rune) rune) string {
	first := letter('ǆ') == 'ǅ' // the digraph that tells a title from capitals
	b := []byte(s)
	inside := false
	for i, r := range s {
		isLetter := unicode.IsLetter(r) || r == '\'' || r == '’'
		if to := letter(r); (!first || !inside) && utf8.RuneLen(to) == utf8.RuneLen(r) && r != utf8.RuneError {
			utf8.EncodeRune(b[i:], to)
		}
		inside = isLetter || unicode.IsDigit(r)
	}
	return string(b)
}

// worldSums reads our own texts with sums of all continents, without the
// country that their options name.
func worldSums(options) ([]text, error) {
	file, err := os.ReadFile("../../../money/testdata/world.txt")
	if err != nil {
		return nil, err
	}
	cases, err := langtest.Parse(string(file))
	var texts []text
	for _, c := range cases {
		t := text{Document: peer.Document{Text: c.Text}}
		for _, m := range c.Gold {
			f := peer.Finding{Start: m.Start, End: m.End}
			if code, amount, ok := strings.Cut(m.Means, " "); ok {
				amount, _, _ = strings.Cut(amount, " ")
				amount, _, _ = strings.Cut(amount, "..")
				f.Value = peer.Sum(code, amount)
			}
			t.gold = append(t.gold, f)
		}
		texts = append(texts, t)
	}
	return texts, err
}

// archives reads lines as archives have them, and what they were.
func archives(options) ([]text, error) {
	file, err := os.ReadFile("archives.tsv")
	if err != nil {
		return nil, err
	}
	var texts []text
	for line := range strings.Lines(string(file)) {
		damaged, clean, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		texts = append(texts, text{Document: peer.Document{Text: lineEnds.Replace(damaged)}, clean: lineEnds.Replace(clean)})
	}
	return texts, nil
}

// lineEnds are written as ↵ in a table whose rows are lines.
var lineEnds = strings.NewReplacer("↵", "\n")

// A hardRow is what was measured of one program on one set.
type hardRow struct {
	program
	version, set string
	score        score
}

// runHard measures all programs on the hard sets.
func runHard(ctx context.Context, o options, bin string, versions map[string]string, node bool, log io.Writer) ([]hardRow, error) {
	var rows []hardRow
	for _, set := range hardSets {
		texts, err := set.read(o)
		if err != nil {
			return nil, err
		}
		texts = texts[:min(len(texts), o.hard)]
		for _, p := range programs {
			if p.Task != set.task || p.Node && !node || len(texts) == 0 || !strings.Contains(p.Task+" "+p.Name, o.only) {
				continue
			}
			out, err := p.measure(ctx, bin, 0, texts)
			if err != nil {
				return nil, err
			}
			r := hardRow{p, versions[p.from], set.name, compare(p.Task, texts, out.Found)}
			fmt.Fprintf(log, "peers: %s\n", strings.Join(r.cells(), ", "))
			rows = append(rows, r)
		}
	}
	return rows, nil
}

var hardColumns = []string{"task", "on", "program", "found F1", "right"}

func (r hardRow) cells() []string {
	return []string{r.Task, r.set, strings.TrimSpace(r.Name + " " + r.version), percent(r.score.F1), percent(r.score.Right)}
}

func printHard(out io.Writer, rows []hardRow, markdown bool) {
	fmt.Fprintln(out)
	if markdown {
		fmt.Fprintf(out, "| %s |\n|%s\n", strings.Join(hardColumns, " | "), strings.Repeat(" --- |", len(hardColumns)))
		for _, r := range rows {
			fmt.Fprintf(out, "| %s |\n", strings.Join(r.cells(), " | "))
		}
		return
	}
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	defer w.Flush()
	fmt.Fprintln(w, strings.Join(hardColumns, "\t"))
	for _, r := range rows {
		fmt.Fprintln(w, strings.Join(r.cells(), "\t"))
	}
}
