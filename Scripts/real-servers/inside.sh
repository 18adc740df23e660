#!/bin/bash
# The part of run.sh that runs inside the namespaces: inside.sh ROOT WORK [CHECK]...
set -euo pipefail
root=$1 work=$2
shift 2
here=$root/Scripts/real-servers

# The engines keep some state at fixed places; here these are memory of this namespace only.
for place in /run /var/lib/docker /var/lib/containers /var/lib/cni /etc/docker; do
    mkdir -p "$place"
    mount -t tmpfs tmpfs "$place"
done

for part in "$here"/tally.sh "$here"/tiny-image.sh "$here"/asking.sh "$here"/manifests.sh "$here"/engines/*.sh; do
    # shellcheck source=/dev/null
    source "$part"
done

busybox=$(command -v busybox) || { unavailable busybox; closing_line; exit; }
"$busybox" ip link set lo up
make_tiny_image "$busybox" "$work/tiny.tar"

finish() {
    registry_stop
    swarm_nodes_stop
    swarm_stop
    podman_stop
}
trap finish EXIT

swarm_start "$work/swarm" "$work/tiny.tar" || unavailable "Docker Swarm"
podman_start "$work/podman" "$work/tiny.tar" || unavailable podman
registry_start "$work/registry" || unavailable docker-registry

if [ $# = 0 ]; then
    set -- accepted compose-to-podman kubernetes-to-swarm round-trip release-swarm-node registries presync
fi
for check in "$@"; do
    echo "== $check"
    # shellcheck source=/dev/null
    source "$here/checks/$check.sh"
done
closing_line
