package money

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/cmd/gen/tsv"
	"github.com/copydesk-go/copydesk/internal/lang/langtest"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// Words that are currencies and other things have an example and a counter-example
// in the table of words.
func TestHomographs(t *testing.T) {
	const file = "../internal/lang/en/money.tsv"
	table, err := os.ReadFile(file)
	require.NoError(t, err)
	rows, err := tsv.Read(file, string(table), 7)
	require.NoError(t, err)
	for _, row := range rows {
		word, guard, example, counter := row.Fields[1], row.Fields[3], row.Fields[5], row.Fields[6]
		if row.Fields[0] != "currency" || example == "" {
			continue
		}
		t.Run(word, func(t *testing.T) {
			cases, err := langtest.Parse("== " + guard + " \nexample: " + example + "\ncounter: " + counter)
			if guard == "" {
				cases, err = langtest.Parse("== word\nexample: " + example + "\ncounter: " + counter)
			}
			require.NoError(t, err)
			assert.Equal(t, goldOf(cases[0]), showSure(Finder{}, cases[0].Text))
			assert.Empty(t, show(Finder{}, counter))
		})
	}
}

func TestKinds(t *testing.T) {
	for _, tt := range []struct {
		name, country, text, want string
	}{
		// Nouns behind a sum that has its sign.
		{"the mark", "", "Sales passed the C$50 million mark.", "[C$50 million] CAD 50000000"},
		{"real estate", "", "It sold a R$ 3 million real estate firm.", "[R$ 3 million] BRL 3000000"},
		{"a sum", "", "The Rs 2 crore sum was paid in Delhi.", "[Rs 2 crore] INR 20000000"},
		{"won by", "", "The ₩5 million won by the town was shared.", "[₩5 million] KRW 5000000"},
		{"pesos are what a $ can mean", "", "It is $70 pesos in Mexico.", "[$70 pesos] MXN 70"},

		// Ranges and scales.
		{"grouped thousands share the crore", "IN", "It plans to raise Rs 8,000-10,000 crore.", "[Rs 8,000-10,000 crore] INR 80000000000..100000000000"},
		{"thousands are shared too", "IN", "It plans to raise Rs 12-15,000 crore.", "[Rs 12-15,000 crore] INR 120000000000..150000000000"},
		{"thousands of two signs", "", "It costs €10-€15,000.", "[€10-€15,000] EUR 10000..15000"},
		{"a short scale at the end", "", "It costs £1.5 to 2bn.", "[£1.5 to 2bn] GBP 1500000000..2000000000"},
		{"a short scale at both ends", "", "It costs €10m to 12m.", "[€10m to 12m] EUR 10000000..12000000"},
		{"a change is no range", "", "It fell £1.5 to 2bn people.", "[£1.5] GBP 1.5"},
		{"two sums", "", "Shares rose from HK$0.38 to HK$13.90.", "[HK$0.38] HKD 0.38; [HK$13.90] HKD 13.9"},
		{"hundreds in words", "", "It costs four to five hundred euros.", "[four to five hundred euros] EUR 400..500"},
		{"crore in words", "IN", "It costs Rs two to three crore.", "[Rs two to three crore] INR 20000000..30000000"},
		{"hundred million in words", "", "It costs two to three hundred million euros.", "[two to three hundred million euros] EUR 200000000..300000000"},
		{"crore and lakh", "IN", "He lost Rs 3 crore and 40 lakh.", "[Rs 3 crore and 40 lakh] INR 34000000"},
		{"trillion and billion", "", "It costs 1 trillion 200 billion won.", "[1 trillion 200 billion won] KRW 1200000000000"},
		{"a number of something else", "", "He gave €1 million and 5 thousand came.", "[€1 million] EUR 1000000"},
		{"thousand crore", "", "It costs ₹20k crore.", "[₹20k crore] INR 200000000000"},
		{"lakh crore", "", "It costs ₹1.5L cr.", "[₹1.5L cr] INR 1500000000000"},
		{"rupees in words", "IN", "It is rupees two lakh.", "[rupees two lakh] INR 200000"},
		{"a lakh of rupees", "IN", "He lost a lakh of rupees.", "[a lakh of rupees] INR 100000"},
		{"three millions of", "", "It costs 3 millions of euros.", "[3 millions of euros] EUR 3000000"},
		{"halves and quarters", "", "It rose 5-3/4 euro cents to €5.12-1/2.", "[5-3/4 euro cents] EUR 0.0575; [€5.12-1/2] EUR 5.125"},
		{"quarters alone", "", "It rose 3/4 of 1 euro cent.", "[1 euro cent] EUR 0.01"},
		{"a quarter of a cent", "", "It rose 3/4 euro cent.", "[3/4 euro cent] EUR 0.0075"},

		// Scales of other languages.
		{"Portuguese", "", "It costs R$ 2,5 bilhões, or R$ 350 mil each.", "[R$ 2,5 bilhões] BRL 2500000000; [R$ 350 mil] BRL 350000"},
		{"Portuguese text", "", "O prefeito disse que o custo da obra em Recife é de US$ 350 mil.", "[US$ 350 mil] USD 350000"},
		{"Spanish", "", "It costs S/ 25 millones and €2 mil millones.", "[S/ 25 millones] PEN 25000000; [€2 mil millones] EUR 2000000000"},
		{"French", "SN", "It costs FCFA 2 milliards.", "[FCFA 2 milliards] XOF 2000000000"},
		{"Indonesian", "", "It costs Rp 2 miliar or Rp 3 triliun.", "[Rp 2 miliar] IDR 2000000000; [Rp 3 triliun] IDR 3000000000000"},
		{"Russian wires", "", "It costs RUB 2.5 mlrd.", "[RUB 2.5 mlrd] RUB 2500000000"},
		{"arab", "PK", "It costs Rs 3 arab.", "[Rs 3 arab] PKR 3000000000"},
		{"no currency beside it", "", "They met 5 arab envoys and ran 3 mi.", ""},
		{"mil of the sports pages", "", "It costs €30 mil.", "[€30 mil] EUR 30000000"},

		// Points between thousands.
		{"of the currency", "", "Rent is R$ 12.500, a ticket 1.500 TL in Izmir.", "[R$ 12.500] BRL 12500; [1.500 TL] TRY 1500"},
		{"behind the number", "", "It costs 12.500 €.", "[12.500 €] EUR 12500"},
		{"of the country", "IT", "It costs €12.500.", "[€12.500] EUR 12500"},
		{"not of the country", "GB", "It costs €12.500.", "[€12.500] EUR 12.5"},
		{"of petrol", "IT", "It costs €1.799 a litre.", "[€1.799] EUR 1.799"},

		// Signs.
		{"of Unicode 17 and 18", "", "It costs ⃁500, ⃂5, ⃃7 or ⃄6.", "[⃁500] SAR 500; [⃂5] MVR 5; [⃃7] AED 7; [⃄6] OMR 6"},
		{"colones", "", "In Costa Rica it costs ¢850.", "[¢850] CRC 850"},
		{"cents", "", "It costs 50¢.", "[50¢] USD 0.5?"},
		{"won", "KR", "It costs W500 billion.", "[W500 billion] KRW 500000000000"},
		{"US cents", "AU", "It bought US65.2c.", "[US65.2c] USD 0.652"},
		{"special drawing rights", "", "It lent SDR 451.4 million, or 451.4 million special drawing rights.", "[SDR 451.4 million] XDR 451400000; [451.4 million special drawing rights] XDR 451400000"},
		{"Eastern Caribbean dollars", "", "It costs 40 Eastern Caribbean dollars.", "[40 Eastern Caribbean dollars] XCD 40"},
		{"dollars that are gourdes", "", "He paid 500 Haitian dollars.", ""},
		{"codes as strong as others", "", "XCG 40, SLE 40, MRU 40, STN 40 and VES 40.", "[XCG 40] XCG 40; [SLE 40] SLE 40; [MRU 40] MRU 40; [STN 40] STN 40; [VES 40] VES 40"},
		{"a page that was escaped twice", "", `It paid US\$5 million.`, `[US\$5 million] USD 5000000`},

		// Pence with thousands.
		{"pence", "GB", "It fell 52p to 8,404p, or 1.3%, and made £3bn.", "[52p] GBP 0.52; [8,404p] GBP 84.04; [£3bn] GBP 3000000000"},
		{"lines of a screen", "GB", "It made £3bn on films in 1080p.", "[£3bn] GBP 3000000000"},

		// Names of letters and digits.
		{"roads", "ZA", "Take the R101 or R573, or drive along R44.", ""},
		{"a highway", "", "The N8 highway in Nigeria was closed.", ""},
		{"a letter behind the digits", "TH", "B2B sales rose.", ""},
		{"models", "PH", "The P2 500GB drive and an old P3 600 MHz machine.", ""},
		{"norms", "", "The Bs 8 norm in India starts.", ""},
		{"a code at the end of a line", "", "It rose against the EUR\n\n10 stocks to watch.", ""},
		{"a fine", "ZA", "He paid the R500 fine.", "[R500] ZAR 500"},

		// Pounds of weight.
		{"a catch", "", "The catch is capped at 29.4 million pounds, with most of that off Alaska.", ""},
		{"an athlete", "", "He is 5-foot-9 and 160 pounds.", ""},
		{"an animal", "", "It can reach 500 pounds and live for 40 years.", ""},
		{"what was paid", "", "She was paid 500 pounds.", "[500 pounds] GBP 500?"},

		// Bounds.
		{"at least, behind", "", "It costs €2 billion at least.", "[€2 billion] EUR 2000000000 EQUAL_OR_MORE"},
		{"tops", "", "It costs €2 billion tops.", "[€2 billion] EUR 2000000000 EQUAL_OR_LESS"},
		{"and counting", "", "It has cost €2 billion and counting.", "[€2 billion] EUR 2000000000 MORE_THAN"},
		{"give or take", "", "It costs €2 billion, give or take, to build.", "[€2 billion] EUR 2000000000 APPROX"},
		{"more or less", "", "It costs more or less €2 billion.", "[€2 billion] EUR 2000000000 APPROX"},
		{"sub-", "", "It costs sub-€2 billion.", "[€2 billion] EUR 2000000000 LESS_THAN"},
		{"c", "", "It costs c $2bn.", "[$2bn] USD 2000000000 APPROX?"},
		{"plus what", "", "It costs €2 billion plus tax.", "[€2 billion] EUR 2000000000"},
		{"over, of a quarrel", "", "He was jailed over €2 billion.", "[€2 billion] EUR 2000000000"},
		{"over, of the object of a quarrel", "", "They sued the bank over €2 billion.", "[€2 billion] EUR 2000000000"},
		{"over", "", "He paid over €2 billion.", "[€2 billion] EUR 2000000000 MORE_THAN"},
		{"an en dash is a minus", "", "Cash flow was –€5 million.", "[–€5 million] EUR -5000000"},

		// Line breaks.
		{"a number and its currency", "", "It paid 0.76\nSwiss francs.", "[0.76\nSwiss francs] CHF 0.76"},
		{"an article and its number", "", "The fine was a\nhundred dollars.", "[a\nhundred dollars] USD 100?"},
		{"an article at the end of a paragraph", "", "The fine was a\n\nhundred dollars.", ""},
		{"a day and a sentence", "", "JAKARTA 1996-08-26\nThe Indonesian rupiah was stable.", ""},

		// Letters that do not belong to the sign.
		{"a title", "", "What A $100,000 Salary Buys", "[$100,000] USD 100000?"},
		{"a genitive in capitals", "", "THE NATION'S $3 TRILLION DEBT", "[$3 TRILLION] USD 3000000000000?"},
		{"the pronoun in capitals", "", "HE TOLD US $5 MILLION WAS LOST", "[$5 MILLION] USD 5000000"},
		{"a vitamin", "", "Vitamin C $5 and grade A $2.", "[$5] USD 5?; [$2] USD 2?"},
		{"or, in capitals", "", "A LOSS OF €5 MILLION, OR 15 EURO CENTS A SHARE", "[€5 MILLION] EUR 5000000; [15 EURO CENTS] EUR 0.15"},
		{"that do", "", "It cost US $5 million.", "[US $5 million] USD 5000000"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, show(Finder{Country: tt.country}, tt.text))
		})
	}
}

// Capitals and the capitals of titles change no currency and no amount.
func TestRecased(t *testing.T) {
	title := func(s string) string {
		words := strings.Fields(s)
		for i, w := range words {
			if scan.Letter(w[0]) {
				words[i] = strings.ToUpper(w[:1]) + w[1:]
			}
		}
		return strings.Join(words, " ")
	}
	values := func(f Finder, text string) string {
		var all []string
		for m := range f.All(text) {
			all = append(all, m.Currency+" "+m.Min.String()+".."+m.Max.String())
		}
		return strings.Join(all, "; ")
	}
	differ := map[string]int{}
	for _, c := range langtest.Load(t, worldFile) {
		f, text := finderOf(t, c), strings.Join(strings.Fields(c.Text), " ")
		want := values(f, text)
		for name, recased := range map[string]string{"title": title(text), "capitals": strings.ToUpper(text)} {
			if got := values(f, recased); got != want {
				differ[name]++
				t.Logf("%s: %s\n\twant %s\n\tgot  %s", name, recased, want, got)
			}
		}
	}
	assert.LessOrEqual(t, differ["title"], 1)
	assert.LessOrEqual(t, differ["capitals"], 6, "pence and coins have no small letters there")
}
