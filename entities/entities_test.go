package entities

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// show writes the mentions of a text as text/LABEL.
func show(t Tagger, text string) string {
	var all []string
	for m := range t.All(text) {
		all = append(all, text[m.Start:m.End]+"/"+string(m.Label))
	}
	return strings.Join(all, " ")
}

func TestLabels(t *testing.T) {
	for text, want := range map[string]string{
		"The African Union sent envoys to Sudan.":              "African Union/ORG Sudan/GPE",
		"President Emmanuel Macron met Kenyan farmers.":        "Emmanuel Macron/PERSON Kenyan/NORP",
		"The boat sank in the Red Sea off Yemen.":              "Red Sea/LOC Yemen/GPE",
		"It rained for two weeks and nobody was hurt.":         "",
		"“We will vote,” said Angela Merkel of Germany’s CDU.": "Angela Merkel/PERSON Germany/GPE CDU/ORG",
	} {
		assert.Equal(t, want, show(Tagger{}, text), text)
	}
}

// In a paragraph of lines that were broken to fit a width, names go over line ends.
func TestBrokenLines(t *testing.T) {
	text := "The envoys of five states arrived on Monday for talks with Angela\nMerkel, who had asked them to come, and were to leave on Thursday for\nthe Ivory\nCoast." // the last line but one is too short
	assert.NotContains(t, show(Tagger{}, text), "Angela\nMerkel")
	text = strings.Replace(text, "Ivory\n", "Ivory ", 1)
	assert.Equal(t, "Angela\nMerkel/PERSON Ivory Coast/GPE", show(Tagger{}, text))
	assert.Equal(t, "Angela Merkel", FindAll(text)[0].Canonical)
}

func TestWantedLabels(t *testing.T) {
	text := "President Emmanuel Macron met Kenyan farmers in Nairobi."
	assert.Equal(t, "Nairobi/GPE", show(Tagger{Labels: []Label{GPE}}, text))
	assert.Equal(t, "Emmanuel Macron/PERSON Kenyan/NORP", show(Tagger{Labels: []Label{PERSON, NORP}}, text))
}

func TestMinConfidence(t *testing.T) {
	for m := range (Tagger{MinConfidence: 0.9}).All(news) {
		assert.GreaterOrEqual(t, m.Confidence, 0.9)
	}
	assert.Empty(t, Tagger{MinConfidence: 1.01}.FindAll(news))
}

func TestNames(t *testing.T) {
	names, err := NewNameList(
		Name{Text: "Emmanuel", Label: ORG},
		Name{Text: "Green Growers' Guild", Label: ORG, AnyCase: true},
		Name{Text: "Green Growers", Label: PERSON},
	)
	require.NoError(t, err)
	tagger := Tagger{Names: names}
	for text, want := range map[string]string{
		"The green growers’ guild met.":      "green growers’ guild/ORG",
		"The GREEN  GROWERS' GUILD met.":     "GREEN  GROWERS' GUILD/ORG",
		"The green growers met.":             "",
		"She works for Emmanuel in Nigeria.": "Emmanuel/ORG Nigeria/GPE",
	} {
		got := show(tagger, text)
		if want == "" {
			assert.NotContains(t, got, "growers/", text)
			continue
		}
		assert.Equal(t, want, got, text)
	}
	_, err = NewNameList(Name{Text: " ", Label: ORG})
	assert.ErrorIs(t, err, ErrNoWords)
	_, err = NewNameList(Name{Text: "Obi"})
	assert.ErrorIs(t, err, ErrNoLabel)
}

// Looking for very many names costs what looking for few does, and finds them.
func TestManyNames(t *testing.T) {
	var all []Name
	for i := range 50_000 {
		all = append(all, Name{Text: fmt.Sprintf("Firm %d Holdings", i), Label: ORG})
	}
	names, err := NewNameList(all...)
	require.NoError(t, err)
	assert.Equal(t, "Firm 49999 Holdings/ORG", show(Tagger{Names: names, Labels: []Label{ORG}}, "It is Firm 49999 Holdings that fell."))
}

func TestReadModelErrors(t *testing.T) {
	for name, file := range map[string]string{
		"empty":           "",
		"another file":    "PK\x03\x04 and so on and on",
		"another version": modelFile[:4] + "\x01" + modelFile[5:],
		"cut off":         modelFile[:len(modelFile)/2],
		"damaged":         modelFile[:1000] + "xyz" + modelFile[1003:],
	} {
		_, err := ReadModel(strings.NewReader(file))
		assert.Error(t, err, name)
	}
	m, err := ReadModel(strings.NewReader(modelFile))
	require.NoError(t, err)
	assert.Equal(t, FindAll(news), Tagger{Model: m}.FindAll(news))
}

func TestAppendKeepsWhatIsThere(t *testing.T) {
	all := Append([]Mention{{Start: 7}}, "He lives in Kenya.")
	require.Len(t, all, 2)
	assert.Equal(t, 7, all[0].Start)
	assert.Equal(t, 1, all[1].Cluster)
	assert.Nil(t, FindAll(""))
}
