/// A place in a text: file, line and column.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
    /// The text.
    public let file: SourceFile
    private let storedLine: UInt32
    private let storedColumn: UInt32

    /// Creates a location.
    ///
    /// - Parameters:
    ///   - file: The text.
    ///   - line: The line, counted from 1.
    ///   - column: The column in Unicode scalars, counted from 1.
    public init(file: SourceFile, line: Int, column: Int) {
        self.file = file
        self.storedLine = UInt32(clamping: line)
        self.storedColumn = UInt32(clamping: column)
    }

    /// The line, counted from 1.
    public var line: Int { Int(storedLine) }

    /// The column in Unicode scalars, counted from 1.
    public var column: Int { Int(storedColumn) }

    /// `file:line:column`, the form that editors and terminals turn into a link.
    public var description: String { "\(file.name):\(storedLine):\(storedColumn)" }
}

extension SourceLocation: Comparable {
    /// Orders by file name, then line, then column.
    public static func < (lhs: SourceLocation, rhs: SourceLocation) -> Bool {
        if lhs.file != rhs.file { return lhs.file.name < rhs.file.name }
        return (lhs.storedLine, lhs.storedColumn) < (rhs.storedLine, rhs.storedColumn)
    }
}
