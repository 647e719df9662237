package entities

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/copydesk-go/copydesk/internal/token"
)

const news = `Kenya’s energy minister, Grace Wanjiku, signed a loan agreement with Norway on Wednesday for a wind farm on the eastern
shore of Lake Turkana. Wanjiku told reporters in Nairobi that the European Investment Bank (EIB) had agreed to pay for the road. Ingrid
Solberg, who leads the Norwegian delegation, returns to Oslo next week; the EIB did not comment.

“We have waited long enough,” said Peter Lokol, who keeps goats near the site. Nobody in the valley had asked for it, but few of its
people own a car, and the last road was built before most of them were born. The herders went to the High Court in May.
`

func BenchmarkFindAll(b *testing.B) {
	for _, bm := range []struct{ name, text string }{
		{"news", news},
		{"worst/capitals", "ABC Def "},
		{"worst/one name", "Obi "},
		{"worst/one word", "abcdefghijklmnopqrstuvwxyz"},
		{"worst/spaces", " "},
		{"worst/initials", "A. "},
		{"worst/acronyms", "(ABC) "},
		{"worst/bytes", "\xff"},
	} {
		text := strings.Repeat(bm.text, (1<<17)/len(bm.text)+1)
		b.Run(bm.name, func(b *testing.B) {
			tokens := len(token.Append(nil, text))
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var all []Mention
			for b.Loop() {
				all = Append(all[:0], text)
			}
			b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// An article as articles are.
func BenchmarkArticle(b *testing.B) {
	text := strings.Repeat(news, 4)
	tokens := len(token.Append(nil, text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var all []Mention
	for b.Loop() {
		all = Append(all[:0], text)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// Names of one's own, at the same speed however many.
func BenchmarkNames(b *testing.B) {
	text := strings.Repeat(news, 4)
	for _, n := range []int{0, 10, 50000} {
		var all []Name
		for i := range n {
			all = append(all, Name{Text: fmt.Sprintf("Lake %d Holdings", i), Label: ORG, AnyCase: i%2 == 0})
		}
		names, err := NewNameList(all...)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var ms []Mention
			for b.Loop() {
				ms = Tagger{Names: names}.Append(ms[:0], text)
			}
		})
	}
}

func BenchmarkReadModel(b *testing.B) {
	b.SetBytes(int64(len(modelFile)))
	for b.Loop() {
		if _, err := newModel(modelFile); err != nil {
			b.Fatal(err)
		}
	}
}
