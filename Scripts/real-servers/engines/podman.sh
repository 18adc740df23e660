# A private podman, which runs Kubernetes manifests. Sourced.
#
# What podman 4.3 (Debian 12) does with manifests, and what these checks do about it:
# - It reads Pod, Deployment, ConfigMap, Secret and PersistentVolumeClaim and ignores the rest. A Service's name is
#   given to its workload as a network alias, so that names resolve as they do in a cluster.
# - It publishes a container port that names no host port at the same number of the host.
# - It ignores `subPath`, so a mounted file becomes a folder that holds the file.
# - It crashes on a secret volume without `optional`, and mounts a secret's bytes still in base64.
# - It runs probes by systemd timers; without systemd `podman healthcheck run` asks once.

podman_folder=
podman_network=manifests

# podman_start FOLDER IMAGE: sets podman up with its data in FOLDER and imports IMAGE.
podman_start() {
    command -v podman >/dev/null && command -v runc >/dev/null || return 1
    mkdir -p "$1"
    # The resource limits are those that a container without CAP_SYS_RESOURCE may ask for; crun refuses hybrid
    # cgroup mounts, runc does not.
    cat >"$1/containers.conf" <<C
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
[network]
network_backend = "netavark"
network_config_dir = "$1/networks"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
static_dir = "$1/libpod"
tmp_dir = "$1/tmp"
volume_path = "$1/volumes"
C
    cat >"$1/storage.conf" <<C
[storage]
driver = "overlay"
graphroot = "$1/graph"
runroot = "$1/run"
C
    export CONTAINERS_CONF=$1/containers.conf CONTAINERS_STORAGE_CONF=$1/storage.conf
    if ! podman import --change 'ENV PATH=/bin' "$2" "$tiny_image" >"$work/said" 2>&1 ||
        ! podman network create "$podman_network" >"$work/said" 2>&1; then
        return 1
    fi
    podman_folder=$1
    echo "podman $(podman version --format '{{.Client.Version}}')"
}

# Whether there is a podman to ask.
podman_runs() {
    [ -n "$podman_folder" ]
}

podman_stop() {
    if ! podman_runs; then return; fi
    podman_remove_all
    podman_folder=
}

# podman_play FILE: plays every workload of a manifest stream, each under the names of the Services that select it.
podman_play() {
    local folder workload network separator name
    folder=$(mktemp -d -p "$work")
    split_manifests "$1" "$folder"
    fit_secrets_for_podman "$folder"/*.yaml
    join_manifests "$folder" Secret PersistentVolumeClaim >"$folder/stored"
    if [ -s "$folder/stored" ]; then podman kube play "$folder/stored"; fi
    for workload in "$folder"/*-{Pod,Deployment,DaemonSet}-*.yaml; do
        [ -e "$workload" ] || continue
        network=$podman_network separator=:
        for name in $(services_selecting "$workload" "$folder"); do
            network+="${separator}alias=$name" separator=,
        done
        {
            join_manifests "$folder" ConfigMap
            echo ---
            cat "$workload"
        } >"$folder/played"
        podman kube play --network "$network" "$folder/played" || return 1
    done
    rm -rf "$folder"
}

# podman_remove_all: removes every pod, volume and secret.
podman_remove_all() {
    podman pod rm --force --all >/dev/null 2>&1 || true
    podman volume rm --force --all >/dev/null 2>&1 || true
    podman secret rm --all >/dev/null 2>&1 || true
}

# pod_container WORKLOAD: the first container of a workload's first pod.
pod_container() {
    podman ps --format '{{.Names}}' | grep -E "^$1(-pod)?(-[0-9]+)?-" | sort | head -n 1
}

# in_pod WORKLOAD COMMAND...: runs the command in that container.
in_pod() {
    local container
    container=$(pod_container "$1")
    shift
    timeout 10 podman exec "$container" "$@"
}

# podman_is_healthy WORKLOAD: runs the health check of that container once.
podman_is_healthy() {
    timeout 10 podman healthcheck run "$(pod_container "$1")"
}
