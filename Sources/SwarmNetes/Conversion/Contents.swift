import ComposeModel
import OrderedCollections

/// What the configs and secrets of a bundle hold, by the files and variables that its project names for them now.
struct Contents {
    /// The contents of files by their paths.
    private(set) var files: [String: [UInt8]]
    /// The values of variables by their names.
    private(set) var variables: [String: String] = [:]

    /// Creates the contents.
    ///
    /// - Parameters:
    ///   - bundle: The bundle, whose project may name other places than its writer did.
    ///   - before: The project as its writer made it.
    init(of bundle: ComposeBundle, before: ComposeProject) {
        files = Dictionary(bundle.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        for (name, secret) in bundle.project.secrets {
            guard let path = before.secrets[name]?.file, let bytes = files[path] else { continue }
            add(bytes, file: secret.file, variable: secret.environment)
        }
        for (name, config) in bundle.project.configs {
            guard let old = before.configs[name],
                let bytes = old.content.map({ Array($0.utf8) }) ?? old.file.flatMap({ files[$0] })
            else { continue }
            add(bytes, file: config.file, variable: config.environment)
        }
        addBoundFiles(bundle.project, before)
    }

    /// Files that are bound into a service in one project, and are configs at the same place in the other.
    private mutating func addBoundFiles(_ project: ComposeProject, _ before: ComposeProject) {
        for (name, service) in project.services {
            guard let configs = before.services[name]?.configs, !configs.isEmpty else { continue }
            for mount in service.volumes where mount.type == "bind" {
                guard let source = mount.source, files[source] == nil,
                    let config = configs.first(where: { $0.target == mount.target }).flatMap({
                        before.configs[$0.source]
                    }),
                    let bytes = config.content.map({ Array($0.utf8) }) ?? config.file.flatMap({ files[$0] })
                else { continue }
                files[source] = bytes
            }
        }
    }

    private mutating func add(_ bytes: [UInt8], file: String?, variable: String?) {
        if let file { files[file] = bytes }
        if let variable { variables[variable] = String(validating: bytes, as: UTF8.self) }
    }
}
