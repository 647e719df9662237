package normalize_test

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/copydesk-go/copydesk/normalize"
)

func Example() {
	raw := "Port reopens after the storm | Coast news\r\n\r\n\r\n" +
		"&ldquo;It is over. , &rdquo;Lane told report\u00aders.The oil- based town , he said, can wait.\r\n\r\n" +
		"Leave a comment\r\n"
	fmt.Print(normalize.String(raw))
	// Output:
	// Port reopens after the storm
	//
	// “It is over,” Lane told reporters. The oil-based town, he said, can wait.
}

func ExampleString() {
	fmt.Println(normalize.String("It&#146;s \u200ba ﬁne  day ,they said."))
	// Output: It’s a fine day, they said.
}

func ExampleBytes() {
	fmt.Printf("%s\n", normalize.Bytes([]byte("AT&amp;T")))
	// Output: AT&T
}

func ExampleAlign() {
	raw := "Ms&nbsp;Lane  said &ldquo;no&rdquo;"
	text := normalize.Align(raw)
	clean := text.String()
	fmt.Println(clean)

	at := strings.Index(clean, "“no”")
	start, end := text.Source(at, at+len("“no”"))
	fmt.Println(raw[start:end])
	// Output:
	// Ms Lane said “no”
	// &ldquo;no&rdquo;
}

func ExampleText_Source() {
	raw := "Caf&eacute; Lane"
	text := normalize.Align(raw)
	start, end := text.Source(0, len("Café"))
	fmt.Println(raw[start:end])
	// Output: Caf&eacute;
}

func ExampleText_Target() {
	raw := "Caf&eacute; Lane"
	text := normalize.Align(raw)
	start, end := text.Target(0, len("Caf&eacute;"))
	fmt.Println(text.String()[start:end])
	// Output: Café
}

func ExampleText_Changes() {
	for c := range normalize.Align("It&rsquo;s  ﬁne").Changes() {
		fmt.Printf("%-6s %q to %q\n", c.Step, c.From, c.To)
	}
	// Output:
	// html   "&rsquo;" to "’"
	// space  "  " to " "
	// form   "ﬁ" to "fi"
}

func ExampleChange() {
	for c := range normalize.Align("Caf&eacute;").Changes() {
		line, _ := json.Marshal(c)
		fmt.Println(string(line))
	}
	// Output: {"start":3,"end":5,"orig_start":3,"orig_end":11,"step":"html","from":"\u0026eacute;","to":"é"}
}

// Mask is a step of one's own: it writes x for every digit.
type Mask struct{}

func (Mask) Name() string { return "mask" }

func (Mask) Edits(text string, emit func(start, end int, replacement string)) {
	for i := range len(text) {
		if '0' <= text[i] && text[i] <= '9' {
			emit(i, i+1, "x")
		}
	}
}

func ExampleNew() {
	n := normalize.New(normalize.Default(), Mask{})
	fmt.Println(n.String("Call  555-0100 &amp; ask"))
	// Output: Call xxx-xxxx & ask
}

func ExampleStep() {
	for c := range normalize.New(Mask{}).Align("Room 4").Changes() {
		fmt.Println(c.Step, c.From, c.To)
	}
	// Output: mask 4 x
}

func ExampleSettle() {
	n := normalize.Settle(normalize.HTML{}, normalize.Control{})
	fmt.Println(n.String("fish &am\u00adp; chips"))
	// Output: fish & chips
}

func ExampleDefault() {
	fmt.Println(normalize.Default().String("one  more\u00a0time"))
	// Output: one more time
}

func ExampleNormalizer_Reader() {
	r := normalize.Default().Reader(strings.NewReader("one  more\u00a0time ,then\r\n"))
	io.Copy(os.Stdout, r)
	// Output: one more time, then
}

func ExampleHTML() {
	fmt.Println(normalize.New(normalize.HTML{}).String("R&D at caf&eacute;s &amp;ndash; &#147;yes&#148;"))
	// Output: R&D at cafés – “yes”
}

func ExampleEscapes() {
	fmt.Println(normalize.New(normalize.Escapes{}).String(`it\u2019s %u201Cso%u201D`))
	// Output: it’s “so”
}

func ExampleControl() {
	fmt.Println(normalize.New(normalize.Control{}).String("soft\u00adly, zero\u200bwidth"))
	// Output: softly, zerowidth
}

func ExampleForm() {
	fmt.Println(normalize.New(normalize.Form{}).String("oﬃce cafe\u0301 ＯＫ"))
	// Output: office café OK
}

func ExampleSpace() {
	n := normalize.New(normalize.Space{NoBreak: normalize.NoBreakNone})
	fmt.Printf("%q\n", n.String("5\u00a0€  each \r\n"))
	// Output: "5 € each\n"
}

func ExamplePunctuation() {
	fmt.Println(normalize.New(normalize.Punctuation{}).String("“It is over, ”she said of the oil – rich land."))
	// Output: “It is over,” she said of the oil-rich land.
}

func ExampleFurniture() {
	fmt.Println(normalize.New(normalize.Furniture{}).String("Port reopens after storm - The Daily Example\n\nAdvertisement\n\nIt is over."))
	// Output:
	// Port reopens after storm
	//
	// It is over.
}

func ExampleQuotes() {
	n := normalize.New(normalize.Quotes{Marks: normalize.MarkStyleCurly, Dashes: normalize.MarkStyleCurly})
	fmt.Println(n.String(`"It's late" -- so...`))
	// Output: “It’s late” – so…
}

// The path tells by which character sets the text went wrong.
func ExampleEncoding() {
	text := normalize.New(normalize.Encoding{}).Align("She said ‚Äúno‚Äù in the cafÃ©.")
	fmt.Println(text)
	for c := range text.Changes() {
		fmt.Println(c.To, c.Detail)
	}
	// Output:
	// She said “no” in the café.
	// “ utf8>mac_roman
	// ” utf8>mac_roman
	// é utf8>cp1252
}
