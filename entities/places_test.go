package entities

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A placedArticle is an article of testdata/places.txt.
type placedArticle struct {
	title, home, text string
	mentions          []Mention // with the countries that they should have
}

// placed reads testdata/places.txt, which says how it is written.
func placed(t testing.TB) []placedArticle {
	data, err := os.ReadFile("testdata/places.txt")
	require.NoError(t, err)
	var out []placedArticle
	for _, part := range strings.Split(string(data), "\n== ")[1:] {
		title, body, _ := strings.Cut(part, "\n")
		a := placedArticle{}
		a.title, a.home, _ = strings.Cut(title, " : ")
		var text strings.Builder
		for {
			before, rest, ok := strings.Cut(strings.TrimSpace(body), "[")
			if body = rest; !ok {
				text.WriteString(before)
				break
			}
			if strings.HasPrefix(body, " ") {
				before += " "
			}
			text.WriteString(before)
			mark, after, _ := strings.Cut(body, "]")
			f := strings.Split(mark, "|")
			m := Mention{Start: text.Len(), Label: Label(f[1])}
			text.WriteString(f[0])
			m.End = text.Len()
			if len(f) > 2 {
				m.Country = strings.Trim(f[2], "-")
			}
			a.mentions = append(a.mentions, m)
			body = after
			if len(after) > 0 && (after[0] == ' ' || after[0] == '\n') {
				text.WriteString(after[:1])
			}
		}
		a.text = text.String()
		out = append(out, a)
	}
	return out
}

// The countries of places, given the names, and as the Tagger finds them. Countries
// themselves do not count.
func TestPlaces(t *testing.T) {
	var right, found, wrong, all int
	for _, a := range placed(t) {
		given := bare(a.mentions)
		link(a.text, a.home, given)
		at := map[[2]int]Mention{}
		for _, m := range (Tagger{Country: a.home}).FindAll(a.text) {
			at[[2]int{m.Start, m.End}] = m
		}
		for i, m := range a.mentions {
			if labelBit(m.Label) != places || isCountry(a.text[m.Start:m.End]) {
				continue
			}
			all++
			if given[i].Country == m.Country {
				right++
			} else {
				t.Logf("%s: %s is in %q, want %q", a.title, a.text[m.Start:m.End], given[i].Country, m.Country)
			}
			switch f, ok := at[[2]int{m.Start, m.End}]; {
			case ok && f.Country == m.Country:
				found++
			case ok && f.Country != "":
				wrong++
				fallthrough
			default:
				t.Logf("%s: the Tagger finds %s as %s in %q, want %q", a.title, a.text[m.Start:m.End], f.Label, f.Country, m.Country)
			}
		}
	}
	percent := func(n int) float64 { return 100 * float64(n) / float64(all) }
	t.Logf("of %d places %.1f %% have the right country; of what the Tagger finds %.1f %%, %.1f %% have a wrong one",
		all, percent(right), percent(found), percent(wrong))
	assert.GreaterOrEqual(t, percent(right), 88.0)
	assert.GreaterOrEqual(t, percent(found), 85.0)
}
