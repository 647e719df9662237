package money

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// widest is the length of the longest sign, with room to spare.
const widest = 14

// unitBefore reads the sign or word that ends before the number at i, and does
// not look at s before floor.
func unitBefore(s string, i, floor int) unit {
	end := backSpace(s, i, floor)
	if end < i && s[i-1] == '\n' && endsLine(s[floor:end], s[end:i]) {
		return unit{}
	}
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
		if !ok || u.flags&before == 0 || !u.symbol && !suits(s, u) {
			continue
		}
		if u.symbol && at == start && u.codes != "" {
			u = withPrefix(s, u, i, floor)
		}
		return u
	}
	return wordBefore(s, end, floor)
}

// suits reports whether letters before a number are a sign where they stand: some
// are one in a text in capitals only, and some are words there.
func suits(s string, u unit) bool {
	shouted := u.flags&shout != 0
	if !shouted && (u.flags&(weak|local) == 0 || !is(s[u.start:u.end], lookalikeWord)) {
		return true
	}
	return shouted == shoutedBefore(s, u.start)
}

// endsLine reports whether what stands before a line break does not go with the
// number behind it: another paragraph, a code at the end of a line.
func endsLine(before, gap string) bool {
	return strings.Count(gap, "\n") > 1 || before != "" && allCapitals(lastLetters(before))
}

// lastLetters returns the letters at the end of s.
func lastLetters(s string) string {
	i := len(s)
	for i > 0 && scan.Letter(s[i-1]) && len(s)-i < 4 {
		i--
	}
	return s[i:]
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
	e := signNamed(w)
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
	e := signNamed(text)
	if text == "¢" {
		e = signNamed("¢_") // before the number: colones, cedis
	}
	if e == nil {
		if len(text) == 4 && text[0] == 'M' { // millions: MUSD
			if e = signNamed(text[1:]); e != nil && e.codes == text[1:] && e.flags == before|after {
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

// withPrefix takes up the letters that stand apart from the bare dollar sign of
// the number at i: US $5.
func withPrefix(s string, u unit, i, floor int) unit {
	if s[u.start:u.end] != "$" {
		return u
	}
	end := backSpace(s, u.start, floor)
	if end == u.start && end > floor && s[end-1] == '\\' {
		end-- // US\$5, from a page that was escaped twice
	}
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
	if e == nil || !prefixFits(s, start, end, floor) || s[start:end] == "c" && u.end == i { // c $5 is about
		return u
	}
	u.start, u.codes, u.split = start, e.codes, true
	return u
}

// prefixFits reports whether the letters s[start:end] go with the dollar sign
// behind them, and not to what stands before: "the US $5 billion in aid", "told
// us $5" in capitals, "what a $100,000 salary" in those of a headline, vitamin C.
func prefixFits(s string, start, end, floor int) bool {
	at := backSpace(s, start, floor)
	before := wordEndingAt(s, at, floor)
	if strings.EqualFold(before, "the") || start > floor && (s[start-1] == '\'' || strings.HasSuffix(s[floor:start], "’")) {
		return false
	}
	if end-start > 1 {
		return s[start:end] != "US" || len(before) < 2 || !allCapitals(before)
	}
	if before == "" {
		return s[start] != 'A' || !sentenceStart(s, start)
	}
	return before[0]-'a' < 26 && !is(before, letteredWord)
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
	e := wordNamed(w)
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
