# New images of one registry come to another before anybody asks: by notifications, and by sweeps. Sourced by inside.sh.

# arrives TEXT REFERENCE DIGEST: the image is there within a minute.
arrives() {
    local attempt
    for attempt in $(seq 300); do
        if [ "$(registry_digest "docker://$2" 2>/dev/null)" = "$3" ]; then
            ok "$1"
            return
        fi
        sleep 0.2
    done
    failed "$1" "$work/presync.log"
}

# pushes NAME: puts the small image into the registry that notifies.
pushes() {
    skopeo copy -q --dest-tls-verify=false "oci:$work/registries/layout:1" "docker://$registry_notifying/$1"
}

if registry_runs && podman_runs; then
    echo 'Bearer s3cret' >"$work/presync.secret"
    presync=("$TRANSLOAD" presync --from "$registry_notifying" --to "$registry_other" --add-prefix mirror --early 0
        --plain-http "$registry_notifying" --plain-http "$registry_other" --exclude-tag '*-dev'
        --journal "$work/presync.journal")
    # Sweeps come once an hour: what arrives sooner was notified.
    "${presync[@]}" --listen "$registry_webhook" --authorization-file "$work/presync.secret" --interval 3600 \
        2>"$work/presync.log" &
    presync_process=$!
    registry_listens "$registry_webhook" || failed "notifications are listened for" "$work/presync.log" || true
    holds "an image is pushed" pushes team/tiny:1 || true
    arrives "it arrives by its notification" "$registry_other/mirror/team/tiny:1" "$first" || true
    holds "its blobs moved before their manifest" grep -qF 'moved=0' "$work/presync.log" || true
    holds "another tag is pushed" pushes team/tiny:2-dev || true
    kill -TERM "$presync_process"
    holds "it ends when it is asked to" wait "$presync_process" || true
    holds "an image is pushed while nothing runs" pushes team/late:1 || true
    holds "a sweep brings what is missing" "${presync[@]}" --once || true
    arrives "and it is there" "$registry_other/mirror/team/late:1" "$first" || true
    if registry_digest "docker://$registry_other/mirror/team/tiny:2-dev" >"$work/told" 2>&1; then
        failed "a tag that is left out does not come" "$work/told" || true
    else
        ok "a tag that is left out does not come"
    fi
fi
