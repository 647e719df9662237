#!/usr/bin/env bash
# compromise-dates answers with a wrong span, not with none, where it reads a part
# of an expression: decades ago are now, two days are two hours, a half is a whole.
#
# npm compromise 14.17.0, npm compromise-dates 3.9.0, "today" 2021-11-24, UTC
# Behaviour: the units decade and century count for nothing in "ago"; "5 to 7 May
#   2021" is five to seven in the evening of the first of May, while "May 5 to 7,
#   2021" is right; the second half of a year is all of it; each season has two
#   months.
# Output seen:
#   three decades ago: 2021-11-24T00:00 to 2021-11-24T00:00
#   5 to 7 May 2021: 2021-05-01T17:00 to 2021-05-01T19:00
#   May 5 to 7, 2021: 2021-05-05T00:00 to 2021-05-07T23:59
#   the second half of 2021: 2021-01-01T00:00 to 2021-12-31T23:59
#   summer 2022: 2022-06-01T00:00 to 2022-07-31T23:59
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" compromise@14.17.0 compromise-dates@3.9.0 >/dev/null
cat > spans.cjs <<'JS'
const nlp = require('compromise');
const dates = require('compromise-dates');
nlp.plugin(dates.default || dates);
const phrases = ['three decades ago', '5 to 7 May 2021', 'May 5 to 7, 2021', 'the second half of 2021', 'summer 2022'];
for (const phrase of phrases) {
  const [found] = nlp(`It was ${phrase}.`).dates({ today: '2021-11-24', timezone: 'UTC' }).get();
  console.log(`${phrase}: ${found.start.slice(0, 16)} to ${found.end.slice(0, 16)}`);
}
JS
TZ=UTC node spans.cjs | tee got.txt
diff - got.txt <<'WANT'
three decades ago: 2021-11-24T00:00 to 2021-11-24T00:00
5 to 7 May 2021: 2021-05-01T17:00 to 2021-05-01T19:00
May 5 to 7, 2021: 2021-05-05T00:00 to 2021-05-07T23:59
the second half of 2021: 2021-01-01T00:00 to 2021-12-31T23:59
summer 2022: 2022-06-01T00:00 to 2022-07-31T23:59
WANT
