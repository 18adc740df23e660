public import Diagnostics

/// Reads JSON text (RFC 8259) as the trees that `YAMLReader` makes.
///
/// Numbers keep their text, so that none loses digits; they, `true`, `false` and `null` are plain scalars, and strings
/// are double-quoted ones. A key that repeats in an object is an error.
public struct JSONReader: Sendable {
    /// The bounds; aliases do not arise.
    public var limits: ReadingLimits

    /// Creates a reader.
    public init(limits: ReadingLimits = ReadingLimits()) {
        self.limits = limits
    }

    /// The value of a text. O(n).
    public func document(in text: String, file: SourceFile) throws(YAMLError) -> Node {
        try document(in: Array(text.utf8), file: file)
    }

    /// The value of a text in UTF-8, with or without a byte-order mark. O(n).
    public func document(in bytes: [UInt8], file: SourceFile) throws(YAMLError) -> Node {
        try limits.checkSize(bytes.count, file: file)
        return try bytes.withUnsafeBufferPointer { (bytes) throws(YAMLError) -> Node in
            var parser = JSONParser(bytes: bytes, file: file, limits: limits)
            return try parser.document()
        }
    }
}
