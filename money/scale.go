package money

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A scaleWord is "million", "bn" and the like behind a number.
type scaleWord struct {
	start, end int
	exp        int
	word       bool   // written out
	broken     bool   // cut in two by a space
	stray      int    // where a stray full stop stands before it, or -1
	plus       bool   // "500-plus billion"
	named      bool   // counts only beside a currency: milliards
	only       string // or only beside one of these: arab
}

func (w scaleWord) there() bool { return w.end > w.start }

// readScale reads the scale behind the figures that end at i. Letters alone
// count only when they are signed: a currency stands on either side.
func readScale(s string, i int) scaleWord {
	at, ok := joint(s, i)
	if !ok {
		return scaleWord{}
	}
	stray := -1
	if at < len(s) && s[at] == '.' {
		next, paragraph := skipSpace(s, at+1)
		if !paragraph && next > at+1 && next < len(s) && (s[next]-'a' < 26 || capitalsBefore(s, i)) {
			if exp, size := numeral.Scale(s[next:]); size > 0 && exp > 2 {
				stray, at = at, next
			}
		}
	}
	w := scaleWord{start: at, end: at, stray: stray}
	for n := 0; n < 3; n++ {
		next := w.end
		if n > 0 {
			if next, ok = joint(s, w.end); !ok || next == w.end {
				break
			}
		}
		exp, size := numeral.Scale(s[next:])
		if size == 0 {
			if n == 0 {
				exp, size = brokenScale(s[next:])
				w.broken = size > 0
			}
			if size == 0 {
				break
			}
		}
		if n > 0 && exp < 3 {
			break
		}
		w.exp += exp
		w.end = next + size
		w.word = true
	}
	if w.there() {
		return w
	}
	return suffix(s, i, at)
}

// suffix reads an abbreviated scale at at, behind figures that end at i.
func suffix(s string, i, at int) scaleWord {
	if at >= len(s) || !scan.Letter(s[at]) {
		return scaleWord{}
	}
	exp, size := numeral.ScaleSuffix(s[at:])
	if size == 0 && s[at] == 'L' && scan.EndsWord(s, at+1) {
		exp, size = 5, 1
	}
	if size > 0 {
		w := scaleWord{start: at, end: at + size, exp: exp, stray: -1}
		if exp == 3 || exp == 5 {
			if end, more := croreAt(s, w.end); more > 0 {
				w.end, w.exp, w.only = end, exp+more, "INRPKRNPRLKRBDT"
				return w
			}
		}
		if n := namedScale(s, at); n.end > w.end { // mil millones
			return n
		}
		if at > i && size == 1 && !strings.Contains("mMBKL", s[at:at+1]) {
			return scaleWord{}
		}
		return w
	}
	if at == i {
		if w := gluedToCode(s, at); w.there() {
			return w
		}
	}
	return namedScale(s, at)
}

// croreAt reads the crore behind an abbreviated scale: ₹20k crore, ₹1.5 L cr.
func croreAt(s string, i int) (end, exp int) {
	at, ok := joint(s, i)
	if !ok || at == i {
		return i, 0
	}
	for _, w := range [...]string{"crore", "crores", "cr"} {
		if word(s[at:], w) {
			return at + len(w), 7
		}
	}
	return i, 0
}

// gluedToCode reads the scale between a number and a code: 5MUSD.
func gluedToCode(s string, at int) scaleWord {
	w := scaleWord{start: at, end: at + 1, exp: 6, stray: -1}
	if s[at] == 'b' && at+1 < len(s) && s[at+1] == 'n' {
		w.end, w.exp = at+2, 9
	} else if s[at] != 'M' {
		return scaleWord{}
	}
	if len(s) < w.end+3 || !scan.EndsWord(s, w.end+3) {
		return scaleWord{}
	}
	if e := signNamed(s[w.end : w.end+3]); e == nil || e.codes != s[w.end:w.end+3] {
		return scaleWord{}
	}
	return w
}

// longestScale bounds what is looked up as a scale.
const longestScale = 16

// namedScale reads a scale of other languages, or of the local press, which
// counts only beside a currency: milliards, mil millones, arab.
func namedScale(s string, at int) scaleWord {
	if at+1 >= len(s) {
		return scaleWord{}
	}
	first, second := s[at]|0x20-'a', s[at+1]
	if second < utf8.RuneSelf {
		second |= 0x20
	}
	if first >= 26 || scaleOpeners[first]>>((second-'a')&31)&1 == 0 {
		return scaleWord{}
	}
	return scaleAt(s, at)
}

func scaleAt(s string, at int) scaleWord {
	end := scan.WordEnd(s[:min(len(s), at+longestScale)], at)
	if end == at || !scan.EndsWord(s, end) {
		return scaleWord{}
	}
	first := end
	if end < len(s) && s[end] == ' ' {
		second := scan.WordEnd(s[:min(len(s), at+longestScale)], end+1)
		if e := scaleNamed(s[at:second]); e != nil && scan.EndsWord(s, second) {
			return scaleWord{start: at, end: second, exp: int(e.exp), stray: -1, named: true, only: e.codes}
		}
	}
	e := scaleNamed(s[at:first])
	if e == nil && scan.Letter(s[at]) && !ascii(s[at:first]) {
		e = scaleNamed(strings.ToLower(s[at:first])) // BILHÕES
	}
	if first < len(s) && s[first] == '.' && first+1 < len(s) && s[first+1] != '\n' {
		if dot := scaleNamed(s[at : first+1]); dot != nil {
			e, first = dot, first+1
		}
	}
	if e == nil {
		return scaleWord{}
	}
	return scaleWord{start: at, end: first, exp: int(e.exp), stray: -1, named: true, only: e.codes}
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// brokenScale reads a scale word with one space in it: "m illion".
func brokenScale(s string) (exp, size int) {
	if len(s) < 8 {
		return 0, 0
	}
	for _, w := range [...]struct {
		word string
		exp  int
	}{{"million", 6}, {"billion", 9}, {"trillion", 12}, {"thousand", 3}, {"crore", 7}} {
		if s[0]|0x20 != w.word[0] || len(s) < len(w.word)+1 {
			continue
		}
		j := 0
		for j < len(w.word) && s[j]|0x20 == w.word[j] {
			j++
		}
		if j > 0 && j < len(w.word) && s[j] == ' ' && scan.HasPrefixFold(s[j+1:], w.word[j:]) && scan.EndsWord(s, len(w.word)+1) {
			return w.exp, len(w.word) + 1
		}
	}
	return 0, 0
}
