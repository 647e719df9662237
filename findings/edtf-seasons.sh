#!/usr/bin/env bash
# edtf.js puts the southern summer in July to September and its winter in January to
# March, spring of the north in January, and makes four months five.
#
# npm edtf 4.11.1
# Behaviour: EDTF (ISO 8601-2) numbers seasons (21 to 24, 25 to 28 north, 29 to 32
#   south), quarters (33 to 36) and quadrimesters (37 to 39) behind the year. The
#   spans that the library gives to seasons are those of quarters: spring is January to
#   March, so that May is not in it. For the south it goes through them backwards from
#   spring in October to December, which puts summer into winter and winter into summer.
#   The first two quadrimesters have five months and share May, the last two share
#   September. The span of a list ends with the first value of a last range,
#   {2021-11..2022-02} in November, where {2021-11,2022-02} ends in February.
# Output seen:
#   spring, 2021-21: 2021-01 to 2021-03
#   winter, 2021-24: 2021-10 to 2021-12
#   southern summer, 2021-30: 2021-07 to 2021-09
#   southern winter, 2021-32: 2021-01 to 2021-03
#   second quarter, 2021-34: 2021-04 to 2021-06
#   quadrimester, 2021-37: 2021-01 to 2021-05
#   quadrimester, 2021-38: 2021-05 to 2021-09
#   quadrimester, 2021-39: 2021-09 to 2021-12
#   list, {2021-11,2022-02}: 2021-11 to 2022-02
#   list, {2021-11..2022-02}: 2021-11 to 2021-11
#   May 2021 in spring 2021: false
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" edtf@4.11.1 >/dev/null
cat > spans.mjs <<'JS'
import edtf from 'edtf';
const month = (t) => new Date(t).toISOString().slice(0, 7);
const values = [
  ['spring', '2021-21'], ['winter', '2021-24'], ['southern summer', '2021-30'],
  ['southern winter', '2021-32'], ['second quarter', '2021-34'],
  ['quadrimester', '2021-37'], ['quadrimester', '2021-38'], ['quadrimester', '2021-39'],
  ['list', '{2021-11,2022-02}'], ['list', '{2021-11..2022-02}'],
];
for (const [name, value] of values) {
  const span = edtf(value);
  console.log(`${name}, ${value}: ${month(span.min)} to ${month(span.max)}`);
}
console.log(`May 2021 in spring 2021: ${edtf('2021-21').covers(edtf('2021-05'))}`);
JS
node spans.mjs | tee got.txt
diff - got.txt <<'WANT'
spring, 2021-21: 2021-01 to 2021-03
winter, 2021-24: 2021-10 to 2021-12
southern summer, 2021-30: 2021-07 to 2021-09
southern winter, 2021-32: 2021-01 to 2021-03
second quarter, 2021-34: 2021-04 to 2021-06
quadrimester, 2021-37: 2021-01 to 2021-05
quadrimester, 2021-38: 2021-05 to 2021-09
quadrimester, 2021-39: 2021-09 to 2021-12
list, {2021-11,2022-02}: 2021-11 to 2022-02
list, {2021-11..2022-02}: 2021-11 to 2021-11
May 2021 in spring 2021: false
WANT
