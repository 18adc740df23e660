public import Diagnostics
import YAMLTree

extension FindingCode {
    /// A field that is absent meant something else in the older version.
    public static let kubernetesChangedDefault: FindingCode = "kubernetes.changed-default"
    /// The newer version asks for something that the older one did without.
    public static let kubernetesUpgradeIncomplete: FindingCode = "kubernetes.upgrade-incomplete"
}

// What an absent field means has changed with some versions: the old meaning is written out where it decides what the
// object does, and is named where it is a bound that nobody relies upon.
extension VersionUpgrade {
    /// Writes the value that an absent field had, if the mapping that has the field is there.
    static func writeDefault(
        _ value: Node,
        of field: String,
        in object: inout Node,
        _ path: NodePath,
        _ context: ReadingContext
    ) {
        guard let parent = object[path], parent.mapping != nil, isAbsent(parent[field]) else { return }
        object[path.appending(field)] = value
        note("the default of \(field) has changed, and what it was is written out", at: parent, path, field, context)
    }

    /// Records that an absent field means something else now.
    static func reportDefault(
        _ change: String,
        of field: String,
        in object: Node,
        _ path: NodePath,
        _ context: ReadingContext
    ) {
        guard let parent = object[path], parent.mapping != nil, isAbsent(parent[field]) else { return }
        note("the default of \(field) has changed: \(change)", at: parent, path, field, context)
    }

    private static func note(
        _ message: String,
        at parent: Node,
        _ path: NodePath,
        _ field: String,
        _ context: ReadingContext
    ) {
        let path = NodePath(context.path.elements + path.elements).appending(field)
        context.add(
            Finding(
                .kubernetesChangedDefault,
                .notice,
                message,
                remedy: "Write the field out.",
                location: parent.location,
                path: path.description
            )
        )
    }

    /// Records that the newer version asks for more than the object says.
    static func reportIncomplete(
        _ message: String,
        remedy: String,
        at node: Node,
        _ path: NodePath,
        _ context: ReadingContext
    ) {
        context.add(
            Finding(
                .kubernetesUpgradeIncomplete,
                .approximated,
                message,
                remedy: remedy,
                location: node.location,
                path: NodePath(context.path.elements + path.elements).description
            )
        )
    }

    static func isAbsent(_ node: Node?) -> Bool { node?.isNull(.kubernetes) ?? true }
}

extension Node {
    /// Replaces the items of the list `key`, if there is one; the items' positions come along.
    mutating func changeItems(of key: String, _ change: (Int, inout Node) -> Void) {
        guard let list = self[key], var items = list.sequence else { return }
        for index in items.indices { change(index, &items[index]) }
        self[key] = .sequence(items, location: list.location)
    }

    /// Moves the value of `key` to the end under another name; one that is there already stays.
    mutating func move(_ key: String, to name: String) {
        guard let value = self[key] else { return }
        self[key] = nil
        if self[name] == nil { self[name] = value }
    }
}
