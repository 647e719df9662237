package normalize

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/stories"
)

// Right text comes through the repair of encodings byte for byte, however it is cut
// and cased.
func TestRightTextStays(t *testing.T) {
	for _, s := range stories.All {
		t.Run(s.Language, func(t *testing.T) {
			words := strings.Fields(s.Text)
			for size := 1; size <= 12; size++ {
				for at := 0; at < len(words); at += size {
					piece := strings.Join(words[at:min(at+size, len(words))], " ")
					for _, text := range []string{piece, strings.ToUpper(piece), titled(piece)} {
						assert.Equal(t, text, only.String(text))
					}
				}
			}
		})
	}
}

func titled(s string) string {
	after := ' '
	return strings.Map(func(r rune) rune {
		if after == ' ' {
			after = r
			return unicode.ToTitle(r)
		}
		after = r
		return r
	}, s)
}

// A damaged line does not change its neighbours, whichever they are.
func TestNeighboursStay(t *testing.T) {
	const damaged = "â€œWeâ€™ll meet on Thursday,â€\u009d she said"
	for _, s := range stories.All {
		line, _, _ := strings.Cut(s.Text, "\n")
		out := strings.Split(only.String(line+"\n"+damaged+"\n"+line), "\n")
		assert.Equal(t, []string{line, "“We’ll meet on Thursday,” she said", line}, out, s.Language)
	}
}

// Right lines of languages and kinds that were once torn up.
func TestRightLinesStay(t *testing.T) {
	for kind, lines := range map[string][]string{
		"Cyrillic of other languages": {
			"Мэдээлэл", "Хэвлэл мэдээлэл", "Мирзиёев", "Эбээ кэпсээтэ", "трёх этажах", "Кўпайиши бўйича", "къэзыгъэуцурэ",
			"Куба кышкы убактысы", "кикуйю; гикуйю", "афганистанска афганија", "Къэбэрдей-Балъкъэрым и щІыпІэ",
		},
		"Latin of other languages": {
			"Italiýa we Şweýsariýa", "Komara Cîbûtî", "mercoledì è stata", "Gat ekki sýnt", "ráđđelahttu geas", "taarbâš", "eromâš tehálâš",
			"gaƒoƒome", "öňünde", "diné áłą́ą́", "Stâts Unîts dal Messic", "Coby pōnknōńć slajd",
		},
		"a letter that a mark begins with": {
			"mor fuan â phosib", "mae'n well, yn ogystal â sicrhau", "Cât are de platit o familie", "decât aceea", "al è stât presentât",
		},
		"East Asian letters beside capitals and digits": {
			"AI学院", "MBA学院", "CBD学校", "VIP台", "ICU女", "AI小说", "AI책", "AIスタジオ", "40楼为Penthouse", "y年MMM – y年MMM", "BACK矢印",
		},
		"glued":              {"EnglishРусскийУкраїнська", "EnglishEnglishDeutschDeutschРусскийРусский", "ЗагальнеРізне"},
		"look-alikes":        {"The bank’s prоfit rose 5 per cent, it sаid.", "Nоrth Korea fired a missile.", "bεn", "пeтao", "винo"},
		"capitals and signs": {"SMÅØYER FRISTER TURISTER I SOMMER", "RÅØL FRA VOSS VANT PRIS", "IARNĂ\u00a0", "OGSÅ™", "PÅ® tv", "regel·mä·ßig"},
		"notations":          {"?gov:Umożliwia %s.", "?all-versions(patrón)", "De officiâš´le ploeg"},
		"Greek alone":        {"ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "Εκδόθηκε", "ΜΜ/ΗΗ/ΕΕΕΕ"},
	} {
		t.Run(kind, func(t *testing.T) {
			for _, line := range lines {
				assert.Equal(t, line, only.String(line))
			}
		})
	}
}
