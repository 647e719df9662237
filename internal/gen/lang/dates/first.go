package main

import (
	"maps"
	"slices"
	"strings"
)

// A tokenSet is a set of the kinds of tokens that rules tell apart: words by their
// form, a word that is in no list, a number, marks.
type tokenSet map[string]bool

const (
	endToken    = "END"
	plainToken  = "WORD"
	numberToken = "NUMBER"
	markToken   = "MARK"
	markPrefix  = "MARK "
)

// universe is all kinds of tokens.
func (g *grammar) universe() []string {
	out := []string{endToken, plainToken, numberToken, markToken}
	for _, m := range g.marks() {
		out = append(out, markPrefix+m)
	}
	return append(out, slices.Sorted(maps.Keys(g.lexicon.words))...)
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

// findFirst works out with which tokens rules and groups can start, until nothing
// changes.
func (g *grammar) findFirst() {
	for changes := true; changes; {
		changes = false
		for _, gr := range g.groups {
			all, empty := tokenSet{}, false
			for _, r := range gr.rules {
				var e bool
				r.first, e = g.first(r.elements)
				empty = empty || e
				maps.Copy(all, r.first)
			}
			if len(all) != len(gr.first) || empty != gr.empty {
				gr.first, gr.empty, changes = all, empty, true
			}
		}
	}
}

// first returns with which tokens a sequence can start, and whether it can match
// without taking one: then those that may follow are not known, and it is any.
func (g *grammar) first(elements []*element) (tokenSet, bool) {
	out := tokenSet{}
	for i, e := range elements {
		set, empty := g.firstOf(e)
		switch {
		case e.kind == ahead && (e.not || e.start):
		case e.kind == ahead:
			rest, empty := g.first(elements[i+1:])
			maps.Copy(out, meet(rest, set))
			return out, empty
		default:
			maps.Copy(out, set)
			if !empty {
				return out, false
			}
		}
	}
	for _, t := range g.universe() {
		out[t] = true
	}
	return out, true
}

func meet(a, b tokenSet) tokenSet {
	out := tokenSet{}
	for t := range a {
		if b[t] {
			out[t] = true
		}
	}
	return out
}

func (g *grammar) firstOf(e *element) (set tokenSet, empty bool) {
	switch e.kind {
	case word_:
		return tokenSet{e.text: true}, false
	case mark:
		return tokenSet{markPrefix + e.text: true}, false
	case token:
		return g.holding(e.facts), false
	case glued, ahead:
		return g.first(e.parts[0])
	case call, into:
		if gr := g.group(e.text); gr != nil {
			return gr.first, gr.empty && e.kind == into
		}
		return g.functionFirst(e.text), false
	case choice:
		set = tokenSet{}
		for _, p := range e.parts {
			s, none := g.first(p)
			if none && allConditions(p) {
				empty = true
				continue
			}
			maps.Copy(set, s)
			empty = empty || none
		}
		return set, empty
	case optional, repeated:
		set, _ = g.first(e.parts[0])
		return set, true
	}
	return nil, true
}

// allConditions reports whether a sequence takes nothing and looks at no token.
func allConditions(elements []*element) bool {
	return !slices.ContainsFunc(elements, func(e *element) bool {
		return e.kind != condition && e.kind != setting && e.kind != test && e.kind != behind && e.kind != here
	})
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
	out := tokenSet{}
	for _, t := range g.universe() {
		for _, all := range facts {
			if !slices.ContainsFunc(all, func(f fact) bool { return !g.mayHold(t, f) }) {
				out[t] = true
				break
			}
		}
	}
	return out
}

// mayHold reports whether a fact can hold of a kind of tokens.
func (g *grammar) mayHold(t string, f fact) bool {
	isMark := t == markToken || strings.HasPrefix(t, markPrefix)
	isWord := !isMark && t != endToken && t != numberToken
	switch f.name {
	case "word":
		return isWord != f.not
	case "number":
		return (t == numberToken) != f.not
	case "mark":
		return isMark != f.not
	case "end":
		return (t == endToken) != f.not
	case "one-digit", "two-digits", "three-digits", "four-digits":
		return f.not || t == numberToken
	case "title", "capital":
		return f.not || isWord
	case "glued", "paragraph":
		return true
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
