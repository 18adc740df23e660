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
            do throws(YAMLError) {
                let name = path == "-" ? "<standard input>" : path
                trees = try YAMLReader(limits: options.limits.yaml).documents(in: bytes, file: SourceFile(name))
            } catch {
                add(error.finding)
            }
        }
        for index in trees.indices { YAMLNumbers.normalize(&trees[index]) }
        documents[path] = trees
        return trees
    }
}
