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
	"strconv"
	"strings"
)

//go:embed currencies.tsv
var currenciesTSV string

//go:embed countries.tsv
var countriesTSV string

//go:embed places.tsv
var placesTSV string

//go:embed words.tsv
var wordsTSV string

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
	for _, read := range []func() error{t.readCurrencies, t.readCountries, t.readPlaces, t.readWords, t.readSigns, t.checkOrder} {
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
	families   map[string]string // form of a word: codes, one after the other
}

type currency struct {
	code, numeric, digits, until, one, other string
}

type country struct{ code, codes string }

// sign is a sign, a word or a qualifier ("Hong Kong") with the codes it can mean.
type sign struct {
	text, codes   string
	before, after bool
	guard, minor  string
}

// rows returns the fields of the lines of a list, want on each.
func rows(name, list string, want int) ([][]string, error) {
	var out [][]string
	for i, line := range strings.Split(strings.TrimSuffix(list, "\n"), "\n") {
		if strings.HasPrefix(line, "# ") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) > want {
			return nil, fmt.Errorf("%s:%d: %d fields, want %d", name, i+1, len(fields), want)
		}
		for len(fields) < want {
			fields = append(fields, "")
		}
		out = append(out, fields)
	}
	return out, nil
}

func (t *tables) readCurrencies() error {
	all, err := rows("currencies.tsv", currenciesTSV, 6)
	for _, f := range all {
		if len(f[0]) != 3 {
			return fmt.Errorf("currencies.tsv: code %q", f[0])
		}
		t.currencies = append(t.currencies, currency{f[0], f[1], f[2], f[3], f[4], f[5]})
	}
	return err
}

func (t *tables) readCountries() error {
	all, err := rows("countries.tsv", countriesTSV, 3)
	for _, f := range all {
		t.countries = append(t.countries, country{f[0], strings.ReplaceAll(f[1]+f[2], " ", "")})
	}
	return err
}

func (t *tables) readPlaces() error {
	all, err := rows("places.tsv", placesTSV, 2)
	for _, f := range all {
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
	all, err := rows("words.tsv", wordsTSV, 4)
	if err != nil {
		return err
	}
	nouns := map[string]bool{}
	for _, f := range all {
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
			t.words = append(t.words, sign{text, codes, text != form, true, f[2], f[3]})
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
	"KZT AZN UZS KGS TJS MNT MMK KHR BND FJD PGK"

func (t *tables) readSigns() error {
	all, err := rows("signs.tsv", signsTSV, 4)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, f := range all {
		codes, err := t.expand(f[1])
		if err != nil {
			return fmt.Errorf("signs.tsv: %s: %w", f[0], err)
		}
		switch f[2] {
		case "p":
			t.prefixes = append(t.prefixes, sign{text: f[0], codes: codes})
			continue
		case "q":
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
			t.signs = append(t.signs, sign{c.code, c.code, true, true, guard, ""})
		}
	}
	sortSigns(t.signs)
	sortSigns(t.prefixes)
	sortSigns(t.qualifiers)
	return nil
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

// expand makes one string of a list of codes, with those of a word for @word.
func (t *tables) expand(list string) (string, error) {
	codes := ""
	for _, c := range strings.Fields(list) {
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
		if !slices.ContainsFunc(t.currencies, func(k currency) bool { return k.code == c }) {
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
	b.WriteString(`// Code generated by internal/gen/currency; DO NOT EDIT.
// Codes, names, minor units, countries: Unicode CLDR 48.2.0, licence Unicode-3.0, and ISO 4217.
// Words, signs and places: internal/gen/currency/words.tsv, signs.tsv and places.tsv.

package money

// currencies are all of ISO 4217, with the former ones, in order of code.
var currencies = [...]currency{
`)
	for _, c := range t.currencies {
		fmt.Fprintf(&b, "{%q, %s, %s, %s, %q, %q},\n", c.code, number(c.numeric), number(c.digits), number(c.until), c.one, c.other)
	}
	b.WriteString("}\n\n// countries hold the codes used in a country, the main one first, former ones last.\nvar countries = [...]countryCodes{\n")
	for _, c := range t.countries {
		fmt.Fprintf(&b, "{%q, %q},\n", c.code, c.codes)
	}
	b.WriteString("}\n\n// places are names that tell a country, in order.\nvar places = [...]place{\n")
	for _, p := range t.places {
		fmt.Fprintf(&b, "{%q, %q},\n", p.code, p.codes)
	}
	b.WriteString("}\n\n")
	list := func(name, comment string, list []sign) {
		fmt.Fprintf(&b, "// %s %s\nvar %s = [...]sign{\n", name, comment, name)
		for _, s := range list {
			fmt.Fprintf(&b, "{%q, %q, %s},\n", s.text, s.codes, flags(s))
		}
		b.WriteString("}\n\n")
	}
	list("words", "are the names of currencies without their countries, in small letters.", t.words)
	list("signs", "are symbols, abbreviations and codes, as written.", t.signs)
	list("prefixes", "are what can stand apart before a dollar sign.", t.prefixes)
	list("qualifiers", "are what the names of currencies begin with.", t.qualifiers)
	return b.Bytes()
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
	out = append(out, strings.Fields(s.guard+" "+s.minor)...)
	if out == nil {
		return "0"
	}
	return strings.Join(out, " | ")
}
