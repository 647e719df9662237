package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// only is the encoding step alone.
var only = New(Encoding{})

func TestEncodingLegacy(t *testing.T) {
	tests := []struct{ in, want, path string }{
		{"Ãîðîäñêîé ñîâåò ñîáåðåòñÿ â ÷åòâåðã", "Городской совет соберется в четверг", "cp1251>cp1252"},
		{"зПТПДУЛПК УПЧЕФ УПВЕТЕФУС Ч ЮЕФЧЕТЗ", "Городской совет соберется в четверг", "koi8-r>cp1251"},
		{"Ï äÞìïò Ýêëåéóå ôç ãÝöõñá ìÝ÷ñé ôçí Üíïéîç", "Ο δήμος έκλεισε τη γέφυρα μέχρι την άνοιξη", "cp1253>cp1252"},
		{"Mìsto pøíští týden otevøe nový most pøes øeku", "Město příští týden otevře nový most přes řeku", "cp1250>cp1252"},
	}
	for _, tt := range tests {
		text := only.Align(tt.in)
		assert.Equal(t, tt.want, text.String())
		for c := range text.Changes() {
			assert.Equal(t, tt.path, c.Detail, "%q to %q", c.From, c.To)
		}
	}
	for _, right := range []string{
		"Þórður býr á Þingeyri og fer með ferjunni",
		"Český most přes řeku, naïve Œuvre, Ångström a Łódź",
		"Городской совет: «Ёлки», Њ и Ђ, ЦСКА",
		"Ο δήμος έκλεισε τη γέφυρα – ως το Μάιο",
	} {
		assert.Equal(t, right, only.String(right), "stays")
	}
}

func TestEncodingCaseChanged(t *testing.T) {
	assert.Equal(t, "THE MAYOR’S CAFÉ STAYS SHUT", only.String("THE MAYORÂ€™S CAFÃ‰ STAYS SHUT"))
	assert.Equal(t, "les élèves du théâtre", only.String("les ã©lã¨ves du thã©ã¢tre"))
	assert.Equal(t, "Écoles fermées", only.String("Ã‰coles fermÃ©es"), "a capital begins a sentence")
	assert.Equal(t, "ÎLE À VENDRE", only.String("ÎLE À VENDRE"), "stays")
}

// Long lines are repaired in pieces, so that once may not be enough where a
// piece ends inside a character; Settle sees to the rest.
func TestEncodingLongLines(t *testing.T) {
	settled := Settle(Encoding{})
	for _, s := range []string{"â€", "Ã", "鈥", "Ã©√©Г©├⌐", "Ïðèâåò "} {
		once := settled.String(strings.Repeat(s, 3*longestPiece/len(s)))
		assert.True(t, once == settled.String(once), "%q over and over", s)
	}
	prose := strings.Repeat("Der BÃ¼rgermeister trÃ¤gt schÃ¶ne HÃ¼te und grÃ¼ÃŸt. ", longestPiece/20)
	assert.Equal(t, strings.Count(prose, "BÃ¼rgermeister"), strings.Count(only.String(prose), "Bürgermeister trägt schöne Hüte und grüßt."))
}
