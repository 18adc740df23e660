import Diagnostics
import YAMLTree

/// Which section of the Compose Specification states the rule that a finding is about.
enum SpecificationSection {
    /// The section of a rule at a place: the rule's own, or else that of the key.
    static func of(_ code: FindingCode, at path: NodePath?) -> String? {
        byCode[code] ?? path.flatMap(section)
    }

    /// Rules that are described apart from the keys to which they apply.
    private static let byCode: [FindingCode: String] = [
        .composeInterpolation: "Interpolation",
        .composeUnsetVariable: "Interpolation",
        .composeEmptyText: "Interpolation",
        .composeRequiredVariable: "Interpolation",
        .composeCast: "Interpolation",
        .composeMerge: "Merge",
        .composeInclude: "Include",
        .composeExtends: "\(services), extends",
        .composeEnvFile: "\(services), env_file",
        .composeProjectName: "Version and name top-level elements",
        .composeVersion: "Version and name top-level elements",
        .composeFile: "The Compose file",
        .composeNoFile: "The Compose file",
    ]

    /// The sections of the keys of a file.
    private static let byKey: [String: String] = [
        "name": "Version and name top-level elements",
        "version": "Version and name top-level elements",
        "services": services,
        "networks": "Networks top-level element",
        "volumes": "Volumes top-level element",
        "configs": "Configs top-level element",
        "secrets": "Secrets top-level element",
        "models": "Models top-level element",
        "include": "Include",
    ]

    /// The keys of a service that have a document of their own.
    private static let byServiceKey: [String: String] = [
        "build": "Compose Build Specification",
        "deploy": "Compose Deploy Specification",
        "develop": "Compose Develop Specification",
    ]

    private static let services = "Services top-level element"

    private static func section(of path: NodePath) -> String? {
        guard case .key(let first)? = path.elements.first, let section = byKey[first] else { return nil }
        guard first == "services", path.elements.count > 2, case .key(let key) = path.elements[2] else {
            return section
        }
        return byServiceKey[key] ?? "\(services), \(key)"
    }
}
