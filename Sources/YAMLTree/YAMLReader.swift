import CLibYAML
public import Diagnostics

/// Reads YAML text as trees.
///
/// libyaml scans; the reader adds what its events lack: limits, aliases, merge keys, and errors for duplicate keys.
public struct YAMLReader: Sendable {
    /// The bounds.
    public var limits: ReadingLimits
    /// Whether merge keys (`<<`) are replaced by the entries that they stand for.
    public var expandsMergeKeys: Bool

    /// What becomes of keys that repeat in a mapping.
    public var repeatedKeys: RepeatedKeys = .refused

    /// What becomes of keys that repeat in a mapping.
    @frozen public enum RepeatedKeys: Sendable, Hashable {
        /// They are errors, as YAML demands.
        case refused
        /// The last value counts, at the place of the first, as in readers that do not look.
        case lastCounts
    }

    /// Creates a reader.
    public init(limits: ReadingLimits = ReadingLimits(), expandsMergeKeys: Bool = true) {
        self.limits = limits
        self.expandsMergeKeys = expandsMergeKeys
    }

    /// The documents of a text.
    ///
    /// A text without any content has no documents; an empty document between markers is null. O(n).
    public func documents(in text: String, file: SourceFile) throws(YAMLError) -> [Node] {
        try documents(in: Array(text.utf8), file: file)
    }

    /// The documents of a text in UTF-8, or in UTF-16 with a byte-order mark. O(n).
    public func documents(in bytes: [UInt8], file: SourceFile) throws(YAMLError) -> [Node] {
        try documents(in: bytes, file: file, precedingLines: 0)
    }

    /// The documents of a part of a file that follows `precedingLines` lines of it.
    package func documents(
        in bytes: [UInt8],
        file: SourceFile,
        precedingLines: Int
    ) throws(YAMLError) -> [Node] {
        try limits.checkSize(bytes.count, file: file)
        return try bytes.withUnsafeBufferPointer { (bytes) throws(YAMLError) -> [Node] in
            var builder = TreeBuilder(
                parser: EventParser(bytes: bytes, file: file, precedingLines: precedingLines),
                limits: limits,
                expandsMergeKeys: expandsMergeKeys,
                repeatedKeys: repeatedKeys
            )
            return try builder.documents()
        }
    }

    /// The only document of a text; null if the text is empty.
    public func document(in text: String, file: SourceFile) throws(YAMLError) -> Node {
        try document(in: Array(text.utf8), file: file)
    }

    /// The only document of a text; null if the text is empty.
    public func document(in bytes: [UInt8], file: SourceFile) throws(YAMLError) -> Node {
        let documents = try documents(in: bytes, file: file)
        if documents.count > 1 {
            throw YAMLError(
                .yamlSyntax,
                "one document is expected, and a second one begins here",
                at: documents[1].location ?? SourceLocation(file: file, line: 1, column: 1),
                remedy: "Put the documents into files of their own."
            )
        }
        return documents.first ?? .null(location: SourceLocation(file: file, line: 1, column: 1))
    }
}
