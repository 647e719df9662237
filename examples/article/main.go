// Command article cleans a damaged news article and prints what is in it: the
// names, the dates and the sums of money.
package main

import (
	_ "embed"
	"fmt"
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

func main() {
	cleaner := normalize.New(normalize.Default(), money.Repair{})
	text := cleaner.String(raw)
	fmt.Println(text)

	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	defer w.Flush()
	published := time.Date(2024, time.March, 14, 0, 0, 0, 0, time.UTC)
	for m := range (dates.Resolver{Published: published}).All(text) {
		fmt.Fprintf(w, "%s\t%v\t%s %v\n", text[m.Start:m.End], m.Type, m.Value, m.Mod)
	}
	for m := range (money.Finder{Country: "KE"}).All(text) {
		fmt.Fprintf(w, "%s\tMONEY\t%v %s %v\n", text[m.Start:m.End], m.Min, m.Currency, m.Mod)
	}
	for m := range entities.All(text) {
		fmt.Fprintf(w, "%s\t%s\t#%d %s %s\n", text[m.Start:m.End], m.Label, m.Cluster, m.Canonical, m.Country)
	}
}
