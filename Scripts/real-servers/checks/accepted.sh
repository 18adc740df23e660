# The stack loader accepts every stack that Transload writes. Sourced by inside.sh.

if docker stack config --help 2>/dev/null | grep -q 'docker stack config' || swarm_runs; then
    for example in "$root"/Examples/*/; do
        name=$(basename "$example")
        if grep -q '^version:' "$example/compose.yaml"; then
            holds "$name: the example is a stack" stack_accepts "$example/compose.yaml" || true
        fi
        for source in compose kubernetes; do
            written=$work/accepted/$name-$source
            holds "$name: $source converts to a stack" as_stack "$example/$source.yaml" "$written" &&
                holds "$name: the stack from $source is accepted" stack_accepts "$written/compose.yaml" || true
        done
        holds "$name: the canonical form loads again" loads_again "$example/compose.yaml" || true
    done
fi
