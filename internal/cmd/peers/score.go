package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk/internal/cmd/peers/peer"
)

// A score is in percent; below 0 is what was not measured.
type score struct {
	F1    float64 // names of the right extent and class; dates and sums that overlap
	Right float64 // of those wanted, dates of the right day, month or year; sums of the right amount and currency; texts restored
}

// goldFiles are the annotated texts of each task.
var goldFiles = map[string]string{
	"names":    "ner/worldwide-dev.jsonl.gz",
	"dates":    "dates/timebank.jsonl",
	"money":    "money/worldwide-dev.jsonl",
	"encoding": "encoding/damaged-dev.jsonl.gz",
}

// readGold reads the annotated texts of a task, if they are there.
func readGold(folder, task string) ([]text, error) {
	if goldFiles[task] == "" {
		return nil, nil
	}
	return readTexts(folder, goldFiles[task])
}

// readTexts reads a file of annotated texts, if it is there.
func readTexts(folder, file string) ([]text, error) {
	name := filepath.Join(folder, file)
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = bufio.NewReader(f)
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(r); err != nil {
			return nil, err
		}
	}
	var docs []text
	for d := json.NewDecoder(r); ; {
		var l goldLine
		if err := d.Decode(&l); err == io.EOF {
			return docs, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if doc, ok := l.text(); ok {
			docs = append(docs, doc)
		}
	}
}

// A goldLine is a line of any of the gold files.
type goldLine struct {
	Text, DCT string
	Spans     [][]any // of names
	Timexes   []struct {
		Start, End  int
		Type, Value string
	}
	Money []struct {
		Start, End             int
		Kind, Currency, Amount string
		Ignore                 bool
	}
	Input, Ref string // of a single expression
	Expected   []struct {
		Start, End                any // offsets in one set, times in the other
		Surface, Currency, Amount string
	}
	Path    string `json:"codec_path"`
	Damaged string
	Clean   string
}

// oneLayer is UTF-8 read once with another character set, and nothing lost.
var oneLayer = regexp.MustCompile(`^utf8>[\w-]+$`)

func (l goldLine) text() (text, bool) {
	t := text{Document: peer.Document{Text: l.Text, Published: l.DCT}}
	if l.Path != "" {
		t.Text, t.clean = l.Damaged, l.Clean
		return t, oneLayer.MatchString(l.Path)
	}
	for _, s := range l.Spans {
		if class := peer.Class(s[2].(string)); class != "" {
			t.gold = append(t.gold, peer.Finding{Start: int(s[0].(float64)), End: int(s[1].(float64)), Value: class})
		}
	}
	for _, x := range l.Timexes {
		if x.Type != "DATE" || !calendar.MatchString(x.Value) {
			x.Value = ""
		}
		t.gold = append(t.gold, peer.Finding{Start: x.Start, End: x.End, Value: x.Value})
	}
	for _, m := range l.Money {
		f := peer.Finding{Start: m.Start, End: m.End}
		switch {
		case m.Ignore:
			f.Value = ignored
		case m.Kind == "amount":
			f.Value = peer.Sum(m.Currency, m.Amount)
		}
		t.gold = append(t.gold, f)
	}
	if l.Input != "" {
		t.Text, t.Published = l.Input, l.Ref[:min(len(l.Ref), len(time.DateOnly))]
		l.addCases(&t)
	}
	return t, true
}

const ignored = "ignored" // the value of what is neither wanted nor wrong

// calendar is a day, a month, a year or a week.
var calendar = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?|-W\d\d)?$`)

// compare compares what a program found with what it should have found.
func compare(task string, gold []text, got []peer.Found) score {
	if task == "encoding" || task == archive {
		restored := 0
		for i, d := range gold {
			if straight.Replace(got[i].Text) == straight.Replace(d.clean) {
				restored++
			}
		}
		return score{F1: -1, Right: 100 * float64(restored) / float64(len(gold))}
	}
	matches := overlap
	right := sameSum
	switch task {
	case "names":
		matches, right = func(g, s peer.Finding) bool { return g == s }, nil
	case "dates":
		right = sameDay
	}
	var wanted, given, hits, valued, rights int
	values := false // whether the program gives any
	for i, d := range gold {
		used := make([]bool, len(got[i].Findings))
		values = values || slices.ContainsFunc(got[i].Findings, func(f peer.Finding) bool { return f.Value != "" })
		given += len(used)
		partner := func(g peer.Finding, fits func(g, s peer.Finding) bool) int {
			for j, s := range got[i].Findings {
				if !used[j] && fits(g, s) {
					used[j] = true
					return j
				}
			}
			return -1
		}
		for _, g := range d.gold {
			if g.Value == ignored {
				if partner(g, overlap) >= 0 {
					given--
				}
				continue
			}
			wanted++
			if g.Value != "" {
				valued++
			}
			j := partner(g, matches)
			if j < 0 {
				continue
			}
			hits++
			if right != nil && g.Value != "" && right(g.Value, got[i].Findings[j].Value) {
				rights++
			}
		}
	}
	s := score{F1: 200 * float64(hits) / float64(max(wanted+given, 1)), Right: -1}
	if right != nil && values && (valued > 0 || wanted == 0) {
		s.Right = 100 * float64(rights) / math.Max(float64(valued), 1)
	}
	return s
}

// straight makes quotation marks straight, as some programs do on purpose.
var straight = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`)

func overlap(g, s peer.Finding) bool { return s.Start < g.End && g.Start < s.End }

func sameSum(gold, got string) bool { return gold == got }

// sameDay reports whether a day is the one, or in the month, year or week, that
// the gold value names.
func sameDay(gold, day string) bool {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return false
	}
	if strings.Contains(gold, "W") {
		year, week := t.ISOWeek()
		return gold == fmt.Sprintf("%d-W%02d", year, week)
	}
	return strings.HasPrefix(day, gold)
}
