package money

import (
	"sort"
	"strings"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// A span is a part of a text, half-open.
type span struct{ from, to int32 }

func (s span) holds(i int) bool { return int(s.from) <= i && i < int(s.to) }

// farFrom bounds how far from a sum its paragraph is looked for, in bytes.
const farFrom = 1000

// What stands between two parts of a text, and what is parted by it.
const (
	within = iota
	clause
	sentence
	paragraph
)

// around returns the clause, the sentence or the paragraph of a sum. The one that
// was found last is taken over where it holds this sum too, so that time is linear.
func (r *resolver) around(i, level int) span {
	m := &r.all[i]
	if m.parts[level].to > 0 {
		return m.parts[level]
	}
	if r.parts[level].holds(m.start) {
		m.parts[level] = r.parts[level]
		return m.parts[level]
	}
	from, to := m.start, m.end
	lo, hi := max(0, from-farFrom), min(len(r.text), to+farFrom)
	if level > clause { // a sentence holds the clause
		inner := r.around(i, level-1)
		from, to = max(lo, min(from, int(inner.from))), min(hi, max(to, int(inner.to)))
	}
	for from > lo && breakAt(r.text, from) < level {
		from--
	}
	for to < hi && breakAt(r.text, to) < level {
		to++
	}
	m.parts[level] = span{int32(from), int32(to)}
	r.parts[level] = m.parts[level]
	return m.parts[level]
}

// breakAt returns what stands before s[i:].
func breakAt(s string, i int) int {
	if i == 0 || s[i-1] != ' ' && s[i-1] != '\n' {
		return within
	}
	return breakBehind(s, i)
}

// breakBehind returns what stands before s[i:], behind a space.
func breakBehind(s string, i int) int {
	end := i - 1
	if s[end] == '\n' && end > 0 && (s[end-1] == '\n' || s[end-1] == '\r' && end > 1 && s[end-2] == '\n') {
		return paragraph
	}
	if end == 0 {
		return within
	}
	switch b := s[end-1]; {
	case b == ';' || b == ':':
		return clause
	case b == '.' || b == '!' || b == '?':
		return stopAt(s, end-1, i)
	case b == '"' || b == '\'' || b == ')':
		if end > 1 && (s[end-2] == '.' || s[end-2] == '!' || s[end-2] == '?') {
			return sentence
		}
	case b == ',':
		if c := classesOf(s[i:wordEnd(s, i)]); c&(coordinatorWord|conjunctionWord) != 0 {
			return clause
		}
	case b == '-':
		if end > 1 && s[end-2] == ' ' {
			return clause
		}
	case b == 0x93 || b == 0x94:
		if strings.HasSuffix(s[:end], "–") || strings.HasSuffix(s[:end], "—") {
			return clause
		}
	case b == 0x9d:
		if end > 3 && strings.HasSuffix(s[:end], "”") && strings.IndexByte(".!?", s[end-4]) >= 0 {
			return sentence
		}
	case scan.Letter(b) && mayJoin(s, i) && is(s[i:wordEnd(s, i)], conjunctionWord):
		return clause
	}
	return within
}

// mayJoin reports whether a conjunction may start at s[i:], by its first two letters.
func mayJoin(s string, i int) bool {
	if i+1 >= len(s) {
		return false
	}
	return opensWith(&conjunctionOpeners, s[i], s[i+1])
}

// opensWith reports whether a word of a table may start with two letters.
func opensWith(openers *[26]uint32, first, second byte) bool {
	first, second = first|0x20-'a', second|0x20-'a'
	return first < 26 && second < 26 && openers[first]>>second&1 != 0
}

// stopAt returns whether the full stop at i, before s[next:], ends a sentence.
func stopAt(s string, i, next int) int {
	if s[i] != '.' {
		return sentence
	}
	if next < len(s) && s[next]-'a' < 26 {
		return within
	}
	from := i
	for from > 0 && i-from < 6 && scan.Letter(s[from-1]) {
		from--
	}
	if i-from == 1 && s[from]-'A' < 26 || i-from < 6 && is(s[from:i], abbreviationWord) {
		return within
	}
	return sentence
}

// reach bounds how many sums, and how many places, on each side of a sum are asked.
const reach = 12

// statedIn returns the nearest currency of codes that another sum in a part of the
// text states.
func (r *resolver) statedIn(i int, in span, codes string) string {
	m, best, least := &r.all[i], "", farFrom
	for _, step := range [...]int{-1, 1} {
		for j, n := i+step, 0; n < reach && j >= 0 && j < len(r.all) && in.holds(r.all[j].start); j, n = j+step, n+1 {
			if p := &r.all[j]; p.colours(codes) {
				if d := distance(m, p.start, p.end); d < least {
					best, least = p.codes, d
				}
				break
			}
		}
	}
	return best
}

// colours reports whether a sum states one of the codes, so that others near it
// can be of that one. One that is out of use does not, nor one that converts another.
func (m *claim) colours(codes string) bool {
	return m.explicit && !m.aside && m.flags&(weak|local|hash) == 0 && has(codes, m.codes) && (len(codes) == 3 || codes[:3] != "USD" || findCurrency(m.codes).until == 0)
}

// distance is how far from m something stands.
func distance(m *claim, start, end int) int {
	if end <= m.start {
		return m.start - end
	}
	return max(0, start-m.end)
}

// A spot is where a text names a country, or a place in it.
type spot struct {
	start, end int32
	country    [2]byte
}

// apart is how far from a sum a place stands. One behind it counts less, unless it
// is joined to it: 300 pounds in Cairo.
func (r *resolver) apart(m *claim, p *spot) int {
	start := int(p.start)
	d := distance(m, start, int(p.end))
	if start < m.end {
		return d
	}
	if w := wordEndingAt(r.text, backSpace(r.text, start, m.end), m.end); d < longestJoint && (w == "in" || w == "of" || w == "at" || w == "") {
		return d
	}
	return d * 4
}

// longestJoint is how far behind a sum a place that is joined to it may stand.
const longestJoint = 24

// placed returns the nearest currency of codes whose country, or a place in it, is
// named in a part of the text.
func (r *resolver) placed(i int, in span, codes string) string {
	r.count()
	m, best, least := &r.all[i], "", farFrom
	at := sort.Search(len(r.spots), func(k int) bool { return int(r.spots[k].start) >= m.start })
	ask := func(k int) {
		p := &r.spots[k]
		d := r.apart(m, p)
		if !in.holds(int(p.start)) || d >= least {
			return
		}
		if c := common(r.tenderOf(string(p.country[:])), codes); c != "" {
			best, least = c, d
		}
	}
	for k := at - 1; k >= max(0, at-reach); k-- {
		ask(k)
	}
	for k := at; k < min(len(r.spots), at+reach); k++ {
		ask(k)
	}
	return best
}

// joined is how near two sums stand that a word joins: "to", "or", "from".
const joined = len(" or about ")

// beside returns the nearest currency of codes that a sum in a part of the text
// is of, whatever says so. With home, one of another currency counts only where it
// is joined to this one.
func (r *resolver) beside(i int, in span, codes, home string) string {
	best, least := "", farFrom
	for _, step := range [...]int{-1, 1} {
		for j, n := i+step, 0; n < reach && j >= 0 && j < len(r.all) && in.holds(r.all[j].start); j, n = j+step, n+1 {
			p := &r.all[j]
			d := distance(&r.all[i], p.start, p.end)
			if d >= least {
				break
			}
			if p.flags&minor != 0 && len(p.codes) > 3 || !r.settle(j) {
				continue
			}
			if has(codes, p.codes) && (home == "" || p.codes == home || d <= joined) {
				best, least = p.codes, d
				break
			}
		}
	}
	return best
}

// worldly reports whether the clause of a sum is about goods that the world quotes
// in dollars, and gives their price: crude, gold, bitcoin.
func (r *resolver) worldly(i int) bool {
	m := &r.all[i]
	if m.scaled || m.min.Cmp(NewDecimal(1000000, 0)) >= 0 {
		return false
	}
	behind := r.text[m.end:min(len(r.text), m.end+24)]
	if strings.HasPrefix(behind, " a litre") || strings.HasPrefix(behind, " per litre") || strings.HasPrefix(behind, " a liter") {
		return false
	}
	if barrelOrBushel(behind) {
		return true
	}
	if in := r.around(i, clause); in != r.goods.span {
		r.goods.span, r.goods.worldly = in, namesGoods(r.text[in.from:in.to])
	}
	return r.goods.worldly
}

// barrelOrBushel reports whether a price is for one of the measures that only the
// exchanges of the world use.
func barrelOrBushel(s string) bool {
	for _, per := range [...]string{" a barrel", " per barrel", " a bushel", " per bushel", " an ounce", " per ounce"} {
		if scan.HasPrefixFold(s, per) {
			return true
		}
	}
	return false
}

// namesGoods reports whether a clause is about the price of such goods.
func namesGoods(s string) bool {
	last := ""
	for at := 0; at < len(s); {
		if !scan.Letter(s[at]) {
			at++
			continue
		}
		end := at
		for end < len(s) && scan.Letter(s[end]) {
			end++
		}
		w := s[at:end]
		if len(w) > 2 && opensWith(&commodityOpeners, w[0], w[1]) && is(w, commodityWord) && !is(last, homelyWord) && !is(wordAt(s, end), goodsWord) && !(end < len(s) && s[end] == '-') {
			return true
		}
		last, at = w, end
	}
	return false
}
