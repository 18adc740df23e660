# Compose, converted to manifests and back, answers on a Swarm as before. Sourced by inside.sh.

if swarm_runs; then
    before=$here/fixtures/guestbook/compose.yaml
    there=$work/guestbook-there.yaml
    back=$work/guestbook-back
    if holds "guestbook converts to a stack" as_stack "$before" "$work/guestbook" &&
        holds "guestbook deploys" stack_deploy_here before "$work/guestbook/compose.yaml" &&
        holds "guestbook reaches its replicas" stack_settles before 60; then
        guestbook_answers "guestbook on a Swarm" http://127.0.0.1:18080
    fi
    stack_remove before
    if holds "guestbook converts to manifests" as_manifests "$before" "$there" &&
        holds "the manifests convert back to a stack" as_stack "$there" "$back" &&
        holds "there and back, guestbook deploys" stack_deploy_here after "$back/compose.yaml" &&
        holds "there and back, guestbook reaches its replicas" stack_settles after 60; then
        guestbook_answers "guestbook on a Swarm, there and back" http://127.0.0.1:18080
    fi
    stack_remove after
fi
