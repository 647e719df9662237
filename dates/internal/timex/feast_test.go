package timex

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Every feast is known from 1990 to 2050.
func TestFeastsKnown(t *testing.T) {
	for y := 1990; y <= 2050; y++ {
		for i, f := range Feasts {
			if f.Rule.calendar == country || f.Rule.calendar == kept || f.Month && f.Rule.calendar != ramadan {
				continue
			}
			n, ok := f.Rule.on(y)
			require.True(t, ok, "feast %d in %d", i+1, y)
			of, _, _ := civil(n)
			require.Equal(t, y, of, "feast %d in %d", i+1, y)
		}
	}
}

// The tables by country are in the order in which they are searched, and every rule gives a day.
func TestCustomsKnown(t *testing.T) {
	last := ""
	for i := range len(customs) / customWidth {
		key := customs[i*customWidth : i*customWidth+keyWidth]
		require.LessOrEqual(t, last, key)
		last = key
		rule, from, to := custom(i)
		for y := max(from, 1990); y <= 2050 && (to == 0 || y <= to); y++ {
			n, ok := rule.on(y)
			require.True(t, ok, "row %d in %d", i, y)
			of, _, _ := civil(n)
			require.Equal(t, y, of, "row %d in %d", i, y)
		}
	}
}

func TestRecordsKnown(t *testing.T) {
	for _, of := range []register{onRecord, estimated} {
		last, start := "", -1
		for i := range len(of.index) / recordWidth {
			key := of.index[i*recordWidth : i*recordWidth+keyWidth]
			require.Less(t, last, key)
			require.Less(t, start, of.start(i))
			last, start = key, of.start(i)
		}
		require.Less(t, start, len(of.days)/dayWidth)
	}
}

// Two days of an Islamic year's length may fall into one of ours.
func TestDaysOf(t *testing.T) {
	d := daysOf(eidAlFitr, NoCountry, 2000)
	require.Len(t, d.all(), 2)
	d = daysOf(eidAlFitr, CountryOf("PK"), 2024)
	require.Equal(t, []int{dayNumber(2024, 4, 10)}, d.all())
	require.Equal(t, byRecords, d.by)
	d = daysOf(eidAlFitr, CountryOf("PK"), 1900)
	require.Equal(t, byFeast, d.by)
	require.Equal(t, NoCountry, CountryOf("Pakistan"))
}
