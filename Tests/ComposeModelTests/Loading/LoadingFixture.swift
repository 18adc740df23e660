import ComposeModel
import Diagnostics
import YAMLTree

/// A project in memory, loaded with the files of `/app`.
struct LoadingFixture {
    var files: [String: String]
    var options = ComposeLoader.Options(workingDirectory: "/app")

    /// One file, `/app/compose.yaml`.
    init(_ text: String, environment: ComposeEnvironment = [:]) {
        self.init(files: ["compose.yaml": text], environment: environment)
    }

    /// Several files, by their paths below `/app`.
    init(files: [String: String], environment: ComposeEnvironment = [:]) {
        self.files = Dictionary(uniqueKeysWithValues: files.map { ("/app/" + $0, $1) })
        options.environment = environment
    }

    func load(_ names: String...) throws -> Converted<Node> {
        try ComposeLoader(options: options)
            .canonicalTree(names.isEmpty ? ["compose.yaml"] : names, from: InMemoryFileSource(files))
    }

    /// The canonical value at `path`, in flow form with sorted keys; `-` if there is none.
    func value(_ path: NodePath, _ names: String...) throws -> String {
        let loader = ComposeLoader(options: options)
        let tree = try loader.canonicalTree(names.isEmpty ? ["compose.yaml"] : names, from: InMemoryFileSource(files))
        return tree.value[path].map(Self.flow) ?? "-"
    }

    /// The findings that make the files invalid, as `line:column code path`.
    func faults(_ names: String...) -> [String] {
        do {
            let loader = ComposeLoader(options: options)
            _ = try loader.canonicalTree(names.isEmpty ? ["compose.yaml"] : names, from: InMemoryFileSource(files))
            return []
        } catch {
            return error.report.sorted().findings.filter { $0.severity == .invalid }.map { finding in
                let place = finding.location.map { "\($0.line):\($0.column)" } ?? "-"
                return "\(place) \(finding.code) \(finding.path ?? "-")"
            }
        }
    }

    /// A node in flow form: strings that look like something else in quotes, keys sorted.
    static func flow(_ node: Node) -> String {
        switch node.content {
        case .mapping(let mapping):
            let entries = mapping.entries.sorted { $0.name < $1.name }.map { "\($0.name): \(flow($0.value))" }
            return "{" + entries.joined(separator: ", ") + "}"
        case .sequence(let items): return "[" + items.map(flow).joined(separator: ", ") + "]"
        case .scalar(let scalar):
            let isText = node.string() != nil
            let looksTyped = ScalarSchema.core.kind(of: Scalar(scalar.text, style: .plain)) != .string
            return isText && looksTyped && !scalar.text.isEmpty ? "\"\(scalar.text)\"" : scalar.text
        }
    }
}
