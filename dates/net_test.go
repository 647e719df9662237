package dates_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/internal/news"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// What is found in whole articles stays as it is until someone means to change it: our
// stories, damaged as they are, and articles with dates of many kinds set into them. The
// dump is rewritten by -update, and its difference is then read by a person.
func TestNet(t *testing.T) {
	for name, articles := range map[string][]article{"stories": stories(t), "news": newsArticles(40)} {
		t.Run(name, func(t *testing.T) {
			var got strings.Builder
			for _, a := range articles {
				a.dump(&got)
			}
			golden := filepath.Join("testdata", "net", name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got.String()), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n"))
			require.Empty(t, diff, "go test ./dates -run Net -update rewrites %s", golden)
		})
	}
}

type article struct {
	name, text string
	published  time.Time
}

func stories(t *testing.T) []article {
	var all []article
	for _, a := range []article{
		{name: "annotate/testdata/disaster.txt", published: time.Date(2023, time.May, 17, 0, 0, 0, 0, time.UTC)},
		{name: "annotate/testdata/markets.txt", published: time.Date(2023, time.February, 3, 0, 0, 0, 0, time.UTC)},
		{name: "annotate/testdata/sport.txt", published: time.Date(2022, time.September, 25, 0, 0, 0, 0, time.UTC)},
		{name: "article/article.txt", published: time.Date(2024, time.March, 14, 0, 0, 0, 0, time.UTC)},
		{name: "desk/sample.txt", published: time.Date(2024, time.May, 15, 9, 30, 0, 0, time.FixedZone("WAT", 60*60))},
	} {
		text, err := os.ReadFile(filepath.Join("..", "examples", filepath.FromSlash(a.name)))
		require.NoError(t, err)
		a.text = string(text)
		all = append(all, a)
	}
	return all
}

func newsArticles(n int) []article {
	var all []article
	for i, w := 1, news.New(1); i <= n; i++ {
		a := w.Article()
		all = append(all, article{fmt.Sprint("news ", i), a.Text, a.Published})
	}
	return all
}

// dump writes a line for each mention: where it stands, what it is, what it means.
func (a article) dump(b *strings.Builder) {
	fmt.Fprintf(b, "== %s, %s\n", a.name, a.published.Format(time.RFC3339))
	for m := range (dates.Resolver{Published: a.published}).All(a.text) {
		fmt.Fprintf(b, "%d [%s] %v %s", m.Start, a.text[m.Start:m.End], m.Type, m.Value)
		if mod := m.Mod.String(); mod != "" {
			fmt.Fprintf(b, " %s", mod)
		}
		if !m.To.IsZero() {
			fmt.Fprintf(b, ", %s to %s", m.From.Format(time.RFC3339), m.To.Format(time.RFC3339))
		}
		if m.Ambiguous {
			b.WriteString(", ambiguous")
		}
		if m.Through {
			b.WriteString(", through the next")
		}
		b.WriteByte('\n')
	}
}
