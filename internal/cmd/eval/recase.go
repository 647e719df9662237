package main

import (
	"fmt"
	"io"
	"time"

	"github.com/copydesk-go/copydesk/dates"
)

// recasings are the damages that change nothing but the case of letters, as headlines do.
var recasings = []string{"capitals", "title"}

// recaseCount counts expressions of a text as it stands that are found in its recased copy.
type recaseCount struct{ all, value, extent, more int }

// evalRecased measures how many of the expressions that are found in a text keep their value
// when the text is in capitals and in Title Case.
func evalRecased(w io.Writer, docs []dateDoc, o options) error {
	for _, kind := range recasings {
		var c recaseCount
		var errs errorList
		for _, d := range docs {
			published, err := time.Parse(time.DateOnly, d.DCT)
			if err != nil {
				return fmt.Errorf("%s: %w", d.ID, err)
			}
			scoreRecased(&c, &errs, kind, d.Text, dates.Resolver{Published: published, Language: o.language})
		}
		fmt.Fprintf(w, "%-8s  expressions %d  keep their value %.1f%%  and extent %.1f%%  others found %d\n",
			kind, c.all, percent(c.value, c.all), percent(c.extent, c.all), c.more)
		errs.print(w, o.errors)
	}
	return nil
}

func scoreRecased(c *recaseCount, errs *errorList, kind, text string, r dates.Resolver) {
	recased := spoil(kind, text)
	got := r.FindAll(recased.String())
	next := 0
	for m := range r.All(text) {
		start, end := recased.at[m.Start], recased.at[m.End]
		for next < len(got) && got[next].End <= start {
			c.more++
			errs.add("SPURIOUS", "%s | %s", got[next].Value, around(recased.String(), got[next].Start, got[next].End))
			next++
		}
		c.all++
		found := ""
		extent := false
		for ; next < len(got) && got[next].Start < end; next++ {
			if found != m.Value || got[next].Value == m.Value {
				found, extent = got[next].Value, got[next].Start == start && got[next].End == end
			}
		}
		c.value += count(found == m.Value)
		c.extent += count(found == m.Value && extent)
		if found != m.Value {
			errs.add("VALUE", "%s, found %q | %s", m.Value, found, around(recased.String(), start, end))
		}
	}
	c.more += len(got) - next
}
