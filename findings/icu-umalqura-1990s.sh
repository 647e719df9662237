#!/usr/bin/env bash
# "islamic-umalqura" of ICU, and so of Intl.DateTimeFormat, is not the published
# Umm al-Qura calendar before April 1999: it is a day early in most months.
#
# npm node 26.10.0 (ICU 78.3), npm @umalqura/core 0.0.7 (the published tables)
# Behaviour: both agree on every month that begins from May 1999 to 2028. Of the
#   months that begin in 1990 to 1998 they differ in 95 of 111, by a day. The
#   feast of the sacrifice of 1997 was kept on 18 April in much of the world and
#   on the 17th in Mecca; ICU makes the 17th the ninth of the month.
#   From 2029 on the two differ again, in tables that are forecasts in both.
# Output seen:
#   1990-1998: 95 of 111 months differ
#   1999-05 to 2028: 0 of 367 months differ
#   1997-04-17: ICU 12/9, published 12/10
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" node@26.10.0 @umalqura/core@0.0.7 >/dev/null
cat > months.mjs <<'JS'
import core from '@umalqura/core';
const published = (t) => core.default(new Date(new Date(t).getUTCFullYear(), new Date(t).getUTCMonth(), new Date(t).getUTCDate()));
const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
function icu(t) {
  const part = Object.fromEntries(calendar.formatToParts(t).map((p) => [p.type, p.value]));
  return { hm: Number(part.month), hd: Number(part.day) };
}
function compare(name, from, to) {
  let months = 0, differ = 0;
  for (let t = from; t < to; t += 864e5) {
    const p = published(t);
    if (p.hd !== 1) continue;
    months++;
    if (icu(t).hd !== 1) differ++;
  }
  console.log(`${name}: ${differ} of ${months} months differ`);
}
compare('1990-1998', Date.UTC(1990, 0, 1), Date.UTC(1999, 0, 1));
compare('1999-05 to 2028', Date.UTC(1999, 4, 1), Date.UTC(2029, 0, 1));
const day = Date.UTC(1997, 3, 17);
console.log(`1997-04-17: ICU ${icu(day).hm}/${icu(day).hd}, published ${published(day).hm}/${published(day).hd}`);
JS
TZ=UTC node_modules/.bin/node months.mjs | tee got.txt
diff - got.txt <<'WANT'
1990-1998: 95 of 111 months differ
1999-05 to 2028: 0 of 367 months differ
1997-04-17: ICU 12/9, published 12/10
WANT
