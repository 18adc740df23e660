/// Why a folder is no OCI layout, or cannot be used as one.
public struct LayoutError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    @nonexhaustive public enum Code: Sendable, Hashable {
        /// There is no `oci-layout` or `index.json`, or they cannot be understood.
        case notALayout
        /// A manifest or blob is not in the layout.
        case notFound
        /// A file cannot be read or written.
        case fileSystem
        /// A file is larger than what it is for allows.
        case tooLarge
    }

    /// What is wrong.
    public let code: Code
    /// What is the case, in a sentence.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}
