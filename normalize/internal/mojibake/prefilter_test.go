package mojibake

import (
	"context"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/charset"
	"github.com/copydesk-go/copydesk/internal/stories"
	"github.com/copydesk-go/copydesk/normalize/internal/char"
)

// misreadEast returns UTF-8 read as an East Asian code.
func misreadEast(c charset.Code, s string) string {
	out, err := c.Encoding().NewDecoder().String(s)
	if err != nil {
		return s
	}
	return out
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
	func(s string, p charset.Page, a, b int) string { return p.Misread(s) },
	func(s string, p charset.Page, a, b int) string { // a part
		start, end := part(s, a, b)
		return s[:start] + p.Misread(s[start:end]) + s[end:]
	},
	func(s string, p charset.Page, a, b int) string { // one character
		start, end := part(s, a, a)
		return s[:start] + p.Misread(s[start:end]) + s[end:]
	},
	func(s string, p charset.Page, a, b int) string { // twice
		return charset.Page(a % charset.Count).Misread(p.Misread(s))
	},
	func(s string, p charset.Page, a, b int) string { return lose(a, p.Misread(s)) },
	func(s string, p charset.Page, a, b int) string { return strings.ToUpper(p.Misread(s)) },
	func(s string, p charset.Page, a, b int) string { return strings.ToLower(p.Misread(s)) },
	func(s string, p charset.Page, a, b int) string { // two pages
		start, end := part(s, a, b)
		return p.Misread(s[:start]) + s[start:end] + charset.Page(a%charset.Count).Misread(s[end:])
	},
	func(s string, p charset.Page, a, b int) string {
		return p.MisreadAs(charset.Page(a%charset.Count), s)
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
// but for its prefilter.
func hidden(text string) (string, bool) {
	for _, s := range strings.Split(text, "\n") {
		l := newLine()
		l.pairs = table()
		if l.load(s, 0, len(s)); l.repair() && !worthALook(s) {
			return s, true
		}
	}
	return "", false
}

// repairs reports whether anything is changed in a text.
func repairs(text string) (changed bool) {
	Repair(context.Background(), text, table(), Sink{Edit: func(int, int, string, string) { changed = true }})
	return changed
}

// table is the table of pairs without what other steps know.
var table = sync.OnceValue(func() *Pairs { return NewPairs(func(rune) uint32 { return 0 }) })

func worthALook(s string) bool {
	k := NewPrefilter(s, table())
	return k.next(0) >= 0
}

func TestPrefilterHidesNoDamage(t *testing.T) {
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
				if repairs(damaged) {
					mended++
				}
			}
		}
	}
	assert.Greater(t, mended, 1000)
}

// sentences returns the sentences of stories.All and a few others.
func sentences() (all []string) {
	for _, story := range stories.All {
		for s := range strings.FieldsFuncSeq(story.Text, func(r rune) bool { return r == '.' || r == '\n' || r == '。' || r == '।' }) {
			all = append(all, strings.TrimSpace(s))
		}
	}
	all = append(all, "Plus you land in a terminal of the kind that charges 5 € for tea… and the tea isn’t hot", "‘And’, she said, “that’s the end of it”")
	return append(all, strings.Split(strings.TrimSpace(stories.English), "\n\n")...)
}

// restores reports whether the encoding step, without its prefilter, makes want of s.
func restores(s, want string) bool {
	l := newLine()
	l.pairs = table()
	l.load(s, 0, len(s))
	l.repair()
	var b strings.Builder
	for i := range l.cells {
		b.WriteRune(l.cells[i].Rune)
	}
	return b.String() == want
}

// legacyDamage is the place in damages of bytes in one code read as another.
const legacyDamage = 8

// onceMore reports whether a damage is one of those that the prefilter must see under
// or over another: pages of single bytes, without a change of case.
func onceMore(how uint8) bool { return int(how)%len(damages) < 5 }

// capitalsAlone reports whether s and want differ in letters that are capitals
// in s. The prefilter does not look at capitals of one script, which are ordinary
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

// However a text is damaged, the prefilter lets through what can be restored. It may
// well stop a line of which the step would make something wrong.
func FuzzPrefilter(f *testing.F) {
	all := sentences()
	for i := range damages {
		f.Add(uint16(i), uint8(i), uint8(i), uint16(i), uint16(2*i), uint8(i+1), uint8(i))
	}
	f.Add(uint16(45), uint8(1), uint8(65), uint16(1), uint16(1), uint8(2), uint8(1))
	f.Fuzz(func(t *testing.T, n uint16, how, page uint8, a, b uint16, how2, page2 uint8) {
		if int(how)%len(damages) == legacyDamage {
			return // there is no structure to see, and the prefilter misses some
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
	pairs := table()
	var all []char.Char
	for id := range pairs.Kinds {
		all = append(all, pairs.Kinds[id].Char)
	}
	for _, a := range all {
		for _, b := range all {
			if a.Rune < utf8.RuneSelf && b.Rune < utf8.RuneSelf || pairs.Has(pairs.ID(a.Rune), pairs.ID(b.Rune)) {
				continue
			}
			require.False(t, mayMisreadPair(a, b) || siblingPair(a, b), "%q", string([]rune{a.Rune, b.Rune}))
			if strange(a, b) {
				require.True(t, charset.Lookup(a.Rune).Cont == 0 && charset.Lookup(b.Rune).Lead == 0, "%q", string([]rune{a.Rune, b.Rune}))
			}
		}
	}
}

// A pair may end with the end of a line, behind as many characters as are looked at or fewer.
func TestPrefilterAtLineEnds(t *testing.T) {
	for _, line := range []string{"…\u00a0", "é…\u00a0", "où ’é’", "abcdé’", "’", ""} {
		for _, end := range []string{"\n", "\n\n", "\nmore\n", ""} {
			assert.NotPanics(t, func() {
				k := NewPrefilter(line+end, table())
				k.next(0)
			}, "%q", line+end)
		}
	}
}
