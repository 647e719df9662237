#!/usr/bin/env bash
# Microsoft's library of TIMEX expressions takes the weeks of most years for those
# before them, a weekend for its week, and gives every year a 29 February.
#
# npm @microsoft/recognizers-text-data-types-timex-expression 1.3.1, beside
# @microsoft/recognizers-text-date-time 1.3.2, whose results it is there to read
# Behaviour: in years that begin on a day from Friday to Monday, 2021 or 2018, the
#   value resolver puts each numbered week seven days early, as if 1 January were
#   always in week 1; by ISO 8601, and in the other package, it is the week with
#   the first Thursday. The -WE of a weekend is dropped. XXXX-02-29 has a reading
#   in 2021. A quarter, which TIMEX3 has, gives no value and no error.
# Output seen:
#   2018-W01: 2017-12-25 to 2018-01-01
#   2021-W47: 2021-11-15 to 2021-11-22
#   2026-W49: 2026-11-30 to 2026-12-07
#   2021-W47-WE: 2021-11-15 to 2021-11-22
#   XXXX-02-29: 2020-02-29, 2021-02-29
#   2021-Q3: nothing
#   this week, recognized on 2021-11-24: 2021-W47, 2021-11-22 to 2021-11-29
#   this weekend, recognized on 2021-11-24: 2021-W47-WE, 2021-11-27 to 2021-11-29
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" \
	@microsoft/recognizers-text-data-types-timex-expression@1.3.1 @microsoft/recognizers-text-date-time@1.3.2 >/dev/null
cat > timex.cjs <<'JS'
const { valueResolver } = require('@microsoft/recognizers-text-data-types-timex-expression');
const { recognizeDateTime } = require('@microsoft/recognizers-text-date-time');
const day = new Date(2021, 10, 24);
const shown = (v) => v.value || `${v.start} to ${v.end}`;
for (const timex of ['2018-W01', '2021-W47', '2026-W49', '2021-W47-WE', 'XXXX-02-29', '2021-Q3']) {
  console.log(`${timex}: ${valueResolver.resolve([timex], day).values.map(shown).join(', ') || 'nothing'}`);
}
for (const text of ['this week', 'this weekend']) {
  const [value] = recognizeDateTime(text, 'en-us', undefined, day)[0].resolution.values;
  console.log(`${text}, recognized on 2021-11-24: ${value.timex}, ${shown(value)}`);
}
JS
node timex.cjs | tee got.txt
diff - got.txt <<'WANT'
2018-W01: 2017-12-25 to 2018-01-01
2021-W47: 2021-11-15 to 2021-11-22
2026-W49: 2026-11-30 to 2026-12-07
2021-W47-WE: 2021-11-15 to 2021-11-22
XXXX-02-29: 2020-02-29, 2021-02-29
2021-Q3: nothing
this week, recognized on 2021-11-24: 2021-W47, 2021-11-22 to 2021-11-29
this weekend, recognized on 2021-11-24: 2021-W47-WE, 2021-11-27 to 2021-11-29
WANT
