package timex

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Every feast is known from 1990 to 2050.
func TestFeastsKnown(t *testing.T) {
	for y := 1990; y <= 2050; y++ {
		for i, f := range Feasts {
			n, ok := f.Rule.on(y)
			require.True(t, ok, "feast %d in %d", i+1, y)
			of, _, _ := civil(n)
			require.Equal(t, y, of, "feast %d in %d", i+1, y)
		}
	}
}
