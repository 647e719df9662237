package money

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// repair applies the step.
func repair(text string) string {
	var b strings.Builder
	at := 0
	Repair{}.Edits(text, func(start, end int, replacement string) {
		b.WriteString(text[at:start] + replacement)
		at = end
	})
	return b.String() + text[at:]
}

func TestRepair(t *testing.T) {
	for _, tt := range []struct{ name, damaged, want string }{
		{"space behind the sign", "A fund of $ 9.5 million grew.", "A fund of $9.5 million grew."},
		{"full stop behind the scale", "The $9.5 billion. in aid is late.", "The $9.5 billion in aid is late."},
		{"both", "The $ 9.5 billion. in aid is late.", "The $9.5 billion in aid is late."},
		{"names and verbs that are words elsewhere", "Ada Obi met Ben Musa in Kenya on Friday. Obi paid him $ 5 million. in cash.", "Ada Obi met Ben Musa in Kenya on Friday. Obi paid him $5 million in cash."},
		{"letters split from their sign", "They owe US $ 3 million.", "They owe US$3 million."},
		{"space inside the number", "It lost £9. 5 billion.", "It lost £9.5 billion."},
		{"space inside the groups", "It lost €3, 904 in May.", "It lost €3,904 in May."},
		{"spaces around the groups", "It lost £ 500 , 000 in May.", "It lost £500,000 in May."},
		{"a doubled mark", "It lost £1,,000 in May.", "It lost £1,000 in May."},
		{"a cut scale", "It lost $3.2 m illion in May.", "It lost $3.2 million in May."},
		{"a glued scale", "It lost $5million in May.", "It lost $5 million in May."},
		{"a stop between number and scale", "It lost $5. million in May.", "It lost $5 million in May."},
		{"a line break", "It lost $5\nmillion in May.", "It lost $5 million in May."},
		{"runs of space", "It lost 5   million   euros.", "It lost 5 million euros."},
		{"a full stop apart", "The loss of Rs . 500 crore is booked.", "The loss of Rs. 500 crore is booked."},
		{"spaces around three groups", "The loss of £ 1 , 200 , 500 is booked.", "The loss of £1,200,500 is booked."},
		{"spaces in lakhs", "The loss of Rs 1, 00, 000 is booked.", "The loss of Rs 1,00,000 is booked."},
		{"a space before the decimals", "The loss of US$5 .2bn is booked.", "The loss of US$5.2bn is booked."},
		{"decimals behind groups", "The loss of $1,200 .50 is booked.", "The loss of $1,200.50 is booked."},
		{"a full stop before the scale", "The loss of $2.7. million is booked.", "The loss of $2.7 million is booked."},
		{"a full stop behind a space", "The loss of $5 million . in May is booked.", "The loss of $5 million in May is booked."},
		{"a doubled full stop", "The loss of £1..5 million is booked.", "The loss of £1.5 million is booked."},
		{"a comma for a full stop", "The loss of £34,500,00 is booked.", "The loss of £34,500.00 is booked."},
		{"a decimal comma", "The loss of $2,25 billion is booked.", "The loss of $2.25 billion is booked."},
		{"spaces for commas", "The loss of $ 50 000 is booked.", "The loss of $50,000 is booked."},
		{"# for £", "The loss of £5m is #4m worse.", "The loss of £5m is £4m worse."},
		{"a line break before the word", "The loss of 5 million\neuros is booked.", "The loss of 5 million euros is booked."},
		{"a line break behind the sign", "The loss of $\n5 million is booked.", "The loss of $5 million is booked."},
		{"a cut scale behind letters", "The loss of 5m illion euros is booked.", "The loss of 5 million euros is booked."},
		{"letters behind a word that leads to a sum", "It raised A $5 million and lost NZ $6 million.", "It raised A$5 million and lost NZ$6 million."},
		{"letters in a title", "Bank to Lose US $5 million in May", "Bank to Lose US$5 million in May"},
		{"a range", "It lost between $ 5 and $ 6 million.", "It lost between $5 and $6 million."},
	} {
		assert.Equal(t, tt.want, repair(tt.damaged), tt.name)
		assert.Equal(t, tt.want, repair(tt.want), "%s: it does nothing the second time", tt.name)
	}
}

func TestRepairLeavesAlone(t *testing.T) {
	for _, text := range []string{
		"It needs $9.5 billion. In aid, nobody believes.",
		"It needs $9.5 billion.",
		"It needs US$3.2m, €5 000 and CHF 20.",
		"It needs 45 000 kr in Oslo.",
		"It needs Rs 1,00,000 and Rs. 500.",
		"It fell from $5 to $4. He sold.",
		"Room 9. 5 billion stars.",
		"The cost was $9. 5 million people came.",
		"The cost was $9. 5 people came.",
		"He paid $5, 600 people came.",
		"The loss of $5m. in the bank.",
		"He paid R50 000 and 50 000 euros to the bank.",
		"He paid AUD $5 and NZD $6 to the bank.",
		"He paid US$ two million to the bank.",
		"It is #5 of the 7 in the list.",
		"O preço é de US$ 1,5 bilhão, e a dívida de R$ 5 milhões.",
		"Das kostet 1,24 Euro und ist in der Stadt zu haben.",
		"Los ingresos eran de $ 80,786 en la ciudad.",
		"The list: $1, 2 and 3 apples.",
		"It costs $5. A dozen is $50.",
		"Between £3-4 million and £5m.",
		"“It costs $5,” she said.",

		// A letter or word before a dollar sign that is not of it.
		"SENATE PASSES A $1.9 TRILLION BILL",
		"What A $100,000 Salary Buys You In Dallas",
		"The Cost of A $5 Meal",
		"THE NATION'S $3 TRILLION DEBT",
		"THE NATION’S $3 TRILLION DEBT",
		"HE TOLD US $5 MILLION WAS LOST",
		"YOU CAN $5 SAVE",
		"They sell Grade A $2 eggs in the market.",
		"They sell grade A $2 eggs in the market.",
		"They sell vitamin C $5 a box in the market.",
		"The state’s S $5 note is old, and that is that.",
		"CONGRESS OKS US $5 BILLION PLAN",

		// A code that ends a line, and a figure that begins the next.
		"The dollar rose against the EUR\n\n10 stocks to watch this week",
		"The dollar rose against the EUR\n10 stocks to watch this week",
		"The price of it is in $\n\n10 stocks to watch this week",

		// Models and roads.
		"The Crucial P2 500GB drive is on sale at the shop.",
		"An old P3 600 MHz machine is enough for it.",
		"The R9 290 and the R7 370 are cards of the firm.",
		"The fire on the N8 100 km from the city is out.",

		// A decimal comma in another language, or in none that can be told.
		"Det koster 1,5 million kroner, og det er dyrt.",
		"1,5 million kroner",
		"Warning: this is the index of the page, and that is the end of it, said the machine. Das Buch im Wert von 39,95 Euro ist mit der Post",
		"O livro custa US$ 49, na loja. «Journey in the\nWorld» é o nome que lhe deu a editora do Porto, e que se lê em uma das paredes da loja.",
		"Warning: the index of the page is not set in the file\nDas Buch im Wert von 39,95 Euro ist mit der Post gekommen.",
	} {
		assert.Equal(t, text, repair(text))
	}
}

// A repair changes how a sum is written, never what it is.
func TestRepairKeepsValues(t *testing.T) {
	for _, text := range []string{
		"The $ 9.5 billion. in aid, £9. 5 billion, €3, 904, $3.2 m illion and US $ 3 million.",
		"It lost £1,,000 and 5   million   euros, then $5\nmillion.",
	} {
		before, after := FindAll(text), FindAll(repair(text))
		assert.Len(t, after, len(before))
		for i := range after {
			assert.Equal(t, before[i].Amount(), after[i].Amount())
		}
	}
}

// Each kind of damage, done to each sum that can suffer it, is undone; and the
// damaged sum is read as the right one.
func TestRepairUndoes(t *testing.T) {
	cut := func(at, with string) func(string) string {
		return func(s string) string { return strings.Replace(s, at, with, 1) }
	}
	damages := map[string]func(string) string{
		"space behind the sign": func(s string) string { return strings.NewReplacer("$", "$ ", "£", "£ ", "€", "€ ").Replace(s) },
		"split prefix": func(s string) string {
			return strings.NewReplacer("US$", "US $", "A$", "A $", "HK$", "HK $").Replace(s)
		},
		"space behind a comma":  cut(",", ", "),
		"space before a comma":  cut(",", " ,"),
		"space behind a point":  cut(".", ". "),
		"space before a point":  cut(".", " ."),
		"spaces at a point":     cut(".", " . "),
		"comma for a point":     cut(".", ","),
		"doubled comma":         cut(",", ",,"),
		"stop before the scale": func(s string) string { return strings.NewReplacer(" m", ". m", " b", ". b").Replace(s) },
		"glued scale":           func(s string) string { return strings.NewReplacer(" m", "m", " b", "b").Replace(s) },
		"cut scale": func(s string) string {
			return strings.NewReplacer("million", "m illion", "billion", "bil lion").Replace(s)
		},
		"line break":   cut(" ", "\n"),
		"double space": cut(" ", "  "),
	}
	for _, right := range []string{
		"$9.5 billion", "US$3.2 million", "A$12 million", "HK$9 million", "£500,000 million", "€1.5 million", "£4.75 billion", "2.5 million euros", "30 billion dollars", "$1,200 million",
	} {
		for name, damage := range damages {
			damaged := damage(right)
			if damaged == right {
				continue
			}
			const before, behind = "The bank paid ", " in May to the owners of the mill."
			text := before + damaged + behind
			assert.Equal(t, before+right+behind, repair(text), "%s: %q", name, text)
			want, got := FindAll(before+right+behind), FindAll(text)
			if assert.Len(t, got, len(want), "%s: %q", name, text) {
				assert.Equal(t, want[0].Amount(), got[0].Amount(), "%s: %q", name, text)
			}
		}
	}
}

// Capitals and a capital to each word never join a letter to a sum, and what is right
// in small letters is right so.
func TestRepairLeavesCapitalsAlone(t *testing.T) {
	for _, text := range []string{
		"The Senate passed a $1.9 trillion bill for us $5 and under.",
		"The nation's $3 trillion debt, the nation’s $5 note and a grade a $2 egg.",
		"What a $100,000 salary buys you; how a $20 phone can $5 save us $6.",
		"Plan b $40, vitamin c $5, class s $6, he told us $7 million was lost.",
		"We can $5, no $6, in $7, do $8, so $9, per $10, is $11 and all $12.",
	} {
		words := strings.Fields(text)
		for i, w := range words {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
		for _, cased := range []string{text, strings.ToUpper(text), strings.Join(words, " ")} {
			assert.Equal(t, cased, repair(cased))
		}
	}
}
