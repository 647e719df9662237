package copydesk_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/normalize"
)

// The record says which language was given; in one that is not read there are
// sums with signs, codes and figures alone.
func TestLanguage(t *testing.T) {
	const text = `"text": "Ada Obi paid €5 million in Kenya on Friday."`
	for name, tt := range map[string]struct {
		in       string
		language string
		kept     string // in meta
		read     bool
	}{
		"none":                  {`{` + text + `}`, "", "", true},
		"none said":             {`{` + text + `, "language": ""}`, "", "", true},
		"English":               {`{` + text + `, "language": "en"}`, "en", "", true},
		"English of a place":    {`{` + text + `, "language": "en-ng"}`, "en-NG", "", true},
		"another":               {`{` + text + `, "language": "it"}`, "it", "", false},
		"another of a place":    {`{` + text + `, "language": "it-CH"}`, "it-CH", "", false},
		"a word that is no tag": {`{` + text + `, "language": "english, mostly"}`, "", `"english, mostly"`, true},
		"no text at all":        {`{` + text + `, "language": ["en"]}`, "", `["en"]`, true},
	} {
		t.Run(name, func(t *testing.T) {
			var in copydesk.Article
			require.NoError(t, json.Unmarshal([]byte(tt.in), &in))
			r, err := copydesk.Annotator{}.Annotate(t.Context(), in)
			require.NoError(t, err)
			assert.Equal(t, tt.language, r.Language)
			assert.Equal(t, tt.kept, string(r.Meta["language"]))
			assert.Equal(t, tt.read, len(r.Entities) > 0)
			assert.Equal(t, tt.read, len(r.Dates) > 0)
			require.Len(t, r.Money, 1)
			assert.Equal(t, "EUR", r.Money[0].Currency)
		})
	}
}

func TestLanguageOfTheAnnotator(t *testing.T) {
	polish := copydesk.Annotator{Language: language.Polish}
	assert.ErrorContains(t, polish.Validate(), "pl")
	r, err := polish.Annotate(t.Context(), copydesk.Article{Text: "Ada Obi left Kenya."})
	require.NoError(t, err)
	assert.Equal(t, "pl", r.Language)
	assert.Empty(t, r.Entities)
	r, err = polish.Annotate(t.Context(), copydesk.Article{Text: "Ada Obi left Kenya.", Language: language.BritishEnglish})
	require.NoError(t, err)
	assert.Equal(t, "en-GB", r.Language)
	assert.NotEmpty(t, r.Entities)
}

func TestValidate(t *testing.T) {
	for name, tt := range map[string]struct {
		copydesk.Annotator
		wrong string
	}{
		"nothing set":     {copydesk.Annotator{}, ""},
		"all in order":    {copydesk.Annotator{Country: "KE", Language: language.English, Skip: copydesk.PartDates, Workers: 3}, ""},
		"a country":       {copydesk.Annotator{Country: "ke"}, `"ke"`},
		"a language":      {copydesk.Annotator{Language: language.Swahili}, "sw"},
		"one of dates":    {copydesk.Annotator{Language: language.German}, ""},
		"for names alone": {copydesk.Annotator{Language: language.German, Skip: copydesk.PartDates | copydesk.PartMoney}, "de"},
		"nobody asks":     {copydesk.Annotator{Language: language.Swahili, Skip: copydesk.PartsAll &^ copydesk.PartNormalize}, ""},
		"a part":          {copydesk.Annotator{Skip: 1 << 6}, "0x40"},
		"workers":         {copydesk.Annotator{Workers: -1}, "workers"},
		"an empty region": {copydesk.Annotator{Country: "  "}, `"  "`},
	} {
		t.Run(name, func(t *testing.T) {
			if err := tt.Validate(); tt.wrong == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, tt.wrong)
			}
		})
	}
}

// brittle is a step with a defect.
type brittle struct{}

func (brittle) Edits(text string, _ func(int, int, string)) {
	if text == "break" {
		panic("a defect")
	}
}

// A panic costs the article that it happened in.
func TestAPanicIsAnError(t *testing.T) {
	a := copydesk.Annotator{Normalizer: normalize.New(brittle{}), Workers: 2}
	texts := []string{"one", "break", "two"}
	var got []string
	articles := func(yield func(copydesk.Article) bool) {
		for _, text := range texts {
			if !yield(copydesk.Article{ID: copydesk.ID(text), Text: text}) {
				return
			}
		}
	}
	for r, err := range a.All(t.Context(), articles) {
		if err != nil {
			assert.ErrorContains(t, err, "a defect")
			assert.Equal(t, `"break"`, string(r.ID))
			got = append(got, "error")
			continue
		}
		got = append(got, r.Text)
	}
	assert.Equal(t, []string{"one", "error", "two"}, got)
}
