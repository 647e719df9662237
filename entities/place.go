package entities

import (
	"strings"

	"github.com/copydesk-go/copydesk/internal/country"
	"github.com/copydesk-go/copydesk/internal/token"
)

// placeLabel tells places with a government from others: the name text[start:end]
// is a GPE, unless it is that of a river, a mountain, a region and the like by one
// of its words, or by those around it.
func placeLabel(text string, start, end int) Label {
	name := oneLine(text[start:end])
	if _, ok := country.Lookup(name); ok {
		if isRiver(name, text[:start], text[end:]) {
			return LOC
		}
		return GPE
	}
	var space [8]token.Token
	var small [32]byte
	tokens := token.Append(space[:0], name)
	for i, t := range tokens {
		if t.End-t.Start > len(small) {
			continue
		}
		word := string(appendLower(small[:0], name[t.Start:t.End]))
		last := i == len(tokens)-1
		if natural(word) && len(tokens) > 1 || region(word) || last && compass(word) || len(tokens) == 1 && landmark(word) {
			return LOC
		}
	}
	return GPE
}

// appendLower appends word with its ASCII capitals made small.
func appendLower(dst []byte, word string) []byte {
	for i := range len(word) {
		b := word[i]
		if b-'A' < 26 {
			b |= 0x20
		}
		dst = append(dst, b)
	}
	return dst
}

// isRiver reports whether the name of a country means the river of that name
// here: "the Niger rose", but not "the Niger army"; "the Congo" only on its banks.
func isRiver(name, before, after string) bool {
	switch name {
	case "Niger", "Jordan", "Senegal", "Congo":
	default:
		return false
	}
	last, before := cutLastWord(before)
	if last == "river" || last == "River" {
		return true
	}
	if last != "the" && last != "The" {
		return false
	}
	if w, before := cutLastWord(before); name == "Congo" {
		of, _ := cutLastWord(before)
		return along(w) || w == "of" && bank(of)
	}
	after, spaced := strings.CutPrefix(after, " ")
	if !spaced || after == "" || after[0]-'a' >= 26 {
		return after == "" || !spaced || after[0]-'A' >= 26
	}
	word, _, _ := strings.Cut(after, " ")
	return goesOn(strings.TrimRight(word, ",.;:!?"))
}

// cutLastWord returns the word at the end of s, which a space follows, and what is
// before it.
func cutLastWord(s string) (word, rest string) {
	t := strings.TrimSuffix(s, " ")
	if t == s {
		return "", ""
	}
	i := strings.LastIndexAny(t[max(0, len(t)-20):], " \n")
	i = max(0, len(t)-20) + i + 1
	return t[i:], t[:i]
}

func along(w string) bool {
	switch w {
	case "along", "across", "up", "down", "beside":
		return true
	}
	return false
}

func bank(w string) bool {
	switch w {
	case "bank", "banks", "mouth", "source", "course", "waters", "bend", "tributary", "tributaries", "side", "shore", "shores":
		return true
	}
	return false
}

// goesOn reports whether a word after a name is none that the name describes.
func goesOn(w string) bool {
	switch w {
	case "and", "or", "in", "at", "to", "is", "was", "are", "were", "has", "had", "have", "which", "that", "near", "where", "for",
		"from", "with", "by", "into", "through", "on", "as", "but", "after", "when", "before", "between", "will", "would", "can",
		"could", "may", "might", "should", "must", "runs", "ran", "rises", "rose", "burst", "bursts", "overflowed", "flows", "flowed",
		"flooded", "until", "since", "while", "because", "so", "than", "during", "upstream", "downstream", "swelled", "meets":
		return true
	}
	return false
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

// landmark reports whether a word alone names a river, a mountain, a desert or a
// stretch of land.
func landmark(word string) bool {
	switch word {
	case "euphrates", "tigris", "indus", "brahmaputra", "yangtze", "irrawaddy", "zambezi", "limpopo", "orinoco", "dnieper", "dniester",
		"dnipro", "vistula", "elbe", "loire", "seine", "thames", "tiber", "jhelum", "chenab", "sutlej", "yamuna", "godavari", "narmada",
		"cauvery", "kaveri", "amur", "yenisei", "potomac", "litani", "okavango",
		"everest", "kilimanjaro", "elbrus", "vesuvius", "etna", "denali", "aconcagua", "matterhorn", "annapurna", "nyiragongo",
		"urals", "carpathians", "rockies", "appalachians", "apennines", "dolomites", "pyrenees", "pamirs", "karakoram", "zagros",
		"gobi", "kalahari", "namib", "negev", "sinai", "atacama", "taklamakan",
		"donbas", "donbass", "transcaucasia", "mesopotamia", "galapagos", "bosphorus", "bosporus", "dardanelles",
		"anatolia", "iberia", "transdniestria", "chaco", "pampas", "outback", "antilles":
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
