/// A file to be written.
package struct OutputFile: Sendable, Hashable {
    /// Where.
    package var path: String
    /// What.
    package var text: String

    /// Creates a file to be written.
    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
