/// How a trace is written down. A format is a table entry: where in a record or line the parts of a request are.
public enum TraceFormat: Sendable, Hashable {
    /// Lines of text.
    case text(TextLayout)
    /// Records of fixed length.
    case binary(BinaryLayout)

    /// One name on each line, a number or any word; blank lines and `*` are breakpoints (LIRS), not requests.
    public static let names = TraceFormat.text(TextLayout(name: .number(0)))
    /// Time, name and size on each line, between spaces (AdaptSize).
    public static let timeNameSize = TraceFormat.text(
        TextLayout(separator: .spaces, name: .number(1), time: .number(0), size: .number(2))
    )
    /// Names of four bytes, high byte first (cache2k, CloudPhysics by Caffeine).
    public static let names32 = TraceFormat.binary(
        BinaryLayout(length: 4, name: .init(at: 0, width: 4, isBigEndian: true))
    )
    /// Names of eight bytes, high byte first (Corda by Caffeine).
    public static let names64 = TraceFormat.binary(
        BinaryLayout(length: 8, name: .init(at: 0, width: 8, isBigEndian: true))
    )
    /// libCacheSim's records: time, name, size, and the index of the next use.
    public static let oracleGeneral = TraceFormat.binary(
        BinaryLayout(
            length: 24,
            name: .init(at: 4, width: 8),
            time: .init(at: 0, width: 4),
            size: .init(at: 12, width: 4),
            nextUse: .init(at: 16, width: 8)
        )
    )

    /// Comma-separated values under a header.
    public static func csv(
        name: String,
        time: String? = nil,
        end: String? = nil,
        size: String? = nil
    ) -> TraceFormat {
        .text(
            TextLayout(
                separator: .comma,
                hasHeader: true,
                name: .named(name),
                time: time.map { .named($0) },
                end: end.map { .named($0) },
                size: size.map { .named($0) }
            )
        )
    }
}

/// The columns of a text format.
public struct TextLayout: Sendable, Hashable {
    /// What is between columns.
    public enum Separator: Sendable, Hashable {
        /// One comma; fields may stand in double quotes.
        case comma
        /// Any number of spaces and tabs.
        case spaces
    }

    /// A column, by its place from 0 or by its name in the header.
    public enum Column: Sendable, Hashable {
        /// By place.
        case number(Int)
        /// By name.
        case named(String)
    }

    /// What is between columns.
    public var separator: Separator
    /// Whether the first line names the columns.
    public var hasHeader: Bool
    /// The object.
    public var name: Column
    /// The time.
    public var time: Column?
    /// The time at which what was asked for is over.
    public var end: Column?
    /// The size.
    public var size: Column?

    /// Creates a layout.
    public init(
        separator: Separator = .spaces,
        hasHeader: Bool = false,
        name: Column,
        time: Column? = nil,
        end: Column? = nil,
        size: Column? = nil
    ) {
        self.separator = separator
        self.hasHeader = hasHeader
        self.name = name
        self.time = time
        self.end = end
        self.size = size
    }
}

/// The fields of a record.
public struct BinaryLayout: Sendable, Hashable {
    /// An unsigned number.
    public struct Field: Sendable, Hashable {
        /// The first byte.
        public var offset: Int
        /// The number of bytes, at most 8.
        public var width: Int
        /// Whether the high byte comes first.
        public var isBigEndian: Bool

        /// Creates a field.
        public init(at offset: Int, width: Int, isBigEndian: Bool = false) {
            self.offset = offset
            self.width = width
            self.isBigEndian = isBigEndian
        }
    }

    /// The bytes of a record, at least 1.
    public var length: Int
    /// The object.
    public var name: Field
    /// The time.
    public var time: Field?
    /// The size.
    public var size: Field?
    /// The index of the next use, from 1; all bits set where there is none. Only checked: replays look for themselves.
    public var nextUse: Field?

    /// Creates a layout.
    public init(length: Int, name: Field, time: Field? = nil, size: Field? = nil, nextUse: Field? = nil) {
        self.length = length
        self.name = name
        self.time = time
        self.size = size
        self.nextUse = nextUse
    }
}
