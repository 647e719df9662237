package money

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/numeral"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A sign is a symbol, abbreviation, code or word that says the currency, or
// leaves it open among several: codes holds them one after the other,
// commonest first.
type sign struct {
	text, codes string
	flags       flags
}

type flags uint16

const (
	before    flags = 1 << iota // stands before the number
	after                       // stands behind the number
	weak                        // wants a strong number, or its country in the text
	local                       // one letter: wants its country, or a strong number glued to it
	weight                      // may be a weight
	verb                        // may be a verb
	firm                        // means the first code, unless the text is about the country of another
	tenfold                     // counts tens of the currency
	tenth                       // counts tenths of the currency
	hundredth                   // counts hundredths of the currency
	subunit                     // counts what ISO 4217 has as its smallest unit
	coin                        // c and p: hundredths, glued to the number, where the text has sums of the currency
	hash                        // # for £, where the text speaks of pounds
)

// minor are the flags of signs for coins that are part of a unit.
const minor = tenth | hundredth | subunit | coin

// lookup finds text in a sorted list. Most steps need no more than the first
// byte.
func lookup(list []sign, text string) *sign {
	if text == "" {
		return nil
	}
	lo, hi := 0, len(list)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		order := int(list[m].text[0]) - int(text[0])
		if order == 0 {
			order = strings.Compare(list[m].text, text)
		}
		switch {
		case order == 0:
			return &list[m]
		case order < 0:
			lo = m + 1
		default:
			hi = m
		}
	}
	return nil
}

// longestName bounds what lookupFold looks up.
const longestName = 32

// lookupFold finds the small-letter form of text in a sorted list.
func lookupFold(list []sign, text string) *sign {
	if text == "" || len(text) > longestName {
		return nil
	}
	var buf [longestName]byte
	for i := range len(text) {
		b := text[i]
		switch {
		case b-'A' < 26:
			b |= 0x20
		case b == '\n' || b == '-':
			b = ' '
		}
		buf[i] = b
	}
	small := buf[:len(text)]
	lo, hi := 0, len(list)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		switch name := list[m].text; {
		case name[0] < small[0] || name[0] == small[0] && name < string(small):
			lo = m + 1
		case name[0] > small[0] || name != string(small):
			hi = m
		default:
			return &list[m]
		}
	}
	return nil
}

// A unit is what a text says of the currency of a sum.
type unit struct {
	start, end int // the text that says it; empty when there is none
	codes      string
	flags      flags
	scale      int  // of "MUSD", millions
	symbol     bool // a symbol, not letters
	word       bool // a currency word, not a sign or a code
	named      bool // a word with its country: Canadian dollars
	parted     bool // a space parts the letters from their full stop: Rs . 5
	split      bool // the letters stand apart from the dollar sign: US $5
}

func (u unit) there() bool { return u.end > u.start }

// has reports whether codes, one after the other, hold code.
func has(codes, code string) bool {
	for i := 0; i+3 <= len(codes); i += 3 {
		if codes[i:i+3] == code {
			return true
		}
	}
	return false
}

// common returns the first of the codes that is also among others.
func common(codes, others string) string {
	for i := 0; i+3 <= len(codes); i += 3 {
		if has(others, codes[i:i+3]) {
			return codes[i : i+3]
		}
	}
	return ""
}

// narrow returns what the codes and others have in common: all of codes, the
// first of others among them, or "".
func narrow(codes, others string) string {
	for i := 0; i+3 <= len(codes); i += 3 {
		if !has(others, codes[i:i+3]) {
			return common(codes, others)
		}
	}
	return codes
}

// meet reports whether two lists of codes can mean the same currency.
func meet(a, b string) bool { return a == b || common(a, b) != "" }

// widest is the length of the longest sign, with room to spare.
const widest = 14

// unitBefore reads the sign or word that ends before the number at i, and does
// not look at s before floor.
func unitBefore(s string, i, floor int) unit {
	end := backSpace(s, i, floor)
	start := end
	for start > floor && end-start < widest && signByte(s[start-1]) {
		start--
	}
	if start == end {
		return unit{}
	}
	if end-start == 1 && s[start] == '.' {
		return partedSign(s, end, floor)
	}
	for start < end && !utf8.RuneStart(s[start]) {
		start++
	}
	for at := start; at < end; at++ {
		if !utf8.RuneStart(s[at]) {
			continue
		}
		u, ok := signIn(s, at, end)
		if !ok || u.flags&before == 0 {
			continue
		}
		if u.symbol && at == start && u.codes != "" {
			u = withPrefix(s, u, floor)
		}
		return u
	}
	return wordBefore(s, end, floor)
}

// partedSign reads an abbreviation whose full stop, which ends at end, stands
// apart: "Rs . 500".
func partedSign(s string, end, floor int) unit {
	at := end - 1
	if at-1 <= floor || s[at-1] != ' ' {
		return unit{}
	}
	w := wordEndingAt(s, at-1, floor)
	if len(w) < 2 {
		return unit{}
	}
	e := lookup(signs[:], w)
	if e == nil || e.flags&before == 0 || e.flags&(weak|local) != 0 {
		return unit{}
	}
	return unit{start: at - 1 - len(w), end: end, codes: e.codes, flags: e.flags, parted: true}
}

// signByte reports whether a sign can hold b.
func signByte(b byte) bool {
	return scan.Letter(b) || b >= utf8.RuneSelf || b == '$' || b == '.' || b == '/' || b == '=' || b == ':' || b == '#'
}

// signIn returns the sign that s[at:end] is.
func signIn(s string, at, end int) (unit, bool) {
	text := s[at:end]
	first := text[0]
	if scan.Letter(first) && !scan.StartsWord(s, at) {
		return unit{}, false
	}
	e := lookup(signs[:], text)
	if e == nil {
		if len(text) == 4 && text[0] == 'M' { // millions: MUSD
			if e = lookup(signs[:], text[1:]); e != nil && e.codes == text[1:] && e.flags == before|after {
				return unit{start: at, end: end, codes: e.codes, flags: e.flags, scale: 6}, true
			}
		}
		return unit{}, false
	}
	last := text[len(text)-1]
	return unit{
		start: at, end: end, codes: e.codes, flags: e.flags,
		symbol: !scan.Letter(first) || !scan.Letter(last) && last != '.',
	}, true
}

// withPrefix takes up the letters that stand apart from a bare dollar sign: US $5.
func withPrefix(s string, u unit, floor int) unit {
	if s[u.start:u.end] != "$" {
		return u
	}
	end := backSpace(s, u.start, floor)
	if end == u.start || u.start-end > 1 {
		return u
	}
	start := end
	for start > floor && end-start < 6 && (scan.Letter(s[start-1]) || s[start-1] == '.') {
		start--
	}
	if start == end || !scan.StartsWord(s, start) {
		return u
	}
	e := lookup(prefixes[:], s[start:end])
	if e == nil {
		return u
	}
	if noun(s, start, floor) || s[start:end] == "A" && sentenceStart(s, start) {
		return u
	}
	u.start, u.codes, u.split = start, e.codes, true
	return u
}

// noun reports whether the words before s[at:] make a noun of what follows:
// "the US $5 billion in aid".
func noun(s string, at, floor int) bool {
	w := wordEndingAt(s, backSpace(s, at, floor), floor)
	return scan.HasPrefixFold(w, "the") && len(w) == 3
}

// sentenceStart reports whether a sentence may start at s[at:].
func sentenceStart(s string, at int) bool {
	i := backSpace(s, at, 0)
	if i == 0 || i < at && s[i] == '\n' {
		return true
	}
	switch s[i-1] {
	case '.', '!', '?', ':', '"', '\'', '(', '-', '*':
		return true
	}
	return s[i-1] >= utf8.RuneSelf
}

// wordBefore reads a currency word that stands before the number, with its
// country: "rupees 75", "US dollars 6000".
func wordBefore(s string, end, floor int) unit {
	w := wordEndingAt(s, end, floor)
	if len(w) < 3 {
		return unit{}
	}
	e := lookupFold(words[:], w)
	if e == nil || e.flags&before == 0 {
		return unit{}
	}
	u := unit{start: end - len(w), end: end, codes: e.codes, flags: e.flags, word: true}
	if len(u.codes) > 3 && !scan.HasPrefixFold(w, "dlr") {
		u.flags |= weak // "changed dollars 5 times"
	}
	q := backSpace(s, u.start, floor)
	if q == u.start {
		return u
	}
	for at, n := q, 0; n < 3; n++ {
		w := wordEndingAt(s, at, floor)
		if w == "" {
			break
		}
		at -= len(w)
		if codes := qualified(s[at:q], e.codes); codes != "" {
			u.start, u.codes, u.named = at, codes, true
			u.flags &^= weak
			break
		}
		at = backSpace(s, at, floor)
	}
	return u
}

// wordEndingAt returns the ASCII word, stops inside it included, that ends at s[:end].
func wordEndingAt(s string, end, floor int) string {
	start := end
	for start > floor && end-start < 20 && (scan.Letter(s[start-1]) || s[start-1] == '.' && end-start < 5) {
		start--
	}
	for start < end && s[start] == '.' {
		start++
	}
	if !scan.StartsWord(s, start) {
		return ""
	}
	return s[start:end]
}

// backSpace returns where the white space before i starts; it looks at no more
// than a few bytes.
func backSpace(s string, i, floor int) int {
	for n := 0; n < 3 && i > floor; n++ {
		if b := s[i-1]; b == ' ' || b == '\t' || b == '\n' || b == '\r' {
			i--
			continue
		}
		if size := blank(s, i, floor); size > 0 {
			i -= size
			continue
		}
		break
	}
	return i
}

// blank returns the size of the no-break or thin space before i.
func blank(s string, i, floor int) int {
	if i-floor >= 2 && s[i-2:i] == "\u00a0" {
		return 2
	}
	if i-floor >= 3 {
		switch s[i-3 : i] {
		case "\u202f", "\u2009", "\u2002", "\u2003":
			return 3
		}
	}
	return 0
}

// skipSpace returns the end of the white space at i, looking at no more than a
// few bytes, and whether there is more than one line break in it.
func skipSpace(s string, i int) (end int, paragraph bool) {
	breaks := 0
	for n := 0; n < 6 && i < len(s); n++ {
		switch b := s[i]; {
		case b == '\n':
			breaks++
			i++
		case b == ' ' || b == '\t' || b == '\r':
			i++
		case b >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r != '\u00a0' && r != '\u202f' && r != '\u2009' && r != '\u2002' && r != '\u2003' {
				return i, breaks > 1
			}
			i += size
		default:
			return i, breaks > 1
		}
	}
	return i, breaks > 1
}

// joint returns the end of what may stand between the parts of a sum at i: one
// hyphen, some space, nothing.
func joint(s string, i int) (end int, ok bool) {
	if n := hyphen(s, i); n > 0 {
		return i + n, true
	}
	end, paragraph := skipSpace(s, i)
	if !paragraph && end > i {
		if n := hyphen(s, end); n > 0 && end+n < len(s) && s[end+n] == ' ' {
			return end, true // a dash with spaces joins nothing; the caller finds no word
		}
	}
	return end, !paragraph
}

// hyphen returns the size of the hyphen at i.
func hyphen(s string, i int) int {
	if i < len(s) {
		if s[i] == '-' {
			return 1
		}
		if s[i] == 0xe2 && i+3 <= len(s) && (s[i:i+3] == "‐" || s[i:i+3] == "‑") {
			return 3
		}
	}
	return 0
}

// unitAfter reads the sign or word behind a number that ends at i.
func unitAfter(s string, i int) unit {
	at, ok := joint(s, i)
	if !ok || at >= len(s) {
		return unit{}
	}
	if at == i && (strings.HasPrefix(s[at:], "/-") || strings.HasPrefix(s[at:], "/=")) && scan.EndsWord(s, at+2) {
		if e := lookup(signs[:], s[at:at+2]); e != nil {
			return unit{start: at, end: at + 2, codes: e.codes, flags: e.flags}
		}
	}
	u := signAfter(s, at, at == i)
	if u.symbol {
		return u
	}
	if w := wordAfter(s, at); w.end > u.end { // CFA francs
		return w
	}
	return u
}

func signAfter(s string, at int, glued bool) unit {
	end, last := at, at
	for end < len(s) && end-at < widest && signByte(s[end]) {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	if end > len(s) {
		end = len(s)
	}
	best := unit{}
	for last = end; last > at; last-- {
		if last < len(s) && !utf8.RuneStart(s[last]) {
			continue
		}
		text := s[at:last]
		if b := text[len(text)-1]; (scan.Letter(b) || b >= utf8.RuneSelf && scan.Letter(text[0])) && !scan.EndsWord(s, last) {
			continue
		}
		e := lookup(signs[:], text)
		scale := 0
		if e == nil && len(text) == 4 && text[0] == 'M' {
			if e = lookup(signs[:], text[1:]); e != nil && (e.codes != text[1:] || e.flags != before|after) {
				e = nil
			}
			scale = 6
		}
		if e == nil || e.flags&after == 0 || insideWord(s, last) {
			continue
		}
		best = unit{start: at, end: last, codes: e.codes, flags: e.flags, scale: scale}
		b := text[len(text)-1]
		best.symbol = !scan.Letter(b) && b != '.'
		break
	}
	if !best.there() {
		return unit{}
	}
	// A sign with a number right behind it belongs to that number: "5 or $6".
	if next := best.end; next < len(s) && scan.Digit(s[next]) {
		return unit{}
	}
	if !best.symbol && !glued && len(best.codes) == 3 && s[best.start:best.end] == best.codes && best.end+1 < len(s) && s[best.end] == ' ' && scan.Digit(s[best.end+1]) && best.scale == 0 {
		return unit{}
	}
	if best.symbol && best.start > 0 && !glued && best.end+1 < len(s) && s[best.end] == ' ' && scan.Digit(s[best.end+1]) {
		return unit{}
	}
	return best
}

// insideWord reports whether i is inside a word of an alphabet that is not ASCII: đồng.
func insideWord(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Latin, unicode.Cyrillic) && !scan.EndsWord(s, i)
}

// wordAfter reads a currency word at i, with its country before it.
func wordAfter(s string, i int) unit {
	at := i
	for n := 0; n < 4; n++ {
		end := wordEnd(s, at)
		if end == at {
			return unit{}
		}
		if e := lookupFold(words[:], s[at:end]); e != nil && e.flags&after != 0 {
			u := unit{start: i, end: end, codes: e.codes, flags: e.flags, word: true}
			if n == 0 && hundredths(s, end, e.codes) {
				at, _ = joint(s, end)
				continue
			}
			if n == 0 {
				return trailed(s, u)
			}
			if q := qualifierEnd(s, i, at); q > i {
				if codes := qualified(s[i:q], e.codes); codes != "" {
					u.codes, u.named = codes, true
					u.flags &^= weak | weight
					return trailed(s, u)
				}
			}
			if e.flags&weak == 0 {
				return unit{}
			}
		}
		next, ok := joint(s, end)
		if !ok || next == end {
			return unit{}
		}
		at = next
	}
	return unit{}
}

// hundredths reports whether the word before i qualifies the next: euro cents.
func hundredths(s string, i int, codes string) bool {
	next, ok := joint(s, i)
	return ok && next > i && codes == "EUR" && scan.HasPrefixFold(s[next:], "cent") && (scan.EndsWord(s, next+len("cent")) || scan.HasPrefixFold(s[next:], "cents"))
}

// trailers stand behind a currency word and say which one is meant.
var trailers = [...]struct{ code, word, codes string }{
	{"GBP", "sterling", "GBP"}, {"XOF", "CFA", "XOFXAF"}, {"XPF", "CFP", "XPF"},
}

// trailed takes up "sterling" behind pounds, and "CFA" behind francs.
func trailed(s string, u unit) unit {
	next, ok := joint(s, u.end)
	if !ok || next == u.end || len(u.codes) == 3 && u.codes != "GBP" {
		return u
	}
	for _, t := range trailers {
		end := next + len(t.word)
		if end <= len(s) && strings.EqualFold(s[next:end], t.word) && scan.EndsWord(s, end) && has(u.codes, t.code) {
			u.end, u.codes = end, t.codes
			u.flags &^= weak | weight
			u.named = true
			break
		}
	}
	return u
}

// qualifierEnd returns the end of the text before the joint that ends at at.
func qualifierEnd(s string, i, at int) int {
	for at > i && (s[at-1] == ' ' || s[at-1] == '\n' || s[at-1] == '\r' || s[at-1] == '\t' || s[at-1] == '-') {
		at--
	}
	if n := blank(s, at, i); n > 0 {
		at -= n
	}
	return at
}

// wordEnd returns the end of the word at i: letters, with stops and apostrophes inside.
func wordEnd(s string, i int) int {
	end := i
	for end < len(s) && end-i < longestName {
		b := s[end]
		switch {
		case scan.Letter(b):
			end++
		case strings.HasPrefix(s[end:], "’") && end > i && end+len("’") < len(s) && scan.Letter(s[end+len("’")]):
			end += len("’")
		case b >= utf8.RuneSelf:
			n := scan.WordEnd(s[:min(len(s), end+utf8.UTFMax)], end)
			if n == end {
				return end
			}
			end = n
		case b == '.' && end+1 < len(s) && scan.Letter(s[end+1]) && end-i < 4:
			end++ // U.S.
		case b == '.' && end-i == 3 && s[i+1] == '.':
			end++
			return end
		case b == '\'' && end > i && end+1 < len(s) && scan.Letter(s[end+1]):
			end++
		default:
			return end
		}
	}
	return end
}

// qualified returns the codes that a country or adjective leaves: "Hong Kong"
// of the dollars, "Saudi" of the riyals, "CFA" of the francs.
func qualified(text, codes string) string {
	if q := lookupFold(qualifiers[:], text); q != nil {
		if c := narrow(q.codes, codes); c != "" {
			return c
		}
	}
	if p := lookup(prefixes[:], text); p != nil && len(text) > 1 {
		if c := common(p.codes, codes); c != "" {
			return c
		}
	}
	if m, ok := country.Lookup(text); ok && m.Kind != country.Capital {
		if c := common(codesOf(m.Code), codes); c != "" {
			return c
		}
		if m.Other != "" {
			return common(codesOf(m.Other), codes)
		}
	}
	return ""
}

// A scaleWord is "million", "bn" and the like behind a number.
type scaleWord struct {
	start, end int
	exp        int
	word       bool // written out
	broken     bool // cut in two by a space
	stray      int  // where a stray full stop stands before it, or -1
	plus       bool // "500-plus billion"
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
		if !paragraph && next > at+1 && next < len(s) && s[next]-'a' < 26 {
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
	if size == 0 {
		switch {
		case scan.HasPrefixFold(s[at:], "lac") || at > i && s[at] == 'L' || at == i && s[at] == 'L':
			if s[at] == 'L' && scan.EndsWord(s, at+1) {
				return scaleWord{start: at, end: at + 1, exp: 5, stray: -1}
			}
		case len(s) >= at+4 && s[at] == 'M' && at == i: // 5MUSD
			if e := lookup(signs[:], s[at+1:at+4]); e != nil && e.codes == s[at+1:at+4] && scan.EndsWord(s, at+4) {
				return scaleWord{start: at, end: at + 1, exp: 6, stray: -1}
			}
		case len(s) >= at+5 && s[at:at+2] == "bn" && at == i:
			if e := lookup(signs[:], s[at+2:at+5]); e != nil && e.codes == s[at+2:at+5] && scan.EndsWord(s, at+5) {
				return scaleWord{start: at, end: at + 2, exp: 9, stray: -1}
			}
		}
		return scaleWord{}
	}
	if at > i && size == 1 && !(s[at] == 'm' || s[at] == 'M' || s[at] == 'B' || s[at] == 'K') {
		return scaleWord{}
	}
	return scaleWord{start: at, end: at + size, exp: exp, stray: -1}
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
