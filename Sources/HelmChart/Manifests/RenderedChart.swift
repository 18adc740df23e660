/// What a chart renders to.
public struct RenderedChart: Sendable, Hashable {
    /// The objects of the release, in the order of installation.
    public var manifests: [Manifest]
    /// The hooks, in the order of kinds, as Helm prints them.
    public var hooks: [Hook]
    /// What `NOTES.txt` says to the user.
    public var notes: String
    /// The files in `crds/` of the chart and the charts in it, which are no templates.
    public var customResources: [ChartFile]
    /// The Helm that is followed.
    public var version: HelmVersion

    /// What the stream of a chart holds.
    public struct StreamOptions: Sendable, Hashable {
        /// Which hooks are in the stream.
        public enum Hooks: Sendable, Hashable {
            /// All of them.
            case all
            /// All but tests.
            case withoutTests
            /// None.
            case none
        }

        /// Which hooks are in the stream.
        public var hooks: Hooks
        /// Whether the files in `crds/` come first.
        public var includesCustomResources: Bool
        /// Patterns of paths, relative to the chart; only what these templates wrote is in the stream. None means all.
        public var templates: [String]

        /// Creates options. The defaults are those of `helm template`.
        public init(hooks: Hooks = .all, includesCustomResources: Bool = false, templates: [String] = []) {
            self.hooks = hooks
            self.includesCustomResources = includesCustomResources
            self.templates = templates
        }
    }

    /// The text that `helm template` prints.
    ///
    /// - Throws: ``ChartError`` if no manifest comes from one of the templates asked for.
    public func stream(_ options: StreamOptions = StreamOptions()) throws(ChartError) -> [UInt8] {
        let stream = wholeStream(options)
        return options.templates.isEmpty ? stream : try selection(of: options.templates, from: stream)
    }

    private func wholeStream(_ options: StreamOptions) -> [UInt8] {
        var release: [UInt8] = []
        if options.includesCustomResources {
            for file in customResources {
                release += Array("---\n# Source: \(file.name)\n".utf8) + file.bytes + [UInt8(ascii: "\n")]
            }
        }
        for manifest in manifests { release += manifest.block }
        var stream = Array(GoSpace.trimming(release[...]))
        stream.append(UInt8(ascii: "\n"))
        for hook in hooks where options.hooks == .all || (options.hooks == .withoutTests && !hook.isTest) {
            stream += hook.manifest.block
        }
        return stream
    }

    /// Helm splits the stream again and looks at the comments.
    private func selection(of patterns: [String], from stream: [UInt8]) throws(ChartError) -> [UInt8] {
        let documents = ManifestSplitting.documents(stream, version: version)
            .map { (path: Self.path(in: $0), bytes: $0) }
        var output: [UInt8] = []
        for pattern in patterns {
            let chosen = documents.filter { document in
                document.path.map { PathPatternMatch.matches($0, Array(pattern.utf8)) == .matches } ?? false
            }
            guard !chosen.isEmpty else {
                throw ChartError(.file, "could not find template \(pattern) in chart")
            }
            for document in chosen { output += Array("---\n".utf8) + document.bytes + [UInt8(ascii: "\n")] }
        }
        return output
    }

    /// The path after the name of the chart in the comment `# Source: NAME/PATH`.
    private static func path(in document: [UInt8]) -> [UInt8]? {
        let mark = Array("# Source: ".utf8)
        for line in document.split(separator: UInt8(ascii: "\n")) {
            guard let found = line.firstRange(of: mark) else { continue }
            let rest = line[found.upperBound...]
            guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), slash > rest.startIndex,
                slash + 1 < rest.endIndex
            else { continue }
            return Array(rest[(slash + 1)...])
        }
        return nil
    }
}
