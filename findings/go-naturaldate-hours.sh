#!/usr/bin/env bash
# go-naturaldate takes the day of the month and the year for hours, and "mayor" for
# May, without an error.
#
# github.com/tj/go-naturaldate v1.3.0
# Behaviour: its grammar has days of the month with an ordinal ending alone
#   (December 25th). In "November 30" and "5 May 2020" the figures are added to the
#   month as hours, so that 2020 becomes 84 days. Words are not looked at as wholes,
#   what is unknown between them is skipped, and a text that names no date comes
#   back as one. None of these is an error; a date in figures alone is.
# Output seen, of 24 November 2021, 10:00 UTC:
#   December 25th: 2020-12-25 10:00
#   November 30: 2020-11-25 06:00
#   5 May 2020: 2021-08-16 04:00
#   yesterday at noon: 2021-11-23 00:00
#   the mayor resigned: 2021-05-24 10:00
#   2021-10-01: error
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"
	"time"

	"github.com/tj/go-naturaldate"
)

func main() {
	published := time.Date(2021, time.November, 24, 10, 0, 0, 0, time.UTC)
	texts := []string{"December 25th", "November 30", "5 May 2020", "yesterday at noon", "the mayor resigned", "2021-10-01"}
	for _, text := range texts {
		t, err := naturaldate.Parse(text, published)
		if err != nil {
			fmt.Printf("%s: error\n", text)
			continue
		}
		fmt.Printf("%s: %s\n", text, t.Format("2006-01-02 15:04"))
	}
}
GO
go mod init example.org/hours >/dev/null 2>&1
go get github.com/tj/go-naturaldate@v1.3.0 >/dev/null 2>&1
go run . | tee got.txt
diff - got.txt <<'WANT'
December 25th: 2020-12-25 10:00
November 30: 2020-11-25 06:00
5 May 2020: 2021-08-16 04:00
yesterday at noon: 2021-11-23 00:00
the mayor resigned: 2021-05-24 10:00
2021-10-01: error
WANT
