#!/usr/bin/env bash
# bojanz/currency knows no currency that has ended, so that an amount of last year in leva
# is an error, and it has dollars for Haiti.
#
# github.com/bojanz/currency v1.4.2
# Behaviour: its list is of the currencies of today. A code that left ISO 4217's list of
#   current ones is invalid for IsValid, NewAmount and the reading of stored amounts alike:
#   with this version, of 2026, that is the Bulgarian lev, the kuna and the Antillean
#   guilder; amounts written with an earlier version cannot be read any more. Of the
#   currencies of a country it takes one that CLDR lists as tender, for Haiti the
#   dollar and not the gourde.
# Output seen:
#   BGN valid: false, 5 BGN: invalid currency code "BGN"
#   HRK valid: false, 5 HRK: invalid currency code "HRK"
#   ANG valid: false, 5 ANG: invalid currency code "ANG"
#   EUR valid: true, 5 EUR: ok
#   stored {"number":"5.00","currency":"BGN"}: invalid currency code "BGN"
#   Haiti: USD, HTG valid: true
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	"github.com/bojanz/currency"
)

func said(err error) string {
	if err != nil {
		return err.Error()
	}
	return "ok"
}

func main() {
	for _, code := range []string{"BGN", "HRK", "ANG", "EUR"} {
		_, err := currency.NewAmount("5", code)
		fmt.Printf("%s valid: %v, 5 %s: %s\n", code, currency.IsValid(code), code, said(err))
	}
	const stored = `{"number":"5.00","currency":"BGN"}`
	var amount currency.Amount
	fmt.Printf("stored %s: %s\n", stored, said(json.Unmarshal([]byte(stored), &amount)))
	code, _ := currency.ForCountryCode("HT")
	fmt.Printf("Haiti: %s, HTG valid: %v\n", code, currency.IsValid("HTG"))
}
GO
go mod init example.org/archive >/dev/null 2>&1
go get github.com/bojanz/currency@v1.4.2 >/dev/null 2>&1
go run . | tee got.txt
diff - got.txt <<'WANT'
BGN valid: false, 5 BGN: invalid currency code "BGN"
HRK valid: false, 5 HRK: invalid currency code "HRK"
ANG valid: false, 5 ANG: invalid currency code "ANG"
EUR valid: true, 5 EUR: ok
stored {"number":"5.00","currency":"BGN"}: invalid currency code "BGN"
Haiti: USD, HTG valid: true
WANT
