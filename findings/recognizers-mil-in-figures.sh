#!/usr/bin/env bash
# Recognizers-Text reads only the end of a sum in which "mil" stands between figures,
# as the press of Mexico writes thousands.
#
# npm @microsoft/recognizers-text-number-with-unit 1.3.1, culture es-es
# Behaviour: "3 mil 200 millones de pesos", 3.2 billion, has the value 200 million,
#   and "2 mil 500 pesos" is 500. The same in words is right, and so is "2 mil
#   pesos". Nothing marks the results.
# Output seen:
#   3 mil 200 millones de pesos: 200 millones de pesos, 200000000 Peso
#   2 mil 500 pesos: 500 pesos, 500 Peso
#   12 mil 500 dólares: 500 dólares, 500 Dólar
#   2 mil pesos: 2 mil pesos, 2000 Peso
#   dos mil quinientos pesos: dos mil quinientos pesos, 2500 Peso
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @microsoft/recognizers-text-number-with-unit@1.3.1 >/dev/null
cat > sums.cjs <<'JS'
const { recognizeCurrency } = require('@microsoft/recognizers-text-number-with-unit');
const sums = ['3 mil 200 millones de pesos', '2 mil 500 pesos', '12 mil 500 dólares', '2 mil pesos', 'dos mil quinientos pesos'];
for (const sum of sums) {
  const [found] = recognizeCurrency(`La obra costó ${sum} en total.`, 'es-es');
  console.log(`${sum}: ${found.text}, ${found.resolution.value} ${found.resolution.unit}`);
}
JS
node sums.cjs | tee got.txt
diff - got.txt <<'WANT'
3 mil 200 millones de pesos: 200 millones de pesos, 200000000 Peso
2 mil 500 pesos: 500 pesos, 500 Peso
12 mil 500 dólares: 500 dólares, 500 Dólar
2 mil pesos: 2 mil pesos, 2000 Peso
dos mil quinientos pesos: dos mil quinientos pesos, 2500 Peso
WANT
