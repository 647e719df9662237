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

func (s tokenSet) without(t tokenSet) tokenSet {
	out := make(tokenSet, len(s))
	for i := range s {
		out[i] = s[i] &^ t[i]
	}
	return out
}

func (s tokenSet) none() bool {
	for _, w := range s {
		if w != 0 {
			return false
		}
	}
	return true
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
	out := g.nothing().at[0]
	n := slices.Index(g.universe(), markPrefix+mark)
	out[n/64] |= 1 << (n % 64)
	return out
}

// marks are those that patterns name.
func (g *grammar) marks() []string {
	found := map[string]bool{}
	note := func(e *element) {
		if e.kind == mark {
			found[e.text] = true
		}
	}
	for _, f := range g.functions {
		walk(f.reads, note)
	}
	for _, gr := range g.groups {
		for _, r := range gr.rules {
			walk(r.elements, note)
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

// places is how many tokens are looked at before a rule is tried.
const places = 2

// A reach is which tokens may stand in the first places of what a sequence takes, and how
// many it may take, if it can be fewer than there are places: a bit for each number.
type reach struct {
	at   [places]tokenSet
	ends uint
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

func (g *grammar) nothing() (r reach) {
	for n := range r.at {
		r.at[n] = make(tokenSet, len(g.universe())/64+1)
	}
	return r
}

// empty is the reach of what takes no token.
func (g *grammar) empty() reach {
	r := g.nothing()
	r.ends = 1
	return r
}

func (r reach) equal(o reach) bool {
	return slices.EqualFunc(r.at[:], o.at[:], slices.Equal[tokenSet]) && r.ends == o.ends
}

// join is the reach of one or the other.
func join(a, b reach) reach {
	for n := range a.at {
		a.at[n] = a.at[n].or(b.at[n])
	}
	a.ends |= b.ends
	return a
}

// then is the reach of one and the other behind it.
func then(a, b reach) reach {
	out := reach{at: a.at}
	for taken := range places {
		if a.ends>>taken&1 == 0 {
			continue
		}
		for n := taken; n < places; n++ {
			out.at[n] = out.at[n].or(b.at[n-taken])
		}
		out.ends |= b.ends << taken & (1<<places - 1)
	}
	return out
}

// closed is the reach where anything may follow.
func (g *grammar) closed(r reach) reach {
	for taken := range places {
		if r.ends>>taken&1 == 1 {
			for n := taken; n < places; n++ {
				r.at[n] = g.holding([][]fact{nil})
			}
			break
		}
	}
	return r
}

// reach returns the reach of a sequence. What looks ahead says all that is known of the
// first places, whatever is taken.
func (g *grammar) reach(elements []*element) reach {
	if len(elements) == 0 {
		return g.empty()
	}
	e, rest := elements[0], g.reach(elements[1:])
	if e.kind == ahead && !e.not && !e.start {
		must := g.closed(g.reach(e.parts[0]))
		must.ends = 0 // so that nothing is added to it
		rest = g.closed(rest)
		for n := range rest.at {
			must.at[n] = must.at[n].and(rest.at[n])
		}
		return must
	}
	return then(g.reachOf(e), rest)
}

// one is the reach of what takes one token of a set.
func (g *grammar) one(of tokenSet) reach {
	r := g.nothing()
	r.at[0], r.ends = of, 1<<1
	return r
}

// reachOf returns the reach of an element.
func (g *grammar) reachOf(e *element) reach {
	switch e.kind {
	case word_:
		return g.one(g.holding([][]fact{{{name: "=" + e.text}}}))
	case mark:
		return g.one(g.marked(e.text))
	case token:
		return g.one(g.holding(e.facts))
	case glued:
		return g.reach(e.parts[0])
	case call, into:
		gr := g.group(e.text)
		switch {
		case gr == nil:
			return g.functionReach(g.function(e.text))
		case gr.reach.at[0] == nil:
			return g.nothing()
		}
		return gr.reach
	case choice:
		r := g.nothing()
		for _, p := range e.parts {
			r = join(r, g.reach(p))
		}
		return r
	case optional:
		return join(g.reach(e.parts[0]), g.empty())
	case repeated:
		r := g.empty()
		for range places {
			r = join(then(r, g.reach(e.parts[0])), g.empty())
		}
		return r
	}
	return g.empty()
}

func (g *grammar) functionReach(f *function) reach {
	r := g.reach(f.reads)
	if f.open {
		r = g.closed(r)
	}
	return r
}

// holding returns the tokens of which one of the lists of facts may hold.
func (g *grammar) holding(facts [][]fact) tokenSet {
	key := fmt.Sprint(facts)
	if g.held[key] != nil {
		return g.held[key]
	}
	out := g.nothing().at[0]
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
	case "symbol":
		return (t == markToken) != f.not
	case "title", "capital", "lower", "inner":
		return f.not || isWord
	case "glued", "paragraph", "headline":
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
