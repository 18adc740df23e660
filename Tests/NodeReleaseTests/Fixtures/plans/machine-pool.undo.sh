#!/bin/sh
# Undoes the release of the node node-m1 (machine-pool).
set -eu
prints() { expected=$1; shift; found=$("$@") && [ "$found" = "$expected" ]; }
prints_other() { unexpected=$1; shift; found=$("$@") && [ "$found" != "$unexpected" ]; }
prints_only() {
    known=$1; shift; found=$("$@") || return 1
    others=$(printf '%s\n' "$found" | grep -v '^$' | grep -vxF -e "$known") || true
    [ -z "$others" ]
}
with_input() { input=$1; shift; printf '%s' "$input" | "$@"; }
require() { statement=$1; shift; "$@" || { echo "refused: not so any more: $statement" >&2; exit 1; }; }
attempt() { "$@" || settled; }
within() {
    interval=$1 end=$(($(date +%s) + $2)); shift 2
    until "$@"; do
        if [ "$(date +%s)" -ge "$end" ]; then echo "no success in time: $*" >&2; return 1; fi
        sleep "$interval"
    done
}

# 2. Undo: Make the Cluster fleet-default/prod smaller, from 3 to 2
kubectl patch clusters.v1.provisioning.cattle.io prod --namespace fleet-default '--type=json' --patch '[{"op":"test","path":"/spec/rkeConfig/machinePools/1/name","value":"workers"},{"op":"test","path":"/spec/rkeConfig/machinePools/1/quantity","value":2},{"op":"replace","path":"/spec/rkeConfig/machinePools/1/quantity","value":3}]'
# 1. Undo: Let the machine m1 go first
kubectl patch machines.v1beta1.cluster.x-k8s.io m1 --namespace fleet-default '--type=merge' --patch '{"metadata":{"annotations":{"cluster.x-k8s.io/delete-machine":null}}}'
