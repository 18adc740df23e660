/// How much a chart may hold. Helm has the same bounds on sizes.
public struct LoadingLimits: Sendable, Hashable {
    /// The size of one file in bytes.
    public var fileSize: Int
    /// The size of all files of an archive in bytes, unpacked.
    public var totalSize: Int
    /// The number of files of a chart and its sub-charts.
    public var files: Int
    /// How deep charts nest in charts, and folders in folders.
    public var depth: Int

    /// Creates limits.
    public init(fileSize: Int = 5 << 20, totalSize: Int = 100 << 20, files: Int = 100_000, depth: Int = 64) {
        self.fileSize = fileSize
        self.totalSize = totalSize
        self.files = files
        self.depth = depth
    }
}
