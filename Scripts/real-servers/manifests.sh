# Taking a stream of manifests apart, as far as our own writer's block style goes. Sourced.

# split_manifests FILE FOLDER: one file per object, named by place, kind and name: 03-Deployment-web.yaml.
split_manifests() {
    awk -v folder="$2" '
        function close_document(   path) {
            if (kind != "") {
                count += 1
                path = sprintf("%s/%02d-%s-%s.yaml", folder, count, kind, name)
                printf "%s", text > path
                close(path)
            }
            text = kind = name = ""; metadata = 0
        }
        /^---/ { close_document(); next }
        /^[^ #]/ { metadata = ($1 == "metadata:") }
        /^kind: / { kind = $2 }
        metadata && name == "" && /^  name: / { name = $2; gsub(/["\047]/, "", name) }
        { text = text $0 "\n" }
        END { close_document() }' "$1"
}

# join_manifests FOLDER KIND...: the objects of these kinds as one stream.
join_manifests() {
    local folder=$1 kind file
    shift
    for kind in "$@"; do
        for file in "$folder"/*-"$kind"-*.yaml; do
            [ -e "$file" ] || continue
            echo ---
            cat "$file"
        done
    done
}

# labels_below KEY FILE: the `name: value` lines of the mapping under the first KEY, after a `template:` if there is one.
labels_below() {
    awk -v key="$1:" '
        { match($0, /^ */); indent = RLENGTH }
        FNR == NR { if ($1 == "template:") template = FNR; next }
        inside && indent <= depth { exit }
        inside { sub(/^ */, ""); print }
        !inside && FNR > template && $1 == key { inside = 1; depth = indent }' "$2" "$2"
}

# services_selecting WORKLOAD FOLDER: the names of the Services whose selector the workload's pods match.
services_selecting() {
    local service missing
    for service in "$2"/*-Service-*.yaml; do
        [ -e "$service" ] || continue
        missing=$(labels_below selector "$service" | grep -vxF -f <(labels_below labels "$1") || true)
        if [ -z "$missing" ]; then basename "$service" .yaml | sed 's/^[0-9]*-Service-//'; fi
    done
}

# fit_secrets_for_podman FILE...: says `optional: false` in secret volumes, which is what leaving it out means;
# podman 4.3 crashes without.
fit_secrets_for_podman() {
    sed -E -i '/optional:/!s/^( *)secretName: .*/&\n\1optional: false/' "$@"
}
