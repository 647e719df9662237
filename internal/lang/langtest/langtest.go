// Package langtest reads tests that are written as text: sentences with what is to be
// found in them set in, as in
//
//	published: 2021-11-24
//
//	== weeks
//	# The number of the ISO week.
//	next: Talks resume [next week|DATE 2021-W48].
//	a rank: He finished second.
//	without a day (published none): Talks resume [next week|DATE XXXX-WXX].
//
// A case is a line: its name, options of its own, and its text. [surface|meaning] is a
// gold mention; what a meaning says is the reader's affair. Nothing else is to be found,
// so that a sentence without brackets is a negative. Options hold for a file above its
// first section, for a section behind its name, for a case behind its name; they are
// separated by commas. In a text, \n is the end of a line, and a backslash
// takes its sense from a bracket or a backslash.
//
// Each case is a test of its own:
//
//	go test ./dates -run 'Dates/weeks/next'
package langtest

import (
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"
)

// A Case is a text and what is to be found in it.
type Case struct {
	Section, Name string
	Line          int // in the file, from 1
	Options       map[string]string
	Text          string
	Gold          []Mention
}

// A Mention is an expression in a text and what it means.
type Mention struct {
	Start, End int // in bytes, half-open
	Means      string
}

// Run reads a file and runs each of its cases as a test, named for section and case.
func Run(t *testing.T, file string, test func(t *testing.T, c Case)) {
	t.Helper()
	section := ""
	var cases []Case
	runSection := func() {
		if len(cases) == 0 {
			return
		}
		t.Run(section, func(t *testing.T) {
			for _, c := range cases {
				t.Run(c.Name, func(t *testing.T) { test(t, c) })
			}
		})
	}
	for _, c := range Load(t, file) {
		if c.Section != section {
			runSection()
			section, cases = c.Section, nil
		}
		cases = append(cases, c)
	}
	runSection()
}

// Load returns the cases of a file.
func Load(t testing.TB, file string) []Case {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cases, err := Parse(string(text))
	if err != nil {
		t.Fatalf("%s:%v", file, err)
	}
	return cases
}

// Parse returns the cases of a text. Errors name the line.
func Parse(text string) ([]Case, error) {
	var cases []Case
	all, some := map[string]string{}, map[string]string{}
	section, names, n := "", map[string]bool{}, 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		wrong := func(what string) error { return fmt.Errorf("%d: %s: %s", n, what, line) }
		head, isSection := strings.CutPrefix(line, "== ")
		name, rest, named := strings.Cut(line, ": ")
		switch {
		case line == "" || line[0] == '#':
		case isSection:
			section, some = nameOptions(head, all)
			if section == "" || names[section] {
				return nil, wrong("no name, or not the only section of that name")
			}
			names[section] = true
		case !named:
			return nil, wrong("no name and colon")
		case section == "":
			all[name] = rest
		default:
			c := Case{Section: section, Line: n}
			c.Name, c.Options = nameOptions(name, some)
			key := section + "/" + c.Name
			if c.Name == "" || strings.Contains(c.Name, "/") || names[key] {
				return nil, wrong("no name, a slash in it, or not the only one of that name")
			}
			names[key] = true
			if err := c.read(rest); err != nil {
				return nil, wrong(err.Error())
			}
			cases = append(cases, c)
		}
	}
	return cases, nil
}

// nameOptions divides "name (option value, option value)", and adds the options to those
// that hold already.
func nameOptions(s string, already map[string]string) (string, map[string]string) {
	name, in, ok := strings.Cut(s, " (")
	if !ok || !strings.HasSuffix(in, ")") {
		return s, already
	}
	options := maps.Clone(already)
	for _, o := range strings.Split(strings.TrimSuffix(in, ")"), ", ") {
		key, value, _ := strings.Cut(o, " ")
		options[key] = value
	}
	return name, options
}

// read takes the mentions out of a marked text.
func (c *Case) read(marked string) error {
	var text strings.Builder
	start := -1 // of the mention that is open
	for i := 0; i < len(marked); i++ {
		switch b := marked[i]; {
		case b == '\\' && i+1 < len(marked):
			i++
			if b = marked[i]; b == 'n' {
				b = '\n'
			}
			text.WriteByte(b)
		case b == '[' && start < 0:
			start = text.Len()
		case b == '|' && start >= 0:
			means, _, closed := strings.Cut(marked[i+1:], "]")
			if !closed {
				return fmt.Errorf("a bracket without its end")
			}
			c.Gold = append(c.Gold, Mention{start, text.Len(), means})
			start, i = -1, i+len("|")+len(means)
		case b == '[' || b == ']':
			return fmt.Errorf("a bracket too many, or a mention that means nothing")
		default:
			text.WriteByte(b)
		}
	}
	if start >= 0 {
		return fmt.Errorf("a bracket without its end")
	}
	c.Text = text.String()
	return nil
}

// Mark writes the text with mentions set in, as it stands in a file.
func Mark(text string, mentions []Mention) string {
	escape := strings.NewReplacer("\n", `\n`, `\`, `\\`, "[", `\[`, "]", `\]`)
	var b strings.Builder
	at := 0
	for _, m := range mentions {
		b.WriteString(escape.Replace(text[at:m.Start]))
		fmt.Fprintf(&b, "[%s|%s]", escape.Replace(text[m.Start:m.End]), m.Means)
		at = m.End
	}
	b.WriteString(escape.Replace(text[at:]))
	return b.String()
}
