#!/usr/bin/env bash
# golang.org/x/text/currency says with full confidence which money a country had
# in 2017, and takes the codes of today for errors.
#
# Go module golang.org/x/text v0.43.0 (currency.CLDRVersion 32, of 2017)
# Behaviour: FromRegion's second result, which "reports whether" there is such a
#   currency, is true for Croatia's kuna (gone since 2023), Venezuela's VEF (since
#   2018), Sierra Leone's SLL, Mauritania's MRO and Curaçao's ANG. ParseISO
#   refuses VES, SLE, MRU, XCG and ZWG, all codes of ISO 4217.
# Output seen:
#   HR HRK true · VE VEF true · SL SLL true · MR MRO true · CW ANG true · BG BGN true
#   VES, SLE, MRU, XCG, ZWG: currency: tag is not a recognized currency
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
export GOFLAGS=-mod=mod
go mod init example.com/finding 2>/dev/null
go get golang.org/x/text@v0.43.0 2>/dev/null
cat > main.go <<'GO'
package main

import (
	"fmt"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
)

func main() {
	fmt.Println("CLDR", currency.CLDRVersion)
	for _, region := range []string{"HR", "VE", "SL", "MR", "CW", "BG"} {
		unit, ok := currency.FromRegion(language.MustParseRegion(region))
		fmt.Println(region, unit, ok)
	}
	for _, code := range []string{"VES", "SLE", "MRU", "XCG", "ZWG"} {
		_, err := currency.ParseISO(code)
		fmt.Println(code, err)
	}
}
GO
go run . | tee got.txt
diff - got.txt <<'WANT'
CLDR 32
HR HRK true
VE VEF true
SL SLL true
MR MRO true
CW ANG true
BG BGN true
VES currency: tag is not a recognized currency
SLE currency: tag is not a recognized currency
MRU currency: tag is not a recognized currency
XCG currency: tag is not a recognized currency
ZWG currency: tag is not a recognized currency
WANT
