# Compose, converted to manifests, answers under podman as it would under Compose. Sourced by inside.sh.

if podman_runs; then
    if holds "guestbook converts to manifests" \
        as_manifests "$here/fixtures/guestbook/compose.yaml" "$work/guestbook.yaml" &&
        holds "guestbook plays" podman_play "$work/guestbook.yaml"; then
        guestbook_answers "guestbook in podman" http://127.0.0.1:18080
        holds "guestbook in podman: the health check passes" podman_is_healthy web || true
    fi
    podman_remove_all
fi
