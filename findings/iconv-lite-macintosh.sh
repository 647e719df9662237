#!/usr/bin/env bash
# iconv-lite has the Macintosh code pages of before 1998: without the euro, and
# Cyrillic without the Ukrainian ghe with upturn.
#
# npm iconv-lite 0.7.3, beside golang.org/x/text v0.43.0
# Behaviour: byte DB of macroman is the currency sign, 9C of macgreek a soft
#   hyphen, FF of maccyrillic the currency sign; Apple's tables, and the standard
#   of encodings on the web for the two it has, say the euro sign. A2 and B6 of
#   maccyrillic are a cent sign and a partial differential, for Ґ and ґ. Encoding
#   a euro sign gives a question mark, without an error.
# Output seen:
#   macroman db: U+00A4
#   macgreek 9c: U+00AD
#   maccyrillic ff: U+00A4
#   maccyrillic a2: U+00A2
#   maccyrillic b6: U+2202
#   € in macroman: 3f
#   x/text Macintosh db: U+20AC
#   x/text MacintoshCyrillic ff: U+20AC
#   x/text MacintoshCyrillic a2: U+0490
#   x/text MacintoshCyrillic b6: U+0491
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" iconv-lite@0.7.3 >/dev/null
cat > mac.cjs <<'JS'
const iconv = require('iconv-lite');
for (const [page, byte] of [['macroman', 0xdb], ['macgreek', 0x9c], ['maccyrillic', 0xff], ['maccyrillic', 0xa2], ['maccyrillic', 0xb6]]) {
  const code = iconv.decode(Buffer.from([byte]), page).codePointAt(0).toString(16).toUpperCase();
  console.log(`${page} ${byte.toString(16)}: U+${code.padStart(4, '0')}`);
}
console.log(`€ in macroman: ${iconv.encode('€', 'macroman').toString('hex')}`);
JS
cat > go.mod <<'MOD'
module mac

go 1.26
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"golang.org/x/text/encoding/charmap"
)

func main() {
	fmt.Printf("x/text Macintosh db: %U\n", charmap.Macintosh.DecodeByte(0xdb))
	for _, b := range []byte{0xff, 0xa2, 0xb6} {
		fmt.Printf("x/text MacintoshCyrillic %x: %U\n", b, charmap.MacintoshCyrillic.DecodeByte(b))
	}
}
GO
go get golang.org/x/text@v0.43.0 2>/dev/null
{ node mac.cjs; go run .; } | tee got.txt
diff - got.txt <<'WANT'
macroman db: U+00A4
macgreek 9c: U+00AD
maccyrillic ff: U+00A4
maccyrillic a2: U+00A2
maccyrillic b6: U+2202
€ in macroman: 3f
x/text Macintosh db: U+20AC
x/text MacintoshCyrillic ff: U+20AC
x/text MacintoshCyrillic a2: U+0490
x/text MacintoshCyrillic b6: U+0491
WANT
