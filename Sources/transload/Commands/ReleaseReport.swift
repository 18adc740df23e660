import NodeRelease
import YAMLTree

/// What `transload release` prints about an inventory and the nodes that were chosen.
struct ReleaseReport {
    let candidates: [ReleaseCandidate]
    let chosen: [ReleasedNode]

    /// A table of the nodes, and the steps for those that were chosen.
    var text: String {
        var lines = table
        for node in chosen {
            lines += ["", "Release \(node.plan.node): \(node.reason)"]
            for (index, step) in node.plan.steps.enumerated() {
                let undo =
                    switch step.reversal {
                    case .nothing: ""
                    case .send: " (can be undone)"
                    case .impossible: " (cannot be undone)"
                    }
                lines.append("  \(index + 1). \(step.summary)\(undo)")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The same for programs; plans are in their stored form.
    var json: String {
        JSONWriter().text([
            "nodes": .sequence(candidates.map(\.node)),
            "releases": .sequence(
                chosen.map { ["reason": .string($0.reason), "plan": $0.plan.makeNode()] }
            ),
        ])
    }

    private var table: [String] {
        let rows =
            [["NODE", "WORKLOADS", "MEMORY FREE", "RELEASE"]]
            + candidates.map { candidate in
                [
                    candidate.name, String(candidate.load),
                    "\(candidate.remaining >> 20) of \(candidate.capacity >> 20) MiB", candidate.verdict,
                ]
            }
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { text, width in
                text + String(repeating: " ", count: max(0, width - text.count) + 2)
            }
            return cells.joined() + row[3]
        }
    }
}

/// A node, why it is released, and how.
struct ReleasedNode {
    let reason: String
    let plan: ReleasePlan
}

extension ReleaseCandidate {
    /// Whether the node may be released; else the first few reasons why not.
    fileprivate var verdict: String {
        guard !isEligible else { return "possible" }
        let shown = obstacles.prefix(3).map(\.description).joined(separator: ", ")
        return obstacles.count > 3 ? "\(shown) and \(obstacles.count - 3) more" : shown
    }

    fileprivate var node: Node {
        [
            "name": .string(name),
            "eligible": .bool(isEligible),
            "obstacles": .sequence(
                obstacles.map { obstacle in
                    var node: Node = ["kind": .string(obstacle.kind.rawValue)]
                    if let subject = obstacle.subject { node["subject"] = .string(subject) }
                    return node
                }
            ),
            "workloads": .integer(load),
            "memory": ["capacity": .integer(capacity), "used": .integer(used)],
            "cost": .plain(String(cost)),
        ]
    }
}
