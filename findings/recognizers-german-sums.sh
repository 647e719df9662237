#!/usr/bin/env bash
# Recognizers-Text finds no amount in German sums with a scale, and takes a point of
# thousands for one of decimals.
#
# npm @microsoft/recognizers-text-number-with-unit 1.3.1, culture de-de
# Behaviour: of "3 Millionen Euro" the result is "euro", without a value; the same
#   for Milliarden, and for numbers in words. "250.000 Euro" has the value 250.
#   "20 Euro" is right.
# Output seen:
#   20 Euro: 20 euro, 20 Euro
#   250.000 Euro: 250.000 euro, 250 Euro
#   3 Millionen Euro: euro, null Euro
#   1,85 Milliarden Euro: euro, null Euro
#   drei Millionen Euro: euro, null Euro
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @microsoft/recognizers-text-number-with-unit@1.3.1 >/dev/null
cat > sums.cjs <<'JS'
const { recognizeCurrency } = require('@microsoft/recognizers-text-number-with-unit');
const sums = ['20 Euro', '250.000 Euro', '3 Millionen Euro', '1,85 Milliarden Euro', 'drei Millionen Euro'];
for (const sum of sums) {
  const [found] = recognizeCurrency(`Es kostet ${sum}.`, 'de-de');
  console.log(`${sum}: ${found.text}, ${found.resolution.value} ${found.resolution.unit}`);
}
JS
node sums.cjs | tee got.txt
diff - got.txt <<'WANT'
20 Euro: 20 euro, 20 Euro
250.000 Euro: 250.000 euro, 250 Euro
3 Millionen Euro: euro, null Euro
1,85 Milliarden Euro: euro, null Euro
drei Millionen Euro: euro, null Euro
WANT
