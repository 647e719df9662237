package timex

import (
	"testing"
	"time"
	_ "time/tzdata" // for machines without time zones

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Clocks stand as package time has them, but for what has changed since its own data.
func TestZones(t *testing.T) {
	for text, name := range map[string]string{
		"new york time": "America/New_York", "london time": "Europe/London", "sydney time": "Australia/Sydney", "moscow time": "Europe/Moscow",
		"cairo time": "Africa/Cairo", "santiago time": "America/Santiago", "tehran time": "Asia/Tehran", "jerusalem time": "Asia/Jerusalem",
		"caracas time": "America/Caracas", "dublin time": "Europe/Dublin", "sao paulo time": "America/Sao_Paulo",
	} {
		z, short, ok := NamedZone(text, NoCountry)
		require.True(t, ok && !short, text)
		loc, err := time.LoadLocation(name)
		require.NoError(t, err)
		for at := time.Date(1981, 1, 1, 12, 0, 0, 0, loc); at.Year() < 2025; at = at.AddDate(0, 0, 1) {
			_, seconds := at.Zone()
			got := z.east(dayNumber(at.Year(), int(at.Month()), at.Day()), 12, 0)
			if !assert.Equal(t, seconds/60, got, "%s on %v", name, at) {
				break
			}
		}
	}
}

// Changes of the year 2026.
func TestZonesOf2026(t *testing.T) {
	z, _, _ := NamedZone("vancouver time", NoCountry)
	assert.Equal(t, -420, z.east(dayNumber(2026, 12, 1), 12, 0))
	z, ok := ZoneOf(CountryOf("MA"))
	assert.True(t, ok)
	assert.Equal(t, 0, z.east(dayNumber(2026, 12, 1), 12, 0))
	_, ok = ZoneOf(CountryOf("US"))
	assert.False(t, ok, "a country of several")
}
