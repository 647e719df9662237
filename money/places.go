package money

import (
	"github.com/copydesk-go/copydesk/internal/opening"
	"github.com/copydesk-go/copydesk/internal/scan"
)

// A place is a region, town or institution that tells the country of a story.
type place struct{ name, country string }

// longestPlace bounds the names that are looked up in small letters.
const longestPlace = 32

// countryWith returns the country of a place, or "". Names in capitals are those
// of headlines and datelines.
func countryWith(name string) string {
	if !placeOpeners.Has(opening.Of(name)) {
		return ""
	}
	if c := placeNamed(name); c != "" || len(name) < 4 || len(name) > longestPlace || !allCapitals(name) {
		return c
	}
	var buf [longestPlace]byte
	for i := range len(name) {
		buf[i] = name[i]
		if i > 0 && scan.Letter(name[i]) && scan.Letter(name[i-1]) {
			buf[i] |= 0x20
		}
	}
	return placeNamed(string(buf[:len(name)]))
}

func placeNamed(name string) string {
	lo, hi := 0, len(places)
	for lo < hi {
		switch m := int(uint(lo+hi) / 2); {
		case places[m].name == name:
			return places[m].country
		case places[m].name < name:
			lo = m + 1
		default:
			hi = m
		}
	}
	return ""
}
