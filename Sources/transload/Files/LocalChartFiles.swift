import HelmChart

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    // `stat` belongs to whichever of these modules the compiler loads first.
    import CoreFoundation
    import Glibc
#endif

/// Charts on the disk. Links are followed as long as they stay within the chart.
struct LocalChartFiles: ChartFileSource {
    private let root: String
    private let files = LocalFileSource(limit: LoadingLimits().totalSize)

    /// Creates a source for the chart in the folder `root`.
    init(root: String) {
        self.root = FileOnDisk.resolved(root)
    }

    /// The names in a folder, with what is behind them.
    func entries(of folder: String) throws(ChartError) -> [ChartEntry] {
        guard let directory = opendir(folder) else {
            throw ChartError(.file, "\(folder): \(SystemFault("open").reason)")
        }
        defer { closedir(directory) }
        var entries: [ChartEntry] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { entries.append(ChartEntry(name: name, kind: kind(of: folder + "/" + name))) }
        }
        return entries
    }

    private func kind(of path: String) -> ChartEntry.Kind {
        var status = stat()
        guard stat(path, &status) == 0, isWithinChart(path) else { return .other }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file(size: Int(status.st_size))
        case S_IFDIR: .folder
        default: .other
        }
    }

    private func isWithinChart(_ path: String) -> Bool {
        FileOnDisk.resolved(path).hasPrefix(root == "/" ? root : root + "/")
    }

    /// The bytes of a file.
    func contents(of path: String) throws(ChartError) -> [UInt8] {
        do {
            return try files.contents(of: path)
        } catch {
            throw ChartError(.file, "error reading \(path): it \(error)")
        }
    }
}
