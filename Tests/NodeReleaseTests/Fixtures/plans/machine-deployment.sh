#!/bin/sh
# Releases the node node-m1 (machine-deployment).
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

require 'the Machine fleet-default/m1 is the one in the inventory' prints uid-m1 kubectl get machines.v1beta1.cluster.x-k8s.io m1 --namespace fleet-default -o 'jsonpath={.metadata.uid}'
require 'the Machine fleet-default/m1 is as it was in the inventory' prints 3 kubectl get machines.v1beta1.cluster.x-k8s.io m1 --namespace fleet-default -o 'jsonpath={.metadata.resourceVersion}'
require 'the MachineDeployment fleet-default/md is the one in the inventory' prints uid-md kubectl get machinedeployments.v1beta1.cluster.x-k8s.io md --namespace fleet-default -o 'jsonpath={.metadata.uid}'
require 'the MachineDeployment fleet-default/md is as it was in the inventory' prints 9 kubectl get machinedeployments.v1beta1.cluster.x-k8s.io md --namespace fleet-default -o 'jsonpath={.metadata.resourceVersion}'

# 1. Let the machine m1 go first
kubectl patch machines.v1beta1.cluster.x-k8s.io m1 --namespace fleet-default '--type=merge' --patch '{"metadata":{"annotations":{"cluster.x-k8s.io/delete-machine":"true"},"resourceVersion":"3"}}'

# 2. Make the MachineDeployment fleet-default/md smaller, from 3 to 2
kubectl patch machinedeployments.v1beta1.cluster.x-k8s.io md --namespace fleet-default '--type=json' --patch '[{"op":"test","path":"/spec/replicas","value":3},{"op":"replace","path":"/spec/replicas","value":2}]'

# 3. Wait for the end of the machine m1
within 5 3600 prints_other uid-m1 kubectl get machines.v1beta1.cluster.x-k8s.io m1 --namespace fleet-default --ignore-not-found -o 'jsonpath={.metadata.uid}'
