import OrchestrationIR
import YAMLTree

/// When a row applies.
extension ComposeCoverage {
    @Sendable static func isNull(_ node: Node, _ parent: Node?) -> Bool { node.isNull() }

    static func oneOf(_ texts: String...) -> @Sendable (Node, Node?) -> Bool {
        { node, _ in node.text.map(texts.contains) ?? false }
    }

    @Sendable static func isLabel(_ node: Node, _ parent: Node?) -> Bool {
        node.text.map(ObjectNames.isLabelValue) ?? false
    }

    @Sendable static func isDNSLabel(_ node: Node, _ parent: Node?) -> Bool {
        node.text.map { ObjectNames.label($0) == $0 } ?? false
    }

    @Sendable static func isBind(_ node: Node, _ parent: Node?) -> Bool { parent?["type"]?.text == "bind" }

    @Sendable static func isNumericUser(_ node: Node, _ parent: Node?) -> Bool {
        node.text?.split(separator: ":", omittingEmptySubsequences: false).allSatisfy { Int($0) != nil } ?? false
    }

    /// Whether a duration such as `1m30s` has no part below a second.
    @Sendable static func isWholeSeconds(_ node: Node, _ parent: Node?) -> Bool {
        guard let text = node.text else { return false }
        return text.hasSuffix("s") && !text.hasSuffix("ms") && !text.hasSuffix("us") && !text.hasSuffix("ns")
            && !text.contains(".") && !text.contains("µ")
    }

    /// Whether a constraint is one on a label of Kubernetes' nodes.
    @Sendable static func isPlaceable(_ node: Node, _ parent: Node?) -> Bool {
        guard let constraint = node.text.flatMap({ NodeConstraint(compose: $0) }) else { return false }
        return constraint.kubernetes != nil && constraint.values.allSatisfy(ObjectNames.isLabelValue)
    }

    /// Whether `name=address` names the gateway of the host instead of an address.
    @Sendable static func isHostGateway(_ node: Node, _ parent: Node?) -> Bool {
        node.text?.hasSuffix("host-gateway") ?? false
    }

    /// Whether a service becomes a Job or a CronJob, which count restarts.
    static func isJob(_ service: Node?) -> Bool {
        switch service?["x-transload"]?["kind"]?.text {
        case "Job", "CronJob": true
        case nil: service?["deploy"]?["mode"]?.text == "replicated-job"
        default: false
        }
    }
}
