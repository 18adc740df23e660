#!/bin/bash
# The whole gate: what must hold before a commit. Needs libyaml-dev, zlib1g-dev, libsqlite3-dev and jq.
#
#   Scripts/check.sh [STEP]...      all of: format layers build tests readme
#
# It builds into a folder of its own, so that the stricter flags do not throw away the ordinary build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scratch=.build-check
strictly=(--scratch-path "$scratch" -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error)

check_format() {
    local folders=(Package.swift Sources Tests)
    if [ -d Snippets ]; then folders+=(Snippets); fi
    swift format lint --strict --recursive --parallel "${folders[@]}"
}

check_layers() { Scripts/check-layers.sh; }

# Warnings are errors.
check_build() { swift build --build-tests "${strictly[@]}"; }

check_tests() { swift test --disable-xctest --skip-build "${strictly[@]}"; }

check_readme() { TRANSLOAD_SCRATCH=$scratch Scripts/check-readme.sh; }

if [ $# = 0 ]; then set -- format layers build tests readme; fi
for step in "$@"; do
    echo "== $step"
    "check_$step"
done
echo "check: everything holds"
