#!/bin/sh
# Undoes the release of the node host1 (drain).
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
on_node() { node=$1; shift; "${ON_NODE:-ssh}" "$node" "$*"; }

# 6. Not undone: Remove the node host1
#    let the node join again, with docker swarm join and a token
# 4. Not undone: Let the node host1 leave
#    let the node join again, with docker swarm join and a token
# 1. Undo: Drain the node host1, and make it a worker
docker node update --availability active --role manager id1
