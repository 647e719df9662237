package money

// A place is a region, town or institution that tells the country of a story.
type place struct{ name, country string }

// countryWith returns the country of a place, or "".
func countryWith(name string) string {
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
