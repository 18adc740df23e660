#!/bin/bash
# Compares the targets of Package.swift with Documentation/layers.txt and fails on any difference.
# Needs jq.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v jq >/dev/null || { echo "check-layers: jq is not installed" >&2; exit 1; }

lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT

# Both sides as lines "TARGET DEPENDENCY", and "TARGET" alone so that targets without dependencies count.
swift package dump-package | jq -r '
    .targets[] | select(.type != "test" and ((.path // "") | startswith("Tests/") | not))
    | .name as $target | $target, (.dependencies[]
    | (.byName // .target | select(. != null) | $target + " " + .[0]),
      (.product | select(. != null) | $target + " " + .[1] + "/" + .[0]))' | sort >"$lists/manifest"
awk '
    /^#/ || NF == 0 { next }
    { target = $2; sub(/:$/, "", target); print target
      for (i = 3; i <= NF; i++) print target, $i }' Documentation/layers.txt | sort >"$lists/plan"

status=0
while read -r line; do
    echo "check-layers: Package.swift has «$line», Documentation/layers.txt has not" >&2
    status=1
done < <(comm -23 "$lists/manifest" "$lists/plan")
while read -r line; do
    echo "check-layers: Documentation/layers.txt has «$line», Package.swift has not" >&2
    status=1
done < <(comm -13 "$lists/manifest" "$lists/plan")

awk '
    /^#/ || NF == 0 { next }
    { target = $2; sub(/:$/, "", target); floor[target] = $1; lines[target] = $0 }
    END {
        for (target in lines) {
            count = split(lines[target], word)
            for (i = 3; i <= count; i++) {
                if (word[i] ~ /\//) continue
                if (!(word[i] in floor) || floor[word[i]] >= floor[target]) {
                    print "check-layers: " target " may not stand on " word[i] > "/dev/stderr"
                    failed = 1
                }
            }
        }
        exit failed
    }' Documentation/layers.txt || status=1

if [ "$status" = 0 ]; then echo "layers: as Documentation/layers.txt says"; fi
exit "$status"
