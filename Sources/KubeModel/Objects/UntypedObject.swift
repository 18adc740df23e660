public import YAMLTree

/// An object whose kind no Swift type models: a custom resource, or a version that is not served any more.
///
/// Its metadata is typed; all else is the tree that it was read from.
public struct UntypedObject: Sendable, Equatable {
    /// API group, version and kind.
    public var groupVersionKind: GroupVersionKind
    /// Name, namespace, labels, annotations, and what the server adds to them.
    @Boxed public var metadata: ObjectMeta
    /// The tree of the object. Its fields `apiVersion`, `kind` and `metadata` do not show changes of the typed properties;
    /// `makeNode` does.
    public var tree: Node
    @Boxed private var treeMetadata: ObjectMeta

    /// Creates an object from its tree, recording in `context` what is wrong with its metadata.
    public init(_ kind: GroupVersionKind, tree: Node, _ context: ReadingContext) {
        let metadata: ObjectMeta? = tree["metadata"].flatMap { node in
            node.isNull(context.schema)
                ? nil : context.within(.key("metadata")) { ObjectMeta(reading: node, context) }
        }
        self.groupVersionKind = kind
        self.metadata = metadata ?? ObjectMeta()
        self.tree = tree
        self.treeMetadata = metadata ?? ObjectMeta()
    }

    /// Creates an object of a kind with the given metadata and nothing else; its fields go into `tree`.
    public init(_ kind: GroupVersionKind, metadata: ObjectMeta) {
        self.groupVersionKind = kind
        self.metadata = metadata
        self.tree = [
            "apiVersion": .string(kind.apiVersion),
            "kind": .string(kind.kind),
            "metadata": metadata.makeNode(),
        ]
        self.treeMetadata = metadata
    }

    /// Whether kind, metadata and trees are equal.
    public static func == (lhs: UntypedObject, rhs: UntypedObject) -> Bool {
        lhs.groupVersionKind == rhs.groupVersionKind && lhs.metadata == rhs.metadata && lhs.tree == rhs.tree
    }
}

extension UntypedObject: NodeWritable {
    /// The tree with the kind and the metadata as they are now.
    public func makeNode() -> Node {
        var node = tree
        write(groupVersionKind.apiVersion, to: "apiVersion", of: &node)
        write(groupVersionKind.kind, to: "kind", of: &node)
        if metadata != treeMetadata { node["metadata"] = metadata.makeNode() }
        return node
    }

    private func write(_ text: String, to key: String, of node: inout Node) {
        if let present = node[key], present.text == text { return }
        node[key] = .string(text)
    }
}
