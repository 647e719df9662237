package scan

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordBorders(t *testing.T) {
	s := "né 5x\u00a0ĳ"
	for i, want := range map[int][2]bool{ // offset: starts a word, ends a word
		0:  {true, false},
		1:  {false, false},
		3:  {false, true},
		4:  {true, false},
		5:  {false, false},
		6:  {false, true},
		8:  {true, false},
		10: {false, true},
	} {
		assert.Equal(t, want[0], StartsWord(s, i), "StartsWord at %d", i)
		assert.Equal(t, want[1], EndsWord(s, i), "EndsWord at %d", i)
	}
	assert.True(t, StartsWord("", -1))
	assert.True(t, EndsWord("", 5))
}

func TestWordEnd(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want int
	}{
		{"", 0}, {"5", 0}, {"abc def", 3}, {"école!", 6}, {"e\u0301t\u0301.", 6}, {"a\xffb", 1},
	} {
		assert.Equal(t, tt.want, WordEnd(tt.s, 0), "%q", tt.s)
	}
}

func TestSpace(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want int
	}{
		{"", 0}, {"a", 0}, {" \t\r\na", 4}, {"\u00a0\u202f\u2003x", 8}, {" \xff", 1}, {"\u200b", 0},
	} {
		assert.Equal(t, tt.want, Space(tt.s, 0), "%q", tt.s)
	}
}

func TestHasPrefixFold(t *testing.T) {
	assert.True(t, HasPrefixFold("MiLLion-dollar", "million"))
	assert.True(t, HasPrefixFold("half a", "half a"))
	assert.False(t, HasPrefixFold("mil", "million"))
	assert.False(t, HasPrefixFold("half\x00a", "half a"), "only letters fold")
	assert.False(t, HasPrefixFold("[", "{"))
}

func TestLine(t *testing.T) {
	long := strings.Repeat("x", 2*nearby)
	text := "one\n\ntwo\n" + long + "\nend"
	var l Line
	for _, tt := range []struct {
		at   int
		want string
	}{
		{0, "one\n"}, {3, "one\n"}, {4, "\n"}, {6, "two\n"}, {2, "one\n"}, {9 + nearby, long + "\n"}, {len(text) - 1, "end"}, {0, "one\n"}, {len(text), "end"}, {5, "two\n"},
	} {
		before := l
		assert.Equal(t, l.Around(text, tt.at), l != before, "at %d", tt.at)
		assert.Equal(t, tt.want, text[l.Start:l.End], "at %d", tt.at)
	}
}
