#!/usr/bin/env bash
# go-trafilatura runs the title and all paragraphs of a short article in Chinese or
# Japanese into one, and not those of the same article in English.
#
# Go module github.com/markusmobius/go-trafilatura v1.12.2
# Behaviour: what has less than MinExtractedSize, 250 characters in any script, is
#   thrown away although it was found, and all text of the <article> taken as one
#   paragraph, with nothing where its elements meet.
# Output seen: the same article in three languages
#   en 325 characters, paragraphs: 2 in, 2 out, title in the first: false
#   ja 125 characters, paragraphs: 2 in, 1 out, title in the first: true
#   zh 100 characters, paragraphs: 2 in, 1 out, title in the first: true
set -euo pipefail
dir=$(mktemp -d); trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT; cd "$dir"
export GOFLAGS=-mod=mod
go mod init example.com/finding 2>/dev/null
go get github.com/markusmobius/go-trafilatura@v1.12.2 2>/dev/null
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

var articles = []struct{ language, title, first, second string }{
	{
		"en", "City to mend the bridge",
		"The city will spend 500 million yen to mend the old bridge, it said on the 15th. The work starts in July and should take eight months, the mayor told reporters.",
		"The bridge was built in 1965, and some 20,000 cars cross it every day. Shops fear that customers will stay away. The city has set aside ten million yen to help them.",
	}, {
		"ja", "市が橋を修理",
		"市は15日、古い橋の修理に5億円を使うと発表した。工事は7月に始まり、8か月かかる見通しだ。市長が記者会見で述べた。",
		"橋は1965年に建てられ、毎日およそ2万台の車が通る。店の主人たちは客が減ることを心配している。市は支援のため1000万円を用意した。",
	}, {
		"zh", "市里要修桥",
		"市政府15日宣布，将花费5亿日元修理旧桥。工程将于7月开始，预计需要八个月，市长在记者会上说。",
		"这座桥建于1965年，每天约有两万辆汽车通过。附近的店主担心顾客减少。市里为此准备了1000万日元的补助。",
	},
}

// paragraphs returns the text of each p.
func paragraphs(n *html.Node) (all []string) {
	if n.Type == html.ElementNode && n.Data == "p" {
		return []string{text(n)}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		all = append(all, paragraphs(c)...)
	}
	return all
}

func text(n *html.Node) (s string) {
	if n.Type == html.TextNode {
		s = n.Data
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s += text(c)
	}
	return s
}

func main() {
	for _, a := range articles {
		page := `<html lang="` + a.language + `"><head><title>` + a.title + `</title></head><body><article><h1>` + a.title +
			`</h1><p>` + a.first + `</p><p>` + a.second + `</p></article></body></html>`
		got, err := trafilatura.Extract(strings.NewReader(page), trafilatura.Options{EnableFallback: true})
		if err != nil {
			panic(err)
		}
		out := paragraphs(got.ContentNode)
		fmt.Printf("%s %d characters, paragraphs: 2 in, %d out, title in the first: %v\n",
			a.language, utf8.RuneCountInString(a.first+a.second), len(out), strings.HasPrefix(out[0], a.title+a.first+a.second))
	}
}
GO
go mod tidy >/dev/null 2>&1
go build -o read .
./read | tee got.txt
diff - got.txt <<'WANT'
en 325 characters, paragraphs: 2 in, 2 out, title in the first: false
ja 125 characters, paragraphs: 2 in, 1 out, title in the first: true
zh 100 characters, paragraphs: 2 in, 1 out, title in the first: true
WANT
