package entities

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/token"
)

// placeLabel tells places with a government from others by their names: GPE,
// unless the name is not a country's and has a word in it that says what part of
// the earth it is.
func placeLabel(name string) Label {
	if _, ok := country.Lookup(name); ok {
		return GPE
	}
	var space [8]token.Token
	tokens := token.Append(space[:0], name)
	for i, t := range tokens {
		word := strings.ToLower(name[t.Start:t.End])
		last := i == len(tokens)-1
		if natural(word) && len(tokens) > 1 || region(word) || last && compass(word) {
			return LOC
		}
	}
	return GPE
}

// natural reports whether a word of a longer name names a thing of nature or a
// stretch of land.
func natural(word string) bool {
	switch word {
	case "sea", "ocean", "river", "lake", "lakes", "mount", "mountain", "mountains", "mt", "desert",
		"gulf", "strait", "straits", "peninsula", "valley", "basin", "coast", "archipelago",
		"plateau", "glacier", "canyon", "reef", "region", "border", "isthmus", "delta", "ridge",
		"forest", "rainforest", "island", "islands", "isle", "isles", "atoll", "plain", "plains",
		"hills", "volcano", "belt", "corridor", "triangle", "steppe", "savanna", "coastline",
		"bank", "strip", "hemisphere", "pole", "circle", "trench", "waterfall", "falls", "cape",
		"rim", "block", "creek", "lagoon", "wetlands", "heights", "range":
		return true
	}
	return false
}

// region reports whether a word names a part of the world larger than a country,
// in whatever company.
func region(word string) bool {
	switch word {
	case "africa", "asia", "europe", "america", "americas", "oceania", "antarctica", "arctic", "antarctic",
		"eurasia", "balkans", "caucasus", "caribbean", "mediterranean", "atlantic", "pacific",
		"sahel", "sahara", "maghreb", "levant", "scandinavia", "himalayas", "himalaya", "andes", "alps",
		"amazon", "siberia", "patagonia", "polynesia", "melanesia", "micronesia", "mideast",
		"australasia", "indochina", "nile", "danube", "mekong", "ganges", "rhine", "volga", "baltics":
		return true
	}
	return false
}

// compass reports whether a word is a direction, as in Middle East.
func compass(word string) bool {
	switch word {
	case "east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest", "midwest":
		return true
	}
	return false
}
