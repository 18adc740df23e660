# Counting what holds. Sourced.

passed=0
failed=0
skipped=0

# ok TEXT
ok() {
    passed=$((passed + 1))
    echo "ok      $1"
}

# failed TEXT [FILE]: FILE holds what was said about it. Fails, so that what depends on it can be left out.
failed() {
    failed=$((failed + 1))
    echo "FAILED  $1"
    if [ -n "${2:-}" ] && [ -s "$2" ]; then sed 's/^/        /' "$2" | tail -n 25; fi
    return 1
}

# holds TEXT COMMAND...: the command succeeds. Fails if it does not.
holds() {
    local text=$1 said=$work/said
    shift
    if "$@" >"$said" 2>&1; then ok "$text"; else failed "$text" "$said"; fi
}

# answers TEXT EXPECTED COMMAND...: within 30 attempts, one a second, the command succeeds and prints a line that
# contains EXPECTED.
answers() {
    local text=$1 expected=$2 said=$work/said attempt
    shift 2
    for attempt in $(seq 30); do
        if "$@" >"$said" 2>&1 && grep -qF -- "$expected" "$said"; then
            ok "$text"
            return
        fi
        sleep 1
    done
    failed "$text: no «$expected» after $attempt attempts" "$said" || true
}

# unavailable WHAT: this machine lacks it. On a build server that is a failure.
unavailable() {
    if [ "${CI:-}" = true ]; then
        failed "$1 does not start here" "$work/said" || true
    else
        skipped=$((skipped + 1))
        echo "skipped: $1 does not start here; its checks do not run"
    fi
}

# Prints the sum; the status says whether everything held.
closing_line() {
    local more=
    if [ "$skipped" != 0 ]; then more=", $skipped engines skipped"; fi
    echo "real servers: $passed passed, $failed failed$more"
    [ "$failed" = 0 ]
}
