// Command normalize writes normalize/words.go: the words and phrases that the steps of
// the package know, from the tables page.tsv of internal/lang/TAG, and prose.tsv and
// compounds.tsv of English. A set becomes a switch, which costs nothing at start-up.
//
//	go generate ./normalize
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/cmd/gen/tsv"
)

const (
	folder = "../internal/lang/"
	source = folder + "en/"
	target = "words.go"
)

func main() {
	tables := map[string]string{}
	for _, name := range []string{"page.tsv", "prose.tsv", "compounds.tsv", "words.tsv"} {
		table, err := os.ReadFile(source + name)
		if err != nil {
			log.Fatal(err)
		}
		tables[name] = string(table)
	}
	more := map[string][]tsv.Row{}
	for _, name := range []string{"page.tsv", "prose.tsv"} {
		rows, err := others(name)
		if err != nil {
			log.Fatal(err)
		}
		more[name] = rows
	}
	src, err := generate(tables, more)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(target, src, 0o666); err != nil {
		log.Fatal(err)
	}
}

// others returns the rows of a table in the languages beside English.
func others(name string) ([]tsv.Row, error) {
	files, err := filepath.Glob(folder + "*/" + name)
	if err != nil {
		return nil, err
	}
	var all []tsv.Row
	for _, file := range files {
		if strings.HasPrefix(file, source) {
			continue
		}
		table, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		rows, err := tsv.Read(file, string(table), 3)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

// starts returns how a line begins in the forms in which one has it whose letters of ASCII are small:
// other letters may be capitals, at its start or everywhere, apostrophes curly, and spaces before a
// colon no-break ones.
func starts(phrase string) []string {
	first := []rune(phrase)
	if first[0] >= utf8.RuneSelf {
		first[0] = unicode.ToUpper(first[0])
	}
	capitals := strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return unicode.ToUpper(r)
		}
		return r
	}, phrase)
	var all []string
	for _, s := range []string{phrase, string(first), capitals} {
		for _, space := range []string{" ", "\u00a0", "\u202f"} {
			set := strings.ReplaceAll(s, " :", space+":")
			all = append(all, set, strings.ReplaceAll(set, "'", "’"))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// A set is a class of words or phrases and the function that knows them.
type set struct{ file, class, function, comment string }

var sets = []set{
	{"page.tsv", "line", "isPageLine", "reports whether s is a line of a page and nothing else."},
	{"page.tsv", "word", "isPageWord", "reports whether s is a word or two that stand on buttons and over boxes, but may be the heading of a section or a title as well."},
	{"page.tsv", "button", "isButton", "reports whether s, in small letters, stands on a button for sharing."},
	{"page.tsv", "count", "isCounted", "reports whether s, in small letters, is what pages count."},
	{"page.tsv", "section", "isSection", "reports whether s, in small letters, is the name of a section of a newspaper."},
	{"page.tsv", "publication", "endsPublication", "reports whether s, in small letters, is common at the end of the names of newspapers and stations."},
	{"page.tsv", "house", "isHouse", "reports whether s, in small letters, is the name of a house that many names of programmes and sites begin with."},
	{"page.tsv", "agency", "isAgency", "reports whether s is the name of a news agency or of a house that signs with its name alone."},
	{"page.tsv", "wire", "isWire", "reports whether s is the name of an agency that ends its stories with that alone, on a line of its own."},
	{"page.tsv", "end", "isEndMark", "reports whether s is how a release or a story shows its end."},

	{"prose.tsv", "common", "isCommonWord", "reports whether s, in small letters, is common in English and in hardly any other language."},
	{"prose.tsv", "homograph", "isHomograph", "reports whether s, in small letters, is common in another language and says nothing against English."},
	{"prose.tsv", "shared", "isSharedWord", "reports whether s, in small letters, is common in English and in other languages too."},
	{"prose.tsv", "links", "linksWords", "reports whether s, in small letters, joins words and so does not begin the noun that a compound adjective stands before."},
	{"prose.tsv", "leads-on", "leadsOn", "reports whether s, in small letters, hardly ever ends a sentence or a title."},
	{"prose.tsv", "adjective", "endsAdjective", "reports whether s, in small letters, is common as the second part of a compound adjective."},
	{"prose.tsv", "alone", "standsAlone", "reports whether s, of these, is as common as a word of its own."},
	{"prose.tsv", "begins", "beginsCompound", "reports whether s, in small letters, is hardly ever written alone: what follows it belongs to it."},
	{"prose.tsv", "measure", "isMeasure", "reports whether s, in small letters, after a number and a hyphen makes an adjective with it: “a 5-star hotel”."},
	{"prose.tsv", "relates", "relatesNames", "reports whether s, in small letters, often follows two names that a hyphen joins: “the US-China talks”."},
	{"prose.tsv", "age", "unitOfAge", "reports whether s, in small letters, stands between a number and “old”."},
	{"prose.tsv", "introduces", "introduces", "reports whether s, in small letters, stands before an adjective and a noun, and hardly ever before the end of a clause."},
	{"prose.tsv", "says", "attributes", "reports whether s, in small letters, introduces who is quoted."},
	{"words.tsv", "month", "isMonth", "reports whether s, in small letters, is the name of a month or short for one."},
	{"words.tsv", "weekday", "isWeekday", "reports whether s, in small letters, is a day of the week."},
	{"prose.tsv", "tells", "tellsOf", "reports whether s, in small letters, stands in sentences and not in lists of names."},
	{"prose.tsv", "credits", "joinsCredits", "reports whether s joins the names of those who wrote and edited a story."},
	{"prose.tsv", "owners", "joinsOwners", "reports whether s joins the names of those who own rights."},
	{"prose.tsv", "domain", "isDomain", "reports whether s, in small letters, is behind a full stop the end of an internet name or of the name of a file."},
	{"prose.tsv", "holds", "holdsNext", "reports whether a no-break space holds s, in small letters of ASCII, to the next word."},
	{"prose.tsv", "held", "heldBefore", "reports whether a no-break space holds s, in small letters, to the word before."},
	{"prose.tsv", "ff", "endsInFF", "reports whether s, in small letters, is a word that ends in ff."},
	{"prose.tsv", "fi", "endsInFI", "reports whether s, in small letters, is a word that ends in fi."},
	{"prose.tsv", "ligature", "beginsLigature", "reports whether s, in small letters, begins words that go on with a ligature, and is no name by itself."},
	{"prose.tsv", "contraction", "isContractionEnd", "reports whether s, in small letters, is what follows the apostrophe of an English word."},
	{"prose.tsv", "either", "isEither", "reports whether s is two words that a slash joins."},
	{"prose.tsv", "clause", "opensClause", "reports whether what a dash puts into a sentence may begin with s, in small letters."},
	{"prose.tsv", "off", "goesOnOff", "reports whether s, in small letters, is the rest of a word that begins with “off”."},
}

func generate(tables map[string]string, more map[string][]tsv.Row) ([]byte, error) {
	words := map[string]map[string][]string{}
	var openers, rights []string
	opens := map[string]string{}
	for _, name := range []string{"page.tsv", "prose.tsv"} {
		rows, err := tsv.Read(name, tables[name], 3)
		if err != nil {
			return nil, err
		}
		words[name] = map[string][]string{}
		rows = append(rows, more[name]...)
		for _, r := range rows {
			class, forms := r.Fields[0], []string{r.Fields[1]}
			if name == "prose.tsv" {
				forms = strings.Fields(r.Fields[1])
			}
			if kind, ok := strings.CutPrefix(class, "opens-"); ok || class == "related" {
				if !ok {
					kind = class
				}
				for _, form := range starts(strings.ReplaceAll(r.Fields[1], "·", " ")) {
					opens[form] = "opens" + camel(kind)
				}
				continue
			}
			if class == "rights" {
				rights = append(rights, starts(r.Fields[1])...)
				continue
			}
			if !slices.ContainsFunc(sets, func(s set) bool { return s.file == name && s.class == class }) {
				return nil, fmt.Errorf("%s:%d: no class %q", name, r.Line, class)
			}
			for _, form := range forms {
				if !slices.Contains(words[name][class], form) { // languages share words
					words[name][class] = append(words[name][class], form)
				}
			}
		}
	}
	calendar, err := calendarWords(tables["words.tsv"])
	if err != nil {
		return nil, err
	}
	words["words.tsv"] = calendar
	var b bytes.Buffer
	b.WriteString("// Code generated by internal/cmd/gen/lang/normalize from the tables of internal/lang. DO NOT EDIT.\n\npackage normalize\n\n")
	last := ""
	for _, text := range slices.Sorted(maps.Keys(opens)) {
		if last != "" && strings.HasPrefix(text, last) {
			return nil, fmt.Errorf("%q begins as %q does", text, last)
		}
		openers, last = append(openers, fmt.Sprintf("{%q, %s},", text, opens[text])), text
	}
	fmt.Fprintf(&b, "// openers is sorted, and none of its texts begins another one.\nvar openers = [...]opener{\n%s\n}\n", strings.Join(openers, "\n"))
	fmt.Fprintf(&b, "\n// rightsEnds are what lines end in that say who has the rights.\nvar rightsEnds = [...]string{%s}\n", list(rights))
	for _, s := range sets {
		of, it := "string", "s"
		if s.class == "line" || s.class == "word" { // the line is in a buffer
			of, it = "[]byte", "string(s)"
		}
		fmt.Fprintf(&b, "\n// %s %s\nfunc %s(s %s) bool {\n\tswitch %s {\n\tcase %s:\n\t\treturn true\n\t}\n\treturn false\n}\n",
			s.function, s.comment, s.function, of, it, list(words[s.file][s.class]))
	}
	page := words["page.tsv"]
	lines := append(slices.Clone(page["line"]), page["word"]...)
	lengths(&b, lines)
	lines = slices.Concat(lines, page["count"], page["button"])
	firsts(&b, lines)
	pageStarts(&b, lines)
	if err := compounds(&b, tables["compounds.tsv"]); err != nil {
		return nil, err
	}
	return format.Source(b.Bytes())
}

// lengths writes a table of the lengths and first letters of lines of pages, by which most
// other lines are told from them at once.
func lengths(b *bytes.Buffer, lines []string) {
	longest := 0
	for _, l := range lines {
		longest = max(longest, len(l))
	}
	table := make([]uint32, longest+1)
	for _, l := range lines {
		table[len(l)] |= 1 << (l[0] & 31)
	}
	fmt.Fprintf(b, "\n// pageLengths has for each length of what isPageLine and isPageWord know the lowest five bits of its first bytes.\nvar pageLengths = [...]uint32{")
	for n, bits := range table {
		if n%8 == 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(b, "%#x, ", bits)
	}
	b.WriteString("\n}\n")
}

// firsts writes what the lines begin with that is no letter of English.
func firsts(b *bytes.Buffer, lines []string) {
	runes := map[rune]bool{}
	for _, l := range lines {
		if r, _ := utf8.DecodeRuneInString(l); r < 'a' || r > 'z' {
			runes[r] = true
		}
	}
	fmt.Fprintf(b, "\n// pageFirsts are the first runes of what stands on pages, but for the letters of English.\nconst pageFirsts = %q\n",
		string(slices.Sorted(maps.Keys(runes))))
}

// startLength is the number of bytes by which the package tells starts of lines.
const startLength = 5

// pageStarts writes the first bytes of the lines that begin with enough of ASCII.
func pageStarts(b *bytes.Buffer, lines []string) {
	foreign := func(r rune) bool { return r >= utf8.RuneSelf }
	starts := map[string]bool{}
	for _, l := range lines {
		if start := l[:min(len(l), startLength)]; len(start) == startLength && !strings.ContainsFunc(start, foreign) {
			starts[start] = true
		}
	}
	fmt.Fprintf(b, "\n// startLength is the number of bytes that startOf looks at.\nconst startLength = %d\n", startLength)
	b.WriteString("\n// pageStarts are the first bytes, startLength of each, of what stands on pages.\nconst pageStarts = \"\"")
	for start := range slices.Chunk(slices.Sorted(maps.Keys(starts)), 20) {
		fmt.Fprintf(b, " +\n\t%q", strings.Join(start, ""))
	}
	b.WriteString("\n")
}

// calendarWords returns the months, and the days of the week where they are written out.
func calendarWords(table string) (map[string][]string, error) {
	rows, err := tsv.Read("words.tsv", table, 4)
	if err != nil {
		return nil, err
	}
	of := map[string][]string{}
	for _, r := range rows {
		of[r.Fields[1]] = append(of[r.Fields[1]], strings.Fields(r.Fields[0])...)
	}
	days := slices.DeleteFunc(of["weekday"], func(form string) bool {
		return slices.Contains(of["short"], form) || slices.Contains(of["plural"], form)
	})
	return map[string][]string{"month": of["month"], "weekday": days}, nil
}

// compounds writes a function for each class of compounds.tsv.
func compounds(b *bytes.Buffer, table string) error {
	rows, err := tsv.Read("compounds.tsv", table, 5)
	if err != nil {
		return err
	}
	for _, c := range []struct{ class, function, comment string }{
		{"noun", "isCompound", "reports whether two words in small letters, the first of which may be “NAME” for a name, are a noun and what is said of it with a hyphen."},
		{"pair", "isPair", "reports whether two words in small letters make an adjective with a hyphen."},
	} {
		fmt.Fprintf(b, "\n// %s %s\nfunc %s(first, second string) bool {\n\tswitch second {\n", c.function, c.comment, c.function)
		firsts := map[string][]string{}
		var seconds []string
		for _, r := range rows {
			if r.Fields[3] == "" || r.Fields[4] == "" {
				return fmt.Errorf("compounds.tsv:%d: no example or counter-example", r.Line)
			}
			if r.Fields[0] != c.class {
				continue
			}
			for _, second := range strings.Fields(r.Fields[1]) {
				if firsts[second] == nil {
					seconds = append(seconds, second)
				}
				firsts[second] = append(firsts[second], strings.Fields(r.Fields[2])...)
			}
		}
		for _, second := range seconds {
			fmt.Fprintf(b, "\tcase %q:\n\t\tswitch first {\n\t\tcase %s:\n\t\t\treturn true\n\t\t}\n", second, list(firsts[second]))
		}
		b.WriteString("\t}\n\treturn false\n}\n")
	}
	return nil
}

// list quotes words and breaks them into lines.
func list(words []string) string {
	var b strings.Builder
	column := 0
	for i, w := range words {
		q := fmt.Sprintf("%q", w)
		if i > 0 {
			b.WriteString(", ")
			if column += len(q) + 2; column > 100 {
				b.WriteString("\n\t\t")
				column = 0
			}
		}
		b.WriteString(q)
	}
	return b.String()
}

// camel turns "to-reader" into "ToReader".
func camel(s string) string {
	var b strings.Builder
	for _, part := range strings.Split(s, "-") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}
