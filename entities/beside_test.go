package entities

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/copydesk-go/copydesk/internal/token"
)

// What is said beside a name, once, and what it is beside.
func TestSettleBeside(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"holds in the rest", "The charity [Odhika|PERSON] is small. [Odhika|PERSON] met [Ada Obi|PERSON].", "Odhika/ORG Odhika/ORG Ada Obi/PERSON"},
		{"of a person with two names it does not", "The charity [Ada Obi|PERSON] runs is small.", "Ada Obi/PERSON"},
		{"a company in a name says nothing", "He left Acme Company [Ada|PERSON] founded.", "Ada/PERSON"},
		{"an institution of a place", "The [Supreme Court|ORG] of [Cuba|GPE] met.", "Supreme Court of Cuba/ORG"},
		{"a club of a place is not one", "The [Falcons|ORG] of [Cuba|GPE] met.", "Falcons/ORG Cuba/GPE"},
		{"its first word", "He asked the Ethics and [Salary Commission|ORG].", "Ethics and Salary Commission/ORG"},
		{"a list of places", "Roads to [Nahaf|GPE], [Deir|PERSON], [Sakhnin|GPE] and [Arraba|GPE] are shut.", "Nahaf/GPE Deir/GPE Sakhnin/GPE Arraba/GPE"},
		{"a list of people", "He saw [Daniel|PERSON], [Jordan|GPE], [Kevin|PERSON] and [Ada|PERSON].", "Daniel/PERSON Jordan/PERSON Kevin/PERSON Ada/PERSON"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, ms := parseBare(tt.text)
			var out []string
			for _, m := range settleBeside(ms, 0, 0, text) {
				out = append(out, text[m.Start:m.End]+"/"+string(m.Label))
			}
			assert.Equal(t, tt.want, strings.Join(out, " "))
		})
	}
}

// parseBare takes [surface|LABEL] out of a text. The model is sure of long names.
func parseBare(s string) (string, []Mention) {
	var text strings.Builder
	var ms []Mention
	for {
		before, rest, ok := strings.Cut(s, "[")
		text.WriteString(before)
		if !ok {
			return text.String(), ms
		}
		mark, after, _ := strings.Cut(rest, "]")
		name, label, _ := strings.Cut(mark, "|")
		m := Mention{Start: text.Len(), Label: Label(label), Confidence: 0.7}
		if strings.Contains(name, " ") {
			m.Confidence = 0.9
		}
		text.WriteString(name)
		m.End = text.Len()
		ms, s = append(ms, m), after
	}
}

// Short forms that the model missed or called otherwise.
func TestEchoes(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"an acronym in brackets is what it stands behind", "The [Free Trade Pact|MISC] ([FTP|ORG]) holds. [FTP|ORG] helps.",
			"Free Trade Pact/MISC FTP/MISC FTP/MISC"},
		{"or is added", "The [Kirinda Salt Board|ORG] (KSB) met.", "Kirinda Salt Board/ORG KSB/ORG"},
		{"but not what has other letters", "The [Kirinda Salt Board|ORG] (YES) met.", "Kirinda Salt Board/ORG"},
		{"a later name", "[Twitter|ORG] (now X) lost money.", "Twitter/ORG X/ORG"},
		{"initials as they are written", "The [Department for Tea|ORG] met. The DfT said no.", "Department for Tea/ORG DfT/ORG"},
		{"a club", "[Leeds United|ORG] lost. The crowd booed United off.", "Leeds United/ORG United/ORG"},
		{"of a town", "[Leeds United|ORG] met [Hull City|ORG]. [Leeds|GPE] lost, and [Leeds|GPE] slept.", "Leeds United/ORG Hull City/ORG Leeds/ORG Leeds/GPE"},
		{"a firm", "[Navalis SA|ORG] paid. [Navalis|PERSON] is sorry.", "Navalis SA/ORG Navalis/ORG"},
		{"but not its founder", "[Navalis SA|ORG] paid. [Ida Navalis|PERSON] and [Navalis|PERSON] left.", "Navalis SA/ORG Ida Navalis/PERSON Navalis/PERSON"},
		{"one who speaks", "[Ann Jordan|PERSON] won. \"I slept,\" [Jordan|GPE] said.", "Ann Jordan/PERSON Jordan/PERSON"},
		{"or has an age", "[Ann Jordan|PERSON] won. [Jordan|GPE], 24, slept in [Jordan|GPE].", "Ann Jordan/PERSON Jordan/PERSON Jordan/GPE"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, ms := parseBare(tt.text)
			var out []string
			for _, m := range complete(ms, 0, 0, text, token.Append(nil, text)) {
				out = append(out, text[m.Start:m.End]+"/"+string(m.Label))
			}
			assert.Equal(t, tt.want, strings.Join(out, " "))
		})
	}
}

// Quotation marks and accents change no name, and names stand where they stood.
func TestPlainText(t *testing.T) {
	curly := "“José’s Café” is José Núñez’s, said Zoë O’Neill of N’Djamena."
	straight := strings.NewReplacer("“", "\"", "”", "\"", "’", "'").Replace(curly)
	for _, text := range []string{curly, straight, norm.NFD.String(curly)} {
		plain := plainOf(text, nil)
		assert.Equal(t, norm.NFC.String(straight), plain.text)
		for _, name := range []string{"José", "Núñez", "Zoë", "N'Djamena"} {
			at := strings.Index(plain.text, name)
			got := text[plain.source(at):plain.source(at+len(name))]
			assert.Equal(t, name, norm.NFC.String(strings.ReplaceAll(got, "’", "'")))
		}
	}
	assert.Equal(t, plainText{text: "a plain text"}, plainOf("a plain text", nil))
	assert.Equal(t, "\xe2\x80 \xcc", plainOf("\xe2\x80 \xcc", nil).text)
}

// Names that the words around them complete, or part.
func TestCompletedByWords(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a town and its authority", "Residents have taken the Kampala Capital City Authority to court.", "Kampala Capital City Authority/ORG"},
		{"saints whose name stands on", "They drew with St Paul's and went home to Lagos.", "St Paul's/ORG Lagos/GPE"},
		{"apposition", "It was denied by Walhi, an environment group.", "Walhi/ORG"},
		{"whom one is", "It was denied by Ada Obi, a group leader.", "Ada Obi/PERSON"},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, show(Tagger{}, tt.text)) })
	}
}

func TestTrimHonours(t *testing.T) {
	for name, want := range map[string]string{
		"Margaret Loftus SC": "Margaret Loftus", "Ada Obi, OBE": "Ada Obi", "Ada Obi": "Ada Obi", "Obi MP": "Obi", "Deep SC": "Deep", "SC": "SC",
	} {
		assert.Equal(t, want, trimHonours(name))
	}
}

func TestOfOrg(t *testing.T) {
	for name, want := range map[string]int{
		"Roshy Augustine of Kerala Congress": 0, // no frequent first name
		"Paul Augustine of Kerala Union":     len("Paul Augustine"),
		"Grace Church of Kerala Union":       0,
		"Bank of Ghana":                      0,
		"Grace Obi of Lagos":                 0,
	} {
		assert.Equal(t, want, ofOrg(name), name)
	}
}
