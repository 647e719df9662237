package entities

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An article of testdata/link.txt, with its gold mentions.
type article struct {
	title, text string
	mentions    []Mention
}

// gold reads testdata/link.txt.
func gold(t testing.TB) []article {
	data, err := os.ReadFile("testdata/link.txt")
	require.NoError(t, err)
	var out []article
	for _, part := range strings.Split(string(data), "\n== ")[1:] {
		title, body, _ := strings.Cut(part, "\n")
		a := article{title: title}
		a.text, a.mentions = parseMarkup(t, strings.TrimSpace(body))
		out = append(out, a)
	}
	return out
}

// parseMarkup takes [surface|LABEL|cluster|country] out of a text.
func parseMarkup(t testing.TB, s string) (string, []Mention) {
	var text strings.Builder
	var ms []Mention
	for {
		before, rest, ok := strings.Cut(s, "[")
		text.WriteString(before)
		if !ok {
			return text.String(), ms
		}
		mark, after, ok := strings.Cut(rest, "]")
		f := strings.Split(mark, "|")
		require.True(t, ok && len(f) >= 3, mark)
		m := Mention{Start: text.Len(), Label: Label(f[1])}
		text.WriteString(f[0])
		m.End = text.Len()
		_, err := fmt.Sscan(f[2], &m.Cluster)
		require.NoError(t, err, mark)
		if len(f) > 3 {
			m.Country = f[3]
		}
		ms = append(ms, m)
		s = after
	}
}

// tally counts pairs of mentions that are in one cluster: said, and in the gold.
type tally struct{ both, said, gold, countries, mentions int }

func (n *tally) add(got, want []Mention) {
	for i := range want {
		n.mentions++
		if got[i].Country == want[i].Country {
			n.countries++
		}
		for j := range i {
			said, gold := got[i].Cluster == got[j].Cluster, want[i].Cluster == want[j].Cluster
			n.said += one(said)
			n.gold += one(gold)
			n.both += one(said && gold)
		}
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (n *tally) precision() float64 { return 100 * float64(n.both) / float64(n.said) }
func (n *tally) recall() float64    { return 100 * float64(n.both) / float64(n.gold) }
func (n *tally) f1() float64        { return 200 * float64(n.both) / float64(n.said+n.gold) }
func (n *tally) country() float64   { return 100 * float64(n.countries) / float64(n.mentions) }

// The figures of linking on gold mentions, with the errors when verbose.
func TestLinkGold(t *testing.T) {
	articles := gold(t)
	require.GreaterOrEqual(t, len(articles), 30)
	var all tally
	for _, a := range articles {
		got := make([]Mention, len(a.mentions))
		copy(got, a.mentions)
		link(a.text, got)
		all.add(got, a.mentions)
		for i, m := range got {
			surface, want := a.text[m.Start:m.End], a.mentions[i]
			if m.Country != want.Country {
				t.Logf("%s: %s at %d has country %q, want %q", a.title, surface, m.Start, m.Country, want.Country)
			}
			for j := range i {
				if w := a.mentions[j]; (m.Cluster == got[j].Cluster) != (want.Cluster == w.Cluster) {
					t.Logf("%s: %s at %d and %s at %d: same = %v", a.title, a.text[w.Start:w.End], w.Start, surface, m.Start, m.Cluster == got[j].Cluster)
				}
			}
		}
	}
	t.Logf("clusters: precision %.1f, recall %.1f, F1 %.1f; countries: %.1f %% of %d mentions",
		all.precision(), all.recall(), all.f1(), all.country(), all.mentions)
	assert.GreaterOrEqual(t, all.f1(), 95.0)
	assert.GreaterOrEqual(t, all.country(), 97.0)
}
