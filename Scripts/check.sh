#!/bin/bash
# The whole gate: what must hold before a commit. Needs libyaml-dev, zlib1g-dev, libsqlite3-dev and jq.
#
# It builds into a folder of its own, so that the stricter flags do not throw away the ordinary build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scratch=.build-check

folders=(Package.swift Sources Tests)
if [ -d Snippets ]; then folders+=(Snippets); fi

echo "== format"
swift format lint --strict --recursive --parallel "${folders[@]}"

echo "== layers"
Scripts/check-layers.sh

echo "== build, warnings are errors"
swift build --build-tests --scratch-path "$scratch" -Xswiftc -warnings-as-errors \
    --explicit-target-dependency-import-check error

echo "== tests"
swift test --disable-xctest --skip-build --scratch-path "$scratch" -Xswiftc -warnings-as-errors \
    --explicit-target-dependency-import-check error

echo "== readme"
TRANSLOAD_SCRATCH=$scratch Scripts/check-readme.sh

echo "check: everything holds"
