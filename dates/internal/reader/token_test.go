package reader

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// plain is a table without a word.
var plain = Table{WordAt: []uint16{0}, Slots: []uint32{0}, ValueAt: []uint16{0}, Traits: make([]Traits, 8)}

// divided writes the tokens of a text between bars, with what they are: w, n or m, then T for a
// capital, ~ for what is glued, P for the start of a paragraph.
func divided(text string) string {
	var t Tokens
	t.Reset(text, &plain, nil)
	var all []string
	for i := 0; t.At(i).Kind != End; i++ {
		k := t.At(i)
		s := t.Surface(i) + ":" + map[Kind]string{Word: "w", Number: "n", Mark: "m"}[k.Kind]
		if k.Title {
			s += "T"
		}
		if k.Glued {
			s += "~"
		}
		if k.Paragraph {
			s += "P"
		}
		all = append(all, s)
	}
	return strings.Join(all, "|")
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"white space", " \t\n\u00a0", ""},
		{"words and figures", "May 3rd", "May:wT~P|3:n|rd:w~"},
		{"marks stand alone", "9-10, (11)", "9:n~P|-:m~|10:n~|,:m~|(:m|11:n~|):m~"},
		{"an apostrophe divides", "today's", "today:w~P|':m~|s:w~"},
		{"an elided article", "l'hiver", "l:w~P|':m~|hiver:w~"},
		{"a contraction", "won’t", "won:w~P|’:m~|t:w~"},
		{"letters outside of ASCII", "über März", "über:w~P|März:wT"},
		{"another script", "в Мае", "в:w~P|Мае:wT"},
		{"combining marks stay", "a\u0301bril", "a\u0301bril:w~P"},
		{"figures of other scripts are marks", "٣", "٣:m~P"},
		{"a line", "a\nb", "a:w~P|b:w"},
		{"a paragraph", "a\n\nb", "a:w~P|b:wP"},
		{"bytes that are no text", "a\xffb", "a:w~P|\xff:m~|b:w~"},
		{"wide space", "a\u2003b", "a:w~P|b:w"},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, divided(tt.text)) })
	}
}

// All dashes are one mark, and so are the quotation marks of a kind.
func TestMarks(t *testing.T) {
	for mark, all := range map[byte]string{'-': "-‐‑‒–—―−", '\'': "'‘’′", '"': "\"“”«»"} {
		for _, r := range all {
			var tokens Tokens
			tokens.Reset(string(r), &plain, nil)
			assert.True(t, tokens.Marked(0, mark), "%q", r)
		}
	}
}

// No token is behind the end or before the start, and none is kept for ever.
func TestReach(t *testing.T) {
	var tokens Tokens
	tokens.Reset(strings.Repeat("a ", 1000), &plain, nil)
	assert.Equal(t, End, tokens.At(-1).Kind)
	assert.Equal(t, Word, tokens.At(0).Kind)
	assert.Equal(t, Word, tokens.At(999).Kind)
	assert.Equal(t, Word, tokens.At(999-Reach).Kind)
	assert.Equal(t, End, tokens.At(0).Kind, "forgotten")
	assert.Equal(t, End, tokens.At(1000).Kind)
}

func TestSkip(t *testing.T) {
	var tokens Tokens
	tokens.Reset("a [b] c", &plain, func(text string, i int) int { return i + strings.IndexByte(text[i:], ']') + 1 })
	assert.Equal(t, "a", tokens.Surface(0))
	assert.Equal(t, "c", tokens.Surface(1))
	assert.Equal(t, End, tokens.At(2).Kind)
}

// Tokens are in order and on the bounds of runes, and what stands between them is white space.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{"May 3rd, 2021", "l'été – a\u0301bril", "\xff\xfea\n\n٣ [x]", "Ⅷ½²", strings.Repeat("a", 50)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var tokens Tokens
		tokens.Reset(s, &plain, nil)
		at := 0
		for i := 0; tokens.At(i).Kind != End; i++ {
			k := tokens.At(i)
			require.Empty(t, strings.TrimSpace(s[at:k.Start]))
			require.Less(t, k.Start, k.End)
			require.True(t, !utf8.ValidString(s) || k.End == len(s) || utf8.RuneStart(s[k.End]))
			require.Equal(t, k.Glued, k.Start == at)
			at = k.End
		}
		require.Empty(t, strings.TrimSpace(s[at:]))
	})
}

func TestHeadlines(t *testing.T) {
	for _, tt := range []struct {
		line string
		want bool
	}{
		{"FERRY SINKS OFF PORT", true},
		{"Ferry Sinks Off Port", true},
		{"Ferry Sinks At 10th O'clock, Mid-june", true},
		{"Ferry Sinks", false},
		{"Judges of the Canadian Open\nagreed", false},
		{"The Ferry sank off Port Louis", false},
		{"ferry", false},
		{"5 10 15 20", false},
		{"", false},
	} {
		var k Tokens
		k.Reset(tt.line+"\nIt is well.", &plain, nil)
		assert.Equal(t, tt.want, k.At(0).Headline, tt.line)
	}
}
