#!/bin/sh
# Releases the node rancher1 (evacuate).
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

require 'the host rancher1 is the one in the inventory' prints u-1 cattle_reads /v2-beta/projects/1a5/hosts/1h1 .uuid
require 'the host rancher1 is active, as in the inventory' prints active cattle_reads /v2-beta/projects/1a5/hosts/1h1 .state
require 'on the host rancher1 are no containers but those in the inventory' prints_only 1i1 cattle_reads /v2-beta/projects/1a5/hosts/1h1 '.instanceIds[]?'

# 1. Deactivate the host rancher1
cattle POST '/v2-beta/projects/1a5/hosts/1h1?action=deactivate'

# 2. Wait until it is inactive
within 2 900 prints inactive cattle_reads /v2-beta/projects/1a5/hosts/1h1 .state

# 3. Evacuate the host rancher1
cattle POST '/v2-beta/projects/1a5/hosts/1h1?action=evacuate'

# 4. Wait until its containers have gone
within 2 900 prints '' cattle_reads '/v2-beta/projects/1a5/hosts/1h1/instances?system=false&removed_null=true' '.data[].id'

# 5. Delete the host rancher1
cattle DELETE /v2-beta/projects/1a5/hosts/1h1

# 6. Purge the host rancher1
within 2 120 cattle POST '/v2-beta/projects/1a5/hosts/1h1?action=purge'
