package words_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/lang/guess/words"
)

func TestTell(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       string
	}{
		{"nothing", "", ""},
		{"English", "The council of the lake towns met on Friday.", "en"},
		{"an English heading", "Kings 1936", ""},
		{"English with a quotation", "He said: “Der Rat und die Stadt sind nicht an der See.” The others were not in the room.", "en"},
		{"names", "Nantes 0 Lens 1, Lille 3 Rennes 1, Le Havre 0 Paris 2", ""},
		{"a web address", "www.example.com/data/report-20170302.html", ""},
		{"German", "Der Rat traf sich am Dienstag, dem 23. November 2021.", "de"},
		{"a German date", "am Dienstag, dem 23. November 2021", "de"},
		{"French", "Le conseil se réunit en mars 2021, dit-il.", "fr"},
		{"Spanish in capitals", "EL MINISTRO SE REUNIÓ EL 23 DE NOVIEMBRE", "es"},
		{"Turkish", "Belediye meclisi 23 Kasım 2021 Salı günü toplandı.", "tr"},
		{"a Turkish date", "23 Kasım 2021 Salı günü", "tr"},
		{"Russian", "Совет собрался в мае 2021 года", "und"},
		{"another script", "اجتمع المجلس في مايو 2021", "und"},
		{"bytes that are no text", "\xff\xfe \xff", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tag, _ := words.Tell(tt.text)
			assert.Equal(t, tt.want, tag)
		})
	}
}

func TestTellAllocates(t *testing.T) {
	text := strings.Repeat("Der Rat traf sich am Dienstag. ", 50)
	assert.Zero(t, testing.AllocsPerRun(100, func() { words.Tell(text) }))
}

func BenchmarkTell(b *testing.B) {
	text := strings.Repeat("The council of the lake towns met on Friday to hear Ada Obi. ", 50)
	b.ReportAllocs()
	for b.Loop() {
		words.Tell(text)
	}
}
