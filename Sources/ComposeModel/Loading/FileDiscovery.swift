import Diagnostics

/// Which files make a project when none is named (Compose Specification, "The Compose file").
enum FileDiscovery {
    static let names = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]
    static let overrideNames = [
        "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml",
    ]

    /// The absolute paths of `files`; without any, those in the variable `COMPOSE_FILE`, else the first of the usual
    /// names in `folder` or the nearest folder above it, with its override file.
    static func files(_ files: [String], in folder: String, _ context: LoadingContext) -> [String] {
        let options = context.options
        var named = files
        if named.isEmpty, let variable = options.environment["COMPOSE_FILE"], !variable.isEmpty {
            let separator = options.environment["COMPOSE_PATH_SEPARATOR"]?.first ?? ":"
            named = variable.split(separator: separator).map(String.init)
        }
        if !named.isEmpty {
            return named.map { $0 == "-" ? $0 : FilePath.resolve($0, in: options.workingDirectory) }
        }

        var folder = FilePath.clean(folder)
        while true {
            if let main = first(of: names, in: folder, context) {
                return [main] + (first(of: overrideNames, in: folder, context).map { [$0] } ?? [])
            }
            guard folder != "/", folder != "." else { break }
            folder = FilePath.directory(of: folder)
        }
        context.invalid(
            .composeNoFile,
            "no Compose file was found",
            at: nil,
            remedy: "Name one, or create \(names.joined(separator: ", "))."
        )
        return []
    }

    private static func first(of names: [String], in folder: String, _ context: LoadingContext) -> String? {
        names.lazy.map { FilePath.join(folder, $0) }.first { context.source.kind(of: $0) == .file }
    }
}
