package normalize

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// seeds are damaged texts of every kind, and texts that are easy to get wrong.
var seeds = append([]string{
	"&amp;rsquo; &#146; &#x2019; &rsquos \\u2019 %u2019 %E2%80%99 &am\u00adp;",
	"so\u00adft ze\u200bro \ufeff \x00\x1b[0m \u202a \u0092 \U000E0001",
	"e\u0301 ﬁ Ａ １ \u0958 \u1112\u1161\u11ab",
	" a  b\r\n\n\n\u00a0 \u2028 \u3000 ",
	"However , it was ,, late. , ”Price told. “ So ” , “so“ and oil- based the – led force.They ran,and",
	"Title of it all | News\n\nAdvertisement\nThe text pic.twitter.com/abc\n– AFP\n",
	"‚Äù â€™ Ã© ä½ Ð¿ \xe2\x80 \xff",
	"“““”””’’’  ..,,--  ( ( ) ) , . , .”",
	"\x9aÐù\v0ä",
	"\u0301\u0301\u0301 \u0f71\u0f72 \uac00\u11a8 \u3099",
}, clean...)

func seeded(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
}

// Whatever the input, the output is valid, the three forms agree, spans map,
// and doing it again changes nothing.
func FuzzDefault(f *testing.F) {
	seeded(f)
	f.Fuzz(func(t *testing.T, s string) {
		out := String(s)
		require.True(t, utf8.ValidString(out))
		text := Align(s)
		require.Equal(t, out, text.String())
		require.Equal(t, out, string(Bytes([]byte(s))))
		checkText(t, s, text)
		require.Equal(t, out, String(out), "again")
		got, err := io.ReadAll(Default().Reader(strings.NewReader(s)))
		require.NoError(t, err)
		require.Equal(t, out, string(got), "from a Reader")
	})
}

// A text of short lines whose habits are the same throughout comes out of a
// Reader as it comes out of String, wherever the windows are cut.
func FuzzReader(f *testing.F) {
	const longest = 120
	for _, s := range seeds {
		f.Add(s[:min(len(s), longest)], uint16(7))
	}
	f.Fuzz(func(t *testing.T, s string, cut uint16) {
		if len(s) > longest {
			return // the time goes into short ones
		}
		if strings.Contains(s, "=\n") || strings.Contains(s, "=\r") {
			return // two of them are a habit, of which a window may show one
		}
		const size, context = 2 << 10, 512 // small, so that there is time for many texts
		text := setApart(s, int(cut/size)%8)
		want := String(text)
		got, err := io.ReadAll(Default().reader(&chunks{text, int(cut)%size + 1}, size, context))
		require.NoError(t, err)
		if want != string(got) {
			t.Fatal(difference(want, string(got)))
		}
	})
}

// setApart returns s three times with lines between. Whatever has been set apart in these is the
// exception in each window. The first one is cut before, within or behind the second s.
func setApart(s string, more int) string {
	const line, toCut, toLast = "They came, saw, won, ate, sang, and left.\n", 31, 42
	var b strings.Builder
	for _, lines := range [...]int{toCut + more, toLast} {
		b.WriteString(s)
		b.WriteString("\n")
		for range lines {
			b.WriteString(line)
		}
	}
	b.WriteString(s)
	return b.String()
}

// Each step alone keeps the rules of a step: its edits are sound.
func FuzzSteps(f *testing.F) {
	seeded(f)
	steps := []Step{
		HTML{}, Escapes{}, Encoding{}, Control{}, Form{}, Space{}, Space{NoBreak: NoBreakNone}, Punctuation{}, Furniture{},
		Quotes{Marks: MarkStyleCurly, Dashes: MarkStyleCurly}, Quotes{Marks: MarkStyleStraight, Dashes: MarkStyleStraight},
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "�")
		for _, step := range steps {
			checkLookAgain(t, s, step)
			at := 0
			if g, ok := step.(gated); ok && traitsOf(s, 0)&g.gate() == 0 {
				step.Edits(s, func(start, end int, replacement string) {
					t.Fatalf("%T is not idle: %q to %q in %q", step, s[start:end], replacement, s)
				})
			}
			step.Edits(s, func(start, end int, replacement string) {
				require.True(t, at <= start && start <= end && end <= len(s), "%T: [%d, %d) after %d of %q", step, start, end, at, s)
				require.True(t, boundary(s, start) && boundary(s, end), "%T cuts a rune of %q", step, s)
				require.True(t, utf8.ValidString(replacement), "%T: %q", step, replacement)
				require.NotEqual(t, s[start:end], replacement, "%T", step)
				at = end
			})
		}
	})
}

// Steps that propose anything at all do no harm.
func FuzzHostileSteps(f *testing.F) {
	f.Add("some text”, é𝒳", uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, s string, a, b uint64) {
		n := New(scribble{seed: a}, New(scribble{seed: b, sound: true}, scribble{seed: a ^ b}))
		text := n.Align(s)
		require.Equal(t, text.String(), n.String(s))
		checkText(t, s, text)
	})
}
