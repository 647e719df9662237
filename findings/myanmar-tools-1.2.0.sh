#!/usr/bin/env bash
# The latest release of Google's detector of Zawgyi cannot be loaded: what its
# main file requires was left out of the package.
#
# npm myanmar-tools 1.2.0, and 1.1.3, which works
# Behaviour: require('myanmar-tools') of 1.2.0 throws MODULE_NOT_FOUND for
#   ./build_node/zawgyi_detector. 1.1.3 exports the two classes.
# Output seen:
#   1.1.3 ZawgyiConverter,ZawgyiDetector
#   1.2.0 MODULE_NOT_FOUND
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
for version in 1.1.3 1.2.0; do
	mkdir "$version"
	npm install --silent --no-audit --no-fund --prefix "$version" "myanmar-tools@$version" >/dev/null
	(cd "$version" && node -e '
		try { console.log(process.argv[1], Object.keys(require("myanmar-tools")).sort().join()); }
		catch (e) { console.log(process.argv[1], e.code); }' "$version")
done | tee got.txt
diff - got.txt <<'WANT'
1.1.3 ZawgyiConverter,ZawgyiDetector
1.2.0 MODULE_NOT_FOUND
WANT
