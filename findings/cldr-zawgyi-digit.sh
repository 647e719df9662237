#!/usr/bin/env bash
# CLDR's conversion of Zawgyi moves a digit 3 or 6, or a letter u, before the sign that it follows.
#
# npm cldr-transforms 48.2.0 (transforms/my-t-my-s0-zawgyi.txt), run by ICU's uconv, Debian package
#   icu-devtools 72.1
# Behaviour: the class $vowelmedial has \1u36 where \u1036 (anusvara) is meant. ICU reads that as
#   U+0001, "u", "3" and "6", so that the rule which moves a visarga behind the signs of its
#   syllable moves it behind these as well. A digit 3 or 6 of ASCII right after a
#   word that ends in visarga comes out inside the word; other digits stay.
# Output seen:
#   $vowelmedial = [\u102B-\u1030\u1032\1u36\u1037\u103A-\u103F];  # Union of vowel signs and medials
#   4 1005 102c 1038 0034
#   3 1005 102c 0033 1038
#   6 1005 102c 0036 1038
#   u 1005 102c 0075 1038
set -euo pipefail
export LC_ALL=C.UTF-8
command -v uconv >/dev/null || { echo "uconv is needed: Debian package icu-devtools"; exit 2; }
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" cldr-transforms@48.2.0 >/dev/null
{
	grep '^\$vowelmedial' node_modules/cldr-transforms/transforms/my-t-my-s0-zawgyi.txt
	for after in 4 3 6 u; do
		printf '%s' "$after"
		printf '\u1005\u102c\u1038%s' "$after" | uconv -f utf-8 -t utf-16be -x Zawgyi-my | od -An -v -tx1 -w2 | sed 's/^ \(..\) \(..\)/ \1\2/' | tr -d '\n'
		echo
	done
} | tee got.txt
diff - got.txt <<'WANT'
$vowelmedial = [\u102B-\u1030\u1032\1u36\u1037\u103A-\u103F];  # Union of vowel signs and medials
4 1005 102c 1038 0034
3 1005 102c 0033 1038
6 1005 102c 0036 1038
u 1005 102c 0075 1038
WANT
