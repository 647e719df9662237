package entities

import (
	"os"
	"slices"
	"strconv"
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

// goldArticles reads testdata/link.txt, which says how it is written.
func goldArticles(t testing.TB) []article {
	data, err := os.ReadFile("testdata/link.txt")
	require.NoError(t, err)
	var out []article
	for _, part := range strings.Split(string(data), "\n== ")[1:] {
		title, body, _ := strings.Cut(part, "\n")
		body, legend, ok := strings.Cut(body, "\n--\n")
		require.True(t, ok, title)
		a := article{title: title}
		a.text, a.mentions = parseMarkup(t, body)
		readLegend(t, strings.TrimSpace(legend), a.mentions)
		out = append(out, a)
	}
	return out
}

// parseMarkup takes [surface|LABEL|cluster] out of a text.
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
		require.True(t, ok && len(f) == 3, mark)
		m := Mention{Start: text.Len(), Label: Label(f[1]), Confidence: 1}
		text.WriteString(f[0])
		m.End = text.Len()
		var err error
		m.Cluster, err = strconv.Atoi(f[2])
		require.NoError(t, err, mark)
		ms = append(ms, m)
		s = after
	}
}

// readLegend fills in what the lines "3 = United States (US)" say of clusters.
// Each cluster has one line, and each line a cluster.
func readLegend(t testing.TB, legend string, ms []Mention) {
	lines := strings.Split(legend, "\n")
	used := make([]bool, len(lines)+1)
	for i := range ms {
		m := &ms[i]
		require.LessOrEqual(t, m.Cluster, len(lines), legend)
		number, name, ok := strings.Cut(lines[m.Cluster-1], " = ")
		require.True(t, ok && number == strconv.Itoa(m.Cluster), lines[m.Cluster-1])
		if n := len(name) - len(" (US)"); n > 0 && strings.HasSuffix(name, ")") && name[n:n+2] == " (" {
			name, m.Country = name[:n], name[n+2:n+4]
		}
		m.Canonical, used[m.Cluster] = name, true
	}
	require.NotContains(t, used[1:], false, legend)
}

// tally counts pairs of mentions that are in one cluster: said, and in the gold.
type tally struct{ both, said, gold, names, countries, mentions int }

func (n *tally) add(got, want []Mention) {
	for i := range want {
		n.mentions++
		n.names += one(got[i].Canonical == want[i].Canonical)
		n.countries += one(got[i].Country == want[i].Country)
		for j := range i {
			said, gold := got[i].Cluster == got[j].Cluster, want[i].Cluster == want[j].Cluster
			n.said += one(said)
			n.gold += one(gold)
			n.both += one(said && gold)
		}
	}
}

func (n *tally) precision() float64 { return 100 * float64(n.both) / float64(n.said) }
func (n *tally) recall() float64    { return 100 * float64(n.both) / float64(n.gold) }
func (n *tally) f1() float64        { return 200 * float64(n.both) / float64(n.said+n.gold) }
func (n *tally) name() float64      { return 100 * float64(n.names) / float64(n.mentions) }
func (n *tally) country() float64   { return 100 * float64(n.countries) / float64(n.mentions) }

// bare returns mentions without what link fills in.
func bare(ms []Mention) []Mention {
	out := slices.Clone(ms)
	for i := range out {
		out[i].Cluster, out[i].Canonical, out[i].Country = 0, "", ""
	}
	return out
}

// The figures of linking on gold mentions, with the errors when verbose.
func TestLinkGold(t *testing.T) {
	articles := goldArticles(t)
	require.GreaterOrEqual(t, len(articles), 30)
	var all tally
	for _, a := range articles {
		got := bare(a.mentions)
		link(a.text, "", got)
		all.add(got, a.mentions)
		for i, m := range got {
			surface, want := a.text[m.Start:m.End], a.mentions[i]
			if m.Canonical != want.Canonical {
				t.Logf("%s: %s at %d is called %q, want %q", a.title, surface, m.Start, m.Canonical, want.Canonical)
			}
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
	t.Logf("clusters: precision %.1f, recall %.1f, F1 %.1f; of %d mentions %.1f %% have the right name, %.1f %% the right country",
		all.precision(), all.recall(), all.f1(), all.mentions, all.name(), all.country())
	assert.GreaterOrEqual(t, all.f1(), 98.0)
	assert.GreaterOrEqual(t, all.name(), 98.0)
	assert.GreaterOrEqual(t, all.country(), 98.0)
}

// What the Tagger finds in the same articles: how many names it has and calls right, and
// the clusters of those it found.
func TestLinkFound(t *testing.T) {
	var all tally
	found, right, gold, said := 0, 0, 0, 0
	for _, a := range goldArticles(t) {
		ms := FindAll(a.text)
		at := map[[2]int]Mention{}
		for _, m := range ms {
			at[[2]int{m.Start, m.End}] = m
		}
		var got, want []Mention
		for _, w := range a.mentions {
			if m, ok := at[[2]int{w.Start, w.End}]; ok {
				got, want = append(got, m), append(want, w)
				right += one(m.Label == w.Label)
			}
		}
		all.add(got, want)
		found, gold, said = found+len(got), gold+len(a.mentions), said+len(ms)
	}
	t.Logf("spans %.1f, with labels %.1f; clusters: precision %.1f, recall %.1f, F1 %.1f; names %.1f %%",
		200*float64(found)/float64(gold+said), 200*float64(right)/float64(gold+said), all.precision(), all.recall(), all.f1(), all.name())
	assert.GreaterOrEqual(t, all.f1(), 94.0)
}

// Names on either side of a full stop stay apart.
func TestLinkAcrossStop(t *testing.T) {
	for _, tail := range []string{"", " Kenya is where Obi lives."} {
		text := "The factory is in Kenya. Ada Obi said it would close." + tail
		var ms []Mention
		for name, label := range map[string]Label{"Kenya": GPE, "Ada Obi": PERSON} {
			at := strings.Index(text, name)
			ms = append(ms, Mention{Start: at, End: at + len(name), Label: label})
		}
		slices.SortFunc(ms, func(a, b Mention) int { return a.Start - b.Start })
		link(text, "", ms)
		assert.Equal(t, []string{"Kenya", "Ada Obi"}, []string{ms[0].Canonical, ms[1].Canonical})
	}
}
