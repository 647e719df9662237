package zawgyi

import (
	_ "embed" // the rules
	"strings"
	"sync"
)

//go:embed rules.txt
var rules string

// most is how often a part of a pattern repeats at most. Nothing that is written
// comes near it.
const most = 32

// A part of a pattern is a class of characters, or where text begins or ends.
type part struct {
	anchor     rune // '^' or '$'
	not        bool
	ranges     [][2]rune
	min, max   int
	opens, end bool // a group begins before it, ends after it
}

// A rule replaces what its pattern matches with its replacement, in which $1 to $9
// stand for what the groups matched.
type rule struct {
	pattern     []part
	replacement []rune
}

// Passes are the rules of each pass over a text.
var passes = sync.OnceValue(func() (all [][]rule) {
	for pass := range strings.SplitSeq(rules, "\n\n") {
		var of []rule
		for line := range strings.Lines(pass) {
			pattern, replacement, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			of = append(of, rule{compile([]rune(pattern)), []rune(replacement)})
		}
		all = append(all, of)
	}
	return all
})

// compile takes a pattern apart.
func compile(pattern []rune) (parts []part) {
	opens := false
	for i := 0; i < len(pattern); i++ {
		p := part{min: 1, max: 1, opens: opens}
		switch r := pattern[i]; r {
		case '(':
			opens = true
			continue
		case ')':
			parts[len(parts)-1].end = true
			continue
		case '+', '*':
			last := &parts[len(parts)-1]
			if last.max = most; r == '*' {
				last.min = 0
			}
			continue
		case '^', '$':
			p.anchor = r
		case '[':
			i, p.not, p.ranges = class(pattern, i+1)
		default:
			p.ranges = [][2]rune{{r, r}}
		}
		parts, opens = append(parts, p), false
	}
	return parts
}

// class takes a class of characters apart that begins at i, and returns where it
// ends.
func class(pattern []rune, i int) (end int, not bool, ranges [][2]rune) {
	if pattern[i] == '^' {
		not = true
		i++
	}
	for ; pattern[i] != ']'; i++ {
		if pattern[i+1] == '-' {
			ranges = append(ranges, [2]rune{pattern[i], pattern[i+2]})
			i += 2
		} else {
			ranges = append(ranges, [2]rune{pattern[i], pattern[i]})
		}
	}
	return i, not, ranges
}

func (p *part) matches(r rune) bool {
	for _, of := range p.ranges {
		if of[0] <= r && r <= of[1] {
			return !p.not
		}
	}
	return p.not
}

// match returns where a match of the rule ends that begins at i, and what its
// groups match.
func (r *rule) match(text []rune, i int, first bool) (end int, groups [10][2]int, ok bool) {
	n := 0
	end = i
	for k := range r.pattern {
		p := &r.pattern[k]
		switch {
		case p.anchor == '^' && !first, p.anchor == '$' && end < len(text):
			return i, groups, false
		case p.anchor != 0:
			continue
		}
		if p.opens {
			n++
			groups[n][0] = end
		}
		times := 0
		for times < p.max && end < len(text) && p.matches(text[end]) {
			end++
			times++
		}
		if times < p.min {
			return i, groups, false
		}
		if p.end {
			groups[n][1] = end
		}
	}
	return end, groups, end > i
}

// Convert returns text that is in Zawgyi as Unicode has it.
func Convert(text string) string {
	in := []rune(text)
	for _, pass := range passes() {
		out := make([]rune, 0, len(in)+len(in)/8)
		for i := 0; i < len(in); {
			next, done := i, false
			for k := range pass {
				end, groups, ok := pass[k].match(in, i, i == 0 && len(out) == 0)
				if !ok {
					continue
				}
				out = pass[k].replace(out, in, groups)
				next, done = end, true
				break
			}
			if !done {
				out = append(out, in[i])
				next = i + 1
			}
			i = next
		}
		in = out
	}
	return string(in)
}

// replace appends what stands for a match.
func (r *rule) replace(out, in []rune, groups [10][2]int) []rune {
	for k := 0; k < len(r.replacement); k++ {
		switch c := r.replacement[k]; {
		case c == '$' && k+1 < len(r.replacement):
			k++
			g := groups[r.replacement[k]-'0']
			out = append(out, in[g[0]:g[1]]...)
		case c == '|': // the place to go on from, which no later rule of the pass asks for
		default:
			out = append(out, c)
		}
	}
	return out
}
