// Command sums adds up the sums of money in records, by the country of the site.
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"os"
	"slices"
)

func main() {
	totals := map[string]*big.Rat{}
	var r struct {
		Meta  struct{ Country string }
		Money []struct{ Currency, Min string }
	}
	for lines := json.NewDecoder(os.Stdin); lines.Decode(&r) == nil; r.Money = nil {
		for _, m := range r.Money {
			key := fmt.Sprintf("%-2s  %s", r.Meta.Country, m.Currency)
			amount, _ := new(big.Rat).SetString(cmp.Or(m.Min, "0")) // it is "" in "up to $5"
			totals[key] = new(big.Rat).Add(cmp.Or(totals[key], new(big.Rat)), amount)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(totals)) {
		fmt.Printf("%s %16s\n", key, totals[key].FloatString(2))
	}
}
