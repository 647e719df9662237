package money

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/closed"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A Mod says how the words around a sum bound it. Its text form is the name
// that TIMEX3 uses for the like of dates, "" for none.
type Mod uint8

const (
	ModNone        Mod = iota // no word bounds it
	ModApprox                 // about, some, roughly, estimated
	ModLessThan               // under, nearly, almost
	ModMoreThan               // over, exceeding, $100-plus
	ModEqualOrLess            // up to, as much as, $50 or less
	ModEqualOrMore            // at least, $50 or more
)

var modNames = closed.Set{Package: "money", Kind: "modifier", Names: []string{
	"", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
}}

// String returns the name, such as "EQUAL_OR_LESS", or "".
func (m Mod) String() string { return modNames.String(uint8(m)) }

// MarshalText returns the same text as String, or an error for what is no Mod.
func (m Mod) MarshalText() ([]byte, error) { return modNames.MarshalText(uint8(m)) }

// UnmarshalText reads what MarshalText writes.
func (m *Mod) UnmarshalText(text []byte) error { return modNames.UnmarshalText((*uint8)(m), text) }

// modOf reads what bounds the sum s[start:end].
func modOf(s string, start, end, floor int) Mod {
	if m := modBehind(s, end); m != ModNone {
		return m
	}
	if text := s[start:end]; strings.Contains(text, "-plus ") || strings.Contains(text, "+ ") {
		return ModMoreThan // 500-plus billion euros
	}
	at := backSpace(s, start, floor)
	if m := modEnding(s[floor:at]); m != ModNone {
		return m
	}
	switch w := wordEndingAt(s, at, floor); w {
	case "a", "an", "the", "another", "A", "An", "The", "AN", "THE":
		return modEnding(s[floor:backSpace(s, at-len(w), floor)])
	}
	return ModNone
}

// modBehind reads what stands behind a sum that ends at end.
func modBehind(s string, end int) Mod {
	rest := s[end:]
	if rest == "" || rest[0] == ' ' && (len(rest) == 1 || boundOpeners>>(rest[1]|0x20-'a')&1 == 0) {
		return ModNone
	}
	for i := range boundsAfter { // none begins with a letter
		if m := &boundsAfter[i]; m.text[0] == rest[0] && scan.HasPrefixFold(rest, m.text) && scan.EndsWord(rest, len(m.text)) {
			return m.mod
		}
	}
	for i := range boundsLast {
		m := &boundsLast[i]
		if n := len(m.text); m.text[0] == rest[0] && scan.HasPrefixFold(rest, m.text) && (len(rest) == n || rest[n] != ' ' && scan.EndsWord(rest, n)) {
			return m.mod
		}
	}
	if rest[0] == ',' {
		for _, m := range boundsAside {
			if n := 1 + len(m.text); scan.HasPrefixFold(rest[1:], m.text) && scan.EndsWord(rest, n) {
				return m.mod
			}
		}
	}
	return ModNone
}

// modEnding reads what bounds a sum at the end of s.
func modEnding(s string) Mod {
	last := len(s)
	for last > 0 && len(s)-last < longestWord && (scan.Letter(s[last-1]) || s[last-1] == '.') {
		last--
	}
	if last < len(s) && !is(s[last:], boundWord) && !is(strings.TrimLeft(s[last:], "."), boundWord) {
		return ModNone
	}
	if s == "" {
		return ModNone
	}
	end := s[len(s)-1]
	if scan.Letter(end) {
		end |= 0x20
	}
	list := boundsBefore[min(end-'a', 26)]
	for i := range list {
		m := &list[i]
		if hasSuffixFold(s, m.text) && (!scan.Letter(m.text[0]) || scan.StartsWord(s, len(s)-len(m.text))) {
			if !bounds(s, m.text) {
				return ModNone
			}
			return m.mod
		}
	}
	return ModNone
}

// bounds reports whether the form at the end of s bounds what follows: "over" is
// the subject of a quarrel, and C a vitamin.
func bounds(s, form string) bool {
	if form != "over" && form != "c" {
		return true
	}
	end := len(s) - len(form)
	before := wordEndingAt(s, backSpace(s, end, 0), 0)
	if form == "c" {
		return s[end] == 'c' && end > 0 && asciiSpace(s[end-1])
	}
	if is(before, causeWord) {
		return false
	}
	at := backSpace(s, end, 0) - len(before) // raided the exchange over
	article := wordEndingAt(s, backSpace(s, at, 0), 0)
	if before == "" || !is(article, determinerWord) {
		return true
	}
	at = backSpace(s, at, 0) - len(article)
	return !is(wordEndingAt(s, backSpace(s, at, 0), 0), causeWord)
}

// hasSuffixFold reports whether s ends in suffix, in small letters, in any
// case of its ASCII letters and with any white space for a space.
func hasSuffixFold(s, suffix string) bool {
	if len(s) < len(suffix) {
		return false
	}
	for i, j := len(s)-1, len(suffix)-1; j >= 0; i, j = i-1, j-1 {
		b := s[i]
		if b-'A' < 26 {
			b |= 0x20
		}
		if b != suffix[j] && (suffix[j] != ' ' || b != '\n') {
			return false
		}
	}
	return true
}

// isChange reports whether "X to Y", with X at start, says how a sum changed
// and not a range.
func isChange(s string, start, floor int) bool {
	at := backSpace(s, start, floor)
	for n := 0; n < 3; n++ {
		w := wordEndingAt(s, at, floor)
		if w == "" {
			return false
		}
		if strings.EqualFold(w, "from") {
			before := wordEndingAt(s, backSpace(s, at-len(w), floor), floor)
			return !scan.HasPrefixFold(before, "rang") && !scan.HasPrefixFold(before, "anywhere") && !scan.HasPrefixFold(before, "vary") && !scan.HasPrefixFold(before, "varies")
		}
		if isMover(w) {
			return true
		}
		if modEnding(w) == ModNone && !strings.EqualFold(w, "a") && !strings.EqualFold(w, "than") && !strings.EqualFold(w, "more") {
			return false
		}
		at = backSpace(s, at-len(w), floor)
	}
	return false
}

func isMover(w string) bool { return is(w, moverWord) }

// isBetween reports whether "between" stands before a sum.
func isBetween(s string, start, floor int) bool {
	at := backSpace(s, start, floor)
	for n := 0; n < 2; n++ {
		w := wordEndingAt(s, at, floor)
		if strings.EqualFold(w, "between") {
			return true
		}
		if w == "" || modEnding(w) == ModNone {
			return false
		}
		at = backSpace(s, at-len(w), floor)
	}
	return false
}
