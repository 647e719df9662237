#!/usr/bin/env bash
# extract-date takes this year for the year of a date when the text ends behind it with a
# full stop.
#
# npm extract-date 2.8.2
# Behaviour: it looks for dates in free text, and says that the year must be there or is
#   filled in by rule. When a full stop or question mark ends the text, the year before
#   it does not count as one: "24 November 2021." is 24 November of the year the program
#   runs in. Dates in figures before a stop, and any in brackets, are not found. None of
#   these is an error.
# Output seen (the year of the run is written as "this year"):
#   opens on 24 November 2021 at noon: 2021-11-24
#   opens on 24 November 2021, at noon: 2021-11-24
#   opens on 24 November 2021.: this year-11-24
#   did it open on May 5, 2020?: this year-05-05
#   opens on 2021-11-24 at noon: 2021-11-24
#   opens on 2021-11-24.: nothing
#   opens (24 November 2021) at noon: nothing
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" extract-date@2.8.2 >/dev/null
cat > stops.mjs <<'JS'
import * as module from 'extract-date';
const extract = module.extractDate ?? module.default?.extractDate ?? module.default?.default;
const texts = [
  'opens on 24 November 2021 at noon', 'opens on 24 November 2021, at noon', 'opens on 24 November 2021.',
  'did it open on May 5, 2020?', 'opens on 2021-11-24 at noon', 'opens on 2021-11-24.',
  'opens (24 November 2021) at noon',
];
for (const text of texts) {
  const found = extract(text, { locale: 'en', timezone: 'UTC', direction: 'DMY' }).map(({ date }) => date);
  console.log(`${text}: ${found.join(', ').replace(new Date().getUTCFullYear(), 'this year') || 'nothing'}`);
}
JS
TZ=UTC node stops.mjs | tee got.txt
diff - got.txt <<'WANT'
opens on 24 November 2021 at noon: 2021-11-24
opens on 24 November 2021, at noon: 2021-11-24
opens on 24 November 2021.: this year-11-24
did it open on May 5, 2020?: this year-05-05
opens on 2021-11-24 at noon: 2021-11-24
opens on 2021-11-24.: nothing
opens (24 November 2021) at noon: nothing
WANT
