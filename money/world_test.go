package money

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

//go:embed testdata/world.tsv
var world string

// A story is a line of testdata/world.tsv.
type story struct {
	name   string
	finder Finder
	text   string
	gold   []string // as show writes them, in order
	hard   bool     // a currency is read wrongly
}

func stories(t *testing.T) []story {
	t.Helper()
	var all []story
	for line := range strings.Lines(world) {
		if line == "\n" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		require.Len(t, f, 3, line)
		s := story{}
		f[0], s.hard = strings.CutPrefix(f[0], "!")
		if f[0] != "-" {
			s.finder.Country = f[0]
		}
		if f[1] != "-" {
			day, err := time.Parse(time.DateOnly, f[1])
			require.NoError(t, err, line)
			s.finder.Published = day
		}
		for rest := f[2]; rest != ""; {
			before, inside, found := strings.Cut(rest, "[")
			s.text += before
			if !found {
				break
			}
			inside, after, found := strings.Cut(inside, "]")
			surface, value, ok := strings.Cut(inside, "|")
			require.True(t, found && ok, line)
			s.gold = append(s.gold, "["+surface+"] "+value)
			s.text += surface
			rest = after
		}
		s.name = fmt.Sprintf("%.60s", s.text)
		all = append(all, s)
	}
	return all
}

func TestWorld(t *testing.T) {
	for _, s := range stories(t) {
		t.Run(s.name, func(t *testing.T) {
			want, got := strings.Join(s.gold, "; "), strings.ReplaceAll(show(s.finder, s.text), "?", "")
			if !s.hard {
				assert.Equal(t, want, got)
				return
			}
			assert.NotEqual(t, want, got, "is right now")
			for i, m := range s.finder.FindAll(s.text) {
				right := strings.Contains(s.gold[i], "] "+m.Currency+" ")
				assert.True(t, right || m.Ambiguous && m.Evidence != EvidenceStated, "%s says that it is not stated", s.text[m.Start:m.End])
			}
		})
	}
}
