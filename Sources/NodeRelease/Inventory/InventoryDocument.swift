import Diagnostics
import YAMLTree

/// The JSON documents of an inventory that is not made of Kubernetes objects.
enum InventoryDocument {
    /// The objects of a text: its items if it is a list, or an object with a list under one of the keys, else itself.
    ///
    /// Throws with the place when the text is no JSON, or nests too deep.
    static func objects(
        in bytes: [UInt8],
        file: SourceFile,
        listKeys: [String],
        limits: ReadingLimits
    ) throws(InvalidInput) -> [Node] {
        let document: Node
        do {
            document = try JSONReader(limits: limits).document(in: bytes, file: file)
        } catch {
            throw InvalidInput(error.finding)
        }
        if let items = document.sequence { return items }
        let lists = listKeys.compactMap { document[$0]?.sequence }
        return lists.isEmpty ? [document] : lists.flatMap { $0 }
    }

    /// A document of a kind that no inventory has.
    static func unknown(_ node: Node, remedy: String) -> Finding {
        Finding(
            .releaseUnknownDocument,
            .invalid,
            "the object is of no kind that this inventory has",
            remedy: remedy,
            location: node.location
        )
    }
}

/// Reads the fields of one object of an inventory; what is absent or has another type is nil, and what has to be there is
/// reported.
struct InventoryObject {
    let node: Node
    let kind: String

    /// The text or number at a path of keys; nil where there is none, or an empty one.
    func text(_ keys: String...) -> String? { value(keys)?.text.flatMap { $0.isEmpty ? nil : $0 } }

    /// The number of bytes, or the like, at a path of keys.
    func count(_ keys: String...) -> UInt64? { value(keys)?.text.flatMap { UInt64($0) } }

    /// The node at a path of keys.
    func value(_ keys: [String]) -> Node? {
        var node: Node? = self.node
        for key in keys { node = node?[key] }
        return node.flatMap { $0.isNull() ? nil : $0 }
    }

    /// A name or identifier that becomes part of paths and commands.
    func name(_ keys: String..., report: inout ConversionReport) -> String? {
        let path = NodePath(keys.map { .key($0) }).description
        guard let node = value(keys), let text = node.text, !text.isEmpty else {
            report.add(
                Finding(
                    .releaseMissingField,
                    .invalid,
                    "the \(kind) lacks a field that its release needs",
                    remedy: "Use the objects as the API or docker inspect prints them.",
                    location: self.node.location,
                    path: path
                )
            )
            return nil
        }
        guard SafeName.accepts(text) else {
            report.add(
                Finding(
                    .releaseName,
                    .invalid,
                    "the \(kind) has a name or identifier that no orchestrator gives",
                    remedy: "Use the objects as the API or docker inspect prints them.",
                    location: node.location,
                    path: path
                )
            )
            return nil
        }
        return text
    }
}
