#!/bin/bash
# Builds the DocC pages of every library that .spi.yml lists; warnings are errors.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mapfile -t targets < <(sed -n 's/.*documentation_targets: *\[\(.*\)\].*/\1/p' .spi.yml | tr -d ' ' | tr ',' '\n')
for target in "${targets[@]}"; do
    TRANSLOAD_DOCS=1 swift package --scratch-path .build-docs generate-documentation \
        --target "$target" --warnings-as-errors
done
