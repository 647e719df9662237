package letters

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestModel(t *testing.T) {
	m := Load()
	assert.Equal(t, m.ID('ř'), m.ID('Ř'))
	assert.NotZero(t, m.ID('ế'))
	assert.Equal(t, m.ID('ế'), m.ID('Ế'))
	assert.Zero(t, m.ID('5'))
	assert.Zero(t, m.ID('中'))
	tests := []struct {
		usual, unusual string
		why            string
	}{
		{"př", "pø", "Czech has the first, no language the second"},
		{"th", "tħ", "English and Maltese"},
		{"пр", "пъ", ""},
		{"να", "νξ", ""},
	}
	for _, tt := range tests {
		cost := func(s string) int32 { r := []rune(s); return m.Least(m.ID(r[0]), m.ID(r[1])) }
		assert.Less(t, cost(tt.usual), cost(tt.unusual), "%s %s %s", tt.usual, tt.unusual, tt.why)
	}
}

func TestLanguages(t *testing.T) {
	m := Load()
	best := func(word string) string {
		name, least := "", int32(1<<30)
		for i := range m.Languages {
			before, sum := ID(0), int32(0)
			for _, r := range word {
				id := m.ID(r)
				sum += m.Languages[i].Cost(before, id)
				before = id
			}
			if sum += m.Languages[i].Cost(before, 0); sum < least {
				name, least = m.Languages[i].Tag, sum
			}
		}
		return name
	}
	for word, want := range map[string]string{"příští": "cs", "który": "pl", "ευχαριστώ": "el", "ħobż": "mt", "được": "vi"} {
		assert.Equal(t, want, best(word), word)
	}
}

func TestCedillas(t *testing.T) {
	m := Load()
	for i := range m.Languages {
		if l := &m.Languages[i]; l.Tag == "ro" {
			assert.Equal(t, l.Cost(m.ID('a'), m.ID('ș')), l.Cost(m.ID('a'), m.ID('ş')))
			assert.True(t, l.Has(m.ID('ţ')))
			assert.False(t, l.Has(m.ID('ő')))
		}
	}
}
