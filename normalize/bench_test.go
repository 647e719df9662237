package normalize

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/stories"
)

// fill repeats s up to a megabyte.
func fill(s string) string { return strings.Repeat(s, (1<<20)/len(s)+1) }

const (
	damagedStory = "The coun\u00adcil met on Monday , to vote&amp;rsquo;s on the  ﬁne tax.\r\n“It is not , ”said Ann\u00a0Lee \\u2014 who leads the oil- based&nbsp;party.They left .\n\n\n\nRead more\n\n"
	printedStory = "The coun-\ncil met on Mon-\nday to vote on the well-\nknown tax of Mapo-\nsa. “It is not what we had hoped for,” said Ann Lee, who leads the oppo-\nsition.\n\n"
)

func BenchmarkString(b *testing.B) {
	for _, bm := range []struct{ name, text string }{
		{"clean/english", strings.TrimSpace(fill(stories.English))},
		{"clean/ascii", strings.TrimSpace(fill("The council met on Monday to vote on the new tax, and most of them left before the rain began. "))},
		{"clean/multilingual", strings.TrimSpace(fill(stories.Multilingual()))},
		{"damaged/scraped", fill(damagedStory)},
		{"damaged/printed", fill(printedStory)},
		{"damaged/misread English", fill(charset.Windows1252.Misread(stories.English))},
		{"damaged/misread multilingual", fill(charset.Windows1252.Misread(stories.Multilingual()))},
		{"worst/spaces", fill(" ")},
		{"worst/no-break spaces", fill("\u00a0")},
		{"worst/wide spaces", fill("\u2003")},
		{"worst/references to spaces", "the" + fill("&nbsp;") + "port"},
		{"worst/mixed spaces", "x" + fill("\u00a0 \u2009")},
		{"worst/line ends", fill("\n")},
		{"worst/short lines", fill("a\n")},
		{"worst/ampersands", fill("&")},
		{"worst/amp", fill("&amp;")},
		{"worst/backslashes", fill(`\`)},
		{"worst/percent", fill("%E2%80")},
		{"worst/digits", fill("0")},
		{"worst/letters", fill("x")},
		{"worst/quotes", fill("”")},
		{"worst/quotes and letters", fill("the ”and “ ")},
		{"worst/spaced marks", fill("a , ")},
		{"worst/stop comma", fill("the. , ")},
		{"worst/commas", fill(",")},
		{"worst/glued", fill("the,and")},
		{"worst/glued numbers", fill("1.The,")},
		{"worst/turned marks", fill("the ”so“ ")},
		{"worst/names", fill("the Ann , is of ")},
		{"worst/buttons", fill("Share Tweet Print\n")},
		{"worst/dashes", fill("oil – led ")},
		{"worst/combining", fill("\u0301")},
		{"worst/zero width", fill("\u200b")},
		{"worst/bidi", fill("\u202aa")},
		{"worst/full width", fill("Ａ")},
		{"worst/furniture", fill("Read more\n")},
		{"worst/bars", "x" + fill(" | the") + "\nbody"},
		{"worst/control", fill("\x1b[0")},
		{"worst/invalid", fill("\xff")},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(bm.text)))
			b.ReportAllocs()
			for b.Loop() {
				String(bm.text)
			}
		})
	}
}

func BenchmarkClean(b *testing.B) {
	for _, story := range stories.All {
		text := strings.TrimSpace(fill(story.Text))
		b.Run(story.Language, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				String(text)
			}
		})
	}
}

// BenchmarkSteps asks each step for its edits: of text in which it has nothing
// to do, and of damaged text as the steps before it leave it.
func BenchmarkSteps(b *testing.B) {
	clean, damaged := strings.TrimSpace(fill(stories.English)), fill(damagedStory)
	for _, s := range defaultSteps() {
		name := stepName(s)
		if name != "encoding" {
			b.Run("clean/"+name, func(b *testing.B) { benchmarkStep(b, s, clean) })
			b.Run("damaged/"+name, func(b *testing.B) { benchmarkStep(b, s, damaged) })
		}
		damaged = New(s).String(damaged)
	}
	b.Run("damaged/all but encoding", func(b *testing.B) {
		n := New(HTML{}, Escapes{}, Control{}, Form{}, Space{}, Punctuation{}, Furniture{})
		text := fill(damagedStory)
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			n.String(text)
		}
	})
}

func benchmarkStep(b *testing.B, s Step, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		s.Edits(text, func(int, int, string) {})
	}
}

func BenchmarkDecode(b *testing.B) {
	russianStory := stories.In("ru")
	russian, _ := charmap.Windows1251.NewEncoder().String(russianStory)
	for _, bm := range []struct{ name, text, declared string }{
		{"utf-8", fill(russianStory), "utf-8"}, {"sniffed", fill(russian), ""}, {"declared", fill(russian), "windows-1251"},
		{"sniffed and short", russian, ""}, {"worst/Chinese", fill("\xD0\xC2\xC7\xC5"), ""}, {"worst/lone bytes", fill("\xFF a\xE9"), ""},
		{"worst/one word", fill("\xE9\xE8z\xFF\xC3"), "latin1"}, {"worst/zeros", fill("\x00a\xE9\x00"), ""},
	} {
		b.Run(bm.name, func(b *testing.B) {
			in := []byte(bm.text)
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				DecodeReport(in, bm.declared)
			}
		})
	}
}

func BenchmarkAlign(b *testing.B) {
	text := fill(damagedStory)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Align(text)
	}
}

func BenchmarkSource(b *testing.B) {
	text := Align(fill(damagedStory))
	n := len(text.String())
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		at := i * 7919 % n
		text.Source(at, min(at+9, n))
	}
}

func BenchmarkReader(b *testing.B) {
	text := strings.TrimSpace(fill(stories.English))
	buf := make([]byte, 32<<10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r := Default().Reader(strings.NewReader(text))
		for {
			if _, err := r.Read(buf); err != nil {
				break
			}
		}
	}
}
