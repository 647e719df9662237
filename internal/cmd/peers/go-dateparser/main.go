// Command go-dateparser runs github.com/markusmobius/go-dateparser.
package main

import (
	"time"

	"github.com/markusmobius/go-dateparser"

	"github.com/copydesk-go/copydesk/internal/cmd/peers/peer"
)

func main() {
	peer.Main(map[string]peer.Finder{"dates": days})
}

func days(text string, published time.Time) (f peer.Found) {
	_, results, err := dateparser.Search(&dateparser.Configuration{
		Languages: []string{peer.Language()}, CurrentTime: published, PreferredDateSource: dateparser.Past,
	}, text)
	if err != nil {
		return f
	}
	at := peer.Locator{Text: text}
	for _, r := range results {
		f.Findings = append(f.Findings, at.Next(r.Text, r.Date.Time.Format(time.DateOnly)))
	}
	return f
}
