// Command beam annotates news articles with an Apache Beam pipeline.
//
//	go run . -input 'articles/*.jsonl' -output annotated/part
//
// The input is JSON lines, as examples/annotate takes them, gzipped or not; the
// output is the same records, in as many files as -shards says, in no order of
// lines. Lines that cannot be annotated go to their own file, with the place where
// they stand and the reason. It is an error if there is no input.
//
// It runs on this machine unless -runner says flink, spark or dataflow; the
// flags of these runners are those of the Beam SDK.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk"
)

func init() {
	register.DoFn5x0[context.Context, string, string, func(string), func(string)](&annotate{})
	register.Emitter1[string]()
}

type options struct {
	input, output string
	shards        int
	annotate      annotate
}

func main() {
	var o options
	flag.StringVar(&o.input, "input", "", "`files` to read: a path, or a pattern such as dir/*.jsonl.gz")
	flag.StringVar(&o.output, "output", "", "`prefix` of the files to write")
	flag.IntVar(&o.shards, "shards", 8, "how many files to write")
	flag.StringVar(&o.annotate.Only, "only", "", "do no more than this comma-separated `list` of normalize, dates, money, entities")
	flag.StringVar(&o.annotate.Published, "published", "", "publication `date` of articles that have none")
	flag.StringVar(&o.annotate.Country, "country", "", "ISO 3166-1 `code` of the country of articles that have none")
	flag.StringVar(&o.annotate.Language, "language", "", "BCP 47 `tag` of the language of articles that have none")
	flag.Parse()
	beam.Init() // on a worker, does the work and does not return
	counts, err := run(context.Background(), o)
	if err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(os.Stderr, "beam: %d %s\n", counts[name], name)
	}
}

// run runs the pipeline and returns its counters.
func run(ctx context.Context, o options) (map[string]int64, error) {
	if o.input == "" || o.output == "" {
		return nil, errors.New("-input and -output must be given")
	}
	if o.shards < 1 {
		return nil, errors.New("-shards must be at least 1")
	}
	if err := o.annotate.Setup(); err != nil {
		return nil, err
	}
	if err := o.apart(); err != nil {
		return nil, err
	}
	p, s := beam.NewPipelineWithRoot()
	pipeline(s, o)
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return nil, err
	}
	return counters(result), nil
}

// apart fails if a file to write is one of those to read: the pipeline would read
// what it has written, or write over what it reads.
func (o options) apart() error {
	for _, name := range append(shardNames(o.output, o.shards), errorsName(o.output)) {
		if same, err := filepath.Match(filepath.Clean(o.input), filepath.Clean(name)); err == nil && same {
			return fmt.Errorf("-input %s takes in %s, which -output would write", o.input, name)
		}
	}
	return nil
}

// errorsName names the file of what could not be annotated.
func errorsName(prefix string) string { return prefix + "-errors.jsonl" }

// pipeline reads the lines, annotates them and writes records and failures.
func pipeline(s beam.Scope, o options) {
	lines, unread := readLines(s.Scope("lines"), o.input)
	a := o.annotate
	fn := &annotate{Only: a.Only, Published: a.Published, Country: a.Country, Language: a.Language}
	good, bad := beam.ParDo2(s.Scope("annotate"), fn, lines)
	write(s.Scope("records"), shardNames(o.output, o.shards), good)
	write(s.Scope("errors"), []string{errorsName(o.output)}, beam.Flatten(s, unread, bad))
}

func counters(result beam.PipelineResult) map[string]int64 {
	counts := map[string]int64{}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Key.Namespace == namespace {
			counts[c.Key.Name] += c.Result()
		}
	}
	return counts
}

const namespace = "copydesk"

// annotate turns lines into records. Its exported fields travel to the workers.
type annotate struct {
	Only, Published, Country, Language string

	annotator copydesk.Annotator
}

var (
	records  = beam.NewCounter(namespace, "records")
	failures = beam.NewCounter(namespace, "errors")
	changes  = beam.NewCounter(namespace, "changes")
	names    = beam.NewCounter(namespace, "entities")
	days     = beam.NewCounter(namespace, "dates")
	sums     = beam.NewCounter(namespace, "sums of money")
)

// Setup makes the annotator, once for each worker.
func (fn *annotate) Setup() (err error) {
	if fn.Only != "" {
		var only copydesk.Parts
		if err := only.UnmarshalText([]byte(fn.Only)); err != nil {
			return fmt.Errorf("-only: %w", err)
		}
		fn.annotator.Skip = copydesk.PartsAll &^ only
	}
	if fn.Published != "" {
		if fn.annotator.Published, err = copydesk.ParseTime(fn.Published); err != nil {
			return fmt.Errorf("-published: %w", err)
		}
	}
	fn.annotator.Country = strings.ToUpper(fn.Country)
	if fn.Language != "" {
		if fn.annotator.Language, err = language.Parse(fn.Language); err != nil {
			return fmt.Errorf("-language: %w", err)
		}
	}
	return fn.annotator.Validate()
}

// ProcessElement emits the record of a line, or its failure with the place where
// the line stands.
func (fn *annotate) ProcessElement(ctx context.Context, place, line string, good, bad func(string)) {
	var in copydesk.Article
	err := json.Unmarshal([]byte(line), &in)
	var out copydesk.Record
	if err == nil {
		out, err = fn.annotator.Annotate(ctx, in)
	}
	var record []byte
	if err == nil {
		record, err = copydesk.Marshal(out)
	}
	if err != nil {
		failures.Inc(ctx, 1)
		bad(failure(in.ID, place, err))
		return
	}
	records.Inc(ctx, 1)
	changes.Inc(ctx, int64(len(out.Changes)))
	names.Inc(ctx, int64(len(out.Entities)))
	days.Inc(ctx, int64(len(out.Dates)))
	sums.Inc(ctx, int64(len(out.Money)))
	good(string(bytes.TrimSpace(record)))
}

// failure is the line of a failure.
func failure(id json.RawMessage, place string, err error) string {
	line, _ := copydesk.Marshal(copydesk.Fail(id, fmt.Errorf("%s: %w", place, err))) // the ID was read from JSON
	return string(bytes.TrimSpace(line))
}
