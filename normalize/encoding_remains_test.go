package normalize

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRemains has characters that were damaged in two ways, one after the other, and right
// text that looks a little like them.
func TestRemains(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a mark by way of windows-1252 and the Macintosh", "The harbour‰Ûªs new crane is ‰ÛÏhuge‰Û\u009d ‰ÛÒ and loud", "The harbour’s new crane is “huge” – and loud"},
		{"the same in latin-1", "The harbour\u0089Ûªs new crane \u0089ÛÓ a loud one", "The harbour’s new crane — a loud one"},
		{"an ellipsis that lost its last byte on that way", "The crane is loud and the harbour‰Û_ http://example.org", "The crane is loud and the harbour… http://example.org"},
		{"a quotation mark that did", "The crane, ‰ÛÏthe loud one,‰Û is new", "The crane, “the loud one,” is new"},
		{"a space, an accent and a pound on that way", "HARBOURåÊCRANE: a cafÌ© lost å£3m", "HARBOUR CRANE: a café lost £3m"},
		{"a euro on that way", "Tickets are ‰âÂ8 each", "Tickets are €8 each"},
		{"twice UTF-8 without its control characters", "The crane wonÃ¢ÂÂt move, the harbourÃ¢ÂÂs owner said", "The crane won’t move, the harbour’s owner said"},
		{"an apostrophe as an inverted question mark", "The harbour¿s owner said it doesn¿t move", "The harbour’s owner said it doesn’t move"},
		{"a dash whose last byte was made straight", "Old Quay â€\" The crane has moved.", "Old Quay – The crane has moved."},
		{"a trade mark whose byte in the middle was", "They tried the Cranomaticâ\"¢ on Friday.", "They tried the Cranomatic™ on Friday."},
		{"a euro whose byte in the middle was", "They paid â,¬9 for the crane.", "They paid €9 for the crane."},
		{"à at the end of a line", "La grue est déjà lÃ", "La grue est déjà là"},
		{"a last byte that was trimmed", "æ¸¯å\u008f£çš„æ–°è¦\u0081ç´", "港口的新要素"},
		{"umlauts taken apart, without their last bytes", "Die KraÌhne in LuÌbeck wurden uÌber Nacht geschlossen", "Die Krähne in Lübeck wurden über Nacht geschlossen"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, String(tt.text))
			require.Equal(t, tt.want, String(tt.want))
		})
	}
	for _, right := range []string{
		"¿Qué pasó ayer? ¿Y hoy?", "På £5 om dagen", "LUNEDÌ", "Så «stor» var det", "5‰ Û", "A IRMÃ", "COMUNICAÇÃ", "Ìle", "Dÿ_", "â la carte",
	} {
		require.Equal(t, right, New(Encoding{}).String(right))
	}
}
