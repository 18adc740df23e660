import GoTemplate

/// Loads charts from folders, archives and memory.
public struct ChartLoader: Sendable {
    /// The Helm that is followed; the same as that of the renderer.
    public var version: HelmVersion
    /// How much a chart may hold.
    public var limits: LoadingLimits

    /// Creates a loader.
    public init(version: HelmVersion = .v4, limits: LoadingLimits = LoadingLimits()) {
        self.version = version
        self.limits = limits
    }

    /// Loads the chart in a folder, without the files that its `.helmignore` excludes.
    ///
    /// - Throws: ``ChartError`` with Helm's text.
    public func chart(folder: String, in source: any ChartFileSource) throws(ChartError) -> Chart {
        try chart(files: FolderWalk.files(of: folder, in: source, limits: limits))
    }

    /// Loads the chart in an archive: tar with gzip, as `helm package` makes it.
    ///
    /// Entries that lead out of the chart are refused, and so are archives that unpack to more than the limits.
    ///
    /// - Throws: ``ChartError`` with Helm's text.
    public func chart(archive: [UInt8]) throws(ChartError) -> Chart {
        try chart(files: ArchiveFiles.read(archive, limits: limits))
    }

    /// Loads the chart in a file, which messages call `name`.
    ///
    /// - Throws: ``ChartError`` with Helm's text; also if the file is no archive.
    public func chart(archive: [UInt8], named name: String) throws(ChartError) -> Chart {
        guard archive.starts(with: [0x1F, 0x8B, 0x08]) else {
            if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
                throw ChartError(
                    .archive,
                    "file '\(name)' seems to be a YAML file, but expected a gzipped archive"
                )
            }
            throw ChartError(
                .archive,
                "file '\(name)' does not appear to be a gzipped archive; got '\(ContentType.guess(archive))'"
            )
        }
        return try chart(archive: archive)
    }

    /// Loads a chart from its files, whose names are relative to the chart.
    ///
    /// - Throws: ``ChartError`` with Helm's text.
    public func chart(files: [ChartFile]) throws(ChartError) -> Chart {
        var budget = LoadingBudget(limits)
        return try chart(files, depth: 0, &budget)
    }

    func chart(_ files: [ChartFile], depth: Int, _ budget: inout LoadingBudget) throws(ChartError) -> Chart {
        guard depth <= limits.depth else {
            throw ChartError(.limit, "charts nest more than \(limits.depth) deep")
        }
        var parts = try ChartParts(files, version: version)
        guard var metadata = parts.metadata else { throw ChartError(.metadata, "Chart.yaml file is missing") }
        try metadata.validate()
        parts.metadata = metadata

        var chart = parts.chart(metadata)
        for (name, files) in parts.subcharts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            if name.hasPrefix("_") || name.hasPrefix(".") { continue }
            do {
                chart.dependencies.append(try subchart(name, files, of: chart, depth: depth, &budget))
            } catch {
                var error = error
                if !error.message.hasPrefix("error unpacking subchart tar in \(chart.name)") {
                    error.message = "error unpacking subchart \(name) in \(chart.name): \(error.message)"
                }
                throw error
            }
        }
        return chart
    }

    private func subchart(
        _ name: String,
        _ files: [ChartFile],
        of chart: Chart,
        depth: Int,
        _ budget: inout LoadingBudget
    ) throws(ChartError) -> Chart {
        guard name.hasSuffix(".tgz") else {
            let inner = files.compactMap { file -> ChartFile? in
                guard let slash = file.name.firstIndex(of: "/") else { return nil }
                return ChartFile(name: String(file.name[file.name.index(after: slash)...]), bytes: file.bytes)
            }
            return try self.chart(inner, depth: depth + 1, &budget)
        }
        guard let file = files.first, file.name == name else {
            throw ChartError(
                .archive,
                "error unpacking subchart tar in \(chart.name): expected \(name), got \(files.first?.name ?? "")"
            )
        }
        let unpacked = try ArchiveFiles.read(file.bytes, limits: limits)
        try budget.take(unpacked)
        return try self.chart(unpacked, depth: depth + 1, &budget)
    }
}

/// What archives within archives may still unpack to.
struct LoadingBudget {
    private let limits: LoadingLimits
    private var size: Int
    private var files: Int

    init(_ limits: LoadingLimits) {
        self.limits = limits
        size = limits.totalSize
        files = limits.files
    }

    mutating func take(_ unpacked: [ChartFile]) throws(ChartError) {
        size -= unpacked.reduce(0) { $0 + $1.bytes.count }
        files -= unpacked.count
        guard size > 0 else {
            throw ChartError(.limit, "decompressed chart is larger than the maximum size \(limits.totalSize)")
        }
        guard files >= 0 else { throw ChartError(.limit, "the chart has more than \(limits.files) files") }
    }
}
