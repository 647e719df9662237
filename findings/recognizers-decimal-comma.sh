#!/usr/bin/env bash
# Recognizers-Text resolves a sum to a number in the spelling of the text, and
# without its ISO currency, in every language but English.
#
# npm @microsoft/recognizers-text-number-with-unit 1.3.1, cultures en-us, es-es,
#   fr-fr, pt-br
# Behaviour: the resolution of "12,50 euros" has the value "12,5" in Spanish,
#   French and Portuguese, where it is "12.5" in English, so that a program that
#   reads it as a number gets 12 (parseFloat) or none (Number). isoCurrency,
#   which English has, is not there.
# Output seen:
#   en-us: value 12.5, as a number 12.5, isoCurrency EUR
#   es-es: value 12,5, as a number NaN, isoCurrency undefined
#   fr-fr: value 12,5, as a number NaN, isoCurrency undefined
#   pt-br: value 12,5, as a number NaN, isoCurrency undefined
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" @microsoft/recognizers-text-number-with-unit@1.3.1 >/dev/null
cat > sums.cjs <<'JS'
const { recognizeCurrency } = require('@microsoft/recognizers-text-number-with-unit');
const sentences = {
  'en-us': 'The ticket cost 12.50 euros.', 'es-es': 'El billete costó 12,50 euros.',
  'fr-fr': 'Le billet a coûté 12,50 euros.', 'pt-br': 'O bilhete custou 12,50 euros.',
};
for (const [culture, sentence] of Object.entries(sentences)) {
  const { value, isoCurrency } = recognizeCurrency(sentence, culture)[0].resolution;
  console.log(`${culture}: value ${value}, as a number ${Number(value)}, isoCurrency ${isoCurrency}`);
}
JS
node sums.cjs | tee got.txt
diff - got.txt <<'WANT'
en-us: value 12.5, as a number 12.5, isoCurrency EUR
es-es: value 12,5, as a number NaN, isoCurrency undefined
fr-fr: value 12,5, as a number NaN, isoCurrency undefined
pt-br: value 12,5, as a number NaN, isoCurrency undefined
WANT
