package money

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/opening"
)

// What a table holds is found in it, whatever is asked first to spare the search.
func TestTablesAreFound(t *testing.T) {
	for i := range signs {
		assert.Same(t, &signs[i], signNamed(signs[i].text), signs[i].text)
	}
	for i := range words {
		assert.Same(t, &words[i], wordNamed(words[i].text), words[i].text)
	}
	for i := range currencies {
		assert.Same(t, &currencies[i], findCurrency(currencies[i].code), currencies[i].code)
	}
	for _, p := range places {
		assert.Equal(t, p.country, countryWith(p.name), p.name)
		assert.True(t, country.Opens(p.name) || placeOpeners.Has(opening.Of(p.name)), p.name)
	}
	for i := range wordClasses {
		w := wordText[wordStarts[i]:wordStarts[i+1]]
		assert.Equal(t, wordClasses[i], classesOf(w), w)
	}
	for _, code := range []string{"", "US", "usd", "USDX", "ZZZ", "\xffSD"} {
		assert.Nil(t, findCurrency(code), code)
	}
}
