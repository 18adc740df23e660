public import YAMLTree

/// An object of a built-in kind: what a manifest declares, and an API server stores.
///
/// An object that was read from text keeps the mapping it came from in `fields`. Written again, unknown fields, the order
/// of fields and explicit nulls are as they were.
public protocol KubernetesObject: MappingCodable, Sendable, Equatable {
    /// API group, version and kind; they are written with every object, and not stored.
    static var groupVersionKind: GroupVersionKind { get }

    /// Name, namespace, labels, annotations, and what the server adds to them.
    var metadata: ObjectMeta { get set }
}

extension KubernetesObject {
    /// API group, version and kind.
    public var groupVersionKind: GroupVersionKind { Self.groupVersionKind }

    /// Marks the fields that name the kind as read: whoever chose the type has looked at them.
    static func readIdentity(_ reader: inout MappingReader) {
        for key in ["apiVersion", "kind"] {
            // An object inside another may have anything there, which only a server would mind.
            if reader.context.unknownFieldCode == nil {
                _ = reader.node(key)
            } else {
                _ = reader.value(key, as: String.self)
            }
        }
    }

    /// Writes the fields that name the kind. Those of a text stay as they are: the items of a list may leave them out, and
    /// an object inside another may have anything there.
    func writeIdentity(to writer: inout MappingWriter) {
        let kind = Self.groupVersionKind
        let isRead = writer.isRead
        writer.write("apiVersion", node: isRead ? writer.original("apiVersion") : .string(kind.apiVersion))
        writer.write("kind", node: isRead ? writer.original("kind") : .string(kind.kind))
    }
}
