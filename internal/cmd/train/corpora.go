package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// The classes of the model, in the order of its labels.
const (
	person = iota
	location
	organization
	facility
	norp
	product
	misc
	date
	money
	classes
)

var classNames = [classes]string{
	"PERSON", "LOCATION", "ORG", "FAC", "NORP", "PRODUCT", "MISC", "DATE", "MONEY",
}

// A classSet has a bit for each class.
type classSet uint16

func oneOf(cs ...int) classSet {
	var s classSet
	for _, c := range cs {
		s |= 1 << c
	}
	return s
}

// A corpus is a set of documents and what its labels say in our classes.
type corpus struct {
	name string
	// labels gives the classes that a label may stand for. A label that is not
	// in it says nothing about its words.
	labels map[string]classSet
	// open are the classes that the corpus does not mark: a word outside all of
	// its names may still be in a name of one of them.
	open classSet
	// lead are words that the corpus takes into a name at its start, and we do not.
	lead map[string]bool
}

var world = map[string]classSet{
	"Person": oneOf(person), "Location": oneOf(location), "Organization": oneOf(organization),
	"Facility": oneOf(facility), "NORP": oneOf(norp), "Product": oneOf(product), "Misc": oneOf(misc),
	"Date": oneOf(date), "Money": oneOf(money),
}

var conll = map[string]classSet{
	"PER": oneOf(person), "LOC": oneOf(location, facility), "ORG": oneOf(organization),
	"MISC": oneOf(norp, product, misc),
}

var three = map[string]classSet{
	"PER": oneOf(person), "LOC": oneOf(location, facility), "ORG": oneOf(organization),
}

var corpora = []corpus{
	{name: "worldwide-train", labels: world},
	{name: "conll2003-train", labels: conll, open: oneOf(date, money)},
}

// further are corpora to try. Each was measured not to help on world news; see
// entities/MODEL.md.
var further = []corpus{
	{name: "gmb-part", labels: map[string]classSet{
		"geo": oneOf(location, facility), "gpe": oneOf(norp, location), "org": oneOf(organization),
		"per": oneOf(person), "eve": oneOf(misc), "art": oneOf(misc, product, facility),
	}, open: oneOf(date, money), lead: titles},
	{name: "re3d-train", labels: map[string]classSet{
		"Organisation": oneOf(organization), "Location": oneOf(location, facility), "Person": oneOf(person),
		"Nationality": oneOf(norp), "Weapon": oneOf(product), "MilitaryPlatform": oneOf(product),
		"DocumentReference": oneOf(misc), "Money": oneOf(money),
	}, open: oneOf(date), lead: articles},
	{name: "uner-ewt-test", labels: three, open: oneOf(norp, product, misc, date, money)},
	{name: "uner-ewt-dev", labels: three, open: oneOf(norp, product, misc, date, money)},
	{name: "btc", labels: three, open: oneOf(norp, product, misc, date, money)},
	{name: "gum-news-names", labels: map[string]classSet{
		"person": oneOf(person), "place": oneOf(location, facility), "organization": oneOf(organization),
		"event": oneOf(misc), "object": oneOf(product, misc),
	}, open: oneOf(norp, misc, date, money), lead: titles},
}

var articles = map[string]bool{"the": true, "The": true, "a": true}

var titles = setOf("Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. President Prime Minister Vice Secretary General Gen. Gen King Queen Prince " +
	"Princess Pope Sir Lord Lady Sheikh Senator Sen. Rep. Judge Justice Chancellor Foreign Defense Defence Chief Captain " +
	"Lieutenant Lt. Col. Colonel Major Sergeant Ambassador Governor Mayor Professor Prof. Congressman Premier Admiral " +
	"Ayatollah Archbishop Bishop Cardinal Father Rev. Reverend Attorney Speaker Interior Finance State Commander Director the The " +
	"U.S. former Former Deputy Crown Chairman")

func setOf(words string) map[string]bool {
	out := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// trim takes the leading words off names that we would leave out of them.
func (c *corpus) trim(docs []document) {
	for i := range docs {
		d := &docs[i]
		for k := range d.names {
			n := &d.names[k]
			for {
				word, _, more := strings.Cut(d.text[n.start:n.end], " ")
				if !more || !c.lead[word] {
					break
				}
				n.start += len(word) + 1
			}
		}
	}
}

// A document is a text and its names.
type document struct {
	id, text string
	names    []name
}

type name struct {
	start, end int
	label      string
}

func (n *name) UnmarshalJSON(b []byte) error {
	var surface string
	return json.Unmarshal(b, &[]any{&n.start, &n.end, &n.label, &surface})
}

// readCorpus reads the documents of a set.
func readCorpus(dir, set string) ([]document, error) {
	lines, err := readZipped(filepath.Join(dir, set+".jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var docs []document
	for _, line := range lines {
		var r struct {
			ID, Text string
			Spans    []name
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			return nil, fmt.Errorf("%s: %w", set, err)
		}
		docs = append(docs, document{r.ID, r.Text, r.Spans})
	}
	return docs, nil
}

// readZipped reads the lines of a compressed file.
func readZipped(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n"), nil
}
