/// Where charts in folders are read from: a disk, memory, a repository.
///
/// Paths have `/` between their parts. A source decides which links it follows; it must not follow those that lead out
/// of the chart.
public protocol ChartFileSource: Sendable {
    /// What is in a folder, in any order.
    ///
    /// - Throws: ``ChartError`` of the kind `file` if the folder cannot be read.
    func entries(of folder: String) throws(ChartError) -> [ChartEntry]

    /// The bytes of a file.
    ///
    /// - Throws: ``ChartError`` of the kind `file` if the file cannot be read.
    func contents(of path: String) throws(ChartError) -> [UInt8]
}

/// An entry of a folder.
public struct ChartEntry: Sendable, Hashable {
    /// What an entry is, after links are followed.
    public enum Kind: Sendable, Hashable {
        /// A file of the given size in bytes.
        case file(size: Int)
        /// A folder.
        case folder
        /// A device, a socket, or a link that is not followed.
        case other
    }

    /// The name, without the folder.
    public var name: String
    /// What it is.
    public var kind: Kind

    /// Creates an entry.
    public init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}
