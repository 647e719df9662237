package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/internal/cmd/eval/hostile"
	"github.com/copydesk-go/copydesk/money"
	"github.com/copydesk-go/copydesk/normalize"
)

// maxGrowth is how much more twice as much of a text may cost. A scanner that
// looks at all it has read costs four times as much.
const maxGrowth = 2.6

// A task is what is done to a text.
type task struct {
	name string
	do   func(text string)
}

// tasks are every package and step.
func tasks() []task {
	all := []task{
		{"String", func(t string) { normalize.String(t) }},
		{"Align", func(t string) {
			for range normalize.Align(t).Changes() {
			}
		}},
		{"Reader", func(t string) { io.Copy(io.Discard, normalize.Default().Reader(strings.NewReader(t))) }},
		{"Decode", func(t string) { normalize.DecodeReport([]byte(t), "") }},
	}
	for _, step := range []normalize.Step{
		normalize.HTML{}, normalize.Escapes{}, normalize.Encoding{}, normalize.Control{}, normalize.Form{}, normalize.Space{},
		normalize.Punctuation{}, normalize.Furniture{}, normalize.Fonts{}, normalize.Hyphens{}, normalize.Residue{}, normalize.Tokens{},
		normalize.Quotes{}, money.Repair{}, dates.Expand{},
	} {
		n := normalize.New(step)
		name := strings.TrimPrefix(fmt.Sprintf("%T", step), "normalize.")
		all = append(all, task{name, func(t string) { n.String(t) }})
	}
	published := time.Date(2021, time.November, 24, 0, 0, 0, 0, time.UTC)
	return append(all,
		task{"money", func(t string) { money.FindAll(t) }},
		task{"money in Nigeria", func(t string) { money.Finder{Country: "NG", Published: published}.FindAll(t) }},
		task{"money in German", func(t string) { money.Finder{Language: language.German}.FindAll(t) }},
		task{"dates in German", func(t string) { dates.Resolver{Published: published, Language: language.German}.FindAll(t) }},
		task{"dates", func(t string) { dates.Resolver{Published: published, Country: "NG"}.FindAll(t) }},
		task{"entities", func(t string) { entities.FindAll(t) }},
		task{"all", func(t string) {
			copydesk.Annotator{Published: published}.Annotate(context.Background(), copydesk.Article{Text: t})
		}},
	)
}

// evalLinear prints each task and hostile text whose cost more than doubles, by
// far, when the text doubles; which is all hostile texts, or those that are named.
func evalLinear(w io.Writer, which string, o options) error {
	texts := slices.DeleteFunc(hostile.All(), func(t hostile.Text) bool {
		return which != "all" && t.Name != which
	})
	if len(texts) == 0 {
		return fmt.Errorf("linear: no text %q", which)
	}
	grown, tried := 0, 0
	for _, task := range tasks() {
		if o.task != "" && task.name != o.task {
			continue
		}
		worst, worstText := 0.0, ""
		for _, text := range texts {
			growth, cost, err := growth(task, text, o)
			if err != nil {
				return err
			}
			tried++
			if growth > worst {
				worst, worstText = growth, text.Name
			}
			if growth > maxGrowth {
				grown++
				fmt.Fprintf(w, "%-16s %-40s grows %.2f times, to %s\n", task.name, text.Name, growth, cost)
			}
		}
		fmt.Fprintf(w, "%-16s %3d texts, worst %.2f (%s)\n", task.name, len(texts), worst, worstText)
		if f, ok := w.(interface{ Flush() error }); ok {
			f.Flush()
		}
	}
	if tried == 0 {
		return fmt.Errorf("linear: no task %q", o.task)
	}
	if grown > 0 {
		return fmt.Errorf("linear: %d of %d grow more than %.1f times", grown, tried, maxGrowth)
	}
	fmt.Fprintf(w, "linear: %d of %d\n", tried, tried)
	return nil
}

// growth returns how much more a task costs for twice as much of a text. What
// looks too much is measured again: in seconds since the machine may do other
// things, and in blocks at a larger size, since a window of a few kilobytes
// fills before it is bounded.
func growth(t task, text hostile.Text, o options) (times float64, said string, err error) {
	cost, size := seconds, cmp.Or(o.size, 256<<10)
	if o.blocks {
		cost = blocks
	}
	for try := range 3 {
		small, large := text.Make(size), text.Make(2*size)
		a, _, err := cost(t, small)
		if err != nil {
			return 0, "", err
		}
		b, s, err := cost(t, large)
		if err != nil {
			return 0, "", err
		}
		g := b / a * float64(2*len(small)) / float64(len(large))
		if try == 0 || g < times {
			times, said = g, s
		}
		if times <= maxGrowth {
			break
		}
		if o.blocks {
			size *= 4
		}
	}
	return times, said, nil
}

// little is what is not worth measuring: the clock and the start of a page count more.
const little = 3 * time.Millisecond

// seconds measures processor time, which is what other programs leave alone.
func seconds(t task, text string) (float64, string, error) {
	began := processorTime()
	t.do(text)
	took := max(processorTime()-began, little)
	return took.Seconds(), took.Round(time.Millisecond).String(), nil
}

// errNoBlocks says how a program that counts is built.
var errNoBlocks = errors.New("linear: -blocks needs a program that counts, built with -cover -covermode=atomic")

// blocks counts how often each block of our code runs.
func blocks(t task, text string) (float64, string, error) {
	before, err := blockCount()
	if err != nil {
		return 0, "", err
	}
	t.do(text)
	after, err := blockCount()
	ran := after - before
	// What every text costs, however short, must not hide how it grows.
	return float64(max(ran, 20_000)), fmt.Sprintf("%d blocks", ran), err
}

// blockCount returns how many blocks of the program have run.
func blockCount() (uint64, error) {
	var b bytes.Buffer
	if err := writeCounters(&b); err != nil {
		return 0, errors.Join(errNoBlocks, err)
	}
	return sumCounters(b.Bytes())
}
