// Command article cleans a damaged news article and prints it as it was found and
// clean, what was mended, and what is in it: the dates, the sums of money and the
// names.
package main

import (
	_ "embed"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
	"time"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/money"
	"github.com/copydesk-go/copydesk/normalize"
)

//go:embed article.txt
var raw string

func main() { report(os.Stdout) }

func report(w io.Writer) {
	cleaner := normalize.Settle(normalize.Default(), money.Repair{})
	cleaned := cleaner.Align(raw)
	fmt.Fprintf(w, "AS FOUND\n\n%s\nCLEAN\n\n%s\nWHAT WAS MENDED\n\n", raw, cleaned)
	table := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	for c := range cleaned.Changes() {
		fmt.Fprintf(table, "%s %s\t%q → %q\n", c.Step, c.Detail, c.From, c.To)
	}
	table.Flush()
	fmt.Fprint(w, "\nWHAT IS IN IT\n\n")
	find(table, cleaned.String())
	table.Flush()
}

// find writes the dates, sums and names of a clean text.
func find(table io.Writer, text string) {
	published := time.Date(2024, time.March, 14, 0, 0, 0, 0, time.UTC)
	const country = "KE" // whose shilling it is
	resolver := dates.Resolver{Published: published, Country: country}
	for m := range resolver.All(text) {
		fmt.Fprintf(table, "%v\t%s\t%v\t%s\n", m.Type, m.Value, m.Mod, text[m.Start:m.End])
	}
	finder := money.Finder{Published: published, Country: country}
	for m := range finder.All(text) {
		fmt.Fprintf(table, "MONEY\t%v %s\t%v\t%s\n", m.Min, m.Currency, m.Mod, text[m.Start:m.End])
	}
	for m := range (entities.Tagger{Country: country}).All(text) {
		fmt.Fprintf(table, "%s\t%s\t#%d %s\t%s\n", m.Label, m.Canonical, m.Cluster, m.Country, text[m.Start:m.End])
	}
}
