# Manifests, converted to a stack, run on a Swarm as they would in a cluster. Sourced by inside.sh.

if swarm_runs; then
    if holds "library converts to a stack" as_stack "$here/fixtures/library/kubernetes.yaml" "$work/library" &&
        holds "library deploys" stack_deploy_here library "$work/library/compose.yaml" &&
        holds "library reaches its replicas" stack_settles library 60; then
        holds "library: the catalogue has two" stack_replicas_are library catalogue 2/2 || true
        answers "library: a config entry is a file" "three weeks, then a fine" \
            in_stack library desk cat /etc/rules.txt
        answers "library: a config entry is a variable" "open from nine" \
            in_stack library catalogue wget -q -O - http://desk:8082/
        answers "library: a secret entry is a file" "property of the library" \
            in_stack library desk cat /run/secrets/stamp
        answers "library: a variable refers to another" "books from the shelf" \
            in_stack library desk wget -q -O - http://catalogue:8081/
        answers "library: a claim holds what is written" shelved \
            in_stack library desk wget -q -O - http://shelf:8083/
    fi
    stack_remove library
fi
