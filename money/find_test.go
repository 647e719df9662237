package money

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
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
		if m.Mod != Exact {
			s += " " + m.Mod.String()
		}
		if m.Ambiguous {
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

		// Groups and decimals of many countries.
		{"It owes Rs 1,00,000 in Delhi, India.", "[Rs 1,00,000] INR 100000"},
		{"It owes € 1.234.567,89.", "[€ 1.234.567,89] EUR 1234567.89"},
		{"It owes €5,50.", "[€5,50] EUR 5.5"},
		{"India owes 1 lakh crore rupees.", "[1 lakh crore rupees] INR 1000000000000"},

		// Losses.
		{"It reported -€5 million.", "[-€5 million] EUR -5000000"},
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
		{"It has millions of euros.", "[millions of euros] EUR 1000000.."},
		{"It has tens of millions of euros.", "[tens of millions of euros] EUR 10000000.."},
	} {
		assert.Equal(t, tt.want, show(Finder{}, tt.text), tt.text)
	}
}

func TestModifiers(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"about €5", "[€5] EUR 5 APPROX"},
		{"nearly €5", "[€5] EUR 5 NEARLY"},
		{"more than €5", "[€5] EUR 5 MORE_THAN"},
		{"no more than €5", "[€5] EUR 5 UP_TO"},
		{"at least €5", "[€5] EUR 5 AT_LEAST"},
		{"as much as €5", "[€5] EUR 5 UP_TO"},
		{"less than €5", "[€5] EUR 5 LESS_THAN"},
		{"€5 or more", "[€5] EUR 5 AT_LEAST"},
		{"the more than cold €5", "[€5] EUR 5"},
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
	} {
		assert.Empty(t, show(Finder{}, text), text)
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
