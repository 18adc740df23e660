#!/bin/sh
# Releases the node a (drain).
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

require 'the node a is the one in the inventory' prints uid-a kubectl get node a -o 'jsonpath={.metadata.uid}'
require 'the node a is as it was in the inventory' prints 7 kubectl get node a -o 'jsonpath={.metadata.resourceVersion}'

# 1. Cordon the node a
kubectl patch node a '--type=merge' --patch '{"spec":{"unschedulable":true},"metadata":{"resourceVersion":"7"}}'

# 2. Look for pods that the inventory does not know
require 'on the node a are no pods but those in the inventory' prints_only 'uid-logs-a
uid-proxy-a
uid-web-1
uid-web-2' kubectl get pods --all-namespaces --field-selector 'spec.nodeName=a' -o 'jsonpath={range .items[*]}{.metadata.uid}{"\n"}{end}'

# 3. Evict the pod shop/web-1
settled() { prints_other uid-web-1 kubectl get pod web-1 --namespace shop --ignore-not-found -o 'jsonpath={.metadata.uid}'; }
within 5 1800 attempt with_input '{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"web-1","namespace":"shop"},"deleteOptions":{"preconditions":{"uid":"uid-web-1"}}}' kubectl create --raw /api/v1/namespaces/shop/pods/web-1/eviction -f -

# 4. Evict the pod shop/web-2
settled() { prints_other uid-web-2 kubectl get pod web-2 --namespace shop --ignore-not-found -o 'jsonpath={.metadata.uid}'; }
within 5 1800 attempt with_input '{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"web-2","namespace":"shop"},"deleteOptions":{"preconditions":{"uid":"uid-web-2"}}}' kubectl create --raw /api/v1/namespaces/shop/pods/web-2/eviction -f -

# 5. Wait for the end of the pod shop/web-1
within 1 70 prints_other uid-web-1 kubectl get pod web-1 --namespace shop --ignore-not-found -o 'jsonpath={.metadata.uid}'

# 6. Wait for the end of the pod shop/web-2
within 1 70 prints_other uid-web-2 kubectl get pod web-2 --namespace shop --ignore-not-found -o 'jsonpath={.metadata.uid}'

# 7. Delete the node a
with_input '{"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":"uid-a"}}' kubectl delete --raw /api/v1/nodes/a -f -
