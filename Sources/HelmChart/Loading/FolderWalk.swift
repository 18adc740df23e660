/// Collects the files of a chart in a folder, without those that `.helmignore` excludes.
struct FolderWalk {
    let source: any ChartFileSource
    let root: String
    let limits: LoadingLimits
    private var rules = IgnoreRules()
    private(set) var files: [ChartFile] = []
    private var size = 0

    init(_ root: String, in source: any ChartFileSource, limits: LoadingLimits) {
        self.source = source
        self.root = root
        self.limits = limits
    }

    /// All files, in the order in which a walk that sorts each folder meets them.
    static func files(
        of root: String,
        in source: any ChartFileSource,
        limits: LoadingLimits
    ) throws(ChartError) -> [ChartFile] {
        var walk = FolderWalk(root, in: source, limits: limits)
        try walk.run()
        return walk.files
    }

    private mutating func run() throws(ChartError) {
        let top = try source.entries(of: root)
        if top.contains(where: { $0.name == IgnoreRules.fileName }) {
            rules = try IgnoreRules(source.contents(of: path(of: IgnoreRules.fileName)))
        }
        rules.addDefaults()
        try visit(top, below: "", depth: 0)
    }

    private mutating func visit(_ entries: [ChartEntry], below folder: String, depth: Int) throws(ChartError) {
        guard depth <= limits.depth else {
            throw ChartError(.limit, "folders nest more than \(limits.depth) deep at \(folder)")
        }
        for entry in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            let name = folder.isEmpty ? entry.name : folder + "/" + entry.name
            if rules.ignores(name, isFolder: entry.kind == .folder) { continue }
            switch entry.kind {
            case .folder: try visit(source.entries(of: path(of: name)), below: name, depth: depth + 1)
            case .file(let size): try add(name, size: size)
            case .other:
                throw ChartError(
                    .file,
                    "cannot load irregular file \(path(of: name)) as it has file mode type bits set"
                )
            }
        }
    }

    private mutating func add(_ name: String, size: Int) throws(ChartError) {
        guard size <= limits.fileSize else {
            let base = name.split(separator: "/").last.map(String.init) ?? name
            throw ChartError(
                .limit,
                "chart file \"\(base)\" is larger than the maximum file size \(limits.fileSize)"
            )
        }
        guard files.count < limits.files else {
            throw ChartError(.limit, "the chart has more than \(limits.files) files")
        }
        let bytes = try ChartFile.withoutMark(source.contents(of: path(of: name)))
        self.size += bytes.count
        guard self.size <= limits.totalSize, bytes.count <= limits.fileSize else {
            throw ChartError(.limit, "the files of the chart are larger than the maximum size \(limits.totalSize)")
        }
        files.append(ChartFile(name: name, bytes: bytes))
    }

    private func path(of name: String) -> String { root.hasSuffix("/") ? root + name : root + "/" + name }
}
