#!/usr/bin/env bash
# Libraries of the Nepali calendar agree on every month of the past and differ from
# June 2027 on, and none says where its months stop being known.
#
# npm bikram-sambat 1.8.1, nepali-date-converter 3.4.0, nepali-datetime 1.6.0
# Behaviour: the months of Bikram Sambat have 29 to 32 days by no short rule, and
#   are known when the calendar of the year is out. For 2000 to 2083 BS (to April
#   2027) all three start each month on the same day. In 2084 to 2090 they differ
#   in 31 of 84 months, by a day, no two of the three agreeing throughout. Each
#   converts the years ahead as it does those of the past.
# Output seen:
#   2000 to 2083: 0 of 1008 months differ
#   2084: 7 of 12, 1 Ashadh is 2027-06-15, 2027-06-16, 2027-06-16
#   2085: 3 of 12
#   2086: 5 of 12
#   2087: 5 of 12
#   2088: 5 of 12
#   2089: 1 of 12
#   2090: 5 of 12
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" \
	bikram-sambat@1.8.1 nepali-date-converter@3.4.0 nepali-datetime@1.6.0 >/dev/null
cat > months.cjs <<'JS'
const bikram = require('bikram-sambat');
const Converter = require('nepali-date-converter').default;
const Datetime = require('nepali-datetime').default;
const iso = (y, m, d) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
const nepal = (t) => new Date(t.getTime() + (5 * 60 + 45) * 60000).toISOString().slice(0, 10);
const starts = (year, month) => {
  const g = bikram.toGreg(year, month, 1);
  return [
    iso(g.year, g.month, g.day),
    new Converter(year, month - 1, 1).toJsDate().toISOString().slice(0, 10),
    nepal(new Datetime(year, month - 1, 1).getDateObject()),
  ];
};
const differ = (year) => {
  const months = [];
  for (let month = 1; month <= 12; month++) {
    if (new Set(starts(year, month)).size > 1) months.push(month);
  }
  return months;
};
let past = 0;
for (let year = 2000; year <= 2083; year++) past += differ(year).length;
console.log(`2000 to 2083: ${past} of ${84 * 12} months differ`);
for (let year = 2084; year <= 2090; year++) {
  const example = year === 2084 ? `, 1 Ashadh is ${starts(2084, 3).join(', ')}` : '';
  console.log(`${year}: ${differ(year).length} of 12${example}`);
}
JS
TZ=UTC node months.cjs | tee got.txt
diff - got.txt <<'WANT'
2000 to 2083: 0 of 1008 months differ
2084: 7 of 12, 1 Ashadh is 2027-06-15, 2027-06-16, 2027-06-16
2085: 3 of 12
2086: 5 of 12
2087: 5 of 12
2088: 5 of 12
2089: 1 of 12
2090: 5 of 12
WANT
