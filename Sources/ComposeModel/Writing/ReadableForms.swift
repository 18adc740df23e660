import Diagnostics
import OrderedCollections
import YAMLTree

/// Turns what the canonical form shows but no loader reads into what loaders read.
struct ReadableForms {
    private(set) var findings: [Finding] = []

    /// The project with what lets a loader read it as it is.
    ///
    /// The canonical form keeps dependencies that are not required on services that profiles disable; loaders refuse
    /// them unless there is such a service. `docker compose` gets one that no profile enables, a stack gets none.
    mutating func readable(_ project: ComposeProject, isForCompose: Bool) -> ComposeProject {
        var result = project
        for (name, service) in project.services {
            for (other, dependency) in service.dependsOn
            where dependency.required == false && project.services[other] == nil {
                if isForCompose {
                    result.services[other] = Service(image: "scratch", profiles: ["absent"])
                } else {
                    result.services[name]?.dependsOn[other] = nil
                }
                findings.append(
                    Finding(
                        .composeAbsentDependency,
                        .notice,
                        isForCompose
                            ? "\(other), which the project does not have, is written as a service that nothing enables"
                            : "\(name) does not wait for \(other), which the project does not have",
                        location: service.fields.location(of: "depends_on"),
                        path: NodePath([.key("services"), .key(name), .key("depends_on"), .key(other)]).description
                    )
                )
            }
        }
        if isForCompose { keepEmptyTexts(of: &result) }
        return result
    }

    /// A value that was read without a text that loaders always fill in had an empty one: it stays so.
    private func keepEmptyTexts(of project: inout ComposeProject) {
        for (name, service) in project.services {
            guard let build = service.build, build.fields.location != nil else { continue }
            if build.dockerfile == nil, build.dockerfileInline == nil { project.services[name]?.build?.dockerfile = "" }
        }
        for (name, volume) in project.volumes
        where volume.fields.location != nil && volume.name == nil && volume.external == true {
            project.volumes[name]?.name = ""
        }
        for (name, network) in project.networks
        where network.fields.location != nil && network.name == nil && network.external == true {
            project.networks[name]?.name = ""
        }
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
