package main

import (
	"fmt"
	"slices"
	"strings"
)

// prefixLength is how many tokens are looked at before an expression is read.
const prefixLength = 4

// A prefix is what the first tokens of what a sequence takes may be: a node of a graph
// without loops, in which equal nodes are one. The zero prefix is none at all.
type prefix int

const (
	noPrefix  prefix = iota
	anyPrefix        // whatever it is
	endPrefix        // nothing, and then what stands behind the sequence
)

// A node has a prefix for each of several sets of tokens that share none.
type node struct {
	ends  prefix // of what stands behind the sequence where it ends here
	edges []edge
}

type edge struct {
	on tokenSet
	to prefix
}

// prefixes are those of a grammar.
type prefixes struct {
	g      *grammar
	nodes  []node
	known  map[string]prefix
	done   map[string]prefix // what has been put together
	behind []*element        // what asks for what stands before an expression
}

func newPrefixes(g *grammar) *prefixes {
	p := &prefixes{g: g, nodes: make([]node, 3), known: map[string]prefix{}, done: map[string]prefix{}}
	p.nodes[endPrefix].ends = anyPrefix
	p.known[p.key(p.nodes[endPrefix])] = endPrefix
	p.known[p.key(node{})] = noPrefix
	return p
}

func (p *prefixes) key(n node) string {
	var b strings.Builder
	fmt.Fprint(&b, n.ends)
	for _, e := range n.edges {
		fmt.Fprintf(&b, " %d:", e.to)
		for _, w := range e.on {
			b.WriteString(string([]byte{byte(w), byte(w >> 8), byte(w >> 16), byte(w >> 24), byte(w >> 32), byte(w >> 40), byte(w >> 48), byte(w >> 56)}))
		}
	}
	return b.String()
}

// of returns the prefix that a node is, in which edges to the same are one.
func (p *prefixes) of(n node) prefix {
	at := map[prefix]int{}
	var edges []edge
	for _, e := range n.edges {
		if e.to == noPrefix || e.on.none() {
			continue
		}
		if i, ok := at[e.to]; ok {
			edges[i].on = edges[i].on.or(e.on)
			continue
		}
		at[e.to] = len(edges)
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(a, b edge) int { return int(a.to - b.to) })
	n.edges = edges
	k := p.key(n)
	if found, ok := p.known[k]; ok {
		return found
	}
	p.nodes = append(p.nodes, n)
	p.known[k] = prefix(len(p.nodes) - 1)
	return p.known[k]
}

// or is the prefix of one or the other.
func (p *prefixes) or(a, b prefix) prefix {
	switch {
	case a == b || b == noPrefix:
		return a
	case a == noPrefix:
		return b
	case a == anyPrefix || b == anyPrefix:
		return anyPrefix
	}
	if a > b {
		a, b = b, a
	}
	return p.once(fmt.Sprint("or ", a, b), func() prefix {
		out := node{ends: p.or(p.nodes[a].ends, p.nodes[b].ends)}
		rest := slices.Clone(p.nodes[b].edges)
		for _, x := range p.nodes[a].edges {
			left := x.on
			for i, y := range rest {
				both := left.and(y.on)
				if both.none() {
					continue
				}
				out.edges = append(out.edges, edge{both, p.or(x.to, y.to)})
				left, rest[i].on = left.without(both), y.on.without(both)
			}
			out.edges = append(out.edges, edge{left, x.to})
		}
		out.edges = append(out.edges, rest...)
		return p.of(out)
	})
}

// and is the prefix of what must be so, whatever is taken, and of what is taken.
func (p *prefixes) and(must, rest prefix) prefix {
	switch {
	case must == anyPrefix || rest == noPrefix || must == rest:
		return rest
	case rest == anyPrefix || must == noPrefix:
		return must
	}
	return p.once(fmt.Sprint("and ", must, rest), func() prefix {
		out := node{ends: p.and(must, p.nodes[rest].ends)}
		for _, x := range p.nodes[must].edges {
			for _, y := range p.nodes[rest].edges {
				out.edges = append(out.edges, edge{x.on.and(y.on), p.and(x.to, y.to)})
			}
		}
		return p.of(out)
	})
}

// then is the prefix of one and the other behind it, so many tokens long.
func (p *prefixes) then(a, b prefix, most int) prefix {
	switch {
	case a == noPrefix || b == noPrefix:
		return noPrefix
	case a == anyPrefix || most == 0:
		return anyPrefix
	case a == endPrefix:
		return p.cut(b, most)
	}
	return p.once(fmt.Sprint("then ", a, b, most), func() prefix {
		out := node{}
		for _, e := range p.nodes[a].edges {
			out.edges = append(out.edges, edge{e.on, p.then(e.to, b, most-1)})
		}
		return p.or(p.of(out), p.cut(p.and(p.nodes[a].ends, b), most))
	})
}

// cut is a prefix that is so many tokens long.
func (p *prefixes) cut(a prefix, most int) prefix {
	switch {
	case a <= anyPrefix:
		return a
	case most == 0:
		return anyPrefix
	}
	return p.once(fmt.Sprint("cut ", a, most), func() prefix {
		out := node{ends: p.cut(p.nodes[a].ends, most)}
		for _, e := range p.nodes[a].edges {
			out.edges = append(out.edges, edge{e.on, p.cut(e.to, most-1)})
		}
		return p.of(out)
	})
}

func (p *prefixes) once(key string, work func() prefix) prefix {
	found, ok := p.done[key]
	if !ok {
		found = work()
		p.done[key] = found
	}
	return found
}

// groups returns the prefixes of the groups, by their names.
func (p *prefixes) groups() map[string]prefix {
	return p.settled(p.sequence)
}

// settled returns the prefixes of the groups, given those of a rule's elements where the groups have what was
// found so far.
func (p *prefixes) settled(of func(elements []*element, found map[string]prefix) prefix) map[string]prefix {
	found := map[string]prefix{}
	for changes := true; changes; {
		changes = false
		for _, gr := range p.g.groups {
			all := noPrefix
			for _, r := range gr.rules {
				if !r.none {
					all = p.or(all, of(r.elements, found))
				}
			}
			if all != found[gr.name] {
				found[gr.name], changes = all, true
			}
		}
	}
	return found
}

// sequence is the prefix of elements, where those of groups are known.
func (p *prefixes) sequence(elements []*element, groups map[string]prefix) prefix {
	if len(elements) == 0 {
		return endPrefix
	}
	e, rest := elements[0], p.sequence(elements[1:], groups)
	if e.kind == ahead && !e.not && !e.start {
		return p.and(p.then(p.sequence(e.parts[0], groups), anyPrefix, prefixLength), rest)
	}
	return p.then(p.element(e, groups), rest, prefixLength)
}

func (p *prefixes) element(e *element, groups map[string]prefix) prefix {
	switch e.kind {
	case word_:
		return p.one(p.g.holding([][]fact{{{name: "=" + e.text}}}), endPrefix)
	case mark:
		return p.one(p.g.marked(e.text), endPrefix)
	case token:
		return p.one(p.g.holding(e.facts), endPrefix)
	case glued:
		return p.sequence(e.parts[0], groups)
	case call, into:
		if p.g.group(e.text) != nil {
			return groups[e.text]
		}
		f := p.g.function(e.text)
		reads := p.sequence(f.reads, groups)
		if f.open {
			reads = p.then(reads, anyPrefix, prefixLength)
		}
		return reads
	case choice:
		all := noPrefix
		for _, part := range e.parts {
			all = p.or(all, p.sequence(part, groups))
		}
		return all
	case optional:
		return p.or(p.sequence(e.parts[0], groups), endPrefix)
	case repeated:
		all, once := endPrefix, p.sequence(e.parts[0], groups)
		for range prefixLength {
			all = p.or(p.then(once, all, prefixLength), endPrefix)
		}
		return all
	}
	return endPrefix
}

// allBefore stands for whatever token is before an expression.
const allBefore = -1

// opening returns the prefixes that the groups have at the start of an expression behind a token.
func (p *prefixes) opening(groups map[string]prefix, before int) map[string]prefix {
	return p.settled(func(elements []*element, found map[string]prefix) prefix {
		return p.opens(elements, groups, found, before)
	})
}

// opens is the prefix of elements at the start of an expression behind a token.
func (p *prefixes) opens(elements []*element, groups, found map[string]prefix, before int) prefix {
	if len(elements) == 0 {
		return endPrefix
	}
	e, rest := elements[0], elements[1:]
	switch {
	case e.kind == behind && !e.not && !e.start:
		if before == allBefore && !slices.Contains(p.behind, e) {
			p.behind = append(p.behind, e)
		}
		if before != allBefore && !p.closing(e).has(before) {
			return noPrefix
		}
	case e.kind == ahead && !e.not && !e.start:
		return p.and(p.then(p.sequence(e.parts[0], groups), anyPrefix, prefixLength), p.opens(rest, groups, found, before))
	case e.kind < ahead && e.kind != test:
		return p.then(p.openingElement(e, groups, found, before), p.sequence(rest, groups), prefixLength)
	}
	return p.opens(rest, groups, found, before)
}

func (p *prefixes) openingElement(e *element, groups, found map[string]prefix, before int) prefix {
	switch {
	case (e.kind == call || e.kind == into) && p.g.group(e.text) != nil:
		return found[e.text]
	case e.kind == choice:
		all := noPrefix
		for _, part := range e.parts {
			all = p.or(all, p.opens(part, groups, found, before))
		}
		return all
	case e.kind == optional:
		return p.or(p.opens(e.parts[0], groups, found, before), endPrefix)
	}
	return p.element(e, groups)
}

// closing are the tokens that what stands behind may end with.
func (p *prefixes) closing(e *element) tokenSet {
	all := p.g.nothing().at[0]
	for _, part := range e.parts {
		all = all.or(p.lasts(part))
	}
	return all
}

// lasts are the tokens that elements may end with.
func (p *prefixes) lasts(elements []*element) tokenSet {
	all := p.g.nothing().at[0]
	for i := len(elements) - 1; i >= 0; i-- {
		e := elements[i]
		switch e.kind {
		case word_:
			return all.or(p.g.holding([][]fact{{{name: "=" + e.text}}}))
		case mark:
			return all.or(p.g.marked(e.text))
		case token:
			return all.or(p.g.holding(e.facts))
		case choice, optional:
			for _, part := range e.parts {
				all = all.or(p.lasts(part))
			}
			if e.kind == choice {
				return all
			}
		default:
			return p.g.holding([][]fact{{{name: "any"}}, {{name: "end"}}})
		}
	}
	return p.g.holding([][]fact{{{name: "any"}}, {{name: "end"}}})
}

// one is the prefix of one token of a set, and another behind it.
func (p *prefixes) one(of tokenSet, then prefix) prefix {
	return p.of(node{edges: []edge{{of, then}}})
}

// beginnings are the prefixes of a group as tables: states by level, of which 0 is none and 1 is any.
type beginnings struct {
	first   [][]int // by the kind of the token before, of each token, the state behind it
	kinds   []int   // of each token, its kind where it stands before an expression
	classes []int   // of each token, as the tables below know it
	tables  [][]int // of each level but the first, rows of the states by class
	count   int     // of the classes
}

// firsts are the states behind a token, by the kind of the token before.
func (b *beginnings) firsts(token int) []int {
	var out []int
	for _, states := range b.first {
		out = append(out, states[token])
	}
	return out
}

// mostStates is how many states, or classes, a byte can tell apart.
const mostStates = 256

// beginnings returns the tables of a group. They look at fewer tokens where they would grow too large.
func (g *grammar) beginnings(group string) *beginnings {
	p := newPrefixes(g)
	groups := p.groups()
	p.opening(groups, allBefore)
	kinds, samples := p.kinds()
	roots := make([]prefix, len(samples))
	for i, token := range samples {
		roots[i] = p.of(node{edges: p.nodes[p.opening(groups, token)[group]].edges}) // what takes nothing is no expression
	}
	for most := prefixLength; ; most-- {
		cut := make([]prefix, len(roots))
		for i, root := range roots {
			cut[i] = p.then(root, anyPrefix, most)
		}
		if b := p.tables(cut); b != nil {
			b.kinds = kinds
			return b
		}
	}
}

// kinds are the kinds of tokens that what asks for one before an expression tells apart, and a token of each.
func (p *prefixes) kinds() (kinds, samples []int) {
	at := map[string]int{}
	closing := make([]tokenSet, len(p.behind))
	for i, e := range p.behind {
		closing[i] = p.closing(e)
	}
	for token := range p.g.universe() {
		var asked strings.Builder
		for i := range closing {
			fmt.Fprint(&asked, closing[i].has(token), " ")
		}
		kind, ok := at[asked.String()]
		if !ok {
			kind, samples = len(samples), append(samples, token)
			at[asked.String()] = kind
		}
		kinds = append(kinds, kind)
	}
	return kinds, samples
}

// tables returns the tables of prefixes, nil if they are too large.
func (p *prefixes) tables(roots []prefix) *beginnings {
	levels := [][]prefix{roots}
	for at := 0; at < len(levels); at++ {
		var next []prefix
		for _, n := range levels[at] {
			for _, e := range p.nodes[n].edges {
				if e.to != anyPrefix && !slices.Contains(next, e.to) {
					next = append(next, e.to)
				}
			}
		}
		if len(next) > mostStates-2 {
			return nil
		}
		if len(next) > 0 {
			levels = append(levels, next)
		}
	}
	b := &beginnings{tables: make([][]int, len(levels)-1), first: make([][]int, len(roots))}
	columns := map[string]int{}
	var sample []int // a token of each class
	for token := range p.g.universe() {
		for i, root := range roots {
			b.first[i] = append(b.first[i], p.state(root, token, levels, 1))
		}
		var column []int
		for at, nodes := range levels[1:] {
			for _, n := range nodes {
				column = append(column, p.state(n, token, levels, at+2))
			}
		}
		key := fmt.Sprint(column)
		class, ok := columns[key]
		if !ok {
			class, sample = len(sample), append(sample, token)
			columns[key] = class
		}
		b.classes = append(b.classes, class)
	}
	if b.count = len(sample); b.count > mostStates {
		return nil
	}
	for at, nodes := range levels[1:] {
		for _, n := range nodes {
			for _, token := range sample {
				b.tables[at] = append(b.tables[at], p.state(n, token, levels, at+2))
			}
		}
	}
	return b
}

// state is that behind a token at a node, among those of a level.
func (p *prefixes) state(n prefix, token int, levels [][]prefix, level int) int {
	for _, e := range p.nodes[n].edges {
		switch {
		case !e.on.has(token):
		case e.to == anyPrefix:
			return 1
		default:
			return 2 + slices.Index(levels[level], e.to)
		}
	}
	return 0
}
