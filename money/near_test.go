package money

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/raced"
)

// Near before far: each text has a sum that leaves its currency open, and what
// decides it. Evidence is that of the sum named.
func TestNearBeforeFar(t *testing.T) {
	for _, tt := range []struct {
		name, country, text, sum, currency string
		evidence                           Evidence
	}{
		// A conversion is never of the same currency.
		{"a dollar in brackets", "", "It cost 700 yen ($5).", "$5", "USD", EvidenceConversion},
		{"a dollar in brackets behind US$", "CA", "It cost US$4 billion ($5.7 billion).", "$5.7 billion", "CAD", EvidenceCountry},
		{"a dollar before C$ in brackets", "", "It cost $740 million (C$1 billion).", "$740 million", "USD", EvidenceConversion},
		{"a dollar before US$ in brackets", "SG", "It cost $5 million (US$3.7 million).", "$5 million", "SGD", EvidenceCountry},
		{"two dollars", "", "SYDNEY - It cost $120 million ($79 million).", "$120 million", "AUD", EvidenceSentence},
		{"the second of two dollars", "", "SYDNEY - It cost $120 million ($79 million).", "$79 million", "USD", EvidenceConversion},
		{"or is no conversion of the same sign", "", "It lost C$38 million, or $1.50 a share.", "$1.50", "CAD", EvidenceNearest},
		{"Canadian behind the sum", "", "It is worth €180-billion ($254-billion Canadian).", "$254-billion Canadian", "CAD", EvidenceStated},
		{"U.S. behind the sum", "CA", "It costs $20-million Canadian, or $15-million U.S.", "$15-million U.S.", "USD", EvidenceStated},
		{"an adjective of the next word", "", "A $5 million Canadian fund.", "$5 million", "CAD", EvidenceNearest},
		{"or converts what is alike", "", "It paid C$6 million, or $4.4 million.", "$4.4 million", "USD", EvidenceConversion},

		// The nearest stated sum, then the nearest place, at each distance.
		{"the clause", "", "Ottawa paid C$6 million, and $3 million went in fees of A$1 million.", "$3 million", "AUD", EvidenceNearest},
		{"the sentence", "", "It paid A$6 million; the rest, $3 million, is owed.", "$3 million", "AUD", EvidenceSentence},
		{"the paragraph", "", "It paid A$6 million. It owes $3 million.", "$3 million", "AUD", EvidenceParagraph},
		{"the text", "", "It paid A$6 million.\n\nIt owes $3 million.", "$3 million", "AUD", EvidenceDocument},
		{"a place in the clause before a sum in the sentence", "", "Sweden paid 5 million crowns; Norway got NOK 3 million.", "5 million crowns", "SEK", EvidenceNearest},
		{"a sum in the clause before a place in it", "", "Sweden paid NOK 3 million, or 2 million crowns less.", "2 million crowns", "NOK", EvidenceNearest},
		{"each its own", "", "In Kenya it is 60 shillings; in Uganda it is 2,000 shillings.", "2,000 shillings", "UGX", EvidenceNearest},
		{"what a place is joined to", "", "He spent 300 pounds in London and 200 pounds in Cairo.", "200 pounds", "EGP", EvidenceNearest},
		{"a place behind that is not joined", "", "The UAE fined him 50,000 dirhams and Morocco 20,000 dirhams.", "50,000 dirhams", "AED", EvidenceNearest},
		{"a name that a line break parts", "", "Hong\nKong gave it land. Hong\nKong will pay $5 million.", "$5 million", "HKD", EvidenceNearest},
		{"a dateline in capitals", "", "KARACHI - It will pay 35 billion rupees.", "35 billion rupees", "PKR", EvidenceSentence},

		// At home one foreign sum, or one foreign place, does not colour the rest.
		{"a foreign sum", "AU", "It will spend US$40 million in Chile and $9 million here.", "$9 million", "AUD", EvidenceCountry},
		{"a foreign crown", "SE", "The fee is kr 450; in Norway it is NOK 9,000.", "kr 450", "SEK", EvidenceCountry},
		{"a foreign place", "AU", "He flew to Dallas, where he paid $60.", "$60", "AUD", EvidenceCountry},
		{"a foreign sum that is joined to it", "AU", "The fee rises from US$4 to $5.", "$5", "USD", EvidenceNearest},
		{"a text about another country", "MU", "India will spend Rs 8 crore in Delhi, Mumbai and Kerala.", "Rs 8 crore", "INR", EvidencePlace},
		{"its own currency, stated", "CA", "It paid C$6 million. It owes $3 million.", "$3 million", "CAD", EvidenceParagraph},
		{"a country without a dollar", "KE", "It earned $5 million.", "$5 million", "USD", EvidenceCountry},

		// What the world quotes in dollars.
		{"crude", "AU", "Brent crude fell to $83.40.", "$83.40", "USD", EvidenceNearest},
		{"a barrel", "CA", "It breaks even at $41 a barrel.", "$41", "USD", EvidenceNearest},
		{"gold", "CA", "Gold hit $2,450.", "$2,450", "USD", EvidenceNearest},
		{"bitcoin", "NZ", "Bitcoin broke the $100,000 mark.", "$100,000", "USD", EvidenceNearest},
		{"a gold ring", "AU", "She sold a gold ring for $400.", "$400", "AUD", EvidenceCountry},
		{"olive oil", "AU", "A bottle of olive oil costs $20.", "$20", "AUD", EvidenceCountry},
		{"a miner's profit", "AU", "Gold and copper brought it $64 million.", "$64 million", "AUD", EvidenceCountry},

		// Coins are of the sum beside them.
		{"cents to US$", "AU", "Brent fell 80 cents to US$83.40, and petrol costs $2.", "80 cents", "USD", EvidenceNearest},
		{"cents beside rand", "", "Profit was R14 billion, or 645 cents a share.", "645 cents", "ZAR", EvidenceNearest},
		{"cents before rand, in the next sentence", "", "It pays 412.5 cents a share. Sales were R4bn.", "412.5 cents", "ZAR", EvidenceParagraph},
		{"cents at home", "SG", "It paid 38 cents a share and bought jets for US$3 billion.", "38 cents", "SGD", EvidenceCountry},
		{"U.S. cents", "CA", "The loonie was at 74.20 cents U.S.", "74.20 cents U.S.", "USD", EvidenceStated},
		{"centavos", "", "The peso lost 12 centavos to P56.40 in Manila.", "12 centavos", "PHP", EvidenceNearest},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for m := range (Finder{Country: tt.country}).All(tt.text) {
				if tt.text[m.Start:m.End] == tt.sum {
					assert.Equal(t, [2]string{tt.currency, tt.evidence.String()}, [2]string{m.Currency, m.Evidence.String()})
					assert.True(t, m.Evidence == EvidenceStated || m.Ambiguous, "what is not stated is ambiguous")
					return
				}
			}
			t.Errorf("%s is not found in %s", tt.sum, show(Finder{Country: tt.country}, tt.text))
		})
	}
}

// The day of the text tells which of the currencies of one name is meant.
func TestPublished(t *testing.T) {
	for _, tt := range []struct{ day, text, want string }{
		{"", "Caracas paid 5 million bolivars.", "VES"},
		{"2006-05-01", "Caracas paid 5 million bolivars.", "VEB"},
		{"2014-05-01", "Caracas paid 5 million bolivars.", "VEF"},
		{"2019-05-01", "Caracas paid 5 million bolivars.", "VES"},
		{"2021-09-30", "Caracas paid 5 million bolivars.", "VES"},
		{"2021-10-01", "Caracas paid 5 million bolivars.", "VED"},
		{"2019-05-01", "Caracas paid 5 million strong bolivars.", "VEF"},
		{"2016-03-01", "Freetown got Le 500 million.", "SLL"},
		{"2022-07-01", "Freetown got Le 500 million.", "SLE"},
		{"2023-03-01", "He paid 40 million old leones.", "SLL"},
		{"2023-03-01", "He paid 40 new leones.", "SLE"},
		{"2020-03-01", "He paid SLE 40.", "SLE"},
		{"2006-05-01", "Accra paid 5 billion cedis.", "GHC"},
		{"2011-05-01", "Lusaka paid K500 billion.", "ZMK"},
		{"2014-05-01", "Minsk paid 5 billion rubles.", "BYR"},
		{"1996-05-01", "Moscow paid 5 billion rubles.", "RUR"},
		{"1988-05-01", "Moscow paid 5 billion rubles.", "SUR"},
		{"2003-05-01", "Ankara paid 5 billion lira.", "TRL"},
		{"2006-05-01", "He paid 40 new Turkish lira.", "TRY"},
		{"2003-05-01", "Bucharest paid 5 billion lei.", "ROL"},
		{"1993-05-01", "Warsaw paid 5 billion zlotys.", "PLZ"},
		{"2016-05-01", "Nouakchott paid 5 billion ouguiya.", "MRO"},
		{"1998-05-01", "Luanda paid 5 billion kwanzas.", "AOR"},
		{"2019-05-01", "Curaçao paid 5 million guilders.", "ANG"},
		{"2025-09-01", "Curaçao paid 5 million guilders.", "XCG"},
		{"2007-05-01", "He paid 5 million Zimbabwe dollars.", "ZWD"},
		{"2020-05-01", "He paid 5 million Zimbabwe dollars.", "ZWL"},
		{"1988-05-01", "East Germany paid 5 million marks.", "DDM"},
		{"2022-05-01", "Zagreb paid 5 million kuna.", "HRK"},
		{"1990-05-01", "Mexico paid 5 billion pesos.", "MXP"},
	} {
		t.Run(tt.day+" "+tt.text, func(t *testing.T) {
			f := Finder{}
			if tt.day != "" {
				f.Published, _ = time.Parse(time.DateOnly, tt.day)
			}
			all := f.FindAll(tt.text)
			if assert.Len(t, all, 1) {
				assert.Equal(t, tt.want, all[0].Currency)
			}
		})
	}
}

// A text of very many sums is read in parts, which changes nothing.
func TestManySums(t *testing.T) {
	line := "The bank paid A$5 million, and $3 million more; it fell 80 cents to US$83.40 and R5. "
	want := show(Finder{}, "In Johannesburg, Perth and Sydney. "+strings.Repeat(line, 3))
	one := want[strings.Index(want, "; ")+2:]
	one = one[:strings.Index(one, "[A$5 million]")]
	n := 3 * window
	all := (Finder{}).FindAll("In Johannesburg, Perth and Sydney. " + strings.Repeat(line, n))
	assert.Len(t, all, 5*n)
	for i, m := range all {
		assert.Equal(t, all[5+i%5].Currency, m.Currency, i)
		assert.Equal(t, all[5+i%5].Min, m.Min, i)
		if t.Failed() {
			return
		}
	}
	assert.Contains(t, fmt.Sprint(one), "[$3 million] AUD 3000000")
}

// What is found takes little more memory than it must.
func TestMemoryIsBounded(t *testing.T) {
	if raced.On {
		t.Skip("the race detector has memory of its own, and empties pools")
	}
	text := strings.Repeat("$1 ", 1<<17)
	result := testing.Benchmark(func(b *testing.B) {
		for b.Loop() {
			FindAll(text)
		}
	})
	assert.LessOrEqual(t, result.AllocedBytesPerOp(), int64(40*len(text)))
}
