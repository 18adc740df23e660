# A private Docker Engine with a Swarm of one node. Sourced.

swarm_folder=

# swarm_start FOLDER IMAGE: starts the engine with its data in FOLDER, imports IMAGE, makes a Swarm.
swarm_start() {
    command -v dockerd >/dev/null && command -v docker >/dev/null || return 1
    mkdir -p "$1/client"
    echo '{}' >"$1/client/config.json"
    swarm_folder=$1
    cat >"$1/daemon.json" <<J
{
    "data-root": "$1/data",
    "exec-root": "$1/exec",
    "pidfile": "$1/pid",
    "hosts": ["unix://$1/docker.sock"],
    "exec-opts": ["native.cgroupdriver=cgroupfs"]
}
J
    export DOCKER_HOST=unix://$1/docker.sock DOCKER_CONFIG=$1/client DOCKER_CLI_HINTS=false
    dockerd --config-file "$1/daemon.json" >"$work/dockerd.log" 2>&1 &
    local attempt
    for attempt in $(seq 120); do
        if docker version >/dev/null 2>&1; then break; fi
        sleep 0.5
    done
    if ! docker import --change 'ENV PATH=/bin' "$2" "$tiny_image" >"$work/said" 2>&1 ||
        ! docker swarm init --advertise-addr 127.0.0.1 --listen-addr 127.0.0.1:2377 >"$work/said" 2>&1; then
        tail -n 20 "$work/dockerd.log" >>"$work/said"
        swarm_stop
        return 1
    fi
    echo "Docker Engine $(docker version --format '{{.Server.Version}}'), client $(docker version --format '{{.Client.Version}}')"
}

# Whether there is a Swarm to ask.
swarm_runs() {
    [ -n "$swarm_folder" ]
}

swarm_stop() {
    if ! swarm_runs; then return; fi
    docker swarm leave --force >/dev/null 2>&1 || true
    if [ -s "$swarm_folder/pid" ]; then kill "$(cat "$swarm_folder/pid")" 2>/dev/null || true; fi
    swarm_folder=
    # Wait for the engine only: it is a job of this shell.
    local job
    for job in $(jobs -p); do wait "$job" 2>/dev/null || true; done
}

# stack_accepts FILE: whether the stack loader takes the file.
#
# `docker stack config` needs a client of version 23 or newer; an older one is asked by a deployment that is
# taken down at once.
stack_accepts() {
    local folder status=0
    folder=$(dirname "$1")
    if docker stack config --help 2>/dev/null | grep -q 'docker stack config'; then
        (cd "$folder" && docker stack config -c "$(basename "$1")" >/dev/null)
    elif swarm_runs; then
        (cd "$folder" && docker stack deploy --resolve-image never -c "$(basename "$1")" accepted) || status=$?
        stack_remove accepted
        return "$status"
    else
        echo "neither a client with docker stack config nor a Swarm" >&2
        return 1
    fi
}

# stack_deploy NAME FILE...: deploys, merging the files in order.
stack_deploy() {
    local name=$1 folder files=() file
    shift
    folder=$(dirname "$1")
    for file in "$@"; do files+=(-c "$file"); done
    (cd "$folder" && docker stack deploy --resolve-image never "${files[@]}" "$name")
}

# stack_deploy_here NAME FILE: deploys in a way that answers on this machine's kernel.
stack_deploy_here() {
    without_virtual_addresses "$2" >"$2.addresses" && stack_deploy "$1" "$2" "$2.addresses"
}

# stack_replicas_are NAME SERVICE REPLICAS: whether a service runs as `docker stack services` prints it: 2/2.
stack_replicas_are() {
    [ "$(docker stack services "$1" --filter "name=$1_$2" --format '{{.Replicas}}')" = "$3" ]
}

# stack_settles NAME SECONDS: whether every service reaches its replicas in time.
stack_settles() {
    local attempt
    for attempt in $(seq "$2"); do
        if docker stack services "$1" --format '{{.Replicas}}' |
            awk '{ split($1, n, "/"); lines += 1; if (n[1] != n[2]) short = 1 } END { exit short || lines == 0 }'; then
            return 0
        fi
        sleep 1
    done
    docker stack services "$1"
    docker stack ps --no-trunc "$1" | head -n 20
    return 1
}

# stack_remove NAME: removes a stack and waits until its containers and networks are gone.
stack_remove() {
    local attempt
    docker stack rm "$1" >/dev/null 2>&1 || true
    for attempt in $(seq 60); do
        if [ -z "$(docker ps -q --filter "label=com.docker.stack.namespace=$1")" ] &&
            [ -z "$(docker network ls -q --filter "label=com.docker.stack.namespace=$1")" ]; then
            return
        fi
        sleep 0.5
    done
}

# in_stack NAME SERVICE COMMAND...: runs the command in one container of a service.
in_stack() {
    local container
    container=$(docker ps -q --filter "label=com.docker.swarm.service.name=$1_$2" | head -n 1)
    [ -n "$container" ] || { echo "no container of $2"; return 1; }
    shift 2
    timeout 10 docker exec "$container" "$@"
}

# without_virtual_addresses FILE: an overlay that makes each service without published ports answer by its tasks' own
# addresses, because a kernel without IPVS cannot route a service's virtual one. Empty where IPVS works.
without_virtual_addresses() {
    grep '^version:' "$1"
    if [ -e /proc/net/ip_vs ]; then return; fi
    awk '
        function close_service() {
            if (name != "" && !published) print "  " name "\n    deploy:\n      endpoint_mode: dnsrr"
            name = ""
            published = 0
        }
        /^[^ ]/ { close_service(); services = ($1 == "services:"); if (services) print }
        services && /^  [^ ]/ { close_service(); name = $1 }
        services && /^    ports:/ { published = 1 }
        END { close_service() }' "$1"
}
