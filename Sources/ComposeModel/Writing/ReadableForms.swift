import Diagnostics
import OrderedCollections
import YAMLTree

/// Turns what the canonical form shows but no loader reads into what loaders read.
struct ReadableForms {
    private(set) var findings: [Finding] = []

    /// The project without dependencies on services that it does not have.
    ///
    /// The canonical form keeps them when they are not required, for services that profiles disable; loaders refuse
    /// them.
    mutating func withoutAbsentDependencies(_ project: ComposeProject) -> ComposeProject {
        var result = project
        for (name, service) in project.services {
            for (other, dependency) in service.dependsOn
            where dependency.required == false && project.services[other] == nil {
                result.services[name]?.dependsOn[other] = nil
                findings.append(
                    Finding(
                        .composeAbsentDependency,
                        .notice,
                        "\(name) does not wait for \(other), which the project does not have",
                        location: service.fields.location(of: "depends_on"),
                        path: NodePath([.key("services"), .key(name), .key("depends_on"), .key(other)]).description
                    )
                )
            }
        }
        return result
    }

    /// The tree with the keys of builds in their short form, `id=path` for `id: path`, and without the contents of
    /// configs that a variable gives: loaders take one of the two.
    static func withReadableKeys(_ tree: Node) -> Node {
        var tree = tree
        for entry in tree["configs"]?.mapping?.entries ?? []
        where entry.value["environment"] != nil && entry.value["content"] != nil {
            tree[NodePath([.key("configs"), .key(entry.name), .key("content")])] = nil
        }
        guard case .mapping(let services)? = tree["services"]?.content else { return tree }
        var copy = tree
        for entry in services.entries {
            let path = NodePath([.key("services"), .key(entry.name), .key("build"), .key("ssh")])
            guard let keys = entry.value["build"]?["ssh"]?.sequence else { continue }
            copy[path] = .sequence(
                keys.map { key in
                    guard let parsed = key.text.flatMap({ SSHKey($0) }), let file = parsed.path else { return key }
                    return .string("\(parsed.id)=\(file)", location: key.location)
                }
            )
        }
        return copy
    }
}
