package money

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk-go/copydesk/internal/scan"
)

// unitAfter reads the sign or word behind a number that ends at i.
func unitAfter(s string, i int) unit {
	at, ok := joint(s, i)
	if !ok || at >= len(s) {
		return unit{}
	}
	if at == i && (strings.HasPrefix(s[at:], "/-") || strings.HasPrefix(s[at:], "/=")) && scan.EndsWord(s, at+2) {
		if e := signNamed(s[at : at+2]); e != nil {
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

// signAfter reads the longest sign at at, which may touch the number.
func signAfter(s string, at int, glued bool) unit {
	end := at
	for end < len(s) && end-at < widest && signByte(s[end]) {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	for last := min(end, len(s)); last > at; last-- {
		if last < len(s) && !utf8.RuneStart(s[last]) {
			continue
		}
		if u := signBehind(s, at, last); u.there() {
			if startsNext(s, u, glued) {
				return unit{}
			}
			return u
		}
	}
	return unit{}
}

// signBehind returns the sign that s[at:end] is behind a number.
func signBehind(s string, at, end int) unit {
	text := s[at:end]
	last := text[len(text)-1]
	if (scan.Letter(last) || last >= utf8.RuneSelf && scan.Letter(text[0])) && !scan.EndsWord(s, end) {
		return unit{}
	}
	e, scale := signNamed(text), 0
	if e == nil && len(text) == 4 && text[0] == 'M' { // millions: MUSD
		if e = signNamed(text[1:]); e != nil && (e.codes != text[1:] || e.flags != before|after) {
			e = nil
		}
		scale = 6
	}
	if e == nil || e.flags&after == 0 || insideWord(s, end) || e.flags&shout != 0 && !shoutedBefore(s, at) {
		return unit{}
	}
	return unit{start: at, end: end, codes: e.codes, flags: e.flags, scale: scale, symbol: !scan.Letter(last) && last != '.'}
}

// startsNext reports whether a sign behind a number is that of the next number:
// "5 or $6", "5 USD 6".
func startsNext(s string, u unit, glued bool) bool {
	next := u.end
	if next < len(s) && scan.Digit(s[next]) {
		return true
	}
	if glued || next+1 >= len(s) || s[next] != ' ' || !scan.Digit(s[next+1]) {
		return false
	}
	return u.symbol || u.scale == 0 && s[u.start:u.end] == u.codes
}

// shoutedBefore reports whether the word before the number that ends at i is in
// capitals.
func shoutedBefore(s string, i int) bool {
	for n := 0; n < 24 && i > 0 && !scan.Letter(s[i-1]); n++ {
		i--
	}
	w := wordEndingAt(s, i, 0)
	return len(w) > 1 && allCapitals(w)
}

// insideWord reports whether i is inside a word of an alphabet that is not ASCII: đồng.
func insideWord(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Latin, unicode.Cyrillic) && !scan.EndsWord(s, i)
}

// wordAfter reads a currency word at i, with its country before it, or a name of
// several words.
func wordAfter(s string, i int) unit {
	for k := range phrases {
		if e := &phrases[k]; word(s[i:], e.text) { // special drawing rights
			return unit{start: i, end: i + len(e.text), codes: e.codes, flags: e.flags, word: true, named: true}
		}
	}
	at := i
	for n := 0; n < 4; n++ {
		end := wordEnd(s, at)
		if end == at {
			return unit{}
		}
		if e := wordNamed(s[at:end]); e != nil && e.flags&after != 0 {
			u := unit{start: i, end: end, codes: e.codes, flags: e.flags, word: true}
			if n == 0 && hundredths(s, end, e.codes) {
				at, _ = joint(s, end)
				continue
			}
			if n == 0 {
				return trailed(s, u)
			}
			if q := qualifierEnd(s, i, at); q > i && u.qualify(s[i:q]) {
				return trailed(s, u)
			}
			if e.flags&weak == 0 && s[at]-'A' >= 26 {
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

// qualify takes up what stands before a currency word: its country, or whether it
// is the old one or the new. It reports whether it could.
func (u *unit) qualify(text string) bool {
	codes, f := qualified(text, u.codes), flags(0)
	if codes == "" {
		rest, isOld := cutFold(text, "old")
		isNew := false
		if !isOld {
			rest, isNew = cutFold(text, "new")
		}
		switch {
		case !isOld && !isNew:
			return false
		case rest != "":
			codes = qualified(rest, u.codes)
		case len(u.codes) > 3 && succeeded(u.codes):
			codes = u.codes
		}
		if isOld {
			f = former
		}
	}
	if codes == "" {
		return false
	}
	u.codes, u.named = codes, true
	u.flags = u.flags&^(weak|weight) | f
	return true
}

// cutFold cuts a word, in any case, and the space behind it from the start of text.
func cutFold(text, w string) (rest string, found bool) {
	if !scan.HasPrefixFold(text, w) || !scan.EndsWord(text, len(w)) {
		return text, false
	}
	return strings.TrimLeft(text[len(w):], " \n-"), true
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
