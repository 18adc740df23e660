/// Which Swift type models which kind.
public struct KindRegistry: Sendable {
    private var types: [GroupVersionKind: any KubernetesObject.Type]

    /// Creates a registry of the given types; of two for one kind, the later counts.
    public init(_ types: [any KubernetesObject.Type] = []) {
        self.types = Dictionary(types.map { ($0.groupVersionKind, $0) }, uniquingKeysWith: { $1 })
    }

    /// The kinds that Kubernetes itself brings.
    public static let builtIn = KindRegistry(builtInTypes)

    /// The type that models `kind`; nil for custom resources and versions that are not modelled.
    public func type(for kind: GroupVersionKind) -> (any KubernetesObject.Type)? { types[kind] }

    /// Adds a type, such as one for a custom resource, or replaces that of its kind.
    public mutating func register(_ type: any KubernetesObject.Type) {
        types[type.groupVersionKind] = type
    }

    /// The kinds in order.
    public var kinds: [GroupVersionKind] { types.keys.sorted() }
}
