package entities

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/internal/raced"
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
	for _, tt := range []struct{ name, text, want string }{
		{"wide", "The envoys of five states arrived on Monday for talks with Angela\nMerkel, who had asked them to come, and were to leave on Thursday for\n" +
			"the Ivory\nCoast.", "Angela\nMerkel/PERSON Ivory\nCoast/GPE"},
		{"two lines", "The award went on Monday to Peter\nHolt, who lives in Leeds.", "Peter\nHolt/PERSON Leeds/GPE"},
		{"the last word", "The prize was given to Grace\nWanjiku", "Grace\nWanjiku/PERSON"},
		{"in the second sentence", "She left. The prize went to Angela\nMerkel on Monday.", "Angela\nMerkel/PERSON"},
		{"known names", "He spoke of the United\nNations in South\nAfrica on Monday.", "United\nNations/ORG South\nAfrica/GPE"},
		{"a headline stays by itself", "Mayor quits after row\nPeter Holt said on Monday that he would leave.", "Peter Holt/PERSON"},
		{"a list of first names", "Peter\nGrace\nAngela", "Peter/PERSON Grace/PERSON Angela/PERSON"},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, show(Tagger{}, tt.text)) })
	}
	assert.Equal(t, "Peter Holt", FindAll("The award went on Monday to Peter\nHolt, who lives in Leeds.")[0].Canonical)
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
}

// What Validate refuses the finding methods leave out.
func TestValidate(t *testing.T) {
	names, err := NewNameList(Name{Text: "Acme", Label: "BRAND"})
	require.NoError(t, err)
	for _, tt := range []struct {
		name   string
		tagger Tagger
		err    string
		same   bool // finds what the zero Tagger does
	}{
		{"zero", Tagger{}, "", true},
		{"labels", Tagger{Labels: []Label{PERSON, GPE, LOC, "DATE"}}, "", false},
		{"label of one's own", Tagger{Labels: []Label{"BRAND"}, Names: names}, "", false},
		{"unknown label", Tagger{Labels: []Label{"person"}}, `entities: unknown label "person"`, true},
		{"most sure", Tagger{MinConfidence: 1}, "", false},
		{"surer than sure", Tagger{MinConfidence: 1.01}, "entities: MinConfidence 1.01 is not in [0, 1]", true},
		{"below none", Tagger{MinConfidence: -1}, "entities: MinConfidence -1 is not in [0, 1]", true},
		{"no number", Tagger{MinConfidence: math.NaN()}, "entities: MinConfidence NaN is not in [0, 1]", true},
		{"English", Tagger{Language: language.English}, "", true},
		{"British English", Tagger{Language: language.BritishEnglish}, "", true},
		{"French", Tagger{Language: language.French}, "entities: language fr is not read", false},
		{"Kenya", Tagger{Country: "KE"}, "", true},
		{"small letters", Tagger{Country: "ke"}, `entities: country "ke" is no ISO 3166-1 alpha-2 code in capitals`, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.tagger.Validate()
			if tt.err == "" {
				assert.NoError(t, err)
			} else {
				assert.EqualError(t, err, tt.err)
			}
			assert.Equal(t, tt.same, cmp.Equal(FindAll(news), tt.tagger.FindAll(news)))
		})
	}
	assert.Empty(t, Tagger{Language: language.French}.FindAll(news))
}

// The country of publication settles what the text leaves open.
func TestCountry(t *testing.T) {
	for _, tt := range []struct{ name, text, home, want string }{
		{"Georgia alone", "Schools in Georgia closed on Monday.", "", "GE"},
		{"Georgia in an American paper", "Schools in Georgia closed on Monday.", "US", "US"},
		{"Georgia of its neighbours", "Schools in Georgia closed on Monday.", "AM", "GE"},
		{"Congo", "Miners in Congo went home.", "CG", "CG"},
		{"Congo, but the text says which", "Miners in Congo went home to Kinshasa.", "CG", "CD"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ms := Tagger{Country: tt.home}.FindAll(tt.text)
			require.NotEmpty(t, ms)
			assert.Equal(t, tt.want, ms[0].Country)
		})
	}
}

// What is said of a name of one's own is said of all mentions of the same thing.
func TestOwnNames(t *testing.T) {
	names, err := NewNameList(
		Name{Text: "Grace Wanjiku", Label: PERSON, ID: "Q1", Canonical: "Grace N. Wanjiku", Country: "KE"},
		Name{Text: "Acme Widgets Ltd", Label: ORG, ID: "Q2"},
		Name{Text: "Acme", Label: ORG, ID: "Q2"},
		Name{Text: "Springfield", Label: GPE, Country: "US"},
		Name{Text: "Man City", Label: ORG, Canonical: "Manchester City F.C."},
		Name{Text: "the Citizens", Label: ORG, Canonical: "Manchester City F.C."},
	)
	require.NoError(t, err)
	text := "Grace Wanjiku left Acme Widgets Ltd in Springfield. Wanjiku said Acme had sold Man City, and the Citizens lost."
	var got []string
	for m := range (Tagger{Names: names}).All(text) {
		got = append(got, fmt.Sprintf("%d %s|%s|%s|%s", m.Cluster, text[m.Start:m.End], m.ID, m.Canonical, m.Country))
	}
	assert.Equal(t, []string{
		"1 Grace Wanjiku|Q1|Grace N. Wanjiku|KE",
		"2 Acme Widgets Ltd|Q2|Acme Widgets Ltd|",
		"3 Springfield||Springfield|US",
		"1 Wanjiku|Q1|Grace N. Wanjiku|KE",
		"2 Acme|Q2|Acme Widgets Ltd|",
		"4 Man City||Manchester City F.C.|",
		"4 the Citizens||Manchester City F.C.|",
	}, got)
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
	_, err = NewNameList(Name{Text: "Obi", Label: PERSON, Country: "XX"})
	assert.ErrorIs(t, err, ErrCountry)
}

// A listed name does not cut a longer one that has it.
func TestNamesInsideOthers(t *testing.T) {
	names, err := NewNameList(
		Name{Text: "Ann Lee", Label: PERSON, ID: "Q1"},
		Name{Text: "Lee", Label: PERSON, ID: "Q2"},
		Name{Text: "Lagos", Label: "BASE"},
		Name{Text: "Kofi Mensah Foundation", Label: ORG},
	)
	require.NoError(t, err)
	for _, tt := range []struct{ name, text, want string }{
		{"surname of another", "The film is by Spike Lee, a director from Brooklyn.", "Spike Lee/PERSON Brooklyn/GPE"},
		{"listed in full", "The film is by Ann Lee, a director from Brooklyn.", "Ann Lee/PERSON Brooklyn/GPE"},
		{"alone", "The director Lee lives in Brooklyn.", "Lee/PERSON Brooklyn/GPE"},
		{"in a name of others", "She studied at the University of Lagos for two years.", "University of Lagos/ORG"},
		{"behind a title", "They asked Mrs Ann Lee on Monday.", "Ann Lee/PERSON"},
		{"longer than what the model finds", "It was paid by the Kofi Mensah Foundation.", "Kofi Mensah Foundation/ORG"},
		{"two in a list", "They met Ann Lee, Lee and others in Brooklyn.", "Ann Lee/PERSON Lee/PERSON Brooklyn/GPE"},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, show(Tagger{Names: names}, tt.text)) })
	}
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

// A name at the end of what is read together ends there, though more of it may follow.
func TestEndOfPiece(t *testing.T) {
	const together = 1 << 16
	for _, end := range []string{"They moved to Springfield, |Ill. in May.", "It is in the D.C|. area.", "He prayed at St Paul|'s, and left.", "It was built by Sammy Davis Jr|. in May."} {
		before, after, _ := strings.Cut(end, "|")
		for cut := range len(after) {
			rain := strings.Repeat("it rained for all of the day and ", together/32)[:together-len(before)-cut-1] + " "
			for _, m := range FindAll(rain + before + after) {
				assert.LessOrEqual(t, m.End, len(rain+before+after))
			}
		}
	}
}

// A text longer than a section is read as far as the caller goes, in bounded
// memory, and its clusters go on being numbered.
func TestSections(t *testing.T) {
	rain := strings.Repeat("it rained again for all of the day.\n", section/30)
	text := news + rain + news + rain + news
	all := FindAll(text)
	assert.Equal(t, all, slices.Collect(All(text)))
	clusters := 0
	for _, m := range all {
		require.True(t, 1 <= m.Cluster && m.Cluster <= clusters+1)
		clusters = max(clusters, m.Cluster)
	}
	assert.Equal(t, 3*len(things(FindAll(news))), clusters)
	for m := range All(news + strings.Repeat(rain, 100)) {
		assert.Equal(t, "Kenya", m.Canonical)
		break
	}
}

// things returns a mention of each cluster.
func things(ms []Mention) map[int]Mention {
	out := make(map[int]Mention)
	for _, m := range ms {
		out[m.Cluster] = m
	}
	return out
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
	endless := iotest.OneByteReader(io.MultiReader(strings.NewReader("PK\x03\x04!"), iotest.ErrReader(errors.New("read on"))))
	_, err := ReadModel(endless)
	assert.EqualError(t, err, "entities: not a model file", "the head is enough")
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

// Calls that reuse the slice need memory for few things: the text with straight quotation
// marks, and what a text of many names makes grow.
func TestAppendMemory(t *testing.T) {
	if raced.On {
		t.Skip("the race detector drops what is pooled")
	}
	text := strings.Repeat(news, 4)
	var all []Mention
	assert.Less(t, testing.AllocsPerRun(20, func() { all = Append(all[:0], text) }), 20.0)
}
