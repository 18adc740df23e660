import HelmChart

/// A chart on the disk.
enum LocalChart {
    /// Loads the folder or archive at a path.
    static func load(_ path: String, version: HelmVersion) throws(ChartError) -> Chart {
        let loader = ChartLoader(version: version)
        switch FileOnDisk.kind(of: path) {
        case .directory: return try loader.chart(folder: path, in: LocalChartFiles(root: path))
        case nil: throw ChartError(.file, "path \"\(path)\" not found")
        default:
            let bytes = try LocalChartFiles(root: ".").contents(of: path)
            return try loader.chart(archive: bytes, named: path)
        }
    }
}
