package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/entities"
)

func TestTextsInOtherLanguages(t *testing.T) {
	const german = "Der Bürgermeister Karl Brandt sagte am Montag, dass die Brücke im Oktober eröffnet werde."
	for name, tt := range map[string]struct {
		text     string
		language language.Tag
		found    bool
	}{
		"German":                       {text: german},
		"Spanish":                      {text: "El ministro Juan Ruiz dijo el lunes que el puente de Sevilla costará más de cinco millones."},
		"Swedish, which nothing reads": {text: "Statsministern Anna Berg sade på måndagen att bron i Göteborg ska öppnas i oktober och inte förr."},
		"said to be English":           {german, language.English, true},
		"said to be German":            {german, language.German, false},
		"a quotation in English":       {text: "The mayor of Hamburg, Karl Brandt, said on Monday: “Das ist nicht gut für die Stadt und die Brücke.”", found: true},
		"a paragraph of English":       {text: german + "\nThe mayor of Hamburg said on Monday that it was not what they had wanted.", found: true},
		"too short to tell":            {text: "Karl Brandt, Berlin", found: true},
		"Pidgin":                       {text: "President Adaeze Obi don tok say di goment go pay di workers of Lagos money wey dem dey owe.", found: true},
	} {
		t.Run(name, func(t *testing.T) {
			found := entities.Tagger{Language: tt.language}.FindAll(tt.text)
			assert.Equal(t, tt.found, len(found) > 0, "%v", found)
		})
	}
}
