package dates_test

import (
	"fmt"
	"time"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/dates"
)

var published = time.Date(2021, time.November, 24, 0, 0, 0, 0, time.UTC)

func Example() {
	text := "The pact of mid-August this year was signed on Tuesday; talks resume next week."
	for m := range (dates.Resolver{Published: published}).All(text) {
		fmt.Println(text[m.Start:m.End], "=", m.Value, m.From.Format(time.DateOnly), m.To.Format(time.DateOnly))
	}
	// Output:
	// mid-August this year = 2021-08 2021-08-11 2021-08-21
	// Tuesday = 2021-11-23 2021-11-23 2021-11-24
	// next week = 2021-W48 2021-11-29 2021-12-06
}

// Without a day of publication the values of relative expressions stay open.
func ExampleAll() {
	for m := range dates.All("It closed in May 1987, and will reopen next week.") {
		fmt.Println(m.Value, m.To.IsZero())
	}
	// Output:
	// 1987-05 false
	// XXXX-WXX true
}

func ExampleFindAll() {
	fmt.Println(len(dates.FindAll("You may march on.")))
	// Output: 0
}

func ExampleAppend() {
	var all []dates.Mention
	for _, text := range []string{"It closed in 1987.", "It closed in the 1980s."} {
		all = dates.Append(all[:0], text) // reuses the memory
		fmt.Println(all[0].Value)
	}
	// Output:
	// 1987
	// 198
}

// The side of a bare day or month follows the tense of its clause.
func ExampleResolver() {
	r := dates.Resolver{Published: published}
	for _, text := range []string{"The court ruled on Friday.", "The court will rule on Friday."} {
		fmt.Println(r.FindAll(text)[0].Value)
	}
	// Output:
	// 2021-11-19
	// 2021-11-26
}

// Country decides what habit differs in, and single options overrule it.
func ExampleResolver_country() {
	for _, r := range []dates.Resolver{{}, {Country: "GB"}, {Country: "GB", Order: dates.OrderMonthFirst}} {
		m, _ := r.Parse("3/4/2021")
		fmt.Println(m.Value, m.Evidence, m.Ambiguous)
	}
	m, _ := dates.Resolver{Country: "IN"}.Parse("fiscal 2024")
	fmt.Println(m.Value, m.From.Format(time.DateOnly), m.To.Format(time.DateOnly))
	// Output:
	// 2021-03-04 habit true
	// 2021-04-03 country true
	// 2021-03-04 country true
	// 2024 2023-04-01 2024-04-01
}

func ExampleResolver_Validate() {
	fmt.Println(dates.Resolver{Language: language.Polish}.Validate())
	fmt.Println(dates.Resolver{Country: "UK"}.Validate())
	// Output:
	// dates: language pl is not read
	// dates: country "UK" is no ISO 3166-1 alpha-2 code in capitals
}

func ExampleParse() {
	m, err := dates.Parse("the first half of 2019")
	fmt.Println(m.Type, m.Value, err)
	_, err = dates.Parse("Tuesday or so")
	fmt.Println(err)
	// Output:
	// DATE 2019-H1 <nil>
	// dates: text after the expression: "Tuesday " stops before "or so"
}

// Two mentions that bound one period.
func ExampleMention() {
	all := dates.Resolver{Published: published}.FindAll("It rained from October 9 to 10.")
	if first := all[0]; first.Through {
		fmt.Println(first.From.Format(time.DateOnly), "to", all[1].To.Format(time.DateOnly))
	}
	// Output: 2021-10-09 to 2021-10-11
}

// Explain says which rules read an expression.
func ExampleResolver_Explain() {
	for m, rules := range (dates.Resolver{Published: published}).Explain("The road is now closed.") {
		fmt.Println(m.Value, rules)
	}
	// Output: PRESENT_REF [reference/now expression/reference]
}

// Expand is a step of normalisation: it proposes edits.
func ExampleExpand() {
	text := "Talks resume next week."
	clean, at := "", 0
	dates.Expand{Resolver: dates.Resolver{Published: published}}.Edits(text, func(start, end int, note string) {
		clean += text[at:start] + note
		at = end
	})
	fmt.Println(clean + text[at:])
	// Output: Talks resume next week [29 Nov–5 Dec 2021].
}

// The region of a language decides which feast is meant, and when it is summer.
func ExampleResolver_spanish() {
	text := "El Día de la Madre cerró el puente."
	for _, tag := range []string{"es-ES", "es-MX", "es-AR"} {
		r := dates.Resolver{Published: published, Language: language.MustParse(tag)}
		for m := range r.All(text) {
			fmt.Println(text[m.Start:m.End], m.Value)
		}
	}
	// Output:
	// El Día de la Madre 2021-05-02
	// El Día de la Madre 2021-05-10
	// El Día de la Madre 2021-10-17
}
