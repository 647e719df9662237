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
		{"a dash whose last byte was made straight", "Old Quay â€\" The crane has moved.", "Old Quay — The crane has moved."},
		{"a trade mark whose byte in the middle was", "They tried the Cranomaticâ\"¢ on Friday.", "They tried the Cranomatic™ on Friday."},
		{"a euro whose byte in the middle was", "They paid â,¬9 for the crane.", "They paid €9 for the crane."},
		{"the second byte of the first letter of a name", "El alcalde Ãngel Ruiz y Ãlvaro Cano", "El alcalde Ángel Ruiz y Álvaro Cano"},
		{"the same in a line in which more is damaged", "Ãsland vann, sagÃ°i hann", "Ísland vann, sagði hann"},
		{"the same of a letter of Croatian", "Äoković und der Ã„rger", "Đoković und der Ärger"},
		{"À at the start of a line", "Ã Paris, le maire est parti", "À Paris, le maire est parti"},
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

// TestDOS has lines of DOS that were read as latin-1, and lines that look a little like them.
func TestDOS(t *testing.T) {
	for want, text := range map[string]string{
		"La grúa del puerto llegó ayer, pero no podrá moverse hasta mañana": "La gr£a del puerto lleg¢ ayer, pero no podr\u00a0 moverse hasta ma¤ana",
		"Die Kräne im Hafen müssen größer werden":                           "Die Kr\u0084ne im Hafen m\u0081ssen gr\u0094áer werden",
		"Für den Hafen ist das eine gute Nachricht":                         "F\u0081r den Hafen ist das eine gute Nachricht",
		"La grue a été déplacée après la tempête":                           "La grue a \u0082t\u0082 d\u0082plac\u0082e apr\u008as la temp\u0088te",
	} {
		require.Equal(t, want, String(text))
	}
	for _, right := range []string{"It cost 5¢ or £3 a day", "¡Qué grúa! ¿Y el puerto?", "The sum in £s is large", "Thñ tíng ViÖt Nam ph¸t biÓu"} {
		require.Equal(t, right, New(Encoding{}).String(right))
	}
	require.Equal(t, "The harbour’s “new” crane", String("The harbour\u0092s \u0093new\u0094 crane"), "marks of windows-1252")
}
