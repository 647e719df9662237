package normalize

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWestern has western text that was read with another page of the west, in lines in which
// few letters change, and right text that has signs or capitals inside its words.
func TestWestern(t *testing.T) {
	encoding := New(Encoding{})
	for _, tt := range []struct{ name, text, want string }{
		{"DOS as Windows, one letter", "Der Zug kam wieder einmal viel zu sp„t an.", "Der Zug kam wieder einmal viel zu spät an."},
		{"DOS as Windows, letters at the ends of words too", "Le d‚put‚ a demand‚ … tous de rester.", "Le député a demandé à tous de rester."},
		{"a mark that closes quotations", "Die Brücke ist gel”st", "Die Brücke ist gel”st"},
		{"a mark that closes quotations, in the code of DOS", "Beide Fragen wurden schnell gel”st.", "Beide Fragen wurden schnell gelöst."},
		{"Macintosh as Windows, a capital inside", "Die Mittel fŸr das neue Bad fehlen noch.", "Die Mittel für das neue Bad fehlen noch."},
		{"Macintosh as Windows, signs", "A pris‹o do acusado n‹o foi pedida.", "A prisão do acusado não foi pedida."},
		{"Windows as Macintosh", "Die n‰chste Sitzung ist im M‰rz.", "Die nächste Sitzung ist im März."},
		{"Windows as DOS", "Vielen Dank fⁿr die Hilfe der Nachbarn.", "Vielen Dank für die Hilfe der Nachbarn."},
		{"Windows as DOS, a letter of Greek at the end", "Le port est situΘ au nord de la ville.", "Le port est situé au nord de la ville."},
		{"Windows as Russian, one letter", "El alcalde dijo que no estб de acuerdo.", "El alcalde dijo que no está de acuerdo."},
		{"Windows as Russian, at the start of a word", "Die Lehrer sind ьberall sehr beliebt im Land.", "Die Lehrer sind ьberall sehr beliebt im Land."},
		{"Latin-9 as Latin-1", "T¨ehhi re¸issöör sai ¸ürii käest uue auhinna.", "Tšehhi režissöör sai žürii käest uue auhinna."},

		{"right: units", "The coil has 5 kΩ and the lamp 3 m²s at most.", "The coil has 5 kΩ and the lamp 3 m²s at most."},
		{"right: formulas", "Here sinθ and cosΩt are small, and so is α‑decay.", "Here sinθ and cosΩt are small, and so is α‑decay."},
		{"right: quotation marks inside a name", "They play Rock“n”Roll and Blues“n”Soul here.", "They play Rock“n”Roll and Blues“n”Soul here."},
		{"right: an accent for an apostrophe", "Das ist Peter´s Laden und Anna´s Café.", "Das ist Peter´s Laden und Anna´s Café."},
		{"right: a mark of ownership", "Our Kleenexx®es and Walkmann™s are all sold.", "Our Kleenexx®es and Walkmann™s are all sold."},
		{"right: cents and a hundredth", "Pay 5¢each and a‰b for the rest.", "Pay 5¢each and a‰b for the rest."},
		{"right: a word of too few", "fÞrir", "fÞrir"},
		{"right: capitals of Irish", "Muintir na hÉireann agus Tír na nÓg le chéile.", "Muintir na hÉireann agus Tír na nÓg le chéile."},
		{"right: a century with a Latin letter", "в ХХI", "в ХХI"},
		{"right: nothing but such a number", "ХХI", "ХХI"},
		{"right: a letter of Uzbek, as most type it", "Bog‘ning yo‘li O‘zbekistonda bo‘lib o‘tdi.", "Bog‘ning yo‘li O‘zbekistonda bo‘lib o‘tdi."},
		{"right: a letter of Hawaiian, as most type it", "Ferries leave O‘ahu for Kaua‘i and Hawai‘i at noon.", "Ferries leave O‘ahu for Kaua‘i and Hawai‘i at noon."},
		{"Macintosh as Windows, such a mark among others", "No‘l au cafŽ de la CitŽ avec les ŽlŽves.", "Noël au café de la Cité avec les éléves."},
		{"right: Serbian with Latin letters that look alike", "Вoз je стигao у Нoви Сaд кaснo.", "Вoз je стигao у Нoви Сaд кaснo."},
		{"right: Greek with a letter drawn out", "Οχιιιι", "Οχιιιι"},
		{"right: Japanese behind an English word", "Back矢印", "Back矢印"},
		{"right: Russian endings", "Пришли SMSки и VIPы с iPhoneом.", "Пришли SMSки и VIPы с iPhoneом."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, encoding.String(tt.text))
			require.Equal(t, tt.want, encoding.String(tt.want))
		})
	}
}
