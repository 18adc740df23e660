/// Why bytes are no manifest.
public struct ManifestError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    @nonexhaustive public enum Code: Sendable, Hashable {
        /// The text is no JSON, or a field is missing or of another type.
        case malformed
        /// The manifest is larger than ``Manifest/sizeLimit``.
        case tooLarge
        /// The manifest is of Docker's schema 1, which nobody writes any more.
        case schema1
        /// The media type is none of those that we know.
        case unknownType
        /// The bytes are not those that the digest promises.
        case digestMismatch
    }

    /// What is wrong.
    public let code: Code
    /// What is the case, in a sentence.
    public let message: String
    /// Where in the manifest: a path such as `layers[2].digest`.
    public let path: String?

    init(_ code: Code, _ message: String, path: String? = nil) {
        self.code = code
        self.message = message
        self.path = path
    }

    /// The message, with the path if there is one.
    public var description: String { path.map { "\(message) (\($0))" } ?? message }
}
