package timex

import "sort"

// A Zone is how far clocks are from UTC: so many minutes, or as in a zone of the tz database.
type Zone int16

const fixedZone = 0x4000 // and the minutes from UTC

// NamedZone returns the zone that a text in lower case names in the press of a country, and whether it is an abbreviation.
func NamedZone(text string, at Country) (z Zone, short, ok bool) {
	n := len(zoneAt) - 1
	textAt := func(i int) string { return zoneTexts[zoneAt[i]:zoneAt[i+1]] }
	for i := sort.Search(n, func(i int) bool { return textAt(i) >= text }); i < n && textAt(i) == text; i++ {
		row := zoneRows[i*zoneRowWidth : (i+1)*zoneRowWidth]
		of := Country(row[0])<<8 | Country(row[1])
		if of == at && at != NoCountry || of == others && !ok {
			z, short, ok = Zone(int(row[3])<<8|int(row[4])), row[2] == 'A', true
		}
	}
	return z, short, ok
}

const zoneRowWidth = 5

// ZoneOf is the zone that stands for a country, that of its capital.
func ZoneOf(at Country) (Zone, bool) {
	const width = 4
	n := len(places) / width
	of := func(i int) Country { return Country(places[i*width])<<8 | Country(places[i*width+1]) }
	i := sort.Search(n, func(i int) bool { return of(i) >= at })
	if i == n || of(i) != at {
		return 0, false
	}
	return Zone(int(places[i*width+2])<<8 | int(places[i*width+3])), true
}

// east is the offset of a zone of the tz database at a time of day by its own clocks, in minutes.
func (z Zone) east(day, hour, minute int) int {
	quarters := (day-unixDay)*quartersOfDay + 4*hour + minute/15
	east := z.at(quarters)
	// what the clocks show is UTC and the offset, which may be another at that instant
	return z.at(quarters - east/15)
}

const (
	quartersOfDay = 4 * 24
	offsetWidth   = 14
)

var unixDay = dayNumber(1970, 1, 1)

// at is the offset of a zone of the tz database at an instant, in quarters of an hour from 1970 on.
func (z Zone) at(quarters int) int {
	first, last := int(offsetAt[z]), int(offsetAt[z+1])
	sinceOf := func(i int) int {
		row := offsetRows[i*offsetWidth:]
		return int(row[0])<<16 | int(row[1])<<8 | int(row[2])
	}
	i := first + sort.Search(last-first, func(i int) bool { return sinceOf(first+i) > quarters }) - 1
	row := offsetRows[max(i, first)*offsetWidth:][:offsetWidth]
	east, more := int(int16(uint16(row[3])<<8|uint16(row[4]))), int(int8(row[5]))
	if more == 0 {
		return east
	}
	y, _, _ := civil(unixDay + floorDiv(quarters+east/15, quartersOfDay))
	start, end := moved(row[6:10], y)-east/15, moved(row[10:14], y)-(east+more)/15
	if quarters >= start && quarters < end {
		east += more
	}
	return east
}

// moved is when clocks are moved in a year, in quarters of an hour of local time from 1970 on.
func moved(rule string, y int) int {
	week := int(rule[1])
	if week == 5 { // the last
		week = -1
	}
	return (nthWeekday(y, int(rule[0]), int(rule[2]), week)-unixDay)*quartersOfDay + int(rule[3])
}

// Minutes is the offset of a zone that is always the same.
func (z Zone) Minutes() (east int, ok bool) { return int(z) - fixedZone, z > fixedZone/2 }
