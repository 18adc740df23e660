# Compose, converted to manifests and back, answers on a Swarm as before. Sourced by inside.sh.

if swarm_runs; then
    holds "guestbook converts to manifests" \
        as_manifests "$here/fixtures/guestbook/compose.yaml" "$work/guestbook-there.yaml"
    holds "guestbook converts back to a stack" as_stack "$work/guestbook-there.yaml" "$work/guestbook-back"
    without_virtual_addresses "$work/guestbook-back/compose.yaml" >"$work/guestbook-back/addresses.yaml"
    holds "guestbook deploys" \
        stack_deploy guestbook "$work/guestbook-back/compose.yaml" "$work/guestbook-back/addresses.yaml"
    holds "guestbook reaches its replicas" stack_settles guestbook 60
    guestbook_answers "guestbook on a Swarm, there and back" http://127.0.0.1:18080
    stack_remove guestbook
fi
