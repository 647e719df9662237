#!/usr/bin/env bash
# words-to-numbers has twenty-five thousand as 5020, and nine point five million as NaN.
#
# npm words-to-numbers 1.5.1
# Behaviour: the scale behind a number of two words multiplies the unit alone, and the ten
#   is added: 5 x 1000 + 20. A decimal in words is right by itself and no number with a
#   scale. The text comes back with these in it, without an error.
# Output seen:
#   twenty thousand people: 20000 people
#   twenty-five people: 25 people
#   twenty-five thousand people: 5020 people
#   twenty five thousand people: 5020 people
#   forty-two million dollars: 2000040 dollars
#   one hundred and twenty-five thousand: 5120
#   nine point five: 9.5
#   nine point five million dollars: NaN dollars
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" words-to-numbers@1.5.1 >/dev/null
cat > words.cjs <<'JS'
const { wordsToNumbers } = require('words-to-numbers');
const texts = [
  'twenty thousand people', 'twenty-five people', 'twenty-five thousand people', 'twenty five thousand people',
  'forty-two million dollars', 'one hundred and twenty-five thousand', 'nine point five', 'nine point five million dollars',
];
for (const text of texts) console.log(`${text}: ${wordsToNumbers(text)}`);
JS
node words.cjs | tee got.txt
diff - got.txt <<'WANT'
twenty thousand people: 20000 people
twenty-five people: 25 people
twenty-five thousand people: 5020 people
twenty five thousand people: 5020 people
forty-two million dollars: 2000040 dollars
one hundred and twenty-five thousand: 5120
nine point five: 9.5
nine point five million dollars: NaN dollars
WANT
