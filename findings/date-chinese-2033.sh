#!/usr/bin/env bash
# date-chinese gives 2033, the year that calendar makers know for it, two leap
# months and no eleventh month.
#
# npm date-chinese 2.1.4, npm lunar-javascript 1.7.3
# Behaviour: the one leap month of that year belongs behind the eleventh month.
#   date-chinese has one behind the seventh too, so that every day from late
#   August to late December is a month behind, the Mid-Autumn Festival of
#   8 September (day 15 of month 8) among them; then it goes from the tenth
#   month straight to the leap eleventh. lunar-javascript has the calendar
#   that Hong Kong prints.
# Output seen: month and day by date-chinese, by lunar-javascript; + is a leap month
#   2033-07-10 6.14 6.14
#   2033-09-08 7+.15 8.15
#   2033-12-21 10.30 11.30
#   2033-12-22 11+.1 11+.1
#   2034-02-19 1.1 1.1
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" date-chinese@2.1.4 lunar-javascript@1.7.3 >/dev/null
cat > days.cjs <<'JS'
const { CalendarChinese } = require('date-chinese');
const { Solar } = require('lunar-javascript');
for (const date of ['2033-07-10', '2033-09-08', '2033-12-21', '2033-12-22', '2034-02-19']) {
  const [y, m, d] = date.split('-').map(Number);
  const c = new CalendarChinese();
  c.fromGregorian(y, m, d);
  const [, , month, leap, day] = c.get();
  const other = Solar.fromYmd(y, m, d).getLunar();
  const written = `${Math.abs(other.getMonth())}${other.getMonth() < 0 ? '+' : ''}.${other.getDay()}`;
  console.log(date, `${month}${leap ? '+' : ''}.${day}`, written);
}
JS
node days.cjs | tee got.txt
diff - got.txt <<'WANT'
2033-07-10 6.14 6.14
2033-09-08 7+.15 8.15
2033-12-21 10.30 11.30
2033-12-22 11+.1 11+.1
2034-02-19 1.1 1.1
WANT
