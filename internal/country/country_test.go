package country

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		phrase string
		want   Match
	}{
		{"Qatar", Match{Code: "QA", Name: "Qatar"}},
		{"the Netherlands", Match{Code: "NL", Name: "Netherlands"}},
		{"The Gambia", Match{Code: "GM", Name: "Gambia"}},
		{"United States of America", Match{Code: "US", Name: "United States"}},
		{"America", Match{Code: "US", Name: "United States"}},

		// Former and other names.
		{"Swaziland", Match{Code: "SZ", Name: "Eswatini"}},
		{"Burma", Match{Code: "MM", Name: "Myanmar"}},
		{"the Czech Republic", Match{Code: "CZ", Name: "Czechia"}},
		{"Macedonia", Match{Code: "MK", Name: "North Macedonia"}},
		{"Turkey", Match{Code: "TR", Name: "Türkiye"}},
		{"Turkiye", Match{Code: "TR", Name: "Türkiye"}},
		{"Ivory Coast", Match{Code: "CI", Name: "Côte d'Ivoire"}},
		{"Côte d’Ivoire", Match{Code: "CI", Name: "Côte d'Ivoire"}},
		{"Cote d'Ivoire", Match{Code: "CI", Name: "Côte d'Ivoire"}},
		{"Holland", Match{Code: "NL", Name: "Netherlands"}},
		{"Sao Tome & Principe", Match{Code: "ST", Name: "São Tomé and Príncipe"}},
		{"St. Lucia", Match{Code: "LC", Name: "Saint Lucia"}},
		{"Kosovo", Match{Code: "XK", Name: "Kosovo"}},

		// Abbreviations, with and without dots.
		{"US", Match{Code: "US", Name: "United States", Kind: Abbreviation}},
		{"U.S.", Match{Code: "US", Name: "United States", Kind: Abbreviation}},
		{"U.S", Match{Code: "US", Name: "United States", Kind: Abbreviation}},
		{"U. S.", Match{Code: "US", Name: "United States", Kind: Abbreviation}},
		{"U.K.", Match{Code: "GB", Name: "United Kingdom", Kind: Abbreviation}},
		{"UAE", Match{Code: "AE", Name: "United Arab Emirates", Kind: Abbreviation}},
		{"the DRC", Match{Code: "CD", Name: "Democratic Republic of the Congo", Kind: Abbreviation}},
		{"DPRK", Match{Code: "KP", Name: "North Korea", Kind: Abbreviation}},

		// Demonyms.
		{"American", Match{Code: "US", Name: "United States", Kind: Demonym}},
		{"Americans", Match{Code: "US", Name: "United States", Kind: Demonym}},
		{"Dutch", Match{Code: "NL", Name: "Netherlands", Kind: Demonym}},
		{"Philippine", Match{Code: "PH", Name: "Philippines", Kind: Demonym}},
		{"Frenchwoman", Match{Code: "FR", Name: "France", Kind: Demonym}},
		{"South Sudanese", Match{Code: "SS", Name: "South Sudan", Kind: Demonym}},

		// Two countries of one name: the one that news means more often first.
		{"Congolese", Match{Code: "CD", Name: "Democratic Republic of the Congo", Kind: Demonym, Other: "CG"}},
		{"Korean", Match{Code: "KR", Name: "South Korea", Kind: Demonym, Other: "KP"}},
		{"Dominican", Match{Code: "DO", Name: "Dominican Republic", Kind: Demonym, Other: "DM"}},

		// Parts of a country.
		{"England", Match{Code: "GB", Name: "England", Part: true}},
		{"Welsh", Match{Code: "GB", Name: "Wales", Kind: Demonym, Part: true}},
		{"Edinburgh", Match{Code: "GB", Name: "Scotland", Kind: Capital, Part: true}},

		// Capitals; a capital called like its country is the country.
		{"Washington", Match{Code: "US", Name: "United States", Kind: Capital}},
		{"Kyiv", Match{Code: "UA", Name: "Ukraine", Kind: Capital}},
		{"Bogota", Match{Code: "CO", Name: "Colombia", Kind: Capital}},
		{"Singapore", Match{Code: "SG", Name: "Singapore"}},
		{"Mexico City", Match{Code: "MX", Name: "Mexico", Kind: Capital}},

		// Headlines.
		{"NORTH KOREA", Match{Code: "KP", Name: "North Korea"}},
		{"CÔTE D’IVOIRE", Match{Code: "CI", Name: "Côte d'Ivoire"}},
		{"THE PHILIPPINES", Match{Code: "PH", Name: "Philippines"}},
		{"IRAN", Match{Code: "IR", Name: "Iran"}},
	} {
		got, ok := Lookup(c.phrase)
		assert.True(t, ok, c.phrase)
		assert.Equal(t, c.want, got, c.phrase)
	}
}

func TestLookupFindsNothing(t *testing.T) {
	for _, phrase := range []string{
		"", "the", "the ", "us", "Us", "uk", "u.s.", "uae", "turkey", "chad", "polish", "japanese",
		"Turkeys", "China's", "Qatar ", " Qatar", "New Guinea Highlands", "Indiana", "Nigerians.",
		"INDI", "USA Today", "States", "the States", "Washington Post", "\xff", "\xff\xfe\xfd\xfc",
		strings.Repeat("Qatar", 100), strings.Repeat("A", 1<<20),
	} {
		m, ok := Lookup(phrase)
		assert.False(t, ok, "%.40q", phrase)
		assert.Zero(t, m)
	}
}

// Every phrase of the table is found, which checks its order too.
func TestLookupFindsEveryPhrase(t *testing.T) {
	for i := range phraseEnds {
		phrase := entry(phraseText, phraseEnds[:], i)
		m, ok := Lookup(phrase)
		require.True(t, ok, phrase)
		require.True(t, Valid(m.Code), phrase)
		require.True(t, Opens(phrase+"'s") && Opens("the "+phrase) && Opens("The\n"+phrase), phrase)
		if m.Other != "" {
			require.True(t, Valid(m.Other), phrase)
		}
	}
}

func TestCodes(t *testing.T) {
	assert.True(t, Valid("QA"))
	assert.True(t, Valid("XK"))
	assert.True(t, Valid("GB"))
	for _, code := range []string{"", "Q", "qa", "QAT", "UK", "SU", "ZZ", "AN", "634"} {
		assert.False(t, Valid(code), code)
	}

	assert.Equal(t, "United States", ShortName("US"))
	assert.Equal(t, "Iran", ShortName("IR"))
	assert.Equal(t, "United Kingdom", ShortName("GB"))
	assert.Empty(t, ShortName("ZZ"))

	for _, code := range []string{"US", "us", "USA", "usa", "840"} {
		got, ok := Alpha2(code)
		assert.True(t, ok, code)
		assert.Equal(t, "US", got, code)
	}
	for _, code := range []string{"", "UK", "   ", "8", "ZZZ"} {
		_, ok := Alpha2(code)
		assert.False(t, ok, code)
	}
}

func TestAll(t *testing.T) {
	n, last := 0, ""
	for c := range All() {
		n++
		assert.Less(t, last, c.Alpha2)
		last = c.Alpha2
		assert.Regexp(t, `^[A-Z]{2}$`, c.Alpha2)
		assert.Regexp(t, `^[A-Z]{3}$`, c.Alpha3)
		assert.Regexp(t, `^[0-9]{3}$`, c.Numeric)
		assert.Equal(t, c.Name, ShortName(c.Alpha2))
		m, ok := Lookup(c.Name)
		assert.True(t, ok, c.Name)
		assert.Equal(t, c.Alpha2, m.Code)
		assert.Equal(t, Name, m.Kind, c.Name)
	}
	assert.Equal(t, 249+1, n, "ISO 3166-1 and Kosovo")
	for range All() {
		break
	}
}

func TestKindString(t *testing.T) {
	assert.Equal(t, "demonym", Demonym.String())
}

func TestLookupDoesNotAllocate(t *testing.T) {
	for _, phrase := range []string{"Qatari", "the United States", "NORTH KOREA", "CÔTE D'IVOIRE", "nothing here"} {
		assert.Zero(t, testing.AllocsPerRun(100, func() { Lookup(phrase) }), phrase)
	}
}

func FuzzLookup(f *testing.F) {
	for _, s := range []string{"Qatar", "THE GAMBIA", "Côte d’Ivoire", "\xc3", "U.S."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, ok := Lookup(s)
		if !ok {
			if m != (Match{}) {
				t.Errorf("Lookup(%q) = %v, false", s, m)
			}
			return
		}
		if !Valid(m.Code) || m.Name == "" || !utf8.ValidString(s) {
			t.Errorf("Lookup(%q) = %v", s, m)
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	phrases := []string{"Qatari", "the United States", "Acme Widgets", "Washington", "West", "NORTH KOREA", "Price"}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range phrases {
			Lookup(p)
		}
	}
}
