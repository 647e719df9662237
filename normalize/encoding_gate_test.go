package normalize

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/charset"
)

// misreadAs returns the characters of the bytes of s on a page.
func misreadAs(p charset.Page, s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(p.Decode(s[i]))
	}
	return b.String()
}

// misreadEast returns UTF-8 read as an East Asian code.
func misreadEast(c charset.Code, s string) string {
	out, err := c.Encoding().NewDecoder().String(s)
	if err != nil {
		return s
	}
	return out
}

// misreadLegacy returns s, written in one page and read as another, as far as
// the page has its characters.
func misreadLegacy(of, as charset.Page, s string) string {
	var b strings.Builder
	for _, r := range s {
		c, ok := of.Encode(r)
		if !ok {
			c = '?'
		}
		b.WriteRune(as.Decode(c))
	}
	return b.String()
}

// lose does to damaged text what programs do to characters they do not like.
func lose(how int, s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case how%3 == 0 && 0x80 <= r && r < 0xA0:
			return -1
		case how%3 == 1 && 0x80 <= r && r < 0xA0:
			return '?'
		case how%3 == 2 && r == 0xA0:
			return ' '
		}
		return r
	}, s)
}

// part returns the part of s between two of its characters.
func part(s string, from, to int) (start, end int) {
	n := utf8.RuneCountInString(s)
	if n == 0 {
		return 0, 0
	}
	from, to = from%n, to%n
	if from > to {
		from, to = to, from
	}
	at := 0
	end = len(s)
	for i := range s {
		if at == from {
			start = i
		}
		if at == to+1 {
			end = i
		}
		at++
	}
	return start, end
}

// damages lists ways to damage a text with a page and two numbers.
var damages = []func(s string, p charset.Page, a, b int) string{
	func(s string, p charset.Page, a, b int) string { return misreadAs(p, s) },
	func(s string, p charset.Page, a, b int) string { // a part
		start, end := part(s, a, b)
		return s[:start] + misreadAs(p, s[start:end]) + s[end:]
	},
	func(s string, p charset.Page, a, b int) string { // one character
		start, end := part(s, a, a)
		return s[:start] + misreadAs(p, s[start:end]) + s[end:]
	},
	func(s string, p charset.Page, a, b int) string { // twice
		return misreadAs(charset.Page(a%charset.Count), misreadAs(p, s))
	},
	func(s string, p charset.Page, a, b int) string { return lose(a, misreadAs(p, s)) },
	func(s string, p charset.Page, a, b int) string { return strings.ToUpper(misreadAs(p, s)) },
	func(s string, p charset.Page, a, b int) string { return strings.ToLower(misreadAs(p, s)) },
	func(s string, p charset.Page, a, b int) string { // two pages
		start, end := part(s, a, b)
		return misreadAs(p, s[:start]) + s[start:end] + misreadAs(charset.Page(a%charset.Count), s[end:])
	},
	func(s string, p charset.Page, a, b int) string {
		return misreadLegacy(p, charset.Page(a%charset.Count), s)
	},
	func(s string, p charset.Page, a, b int) string {
		return misreadEast(charset.Code(a%charset.CodeCount), s)
	},
	func(s string, p charset.Page, a, b int) string {
		return lose(b, misreadEast(charset.Code(a%charset.CodeCount), s))
	},
	func(s string, p charset.Page, a, b int) string { // marks alone
		lost := [...]string{"?", "\ufffd", "???", "â", "鈥?"}[a%5]
		return strings.NewReplacer("“", lost, "”", lost, "’", lost, "–", lost, "…", lost).Replace(s)
	},
}

// hidden returns the first line of a text that the encoding step would mend
// but for its gate.
func hidden(text string) (string, bool) {
	for _, s := range strings.Split(text, "\n") {
		l := line{pairs: allPairs().pairsOfChars}
		if l.load(s, 0, len(s)); l.repair() && !worthALook(s) {
			return s, true
		}
	}
	return "", false
}

func worthALook(s string) bool {
	k := newPrefilter(s, allPairs().pairsOfChars)
	return k.next(0) >= 0
}

func TestGateHidesNoDamage(t *testing.T) {
	mended := 0
	for n, s := range sentences() {
		for how, damage := range damages {
			for p := range charset.Page(charset.Count) {
				a, b := n*31+how*7+int(p)*13, n*17+how*5+int(p)*3
				if (a+b)%3 != 0 {
					continue // one in three is enough
				}
				damaged := strings.ToValidUTF8(damage(s, p, a, b), "\ufffd")
				line, is := hidden(damaged)
				assert.False(t, is, "%s, damage %d, %q", p, how, line)
				if String(damaged) != damaged {
					mended++
				}
			}
		}
	}
	assert.Greater(t, mended, 1000)
}

// sentences returns the sentences of cleanStories and a few others.
func sentences() (all []string) {
	for _, story := range cleanStories {
		for s := range strings.FieldsFuncSeq(story.text, func(r rune) bool { return r == '.' || r == '\n' || r == '。' || r == '।' }) {
			all = append(all, strings.TrimSpace(s))
		}
	}
	all = append(all, "Plus you land in a terminal of the kind that charges 5 € for tea… and the tea isn’t hot", "‘And’, she said, “that’s the end of it”")
	return append(all, strings.Split(strings.TrimSpace(englishStory), "\n\n")...)
}

// restores reports whether the encoding step, without its gate, makes want of s.
func restores(s, want string) bool {
	l := line{pairs: allPairs().pairsOfChars}
	l.load(s, 0, len(s))
	l.repair()
	var b strings.Builder
	for i := range l.cells {
		b.WriteRune(l.cells[i].r)
	}
	return b.String() == want
}

// legacyDamage is the place in damages of bytes in one code read as another.
const legacyDamage = 8

// onceMore reports whether a damage is one of those that the gate must see under
// or over another: pages of single bytes, without a change of case.
func onceMore(how uint8) bool { return int(how)%len(damages) < 5 }

// capitalsAlone reports whether s and want differ in letters that are capitals
// in s. The gate does not look at capitals of one script, which are ordinary
// words as often as not.
func capitalsAlone(s, want string) bool {
	for s != "" && want != "" && s[0] == want[0] {
		s, want = s[1:], want[1:]
	}
	for s != "" && want != "" && s[len(s)-1] == want[len(want)-1] {
		s, want = s[:len(s)-1], want[:len(want)-1]
	}
	lower := func(r rune) bool { return !unicode.IsUpper(r) }
	return strings.IndexFunc(strings.ToValidUTF8(s, "X"), lower) < 0
}

// However a text is damaged, the gate lets through what can be restored. It may
// well stop a line of which the step would make something wrong.
func FuzzGate(f *testing.F) {
	all := sentences()
	for i := range damages {
		f.Add(uint16(i), uint8(i), uint8(i), uint16(i), uint16(2*i), uint8(i+1), uint8(i))
	}
	f.Add(uint16(45), uint8(1), uint8(65), uint16(1), uint16(1), uint8(2), uint8(1))
	f.Fuzz(func(t *testing.T, n uint16, how, page uint8, a, b uint16, how2, page2 uint8) {
		if int(how)%len(damages) == legacyDamage {
			return // there is no structure to see, and the gate misses some
		}
		want := all[int(n)%len(all)]
		s := damages[int(how)%len(damages)](want, charset.Page(page%charset.Count), int(a), int(b))
		if how2%2 == 0 && onceMore(how) && onceMore(how2) {
			s = damages[int(how2)%len(damages)](s, charset.Page(page2%charset.Count), int(b), int(a))
		}
		s = strings.ToValidUTF8(s, "\ufffd")
		line, is := hidden(s)
		require.False(t, is && restores(s, want) && !capitalsAlone(s, want), "%q", line)
	})
}

// A pair of characters that misread would stop at is in the table.
func TestPairTable(t *testing.T) {
	pairs := allPairs()
	var all []char
	for id := range pairs.kinds {
		all = append(all, pairs.kinds[id].char)
	}
	for _, a := range all {
		for _, b := range all {
			if a.r < utf8.RuneSelf && b.r < utf8.RuneSelf || pairs.has(pairs.id(a.r), pairs.id(b.r)) {
				continue
			}
			require.False(t, mayMisreadPair(a, b) || kinPair(a, b) || sharedPair(a, b) >= 0, "%q", string([]rune{a.r, b.r}))
			if strange(a, b) {
				require.True(t, charset.Lookup(a.r).Cont == 0 && charset.Lookup(b.r).Lead == 0, "%q", string([]rune{a.r, b.r}))
			}
		}
	}
}
