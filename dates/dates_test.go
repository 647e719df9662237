package dates

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// readings are sentences with one expression that counts, read on Wednesday 24
// November 2021.
var readings = []struct {
	text, surface, value string
	mod                  Mod
}{
	{"The court ruled Tuesday.", "Tuesday", "2021-11-23", NoMod},
}

func TestReadings(t *testing.T) {
	r := Resolver{Published: published}
	for _, tt := range readings {
		found := r.FindAll(tt.text)
		if assert.Len(t, found, 1, tt.text) {
			m := found[0]
			assert.Equal(t, tt.surface, tt.text[m.Start:m.End], tt.text)
			assert.Equal(t, tt.value, m.Value, tt.text)
			assert.Equal(t, tt.mod, m.Mod, tt.text)
		}
	}
}
