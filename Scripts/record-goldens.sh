#!/bin/bash
# Rewrites the expected outputs beside the tests with what the code answers now; read the difference before you
# commit it. Arguments go to `swift test`, e.g. `Scripts/record-goldens.sh --filter SwarmNetesTests`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
TRANSLOAD_RECORD=1 swift test --disable-xctest "$@"
git --no-pager diff --stat -- Tests
