package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/copydesk-go/copydesk/internal/cmd/peers/peer"
)

// A languageSet is text of a task in another language than English: annotated news, or the
// cases of a library where there is none.
type languageSet struct {
	task, tag, name, file string
}

var languageSets = []languageSet{
	{"dates", "de", "German, KRAUTS", "languages/de-krauts.jsonl"},
	{"dates", "es", "Spanish, TimeBank", "languages/es-timebank.jsonl"},
	{"dates", "fr", "French, TimeBank", "languages/fr-timebank.jsonl"},
	{"dates", "pt", "Portuguese, TimeBank", "languages/pt-timebank-values.jsonl"},
	{"dates", "it", "Italian, cases", "languages/it-recognizers.jsonl.gz"},
	{"dates", "nl", "Dutch, cases", "languages/nl-recognizers.jsonl.gz"},
	{"money", "de", "German, cases", "languages/money-de.jsonl"},
	{"money", "es", "Spanish, cases", "languages/money-es.jsonl"},
	{"money", "fr", "French, cases", "languages/money-fr.jsonl"},
	{"money", "pt", "Portuguese, cases", "languages/money-pt.jsonl"},
	{"money", "it", "Italian, cases", "languages/money-it.jsonl"},
	{"money", "nl", "Dutch, cases", "languages/money-nl.jsonl"},
}

// speaks are the programs that have other languages, with those that they have.
var speaks = map[string]string{
	"dates copydesk":         "de es fr pt it nl",
	"dates go-dateparser":    "de es fr pt it nl",
	"dates chrono-node":      "de es fr pt it nl",
	"dates recognizers-text": "es fr",
	"money copydesk":         "de es fr pt it nl",
	"money recognizers-text": "es fr pt",
}

// runLanguages measures the programs that have a language on the texts in it.
func runLanguages(ctx context.Context, o options, bin string, versions map[string]string, node bool, log io.Writer) ([]hardRow, error) {
	var rows []hardRow
	for _, set := range languageSets {
		texts, err := readTexts(o.gold, set.file)
		if err != nil {
			return nil, err
		}
		texts = texts[:min(len(texts), o.hard)]
		for _, p := range programs {
			knows := slices.Contains(strings.Fields(speaks[p.Task+" "+p.Name]), set.tag)
			if p.Task != set.task || !knows || p.Node && !node || len(texts) == 0 || !strings.Contains(p.Task+" "+p.Name, o.only) {
				continue
			}
			p.language = set.tag
			out, err := p.measure(ctx, bin, 0, texts)
			if err != nil {
				return nil, err
			}
			if out.Failed > 0 {
				fmt.Fprintf(log, "peers: %s, %s: %d of %d texts ended in an error of its own\n", set.name, p.Name, out.Failed, len(texts))
			}
			r := hardRow{p, versions[p.from], set.name, compare(p.Task, texts, out.Found)}
			fmt.Fprintf(log, "peers: %s\n", strings.Join(r.cells(), ", "))
			rows = append(rows, r)
		}
	}
	return rows, nil
}

// addCases adds what a list of single expressions expects of one.
func (l goldLine) addCases(t *text) {
	for _, e := range l.Expected {
		start, ok := e.Start.(float64)
		end, ok2 := e.End.(float64)
		if !ok || !ok2 {
			continue
		}
		f := peer.Finding{Start: int(start), End: int(end)}
		switch {
		case e.Currency != "" && e.Amount != "":
			f.Value = peer.Sum(e.Currency, e.Amount)
		case e.Surface != "":
			f.Value = ignored // a currency without an amount, or an amount without one
		}
		t.gold = append(t.gold, f)
	}
}
