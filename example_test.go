package copydesk_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/normalize"
)

func Example() {
	annotator := copydesk.Annotator{Published: time.Date(2024, time.May, 15, 0, 0, 0, 0, time.UTC)}
	article := copydesk.Article{Text: "Ada Obi paid $ 5 million. in cash on Tuesday , aides of the ministerâ€™s said in Kenya."}
	record, err := annotator.Annotate(context.Background(), article)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(record.Text)
	for _, e := range record.Entities {
		fmt.Println(e.Label, e.Canonical, e.Country, "=", article.Text[e.OrigStart:e.OrigEnd])
	}
	for _, d := range record.Dates {
		fmt.Println(d.Type, d.Value, d.Evidence, "=", article.Text[d.OrigStart:d.OrigEnd])
	}
	for _, m := range record.Money {
		fmt.Println(m.Currency, m.Min, m.Evidence, "=", article.Text[m.OrigStart:m.OrigEnd])
	}
	// Output:
	// Ada Obi paid $5 million in cash on Tuesday, aides of the minister’s said in Kenya.
	// PERSON Ada Obi  = Ada Obi
	// GPE Kenya KE = Kenya
	// DATE 2024-05-14 tense = Tuesday
	// USD 5000000 habit = $ 5 million
}

// The parts that are not wanted are not done, and names of one's own are found
// wherever they stand.
func ExampleAnnotator() {
	names, err := entities.NewNameList(entities.Name{Text: "the Desk", Label: "PROGRAM", ID: "prog-7", Canonical: "copydesk"})
	if err != nil {
		fmt.Println(err)
		return
	}
	annotator := copydesk.Annotator{
		Names:      names,
		Skip:       copydesk.PartDates | copydesk.PartMoney,
		Normalizer: normalize.Settle(normalize.Space{}),
	}
	record, err := annotator.Annotate(context.Background(), copydesk.Article{Text: "On Friday  the Desk  read it for $5."})
	fmt.Println(record.Text, err)
	fmt.Println(record.Entities[0].Label, record.Entities[0].ID, record.Entities[0].Canonical)
	fmt.Println(len(record.Dates), len(record.Money))
	// Output:
	// On Friday the Desk read it for $5. <nil>
	// PROGRAM prog-7 copydesk
	// 0 0
}

func ExampleAnnotator_Validate() {
	fmt.Println(copydesk.Annotator{Country: "Kenya"}.Validate())
	fmt.Println(copydesk.Annotator{Country: "KE"}.Validate())
	// Output:
	// entities: country "Kenya" is no ISO 3166-1 alpha-2 code in capitals
	// <nil>
}

// A page in windows-1252, and the bytes that a name stands in.
func ExampleAnnotator_AnnotateBytes() {
	body := []byte("Zo\xeb G\xe4rtner left Kenya.")
	page, err := copydesk.Annotator{}.AnnotateBytes(context.Background(), body, "text/plain; charset=windows-1252", copydesk.Article{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(page.Decoding.Charset, page.Decoding.Basis)
	for _, e := range page.Entities {
		fmt.Printf("%s = %q\n", e.Canonical, body[e.PageStart:e.PageEnd])
	}

	_, err = copydesk.Annotator{}.AnnotateBytes(context.Background(), []byte("<!doctype html><p>Late."), "", copydesk.Article{})
	fmt.Println(err, errors.Is(err, copydesk.ErrMarkup))
	// Output:
	// windows-1252 header
	// Zoë Gärtner = "Zo\xeb G\xe4rtner"
	// Kenya = "Kenya"
	// copydesk: markup, of which the text must be taken out first: HTML true
}

// Articles come from anywhere; their records come in the same order, a failure in
// its place.
func ExampleAnnotator_All() {
	articles := slices.Values([]copydesk.Article{
		{ID: copydesk.ID("a"), Text: "It cost €5."},
		{ID: copydesk.ID("b"), Text: "It cost €6.", Country: "Nowhere"},
		{ID: copydesk.ID("c"), Text: "It cost €7."},
	})
	for record, err := range (copydesk.Annotator{}).All(context.Background(), articles) {
		if err != nil {
			fmt.Println(string(record.ID), err)
			continue
		}
		fmt.Println(string(record.ID), record.Money[0].Min)
	}
	// Output:
	// "a" 5
	// "b" entities: country "Nowhere" is no ISO 3166-1 alpha-2 code in capitals
	// "c" 7
}

// Articles as JSON lines in, records as JSON lines out, and a failure in the place of one
// that could not be made. What is wanted of an article beside its findings goes into its Meta.
func ExampleAnnotator_All_lines() {
	lines := json.NewDecoder(strings.NewReader(`
		{"id": 1, "text": "It cost €5 , she said.", "published": "2024-05-15", "desk": "world"}
		{"id": 2, "text": "It cost €6.", "country": "Nowhere"}`))
	var end error
	articles := func(yield func(copydesk.Article) bool) {
		for a := (copydesk.Article{}); ; {
			if end = lines.Decode(&a); end != nil {
				return
			}
			a.Meta["published"], _ = copydesk.Time{Time: a.Published}.MarshalJSON()
			if !yield(a) {
				return
			}
		}
	}
	annotator := copydesk.Annotator{Skip: copydesk.PartMoney | copydesk.PartDates | copydesk.PartEntities}
	for record, err := range annotator.All(context.Background(), articles) {
		var line any = record
		if err != nil {
			line = copydesk.Fail(record.ID, err)
		}
		if err := copydesk.MarshalWrite(os.Stdout, line); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println(end)
	// Output:
	// {"id":1,"text":"It cost €5, she said.","changes":[{"start":12,"end":12,"orig_start":12,"orig_end":13,"step":"punctuation","from":" ","to":""}],"entities":[],"dates":[],"money":[],"meta":{"desk":"world","published":"2024-05-15T00:00:00Z"},"language":""}
	// {"id":2,"error":"entities: country \"NOWHERE\" is no ISO 3166-1 alpha-2 code in capitals"}
	// EOF
}

func ExampleArticle() {
	var article copydesk.Article
	err := json.Unmarshal([]byte(`{"id": 7, "text": "Late.", "published": "2024-05-15", "country": "ke", "desk": "world"}`), &article)
	fmt.Println(string(article.ID), article.Published.Format(time.DateOnly), article.Country, string(article.Meta["desk"]), err)
	// Output: 7 2024-05-15 KE "world" <nil>
}

func ExampleMarshal() {
	record, err := copydesk.Annotator{}.Annotate(context.Background(), copydesk.Article{ID: copydesk.ID("a"), Text: "B & B paid €5 <net>."})
	if err != nil {
		fmt.Println(err)
		return
	}
	line, err := copydesk.Marshal(record)
	os.Stdout.Write(line)
	fmt.Println(err)
	// Output:
	// {"id":"a","text":"B & B paid €5 <net>.","changes":[],"entities":[],"dates":[],"money":[{"start":11,"end":15,"orig_start":11,"orig_end":15,"text":"€5","currency":"EUR","min":"5","max":"5","mod":"","ambiguous":false,"evidence":"stated"}],"meta":{},"language":""}
	// <nil>
}

func ExampleFail() {
	line, err := copydesk.Marshal(copydesk.Fail(copydesk.ID("a"), errors.New("no such file")))
	os.Stdout.Write(line)
	fmt.Println(err)
	// Output:
	// {"id":"a","error":"no such file"}
	// <nil>
}

// An offset for a reader in JavaScript.
func ExampleRecord_Offsets() {
	record, err := copydesk.Annotator{}.Annotate(context.Background(), copydesk.Article{Text: "“😀”, and it cost €5."})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, unit := range []copydesk.Unit{copydesk.UnitBytes, copydesk.UnitRunes, copydesk.UnitUTF16} {
		m := record.Offsets(unit).Money[0]
		fmt.Println(unit, m.Start, m.End)
	}
	// Output:
	// bytes 24 28
	// runes 17 19
	// utf16 18 20
}

func ExampleParts() {
	var only copydesk.Parts
	err := only.UnmarshalText([]byte("normalize, money"))
	fmt.Println(only, copydesk.PartsAll&^only, err)
	// Output: normalize,money dates,entities <nil>
}

func ExampleParseTime() {
	for _, text := range []string{"2021-11-24", "2021-11-24T15:04:05+03:00", "yesterday"} {
		t, err := copydesk.ParseTime(text)
		fmt.Println(t, err)
	}
	// Output:
	// 2021-11-24 00:00:00 +0000 UTC <nil>
	// 2021-11-24 15:04:05 +0300 +0300 <nil>
	// 0001-01-01 00:00:00 +0000 UTC "yesterday" is neither a date such as 2021-11-24 nor a time such as 2021-11-24T15:04:05Z
}
