package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/copydesk-go/copydesk/normalize"
)

// textLine is a line of text, damaged or not.
type textLine struct {
	ID             string
	Path           string `json:"codec_path"`
	Lang           string
	Damaged, Clean string

	Label, Original, Fixed string // a case of another library's test suite
}

// restoreCount counts how lines came out.
type restoreCount struct {
	n, raw, lenient, left, wrong int
	recoverable                  int // without inventing letters
	kept                         float64
}

func evalEncoding(w io.Writer, file string, o options) error {
	lines, err := readLines[textLine](file)
	if err != nil {
		return err
	}
	if len(lines) > 0 && lines[0].Original != "" {
		return evalCases(w, lines, o)
	}
	key := func(l textLine) string { return l.Path }
	if o.by == "lang" {
		key = func(l textLine) string { return l.Lang }
	}
	rows, groups := map[string]*restoreCount{}, map[string]*restoreCount{}
	var order []string
	var all restoreCount
	var errs errorList
	for _, l := range lines {
		k, g := key(l), damageGroup(l.Path)
		if rows[k] == nil {
			rows[k] = &restoreCount{}
			order = append(order, k)
		}
		if groups[g] == nil {
			groups[g] = &restoreCount{}
		}
		out := normalize.String(l.Damaged)
		for _, c := range []*restoreCount{rows[k], groups[g], &all} {
			c.add(l, out)
		}
		if !restored(l, out) {
			errs.add(l.Path, "%s\n   damaged %s\n   clean   %s\n   out     %s", l.ID, l.Damaged, l.Clean, out)
		}
	}
	fmt.Fprintf(w, "%-34s %7s %7s %8s %7s %7s %6s %7s\n", o.by, "n", "raw%", "lenient%", "left%", "wrong%", "naR", "ceil%")
	for _, k := range order {
		rows[k].print(w, k)
	}
	fmt.Fprintln(w, "-- groups")
	names := make([]string, 0, len(groups))
	for k := range groups {
		names = append(names, k)
	}
	slices.Sort(names)
	for _, k := range names {
		groups[k].print(w, k)
	}
	all.print(w, "ALL (item average)")
	var raw, lenient float64
	for _, k := range order {
		r := rows[k]
		raw += percent(r.raw, r.n) / float64(len(rows))
		lenient += percent(r.lenient, r.n) / float64(len(rows))
	}
	fmt.Fprintf(w, "%-34s %7d %7.1f %8.1f   (average of the %ss)\n", "ALL (macro)", all.n, raw, lenient, o.by)
	errs.print(w, o.errors)
	return nil
}

func (c *restoreCount) add(l textLine, out string) {
	c.n++
	c.raw += count(out == l.Clean)
	ok := restored(l, out)
	c.lenient += count(ok)
	c.left += count(out == l.Damaged)
	c.wrong += count(out != l.Damaged && !ok)
	c.recoverable += count(recoverable(l.Path, l.Clean))
	c.kept += keptShare(l.Clean, out)
}

func (c *restoreCount) print(w io.Writer, name string) {
	fmt.Fprintf(w, "%-34s %7d %7.1f %8.1f %7.1f %7.1f %6.3f %7.1f\n", name, c.n, percent(c.raw, c.n), percent(c.lenient, c.n),
		percent(c.left, c.n), percent(c.wrong, c.n), c.kept/float64(max(1, c.n)), percent(c.recoverable, c.n))
}

// restored is the lenient measure: policies on quotes, dashes, widths and
// spaces are not held against a repair, but for scrape damage, which is
// nothing else.
func restored(l textLine, out string) bool {
	if strings.HasPrefix(l.Path, "scrape:") {
		return out == l.Clean || foldQuotes(out) == foldQuotes(l.Clean)
	}
	return out == l.Clean || fold(out) == fold(l.Clean)
}

// evalCases runs the test cases of another library as facts.
func evalCases(w io.Writer, lines []textLine, o options) error {
	ok := 0
	var errs errorList
	for _, l := range lines {
		out := normalize.String(l.Original)
		if fold(out) == fold(l.Fixed) {
			ok++
			continue
		}
		errs.add("CASE", "%s\n   original %s\n   fixed    %s\n   out      %s", l.Label, l.Original, l.Fixed, out)
	}
	fmt.Fprintf(w, "cases %d  as expected %d\n", len(lines), ok)
	errs.print(w, o.errors)
	return nil
}

// evalClean counts undamaged lines that do not come through as they were.
func evalClean(w io.Writer, file string, o options) error {
	lines, err := readLines[textLine](file)
	if err != nil {
		return err
	}
	type row struct{ n, changed, wrong int }
	rows := map[string]*row{}
	var all row
	var order []string
	var errs errorList
	for _, l := range lines {
		k := cmp.Or(l.Lang, "?")
		if rows[k] == nil {
			rows[k] = &row{}
			order = append(order, k)
		}
		out := normalize.String(l.Clean)
		changed, wrong := count(out != l.Clean), count(fold(out) != fold(l.Clean))
		for _, r := range []*row{rows[k], &all} {
			r.n++
			r.changed += changed
			r.wrong += wrong
		}
		if changed > 0 {
			kind := "CHANGED"
			if wrong > 0 {
				kind = "FALSE POSITIVE"
			}
			errs.add(kind, "%s %s%s", l.ID, l.Lang, changesOf(l.Clean))
		}
	}
	slices.SortStableFunc(order, func(a, b string) int {
		return cmp.Compare(percent(rows[b].wrong, rows[b].n), percent(rows[a].wrong, rows[a].n))
	})
	fmt.Fprintf(w, "%-10s %8s %10s %8s %12s\n", "lang", "lines", "changed", "FP", "FP/100k")
	line := func(name string, r row) {
		fmt.Fprintf(w, "%-10s %8d %10d %8d %12.1f", name, r.n, r.changed, r.wrong, 1e3*percent(r.wrong, r.n))
	}
	for _, k := range order {
		line(k, *rows[k])
		fmt.Fprintln(w)
	}
	line("ALL", all)
	fmt.Fprintln(w, "   (changed = any difference; FP = beyond quotes/dashes/spaces/widths/invisibles)")
	errs.print(w, o.errors)
	return nil
}

func changesOf(s string) string {
	var b strings.Builder
	for c := range normalize.Align(s).Changes() {
		fmt.Fprintf(&b, "\n   %s: %q to %q | %s", c.Step, c.From, c.To, around(s, c.SourceStart, c.SourceEnd))
	}
	return b.String()
}

// keptShare is the share of the non-ASCII characters of clean that out holds.
func keptShare(clean, out string) float64 {
	want, n := map[rune]int{}, 0
	for _, r := range norm.NFC.String(clean) {
		if r > unicode.MaxASCII {
			want[r]++
			n++
		}
	}
	if n == 0 {
		return 1
	}
	hits := 0
	for _, r := range norm.NFC.String(out) {
		if want[r] > 0 {
			want[r]--
			hits++
		}
	}
	return float64(hits) / float64(n)
}

// fold makes equal what a policy on typography may decide either way.
func fold(s string) string {
	s = strings.Map(straight, s) // before NFKC, which turns U+00B4 into a space and an accent
	s = strings.Map(straight, norm.NFKC.String(s))
	s = strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(s, space), " ")
}

func foldQuotes(s string) string {
	return strings.ReplaceAll(strings.Map(straight, norm.NFC.String(s)), "…", "...")
}

func straight(r rune) rune {
	switch r {
	case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u2039', '\u203a', '\u00b4', '\u02bc', '`':
		return '\''
	case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033', '\u00ab', '\u00bb':
		return '"'
	case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212':
		return '-'
	}
	return r
}

func invisible(r rune) bool {
	return r == 0xad || r == 0xfeff || r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2060 && r <= 0x2064
}

func space(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// damageGroup names the kind of damage that a codec path stands for.
func damageGroup(path string) string {
	kind, _, named := strings.Cut(path, ":")
	if named && !strings.ContainsAny(kind, ">+~") {
		if g, ok := damageKinds[kind]; ok {
			return g
		}
	}
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(path, w) })
	}
	switch {
	case strings.HasPrefix(path, "json") || strings.HasPrefix(path, "percent"):
		return "escapes"
	case strings.HasPrefix(path, "punct") || strings.HasPrefix(path, "any>"):
		return "punctuation -> U+FFFD or ?"
	case path == "cp1252>utf8~fffd" || path == "gbk>utf8~fffd":
		return "punctuation -> U+FFFD or ?"
	case has("~") && has("gbk", "big5", "cp932", "cp949"):
		return "UTF-8 read as CJK, lossy"
	case has("~"):
		return "one layer, lossy"
	case has("+", "x3"):
		return "two or three layers"
	case strings.HasPrefix(path, "utf8>") && has("gb18030", "big5", "cp932", "cp949"):
		return "UTF-8 read as CJK, intact"
	case strings.HasPrefix(path, "utf8>"):
		return "one layer"
	}
	return "legacy charset read as another"
}

var damageKinds = map[string]string{
	"real":   "real damage",
	"x":      "one layer, rarer codecs",
	"mixed1": "one char of a mixed line",
	"half":   "part of a mixed line",
	"two":    "two codecs in a line",
	"lower":  "case changed",
	"upper":  "case changed",
	"nfd":    "NFD + one layer",
	"entity": "escapes",
	"scrape": "scrape/typographic",
}
