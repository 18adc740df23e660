import ComposeModel
import KubeModel
import OrchestrationIR
import OrderedCollections

// Constraints: `node.labels.disk == ssd` is a required node affinity `disk In [ssd]`.

extension NodeProperty {
    /// The property that a constraint of Compose names, such as `node.labels.disk`.
    init?(compose name: String) {
        switch name {
        case "node.hostname": self = .hostname
        case "node.id": self = .identity
        case "node.role": self = .role
        case "node.platform.os": self = .operatingSystem
        case "node.platform.arch": self = .architecture
        default:
            guard name.hasPrefix("node.labels."), name.utf8.count > 12 else { return nil }
            self = .label(String(name.dropFirst(12)))
        }
    }

    /// Compose's name of the property.
    var composeName: String {
        switch self {
        case .hostname: "node.hostname"
        case .identity: "node.id"
        case .role: "node.role"
        case .operatingSystem: "node.platform.os"
        case .architecture: "node.platform.arch"
        case .label(let name): "node.labels.\(name)"
        }
    }

    private static let wellKnown: [(property: NodeProperty, label: String)] = [
        (.hostname, WellKnownLabel.hostname),
        (.operatingSystem, WellKnownLabel.operatingSystem),
        (.architecture, WellKnownLabel.architecture),
    ]

    /// The property that a node label of Kubernetes stands for.
    init(kubernetes label: String) {
        self = Self.wellKnown.first { $0.label == label }?.property ?? .label(label)
    }

    /// The node label of Kubernetes; nil for what no label says.
    var kubernetesLabel: String? {
        if case .label(let name) = self { return ObjectNames.isQualifiedName(name) ? name : nil }
        return Self.wellKnown.first { $0.property == self }?.label
    }
}

extension NodeConstraint {
    /// The label that marks the nodes of the control plane, Swarm's managers.
    static let controlPlaneLabel = WellKnownLabel.controlPlane

    /// A constraint of Compose: `property == value` or `property != value`; nil for anything else.
    init?(compose text: String) {
        for (sign, relation) in [("==", Relation.isOneOf), ("!=", .isNoneOf)] {
            let parts = text.split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let name = parts[0].trimmingSpaces
            guard let property = NodeProperty(compose: name) else { return nil }
            self.init(property, relation, [parts[1].trimmingSpaces])
            return
        }
        return nil
    }

    /// The constraint in Compose's words; nil for what they cannot say.
    var compose: String? {
        guard values.count == 1, let value = values.first else { return nil }
        switch relation {
        case .isOneOf: return "\(property.composeName) == \(value)"
        case .isNoneOf: return "\(property.composeName) != \(value)"
        case .exists, .doesNotExist: return nil
        }
    }

    /// The requirement on nodes; nil for what labels cannot say.
    var kubernetes: NodeSelectorRequirement? {
        if property == .role {
            guard let role = values.first, values.count == 1, role == "manager" || role == "worker" else { return nil }
            let isManager = (role == "manager") == (relation == .isOneOf)
            return NodeSelectorRequirement(key: Self.controlPlaneLabel, operator: isManager ? "Exists" : "DoesNotExist")
        }
        guard let label = property.kubernetesLabel else { return nil }
        switch relation {
        case .isOneOf: return NodeSelectorRequirement(key: label, operator: "In", values: values)
        case .isNoneOf: return NodeSelectorRequirement(key: label, operator: "NotIn", values: values)
        case .exists: return NodeSelectorRequirement(key: label, operator: "Exists")
        case .doesNotExist: return NodeSelectorRequirement(key: label, operator: "DoesNotExist")
        }
    }

    /// A requirement on nodes; nil for operators that the IR does not have.
    init?(_ requirement: NodeSelectorRequirement) {
        let isRole = requirement.key == Self.controlPlaneLabel
        switch requirement.operator {
        case "Exists":
            self =
                isRole ? Self(.role, .isOneOf, ["manager"]) : Self(NodeProperty(kubernetes: requirement.key), .exists)
        case "DoesNotExist":
            self =
                isRole
                ? Self(.role, .isOneOf, ["worker"]) : Self(NodeProperty(kubernetes: requirement.key), .doesNotExist)
        case "In": self.init(NodeProperty(kubernetes: requirement.key), .isOneOf, requirement.values)
        case "NotIn": self.init(NodeProperty(kubernetes: requirement.key), .isNoneOf, requirement.values)
        default: return nil
        }
    }
}

extension OrchestrationIR.Placement {
    /// The placement of a Compose service.
    init(_ placement: ComposeModel.Placement?) {
        self.init(
            constraints: placement?.constraints.compactMap(NodeConstraint.init(compose:)) ?? [],
            spread: placement?.preferences.compactMap { $0.spread.flatMap(NodeProperty.init(compose:)) } ?? []
        )
    }

    /// The placement of a pod.
    init(_ pod: PodSpec) {
        self.init(
            constraints: pod.nodeSelector.map { NodeConstraint(NodeProperty(kubernetes: $0), .isOneOf, [$1]) },
            spread: pod.topologySpreadConstraints.map { NodeProperty(kubernetes: $0.topologyKey) }
        )
        let terms = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []
        // Several terms are alternatives, which neither the IR nor Compose has.
        if terms.count == 1, let term = terms.first {
            constraints += term.matchExpressions.compactMap(NodeConstraint.init)
        }
    }
}

extension ComposeModel.Placement {
    /// The placement of a Compose service; nil when instances may run anywhere.
    init?(_ placement: OrchestrationIR.Placement) {
        let constraints = placement.constraints.compactMap(\.compose)
        let preferences = placement.spread.map { PlacementPreference(spread: $0.composeName) }
        guard !constraints.isEmpty || !preferences.isEmpty else { return nil }
        self.init(constraints: constraints, preferences: preferences)
    }
}

extension PodSpec {
    /// Takes the placement over.
    mutating func place(_ placement: OrchestrationIR.Placement, selector: OrderedDictionary<String, String>) {
        let requirements = placement.constraints.compactMap(\.kubernetes)
        if !requirements.isEmpty {
            let selector = NodeSelector(nodeSelectorTerms: [NodeSelectorTerm(matchExpressions: requirements)])
            affinity = Affinity(nodeAffinity: NodeAffinity(requiredDuringSchedulingIgnoredDuringExecution: selector))
        }
        topologySpreadConstraints = placement.spread.compactMap(\.kubernetesLabel).map { label in
            TopologySpreadConstraint(
                maxSkew: 1,
                topologyKey: label,
                whenUnsatisfiable: "ScheduleAnyway",
                labelSelector: LabelSelector(matchLabels: selector)
            )
        }
    }
}

extension Substring {
    /// The text without spaces at its ends.
    var trimmingSpaces: String {
        var slice = self
        while slice.first?.isWhitespace ?? false { slice.removeFirst() }
        while slice.last?.isWhitespace ?? false { slice.removeLast() }
        return String(slice)
    }
}
