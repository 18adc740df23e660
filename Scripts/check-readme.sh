#!/bin/bash
# Checks that README.md shows what is true: its Swift example is Snippets/convert-compose.swift, and the text block after
# it is what the example prints. With --write, rewrites both in README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
snippet=convert-compose
scratch=${TRANSLOAD_SCRATCH:-.build}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The example is what stands outside of `snippet.hide` and `snippet.show`; the introduction above it is for DocC.
awk '
    /^\/\/ snippet\.hide/ { hidden = 1; next }
    /^\/\/ snippet\.show/ { hidden = 0; next }
    !started && /^(\/\/|$)/ { next }
    !hidden { started = 1; print }' "Snippets/$snippet.swift" >"$work/code"
"$(swift build --scratch-path "$scratch" --show-bin-path)/$snippet" >"$work/output" 2>&1

# The README with its first Swift block, and the text block after it, replaced.
awk -v code="$work/code" -v output="$work/output" '
    function paste(path,   line) { while ((getline line < path) > 0) print line; close(path) }
    skipping && /^```$/ { skipping = 0 }
    skipping { next }
    { print }
    /^```swift$/ && !shown { shown = skipping = 1; paste(code) }
    /^```text$/ && shown == 1 { shown = 2; skipping = 1; paste(output) }' README.md >"$work/README.md"

if [ "${1:-}" = --write ]; then
    cp "$work/README.md" README.md
elif ! diff -u README.md "$work/README.md"; then
    echo "check-readme: README.md differs from what its example does; Scripts/check-readme.sh --write mends it" >&2
    exit 1
else
    echo "readme: its example does what it says"
fi
