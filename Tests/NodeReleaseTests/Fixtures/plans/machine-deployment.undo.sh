#!/bin/sh
# Undoes the release of the node node-m1 (machine-deployment).
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

# 2. Undo: Make the MachineDeployment fleet-default/md smaller, from 3 to 2
kubectl patch machinedeployments.v1beta1.cluster.x-k8s.io md --namespace fleet-default '--type=json' --patch '[{"op":"test","path":"/spec/replicas","value":2},{"op":"replace","path":"/spec/replicas","value":3}]'
# 1. Undo: Let the machine m1 go first
kubectl patch machines.v1beta1.cluster.x-k8s.io m1 --namespace fleet-default '--type=merge' --patch '{"metadata":{"annotations":{"cluster.x-k8s.io/delete-machine":null}}}'
