public import YAMLTree

/// A list of objects of one kind, as an API server answers it: `DeploymentList` and the like.
public struct KubernetesList<Item: KubernetesObject>: MappingCodable, Sendable, Equatable {
    /// What the server says about the list.
    public var metadata: ListMeta?
    /// The objects.
    public var items: [Item]
    /// The mapping that the list was read from.
    public var fields: RetainedFields

    /// Creates a list.
    public init(metadata: ListMeta? = nil, items: [Item] = [], fields: RetainedFields = .none) {
        self.metadata = metadata
        self.items = items
        self.fields = fields
    }

    /// Reads the fields.
    public init(from reader: inout MappingReader) {
        _ = reader.node("apiVersion")
        _ = reader.node("kind")
        self.metadata = reader.value("metadata")
        self.items = reader.list("items")
        self.fields = reader.retained()
    }

    /// Writes the fields; the kind is that of the items followed by `List`.
    public func write(to writer: inout MappingWriter) {
        let item = Item.groupVersionKind
        let kind = item.kind + "List"
        writer.write(required: "apiVersion", item.apiVersion, default: item.apiVersion)
        writer.write(required: "kind", kind, default: kind)
        writer.write("metadata", metadata)
        writer.write("items", items)
    }
}
