/// On which nodes the instances of a workload may run, and how they spread.
public struct Placement: Sendable, Equatable {
    /// All of these must hold for a node.
    public var constraints: [NodeConstraint]
    /// The properties of nodes over whose values instances spread evenly, the most important first.
    public var spread: [NodeProperty]

    /// Creates a placement.
    public init(constraints: [NodeConstraint] = [], spread: [NodeProperty] = []) {
        self.constraints = constraints
        self.spread = spread
    }

    /// Whether instances may run anywhere.
    public var isEmpty: Bool { constraints.isEmpty && spread.isEmpty }
}

/// A property by which nodes are told apart.
public enum NodeProperty: Sendable, Hashable {
    /// The name of the node.
    case hostname
    /// The identity that the orchestrator gave the node.
    case identity
    /// The part that the node plays: `manager` or `worker`.
    case role
    /// The operating system, such as `linux`.
    case operatingSystem
    /// The processor architecture, such as `amd64`.
    case architecture
    /// A label of the node.
    case label(String)
}

/// A condition on a property of a node.
public struct NodeConstraint: Sendable, Equatable {
    /// How the property relates to the values.
    public enum Relation: Sendable, Hashable {
        /// It is one of them.
        case isOneOf
        /// It is none of them.
        case isNoneOf
        /// It is there, whatever its value.
        case exists
        /// It is not there.
        case doesNotExist
    }

    /// The property.
    public var property: NodeProperty
    /// How the property relates to the values.
    public var relation: Relation
    /// The values.
    public var values: [String]

    /// Creates a condition.
    public init(_ property: NodeProperty, _ relation: Relation, _ values: [String] = []) {
        self.property = property
        self.relation = relation
        self.values = values
    }
}
