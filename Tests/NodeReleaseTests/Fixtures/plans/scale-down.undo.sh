#!/bin/sh
# Undoes the release of the node a (scale-down).
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

# 8. Not undone: Delete the node a
#    a kubelet that still runs registers the node again; else start a new one
# 5. Undo: Scale the Deployment shop/web from 3 to 1
kubectl patch deployments web --namespace shop '--type=json' --patch '[{"op":"test","path":"/spec/replicas","value":1},{"op":"replace","path":"/spec/replicas","value":3}]'
# 4. Undo: Let the pod shop/web-2 go first
kubectl patch pod web-2 --namespace shop '--type=merge' --patch '{"metadata":{"annotations":{"controller.kubernetes.io/pod-deletion-cost":null},"uid":"uid-web-2"}}'
# 3. Undo: Let the pod shop/web-1 go first
kubectl patch pod web-1 --namespace shop '--type=merge' --patch '{"metadata":{"annotations":{"controller.kubernetes.io/pod-deletion-cost":null},"uid":"uid-web-1"}}'
# 1. Undo: Cordon the node a
kubectl patch node a '--type=merge' --patch '{"spec":{"unschedulable":false}}'
