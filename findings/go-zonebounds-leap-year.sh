#!/usr/bin/env bash
# Time.ZoneBounds says that a zone ends before the time asked about, on the last day of a leap year.
#
# package time of Go 1.26.8, with the zones that it embeds (time/tzdata)
# Behaviour: for zones that move their clocks every year, past the last change that their file lists. Going from
#   change to change by the end that is returned never ends: each leap year leads back to its last day.
# Output seen:
#   2039-12-31 07:00:00 -0500 EST ends 2039-12-31 19:00:00 -0500 EST after it: true
#   2040-12-31 07:00:00 -0500 EST ends 2040-12-30 19:00:00 -0500 EST after it: false
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat > go.mod <<'MOD'
module example.com/zonebounds
go 1.26
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"time"
	_ "time/tzdata"
)

func main() {
	loc, err := time.LoadLocation("America/New_York")
	if err != nil {
		panic(err)
	}
	for _, year := range []int{2039, 2040} {
		t := time.Date(year, 12, 31, 12, 0, 0, 0, time.UTC).In(loc)
		_, end := t.ZoneBounds()
		fmt.Println(t, "ends", end, "after it:", end.After(t))
		if leap := year == 2040; end.After(t) == leap {
			os.Exit(1)
		}
	}
}
GO
go run .
