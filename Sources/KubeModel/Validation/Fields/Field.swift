/// A field that rules look at: its path, and the report that takes what they find.
///
/// ```swift
/// func validate(_ field: Field) {
///     field["hostPort"].range(hostPort, 1...65535)
///     for (index, item) in items.enumerated() { item.validate(field["items"][index]) }
/// }
/// ```
struct Field {
    let path: FieldPath
    let report: FieldReport

    /// What rules need to know beside the object.
    var options: ObjectValidator.Options { report.options }

    /// A field of this structure.
    subscript(_ name: String) -> Field { Field(path: path.appending(.name(name)), report: report) }

    /// An item of this list.
    subscript(_ index: Int) -> Field { Field(path: path.appending(.index(index)), report: report) }

    /// An entry of this map.
    func key(_ key: String) -> Field { Field(path: path.appending(.key(key)), report: report) }

    /// The items of a list, each with its field.
    func each<Item>(_ items: [Item], _ body: (Item, Field) -> Void) {
        for (index, item) in items.enumerated() { body(item, self[index]) }
    }
}
