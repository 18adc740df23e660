import Diagnostics
import YAMLTree

extension LoadingContext {
    /// The YAML documents of a file, with numbers as the reference reads them; empty after a fault was recorded.
    ///
    /// A file is read once, however often it is asked for.
    func documents(of path: String, for location: SourceLocation? = nil) -> [Node] {
        if let known = documents[path] { return known }
        var trees: [Node] = []
        if let bytes = read(path, for: location) {
            let name = path == "-" ? "<standard input>" : path
            trees = parse(bytes, SourceFile(name))
        }
        for index in trees.indices { YAMLNumbers.normalize(&trees[index]) }
        documents[path] = trees
        return trees
    }

    private func parse(_ bytes: [UInt8], _ file: SourceFile) -> [Node] {
        var reader = YAMLReader(limits: options.limits.yaml)
        do throws(YAMLError) {
            return try reader.documents(in: bytes, file: file)
        } catch {
            // docker-compose, the only program that spoke for files with a version, did not see keys that repeat.
            reader.repeatedKeys = .lastCounts
            if error.code == .yamlDuplicateKey, let trees = try? reader.documents(in: bytes, file: file),
                trees.allSatisfy(LegacyVersions.isVersioned)
            {
                notice(
                    .yamlDuplicateKey,
                    error.message + "; the last value counts",
                    at: error.location,
                    remedy: error.remedy
                )
                return trees
            }
            add(error.finding)
            return []
        }
    }
}
