#!/usr/bin/env bash
# Recognizers-Text divides a sum by a hundred where the currency stands before it
# with a space, in the middle of a sentence.
#
# npm @microsoft/recognizers-text-number-with-unit 1.3.1, culture en-us
# Behaviour: "CHF 500" has the value 5, "Rs 5 crore" half a million, "Rp 5
#   trillion" 50 billion. The same sums with the unit behind the number are
#   right, and so are the signs $, £ and €: the number is taken for hundredths
#   of the currency that stands before it. Nothing marks the results.
# Output seen:
#   CHF 500: 5 Swiss franc
#   Rs 5 crore: 500000 Rupee
#   Rp 5 trillion: 50000000000 Indonesian rupiah
#   RM 500: 5 Malaysian ringgit
#   kr 1,000: 10 Krone
#   ₪ 500: 5 Israeli new shekel
#   500 francs: 500 Franc
#   5 crore rupees: 50000000 Rupee
#   £ 500: 500 Pound
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @microsoft/recognizers-text-number-with-unit@1.3.1 >/dev/null
cat > sums.cjs <<'JS'
const { recognizeCurrency } = require('@microsoft/recognizers-text-number-with-unit');
const sums = ['CHF 500', 'Rs 5 crore', 'Rp 5 trillion', 'RM 500', 'kr 1,000', '₪ 500', '500 francs', '5 crore rupees', '£ 500'];
for (const sum of sums) {
  const [found] = recognizeCurrency(`It cost ${sum} in all.`, 'en-us');
  console.log(`${sum}: ${found.resolution.value} ${found.resolution.unit}`);
}
JS
node sums.cjs | tee got.txt
diff - got.txt <<'WANT'
CHF 500: 5 Swiss franc
Rs 5 crore: 500000 Rupee
Rp 5 trillion: 50000000000 Indonesian rupiah
RM 500: 5 Malaysian ringgit
kr 1,000: 10 Krone
₪ 500: 5 Israeli new shekel
500 francs: 500 Franc
5 crore rupees: 50000000 Rupee
£ 500: 500 Pound
WANT
