/// The name of a text that values were read from: a path, a URL, or a label such as `<standard input>`.
///
/// A file is a reference so that the thousands of locations of one text share one name.
/// Two files are equal when their names are.
public final class SourceFile: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The name as messages print it.
    public let name: String

    /// Creates a file called `name`.
    public init(_ name: String) {
        self.name = name
    }

    /// Creates a file from a literal name.
    public init(stringLiteral value: String) {
        self.name = value
    }

    /// The name of the file.
    public var description: String { name }

    /// Whether two files have the same name.
    public static func == (lhs: SourceFile, rhs: SourceFile) -> Bool {
        lhs === rhs || lhs.name == rhs.name
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
