public import Diagnostics

/// The mapping from which a value was read.
///
/// It gives the value what its typed properties do not have: places, the order of the fields, explicit nulls, and the
/// fields that the type does not know. A value made by a program has none. Two are equal when the fields that
/// the type does not know are.
public struct RetainedFields: Sendable, Equatable {
    final class Storage: Sendable {
        let mapping: Mapping
        let location: SourceLocation?
        let unknown: [Mapping.Entry]
        /// Whether the mapping was read; else it holds nothing but extensions that a program adds.
        let isRead: Bool
        /// The rules by which the mapping was read.
        let schema: ScalarSchema

        init(
            mapping: Mapping,
            location: SourceLocation?,
            unknown: [Mapping.Entry],
            isRead: Bool,
            schema: ScalarSchema
        ) {
            self.mapping = mapping
            self.location = location
            self.unknown = unknown
            self.isRead = isRead
            self.schema = schema
        }
    }

    let storage: Storage?

    /// No fields: the value was made by a program.
    public static let none = RetainedFields(storage: nil)

    init(storage: Storage?) {
        self.storage = storage
    }

    init(_ mapping: Mapping, location: SourceLocation?, unknown: [Mapping.Entry], schema: ScalarSchema) {
        self.storage = Storage(
            mapping: mapping,
            location: location,
            unknown: unknown,
            isRead: true,
            schema: schema
        )
    }

    /// Fields beyond those of the type, such as `x-…`, for a value made by a program; they are written last.
    public init(extensions: [(String, Node)]) {
        let mapping = Mapping(extensions)
        self.storage = Storage(
            mapping: mapping,
            location: nil,
            unknown: mapping.entries,
            isRead: false,
            schema: .core
        )
    }

    /// The mapping, if the value was read from one.
    public var mapping: Mapping? { storage?.mapping }

    /// Where the mapping begins.
    public var location: SourceLocation? { storage?.location }

    /// The fields that the type of the value does not know.
    public var unknown: [Mapping.Entry] { storage?.unknown ?? [] }

    /// Where the field `key` begins.
    public func location(of key: String) -> SourceLocation? {
        guard let mapping = storage?.mapping, let position = mapping.position(of: key) else { return nil }
        return mapping.entries[position].key.location
    }

    /// Whether the same unknown fields are kept.
    public static func == (lhs: RetainedFields, rhs: RetainedFields) -> Bool {
        lhs.storage === rhs.storage || lhs.unknown == rhs.unknown
    }
}
