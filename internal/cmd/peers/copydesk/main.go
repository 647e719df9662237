// Command copydesk runs this library.
package main

import (
	"time"

	"golang.org/x/text/language"

	"github.com/copydesk-go/copydesk/dates"
	"github.com/copydesk-go/copydesk/entities"
	"github.com/copydesk-go/copydesk/internal/cmd/peers/peer"
	"github.com/copydesk-go/copydesk/money"
	"github.com/copydesk-go/copydesk/normalize"
)

func main() {
	peer.Main(map[string]peer.Finder{
		"names": names, "dates": days, "money": sums,
		"encoding": func(text string, _ time.Time) peer.Found { return peer.Found{Text: decoder.String(text)} },
		"archives": func(text string, _ time.Time) peer.Found { return peer.Found{Text: cleaner.String(text)} },
		"all four": all,
	})
}

// spoken is the language of the texts; in English they are to tell it.
var spoken = func() language.Tag {
	if tag := peer.Language(); tag != "en" {
		return language.MustParse(tag)
	}
	return language.Und
}()

var (
	decoder = normalize.New(normalize.Encoding{})
	cleaner = normalize.Settle(normalize.Default(), money.Repair{})
)

func names(text string, _ time.Time) (f peer.Found) {
	for m := range entities.All(text) {
		if class := peer.Class(string(m.Label)); class != "" {
			f.Findings = append(f.Findings, peer.Finding{Start: m.Start, End: m.End, Value: class})
		}
	}
	return f
}

func days(text string, published time.Time) (f peer.Found) {
	for m := range (dates.Resolver{Published: published, Language: spoken}).All(text) {
		d := peer.Finding{Start: m.Start, End: m.End}
		if !m.To.IsZero() {
			d.Value = m.From.Format(time.DateOnly)
		}
		f.Findings = append(f.Findings, d)
	}
	return f
}

func sums(text string, _ time.Time) (f peer.Found) {
	for m := range (money.Finder{Language: spoken}).All(text) {
		f.Findings = append(f.Findings, peer.Finding{Start: m.Start, End: m.End, Value: peer.Sum(m.Currency, m.Min.String())})
	}
	return f
}

func all(text string, published time.Time) (f peer.Found) {
	f.Text = cleaner.String(text)
	for _, find := range []peer.Finder{names, days, sums} {
		f.Findings = append(f.Findings, find(f.Text, published).Findings...)
	}
	return f
}
