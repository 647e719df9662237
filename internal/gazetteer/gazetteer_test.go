package gazetteer

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLookup(t *testing.T) {
	for _, tt := range []struct{ name, place, want string }{
		{"several countries", "Tripoli", "LY LB GR US"},
		{"a state", "Kano", "NG"},
		{"with its accent", "São Paulo", "BR"},
		{"without", "Sao Paulo", "BR"},
		{"in capitals", "NAIROBI", "KE"},
		{"hyphens", "Aix en Provence", "FR"},
		{"apostrophe", "Xi’an", "CN"},
		{"none", "Xyzzyx", ""},
		{"empty", "", ""},
		{"no UTF-8", "\xff\xfe", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var codes []string
			for _, c := range Lookup(nil, tt.place) {
				codes = append(codes, c.Code)
			}
			assert.Equal(t, tt.want, strings.Join(codes, " "))
		})
	}
	assert.True(t, Lookup(nil, "Texas")[0].Region)
	assert.Greater(t, Lookup(nil, "Lagos")[0].Size, 10)
}

func TestHash(t *testing.T) {
	for a, b := range map[string]string{
		"St. Louis": "Saint-Louis", "Mt Isa": "Mount Isa", "Ft. Worth": "Fort Worth", "N'Djamena": "N’DJAMENA", "Addis  Ababa": "Addis\u00a0Ababa",
	} {
		assert.Equal(t, Hash(a), Hash(b), a)
	}
	assert.NotEqual(t, Hash("New York"), Hash("Newyork"))
}

func FuzzLookup(f *testing.F) {
	for _, s := range []string{"Tripoli", "", "St.", "\xff", "- -", "ÅÄÖ-ð"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range Lookup(nil, s) {
			assert.Len(t, c.Code, 2)
			assert.True(t, 0 <= c.Size && c.Size <= 15)
		}
	})
}
