package normalize

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Letters that NFC takes apart for good stay, but where that is asked for.
func TestFormExclusions(t *testing.T) {
	for _, tt := range []struct{ name, text, apart string }{
		{"Bengali", "বাংলা\u09dfড\u09dc", "বাংলা\u09af\u09bcড\u09a1\u09bc"},
		{"Gurmukhi", "\u0a36ਹਿਰ", "\u0a38\u0a3cਹਿਰ"},
		{"Devanagari", "\u0958लम", "\u0915\u093cलम"},
		{"Hebrew", "\ufb2aלום", "\u05e9\u05c1לום"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.text, String(tt.text))
			assert.Equal(t, tt.apart, New(Form{Exclusions: true}).String(tt.text))
			assert.Equal(t, tt.apart, New(Form{}).String(tt.apart), "is right as well")
		})
	}
	assert.Equal(t, "\u09dc\u0301é", New(Form{}).String("\u09dc\u0301e\u0301"), "what stands beside them is composed")
	assert.Equal(t, "Ω", New(Form{}).String("\u2126"), "a sign that is a letter becomes one")
}

// What scripts need and cannot be seen stays beside their letters and digits.
func TestUnseenStays(t *testing.T) {
	for _, text := range []string{
		"ᠰᠠᠷ\u180eᠠ", "ᠨᠡᠷ\u180eᠡ", "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ", // vowel separator, suffix
		"٣١\u200f/١٢\u200f/٢٠٢٤", "۱۴۰۳\u200f/۰۱",
	} {
		assert.Equal(t, text, String(text))
	}
	assert.Equal(t, "oneword", String("one\u180eword"))
	assert.Equal(t, "31/12", String("31\u200f/12"))
}
