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
