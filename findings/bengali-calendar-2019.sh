#!/usr/bin/env bash
# Bangladesh changed the lengths of its months in October 2019. Of three libraries of
# its calendar one knows no change, one none before it, one a change nine months early.
#
# npm date-bengali-revised 2.0.2, bangla-calendar 7.0.0, bangla-date 1.0.1
# Behaviour: since 1 Kartik 1426, 17 October 2019, the first six months have 31 days,
#   Falgun 29 or 30 and the others 30, so that 21 February, 26 March and 16 December
#   fall on the Bengali days of 1952 and 1971 again: 8 Falgun, 12 Chaitra, 1 Poush.
#   date-bengali-revised, of 2024, goes by the months before the change in all years,
#   bangla-calendar by those after it; bangla-date turns over on 1 January 2019. So
#   21 February 2019 is in two of them a day early, and each later one in the third
#   a day late. Five months of a year, mid-October to mid-March, are concerned; the
#   three agree on the others, and none says which months it goes by.
# Output seen (year, month, day of each, in the zone of Dhaka):
#   2018-02-21: 1424-11-9, 1424-11-8, 1424-11-9
#   2019-02-21: 1425-11-9, 1425-11-8, 1425-11-8
#   2021-02-21: 1427-11-9, 1427-11-8, 1427-11-8
#   2021-12-16: 1428-9-2, 1428-9-1, 1428-9-1
#   2021-04-14: 1428-1-1, 1428-1-1, 1428-1-1
#   days that differ, first and second: 2018 150, 2021 150; second and third: 2018 150, 2021 0
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" \
	date-bengali-revised@2.0.2 bangla-calendar@7.0.0 bangla-date@1.0.1 >/dev/null
cat > days.mjs <<'JS'
import { createRequire } from 'module';
const require = createRequire(import.meta.url);
const revised = require('date-bengali-revised');
const Revised = revised.default ?? revised;
const calendar = require('bangla-calendar');
const bangla = await import('bangla-date');
const Bangla = bangla.default?.default ?? bangla.default;
const latin = (s) => s.replace(/[০-৯]/g, (c) => c.codePointAt(0) - 0x9e6);
const days = (iso) => {
  const [year, month, day] = iso.split('-').map(Number);
  const noon = new Date(year, month - 1, day, 12);
  const first = new Revised().fromGregorian(year, month, day);
  const third = new Bangla({ date: iso, gr: true });
  return [
    `${first.year}-${first.month}-${first.day}`,
    latin(calendar.getDate(noon, { format: 'YYYY-M-D' })),
    `${third.getFullYear()}-${third.getMonth() + 1}-${third.getDate()}`,
  ];
};
for (const iso of ['2018-02-21', '2019-02-21', '2021-02-21', '2021-12-16', '2021-04-14']) {
  console.log(`${iso}: ${days(iso).join(', ')}`);
}
const differ = (year, a, b) => {
  let n = 0;
  for (const t = new Date(Date.UTC(year, 0, 1)); t.getUTCFullYear() === year; t.setUTCDate(t.getUTCDate() + 1)) {
    const all = days(t.toISOString().slice(0, 10));
    if (all[a] !== all[b]) n++;
  }
  return n;
};
console.log(`days that differ, first and second: 2018 ${differ(2018, 0, 1)}, 2021 ${differ(2021, 0, 1)}; ` +
  `second and third: 2018 ${differ(2018, 1, 2)}, 2021 ${differ(2021, 1, 2)}`);
JS
TZ=Asia/Dhaka node days.mjs | tee got.txt
diff - got.txt <<'WANT'
2018-02-21: 1424-11-9, 1424-11-8, 1424-11-9
2019-02-21: 1425-11-9, 1425-11-8, 1425-11-8
2021-02-21: 1427-11-9, 1427-11-8, 1427-11-8
2021-12-16: 1428-9-2, 1428-9-1, 1428-9-1
2021-04-14: 1428-1-1, 1428-1-1, 1428-1-1
days that differ, first and second: 2018 150, 2021 150; second and third: 2018 150, 2021 0
WANT
