import YAMLTree

/// The requests to the Engine's API about one node, each with the `docker` command that does the same.
struct SwarmAPI {
    private let node: SwarmNode
    private let path: String

    init(_ node: SwarmNode) {
        self.node = node
        path = RequestPath.make(["nodes", node.id])
    }

    /// Whether draining changes nothing.
    var isDrainedWorker: Bool { node.availability == "drain" && !node.isManager }

    /// Changes how the node takes part. The update names the version that it changes, and a manager refuses any other; with
    /// nil, the version at the time.
    func update(availability: String, role: String, version: String?) -> PlanRequest {
        var spec = node.spec
        spec["Availability"] = .string(availability)
        spec["Role"] = .string(role)
        var arguments = ["docker", "node", "update", "--availability", availability]
        if node.isManager { arguments += ["--role", role] }
        let path = path + "/update"
        return PlanRequest(
            .post,
            version.map { path + "?version=" + RequestPath.encoded($0) } ?? path,
            lookup: version == nil
                ? PlanRequest.Lookup("version", path: self.path, field: "/Version/Index") : nil,
            contentType: MediaType.json,
            body: spec,
            stale: version == nil ? [] : [404, 409],
            command: ShellCommand(arguments + [node.id])
        )
    }

    /// Lets the node leave; asked of its own engine. 503 means that it is in no Swarm any more.
    var leave: PlanRequest {
        PlanRequest(
            .post,
            "/swarm/leave",
            at: .node(node.hostname),
            accepted: [200, 503],
            command: ShellCommand(["docker", "swarm", "leave"])
        )
    }

    /// Removes the node from the list of the managers.
    var remove: PlanRequest {
        PlanRequest(
            .delete,
            path,
            accepted: [200, 404],
            retry: PlanRequest.Retry([500], Pace(every: .seconds(2), for: .seconds(60))),
            command: ShellCommand(["docker", "node", "rm", node.id])
        )
    }

    /// Nobody has changed the node since the inventory was made.
    func isUnchanged(_ version: String) -> PlanCheck {
        PlanCheck(
            "the node \(node.hostname) is as it was in the inventory",
            path: path,
            .equals("/Version/Index", version),
            command: inspect("{{.Version.Index}}", .prints(version))
        )
    }

    var isDrained: PlanCheck {
        PlanCheck(
            "the node \(node.hostname) is drained",
            path: path,
            .equals("/Spec/Availability", "drain"),
            command: inspect("{{.Spec.Availability}}", .prints("drain"))
        )
    }

    var isNoManager: PlanCheck {
        PlanCheck(
            "the node \(node.hostname) is no manager",
            path: path,
            .isEmpty("/ManagerStatus"),
            command: inspect("{{if .ManagerStatus}}manager{{end}}", .printsNothing)
        )
    }

    var isDown: PlanCheck {
        PlanCheck(
            "the node \(node.hostname) is down",
            path: path,
            .equals("/Status/State", "down"),
            acceptsAbsence: true,
            command: inspect("{{.Status.State}}", .prints("down"))
        )
    }

    var hasNoTasks: PlanCheck {
        let filters = JSONWriter(layout: .compact).text([
            "desired-state": ["running"], "node": [.string(node.id)],
        ])
        return PlanCheck(
            "no task is to run on the node \(node.hostname)",
            path: RequestPath.make(["tasks"], query: [("filters", filters)]),
            .isEmpty(""),
            command: ShellCheck(
                ["docker", "node", "ps", "--filter", "desired-state=running", "--quiet", node.id],
                .printsNothing
            )
        )
    }

    private func inspect(_ format: String, _ expectation: ShellCheck.Expectation) -> ShellCheck {
        ShellCheck(["docker", "node", "inspect", "--format", format, node.id], expectation)
    }
}
