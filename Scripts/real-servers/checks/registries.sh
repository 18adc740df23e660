# Images are copied between real registries, and skopeo finds the same digests there. Sourced by inside.sh.

# copies TEXT SOURCE DESTINATION [OPTION]...: the copy works and says its digest, which is in $copied afterwards.
copies() {
    local text=$1
    shift
    copied=
    if copied=$("$TRANSLOAD" copy "$@" --plain-http "$registry_plain" --plain-http "$registry_other" 2>"$work/told"); then
        ok "$text"
    else
        failed "$text" "$work/told"
    fi
}

# refuses TEXT WORDS SOURCE DESTINATION [OPTION]...: the copy fails and says WORDS.
refuses() {
    local text=$1 words=$2
    shift 2
    if "$TRANSLOAD" copy "$@" >"$work/told" 2>&1; then
        failed "$text" "$work/told"
    else
        holds "$text" grep -qF -- "$words" "$work/told"
    fi
}

if registry_runs && podman_runs; then
    layout=$work/registries/layout
    keys=$registry_folder/keys
    mkdir -p "$work/registries"
    export XDG_CACHE_HOME=$work/registries/cache
    holds "an image is made" podman push --format oci -q "$tiny_image" "oci:$layout:1" || true
    copies "a layout goes to a registry" "oci:$layout:1" "$registry_plain/tiny:1" || true
    first=$copied
    holds "skopeo finds the same digest" test "$first" = "$(registry_digest "docker://$registry_plain/tiny:1")" || true
    copies "a registry goes to another" "$registry_plain/tiny:1" "$registry_other/team/tiny:1" || true
    holds "the digest stays" test "$first" = "$(registry_digest "docker://$registry_other/team/tiny:1")" || true
    copies "a second copy has nothing to do" "$registry_plain/tiny:1" "$registry_other/team/tiny:1" || true
    holds "and says so" grep -qF 'up to date' "$work/told" || true
    # Where the blobs are is known from the copy before.
    copies "a sibling is mounted" "$registry_plain/tiny:1" "$registry_other/sibling/tiny:1" || true
    holds "and nothing is moved" grep -qF 'moving 0 of' "$work/told" || true
    copies "a registry with TLS and a password takes it" "$registry_plain/tiny:1" "$registry_password/tiny:1" \
        --tls-ca "$keys/ca.crt" --authfile "$keys/auth.json" || true
    holds "skopeo finds it there" test "$first" = \
        "$(registry_digest "docker://$registry_password/tiny:1" --creds alice:wonder)" || true
    copies "and gives it back" "$registry_password/tiny:1" "$registry_plain/back:1" \
        --tls-ca "$keys/ca.crt" --authfile "$keys/auth.json" || true
    copies "a registry that wants a certificate takes it" "$registry_plain/tiny:1" "$registry_mutual/tiny:1" \
        --plain-http "$registry_plain" --tls-ca "$keys/ca.crt" --tls-cert "$keys/client.crt" \
        --tls-key "$keys/client.key" || true
    copies "a registry goes to a layout" "$registry_plain/tiny:1" "oci:$work/registries/out:1" || true
    holds "skopeo reads the layout" test "$first" = "$(registry_digest "oci:$work/registries/out:1")" || true
    refuses "a wrong password is said" "does not accept the credentials" \
        "$registry_password/tiny:1" "oci:$work/registries/none:1" --tls-ca "$keys/ca.crt" --authfile "$keys/wrong.json" || true
    refuses "an unknown authority is said" "certificate of $registry_password is not trusted" \
        "$registry_password/tiny:1" "oci:$work/registries/none:1" || true
    refuses "an image that is not there is said" "answered 404" \
        "$registry_plain/nothing:1" "oci:$work/registries/none:1" --plain-http "$registry_plain" || true
fi
