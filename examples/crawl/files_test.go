package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nlnwa/gowarc/v3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/copydesk-go/copydesk/examples/internal/batch"
)

const rss = `<?xml version="1.0" encoding="windows-1252"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Coast Daily</title><link>https://www.coast.co.uk/</link><language>en-gb</language>
<item><title>Rain &amp;amp; wind</title><link>https://www.coast.co.uk/a/2</link><dc:creator>Ada Obi</dc:creator>
<description>Short.</description><content:encoded>&lt;p&gt;It will cost &lt;b&gt;` + "\xa35" + `&lt;/b&gt; next week.&lt;/p&gt;&lt;p&gt;So they said.&lt;/p&gt;</content:encoded>
<pubDate>Wed, 15 May 2024 08:00:00 GMT</pubDate></item>
<item><title>No text</title><link>https://www.coast.co.uk/a/3</link><pubDate>Wed, 15 May 2024 08:00:00 GMT</pubDate></item>
<item><title>No day</title><guid>tag:4</guid><description>It rained.</description></item>
</channel></rss>`

const atomFeed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Coast Notes</title>
<entry><title>Toll rises</title><id>urn:1</id><link href="https://coast.example.ng/toll"/><updated>2024-05-16T09:00:00Z</updated>
<published>2024-05-15T09:00:00Z</published><content type="html">&lt;p&gt;The toll rose to $5 on Tuesday.&lt;/p&gt;</content></entry>
</feed>`

func TestFeeds(t *testing.T) {
	for name, file := range map[string]string{"rss": rss, "atom": atomFeed} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "feed.xml")
			require.NoError(t, os.WriteFile(path, []byte(file), 0o644))
			fromFile, _ := crawl(t, nil, path)
			fromStdin, _ := crawl(t, strings.NewReader(file))
			require.Len(t, fromStdin, len(fromFile))
			r := fromFile[0]
			if name == "atom" {
				assert.Equal(t, "Toll rises\n\nThe toll rose to $5 on Tuesday.", r.Text)
				assert.Equal(t, "2024-05-15T09:00:00Z", r.meta("date"))
				assert.Equal(t, "2024-05-14", r.Dates[0].Value)
				assert.Equal(t, "NG", r.meta("country"))
				return
			}
			assert.Equal(t, "https://www.coast.co.uk/a/2", r.id(t))
			assert.Equal(t, "Rain & wind\n\nIt will cost £5 next week.\n\nSo they said.", r.Text)
			assert.Equal(t, "en-GB", r.Language)
			for field, want := range map[string]string{
				"url": "https://www.coast.co.uk/a/2", "site": "Coast Daily", "title": "Rain & wind", "byline": "Ada Obi",
				"date": "2024-05-15T08:00:00Z", "date_source": "feed", "country": "GB",
			} {
				assert.Equal(t, want, r.meta(field), field)
			}
			assert.Equal(t, "2024-W21", r.Dates[0].Value)
			assert.Contains(t, fromFile[1].Error, "item 2: no article found")
			assert.Contains(t, fromFile[2].Error, "item 3: no date")
			assert.Equal(t, "tag:4", fromFile[2].id(t))
		})
	}
}

// The day of an item is that where it was published, and dates of all the forms that
// RSS and Atom allow are read.
func TestDatesOfFeeds(t *testing.T) {
	for said, want := range map[string]string{
		"Tue, 14 May 2024 23:30:00 GMT":         "2024-05-14T23:30:00Z",
		"Tue, 14 May 2024 23:30:00 -0700":       "2024-05-14T23:30:00-07:00",
		"Tue, 14 May 2024 23:30:00 EST":         "2024-05-14T23:30:00-05:00",
		"Wed, 15 May 2024 08:00:00 +1000":       "2024-05-15T08:00:00+10:00",
		"Wed, 15 May 2024 08:00:00 +0530 (IST)": "2024-05-15T08:00:00+05:30",
		"7 May 2024 09:30 GMT":                  "2024-05-07T09:30:00Z",
		"14 May 24 09:30:00 UT":                 "2024-05-14T09:30:00Z",
		"Tue, 14 May 24 09:30 -0700":            "2024-05-14T09:30:00-07:00",
		"2024-05-15T08:00:00+10:00":             "2024-05-15T08:00:00+10:00",
		"2024-05-14":                            "2024-05-14",
		"14 May 24 23:30:00 PDT":                "2024-05-14",
		"Tue, 14 May 2024 23:30:00 +2300":       "2024-05-14T00:30:00Z",
		"14 May 24 23:30:00 +2300":              "2024-05-14T23:30:00+23:00",
		"soon":                                  "",
	} {
		t.Run(said, func(t *testing.T) {
			feed := `<rss version="2.0"><channel><item><title>Toll</title><description>It rose today.</description><pubDate>` + said +
				`</pubDate></item></channel></rss>`
			lines, _ := crawl(t, strings.NewReader(feed), "-undated")
			assert.Equal(t, want, lines[0].meta("date"))
			if want != "" {
				assert.Equal(t, want[:len("2024-05-14")], lines[0].Dates[0].Value)
			}
		})
	}
}

// Articles that are short have their paragraphs, and have them once.
func TestShortArticles(t *testing.T) {
	for name, s := range map[string][]string{
		"en": {"Roof to be mended", "The school on the hill gets a new roof, the head teacher said.", "Work starts in July. It takes a month."},
		"ja": {
			"市が橋を修理", "市は15日、古い橋の修理に5億円を使うと発表した。工事は7月に始まり、8か月かかる見通しだ。市長が記者会見で述べた。",
			"橋は1965年に建てられ、毎日およそ2万台の車が通る。店の主人たちは客が減ることを心配している。市は支援のため1000万円を用意した。",
		},
		"zh": {
			"市里要修桥", "市政府15日宣布，将花费5亿日元修理旧桥。工程将于7月开始，预计需要八个月，市长在记者会上说。",
			"这座桥建于1965年，每天约有两万辆汽车通过。附近的店主担心顾客减少。市里为此准备了1000万日元的补助。",
		},
		"en, very short": {"Roof mended", "The school has a new roof.", "It took a month."},
		"ja, very short": {"市が橋を修理", "市は15日、古い橋を修理すると発表した。", "橋は1965年に建てられた。"},
	} {
		t.Run(name, func(t *testing.T) {
			page := "<html><head><title>" + s[0] + "</title><meta charset=utf-8></head><body><nav><a href=/>…</a></nav>" +
				"<article><h1>" + s[0] + "</h1><p>" + s[1] + "</p><p>" + s[2] + "</p></article><footer>©</footer></body></html>"
			lines, _ := crawl(t, strings.NewReader(page), "-undated")
			assert.Equal(t, strings.Join(s, "\n\n"), lines[0].Text)
		})
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	warc, _ := goodWARC(t, 2, true)
	for name, text := range map[string]string{
		"a/page.html": goodPage(t, 1), "a/style.css": "a { color: red }", "b/x.warc.gz": string(warc), "b/y.html.gz": "no gzip", "c.xml": atomFeed,
	} {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	var ids []string
	lines, _ := crawl(t, nil, "-j", "3", dir)
	for _, l := range lines {
		id := l.id(t)
		if l.Error != "" {
			id += "!"
		}
		ids = append(ids, id)
	}
	assert.Equal(t, []string{"a/page.html", "a/style.css!", pageURL(0), pageURL(1), "b/y.html!", "https://coast.example.ng/toll"}, ids)
}

// Flags give what pages do not say.
func TestFlags(t *testing.T) {
	page := strings.Replace(goodPage(t, 1), "<meta name=date content=2024-05-15>", "", 1)
	lines, _ := crawl(t, strings.NewReader(page), "-published", "2023-02-03")
	assert.Equal(t, "2023-02-03", lines[0].meta("date"))
	assert.Equal(t, "flag", lines[0].meta("date_source"))
	assert.Equal(t, "2023-01-31", lines[0].Dates[0].Value)
	lines, _ = crawl(t, strings.NewReader(page), "-undated", "-only", "dates")
	assert.Empty(t, lines[0].meta("date_source"))
	assert.Equal(t, "XXXX-WXX-2", lines[0].Dates[0].Value)
	assert.Empty(t, lines[0].Money)
	for _, wrong := range [][]string{{"-j", "0"}, {"-resume"}, {"-only", ""}, {"-max", "much"}, {"-published", "soon"}, {"-nonsense"}} {
		_, err := parse(wrong)
		assert.Error(t, err, wrong)
	}
}

// However a run was interrupted, resuming it gives what one run gives.
func TestResume(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.warc.gz"), filepath.Join(dir, "out.jsonl")
	warc, _ := goodWARC(t, 50, true)
	b := bytes.NewBuffer(warc)
	writeRecord(t, b, gowarc.Response, pageURL(50), answer(404, "text/html", ""), true)
	warc, _ = goodWARC(t, 100, true)
	b.Write(warc)
	require.NoError(t, os.WriteFile(in, b.Bytes(), 0o644))
	o, err := parse([]string{"-o", out, "-only", "money", in})
	require.NoError(t, err)
	_, err = run(t.Context(), o, nil, nil, io.Discard)
	require.NoError(t, err)
	whole, err := os.ReadFile(out)
	require.NoError(t, err)

	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		for { // until some of it is written
			if b, err := os.ReadFile(out); err == nil && bytes.Count(b, []byte("\n")) >= 10 {
				cancel()
				return
			}
			time.Sleep(time.Millisecond)
		}
	}()
	require.NoError(t, os.Remove(out))
	if _, err = run(ctx, o, nil, nil, io.Discard); err != nil { // a fast machine may be done before
		assert.ErrorContains(t, err, "interrupted after")
		assert.FileExists(t, out+".resume")
	}
	o.resume = true
	var table bytes.Buffer
	failed, err := run(t.Context(), o, nil, nil, &table)
	require.NoError(t, err)
	assert.Equal(t, 1, failed, "with those of the first run")
	got, err := os.ReadFile(out)
	require.NoError(t, err)
	assert.Equal(t, string(whole), string(got))
	assert.NoFileExists(t, out+".resume")

	require.NoError(t, os.WriteFile(out, []byte("My novel."), 0o644))
	_, err = run(t.Context(), o, nil, nil, io.Discard)
	assert.ErrorAs(t, err, new(*batch.RefusedError))
	o.out = in
	_, err = run(t.Context(), o, nil, nil, io.Discard)
	assert.ErrorAs(t, err, new(*batch.RefusedError))
}

func TestTextOf(t *testing.T) {
	for in, want := range map[string]string{
		"<p>One  <b>two</b>,\nthree.</p><p>Four.</p>":                                 "One two, three.\n\nFour.",
		"One<br>two<br/>three":                                                        "One\ntwo\nthree",
		"<ul><li>One<li>two</ul>three":                                                "One\ntwo\n\nthree",
		"<table><tr><th>Cost</th><td>$5</td></tr><tr><td>Sum</td><td>$6</td></table>": "Cost\t$5\nSum\t$6",
		"a<script>b</script><style>c</style>d":                                        "ad",
		"<div><div><p>One.</p></div></div><h2>Two</h2>":                               "One.\n\nTwo",
		"One <i>two</i> three<i>four</i>":                                             "One two threefour",
		"":                                                                            "",
	} {
		doc, err := html.Parse(strings.NewReader(in))
		require.NoError(t, err)
		assert.Equal(t, want, textOf(doc), in)
	}
}

func TestCountryOf(t *testing.T) {
	for host, want := range map[string]string{
		"www.coast.co.uk": "GB", "coast.example.ke": "KE", "coast.de": "DE", "coast.com": "", "coast.tv": "", "coast.io": "", "coast.eu": "",
		"127.0.0.1": "", "localhost": "", "": "", "coast.KE": "KE",
	} {
		assert.Equal(t, want, countryOf(host), host)
	}
}

// What says the date of a page is told, and a year alone is no date.
func TestDateSource(t *testing.T) {
	body := "<article><p>" + strings.Join(stories["fr"].paragraphs, "</p><p>") + "</p></article>"
	for name, tt := range map[string]struct{ head, body, source string }{
		"meta":      {`<meta property="article:published_time" content="2024-05-15T08:30:00Z">`, "", "meta"},
		"json-ld":   {`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-15T08:30:00Z"}</script>`, "", "json-ld"},
		"time":      {"", `<time datetime="2024-05-15" pubdate>15 May</time>`, "time"},
		"url":       {`<link rel="canonical" href="https://coast.example/2024/05/15/bridge">`, "", "url"},
		"copyright": {"", "<footer>© 2024 The Coast Daily</footer>", ""},
		"none":      {"", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			page := "<html lang=fr><head><title>Le pont</title>" + tt.head + "</head><body>" + body + tt.body + "</body></html>"
			lines, _ := crawl(t, strings.NewReader(page), "-undated")
			require.Empty(t, lines[0].Error)
			assert.Equal(t, tt.source, lines[0].meta("date_source"))
			if tt.source != "" {
				assert.Equal(t, "2024-05-15", lines[0].meta("date")[:10])
			}
		})
	}
}

// A page that was fetched from an address without a date may name one that has it.
func TestDateOfCanonicalAddress(t *testing.T) {
	page := `<html lang=fr><head><title>Le pont</title><link rel="canonical" href="https://coast.example/2024/05/15/bridge"></head>` +
		"<body><article><p>" + strings.Join(stories["fr"].paragraphs, "</p><p>") + "</p></article></body></html>"
	var warc bytes.Buffer
	writeRecord(t, &warc, gowarc.Response, "https://coast.example/?p=12", answer(200, "text/html", page), true)
	lines, _ := crawl(t, &warc)
	assert.Equal(t, "2024-05-15", lines[0].meta("date"))
	assert.Equal(t, "url", lines[0].meta("date_source"))
	assert.Equal(t, "https://coast.example/?p=12", lines[0].meta("url"))
}
