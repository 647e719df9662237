package normalize

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRarePage has sequences of UTF-8 that are letters on windows-1252 and others on
// ISO-8859-15.
func TestRarePage(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"either, and nothing else in the line", "teÅŸwîqa", "teşwîqa"},
		{"either, beside letters that are the same on both", "teÅŸwîqa xwe Ã¶ kir", "teşwîqa xwe ö kir"},
		{"no letter that could stand there on the usual page", "Er fÃŒr das schÃ¶ne Haus", "Er für das schöne Haus"},
		{"a control character, which only the rare one and latin-1 have", "StraÃ\u009fe fÃŒr MÃ€nner", "Straße für Männer"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, String(tt.text))
			require.Equal(t, tt.want, String(tt.want))
		})
	}
}

// TestAfricanLetters has letters that few alphabets have, each the only damage of its line, and
// what looks like them and is right.
func TestAfricanLetters(t *testing.T) {
	encoding := New(Encoding{})
	for _, tt := range []struct{ name, text, want string }{
		{"a dash for the second byte", "mutane huÉ—u sun zo", "mutane huɗu sun zo"},
		{"an ellipsis for the first byte", "wa…óanda ke gida", "waɗanda ke gida"},
		{"at the end of a word", "Madd…ô 5", "Maddə 5"},
		{"right: a dash behind a capital", "CAFÉ—the new one", "CAFÉ—the new one"},
		{"right: a dash behind a word", "É—disse ela", "É—disse ela"},
		{"right: an ellipsis in Spanish", "un caso…óleo en el lago", "un caso…óleo en el lago"},
		{"right: an ellipsis in Portuguese", "já sabes…ô meu Deus", "já sabes…ô meu Deus"},
		{"right: a question in Portuguese", "nada…ótimo", "nada…ótimo"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, encoding.String(tt.text))
			require.Equal(t, tt.want, encoding.String(tt.want))
		})
	}
}
