package normalize

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFontsStay has Tamil in the codes of two fonts, TSCII and TAB.
func TestFontsStay(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"TSCII", "¾Á¢ú¿¡Î Ó¾Ä¨Áîº÷ ¦ºý¨ÉÂ¢ø §¿üÚ ¦ºö¾¢Â¡Ç÷¸Ç¢¼õ ÜÈ¢É¡÷"},
		{"TAB", "îñ¤ö¢ï£´ ºîô¬ñê¢êó¢ ªêù¢¬ùò¤ô¢ «ïø¢Á ªêò¢î¤ò£÷ó¢è÷¤ìñ¢ èøô¢"},
	} {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.text, New(Encoding{}).String(tt.text)) })
	}
}
