package words_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/lang/guess/words"
)

func TestForeign(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       bool
	}{
		{"nothing", "", false},
		{"English", "The council of the lake towns met on Friday.", false},
		{"an English heading", "Kings 1936", false},
		{"English with a quotation", "He said: “Der Rat und die Stadt sind nicht an der See.” The others were not in the room.", false},
		{"names", "Nantes 0 Lens 1, Lille 3 Rennes 1, Le Havre 0 Paris 2", false},
		{"a web address", "www.example.com/data/report-20170302.html", false},
		{"German", "Der Rat traf sich am Dienstag, dem 23. November 2021.", true},
		{"a German date", "am Dienstag, dem 23. November 2021", true},
		{"French", "Le conseil se réunit en mars 2021, dit-il.", true},
		{"Spanish in capitals", "EL MINISTRO SE REUNIÓ EL 23 DE NOVIEMBRE", true},
		{"Russian", "Совет собрался в мае 2021 года", true},
		{"another script", "اجتمع المجلس في مايو 2021", true},
		{"bytes that are no text", "\xff\xfe \xff", false},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, words.Foreign(tt.text)) })
	}
}

func TestForeignAllocates(t *testing.T) {
	text := strings.Repeat("Der Rat traf sich am Dienstag. ", 50)
	assert.Zero(t, testing.AllocsPerRun(100, func() { words.Foreign(text) }))
}

func BenchmarkForeign(b *testing.B) {
	text := strings.Repeat("The council of the lake towns met on Friday to hear Ada Obi. ", 50)
	b.ReportAllocs()
	for b.Loop() {
		words.Foreign(text)
	}
}
