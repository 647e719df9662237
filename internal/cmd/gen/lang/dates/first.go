package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A tokenSet is a set of the kinds of tokens that rules tell apart: words by their
// form, a word that is in no list, a number, marks. It has a bit for each of the universe.
type tokenSet []uint64

func (s tokenSet) has(n int) bool { return s[n/64]>>(n%64)&1 != 0 }

func (s tokenSet) or(t tokenSet) tokenSet {
	out := make(tokenSet, len(s))
	for i := range s {
		out[i] = s[i] | t[i]
	}
	return out
}

func (s tokenSet) and(t tokenSet) tokenSet {
	out := make(tokenSet, len(s))
	for i := range s {
		out[i] = s[i] & t[i]
	}
	return out
}

const (
	endToken    = "END"
	plainToken  = "WORD"
	numberToken = "NUMBER " // with its digits
	markToken   = "MARK"
	markPrefix  = "MARK "
)

// digitNames are the lengths of numbers that rules tell apart, as facts name them.
var digitNames = []string{"one-digit", "two-digits", "three-digits", "four-digits", "more"}

// universe is all kinds of tokens.
func (g *grammar) universe() []string {
	if g.tokens != nil {
		return g.tokens
	}
	out := []string{endToken, plainToken}
	for _, digits := range digitNames {
		out = append(out, numberToken+digits)
	}
	out = append(out, markToken)
	for _, m := range g.marks() {
		out = append(out, markPrefix+m)
	}
	g.tokens = append(out, slices.Sorted(maps.Keys(g.lexicon.words))...)
	return g.tokens
}

// marked is the mark alone.
func (g *grammar) marked(mark string) tokenSet {
	out := g.nothing().first
	n := slices.Index(g.universe(), markPrefix+mark)
	out[n/64] |= 1 << (n % 64)
	return out
}

// marks are those that patterns name.
func (g *grammar) marks() []string {
	found := map[string]bool{}
	for _, gr := range g.groups {
		for _, r := range gr.rules {
			walk(r.elements, func(e *element) {
				if e.kind == mark {
					found[e.text] = true
				}
			})
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func walk(elements []*element, f func(*element)) {
	for _, e := range elements {
		f(e)
		for _, p := range e.parts {
			walk(p, f)
		}
	}
}

// A reach is which tokens may stand in the first two places of what a sequence takes,
// and whether it can take none, or one alone.
type reach struct {
	first, second tokenSet
	empty, one    bool
}

// findFirst works out with which tokens rules and groups can start, until nothing
// changes.
func (g *grammar) findFirst() {
	for changes := true; changes; {
		changes = false
		for _, gr := range g.groups {
			all := g.nothing()
			for _, r := range gr.rules {
				if !r.none {
					all = join(all, g.reach(r.elements))
				}
			}
			if !all.equal(gr.reach) {
				gr.reach, changes = all, true
			}
		}
	}
	for _, gr := range g.groups {
		for _, r := range gr.rules {
			r.reach = g.closed(g.reach(r.elements))
		}
	}
}

func (g *grammar) nothing() reach {
	n := len(g.universe())/64 + 1
	return reach{first: make(tokenSet, n), second: make(tokenSet, n)}
}

func (r reach) equal(o reach) bool {
	return slices.Equal(r.first, o.first) && slices.Equal(r.second, o.second) && r.empty == o.empty && r.one == o.one
}

// join is the reach of one or the other.
func join(a, b reach) reach {
	return reach{a.first.or(b.first), a.second.or(b.second), a.empty || b.empty, a.one || b.one}
}

// closed is the reach where anything may follow.
func (g *grammar) closed(r reach) reach {
	if r.empty {
		r.first = g.holding([][]fact{nil})
	}
	if r.empty || r.one {
		r.second = g.holding([][]fact{nil})
	}
	return r
}

// reach returns the reach of a sequence. What looks ahead says all that is known of the
// first two places, whatever is taken.
func (g *grammar) reach(elements []*element) reach {
	if len(elements) == 0 {
		r := g.nothing()
		r.empty = true
		return r
	}
	e, rest := elements[0], g.reach(elements[1:])
	if e.kind == ahead && !e.not && !e.start {
		must := g.closed(g.reach(e.parts[0]))
		rest = g.closed(rest)
		return reach{first: rest.first.and(must.first), second: rest.second.and(must.second)}
	}
	r := g.reachOf(e)
	out := reach{first: r.first, second: r.second, empty: r.empty && rest.empty, one: r.one && rest.empty || r.empty && rest.one}
	if r.empty {
		out.first, out.second = out.first.or(rest.first), out.second.or(rest.second)
	}
	if r.one {
		out.second = out.second.or(rest.first)
	}
	return out
}

// reachOf returns the reach of an element.
func (g *grammar) reachOf(e *element) reach {
	r := g.nothing()
	switch e.kind {
	case word_:
		r.first, r.one = g.holding([][]fact{{{name: "=" + e.text}}}), true
	case mark:
		r.first, r.one = g.marked(e.text), true
	case token:
		r.first, r.one = g.holding(e.facts), true
	case glued:
		return g.reach(e.parts[0])
	case call, into:
		if gr := g.group(e.text); gr != nil {
			if gr.reach.first != nil {
				r = gr.reach
			}
			return r
		}
		r.first, r.second, r.one = g.functionFirst(e.text), g.holding([][]fact{nil}), true
	case choice:
		for _, p := range e.parts {
			r = join(r, g.reach(p))
		}
	case optional:
		r = g.reach(e.parts[0])
		r.empty = true
	case repeated:
		r = g.reach(e.parts[0])
		if r.one {
			r.second = r.second.or(r.first)
		}
		r.empty = true
	default:
		r.empty = true
	}
	return r
}

func (g *grammar) functionFirst(name string) tokenSet {
	f := g.function(name)
	p := &parser{g: g, r: &rule{kinds: map[string]string{}}}
	spec := f.first
	if spec == "" {
		spec = "any"
	}
	var facts [][]fact
	for _, one := range strings.Split(spec, "|") {
		var all []fact
		for _, n := range strings.Split(one, "&") {
			if len(n) == 1 && !letter(n[0]) {
				all = append(all, fact{name: markPrefix + n})
				continue
			}
			fs, err := p.facts(n)
			if err != nil {
				panic(name + ": " + err.Error())
			}
			all = append(all, fs...)
		}
		facts = append(facts, all)
	}
	return g.holding(facts)
}

// holding returns the tokens of which one of the lists of facts may hold.
func (g *grammar) holding(facts [][]fact) tokenSet {
	key := fmt.Sprint(facts)
	if g.held[key] != nil {
		return g.held[key]
	}
	out := g.nothing().first
	for n, t := range g.universe() {
		for _, all := range facts {
			if !slices.ContainsFunc(all, func(f fact) bool { return !g.mayHold(t, f) }) {
				out[n/64] |= 1 << (n % 64)
				break
			}
		}
	}
	if g.held == nil {
		g.held = map[string]tokenSet{}
	}
	g.held[key] = out
	return out
}

// mayHold reports whether a fact can hold of a kind of tokens.
func (g *grammar) mayHold(t string, f fact) bool {
	isMark := t == markToken || strings.HasPrefix(t, markPrefix)
	digits, isNumber := strings.CutPrefix(t, numberToken)
	isWord := !isMark && t != endToken && !isNumber
	switch f.name {
	case "word":
		return isWord != f.not
	case "number":
		return isNumber != f.not
	case "mark":
		return isMark != f.not
	case "end":
		return (t == endToken) != f.not
	case "one-digit", "two-digits", "three-digits", "four-digits":
		return (digits == f.name) != f.not
	case "title", "capital", "lower", "inner":
		return f.not || isWord
	case "glued", "paragraph", "headline":
		return true
	}
	if strings.HasPrefix(f.name, markPrefix) {
		return t == f.name
	}
	if lit, ok := strings.CutPrefix(f.name, "="); ok {
		return (t == lit) != f.not
	}
	w := g.lexicon.words[t]
	_, in := map[string]int(nil)[f.name]
	if w != nil && isWord && t != plainToken {
		_, in = w.classes[f.name]
	}
	return in != f.not
}
