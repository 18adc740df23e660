# Further engines that join the Swarm of swarm.sh, each in a network namespace of its own. Sourced.
#
# A bridge in the namespace of the run joins them; nothing of it is outside. The Swarm has to be one that others can
# reach: `swarm_nodes_start` makes a new one on the address of the bridge.

swarm_nodes_folder=
swarm_nodes=()

# swarm_nodes_start FOLDER IMAGE NAME...: starts an engine for each name, the first as the manager, and joins them.
swarm_nodes_start() {
    local image=$2 name number=1 token
    command -v dockerd >/dev/null && command -v docker >/dev/null && command -v ip >/dev/null || return 1
    swarm_nodes_folder=$1
    shift 2
    mkdir -p "$swarm_nodes_folder"
    ip link add swarm type bridge && ip addr add 10.98.0.254/24 dev swarm && ip link set swarm up || return 1
    for name in "$@"; do
        swarm_node_start "$name" "10.98.0.$number" "$image" || return 1
        number=$((number + 1))
    done
    on_swarm_node "$1" docker swarm init --advertise-addr 10.98.0.1 >"$work/said" 2>&1 || return 1
    token=$(on_swarm_node "$1" docker swarm join-token --quiet worker) || return 1
    for name in "${@:2}"; do
        on_swarm_node "$name" docker swarm join --token "$token" 10.98.0.1:2377 >"$work/said" 2>&1 || return 1
    done
}

# swarm_node_start NAME ADDRESS IMAGE: starts an engine in a network namespace and a host name of its own.
swarm_node_start() {
    local name=$1 address=$2 image=$3 folder=$swarm_nodes_folder/$1 attempt
    mkdir -p "$folder/run"
    cat >"$folder/daemon.json" <<J
{
    "data-root": "$folder/data",
    "exec-root": "$folder/exec",
    "pidfile": "$folder/pid",
    "hosts": ["unix://$folder/docker.sock"],
    "exec-opts": ["native.cgroupdriver=cgroupfs"],
    "cgroup-parent": "/docker/$name"
}
J
    # The engine begins when its network is there. /run is its own, because engines keep sockets and names of networks there.
    unshare --net --mount --uts bash -c '
        set -e
        hostname "$2"
        mount -t tmpfs tmpfs /run
        until [ -e "$1/network" ]; do sleep 0.1; done
        exec dockerd --config-file "$1/daemon.json"' engine "$folder" "$name" >"$folder/log" 2>&1 &
    local engine=$!
    swarm_nodes+=("$engine")
    # The namespace is there once the process has another one than we have.
    for attempt in $(seq 50); do
        if [ "$(readlink "/proc/$engine/ns/net")" != "$(readlink /proc/self/ns/net)" ]; then break; fi
        sleep 0.1
    done
    ip link add "v$name" type veth peer name eth0 netns "$engine" && ip link set "v$name" master swarm up || return 1
    nsenter --net="/proc/$engine/ns/net" ip link set lo up
    nsenter --net="/proc/$engine/ns/net" ip addr add "$address/24" dev eth0
    nsenter --net="/proc/$engine/ns/net" ip link set eth0 up
    nsenter --net="/proc/$engine/ns/net" ip route add default via 10.98.0.254
    touch "$folder/network"
    for attempt in $(seq 120); do
        if on_swarm_node "$name" docker version >/dev/null 2>&1; then break; fi
        sleep 0.5
    done
    if ! on_swarm_node "$name" docker import --change 'ENV PATH=/bin' "$image" "$tiny_image" >"$work/said" 2>&1; then
        tail -n 20 "$folder/log" >>"$work/said"
        return 1
    fi
}

# on_swarm_node NAME COMMAND...: the command with the engine of a node as its engine.
on_swarm_node() {
    local name=$1
    shift
    DOCKER_HOST=unix://$swarm_nodes_folder/$name/docker.sock "$@"
}

swarm_nodes_stop() {
    local engine
    for engine in "${swarm_nodes[@]}"; do kill "$engine" 2>/dev/null || true; done
    for engine in "${swarm_nodes[@]}"; do wait "$engine" 2>/dev/null || true; done
    swarm_nodes=()
    ip link del swarm 2>/dev/null || true
}
