package guess_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/lang/guess"
	"github.com/copydesk-go/copydesk/internal/stories"
)

func TestOf(t *testing.T) {
	for text, want := range map[string]string{
		"The council met on Monday":               "en",
		"Der Rat kam am Montag zusammen":          "de",
		"Le café est fermé jusqu’à lundi":         "fr",
		"La alcaldesa dijo que no sabía nada":     "es",
		"A câmara não disse mais nada sobre isso": "pt",
		"Il consiglio si è riunito lunedì":        "it",
		"De raad kwam maandag bijeen":             "nl",
		"Městská rada se sešla v pondělí":         "cs",
		"Rada zebrała się w poniedziałek":         "pl",
		"Hội đồng thành phố họp hôm thứ Hai":      "vi",
		"Совет собрался в понедельник":            "ru",
		"Рада зібралася в понеділок":              "uk",
		"Belediye meclisi pazartesi toplandı":     "tr",
		"Το συμβούλιο συνεδρίασε τη Δευτέρα":      "el",
		"1234 – 5678": "",
		"Banana":      "",
		"":            "",
	} {
		assert.Equal(t, want, guess.Of(text), text)
	}
	for _, s := range stories.All {
		switch s.Language {
		case "hi", "zh", "ja", "ko", "mul":
		default:
			assert.Equal(t, s.Language, guess.Of(s.Text))
		}
	}
}
