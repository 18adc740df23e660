public import Diagnostics

/// Where a part of an application came from: an index into the application's `OriginTable`.
///
/// Two origins are always equal, because where a value came from is no part of what it is.
public struct Origin: Sendable, Equatable {
    let index: Int32

    /// The origin of a part that a program made.
    public static let none = Origin(index: -1)

    /// Always true.
    public static func == (lhs: Origin, rhs: Origin) -> Bool { true }
}

/// The places from which the parts of an application came.
public struct OriginTable: Sendable, Equatable {
    /// A place in the input.
    public struct Place: Sendable, Hashable {
        /// The place in the text, if the input was text.
        public var location: SourceLocation?
        /// The path in the document, such as `services.web.ports[0]`.
        public var path: String

        /// Creates a place.
        public init(location: SourceLocation?, path: String) {
            self.location = location
            self.path = path
        }
    }

    private var places: [Place] = []

    /// Creates an empty table.
    public init() {}

    /// Records a place.
    public mutating func add(_ location: SourceLocation?, path: String) -> Origin {
        places.append(Place(location: location, path: path))
        return Origin(index: Int32(clamping: places.count - 1))
    }

    /// The place of an origin that this table gave out.
    public subscript(_ origin: Origin) -> Place? {
        places.indices.contains(Int(origin.index)) ? places[Int(origin.index)] : nil
    }

    /// Always true, as with `Origin`.
    public static func == (lhs: OriginTable, rhs: OriginTable) -> Bool { true }
}

extension Finding {
    /// A finding about a part of `application`.
    public init(
        _ code: FindingCode,
        _ severity: Severity,
        _ message: String,
        remedy: String? = nil,
        origin: Origin,
        in origins: OriginTable
    ) {
        let place = origins[origin]
        self.init(code, severity, message, remedy: remedy, location: place?.location, path: place?.path)
    }
}
