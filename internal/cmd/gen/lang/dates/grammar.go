package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A grammar is the rules of a language, in groups.
type grammar struct {
	lexicon   *lexicon
	groups    []*group
	functions []*function
	tokens    []string            // the universe
	held      map[string]tokenSet // of which facts hold
}

type group struct {
	name  string
	asked bool // by the program
	rules []*rule
	reach reach
}

// A function is one that the language has in Go.
type function struct {
	name  string
	reads []*element // what it reads
	open  bool       // and anything behind it
	test  bool       // it asks about a place, and takes nothing
}

// A rule is a line of rules.tsv.
type rule struct {
	where, name      string
	pattern, meaning string
	elements         []*element
	assigns          []assign
	captures         []string
	kinds            map[string]string // what is captured under a name: class, number, frame
	restores         bool
	none             bool // what matches is none of the group
	reach            reach
}

type kind int

const (
	word_     kind = iota // the literal word text
	token                 // one that the facts hold of
	mark                  // the mark text
	glued                 // nothing stands before the next token
	call                  // the group or function text
	into                  // the group or function text, into the frame at hand
	test                  // the function text
	choice                // one of several sequences
	optional              // a sequence, or not
	repeated              // a sequence, so often
	ahead                 // a sequence, without taking it
	behind                // the same, before this place
	here                  // the extent starts here
	condition             // on what has been read
	setting               // gives a field a value at once
)

// An element is a part of a pattern.
type element struct {
	kind  kind
	text  string
	not   bool
	start bool   // from the start of the expression, and not from this place
	as    string // the name it is captured by
	facts [][]fact
	parts [][]*element
	cond  cond
	sets  assign
}

// A fact is a class or a fact that a token must, or must not, be in.
type fact struct {
	name string
	not  bool
}

func parseGrammar(l *lexicon, functions, groups, lines []row) (*grammar, error) {
	g := &grammar{lexicon: l}
	for _, r := range groups {
		g.groups = append(g.groups, &group{name: r.fields[0], asked: true})
	}
	for _, f := range functions {
		g.functions = append(g.functions, &function{name: f.fields[0], test: f.fields[1] == "test"})
	}
	for _, line := range lines {
		name, rest, ok := strings.Cut(line.fields[0], "/")
		if !ok || rest == "" {
			return nil, fmt.Errorf("%s: the name of a rule is group/rule", line.where)
		}
		gr := g.group(name)
		if gr == nil {
			gr = &group{name: name}
			g.groups = append(g.groups, gr)
		}
		for _, r := range gr.rules {
			if r.name == line.fields[0] {
				return nil, fmt.Errorf("%s: a second %s", line.where, r.name)
			}
		}
		gr.rules = append(gr.rules, &rule{where: line.where, name: line.fields[0], pattern: line.fields[1], meaning: line.fields[2], kinds: map[string]string{}})
	}
	var wrong []error
	for i, f := range g.functions {
		if err := g.parseFunction(f, functions[i].fields[1]); err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %s: %w", functions[i].where, f.name, err))
		}
	}
	for _, gr := range g.groups {
		if len(gr.rules) > 64 {
			return nil, fmt.Errorf("group %s has %d rules, more than 64", gr.name, len(gr.rules))
		}
		for _, r := range gr.rules {
			if err := g.parseRule(r); err != nil {
				wrong = append(wrong, fmt.Errorf("%s: %s: %w", r.where, r.name, err))
			}
		}
	}
	return g, errors.Join(wrong...)
}

func (g *grammar) group(name string) *group {
	for _, gr := range g.groups {
		if gr.name == name {
			return gr
		}
	}
	return nil
}

func (g *grammar) function(name string) *function {
	for _, f := range g.functions {
		if f.name == name {
			return f
		}
	}
	return nil
}

func (g *grammar) parseRule(r *rule) (err error) {
	p := &parser{g: g, r: r, words: lexemes(r.pattern)}
	if r.elements, err = p.sequence(); err != nil {
		return err
	}
	if len(p.words) > 0 {
		return fmt.Errorf("%q is too much", strings.Join(p.words, " "))
	}
	r.restores = restores(r.elements)
	if r.none = r.meaning == "none"; r.none {
		return nil
	}
	r.assigns, err = parseMeaning(g, r)
	return err
}

// parseFunction reads the pattern of what a function reads.
func (g *grammar) parseFunction(f *function, reads string) error {
	if f.test {
		return nil
	}
	pattern, open := strings.CutSuffix(reads, "...")
	r := &rule{pattern: pattern, meaning: "none", kinds: map[string]string{}}
	err := g.parseRule(r)
	f.reads, f.open = r.elements, open
	if pattern == "" {
		f.reads, f.open = []*element{{kind: token, facts: [][]fact{nil}}}, true
	}
	return err
}

// restores reports whether something may fail behind what changes the frame.
func restores(elements []*element) bool {
	changes := false
	for i, e := range elements {
		inner := false
		for _, p := range e.parts {
			inner = inner || restores(p) || slices.ContainsFunc(p, func(e *element) bool { return e.kind == into || e.kind == setting })
		}
		if changes || inner && e.kind != optional && e.kind != repeated {
			return true
		}
		if (e.kind == into || e.kind == setting) && i < len(elements)-1 || inner {
			changes = true
		}
	}
	return false
}

// lexemes divides a pattern into its words, brackets and conditions.
func lexemes(pattern string) []string {
	var out []string
	for s := strings.TrimSpace(pattern); s != ""; s = strings.TrimSpace(s) {
		n := 1
		switch {
		case s[0] == '[':
			n = strings.IndexByte(s, ']') + 1
		case strings.HasPrefix(s, ")?"), strings.HasPrefix(s, ")*"):
			n = 2
		case s[0] == '(' || s[0] == ')' || s[0] == '|':
		default:
			n = lexeme(s)
		}
		if n <= 0 {
			n = len(s)
		}
		out, s = append(out, s[:n]), s[n:]
	}
	return out
}

// lexeme is the length of a word with what stands before it, up to a blank, a bracket or a
// bar. A bracket between quotation marks, as in '(', is a mark.
func lexeme(s string) int {
	for n := 0; n < len(s); n++ {
		opens := s[n] == '(' && n > 0 && strings.IndexByte("<!&~:>", s[n-1]) >= 0
		bar := s[n] == '|' && !strings.Contains(s[:n], "{")
		switch {
		case s[n] == '\'' && n+2 < len(s) && s[n+2] == '\'':
			n += 2
		case s[n] == ' ', s[n] == ')' && n > 0, opens, bar:
			return n
		}
	}
	return len(s)
}

// A parser reads the pattern of a rule.
type parser struct {
	g     *grammar
	r     *rule
	words []string
}

func (p *parser) peek() string {
	if len(p.words) == 0 {
		return ""
	}
	return p.words[0]
}

func (p *parser) sequence() ([]*element, error) {
	var out []*element
	for w := p.peek(); w != "" && w != "|" && w[0] != ')'; w = p.peek() {
		e, err := p.element()
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

// element reads one element with what stands before and behind it.
func (p *parser) element() (*element, error) {
	w := p.words[0]
	p.words = p.words[1:]
	switch w[0] {
	case '!', '&', '<', '~', '>':
		return p.prefixed(w)
	case '[':
		if w[len(w)-1] != ']' {
			return nil, fmt.Errorf("%q has no end", w)
		}
		return p.conditions(w)
	case '(':
		return p.choice()
	}
	return p.simple(w)
}

// prefixed reads what follows !, &, <, <<, > or ~ in w, or, if nothing does, in brackets.
func (p *parser) prefixed(w string) (*element, error) {
	if rest, ok := strings.CutPrefix(w, "<<"); ok {
		e, err := p.prefixed("<" + rest)
		if err == nil {
			e.start = true
		}
		return e, err
	}
	rest := w[1:]
	if strings.HasPrefix(w, "!:") {
		return p.test(w[2:], true)
	}
	if rest != "" {
		p.words = append([]string{rest}, p.words...)
	}
	e, err := p.element()
	if err != nil {
		return nil, err
	}
	switch w[0] {
	case '!':
		if e.kind == ahead || e.kind == behind {
			e.not = !e.not
			return e, nil
		}
		return &element{kind: ahead, not: true, parts: [][]*element{{e}}}, nil
	case '&':
		return &element{kind: ahead, parts: [][]*element{{e}}}, nil
	case '>':
		return &element{kind: ahead, start: true, parts: [][]*element{{e}}}, nil
	case '<':
		if e.kind == ahead { // <!x is !<x
			return &element{kind: behind, not: true, parts: e.parts}, nil
		}
		if e.kind == choice && len(e.parts) == 1 {
			return &element{kind: behind, parts: e.parts}, nil
		}
		return &element{kind: behind, parts: [][]*element{{e}}}, nil
	}
	return &element{kind: glued, parts: [][]*element{{e}}}, nil
}

func (p *parser) choice() (*element, error) {
	e := &element{kind: choice}
	for {
		s, err := p.sequence()
		if err != nil {
			return nil, err
		}
		e.parts = append(e.parts, s)
		switch w := p.peek(); w {
		case "|":
			p.words = p.words[1:]
			continue
		case ")", ")?", ")*":
			p.words = p.words[1:]
			switch {
			case w == ")?":
				return &element{kind: optional, parts: [][]*element{{e}}}, nil
			case w == ")*":
				return &element{kind: repeated, parts: [][]*element{{e}}}, nil
			}
			return e, nil
		default:
			return nil, fmt.Errorf("a bracket has no end")
		}
	}
}

// simple reads a word, a mark, or what stands in braces.
func (p *parser) simple(w string) (*element, error) {
	if last := len(w) - 1; last > 0 && w[0] != '\'' && (w[last] == '?' || w[last] == '*') {
		e, err := p.simple(w[:last])
		if err != nil {
			return nil, err
		}
		k := optional
		if w[last] == '*' {
			k = repeated
		}
		return &element{kind: k, parts: [][]*element{{e}}}, nil
	}
	as := ""
	if i := strings.Index(w, ":{"); i > 0 {
		as, w = w[:i], w[i+1:]
	}
	switch {
	case w == "^":
		return &element{kind: here}, nil
	case w[0] == '{' && w[len(w)-1] == '}':
		return p.braces(w[1:len(w)-1], as)
	case w[0] == '+' && len(w) > 1:
		return p.into(w[1:])
	case w[0] == ':' && len(w) > 1:
		return p.test(w[1:], false)
	}
	return p.literal(w)
}

// literal reads a word or a mark, which may stand between quotation marks.
func (p *parser) literal(w string) (*element, error) {
	switch {
	case len(w) == 3 && w[0] == '\'' && w[2] == '\'':
		return &element{kind: mark, text: w[1:2]}, nil
	case len(w) == 1 && !letter(w[0]):
		return &element{kind: mark, text: w}, nil
	case !isWord(w):
		return nil, fmt.Errorf("%q is no word and nothing else", w)
	}
	p.g.lexicon.word(w)
	return &element{kind: word_, text: w}, nil
}

// into reads the name of a group or function that is read into the frame at hand.
func (p *parser) into(name string) (*element, error) {
	if f := p.g.function(name); p.g.group(name) == nil && (f == nil || f.test) {
		return nil, fmt.Errorf("no group %s", name)
	}
	return &element{kind: into, text: name}, nil
}

func (p *parser) test(name string, not bool) (*element, error) {
	f := p.g.function(name)
	if f == nil || !f.test {
		return nil, fmt.Errorf("no test %s", name)
	}
	return &element{kind: test, text: name, not: not}, nil
}

// braces reads {group}, {function}, {class} and {class|class&!class}.
func (p *parser) braces(s, as string) (*element, error) {
	if as == "" && isName(s) && s != "any" && !slices.Contains(factNames, s) {
		as = s
	}
	e := &element{kind: call, text: s, as: as}
	if f := p.g.function(s); isName(s) && (p.g.group(s) != nil || f != nil) {
		if p.g.group(s) == nil && f.test {
			return nil, fmt.Errorf("%s is a test", s)
		}
		p.capture(as, "frame")
		return e, nil
	}
	e.kind = token
	for _, one := range strings.Split(s, "|") {
		var facts []fact
		for _, name := range strings.Split(one, "&") {
			f, err := p.facts(name)
			if err != nil {
				return nil, err
			}
			facts = append(facts, f...)
		}
		e.facts = append(e.facts, facts)
	}
	what := "number"
	if first := e.facts[0]; len(e.facts) == 1 && len(first) > 0 && slices.Contains(p.g.lexicon.classes, first[0].name) {
		what = "class " + first[0].name
	}
	p.capture(as, what)
	return e, nil
}

// capture notes what is captured under a name, if it is.
func (p *parser) capture(as, what string) {
	if as == "" {
		return
	}
	if !slices.Contains(p.r.captures, as) {
		p.r.captures = append(p.r.captures, as)
	}
	p.r.kinds[as] = what
}

var factNames = strings.Fields("word number mark end title glued paragraph one-digit two-digits three-digits four-digits capital lower headline inner symbol")

// facts reads one name between braces.
func (p *parser) facts(s string) ([]fact, error) {
	name, not := strings.CutPrefix(strings.TrimSpace(s), "!")
	switch {
	case name == "plain" && !not:
		return []fact{{"word", false}, {coreClass, true}}, nil
	case name == "any" && !not:
		return nil, nil
	case len(name) > 1 && name[0] == '=' && isWord(name[1:]):
		p.g.lexicon.word(name[1:])
		return []fact{{name, not}}, nil
	case slices.Contains(factNames, name), slices.Contains(p.g.lexicon.classes, name):
		return []fact{{name, not}}, nil
	}
	return nil, fmt.Errorf("no group, function, class or fact %q", name)
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 0x80 }

func isWord(s string) bool {
	for i := range len(s) {
		if !letter(s[i]) {
			return false
		}
	}
	return s != ""
}

func isName(s string) bool {
	for i := range len(s) {
		if !letter(s[i]) && s[i] != '-' && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return s != ""
}
