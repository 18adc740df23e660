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

    /// The folder in which it stands.
    var folder: String { FileOnDisk.split(path).folder }

    /// The same file below `folder`, which its path does not lead out of.
    func below(_ folder: String) -> OutputFile {
        let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
        var file = self
        file.path = (folder.hasSuffix("/") ? folder : folder + "/") + parts.joined(separator: "/")
        return file
    }
}
