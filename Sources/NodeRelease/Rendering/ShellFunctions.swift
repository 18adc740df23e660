/// The functions that a script defines before its first command.
enum ShellFunctions {
    /// The definitions.
    static func lines(for orchestrator: Orchestrator) -> [String] {
        let own =
            switch orchestrator {
            case .kubernetes: ""
            case .swarm: swarm
            case .cattle: cattle
            }
        return (common + own).split(separator: "\n").map(String.init)
    }

    private static let common = #"""
        prints() { expected=$1; shift; found=$("$@") && [ "$found" = "$expected" ]; }
        prints_other() { unexpected=$1; shift; found=$("$@") && [ "$found" != "$unexpected" ]; }
        prints_only() {
            known=$1; shift; found=$("$@") || return 1
            others=$(printf '%s\n' "$found" | grep -v '^$' | grep -vxF -e "$known") || true
            [ -z "$others" ]
        }
        with_input() { input=$1; shift; printf '%s' "$input" | "$@"; }
        require() { statement=$1; shift; "$@" || { echo "refused: not so any more: $statement" >&2; exit 1; }; }
        attempt() { "$@" || settled; }
        within() {
            interval=$1 end=$(($(date +%s) + $2)); shift 2
            until "$@"; do
                if [ "$(date +%s)" -ge "$end" ]; then echo "no success in time: $*" >&2; return 1; fi
                sleep "$interval"
            done
        }

        """#

    /// The engine of a node is asked on the node; `ON_NODE` names the program that gets there, `ssh` by default.
    private static let swarm = #"""
        on_node() { node=$1; shift; "${ON_NODE:-ssh}" "$node" "$*"; }

        """#

    /// Rancher 1.x has no command that does this; the variables are those of its own command line.
    private static let cattle = #"""
        cattle() {
            curl --fail --silent --show-error --user "$CATTLE_ACCESS_KEY:$CATTLE_SECRET_KEY" \
                --request "$1" --header 'Accept: application/json' "${CATTLE_URL%/v*}$2"
        }
        cattle_reads() { cattle GET "$1" | jq -r "$2"; }

        """#
}
