import YAMLTree

extension Field {
    /// A structure of which only parts may change says what it said before.
    ///
    /// An old object often comes from a server, which has filled in defaults. So fields that the new one leaves out do not
    /// count as changes.
    func kept(_ new: some NodeWritable, _ old: some NodeWritable, _ detail: String, remedy: String) {
        if !new.makeNode().isContained(in: old.makeNode()) { forbidden(detail, remedy: remedy) }
    }
}

extension Node {
    /// Whether every value of this tree is in the other as well. Lists are compared item by item.
    fileprivate func isContained(in other: Node) -> Bool {
        switch (content, other.content) {
        case (.mapping(let mapping), .mapping(let others)):
            mapping.entries.allSatisfy { entry in
                others[entry.name].map(entry.value.isContained) ?? entry.value.isUnset
            }
        case (.sequence(let items), .sequence(let others)):
            items.count == others.count && zip(items, others).allSatisfy { $0.isContained(in: $1) }
        case (.scalar(let scalar), .scalar(let other)):
            scalar.text == other.text || Quantity(scalar.text).map { $0 == Quantity(other.text) } ?? isUnset
        default: isUnset
        }
    }

    /// Whether a field with this value is one without.
    private var isUnset: Bool { isNullOrEmpty || text == "" }
}
