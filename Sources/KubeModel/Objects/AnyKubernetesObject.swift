public import Diagnostics
public import YAMLTree

/// An object of any kind: typed where a Swift type models the kind, else the tree with typed metadata.
public struct AnyKubernetesObject: Sendable {
    /// What an object is.
    public enum Content: Sendable {
        /// An object whose kind a Swift type models.
        case typed(any KubernetesObject)
        /// An object of another kind, or one that does not have the shape of its kind.
        case untyped(UntypedObject)
    }

    /// The object.
    public var content: Content

    /// Wraps an object of a modelled kind.
    public init(_ object: some KubernetesObject) {
        self.content = .typed(object)
    }

    /// Wraps an object of another kind.
    public init(_ object: UntypedObject) {
        self.content = .untyped(object)
    }

    /// API group, version and kind.
    public var groupVersionKind: GroupVersionKind {
        switch content {
        case .typed(let object): object.groupVersionKind
        case .untyped(let object): object.groupVersionKind
        }
    }

    /// Name, namespace, labels, annotations, and what the server adds to them.
    public var metadata: ObjectMeta {
        get {
            switch content {
            case .typed(let object): object.metadata
            case .untyped(let object): object.metadata
            }
        }
        set {
            switch content {
            case .typed(var object):
                object.metadata = newValue
                content = .typed(object)
            case .untyped(var object):
                object.metadata = newValue
                content = .untyped(object)
            }
        }
    }

    /// The object as a value of its type; nil when it is of another.
    ///
    /// ```swift
    /// if let deployment = object.as(Deployment.self) { … }
    /// ```
    public func `as`<Kind: KubernetesObject>(_ type: Kind.Type = Kind.self) -> Kind? {
        if case .typed(let object) = content { object as? Kind } else { nil }
    }

    /// Where the object begins, if it was read from text.
    public var location: SourceLocation? {
        switch content {
        case .typed(let object): object.fields.location
        case .untyped(let object): object.tree.location
        }
    }
}

extension AnyKubernetesObject: NodeReadable, NodeWritable {
    /// Reads an object of a built-in or any other kind.
    public init?(reading node: Node, _ context: ReadingContext) {
        self.init(reading: node, context, registry: .builtIn)
    }

    /// Reads an object; nil only when the node does not say which kind it has.
    ///
    /// An object that does not have the shape of its kind is untyped, so that nothing of it is lost; `context` has
    /// the problems.
    ///
    /// - Parameters:
    ///   - node: The tree of the object.
    ///   - context: Takes the problems.
    ///   - registry: The types of the kinds.
    ///   - kind: The kind of an object that does not name one itself, as the items of a typed list.
    public init?(
        reading node: Node,
        _ context: ReadingContext,
        registry: KindRegistry,
        default kind: GroupVersionKind? = nil
    ) {
        guard let kind = GroupVersionKind(reading: node, context, default: kind) else { return nil }
        let problems = context.problemCount
        if let type = registry.type(for: kind), let object = type.init(reading: node, context),
            context.problemCount == problems
        {
            self.init(object)
        } else {
            // The problems of the metadata are known already when a type has read them.
            let scratch = ReadingContext(schema: context.schema, path: context.path)
            self.init(UntypedObject(kind, tree: node, context.problemCount == problems ? context : scratch))
        }
    }

    /// The tree of the object.
    public func makeNode() -> Node {
        switch content {
        case .typed(let object): object.makeNode()
        case .untyped(let object): object.makeNode()
        }
    }
}

extension AnyKubernetesObject: Equatable {
    /// Whether both are of one type and equal.
    public static func == (lhs: AnyKubernetesObject, rhs: AnyKubernetesObject) -> Bool {
        switch (lhs.content, rhs.content) {
        case (.typed(let left), .typed(let right)): left.isEqual(to: right)
        case (.untyped(let left), .untyped(let right)): left == right
        default: false
        }
    }
}

extension KubernetesObject {
    fileprivate func isEqual(to other: any KubernetesObject) -> Bool { other as? Self == self }
}
