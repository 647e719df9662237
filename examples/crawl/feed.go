package main

import (
	"net/mail"
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
	a.setDate(dated(i.Published, i.PublishedParsed))
	if a.when.IsZero() {
		a.setDate(dated(i.Updated, i.UpdatedParsed))
	}
	if !a.when.IsZero() {
		a.DateSource = "feed"
	}
	return a, nil
}

// zoned is a time whose offset from UTC is said.
var zoned = regexp.MustCompile(`[+-]\d{4}|(?:GMT|UTC?|Z)\s*$`)

// dated is a date of a feed as it was said. What gofeed makes of it is in UTC, where
// the day may be another, and nil for some that RFC 822 allows.
func dated(said string, inUTC *time.Time) (t time.Time, clock bool) {
	clock = strings.Contains(said, ":")
	wall, err := mail.ParseDate(said)
	if err != nil {
		wall, err = time.Parse(time.RFC3339, said)
	}
	switch {
	case err != nil && inUTC == nil:
		return t, false
	case err != nil:
		return *inUTC, clock
	case inUTC == nil:
		inUTC, clock = &wall, clock && zoned.MatchString(said)
	}
	// The zone is what parts the two: net/mail does not know the offset of "EST", and gofeed does.
	_, offset := wall.Zone()
	ahead := wall.Sub(*inUTC) + time.Duration(offset)*time.Second
	if ahead.Abs() > 14*time.Hour {
		return *inUTC, clock
	}
	return inUTC.In(time.FixedZone("", int(ahead.Seconds()))), clock
}
