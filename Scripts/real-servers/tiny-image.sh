# An image without a download: a static busybox under the names that the fixtures use. Sourced.

tiny_image=localhost/tiny:1

# make_tiny_image BUSYBOX FILE: writes the root file system as a tar archive.
make_tiny_image() {
    local busybox=$1 file=$2 folder name
    if LC_ALL=C ldd "$busybox" 2>&1 | grep -q '=>'; then
        echo "$busybox needs shared libraries; install busybox-static" >&2
        return 1
    fi
    folder=$(mktemp -d -p "$work")
    mkdir -p "$folder"/{bin,tmp,run,etc}
    cp "$busybox" "$folder/bin/busybox"
    for name in sh httpd sleep echo printf cat wget env find xargs ls mkdir chmod test hostname id nslookup timeout \
        sort head touch true false grep base64; do
        ln -s busybox "$folder/bin/$name"
    done
    tar -C "$folder" -c . >"$file"
    rm -rf "$folder"
}
