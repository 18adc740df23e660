#!/bin/sh
# Releases the node host1 (drain).
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

require 'the node host1 is as it was in the inventory' prints 41 docker node inspect --format '{{.Version.Index}}' id1

# 1. Drain the node host1, and make it a worker
docker node update --availability drain --role worker id1

# 2. Wait until its tasks have gone
within 1 900 prints '' docker node ps --filter 'desired-state=running' --quiet id1

# 3. Wait until it is a worker
within 1 900 prints '' docker node inspect --format '{{if .ManagerStatus}}manager{{end}}' id1

# 4. Let the node host1 leave
on_node host1 docker swarm leave

# 5. Wait until the managers know that it has left
within 1 120 prints down docker node inspect --format '{{.Status.State}}' id1

# 6. Remove the node host1
within 2 60 docker node rm id1
