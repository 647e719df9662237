package money

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/internal/lang/langtest"
)

const worldFile = "testdata/world.txt"

// finderOf is the Finder of a text of the world.
func finderOf(t testing.TB, c langtest.Case) Finder {
	t.Helper()
	f := Finder{Country: c.Options["country"]}
	if day := c.Options["published"]; day != "" {
		at, err := time.Parse(time.DateOnly, day)
		require.NoError(t, err)
		f.Published = at
	}
	return f
}

// goldOf writes the sums of a text as show does.
func goldOf(c langtest.Case) string {
	var all []string
	for _, m := range c.Gold {
		all = append(all, "["+c.Text[m.Start:m.End]+"] "+m.Means)
	}
	return strings.Join(all, "; ")
}

// showSure is show without the mark of doubt.
func showSure(f Finder, text string) string { return strings.ReplaceAll(show(f, text), "?", "") }

func TestWorld(t *testing.T) {
	langtest.Run(t, worldFile, func(t *testing.T, c langtest.Case) {
		f := finderOf(t, c)
		if _, hard := c.Options["hard"]; !hard {
			assert.Equal(t, goldOf(c), showSure(f, c.Text))
			return
		}
		assert.NotEqual(t, goldOf(c), showSure(f, c.Text), "is right now")
		for i, m := range f.FindAll(c.Text) {
			right := strings.HasPrefix(c.Gold[i].Means, m.Currency)
			assert.True(t, right || m.Ambiguous && m.Evidence != EvidenceStated, "%s says that it is not stated", c.Text[m.Start:m.End])
		}
	})
}

// Half of the texts have two currencies or more, so that each has to find its own.
func TestWorldIsMixed(t *testing.T) {
	all, mixed := langtest.Load(t, worldFile), 0
	for _, c := range all {
		for _, m := range c.Gold {
			if m.Means[:3] != c.Gold[0].Means[:3] {
				mixed++
				break
			}
		}
	}
	assert.GreaterOrEqual(t, len(all), 300)
	assert.GreaterOrEqual(t, mixed*2, len(all))
}
