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

// Ten megabytes take ten times as long as one, whatever they hold: here only
// that nothing is done for them again and again.
func TestEncodingLongLines(t *testing.T) {
	for _, s := range []string{"â€", "Ã", "鈥", "Ã©√©Г©├⌐", "Ïðèâåò "} {
		text := strings.Repeat(s, 1<<18/len(s))
		assert.Equal(t, only.String(text), only.String(only.String(text)))
	}
}
