#!/bin/sh
# Undoes the release of the node rancher1 (evacuate).
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
cattle() {
    curl --fail --silent --show-error --user "$CATTLE_ACCESS_KEY:$CATTLE_SECRET_KEY" \
        --request "$1" --header 'Accept: application/json' "${CATTLE_URL%/v*}$2"
}
cattle_reads() { cattle GET "$1" | jq -r "$2"; }

# 6. Not undone: Purge the host rancher1
#    add the host again, with the command that Rancher shows for it
# 5. Not undone: Delete the host rancher1
#    add the host again, with the command that Rancher shows for it
# 1. Undo: Deactivate the host rancher1
within 2 120 cattle POST '/v2-beta/projects/1a5/hosts/1h1?action=activate'
