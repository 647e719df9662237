// Command country writes internal/country/tables.go from codes.tsv and
// names.tsv beside it, which say where their data is from.
package main

import (
	"bytes"
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"go/format"
	"log"
	"os"
	"slices"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/copydesk-go/copydesk/internal/opening"
)

//go:embed codes.tsv
var codesTSV string

//go:embed names.tsv
var namesTSV string

// The kinds of internal/country, in its order.
const (
	name = iota
	abbreviation
	demonym
	capital
)

// A place is a country or a part of one.
type place struct{ code, alpha3, numeric, name string }

// A phrase is one way to write a place.
type phrase struct {
	text         string
	kind         int
	place, other int // other is -1 unless the phrase can mean two
}

func main() {
	places, phrases, err := read()
	if err != nil {
		log.Fatal(err)
	}
	src, err := format.Source(render(places, phrases))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("tables.go", src, 0o666); err != nil {
		log.Fatal(err)
	}
}

func read() ([]place, []phrase, error) {
	codes := map[string][]string{}
	for _, row := range rows(codesTSV) {
		codes[row[0]] = row
	}
	var places []place
	var found index
	for _, row := range rows(namesTSV) {
		if len(row) != 6 {
			return nil, nil, fmt.Errorf("names.tsv: %q has %d columns", row[0], len(row))
		}
		code, part, isPart := strings.Cut(row[0], "/")
		iso, ok := codes[code]
		if !ok || isPart && part != row[1] {
			return nil, nil, fmt.Errorf("names.tsv: bad code %q", row[0])
		}
		n := len(places)
		places = append(places, place{code, iso[1], iso[2], row[1]})
		if isPart {
			places[n].alpha3, places[n].numeric = "", ""
		}
		found.add(n, name, spellings(list(row[1]+"; "+row[2])))
		found.add(n, abbreviation, dotted(list(row[3])))
		found.add(n, demonym, spellings(list(row[4])))
		found.add(n, capital, spellings(list(row[5])))
	}
	for i, p := range places {
		if p.alpha3 != "" {
			found.addNew(i, name, spellings(list(codes[p.code][3])))
			delete(codes, p.code)
		}
	}
	if len(codes) > 0 {
		return nil, nil, fmt.Errorf("names.tsv lacks %v", codes)
	}
	phrases, err := found.sorted()
	return places, phrases, err
}

// rows returns the columns of the lines that are not comments.
func rows(tsv string) [][]string {
	var rows [][]string
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\n")
		if line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// list splits a column, and Name/s into the name and its plural.
func list(column string) []string {
	var out []string
	for _, s := range strings.Split(column, ";") {
		s = strings.TrimSpace(s)
		if s == "" {
			continue
		}
		if one, ok := strings.CutSuffix(s, "/s"); ok {
			out = append(out, one, one+"s")
			continue
		}
		out = append(out, s)
	}
	return out
}

// spellings adds the other ways to spell each of names. The article is left
// out, since lookups skip it.
func spellings(names []string) []string {
	var out []string
	for _, s := range names {
		s = strings.TrimPrefix(s, "The ")
		forms := []string{s}
		vary := func(change func(string) string) {
			for _, f := range forms[:len(forms):len(forms)] {
				forms = append(forms, change(f))
			}
		}
		vary(func(s string) string { return strings.ReplaceAll(s, " & ", " and ") })
		vary(func(s string) string { return strings.ReplaceAll(s, " and ", " & ") })
		vary(func(s string) string { return strings.ReplaceAll(s, "’", "'") })
		vary(func(s string) string { return strings.ReplaceAll(s, "'", "’") })
		vary(plain)
		switch {
		case strings.HasPrefix(s, "Saint "):
			vary(func(s string) string { return "St " + strings.TrimPrefix(s, "Saint ") })
			vary(func(s string) string { return strings.Replace(s, "St ", "St. ", 1) })
		case strings.HasPrefix(s, "St "):
			vary(func(s string) string { return strings.Replace(s, "St ", "St. ", 1) })
		}
		out = append(out, forms...)
	}
	return out
}

// plain takes the accents off a name.
func plain(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		log.Fatal(err)
	}
	return out
}

// dotted adds the forms of all-capital abbreviations that have dots, with and
// without the last one, which may belong to the sentence.
func dotted(abbreviations []string) []string {
	var out []string
	for _, s := range abbreviations {
		out = append(out, s)
		if strings.ContainsFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' }) {
			continue
		}
		letters := strings.Split(s, "")
		dots := strings.Join(letters, ".")
		spaced := strings.Join(letters, ". ")
		out = append(out, dots, dots+".", spaced, spaced+".")
	}
	return out
}

// An index collects phrases and reports those that two places claim.
type index struct {
	phrases map[string]*phrase // by what lookups compare: the lower case
	claims  []phrase           // phrases that give way
	err     error
}

func (x *index) add(place, kind int, texts []string) {
	if x.phrases == nil {
		x.phrases = map[string]*phrase{}
	}
	for _, t := range texts {
		if weak, ok := strings.CutPrefix(t, "?"); ok {
			x.claims = append(x.claims, phrase{weak, kind, place, -1})
			continue
		}
		key := strings.ToLower(t)
		if old := x.phrases[key]; old == nil {
			x.phrases[key] = &phrase{t, kind, place, -1}
		} else if old.place != place || old.kind != kind {
			x.err = errors.Join(x.err, fmt.Errorf("%q has two meanings", t))
		}
	}
}

// addNew adds the texts that no row has claimed.
func (x *index) addNew(place, kind int, texts []string) {
	for _, t := range texts {
		if x.phrases[strings.ToLower(t)] == nil {
			x.add(place, kind, []string{t})
		}
	}
}

func (x *index) sorted() ([]phrase, error) {
	for _, c := range x.claims {
		old := x.phrases[strings.ToLower(c.text)]
		if old == nil || old.kind != c.kind {
			return nil, fmt.Errorf("?%s gives way to nothing", c.text)
		}
		old.other = c.place
	}
	var all []phrase
	for _, p := range x.phrases {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b phrase) int {
		return cmp.Compare(strings.ToLower(a.text), strings.ToLower(b.text))
	})
	return all, x.err
}

func render(places []place, phrases []phrase) []byte {
	var b bytes.Buffer
	b.WriteString(`// Code generated by internal/cmd/gen/country; DO NOT EDIT.
// Codes and territory names: Unicode CLDR 48.2.0, licence Unicode-3.0.
// Other names, demonyms and capitals: internal/cmd/gen/country/names.tsv.

package country

import "github.com/copydesk-go/copydesk/internal/opening"

// places holds alpha-2, alpha-3 and numeric code, in 8 bytes a place, countries
// in order of alpha-2; a part of a country has blanks for the last two and
// stands after the country.
const places = "" +
`)
	var names, texts packed
	for _, p := range places {
		fmt.Fprintf(&b, "%q + // %s\n", fmt.Sprintf("%-2s%-3s%-3s", p.code, p.alpha3, p.numeric), p.name)
		names.add(p.name)
	}
	b.WriteString("\"\"\n\n")
	longest := 0
	var openers []string
	for _, p := range phrases {
		texts.add(p.text)
		openers = append(openers, p.text)
		longest = max(longest, len(p.text))
	}
	names.render(&b, "name", "the names of places, in the order of places")
	texts.render(&b, "phrase", "the phrases, in order of their lower case")
	fmt.Fprintf(&b, "// longest is the length of the longest phrase.\nconst longest = %d\n\n", longest)
	b.WriteString("// phraseStarts say where the phrases of each first letter start, and where the last end.\nvar phraseStarts = [...]uint16{")
	for first := 'a'; first <= 'z'+1; first++ {
		fmt.Fprintf(&b, "%d, ", sort.Search(len(phrases), func(i int) bool { return strings.ToLower(phrases[i].text) >= string(first) }))
	}
	b.WriteString("}\n\n")
	b.WriteString("// openers are the first letters of the phrases.\n")
	fmt.Fprintf(&b, "var openers = %#v\n\n", opening.Make(openers...))
	b.WriteString("// meanings holds place, other place (or none) and kind of each phrase, a byte each.\n")
	b.WriteString("const meanings = \"\" +\n")
	for row := range slices.Chunk(phrases, 8) {
		var s strings.Builder
		for _, p := range row {
			fmt.Fprintf(&s, `\x%02x\x%02x\x%02x`, byte(p.place), byte(p.other), p.kind)
		}
		fmt.Fprintf(&b, "\"%s\" +\n", s.String())
	}
	b.WriteString("\"\"\n")
	return b.Bytes()
}

// packed is a list of strings as one string and the offsets of their ends.
type packed struct {
	texts []string
	ends  []int
}

func (p *packed) add(s string) {
	end := len(s)
	if len(p.ends) > 0 {
		end += p.ends[len(p.ends)-1]
	}
	p.texts, p.ends = append(p.texts, s), append(p.ends, end)
}

func (p *packed) render(b *bytes.Buffer, name, doc string) {
	fmt.Fprintf(b, "// %sText holds %s, end to end.\nconst %sText = \"\" +\n", name, doc, name)
	for row := range slices.Chunk(p.texts, 6) {
		fmt.Fprintf(b, "%q +\n", strings.Join(row, ""))
	}
	fmt.Fprintf(b, "\"\"\n\n// %sEnds holds where each of them ends.\nvar %sEnds = [...]uint16{\n", name, name)
	for row := range slices.Chunk(p.ends, 16) {
		for _, e := range row {
			fmt.Fprintf(b, "%d, ", e)
		}
		b.WriteByte('\n')
	}
	b.WriteString("}\n\n")
}
