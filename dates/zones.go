package dates

import (
	"strings"

	"github.com/copydesk-go/copydesk/dates/internal/reader"
	"github.com/copydesk-go/copydesk/dates/internal/timex"
	"github.com/copydesk-go/copydesk/internal/country"
)

// This file reads the names of zones behind times of day.

const longestZone = 6 // tokens of a name: Australian Central Western Standard Time

// zoneCode reads an abbreviation of a zone, as the country of the text means it.
func (p *parser) zoneCode(i int, f *frame) int {
	var low [longestCode]byte
	s := p.Surface(i)
	if len(s) > len(low) {
		return i
	}
	for j := range len(s) {
		low[j] = s[j] | 0x20
	}
	z, short, ok := timex.NamedZone(string(low[:len(s)]), p.home)
	if !ok || !short {
		return i
	}
	setZone(f, z)
	return i + 1
}

const longestCode = 5 // letters: ACWST

// zoneName reads the name of a zone: Central European Time, Moscow time; or what only a region of
// zones needs: 7 p.m. Eastern.
func (p *parser) zoneName(i int, f *frame) int {
	if !p.At(i).Title {
		return i
	}
	last := i // of the name, but for "time"
	for ; last < i+longestZone && p.At(last).Kind != reader.End && !p.In(last, clsTimeWord); last++ {
	}
	if p.In(last, clsTimeWord) && last > i {
		if z, ok := p.zoneOf(p.Text[p.At(i).Start:p.At(last-1).End]); ok {
			setZone(f, z)
			return last + 1
		}
	}
	next := i + 1
	if p.In(next, clsZoneKind) { // Eastern Daylight
		next++
	}
	if !p.In(i, clsZoneRegion) || p.At(next).Title && !p.At(next).Paragraph {
		return i
	}
	z, ok := p.zoneOf(p.Text[p.At(i).Start:p.At(next-1).End])
	if !ok {
		return i
	}
	setZone(f, z)
	return next
}

// zoneOf is the zone of which a text is the name before "time".
func (p *parser) zoneOf(name string) (timex.Zone, bool) {
	text := strings.ToLower(strings.Join(strings.Fields(name), " ")) + " time"
	if z, _, ok := timex.NamedZone(text, p.home); ok {
		return z, true
	}
	if m, ok := country.Lookup(name); ok {
		return timex.ZoneOf(timex.CountryOf(m.Code))
	}
	return 0, false
}

// setZone puts a zone into a frame.
func setZone(f *frame, z timex.Zone) {
	f.Set(reader.FieldZoned, 1)
	if minutes, ok := z.Minutes(); ok {
		f.Set(reader.FieldZone, minutes)
		f.Set(reader.FieldPlace, 0)
		return
	}
	f.Set(reader.FieldPlace, int(z)+1)
}
