import Diagnostics
import YAMLTree

/// A name in a service that stands for a resource of the project.
struct ServiceReferences {
    /// The top-level key under which the resource is defined.
    let kind: String
    let name: String
    let location: SourceLocation?
    /// The path below the service.
    let path: NodePath

    /// All references of a canonical service.
    static func all(of service: Node) -> [ServiceReferences] {
        var references: [ServiceReferences] = []
        for kind in ["networks", "models"] {
            for entry in service[kind]?.mapping?.entries ?? [] {
                let location = entry.key.location ?? entry.value.location
                references.append(Self(kind: kind, name: entry.name, location: location, path: .keys(kind, entry.name)))
            }
        }
        for (index, mount) in (service["volumes"]?.sequence ?? []).enumerated() {
            guard mount["type"]?.text == "volume", let source = mount["source"], let name = source.text, !name.isEmpty
            else { continue }
            let path = NodePath.keys("volumes").appending(index)
            references.append(Self(kind: "volumes", name: name, location: source.location, path: path))
        }
        for (kind, path) in [
            ("secrets", NodePath.keys("build", "secrets")), ("configs", .keys("configs")),
            ("secrets", .keys("secrets")),
        ] {
            for (index, file) in (service[path]?.sequence ?? []).enumerated() {
                let source = file["source"] ?? .string("", location: file.location)
                let place = path.appending(index)
                references.append(
                    Self(kind: kind, name: source.text ?? "", location: source.location, path: place)
                )
            }
        }
        return references
    }
}
