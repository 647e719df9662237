package main

import (
	"regexp"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
	"golang.org/x/text/language"
)

// An item is an article as a feed gives it.
type item struct {
	*gofeed.Item
	site     string
	language string
}

// feedStart is how a feed begins, behind its declaration, comments and the like.
var feedStart = regexp.MustCompile(`(?i)^\s*(?:<\?[^>]*>\s*|<!--(?s:.*?)-->\s*|<!doctype[^>]*>\s*)*<(?:rss|feed|rdf:rdf)[\s>]`)

// isFeed reports whether a text is a feed.
func isFeed(text string) bool { return feedStart.MatchString(text[:min(len(text), 4096)]) }

// declaration is that of an XML document, which names a character set that the
// text is no longer in.
var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*>`)

// readFeed reads the articles of a feed.
func readFeed(text string) ([]item, error) {
	feed, err := gofeed.NewParser().ParseString(declaration.ReplaceAllString(text, ""))
	if err != nil {
		return nil, &problem{noHTML, "a feed that is broken: " + err.Error()}
	}
	var all []item
	for _, i := range feed.Items {
		all = append(all, item{i, feed.Title, feed.Language})
	}
	return all, nil
}

// name is what an item is called.
func (i item) name() string {
	if i.Link != "" {
		return i.Link
	}
	return i.GUID
}

// article takes what an item has: the whole text of an article, or what is said of
// it.
func (i item) article() (a article, err error) {
	source := i.Content
	if strings.TrimSpace(source) == "" {
		source = i.Description
	}
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return a, &problem{noArticle, err.Error()}
	}
	title, err := html.Parse(strings.NewReader(i.Title))
	if err != nil {
		return a, &problem{noArticle, err.Error()}
	}
	a = article{URL: i.Link, Site: i.site, Title: textOf(title), body: textOf(doc)}
	if a.body == "" {
		return a, &problem{noArticle, ""}
	}
	a.language, _ = language.Parse(i.language)
	var authors []string
	for _, p := range i.Authors {
		if p != nil && p.Name != "" {
			authors = append(authors, p.Name)
		}
	}
	a.Byline = strings.Join(authors, "; ")
	for _, t := range []*time.Time{i.PublishedParsed, i.UpdatedParsed} {
		if t != nil && a.when.IsZero() {
			a.setDate(*t, true)
			a.DateSource = "feed"
		}
	}
	return a, nil
}
