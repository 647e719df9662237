package money

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/notes"
)

// show writes the sums of a text as [text] CODE amount, with ".." in ranges, the
// modifier behind, and "?" where the currency is only the commonest reading.
func show(f Finder, text string) string {
	var all []string
	for m := range f.All(text) {
		amount := m.Min.String()
		if m.Max != m.Min {
			amount += ".." + m.Max.String()
		}
		s := fmt.Sprintf("[%s] %s %s", text[m.Start:m.End], m.Currency, amount)
		if m.Mod != ModNone {
			s += " " + m.Mod.String()
		}
		if m.Evidence == EvidenceHabit {
			s += "?"
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

func TestForms(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// Signs before and after the number, with and without space.
		{"A seat costs €40.", "[€40] EUR 40"},
		{"A seat costs 40 €.", "[40 €] EUR 40"},
		{"A seat costs £ 40.", "[£ 40] GBP 40"},
		{"The well cost ₦120 billion to drill.", "[₦120 billion] NGN 120000000000"},
		{"She won ₩1.5tn in damages.", "[₩1.5tn] KRW 1500000000000"},
		{"He pays ฿500 a day.", "[฿500] THB 500"},
		{"It raised ₱2.5 million.", "[₱2.5 million] PHP 2500000"},
		{"Farmers lost ₹15 lakh.", "[₹15 lakh] INR 1500000"},

		// Prefixed dollars.
		{"It cost US$1.2bn.", "[US$1.2bn] USD 1200000000"},
		{"It cost A$3m.", "[A$3m] AUD 3000000"},
		{"It cost HK$400 and NT$30 billion.", "[HK$400] HKD 400; [NT$30 billion] TWD 30000000000"},
		{"It cost NZ$10 and S$1,200.", "[NZ$10] NZD 10; [S$1,200] SGD 1200"},
		{"It cost R$5 million.", "[R$5 million] BRL 5000000"},
		{"It cost EC$30, TT$20 and J$500.", "[EC$30] XCD 30; [TT$20] TTD 20; [J$500] JMD 500"},

		// ISO 4217 codes.
		{"Sales fell to EUR 3.2 billion.", "[EUR 3.2 billion] EUR 3200000000"},
		{"Sales fell to USD9.5bn.", "[USD9.5bn] USD 9500000000"},
		{"Sales fell to 9.5bn CHF.", "[9.5bn CHF] CHF 9500000000"},
		{"The loan is for UGX 3.5bn.", "[UGX 3.5bn] UGX 3500000000"},

		// Signs of the local press.
		{"The road will cost Tk 5 crore.", "[Tk 5 crore] BDT 50000000"},
		{"The road will cost Rp 15 trillion.", "[Rp 15 trillion] IDR 15000000000000"},
		{"The road will cost RM10 million.", "[RM10 million] MYR 10000000"},
		{"The road will cost KSh 300.", "[KSh 300] KES 300"},
		{"The road will cost TSh 20 million.", "[TSh 20 million] TZS 20000000"},
		{"The road will cost GH¢20.", "[GH¢20] GHS 20"},
		{"The road will cost N5bn.", "[N5bn] NGN 5000000000"},
		{"The road will cost R50 million.", "[R50 million] ZAR 50000000"},
		{"The road will cost NIS 30 million.", "[NIS 30 million] ILS 30000000"},
		{"The road will cost QR 2 million.", "[QR 2 million] QAR 2000000"},
		{"The road will cost zł200.", "[zł200] PLN 200"},
		{"The road will cost 500 Kč.", "[500 Kč] CZK 500"},
		{"The road will cost S/ 300.", "[S/ 300] PEN 300"},

		// Words.
		{"They paid 3.2 billion euros.", "[3.2 billion euros] EUR 3200000000"},
		{"They paid 25,000 Swiss francs.", "[25,000 Swiss francs] CHF 25000"},
		{"They paid 15,000 CFA francs in Dakar, the capital of Senegal.", "[15,000 CFA francs] XOF 15000"},
		{"They paid 500 Kuwaiti dinars.", "[500 Kuwaiti dinars] KWD 500"},
		{"They paid 10 New Zealand dollars.", "[10 New Zealand dollars] NZD 10"},
		{"They paid 4.5m pounds sterling.", "[4.5m pounds sterling] GBP 4500000"},
		{"They paid 20 million hryvnia.", "[20 million hryvnia] UAH 20000000"},
		{"They paid 100,000 rupiah.", "[100,000 rupiah] IDR 100000"},
		{"They paid 300 forints and 200 zlotys.", "[300 forints] HUF 300; [200 zlotys] PLN 200"},
		{"They paid 500 birr.", "[500 birr] ETB 500"},
		{"They paid 500 tenge.", "[500 tenge] KZT 500"},

		// Written together in one sum.
		{"It cost $70 pesos in Mexico.", "[$70 pesos] MXN 70"},
		{"It cost US$7.5 million dollars.", "[US$7.5 million dollars] USD 7500000"},
		{"It cost $5 AUD or NZD $6.", "[$5 AUD] AUD 5; [NZD $6] NZD 6"},
		{"It cost $5 million (AUD).", "[$5 million] AUD 5000000"},
		{"It cost Rs two lakh, or US$ two million.", "[Rs two lakh] INR 200000?; [US$ two million] USD 2000000"},
		{"It cost 500 francs CFA in Cameroon.", "[500 francs CFA] XAF 500"},

		// Minor units.
		{"A stamp is 5 US cents.", "[5 US cents] USD 0.05"},
		{"A stamp is 99 pence.", "[99 pence] GBP 0.99"},
		{"A stamp is 5 euros and 50 cents.", "[5 euros and 50 cents] EUR 5.5"},

		// Number words and hyphens.
		{"It owes half a billion euros.", "[half a billion euros] EUR 500000000"},
		{"It owes two and a half million euros.", "[two and a half million euros] EUR 2500000"},
		{"It is a 20-million-euro debt.", "[20-million-euro] EUR 20000000"},
		{"It is a €5-million debt.", "[€5-million] EUR 5000000"},
		{"It is a €1.5-bn debt.", "[€1.5-bn] EUR 1500000000"},
		{"It is a 4.5 billion-euro debt.", "[4.5 billion-euro] EUR 4500000000"},
		{"It is a 30mn-euro debt.", "[30mn-euro] EUR 30000000"},
		{"It is a €2bn-a-year trade.", "[€2bn] EUR 2000000000"},
		{"He has a 100-euro note.", "[100-euro] EUR 100"},
		{"It owes a quarter of a million euros.", "[a quarter of a million euros] EUR 250000"},
		{"It owes a quarter million euros.", "[a quarter million euros] EUR 250000"},
		{"It owes a million and a half euros.", "[a million and a half euros] EUR 1500000"},
		{"It owes fifteen hundred euros.", "[fifteen hundred euros] EUR 1500"},
		{"It owes two million three hundred thousand euros.", "[two million three hundred thousand euros] EUR 2300000"},
		{"It owes a couple of hundred euros.", "[a couple of hundred euros] EUR 200"},
		{"It owes €2½ million, or £1½m.", "[€2½ million] EUR 2500000; [£1½m] GBP 1500000"},
		{"They live on less than a euro a day.", "[a euro] EUR 1 LESS_THAN"},
		{"It costs a euro per kilo.", "[a euro] EUR 1"},

		// Groups and decimals of many countries.
		{"It owes Rs 1,00,000 in Delhi, India.", "[Rs 1,00,000] INR 100000"},
		{"It owes € 1.234.567,89.", "[€ 1.234.567,89] EUR 1234567.89"},
		{"It owes €5,50.", "[€5,50] EUR 5.5"},
		{"India owes 1 lakh crore rupees.", "[1 lakh crore rupees] INR 1000000000000"},
		{"It owes R50 000 or 1 500 000 euros.", "[R50 000] ZAR 50000; [1 500 000 euros] EUR 1500000"},
		{"It owes Rp 15.000 and CLP 4.500.", "[Rp 15.000] IDR 15000; [CLP 4.500] CLP 4500"},
		{"It owes €15.000; a litre is €1.799.", "[€15.000] EUR 15000; [€1.799] EUR 1.799"},
		{"Kuwait owes KD 5.500.", "[KD 5.500] KWD 5.5"},
		{"It owes ZAR1,7 million.", "[ZAR1,7 million] ZAR 1700000"},
		{"It owes €1,250 million.", "[€1,250 million] EUR 1250000000"},
		{"It owes €0.1725.", "[€0.1725] EUR 0.1725"},

		// Losses.
		{"It reported -€5 million.", "[-€5 million] EUR -5000000"},
		{"It reported €-5 million and −£3m.", "[€-5 million] EUR -5000000; [−£3m] GBP -3000000"},
		{"A result of minus €5 million.", "[minus €5 million] EUR -5000000"},
		{"Revenue minus €5 million in fees.", "[€5 million] EUR 5000000"},
		{"A net loss of (€5 million) is booked.", "[(€5 million)] EUR -5000000"},
		{"It made a loss of €5 million.", "[€5 million] EUR 5000000"},
		{"It gave a sum (€5 million) away.", "[€5 million] EUR 5000000"},

		// Prices for one of something.
		{"Oil is €80 a barrel, €5 per kilo, €3/kg, 50 euro cents a pound.", "[€80] EUR 80; [€5] EUR 5; [€3] EUR 3; [50 euro cents] EUR 0.5"},

		// An address is no text.
		{"See https://example.com/sales-of-EUR200-3mn for more.", ""},
	} {
		assert.Equal(t, tt.want, show(Finder{}, tt.text), tt.text)
	}
}

func TestRanges(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Between €5 and €10 a head.", "[€5 and €10] EUR 5..10"},
		{"It costs £1.5m-£2m.", "[£1.5m-£2m] GBP 1500000..2000000"},
		{"It costs £3-4 million.", "[£3-4 million] GBP 3000000..4000000"},
		{"It costs €1m to €2m.", "[€1m to €2m] EUR 1000000..2000000"},
		{"It will spend between 3 trillion and 3.5 trillion yen.", "[3 trillion and 3.5 trillion yen] JPY 3000000000000..3500000000000"},
		{"It rose from €5 million to €7 million.", "[€5 million] EUR 5000000; [€7 million] EUR 7000000"},
		{"He gave €5 and €10.", "[€5] EUR 5; [€10] EUR 10"},

		// What one end says holds for the other.
		{"It costs €500m-1bn.", "[€500m-1bn] EUR 500000000..1000000000"},
		{"It costs €1.5bn-2bn.", "[€1.5bn-2bn] EUR 1500000000..2000000000"},
		{"It costs €2 million to 3 million a year.", "[€2 million to 3 million] EUR 2000000..3000000"},
		{"He gave €2 million to 3 million people.", "[€2 million] EUR 2000000"},
		{"It costs five to ten million euros.", "[five to ten million euros] EUR 5000000..10000000"},
		{"It costs one or two hundred thousand euros.", "[one or two hundred thousand euros] EUR 100000..200000"},
		{"It is a 10-to-20-million-euro loan.", "[10-to-20-million-euro] EUR 10000000..20000000"},
		{"It is a €10-to-€20-million loan.", "[€10-to-€20-million] EUR 10000000..20000000"},
		{"It costs €500,000 to €1 million.", "[€500,000 to €1 million] EUR 500000..1000000"},
		{"It costs Rs 5-6 lakh in India.", "[Rs 5-6 lakh] INR 500000..600000"},
		{"In 2019-2020, 5 million euros was spent.", "[5 million euros] EUR 5000000"},

		// Changes are two sums, wherever the currency stands.
		{"It was raised from 500 to 600 baht.", "[500] THB 500; [600 baht] THB 600"},
		{"It was cut from 5 billion to 4 billion euros.", "[5 billion] EUR 5000000000; [4 billion euros] EUR 4000000000"},
		{"It rose from €1.2 to €1.4 trillion.", "[€1.2] EUR 1200000000000; [€1.4 trillion] EUR 1400000000000"},
		{"It rose from €500 to €2 million.", "[€500] EUR 500; [€2 million] EUR 2000000"},
		{"It fell from €1.4 to €1.2 trillion.", "[€1.4] EUR 1400000000000; [€1.2 trillion] EUR 1200000000000"},
		{"Takings fell from €9.8 to €7.1 billion.", "[€9.8] EUR 9800000000; [€7.1 billion] EUR 7100000000"},
		{"The price fell from €40 to €2 million.", "[€40] EUR 40; [€2 million] EUR 2000000"},
		{"It fell from €2.50 to €1.1 million.", "[€2.50] EUR 2.5; [€1.1 million] EUR 1100000"},
		{"It costs €1.2 to €1.4 trillion.", "[€1.2 to €1.4 trillion] EUR 1200000000000..1400000000000"},
		{"It rose €5 to €70.", "[€5] EUR 5; [€70] EUR 70"},
		{"It rose to €5m from €4m.", "[€5m] EUR 5000000; [€4m] EUR 4000000"},
		{"Wages rose from €5 an hour to €7 an hour.", "[€5] EUR 5; [€7] EUR 7"},

		// Lists.
		{"He has €5, €6 and €7 million.", "[€5] EUR 5000000; [€6] EUR 6000000; [€7 million] EUR 7000000"},
		{"He has €5, €10 and €20.", "[€5] EUR 5; [€10] EUR 10; [€20] EUR 20"},
		{"He gave €5 and a €7 million house.", "[€5] EUR 5; [€7 million] EUR 7000000"},
		{"The fees are 5, 10 and 20 euros.", "[5] EUR 5; [10] EUR 10; [20 euros] EUR 20"},
		{"On May 5, 10 and 20 euros were paid.", "[20 euros] EUR 20"},
		{"He bought 3, 4 and paid 5 euros.", "[5 euros] EUR 5"},
		{"Kenya paid Shs 500, 500 shillings.", "[Shs 500] KES 500; [500 shillings] KES 500"},
		{"It has millions of euros.", "[millions of euros] EUR 1000000.."},
		{"It has tens of millions of euros.", "[tens of millions of euros] EUR 10000000.."},
	} {
		assert.Equal(t, tt.want, show(Finder{}, tt.text), tt.text)
	}
}

func TestModifiers(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"about €5", "[€5] EUR 5 APPROX"},
		{"nearly €5", "[€5] EUR 5 LESS_THAN"},
		{"more than €5", "[€5] EUR 5 MORE_THAN"},
		{"a fee >€5", "[€5] EUR 5 MORE_THAN"},
		{"a fee of > €5 million", "[€5 million] EUR 5000000 MORE_THAN"},
		{"no more than €5", "[€5] EUR 5 EQUAL_OR_LESS"},
		{"at least €5", "[€5] EUR 5 EQUAL_OR_MORE"},
		{"as much as €5", "[€5] EUR 5 EQUAL_OR_LESS"},
		{"less than €5", "[€5] EUR 5 LESS_THAN"},
		{"€5 or more", "[€5] EUR 5 EQUAL_OR_MORE"},
		{"the more than cold €5", "[€5] EUR 5"},
		{"an estimated €5", "[€5] EUR 5 APPROX"},
		{"just under €5", "[€5] EUR 5 LESS_THAN"},
		{"slightly more than €5", "[€5] EUR 5 MORE_THAN"},
		{"as little as €5", "[€5] EUR 5 EQUAL_OR_MORE"},
		{"not less than €5", "[€5] EUR 5 EQUAL_OR_MORE"},
		{"north of €5", "[€5] EUR 5 MORE_THAN"},
		{"€5-plus", "[€5] EUR 5 MORE_THAN"},
		{"500-plus euros", "[500-plus euros] EUR 500 MORE_THAN"},
		{"500-plus billion euros", "[500-plus billion euros] EUR 500000000000 MORE_THAN"},
		{"€5 or so", "[€5] EUR 5 APPROX"},
		{"a whopping €5", "[€5] EUR 5"},
	} {
		assert.Equal(t, tt.want, show(Finder{}, tt.text), tt.text)
	}
}

// What a bare sign or word means: the text says, then the caller, then habit.
func TestWhichCurrency(t *testing.T) {
	for _, tt := range []struct {
		name string
		f    Finder
		text string
		want string
	}{
		{"habit", Finder{}, "A loaf is $5.", "[$5] USD 5?"},
		{"the caller's country", Finder{Country: "AU"}, "A loaf is $5.", "[$5] AUD 5"},
		{"the caller's currency", Finder{Currency: "CAD"}, "A loaf is $5.", "[$5] CAD 5"},
		{"a currency that the sign cannot mean", Finder{Currency: "EUR"}, "A loaf is $5.", "[$5] USD 5?"},
		{"a prefix elsewhere in the text", Finder{}, "A loaf is $5. It was A$4 in May.", "[$5] AUD 5; [A$4] AUD 4"},
		{"a conversion in brackets", Finder{Country: "JP"}, "It cost 100 yen ($0.70).", "[100 yen] JPY 100; [$0.70] USD 0.7"},
		{"the country behind it", Finder{}, "It cost $15 (US).", "[$15] USD 15"},
		{"the country in the text", Finder{}, "Kenya will spend 300 million shillings in Nairobi.", "[300 million shillings] KES 300000000"},
		{"pesos of the text's country", Finder{}, "Chile raised the fare in Santiago by 30 pesos.", "[30 pesos] CLP 30"},
		{"an ambiguous prefix", Finder{}, "It cost C$5 million. In May it was $4 million.", "[C$5 million] CAD 5000000; [$4 million] CAD 4000000"},
		{"a prefix of the text's country", Finder{}, "In Nicaragua it cost C$500.", "[C$500] NIO 500"},
		{"francs of the text's country", Finder{}, "Cameroon paid 5 million CFA francs.", "[5 million CFA francs] XAF 5000000"},
		{"a currency that is gone", Finder{}, "In 1995 Germany paid 5 million marks.", "[5 million marks] DEM 5000000"},
		{"towns and regions", Finder{}, "Timaru and Invercargill will share $8 million.", "[$8 million] NZD 8000000"},
		{"towns elsewhere", Finder{}, "New York and Texas will share $8 million with Perth.", "[$8 million] USD 8000000"},
		{"the caller's country in a story about another", Finder{Country: "MU"}, "India will lend Mauritius Rs 3 billion.", "[Rs 3 billion] MUR 3000000000"},
		{"a story about another country alone", Finder{Country: "MU"}, "India will spend Rs 8 crore in Delhi, Mumbai and Kerala.", "[Rs 8 crore] INR 80000000"},
		{"the genitive of a country", Finder{}, "Egypt's ministry, Egypt’s own, paid 5 million pounds.", "[5 million pounds] EGP 5000000"},
		{"the sign of a country is no country", Finder{Country: "CA"}, "It cost $5. A year ago it was US$4, and US$3 before.", "[$5] CAD 5; [US$4] USD 4; [US$3] USD 3"},
		{"a capital whose name is common", Finder{}, "Valley Motors owes $5 million. Valley Motors is closed.", "[$5 million] USD 5000000?"},
		{"the wire's dollars", Finder{}, "It cost 70,000 yen (dlrs 480).", "[70,000 yen] JPY 70000; [dlrs 480] USD 480"},
		{"a conversion in a paper of dollars", Finder{Country: "AU"}, "It cost US$5 million ($7.5 million).", "[US$5 million] USD 5000000; [$7.5 million] AUD 7500000"},
		{"no such country", Finder{Country: "ZZ"}, "A loaf is $5.", "[$5] USD 5?"},
		{"former currencies are no rivals", Finder{}, "He has 500 kronor and 30 shekels.", "[500 kronor] SEK 500?; [30 shekels] ILS 30"},
	} {
		assert.Equal(t, tt.want, show(tt.f, tt.text), tt.name)
	}
}

func TestFalseFriends(t *testing.T) {
	for _, text := range []string{
		"He lost 50 pounds in a year.",
		"They won 5 games and 3 million fans.",
		"The rapper 50 Cent came.",
		"It has 50 Dollar General stores.",
		"Runners passed the 4,000 mark.",
		"The six Euro ties were played.",
		"Euro 2024 drew crowds.",
		"The 100m final took 9.8 seconds.",
		"It rose 3m in a night.",
		"The crown of 1911 has 20 stones.",
		"A real 5 of hearts.",
		"He was #5 of 7.",
		"Room R50 and bus N5 are full.",
		"The file is 5 MB.",
		"It weighs 3 pounds and 4 ounces.",
		"A 2,000-pound bomb fell.",
		"A 300-pound man sat down.",
		"Police seized 1,200 pounds of cocaine.",
		"He lifted 500 pounds.",
		"They use 12 pounds per capita.",
		"Of the 10, 6 won.",
		"The 5,000 won over by the speech left.",
		"The 4,000 won by the party count.",
		"Students with 60 marks pass.",
		"It has 200 real estate agents.",
		"He did 10 sums in class.",
		"COP26, COP 27 and COP28 met.",
		"Hong Kong SAR 50 years on.",
		"The TOP 10 list, the TOP 500.",
		"ALL 50 states, WORLD CUP 2022, TRY 5 times.",
		"Q2 and Q3 2020, P4, N95, R2, L1, E10, B12, T20, G20.",
		"It was -5C, and 25c in Sydney.",
		"He is on page 50p.",
		"It rose 23 per cent.",
		"Paraguay and Haiti wrote to the G20 and the G7.",
		"Nigeria bought N95 masks.",
		"Guatemala grew in Q2, and in Q3.",
		"Colombia went to COP27 and to COP 28.",
		"Zambia bought dogs for its K9 unit.",
		"$PATH, ${5}, $TSLA and A$AP.",
		"Dollar General has 5 stores.",
		"The 1996 peso was weak.",
		"Lot 5m x 10m.",
		"A 10k run, and 10k followers.",
		"At 5 p.m. and 5 a.m.",
		"He bought a dollar store.",
		"It fell against a dollar that rose.",
		"5m people and 5bn tonnes.",
	} {
		assert.Empty(t, show(Finder{}, text), text)
	}
}

// The neighbours of the false friends that are money.
func TestTrueFriends(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"He got a 500-pound fine in London.", "[500-pound] GBP 500"},
		{"London beef is 5 pounds per kilo.", "[5 pounds] GBP 5"},
		{"London shares fell 5p to 120p.", "[5p] GBP 0.05; [120p] GBP 1.2"},
		{"Sydney petrol is 150c a litre.", "[150c] AUD 1.5"},
		{"She won 100 million won.", "[100 million won] KRW 100000000"},
		{"A bus in South Korea is 1,500 won, or 500 won for children.", "[1,500 won] KRW 1500; [500 won] KRW 500"},
		{"A 500-won coin of South Korea.", "[500-won] KRW 500"},
		{"Nigeria paid N95 million, or N950 each.", "[N95 million] NGN 95000000; [N950] NGN 950"},
		{"Colombia paid COP 27 million.", "[COP 27 million] COP 27000000"},
		{"Saudi Arabia paid SAR 50 million.", "[SAR 50 million] SAR 50000000"},
		{"The dollar was at 1.4312 marks.", "[1.4312 marks] DEM 1.4312?"},
		{"The Czech bank made a three billion crown loss.", "[three billion crown] CZK 3000000000"},
		{"In Brazil it is 200 reais.", "[200 reais] BRL 200"},
		{"It is 5 cents on the dollar.", "[5 cents] USD 0.05?"},
		{"A bus in Kenya is 50 bob.", "[50 bob] KES 50"},
		{"Iran pays 5,000 tomans.", "[5,000 tomans] IRR 50000"},
	} {
		assert.Equal(t, tt.want, show(Finder{}, tt.text), tt.text)
	}
}

// What the sum itself does not state says so.
func TestDoubt(t *testing.T) {
	for _, tt := range []struct {
		name      string
		f         Finder
		text      string
		evidence  Evidence
		ambiguous bool
	}{
		{"a sign of one currency", Finder{}, "It cost €5.", EvidenceStated, false},
		{"a code", Finder{}, "It cost AUD 5.", EvidenceStated, false},
		{"a word with its country", Finder{}, "It cost 5 Swiss francs.", EvidenceStated, false},
		{"a sign of many", Finder{}, "It cost $5.", EvidenceHabit, true},
		{"the country of publication", Finder{Country: "AU"}, "It cost $5.", EvidenceCountry, true},
		{"an option", Finder{Currency: "CAD"}, "It cost $5.", EvidenceOption, true},
		{"a place beside it", Finder{}, "Timaru and Invercargill paid $5.", EvidenceNearest, true},
		{"places of the text", Finder{}, "Timaru and Invercargill met.\n\nThe two paid $5.", EvidencePlace, true},
		{"a word whose rivals are gone", Finder{}, "It cost 5 drachmas.", EvidenceStated, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := tt.f.FindAll(tt.text)
			require.Len(t, all, 1)
			assert.Equal(t, tt.evidence, all[0].Evidence)
			assert.Equal(t, tt.ambiguous, all[0].Ambiguous)
		})
	}
	m := FindAll("It cost 70,000 yen ($480).")[1]
	assert.Equal(t, EvidenceConversion, m.Evidence)
	assert.True(t, m.Ambiguous)
}

// In other languages only what needs none is found.
func TestLanguage(t *testing.T) {
	text := "about $5 million, US$3, EUR 20, 300 dollars, two million euros, millions of pesos, euros 75"
	english := "[$5 million] USD 5000000 APPROX; [US$3] USD 3; [EUR 20] EUR 20; [300 dollars] USD 300; [two million euros] EUR 2000000; [millions of pesos] MXN 1000000..?; [euros 75] EUR 75"
	for _, tt := range []struct {
		tag, want, err string
	}{
		{"und", english, ""},
		{"en", english, ""},
		{"en-IN", english, ""},
		{"sw", "[$5 million] USD 5000000; [US$3] USD 3; [EUR 20] EUR 20", "money: language sw is not read"},
		{"zh-Hant", "[$5 million] USD 5000000; [US$3] USD 3; [EUR 20] EUR 20", "money: language zh-Hant is not read"},
	} {
		t.Run(tt.tag, func(t *testing.T) {
			f := Finder{Language: language.MustParse(tt.tag)}
			assert.Equal(t, tt.want, show(f, text))
			if tt.err == "" {
				assert.NoError(t, f.Validate())
			} else {
				assert.EqualError(t, f.Validate(), tt.err)
			}
		})
	}
}

func TestMentionJSON(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"all that can be said", "up to $5 or $6", `{"start":6,"end":8,"currency":"USD","min":"5","max":"5","mod":"EQUAL_OR_LESS","evidence":"habit","ambiguous":true}`},
		{"nothing to add", "It is €5.", `{"start":6,"end":10,"currency":"EUR","min":"5","max":"5"}`},
		{"no upper bound", "millions of euros", `{"start":0,"end":17,"currency":"EUR","min":"1000000"}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := FindAll(tt.text)[0]
			b, err := json.Marshal(m)
			require.NoError(t, err)
			assert.JSONEq(t, tt.want, string(b))
			var back Mention
			require.NoError(t, json.Unmarshal(b, &back))
			assert.Equal(t, m, back)
		})
	}
}

func TestAppendKeepsWhatIsThere(t *testing.T) {
	all := Append([]Mention{{Start: 1}}, "It is €5.")
	assert.Len(t, all, 2)
	assert.Nil(t, FindAll("It is free."))
}

func TestAllStopsEarly(t *testing.T) {
	n := 0
	for range All("€5 and €6 and €7") {
		n++
		break
	}
	assert.Equal(t, 1, n)
}

// What a repair has read in a text is found there without another reading.
func TestFinderAfterRepair(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		finder     Finder
	}{
		{"no sum", "The council met on Monday.", Finder{}},
		{"some sums", "It cost $5, and then $ 6 million. Nobody paid €7.", Finder{}},
		{"in a country", "It cost $5, and Rs 6 crore.", Finder{Country: "AU", Published: time.Date(2021, 11, 24, 0, 0, 0, 0, time.UTC)}},
		{"in English that is asked for", "It cost $5 or £3.", Finder{Language: language.English}},
		{"in a language that is asked for", "It cost 3,500 euros.", Finder{Language: language.German}},
		{"in a language that the text tells", "Das Haus hat nach den Angaben der Stadt 3,5 Millionen Euro gekostet, und die Schule 1.200 Euro.", Finder{}},
		{"more than are held at a time", strings.Repeat("It cost $5. ", window+2), Finder{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ctx := notes.With(context.Background())
			Repair{}.EditsContext(ctx, tt.text, func(int, int, string) {})
			want := tt.finder.FindAll(tt.text)
			assert.Equal(t, want, slices.Collect(tt.finder.AllContext(ctx, tt.text)))
			assert.Equal(t, want, slices.Collect(tt.finder.AllContext(ctx, tt.text)), "once more")
			other := tt.text + " She has $9."
			assert.Equal(t, tt.finder.FindAll(other), slices.Collect(tt.finder.AllContext(ctx, other)), "another text")
		})
	}
}
