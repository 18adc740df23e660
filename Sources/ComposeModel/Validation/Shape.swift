import YAMLTree

/// What a value of a Compose file may look like, in its short and long forms.
struct Shape: Sendable {
    /// The types of scalars that a key takes.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt8

        static let string = Kinds(rawValue: 1)
        static let integer = Kinds(rawValue: 2)
        static let number = Kinds(rawValue: 4)
        static let bool = Kinds(rawValue: 8)
        static let null = Kinds(rawValue: 16)
    }

    var kinds: Kinds = []
    var rule: ScalarRule?
    var list: ListShape?
    var mapping: MappingShape?
    /// Whether anything goes.
    var isFree = false

    /// The same shape, or null.
    var orNull: Shape {
        var copy = self
        copy.kinds.insert(.null)
        return copy
    }

    /// The same shape, or what `other` takes.
    func or(_ other: Shape) -> Shape {
        Shape(
            kinds: kinds.union(other.kinds),
            rule: rule ?? other.rule,
            list: list ?? other.list,
            mapping: mapping ?? other.mapping
        )
    }
}

/// A list and its items.
final class ListShape: Sendable {
    let items: Shape
    /// Whether an item that repeats is an error; where the loader removes repetitions, it is none.
    let isSet: Bool

    init(_ items: Shape, isSet: Bool) {
        self.items = items
        self.isSet = isSet
    }
}

/// A mapping and its keys.
final class MappingShape: Sendable {
    /// What becomes of keys that have no row.
    enum Others: Sendable {
        /// They are errors.
        case refused
        /// They are ignored.
        case ignored
        /// They are ignored with a notice: the schema of the reference forgets to refuse them.
        case noticed
        /// They are names, which follow a grammar, of values of one shape.
        case named(NameRule, Shape)
    }

    let keys: [String: Shape]
    let names: [String]
    let required: [String]
    let others: Others
    let takesExtensions: Bool
    /// The section of the Compose Specification that describes the keys.
    let section: String?

    init(
        _ rows: KeyValuePairs<String, Shape>,
        required: [String] = [],
        others: Others = .refused,
        takesExtensions: Bool = true,
        section: String? = nil
    ) {
        self.keys = Dictionary(rows.map { ($0.key, $0.value) }) { first, _ in first }
        self.names = rows.map(\.key)
        self.required = required
        self.others = others
        self.takesExtensions = takesExtensions
        self.section = section
    }

    /// The same mapping with further keys.
    func adding(_ rows: KeyValuePairs<String, Shape>) -> MappingShape {
        MappingShape(self, adding: rows)
    }

    private init(_ base: MappingShape, adding rows: KeyValuePairs<String, Shape>) {
        self.keys = base.keys.merging(rows.map { ($0.key, $0.value) }) { _, new in new }
        self.names = base.names + rows.map(\.key).filter { base.keys[$0] == nil }
        self.required = base.required
        self.others = base.others
        self.takesExtensions = base.takesExtensions
        self.section = base.section
    }
}
