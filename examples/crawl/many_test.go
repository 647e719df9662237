package main

import (
	"bytes"
	"flag"
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/nlnwa/gowarc/v3"
	"github.com/stretchr/testify/require"
)

var (
	made  = flag.String("make", "", "write a WARC of pages of the kind that is measured to this `file`")
	pages = flag.Int("pages", 5000, "how many")
)

// manyWARC is a WARC of n pages as newspapers have them: an article of some 4 KB
// amid 60 KB of what stands around it. One in fifty has no date, one in fifty no
// article, and one in fifty is no page.
func manyWARC(t testing.TB, n int) []byte {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	for i := range n {
		block := answer(200, "text/html; charset=utf-8", manyPage(r, i))
		if i%50 == 7 {
			block = answer(200, "image/jpeg", "\xff\xd8\xff\xe0"+strings.Repeat("\x00\x01", 20_000))
		}
		writeRecord(t, &b, gowarc.Response, fmt.Sprintf("https://www.coast%d.example.ke/2024/05/%d", i%40, i), block, true)
	}
	return b.Bytes()
}

func manyPage(r *rand.Rand, i int) string {
	people := []string{"Ada Obi", "Kofi Mensah", "Grace Wanjiku", "Paolo Ricci", "Naomi Fujita", "Carla Benedetti"}
	bodies := []string{"the World Bank", "the Ministry of Works", "Coast United", "the Bank of Kenya", "the Red Cross", "Kowa Steel"}
	places := []string{"Nairobi", "Accra", "Lagos", "Rome", "Osaka", "Kampala", "London"}
	days := []string{"on Tuesday", "last week", "next month", "in March 2021", "on May 3", "two years ago", "in the first half of this year"}
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><html lang=en><head><title>%s seeks $%d million for %s | The Coast Daily</title>", pick(people), i, pick(places))
	if i%50 != 23 {
		fmt.Fprintf(&b, "<meta property=\"article:published_time\" content=\"2024-05-%02dT08:30:00+01:00\">", 1+i%28)
	}
	b.WriteString("<script>" + strings.Repeat("window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments)}\n", 200) + "</script>")
	b.WriteString("<style>" + strings.Repeat(".teaser .headline a:hover { color: #a00; text-decoration: underline }\n", 100) + "</style></head><body><nav><ul>")
	for k := range 60 {
		fmt.Fprintf(&b, "<li class=\"menu-item menu-item-%d\"><a href=\"/section/%d\">%s</a></li>", k, k, pick(places))
	}
	b.WriteString("</ul></nav><main>")
	if i%50 != 41 {
		b.WriteString("<article><h1>The article</h1>")
		for range 12 {
			b.WriteString("<p>")
			for range 3 {
				fmt.Fprintf(&b, "%s of %s told reporters in %s %s that the plan would cost $%d.%d million, %d percent more than was said before. ",
					pick(people), pick(bodies), pick(places), pick(days), 1+r.IntN(900), r.IntN(10), r.IntN(90))
			}
			b.WriteString("</p>")
		}
		b.WriteString("</article>")
	}
	b.WriteString("</main><aside>")
	for k := range 150 {
		fmt.Fprintf(&b, "<div class=\"teaser\"><a href=\"/2024/%d\"><img src=\"/img/%d.jpg\" alt=\"\"><span class=\"headline\">%s in %s</span></a></div>",
			k, k, html.EscapeString(pick(people)), pick(places))
	}
	b.WriteString("</aside></body></html>")
	return b.String()
}

// TestMake makes the file that the README's figures are measured on.
func TestMake(t *testing.T) {
	if *made == "" {
		t.Skip("the flag -make asks for it")
	}
	require.NoError(t, os.WriteFile(*made, manyWARC(t, *pages), 0o644))
}

func BenchmarkCrawl(b *testing.B) {
	warc := manyWARC(b, 50)
	for b.Loop() {
		crawl(b, bytes.NewReader(warc), "-j", "1")
	}
	b.ReportMetric(float64(50*b.N)/b.Elapsed().Seconds(), "pages/s")
}
