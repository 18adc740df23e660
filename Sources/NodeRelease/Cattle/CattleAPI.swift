/// The requests to the API of Rancher 1.x about one host, each with a command; `cattle` is a function of the script.
struct CattleAPI {
    private let host: CattleHost
    private let path: String

    init(_ host: CattleHost) {
        self.host = host
        path = RequestPath.make(["v2-beta", "projects", host.project, "hosts", host.id])
    }

    /// Starts one of the host's processes. 422 says that its state does not allow that, yet or at all.
    func act(_ action: String, retried: Bool) -> PlanRequest {
        let path = path + "?action=" + action
        return PlanRequest(
            .post,
            path,
            accepted: action == "purge" ? [200, 202, 204, 404] : [200, 202, 204],
            stale: retried ? [] : [404, 409, 422],
            retry: retried ? PlanRequest.Retry([409, 422], Pace(every: .seconds(2), for: .seconds(120))) : nil,
            command: ShellCommand(["cattle", "POST", path])
        )
    }

    /// Deletes the host, which must be inactive.
    var delete: PlanRequest {
        PlanRequest(
            .delete,
            path,
            accepted: [200, 202, 204, 404],
            stale: [409, 422],
            command: ShellCommand(["cattle", "DELETE", path])
        )
    }

    /// The host is the same, in the same state, with no other containers. Rancher 1.x has no versions of objects.
    var preconditions: [PlanCheck] {
        [
            field("uuid", host.uuid ?? "", "the host \(host.name) is the one in the inventory"),
            field("state", host.state, "the host \(host.name) is \(host.state), as in the inventory"),
            PlanCheck(
                "on the host \(host.name) are no containers but those in the inventory",
                path: path,
                .hasOnly("/instanceIds", member: "", host.instances),
                command: ShellCheck(["cattle_reads", path, ".instanceIds[]?"], .printsOnly(host.instances))
            ),
        ]
    }

    var isInactive: PlanCheck { field("state", "inactive", "the host \(host.name) is inactive") }

    /// Only containers of Rancher itself are left.
    var isEmpty: PlanCheck {
        let path = path + "/instances?system=false&removed_null=true"
        return PlanCheck(
            "the host \(host.name) has no containers left",
            path: path,
            .isEmpty("/data"),
            command: ShellCheck(["cattle_reads", path, ".data[].id"], .printsNothing)
        )
    }

    private func field(_ name: String, _ value: String, _ statement: String) -> PlanCheck {
        PlanCheck(
            statement,
            path: path,
            .equals(JSONPointer(keys: [name]), value),
            command: ShellCheck(["cattle_reads", path, ".\(name)"], .prints(value))
        )
    }
}
