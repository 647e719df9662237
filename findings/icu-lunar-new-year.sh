#!/usr/bin/env bash
# The Chinese calendar of ICU puts two new years of the coming years on the
# wrong day, so Intl.DateTimeFormat does too.
#
# npm node 26.10.0 (ICU 78.3), npm lunar-javascript 1.7.3
# Behaviour: of the new years 1970 to 2060, ICU gives 2027-02-07 and 2030-02-02.
#   They are on 2027-02-06 and 2030-02-03: the calendar of the Hong Kong
#   Observatory and the other package have these.
# A new moon near midnight in China decides both: 2027 falls at 23:56 and 2030
# at 00:07 of Beijing's clock, closer than ICU's reckoning of the moon is exact.
# Output seen:
#   2027 lunar-javascript 2027-02-06 ICU 2027-02-07
#   2030 lunar-javascript 2030-02-03 ICU 2030-02-02
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" node@26.10.0 lunar-javascript@1.7.3 >/dev/null
cat > years.mjs <<'JS'
import lunar from 'lunar-javascript';
const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
const iso = (t) => new Date(t).toISOString().slice(0, 10);
function icu(year) {
  for (let t = Date.UTC(year, 0, 15); t < Date.UTC(year, 2, 1); t += 864e5) {
    if (/^0?1\/0?1$/.test(calendar.format(t))) return iso(t);
  }
  return 'none';
}
for (let year = 1970; year <= 2060; year++) {
  const other = lunar.Lunar.fromYmd(year, 1, 1).getSolar().toYmd();
  if (other !== icu(year)) console.log(year, 'lunar-javascript', other, 'ICU', icu(year));
}
JS
node_modules/.bin/node years.mjs | tee got.txt
diff - got.txt <<'WANT'
2027 lunar-javascript 2027-02-06 ICU 2027-02-07
2030 lunar-javascript 2030-02-03 ICU 2030-02-02
WANT
