#!/usr/bin/env bash
# golang.org/x/text/number groups four digits in languages that do not, although
# the CLDR it is made from says so.
#
# Go module golang.org/x/text v0.43.0, npm cldr-numbers-full 32.0.0 (the same
# version of CLDR) and node 26.10.0 (Intl.NumberFormat)
# Behaviour: CLDR gives Spanish, Polish and European Portuguese a
#   minimumGroupingDigits of 2: 1234 is written without a group, 12345 with one.
#   x/text writes 1.234 in Spanish and groups in the two others as well.
# Output seen: language, x/text, Intl, minimumGroupingDigits
#   es 1.234 1234 2
#   pl 1_234 1234 2
#   pt-PT 1_234 1234 2
#   de 1.234 1.234 1
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" node@26.10.0 cldr-numbers-full@32.0.0 --legacy-peer-deps >/dev/null
export GOFLAGS=-mod=mod
go mod init example.com/finding 2>/dev/null
go get golang.org/x/text@v0.43.0 2>/dev/null
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

func main() {
	s := message.NewPrinter(language.MustParse(os.Args[1])).Sprint(number.Decimal(1234))
	fmt.Print(strings.NewReplacer("\u00a0", "_", "\u202f", "_").Replace(s))
}
GO
go build -o xtext .
for tag in es pl pt-PT de; do
	printf '%s %s ' "$tag" "$(./xtext "$tag")"
	node_modules/.bin/node -e '
		const tag = process.argv[1];
		const data = require(`cldr-numbers-full/main/${tag}/numbers.json`).main[tag].numbers;
		console.log(new Intl.NumberFormat(tag).format(1234), data.minimumGroupingDigits);' "$tag"
done | tee got.txt
diff - got.txt <<'WANT'
es 1.234 1234 2
pl 1_234 1234 2
pt-PT 1_234 1234 2
de 1.234 1.234 1
WANT
