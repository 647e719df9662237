package opening

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOf(t *testing.T) {
	for _, alike := range [][]string{
		{"Qatar", "qata", "QATARI", "Qata's"},
		{"Fiji", "FIJI", "Fijian"},
		{"U.S.", "u", "U 2"},
		{"UK", "UK's", "uk-"},
		{"", " ", "7", "-Fiji"},
		{"Sao Tome", "SAO PAULO", "sao"},
	} {
		for _, s := range alike {
			assert.Equal(t, Of(alike[0]), Of(s), s)
		}
	}
	for _, s := range []string{"Åland", "São Tomé", "Peñ", "\xff", "Bra\xff"} {
		assert.Equal(t, Foreign, Of(s), s)
	}
	assert.NotEqual(t, Of("Fiji"), Of("Fij"))
	assert.Equal(t, Of("Perú"), Of([]byte("Per"+"ú")))
	assert.NotEqual(t, Foreign, Of("Perlé"), "the fifth letter does not count")
}

// A set has all that it was made of, in any case, and little else.
func TestSet(t *testing.T) {
	names := []string{"Qatar", "UK", "U.S.", "Åland", "Sao Tome"}
	set := Make(names...)
	for _, name := range names {
		for _, s := range []string{name, strings.ToUpper(name), strings.ToLower(name), name + "'s"} {
			assert.True(t, set.Has(Of(s)), s)
		}
	}
	wrong := 0
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			if set.Has(Of(fmt.Sprintf("%c%cx", a, b))) {
				wrong++
			}
		}
	}
	assert.Less(t, wrong, 10, "of 676")
	var none Set
	assert.False(t, none.Has(Of("Qatar")))
	assert.False(t, none.Has(Of("")))
}
