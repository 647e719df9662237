package normalize

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// Of the characters outside ASCII, those of white space are told from all others by their bytes.
func TestWideSpace(t *testing.T) {
	for r := rune(utf8.RuneSelf); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		s, want := string(r), 0
		if isSpace(r) || r == '\u2028' || r == '\u2029' {
			want = len(s)
		}
		assert.Equal(t, want, wideSpace(s, 0), "%U", r)
	}
	for _, part := range []string{"\xC2", "\xE2", "\xE2\x80", "\xE1\x9A", "\xE3\x80", "\xE2 x"} {
		assert.Zero(t, wideSpace(part, 0), "%q", part)
	}
}
