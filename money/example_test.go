package money_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/copydesk-go/copydesk/money"
)

func Example() {
	text := "The sale of the mill raised about Rs 2,500 crore (US$300 million), and cost between £3m and £4m."
	for m := range money.All(text) {
		fmt.Println(text[m.Start:m.End], "=", m.Min, m.Max, m.Currency)
	}
	// Output:
	// Rs 2,500 crore = 25000000000 25000000000 INR
	// US$300 million = 300000000 300000000 USD
	// £3m and £4m = 3000000 4000000 GBP
}

func ExampleAll() {
	for m := range money.All("Bread is 85 US cents, or €0.80.") {
		fmt.Println(m.Amount())
	}
	// Output:
	// USD 0.85
	// EUR 0.8
}

func ExampleFindAll() {
	fmt.Println(len(money.FindAll("Nothing here costs anything.")))
	// Output: 0
}

func ExampleAppend() {
	var all []money.Mention
	for _, text := range []string{"It costs $5.", "It costs ¥500."} {
		all = money.Append(all[:0], text) // reuses the memory
		fmt.Println(all[0].Amount())
	}
	// Output:
	// USD 5
	// JPY 500
}

// A bare sign means what the text says, else what the place of publication
// suggests, else the commonest reading.
func ExampleFinder() {
	text := "A flat costs $900,000."
	for _, f := range []money.Finder{{}, {Country: "AU"}, {Currency: "CAD"}} {
		m := f.FindAll(text)[0]
		fmt.Println(m.Currency, m.Evidence, m.Ambiguous)
	}
	// Output:
	// USD habit true
	// AUD country true
	// CAD option true
}

func ExampleFinder_Validate() {
	fmt.Println(money.Finder{Country: "Australia"}.Validate())
	// Output: money: country "Australia" is no ISO 3166-1 alpha-2 code in capitals
}

func ExampleMention_Amount() {
	m := money.FindAll("The bank lent tens of millions of euros.")[0]
	fmt.Println(m.Exact(), m.Min, m.Max.IsValid())
	// Output: false 10000000 false
}

func ExampleParse() {
	for _, s := range []string{"US$1.2bn", "half a million dollars", "($1,200)"} {
		a, err := money.Parse(s)
		fmt.Println(a, err)
	}
	// Output:
	// USD 1200000000 <nil>
	// USD 500000 <nil>
	// USD -1200 <nil>
}

func ExampleParseError() {
	_, err := money.Parse("$5 or so")
	fmt.Println(err)
	var parse *money.ParseError
	fmt.Println(errors.As(err, &parse), parse.Offset)
	// Output:
	// money: parsing "$5 or so": no sum of money at byte 2
	// true 2
}

func ExampleFormat() {
	a, _ := money.Parse("9.5 billion dollars")
	fmt.Println(money.Format(a, money.StyleShort))
	fmt.Println(money.Format(a, money.StyleCode))
	// Output:
	// $9.5 billion
	// USD 9,500,000,000
}

func ExampleAmount() {
	price := money.Amount{Value: money.NewDecimal(1999, -2), Currency: "EUR"}
	double, _ := price.Add(price)
	out, _ := json.Marshal(double)
	fmt.Println(string(out))
	// Output: "EUR 39.98"
}

func ExampleAmount_Minor() {
	a, _ := money.Parse("¥950")
	n, _ := a.Minor()
	b, _ := money.Parse("$9.50")
	m, _ := b.Minor()
	fmt.Println(n, m)
	// Output: 950 950
}

func ExampleAmount_Cmp() {
	a, _ := money.Parse("$5")
	b, _ := money.Parse("€5")
	_, err := a.Cmp(b)
	fmt.Println(err)
	// Output: money: comparing USD 5 and EUR 5: different currencies
}

func ExampleDecimal() {
	a, _ := money.ParseDecimal("0.1")
	b, _ := money.ParseDecimal("0.2")
	sum, _ := a.Add(b)
	fmt.Println(sum, sum == money.NewDecimal(3, -1))
	// Output: 0.3 true
}

func ExampleLookupCurrency() {
	c, ok := money.LookupCurrency("KWD")
	fmt.Println(c.Name, c.Digits, ok)
	// Output: Kuwaiti dinar 3 true
}

func ExampleCurrencyOf() {
	fmt.Println(money.CurrencyOf("QA"))
	// Output: QAR
}

// Repair is a step of normalisation: it proposes edits.
func ExampleRepair() {
	text := "It takes $ 9.5 billion. in aid."
	clean, at := "", 0
	money.Repair{}.Edits(text, func(start, end int, replacement string) {
		clean += text[at:start] + replacement
		at = end
	})
	fmt.Println(clean + text[at:])
	// Output: It takes $9.5 billion in aid.
}
