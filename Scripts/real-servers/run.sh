#!/bin/bash
# Runs what Transload writes on real servers: a Docker Swarm, podman and registries.
#
#   Scripts/real-servers/run.sh [CHECK]...      all of checks/ by default, e.g. `run.sh compose-to-podman`
#
# Needs Linux and root. Everything happens in namespaces of its own and in one temporary folder: no port, bridge,
# firewall rule, mount or process outlives the run. The image is made from busybox; nothing is downloaded.
# Where an engine is not installed its checks are skipped, and say so; with CI=true that is a failure.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

if [ "$(id -u)" != 0 ] || ! unshare --net --mount --pid --fork true 2>/dev/null; then
    echo "real servers: skipped: namespaces need root on Linux"
    if [ "${CI:-}" = true ]; then exit 1; fi
    exit 0
fi

if [ -z "${TRANSLOAD:-}" ]; then
    swift build --package-path "$root" --product transload
    TRANSLOAD=$(swift build --package-path "$root" --show-bin-path)/transload
fi
export TRANSLOAD

work=$(mktemp -d)
child=
stop() {
    if [ -n "$child" ]; then kill "$child" 2>/dev/null && wait "$child" || true; fi
    rm -rf "$work"
    # Control groups are the one thing that has no namespace here; busy ones, of another engine, stay.
    find /sys/fs/cgroup/{,*/}{docker,libpod_parent} -depth -type d -exec rmdir {} + 2>/dev/null || true
}
trap stop EXIT
trap 'exit 130' INT TERM

# When unshare ends, however it ends, the kernel ends everything below it.
unshare --net --mount --pid --fork --kill-child --mount-proc \
    bash "$here/inside.sh" "$root" "$work" "$@" </dev/null &
child=$!
status=0
wait "$child" || status=$?
child=
exit "$status"
