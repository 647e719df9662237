package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk"
	"github.com/copydesk-go/copydesk/money"
)

// An article is what was found in a page. Its fields stand under meta in the
// record.
type article struct {
	URL        string `json:"url"`
	Site       string `json:"site"`
	Title      string `json:"title"`
	Byline     string `json:"byline"`
	Date       string `json:"date"`        // 2024-05-15, or RFC 3339 where the time of day is known
	DateSource string `json:"date_source"` // meta, json-ld, time, url, text, feed, flag, or ""
	Country    string `json:"country"`     // of the site, where its domain says so

	body     string
	language language.Tag
	when     time.Time
}

// The time that extraction takes grows faster than the number of elements, and as
// the bytes of text times the elements that they lie in. A page of news has some
// thousands of the former, and a million of the latter.
const (
	maxElements = 20_000
	maxWithin   = 40_000_000
)

// weigh counts the elements below a node, and the bytes of text in each of them.
func weigh(n *html.Node, depth int) (elements, within int) {
	switch n.Type {
	case html.TextNode:
		return 0, len(n.Data) * depth
	case html.ElementNode:
		elements, depth = 1, depth+1
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		e, w := weigh(c, depth)
		elements, within = elements+e, within+w
	}
	return elements, within
}

// extract finds the article of a page.
func extract(p *page, text string) (a article, err error) {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return a, &problem{noArticle, err.Error()}
	}
	switch n, within := weigh(doc, 0); {
	case n > maxElements:
		return a, &problem{large, fmt.Sprintf("%d elements, and no more than %d are looked at", n, maxElements)}
	case within > maxWithin:
		return a, &problem{large, "too much text lies too deep"}
	}
	date, source := published(doc, p)
	tag := languageOf(doc)
	opts := trafilatura.Options{
		EnableFallback: true, ExcludeComments: true, HtmlDateOverride: &htmldate.Result{},
	}
	if u, err := url.Parse(p.url); err == nil && u.IsAbs() {
		opts.OriginalURL = u
	}
	found, err := trafilatura.ExtractDocument(doc, opts)
	if err != nil {
		return a, &problem{noArticle, err.Error()}
	}
	m := found.Metadata
	title := strings.TrimSpace(m.Title)
	a = article{
		URL: p.url, Site: m.Sitename, Title: title, Byline: m.Author,
		DateSource: source, language: tag, body: bodyOf(found, title),
	}
	if a.URL == "" {
		a.URL = m.URL
	}
	if a.language.IsRoot() {
		a.language, _ = language.Parse(m.Language)
	}
	a.setDate(date.DateTime, date.HasTime)
	if utf8.RuneCountInString(a.body) < trafilatura.DefaultConfig().MinExtractedSize {
		a.body = parted(a.body, doc, opts, title)
	}
	if !sentence.MatchString(a.body) {
		return a, &problem{noArticle, "no sentence"}
	}
	return a, nil
}

// bodyOf is the text of what was found, without the title.
func bodyOf(found *trafilatura.ExtractResult, title string) string {
	return strings.TrimSpace(strings.TrimPrefix(textOf(found.ContentNode), title))
}

// parted is the body of a short article in its paragraphs. Extraction makes one of
// them, and puts all text of the page behind it where it has less than 100 characters:
// many whole articles in Chinese and Japanese are short to it.
func parted(body string, doc *html.Node, opts trafilatura.Options, title string) string {
	opts.Config = trafilatura.DefaultConfig()
	opts.Config.MinExtractedSize = 1
	found, err := trafilatura.ExtractDocument(doc, opts)
	if err != nil {
		return body
	}
	words := func(text string) string { return strings.Join(strings.Fields(text), "") }
	again := bodyOf(found, title)
	joined, said := words(again), words(body)
	rest, begins := strings.CutPrefix(said, joined)
	if joined != "" && begins && (rest == "" || strings.HasSuffix(rest, joined)) {
		return again
	}
	return body
}

func (a *article) setDate(t time.Time, clock bool) {
	if t.IsZero() {
		return
	}
	a.when, a.Date = t, day(t, clock)
}

// complete fills in what follows from the rest, and returns what copydesk takes.
func (a *article) complete(id json.RawMessage) (in copydesk.Article, err error) {
	host := ""
	if u, err := url.Parse(a.URL); err == nil {
		host = u.Hostname()
	}
	if a.Site == "" {
		a.Site = strings.TrimPrefix(host, "www.")
	}
	a.Country = countryOf(host)
	in = copydesk.Article{ID: id, Published: a.when, Country: a.Country, Language: a.language}
	in.Text = strings.TrimSpace(a.Title + "\n\n" + a.body)
	line, err := copydesk.Marshal(a)
	if err != nil {
		return in, err
	}
	return in, json.Unmarshal(line, &in.Meta)
}

// sentence is the end of one, which the lists of a front page do not have.
var sentence = regexp.MustCompile(`[.!?…۔؟।]["'”’»)\]]*(?:\s|$)|[。！？]`)

// aYear is the text of a date that is no more than a year, such as that of a
// copyright.
var aYear = regexp.MustCompile(`^\D*\d{4}\D*$`)

// published finds when a page was published, and what says so.
func published(doc *html.Node, p *page) (htmldate.Result, string) {
	opts := htmldate.Options{URL: p.url, ExtractTime: true, UseOriginalDate: true, SkipExtensiveSearch: true}
	if !p.seen.IsZero() {
		opts.MaxDate = p.seen.AddDate(0, 0, 1)
	}
	found, err := htmldate.FromDocument(doc, opts)
	if err == nil && found.IsZero() && opts.URL != "" {
		opts.URL = "" // the canonical one is looked at where none is given
		found, err = htmldate.FromDocument(doc, opts)
	}
	if err != nil || found.IsZero() {
		return htmldate.Result{}, ""
	}
	source := dateSource(doc, p.url, found)
	if source == "text" && aYear.MatchString(found.SrcString) {
		return htmldate.Result{}, ""
	}
	return found, source
}

// dateSource tells where in a page a date stands.
func dateSource(doc *html.Node, address string, found htmldate.Result) string {
	is := func(text string) bool { return strings.Contains(text, found.SrcString) }
	source := "text"
	if is(address) {
		source = "url"
	}
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			if is(attribute(n, "content")) && attribute(n, "property") != "og:url" {
				return "meta"
			}
		case atom.Script:
			if n.FirstChild != nil && is(n.FirstChild.Data) {
				source = "json-ld"
			}
		case atom.Time:
			if source == "text" && (is(attribute(n, "datetime")) || is(textOf(n))) {
				source = "time"
			}
		case atom.Link:
			if source == "text" && attribute(n, "rel") == "canonical" && is(attribute(n, "href")) {
				source = "url"
			}
		}
	}
	return source
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// languageOf is the language that a page says it is in, or the zero tag.
func languageOf(doc *html.Node) (tag language.Tag) {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Html {
			tag, _ = language.Parse(attribute(n, "lang"))
			return tag
		}
	}
	return tag
}

// worldly are the country codes whose domains are sold to all the world.
var worldly = map[string]bool{
	"AC": true, "AI": true, "AS": true, "CC": true, "CD": true, "CO": true, "DJ": true, "FM": true, "GG": true, "IO": true,
	"LA": true, "LY": true, "ME": true, "MS": true, "NU": true, "SH": true, "SO": true, "TO": true, "TV": true, "VC": true, "WS": true,
}

// countryOf is the country of a domain, or "".
func countryOf(host string) string {
	code := strings.ToUpper(host[strings.LastIndexByte(host, '.')+1:])
	if code == "UK" {
		code = "GB"
	}
	if len(code) != 2 || worldly[code] || (money.Finder{Country: code}).Validate() != nil {
		return ""
	}
	return code
}

// day writes a date as it was given: with its time of day if it has one.
func day(t time.Time, clock bool) string {
	if clock {
		return t.Format(time.RFC3339)
	}
	return t.Format(time.DateOnly)
}
