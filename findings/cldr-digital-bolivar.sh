#!/usr/bin/env bash
# By CLDR the bolívar with which Venezuela has paid since 2021 is no tender.
#
# npm cldr-core 48.2.0 (supplemental/currencyData.json)
# Behaviour: the region VE has VES from 2018-08-20 without an end, and VED with
#   _tender false and no dates. ISO 4217 took VED up for the bolívar digital of
#   1 October 2021 (amendment 170), which took six zeros off, and kept VES for
#   the same unit to be used outside the country. A program that takes the
#   current currency of a country from CLDR never sees VED.
# Output seen:
#   VES {"_from":"2018-08-20"}
#   VED {"_tender":"false"}
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm install --silent --no-audit --no-fund --prefix "$dir" cldr-core@48.2.0 >/dev/null
node -e '
	const { region } = require("cldr-core/supplemental/currencyData.json").supplemental.currencyData;
	for (const entry of region.VE) for (const [code, dates] of Object.entries(entry))
		if (code === "VES" || code === "VED") console.log(code, JSON.stringify(dates));' | tee got.txt
diff - got.txt <<'WANT'
VES {"_from":"2018-08-20"}
VED {"_tender":"false"}
WANT
