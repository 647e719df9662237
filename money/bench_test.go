package money

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// rat gives a decimal to another library, for comparison.
func rat(d Decimal) *big.Rat {
	r, _ := new(big.Rat).SetString(d.String())
	return r
}

const news = "The minister of works told reporters in Accra on Tuesday that the road would cost $4.2 million, " +
	"of which the bank lends about GH¢20 million at 7 per cent; the rest comes from tolls. Nobody in the valley had asked for it, " +
	"said Kofi Mensah, who farms 12 acres near the river, and few of its 3,400 people own a car. The last road was built in 1987."

func BenchmarkFindAll(b *testing.B) {
	for _, bm := range []struct{ name, text string }{
		{"news", news},
		{"no money", "Nobody on the pier had heard of it before, and the tide of 14 May took all 300 boats. "},
		{"only money", "$5 million; €3.2bn; Rs 2,500 crore; 20 baht; "},
		{"worst/digits", "1234567890"},
		{"worst/groups", "1,1,1,"},
		{"worst/signs", "$"},
		{"worst/signs and digits", "$1"},
		{"worst/words", "million "},
		{"worst/number words", "two hundred and "},
		{"worst/spaces", " "},
		{"worst/dashes", "$5-"},
		{"worst/brackets", "$5 ("},
		{"worst/lists", "5, "},
		{"worst/signed lists", "$5, "},
		{"worst/broken", "1 , 000 "},
		{"worst/ranges", "$5-to-"},
		{"worst/losses", "loss of ($5) "},
		{"worst/coins", "5p "},
		{"worst/won", "500 won "},
		{"worst/pounds", "5 pounds "},
		{"worst/bytes", "\xff"},
	} {
		text := strings.Repeat(bm.text, (1<<18)/len(bm.text)+1)
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var all []Mention
			for b.Loop() {
				all = Append(all[:0], text)
			}
		})
	}
}

func TestNoMoneyNoAllocation(t *testing.T) {
	text := strings.Repeat("Nobody on the pier had heard of it before, and the tide of 14 May took all 300 boats, two of them new. ", 100)
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		for range All(text) {
			t.Fail()
		}
	}))
	assert.Zero(t, testing.AllocsPerRun(10, func() { Repair{}.Edits(text, func(int, int, string) { t.Fail() }) }))
}

func BenchmarkRepair(b *testing.B) {
	for _, bm := range []struct{ name, text string }{
		{"news", news},
		{"damaged", strings.ReplaceAll(strings.ReplaceAll(news, "$", "$ "), " million", ". million")},
	} {
		text := strings.Repeat(bm.text, (1<<18)/len(bm.text)+1)
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Repair{}.Edits(text, func(int, int, string) {})
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("US$1.2bn"); err != nil {
			b.Fatal(err)
		}
	}
}
