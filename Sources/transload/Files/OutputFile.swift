/// A file to be written.
package struct OutputFile: Sendable, Hashable {
    /// Where.
    package var path: String
    /// What.
    package var bytes: [UInt8]
    /// Whether nobody but its owner may read it.
    package var isPrivate: Bool

    /// Creates a file to be written.
    package init(path: String, bytes: [UInt8], isPrivate: Bool = false) {
        self.path = path
        self.bytes = bytes
        self.isPrivate = isPrivate
    }

    /// Creates a text file to be written in UTF-8.
    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
