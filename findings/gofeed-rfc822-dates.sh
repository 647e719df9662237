#!/usr/bin/env bash
# gofeed leaves many dates of the form that RSS prescribes unread, without an
# error.
#
# Go module github.com/mmcdole/gofeed v1.4.2
# Behaviour: a date of RSS is one of RFC 822, where the day of the week and the
#   seconds may be left out, the day has one digit or two, and UT is a zone; RSS
#   allows years of four digits, too. gofeed tries a list of layouts, which has no
#   more than some of these, and PublishedParsed is nil for the others.
#   net/mail of the standard library reads all of them.
# Output seen: the date, what gofeed says, what net/mail says
#   07 May 2024 09:30 GMT      2024-05-07 2024-05-07
#   7 May 2024 09:30 GMT       nil 2024-05-07
#   14 May 24 09:30 GMT        2024-05-14 2024-05-14
#   14 May 24 09:30:00 GMT     nil 2024-05-14
#   Tue, 14 May 24 09:30 GMT   nil 2024-05-14
#   14 May 2024 09:30 EST      2024-05-14 2024-05-14
#   14 May 2024 09:30 -0700    nil 2024-05-14
#   Tue, 14 May 2024 09:30 UT  nil 2024-05-14
#   gofeed reads 32 of 64, net/mail reads 64
set -euo pipefail
dir=$(mktemp -d); trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT; cd "$dir"
export GOFLAGS=-mod=mod
go mod init example.com/finding 2>/dev/null
go get github.com/mmcdole/gofeed@v1.4.2 2>/dev/null
cat > main.go <<'GO'
package main

import (
	"fmt"
	"net/mail"
	"time"

	"github.com/mmcdole/gofeed"
)

func feed(date string) string {
	rss := `<rss version="2.0"><channel><title>t</title><item><title>i</title><pubDate>` + date + `</pubDate></item></channel></rss>`
	feed, err := gofeed.NewParser().ParseString(rss)
	if err != nil {
		panic(err)
	}
	if t := feed.Items[0].PublishedParsed; t != nil {
		return t.Format(time.DateOnly)
	}
	return "nil"
}

func letter(date string) string {
	t, err := mail.ParseDate(date)
	if err != nil {
		return "nil"
	}
	return t.Format(time.DateOnly)
}

func main() {
	for _, date := range []string{
		"07 May 2024 09:30 GMT", "7 May 2024 09:30 GMT", "14 May 24 09:30 GMT", "14 May 24 09:30:00 GMT", "Tue, 14 May 24 09:30 GMT",
		"14 May 2024 09:30 EST", "14 May 2024 09:30 -0700", "Tue, 14 May 2024 09:30 UT",
	} {
		fmt.Printf("%-26s %s %s\n", date, feed(date), letter(date))
	}
	all, byFeed, byLetter := 0, 0, 0
	for _, day := range []string{"Tue, 14 May", "14 May", "Tue, 7 May", "7 May"} {
		for _, year := range []string{"24", "2024"} {
			for _, clock := range []string{"09:30", "09:30:00"} {
				for _, zone := range []string{"GMT", "UT", "EST", "-0700"} {
					date := day + " " + year + " " + clock + " " + zone
					all++
					if feed(date) != "nil" {
						byFeed++
					}
					if letter(date) != "nil" {
						byLetter++
					}
				}
			}
		}
	}
	fmt.Printf("gofeed reads %d of %d, net/mail reads %d\n", byFeed, all, byLetter)
}
GO
go mod tidy >/dev/null 2>&1
go build -o read .
./read | tee got.txt
diff - got.txt <<'WANT'
07 May 2024 09:30 GMT      2024-05-07 2024-05-07
7 May 2024 09:30 GMT       nil 2024-05-07
14 May 24 09:30 GMT        2024-05-14 2024-05-14
14 May 24 09:30:00 GMT     nil 2024-05-14
Tue, 14 May 24 09:30 GMT   nil 2024-05-14
14 May 2024 09:30 EST      2024-05-14 2024-05-14
14 May 2024 09:30 -0700    nil 2024-05-14
Tue, 14 May 2024 09:30 UT  nil 2024-05-14
gofeed reads 32 of 64, net/mail reads 64
WANT
