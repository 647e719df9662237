// Command currency writes money/tables.go from the lists beside it, which say
// where their data is from.
package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"go/format"
	"log"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/copydesk-go/copydesk/internal/cmd/gen/tsv"
	"github.com/copydesk-go/copydesk/internal/opening"
)

//go:embed currencies.tsv
var currenciesTSV string

//go:embed countries.tsv
var countriesTSV string

//go:embed places.tsv
var placesTSV string

//go:embed tender.tsv
var tenderTSV string

// wordsFile holds the English words for currencies, seen from the package money.
const wordsFile = "../internal/lang/en/money.tsv"

//go:embed signs.tsv
var signsTSV string

func main() {
	src, err := generate()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("tables.go", src, 0o666); err != nil {
		log.Fatal(err)
	}
}

func generate() ([]byte, error) {
	t := tables{families: map[string]string{}}
	for _, read := range []func() error{t.readCurrencies, t.readTender, t.readCountries, t.readPlaces, t.readWords, t.readSigns, t.checkOrder} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return format.Source(t.render())
}

// tables is what the lists say.
type tables struct {
	currencies []currency
	countries  []country
	places     []country
	words      []sign
	signs      []sign
	prefixes   []sign
	qualifiers []sign
	phrases    []sign            // names of several words
	families   map[string]string // form of a word: codes, one after the other
}

type currency struct {
	code, numeric, digits, until, one, other string

	from, to string // days of legal tender
	line     string // the country in which it followed, or was followed by, one of its name
}

type country struct{ code, codes string }

// sign is a sign, a word or a qualifier ("Hong Kong") with the codes it can mean.
type sign struct {
	text, codes   string
	before, after bool
	guard, minor  string
}

func (t *tables) readCurrencies() error {
	all, err := tsv.Read("currencies.tsv", currenciesTSV, 6)
	for _, row := range all {
		f := row.Fields
		if len(f[0]) != 3 {
			return fmt.Errorf("currencies.tsv:%d: code %q", row.Line, f[0])
		}
		t.currencies = append(t.currencies, currency{code: f[0], numeric: f[1], digits: f[2], until: f[3], one: f[4], other: f[5]})
	}
	return err
}

func (t *tables) readTender() error {
	all, err := tsv.Read("tender.tsv", tenderTSV, 4)
	for _, row := range all {
		f := row.Fields
		i := slices.IndexFunc(t.currencies, func(c currency) bool { return c.code == f[0] })
		if i < 0 {
			return fmt.Errorf("tender.tsv:%d: no currency %q", row.Line, f[0])
		}
		c := &t.currencies[i]
		c.from, c.to, c.line = day(f[1]), day(f[2]), f[3]
	}
	return err
}

// day makes a number of a day: 20220401.
func day(s string) string { return strings.ReplaceAll(s, "-", "") }

func (t *tables) readCountries() error {
	all, err := tsv.Read("countries.tsv", countriesTSV, 3)
	for _, row := range all {
		f := row.Fields
		t.countries = append(t.countries, country{f[0], strings.ReplaceAll(f[1]+f[2], " ", "")})
	}
	return err
}

func (t *tables) readPlaces() error {
	all, err := tsv.Read("places.tsv", placesTSV, 2)
	for _, row := range all {
		f := row.Fields
		for _, name := range strings.Split(f[1], ",") {
			t.places = append(t.places, country{name, f[0]})
		}
	}
	slices.SortFunc(t.places, func(a, b country) int { return strings.Compare(a.code, b.code) })
	for i := 1; i < len(t.places); i++ {
		if t.places[i].code == t.places[i-1].code {
			return fmt.Errorf("places.tsv: %s stands there twice", t.places[i].code)
		}
	}
	return err
}

// latestFirst orders the currencies: those in use, then the others, latest first.
func (t *tables) latestFirst() []currency {
	out := slices.Clone(t.currencies)
	slices.SortStableFunc(out, func(a, b currency) int {
		if (a.until == "") != (b.until == "") {
			return strings.Compare(a.until, b.until)
		}
		return strings.Compare(b.until, a.until)
	})
	return out
}

// bareName is the name of a currency without its years, and its last word.
func bareName(name string) (bare, noun string) {
	bare, _, _ = strings.Cut(strings.ToLower(name), " (")
	return bare, bare[strings.LastIndexByte(bare, ' ')+1:]
}

// funds are the codes of units of account and of clearing, which no word means.
const funds = "BOV CHE CHW CLF COU MXV USN USS UYI UYW XAD XEU XFU"

func (t *tables) readWords() error {
	list, err := os.ReadFile(wordsFile)
	if err != nil {
		return err
	}
	all, err := tsv.Read(wordsFile, string(list), 7)
	if err != nil {
		return err
	}
	nouns := map[string]bool{}
	for _, row := range all {
		if row.Fields[0] != "currency" {
			continue
		}
		f := row.Fields[1:]
		forms := strings.Split(f[0], ",")
		codes, err := t.expand(f[1])
		if err != nil {
			return err
		}
		for _, c := range t.latestFirst() {
			if _, noun := bareName(c.one); f[3] == "" && !strings.Contains(funds, c.code) && slices.Contains(plain(forms), noun) {
				codes = add(codes, c.code)
			}
		}
		for _, form := range forms {
			text := strings.TrimSuffix(form, "*")
			w := sign{text, codes, text != form, true, f[2], f[3]}
			if strings.ContainsAny(text, " -") {
				t.phrases = append(t.phrases, w)
				continue
			}
			t.words = append(t.words, w)
			t.families[text] = codes
			nouns[text] = true
		}
	}
	qualifiers := map[string]string{}
	for _, c := range t.latestFirst() {
		bare, noun := bareName(c.one)
		if q := strings.TrimSuffix(strings.TrimSuffix(bare, noun), " "); q != "" && nouns[noun] {
			qualifiers[q] = add(qualifiers[q], c.code)
			if short, found := strings.CutSuffix(q, " new"); found {
				qualifiers[short] = add(qualifiers[short], c.code)
			}
		}
	}
	for q, codes := range qualifiers {
		t.qualifiers = append(t.qualifiers, sign{text: q, codes: codes})
	}
	sortSigns(t.words)
	return nil
}

// wellKnown are the codes that need no more than a number beside them.
const wellKnown = "USD EUR GBP JPY CNY INR AUD CAD NZD CHF HKD SGD KRW TWD THB MYR IDR PHP VND PKR BDT LKR NPR MVR " +
	"AED SAR QAR KWD OMR BHD JOD ILS EGP DZD TND LBP IQD IRR SYP ZAR NGN KES GHS UGX TZS ETB ZMW MUR NAD BWP RWF XAF XOF ZWL ZWG " +
	"CUC RUB UAH PLN CZK HUF SEK NOK DKK ISK BGN HRK RSD BYN BRL MXN ARS CLP UYU PYG CRC GTQ HNL DOP JMD TTD XCD " +
	"KZT AZN UZS TJS MNT MMK KHR BND FJD PGK XCG SLE MRU STN VES XDR"

func (t *tables) readSigns() error {
	all, err := tsv.Read("signs.tsv", signsTSV, 4)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, row := range all {
		f := row.Fields
		codes, err := t.expand(f[1])
		if err != nil {
			return fmt.Errorf("signs.tsv: %s: %w", f[0], err)
		}
		f[0] = strings.TrimPrefix(f[0], `\`) // of a sign that would be a remark
		switch f[2] {
		case "p":
			t.prefixes = append(t.prefixes, sign{text: f[0], codes: codes})
			continue
		case "q":
			t.qualifiers = slices.DeleteFunc(t.qualifiers, func(q sign) bool { return q.text == f[0] })
			t.qualifiers = append(t.qualifiers, sign{text: f[0], codes: codes})
			continue
		}
		if seen[f[0]] {
			return fmt.Errorf("signs.tsv: %s stands there twice", f[0])
		}
		seen[f[0]] = true
		t.signs = append(t.signs, sign{f[0], codes, f[2] != "a", f[2] != "b", f[3], ""})
	}
	for _, c := range t.currencies {
		if !seen[c.code] {
			guard := ""
			if !strings.Contains(wellKnown, c.code) {
				guard = "weak" // three letters that are rarely a currency
			}
			seen[c.code] = true
			t.signs = append(t.signs, sign{c.code, c.code, true, true, guard, ""})
		}
	}
	t.addShouted(seen)
	sortSigns(t.signs)
	sortSigns(t.prefixes)
	sortSigns(t.qualifiers)
	return nil
}

// addShouted adds the forms that signs of small letters have in a text in capitals:
// before the number, and of those for pence and crowns behind it too.
func (t *tables) addShouted(seen map[string]bool) {
	for _, s := range slices.Clone(t.signs) {
		text := strings.ToUpper(s.text)
		if text == s.text || seen[text] || s.text[0] < 'A' || strings.ContainsAny(s.text, "_ ") {
			continue
		}
		seen[text] = true
		shout := sign{text: text, codes: s.codes, before: s.before, guard: strings.TrimSpace(s.guard + " shout"), minor: s.minor}
		shout.after = s.after && strings.Contains(" P KR KČ ZŁ ", " "+text+" ")
		if shout.before || shout.after {
			t.signs = append(t.signs, shout)
		}
	}
}

func (t *tables) checkOrder() error {
	for _, list := range [][]sign{t.words, t.signs, t.prefixes, t.qualifiers} {
		for i := 1; i < len(list); i++ {
			if list[i-1].text >= list[i].text {
				return fmt.Errorf("%q stands there twice", list[i].text)
			}
		}
	}
	return nil
}

// addLine appends a code and those that came before or after it under its name.
func (t *tables) addLine(codes, code string) string {
	codes = add(codes, code)
	i := slices.IndexFunc(t.currencies, func(c currency) bool { return c.code == code })
	if i < 0 || t.currencies[i].line == "" {
		return codes
	}
	_, noun := bareName(t.currencies[i].one)
	for _, c := range t.latestFirst() {
		if _, other := bareName(c.one); c.line == t.currencies[i].line && (other == noun || c.code == "VED") {
			codes = add(codes, c.code)
		}
	}
	return codes
}

// expand makes one string of a list of codes, with those of a word for @word,
// and with the earlier and later ones of CODE+.
func (t *tables) expand(list string) (string, error) {
	codes := ""
	for _, c := range strings.Fields(list) {
		if bare, ok := strings.CutSuffix(c, "+"); ok {
			codes = t.addLine(codes, bare)
			continue
		}
		if word, ok := strings.CutPrefix(c, "@"); ok {
			family := t.families[word]
			if family == "" {
				return "", fmt.Errorf("no word %q", word)
			}
			for i := 0; i < len(family); i += 3 {
				codes = add(codes, family[i:i+3])
			}
			continue
		}
		if c != "XXX" && !slices.ContainsFunc(t.currencies, func(k currency) bool { return k.code == c }) {
			return "", fmt.Errorf("no currency %q", c)
		}
		codes = add(codes, c)
	}
	return codes, nil
}

// add appends a code that is not there yet.
func add(codes, code string) string {
	for i := 0; i < len(codes); i += 3 {
		if codes[i:i+3] == code {
			return codes
		}
	}
	return codes + code
}

func plain(forms []string) []string {
	out := make([]string, len(forms))
	for i, f := range forms {
		out[i] = strings.TrimSuffix(f, "*")
	}
	return out
}

func sortSigns(list []sign) {
	slices.SortFunc(list, func(a, b sign) int { return strings.Compare(a.text, b.text) })
}

func (t *tables) render() []byte {
	var b bytes.Buffer
	b.WriteString(`// Code generated by internal/cmd/gen/currency; DO NOT EDIT.
// Codes, names, minor units, countries: Unicode CLDR 48.2.0, licence Unicode-3.0, and ISO 4217.
// Words, signs and places: internal/lang/en/money.tsv, internal/cmd/gen/currency/signs.tsv and places.tsv.

package money

import "github.com/copydesk-go/copydesk/internal/opening"

// currencies are all of ISO 4217, with the former ones, in order of code.
var currencies = [...]currency{
`)
	for _, c := range t.currencies {
		fmt.Fprintf(&b, "{%q, %s, %s, %s, %q, %q, %s, %s, %q},\n",
			c.code, number(c.numeric), number(c.digits), number(c.until), c.one, c.other, number(c.from), number(c.to), c.line)
	}
	b.WriteString("}\n\n// codeStarts say where the codes of each first letter start among currencies, and where the last end.\nvar codeStarts = [...]uint16{")
	for first := 'A'; first <= 'Z'+1; first++ {
		fmt.Fprintf(&b, "%d,", sort.Search(len(t.currencies), func(i int) bool { return t.currencies[i].code >= string(first) }))
	}
	b.WriteString("}\n\n// countries hold the codes used in a country, the main one first, former ones last.\nvar countries = [...]countryCodes{\n")
	for _, c := range t.countries {
		fmt.Fprintf(&b, "{%q, %q},\n", c.code, c.codes)
	}
	b.WriteString("}\n\n// places are names that tell a country, in order.\nvar places = [...]place{\n")
	var names []string
	for _, p := range t.places {
		fmt.Fprintf(&b, "{%q, %q},\n", p.code, p.codes)
		names = append(names, p.code)
	}
	fmt.Fprintf(&b, "}\n\n// placeOpeners are the first letters of places.\nvar placeOpeners = %#v\n\n", opening.Make(names...))
	list := func(name, comment string, list []sign) {
		fmt.Fprintf(&b, "// %s %s\nvar %s = [...]sign{\n", name, comment, name)
		for _, s := range list {
			fmt.Fprintf(&b, "{%q, %q, %s},\n", s.text, s.codes, flags(s))
		}
		b.WriteString("}\n\n")
	}
	fmt.Fprintf(&b, "// wordOpeners and signOpeners are the first letters of words and signs.\nvar (\nwordOpeners = %#v\nsignOpeners = %#v\n)\n\n", openers(t.words), openers(t.signs))
	list("words", "are the names of currencies without their countries, in small letters.", t.words)
	list("phrases", "are names of several words, in small letters.", t.phrases)
	list("signs", "are symbols, abbreviations and codes, as written.", t.signs)
	list("prefixes", "are what can stand apart before a dollar sign.", t.prefixes)
	list("qualifiers", "are what the names of currencies begin with.", t.qualifiers)
	return b.Bytes()
}

func openers(list []sign) opening.Set {
	texts := make([]string, len(list))
	for i, s := range list {
		texts[i] = s.text
	}
	return opening.Make(texts...)
}

func number(s string) string {
	if n, err := strconv.Atoi(s); err == nil {
		return strconv.Itoa(n)
	}
	return "0"
}

func flags(s sign) string {
	var out []string
	if s.before {
		out = append(out, "before")
	}
	if s.after {
		out = append(out, "after")
	}
	if s.guard == "rare" {
		out = append(out, "weak")
	}
	out = append(out, strings.Fields(s.guard+" "+s.minor)...)
	if out == nil {
		return "0"
	}
	return strings.Join(out, " | ")
}
