// Command prose runs github.com/jdkato/prose.
package main

import (
	"time"

	"github.com/jdkato/prose/v2"

	"github.com/copydesk-go/copydesk/internal/cmd/peers/peer"
)

func main() {
	peer.Main(map[string]peer.Finder{"names": names})
}

// model is that of the first document: without one, each document loads its own.
var model *prose.Model

func names(text string, _ time.Time) (f peer.Found) {
	var options []prose.DocOpt
	if model != nil {
		options = append(options, prose.UsingModel(model))
	}
	doc, err := prose.NewDocument(text, options...)
	if err != nil {
		return f
	}
	model = doc.Model
	at := peer.Locator{Text: text}
	for _, e := range doc.Entities() {
		f.Findings = append(f.Findings, at.Next(e.Text, peer.Class(e.Label)))
	}
	return f
}
