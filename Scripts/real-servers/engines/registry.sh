# Private registries (Debian's docker-registry): plain, with TLS and a password, with client certificates, with notifications
# to somebody at $registry_webhook. Sourced.

registry_folder=
registry_plain=127.0.0.1:5001
registry_other=127.0.0.1:5002
registry_password=127.0.0.1:5003
registry_mutual=127.0.0.1:5004
registry_notifying=127.0.0.1:5005
registry_webhook=127.0.0.1:5999

# registry_start FOLDER: starts all of them with their data and keys in FOLDER.
registry_start() {
    local name
    for name in docker-registry skopeo openssl htpasswd; do
        command -v "$name" >/dev/null || { echo "$name is not installed" >"$work/said"; return 1; }
    done
    mkdir -p "$1/keys"
    registry_keys "$1/keys" >"$work/said" 2>&1 || return 1
    registry_serve "$1" "$registry_plain"
    registry_serve "$1" "$registry_other"
    registry_serve "$1" "$registry_password" "tls: {certificate: $1/keys/server.crt, key: $1/keys/server.key}" \
        "auth: {htpasswd: {realm: here, path: $1/keys/htpasswd}}"
    registry_serve "$1" "$registry_mutual" \
        "tls: {certificate: $1/keys/server.crt, key: $1/keys/server.key, clientcas: [$1/keys/ca.crt]}"
    registry_serve "$1" "$registry_notifying" "" "notifications: {endpoints: [{name: presync,
  url: 'http://$registry_webhook/events', headers: {Authorization: [Bearer s3cret]}, timeout: 1s, threshold: 5,
  backoff: 1s, ignore: {actions: [pull]}}]}"
    for name in "$registry_plain" "$registry_other" "$registry_password" "$registry_mutual" "$registry_notifying"; do
        registry_listens "$name" || return 1
    done
    registry_folder=$1
    echo "docker-registry $(docker-registry --version 2>&1 | awk '{ print $NF }')"
}

# Whether there are registries to ask.
registry_runs() {
    [ -n "$registry_folder" ]
}

registry_stop() {
    if ! registry_runs; then return; fi
    xargs -r kill <"$registry_folder/pids" 2>/dev/null || true
    registry_folder=
}

# registry_serve FOLDER ADDRESS [HTTP-SETTING] [SETTING]: one registry in the background.
registry_serve() {
    local name=${2##*:}
    cat >"$1/$name.yml" <<C
version: 0.1
log: {level: warn, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: $1/data/$name}, delete: {enabled: true}}
http:
  addr: $2
  ${3:-}
${4:-}
C
    docker-registry serve "$1/$name.yml" >"$1/$name.log" 2>&1 &
    echo $! >>"$1/pids"
}

# registry_listens ADDRESS: waits until somebody answers there.
registry_listens() {
    local attempt
    for attempt in $(seq 100); do
        if (exec 3<>"/dev/tcp/${1%:*}/${1##*:}") 2>/dev/null; then return; fi
        sleep 0.1
    done
    echo "no registry at $1 after $attempt attempts" >"$work/said"
    return 1
}

# registry_keys FOLDER: an authority, a server's and a client's certificate, and a password file.
registry_keys() {
    (
        set -e
        cd "$1"
        openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout ca.key -out ca.crt -subj /CN=authority
        echo 'subjectAltName=IP:127.0.0.1' >server.ext
        echo 'extendedKeyUsage=clientAuth' >client.ext
        for who in server client; do
            openssl req -newkey rsa:2048 -nodes -keyout $who.key -out $who.csr -subj /CN=$who
            openssl x509 -req -in $who.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -out $who.crt \
                -extfile $who.ext
        done
        htpasswd -Bbn alice wonder >htpasswd
        printf '{"auths":{"%s":{"auth":"%s"}}}\n' "$registry_password" "$(printf alice:wonder | base64)" >auth.json
        printf '{"auths":{"%s":{"auth":"%s"}}}\n' "$registry_password" "$(printf alice:wrong | base64)" >wrong.json
    )
}

# registry_digest REFERENCE [OPTION]...: the digest of an image as skopeo finds it.
registry_digest() {
    local reference=$1
    shift
    skopeo inspect --tls-verify=false "$@" --format '{{.Digest}}' "$reference"
}
