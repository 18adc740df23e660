# Plans of `transload release`, carried out on a Swarm of three nodes. Sourced by inside.sh.

# inventory FILE: what the manager lists, in one document.
inventory() {
    local nodes services tasks
    # shellcheck disable=SC2046
    nodes=$(on_swarm_node alpha docker node inspect $(on_swarm_node alpha docker node ls -q)) || return
    # shellcheck disable=SC2046
    services=$(on_swarm_node alpha docker service inspect $(on_swarm_node alpha docker service ls -q)) || return
    # shellcheck disable=SC2046
    tasks=$(on_swarm_node alpha docker inspect --type task $(on_swarm_node alpha docker service ps -q web)) || return
    printf '{"nodes": %s, "services": %s, "tasks": %s}' "$nodes" "$services" "$tasks" >"$1"
}

# replicas COUNT: so many tasks of the service run.
replicas() {
    [ "$(on_swarm_node alpha docker service ls --filter name=web --format '{{.Replicas}}')" = "$1/$1" ]
}

# tasks_on NODE: how many tasks are to run on a node, as a line.
tasks_on() {
    echo "tasks: $(on_swarm_node alpha docker node ps --filter desired-state=running -q "$1" | wc -l)"
}

availability() {
    on_swarm_node alpha docker node inspect --format 'availability: {{.Spec.Availability}}' "$1"
}

# carry_out SCRIPT: runs a rendered plan as the manager; it gets to other nodes through a program.
carry_out() {
    printf '%s\n' '#!/bin/bash' 'name=$1; shift' "DOCKER_HOST=unix://$swarm_nodes_folder/\$name/docker.sock exec bash -c \"\$*\"" \
        >"$work/on-node"
    chmod +x "$work/on-node"
    ON_NODE=$work/on-node on_swarm_node alpha timeout 180 sh "$1"
}

# head_of SCRIPT STEP: the script up to the step before this one.
head_of() {
    awk -v step="# $2. " 'index($0, step) == 1 { exit } { print }' "$1"
}

# sends NODE REQUEST: sends a request of a plan, in its stored form, to the engine of a node; prints the status.
sends() {
    local node=$1 method path body field lookup
    method=$(jq -r .method <<<"$2") path=$(jq -r .path <<<"$2") body=$(jq -c '.body // empty' <<<"$2")
    if jq -e .lookup <<<"$2" >/dev/null; then
        field=$(jq -r '.lookup.field | ltrimstr("/") | split("/") | map("." + .) | join("")' <<<"$2")
        lookup=$(asks "$node" "$(jq -r .lookup.path <<<"$2")" | jq -r "$field")
        path+="?$(jq -r .lookup.parameter <<<"$2")=$lookup"
    fi
    curl --silent --output "$work/answer" --write-out 'status: %{http_code}' --max-time 30 --request "$method" \
        --unix-socket "$swarm_nodes_folder/$node/docker.sock" --header 'Content-Type: application/json' \
        ${body:+--data "$body"} "http://engine$path"
}

# asks NODE PATH: what the engine of a node answers.
asks() {
    curl --silent --fail --max-time 30 --unix-socket "$swarm_nodes_folder/$1/docker.sock" "http://engine$2"
}

release() {
    "$TRANSLOAD" release -f "$work/inventory.json" "$@"
}

if swarm_nodes_start "$work/nodes" "$work/tiny.tar" alpha beta gamma; then
    echo "a Swarm of ${#swarm_nodes[@]} nodes"
    holds "a service with four tasks starts" on_swarm_node alpha docker service create --detach --name web \
        --replicas 4 --stop-grace-period 1s --no-resolve-image "$tiny_image" sleep 3600 || true
    answers "its tasks run" yes eval 'replicas 4 && echo yes'
    holds "the inventory is listed" inventory "$work/inventory.json"
    holds "the manager is not offered" eval 'release --format json |
        jq -e ".nodes[] | select(.name == \"alpha\") | .obstacles | map(.kind) | index(\"control-plane\") != null"' || true
    holds "the last manager is refused" eval \
        '[[ $(release --node alpha --allow control-plane 2>&1 || true) == *manager-quorum* ]]' || true

    if holds "a plan for a worker is made" eval 'release --node beta --format commands >"$work/release.sh"' &&
        holds "its undo is made" eval 'release --node beta --format commands --undo >"$work/undo.sh"'; then
        head_of "$work/release.sh" 3 >"$work/drain.sh"
        holds "the drain is carried out" carry_out "$work/drain.sh" || true
        answers "the node is drained" "availability: drain" availability beta
        answers "no task is left on it" "tasks: 0" tasks_on beta
        answers "all tasks run elsewhere" yes eval 'replicas 4 && echo yes'
        holds "the plan is refused now, because the inventory is old" eval '! carry_out "$work/release.sh"' || true
        holds "the drain is undone" carry_out "$work/undo.sh" || true
        answers "the node takes tasks again" "availability: active" availability beta

        holds "the inventory is listed for the API" inventory "$work/inventory.json" || true
        release --node beta --format json | jq '.releases[0].plan' >"$work/plan.json" || true
        answers "the API takes the first request of the plan" "status: 200" \
            sends alpha "$(jq -c '.steps[0].send' "$work/plan.json")"
        answers "the node is drained by it" "availability: drain" availability beta
        answers "the API finds no tasks where the plan waits for that" "[]" \
            asks alpha "$(jq -r '.steps[1].wait.path' "$work/plan.json")"
        answers "the API refuses the request now, because the version is old" "out of sequence" \
            eval 'sends alpha "$(jq -c ".steps[0].send" "$work/plan.json")"; cat "$work/answer"'
        answers "the API takes the request that undoes it" "status: 200" \
            sends alpha "$(jq -c '.steps[0].undo' "$work/plan.json")"
        answers "the node is active by it" "availability: active" availability beta

        holds "the inventory is listed again" inventory "$work/inventory.json" || true
        holds "a new plan is made" eval 'release --node beta --format commands >"$work/release.sh"' || true
        holds "the node is released" carry_out "$work/release.sh" || true
        answers "it is no longer listed" "nodes: 2" eval 'echo "nodes: $(on_swarm_node alpha docker node ls -q | wc -l)"'
        answers "and it is in no Swarm" inactive \
            on_swarm_node beta docker info --format '{{.Swarm.LocalNodeState}}'
        answers "all tasks still run" yes eval 'replicas 4 && echo yes'
    fi
    swarm_nodes_stop
else
    unavailable "a Swarm of three nodes"
    swarm_nodes_stop
fi
