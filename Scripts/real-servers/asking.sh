# Asking servers, and Transload. Sourced.

# page URL: the text of a page.
page() {
    timeout 10 "$busybox" wget -q -O - "$1"
}

# converts ARGUMENT...: `transload convert`; a conversion that leaves a decision open has worked too.
converts() {
    local status=0
    "$TRANSLOAD" convert "$@" || status=$?
    [ "$status" = 0 ] || [ "$status" = 3 ]
}

# as_manifests FILE OUTPUT: converts a Compose file to one stream of manifests. Health checks stay commands: podman sends
# HTTP probes with curl from within the container, where there may be none.
as_manifests() {
    converts -f "$1" --to kubernetes --probes commands -o "$2"
}

# as_stack FILE FOLDER: converts to a stack with the files it refers to; the stack is FOLDER/compose.yaml.
as_stack() {
    mkdir -p "$2"
    converts -f "$1" --to compose --compose-flavour stack -o "$2"
}

# loads_again FILE: what `transload config` prints loads again, and prints the same.
loads_again() {
    local once=$work/once.yaml again=$work/again.yaml folder
    folder=$(dirname "$1")
    "$TRANSLOAD" config -f "$1" >"$once" &&
        "$TRANSLOAD" config -f "$once" --project-directory "$folder" >"$again" && diff "$once" "$again"
}

# guestbook_answers WHERE URL: fixtures/guestbook says what it should, wherever it runs.
guestbook_answers() {
    local where=$1 url=$2
    answers "$where: environment" 'greeting: good morning, "guest" & $co' page "$url/"
    answers "$where: env file" "level: 3" page "$url/"
    answers "$where: config file" "config: page size 20" page "$url/"
    answers "$where: volume" "writable: yes" page "$url/"
    answers "$where: secret" "secret: there" page "$url/"
    answers "$where: one service reaches the other by name" "it was a pleasure" page "$url/cgi-bin/entries"
}
