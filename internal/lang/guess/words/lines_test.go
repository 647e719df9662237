package words_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/lang/guess/words"
)

const (
	english = "The council of the lake towns met on Friday, and nobody said why.\n"
	french  = "Le conseil des villes du lac s’est réuni vendredi dans la grande salle de la mairie.\n"
	german  = "Der Rat der Städte am See traf sich am Freitag, und niemand sagte, warum das so war.\n"
	polish  = "Rada miast nad jeziorem zebrała się w piątek, ale nikt nie powiedział, dlaczego tak jest.\n"
	figures = "2021 – 2022\n"
)

// A text is divided where its language changes, and lines that do not tell go with those
// around them.
func TestLines(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"what does not tell", figures, "en"},
		{"English", english + figures + english, "en"},
		{"another language", figures + french + figures, "fr"},
		{"two", english + figures + german, "en de"},
		{"there and back", french + english + french, "fr en fr"},
		{"a heading is no change", english + "Le Conseil des Villes\n" + english, "en"},
		{"a title of a film in another language", "“Feel It” a été enregistré en mars et est sorti dans les salles.\n", "fr"},
		{"one that is not read", polish + german, "und de"},
		{"a word with a capital", german + strings.Replace(french, "grande salle", "grande salle “The And Of”", 1), "de fr"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var l words.Lines
			var got []string
			for from := 0; from < len(tt.text); {
				end, tag := l.Stretch(tt.text, from)
				if !assert.Greater(t, end, from) {
					break
				}
				got, from = append(got, tag), end
			}
			assert.Equal(t, tt.want, strings.Join(got, " "))
		})
	}
}

func TestLinesAllocate(t *testing.T) {
	text := strings.Repeat(english+french+german, 20)
	assert.Zero(t, testing.AllocsPerRun(10, func() {
		var l words.Lines
		for from := 0; from < len(text); {
			from, _ = l.Stretch(text, from)
		}
	}))
}

func BenchmarkLines(b *testing.B) {
	for name, line := range map[string]string{"English": english, "French": french} {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(line, 100)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				var l words.Lines
				for from := 0; from < len(text); {
					from, _ = l.Stretch(text, from)
				}
			}
		})
	}
}
